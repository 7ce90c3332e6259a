"""What the neighbours of a word of several meanings must be like for one of them to hold."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import FINITE, Sense, SenseKind, Tag, Vocabulary, vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.part_of_speech import PartOfSpeech
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import (
    in_noun_phrase,
    is_adjective,
    is_function,
    is_imperative,
    is_plural,
    is_thing,
    is_verb_of_one,
)
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

_TOWARDS_DOING = frozenset(
    "had have has need needed want wanted going able try tried decide decided begin began start started used "
    "got".split()
)
_OBJECTS = frozenset("me him them us it you her".split())
_BEFORE_NOUNS = frozenset("of with into from under through beneath behind against without like between".split())


def first_element(
    elements: list[Sense], tokens: Sequence[Token], i: int, size: int, here: PartOfSpeech, lexicon: Vocabulary
) -> Sense | None:
    """The element a word means: the first whose constraints the words around satisfy.

    Args:
        elements: its senses that are elements.
        tokens: the passage.
        i: first token of the word or phrase.
        size: how many tokens it has.
        here: its part of speech; a verb means no element.
        lexicon: the vocabulary.
    """
    rules = lexicon.context["gate_rules"]

    def order(sense: Sense) -> tuple[bool, bool, bool]:
        # What has no drawing is meant only where nothing else is.
        return sense.name in lexicon.undrawn, sense.constraint not in rules["first"], bool(sense.constraint)

    for sense in sorted(elements, key=order):
        if sense.constraint == "moving":
            # "warmth blooms": seen only where it does something.
            does = i + size < len(tokens) and any(
                s.kind is SenseKind.VERB for s in lexicon.senses(tokens[i + size].norm)
            )
            done = (
                i > 1
                and tokens[i - 1].norm == "of"
                and any(s.kind is SenseKind.EVENT_NOUN for s in lexicon.senses(tokens[i - 2].norm))
            )
            if not (does or done):
                continue
        elif sense.constraint == "alone":
            if not _alone(tokens, i, size):
                continue
        elif sense.constraint in lexicon.context["gates"]:
            near = lexicon.context["gates"][sense.constraint]
            if sense.constraint in rules["not_owned"] and i and tokens[i - 1].norm in POSSESSIVES:
                continue
            if sense.constraint in rules["noun"] and in_noun_phrase(tokens, i) and not before_noun(tokens, i, size):
                return sense
            wide = sense.constraint in rules["wide"]
            if not any(
                token.norm in near
                for k, token in enumerate(tokens)
                if not i <= k < i + size and (wide or token.sentence == tokens[i].sentence)
            ):
                continue
        elif sense.constraint and not _is_noun(tokens, i, size, here):
            continue
        if here is PartOfSpeech.VERB:
            continue
        return sense
    return None


class NounOrVerb:
    """A word that tells no event, with its neighbours: a noun, or a verb all the same ("they face the sea")."""

    def __init__(self, tokens: Sequence[Token], i: int) -> None:
        """The word is token `i`."""
        self.tokens, self.i = tokens, i
        self.here = tokens[i]
        self.start = self.here.start
        self.opens = i == 0 or tokens[i - 1].sentence != self.here.sentence
        self.heads = self.opens or bool(self.here.punct_before)
        """Whether it stands at the head of a sentence or after punctuation."""
        self.left = "" if self.opens else tokens[i - 1].norm
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        self.right = (
            after.norm if after is not None and after.sentence == self.here.sentence and not after.punct_before else ""
        )
        """The word right after it, "" where punctuation stands between."""
        self.has_object = self.right in ARTICLES or self.right in POSSESSIVES or self.right in _OBJECTS


def tag_noun(tokens: Sequence[Token], i: int, size: int) -> PartOfSpeech:
    """The part of speech of a word or phrase that is no verb of an event.

    Args:
        tokens: of a passage.
        i: index of its first token.
        size: number of its tokens.
    """
    if size > 1:
        return PartOfSpeech.OPEN
    return NOUN_OR_VERB.first(NounOrVerb(tokens, i)) or PartOfSpeech.OPEN


NOUN_OR_VERB: RuleTable[NounOrVerb, PartOfSpeech] = RuleTable("noun-or-verb")
_rule = NOUN_OR_VERB.rule


@_rule("imperative", "*Face* the open window.", "verb /face +window")
def _imperative(c: NounOrVerb) -> PartOfSpeech | None:
    """A bare singular before its object opens no English sentence unless it is a verb: "Book the seats"."""
    return PartOfSpeech.VERB if is_imperative(c.tokens, c.i) else None


@_rule("clause-opening", "A path, *stairs* and a lamp.", "open")
def _clause_opening(c: NounOrVerb) -> PartOfSpeech | None:
    return PartOfSpeech.OPEN if c.heads else None


@_rule("verb-of-one", "A captain *faces* the sea.", "verb")
def _verb_of_one(c: NounOrVerb) -> PartOfSpeech | None:
    return PartOfSpeech.VERB if is_verb_of_one(c.tokens, c.i) else None


@_rule("doing-to-something", "The king *keeps* his gold there.", "verb /castle")
def _doing_to_something(c: NounOrVerb) -> PartOfSpeech | None:
    """After one known thing and before an object: "where the king keeps his horses"."""
    one = is_thing(c.left, known=True) and not is_plural(c.left) and not c.heads
    return PartOfSpeech.VERB if one and c.here.norm.endswith("s") and c.has_object else None


@_rule("giving", "The owls *hand* you a key.", "verb")
def _giving(c: NounOrVerb) -> PartOfSpeech | None:
    return PartOfSpeech.VERB if _gives(c.tokens, c.i) else None


@_rule("after-person", "They *face* the sea.", "verb")
def _after_person(c: NounOrVerb) -> PartOfSpeech | None:
    """After a pronoun or a modal; "you" and "they" need an object."""
    led = c.left in PERSONS or (c.left in MODALS and c.left not in PERCEIVING and c.left != "never")
    if not led:
        return None
    plain = c.left not in ("you", "we", "they") or c.has_object or c.here.norm.endswith("ed")
    return PartOfSpeech.VERB if plain else PartOfSpeech.OPEN


@_rule("infinitive", "We came to *face* the sea.", "verb")
def _infinitive(c: NounOrVerb) -> PartOfSpeech | None:
    towards = c.i > 1 and c.tokens[c.i - 2].norm in _TOWARDS_DOING
    return PartOfSpeech.VERB if c.left == "to" and (c.has_object or towards) else None


@_rule("noun-phrase", "There was an old *face* in the wall.", "noun")
def _noun_phrase(c: NounOrVerb) -> PartOfSpeech | None:
    return PartOfSpeech.NOUN if in_noun_phrase(c.tokens, c.i) else None


def _gives(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody is given something: "an owl hands you a key"."""
    after = tokens[i + 1 : i + 3]
    return (
        len(after) == 2
        and all(token.sentence == tokens[i].sentence and not token.punct_before for token in after)
        and after[0].norm in _OBJECTS
        and (after[1].norm in ARTICLES or after[1].norm in POSSESSIVES or after[1].norm in NUMBERS)
    )


