"""Fine warm-lit rain in depth, and the points where it meets the ground."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.falling import streaks
from dreamplayer.drawing.primitives import Form
from dreamplayer.model.moment import Moment


@element("weather", 2.0, handles=("dim", "hush", "pour"))
def rain(moment: Moment) -> tuple[Form, ...]:
    """Fine warm-lit rain in depth, and the points where it meets the ground."""
    strong = (1.0 + 0.35 * moment.event("pour")) * (1.0 - 0.85 * max(moment.event("dim"), moment.event("hush")))
    return streaks(moment, count=1500, strength=strong * (0.5 + 0.5 * moment.strength))
