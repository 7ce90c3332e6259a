"""A low ember sun coming up between hills, rose and gold streaks of cirrus above it."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.sky._shared.low_sun import low_sun
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("sky", 40.0, handles=("rise", "dim", "bloom", "spread", "melt"))
def sunrise(moment: Moment) -> tuple[Form, ...]:
    """A low ember sun coming up between hills, rose and gold streaks of cirrus above it."""
    grown = max(smooth(moment.event("rise"), 0.0, 1.0), smooth(moment.event("bloom"), 0.0, 1.0), moment.event("spread"))
    up = -0.15 + 0.7 * smooth(moment.t / 80.0, 0.0, 1.0) + 0.55 * grown
    warm = 0.75 + 0.25 * smooth(moment.t / 60.0, 0.0, 1.0) + 0.15 * grown
    return low_sun(moment, up, (0.46, 0.150, 0.040), (0.085, 0.024, 0.026), warm, 1.0 + 0.3 * grown)
