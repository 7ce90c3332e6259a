"""Birds with slow wings, dark against the sky, their edges touched by light."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.wings import coloured, flying_birds
from dreamplayer.model.moment import Moment


@element("air", 1.3, handles=("rise", "scatter"))
def bird(moment: Moment) -> tuple[Form, ...]:
    """Birds with slow wings, dark against the sky, their edges touched by light.

    Notes: `glass` 1 makes them of stained glass, `rising` 1 lets them leave their place one by one and fly up.
    """
    if moment.param("glass", 0.0) > 0.5 or moment.manner == "glass":
        return flying_birds(moment, "glass", 1.4, (0.9, 0.9, 0.9), (0.0, 0.0, 0.0), 0.6, 14, 0.05)
    tint = coloured(moment, moment.palette.body, 1.0 if moment.tint is None else 0.5)
    return flying_birds(moment, "bird", 1.3, tint, coloured(moment, moment.palette.key, 0.42))
