"""White doves that seem to keep the last light in their feathers."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.wings import coloured, flying_birds
from dreamplayer.model.moment import Moment


@element("air", 1.0, handles=("rise", "scatter"))
def dove(moment: Moment) -> tuple[Form, ...]:
    """White doves that seem to keep the last light in their feathers."""
    return flying_birds(
        moment, "dove", 1.15, coloured(moment, (0.60, 0.52, 0.46), 0.8), coloured(moment, (1.0, 0.80, 0.62), 0.30)
    )
