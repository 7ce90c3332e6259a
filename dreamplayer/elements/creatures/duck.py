"""A duck, the drake green of head: afloat on water, ashore on its feet; several keep together."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Part
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.modelled_fowl import Fowl, Plumage, fowl
from dreamplayer.elements.creatures._shared.residents import cast_of, now_and_then, residents
from dreamplayer.elements.creatures._shared.standing_birds import stand_about
from dreamplayer.kit.hashing import seed_of, uniform_one
from dreamplayer.model.moment import Moment

_COAT = 67
"""Lane of chance: drake, duck or white duck."""
_ORANGE, _YELLOW = (0.50, 0.21, 0.035), (0.46, 0.34, 0.06)
_DUCK = Fowl(
    name="duck",
    body=(
        (-0.195, 0.185, 0.024),
        (-0.115, 0.168, 0.070),
        (0.00, 0.155, 0.088),
        (0.09, 0.165, 0.078),
        (0.135, 0.200, 0.050),
    ),
    neck=((0.125, 0.200, 0.052), (0.150, 0.250, 0.032), (0.158, 0.285, 0.030)),
    head=(0.172, 0.318, 0.036),
    beak=0.050,
    wing=(-0.03, 0.182, 0.090, 0.050),
    tail=((-0.15, 0.182, 0.060), (-0.225, 0.208, 0.036)),
    leg=(0.01, 0.036, 0.0075),
    plumage=Plumage(
        (0.40, 0.385, 0.365), (0.30, 0.275, 0.25), neck=(0.018, 0.105, 0.060), beak=_YELLOW, legs=_ORANGE,
        breast=(0.15, 0.070, 0.045), throat=(0.018, 0.105, 0.060), ring=(0.56, 0.54, 0.50), speckle=0.15,
    ),
    wide=0.95,
    webbed=True,
    flat_beak=True,
)  # fmt: skip
_BROWN = Plumage((0.28, 0.185, 0.105), (0.20, 0.130, 0.075), beak=(0.36, 0.20, 0.06), legs=_ORANGE, speckle=0.8)
_WHITE = Plumage((0.58, 0.555, 0.50), (0.56, 0.53, 0.47), beak=_ORANGE, legs=_ORANGE)
_LINE = 0.105
"""Metres above its soles at which the water meets a duck."""
_DIPS = 3
"""Frames from the head held high to the beak at the water."""


def _swimming(b: Fowl, dip: float) -> list[Part]:
    parts = fowl(b, 0.55 * dip)
    for part in parts:
        part.cut((0, _LINE, 0), (0, -1, 0))
    # Without its legs, which the water hides.
    return parts[:-1]


@lru_cache(maxsize=4)
def _afloat(b: Fowl) -> Modelled:
    key = f"duck/{seed_of(b):x}/afloat"
    cast = cast_of(key, lambda: [_swimming(b, k / (_DIPS - 1)) for k in range(_DIPS)], 0.25, 1.15, ground=False)
    # The water is at the anchor.
    return replace(cast, shape=replace(cast.shape, foot=cast.shape.foot + _LINE / cast.metres))


@element("prop", 0.35)
def duck(moment: Moment) -> tuple[Form, ...]:
    """A duck, the drake green of head: afloat on water, ashore on its feet; several keep together."""
    plumages = (_DUCK.plumage, _BROWN, _WHITE)
    ashore = moment.surface in ("floor", "top") if moment.surface is not None else moment.stage.ground != "water"
    if ashore:
        return stand_about(moment, _DUCK, plumages=plumages)
    b = replace(_DUCK, plumage=plumages[int(uniform_one(moment.seed, _COAT) * len(plumages))])

    def dip(phase: np.ndarray) -> np.ndarray:
        return now_and_then(moment.t, phase, _DIPS, 14.0, 0.15)

    return residents(moment, _afloat(b), 0.5, dip, most=7, afloat=True)
