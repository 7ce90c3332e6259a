"""Reverberation of the voice: early reflections, and a short dark tail that grows with the place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit import hashing
from dreamplayer.kit.fft_length import next_fast_len
from dreamplayer.model.audio import RATE, Samples
from dreamplayer.model.score import Scene
from dreamplayer.model.thing import RoomSize
from dreamplayer.reading.lexicon.vocabulary import place_records, thing

_SIZES: dict[RoomSize, float] = {"small": 0.15, "middle": 0.4, "wide": 0.65, "vast": 0.9}


def size_of(scene: Scene) -> float:
    """Size of the room a scene sounds like: 0 a cupboard .. 1 a cathedral.

    Args:
        scene: its place decides, or its ground where the place says nothing.

    Returns:
        0..1.
    """
    record = place_records().get(scene.place_id or "")
    if record is not None:
        return _SIZES[record.room]
    room = thing(scene.place).room if scene.place is not None else None
    if room is not None:
        return _SIZES[room]
    return {"floor": 0.5, "wood": 0.2, "glass": 0.65, "water": 0.55, "void": 0.8, "cloud": 0.7}.get(
        scene.stage.ground, 0.35
    )


@lru_cache(maxsize=8)
def _impulse_response(size: float) -> Samples:
    """Impulse response of a room without the direct sound: twelve early reflections and an exponential tail.

    Small sizes sound close and short (.25 s), large ones distant and long (1.2 s).
    """
    seconds = 0.25 + 0.95 * size
    n = round(seconds * RATE)
    t = np.arange(n) / RATE
    out = np.zeros((n, 2))
    reach = 0.018 + 0.065 * size
    for i in range(12):
        late = 0.006 + reach * ((i + 1) / 12.0) ** 1.3 * (0.85 + 0.3 * hashing.uniform_one(7, i))
        side = 2.0 * hashing.uniform_one(8, i) - 1.0
        loud = 0.5 * 10 ** (-0.075 * i)
        at = round(late * RATE)
        out[at, 0] += loud * np.cos((side + 1) * np.pi / 4)
        out[at, 1] += loud * np.sin((side + 1) * np.pi / 4)
    both, apart = hashing.normal(7, 91, n), hashing.normal(7, 92, n)
    tail = np.stack((0.75 * both + 0.66 * apart, 0.75 * both - 0.66 * apart), axis=1)
    rise = np.clip((t - reach * 0.5) / (0.03 + 0.03 * size), 0, 1)
    shape = (
        rise
        * rise
        * (3 - 2 * rise)
        * 10 ** (-3 * t / (0.85 * seconds))
        * np.clip((seconds - t) / (0.2 * seconds), 0, 1)
    )
    tail *= shape[:, None]
    out += tail * (0.75 / np.sqrt((tail**2).sum(axis=0)))
    out /= np.sqrt((out**2).sum(axis=0))
    size_f = next_fast_len(2 * n)
    f = np.fft.rfftfreq(size_f, 1 / RATE)
    dark = 1 / np.sqrt((1 + (f / (2600.0 - 900.0 * size)) ** 2) * (1 + (180.0 / np.maximum(f, 1e-3)) ** 4))
    return np.fft.irfft(np.fft.rfft(out, size_f, axis=0) * dark[:, None], size_f, axis=0)[:n].astype(np.float32)


_PIECE = 3 * 2**16
"""Samples of one transform: long lines are convolved piece by piece (overlap-add)."""


@lru_cache(maxsize=4)
def _spectrum(size: float, piece: int) -> NDArray[np.complex128]:
    """Spectrum of the impulse response, (piece // 2 + 1, 2)."""
    return np.fft.rfft(_impulse_response(size), piece, axis=0)


def in_room(x: NDArray[np.float32], size: float) -> Samples:
    """A voice in a room: reverb 17 dB below the voice in a cupboard, 10 dB in a cathedral.

    Args:
        x: mono samples at 48 kHz, (n,).
        size: 0 a cupboard .. 1 a cathedral: small sounds close and dry, large far and long.

    Returns:
        (n + tail, 2) float32.
    """
    *_, made = in_room_steps(x, size)
    assert made is not None
    return made


def in_room_steps(x: NDArray[np.float32], size: float) -> Iterator[Samples | None]:
    """`in_room` in short steps.

    Args:
        x: mono samples at 48 kHz, (n,).
        size: 0 a cupboard .. 1 a cathedral.

    Yields:
        None after each step, at last the samples, (n + tail, 2) float32.
    """
    size = round(size, 2)
    answer = _impulse_response(size)
    wet = np.float32(10 ** ((-17.0 + 7.0 * size) / 20.0))
    n, tail = len(x), len(answer)
    piece = min(_PIECE, next_fast_len(n + tail))
    hop = piece - tail
    out = np.zeros((n + tail, 2), np.float32)
    for start in range(0, n, hop):
        end = min(start + hop, n)
        # One channel after the other: both at once would make a step twice as long.
        for ear in (0, 1):
            spectrum = np.fft.rfft(x[start:end], piece) * _spectrum(size, piece)[:, ear]
            out[start : end + tail, ear] += np.fft.irfft(spectrum, piece)[: end - start + tail] * wet
            yield None
    out[:n] += x[:, None]
    yield out
