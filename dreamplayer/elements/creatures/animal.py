"""A fox with a great brush, the shy animal one sees first in a dream; it lowers its nose to the ground."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import FOX
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 0.9, family="creature", several=3)
def animal(moment: Moment) -> tuple[Form, ...]:
    """A fox with a great brush, the shy animal one sees first in a dream; it lowers its nose to the ground."""
    return beast(moment, FOX, 0.62)
