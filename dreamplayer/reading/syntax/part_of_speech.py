"""Noun or verb, told by the neighbours: a few closed lists of words and the shape of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dreamplayer.reading.lexicon.vocabulary import vocabulary
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
    PARTICLES_TOO,
    PERCEIVING,
    PERSONS,
    PLAIN_ADJECTIVES,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBJECTS,
    TAILS,
)

Role = Literal["noun", "verb", "adjective", "open"]


def is_adjective(word: str) -> bool:
    """Whether a word may stand between an article and its noun."""
    return (
        word in PLAIN_ADJECTIVES
        or word in NUMBERS
        or ("-" in word and not any(sense.sort == "e" for sense in vocabulary().senses(word.rpartition("-")[2])))
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
    """Whether a word may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4)


def is_function(word: str) -> bool:
    """Whether a word names nothing by itself."""
    return (
        word in ARTICLES or word in POSSESSIVES or word in PREPOSITIONS or word in SUBJECTS or word in MODALS
        or word in BE or word in HAVE or word in CONJUNCTIONS or word in ADVERBS or word in TAILS or word == "to"
    )  # fmt: skip


def is_being(token: Token) -> bool:
    """Whether a token is a form of "be", or has one joined to it ("that's")."""
    return token.low in BE or token.owns


def is_plural(word: str) -> bool:
    """Whether a noun looks like many."""
    return word in PLURALS or (word.endswith("s") and not word.endswith(NOT_PLURAL) and len(word) > 3)


def opens_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words before i open a noun phrase that i may end or go on with: "a sudden ...", "my ..."."""
    at = i - 1
    # "dark, rusted" goes on through a comma between adjectives.
    if tokens[i].before and (tokens[i].before != "," or at < 0 or not is_adjective(tokens[at].low)):
        return False
    for _ in range(4):
        if at < 0 or tokens[at].sentence != tokens[i].sentence:
            return False
        low = tokens[at].low
        if low == "that" and at and not tokens[at].before and tokens[at - 1].sentence == tokens[at].sentence:
            # "a wind that carries": a relative, unless a verb or a preposition stands before it.
            return tokens[at - 1].low in PREPOSITIONS
        if low in ARTICLES or low in POSSESSIVES or low in NUMBERS:
            return True
        if tokens[at].owns:
            return low not in JOINED
        if not is_adjective(low):
            return False
        if tokens[at].before and tokens[at].before != ",":
            return False
        at -= 1
    return False


def does_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether what looks like a plural is what one thing does: "a giant steps", for one has no "a" of many."""
    if not i or tokens[i].before or tokens[i - 1].before or tokens[i - 1].sentence != tokens[i].sentence:
        return False
    if not is_plural(tokens[i].low) or is_plural(tokens[i - 1].low) or not _is_thing(tokens[i - 1].low):
        return False
    at = i - 2
    while at >= 0 and tokens[at].sentence == tokens[i].sentence and is_adjective(tokens[at].low):
        if tokens[at].low in NUMBERS:
            return False
        at -= 1
    return at >= 0 and tokens[at].sentence == tokens[i].sentence and tokens[at].low in ("a", "an")


