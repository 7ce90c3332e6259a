"""Division of a text longer than an evening into parts: by chapters where it has them, else by passages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import ceil

from dreamplayer.errors import TextError
from dreamplayer.model.text import Dream, DreamPart, Passage, Sentence
from dreamplayer.narration.pacing import asked_pauses, rest_after, speech
from dreamplayer.timeline.sections import CODA, DARK, FADE, SHORTEST_BED, SHORTEST_FADE, WIND_IN

EVENING = 2400.0
"""Approximate seconds of story on one evening without a timer: with what follows the night takes some 65 minutes."""
WHOLE = 3000.0
"""Seconds up to which a text is still narrated on one evening."""
NEVER_PARTED = 900.0
"""Seconds of story below which a text is narrated whole, whatever the timer."""
SHORT = 480.0
"""Seconds below which a chapter is joined to the next one."""
TITLE_PAGE = 60.0
"""Seconds below which front matter, or a heading alone, is always joined to what follows."""
LEAST = 240.0
"""Shortest planned part in seconds, however short the timer."""
SURE = 0.94
"""Share of the time under a timer that is used: voices are some percent quicker or slower than expected."""
LOOK_BACK = 36
"""Approximate words of the previous evening repeated at the beginning of a part."""
_STRAY = 0.25
"""Share of a part's length by which its end may move to a better place."""


@dataclass(frozen=True, slots=True)
class _Limits:
    """Seconds of story on one evening."""

    target: float
    most: float


def _limits(timer_minutes: float, wind_in: float) -> _Limits:
    if timer_minutes <= 0.0:
        return _Limits(EVENING, WHOLE)
    left = 60.0 * timer_minutes - wind_in - CODA - DARK
    most = left - SHORTEST_BED - SHORTEST_FADE
    target = min(SURE * most, max(left - SHORTEST_BED - FADE, left / 2.0))
    return _Limits(max(LEAST, target), max(LEAST, most))


def parts(
    dream: Dream, *, timer_minutes: float = 0.0, pace: float = 1.0, whole: bool = False, wind_in: float = WIND_IN
) -> tuple[DreamPart, ...]:
    """The parts of a text, in order; a single one where it fits on one evening.

    A part ends with a chapter, or, inside a chapter that is too long, with a passage: preferably before a heading, and
    not in the middle of dialogue. Chapters of a few minutes are joined.

    Args:
        dream: the whole text.
        timer_minutes: length of the whole night in minutes; 0 or less for no timer.
        wind_in: seconds before the first word.
        pace: factor of the speaking rate.
        whole: puts everything on one evening.
    """
    limits = _limits(timer_minutes, wind_in)
    seconds = _seconds(dream, pace)
    if whole or sum(seconds) <= max(NEVER_PARTED, limits.most) or len(seconds) < 2:
        return _numbered(dream, [(0, len(seconds))])
    ends = [0.0, *accumulate(seconds)]
    ranges: list[tuple[int, int]] = []
    for first, last in _joined(_chapters(dream, ends), ends, limits):
        ranges += _split(dream, ends, first, last, limits)
    return _numbered(dream, ranges)


def part_of(dream: Dream, part: DreamPart) -> Dream:
    """One part as a dream in itself: its passages count from 0, after a look back at the end of the previous part.

    Offsets still count in the whole source.

    Args:
        dream: the whole text.
        part: one of its `parts`.
    """
    if part.count == 1:
        return dream
    chosen = list(dream.passages[part.first : part.last])
    if part.first:
        chosen.insert(0, _look_back(dream.passages[part.first - 1]))
    passages, new = _renumbered(chosen, repeated=1 if part.first else 0)
    directions = tuple(replace(d, word=new[d.word]) for d in dream.directions if d.word in new)
    shift = (1 if part.first else 0) - part.first
    start = 0 if part.first == 0 else part.char_start
    end = len(dream.text) + 1 if part.number == part.count else part.char_end
    return replace(
        dream,
        passages=passages,
        chapters=tuple(
            replace(chapter, passage=chapter.passage + shift)
            for chapter in dream.chapters
            if part.first <= chapter.passage < part.last
        ),
        omissions=tuple(omission for omission in dream.omissions if start <= omission.char_start < end),
        directions=directions,
        part=part,
    )


