"""Readable names and titles from file names."""

from __future__ import annotations

import re
import unicodedata

from dreamplayer.model.text import Passage

_SMALL = {
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or", "over", "the",
    "to", "under", "with",
}  # fmt: skip
TITLE_WORDS = 9
"""Most words of a title that stands in a line of its own."""
_NUMBER = re.compile(r"\d+|[0-9a-f]*\d[0-9a-f]*(?<=[0-9a-f]{6})")


def name_of(stem: str) -> str:
    """A short name for the command line: `My Dream (2)` is `my-dream-2`.

    Args:
        stem: file name without its suffix.
    """
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "dream"


def title_of(stem: str) -> str:
    """A title a person would write: `the-bridge-of-light` is `The Bridge of Light`.

    Args:
        stem: file name without its suffix.
    """
    words = [word for word in re.split(r"[\s_\-.]+", stem) if word]
    while words and _NUMBER.fullmatch(words[0].lower()):
        words.pop(0)
    while words and _NUMBER.fullmatch(words[-1].lower()) and len(words[-1]) > 4:
        words.pop()
    if not words:
        return "A Dream"
    if any(char.isupper() for char in stem):
        return " ".join(words)
    return " ".join(
        word if 0 < i < len(words) - 1 and word in _SMALL else word[:1].upper() + word[1:]
        for i, word in enumerate(words)
    )


def is_title(passage: Passage) -> bool:
    """Whether a text begins with a line of its own that is no sentence: its title, in a file without markup.

    Args:
        passage: any of its passages; only the first can be.
    """
    if passage.index > 0 or len(passage.sentences) != 1:
        return False
    return is_title_line(passage.sentences[0].text.strip())


def is_title_line(line: str) -> bool:
    """Whether a line is short and no sentence, so that it may be the title of what follows.

    Args:
        line: without white space around it.
    """
    return 0 < len(line.split()) <= TITLE_WORDS and not line.endswith(tuple(".!?…,;:”\"’'"))
