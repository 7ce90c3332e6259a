"""Slow tones over a pedal, from a chord that changes by one tone about every forty seconds."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.drift import drifts
from dreamplayer.kit.grid import tiled
from dreamplayer.kit.harmony import cell_at, chord, tones
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sound import music
from dreamplayer.kit.tones import TILE, bank
from dreamplayer.model.audio import RATE, Harmony, Samples, Stretch

_SOUNDS, _TONE, _LOUDNESS, _RISE, _HOLD, _FALL = 1, 2, 3, 4, 5, 6
"""Random lanes of a voice's notes, added to the voice's first lane (which says when a note begins)."""
_BREATH = 97
"""Random lane of the breath of the oscillators."""

PERIODS = (61, 53, 47, 43, 41, 37, 31, 29, 23, 19, 17)
"""Seconds from note to note of each voice, low to high, with no common divisor."""
RANGES = (
    (54, 112), (80, 170), (108, 225), (130, 265), (160, 335), (195, 400),
    (225, 450), (260, 530), (300, 600), (390, 760), (480, 900),
)  # fmt: skip
"""Hz each voice keeps to: a bass, tenors, a choir of middles, two that are rare and high."""
LOUDNESS = (0.9, 0.72, 0.64, 0.62, 0.56, 0.54, 0.46, 0.4, 0.33, 0.19, 0.13)
"""Amplitude of each voice, low to high; larger at the end is brighter and wakes."""
PARTIALS = 6
"""Partials of a tone."""
_LEVEL = 0.0445
_EVEN = 0.28
"""How much of the difference between full and thin chords is taken back, in dB of dB."""


@lru_cache(maxsize=8)
def _oscillators(own: Harmony) -> tuple[tuple[float, ...], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Frequencies of all oscillators, which tone each belongs to, its timbre (2, n), and the pace of its breath."""
    hertz: list[float] = []
    tone: list[int] = []
    gain: list[tuple[float, float]] = []
    pace: list[float] = []
    for i, f0 in enumerate(tones(own, 54.0, 900.0)):
        for h in range(1, PARTIALS + 1):
            if h > 1 and f0 * h > 1900.0:
                break
            # A body that resonates where small speakers still speak, and a top that is never there.
            body = 1.0 + 1.6 * np.exp(-(((f0 * h - 460.0) / 260.0) ** 2))
            loud = h ** -(2.15 - 0.8 * own.warmth) * body / (1.0 + (f0 * h / 950.0) ** 3)
            for side in (-1, 1):
                hertz.append(round(float(f0 * h * (1 + side * 0.00062 * (1 + 0.4 * np.sin(i * 2.1 + h)))), 5))
                tone.append(i)
                high = min(1.0, f0 * h / 500.0)
                wide = 0.5 + side * (0.06 + 0.28 * high)
                # The second of the pair is fainter: the two breathe, they never cancel.
                own_loud = loud * (1.0 if side < 0 else 0.2 + 0.3 * high) * (1.0 if i % 2 else -1.0)
                if i % 2:
                    wide = 1.0 - wide
                gain.append((own_loud * np.cos(wide * pi / 2), own_loud * np.sin(wide * pi / 2)))
                pace.append(11.0 + 26.0 * ((len(pace) * 0.6180339887) % 1.0))
    return tuple(hertz), np.array(tone), np.array(gain).T, np.array(pace)


@lru_cache(maxsize=8)
def _ear(own: Harmony) -> NDArray[np.float64]:
    """How strongly the ear weighs each oscillator: a bass tone of one key must not be louder than that of another."""
    f = np.array(_oscillators(own)[0])
    return np.asarray((f / 60.0) ** 2 / (1.0 + (f / 60.0) ** 2))


@lru_cache(maxsize=512)
def _event(own: Stretch, voice: int, k: int) -> tuple[int, float, float, float, float, float] | None:
    """Note k of a voice: its tone, loudness, and when it begins, is full, begins to go, is gone. None: a rest."""
    period, lane = PERIODS[voice], 1000 + 10 * voice
    start = (k + 0.4 * uniform_one(own.seed, lane, k)) * period
    low_voice = voice < 3
    often = 1.0 if low_voice else 0.94 - 0.64 * own.calm
    if uniform_one(own.seed, lane + _SOUNDS, k) >= often:
        return None
    pitches = tones(own.harmony, 54.0, 900.0)
    steps = chord(own.harmony, own.seed, cell_at(own.seed, start + 4.0))
    low, high = RANGES[voice]
    degree = np.round(12 * np.log2(pitches / own.harmony.root)).astype(int) % 12
    allowed = [i for i in range(len(pitches)) if low <= pitches[i] <= high and degree[i] in steps]
    if voice == 0:
        allowed = [i for i in allowed if degree[i] == 0] or allowed
    elif voice == 1:
        allowed = [i for i in allowed if degree[i] in (0, 7)] or allowed
    if not allowed:
        return None
    tone = allowed[int(uniform_one(own.seed, lane + _TONE, k) * len(allowed))]
    loud = LOUDNESS[voice] * (0.55 + 0.45 * uniform_one(own.seed, lane + _LOUDNESS, k))
    rise = (9.0 if low_voice else 5.5) + 4.0 * uniform_one(own.seed, lane + _RISE, k)
    hold = (0.55 if low_voice else 0.2) * period * (0.6 + 0.6 * uniform_one(own.seed, lane + _HOLD, k))
    fall = 12.0 + 7.0 * uniform_one(own.seed, lane + _FALL, k)
    return tone, loud, start, start + rise, start + rise + hold, start + rise + hold + fall


def _level(event: tuple[int, float, float, float, float, float], t: float) -> float:
    """A note's loudness at t: raised cosines up and down."""
    _, loud, start, full, going, gone = event
    if t <= start or t >= gone:
        return 0.0
    if t < full:
        return loud * (0.5 - 0.5 * cos(pi * (t - start) / (full - start)))
    return loud if t < going else loud * (0.5 + 0.5 * cos(pi * (t - going) / (gone - going)))


@lru_cache(maxsize=16)
def _gains(own: Stretch, k: int) -> NDArray[np.float32]:
    """Gains of all oscillators at the start of tile k, (2, n)."""
    t = k * TILE / RATE
    _, tone, timbre, pace = _oscillators(own.harmony)
    level = np.zeros(int(tone[-1]) + 1)
    for voice, period in enumerate(PERIODS):
        for k in range(int((t - 70.0) // period), int(t // period) + 1):
            event = _event(own, voice, k)
            if event is not None:
                level[event[0]] += _level(event, t)
    breath = 0.45 + 0.55 * drifts(own.seed, _BREATH, t, pace)
    gains = timbre * (level[tone] * breath)
    heard = float(np.square(gains * _ear(own.harmony)).sum())
    even = (heard + 0.02) ** (-_EVEN) * 10.0 ** (-0.12 * own.calm)
    return np.asarray(gains * (_LEVEL * even), dtype=np.float32)


def _tile(own: Stretch, k: int) -> Samples:
    hertz = _oscillators(own.harmony)[0]
    return bank(hertz, k, _gains(own, k), _gains(own, k + 1))


@music()
def harmony(block: Stretch) -> Samples:
    """Slow tones over a pedal, from a chord that changes by one tone about every forty seconds.

    A tone takes six to thirteen seconds to rise and twelve to nineteen to sink. Early in the night six or
    seven sound together, late two or three.
    """
    return tiled(block, TILE, _tile)