def role(
    tokens: Sequence[Token], i: int, size: int, forms: frozenset[str], verb_last: str, verb_after: frozenset[str]
) -> Role:
    """What tokens[i : i + size] is here, if it could be a verb in `forms` (b s g d n) or a noun.

    `verb_after` are the forms of verb that the next word may be; `verb_last` is the form of the verb matched last
    in this sentence, for verbs joined by "and".
    """
    here = tokens[i]
    same = i > 0 and tokens[i - 1].sentence == here.sentence
    after = tokens[i + size] if i + size < len(tokens) and tokens[i + size].sentence == here.sentence else None
    follows_noun = (
        after is not None and not after.before and not is_function(after.low) and not after.low.endswith("ly")
    )
    single = size == 1
    if forms == {"g"}:
        if same and not here.before and not follows_noun:
            lead = tokens[i - 1].low
            if lead in POSSESSIVES or (lead in ARTICLES and after is not None and after.low == "of"):
                return "noun"
        return "verb"
    if after is not None and not after.before and forms <= {"b", "s"}:
        if (after.low in BE or after.low in HAVE) and not (same and tokens[i - 1].low in PERSONS):
            return "noun"
        if "s" in forms and ("b" in verb_after or ("d" in verb_after and (not same or here.before))):
            # "the lights come on", "Swallows skimmed": the verb is the next word.
            return "noun"
    determined = after is not None and not after.before and (after.low in ARTICLES or after.low in POSSESSIVES)
    joined_on = same and (
        here.before == ","
        or tokens[i - 1].low in ("and", "then", "but", "he", "she", "who", "it", "below", "above", "outside", "beyond")
    )
    if after is not None and after.low == "of" and not after.before and forms <= {"b", "s"}:
        # "rows of desks"
        return "noun"
    if determined and joined_on and forms & {"s", "d"}:
        # "and lights his pipe"
        return "verb"
    if "s" in forms and single and does_alone(tokens, i):
        return "verb"
    if same and opens_noun(tokens, i):
        if forms & {"d", "n"} and follows_noun:
            return "adjective"
        if forms & {"d", "n"} and not forms & {"b"}:
            if verb_after & {"s", "d"} and _is_thing(here.low, known=True):
                # "a printed rose turns"
                return "noun"
            # "the snow drifted": the word before was a noun that looked like an adjective; "the drowned" is rare.
            return "verb" if tokens[i - 1].low not in ARTICLES | POSSESSIVES else "adjective"
        return "noun"
    if not same or here.before:
        if forms & {"d", "n"} and not forms & {"b"}:
            return "adjective" if follows_noun and is_plural(after.low if after else "") else "verb"
        return "open"
    at = i - 1
    while at > 0 and is_adverb(tokens[at].low) and not tokens[at].before and tokens[at - 1].sentence == here.sentence:
        at -= 1
    low = tokens[at].low
    if tokens[at].owns and low in JOINED:
        low = "is"
    if low == "to":
        if at > 1 and tokens[at - 1].low == here.low:
            # "from hatch to hatch"
            return "noun"
        return "verb" if "b" in forms else "noun"
    if low == "that" and at and tokens[at - 1].sentence == here.sentence and not tokens[at].before:
        return "verb"
    if low in ("it", "them", "him") and "b" in forms and at > 0 and tokens[at - 1].low in PERCEIVING:
        # "watch it fall"
        return "verb"
    if low in SUBJECTS:
        return "verb" if forms & {"s", "d", "n"} or low not in ("it", "this", "that", "one", "each") else "open"
    if low in MODALS:
        return (
            "verb"
            if "b" in forms
            else ("noun" if low in ("make", "makes", "made", "see", "saw", "hear", "heard") else "verb")
        )
    if low in BE:
        return "verb" if forms & {"n", "g"} else ("adjective" if single else "verb")
    if low in HAVE:
        return "verb" if forms & {"n"} else "noun"
    if low in ARTICLES or low in POSSESSIVES or low in NUMBERS or tokens[at].owns:
        return "adjective" if forms & {"d", "n"} and follows_noun else "noun"
    if low in PREPOSITIONS and low not in ("as", "before", "after", "until", "till", "than"):
        if forms & {"d", "n"} and not forms & {"b"}:
            return "adjective" if follows_noun else "verb"
        return "open" if low in PARTICLES_TOO and "s" in forms else "noun"
    if low in ("and", "or", "but", "then"):
        joined = verb_last and verb_last in forms and not _is_thing(here.low, known=True)
        if at and not joined and _is_thing(tokens[at - 1].low) and forms <= {"b", "s"}:
            return "noun"
        if verb_last and (verb_last in forms or (verb_last in ("d", "n") and forms & {"d", "n"})):
            return "verb"
        if forms & {"d", "n"} and not forms & {"b"}:
            return "verb"
        return "open" if verb_last or low == "then" else "noun"
    if low in CONJUNCTIONS:
        return "open"
    if is_adjective(low) and not is_plural(low):
        if forms & {"d", "n"} and not forms & {"b"}:
            return "adjective" if follows_noun else "verb"
        return "noun"
    # A noun stands before it.
    if forms & {"d", "n"} and not forms & {"b"}:
        return "verb"
    if "s" in forms and low.endswith("s") and not vocabulary().senses(low) and not is_adjective(low):
        # "sells shadows": the word before was the verb.
        return "open"
    if "s" in forms:
        # "lanterns glimmers" after "a world of ...": plural nouns seldom stand before plural nouns.
        return "verb"
    if "b" in forms and is_plural(low):
        return "verb"
    if "b" in forms and at > 1 and tokens[at - 1].low == "of" and is_plural(tokens[at - 2].low):
        # "droplets of light spool"
        return "verb"
    if "b" in forms and _perceived(tokens, at):
        # "feel the water harden", "let the lamp fall"
        return "verb"
    if "b" in forms and forms & {"d", "n"}:
        # "the wave hit", "the glass burst": past and base are alike.
        return "verb"
    if "b" in forms and not verb_last and _lacks_verb(tokens, i):
        return "verb"
    return "noun" if forms & {"b", "s"} else "open"


def _lacks_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a sentence of many things has no verb before i: "Flowers the colour of longing bloom as far as ..."."""
    first = i
    while first > 0 and tokens[first - 1].sentence == tokens[i].sentence and not tokens[first].before:
        first -= 1
    if i - first < 3 or not (is_plural(tokens[first].low) or is_plural(tokens[first + 1].low)):
        return False
    if any(token.low in BE or token.low in HAVE or token.low in MODALS or token.low in SUBJECTS or token.low == "to"
           for token in tokens[first:i]):  # fmt: skip
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    return after is None or bool(after.before) or after.low in PREPOSITIONS or is_adverb(after.low)


def _perceived(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun at `at` is what someone sees, hears, feels or lets do something."""
    for k in range(at - 1, max(-1, at - 4), -1):
        if tokens[k].sentence != tokens[at].sentence or tokens[k + 1].before:
            return False
        if tokens[k].low in PERCEIVING:
            return True
        if not (tokens[k].low in ARTICLES or tokens[k].low in POSSESSIVES or is_adjective(tokens[k].low)):
            return False
    return False


def _is_thing(word: str, *, known: bool = False) -> bool:
    """Whether a word is known as a thing and not as a doing; `known`: as a thing at all."""
    sorts = {sense.sort for sense in vocabulary().senses(word)}
    return "e" in sorts and (known or "v" not in sorts)
