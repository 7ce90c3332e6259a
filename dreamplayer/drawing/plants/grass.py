"""Grass and reeds by the thousand on the ground before the eye: painted tufts, where they stand, how they sway."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Dots, Instances, Shape
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import taper
from dreamplayer.kit.sdf import Canvas, blob, canvas, oval
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment

_BOX = (-0.5, -0.02, 0.5, 1.04)


def _blade(c: Canvas, x: float, tip: tuple[float, float], wide: float, tone: float) -> Layer:
    s = np.linspace(0, 1, 9)
    spine = np.stack([x + (tip[0] - x) * s**1.9, tip[1] * s - 0.12 * abs(tip[0] - x) * s**4], 1)
    d = blob(c, taper(spine, wide * (1.0 - s) ** 0.7 + 0.002), 0.05)
    v = np.clip(c.y / max(tip[1], 0.1), 0, 1)
    shade = tone * (0.30 + 0.70 * v * v)
    albedo = np.repeat(np.asarray(shade, np.float32)[..., None], 3, axis=2)
    return Layer(d, albedo, glow=np.asarray(0.75 * v**2.2, np.float32), round=0.02)


def _tuft(seed: int, blades: int, low: float, spread: float, wide: float) -> Painting:
    c = canvas(*_BOX, 150)
    r = uniform(seed, 1, blades * 4).reshape(blades, 4)
    layers = []
    for a, b, e, f in r:
        x = (a - 0.5) * 0.34
        layers.append(
            _blade(c, x, (x + (b - 0.5) * spread, low + (1.0 - low) * e), wide * (0.7 + 0.6 * f), 0.55 + 0.45 * f)
        )
    return paint(c, layers)


def _reed(seed: int) -> Painting:
    c = canvas(*_BOX, 200)
    layers: list[Layer] = []
    for k in range(7):
        a, b, e = uniform(seed + k, 2, 3)
        x = (a - 0.5) * 0.42
        layers.append(_blade(c, x, (x + (b - 0.5) * 0.30, 0.55 + 0.40 * e), 0.014, 0.7))
    for k in range(2):
        a, b, e = uniform(seed + 20 + k, 2, 3)
        x, top = (a - 0.5) * 0.3, 0.78 + 0.14 * e
        lean = (b - 0.5) * 0.10
        layers.append(_blade(c, x, (x + lean, top + 0.09), 0.008, 0.6))
        layers.append(
            Layer(oval(c, (x + lean * 0.9, top), 0.021, 0.085, -lean), (0.46, 0.25, 0.13), glow=0.10, round=0.02)
        )
    return paint(c, layers)


@cache
def tuft() -> Shape:
    """Grass, four frames."""
    return on(canvas(*_BOX, 8), "grass/tuft", lambda: frames([_tuft(3 + k, 13, 0.35, 0.95, 0.020) for k in range(4)]))


@cache
def reed() -> Shape:
    """Reeds with their brown heads, three frames."""
    return on(canvas(*_BOX, 8), "grass/reed", lambda: frames([_reed(71 + 9 * k) for k in range(3)]))


@lru_cache(maxsize=24)
def spread(
    seed: int, count: int, near: float, far: float, wide: float, aspect: float, focal: float, clump: float, free: float
) -> tuple[Array, Array]:
    """Places on the ground, (n, 3), as many near as far on the screen; and how clumped each spot is, (n,) 0..1.

    `clump` 0 evenly .. 1 in drifts; `free` leaves a path open, in screen half widths at its nearest.

    Args:
        seed: whose random numbers.
        count: how many.
        near: metres to the nearest.
        far: metres to the furthest.
        wide: half width of the field in screens.
        aspect: width over height of the picture.
        focal: focal length of the camera, in half screens.
        clump: 0 evenly .. 1 in drifts.
        free: half width of a path left open, in screens at its nearest; 0 for none.
    """
    u = np.mod(uniform(seed, 1, 1)[0] + 0.6180339887 * np.arange(count), 1.0)
    z = near * (far / near) ** (u**0.9)
    x = (uniform(seed, 2, count) * 2 - 1) * wide * aspect * z / focal
    patch = fbm((x * 0.32 + 7).astype(np.float32), (z * 0.20).astype(np.float32), seed % 1009, 3)
    keep = (patch > 0.5 * clump + 0.06 * normal(seed, 3, count)) | (uniform(seed, 4, count) > clump)
    if free > 0:
        keep &= np.abs(x * focal / z) > free * (0.35 + 0.65 * near / z)
    where = np.stack([x, np.zeros(count), z], 1).astype(np.float32)[keep]
    return where, patch[keep].astype(np.float32)


def field(
    moment: Moment,
    key: str,
    shape: Shape,
    count: int,
    tall: float,
    *,
    tint: tuple[float, float, float] | Array,
    glow: tuple[float, float, float] | Array,
    kinds: int,
    near: float = 2.0,
    far: float = 36.0,
    grown: float = 1.0,
    sway: float = 0.03,
    clump: float = 0.0,
    free: float = 0.0,
    opacity: float = 1.0,
    lane: int = 0,
    first: int = 0,
    stride: int = 1,
    wide: float = 1.15,
    depth: float | None = None,
    rim: float = 0.22,
) -> Instances:
    """Thousands of one shape on the ground: grass, flowers, reeds.

    Args:
        moment: when, where, and whose seed; it grows outwards from the place.
        key: name of the arrays; what else they depend on is added to it.
        shape: a painting with one frame for each kind.
        count: how many are tried; with `clump` and `free` fewer stand.
        tall: metres they are high; each half to one and a half times that.
        tint: albedo, linear light, (3,), or (k, 3) to choose from.
        glow: light of their own, likewise.
        kinds: how many frames are used.
        near: metres to the nearest.
        far: metres to the furthest.
        grown: 0 bare ground .. 1 all stand.
        sway: metres the tops lean: .01 still air, .03 a breath, .15 wind.
        clump: 0 evenly .. 1 in drifts with bare ground between them.
        free: half width of a path left open, in screens at its nearest; 0 for none.
        opacity: whole presence, 0..1.
        lane: random stream; give each field of a drawing its own.
        first: first frame.
        stride: from frame to frame: they are `first`, `first` + `stride`, ...
        wide: half width of the field in screens; below 1 its sides are seen.
        depth: metres used to order it against other forms; its median distance if None.
        rim: strength of the thin edge towards the light: 0 a dark mass .. 1 every blade is drawn.
    """
    seed = moment.seed + 131 * lane
    aspect = round(moment.aspect, 2)
    # Wider than any lens and any drift of the eye: the arrays never depend on the camera, or they would jump with it.
    where, patch = spread(seed, count, near, far, wide, aspect, 1.15, clump, free)
    n = len(where)
    size = (tall * (0.6 + 0.7 * uniform(seed, 5, n)) * (0.8 + 0.4 * patch)).astype(np.float32)
    dull = (0.6 + 0.8 * uniform(seed, 6, n))[:, None]
    hue, tone = _parts(tint)
    shine, glowing = _parts(glow)
    pick = uniform(seed, 7, n)
    colour = hue[(pick * len(hue)).astype(np.int64)]
    lit = shine[(pick * len(shine)).astype(np.int64)]
    frame = first + stride * np.floor(uniform(seed, 8, n) * kinds)
    heart = np.array([moment.place.x, moment.place.z], np.float32)
    born = np.clip(0.75 * np.linalg.norm(where[:, [0, 2]] - heart, axis=1) / far, 0, 0.7)
    mark = (key, seed, count, aspect, round(tall, 2), near, far, wide, clump, free, first, stride, kinds, lane)
    return Instances(
        key=repr(mark) + f"{len(hue)},{len(shine)},{moment.tint},{moment.place.x:.1f},{moment.place.z:.1f}",
        shape=shape,
        position=where,
        size=size,
        tint=(colour * dull * (0.25 + 1.5 * patch[:, None] ** 2)).astype(np.float32),
        glow=(lit * dull * (0.10 + 2.4 * patch[:, None] ** 2.5)).astype(np.float32),
        phase=uniform(seed, 9, n),
        born=np.asarray(born, np.float32),
        frame=frame.astype(np.float32),
        tone=tone,
        shine=glowing,
        grown=1.25 * grown,
        sway=sway,
        t=moment.t % 3600.0,
        opacity=opacity,
        depth=depth,
        rim=rim,
    )


def _parts(colour: tuple[float, float, float] | Array) -> tuple[Array, tuple[float, float, float]]:
    """Colours to choose from, (k, 3), and what multiplies them all: a single colour may change with the light."""
    many = np.asarray(colour, np.float32)
    if many.ndim == 2:
        return many, (1.0, 1.0, 1.0)
    return np.ones((1, 3), np.float32), (float(many[0]), float(many[1]), float(many[2]))


def grass_tint(moment: Moment) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """Albedo and glow of grass, shaded by the colour the words give.

    Args:
        moment: with the colour and the palette.

    Returns:
        Two colours of linear light, as `field` takes them.
    """
    accent = moment.tint or (0.05, 0.16, 0.07)
    tint = tuple(0.012 + 0.40 * c for c in accent)
    glow = tuple(0.030 * c + 0.02 * k * w for c, k, w in zip(accent, moment.palette.key, (0.5, 0.7, 0.3), strict=True))
    return tint, glow  # type: ignore[return-value]


def fireflies(moment: Moment, n: int, colour: tuple[float, float, float], show: float) -> Dots:
    """Slow small lights over the flowers, .1 to 1.5 m above the ground, each glowing up every 8 to 23 s.

    Args:
        moment: when, where, and whose seed.
        n: how many: 20 a few, 200 a festival.
        colour: linear light of one at its brightest.
        show: multiplies it, 0..1.

    Returns:
        Dots of 45 mm.
    """
    z = 2.5 * (26.0 / 2.5) ** uniform(moment.seed, 61, n)
    x = (uniform(moment.seed, 62, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    own = 6.283 * uniform(moment.seed, 63, n)
    pace = 0.5 + uniform(moment.seed, 64, n)
    place = np.stack(
        [
            moment.stage.camera.x + x + 0.5 * np.sin(0.21 * pace * moment.t + own),
            0.35 + 0.9 * uniform(moment.seed, 65, n) + 0.25 * np.sin(0.33 * pace * moment.t + 2 * own),
            z + 0.4 * np.sin(0.17 * pace * moment.t + 3 * own),
        ],
        1,
    ).astype(np.float32)
    breath = np.clip(np.sin(0.55 * pace * moment.t + own), 0, 1) ** 2 * 0.85 + 0.10
    base = np.asarray(colour, np.float32)
    return Dots(place, np.float32(0.045), (base[None] * (0.8 * breath * show)[:, None]).astype(np.float32))
