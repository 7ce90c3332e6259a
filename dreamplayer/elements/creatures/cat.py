"""A cat that walks with its tail held like a question mark."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import CAT
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 0.75, family="creature", several=3)
def cat(moment: Moment) -> tuple[Form, ...]:
    """A cat that walks with its tail held like a question mark."""
    return beast(moment, CAT, 0.48)