def excerpt(dream: Dream, starts: Collection[int]) -> Dream:
    """Some passages of a dream as a dream in itself. Offsets still count in the whole source.

    Args:
        dream: the whole text.
        starts: a code point of each passage.

    Raises:
        TextError: none of its passages begins there.
    """
    chosen = [passage for passage in dream.passages if any(passage.start <= at < passage.end for at in starts)]
    if not chosen:
        raise TextError(
            f"{dream.title} no longer has that passage",
            where=dream.source,
            todo="The text has been changed since; mark the passage again while it plays.",
        )
    passages, new = _renumbered(chosen)
    first, last = chosen[0], chosen[-1]
    part = DreamPart(1, 1, "", first.index, last.index + 1, first.start, last.end, excerpt=True)
    directions = tuple(replace(d, word=new[d.word]) for d in dream.directions if d.word in new)
    return replace(dream, passages=passages, chapters=(), omissions=(), directions=directions, part=part)


def _renumbered(chosen: Sequence[Passage], repeated: int = 0) -> tuple[tuple[Passage, ...], dict[int, int]]:
    """Passages counted from 0, with their sentences and words; and the new index of each word by its old one.

    Args:
        chosen: in order.
        repeated: how many of the first are told a second time: their words have no old index.
    """
    passages: list[Passage] = []
    numbers: list[int] = []
    sentences = 0
    for passage in chosen:
        renumbered: list[Sentence] = []
        for sentence in passage.sentences:
            words = tuple(replace(word, index=len(numbers) + i) for i, word in enumerate(sentence.words))
            numbers += [-1 if len(passages) < repeated else word.index for word in sentence.words]
            renumbered.append(replace(sentence, index=sentences, words=words))
            sentences += 1
        passages.append(replace(passage, index=len(passages), sentences=tuple(renumbered)))
    return tuple(passages), {old: index for index, old in enumerate(numbers) if old >= 0}


def numbered_part(dream: Dream, found: Sequence[DreamPart], number: int) -> DreamPart:
    """The part of a number.

    Args:
        dream: the whole text, named in the error.
        found: its `parts`.
        number: from 1.

    Raises:
        TextError: there is no part of that number.
    """
    if not 1 <= number <= len(found):
        has = "1 part" if len(found) == 1 else f"{len(found)} parts"
        todo = "Choose one from 1 on." if len(found) > 1 else "Leave --part out."
        raise TextError(f"{dream.title} has {has}, and no part {number}", where=dream.source, todo=todo)
    return found[number - 1]


def _look_back(passage: Passage) -> Passage:
    """The last sentences of a passage, which ended the previous evening."""
    told: list[Sentence] = []
    for sentence in reversed(passage.sentences):
        if told and sum(len(s.words) for s in told) + len(sentence.words) > LOOK_BACK:
            break
        told.insert(0, sentence)
    return replace(passage, start=told[0].start, sentences=tuple(told), preamble=True)


def _seconds(dream: Dream, pace: float) -> list[float]:
    """Estimated seconds of each passage, with the rest after it."""
    rate = speech(0.5, pace)
    asked = asked_pauses(dream)
    return [
        sum(
            60.0 * len(s.words) / rate + rest_after(s, passage, 0.5, pace) + asked.get(s.index, (0.0, False))[0]
            for s in passage.sentences
        )
        for passage in dream.passages
    ]


def _chapters(dream: Dream, ends: Sequence[float]) -> list[tuple[int, int]]:
    """Ranges of passages from heading to heading, of the level at which a chapter comes closest to an evening."""
    count = len(dream.passages)
    best = [(0, count)]
    for level in sorted({chapter.level for chapter in dream.chapters}):
        starts = sorted({c.passage for c in dream.chapters if c.level <= level and 0 < c.passage < count})
        if not starts:
            continue
        cuts = [0, *starts, count]
        ranges = list(pairwise(cuts))
        if len(best) > 1 and ends[-1] / len(ranges) < SHORT:
            break
        best = ranges
    return best


