"""A squirrel, its tail held over its back: it sits with a nut, looks out on all fours, or sleeps under its tail."""

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
_ENLARGED = 1.6
"""Times its true size at which it is modelled."""
_COATS: tuple[Colour, ...] = ((0.46, 0.165, 0.055), (0.46, 0.165, 0.055), (0.34, 0.315, 0.295))
_BELLY = (0.60, 0.55, 0.48)
_FACE = SmallFace((0.036, 0.012, 0.024), 0.0120, (-0.012, 0.068), 0.008)
_NIBBLES = 3
"""Frames in which it lowers its head to the nut."""


def _head(main: Colour, centre: Vec, axes: Vec, *, awake: bool) -> tuple[Part, list[Part]]:
    def at(x: float, y: float, z: float) -> Vec:
        return np.asarray(centre + axes @ vec(x, y, z))

    h = Part(main).ellipsoid(centre, (0.043, 0.043, 0.052), axes.T)
    h.ellipsoid(at(0, -0.014, 0.040), (0.025, 0.022, 0.028), axes.T)
    ears, chin = Part(main, 0.006, bump=fur()), Part(_BELLY, 0.006, bump=fur())
    chin.ellipsoid(at(0, -0.024, 0.044), (0.020, 0.014, 0.022), axes.T)
    for sign in (1.0, -1.0):
        ears.cone(
            at(sign * 0.026, 0.030, -0.010), at(sign * 0.034, 0.072, -0.018), (0.018, 0.010), (0.008, 0.005), axes[:, 0]
        )
        # Tufts.
        ears.cone(at(sign * 0.034, 0.070, -0.018), at(sign * 0.039, 0.105, -0.026), 0.006, 0.0015)
    return h, [ears, chin, *face(_FACE, centre, axes, awake=awake)]


def _tail(main: Colour, points: list[tuple[float, float, float]], radii: list[float]) -> Part:
    tail = Part(main, 0.020, bump=fur(150, 0.0030), fuzz=0.010)
    return tail.loft(points, [(0.85 * r, r) for r in radii])


def _breast(base: np.ndarray, p: np.ndarray, t: np.ndarray, angle: np.ndarray) -> np.ndarray:
    """A white breast and belly."""
    edge = 0.052 + 0.35 * np.abs(p[0]) - 0.10 * np.clip(0.13 - p[1], 0, 1)
    share = np.clip((p[2] - edge) / 0.012, 0, 1) * np.clip((0.225 - p[1]) / 0.02, 0, 1)
    return np.asarray(base + (np.asarray(_BELLY, np.float32) - base) * share[:, None].astype(np.float32), np.float32)


def _sitting(main: Colour, down: float) -> list[Part]:
    """Upright, a nut between its paws; `down` lowers the head to it."""
    b = Part(main, 0.026, bump=fur(210, 0.0010), paint=_breast)
    b.loft([(0, 0.070, -0.060), (0, 0.105, -0.030), (0, 0.165, 0.010), (0, 0.215, 0.032)], [0.058, 0.074, 0.062, 0.044])
    paws = Part(np.asarray(main) * 0.6, 0.006, bump=fur())
    for sign in (1.0, -1.0):
        b.ellipsoid((sign * 0.056, 0.062, -0.010), (0.036, 0.058, 0.064))
        b.cone((sign * 0.056, 0.016, 0.0), (sign * 0.056, 0.014, 0.075), 0.018, 0.014)
        b.cone((sign * 0.044, 0.190, 0.045), (sign * 0.044, 0.145, 0.085), 0.022, 0.015)
        paws.cone((sign * 0.044, 0.146, 0.085), (sign * 0.018, 0.168, 0.112), 0.013, 0.010)
    axes = rotation((0, 1, 0), -0.20) @ rotation((1, 0, 0), 0.05 + 0.30 * down)
    h, more = _head(main, vec(0, 0.258 - 0.010 * down, 0.052), axes, awake=True)
    nut = Part((0.33, 0.185, 0.075), 0.004).ellipsoid((0, 0.172, 0.122), (0.020, 0.022, 0.020))
    tail = _tail(
        main,
        [
            (0, 0.045, -0.10),
            (0, 0.075, -0.17),
            (0, 0.18, -0.185),
            (0, 0.28, -0.150),
            (0, 0.345, -0.165),
            (0, 0.350, -0.225),
        ],
        [0.026, 0.046, 0.062, 0.068, 0.056, 0.024],
    )
    return [b.melt(h), paws, nut, tail, *more]


