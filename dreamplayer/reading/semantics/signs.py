"""Signs among the words that show a thing: an emoji is not spoken, but it is seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dreamplayer.model.reading import Mention, Relations
from dreamplayer.model.text import Dream, Passage
from dreamplayer.reading.lexicon.vocabulary import vocabulary

_LEAST = 0x2600
"""Code point from which on signs may be pictures: below are letters, marks and arrows."""


def sign_mentions(dream: Dream, passage: Passage, since: int) -> list[Mention]:
    """Mentions of the things that the signs of a passage show, each at the word before it, or the first.

    Args:
        dream: its text.
        passage: with at least one word.
        since: code point from which on signs belong to the passage: the end of the one before.

    Returns:
        In order of the text; a sign that comes again is mentioned once.
    """
    text, words, found = dream.text, tuple(passage.words), dict[str, Mention]()
    for i in range(since, passage.end):
        name = _shown().get(text[i]) if ord(text[i]) >= _LEAST else None
        if name is None or name in found or not words:
            continue
        word = next((word for word in reversed(words) if word.start <= i), words[0])
        found[name] = Mention(
            "element", name, "literal", i, i + 1, word.index, passage.index, count=1, relations=Relations(noun=name)
        )
    return list(found.values())


@cache
def _shown() -> Mapping[str, str]:
    """Id of the thing that each sign shows: what is drawn before what only has an outline."""
    found: dict[str, str] = {}
    ranked = sorted(vocabulary().elements.items(), key=lambda one: (one[1].glyph is not None, len(one[0]), one[0]))
    for name, record in ranked:
        code = record.glyph or record.vision
        if code not in ("drawing", "none"):
            found.setdefault(chr(int(code, 16)), name)
    return found
