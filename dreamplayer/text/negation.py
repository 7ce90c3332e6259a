"""What a passage says is not there, or does not happen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from dreamplayer.text.grammar import is_being
from dreamplayer.text.tokens import Token
from dreamplayer.text.vocabulary import Vocabulary
from dreamplayer.text.wordlists import BE, PREPOSITIONS, SUBJECTS

REACH = 7
"""Tokens a "no" reaches at most."""
_TOGETHER = frozenset("of or nor any single even such kind sort".split())
_STOP = frozenset(
    "but only yet except instead while as until because which who that when where just though then and so if".split()
)
_NOUN_TRIGGERS = frozenset(
    "no without nor neither lacking devoid bereft minus sans lacks lacked expected expecting".split()
)
_PERCEIVED = frozenset(
    "see hear find have has had notice feel need own contain be is was are were been hold carry show make any"
    " wear meet expect there sense spot want cast leave offer bring reflect saw heard found met noticed felt"
    " seen had".split()
)
_ACTION_ONLY = frozenset(
    "open close reach move touch stop tell break answer finish cross leave enter catch climb lift turn".split()
)


@dataclass
class Negation:
    """Tokens whose things are not there, and tokens whose doings are not done."""

    things: set[int] = field(default_factory=set)
    doings: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    """Tokens that say so at the end: "the lanterns, the mirrors: gone"."""


def negation(tokens: Sequence[Token], verbs: Collection[int], lexicon: Vocabulary) -> Negation:
    """Find what is denied. `verbs` are the tokens at which an event is told by a verb."""
    found = Negation()
    words = lexicon.context["negation"]
    for i, token in enumerate(tokens):
        pair = f"{token.low} {tokens[i + 1].low}" if i + 1 < len(tokens) and not tokens[i + 1].before else ""
        triple = f"{pair} {tokens[i + 2].low}" if pair and i + 2 < len(tokens) and not tokens[i + 2].before else ""
        after = tokens[i + 1].low if i + 1 < len(tokens) else ""
        if pair in ("no longer", "no more", "never again", "not yet"):
            _doing(tokens, i + 2, verbs, found)
            if pair == "no more":
                _thing(tokens, i + 2, found)
        elif triple in words["phrases"]:
            _thing(tokens, i + 3, found)
        elif pair in words["phrases"] and (token.low not in ("not", "never", "no") or pair == "never mind"):
            if i + 2 in verbs:
                found.doings.add(i + 2)
            else:
                _thing(tokens, i + 2, found)
        elif token.low == "where" and (end := _once(tokens, i)):
            found.things.update(range(i + 1, end))
        elif token.low in _NOUN_TRIGGERS:
            if i + 1 < len(tokens) and (tokens[i + 1].before or tokens[i + 1].sentence != token.sentence):
                # "No, the road was a river": an answer.
                continue
            if after in ("doubt", "matter", "idea", "wonder", "one", "sooner", "trouble", "way"):
                continue
            if after.endswith("ing") and after not in ("ceiling", "railing", "clothing", "lightning", "building"):
                _doing(tokens, i + 1, verbs, found)
            else:
                _none(tokens, i, verbs, found)
        elif token.low in words["before"] and after not in words["keeps"]:
            _not(tokens, i, verbs, found)
        elif token.low == "too" and "to" in (tokens[k].low for k in range(i + 2, min(i + 4, len(tokens)))):
            # "too cold to close"
            at = next(k for k in range(i + 2, i + 4) if tokens[k].low == "to")
            _doing(tokens, at + 1, verbs, found)
        elif token.low in words["gone"]:
            _gone(tokens, i, found)
    return found


def _clause(tokens: Sequence[Token], i: int, reach: int) -> range:
    """Indices from i to the clause's end, `reach` at most."""
    end = i
    while end < len(tokens) and end - i < reach:
        token = tokens[end]
        if token.sentence != tokens[max(0, i - 1)].sentence or (end > i and token.before) or token.low in _STOP:
            break
        if end == i and token.before and token.before != ",":
            break
        end += 1
    return range(i, end)


