"""Frames of everyone who walks: a cycle of steps, then the few in which they come to rest."""

from __future__ import annotations

WALK = 12
"""Frames of one whole cycle; frame 12 is the first again."""
SETTLE = 3
"""Frames from mid-step to standing still."""
STAND = WALK + SETTLE
"""The frame that stands still."""


def steps() -> list[tuple[float, float]]:
    """Each frame as its place in the cycle, 0..1, and how much of the step is left, 1 walking .. 0 standing.

    Returns:
        (place in the cycle, share of a step) for each frame: the walking ones, then those of coming to rest.
    """
    return [(k / WALK, 1.0) for k in range(WALK)] + [(0.0, 1.0 - j / SETTLE) for j in range(SETTLE + 1)]
