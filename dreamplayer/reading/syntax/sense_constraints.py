"""What the neighbours of a word of several meanings must be like for one of them to hold."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import Sense, Vocabulary, vocabulary
from dreamplayer.reading.semantics.match import Match
from dreamplayer.reading.syntax.part_of_speech import Role, does_alone, is_adjective, is_function, is_plural, opens_noun
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.wordlists import (
    ARTICLES,
    BE,
    HAVE,
    MODALS,
    NUMBERS,
    PERCEIVING,
    PERSONS,
    PLAIN_ADJECTIVES,
    POSSESSIVES,
)

_WIDE = frozenset({"wave", "ship", "riverbank", "tropical", "space", "orbit", "shore", "stonework", "ward", "slates"})
"""Gates that look over the whole passage, not the sentence alone."""
_FIRST = frozenset(
    {"ship", "space", "orbit", "railway", "rails", "seen", "avenue", "tropical", "luggage", "slates", "dunes"}
)
"""Gates whose meaning, where they hold, comes before one without a gate: the deck of a ship is no balcony."""
_TOWARDS_DOING = frozenset(
    "had have has need needed want wanted going able try tried decide decided begin began start started used "
    "got".split()
)
_OBJECTS = frozenset("me him them us it you her".split())
_BEFORE_NOUNS = frozenset("of with into from under through beneath behind against without like between".split())


def first_element(
    elements: list[Sense], tokens: Sequence[Token], i: int, size: int, here: Role, lexicon: Vocabulary
) -> Sense | None:
    """The first element that may be meant: one without a gate before any with one."""
    for sense in sorted(elements, key=lambda sense: (sense.gate not in _FIRST, bool(sense.gate))):
        if sense.gate == "moving":
            # "warmth blooms": seen only where it does something.
            does = i + size < len(tokens) and any(s.sort == "v" for s in lexicon.senses(tokens[i + size].low))
            done = i > 1 and tokens[i - 1].low == "of" and any(s.sort == "n" for s in lexicon.senses(tokens[i - 2].low))
            if not (does or done):
                continue
        elif sense.gate == "alone":
            if not _alone(tokens, i, size):
                continue
        elif sense.gate in lexicon.context["gates"]:
            near = lexicon.context["gates"][sense.gate]
            if sense.gate in lexicon.context["not_own"]["gates"] and i and tokens[i - 1].low in POSSESSIVES:
                continue
            if sense.gate in ("fruit", "flower") and opens_noun(tokens, i) and not before_noun(tokens, i, size):
                return sense
            wide = sense.gate in _WIDE
            if not any(
                token.low in near
                for k, token in enumerate(tokens)
                if not i <= k < i + size and (wide or token.sentence == tokens[i].sentence)
            ):
                continue
        elif sense.gate and not _is_noun(tokens, i, size, here):
            continue
        if here == "verb":
            continue
        return sense
    return None


def noun_role(tokens: Sequence[Token], i: int, size: int) -> Role:
    """For words that are no verb of any event: a verb all the same in "they face the sea", "you hand me"."""
    if size > 1 or tokens[i].before or i == 0 or tokens[i - 1].sentence != tokens[i].sentence:
        return "open"
    if does_alone(tokens, i) or _gives(tokens, i):
        return "verb"
    low = tokens[i - 1].low
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    objects = (
        after is not None
        and not after.before
        and (after.low in ARTICLES or after.low in POSSESSIVES or after.low in _OBJECTS)
    )
    if low in PERSONS or (low in MODALS and low not in PERCEIVING and low != "never"):
        return "verb" if low not in ("you", "we", "they") or objects or tokens[i].low.endswith("ed") else "open"
    if low == "to" and (objects or (i > 1 and tokens[i - 2].low in _TOWARDS_DOING)):
        return "verb"
    return "noun" if opens_noun(tokens, i) else "open"


def _gives(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody is given something: "an owl hands you a key"."""
    after = tokens[i + 1 : i + 3]
    return (
        len(after) == 2
        and all(token.sentence == tokens[i].sentence and not token.before for token in after)
        and after[0].low in _OBJECTS
        and (after[1].low in ARTICLES or after[1].low in POSSESSIVES or after[1].low in NUMBERS)
    )


def _is_noun(tokens: Sequence[Token], i: int, size: int, here: Role) -> bool:
    if is_adjective(tokens[i + size - 1].low) and before_noun(tokens, i, size) and not does_alone(tokens, i + size):
        return False
    if here == "noun":
        return True
    if here in ("verb", "adjective"):
        return False
    if opens_noun(tokens, i):
        return True
    if _does(tokens, i, size):
        return True
    if tokens[i].before or i == 0:
        return False
    low = tokens[i - 1].low
    after = tokens[i + size].low if i + size < len(tokens) else ""
    if (
        low in ("and", "or")
        and i > 1
        and after not in ARTICLES
        and after not in POSSESSIVES
        and any(sense.sort == "e" for sense in _senses_before(tokens, i - 2))
    ):
        return True
    if low in PLAIN_ADJECTIVES or low in NUMBERS:
        return True
    if low.endswith("ing") and is_plural(tokens[i + size - 1].low):
        return True
    return low in _BEFORE_NOUNS or low in NUMBERS


def _does(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether it opens a sentence and the next word is what it does: "Bark becomes brick"."""
    at = i + size
    opens = i == 0 or tokens[i - 1].sentence != tokens[i].sentence or (tokens[i].before and tokens[i].before != ",")
    if not opens or at >= len(tokens) or tokens[at].before:
        return False
    if tokens[at].sentence != tokens[i].sentence or tokens[at].low.endswith("ing"):
        return False
    if tokens[at].low in BE or tokens[at].low in HAVE:
        return True
    forms = "bsd" if is_plural(tokens[at - 1].low) else "sd"
    return any(sense.sort == "v" and sense.form in forms for sense in vocabulary().senses(tokens[at].low))


def _alone(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether an adjective stands for a thing: "into the dark", "the village green", but not "the dark green sea"."""
    after = tokens[i + size] if i + size < len(tokens) and tokens[i + size].sentence == tokens[i].sentence else None
    ends = after is None or bool(after.before) or is_function(after.low)
    lead = tokens[i - 1].low if i and not tokens[i].before else ""
    return ends and (lead in ARTICLES or lead in _BEFORE_NOUNS or lead == "in")


def _senses_before(tokens: Sequence[Token], i: int) -> tuple[Sense, ...]:
    return vocabulary().senses(tokens[i].low) if tokens[i].sentence == tokens[i + 1].sentence else ()


def coloured(tokens: Sequence[Token], i: int, size: int, sense: Sense, here: Match) -> bool:
    """Whether a colour is meant: some words are colours only before a noun, or after "of" or "in"."""
    if sense.gate != "colour":
        return True
    return before_noun(tokens, i, size) or (i > 0 and tokens[i - 1].low in ("of", "in") and here.element is None)


def before_noun(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether it stands before a noun, or among other colours before one: "violet, indigo sky"."""
    at = i + size
    if at >= len(tokens) or tokens[at].sentence != tokens[i].sentence:
        return False
    if tokens[at].before not in ("", ","):
        return False
    return not is_function(tokens[at].low) and not tokens[at].low.endswith("ly") and not (tokens[at].before and i == 0)


def heard(sense: Sense, here: Match) -> bool:
    """Whether a sound is meant: some words sound only as nouns or only as verbs, and no falling star as a waterfall."""
    if sense.gate == "noun":
        return here.role == "noun"
    if sense.gate == "verb":
        return here.role == "verb"
    return not sense.gate or here.role != "verb"
