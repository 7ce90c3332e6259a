"""Smooth chance in the plane: clouds, cloth, grain of wood. A function of place and seed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import bits

Map = NDArray[np.float32]


def noise(x: Map, y: Map, seed: int = 0) -> Map:
    """Value noise, 0..1, mean .5, one hill a unit.

    Args:
        x: across, one hill a unit.
        y: up, of the same shape.
        seed: which noise.
    """
    i, j = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    u, v = x - i, y - j
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)

    def corner(di: int, dj: int) -> NDArray[np.float64]:
        return bits(seed, 77, (i + di) * 7919 + (j + dj) * 104729).astype(np.float64) * 2.0**-32

    low = corner(0, 0) * (1 - u) + corner(1, 0) * u
    high = corner(0, 1) * (1 - u) + corner(1, 1) * u
    return np.asarray(low * (1 - v) + high * v, np.float32)


def fbm(x: Map, y: Map, seed: int = 0, octaves: int = 4) -> Map:
    """Layered noise, 0..1, mean .5: hills on hills, each octave half as wide and half as high.

    Args:
        x: across, one hill a unit.
        y: up, of the same shape.
        seed: which noise.
        octaves: layers: 2 soft, 5 crisp.
    """
    total = np.zeros_like(x, np.float32)
    weight = 0.5
    norm = 0.0
    for k in range(octaves):
        scale = np.float32(2.0**k)
        total += np.float32(weight) * noise(x * scale + 17.3 * k, y * scale - 9.1 * k, seed + 31 * k)
        norm += weight
        weight *= 0.5
    return total / np.float32(norm)
