"""Entry of a line: its gain at the start and after pauses, so low that no onset in it would startle a sleeper.

Everything is decided on the K-weighted power of the line in cells of 10 ms, over a world as quiet as it gets.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import ease
from dreamplayer.kit.loudness import lufs

Cells = NDArray[np.float64]
"""One value for each cell of 10 ms, (n,)."""
ENTRIES = ((7.0, 1.5), (7.5, 2.0), (8.0, 2.6), (8.5, 3.4), (9.0, 4.4), (9.5, 5.5), (9.5, 7.0))
"""dB under its loudness at which a line begins, and seconds in which it grows to it: the first soft enough is used."""
SOFT = 3.6
"""LU by which the short-term loudness may rise in a second where a line begins; the check allows 4.5."""
JUMP = 11.2
"""LU by which 400 ms may be louder than the 400 ms before; the check allows 13."""
ONSET = 11.2
"""dB by which 50 ms may stand over the second before; the check allows 13."""
QUIET = 13.8
"""LU by which the world lies under the voice where it is quietest: there an entry is most noticeable."""
NONE = (0.0, 1.0)
"""No fade-in at all, in the form of `ENTRIES`."""
PAUSE = 12
"""Cells of quiet within a line that count as a pause."""
AGAIN = 7.3
"""dB by which the voice is lowered after a long pause within a line; it is back at its level after .6 s."""
LONG = 40
"""Cells of quiet after which a phrase is faded in like a line, if it has to be."""
PAST = 300
"""Cells before the line against which its entry is measured."""


def after_pauses(power: Cells) -> Cells:
    """Gain that eases in what follows a pause: a comma must not end in a knock.

    Args:
        power: K-weighted power of the line, (n,).

    Returns:
        A factor for each cell, (n,), at most 1.
    """
    gain = np.ones(len(power))
    for i, pause in _pauses(power):
        deep = AGAIN * min(1.0, pause / 40.0)
        after = np.arange(min(60, len(gain) - i)) / 60.0
        gain[i : i + 60] = np.minimum(gain[i : i + 60], 10 ** (-deep * (1.0 - ease(after)) / 20))
    return gain


def _pauses(power: Cells) -> list[tuple[int, int]]:
    """Cells at which the voice begins again within a line, each with the cells of quiet before it."""
    silent = power < 0.01 * float(power.max(initial=1e-12))
    found, pause = [], 0
    for i, quiet in enumerate(silent):
        if not quiet and pause >= PAUSE and i > PAUSE:
            found.append((i, pause))
        pause = pause + 1 if quiet else 0
    return found


def entry_gain(power: Cells, level: float, rest: float) -> Cells:
    """Gain of a line's entry: each phrase, from the start or from a long pause on, grows to its loudness.

    No more is taken away than keeps the line under `SOFT`, `JUMP` and `ONSET`.

    Args:
        power: K-weighted power of the line at its level, (n,).
        level: loudness of the line in LUFS.
        rest: seconds of rest before it: after a long rest it enters more softly.

    Returns:
        A factor for each cell, (n,), at most 1.
    """
    world = 10.0 ** ((level - QUIET + 0.691) / 10.0)
    quiet = round(100 * min(rest, 3.0))
    before = np.full(PAST, world + 10.0 ** ((level - 7.0) / 10.0))
    before[PAST - quiet :] = world
    gain = _grown(power, np.ones(len(power)), before, world, ENTRIES)
    # Holding a knock down makes what follows rise more, and the other way round.
    for _ in range(3):
        gain = gain * _without_knocks(before, power * gain**2 + world)
        gain = _grown(power, gain, before, world, (NONE, *ENTRIES))
    return np.asarray(gain * _without_knocks(before, power * gain**2 + world))


def _grown(power: Cells, gain: Cells, before: Cells, world: float, first: tuple[tuple[float, float], ...]) -> Cells:
    """The gain with each phrase eased in where it would rise by more than `SOFT`; the line itself by one of `first`."""
    starts = [0, *(i for i, pause in _pauses(power) if pause >= LONG), len(power)]
    for start, stop in pairwise(starts):
        t = (np.arange(len(power)) - start) / 100.0
        softest, least = gain, np.inf
        for deep, seconds in first if start == 0 else (NONE, *ENTRIES):
            tried = gain * np.where(t < 0.0, 1.0, 10 ** (-deep * (1.0 - ease(t / seconds)) / 20))
            loud = _means(np.concatenate((before, power * tried**2 + world)), PAST)
            low, high = max(start, 100), min(start + 900, stop)
            rise = float(np.max(loud[low:high] - loud[low - 100 : high - 100])) if high > low else 0.0
            if rise < least:
                softest, least = tried, rise
            if rise <= SOFT:
                break
        gain = softest
    return gain


def _without_knocks(before: Cells, power: Cells) -> Cells:
    """Gain that holds a prominent syllable down, from the quiet before it on, and releases it."""
    gain = np.ones(len(power))
    for _ in range(24):
        excess = _knocks(np.concatenate((before, power * gain**2)))
        worst = int(np.argmax(excess))
        if excess[worst] <= 0.0:
            break
        low = max(0, worst - 60)
        start = low + int(np.argmin(power[low : max(worst - 4, low + 1)]))
        cells = np.arange(len(power))
        held = ease((cells - start + 6) / 6.0) * (1.0 - ease((cells - worst - 8) / 60.0))
        gain *= 10 ** (-(excess[worst] + 0.3) * held / 20)
    return gain


def _knocks(heard: Cells) -> Cells:
    """Excess in dB by which each cell of the line passes `JUMP` or `ONSET`; negative where it doesn't."""
    onset = _means(heard, 5)[PAST - 4 :] - _means(heard, 100)[PAST - 104 : -5]
    loud = _means(heard, 40)
    jump = loud[PAST - 39 :] - loud[PAST - 79 : -40]
    return np.asarray(np.maximum(onset - ONSET, jump - JUMP))


def _means(power: Cells, count: int) -> Cells:
    """Loudness in LUFS of every run of `count` cells, indexed by its first cell."""
    total = np.concatenate(([0.0], np.cumsum(power)))
    return lufs((total[count:] - total[:-count]) / count)
