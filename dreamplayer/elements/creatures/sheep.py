"""A sheep in its fleece, dark of face; it grazes or lies in the grass, and several are a flock."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_SHEEP = Beast(
    name="sheep",
    spine=((-0.48, 0.78, 0.255), (-0.12, 0.76, 0.300), (0.24, 0.78, 0.280), (0.42, 0.84, 0.210)),
    neck=((0.50, 0.92, 0.165), (0.60, 1.04, 0.125)),
    head=((0.67, 1.09, 0.112), (0.79, 1.00, 0.072), (0.86, 0.95, 0.054)),
    ears=(
        ((0.61, 1.13), (0.57, 1.14), (0.50, 1.10), (0.49, 1.06), (0.55, 1.05), (0.61, 1.07)),
    ),
    tail=((-0.70, 0.84, 0.070), (-0.78, 0.70, 0.070), (-0.79, 0.54, 0.045)),
    hind=Leg((-0.40, 0.60), -0.44, (0.150, 0.058, 0.036, 0.040), 0.045),
    fore=Leg((0.26, 0.58), 0.28, (0.120, 0.050, 0.036, 0.040), 0.045),
    nod=(-0.85, -0.1),
    step=0.20,
    melt=0.14,
    wide=0.96,
    ear_spread=1.1,
    coat=Coat((0.50, 0.465, 0.405), socks=(0.060, 0.050, 0.046), face=(0.060, 0.050, 0.046), length=0.012, woolly=True),
)  # fmt: skip
_WHITE = Coat((0.54, 0.51, 0.45), face=(0.42, 0.36, 0.30), socks=(0.40, 0.34, 0.28), length=0.012, woolly=True)
_BROWN = Coat((0.13, 0.085, 0.058), socks=(0.05, 0.04, 0.035), face=(0.06, 0.045, 0.04), length=0.012, woolly=True)


@element("prop", 0.85)
def sheep(moment: Moment) -> tuple[Form, ...]:
    """A sheep in its fleece, dark of face; it grazes or lies in the grass, and several are a flock."""
    coats = (_SHEEP.coat, _SHEEP.coat, _WHITE, _BROWN)
    return beast(moment, _SHEEP, 0.68, coats=coats, usual=("graze", "stand", "lie"))
