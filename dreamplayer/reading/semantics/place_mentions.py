"""Places that a passage names: "in the kitchen", "down to the beach"; and those it only speaks of or sees from afar."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dreamplayer.model.reading import Mode, PlaceMention
from dreamplayer.reading.lexicon.vocabulary import Sense, SenseKind, Vocabulary, thing, vocabulary
from dreamplayer.reading.syntax.sense_constraints import first_element, tag_noun
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective, is_thing
from dreamplayer.reading.syntax.wordlists import ARTICLES, NUMBERS, POSSESSIVES, PREPOSITIONS

NAMED = 0.95
"""Strength of a place that no preposition puts one in: "the garden was wet"."""
SPOKEN_OF = 0.6
"""Strength of a place that is not where the passage plays."""
QUOTED = 0.6
"""Factor of what is said in speech."""
_ELSEWHERE = frozenset(
    "from beyond past behind outside above towards toward about for like than without between".split()
)
"""Prepositions after which one is not there."""
_PARTS = frozenset(
    "middle heart corner edge edges floor centre center end side back front depths rest foot top entrance quiet warmth "
    "silence shelter shade dark darkness half part parts".split()
)
"""Nouns that leave one there: "the corner of the kitchen"."""
_WITHIN = frozenset("in into inside within".split())
"""Prepositions by which one is there whatever else is seen: "I saw the sea, and I was in the kitchen"."""
_SEEING = frozenset(
    "see sees saw seen seeing glimpse glimpsed view watch watches watched watching gaze gazes gazed gazing peer peers "
    "peered stare stares stared looked looks look looking".split()
)
_HEARING = frozenset("hear hears heard hearing listen listens listened listening".split())
_ALONG = frozenset("up down along across over through outside beyond from past behind in at on".split())
"""Where something that is heard comes: "a cart coming up the lane"."""
_OUT = frozenset("out through window windows windowpane glass distance afar far pane porthole".split())
"""Beside a verb of seeing: what is seen is not where one is."""
_REACH = 14
"""Words back from a place at which a verb of seeing may stand."""


def place_mentions(
    tokens: Sequence[Token], passage: int, denied: Collection[int], likened: Collection[int], lexicon: Vocabulary
) -> list[PlaceMention]:
    """The places a passage names, in order; the longest phrase wins.

    Args:
        tokens: the passage.
        passage: its index.
        denied: indices of tokens whose nouns are negated.
        likened: indices of tokens inside a simile or a memory.
        lexicon: the vocabulary.
    """
    found: list[PlaceMention] = []
    i = 0
    while i < len(tokens):
        hit = _at(tokens, i, lexicon)
        if hit is None:
            i += 1
            continue
        name, size = hit
        span = range(i, i + size)
        mode: Mode = "negated" if any(k in denied for k in span) else "literal"
        if mode == "literal" and any(k in likened for k in span):
            mode = "figurative"
        first, last = tokens[i], tokens[i + size - 1]
        strength = strength_of_place(tokens, i, size) * (QUOTED if first.quoted else 1.0)
        found.append(PlaceMention(name, mode, first.start, last.end, first.word, passage, round(strength, 3)))
        i += size
    return found


def _at(tokens: Sequence[Token], i: int, lexicon: Vocabulary) -> tuple[str, int] | None:
    """The place named from token `i` on, and by how many tokens."""
    entry = lexicon.place_entry(tokens[i].norm)
    words = [tokens[i].norm]
    for token in tokens[i + 1 : i + entry.longest]:
        if token.punct_before or token.sentence != tokens[i].sentence:
            break
        words.append(token.norm)
    for size in range(len(words), 0, -1):
        senses = entry.alone if size == 1 else lexicon.phrase(entry, " ".join(words[1:size]))
        sense = _meant(senses, tokens, i, size, lexicon)
        if sense is not None:
            return sense.name, size
    return None


def _meant(senses: Sequence[Sense], tokens: Sequence[Token], i: int, size: int, lexicon: Vocabulary) -> Sense | None:
    return first_element(list(senses), tokens, i, size, tag_noun(tokens, i, size), lexicon) if senses else None


def _is_modifier(tokens: Sequence[Token], after: int) -> bool:
    """Whether the token after a place is a noun that it describes: "kitchen table"."""
    if after >= len(tokens) or tokens[after].punct_before or tokens[after].sentence != tokens[after - 1].sentence:
        return False
    word = tokens[after].norm
    # "In the kitchen grandmother was singing": people begin a clause of their own.
    return is_thing(word) and not _is_somebody(word)


def _is_somebody(word: str) -> bool:
    found = vocabulary().senses(word)
    return any(s.kind is SenseKind.ELEMENT and thing(s.name).family == "people" for s in found)


def strength_of_place(tokens: Sequence[Token], i: int, size: int) -> float:
    """How far a passage plays in a place by the words around its name.

    Args:
        tokens: the passage.
        i: first token of the name.
        size: how many tokens it has.

    Returns:
        1 where a preposition says that one is there; `NAMED` where none does; `SPOKEN_OF` where the place describes
        another noun, is left, or is seen from elsewhere.
    """
    if tokens[i + size - 1].possessive or _is_modifier(tokens, i + size):
        return SPOKEN_OF
    sentence = tokens[i].sentence
    k = i - 1
    while k >= 0 and tokens[k].sentence == sentence and not tokens[k + 1].punct_before:
        low = tokens[k].norm
        if low in PREPOSITIONS or low in _ELSEWHERE:
            break
        if not (low in ARTICLES or low in POSSESSIVES or low in NUMBERS or is_adjective(low)):
            k = -1
            break
        k -= 1
    else:
        k = -1
    if k >= 0 and tokens[k].norm in _ELSEWHERE:
        return SPOKEN_OF
    if k > 0 and tokens[k].norm == "of" and tokens[k - 1].norm not in _PARTS:
        return SPOKEN_OF
    after = tokens[i + size] if i + size < len(tokens) and tokens[i + size].sentence == sentence else None
    if after is not None and after.norm == "outside" and not after.punct_before:
        return SPOKEN_OF
    if k > 0 and tokens[k].norm in _WITHIN and tokens[k - 1].norm not in _SEEING:
        return 1.0
    before = [token.norm for token in tokens[max(0, i - _REACH) : i] if token.sentence == sentence]
    heard = next((n for n, low in enumerate(before) if low in _HEARING), None)
    if heard is not None and any(low.endswith("ing") for low in before[heard + 1 :]) and _ALONG & set(before[heard:]):
        # "She heard a cart coming up the lane."
        return SPOKEN_OF
    if _SEEING & set(before) and _OUT & set(before):
        return SPOKEN_OF
    return 1.0 if k >= 0 else NAMED


def is_inside(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words say that one is in what is named: "in a small wooden cabin".

    Args:
        tokens: the passage.
        i: first token of the name.
    """
    for k in range(i - 1, max(-1, i - 6), -1):
        low = tokens[k].norm
        if tokens[k].sentence != tokens[i].sentence or tokens[k + 1].punct_before:
            return False
        if low in _WITHIN:
            return True
        if not (low in ARTICLES or low in POSSESSIVES or low in NUMBERS or is_adjective(low)):
            return False
    return False
