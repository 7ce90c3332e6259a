"""Word classes: which words are adjectives, adverbs, plurals or function words, by closed lists and endings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dreamplayer.reading.lexicon.vocabulary import SenseKind, vocabulary
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.wordlists import (
    ADVERBS,
    ARTICLES,
    BE,
    CONJUNCTIONS,
    ENDINGS,
    HAVE,
    JOINED,
    MODALS,
    NOT_ADJECTIVES,
    NOT_PLURAL,
    NUMBERS,
    PLAIN_ADJECTIVES,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
    TAILS,
)


def is_adjective(word: str) -> bool:
    """Whether a word may stand between an article and its noun.

    Args:
        word: in lower case.
    """
    return (
        word in PLAIN_ADJECTIVES
        or word in NUMBERS
        or (
            "-" in word
            and not any(sense.kind is SenseKind.ELEMENT for sense in vocabulary().senses(word.rpartition("-")[2]))
        )
        or word in vocabulary().adjectives
        or (len(word) > 4 and word.endswith(ENDINGS) and not word.endswith("eed") and word not in NOT_ADJECTIVES)
        or (word.endswith("est") and _plain(word[:-3]))
    )


def _plain(stem: str) -> bool:
    return any(
        form in PLAIN_ADJECTIVES or form in vocabulary().adjectives
        for form in (stem, stem + "e", stem[:-1], stem[:-1] + "y")
    )


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb.

    Args:
        word: in lower case.
    """
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_function(word: str) -> bool:
    """Whether a word names nothing by itself.

    Args:
        word: in lower case.
    """
    return (
        word in ARTICLES or word in POSSESSIVES or word in PREPOSITIONS or word in SUBJECTS or word in MODALS
        or word in BE or word in HAVE or word in CONJUNCTIONS or word in ADVERBS or word in TAILS or word == "to"
    )  # fmt: skip


def is_being(token: Token) -> bool:
    """Whether a token is a form of "be", or has one joined to it ("that's").

    Args:
        token: any.
    """
    return token.norm in BE or token.possessive


def is_plural(word: str) -> bool:
    """Whether a noun looks like many.

    Args:
        word: in lower case.
    """
    return word in PLURALS or (word.endswith("s") and not word.endswith(NOT_PLURAL) and len(word) > 3)


def in_noun_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words before i open a noun phrase that i may end or go on with: "a sudden ...", "my ...".

    Args:
        tokens: of a passage.
        i: index of a token.
    """
    at = i - 1
    # "dark, rusted" goes on through a comma between adjectives.
    if tokens[i].punct_before and (tokens[i].punct_before != "," or at < 0 or not is_adjective(tokens[at].norm)):
        return False
    for _ in range(4):
        if at < 0 or tokens[at].sentence != tokens[i].sentence:
            return False
        low = tokens[at].norm
        if low == "that" and at and not tokens[at].punct_before and tokens[at - 1].sentence == tokens[at].sentence:
            # "a wind that carries": a relative, unless a verb or a preposition stands before it.
            return tokens[at - 1].norm in PREPOSITIONS
        if low in ARTICLES or low in POSSESSIVES or low in NUMBERS:
            return True
        if tokens[at].possessive:
            return low not in JOINED
        if not is_adjective(low):
            return False
        if tokens[at].punct_before and tokens[at].punct_before != ",":
            return False
        at -= 1
    return False


def is_verb_of_one(tokens: Sequence[Token], i: int) -> bool:
    """Whether what looks like a plural is what one thing does: "a giant steps", for one has no "a" of many.

    Args:
        tokens: of a passage.
        i: index of the token that looks like a plural.
    """
    if not i or tokens[i].punct_before or tokens[i - 1].punct_before or tokens[i - 1].sentence != tokens[i].sentence:
        return False
    if not is_plural(tokens[i].norm) or is_plural(tokens[i - 1].norm) or not is_thing(tokens[i - 1].norm):
        return False
    at = i - 2
    while at >= 0 and tokens[at].sentence == tokens[i].sentence and is_adjective(tokens[at].norm):
        if tokens[at].norm in NUMBERS:
            return False
        at -= 1
    return at >= 0 and tokens[at].sentence == tokens[i].sentence and tokens[at].norm in ("a", "an")


def is_thing(word: str, *, known: bool = False) -> bool:
    """Whether a word is known as a thing and not as a doing; `known`: as a thing at all.

    Args:
        word: in lower case.
        known: True where it is enough that it is known as a thing at all, whatever else it may be.
    """
    kinds = {sense.kind for sense in vocabulary().senses(word)}
    return SenseKind.ELEMENT in kinds and (known or SenseKind.VERB not in kinds)


_BEFORE_IMPERATIVES = frozenset("just now then simply gently softly slowly please and or".split())
_IMPERATIVE_OBJECTS = frozenset(
    "a an the your my his her its our their me us him them it yourself myself how where what if whether no".split()
)
_PERSONAL_OBJECTS = frozenset("your my me us them it yourself myself".split())
_SUBJECT_OPENERS = ARTICLES | POSSESSIVES | NUMBERS | PREPOSITIONS | SUBJECTS | CONJUNCTIONS | {"here", "there"}


def is_imperative(tokens: Sequence[Token], i: int) -> bool:
    """Whether a bare singular word asks for something: "Notice how", "Just picture a", "and book no more".

    A count noun without an article does not stand before an article, a pronoun or "how" at the head of a clause.

    Args:
        tokens: of a passage.
        i: index of the word's token.
    """
    here = tokens[i]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.sentence != here.sentence or after.punct_before or here.possessive:
        return False
    if after.norm not in _IMPERATIVE_OBJECTS or is_plural(here.norm) or is_adjective(here.norm):
        return False
    if _heads(tokens, i):
        return not (here.punct_before == "," and after.norm in ("a", "an"))
    lead = tokens[i - 1].norm
    if lead in _BEFORE_IMPERATIVES and _heads(tokens, i - 1):
        return True
    return lead in ("and", "or") and (after.norm in _PERSONAL_OBJECTS or _opens_imperative(tokens, i))


def _heads(tokens: Sequence[Token], i: int) -> bool:
    """Whether token i opens its sentence or stands after punctuation."""
    return i == 0 or tokens[i - 1].sentence != tokens[i].sentence or bool(tokens[i].punct_before)


def _opens_imperative(tokens: Sequence[Token], i: int) -> bool:
    """Whether the sentence of token i opens with an imperative: "Wave the thought away, and ..."."""
    first = i
    while first > 0 and tokens[first - 1].sentence == tokens[i].sentence:
        first -= 1
    asked = tokens[first].norm not in _SUBJECT_OPENERS and tokens[first + 1].norm in _IMPERATIVE_OBJECTS
    return asked and not is_plural(tokens[first].norm) and not is_adverb(tokens[first].norm)


def follows(tokens: Sequence[Token], noun: int, leads: Collection[str]) -> bool:
    """Whether one of `leads` stands before a noun with nothing but determiners and adjectives between.

    Args:
        tokens: the passage.
        noun: index of the noun.
        leads: words that may lead to it: prepositions, verbs of perception. Three tokens back at the most.
    """
    for k in range(noun - 1, max(-1, noun - 4), -1):
        if tokens[k].sentence != tokens[noun].sentence or tokens[k + 1].punct_before:
            return False
        if tokens[k].norm in leads:
            return True
        if not (tokens[k].norm in ARTICLES or tokens[k].norm in POSSESSIVES or is_adjective(tokens[k].norm)):
            return False
    return False
