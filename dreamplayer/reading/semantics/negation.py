"""What a passage says is not there, or does not happen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from dreamplayer.reading.lexicon.vocabulary import Vocabulary
from dreamplayer.reading.semantics.negation_scope import STOP, Negation, clause, doing, none_of, thing
from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.word_class import is_being
from dreamplayer.reading.syntax.wordlists import PREPOSITIONS

_NOUN_TRIGGERS = frozenset(
    "no without nor neither lacking devoid bereft minus sans lacks lacked expected expecting".split()
)
_PERCEIVED = frozenset(
    "see hear find have has had notice feel need own contain be is was are were been hold carry show make any"
    " wear meet expect there sense spot want cast leave offer bring reflect saw heard found met noticed felt"
    " seen had brought carrying carried wearing wore holding held having bringing owned".split()
)
_ACTION_ONLY = frozenset(
    "open close reach move touch stop tell break answer finish cross leave enter catch climb lift turn".split()
)


_IS_NOT = frozenset("isn't aren't wasn't weren't isnt wasnt ain't".split())
_COMING = frozenset("come came comes arrive arrived arrives appear appeared appears exist existed show turned".split())
_NOT_SO = frozenset(
    "far long only just yet until even that because everyone everything all always to in on at for with very so too "
    "quite really much many once again before after here there if when as i you he she we they it".split()
)


def negation(tokens: Sequence[Token], verbs: Collection[int], lexicon: Vocabulary) -> Negation:
    """Find what is denied. `verbs` are the tokens at which an event is told by a verb."""
    found = Negation()
    words = lexicon.context["negation"]
    openers = _openers(lexicon)
    for i, token in enumerate(tokens):
        if token.norm not in openers:
            continue
        pair = f"{token.norm} {tokens[i + 1].norm}" if i + 1 < len(tokens) and not tokens[i + 1].punct_before else ""
        triple = (
            f"{pair} {tokens[i + 2].norm}" if pair and i + 2 < len(tokens) and not tokens[i + 2].punct_before else ""
        )
        after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
        if triple == "not so much" or (pair == "so much" and i and tokens[i - 1].norm == "without"):
            # "not so much as a cloud"
            at = i + (4 if token.norm == "not" else 3)
            if at <= len(tokens) and tokens[at - 1].norm == "as":
                thing(tokens, at, found)
        elif pair in ("no longer", "no more", "never again", "not yet"):
            doing(tokens, i + 2, verbs, found)
            if pair == "no more":
                thing(tokens, i + 2, found)
        elif triple in words["phrases"]:
            thing(tokens, i + 3, found)
        elif pair in words["phrases"] and (token.norm not in ("not", "never", "no") or pair == "never mind"):
            if i + 2 in verbs:
                found.doings.add(i + 2)
            else:
                thing(tokens, i + 2, found)
        elif token.norm in ("failed", "fails", "refused", "refuses") and after == "to" and _coming(tokens, i + 2):
            _awaited(tokens, i, found)
        elif token.norm == "where" and (end := _once(tokens, i)):
            found.things.update(range(i + 1, end))
        elif token.norm in _NOUN_TRIGGERS:
            if i + 1 < len(tokens) and (tokens[i + 1].punct_before or tokens[i + 1].sentence != token.sentence):
                # "No, the road was a river": an answer.
                continue
            if after in ("doubt", "matter", "idea", "wonder", "one", "sooner", "trouble", "way"):
                continue
            if after.endswith("ing") and after not in ("ceiling", "railing", "clothing", "lightning", "building"):
                doing(tokens, i + 1, verbs, found)
            else:
                none_of(tokens, i, verbs, found)
        elif token.norm in words["before"] and after not in words["keeps"]:
            _not(tokens, i, verbs, found)
        elif token.norm == "too" and "to" in (tokens[k].norm for k in range(i + 2, min(i + 4, len(tokens)))):
            # "too cold to close"
            at = next(k for k in range(i + 2, i + 4) if tokens[k].norm == "to")
            doing(tokens, at + 1, verbs, found)
        elif token.norm in words["gone"]:
            _gone(tokens, i, found)
    return found


@cache
def _openers_of(phrases: frozenset[str], before: frozenset[str], gone: frozenset[str]) -> frozenset[str]:
    first = {phrase.split()[0] for phrase in phrases}
    return before | gone | _NOUN_TRIGGERS | {"so", "too", "where", "failed", "fails", "refused", "refuses", *first}


def _openers(lexicon: Vocabulary) -> frozenset[str]:
    """Words at which something may begin to be denied."""
    words = lexicon.context["negation"]
    return _openers_of(words["phrases"], words["before"], words["gone"])


def _once(tokens: Sequence[Token], i: int) -> int:
    """Where "the sea should have been" ends after "where", 0 where nothing of the kind follows."""
    for k in range(i + 2, min(i + 7, len(tokens) - 1)):
        if tokens[k].punct_before or tokens[k].sentence != tokens[i].sentence:
            return 0
        following = [token.norm for token in tokens[k : k + 3]]
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


def _not(tokens: Sequence[Token], i: int, verbs: Collection[int], found: Negation) -> None:
    """After "not", "n't", "never": the doing; the thing too where it is only seen, had, or is."""
    scope = clause(tokens, i + 1, 6)
    if not scope:
        if tokens[i].norm in _IS_NOT:
            # "the village was there, the church wasn't"
            _awaited(tokens, i, found)
        return
    first = tokens[scope.start].norm
    being = tokens[i].norm in _IS_NOT or (i > 0 and is_being(tokens[i - 1]) and tokens[i].norm in ("not", "never"))
    if first == "even":
        denied = next((k for k in scope[1:3] if k in verbs), None)
        if denied is not None:
            found.doings.add(denied)
            return
    if first in ("a", "an", "any", "one", "even"):
        none_of(tokens, i, verbs, found)
        return
    if being:
        found.things |= _listed(tokens, i)
        for k in scope:
            if k in verbs:
                found.doings.add(k)
                if tokens[k].norm in _PERCEIVED:
                    # "I wasn't carrying a bag"
                    thing(tokens, k + 1, found)
                return
        if tokens[i].norm != "never":
            thing(tokens, i + 1, found)
        return
    for k in scope:
        if k in verbs:
            found.doings.add(k)
            break
    if tokens[i].norm == "not" and _fragment(tokens, i, scope, verbs):
        thing(tokens, i + 1, found)
        return
    if any(tokens[k].norm in _COMING for k in scope[:2]):
        _awaited(tokens, i, found)
    _no_such(tokens, scope, found)
    if tokens[i].norm in ("nobody", "none", "nothing", "no-one", "neither"):
        return
    seen = next((k for k in scope if tokens[k].norm in _PERCEIVED), None)
    if (
        seen is not None
        and tokens[seen].norm in ("has", "have", "had")
        and tokens[min(seen + 1, len(tokens) - 1)].norm.endswith(("ed", "en"))
    ):
        return
    if seen is not None and seen - i <= 3 and not any(tokens[k].norm in _ACTION_ONLY for k in range(i, seen)):
        thing(tokens, seen + 1, found)
    for k in scope:
        if tokens[k].norm == "any":
            thing(tokens, k, found)


def _no_such(tokens: Sequence[Token], scope: range, found: Negation) -> None:
    """What is only named to say that nobody did it to any: "nobody remembered a church"."""
    for k in scope[1:3]:
        if tokens[k].norm in ("a", "an", "any") and tokens[k - 1].norm not in PREPOSITIONS:
            thing(tokens, k, found)
            return


def _listed(tokens: Sequence[Token], i: int) -> set[int]:
    """What is counted up as not there: "things that were not in the street: a tree, a bus, the moon"."""
    first = i
    while first > 0 and tokens[first - 1].sentence == tokens[i].sentence:
        first -= 1
    if not {"things", "what", "missing", "all"} & {token.norm for token in tokens[first:i]}:
        return set()
    colon = next((k for k in range(i, len(tokens)) if ":" in tokens[k].punct_before), None)
    if colon is None or tokens[colon].sentence != tokens[i].sentence:
        return set()
    return {k for k in range(colon, len(tokens)) if tokens[k].sentence == tokens[i].sentence}


def _fragment(tokens: Sequence[Token], i: int, scope: range, verbs: Collection[int]) -> bool:
    """Whether a "not" denies what is named alone: "Not wool, not silk"."""
    opens = i == 0 or tokens[i - 1].sentence != tokens[i].sentence or bool(tokens[i].punct_before)
    return opens and tokens[scope.start].norm not in _NOT_SO and not any(k in verbs for k in scope[:2])


def _coming(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].norm in (*_COMING, "rise", "return", "light", "open")


def _awaited(tokens: Sequence[Token], i: int, found: Negation) -> None:
    """Who never came: "the queen never came", "the stars didn't appear"."""
    for k in range(i - 1, max(-1, i - 5), -1):
        if tokens[k].sentence != tokens[i].sentence or tokens[k].norm in STOP:
            return
        found.things.add(k)
        if tokens[k].norm in ("the", "a", "an", "any") or tokens[k].punct_before:
            return


def _gone(tokens: Sequence[Token], i: int, found: Negation) -> None:
    token = tokens[i]
    before = tokens[i - 1] if i > 0 and tokens[i - 1].sentence == token.sentence else None
    after = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == token.sentence else None
    if before is None or (
        after is not None
        and not after.punct_before
        and after.norm in ("to", "into", "through", "back", "from", "on", "a", "the", "my")
    ):
        return
    alone = any(mark in token.punct_before for mark in "—–:-") or (token.punct_before and after is None)
    if not alone and not is_being(before) and before.norm not in ("all", "now", "already", "suddenly", "just"):
        return
    k = i - 1
    while k >= 0 and tokens[k].sentence == token.sentence:
        if not alone and (tokens[k + 1].punct_before and k + 1 != i):
            break
        if tokens[k].norm in STOP and k < i - 1 and tokens[k].norm != "and":
            break
        found.things.add(k)
        k -= 1
    found.gone.add(i)
