"""Navigation in a score: previous sentence, next passage, the same place in another score."""

from __future__ import annotations

from bisect import bisect_right

from dreamplayer.app.storage.history import Mark
from dreamplayer.model.score import Score

BREATH = 0.25
"""Seconds before a sentence's first sound that a seek lands, so that its first word is not clipped."""


def sentence_starts(score: Score) -> list[tuple[float, int]]:
    """(seconds, index) of every sentence, in order of time."""
    found: list[tuple[float, int]] = []
    for word in score.words:
        if not found or found[-1][1] != word.sentence:
            found.append((word.span.start, word.sentence))
    return found


def passage_starts(score: Score) -> list[float]:
    """Seconds at which the first word of each passage is heard."""
    found: list[float] = []
    last = None
    for word in score.words:
        if word.passage != last:
            found.append(word.span.start)
            last = word.passage
    return found


def _step(starts: list[float], t: float, by: int, margin: float, last: float) -> float:
    """The start `by` steps on. Going back within `margin` of a start means the one before."""
    here = bisect_right(starts, t + BREATH + 1e-6) - 1
    if by > 0:
        there = here + by
    else:
        again = here >= 0 and t - starts[here] > margin
        there = here + by + (1 if again else 0)
    if there < 0:
        return 0.0
    return last if there >= len(starts) else max(0.0, starts[there] - BREATH)


def next_sentence(score: Score, t: float, by: int, margin: float) -> float:
    """Seconds to seek to for the sentence `by` further on; after the last one the coda begins.

    Args:
        score: of the night.
        t: seconds of the night.
        by: sentences; negative goes back.
        margin: going back within so many seconds of a start means the sentence before.
    """
    return _step([start for start, _ in sentence_starts(score)], t, by, margin, _after_story(score, t))


def next_passage(score: Score, t: float, by: int, margin: float) -> float:
    """Seconds to seek to for the passage `by` further on; arguments as in `next_sentence`."""
    return _step(passage_starts(score), t, by, margin, _after_story(score, t))


def _after_story(score: Score, t: float) -> float:
    """Where going on from the last sentence leads: to the next part of the night, never backwards."""
    for part in score.sections:
        if part.name in ("coda", "bed", "fade") and part.span.start > t:
            return part.span.start
    return t


def mark_at(score: Score, t: float) -> Mark:
    """A mark of the place at t, which another score of the same dream will find again."""
    word = score.word_at(t)
    return Mark(-1 if word is None else word.sentence, t)


def place_of(score: Score, mark: Mark) -> float:
    """Seconds of a mark: the start of its sentence; after the story, its own second."""
    starts = sentence_starts(score)
    if mark.sentence < 0 or not starts:
        return min(mark.t, starts[0][0] if starts else mark.t)
    last = starts[-1][1]
    if mark.sentence >= last and score.words and mark.t > score.words[-1].span.end:
        return min(mark.t, score.duration)
    for start, sentence in starts:
        if sentence >= mark.sentence:
            return max(0.0, start - BREATH)
    return score.horizon


def same_place(old: Score, new: Score, t: float) -> float:
    """The time in `new` that corresponds to t in `old`, a score of the same dream: by the word, or by the section.

    Args:
        old: score that is playing.
        new: score that replaces it.
        t: seconds of the night in `old`.
    """
    part = old.section_at(t)
    if part in ("wind-in", "story"):
        word = old.word_at(t)
        if word is None:
            return t
        for other in new.words:
            if other.index >= word.index:
                return other.span.start + (min(t - word.span.start, 3.0) if other.index == word.index else 0.0)
        return new.horizon
    for name in ("bed", "coda"):
        try:
            before, after = old.section(name), new.section(name)
        except KeyError:
            continue
        if t >= before.start:
            return after.start + t - before.start
    return t
