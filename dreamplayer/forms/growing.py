"""When growing things grow: by themselves in their own time, or held back until the word that tells them to."""

from __future__ import annotations

from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


def grown_by(at: Moment, slow: float, *names: str) -> float:
    """How far it has grown, 0..1: by itself in `slow` seconds, or .4 until its word."""
    if any(name in at.events for name in names):
        return 0.40 + 0.60 * float(smooth(max(at.event(name) for name in names), 0.0, 1.0))
    return 0.22 + 0.78 * float(smooth(at.t / slow, 0.0, 1.0))


def shown(at: Moment) -> float:
    """Presence with soft ends, 0..1."""
    return float(smooth(at.presence, 0.0, 1.0))
