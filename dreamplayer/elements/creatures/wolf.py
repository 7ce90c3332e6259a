"""A wolf, far more moon than menace: it stands, lifts its head and sings without a sound."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_WOLF = Beast(
    name="wolf",
    spine=((-0.50, 0.82, 0.140), (-0.15, 0.78, 0.140), (0.20, 0.74, 0.195), (0.32, 0.82, 0.180)),
    neck=((0.34, 0.86, 0.170), (0.56, 0.99, 0.130)),
    head=((0.64, 1.04, 0.110), (0.80, 0.99, 0.062), (0.955, 0.955, 0.036)),
    ears=(
        ((0.53, 1.10), (0.53, 1.10), (0.555, 1.29), (0.555, 1.29), (0.655, 1.13), (0.655, 1.13)),
        ((0.60, 1.10), (0.60, 1.10), (0.645, 1.28), (0.645, 1.28), (0.715, 1.11), (0.715, 1.11)),
    ),
    tail=((-0.58, 0.84, 0.060), (-0.70, 0.62, 0.090), (-0.74, 0.42, 0.075), (-0.73, 0.27, 0.012)),
    hind=Leg((-0.46, 0.74), -0.52, (0.145, 0.068, 0.042, 0.046)),
    fore=Leg((0.24, 0.66), 0.26, (0.120, 0.058, 0.042, 0.048)),
    nod=(0.42, 0.62),
    fur=0.018,
    wide=0.78,
    coat=Coat((0.33, 0.315, 0.295), belly=(0.54, 0.52, 0.48), face=(0.43, 0.41, 0.38), length=0.0018),
)  # fmt: skip


@element("prop", 1.2)
def wolf(moment: Moment) -> tuple[Form, ...]:
    """A wolf, far more moon than menace: it stands, lifts its head and sings without a sound."""
    return beast(moment, _WOLF, 0.80)