def _is_noun(tokens: Sequence[Token], i: int, size: int, here: PartOfSpeech) -> bool:
    if (
        is_adjective(tokens[i + size - 1].norm)
        and before_noun(tokens, i, size)
        and not is_verb_of_one(tokens, i + size)
    ):
        return False
    if here is PartOfSpeech.NOUN:
        return True
    if here in (PartOfSpeech.VERB, PartOfSpeech.ADJECTIVE):
        return False
    if in_noun_phrase(tokens, i):
        return True
    if _does(tokens, i, size):
        return True
    if tokens[i].punct_before or i == 0:
        return False
    low = tokens[i - 1].norm
    after = tokens[i + size].norm if i + size < len(tokens) else ""
    if (
        low in ("and", "or")
        and i > 1
        and after not in ARTICLES
        and after not in POSSESSIVES
        and any(sense.kind is SenseKind.ELEMENT for sense in _senses_before(tokens, i - 2))
    ):
        return True
    if low in PLAIN_ADJECTIVES or low in NUMBERS:
        return True
    if low in BE and is_plural(tokens[i + size - 1].norm):
        # "There were beans."
        return True
    if low.endswith("ing") and is_plural(tokens[i + size - 1].norm):
        return True
    return low in _BEFORE_NOUNS or low in NUMBERS


