"""Houses."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.house import cottage
from dreamplayer.drawing.mesh import View
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import built, put
from dreamplayer.model.moment import Moment

_HOUSE = built("house/cottage", (-4.2, -0.4, 4.2, 6.1), cottage, View(0.55, 1.7, 14.0), 260)


@element("hero", 5.6, family="built", lamp=True, several=5)
def house(moment: Moment) -> tuple[Form, ...]:
    """A gabled house at night, its windows warm; many are a village."""
    return put(moment, _HOUSE, wide=5.2, glow=0.95, back=0.03, lamp=0.7, lamp_at=0.25, reach=5.0)
