"""A tortoise under its dome of plates, in no hurry at all."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.swimmers import TURTLE_CYCLE, crawling
from dreamplayer.model.moment import Moment


@element("prop", 0.9, family="creature", several=3)
def turtle(moment: Moment) -> tuple[Form, ...]:
    """A tortoise under its dome of plates, in no hurry at all."""
    return crawling(moment, TURTLE_CYCLE, 1.2, 0.13, (0.045, 0.034, 0.016), (0.85, 0.55, 0.20), creep=0.030)
