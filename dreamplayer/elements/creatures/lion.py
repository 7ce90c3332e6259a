"""A lion with a great mane, calm as a cushion."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_LION = Beast(
    name="lion",
    spine=((-0.54, 0.80, 0.175), (-0.12, 0.77, 0.165), (0.24, 0.76, 0.205), (0.34, 0.82, 0.190)),
    neck=((0.38, 0.86, 0.180), (0.52, 0.96, 0.150)),
    head=((0.62, 1.01, 0.150), (0.75, 0.95, 0.098), (0.825, 0.935, 0.075)),
    ears=(),
    tail=((-0.66, 0.86, 0.046), (-0.88, 0.74, 0.036), (-0.99, 0.54, 0.032), (-1.05, 0.38, 0.050), (-1.08, 0.28, 0.010)),
    hind=Leg((-0.48, 0.74), -0.54, (0.165, 0.082, 0.056, 0.060)),
    fore=Leg((0.28, 0.68), 0.32, (0.140, 0.080, 0.060, 0.064)),
    nod=(-0.18, 0.1),
    extra="lion",
    wide=0.82,
    coat=Coat((0.42, 0.27, 0.125), belly=(0.50, 0.40, 0.27), hair=(0.17, 0.080, 0.034)),
)  # fmt: skip


@element("prop", 1.5)
def lion(moment: Moment) -> tuple[Form, ...]:
    """A lion with a great mane, calm as a cushion."""
    return beast(moment, _LION, 1.15)
