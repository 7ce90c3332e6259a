"""Heavy cloud rolling slowly overhead, warm light asleep inside it, distant veils of rain."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.falling import streaks
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.weather._shared.cloudbank import bank
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("sky", 80.0, handles=("part", "gather", "hush"))
def storm(moment: Moment) -> tuple[Form, ...]:
    """Heavy cloud rolling slowly overhead, warm light asleep inside it, distant veils of rain."""
    parted = max(moment.event("part"), 0.6 * moment.event("hush"))
    base = 0.28 + 0.55 * smooth(parted, 0.0, 1.0) - 0.10 * moment.event("gather")
    u = 0.9 * np.sin(0.05 * moment.t + moment.seed % 6)
    inner = 0.5 + 0.5 * float(np.sin(0.21 * moment.t + 1.0))
    forms: list[Form] = [bank(moment, base, 0.75 * inner + 0.15, (0.15, 0.085, 0.060), float(u), 0.45)]
    forms += streaks(moment, count=900, strength=0.55 * (1.0 - 0.8 * parted), lean=0.16)
    return tuple(forms)
