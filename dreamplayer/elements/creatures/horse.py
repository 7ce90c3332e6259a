"""A horse with a full tail that lowers its head to graze; several are a quiet herd."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import HORSE
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 2.5, family="creature", several=5)
def horse(moment: Moment) -> tuple[Form, ...]:
    """A horse with a full tail that lowers its head to graze; several are a quiet herd."""
    return beast(moment, HORSE, 1.55)
