"""Fish: one that turns about its place, or a school drifting past."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Paint, Part, vec
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.flock import alone, crossing
from dreamplayer.elements.creatures._shared.flying_bodies import OPEN_STAGE
from dreamplayer.elements.creatures._shared.residents import cast_of, tinted
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

F = np.float32
_KIND = 67
_CYCLE = 8
"""Frames of one beat of the tail."""
_LONG = 0.36
"""Metres."""
_KINDS: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((0.56, 0.22, 0.045), (0.66, 0.50, 0.32), (0.60, 0.26, 0.06)),
    ((0.22, 0.34, 0.44), (0.60, 0.62, 0.62), (0.30, 0.38, 0.44)),
    ((0.46, 0.38, 0.14), (0.64, 0.58, 0.42), (0.52, 0.36, 0.12)),
)
"""Of back, belly and fins: gold, silver blue, olive."""


def _bend(z: float, u: float) -> float:
    """How far aside the body is at z of its length, -.5 .. .5."""
    back = max(0.30 - z, 0.0)
    return float(0.10 * (0.10 + back**1.5) * np.sin(2 * np.pi * u - 3.0 * back))


def _scales(back: Colour, belly: Colour) -> Paint:
    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        y, z = p[1] / F(_LONG), p[2] / F(_LONG)
        share = np.clip((y + 0.005) / 0.10 + 0.5, 0, 1)[:, None]
        colour = np.asarray(belly, F) + (np.asarray(back, F) - np.asarray(belly, F)) * share
        row = np.sin(z * 130 + 1.57 * np.sign(np.sin(y * 130))) * np.sin(y * 130)
        gill = np.exp(-(((z - 0.235 + 0.8 * y * y) / 0.012) ** 2)) * (np.abs(y) < 0.10)
        return np.asarray(colour * (1.0 + 0.10 * row - 0.40 * gill)[:, None], F)

    return paint


def _fish(kind: tuple[Colour, Colour, Colour], u: float) -> list[Part]:
    back, belly, fin = kind
    m = _LONG

    def at(x: float, y: float, z: float) -> np.ndarray:
        return vec(x + _bend(z, u), y, z) * m

    b = Part(back, 0.02 * m, paint=_scales(back, belly))
    rings = (
        (0.485, -0.010, 0.022, 0.026),
        (0.40, 0.0, 0.055, 0.078),
        (0.24, 0.004, 0.078, 0.128),
        (0.06, 0.004, 0.076, 0.140),
        (-0.12, 0.002, 0.056, 0.104),
        (-0.27, 0.0, 0.030, 0.052),
        (-0.36, 0.0, 0.018, 0.036),
    )
    b.loft([at(0, y, z) for z, y, _, _ in rings], [(x * m, y * m) for _, _, x, y in rings])

    def rays(base: Array, p: Array, t: Array, angle: Array) -> Array:
        return np.asarray(base * (0.84 + 0.16 * np.sin(p[1] * (150 / m) * 0.6 + p[2] * (60 / m)))[:, None], F)

    f = Part(fin, 0.015 * m, paint=rays)
    # Tail: two lobes; back, belly and side fins.
    for lobe in (1.0, -1.0):
        f.cone(at(0, 0.0, -0.34), at(0, lobe * 0.155, -0.545), (0.010 * m, 0.036 * m), (0.004 * m, 0.030 * m))
        f.cone(at(0, lobe * 0.02, -0.36), at(0, lobe * 0.085, -0.52), (0.010 * m, 0.040 * m), (0.004 * m, 0.034 * m))
        side = vec(lobe * 0.072, -0.045, 0.19)
        end = side + vec(lobe * 0.075, -0.055, -0.11)
        f.cone(at(*side), at(*end), (0.010 * m, 0.022 * m), (0.004 * m, 0.034 * m))
    f.loft(
        [at(0, 0.12, 0.16), at(0, 0.185, 0.03), at(0, 0.150, -0.10), at(0, 0.085, -0.18)],
        [(0.010 * m, 0.020 * m), (0.007 * m, 0.048 * m), (0.006 * m, 0.045 * m), (0.005 * m, 0.020 * m)],
    )
    f.cone(at(0, -0.10, -0.06), at(0, -0.165, -0.16), (0.008 * m, 0.030 * m), (0.004 * m, 0.022 * m))
    eyes, pupils = Part((0.56, 0.50, 0.36), 0.001), Part((0.012, 0.012, 0.014), 0.001)
    for sign in (1.0, -1.0):
        eyes.ball(at(sign * 0.050, 0.026, 0.375), 0.024 * m)
        pupils.ball(at(sign * 0.060, 0.027, 0.382), 0.0165 * m)
    mouth = Part(np.asarray(back) * 0.4, 0.001).cone(
        at(0.018, -0.024, 0.49), at(0.045, -0.034, 0.435), 0.005 * m, 0.004 * m
    )
    return [b, f, eyes, pupils, mouth]


@lru_cache(maxsize=6)
def _cast(kind: tuple[Colour, Colour, Colour]) -> Modelled:
    key = "fish/" + "".join(f"{round(255 * c):02x}" for colour in kind for c in colour)
    return cast_of(
        key,
        lambda: [_fish(kind, k / _CYCLE) for k in range(_CYCLE)],
        0.45 * _LONG,
        1.22,
        pitch=0.12,
        ground=False,
        rows=96,
    )


@element("air", 0.35, handles=("scatter", "rise"))
def fish(moment: Moment) -> tuple[Form, ...]:
    """Fish: one that turns about its place, or a school drifting past."""
    kind = _KINDS[int(uniform_one(moment.seed, _KIND) * len(_KINDS))]
    cast = _cast((tinted(moment, kind[0]), *kind[1:]))
    tall = cast.metres * (OPEN_STAGE if moment.surface is None else 1.0)
    glow, tint = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
    if moment.count <= 1:
        return alone(
            moment,
            cast.shape,
            tall,
            _CYCLE,
            tint=tint,
            glow=glow,
            pace=0.42,
            roam=0.3,
            high=0.4 * moment.size(tall),
        )
    n = min(max(moment.count, 5), 32)
    return crossing(moment, cast.shape, tall, _CYCLE, n, tint=tint, glow=glow, pace=0.45, high=0.30, speed=0.35)
