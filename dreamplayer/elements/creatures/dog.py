"""A friendly dog, ears hanging, tail up."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_DOG = Beast(
    name="dog",
    spine=((-0.48, 0.83, 0.145), (-0.15, 0.77, 0.135), (0.20, 0.73, 0.185), (0.34, 0.80, 0.150)),
    neck=((0.38, 0.86, 0.135), (0.54, 1.10, 0.105)),
    head=((0.60, 1.17, 0.118), (0.76, 1.12, 0.068), (0.875, 1.105, 0.046), (0.895, 1.125, 0.028)),
    ears=(
        ((0.60, 1.27), (0.53, 1.25), (0.46, 1.14), (0.445, 1.00), (0.49, 0.95), (0.555, 1.02), (0.60, 1.14)),
    ),
    tail=((-0.56, 0.88, 0.055), (-0.74, 1.02, 0.050), (-0.84, 1.20, 0.040), (-0.84, 1.36, 0.014)),
    hind=Leg((-0.44, 0.74), -0.50, (0.145, 0.070, 0.042, 0.044)),
    fore=Leg((0.26, 0.66), 0.28, (0.115, 0.060, 0.043, 0.046)),
    nod=(-0.35, 0.22),
    fur=0.006,
)  # fmt: skip


@element("prop", 0.95)
def dog(moment: Moment) -> tuple[Form, ...]:
    """A friendly dog, ears hanging, tail up."""
    return beast(moment, _DOG, 0.68)
