"""Birds on the wing, modelled: a body with two wings of two joints, in the frames of one beat, seen from beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.modelled.part import Array, Paint, Part, Vec, unit, vec
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.modelled.surface import feathers, shaded
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.flock import alone, crossing, rising
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

F = np.float32
BEAT = 14
"""Frames of one beat of the wings, a cycle: 0 high, 7 low."""
OPEN_STAGE = 2.8
"""How much larger a small animal is drawn on an open stage, which is wider and deeper than a place."""
_ROWS = 104
_YAW, _PITCH = 1.05, 0.34
"""Seen from before and beside, and from a little above, so that both wings are seen."""


@dataclass(frozen=True)
class Flyer:
    """How a flying bird is built; lengths in body lengths, beak to rump."""

    name: str
    long: float
    """Metres of its body."""
    main: Colour
    belly: Colour
    wing: Colour
    tips: Colour
    """Of the outermost feathers."""
    beak: Colour = (0.30, 0.18, 0.06)
    head: Colour | None = None
    """Of the head; None as the back."""
    span: float = 1.20
    """One wing."""
    chord: float = 0.46
    hand: float = 0.55
    """Length of the outermost feathers."""
    sweep: float = 0.35
    """How far the tip is drawn back: .2 an owl, .9 a swallow."""
    tail: tuple[float, float, float] = (0.42, 0.45, 0.0)
    """Length, radians to each side, and how much longer the outer feathers are."""
    girth: float = 0.135
    skull: tuple[float, float, float] = (0.33, 0.075, 0.098)
    """Where the head is (ahead, up) and its radius."""
    bill: float = 0.11
    stroke: float = 0.75
    """Radians the wings beat."""
    ears: float = 0.0
    """Length of its ears, of a bat."""


def _barred(tips: Colour, root: float, end: float) -> Paint:
    """Darker towards the wing's end, with the rows of its feathers."""
    other = np.asarray(tips, F)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        share = np.clip((np.abs(p[0]) - root) / (end - root), 0, 1)[:, None]
        rows = 0.86 + 0.14 * np.sin(p[0] * (42 / end) + 2.0 * np.sin(p[2] * (9 / end)))
        return np.asarray((base + (other - base) * share) * rows[:, None], F)

    return paint


def _wing(b: Flyer, beat: float, sign: float) -> tuple[list[Vec], list[tuple[float, float]], list[tuple[Vec, Vec]]]:
    """Rings of one wing, their radii, and its fingers from root to tip."""
    inner = 0.62 * b.stroke * np.cos(beat) + 0.10
    outer = 0.95 * b.stroke * np.cos(beat - 0.75) + 0.02
    fold = 0.25 * max(0.0, float(np.sin(beat + np.pi)))
    first = vec(sign * np.cos(inner), np.sin(inner), 0.16)
    second = vec(sign * np.cos(outer), np.sin(outer), -b.sweep - fold)
    shoulder = vec(sign * 0.07, 0.05, 0.16)
    wrist = shoulder + first * 0.42 * b.span
    tip = wrist + second * 0.34 * b.span
    back = vec(0, 0, -0.5)
    middle = shoulder + (wrist - shoulder) * 0.5
    rings = [
        shoulder + back * b.chord,
        middle + back * b.chord * 0.98,
        wrist + back * b.chord * 0.86,
        wrist + (tip - wrist) * 0.55 + back * b.chord * 0.60,
        tip + back * b.chord * 0.34,
    ]
    radii = [
        (0.50 * b.chord, 0.034),
        (0.49 * b.chord, 0.026),
        (0.42 * b.chord, 0.020),
        (0.29 * b.chord, 0.013),
        (0.13 * b.chord, 0.008),
    ]
    fingers = []
    for k in range(5):
        share = k / 4
        root = wrist + (tip - wrist) * (0.35 + 0.65 * share) + back * b.chord * (0.75 - 0.5 * share)
        way = unit(second * (0.35 + 0.75 * share) + vec(0, 0, -0.95 + 0.55 * share))
        fingers.append((root, root + way * b.hand * (0.62 + 0.10 * share)))
    return rings, radii, fingers


