"""A single sound by itself, for auditioning."""

from __future__ import annotations

import numpy as np

from dreamplayer.catalogue import sounds
from dreamplayer.errors import CatalogueError
from dreamplayer.kit.curves import swell
from dreamplayer.model.audio import RATE, Harmony, Samples, Stretch


def demo(name: str, seconds: float = 20.0, seed: int = 1, harmony: Harmony | None = None) -> Samples:
    """An excerpt of one sound: a bed from its middle, faded at both ends; a strike from half a second before its onset.

    Args:
        name: id of the sound.
        seconds: length of the excerpt.
        seed: seed of its random choices.
        harmony: key and scale of a pitched sound; None takes the default one.

    Returns:
        (n, 2) samples at 48 kHz.

    Raises:
        CatalogueError: no sound has that name.
    """
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
