"""Passing softly over the darkest lines: what a gentle night leaves untold. The text itself never changes."""

from __future__ import annotations

from dataclasses import replace

from dreamplayer.model.reading import Reading
from dreamplayer.model.text import Dream, Passage
from dreamplayer.reading.lexicon.vocabulary import vocabulary
from dreamplayer.reading.semantics.sentiment import felt
from dreamplayer.reading.syntax.tokens import tokens

HARD = -0.12
"""Valence under which a passage is a hard one."""
DARK = -0.42
"""Valence below which a sentence in it may be skipped."""
MOST = 0.5
"""Share of a passage's words that may be skipped: what is left must still be a story."""


def passed_over(dream: Dream, reading: Reading) -> frozenset[int]:
    """Indices of the sentences left out: the darkest of hard passages, never a first line, never the last of all.

    Args:
        dream: the whole text.
        reading: of it.
    """
    out: set[int] = set()
    last = dream.passages[-1].sentences[-1].index
    for passage in dream.passages:
        if reading.moods[passage.index].valence > HARD or len(passage.sentences) < 2:
            continue
        if passage.language != "en":
            # How dark a sentence is cannot be told in a language that is not read.
            continue
        dark = _darkness(dream, passage, reading)
        room = MOST * sum(len(s.words) for s in passage.sentences)
        # The first line says who and where; half a quotation would leave the other half hanging.
        may = [s for s in passage.sentences[1:] if s.index != last and s.text.count("“") == s.text.count("”")]
        for sentence in sorted(may, key=lambda s: (dark[s.index], s.index)):
            if dark[sentence.index] <= DARK and len(sentence.words) <= room:
                room -= len(sentence.words)
                out.add(sentence.index)
    return frozenset(out)


def gentled(dream: Dream, reading: Reading) -> Dream:
    """The dream as a gentle night tells it: indices and offsets are those of the whole text.

    Args:
        dream: the whole text.
        reading: of it.
    """
    left_out = passed_over(dream, reading)
    passages = tuple(
        replace(passage, sentences=tuple(s for s in passage.sentences if s.index not in left_out))
        for passage in dream.passages
    )
    return replace(dream, passages=passages)


def _darkness(dream: Dream, passage: Passage, reading: Reading) -> dict[int, float]:
    """Valence of each sentence by itself."""
    lexicon = vocabulary()
    words = tokens(dream, passage)
    found = {}
    for sentence in passage.sentences:
        here = [token for token in words if sentence.start <= token.start < sentence.end]
        mentions = [m for m in reading.of(passage.index) if sentence.start <= m.start < sentence.end]
        found[sentence.index] = felt(here, mentions, lexicon)[0]
    return found
