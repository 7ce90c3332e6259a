"""Thunder so far off that one counts and falls asleep counting."""

from __future__ import annotations

from dreamplayer.kit.grid import baked
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.weather._shared.rolling_thunder import rolling_thunder


@strike(12.8)
def thunder(block: Stretch) -> Samples:
    """Thunder so far off that one counts and falls asleep counting."""
    return baked(block, rolling_thunder, -32.5)
