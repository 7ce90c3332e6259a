"""Events told without a verb that names them: one thing is another, something is handed over or shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dreamplayer.reading.lexicon.vocabulary import Tag, Vocabulary
from dreamplayer.reading.rules import RuleTable
from dreamplayer.reading.syntax.match import Match
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_adjective, is_adverb, is_plural
from dreamplayer.reading.syntax.wordlists import ARTICLES, NUMBERS, POSSESSIVES

_COPULAS = frozenset("is are was were".split())
_GIVING = frozenset(
    "give gives gave hand hands handed show shows showed bring brings brought offer offers offered lend lends "
    "lent".split()
)
_RECEIVERS = frozenset("me us him her them you".split())
_SOLID = frozenset("object home vehicle creature plant paper built".split())
"""Families of what can turn out to be another thing; of the moon or the sea it would be a manner of speaking."""
_REACH = 6
"""Words after the receiver within which the thing that is handed over is named."""


@dataclass(frozen=True, slots=True)
class ImpliedEvent:
    """An event, the word that tells it and what it happens to."""

    token: int
    event: str
    target: str


class EventWord:
    """A word that may tell an event by its grammar alone, with what stands around it."""

    def __init__(
        self,
        tokens: Sequence[Token],
        i: int,
        ends: dict[int, int],
        starts: dict[int, int],
        matches: Sequence[Match],
        seen: Sequence[str | None],
        lexicon: Vocabulary,
    ) -> None:
        """The word is token `i`; `ends` and `starts` are the matches by the token after them and by their first."""
        self.tokens, self.i, self.matches, self.seen, self.lexicon = tokens, i, matches, seen, lexicon
        self.ends, self.starts = ends, starts
        self.norm = tokens[i].norm
        self.start = tokens[i].start

    def is_near(self, k: int) -> bool:
        """Whether token k follows the one before it without punctuation, in the sentence of this word.

        Args:
            k: index of a token in the passage, 1 or more.
        """
        same = 0 <= k < len(self.tokens) and self.tokens[k].sentence == self.tokens[self.i].sentence
        return same and not self.tokens[k].punct_before

    def named_from(self, k: int, reach: int) -> int | None:
        """The match of the noun whose phrase opens at token k, None where it names nothing that is there.

        Args:
            k: index of a token in the passage.
            reach: tokens looked through at most.

        Returns:
            Index of the match.
        """
        for at in range(k, k + reach):
            if not self.is_near(at):
                return None
            n = self.starts.get(at)
            if n is not None and self.seen[n] is not None:
                return n
            norm = self.tokens[at].norm
            passed = norm in ARTICLES | POSSESSIVES | NUMBERS | {"of", "glimpse"} or is_adjective(norm)
            if not passed and n is None:
                return None
        return None

    @property
    def is_definite(self) -> bool:
        """Whether the noun before it has "the" or a possessive: it is known already."""
        n = self.ends.get(self.i)
        if n is None:
            return False
        at = self.matches[n].first - 1
        while at >= 0 and self.is_near(at + 1) and is_adjective(self.tokens[at].norm):
            at -= 1
        lead = self.tokens[at].norm if at >= 0 and self.is_near(at + 1) else ""
        return lead == "the" or lead in POSSESSIVES


def implied_events(
    tokens: Sequence[Token], matches: Sequence[Match], seen: Sequence[str | None], lexicon: Vocabulary
) -> list[ImpliedEvent]:
    """Events a passage tells by its grammar, in order.

    Args:
        tokens: the passage.
        matches: everything its words call up, in order.
        seen: for each match the element that is there, else None.
        lexicon: the vocabulary.
    """
    ends = {match.last: n for n, match in enumerate(matches) if match.element is not None}
    starts = {match.first: n for n, match in enumerate(matches) if match.element is not None}
    told = {k for match in matches if match.event is not None for k in range(match.first, match.last)}
    found = []
    for i, token in enumerate(tokens):
        if i not in told and (token.norm in _COPULAS or token.norm in _GIVING):
            event = IMPLIED_EVENTS.first(EventWord(tokens, i, ends, starts, matches, seen, lexicon))
            if event is not None:
                found.append(event)
    return found


IMPLIED_EVENTS: RuleTable[EventWord, ImpliedEvent] = RuleTable("implied-event")
_rule = IMPLIED_EVENTS.rule


@_rule("is-another", "The forks *were* herons.", "transform! +heron")
def _is_another(t: EventWord) -> ImpliedEvent | None:
    """A known thing is another one: "my desk was a pony". Not "my aunt was a nurse", "the moon was a lantern"."""
    if t.norm not in _COPULAS or not t.is_definite or not t.is_near(t.i):
        return None
    thing = t.seen[t.ends[t.i]]
    at = t.i + 1
    while t.is_near(at) and is_adverb(t.tokens[at].norm) and t.tokens[at].norm != "not":
        at += 1
    if thing is None or not t.is_near(at):
        return None
    opens = t.tokens[at].norm in ("a", "an") or (at in t.starts and _is_plural(t, t.matches[t.starts[at]]))
    other = t.named_from(at, 3) if opens else None
    if other is None:
        return None
    name, families = t.seen[other], (t.lexicon.record(thing).family, t.lexicon.record(t.seen[other] or "").family)
    if name is None or name == thing or not _SOLID.issuperset(families) or families == ("built", "built"):
        return None
    return ImpliedEvent(t.i, "transform", thing)


@_rule("handed-over", "A sailor *handed* me a lantern.", "emerge! +lantern")
def _handed_over(t: EventWord) -> ImpliedEvent | None:
    """Something new is given to somebody, or shown: "the fog gave us a glimpse of a tower"."""
    if t.norm not in _GIVING or not t.is_near(t.i + 1) or t.tokens[t.i + 1].norm not in _RECEIVERS:
        return None
    if not t.is_near(t.i + 2) or t.tokens[t.i + 2].norm not in ("a", "an", *NUMBERS):
        return None
    given = t.named_from(t.i + 2, _REACH)
    name = t.seen[given] if given is not None else None
    return ImpliedEvent(t.i, "emerge", name) if name is not None else None


def _is_plural(t: EventWord, match: Match) -> bool:
    return (match.element is not None and match.element.tag is Tag.NNS) or is_plural(t.tokens[match.last - 1].norm)
