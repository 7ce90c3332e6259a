"""Dragonflies with clear wings that hang in the air, dart softly, and hang again."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.small_creatures import fluttering
from dreamplayer.elements.creatures._shared.tiny import DRAGONFLY_CYCLE
from dreamplayer.model.moment import Moment


@element("air", 0.7, family="creature", answers=("rise", "scatter"), several=9)
def insect(moment: Moment) -> tuple[Form, ...]:
    """Dragonflies with clear wings that hang in the air, dart softly, and hang again."""
    hues = ((0.45, 0.75, 0.70), (0.80, 0.62, 0.30), (0.50, 0.60, 0.85))
    return fluttering(
        moment, DRAGONFLY_CYCLE.shape, 0.46 * moment.place.size * DRAGONFLY_CYCLE.height, hues, 0.50, 0.9, 0.25, 24
    )
