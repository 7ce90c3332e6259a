"""A forest at night: slow air in the crowns and, far away, insects that come and go."""

from __future__ import annotations

from dreamplayer.kit.air import air
from dreamplayer.kit.drift import drift
from dreamplayer.kit.grains import scattered_grains
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch
from dreamplayer.sounds.creatures._shared.insect_song import cricket_grains, forest_spectrum

_AIR, _HOW_OFTEN, _CHIRPS = 140, 144, 147
"""Random lanes."""


def _chirps(own: Stretch, t: float) -> float:
    return (0.15 + 0.75 * drift(own.seed, _HOW_OFTEN, t, period=23.0)) * (1.0 - 0.75 * own.calm)


@bed("forest", "barn", "cage", trim=-2.6)
def insects(block: Stretch) -> Samples:
    """A forest at night: slow air in the crowns and, far away, insects that come and go."""
    out = air(block, forest_spectrum, lane=_AIR, width=0.7)
    out += scattered_grains(block, cricket_grains, _chirps, every=0.31, lane=_CHIRPS, spread=0.95)
    return out
