"""What is in tune: keys that share tones, chords that share three, and the mood they are chosen by.

A night has one home key. Its passages move among three neighbouring pentatonic sets on the circle of
fifths and their relative minors: any two share three tones, and the home's fifth lies in all of them, so
one pedal can go through every change. Light and wonder add the lydian fourth.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.audio import Harmony
from dreamplayer.model.reading import TimeOfDay

MAJOR = (0, 2, 4, 7, 9)
MINOR = (0, 3, 5, 7, 10)
LYDIAN = (0, 2, 4, 6, 7, 9)
HOMES = (50, 48, 52, 53, 45)
"""MIDI notes a night may be at home on: D, C, E, F, A."""
_CELL = 40.0
"""Mean seconds of a chord; the true length lies between 26 and 54."""


def hertz(note: float) -> float:
    """Frequency of a note in equal temperament.

    Args:
        note: MIDI number, 69 is A at 440 Hz, 12 to the octave; fractions lie between the keys.

    Returns:
        Hz.
    """
    return float(440.0 * 2.0 ** ((note - 69.0) / 12.0))


def harmony_for(valence: float, arousal: float, time_of_day: TimeOfDay, seed: int) -> Harmony:
    """The key and colour of a passage. Give every passage of a night the same seed: it picks the home key.

    Grief takes the relative minor, comfort the major, wonder at dawn the lydian fourth. Nights lie a fifth
    lower and warmer than mornings.

    Args:
        valence: -1 grief .. 1 comfort; below -.15 it is minor.
        arousal: -1 still .. 1 stirred; it makes the colour cooler.
        time_of_day: of the passage.
        seed: of the night.

    Returns:
        A root of 55 to 110 Hz, its scale in semitones, and a warmth of .15 (bare, cool) .. .95 (full, warm).
    """
    home = HOMES[int(uniform_one(seed, 77) * len(HOMES))]
    light = valence + {"dawn": 0.25, "sunrise": 0.4, "morning": 0.35, "day": 0.3}.get(time_of_day, -0.1)
    fifths = -7 if light < -0.25 else 7 if light > 0.5 else 0
    minor = valence < -0.15
    note = home + fifths - (3 if minor else 0)
    while hertz(note) >= 110.01:
        note -= 12
    while hertz(note) < 54.9:
        note += 12
    steps = MINOR if minor else LYDIAN if (light > 0.75 and fifths <= 0) or (light > 0.6 and arousal > 0.0) else MAJOR
    warmth = float(np.clip(0.55 + 0.25 * valence - 0.2 * arousal, 0.15, 0.95))
    return Harmony(round(hertz(note), 4), steps, round(warmth, 2))


def tones(harmony: Harmony, low: float = 54.0, high: float = 1200.0) -> NDArray[np.float64]:
    """Every tone of the harmony within a range.

    Args:
        harmony: root and scale.
        low: Hz.
        high: Hz.

    Returns:
        (n,) Hz, rising; seven octaves at most, from the one below the root.
    """
    found = [harmony.root * 2.0 ** (octave + step / 12.0) for octave in range(-1, 6) for step in harmony.steps]
    return np.array(sorted(f for f in found if low <= f <= high))


def nearest(harmony: Harmony, hz: float) -> float:
    """The tone of the harmony that lies nearest to a frequency, by their ratio.

    Args:
        harmony: root and scale.
        hz: what is to be tuned, within 40..2400 Hz; beyond that the last tone of the range is taken.

    Returns:
        Hz.
    """
    all_tones = tones(harmony, 40.0, 2400.0)
    return float(all_tones[np.argmin(np.abs(np.log(all_tones / hz)))])


def cell_at(seed: int, t: float) -> int:
    """Number of the chord that sounds at a time.

    Args:
        seed: of the night.
        t: seconds of the night.

    Returns:
        k with `edge(seed, k)` <= t < `edge(seed, k + 1)`.
    """
    k = int(t // _CELL)
    if t < edge(seed, k):
        return k - 1
    return k + 1 if t >= edge(seed, k + 1) else k


def edge(seed: int, k: int) -> float:
    """When a chord begins.

    Args:
        seed: of the night.
        k: number of the chord.

    Returns:
        Seconds of the night, within 7 s of 40 k.
    """
    return _CELL * (k + 0.35 * (uniform_one(seed, 31, k) - 0.5))


@lru_cache(maxsize=512)
def chord(harmony: Harmony, seed: int, k: int) -> tuple[int, ...]:
    """The notes of a chord: all of the scale but one, never without the root. Any two share at least three.

    Args:
        harmony: root and scale.
        seed: of the night.
        k: number of the chord.

    Returns:
        Semitones above the root, rising.
    """
    steps = harmony.steps
    left_out = 1 + int(uniform_one(seed, 41, k) * (len(steps) - 1))
    return tuple(step for i, step in enumerate(steps) if i != left_out)
