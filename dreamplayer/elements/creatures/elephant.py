"""An elephant, wide ears, hanging trunk; several are a family on the way."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_ELEPHANT = Beast(
    name="elephant",
    spine=((-0.54, 0.80, 0.235), (-0.10, 0.84, 0.255), (0.34, 0.82, 0.245), (0.48, 0.88, 0.210)),
    neck=((0.54, 0.92, 0.200), (0.64, 0.98, 0.190)),
    head=((0.70, 1.02, 0.195), (0.82, 0.92, 0.140)),
    ears=(),
    tail=((-0.76, 0.92, 0.028), (-0.85, 0.68, 0.020), (-0.86, 0.48, 0.018), (-0.86, 0.38, 0.034)),
    hind=Leg((-0.50, 0.66), -0.52, (0.205, 0.128, 0.092, 0.098), 0.02, True),
    fore=Leg((0.36, 0.66), 0.38, (0.190, 0.118, 0.094, 0.098), 0.02),
    step=0.20,
    lift=0.07,
    nod=(-0.12, 0.06),
    extra="trunk",
    melt=0.18,
    wide=0.92,
    coat=Coat((0.19, 0.175, 0.165), length=0.0012),
)  # fmt: skip


@element("prop", 3.4)
def elephant(moment: Moment) -> tuple[Form, ...]:
    """An elephant, wide ears, hanging trunk; several are a family on the way."""
    return beast(moment, _ELEPHANT, 2.7)
