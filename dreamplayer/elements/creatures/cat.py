"""A cat that walks with its tail held like a question mark."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_CAT = Beast(
    name="cat",
    spine=((-0.52, 0.78, 0.165), (-0.15, 0.82, 0.155), (0.20, 0.80, 0.170), (0.32, 0.86, 0.150)),
    neck=((0.36, 0.90, 0.140), (0.45, 0.98, 0.130)),
    head=((0.52, 1.05, 0.172), (0.645, 1.000, 0.098), (0.695, 0.990, 0.064)),
    ears=(
        ((0.385, 1.13), (0.385, 1.13), (0.365, 1.365), (0.365, 1.365), (0.53, 1.22), (0.53, 1.22)),
        ((0.53, 1.20), (0.53, 1.20), (0.635, 1.355), (0.635, 1.355), (0.670, 1.13), (0.670, 1.13)),
    ),
    tail=((-0.64, 0.84, 0.060), (-0.82, 0.98, 0.056), (-0.90, 1.22, 0.053), (-0.88, 1.44, 0.050), (-0.78, 1.54, 0.044),
          (-0.69, 1.50, 0.036)),
    hind=Leg((-0.46, 0.72), -0.50, (0.160, 0.078, 0.050, 0.054)),
    fore=Leg((0.24, 0.70), 0.27, (0.120, 0.068, 0.050, 0.054)),
    nod=(-0.25, 0.15),
    fur=0.004,
)  # fmt: skip


@element("prop", 0.75)
def cat(moment: Moment) -> tuple[Form, ...]:
    """A cat that walks with its tail held like a question mark."""
    return beast(moment, _CAT, 0.48)
