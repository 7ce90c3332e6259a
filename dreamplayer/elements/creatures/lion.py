"""A lion with a great mane, calm as a cushion."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import LION
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 1.5, family="creature", several=3)
def lion(moment: Moment) -> tuple[Form, ...]:
    """A lion with a great mane, calm as a cushion."""
    return beast(moment, LION, 1.15)