def _joined(chapters: Sequence[tuple[int, int]], ends: Sequence[float], limits: _Limits) -> Iterator[tuple[int, int]]:
    """The chapters, with short ones joined to the next, or the very last to the previous one."""
    short = min(SHORT, 0.6 * limits.target)
    found: list[tuple[int, int]] = []
    for first, last in chapters:
        if found:
            begun, end = found[-1]
            together = ends[last] - ends[begun]
            if ends[end] - ends[begun] < TITLE_PAGE:
                found[-1] = (begun, last)
                continue
            waits = ends[end] - ends[begun] < short or (last == chapters[-1][1] and ends[last] - ends[first] < short)
            if waits and together <= limits.most * SURE:
                found[-1] = (begun, last)
                continue
        found.append((first, last))
    yield from found


def _split(dream: Dream, ends: Sequence[float], first: int, last: int, limits: _Limits) -> list[tuple[int, int]]:
    """A range of passages in parts of nearly equal length, each cut where one would put a book down."""
    length = ends[last] - ends[first]
    if length <= limits.most * SURE or last - first < 2:
        return [(first, last)]
    count = ceil(length / limits.target)
    headed = {chapter.passage for chapter in dream.chapters}
    cuts = [first]
    for n in range(1, count):
        goal = ends[first] + length * n / count
        stray = _STRAY * length / count

        def cost(i: int, goal: float = goal, stray: float = stray) -> float:
            return abs(ends[i] - goal) / stray - _place(dream, i, headed)

        near = [i for i in range(cuts[-1] + 1, last) if ends[i] - ends[cuts[-1]] <= limits.most * SURE]
        if near:
            cuts.append(min(near, key=cost))
    return list(pairwise([*dict.fromkeys(cuts), last]))


def _place(dream: Dream, i: int, headed: set[int]) -> float:
    """Quality of stopping before passage i: 1 before a heading, less in the middle of dialogue."""
    before, after = dream.passages[i - 1], dream.passages[i]
    if i in headed:
        return 1.0
    if i - 1 in headed:
        # A heading alone at the end of an evening promises what does not follow.
        return -1.0
    talk = before.sentences[-1].dialogue + after.sentences[0].dialogue
    ended = before.sentences[-1].text.rstrip("\"”’'»)")[-1:] in ".!?…"
    return (0.3 if ended else 0.0) - 0.3 * talk


def _numbered(dream: Dream, ranges: Sequence[tuple[int, int]]) -> tuple[DreamPart, ...]:
    titles = list(_distinct_titles([_title(dream, first, last) for first, last in ranges]))
    return tuple(
        DreamPart(
            number=n,
            count=len(ranges),
            title=titles[n - 1],
            next_title=titles[n] if n < len(titles) else "",
            first=first,
            last=last,
            char_start=dream.passages[first].start,
            char_end=dream.passages[last - 1].end,
        )
        for n, (first, last) in enumerate(ranges, 1)
    )


def _distinct_titles(titles: Sequence[str]) -> Iterator[str]:
    """The titles; one of a chapter that takes several evenings gets a number."""
    count = 0
    for n, title in enumerate(titles):
        count = count + 1 if n and title == titles[n - 1] else 1
        several = count > 1 or (n + 1 < len(titles) and titles[n + 1] == title)
        yield f"{title} ({count})" if title and several else title


def _title(dream: Dream, first: int, last: int) -> str:
    """Heading of a part; of several chapters the first and the last."""
    inside = [c.title for c in dream.chapters if first <= c.passage < last and c.title != dream.title]
    begins = any(c.passage == first for c in dream.chapters)
    if not begins:
        before = [c.title for c in dream.chapters if c.passage < first and c.title != dream.title]
        inside = before[-1:] + inside
    if not inside:
        return ""
    return inside[0] if len(inside) == 1 else f"{inside[0]} – {inside[-1]}"
