"""When growing things grow: by themselves in their own time, and wholly at the word that tells them to."""

from __future__ import annotations

from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


def grown_by(moment: Moment, slow: float, *names: str) -> float:
    """How far it has grown, 0..1: most of it by itself in `slow` seconds, the rest at one of its words.

    Args:
        moment: when, where, and whose seed.
        slow: seconds in which it grows by itself.
        names: events that make it grow wholly.
    """
    own = 0.22 + 0.56 * float(smooth(moment.t / slow, 0.0, 1.0))
    return own + (1.0 - own) * float(smooth(max(moment.event(name) for name in names), 0.0, 1.0))


def eased_presence(moment: Moment) -> float:
    """Presence with soft ends.

    Args:
        moment: when, where, and whose seed.

    Returns:
        0..1.
    """
    return float(smooth(moment.presence, 0.0, 1.0))
