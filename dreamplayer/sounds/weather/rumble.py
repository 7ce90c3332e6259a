"""Thunder beyond the hills, rolling home."""

from __future__ import annotations

from dreamplayer.kit.grid import baked
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.weather._shared.rolling_thunder import rolling_thunder


@strike(12.8)
def rumble(block: Stretch) -> Samples:
    """Thunder beyond the hills, rolling home."""
    return baked(block, rolling_thunder, -31.5)
