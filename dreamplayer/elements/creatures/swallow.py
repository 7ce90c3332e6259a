"""Swallows with scythe wings and forked tails, gliding more than they beat."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.wings import Flight, WingShape, coloured, flying_birds
from dreamplayer.model.moment import Moment

_SWALLOW = WingShape(span=1.25, chord=0.33, hand=0.86, sweep=0.95, fingers=0.06, feathers=8, tail=(0.62, 0.15, 0.40),
                belly=0.088, neck=((0.24, 0.02, 0.076), (0.32, 0.035, 0.072)), beak=(0.055, 0.014),
                stroke=0.8)  # fmt: skip
_SWALLOW_FLIGHT = Flight("wings/swallow", _SWALLOW)


@element("air", 0.9, handles=("rise", "scatter"))
def swallow(moment: Moment) -> tuple[Form, ...]:
    """Swallows with scythe wings and forked tails, gliding more than they beat."""
    tint = coloured(moment, moment.palette.body, 1.0 if moment.tint is None else 0.5)
    return flying_birds(moment, _SWALLOW_FLIGHT, 1.0, tint, coloured(moment, moment.palette.key, 0.40), 0.95)
