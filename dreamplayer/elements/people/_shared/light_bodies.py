"""Bodies of light: woven of motes along their contours over a dim warm blur."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import approach, rgb
from dreamplayer.drawing.people.body import hand, head_back, limb
from dreamplayer.drawing.people.dressed import gown_back, gown_side
from dreamplayer.drawing.people.figure import METRES, kneeling
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Array, Dots, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, seed_of, uniform
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, Map, blob, canvas
from dreamplayer.kit.shapes import Layer, Painting, blur, painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_SINGLE, _STRAND_START = 1, 5
"""First of three random lanes (pixel, offset right, offset up) of single motes and of strands."""
_SHUFFLE = 3
"""Random lane of the order in which the motes of a body are taken."""
_PHASE, _SIZE, _GLINT = 31, 32, 33
"""Random lanes of the motes of a body: when each shines, its size, which are glints."""
_SHED_PACE, _SHED_BORN, _SHED_RIGHT, _SHED_SWAY, _SHED_UP, _SHED_DEEP, _SHED_BRIGHT = 41, 42, 43, 44, 45, 46, 47
_SHED_SIZE = 48
"""Random lanes of the sparks that rise: how quickly and when each lives, where it starts (right, up, deep), when it
sways, how bright and large it is.
"""

_BOXES = {
    "reach": (-0.34, -0.05, 0.40, 1.0),
    "stand": (-0.30, -0.05, 0.30, 1.05),
    "kneel": (-0.50, -0.04, 0.36, 0.80),
    "angel": (-0.86, -0.05, 0.86, 1.22),
}
"""Frame of each body: left, bottom, right, top in adult heights."""
STRAND = 14
"""Motes in a strand along a contour."""


def _layers(name: str, c: Canvas) -> list[Layer]:
    match name:
        case "reach":
            return gown_side(c, "reach")
        case "kneel":
            return kneeling(c)
        case "angel":
            return [*wings(c), *_angel(c)]
        case _:
            return gown_back(c)


def _angel(c: Canvas) -> list[Layer]:
    """A robed one with hands together before the breast, hair to the shoulders."""
    body = gown_back(c, 0.0, 0.98, arms=False)[:-1]
    return [
        *body,
        limb(c, [(-0.078, 0.785, 0.026), (-0.118, 0.640, 0.025), (-0.018, 0.668, 0.016)]),
        limb(c, [(0.078, 0.785, 0.026), (0.118, 0.640, 0.025), (0.018, 0.668, 0.016)]),
        hand(c, (-0.012, 0.655), 1.65, 0.064),
        hand(c, (0.012, 0.655), 1.50, 0.064),
        *head_back(c, (0.0, 0.912), 0.130, long=False),
    ]


def wings(c: Canvas, lift: float = 0.0) -> list[Layer]:
    """Two folded-open wings, long primaries hanging down, each feather a layer; `lift` raises them."""
    layers: list[Layer] = []
    for side in (-1.0, 1.0):
        arm = spline(
            [(0.035, 0.74), (0.16, 0.90 + 0.05 * lift), (0.31, 1.06 + 0.08 * lift), (0.45, 1.10 + 0.10 * lift)],
            10,
            closed=False,
        )
        for row, (count, long, wide) in enumerate(((11, 0.60, 0.034), (10, 0.36, 0.032), (9, 0.18, 0.030))):
            for k in range(count):
                f = k / (count - 1)
                x, y = arm[round((0.10 + 0.90 * f) * (len(arm) - 1))]
                turn = -1.50 + 0.62 * f**1.3 + 0.12 * lift
                length = long * (0.62 + 0.38 * np.sin(np.pi * (0.18 + 0.62 * f)))
                bend = 0.10 * length * (1 - f)
                tip = (x + length * np.cos(turn), y + length * np.sin(turn))
                middle = (x + 0.55 * length * np.cos(turn) + bend, y + 0.55 * length * np.sin(turn))
                spine = spline([(side * x, y), (side * middle[0], middle[1]), (side * tip[0], tip[1])], 8, closed=False)
                outline = taper(spine, (wide * 0.5, wide, wide * 0.92, wide * 0.35))
                layers.append(Layer(blob(c, outline, 0.05), round=0.012 + 0.004 * row))
        layers.append(Layer(blob(c, taper(arm, (0.030, 0.036, 0.028, 0.012)), 0.05), round=0.02))
    return layers


@cache
def body_shape(name: str) -> Shape:
    """The dim body under the motes: `reach`, `stand`, `kneel` or `angel`. All glow, soft edges, little alpha."""
    box = _BOXES[name]

    def painted() -> Painting:
        c = canvas(*box, 200)
        whole = np.full(c.x.shape, 9.0, np.float32)
        inner = np.zeros(c.x.shape, np.float32)
        for layer in _layers(name, c):
            inside = np.clip(0.5 - layer.distance / c.step, 0, 1)
            edge = np.exp(np.minimum(layer.distance, 0) / 0.02)
            inner += (0.52 + 0.22 * edge - inner) * inside
            whole = np.minimum(whole, layer.distance)
        alpha = blur(np.clip(0.5 - whole / c.step, 0, 1).astype(np.float32), 2.2)
        ground = np.clip((c.y + 0.02) / 0.22, 0.12, 1.0)
        near = np.clip(whole, 0, None)
        halo = np.exp(-near / 0.03) * np.clip(1.0 - near / 0.048, 0, 1) * 0.16
        glow = blur((inner * (0.5 + 0.5 * ground)).astype(np.float32), 1.2) + halo * (1 - alpha)
        edge_fade = _frame_fade(c)
        dim = np.asarray(alpha * 0.55, np.float32)
        return painting(c, (0.5, 0.28, 0.12), dim, np.asarray(glow * edge_fade, np.float32))

    return on(canvas(*box, 8), f"light/{name}", painted)


def _frame_fade(c: Canvas) -> Map:
    """0 at the frame's border, so that a halo is never cut."""
    across = np.minimum(c.x - c.left, c.right - c.x)
    along = np.minimum(c.y - c.bottom, c.top - c.y)
    return np.asarray(np.clip(np.minimum(across, along) / 0.04, 0.0, 1.0), np.float32)


