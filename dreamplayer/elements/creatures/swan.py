"""White swans afloat, their necks like question marks answered; on land they stand."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Part, vec
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import feathers
from dreamplayer.drawing.primitives import Array, Form
from dreamplayer.elements.creatures._shared.flying_bodies import Flyer, fly
from dreamplayer.elements.creatures._shared.residents import cast_of, residents, tinted
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

F = np.float32
_WHITE: Colour = (0.62, 0.60, 0.57)
_FLYER = Flyer(
    "swan",
    0.95,
    _WHITE,
    _WHITE,
    _WHITE,
    (0.54, 0.53, 0.52),
    beak=(0.50, 0.19, 0.035),
    span=1.15,
    chord=0.40,
    hand=0.48,
    sweep=0.20,
    tail=(0.18, 0.4, 0.0),
    girth=0.14,
    skull=(0.92, 0.06, 0.052),
    bill=0.085,
    stroke=0.6,
)
_BOWS = 3
"""Frames from the head held high to bent to the water."""
_LEGS = 0.24
"""Metres by which one on land stands higher."""


def _swan(white: Colour, bow: float, up: float) -> list[Part]:
    """A swan whose waterline is y = 0, or that stands on legs `up` metres high."""
    plumes = feathers(30, 0.004)
    b = Part(white, 0.06, bump=plumes)
    b.loft(
        [
            (0, 0.20 + up, -0.66),
            (0, 0.15 + up, -0.46),
            (0, 0.10 + up, -0.12),
            (0, 0.10 + up, 0.20),
            (0, 0.16 + up, 0.40),
        ],
        [(0.06, 0.045), (0.16, 0.13), (0.215, 0.185), (0.20, 0.175), (0.12, 0.115)],
    )
    neck = Part(white, 0.03, bump=feathers(60, 0.0016))
    high = [
        (0, 0.17, 0.38),
        (0, 0.29, 0.50),
        (0, 0.43, 0.50),
        (0, 0.56, 0.43),
        (0, 0.68, 0.40),
        (0, 0.77, 0.44),
        (0, 0.79, 0.50),
    ]
    low = [
        (0, 0.17, 0.38),
        (0, 0.29, 0.52),
        (0, 0.42, 0.58),
        (0, 0.53, 0.60),
        (0, 0.58, 0.68),
        (0, 0.53, 0.77),
        (0, 0.46, 0.80),
    ]
    line = [vec(*a) + (vec(*c) - vec(*a)) * bow + vec(0, up, 0) for a, c in zip(high, low, strict=True)]
    neck.loft(line, [0.105, 0.076, 0.057, 0.049, 0.046, 0.045, 0.046])
    tilt = 0.30 + 1.1 * bow
    way = vec(0, -np.sin(tilt), np.cos(tilt))
    crown = line[-1]
    neck.ellipsoid(crown + way * 0.03, (0.044, 0.044, 0.062), np.stack([vec(1, 0, 0), np.cross(way, (1, 0, 0)), way]))
    beak = Part((0.56, 0.21, 0.035), 0.006)
    beak.cone(crown + way * 0.075, crown + way * 0.185 - vec(0, 0.012, 0), (0.030, 0.026), (0.020, 0.009))
    black = Part((0.016, 0.015, 0.016), 0.010)
    over = np.cross(way, (1, 0, 0))
    black.ball(crown + way * 0.086 + over * 0.018, 0.021)
    for sign in (1.0, -1.0):
        black.cone(
            crown + way * 0.080 + vec(sign * 0.028, 0, 0),
            crown + way * 0.048 + vec(sign * 0.038, 0.010, 0),
            0.010,
            0.006,
        )
        black.ball(crown + way * 0.040 + vec(sign * 0.039, 0.010, 0), 0.009)
    wings = Part(white, 0.03, bump=feathers(15, 0.010))
    for sign in (1.0, -1.0):
        wings.loft(
            [
                (sign * 0.15, 0.20 + up, 0.26),
                (sign * 0.21, 0.25 + up, 0.02),
                (sign * 0.18, 0.29 + up, -0.28),
                (sign * 0.10, 0.275 + up, -0.56),
                (sign * 0.05, 0.27 + up, -0.74),
            ],
            [(0.040, 0.075), (0.055, 0.125), (0.055, 0.120), (0.040, 0.070), (0.014, 0.020)],
        )
    tail = Part(white, 0.02, bump=feathers(8, 0.004))
    tail.cone((0, 0.19 + up, -0.60), (0, 0.25 + up, -0.80), (0.085, 0.030), (0.060, 0.010))
    parts = [b, neck, beak, black, wings, tail]
    if up > 0.0:
        legs = Part((0.06, 0.055, 0.055), 0.01)
        for sign in (1.0, -1.0):
            legs.cone((sign * 0.085, 0.24, -0.06), (sign * 0.085, 0.02, -0.02), 0.026, 0.019)
            legs.ellipsoid((sign * 0.085, 0.012, 0.05), (0.065, 0.010, 0.085))
        return [*parts, legs]
    for part in parts:
        part.cut((0, -0.004, 0), (0, -1, 0))
    return parts


@lru_cache(maxsize=4)
def _cast(white: Colour, up: float) -> Modelled:
    key = f"swan/{up:.2f}/" + "".join(f"{round(255 * c):02x}" for c in white)
    return cast_of(
        key, lambda: [_swan(white, k / (_BOWS - 1), up) for k in range(_BOWS)], 0.85 + up, 1.15, ground=up > 0
    )


@element("prop", 1.1)
def swan(moment: Moment) -> tuple[Form, ...]:
    """White swans afloat, their necks like question marks answered; on land they stand."""
    if moment.surface in ("air", "sky"):
        return fly(moment, (_FLYER,), pace=0.5, most=9)
    ashore = moment.surface in ("floor", "top") if moment.surface is not None else moment.stage.ground != "water"
    # A young one is as white: its colour is the words' own or white.
    cast = _cast(tinted(moment, _WHITE), _LEGS if ashore else 0.0)

    def bow(phase: Array) -> Array:
        return np.asarray((_BOWS - 1) * (0.28 - 0.28 * np.cos(0.22 * moment.t + 6.2832 * phase)), F)

    return residents(moment, cast, 1.35, bow, most=7, afloat=not ashore)
