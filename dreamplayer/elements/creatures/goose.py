"""A goose with its long neck; several go in company."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.modelled_fowl import Fowl, Plumage
from dreamplayer.elements.creatures._shared.standing_birds import stand_about
from dreamplayer.model.moment import Moment

_ORANGE = (0.46, 0.19, 0.035)
_GOOSE = Fowl(
    name="goose",
    body=((-0.33, 0.36, 0.045), (-0.20, 0.345, 0.115), (0.00, 0.325, 0.150), (0.15, 0.35, 0.120), (0.21, 0.42, 0.070)),
    neck=((0.19, 0.41, 0.075), (0.245, 0.53, 0.042), (0.262, 0.64, 0.034), (0.270, 0.70, 0.034)),
    head=(0.285, 0.735, 0.042),
    beak=0.070,
    wing=(-0.05, 0.36, 0.17, 0.090),
    tail=((-0.30, 0.365, 0.08), (-0.42, 0.40, 0.055)),
    leg=(0.01, 0.060, 0.013),
    plumage=Plumage((0.54, 0.51, 0.46), (0.52, 0.49, 0.44), beak=_ORANGE, legs=_ORANGE),
    webbed=True,
)
_GREY = Plumage(
    (0.19, 0.165, 0.145), (0.135, 0.115, 0.10), (0.17, 0.145, 0.125), beak=_ORANGE, legs=_ORANGE, speckle=0.4
)


@element("prop", 0.78)
def goose(moment: Moment) -> tuple[Form, ...]:
    """A goose with its long neck; several go in company."""
    return stand_about(moment, _GOOSE, plumages=(_GOOSE.plumage, _GREY))
