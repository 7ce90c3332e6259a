"""A wolf, far more moon than menace: it stands, lifts its head and sings without a sound."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import WOLF
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 1.2, family="creature", several=4)
def wolf(moment: Moment) -> tuple[Form, ...]:
    """A wolf, far more moon than menace: it stands, lifts its head and sings without a sound."""
    return beast(moment, WOLF, 0.88)
