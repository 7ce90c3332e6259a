"""A hen that scratches and picks; several are a yard full."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.modelled_fowl import Fowl, Plumage
from dreamplayer.elements.creatures._shared.standing_birds import stand_about
from dreamplayer.model.moment import Moment

_RED = (0.38, 0.035, 0.025)
_HEN = Fowl(
    name="hen",
    body=(
        (-0.165, 0.255, 0.045),
        (-0.08, 0.225, 0.085),
        (0.02, 0.205, 0.100),
        (0.10, 0.225, 0.082),
        (0.14, 0.27, 0.055),
    ),
    neck=((0.13, 0.265, 0.058), (0.155, 0.315, 0.042), (0.168, 0.350, 0.032)),
    head=(0.178, 0.378, 0.030),
    beak=0.030,
    wing=(-0.02, 0.225, 0.085, 0.060),
    tail=((-0.14, 0.265, 0.06), (-0.235, 0.36, 0.050)),
    leg=(0.02, 0.042, 0.008),
    plumage=Plumage((0.26, 0.105, 0.038), (0.20, 0.075, 0.028), comb=_RED, speckle=0.4),
)
_WHITE = Plumage((0.52, 0.48, 0.42), (0.50, 0.46, 0.40), comb=_RED)
_SPECKLED = Plumage((0.16, 0.15, 0.145), (0.13, 0.12, 0.115), comb=_RED, speckle=1.0)


@element("prop", 0.42)
def hen(moment: Moment) -> tuple[Form, ...]:
    """A hen that scratches and picks; several are a yard full."""
    return stand_about(moment, _HEN, plumages=(_HEN.plumage, _WHITE, _SPECKLED))
