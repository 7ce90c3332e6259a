"""A hedgehog in its spines: it sniffs along the ground, walks, or sleeps rolled up."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Part, Vec, rotation, unit, vec
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import fur
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.residents import now_and_then, residents
from dreamplayer.elements.creatures._shared.small_mammals import SWINGS, SmallFace, cast_small, face, pose_of, scurry
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_ENLARGED = 2.0
"""Times its true size at which it is modelled."""
_SKIN, _FUR, _BROW = (0.12, 0.084, 0.058), (0.50, 0.385, 0.27), (0.36, 0.255, 0.165)
_DARK_SPINES, _PALE_SPINES = (0.125, 0.088, 0.062), (0.50, 0.42, 0.32)
_FACE = SmallFace((0.046, 0.024, 0.046), 0.0125, (-0.006, 0.142), 0.0150)
_GOLDEN = np.pi * (3.0 - np.sqrt(5.0))
"""Angle between one spine and the next on a sphere evenly covered (Vogel 1979)."""
_SPINES = 260
_ROWS = 105
"""Pixels of its height: hundreds of spines take their time to cast."""


def _spines(middle: Vec, radii: Vec, back: float, bare: float, below: float) -> list[Part]:
    """Spines over an ellipsoid, in two colours.

    Args:
        middle: of the ellipsoid.
        radii: of it.
        back: how far they lean back, 0 upright .. 1.
        bare: the front beyond this share of its length has none.
        below: nor has what is lower than this share of its height.
    """
    dark, pale = Part(_DARK_SPINES, 0.001), Part(_PALE_SPINES, 0.001)
    ragged = uniform(5, 1, _SPINES)
    for k in range(_SPINES):
        y = 1.0 - 2.0 * (k + 0.5) / _SPINES
        ring, turn = float(np.sqrt(1 - y * y)), _GOLDEN * k
        on = vec(ring * np.cos(turn), y, ring * np.sin(turn))
        if on[2] - 0.35 * on[1] > bare or on[1] < below:
            continue
        root = middle + on * radii * 0.97
        way = unit(on / radii * radii.min() + vec(0, 0.05, -back) + 0.25 * vec(ragged[k] - 0.5, 0, 0.5 - ragged[-k]))
        long = 0.046 + 0.014 * float(ragged[k])
        half = root + way * 0.55 * long
        dark.cone(root, half, 0.0085, 0.0060)
        pale.cone(half, root + way * long, 0.0060, 0.0016)
    return [dark, pale]


def _head(centre: Vec, axes: Vec, *, awake: bool) -> list[Part]:
    def at(x: float, y: float, z: float) -> Vec:
        return np.asarray(centre + axes @ vec(x, y, z))

    h = Part(_FUR, 0.022, bump=fur(180, 0.0012))
    h.ellipsoid(centre, (0.072, 0.066, 0.066), axes.T)
    h.cone(at(0, -0.012, 0.035), at(0, -0.010, 0.125), 0.046, 0.014)
    ears = Part(_BROW, 0.006, bump=fur(180, 0.0010))
    for sign in (1.0, -1.0):
        ears.ellipsoid(at(sign * 0.060, 0.050, 0.010), (0.022, 0.026, 0.010), axes.T)
    return [h, ears, *face(_FACE, centre, axes, awake=awake)]


def _walking(step: float, sniff: float) -> list[Part]:
    """On its four feet, swung by `step`, -1..1; `sniff` lowers the nose."""
    middle, radii = vec(0, 0.132, -0.040), vec(0.122, 0.112, 0.165)
    body = Part(_SKIN, 0.02, bump=fur(180, 0.0012)).ellipsoid(middle, radii)
    skirt = Part(_FUR, 0.02, bump=fur(180, 0.0016))
    skirt.ellipsoid(middle + vec(0, -0.046, 0.012), vec(0.112, 0.070, 0.156))
    feet, swing = Part(_BROW, 0.008), 0.022 * step
    for sign in (1.0, -1.0):
        for z, go in ((0.075, swing), (-0.115, -swing)):
            feet.cone((sign * 0.062, 0.050, z), (sign * 0.064, 0.014, z + sign * go), 0.022, 0.015)
            feet.ellipsoid((sign * 0.064, 0.010, z + 0.016 + sign * go), (0.015, 0.010, 0.026))
    axes = rotation((0, 1, 0), -0.15) @ rotation((1, 0, 0), 0.10 + 0.30 * sniff)
    head = _head(vec(0, 0.104 - 0.012 * sniff, 0.120), axes, awake=True)
    return [body, skirt, feet, *_spines(middle, radii, 0.45, 0.86, -0.30), *head]


def _rolled() -> list[Part]:
    """Asleep: a ball of spines from which half the face looks out."""
    middle, radii = vec(0, 0.122, 0), vec(0.135, 0.120, 0.130)
    body = Part(_SKIN, 0.02, bump=fur(180, 0.0012)).ellipsoid(middle, radii).cut((0, 0.002, 0), (0, -1, 0))
    axes = rotation((0, 1, 0), -0.55) @ rotation((1, 0, 0), 0.50)
    head = _head(vec(0.020, 0.085, 0.095), axes, awake=False)
    for part in head:
        part.cut((0, 0.002, 0), (0, -1, 0))
    return [body, *_spines(middle, radii, 0.0, 0.84, -0.7), *head]


@lru_cache(maxsize=4)
def _cast(pose: str) -> Modelled:
    key = f"hedgehog/{pose}"
    if pose == "curl up":
        return cast_small(key, lambda: [_rolled()], 0.26, 0.35, _ENLARGED, rows=_ROWS)
    if pose == "walk":
        return cast_small(key, lambda: [_walking(swing, 0.0) for swing in SWINGS], 0.28, 1.15, _ENLARGED, rows=_ROWS)
    return cast_small(key, lambda: [_walking(0.0, k) for k in (0.0, 1.0)], 0.28, 1.0, _ENLARGED, rows=_ROWS)


@element("prop", 0.15)
def hedgehog(moment: Moment) -> tuple[Form, ...]:
    """A hedgehog in its spines: it sniffs along the ground, walks, or sleeps rolled up."""
    pose = pose_of(moment, ("sit", "walk", "curl up"), ("sit", "sit", "curl up"))
    if pose == "walk":
        return scurry(moment, _cast(pose), 0.24, 0.05)
    frames = 1 if pose == "curl up" else 2
    return residents(moment, _cast(pose), 0.24, lambda phase: now_and_then(moment.t, phase, frames, 10.0))
