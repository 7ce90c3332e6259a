"""Estimated word times (forced alignment) for engines that report none: proportional to letters, anchored at pauses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dreamplayer.model.audio import WordTime
from dreamplayer.narration.silence import edges, pauses

MARKS = ",;:—…!?."
"""Punctuation that may make a pause."""
_REST = {",": 5.0, ";": 6.0, ":": 6.0, "—": 6.0, "…": 8.0, ".": 8.0, "!": 8.0, "?": 8.0}
"""Assumed pause at each mark, in letters, before the audio is looked at."""
_NEAR = 1.5
"""Largest distance in seconds between a mark's estimated time and its pause."""


def align(spoken: Sequence[str], samples: NDArray[np.float32], rate: int) -> tuple[WordTime, ...]:
    """Estimate when each word of a clip is heard.

    Measured against engines that report word times: 90 to 150 ms off on average, 250 to 410 ms for one word in twenty.
    Letters alone, without the pauses, are 215 to 290 ms off.

    Args:
        spoken: spoken form of each word; "" for a word that isn't spoken.
        samples: mono, (n,).
        rate: Hz.

    Returns:
        One `WordTime` per form, rising, inside the clip.
    """
    seconds = samples.size / rate
    ends = edges(samples, rate)
    begin, end = ends if ends else (0.0, seconds)
    guess = _spread(spoken, begin, end, with_marks=True)
    cuts: list[tuple[int, float, float]] = [(0, begin, begin)]
    """(first word, when it begins, when the sound before it ended)"""
    heard = pauses(samples, rate)
    for i in range(1, len(spoken)):
        if not _marked(spoken[i - 1]) or not any(form.strip() for form in spoken[i:]):
            continue
        near = [span for span in heard if span[0] > cuts[-1][1] and abs(span[1] - guess[i]) < _NEAR]
        if near:
            # A long pause is more likely to belong to a mark than a short one, a near one more than a far one.
            a, b = min(near, key=lambda span: abs((span[0] + span[1]) / 2 - guess[i]) - 1.5 * (span[1] - span[0]))
            cuts.append((i, b, a))
    cuts.append((len(spoken), end, end))
    times: list[WordTime] = []
    for (i, start, _), (j, _, stop) in pairwise(cuts):
        starts = [*_spread(spoken[i:j], start, stop, with_marks=False), stop]
        times += [WordTime(a, max(a, b)) for a, b in pairwise(starts)]
    return tuple(times)


def _marked(form: str) -> bool:
    return form.rstrip()[-1:] in MARKS and bool(form.strip())


def _spread(spoken: Sequence[str], begin: float, end: float, *, with_marks: bool) -> list[float]:
    """Start of each form in seconds, in proportion to letters."""
    weights = [
        (len(form) + 1.0 + (_REST.get(form.rstrip()[-1:], 0.0) if with_marks else 0.0)) if form.strip() else 0.0
        for form in spoken
    ]
    total = sum(weights) or 1.0
    at = np.concatenate([[0.0], np.cumsum(weights)])[:-1]
    return [float(begin + (end - begin) * x / total) for x in at]
