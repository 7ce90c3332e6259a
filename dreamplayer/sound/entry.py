"""How a line enters: eased in at its start and after pauses, until nothing in it would make a sleeper start.

All of it is decided on the K-weighted power of the line in cells of 10 ms, over a world as quiet as it gets.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import ease
from dreamplayer.kit.loudness import lufs

Cells = NDArray[np.float64]
ENTRIES = ((7.0, 1.5), (7.5, 2.0), (8.0, 2.6), (8.5, 3.4), (9.0, 4.4), (9.5, 5.5), (9.5, 7.0))
"""dB under its loudness at which a line begins, and seconds in which it grows to it: the first soft enough is taken."""
SOFT = 3.6
"""LU a second the short-term loudness may rise by where a line begins; the check allows 4.5."""
JUMP = 11.2
"""LU by which 400 ms may be louder than the 400 ms before; the check allows 13."""
ONSET = 11.2
"""dB by which 50 ms may stand over the second before; the check allows 13."""
QUIET = 13.8
"""LU by which the world lies under the voice where it is quietest: there an entry is felt most."""
PAUSE = 12
"""Cells of quiet within a line that count as a pause."""
AGAIN = 7.3
"""dB by which the voice begins again after a long pause within a line, to be back in .6 s."""
PAST = 300
"""Cells before the line that its entry is measured against."""


def after_pauses(power: Cells) -> Cells:
    """A factor for each cell: what comes after a pause is eased in, a comma must not end in a knock."""
    silent = power < 0.01 * float(power.max(initial=1e-12))
    gain = np.ones(len(power))
    pause = 0
    for i, quiet in enumerate(silent):
        if quiet:
            pause += 1
            continue
        if pause >= PAUSE and i > PAUSE:
            deep = AGAIN * min(1.0, pause / 40.0)
            after = np.arange(min(60, len(gain) - i)) / 60.0
            gain[i : i + 60] = np.minimum(gain[i : i + 60], 10 ** (-deep * (1.0 - ease(after)) / 20))
        pause = 0
    return gain


def entry(power: Cells, level: float, rest: float) -> Cells:
    """A factor for each cell of a line of `level` LUFS that follows `rest` seconds after the one before.

    No more is taken away than it takes to keep the line under `SOFT`, `JUMP` and `ONSET`.
    """
    world = 10.0 ** ((level - QUIET + 0.691) / 10.0)
    quiet = round(100 * min(rest, 3.0))
    before = np.full(PAST, world + 10.0 ** ((level - 7.0) / 10.0))
    before[PAST - quiet :] = world
    t = np.arange(len(power)) / 100.0
    softest, least = np.ones(len(power)), np.inf
    for deep, seconds in ENTRIES:
        gain = 10 ** (-deep * (1.0 - ease(t / seconds)) / 20)
        heard = np.concatenate((before, power * gain**2 + world))
        loud = _means(heard, 300)[:900]
        rise = float(np.max(loud[100:] - loud[:-100])) if len(loud) > 100 else 0.0
        if rise < least:
            softest, least = gain, rise
        if rise <= SOFT:
            break
    return np.asarray(softest * _without_knocks(before, power * softest**2 + world))


def _without_knocks(before: Cells, power: Cells) -> Cells:
    """A factor for each cell: where a syllable stands out it is held down from the quiet before it, and let go."""
    gain = np.ones(len(power))
    for _ in range(24):
        excess = _knocks(np.concatenate((before, power * gain**2)))
        at = int(np.argmax(excess))
        if excess[at] <= 0.0:
            break
        low = max(0, at - 60)
        start = low + int(np.argmin(power[low : max(at - 4, low + 1)]))
        cells = np.arange(len(power))
        held = ease((cells - start + 6) / 6.0) * (1.0 - ease((cells - at - 8) / 60.0))
        gain *= 10 ** (-(excess[at] + 0.3) * held / 20)
    return gain


def _knocks(heard: Cells) -> Cells:
    """By how many dB each cell of the line goes beyond `JUMP` or `ONSET`, negative where it does not."""
    onset = _means(heard, 5)[PAST - 4 :] - _means(heard, 100)[PAST - 104 : -5]
    loud = _means(heard, 40)
    jump = loud[PAST - 39 :] - loud[PAST - 79 : -40]
    return np.asarray(np.maximum(onset - ONSET, jump - JUMP))


def _means(power: Cells, count: int) -> Cells:
    """LUFS of every run of so many cells, by its first cell."""
    total = np.concatenate(([0.0], np.cumsum(power)))
    return lufs((total[count:] - total[:-count]) / count)
