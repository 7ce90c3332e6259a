"""The colour that creatures are lit in: the words' own, or one that suits them."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import rgb
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour


def coloured_light(moment: Moment, default: Colour, share: float) -> Colour:
    """The colour the words give, or a default one, times a share; up to 30 % dimmer deep in the night.

    Args:
        moment: when, where, and whose seed.
        default: linear light where the words name no colour.
        share: .2 an edge just seen, 1 the colour as it is.
    """
    return rgb(np.asarray(moment.tint or default, np.float32) * np.float32(share * (1 - 0.3 * moment.calm)))
