"""Bats: out for the evening on wide soft wings, or hanging asleep, wrapped in them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Part
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import fur
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.flying_bodies import Flyer, fly
from dreamplayer.elements.creatures._shared.residents import cast_of, residents
from dreamplayer.model.moment import Moment

_FUR, _SKIN = (0.38, 0.265, 0.18), (0.32, 0.225, 0.175)
_FLYER = Flyer(
    "bat",
    0.23,
    _FUR,
    (0.40, 0.30, 0.21),
    _SKIN,
    (0.22, 0.15, 0.12),
    beak=(0.10, 0.06, 0.05),
    span=1.30,
    chord=0.66,
    hand=0.42,
    sweep=0.25,
    tail=(0.16, 0.5, 0.0),
    girth=0.165,
    skull=(0.28, 0.06, 0.120),
    bill=0.02,
    stroke=0.9,
    ears=0.17,
)


def _hanging() -> list[Part]:
    """Head down, its feet above, 30 cm high."""
    body = Part(_FUR, 0.02, bump=fur(240, 0.0014))
    body.loft([(0, 0.235, 0), (0, 0.185, 0.004), (0, 0.115, 0.010), (0, 0.075, 0.014)], [0.024, 0.042, 0.046, 0.034])
    body.ball((0, 0.050, 0.018), 0.034)
    wings = Part(_SKIN, 0.01)
    eyes = Part((0.012, 0.010, 0.010), 0.001)
    for sign in (1.0, -1.0):
        body.cone((sign * 0.020, 0.028, 0.014), (sign * 0.034, -0.008, 0.010), (0.016, 0.007), 0.004)
        wings.loft(
            [
                (sign * 0.020, 0.265, 0.0),
                (sign * 0.046, 0.190, 0.022),
                (sign * 0.040, 0.100, 0.030),
                (sign * 0.012, 0.020, 0.036),
            ],
            [(0.010, 0.016), (0.016, 0.036), (0.014, 0.034), (0.006, 0.008)],
        )
        wings.cone((sign * 0.018, 0.250, 0), (sign * 0.016, 0.300, 0), 0.007, 0.005)
        eyes.ball((sign * 0.015, 0.044, 0.048), 0.0055)
    return [body, wings, eyes]


@lru_cache(maxsize=1)
def _asleep() -> Modelled:
    return cast_of("bat/hangs", lambda: [_hanging()], 0.31, 0.35, ground=False)


@element("air", 0.3, handles=("rise", "scatter"))
def bat(moment: Moment) -> tuple[Form, ...]:
    """Bats: out for the evening on wide soft wings, or hanging asleep, wrapped in them."""
    if moment.surface == "hang":

        def still(phase: Array) -> Array:
            return np.zeros_like(phase)

        return residents(moment, _asleep(), 0.14, still, most=6)
    return fly(moment, (_FLYER,), pace=0.9)
