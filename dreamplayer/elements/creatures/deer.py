"""A stag with wide antlers, listening."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import DEER
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 2.2, family="creature", several=5)
def deer(moment: Moment) -> tuple[Form, ...]:
    """A stag with wide antlers, listening."""
    return beast(moment, DEER, 1.12)
