"""A large slow bear."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import BEAR
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 1.5, family="creature", several=2)
def bear(moment: Moment) -> tuple[Form, ...]:
    """A large slow bear."""
    return beast(moment, BEAR, 1.25)