def flyer(b: Flyer, beat: float) -> list[Part]:
    """A bird at a moment of its beat.

    Args:
        b: how it is built.
        beat: radians: 0 wings high, pi low.
    """
    m = b.long
    body = Part(b.main, 0.05 * m, bump=feathers(40, 0.006 * m), paint=shaded(b.belly, -0.005 * m, 0.09 * m))
    g = b.girth
    body.loft(
        [vec(0, 0, z) * m for z in (-0.42, -0.20, 0.04, 0.22)], [r * m for r in (0.35 * g, 0.80 * g, g, 0.74 * g)]
    )
    z, y, r = b.skull
    crown = vec(0, y, z) * m
    skull = Part(b.head or b.main, 0.04 * m, bump=feathers(40, 0.004 * m))
    if b.head is None:
        skull.paint = body.paint
    skull.cone(vec(0, 0.02, 0.18) * m, crown, 0.70 * g * m, 0.85 * r * m).ball(crown, r * m)
    eyes = Part((0.012, 0.010, 0.010), 0.001)
    for sign in (1.0, -1.0):
        if b.ears:
            ear = vec(sign * 0.6 * r, 0.6 * r, 0.1 * r)
            tip = ear + vec(sign * 0.4 * b.ears, b.ears, 0.0)
            skull.cone(crown + ear * m, crown + tip * m, (0.36 * b.ears * m, 0.14 * b.ears * m), 0.06 * b.ears * m)
        eyes.ball(crown + vec(sign * 0.80 * r, 0.22 * r, 0.45 * r) * m, 0.20 * r * m)
    beak = Part(b.beak, 0.004 * m)
    beak.cone(
        crown + vec(0, -0.1 * r, 0.8 * r) * m, crown + vec(0, -0.3 * r, r + b.bill) * m, 0.34 * r * m, 0.05 * r * m
    )
    wings = Part(
        b.wing, 0.02 * m, bump=feathers(16, 0.006 * m), paint=_barred(b.tips, 0.45 * b.span * m, 0.95 * b.span * m)
    )
    for sign in (1.0, -1.0):
        rings, radii, fingers = _wing(b, beat, sign)
        wings.loft([p * m for p in rings], [(a * m, c * m) for a, c in radii], (0, 0, 1))
        for root, end in fingers:
            across = np.cross(unit(end - root), (0, 1, 0))
            wings.cone(root * m, end * m, (0.052 * m, 0.010 * m), (0.026 * m, 0.006 * m), across)
    tail = Part(b.wing, 0.02 * m, bump=feathers(10, 0.004 * m))
    long, spread, fork = b.tail
    for k in range(-2, 3):
        a = spread * k / 2
        reach = long * (1.0 + fork * (abs(k) / 2 - 0.5))
        end = vec(np.sin(a) * reach, 0.0, -0.34 - np.cos(a) * reach)
        tail.cone(vec(0.02 * k, 0.0, -0.34) * m, end * m, (0.05 * m, 0.02 * m), (0.055 * m, 0.010 * m), (1, 0, 0))
    return [body, skull, eyes, beak, wings, tail]


@lru_cache(maxsize=16)
def flight(b: Flyer) -> Modelled:
    """A bird that flies to the right, in `BEAT` frames of one beat of its wings; its anchor is its middle."""
    return modelled(
        f"flyer/{b.name}/{seed_of(b):x}",
        lambda: [flyer(b, 2 * np.pi * k / BEAT) for k in range(BEAT)],
        _YAW,
        px=1.5 * b.span * b.long / _ROWS,
        pitch=_PITCH,
        ground=False,
    )


def fly(moment: Moment, kinds: Sequence[Flyer], *, pace: float = 0.8, most: int = 30) -> tuple[Form, ...]:
    """One that flies about its place, or a flock that crosses the picture, by how many the words say.

    Args:
        moment: when, where, and whose seed; its size is that of the record, as for a bird that stands.
        kinds: of which all are one, by the seed.
        pace: beats a second.
        most: that many at most.
    """
    b = kinds[moment.seed % len(kinds)]
    cast = flight(b)
    tall = cast.metres * (OPEN_STAGE if moment.surface is None else 1.0)
    r, g, blue = moment.tint or (0.57, 0.57, 0.57)
    tint = (0.15 + 1.5 * r, 0.15 + 1.5 * g, 0.15 + 1.5 * blue)
    glow = (0.0, 0.0, 0.0)
    if moment.count <= 1:
        return alone(
            moment,
            cast.shape,
            tall,
            BEAT,
            tint=tint,
            glow=glow,
            pace=pace,
            high=0.3 * moment.size(tall),
            roam=0.4,
        )
    n = min(max(moment.count, 3), most)
    if moment.param("rising", 0.0) > 0.5:
        return rising(moment, cast.shape, tall, BEAT, n, tint=tint, glow=glow, pace=pace)
    return crossing(moment, cast.shape, tall, BEAT, n, tint=tint, glow=glow, pace=pace)
