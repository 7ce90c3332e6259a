"""A soft ember sun one can look into, as through evening haze."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.sky._shared.discs import SCALE, SUN, disc
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("sky", 46.0, handles=("descend", "dim", "ignite", "rise"))
def sun(moment: Moment) -> tuple[Form, ...]:
    """A soft ember sun one can look into, as through evening haze."""
    down, up = smooth(moment.event("descend"), 0.0, 1.0), smooth(moment.event("rise"), 0.0, 1.0)
    return disc(
        moment,
        SUN,
        46.0,
        (1.0, 0.255, 0.030),
        scale=SCALE,
        bright=0.95,
        wide=1.9,
        light=0.9,
        sink=0.9 * down - 0.7 * up,
    )