def _on_all_fours(main: Colour, step: float) -> list[Part]:
    """Its legs swung by `step`, -1..1."""
    go = 0.024 * step
    b = Part(main, 0.026, bump=fur(210, 0.0010), paint=shaded(_BELLY, 0.062, 0.022))
    b.loft([(0, 0.085, -0.115), (0, 0.108, -0.060), (0, 0.106, 0.020), (0, 0.122, 0.085)], [0.050, 0.070, 0.058, 0.044])
    for sign in (1.0, -1.0):
        b.ellipsoid((sign * 0.050, 0.070, -0.075), (0.034, 0.056, 0.060))
        b.cone((sign * 0.054, 0.016, -0.080 - sign * go), (sign * 0.056, 0.014, -0.010 - sign * go), 0.018, 0.014)
        b.loft(
            [
                (sign * 0.034, 0.100, 0.080),
                (sign * 0.034, 0.055, 0.090 + 0.4 * sign * go),
                (sign * 0.032, 0.014, 0.100 + sign * go),
            ],
            [0.026, 0.016, 0.012],
        )
    h, more = _head(main, vec(0, 0.160, 0.135), rotation((0, 1, 0), -0.2) @ rotation((1, 0, 0), 0.05), awake=True)
    tail = _tail(
        main,
        [(0, 0.095, -0.15), (0, 0.125, -0.22), (0, 0.185, -0.30), (0, 0.215, -0.39), (0, 0.200, -0.47)],
        [0.024, 0.042, 0.056, 0.054, 0.018],
    )
    return [b.melt(h), tail, *more]


def _curled(main: Colour) -> list[Part]:
    """Asleep, its tail laid round it."""
    b = Part(main, 0.030, bump=fur(210, 0.0010))
    ring = [(0.075 * np.cos(a), 0.072, 0.070 * np.sin(a)) for a in np.linspace(-0.2, 4.0, 9)]
    b.loft(ring, [0.044, 0.056, 0.066, 0.072, 0.074, 0.072, 0.066, 0.056, 0.046])
    axes = rotation((0, 1, 0), 0.6) @ rotation((1, 0, 0), 0.30)
    h, more = _head(main, vec(0.040, 0.098, 0.118), axes, awake=False)
    h.bump, h.blend = b.bump, 0.014
    tail = _tail(
        main,
        [
            (-0.06, 0.05, -0.14),
            (-0.16, 0.05, -0.07),
            (-0.165, 0.048, 0.05),
            (-0.10, 0.040, 0.145),
            (0.01, 0.030, 0.190),
            (0.08, 0.026, 0.200),
        ],
        [0.026, 0.046, 0.052, 0.046, 0.032, 0.014],
    )
    for part in (b, tail):
        part.cut((0, 0.002, 0), (0, -1, 0))
    return [b, h, tail, *more]


@lru_cache(maxsize=8)
def _cast(main: Colour, pose: str) -> Modelled:
    key = f"squirrel/{pose}/{hue(main)}"
    if pose == "curl up":
        return cast_small(key, lambda: [_curled(main)], 0.16, 0.2, _ENLARGED)
    if pose == "walk":
        return cast_small(key, lambda: [_on_all_fours(main, swing) for swing in SWINGS], 0.27, 1.25, _ENLARGED)
    return cast_small(key, lambda: [_sitting(main, k / (_NIBBLES - 1)) for k in range(_NIBBLES)], 0.40, 1.05, _ENLARGED)


@element("prop", 0.24)
def squirrel(moment: Moment) -> tuple[Form, ...]:
    """A squirrel, its tail held over its back: it sits with a nut, looks out on all fours, or sleeps under its tail."""
    main = tinted(moment, _COATS[int(uniform_one(moment.seed, _COAT) * len(_COATS))])
    pose = pose_of(moment, ("sit", "walk", "curl up"), ("sit", "sit", "walk"))
    if pose == "walk":
        return scurry(moment, _cast(main, pose), 0.26, 0.06)
    frames = 1 if pose == "curl up" else _NIBBLES
    return residents(moment, _cast(main, pose), 0.26, lambda phase: now_and_then(moment.t, phase, frames, 8.0))
