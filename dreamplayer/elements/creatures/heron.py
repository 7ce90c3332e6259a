"""A heron, grey and very still, that looks into the water."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.modelled_fowl import Fowl, Plumage
from dreamplayer.elements.creatures._shared.standing_birds import stand_about
from dreamplayer.model.moment import Moment

_HERON = Fowl(
    name="heron",
    body=((-0.24, 0.50, 0.030), (-0.14, 0.525, 0.070), (0.00, 0.545, 0.090), (0.10, 0.595, 0.066)),
    neck=((0.09, 0.59, 0.060), (0.165, 0.68, 0.032), (0.130, 0.78, 0.024), (0.125, 0.86, 0.022)),
    head=(0.155, 0.915, 0.029),
    beak=0.135,
    wing=(-0.07, 0.54, 0.13, 0.070),
    tail=((-0.22, 0.505, 0.05), (-0.31, 0.465, 0.040)),
    leg=(0.00, 0.035, 0.0085),
    plumage=Plumage(
        (0.235, 0.245, 0.27), (0.165, 0.175, 0.205), (0.44, 0.44, 0.44), beak=(0.40, 0.27, 0.06),
        legs=(0.16, 0.12, 0.07), crest=(0.03, 0.03, 0.035),
    ),
    wide=0.72,
)  # fmt: skip


@element("prop", 0.95)
def heron(moment: Moment) -> tuple[Form, ...]:
    """A heron, grey and very still, that looks into the water."""
    return stand_about(moment, _HERON, picks=0.3, most=3)