def _thing(tokens: Sequence[Token], i: int, found: Negation) -> None:
    for k in _clause(tokens, i, REACH):
        low = tokens[k].low
        if (low in PREPOSITIONS and low not in _TOGETHER) or low in BE or low == "to" or (k > i and low in SUBJECTS):
            return
        found.things.add(k)
    # "no lamps, no houses" is told by its own "no"; "no lamps, houses or roads" goes on to the "or".
    end = _clause(tokens, i, REACH).stop
    if end < len(tokens) and tokens[end].before == "," and tokens[end].sentence == tokens[i - 1].sentence:
        for k in range(end, min(end + 4, len(tokens))):
            if k > end and tokens[k].before:
                return
            if tokens[k].low in ("or", "nor"):
                found.things.update(range(end, min(k + 3, len(tokens))))
                return


def _none(tokens: Sequence[Token], i: int, verbs: Collection[int], found: Negation) -> None:
    """After "no", "not one": the thing, and what it would do."""
    _thing(tokens, i + 1, found)
    found.doings |= {
        k
        for k in verbs
        if i < k <= i + 3
        and tokens[k].sentence == tokens[i].sentence
        and not any(token.before for token in tokens[i + 1 : k + 1])
    }


def _once(tokens: Sequence[Token], i: int) -> int:
    """Where "the sea should have been" ends after "where", 0 where nothing of the kind follows."""
    for k in range(i + 2, min(i + 7, len(tokens) - 1)):
        if tokens[k].before or tokens[k].sentence != tokens[i].sentence:
            return 0
        following = [token.low for token in tokens[k : k + 3]]
        if following in (
            ["should", "have", "been"],
            ["ought", "to", "be"],
            ["used", "to", "be"],
            ["would", "have", "been"],
        ):
            return k
        if following[:2] in (["had", "been"], ["once", "stood"], ["used", "to"], ["would", "be"], ["had", "stood"]):
            return k
    return 0


def _doing(tokens: Sequence[Token], i: int, verbs: Collection[int], found: Negation) -> None:
    for k in _clause(tokens, i, 4):
        if k in verbs:
            found.doings.add(k)
            return


def _not(tokens: Sequence[Token], i: int, verbs: Collection[int], found: Negation) -> None:
    """After "not", "n't", "never": the doing; the thing too where it is only seen, had, or is."""
    scope = _clause(tokens, i + 1, 6)
    if not scope:
        return
    first = tokens[scope.start].low
    being = tokens[i].low in ("isn't", "aren't", "wasn't", "weren't", "isnt", "wasnt", "ain't") or (
        i > 0 and is_being(tokens[i - 1]) and tokens[i].low in ("not", "never")
    )
    if first == "even":
        denied = next((k for k in scope[1:3] if k in verbs), None)
        if denied is not None:
            found.doings.add(denied)
            return
    if first in ("a", "an", "any", "one", "even"):
        _none(tokens, i, verbs, found)
        return
    if being:
        for k in scope:
            if k in verbs:
                found.doings.add(k)
                return
        if tokens[i].low != "never":
            _thing(tokens, i + 1, found)
        return
    for k in scope:
        if k in verbs:
            found.doings.add(k)
            break
    if tokens[i].low in ("nobody", "none", "nothing", "no-one", "neither"):
        return
    seen = next((k for k in scope if tokens[k].low in _PERCEIVED), None)
    if (
        seen is not None
        and tokens[seen].low in ("has", "have", "had")
        and tokens[min(seen + 1, len(tokens) - 1)].low.endswith(("ed", "en"))
    ):
        return
    if seen is not None and seen - i <= 3 and not any(tokens[k].low in _ACTION_ONLY for k in range(i, seen)):
        _thing(tokens, seen + 1, found)
    for k in scope:
        if tokens[k].low == "any":
            _thing(tokens, k, found)


def _gone(tokens: Sequence[Token], i: int, found: Negation) -> None:
    token = tokens[i]
    before = tokens[i - 1] if i > 0 and tokens[i - 1].sentence == token.sentence else None
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == token.sentence else None
    if before is None or (
        after is not None
        and not after.before
        and after.low in ("to", "into", "through", "back", "from", "on", "a", "the", "my")
    ):
        return
    alone = any(mark in token.before for mark in "—–:-") or (token.before and after is None)
    if not alone and not is_being(before) and before.low not in ("all", "now", "already", "suddenly", "just"):
        return
    k = i - 1
    while k >= 0 and tokens[k].sentence == token.sentence:
        if not alone and (tokens[k + 1].before and k + 1 != i):
            break
        if tokens[k].low in _STOP and k < i - 1 and tokens[k].low != "and":
            break
        found.things.add(k)
        k -= 1
    found.gone.add(i)
