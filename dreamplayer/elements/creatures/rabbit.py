"""Rabbits in the grass: one sits and turns an ear, or lies with its ears back."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Part, Vec, rotation, vec
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import fur, shaded
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.residents import cast_of, now_and_then, residents, tinted
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

_COAT, _POSE = 67, 68
"""Random lanes: its coat, and what it does of which the words say nothing."""
_COATS: tuple[tuple[Colour, Colour], ...] = (
    ((0.36, 0.255, 0.155), (0.62, 0.57, 0.49)),
    ((0.30, 0.275, 0.25), (0.60, 0.57, 0.53)),
    ((0.62, 0.58, 0.52), (0.66, 0.63, 0.58)),
    ((0.42, 0.27, 0.13), (0.64, 0.58, 0.48)),
)
"""Colours of back and belly."""
_PINK = (0.42, 0.20, 0.16)
_EARS = 3
"""Frames in which one ear turns."""


def _head(main: Colour, centre: Vec, axes: Vec, ears: tuple[float, float], *, awake: bool) -> tuple[Part, list[Part]]:
    """Head to be melted into the body; and ears, eyes and nose. `ears`: radians each leans back."""

    def at(x: float, y: float, z: float) -> Vec:
        return np.asarray(centre + axes @ vec(x, y, z))

    h = Part(main)
    h.ellipsoid(centre, (0.040, 0.043, 0.054), axes.T)
    h.ellipsoid(at(0, -0.012, 0.040), (0.026, 0.025, 0.028), axes.T)
    pale = Part((0.60, 0.56, 0.50), 0.004, bump=fur())
    inner, eyes, shine = Part(_PINK, 0.003), Part((0.020, 0.014, 0.010), 0.001), Part((0.8, 0.8, 0.8), 0.001)
    outer = Part(main, 0.010, bump=fur())
    for sign, lean in ((1.0, ears[0]), (-1.0, ears[1])):
        pale.ellipsoid(at(sign * 0.012, -0.020, 0.058), (0.013, 0.011, 0.012), axes.T)
        up = axes @ rotation((1, 0, 0), -lean) @ vec(sign * 0.16, 1.0, -0.10)
        across, base = axes[:, 0], at(sign * 0.020, 0.032, -0.018)
        line = [base, base + up * 0.055, base + up * 0.105, base + up * 0.140]
        outer.loft(line, [(0.013, 0.010), (0.022, 0.009), (0.019, 0.007), (0.005, 0.004)], across)
        front = axes @ rotation((1, 0, 0), -lean) @ vec(0, 0, 1.0)
        folds = [p + front * 0.007 for p in (line[0] + up * 0.02, line[1], line[2])]
        inner.loft(folds, [(0.007, 0.004), (0.014, 0.004), (0.010, 0.003)], across)
        if awake:
            eyes.ball(at(sign * 0.036, 0.010, 0.022), 0.0105)
            shine.ball(at(sign * 0.044, 0.015, 0.026), 0.0030)
    nose = Part((0.30, 0.13, 0.11), 0.002).ellipsoid(at(0, -0.008, 0.068), (0.007, 0.005, 0.005), axes.T)
    return h, [outer, inner, pale, nose, *([eyes, shine] if awake else [])]


def _sitting(coat: tuple[Colour, Colour], turned: float) -> list[Part]:
    main, belly = coat
    b = Part(main, 0.028, bump=fur(220, 0.0010), paint=shaded(belly, 0.050, 0.030))
    b.loft(
        [(0, 0.085, -0.13), (0, 0.118, -0.08), (0, 0.138, -0.01), (0, 0.145, 0.06), (0, 0.180, 0.10)],
        [0.060, 0.098, 0.094, 0.070, 0.048],
    )
    for sign in (1.0, -1.0):
        b.ellipsoid((sign * 0.066, 0.082, -0.065), (0.042, 0.078, 0.082))
        b.cone((sign * 0.072, 0.018, -0.07), (sign * 0.070, 0.016, 0.055), 0.021, 0.017)
        b.loft(
            [(sign * 0.036, 0.125, 0.075), (sign * 0.030, 0.065, 0.105), (sign * 0.028, 0.016, 0.112)],
            [0.030, 0.020, 0.016],
        )
        b.ellipsoid((sign * 0.028, 0.014, 0.122), (0.017, 0.013, 0.024))
    h, more = _head(
        main,
        vec(0, 0.222, 0.118),
        rotation((0, 1, 0), -0.25) @ rotation((1, 0, 0), 0.10),
        (0.16 + 0.9 * turned, 0.22),
        awake=True,
    )
    tail = Part(belly, 0.006, bump=fur(180, 0.002)).ball((0, 0.085, -0.200), 0.036)
    return [b.melt(h), tail, *more]


def _lying(coat: tuple[Colour, Colour]) -> list[Part]:
    main, belly = coat
    b = Part(main, 0.030, bump=fur(220, 0.0010), paint=shaded(belly, 0.026, 0.024))
    b.loft(
        [(0, 0.065, -0.17), (0, 0.088, -0.10), (0, 0.092, -0.01), (0, 0.088, 0.08), (0, 0.092, 0.13)],
        [0.055, 0.092, 0.090, 0.072, 0.050],
    )
    for sign in (1.0, -1.0):
        b.ellipsoid((sign * 0.064, 0.066, -0.095), (0.040, 0.062, 0.078))
        b.cone((sign * 0.040, 0.018, 0.10), (sign * 0.036, 0.016, 0.185), 0.021, 0.016)
    b.cut((0, 0.002, 0), (0, -1, 0))
    h, more = _head(
        main, vec(0, 0.112, 0.165), rotation((0, 1, 0), -0.2) @ rotation((1, 0, 0), 0.18), (1.35, 1.40), awake=False
    )
    tail = Part(belly, 0.006, bump=fur(180, 0.002)).ball((0, 0.070, -0.228), 0.036)
    return [b.melt(h), tail, *more]


@lru_cache(maxsize=8)
def _cast(coat: tuple[Colour, Colour], pose: str) -> Modelled:
    key = f"rabbit/{pose}/" + "".join(f"{round(255 * c):02x}" for c in (*coat[0], *coat[1]))
    if pose == "lie":
        return cast_of(key, lambda: [_lying(coat)], 0.24, 1.05)
    return cast_of(key, lambda: [_sitting(coat, k / (_EARS - 1)) for k in range(_EARS)], 0.36, 1.05)


@element("prop", 0.35)
def rabbit(moment: Moment) -> tuple[Form, ...]:
    """Rabbits in the grass: one sits and turns an ear, or lies with its ears back."""
    main, belly = _COATS[int(uniform_one(moment.seed, _COAT) * len(_COATS))]
    coat = (tinted(moment, main), belly)
    said = [part for part in (moment.manner or "").split("/") if part in ("sit", "lie")]
    pose = said[0] if said else ("lie" if uniform_one(moment.seed, _POSE) < 0.2 else "sit")
    frames = 1 if pose == "lie" else _EARS
    return residents(moment, _cast(coat, pose), 0.42, lambda phase: now_and_then(moment.t, phase, frames, 11.0))
