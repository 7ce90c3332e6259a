"""Repetitions a script asks for: "[Repeat 4 times]" tells what stands before it four times in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from dreamplayer.model.text import Direction, Passage, Sentence

MOST = 10
"""Times something is told at most."""
LONGEST = 120
"""Words of a passage that may be told again: a script means the last exercise, not a whole tale."""


def repeated(
    passages: tuple[Passage, ...], directions: tuple[Direction, ...]
) -> tuple[tuple[Passage, ...], tuple[Direction, ...]]:
    """Passages with what is to be repeated put in again, and the directions at their new words.

    A copy keeps its offsets in the source; words, sentences and passages are counted anew.

    Args:
        passages: as they are written.
        directions: of the whole text; a `repeat` stands after the sentence it repeats.

    Returns:
        The passages as told, and the directions at their new words.
    """
    asked = {d.word: min(MOST, int(d.name)) for d in directions if d.kind == "repeat" and d.name.isdecimal() and d.word}
    if not asked:
        return passages, directions
    told: list[Passage] = []
    copies: set[int] = set()
    """Numbers of the parts told that are copies."""
    for passage in passages:
        before: list[Sentence] = []
        for sentence in passage.sentences:
            before.append(sentence)
            times = asked.get(sentence.words[-1].index + 1, 1)
            if times > 1 and sum(len(s.words) for s in before) <= LONGEST:
                for n in range(times):
                    if n:
                        copies.add(len(told))
                    told.append(_part(passage, before))
                before = []
        if before:
            told.append(_part(passage, before))
    return _numbered(told), _moved(told, copies, directions)


def _part(passage: Passage, sentences: Sequence[Sentence]) -> Passage:
    return replace(passage, start=sentences[0].start, end=sentences[-1].end, sentences=tuple(sentences))


def _numbered(told: Sequence[Passage]) -> tuple[Passage, ...]:
    made: list[Passage] = []
    words = sentences = 0
    for passage in told:
        own: list[Sentence] = []
        for sentence in passage.sentences:
            renumbered = tuple(replace(word, index=words + i) for i, word in enumerate(sentence.words))
            own.append(replace(sentence, index=sentences, words=renumbered))
            words += len(renumbered)
            sentences += 1
        made.append(replace(passage, index=len(made), sentences=tuple(own)))
    return tuple(made)


def _moved(told: Sequence[Passage], copies: set[int], directions: Sequence[Direction]) -> tuple[Direction, ...]:
    """The directions at the words as they are counted now; those inside a copy hold there too."""
    old = [word.index for passage in told for word in passage.words]
    first: dict[int, list[int]] = {}
    for position, index in enumerate(old):
        first.setdefault(index, []).append(position)
    starts: dict[int, int] = {}
    """First word of a copy to the old index of the word that follows what it repeats."""
    at = 0
    for n, passage in enumerate(told):
        count = sum(1 for _ in passage.words)
        if n in copies:
            starts[at] = old[at + count - 1] + 1
        at += count
    ends = {d.word: d.char_start for d in directions if d.kind == "repeat"}
    """Where each repetition is asked for: only what stands before it is between two copies."""
    found: list[Direction] = []
    for direction in directions:
        at_words = first.get(direction.word, [len(old)])
        if direction.kind == "repeat":
            at_words = at_words[:1]
        elif direction.kind != "count":
            inside = [p for p in at_words if p and old[p - 1] == direction.word - 1]
            behind = ends.get(direction.word, 0)
            between = [p for p, after in starts.items() if after == direction.word and direction.char_end <= behind]
            at_words = [*inside, *between] or at_words[:1]
        found += [replace(direction, word=position) for position in at_words]
    return tuple(sorted(chain(found), key=lambda direction: direction.word))
