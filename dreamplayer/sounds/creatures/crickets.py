"""A summer night full of crickets, none of them near."""

from __future__ import annotations

from dreamplayer.kit.air import air
from dreamplayer.kit.drift import drift
from dreamplayer.kit.grains import scattered_grains
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.creatures._shared.insect_song import cricket_grains, forest_spectrum

_HOW_OFTEN, _AIR, _CHIRPS = 149, 150, 153
"""Random lanes."""


def _chirping(own: Stretch, t: float) -> float:
    return (0.45 + 0.5 * drift(own.seed, _HOW_OFTEN, t, period=23.0)) * (1.0 - 0.75 * own.calm)


@bed(trim=-2.6)
def crickets(block: Stretch) -> Samples:
    """A summer night full of crickets, none of them near."""
    out = air(block, forest_spectrum, lane=_AIR, width=0.7)
    out += scattered_grains(block, cricket_grains, _chirping, every=0.27, lane=_CHIRPS, spread=0.95)
    return out
