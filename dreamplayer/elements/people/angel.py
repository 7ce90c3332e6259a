"""A winged one of pale gold light, hands together, hovering a little above the ground."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.people._shared.light_bodies import of_light
from dreamplayer.model.moment import Moment


@element("hero", 2.1)
def angel(moment: Moment) -> tuple[Form, ...]:
    """A winged one of pale gold light, hands together, hovering a little above the ground."""
    hover = 0.10 + 0.05 * float(np.sin(0.5 * moment.t))
    return of_light(moment, "angel", 12000, (1.0, 0.66, 0.34), 2.1, hover * moment.place.size)
