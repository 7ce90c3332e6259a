"""Bats on wide soft wings that beat slowly, out for the evening."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.standing import cloth_tint
from dreamplayer.elements.creatures._shared.flock import alone, crossing
from dreamplayer.elements.creatures._shared.small_creatures import edge_shine
from dreamplayer.elements.creatures._shared.tiny import BAT_CYCLE, BAT_FRAMES
from dreamplayer.model.moment import Moment


@element("air", 0.9, family="creature", answers=("rise", "scatter"), several=12)
def bat(moment: Moment) -> tuple[Form, ...]:
    """Bats on wide soft wings that beat slowly, out for the evening."""
    tint, glow = cloth_tint(moment), edge_shine(moment, moment.palette.key, 0.62)
    if moment.count <= 1:
        return alone(
            moment, BAT_CYCLE.shape, 1.45 * BAT_CYCLE.height, BAT_FRAMES, tint=tint, glow=glow, pace=0.36, roam=0.9
        )
    n = min(max(moment.count, 3), 30)
    return crossing(
        moment, BAT_CYCLE.shape, 0.80 * BAT_CYCLE.height, BAT_FRAMES, n, tint=tint, glow=glow, pace=0.42, speed=0.9
    )
