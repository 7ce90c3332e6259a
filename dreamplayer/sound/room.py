"""The room a voice is heard in: near early reflections, and a short dark tail that grows with the place."""

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
from dreamplayer.reading.lexicon.vocabulary import thing

_SIZES: dict[RoomSize, float] = {"small": 0.15, "middle": 0.4, "wide": 0.65, "vast": 0.9}


def size_of(scene: Scene) -> float:
    """0 a cupboard .. 1 a cathedral: by the scene's place, else by its ground."""
    room = thing(scene.place).room if scene.place is not None else None
    if room is not None:
        return _SIZES[room]
    return {"floor": 0.5, "wood": 0.2, "glass": 0.65, "water": 0.55, "void": 0.8, "cloud": 0.7}.get(
        scene.stage.ground, 0.35
    )


@lru_cache(maxsize=8)
def _answer(size: float) -> Samples:
    """What comes back from the walls after a click: twelve reflections and a tail, no direct sound."""
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
"""Samples of one transform: long lines are laid into their room piece by piece."""


@lru_cache(maxsize=4)
def _spectrum(size: float, piece: int) -> NDArray[np.complex128]:
    """The room's answer, ready to be multiplied."""
    return np.fft.rfft(_answer(size), piece, axis=0)


def in_room(x: NDArray[np.float32], size: float) -> Samples:
    """A mono voice with its room around it, (n + tail, 2): wet 17 dB below dry in a cupboard, 10 in a cathedral."""
    *_, made = entering(x, size)
    assert made is not None
    return made


def entering(x: NDArray[np.float32], size: float) -> Iterator[Samples | None]:
    """`in_room` in steps of which none takes long: None after each, at last the samples."""
    size = round(size, 2)
    answer = _answer(size)
    wet = np.float32(10 ** ((-17.0 + 7.0 * size) / 20.0))
    n, tail = len(x), len(answer)
    piece = min(_PIECE, next_fast_len(n + tail))
    hop = piece - tail
    out = np.zeros((n + tail, 2), np.float32)
    for start in range(0, n, hop):
        end = min(start + hop, n)
        # One ear after the other: both at once would take twice as long a step.
        for ear in (0, 1):
            spectrum = np.fft.rfft(x[start:end], piece) * _spectrum(size, piece)[:, ear]
            out[start : end + tail, ear] += np.fft.irfft(spectrum, piece)[: end - start + tail] * wet
            yield None
    out[:n] += x[:, None]
    yield out
