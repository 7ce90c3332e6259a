"""What a passage in a language other than English names: nouns alone, looked up; no grammar but denial and likening.

Precision comes before recall: a word that is not in the table calls up nothing, and no word is read as English.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dreamplayer.model.reading import Mention, Mode, PlaceMention, Relations, TimeOfDay
from dreamplayer.model.text import Dream, Passage
from dreamplayer.reading.languages.names import Names, meaning
from dreamplayer.reading.languages.unspaced import IN_IT, NAMED, SPOKEN_OF, UNSPACED, Found, found_unspaced
from dreamplayer.reading.languages.word_forms import fold, head_of, turkish_stems

STRENGTH = 0.8
"""Of every noun: whether it is the subject is not known."""
FAINT = 0.3
"""Of one that something is only likened to."""
REACH = 2
"""Words on either side of a noun within which a word of denial belongs to it."""
LIKENED = 4
"""Words before a noun within which a word that likens belongs to it: "like a big tired old horse"."""
WITHIN = 3
"""Words before a place within which a preposition belongs to it."""
_OVERHEAD = frozenset({"roof", "chimney"})
"""Nouns of places that are seen from below more often than stood on."""
_CAPITALS = frozenset({"de"})
"""Languages that write nouns with a capital letter."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """What a passage names."""

    mentions: tuple[Mention, ...]
    places: tuple[PlaceMention, ...]
    hour: TimeOfDay | None
    """The first time of day it names, None for none."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, folded."""

    form: str
    start: int
    end: int
    capital: bool
    ends: bool
    """Whether a mark that parts clauses follows."""


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
    search = found_unspaced if passage.language in UNSPACED else _spaced
    for sentence in passage.sentences:
        starts = [(word.start, word.index) for word in sentence.words]
        if not starts:
            continue
        text = dream.text[sentence.start : sentence.end]
        for found in search(text, passage.language, names):
            start, end = sentence.start + found.start, sentence.start + found.end
            word = max((index for at, index in starts if at <= start), default=starts[0][1])
            means = meaning(found.noun)
            if means.thing is not None:
                strength = STRENGTH if found.mode == "literal" else FAINT
                said = Relations(noun=found.noun)
                named = Mention("element", means.thing, found.mode, start, end, word, passage.index, strength=strength)
                mentions.append(replace(named, relations=said))
            if means.place is not None and found.noun not in _OVERHEAD:
                places.append(PlaceMention(means.place, found.mode, start, end, word, passage.index, found.there))
            if hour is None and found.mode == "literal":
                hour = means.hour
    return Nouns(tuple(mentions), tuple(places), hour)


def _words(text: str, language: str) -> Iterator[_Piece]:
    """Words, marks of their vowels kept with them (they are letters of Hindi, and no word ends there)."""
    start: int | None = None
    for at, char in enumerate(f"{text} "):
        inside = char.isalpha() or unicodedata.category(char) in ("Mn", "Mc") or char in "\u200c\u200d"
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            ends = text[at : at + 2].lstrip("”»\"'")[:1] in (*",;:.!?…—–।॥", "\n")
            yield _Piece(fold(text[start:at], language), start, at, text[start].isupper(), ends)
            start = None


def _spaced(text: str, language: str, names: Names) -> Iterator[Found]:
    """What of a sentence is in the table; the longest phrase wins."""
    pieces = list(_words(text, language))
    # A text in small letters throughout has none to tell nouns by.
    capitals = language in _CAPITALS and any(piece.capital for piece in pieces[1:])
    before = i = 0
    while i < len(pieces):
        for count in range(min(names.longest, len(pieces) - i), 0, -1):
            form = " ".join(piece.form for piece in pieces[i : i + count])
            known = form if form in names.nouns or form in names.nothing else None
            if known is None:
                known = _of_another_form(form, language, names)
            if known is not None:
                noun = None if known in names.nothing else names.nouns[known]
                if noun is not None and _is_noun(pieces, i, i + count, noun, names, capitals=capitals):
                    mode = _mode(pieces, i, i + count, before, names)
                    there = _there(pieces, i, i + count, names)
                    yield Found(noun, pieces[i].start, pieces[i + count - 1].end, mode, there)
                    before = i + count
                i += count
                break
        else:
            i += 1


def _of_another_form(form: str, language: str, names: Names) -> str | None:
    """The form of the table that a word is made of by endings or by nouns before it; None for none."""
    if language == "tr":
        first, space, last = form.rpartition(" ")
        stems = (f"{first}{space}{stem}" for stem in turkish_stems(last))
        return next((stem for stem in stems if stem in names.nouns or stem in names.nothing), None)
    if " " in form:
        return None
    head = head_of(form, language, names.nouns, names.parts)
    return None if head in names.guarded else head


def _is_noun(pieces: Sequence[_Piece], first: int, last: int, noun: str, names: Names, *, capitals: bool) -> bool:
    """Whether a form that is known is the noun here, and not a verb or an adjective that looks like it."""
    piece = pieces[last - 1]
    if capitals and not piece.capital and meaning(noun).hour is None:
        return False
    if last - first == 1 and piece.form in names.guarded:
        return first > 0 and pieces[first - 1].form in names.articles
    return True


def _mode(pieces: Sequence[_Piece], first: int, last: int, before: int, names: Names) -> Mode:
    """Whether a noun is there, denied, or something is likened to it.

    Args:
        pieces: of the sentence.
        first: of the noun.
        last: one past its last piece.
        before: one past the noun before it.
        names: of the language.
    """
    left = [piece.form for piece in pieces[max(0, first - REACH) : first]]
    right = [piece.form for piece in pieces[last : last + REACH]]
    if _has_phrase(left, names.before) or _has_phrase(right, names.after):
        return "negated"
    since = max((k + 1 for k in range(before, first) if pieces[k].ends), default=before)
    near = [piece.form for piece in pieces[max(since, first - LIKENED) : first]]
    likened = _has_phrase(near, names.like_before) or (near and near[-1] in names.like_next)
    likened = likened or any(" ".join(right[:n]) in names.like_after for n in (1, 2))
    return "figurative" if likened else "literal"


def _there(pieces: Sequence[_Piece], first: int, last: int, names: Names) -> float:
    """How far one is in the place that the pieces from `first` to `last` name, by the nearest word that says so."""
    after = [piece.form for piece in pieces[last : last + 2]]
    form = pieces[last - 1].form
    told = [" ".join(after[:n]) for n in (2, 1)] + [f"-{form[-n:]}" for n in (5, 4, 3, 2)]
    for word in told:
        if word in names.there_after or word in names.away_after:
            return IN_IT if word in names.there_after else SPOKEN_OF
    for k in range(first - 1, max(-1, first - 1 - WITHIN), -1):
        if pieces[k].ends:
            break
        for word in (f"{pieces[k - 1].form} {pieces[k].form}" if k else "", pieces[k].form):
            if word in names.there_before or word in names.away_before:
                return IN_IT if word in names.there_before else SPOKEN_OF
    return NAMED


def _has_phrase(words: Sequence[str], phrases: frozenset[str]) -> bool:
    pairs = (f"{a} {b}" for a, b in pairwise(words))
    return any(word in phrases for word in words) or any(pair in phrases for pair in pairs)
