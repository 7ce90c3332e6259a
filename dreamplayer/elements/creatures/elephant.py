"""An elephant, wide ears, hanging trunk; several are a family on the way."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import ELEPHANT
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 3.4, family="creature", several=4)
def elephant(moment: Moment) -> tuple[Form, ...]:
    """An elephant, wide ears, hanging trunk; several are a family on the way."""
    return beast(moment, ELEPHANT, 2.7)
