"""A friendly dog, ears hanging, tail up."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import DOG
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 0.95, family="creature", several=3)
def dog(moment: Moment) -> tuple[Form, ...]:
    """A friendly dog, ears hanging, tail up."""
    return beast(moment, DOG, 0.68)
