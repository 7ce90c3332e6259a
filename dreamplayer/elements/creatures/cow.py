"""A cow, brown and white, that grazes or lies chewing; several are a herd."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_COW = Beast(
    name="cow",
    spine=((-0.62, 0.83, 0.215), (-0.22, 0.76, 0.255), (0.22, 0.78, 0.250), (0.42, 0.84, 0.190)),
    neck=((0.50, 0.90, 0.160), (0.66, 1.00, 0.125)),
    head=((0.76, 1.06, 0.112), (0.92, 0.93, 0.080), (1.00, 0.865, 0.070)),
    ears=(
        ((0.70, 1.11), (0.66, 1.13), (0.58, 1.10), (0.56, 1.06), (0.62, 1.03), (0.69, 1.04)),
    ),
    tail=((-0.82, 0.97, 0.036), (-0.89, 0.72, 0.024), (-0.90, 0.46, 0.022), (-0.90, 0.32, 0.042), (-0.90, 0.24, 0.015)),
    hind=Leg((-0.56, 0.74), -0.62, (0.190, 0.085, 0.048, 0.052), 0.045),
    fore=Leg((0.30, 0.66), 0.32, (0.150, 0.070, 0.048, 0.052), 0.045),
    nod=(-0.85, -0.15),
    step=0.24,
    extra="horns",
    melt=0.14,
    wide=0.98,
    ear_spread=1.0,
    coat=Coat((0.50, 0.46, 0.41), patches=(0.15, 0.068, 0.032), length=0.0012),
)  # fmt: skip
_BLACK = Coat((0.52, 0.49, 0.45), patches=(0.030, 0.027, 0.027), length=0.0012)
_BROWN = Coat((0.20, 0.095, 0.042), belly=(0.34, 0.22, 0.13), length=0.0012)


@element("prop", 1.55)
def cow(moment: Moment) -> tuple[Form, ...]:
    """A cow, brown and white, that grazes or lies chewing; several are a herd."""
    return beast(moment, _COW, 1.35, coats=(_COW.coat, _BLACK, _BROWN), usual=("graze", "stand", "lie"))
