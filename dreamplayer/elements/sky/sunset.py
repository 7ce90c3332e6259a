"""A low sun sinking behind hills, gold and coral streaks above it: never a saturated red."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.sky._shared.low_sun import low_sun
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("sky", 40.0, handles=("descend", "dim", "melt"))
def sunset(moment: Moment) -> tuple[Form, ...]:
    """A low sun sinking behind hills, gold and coral streaks above it: never a saturated red."""
    down = smooth(moment.event("descend"), 0.0, 1.0)
    up = 0.75 - 0.9 * smooth(moment.t / 90.0, 0.0, 1.0) - 0.7 * down
    return low_sun(moment, up, (0.36, 0.108, 0.030), (0.060, 0.020, 0.027), 0.90 - 0.35 * down, 1.10)
