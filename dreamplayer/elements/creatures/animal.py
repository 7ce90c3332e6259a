"""A fox with a great brush, the shy animal one sees first in a dream; it lowers its nose to the ground."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_FOX = Beast(
    name="fox",
    spine=((-0.52, 0.84, 0.150), (-0.12, 0.80, 0.145), (0.26, 0.78, 0.175), (0.36, 0.86, 0.150)),
    neck=((0.40, 0.90, 0.140), (0.56, 1.06, 0.115)),
    head=((0.62, 1.12, 0.125), (0.78, 1.05, 0.060), (0.925, 1.005, 0.026)),
    ears=(
        ((0.50, 1.17), (0.50, 1.17), (0.525, 1.43), (0.525, 1.43), (0.645, 1.22), (0.645, 1.22)),
        ((0.60, 1.20), (0.60, 1.20), (0.675, 1.41), (0.675, 1.41), (0.725, 1.17), (0.725, 1.17)),
    ),
    tail=((-0.60, 0.86, 0.055), (-0.86, 0.72, 0.125), (-1.14, 0.66, 0.140), (-1.36, 0.72, 0.060), (-1.43, 0.78, 0.012)),
    hind=Leg((-0.46, 0.76), -0.52, (0.145, 0.066, 0.038, 0.040)),
    fore=Leg((0.28, 0.70), 0.30, (0.115, 0.052, 0.036, 0.040)),
    nod=(-0.55, -0.1),
    fur=0.014,
    wide=0.78,
    coat=Coat((0.50, 0.185, 0.052), belly=(0.62, 0.57, 0.51), socks=(0.075, 0.055, 0.048), length=0.0012),
)  # fmt: skip


@element("prop", 0.6)
def animal(moment: Moment) -> tuple[Form, ...]:
    """A fox with a great brush, the shy animal one sees first in a dream; it lowers its nose to the ground."""
    return beast(moment, _FOX, 0.40, usual=("stand", "walk", "lie"))
