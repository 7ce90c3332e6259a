"""A goat with swept horns and a beard, that browses or lies in the grass; several are a herd."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_GOAT = Beast(
    name="goat",
    spine=((-0.50, 0.80, 0.180), (-0.14, 0.75, 0.225), (0.22, 0.76, 0.215), (0.36, 0.83, 0.165)),
    neck=((0.42, 0.92, 0.135), (0.58, 1.12, 0.092)),
    head=((0.64, 1.20, 0.098), (0.78, 1.10, 0.066), (0.87, 1.035, 0.050)),
    ears=(
        ((0.57, 1.24), (0.53, 1.25), (0.45, 1.20), (0.44, 1.15), (0.51, 1.15), (0.57, 1.18)),
    ),
    tail=((-0.66, 0.90, 0.045), (-0.74, 0.97, 0.050), (-0.77, 1.06, 0.020)),
    hind=Leg((-0.44, 0.70), -0.48, (0.145, 0.060, 0.036, 0.040), 0.045),
    fore=Leg((0.26, 0.64), 0.29, (0.115, 0.052, 0.036, 0.040), 0.045),
    nod=(-0.95, -0.1),
    step=0.22,
    extra="goat",
    wide=0.88,
    ear_spread=1.0,
    coat=Coat((0.54, 0.51, 0.46), length=0.0012),
)  # fmt: skip
_BROWN = Coat((0.27, 0.140, 0.065), belly=(0.52, 0.46, 0.38), socks=(0.06, 0.048, 0.042), length=0.0011)
_PIED = Coat((0.52, 0.48, 0.43), patches=(0.12, 0.070, 0.042), length=0.0011)


@element("prop", 0.9)
def goat(moment: Moment) -> tuple[Form, ...]:
    """A goat with swept horns and a beard, that browses or lies in the grass; several are a herd."""
    return beast(moment, _GOAT, 0.70, coats=(_GOAT.coat, _BROWN, _PIED), usual=("stand", "graze", "lie"))
