"""A horse with a full tail that lowers its head to graze; several are a quiet herd."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_HORSE = Beast(
    name="horse",
    spine=((-0.60, 0.86, 0.200), (-0.20, 0.80, 0.205), (0.24, 0.79, 0.225), (0.40, 0.88, 0.185)),
    neck=((0.44, 0.95, 0.175), (0.62, 1.22, 0.120), (0.72, 1.36, 0.098)),
    head=((0.77, 1.39, 0.100), (0.93, 1.20, 0.066), (1.03, 1.06, 0.058)),
    ears=(
        ((0.70, 1.45), (0.70, 1.45), (0.715, 1.60), (0.715, 1.60), (0.78, 1.47), (0.78, 1.47)),
        ((0.75, 1.46), (0.75, 1.46), (0.785, 1.59), (0.785, 1.59), (0.83, 1.46), (0.83, 1.46)),
    ),
    tail=((-0.76, 0.98, 0.050), (-0.90, 0.88, 0.075), (-0.98, 0.62, 0.090), (-0.96, 0.36, 0.075), (-1.02, 0.20, 0.012)),
    hind=Leg((-0.54, 0.78), -0.60, (0.190, 0.078, 0.042, 0.046), 0.045),
    fore=Leg((0.30, 0.70), 0.34, (0.150, 0.064, 0.040, 0.046), 0.045),
    nod=(-0.62, -0.10),
    extra="horse",
    wide=0.8,
    coat=Coat((0.30, 0.145, 0.070), socks=(0.085, 0.060, 0.048), hair=(0.075, 0.055, 0.045)),
)  # fmt: skip


_CHESTNUT = Coat((0.38, 0.17, 0.070), hair=(0.52, 0.36, 0.20), socks=(0.54, 0.50, 0.45))
_GREY = Coat((0.48, 0.465, 0.445), socks=(0.20, 0.19, 0.18), hair=(0.58, 0.56, 0.53))


@element("prop", 2.5)
def horse(moment: Moment) -> tuple[Form, ...]:
    """A horse with a full tail that lowers its head to graze; several are a quiet herd."""
    return beast(moment, _HORSE, 1.55, coats=(_HORSE.coat, _CHESTNUT, _GREY), usual=("stand", "graze", "walk"))
