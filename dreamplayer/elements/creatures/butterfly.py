"""Butterflies whose wings hold a little light, opening and closing as they wander."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.small_creatures import fluttering
from dreamplayer.elements.creatures._shared.tiny import BUTTERFLY_CYCLE
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

_HUES: tuple[Colour, ...] = ((1.0, 0.46, 0.14), (0.95, 0.60, 0.30), (0.42, 0.50, 0.85), (0.85, 0.34, 0.36))


@element("air", 0.6, family="creature", answers=("rise", "scatter"), several=14)
def butterfly(moment: Moment) -> tuple[Form, ...]:
    """Butterflies whose wings hold a little light, opening and closing as they wander."""
    return fluttering(
        moment,
        BUTTERFLY_CYCLE.shape,
        0.42 * moment.place.size * BUTTERFLY_CYCLE.height / 1.2,
        _HUES,
        0.55,
        0.62,
        0.45,
        40,
    )
