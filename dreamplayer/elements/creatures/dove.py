"""White doves that seem to keep the last light in their feathers."""

from __future__ import annotations

from functools import partial

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.wings import (
    FeatherColours,
    Flight,
    WingShape,
    coloured,
    feathered,
    flying_birds,
)
from dreamplayer.model.moment import Moment

_DOVE = WingShape(span=1.12, chord=0.54, hand=0.60, sweep=0.25, fingers=0.55, tail=(0.46, 0.26, -0.06), belly=0.130,
             neck=((0.25, 0.05, 0.080), (0.345, 0.105, 0.066)), beak=(0.075, 0.016), stroke=1.0)  # fmt: skip
_PALE = FeatherColours(back=(1.0, 0.95, 0.9), far=(0.75, 0.74, 0.8))
"""Of a white bird."""
_DOVE_FLIGHT = Flight("wings/dove", _DOVE, partial(feathered, coat=_PALE))


@element("air", 1.0, handles=("rise", "scatter"))
def dove(moment: Moment) -> tuple[Form, ...]:
    """White doves that seem to keep the last light in their feathers."""
    return flying_birds(
        moment, _DOVE_FLIGHT, 1.15, coloured(moment, (0.60, 0.52, 0.46), 0.8), coloured(moment, (1.0, 0.80, 0.62), 0.30)
    )
