"""A silence that is named: nothing sounds, and the world holds its breath for it (see sound.duck)."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.grid import LOW, baked
from dreamplayer.kit.sound import strike
from dreamplayer.model.audio import Samples, Stretch


def _nothing(own: Stretch) -> Samples:
    return np.zeros((LOW, 2), np.float32)


@strike(6.0)
def silence(block: Stretch) -> Samples:
    """A silence that is named: nothing sounds, and the world holds its breath for it (see sound.duck)."""
    return baked(block, _nothing)
