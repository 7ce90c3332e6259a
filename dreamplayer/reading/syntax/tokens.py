"""The words of a passage as the reader of images meets them: bare, lower case, with what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dreamplayer.model.text import Dream, Passage

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ‐‑-][^\W_]+)*['’]?", re.UNICODE)
_EDGES = '.,;:!?…—–()[]{}“”"*'
_CLAUSE = frozenset(',;:—–―(){}[]"“”…!?.')


@dataclass(slots=True)
class Token:
    """A bare word."""

    norm: str
    """Lower case, straight apostrophes, without a possessive ending."""
    start: int
    end: int
    word: int
    """Index of the word of the dream it belongs to."""
    sentence: int
    punct_before: str = ""
    """Punctuation between the token before it (in the same sentence) and this one."""
    possessive: bool = False
    """Ended in 's: it is a possessor, or "is" was joined to it."""
    quoted: bool = False
    """Inside quotation marks."""
    is_capital: bool = False
    """Begins with a capital letter."""


def tokens(dream: Dream, passage: Passage) -> list[Token]:
    """Every token of a passage.

    Args:
        dream: the text.
        passage: one of its passages.
    """
    found: list[Token] = []
    speech = False
    # One straight mark too few or too many, and none is trusted.
    paired = dream.text.count('"', passage.start, passage.end) % 2 == 0
    for sentence in passage.sentences:
        first = True
        last = sentence.start
        for word in sentence.words:
            raw = dream.text[word.start : word.end]
            core = raw.strip(_EDGES)
            if core.isalpha():
                # Most words are plain: no need of the pattern.
                at = word.start + raw.find(core)
                bits, whole = [(core, at, at + len(core))], False
            else:
                hits = list(_TOKEN.finditer(raw))
                bits = [(hit[0], word.start + hit.start(), word.start + hit.end()) for hit in hits]
                whole = len(hits) > 1 and len(_TOKEN.findall(word.text)) == 1
                if whole:
                    # A zero-width character parts one word into two hits: it is one all the same.
                    bits = [(_TOKEN.search(word.text)[0], bits[0][1], bits[-1][2])]  # type: ignore[index]
            for n, (text, start, end) in enumerate(bits):
                between = dream.text[last:start]
                speech = _speech(between if paired else between.replace('"', ""), speech)
                low = text.lower().replace("’", "'").replace("ʼ", "'").replace("‐", "-").replace("‑", "-")
                owns = low.endswith(("'s", "s'"))
                if owns:
                    low = low[:-2] if low.endswith("'s") else low[:-1]
                plain = first or between in ("", " ") or (n and not whole)
                before = "" if plain else "".join(c for c in between if c in _CLAUSE)
                found.append(
                    Token(
                        low.rstrip("'"),
                        start,
                        end,
                        word.index,
                        sentence.index,
                        before,
                        owns,
                        speech,
                        text[:1].isupper(),
                    )
                )
                last = end
                first = False
        speech = _speech(dream.text[last : sentence.end] if paired else "", speech)
    return found


def _speech(between: str, speech: bool) -> bool:
    """Whether one is inside quotation marks after these characters, having been so before them or not."""
    opened, closed = between.rfind("“"), between.rfind("”")
    if opened == closed:
        return speech != (between.count('"') % 2 == 1)
    return opened > closed
