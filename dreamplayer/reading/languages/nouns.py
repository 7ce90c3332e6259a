"""What a passage in a language other than English names: nouns alone, looked up; no grammar but denial.

Precision comes before recall: a word that is not in the table calls up nothing, and no word is read as English.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dreamplayer.model.reading import Mention, Mode, PlaceMention, Relations, TimeOfDay
from dreamplayer.model.text import Dream, Passage
from dreamplayer.reading.languages.names import Names, meaning

STRENGTH = 0.8
"""Of every noun: whether it is the subject is not known."""
REACH = 2
"""Words on either side of a noun within which a word of denial belongs to it."""
UNSPACED = frozenset({"ja", "zh", "th"})
"""Languages written without spaces between words."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a passage names."""

    mentions: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    hour: TimeOfDay | None
    """The first time of day it names, None for none."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text that may be looked up: a word, or a run of one script."""

    form: str
    start: int
    end: int


def nouns(dream: Dream, passage: Passage, names: Names) -> Nouns:
    """The things, places and the hour that a passage names, in order of the text.

    Args:
        dream: the text.
        passage: one of its passages.
        names: the table of the passage's language.
    """
    mentions: list[Mention] = []
    places: list[PlaceMention] = []
    hour: TimeOfDay | None = None
    for sentence in passage.sentences:
        starts = [(word.start, word.index) for word in sentence.words]
        if not starts:
            continue
        text = dream.text[sentence.start : sentence.end]
        unspaced = passage.language in UNSPACED
        pieces = list(_runs(text, sentence.start) if unspaced else _words(text, sentence.start))
        for first, last, form, start, end in _known(pieces, names, unspaced):
            word = max((index for at, index in starts if at <= start), default=starts[0][1])
            mode: Mode = "negated" if _is_denied(pieces, first, last, names, unspaced) else "literal"
            noun = names.nouns[form]
            means = meaning(noun)
            if means.thing is not None:
                said = Relations(noun=noun)
                found = Mention("element", means.thing, mode, start, end, word, passage.index, strength=STRENGTH)
                mentions.append(replace(found, relations=said))
            if means.place is not None:
                places.append(PlaceMention(means.place, mode, start, end, word, passage.index))
            if hour is None and mode == "literal":
                hour = means.hour
    return Nouns(tuple(mentions), tuple(places), hour)


def _words(text: str, offset: int) -> Iterator[_Piece]:
    """Words in lower case, marks of their vowels kept with them (they are letters of Hindi, and no word ends there)."""
    start: int | None = None
    for at, char in enumerate(f"{text} "):
        inside = char.isalpha() or unicodedata.category(char) in ("Mn", "Mc") or char in "\u200c\u200d"
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield _Piece(unicodedata.normalize("NFC", text[start:at]).casefold(), offset + start, offset + at)
            start = None


def _runs(text: str, offset: int) -> Iterator[_Piece]:
    """Runs of one script: a noun is a whole run of ideographs or katakana, or begins one of hiragana."""
    at = 0
    for _, run in groupby(text, key=_script):
        part = "".join(run)
        if part and part[0].isalpha():
            yield _Piece(part.casefold(), offset + at, offset + at + len(part))
        at += len(part)


def _script(char: str) -> str:
    if char == "ー":
        return "KATAKANA"
    return unicodedata.name(char, "").partition(" ")[0]


def _known(pieces: Sequence[_Piece], names: Names, unspaced: bool) -> Iterator[tuple[int, int, str, int, int]]:
    """What of the pieces is in the table; the longest form wins.

    Yields:
        Indices of the first piece and one past the last, the form, and where it starts and ends in the text.
    """
    i = 0
    while i < len(pieces):
        for count in range(min(names.longest, len(pieces) - i), 0, -1):
            form = ("" if unspaced else " ").join(piece.form for piece in pieces[i : i + count])
            if form in names.nouns:
                yield i, i + count, form, pieces[i].start, pieces[i + count - 1].end
                i += count
                break
        else:
            hit = _within(pieces[i].form, names) if unspaced else None
            if hit is not None:
                at, form = hit
                yield i, i + 1, form, pieces[i].start + at, pieces[i].start + at + len(form)
            i += 1


_PARTICLES = "にはをがのでともへやら"
"""Signs after which a noun in hiragana may begin within a run."""


def _within(run: str, names: Names) -> tuple[int, str] | None:
    """A hiragana noun: two signs or more that begin a run, three or more after a particle; others follow unspaced."""
    if _script(run[0]) != "HIRAGANA":
        return None
    for at in range(len(run)):
        if at and run[at - 1] not in _PARTICLES:
            continue
        for end in range(len(run), at + (2 if at else 1), -1):
            if run[at:end] in names.nouns:
                return at, run[at:end]
    return None


def _is_denied(pieces: Sequence[_Piece], first: int, last: int, names: Names, unspaced: bool) -> bool:
    before = {piece.form for piece in pieces[max(0, first - REACH) : first]}
    after = [piece.form for piece in pieces[last : last + REACH]]
    # Without spaces the particle before a denial stands in the same run as it.
    denied_after = any(form == word or (unspaced and form.endswith(word)) for form in after for word in names.after)
    return bool(before & names.before) or denied_after
