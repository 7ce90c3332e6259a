"""Birds on the wing: two jointed wings of feathers flapped in depth and seen from beside and a little below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Form, Shape
from dreamplayer.elements.creatures._shared.flock import alone, crossing, rising
from dreamplayer.kit.outline import Points, spline, taper
from dreamplayer.kit.sdf import Canvas, Joint, Map, blob, canvas, chain, cone, join
from dreamplayer.kit.shapes import Layer, Painting, edge_glow, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

FRAMES = 24
"""Painted pictures of one wing beat; frame 0 has the wings high, 8 spread level, 12 low."""


@dataclass(frozen=True, slots=True)
class WingShape:
    """How a bird is built, in body lengths (beak to rump)."""

    span: float = 1.25
    """Length of one wing."""
    chord: float = 0.50
    """Length of the feathers next to the body."""
    hand: float = 0.62
    """Length of the outermost feathers: long is pointed."""
    sweep: float = 0.35
    """How far the wing tip is drawn back, radians: .2 a dove, .9 a swallow."""
    fingers: float = 0.35
    """0 tips closed .. 1 spread apart."""
    feathers: int = 9
    tail: tuple[float, float, float] = (0.42, 0.16, 0.0)
    """Length, half breadth at its end, depth of its fork."""
    neck: tuple[Joint, ...] = ((0.26, 0.035, 0.078), (0.37, 0.075, 0.074))
    """From the shoulders to the head: x, y, radius."""
    beak: tuple[float, float] = (0.105, 0.020)
    """Length and half thickness."""
    belly: float = 0.112
    stroke: float = 0.95
    """How far the wings beat up and down, radians."""


_YAW, _PITCH = 0.60, 0.56
"""Radians by which a bird is turned from the eye and seen from below: larger shows more of the far wing, and of the
underside.
"""


def _seen(p: Points) -> Points:
    """Points (n, 3) of a bird flying right, x ahead, y up, z away, as they are seen: (n, 2)."""
    x, y, z = p[:, 0], p[:, 1], p[:, 2]
    across = x * np.cos(_YAW) + z * np.sin(_YAW)
    away = -x * np.sin(_YAW) + z * np.cos(_YAW)
    return np.stack([across, y * np.cos(_PITCH) + away * np.sin(_PITCH) * 0.9], 1)


def wing_feathers(c: Canvas, b: WingShape, beat: float, side: float) -> tuple[list[Map], Map]:
    """Feathers from the tip inwards, and the arm that carries them; `beat` in radians of the cycle."""
    up = b.stroke * np.cos(beat)
    inner = 0.55 * up + 0.18
    outer = 0.55 * up + 0.75 * b.stroke * np.cos(beat - 0.85) * 0.62 + 0.05
    folding = 0.32 * max(0.0, float(np.sin(beat + np.pi))) ** 1.2
    z = np.array([0.0, 0.0, 1.0]) * side
    y, ahead = np.array([0.0, 1.0, 0.0]), np.array([1.0, 0.0, 0.0])
    first = np.cos(inner) * z + np.sin(inner) * y
    second = np.cos(outer) * z + np.sin(outer) * y
    shoulder = np.array([0.13, 0.05, 0.05 * side])
    wrist = shoulder + first * (0.40 * b.span) + ahead * (0.13 + 0.05 * folding)
    end = wrist + second * (0.30 * b.span * (1 - 0.4 * folding)) - ahead * (0.20 * b.sweep + 0.25 * folding)
    arm = np.stack([shoulder, wrist, end])
    line = spline_3d(arm, 8)
    feathers: list[Map] = []
    count = b.feathers * 2
    for k in range(count - 1, -1, -1):
        outward = k / (count - 1)
        root = line[round(outward * (len(line) - 1))]
        blade = first * (1 - outward) + second * outward
        fanned = outward**1.5 * (1.28 - b.sweep * 0.75 - 0.9 * folding)
        heading = -ahead * np.cos(fanned) + blade * np.sin(fanned)
        if outward < 0.5:
            length = b.chord * (0.86 + 0.25 * np.sin(np.pi * outward))
        else:
            length = b.chord + (b.hand - b.chord) * ((outward - 0.5) * 2) ** 0.8
            length *= 1.0 - 0.16 * max(0.0, outward - 0.92) / 0.08
        across = np.cross(heading, np.cross(ahead, blade))
        across = across / (np.hypot(np.hypot(across[0], across[1]), across[2]) + 1e-9)
        bow = across * (0.06 * length) * side
        tip = root + heading * length
        spine = _seen(spline_3d(np.stack([root, root + heading * length * 0.55 + bow * 0.6, tip]), 5))
        wide = 0.060 * b.span * (1.0 - 0.35 * outward)
        narrow = 0.9 - 0.55 * b.fingers * max(0.0, outward - 0.45) / 0.55
        feathers.append(blob(c, taper(spine, (wide * 0.8, wide, wide * narrow, wide * 0.25)), 0.06))
    shown = _seen(line)
    thick = 0.055 * b.span**0.5
    arm_map = chain(
        c,
        [(float(p[0]), float(p[1]), thick * (1 - 0.6 * i / len(shown))) for i, p in enumerate(shown[::3])],
        0.01,
    )
    return feathers, arm_map


def spline_3d(controls: Points, per: int) -> Points:
    """A smooth open curve through (n, 3) points."""
    flat = spline(controls[:, :2], per, closed=False)
    deep = spline(np.stack([controls[:, 2], controls[:, 0]], 1), per, closed=False)
    return np.column_stack([flat, deep[:, 0]])


def trunk(c: Canvas, b: WingShape) -> tuple[Map, Map, Map]:
    """Body with head, beak, tail."""

    def seen(x: float, y: float, r: float) -> Joint:
        p = _seen(np.array([[x, y, 0.0]]))[0]
        return float(p[0]), float(p[1]), r

    joints = [seen(-0.44, 0.0, 0.040), seen(-0.20, -0.005, 0.084), seen(0.06, 0.0, b.belly), seen(0.22, 0.025, 0.088)]
    neck = [joints[-1], *(seen(*joint) for joint in b.neck)]
    body = join(chain(c, joints, 0.05), chain(c, neck, 0.03), soft=0.05)
    x, y, r = b.neck[-1]
    start, end = seen(x + r * 0.6, y, 0), seen(x + r + b.beak[0], y - 0.018, 0)
    beak = cone(c, start[:2], end[:2], b.beak[1] * 1.6, 0.004)
    long, wide, fork = b.tail
    root = np.array([-0.30, 0.0, 0.0])
    left = np.array([-0.40 - long, 0.01, wide])
    right = np.array([-0.40 - long, 0.01, -wide])
    notch = np.array([-0.40 - long * (1 - fork), 0.0, 0.0])
    edge = np.array([-0.38 - long * 0.5, 0.0, 0.0])
    rim = np.array([0.0, 0.01, 0.055 + wide * 0.35])
    half = np.array([0.0, 0.0, 0.06])
    corners = [root + half, edge + rim, left, left, notch, right, right, edge + rim * (1, 1, -1), root - half]
    outline = _seen(np.stack(corners))
    return body, beak, blob(c, spline(outline, 5))


@dataclass(frozen=True, slots=True)
class FeatherColours:
    """Colours of a painted bird."""

    back: tuple[float, float, float] = (1.0, 1.0, 1.0)
    far: tuple[float, float, float] = (0.6, 0.6, 0.7)
    beak: tuple[float, float, float] = (0.8, 0.5, 0.3)


COAT = FeatherColours()


def feathered(b: WingShape, c: Canvas, beat: float, coat: FeatherColours = COAT) -> Painting:
    """A bird in its feathers; `beat` in radians of the cycle."""
    body, beak, tail = trunk(c, b)
    layers: list[Layer] = []
    for side, colour in ((1.0, coat.far), (-1.0, coat.back)):
        feathers, arm = wing_feathers(c, b, beat, side)
        wing = join(*feathers, soft=0.004)
        rows = np.minimum.reduce([np.abs(d) for d in feathers])
        quill = np.asarray(0.0035 * np.exp(-rows / 0.008), np.float32)
        if side < 0:
            layers += [Layer(tail, coat.back, round=0.02), Layer(beak, coat.beak, round=0.02),
                       Layer(body, coat.back, round=0.06)]  # fmt: skip
        whole = join(wing, arm, soft=0.03)
        layers.append(Layer(whole, colour, round=0.03, relief=-quill))
    whole = np.minimum.reduce([layer.distance for layer in layers])
    out = paint(c, layers, unite=0.7)
    out[..., 7] = edge_glow(c, whole, 0.020) * out[..., 3] * 0.8
    return out


@dataclass(frozen=True)
class Flight:
    """A bird in flight to the right: `FRAMES` frames of one beat of its wings, painted once a run."""

    key: str
    """Its name among painted shapes."""
    build: WingShape
    draw: Callable[[WingShape, Canvas, float], Painting] = feathered
    """Paints it at a beat, in radians of the cycle."""
    rows: int = 144
    """Pixels of a frame's height."""

    @cached_property
    def shape(self) -> Shape:
        """All frames, anchored between its shoulders."""
        box = _box(self.build)

        def painted() -> Array:
            c = canvas(*box, self.rows)
            return frames([self.draw(self.build, c, 2 * np.pi * k / FRAMES) for k in range(FRAMES)])

        return on(canvas(*box, 8), self.key, painted)

    def height(self, wingspan: float) -> float:
        """Metres that a frame is high for a bird of that wingspan, in metres."""
        box = _box(self.build)
        return (box[3] - box[1]) * wingspan / (2 * self.build.span)


