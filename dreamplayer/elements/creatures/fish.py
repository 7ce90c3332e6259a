"""Fish that swim through the air as through water: one like an ember, or a school drifting past."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.flock import alone, crossing
from dreamplayer.elements.creatures._shared.swimmers import FRAMES, height, swimmer, tone
from dreamplayer.model.moment import Moment


@element("air", 0.7, family="creature", answers=("scatter", "rise"), several=24)
def fish(moment: Moment) -> tuple[Form, ...]:
    """Fish that swim through the air as through water: one like an ember, or a school drifting past."""
    tint, glow = tone(moment, (0.60, 0.24, 0.07), 0.40), tone(moment, (1.0, 0.50, 0.18), 0.78)
    if moment.count <= 1:
        return alone(moment, swimmer("fish"), 1.6 * height("fish"), FRAMES, tint=tint, glow=glow, pace=0.42, high=0.35)
    n = min(max(moment.count, 7), 48)
    return crossing(
        moment,
        swimmer("fish"),
        0.92 * height("fish"),
        FRAMES,
        n,
        tint=tint,
        glow=glow,
        pace=0.45,
        high=0.30,
        speed=0.55,
    )
