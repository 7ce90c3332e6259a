"""Instruments: a cello, felt keys, a chord under a footstep, a phrase that is half remembered."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import swell
from dreamplayer.kit.drift import chance
from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest, tones
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack, note, pan
from dreamplayer.model.audio import Harmony, Samples, Stretch

FELT = ((1.0, 1.0, 1.7), (2.0, 0.34, 1.0), (3.0, 0.14, 0.6), (4.0, 0.06, 0.4), (5.0, 0.02, 0.3))
"""A string under a felted hammer."""


def bowed(t: NDArray[np.float64], hertz: float, rise: float, seed: int) -> NDArray[np.float64]:
    """A bowed string: fourteen partials with the body's hills at 220 and 450 Hz, vibrato that comes late."""
    deep = 0.0035 * swell((t - 1.0) / 2.0)
    phase = 2 * np.pi * np.cumsum(hertz * (1 + deep * np.sin(2 * np.pi * 4.7 * t))) / LOW
    bow = 1.0 + 0.12 * np.sin(2 * np.pi * 0.9 * t + 6.3 * chance(seed, 1, 0))
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


def _cello(own: Stretch) -> Samples:
    t = clock(9.0)
    f = nearest(own.harmony, 98.0)
    over = nearest(own.harmony, f * 1.5)
    x = bowed(t, f, 1.4, own.seed) * (1.0 - swell((t - 4.6) / 1.6)) + bowed(t, over, 2.6, own.seed + 1) * swell(
        (t - 4.2) / 1.8
    )
    return hall((x * swell((9.0 - t) / 2.6)).astype(np.float32), 3.0, 0.45, 1300.0)


@strike(12.8)
def cello(block: Stretch) -> Samples:
    """Two long tones of a cello in the next room."""
    return baked(block, _cello, -30.0)


def _keys(own: Harmony, seed: int, starts: tuple[float, ...], pitches: tuple[float, ...], seconds: float) -> Samples:
    """Felt keys touched at the times given, left and right as on a keyboard."""
    out = np.zeros((round(seconds * LOW), 2), np.float32)
    for i, (start, f) in enumerate(zip(starts, pitches, strict=True)):
        n = round(start * LOW)
        t = clock(min(4.5, seconds - start))
        x = note(t, f, FELT, 0.04, seed + i) * swell((t[-1] - t) / 1.2)
        loud = (0.7 + 0.3 * chance(seed, 270, i)) / (1.0 + f / 900.0)
        out[n : n + len(t)] += pan(x * loud, np.clip(np.log2(f / 300.0) * 0.35, -0.6, 0.6))
    return out


def _chord(own: Stretch) -> Samples:
    """Four tones from low to high, a tenth of a second apart."""
    pitches = tuple(nearest(own.harmony, own.harmony.root * ratio) for ratio in (2.0, 3.0, 4.0, 5.04))
    starts = tuple(0.11 * i + 0.03 * chance(own.seed, 271, i) for i in range(4))
    return hall(_keys(own.harmony, own.seed, starts, pitches, 5.0), 3.0, 0.5, 1500.0)


@strike(8.8)
def chord(block: Stretch) -> Samples:
    """A step on marble that rings: a soft broken chord."""
    return baked(block, _chord, -31.0)


def _phrase(own: Stretch, count: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """A phrase that mostly steps and sometimes leaps, ending low; times are a little free."""
    pitches = tones(own.harmony, 250.0, 900.0)
    place = len(pitches) // 2 + int(3 * chance(own.seed, 280, 0)) - 1
    starts, notes, t = [], [], 0.0
    for i in range(count):
        starts.append(t)
        notes.append(float(pitches[place]))
        move = (-2, -1, -1, 1, 1, 2)[int(6 * chance(own.seed, 281, i))]
        place = int(np.clip(place + move - (1 if i > count - 3 else 0), 0, len(pitches) - 1))
        t += (0.62, 0.62, 0.93, 1.24)[int(4 * chance(own.seed, 282, i))] * (1.0 + 0.06 * chance(own.seed, 283, i))
    return tuple(starts), tuple(notes)


def _melody(own: Stretch) -> Samples:
    starts, notes = _phrase(own, 7)
    return hall(_keys(own.harmony, own.seed, starts, notes, 12.0), 3.2, 0.55, 1600.0)


@strike(16.1)
def melody(block: Stretch) -> Samples:
    """Seven notes of a tune one has known as a child."""
    return baked(block, _melody, -31.5)


def _music(own: Stretch) -> Samples:
    """A phrase over a bowed chord that swells and goes."""
    starts, notes = _phrase(own, 6)
    t = clock(13.0)
    out = _keys(own.harmony, own.seed, tuple(s + 1.5 for s in starts), notes, 13.0) * np.float32(0.7)
    for i, ratio in enumerate((2.0, 3.0, 4.0)):
        x = bowed(t, nearest(own.harmony, own.harmony.root * ratio), 3.0, own.seed + i) * hills(t, (0.0,), 4.0, 8.8)
        out += pan(x * 0.3 / (1 + 0.3 * i), (-0.3, 0.3, 0.0)[i])
    return hall(out, 3.4, 0.5, 1500.0)


@strike(17.3)
def music(block: Stretch) -> Samples:
    """A few bars from a room with open windows, and the strings that go with them."""
    return baked(block, _music, -30.5)


def _echo(own: Stretch) -> Samples:
    """One tone and its four returns, each softer, darker and from another side."""
    f = nearest(own.harmony, 360.0 + 120.0 * chance(own.seed, 290, 0))
    t = clock(2.4)
    out = np.zeros((round(8.0 * LOW), 2), np.float32)
    for i in range(5):
        dull = tuple((ratio, loud * 0.75 ** (i * k), fall) for k, (ratio, loud, fall) in enumerate(FELT))
        x = note(t, f, dull, 0.04 + 0.03 * i, own.seed) * swell((2.4 - t) / 0.8) * 0.58**i
        n = round(i * 0.92 * LOW)
        out[n : n + len(t)] += pan(x, (0.0, -0.5, 0.45, -0.3, 0.2)[i])
    return hall(out, 3.6, 0.6, 1200.0, 0.04)


@strike(12.5)
def echo(block: Stretch) -> Samples:
    """A tone that a valley says over to itself."""
    return baked(block, _echo, -31.5)
