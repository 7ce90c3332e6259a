"""A frog with half-closed golden eyes, breathing."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.swimmers import FROG_CYCLE, crawling
from dreamplayer.model.moment import Moment


@element("prop", 0.7, family="creature", several=5)
def frog(moment: Moment) -> tuple[Form, ...]:
    """A frog with half-closed golden eyes, breathing."""
    return crawling(moment, FROG_CYCLE, 0.85, 0.28, (0.020, 0.034, 0.010), (0.80, 0.66, 0.20), creep=0.0)
