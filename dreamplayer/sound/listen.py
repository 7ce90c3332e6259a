"""One sound by itself, to be listened to."""

from __future__ import annotations

import numpy as np

from dreamplayer.catalogue import sounds
from dreamplayer.errors import CatalogueError
from dreamplayer.kit.curves import swell
from dreamplayer.model.audio import RATE, Harmony, Samples, Stretch


def demo(name: str, seconds: float = 20.0, seed: int = 1, harmony: Harmony | None = None) -> Samples:
    """`seconds` of a sound, (n, 2): a bed from within, faded at both ends; a strike from just before its onset."""
    sound = sounds().get(name)
    if sound is None:
        raise CatalogueError(f"no sound is named {name}", todo="`dreamplayer listen --all DIR` writes every one.")
    n = round(seconds * RATE)
    key = harmony or Harmony()
    if sound.part == "strike":
        first = -RATE // 2
        return sound(Stretch(first, first + n, seed, key))
    first = 60 * RATE
    t = np.arange(n) / RATE
    edge = (swell(t) * swell(seconds - t)).astype(np.float32)
    return sound(Stretch(first, first + n, seed, key)) * edge[:, None]