def _box(b: WingShape) -> tuple[float, float, float, float]:
    right = max(b.neck[-1][0] * 0.85 + 0.24, 0.66 * b.span + 0.16)
    left = -max(0.40 + b.tail[0] * 0.95, 0.42 + 0.66 * b.span)
    return left, -0.92 * b.span, right, 1.02 * b.span + 0.16


def flying_birds(
    moment: Moment,
    flight: Flight,
    span: float,
    tint: Colour,
    glow: Colour,
    pace: float = 0.75,
    most: int = 40,
    lit: float = 1.0,
) -> tuple[Form, ...]:
    """One alone or a flock, by how many the words say."""
    shape, height = flight.shape, flight.height(span)
    if moment.count <= 1:
        return alone(moment, shape, 1.45 * height, FRAMES, tint=tint, glow=glow, pace=pace, lit=lit)
    n = min(max(moment.count, 3), most)
    if moment.param("rising", 0.0) > 0.5:
        return rising(moment, shape, height * 1.15, FRAMES, n, tint=tint, glow=glow, pace=pace, lit=lit)
    return crossing(moment, shape, height * 1.15, FRAMES, n, tint=tint, glow=glow, pace=pace, lit=lit)


def coloured(moment: Moment, own: Colour, share: float) -> Colour:
    """The colour the words give, or its own, times a share."""
    red, green, blue = moment.tint or own
    return red * share, green * share, blue * share
