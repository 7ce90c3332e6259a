"""Words broken at the ends of lines, made whole: "lan-" and "tern" are a lantern, a "half-" "hour" keeps its hyphen."""

from __future__ import annotations

import re

from dreamplayer.reading.ingest.clean_text import GONE, Draft
from dreamplayer.reading.lexicon.vocabulary import Vocabulary, vocabulary
from dreamplayer.reading.syntax import wordlists

_BROKEN = re.compile(r"([^\W\d_]+)([-‐\u00ad¬])[ \t]*(?:\r\n|\n|\r)[ \t>]*([^\W\d_]+(?:['’][^\W\d_]+)?)")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_KEPT_BEFORE = frozenset(
    "half self well ill ex all ever never quarter cross mother father brother sister great grand twenty thirty "
    "forty fifty sixty seventy eighty ninety one two three four five six seven eight nine ten long short high "
    "low old new good blue green red white black dark light warm cold soft deep wide slow far full hard open".split()
)
"""First halves that are joined by a hyphen oftener than written in one."""
_KEPT_AFTER = frozenset(
    "hearted eyed haired handed legged winged footed coloured colored shaped sized lit like old year long deep "
    "high wide free proof law hour past".split()
)
"""Second halves likewise."""


def join_broken_words(draft: Draft) -> None:
    """Make words whole that a line end broke; say each in `omissions`.

    Args:
        draft: its blocks found; gets the joined words and omissions.
    """
    source = draft.source
    hits = [hit for hit in _BROKEN.finditer(source) if "".join(draft.seen[hit.start(3) : hit.end(3)]).strip(GONE + " ")]
    if not hits:
        return
    elsewhere = {word.lower() for word in _WORD.findall(_BROKEN.sub(" ", source))}
    known = vocabulary()
    for hit in hits:
        first, mark, second = hit[1].lower(), hit[2], hit[3]
        whole, compound = first + second.lower(), f"{first}-{second.lower()}"
        hyphen, after = hit.start(2), hit.start(3)
        if mark == "\u00ad" or mark == "¬" or _is_one(first, second.lower(), whole, compound, elsewhere, known):
            told = hit[1] + second
            _close_up(draft, hyphen, after)
        else:
            told = f"{hit[1]}-{second}"
            _close_up(draft, hyphen + 1, after)
        draft.leave_out(hit.start(), hit.end(), "line-end hyphen", f"told as {told}", told=told)


def _close_up(draft: Draft, start: int, end: int) -> None:
    for i in range(start, end):
        draft.seen[i] = GONE


def _is_one(first: str, second: str, whole: str, compound: str, elsewhere: set[str], known: Vocabulary) -> bool:
    """Whether both halves are one word: as the text writes it elsewhere, else by what words there are."""
    if compound in elsewhere:
        return False
    if whole in elsewhere or is_word(whole, known):
        return True
    if first in _KEPT_BEFORE or second in _KEPT_AFTER:
        return False
    # Two words that stand alone elsewhere, and make none together, are a compound.
    return not (_stands_alone(first, elsewhere, known) and _stands_alone(second, elsewhere, known))


def _stands_alone(word: str, elsewhere: set[str], known: Vocabulary) -> bool:
    return len(word) > 2 and (word in elsewhere or is_word(word, known))


def is_word(word: str, known: Vocabulary) -> bool:
    """Whether the lexicon knows a form.

    Args:
        word: in lower case.
        known: the lexicon.
    """
    return bool(known.senses(word)) or word in known.mood or word in known.adjectives or word in _FUNCTION_WORDS


_FUNCTION_WORDS = frozenset(
    word
    for table in vars(wordlists).values()
    if isinstance(table, frozenset)
    for word in table
    if isinstance(word, str)
)
