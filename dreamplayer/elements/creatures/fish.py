"""Fish that swim through the air as through water: one like an ember, or a school drifting past."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.flock import alone, crossing
from dreamplayer.elements.creatures._shared.painted_cycle import FRAMES
from dreamplayer.elements.creatures._shared.swimmers import FISH_CYCLE, tone
from dreamplayer.model.moment import Moment


@element("air", 0.7, family="creature", answers=("scatter", "rise"), several=24)
def fish(moment: Moment) -> tuple[Form, ...]:
    """Fish that swim through the air as through water: one like an ember, or a school drifting past."""
    tint, glow = tone(moment, (0.60, 0.24, 0.07), 0.40), tone(moment, (1.0, 0.50, 0.18), 0.78)
    if moment.count <= 1:
        return alone(
            moment, FISH_CYCLE.shape, 1.6 * FISH_CYCLE.height, FRAMES, tint=tint, glow=glow, pace=0.42, high=0.35
        )
    n = min(max(moment.count, 7), 48)
    return crossing(
        moment,
        FISH_CYCLE.shape,
        0.92 * FISH_CYCLE.height,
        FRAMES,
        n,
        tint=tint,
        glow=glow,
        pace=0.45,
        high=0.30,
        speed=0.55,
    )