@lru_cache(maxsize=8)
def woven(name: str, count: int) -> tuple[Array, Array, Array]:
    """Where the motes of a body lie, in random order, so that any front part of them will do.

    Places (count, 2) in adult heights from the feet, brightness (count,), and the place of each along its
    strand, 0..1, or -1 for single motes.
    """
    box = _BOXES[name]
    c = canvas(*box, 250 if name == "angel" else 420)
    layers = _layers(name, c)
    single = count - (count // (2 * STRAND)) * STRAND
    strands = (count - single) // STRAND
    x, y, shine, along = [], [], [], []
    weights = [_weight(layers, k) for k in range(len(layers))]
    totals = np.array([float(w.sum()) for w in weights])
    share = totals / totals.sum()
    for k, layer in enumerate(layers):
        out_x, out_y = _outward(c, layer.distance)
        seed = seed_of("woven", name, k)
        for lane, n, steps in (
            (_SINGLE, round(single * share[k]), 1),
            (_STRAND_START, round(strands * share[k]), STRAND),
        ):
            if n == 0 or totals[k] == 0.0:
                continue
            order = np.cumsum(weights[k].ravel(), dtype=np.float64)
            pick = np.searchsorted(order, uniform(seed, lane, n).astype(np.float64) * order[-1])
            row, column = np.divmod(np.minimum(pick, order.size - 1), c.x.shape[1])
            px = c.x[row, column] + (uniform(seed, lane + 1, n) - 0.5) * c.step
            py = c.y[row, column] + (uniform(seed, lane + 2, n) - 0.5) * c.step
            for step in range(steps):
                j, i = _pixel(c, px, py)
                x.append(px)
                y.append(py)
                shine.append(
                    _shine(layers, k, j, i) * np.clip(0.75 + 0.17 * out_x[j, i] + 0.28 * out_y[j, i], 0.4, 1.2)
                )
                along.append(np.full(n, -1.0 if steps == 1 else (step + 0.5) / steps))
                px, py = px - out_y[j, i] * np.float32(0.0062), py + out_x[j, i] * np.float32(0.0062)
    points = np.stack([np.concatenate(x), np.concatenate(y)], 1)
    n = len(points)
    shuffled = np.argsort(uniform(seed_of("order", name), _SHUFFLE, n))
    return (
        np.asarray(points[shuffled], np.float32),
        np.asarray(np.concatenate(shine)[shuffled], np.float32),
        np.asarray(np.concatenate(along)[shuffled], np.float32),
    )


def _outward(c: Canvas, distance: Map) -> tuple[Map, Map]:
    """The unit vector away from a part, everywhere."""
    down, right = np.gradient(distance, c.step)
    length = np.hypot(right, down) + 1e-6
    return np.asarray(right / length, np.float32), np.asarray(-down / length, np.float32)


def _pixel(c: Canvas, x: Array, y: Array) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row and column of points, held within the canvas."""
    rows, columns = c.x.shape
    column = np.clip((x - c.left) / (c.right - c.left) * columns, 0, columns - 1).astype(np.int64)
    return np.clip((c.top - y) / c.height * rows, 0, rows - 1).astype(np.int64), column


def _shine(layers: Sequence[Layer], k: int, row: NDArray[np.int64], column: NDArray[np.int64]) -> Array:
    """How bright motes of one part are: most along its rim, none outside it or behind a nearer part."""
    d = layers[k].distance[row, column]
    bright = (0.62 + 0.24 * np.exp(-(((d + 0.006) / 0.009) ** 2)) + 0.20 * np.exp(d / 0.03)) * (d < 0.004)
    for other in layers[k + 1 :]:
        bright = bright * np.clip(other.distance[row, column] / 0.009, 0.0, 1.0)
    return np.asarray(bright, np.float32)


def _weight(layers: Sequence[Layer], k: int) -> Map:
    """Where motes of one part lie thick: along its rim, evenly within, none where a nearer part hides it."""
    d = layers[k].distance
    w = (d < 0) * (0.75 + 0.26 * np.exp(-(((d + 0.007) / 0.010) ** 2)) + 0.25 * np.exp(np.minimum(d, 0) / 0.03))
    for other in layers[k + 1 :]:
        w = w * np.clip(other.distance / 0.010, 0.0, 1.0)
    return np.asarray(w, np.float32)


def height(name: str) -> float:
    """Height of a body's frame, in adult heights."""
    box = _BOXES[name]
    return box[3] - box[1]


def middle(name: str) -> float:
    """How far right of the feet the middle of a body's frame lies, in adult heights."""
    box = _BOXES[name]
    return (box[0] + box[2]) / 2


def of_light(
    moment: Moment, name: str, count: int, colour: tuple[float, float, float], tall: float = METRES, lift: float = 0.0
) -> tuple[Form, ...]:
    """A body of motes over its dim blur: it gathers from a cloud, breathes, and sheds sparks upwards."""
    unit = moment.size(tall)
    look = facing(moment)
    base = np.asarray(moment.tint or colour, np.float32)
    x0, y0, z0 = moment.place.x, moment.place.y + lift, moment.place.z
    points, shine, along = woven(name, count)
    n = len(points)
    far = approach(moment.presence, moment.seed, n)
    calm = 1.0 - 0.35 * moment.calm
    breathe = 1.0 + 0.006 * float(np.sin(0.9 * moment.t))
    own = 6.2832 * uniform(moment.seed, _PHASE, n)
    at3 = np.empty((n, 3), np.float32)
    at3[:, 0] = x0 + unit * (look * points[:, 0] * breathe + far[:, 0] + 0.0022 * np.sin(0.8 * moment.t + own))
    at3[:, 1] = np.maximum(y0 + unit * (points[:, 1] + far[:, 1] + 0.0022 * np.sin(0.63 * moment.t + 2 * own)), 0.005)
    at3[:, 2] = np.maximum(z0 - 0.01 + 0.4 * unit * far[:, 2], 0.8)
    # Light wanders along each strand; single motes glimmer slowly, each in its own time.
    flow = np.where(
        along < 0, 0.70 + 0.30 * np.sin(0.9 * moment.t + own), np.sin(np.pi * np.mod(along - 0.05 * moment.t, 1.0))
    )
    here = smooth(moment.presence, 0.0, 0.35) * (0.45 + 0.55 * smooth(moment.presence, 0.35, 1.0))
    bright = shine * (0.25 + 0.75 * flow) * np.float32(0.44 * here * calm)
    motes = Dots(
        at3,
        ((0.0060 + 0.0045 * uniform(moment.seed, _SIZE, n)) * np.float32(unit)).astype(np.float32),
        (base[None, :] * bright[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, n) > 0.992).astype(np.float32),
    )
    settled = smooth(moment.presence, 0.35, 1.0) * calm
    # Far off, motes are finer than a pixel and fade: there the body under them carries the light.
    far_off = 1.0 - smooth(unit * moment.stage.camera.focal / z0, 0.22, 0.75)
    body = Sprites(
        body_shape(name),
        np.array([[x0 + look * unit * middle(name), y0, z0]], np.float32),
        np.float32(unit * height(name)),
        glow=rgb(base * np.float32((0.20 + 0.34 * far_off) * settled)),
        tint=(0.03, 0.03, 0.03),
        cover=0.8,
        opacity=np.float32(settled),
        lit=0.0,
        rim=0.0,
        width=np.float32(look * breathe),
    )
    chest = (x0, y0 + 0.62 * unit * min(1.0, height(name)), z0 - 0.1)
    return (
        Dots(
            np.array([chest], np.float32),
            np.float32(2.3 * unit),
            (base * np.float32(0.035 * settled)).astype(np.float32),
        ),
        body,
        motes,
        _shed(moment, (x0, y0, z0), unit, base, settled),
        Light(chest, rgb(base * np.float32(0.75 * settled)), 3.2, 0.5),
    )


def _shed(
    moment: Moment, where: tuple[float, float, float], unit: float, colour: Array, strength: float, n: int = 160
) -> Dots:
    """Sparks that leave the body and rise, each fading before it is born again."""
    pace = 0.045 + 0.04 * uniform(moment.seed, _SHED_PACE, n)
    age = np.mod(moment.t * pace + uniform(moment.seed, _SHED_BORN, n), 1.0)
    side = normal(moment.seed, _SHED_RIGHT, n)
    at3 = np.empty((n, 3), np.float32)
    at3[:, 0] = where[0] + unit * (
        0.13 * side + 0.10 * age * np.sin(2.2 * age + 6.28 * uniform(moment.seed, _SHED_SWAY, n))
    )
    at3[:, 1] = where[1] + unit * (0.95 * uniform(moment.seed, _SHED_UP, n) + 0.75 * age)
    at3[:, 2] = np.maximum(where[2] + 0.10 * unit * normal(moment.seed, _SHED_DEEP, n), 0.8)
    bright = np.sin(np.pi * age) ** 2 * (0.3 + 0.7 * uniform(moment.seed, _SHED_BRIGHT, n)) * strength * 0.5
    return Dots(
        at3,
        ((0.006 + 0.010 * uniform(moment.seed, _SHED_SIZE, n)) * np.float32(unit)).astype(np.float32),
        (colour[None, :] * bright[:, None]).astype(np.float32),
    )
