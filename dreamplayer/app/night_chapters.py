"""Chapters of a night, for files that have some: its headings, else its passages, and what is around the story."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.app.window import interface_text
from dreamplayer.model.score import Score, Span
from dreamplayer.model.text import Dream

MOST = 60
"""Passages up to which each is a chapter of a text without headings."""
_BEGINS = 6
"""Words by which a passage is named."""


@dataclass(frozen=True, slots=True)
class NightChapter:
    """A stretch of the night that can be gone to."""

    title: str
    span: Span
    """Seconds of the night."""
    first: int = -1
    """Index of its first passage; -1 before and after the story."""
    last: int = -1
    """One past the index of its last."""


def story_chapters(dream: Dream, score: Score) -> tuple[NightChapter, ...]:
    """The chapters of the story: one for each heading, else a single one.

    Args:
        dream: the text as it is narrated.
        score: its whole night.
    """
    story, starts = score.section("story"), _starts(score)
    firsts = sorted({chapter.passage for chapter in dream.chapters if chapter.passage in starts} | {min(starts)})
    titles = {chapter.passage: chapter.title for chapter in dream.chapters}
    ends = [*firsts[1:], len(dream.passages)]
    cuts = [story.start, *(starts[first] for first in firsts[1:]), story.end]
    return tuple(
        NightChapter(titles.get(first, dream.title), Span(start, end), first, last)
        for first, last, start, end in zip(firsts, ends, cuts, cuts[1:], strict=False)
    )


def chapters(dream: Dream, score: Score) -> tuple[NightChapter, ...]:
    """All chapters of a night, one after the other from its beginning to its end.

    Args:
        dream: the text as it is narrated.
        score: its whole night.
    """
    told = story_chapters(dream, score)
    starts = _starts(score)
    if len(told) == 1 and 1 < len(starts) <= MOST:
        story = score.section("story")
        order = sorted(starts)
        cuts = [story.start, *(starts[index] for index in order[1:]), story.end]
        told = tuple(
            NightChapter(_begins(dream, index), Span(a, b), index, index + 1)
            for index, a, b in zip(order, cuts, cuts[1:], strict=False)
        )
    around = [
        NightChapter(interface_text.message("parts", part.name), part.span)
        for part in score.sections
        if part.name != "story" and part.span.length > 0.0
    ]
    return tuple(sorted((*told, *around), key=lambda chapter: chapter.span.start))


def _starts(score: Score) -> dict[int, float]:
    """Second at which the first word of each passage is heard."""
    found: dict[int, float] = {}
    for word in score.words:
        found.setdefault(word.passage, word.span.start)
    return found


def _begins(dream: Dream, index: int) -> str:
    words = [word.text for word in dream.passages[index].words]
    return " ".join(words[:_BEGINS]) + ("" if len(words) <= _BEGINS else " …")
