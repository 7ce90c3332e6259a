"""How strongly a fire burns, by its presence and its events."""

from __future__ import annotations

from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


def fire_strength(moment: Moment) -> float:
    """How much it burns by its presence and its events: kindled at its word, an ember when dimmed."""
    show = float(smooth(moment.presence, 0.05, 1.0))
    kindled = float(smooth(moment.event("ignite"), 0.0, 1.0))
    dim = max(moment.event("dim"), moment.event("close"), moment.event("hush")) * (1.0 - kindled)
    return show * (0.82 + 0.28 * kindled) * (1.0 - 0.88 * float(smooth(dim, 0.0, 1.0)))
