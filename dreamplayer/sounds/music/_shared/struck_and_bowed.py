"""Strings, struck by felt and bowed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import swell
from dreamplayer.kit.grid import LOW, clock
from dreamplayer.kit.harmony import tones
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.tones import attack, note, pan
from dreamplayer.model.audio import Harmony, Samples, Stretch

_BOW_PHASE = 1
"""Random lane of the phase of the bow."""
_KEY_LOUDNESS = 270
"""Random lane of how loud a key is struck."""
_FIRST_TONE, _STEP, _RHYTHM, _RUBATO = 280, 281, 282, 283
"""Random lanes of a phrase: its first tone, its steps, its rhythm."""

FELT = ((1.0, 1.0, 1.7), (2.0, 0.34, 1.0), (3.0, 0.14, 0.6), (4.0, 0.06, 0.4), (5.0, 0.02, 0.3))
"""A string under a felted hammer."""


def bowed(t: NDArray[np.float64], hertz: float, rise: float, seed: int) -> NDArray[np.float64]:
    """A bowed string: fourteen partials with the body's hills at 220 and 450 Hz, vibrato that comes late."""
    deep = 0.0035 * swell((t - 1.0) / 2.0)
    phase = 2 * np.pi * np.cumsum(hertz * (1 + deep * np.sin(2 * np.pi * 4.7 * t))) / LOW
    bow = 1.0 + 0.12 * np.sin(2 * np.pi * 0.9 * t + 6.3 * uniform_one(seed, _BOW_PHASE))
    turn = np.exp(1j * phase).astype(np.complex64)
    partial = np.ones(len(t), np.complex64)
    out = np.zeros(len(t), np.float32)
    for h in range(1, 15):
        f = hertz * h
        if f > 2200.0:
            break
        partial *= turn
        body = 1 + 1.3 * np.exp(-(((f - 450.0) / 170.0) ** 2)) + 0.7 * np.exp(-(((f - 220.0) / 70.0) ** 2))
        wave = partial.imag * np.float32(body * h**-1.3 * np.exp(-f / 1300.0))
        # High partials speak later and leave sooner, as under a slow bow.
        rising = int(np.searchsorted(t, rise * (1 + 0.15 * h)))
        wave[:rising] *= attack(t[:rising], rise * (1 + 0.15 * h)).astype(np.float32)
        out += wave
    return np.asarray(out * bow)


def keys(own: Harmony, seed: int, starts: tuple[float, ...], pitches: tuple[float, ...], seconds: float) -> Samples:
    """Felt keys touched at the times given, left and right as on a keyboard."""
    out = np.zeros((round(seconds * LOW), 2), np.float32)
    for i, (start, f) in enumerate(zip(starts, pitches, strict=True)):
        n = round(start * LOW)
        t = clock(min(4.5, seconds - start))
        x = note(t, f, FELT, rise=0.04, seed=seed + i) * swell((t[-1] - t) / 1.2)
        loud = (0.7 + 0.3 * uniform_one(seed, _KEY_LOUDNESS, i)) / (1.0 + f / 900.0)
        out[n : n + len(t)] += pan(x * loud, np.clip(np.log2(f / 300.0) * 0.35, -0.6, 0.6))
    return out


def phrase(own: Stretch, count: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """A phrase that mostly steps and sometimes leaps, ending low; times are a little free."""
    pitches = tones(own.harmony, 250.0, 900.0)
    place = len(pitches) // 2 + int(3 * uniform_one(own.seed, _FIRST_TONE)) - 1
    starts, notes, t = [], [], 0.0
    for i in range(count):
        starts.append(t)
        notes.append(float(pitches[place]))
        move = (-2, -1, -1, 1, 1, 2)[int(6 * uniform_one(own.seed, _STEP, i))]
        place = int(np.clip(place + move - (1 if i > count - 3 else 0), 0, len(pitches) - 1))
        t += (0.62, 0.62, 0.93, 1.24)[int(4 * uniform_one(own.seed, _RHYTHM, i))] * (
            1.0 + 0.06 * uniform_one(own.seed, _RUBATO, i)
        )
    return tuple(starts), tuple(notes)