def _does(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether it opens a sentence and the next word is what it does: "Bark becomes brick"."""
    at = i + size
    opens = (
        i == 0
        or tokens[i - 1].sentence != tokens[i].sentence
        or (tokens[i].punct_before and tokens[i].punct_before != ",")
    )
    if not opens or at >= len(tokens) or tokens[at].punct_before:
        return False
    if tokens[at].sentence != tokens[i].sentence or tokens[at].norm.endswith("ing"):
        return False
    if tokens[at].norm in BE or tokens[at].norm in HAVE:
        return True
    forms = FINITE if is_plural(tokens[at - 1].norm) else FINITE - {Tag.VB}
    return any(sense.kind is SenseKind.VERB and sense.tag in forms for sense in vocabulary().senses(tokens[at].norm))


def _alone(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether an adjective stands for a thing: "into the dark", "the village green", but not "the dark green sea"."""
    after = tokens[i + size] if i + size < len(tokens) and tokens[i + size].sentence == tokens[i].sentence else None
    ends = after is None or bool(after.punct_before) or is_function(after.norm)
    lead = tokens[i - 1].norm if i and not tokens[i].punct_before else ""
    return ends and (lead in ARTICLES or lead in _BEFORE_NOUNS or lead == "in")


def _senses_before(tokens: Sequence[Token], i: int) -> tuple[Sense, ...]:
    return vocabulary().senses(tokens[i].norm) if tokens[i].sentence == tokens[i + 1].sentence else ()


def coloured(tokens: Sequence[Token], i: int, size: int, sense: Sense, here: Match) -> bool:
    """Whether a colour is meant: some words are colours only before a noun, or after "of" or "in".

    Args:
        tokens: the passage.
        i: first token of the word or phrase.
        size: how many tokens it has.
        sense: the colour.
        here: the match as far as it is decided.
    """
    if sense.constraint != "colour":
        return True
    return before_noun(tokens, i, size) or (i > 0 and tokens[i - 1].norm in ("of", "in") and here.element is None)


def before_noun(tokens: Sequence[Token], i: int, size: int) -> bool:
    """Whether it stands before a noun, or among other colours before one: "violet, indigo sky".

    Args:
        tokens: the passage.
        i: first token of the word or phrase.
        size: how many tokens it has.
    """
    at = i + size
    if at >= len(tokens) or tokens[at].sentence != tokens[i].sentence:
        return False
    if tokens[at].punct_before not in ("", ","):
        return False
    return (
        not is_function(tokens[at].norm)
        and not tokens[at].norm.endswith("ly")
        and not (tokens[at].punct_before and i == 0)
    )


def heard(sense: Sense, here: Match) -> bool:
    """Whether a sound is meant: some words sound only as nouns or only as verbs, and no falling star as a waterfall.

    Args:
        sense: a sense of the words that is a sound.
        here: their match, with its part of speech.
    """
    if sense.constraint == "noun":
        return here.pos is PartOfSpeech.NOUN
    if sense.constraint == "verb":
        return here.pos is PartOfSpeech.VERB
    return not sense.constraint or here.pos is not PartOfSpeech.VERB
