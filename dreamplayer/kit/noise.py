"""Smooth chance in the plane: clouds, cloth, grain of wood. A function of place and seed."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import bits, uniform

Map = NDArray[np.float32]


def noise(x: Map, y: Map, seed: int = 0) -> Map:
    """Value noise, 0..1, mean .5, one hill a unit.

    Args:
        x: across, one hill a unit.
        y: up, of the same shape.
        seed: which noise.

    Returns:
        float32 of the shape of the coordinates, 0..1.
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

    Returns:
        float32 of the shape of the coordinates, 0..1.
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


_TILE = 256
"""Side of the table of `quick_noise`: it repeats after so many hills."""


@cache
def _table() -> Map:
    return uniform(7, 77, _TILE * _TILE).reshape(_TILE, _TILE)


def quick_noise(x: NDArray[Any], y: NDArray[Any], seed: int = 0) -> Map:
    """Value noise as `noise`, from a table: three times as quick, for pictures of a million points; repeats after 256.

    Args:
        x: across, one hill a unit.
        y: up, of the same shape.
        seed: which noise.

    Returns:
        float32 of the shape of the coordinates, 0..1.
    """
    x = np.asarray(x, np.float32) + np.float32((seed * 13.71) % _TILE)
    y = np.asarray(y, np.float32) + np.float32((seed * 7.93) % _TILE)
    i, j = np.floor(x), np.floor(y)
    u, v = x - i, y - j
    u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
    i0, j0 = i.astype(np.int32) & (_TILE - 1), j.astype(np.int32) & (_TILE - 1)
    i1, j1 = (i0 + 1) & (_TILE - 1), (j0 + 1) & (_TILE - 1)
    table = _table()
    low = table[i0, j0] * (1 - u) + table[i1, j0] * u
    high = table[i0, j1] * (1 - u) + table[i1, j1] * u
    return np.asarray(low * (1 - v) + high * v, np.float32)


def quick_fbm(x: NDArray[Any], y: NDArray[Any], seed: int = 0, octaves: int = 4) -> Map:
    """Layered `quick_noise`, 0..1, mean .5.

    Args:
        x: across, one hill a unit.
        y: up, of the same shape.
        seed: which noise.
        octaves: layers: 2 soft, 5 crisp.

    Returns:
        float32 of the shape of the coordinates, 0..1.
    """
    total = np.zeros(np.broadcast(x, y).shape, np.float32)
    weight, norm = 0.5, 0.0
    for k in range(octaves):
        total += np.float32(weight) * quick_noise(x * np.float32(2.0**k), y * np.float32(2.0**k), seed + 3 * k)
        norm += weight
        weight *= 0.5
    return total / np.float32(norm)
