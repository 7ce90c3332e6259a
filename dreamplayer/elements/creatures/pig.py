"""A pig, round and pink, that grubs with its snout or lies down; several are a sty."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_PIG = Beast(
    name="pig",
    spine=((-0.48, 0.68, 0.290), (-0.18, 0.65, 0.355), (0.18, 0.66, 0.345), (0.38, 0.71, 0.290)),
    neck=((0.50, 0.76, 0.250), (0.62, 0.80, 0.215)),
    head=((0.72, 0.81, 0.200), (0.89, 0.72, 0.130), (1.00, 0.67, 0.098)),
    ears=(
        ((0.60, 0.96), (0.62, 1.08), (0.84, 1.09), (0.84, 1.09), (0.80, 0.99), (0.72, 0.95)),
    ),
    tail=((-0.75, 0.78, 0.030), (-0.83, 0.84, 0.026), (-0.88, 0.78, 0.024), (-0.83, 0.72, 0.022), (-0.79, 0.78, 0.014)),
    hind=Leg((-0.38, 0.50), -0.40, (0.170, 0.085, 0.056, 0.056), 0.045),
    fore=Leg((0.26, 0.48), 0.28, (0.150, 0.078, 0.056, 0.056), 0.045),
    nod=(-0.55, -0.25),
    step=0.17,
    extra="snout",
    melt=0.14,
    wide=0.95,
    ear_spread=0.55,
    coat=Coat((0.56, 0.36, 0.30), length=0.0006),
)  # fmt: skip
_SPOTTED = Coat((0.54, 0.37, 0.31), patches=(0.060, 0.050, 0.048), length=0.0006)


@element("prop", 0.85)
def pig(moment: Moment) -> tuple[Form, ...]:
    """A pig, round and pink, that grubs with its snout or lies down; several are a sty."""
    return beast(moment, _PIG, 0.72, coats=(_PIG.coat, _PIG.coat, _SPOTTED), usual=("graze", "stand", "lie"))
