"""A mouse with round ears and a long tail: it sits up, runs along, or sleeps curled into a ball."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Part, Vec, rotation, vec
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import fur, shaded
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.residents import now_and_then, residents, tinted
from dreamplayer.elements.creatures._shared.small_mammals import (
    SWINGS,
    SmallFace,
    cast_small,
    face,
    hue,
    pose_of,
    scurry,
)
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

_COAT = 67
"""Lane of chance."""
_ENLARGED = 4.0
"""Times its true size at which it is modelled."""
_COATS: tuple[Colour, ...] = ((0.36, 0.33, 0.31), (0.40, 0.265, 0.155), (0.60, 0.57, 0.53))
_BELLY, _PINK = (0.60, 0.56, 0.51), (0.50, 0.28, 0.24)
_FACE = SmallFace((0.042, 0.018, 0.040), 0.0125, (-0.014, 0.108), 0.010, (0.42, 0.18, 0.15))
_SNIFFS = 3
"""Frames in which it lifts its nose."""


def _head(main: Colour, centre: Vec, axes: Vec, *, awake: bool) -> tuple[Part, list[Part]]:
    """Head to be melted into the body; ears, eyes and nose."""

    def at(x: float, y: float, z: float) -> Vec:
        return np.asarray(centre + axes @ vec(x, y, z))

    h = Part(main).ellipsoid(centre, (0.056, 0.052, 0.064), axes.T)
    h.cone(at(0, -0.006, 0.030), at(0, -0.018, 0.096), 0.042, 0.013)
    outer, inner = Part(main, 0.006), Part(_PINK, 0.003)
    for sign in (1.0, -1.0):
        disc = axes @ rotation((0, 1, 0), sign * 0.5) @ rotation((1, 0, 0), -0.15)
        middle = at(sign * 0.056, 0.066, -0.016)
        outer.ellipsoid(middle, (0.046, 0.050, 0.011), disc.T)
        inner.ellipsoid(middle + disc @ vec(0, -0.002, 0.008), (0.036, 0.040, 0.007), disc.T)
    return h, [outer, inner, *face(_FACE, centre, axes, awake=awake)]


def _tail(points: list[tuple[float, float, float]]) -> Part:
    return Part(_PINK, 0.006).loft(points, list(np.linspace(0.015, 0.006, len(points))))


def _sitting(main: Colour, up: float) -> list[Part]:
    """On its haunches, its forepaws before its breast; `up` lifts the nose."""
    b = Part(main, 0.030, bump=fur(200, 0.0010), paint=_bib)
    b.loft([(0, 0.075, -0.085), (0, 0.092, -0.030), (0, 0.130, 0.012), (0, 0.175, 0.040)], [0.062, 0.084, 0.070, 0.046])
    paws = Part(_PINK, 0.006)
    for sign in (1.0, -1.0):
        b.ellipsoid((sign * 0.058, 0.058, -0.020), (0.034, 0.054, 0.062))
        paws.cone((sign * 0.054, 0.012, 0.0), (sign * 0.056, 0.011, 0.068), 0.014, 0.012)
        b.cone((sign * 0.040, 0.150, 0.060), (sign * 0.034, 0.112, 0.098), 0.020, 0.014)
        paws.ellipsoid((sign * 0.026, 0.112, 0.112), (0.012, 0.013, 0.013))
    axes = rotation((0, 1, 0), -0.25) @ rotation((1, 0, 0), 0.12 - 0.35 * up)
    h, more = _head(main, vec(0, 0.220, 0.072), axes, awake=True)
    tail = _tail(
        [(0, 0.03, -0.14), (0.05, 0.016, -0.22), (0.15, 0.012, -0.24), (0.24, 0.012, -0.18), (0.28, 0.012, -0.09)]
    )
    return [b.melt(h), paws, tail, *more]


def _bib(base: np.ndarray, p: np.ndarray, t: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """A pale breast and belly."""
    share = np.clip((p[2] - 0.052 - 0.25 * np.abs(p[0])) / 0.014, 0, 1) * np.clip((0.185 - p[1]) / 0.02, 0, 1)
    return np.asarray(base + (np.asarray(_BELLY, np.float32) - base) * share[:, None].astype(np.float32), np.float32)


def _running(main: Colour, step: float) -> list[Part]:
    """On all fours, its legs swung by `step`, -1..1."""
    b = Part(main, 0.030, bump=fur(200, 0.0010), paint=shaded(_BELLY, 0.050, 0.022))
    b.loft([(0, 0.080, -0.135), (0, 0.098, -0.070), (0, 0.094, 0.020), (0, 0.092, 0.090)], [0.048, 0.076, 0.066, 0.048])
    paws, swing = Part(_PINK, 0.006), 0.03 * step
    for sign in (1.0, -1.0):
        z = sign * swing
        b.ellipsoid((sign * 0.052, 0.064, -0.080), (0.030, 0.048, 0.056))
        paws.cone((sign * 0.054, 0.012, -0.085 + z), (sign * 0.056, 0.011, -0.030 + z), 0.013, 0.011)
        b.cone((sign * 0.038, 0.070, 0.085), (sign * 0.036, 0.030, 0.100 - z), 0.024, 0.014)
        paws.cone((sign * 0.036, 0.012, 0.098 - z), (sign * 0.036, 0.011, 0.124 - z), 0.011, 0.010)
    h, more = _head(main, vec(0, 0.110, 0.150), rotation((1, 0, 0), 0.10), awake=True)
    tail = _tail([(0, 0.07, -0.17), (0.01, 0.045, -0.25), (-0.02 - swing, 0.03, -0.35), (0.02 + swing, 0.03, -0.46)])
    return [b.melt(h), paws, tail, *more]


def _curled(main: Colour) -> list[Part]:
    """Asleep, its nose at its feet and its tail about it."""
    b = Part(main, 0.030, bump=fur(200, 0.0010), paint=shaded(_BELLY, 0.024, 0.020))
    ring = [(0.070 * np.cos(a), 0.070, 0.066 * np.sin(a)) for a in np.linspace(-0.2, 4.0, 9)]
    b.loft(ring, [0.040, 0.052, 0.062, 0.068, 0.070, 0.070, 0.066, 0.058, 0.046])
    b.cut((0, 0.002, 0), (0, -1, 0))
    axes = rotation((0, 1, 0), 0.9) @ rotation((1, 0, 0), 0.35)
    h, more = _head(main, vec(-0.010, 0.078, 0.098), axes, awake=False)
    h.bump, h.blend = b.bump, 0.014
    tail = _tail(
        [(-0.10, 0.02, -0.10), (-0.15, 0.015, 0.02), (-0.11, 0.014, 0.13), (0.0, 0.014, 0.185), (0.12, 0.014, 0.165)]
    )
    return [b, h, tail, *more]


@lru_cache(maxsize=8)
def _cast(main: Colour, pose: str) -> Modelled:
    key = f"mouse/{pose}/{hue(main)}"
    if pose == "curl up":
        return cast_small(key, lambda: [_curled(main)], 0.16, 0.2, _ENLARGED)
    if pose == "walk":
        return cast_small(key, lambda: [_running(main, swing) for swing in SWINGS], 0.21, 1.25, _ENLARGED)
    return cast_small(key, lambda: [_sitting(main, k / (_SNIFFS - 1)) for k in range(_SNIFFS)], 0.33, 0.85, _ENLARGED)


@element("prop", 0.09)
def mouse(moment: Moment) -> tuple[Form, ...]:
    """A mouse with round ears and a long tail: it sits up, runs along, or sleeps curled into a ball."""
    main = tinted(moment, _COATS[int(uniform_one(moment.seed, _COAT) * len(_COATS))])
    pose = pose_of(moment, ("sit", "walk", "curl up"), ("sit", "sit", "curl up"))
    if pose == "walk":
        return scurry(moment, _cast(main, pose), 0.11, 0.03)
    frames = _SNIFFS if pose == "sit" else 1
    return residents(moment, _cast(main, pose), 0.11, lambda phase: now_and_then(moment.t, phase, frames, 9.0))
