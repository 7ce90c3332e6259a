"""Dead metaphors: the key to sleep, a trigger for rest, key ideas. Such a word shows nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective
from dreamplayer.reading.syntax.wordlists import ARTICLES, BE, POSSESSIVES

_PURPOSES = frozenset("of for to into towards toward between".split())
_PURPOSE_NOUNS = frozenset(
    "sleep rest sleeping resting recovery trouble problem problems tomorrow matter change success health "
    "calm relaxation stillness healing mindfulness attention progress learning growth argument question wellbeing "
    "happiness well-being focus habit habits mood mind thinking breathing goodness opportunity conversation".split()
)
"""Nouns that are no place to go to and nothing a thing is for: what leads to them is a metaphor."""
_ABSTRACT_HEADS = frozenset(
    "idea ideas point points question questions moment moments word words part parts role roles step steps factor "
    "factors message messages figure difference phrase principle principles skill skills feature term terms detail "
    "details concept fact facts insight cause causes reason issue issues theme themes lesson rule rules tip tips "
    "takeaway aspect change value values problem challenge goal goals".split()
)
"""Nouns that make an adjective of "key", "root" or "core"."""
_ATTRIBUTES = frozenset("key root core anchor bridge trigger bedrock cornerstone pillar window stone rock".split())
_INWARD = frozenset("gut guts stomach chest throat belly heart breast ribs bones veins blood mind soul".split())
"""Where a feeling sits."""
_TEACHING = frozenset("key anchor secret trigger answer root".split())
"""What one says of a piece of advice: "the key is patience"."""
_ADVISING = frozenset("to that not how simply just being letting knowing doing".split())


class Metaphor:
    """A thing that may be only a manner of speaking, with what stands around it."""

    def __init__(self, tokens: Sequence[Token], here: Match, abstract: frozenset[str]) -> None:
        """`abstract` are the nouns that make what stands before "of" them figurative."""
        self.tokens, self.here, self.abstract = tokens, here, abstract
        self.start = tokens[here.first].start
        self.noun = tokens[here.last - 1].norm

    def following(self, skip: int = 0) -> str:
        """A word after it in its clause, "" for none.

        Args:
            skip: tokens between the match and the word; 0 for the next one.
        """
        at = self.here.last + skip
        rest = self.tokens[self.here.last : at + 1]
        sentence = self.tokens[self.here.first].sentence
        whole = len(rest) == skip + 1 and all(t.sentence == sentence and not t.punct_before for t in rest)
        return rest[-1].norm if whole else ""

    def governed(self) -> str:
        """The noun after the preposition that follows it."""
        for skip in range(1, 4):
            word = self.following(skip)
            if not (word in ARTICLES or word in POSSESSIVES or is_adjective(word)) or word in self.abstract:
                return word
        return ""


def is_dead_metaphor(tokens: Sequence[Token], here: Match, lexicon: Vocabulary) -> bool:
    """Whether a thing is only a manner of speaking.

    Args:
        tokens: the passage.
        here: a match with an element.
        lexicon: the vocabulary.
    """
    if here.element is None or lexicon.record(here.element.name).family in ("people", "creature"):
        return False
    return METAPHORS.first(Metaphor(tokens, here, lexicon.context["of"]["abstract"])) is not None


METAPHORS: RuleTable[Metaphor, str] = RuleTable("dead-metaphor")
_rule = METAPHORS.rule


@_rule("abstract-head", "That was the *key* question of the talk.", "figurative ~key /key")
def _abstract_head(m: Metaphor) -> str | None:
    return "figurative" if m.noun in _ATTRIBUTES and m.following() in _ABSTRACT_HEADS else None


@_rule("abstract-purpose", "A song was her *trigger* for rest.", "figurative ~gun /gun")
def _abstract_purpose(m: Metaphor) -> str | None:
    """The key to sleep, the root of the trouble, a doorway into rest."""
    return "figurative" if m.following() in _PURPOSES and m.governed() in _PURPOSE_NOUNS else None


@_rule("felt-inside", "There was a *stone* in her throat.", "figurative ~stone /stone")
def _felt_inside(m: Metaphor) -> str | None:
    """A feeling somewhere in the body: "a knot in your gut", "a fire in his belly"."""
    if m.following() not in ("in", "inside", "behind"):
        return None
    owner, part = m.following(1), m.following(2)
    return "figurative" if (owner in POSSESSIVES or owner == "the") and part in _INWARD else None


@_rule("abstract-is", "Patience is a *garden*.", "figurative ~garden /garden")
def _abstract_is(m: Metaphor) -> str | None:
    """What only an idea is said to be: "sleep is a door"."""
    at = m.here.first - 1
    sentence = m.tokens[m.here.first].sentence
    while at > 1 and (m.tokens[at].norm in ARTICLES or is_adjective(m.tokens[at].norm)):
        at -= 1
    if at < 1 or m.tokens[at].norm not in BE or m.tokens[at - 1].sentence != sentence:
        return None
    led = at - 2 >= 0 and m.tokens[at - 2].sentence == sentence and m.tokens[at - 2].norm == "of"
    return "figurative" if m.tokens[at - 1].norm in m.abstract | _PURPOSE_NOUNS and not led else None


@_rule("advice", "The *key* is to let go.", "figurative ~key /key")
def _advice(m: Metaphor) -> str | None:
    if m.noun not in _TEACHING or m.following() not in BE | {"here", "then"}:
        return None
    said = m.following(1) if m.following() in BE else m.following(2)
    return "figurative" if said in m.abstract | _ADVISING | _PURPOSE_NOUNS else None
