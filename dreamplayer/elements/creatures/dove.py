"""White doves: they sit and coo, or fly on rounded wings."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.flying_bodies import Flyer
from dreamplayer.elements.creatures._shared.modelled_fowl import Fowl, Plumage
from dreamplayer.elements.creatures._shared.standing_birds import perch_or_fly
from dreamplayer.model.moment import Moment

_FLYER = Flyer(
    "dove",
    0.25,
    (0.58, 0.56, 0.53),
    (0.62, 0.60, 0.57),
    (0.60, 0.58, 0.55),
    (0.50, 0.49, 0.48),
    span=1.15,
    chord=0.52,
    hand=0.60,
    sweep=0.22,
    tail=(0.46, 0.62, 0.0),
    girth=0.150,
    beak=(0.34, 0.22, 0.16),
    bill=0.075,
    stroke=0.85,
)
_DOVE = Fowl(
    name="dove",
    body=((-0.13, 0.120, 0.028), (-0.07, 0.128, 0.060), (0.01, 0.145, 0.076), (0.06, 0.175, 0.062)),
    neck=((0.065, 0.190, 0.050), (0.074, 0.228, 0.034), (0.080, 0.252, 0.030)),
    head=(0.088, 0.268, 0.031),
    beak=0.024,
    wing=(-0.045, 0.142, 0.095, 0.050),
    tail=((-0.12, 0.120, 0.045), (-0.235, 0.085, 0.036)),
    leg=(0.01, 0.024, 0.006),
    plumage=Plumage((0.60, 0.58, 0.55), (0.56, 0.54, 0.52), beak=(0.34, 0.22, 0.16), legs=(0.40, 0.14, 0.12)),
)
_GREY = Plumage(
    (0.34, 0.35, 0.38), (0.30, 0.31, 0.34), neck=(0.24, 0.30, 0.32), beak=(0.20, 0.18, 0.17), legs=(0.40, 0.14, 0.12)
)


@element("air", 0.33, handles=("rise", "scatter"))
def dove(moment: Moment) -> tuple[Form, ...]:
    """White doves: they sit and coo, or fly on rounded wings."""
    return perch_or_fly(moment, _DOVE, (_FLYER,), plumages=(_DOVE.plumage, _DOVE.plumage, _GREY), pace=0.75)
