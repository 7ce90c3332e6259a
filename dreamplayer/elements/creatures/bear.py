"""A large slow bear."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_BEAR = Beast(
    name="bear",
    spine=((-0.50, 0.78, 0.255), (-0.10, 0.80, 0.255), (0.30, 0.86, 0.260), (0.46, 0.84, 0.220)),
    neck=((0.54, 0.86, 0.205), (0.70, 0.88, 0.170)),
    head=((0.80, 0.88, 0.165), (0.96, 0.79, 0.090), (1.05, 0.765, 0.062)),
    ears=(
        ((0.68, 1.00), (0.655, 1.09), (0.715, 1.14), (0.775, 1.09), (0.76, 1.00)),
        ((0.80, 1.00), (0.80, 1.09), (0.86, 1.12), (0.90, 1.07), (0.87, 0.98)),
    ),
    tail=((-0.72, 0.90, 0.055), (-0.79, 0.84, 0.040)),
    hind=Leg((-0.46, 0.66), -0.48, (0.215, 0.128, 0.084, 0.080), 0.12),
    fore=Leg((0.36, 0.68), 0.38, (0.185, 0.116, 0.082, 0.080), 0.12),
    step=0.26,
    lift=0.08,
    nod=(-0.28, -0.1),
    fur=0.014,
    melt=0.16,
    wide=1.0,
    coat=Coat((0.215, 0.130, 0.078), face=(0.30, 0.200, 0.125), length=0.0022),
)  # fmt: skip


@element("prop", 1.3)
def bear(moment: Moment) -> tuple[Form, ...]:
    """A large slow bear."""
    return beast(moment, _BEAR, 1.05)
