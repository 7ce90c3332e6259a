"""A stag with wide antlers, listening."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_DEER = Beast(
    name="deer",
    spine=((-0.50, 0.86, 0.150), (-0.15, 0.82, 0.145), (0.22, 0.80, 0.170), (0.34, 0.88, 0.135)),
    neck=((0.37, 0.95, 0.118), (0.47, 1.20, 0.082), (0.52, 1.32, 0.075)),
    head=((0.56, 1.36, 0.080), (0.70, 1.28, 0.048), (0.795, 1.22, 0.032)),
    ears=(
        ((0.52, 1.40), (0.45, 1.475), (0.345, 1.49), (0.345, 1.49), (0.40, 1.415), (0.49, 1.35)),
        ((0.60, 1.43), (0.64, 1.50), (0.72, 1.55), (0.72, 1.55), (0.70, 1.46), (0.64, 1.39)),
    ),
    tail=((-0.60, 0.94, 0.050), (-0.69, 0.95, 0.050), (-0.73, 0.86, 0.014)),
    hind=Leg((-0.45, 0.80), -0.50, (0.150, 0.060, 0.030, 0.032), 0.035),
    fore=Leg((0.26, 0.72), 0.29, (0.115, 0.046, 0.028, 0.032), 0.035),
    nod=(0.0, 0.20),
    extra="antlers",
    wide=0.74,
    coat=Coat((0.36, 0.205, 0.105), belly=(0.58, 0.50, 0.40), socks=(0.24, 0.145, 0.085)),
)  # fmt: skip


@element("prop", 2.2)
def deer(moment: Moment) -> tuple[Form, ...]:
    """A stag with wide antlers, listening."""
    return beast(moment, _DEER, 1.12, usual=("stand", "graze"))
