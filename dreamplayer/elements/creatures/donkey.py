"""A donkey, grey and long-eared, with a pale muzzle; it grazes, stands or lies."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_DONKEY = Beast(
    name="donkey",
    spine=((-0.56, 0.82, 0.185), (-0.18, 0.77, 0.215), (0.22, 0.77, 0.220), (0.38, 0.85, 0.175)),
    neck=((0.44, 0.92, 0.160), (0.60, 1.12, 0.120), (0.70, 1.24, 0.100)),
    head=((0.76, 1.28, 0.118), (0.92, 1.12, 0.068), (1.03, 1.00, 0.072)),
    ears=(
        ((0.59, 1.34), (0.53, 1.54), (0.60, 1.78), (0.60, 1.78), (0.77, 1.56), (0.79, 1.36)),
    ),
    tail=((-0.72, 0.92, 0.034), (-0.80, 0.74, 0.024), (-0.82, 0.54, 0.022), (-0.82, 0.40, 0.044), (-0.83, 0.26, 0.014)),
    hind=Leg((-0.50, 0.74), -0.56, (0.170, 0.074, 0.044, 0.048), 0.045),
    fore=Leg((0.28, 0.68), 0.32, (0.140, 0.062, 0.042, 0.048), 0.045),
    nod=(-0.80, -0.05),
    step=0.24,
    extra="donkey",
    wide=0.86,
    ear_spread=0.36,
    coat=Coat((0.30, 0.275, 0.255), belly=(0.56, 0.53, 0.48), hair=(0.070, 0.058, 0.052), length=0.0012),
)  # fmt: skip
_BROWN = Coat((0.20, 0.125, 0.075), belly=(0.52, 0.47, 0.40), hair=(0.055, 0.044, 0.038), length=0.0012)


@element("prop", 1.6)
def donkey(moment: Moment) -> tuple[Form, ...]:
    """A donkey, grey and long-eared, with a pale muzzle; it grazes, stands or lies."""
    return beast(moment, _DONKEY, 1.08, coats=(_DONKEY.coat, _DONKEY.coat, _BROWN), usual=("stand", "graze", "lie"))
