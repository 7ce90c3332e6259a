"""Swallows with scythe wings and forked tails, gliding more than they beat."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.wings import coloured, flying_birds
from dreamplayer.model.moment import Moment


@element("air", 0.9, handles=("rise", "scatter"))
def swallow(moment: Moment) -> tuple[Form, ...]:
    """Swallows with scythe wings and forked tails, gliding more than they beat."""
    tint = coloured(moment, moment.palette.body, 1.0 if moment.tint is None else 0.5)
    return flying_birds(moment, "swallow", 1.0, tint, coloured(moment, moment.palette.key, 0.40), 0.95)
