"""Word times from what an engine tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dreamplayer.model.audio import WordTime


def ranges(spoken: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The spoken forms as one text, and where each of them stands in it (an empty range for a silent one)."""
    text = ""
    places = []
    for form in spoken:
        form = " ".join(form.split())
        if form and text:
            text += " "
        places.append((len(text), len(text) + len(form)))
        text += form
    return text, places


def weight(form: str) -> float:
    """About how long a form takes to say, in letters, with a rest for the mark at its end."""
    if not form.strip():
        return 0.0
    return len(form) + 1.0 + (5.0 if form[-1] in ",;:—…" else 0.0)


def word_times(starts: Sequence[float | None], spoken: Sequence[str], begin: float, end: float) -> tuple[WordTime, ...]:
    """One WordTime per form from the starts that are known, the others spread between them by their letters.

    `begin` and `end` bound the speech inside the clip, in seconds. A word ends where the next begins.
    """
    known: list[tuple[int, float]] = []
    for i, start in enumerate(starts):
        if start is not None and begin <= start <= end and (not known or start >= known[-1][1]):
            known.append((i, start))
    if not known or known[0][0] > 0:
        known.insert(0, (0, begin))
    known.append((len(spoken), end))
    edges: list[float] = []
    for (i, t0), (j, t1) in pairwise(known):
        weights = [weight(form) for form in spoken[i:j]]
        total = sum(weights) or 1.0
        at = 0.0
        for one in weights:
            edges.append(min(t0 + (t1 - t0) * at / total, t1))
            at += one
    edges.append(end)
    return tuple(WordTime(a, max(a, b)) for a, b in pairwise(edges))


def proportional(spoken: Sequence[str], begin: float, end: float) -> tuple[WordTime, ...]:
    """A first guess where an engine tells nothing."""
    return word_times([None] * len(spoken), spoken, begin, end)
