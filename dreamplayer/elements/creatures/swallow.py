"""Swallows with scythe wings and forked tails, gliding more than they beat."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.flying_bodies import Flyer
from dreamplayer.elements.creatures._shared.modelled_fowl import Fowl, Plumage
from dreamplayer.elements.creatures._shared.standing_birds import perch_or_fly
from dreamplayer.model.moment import Moment

_BLUE, _RED, _PALE = (0.115, 0.165, 0.32), (0.36, 0.10, 0.04), (0.56, 0.50, 0.42)
_FLYER = Flyer(
    "swallow",
    0.20,
    _BLUE,
    _PALE,
    (0.125, 0.175, 0.33),
    (0.06, 0.065, 0.09),
    span=1.22,
    chord=0.34,
    hand=0.72,
    sweep=0.95,
    tail=(0.60, 0.30, 0.75),
    girth=0.105,
    skull=(0.27, 0.045, 0.090),
    beak=(0.05, 0.045, 0.045),
    bill=0.045,
    stroke=0.62,
)
_SWALLOW = Fowl(
    name="swallow",
    body=((-0.09, 0.112, 0.018), (-0.05, 0.125, 0.036), (0.00, 0.150, 0.046), (0.035, 0.182, 0.040)),
    neck=((0.040, 0.192, 0.036), (0.044, 0.208, 0.031), (0.047, 0.220, 0.029)),
    head=(0.052, 0.230, 0.029),
    beak=0.014,
    wing=(-0.035, 0.135, 0.075, 0.026),
    tail=((-0.08, 0.110, 0.020), (-0.21, 0.062, 0.022)),
    leg=(0.01, 0.014, 0.004),
    plumage=Plumage(
        _BLUE, (0.075, 0.105, 0.21), beak=(0.05, 0.045, 0.045), legs=(0.10, 0.07, 0.06), breast=_PALE, throat=_RED
    ),
)


@element("air", 0.32, handles=("rise", "scatter"))
def swallow(moment: Moment) -> tuple[Form, ...]:
    """Swallows with scythe wings and forked tails, gliding more than they beat."""
    return perch_or_fly(moment, _SWALLOW, (_FLYER,), pace=0.95)
