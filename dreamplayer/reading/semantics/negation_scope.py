"""Negation scope: how far a negator reaches, over nouns to the end of its clause and over the verb after it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from dreamplayer.reading.syntax.tokens import Token
from dreamplayer.reading.syntax.wordlists import BE, POSSESSIVES, PREPOSITIONS, SUBJECTS

REACH = 7
"""Tokens a "no" reaches at most."""
_TOGETHER = frozenset("of or nor any single even such kind sort".split())
_ATTACHING = frozenset({"with", "without"})
_RELATIVE_PLACES = frozenset({"where", "whose"})
STOP = frozenset(
    "but only yet except instead while as until because which who that when where just though then and so if".split()
)


@dataclass
class Negation:
    """What a passage denies, by the indices of its tokens."""

    nouns: set[int] = field(default_factory=set)
    """Whose things are not there."""
    verbs: set[int] = field(default_factory=set)
    """Whose events do not happen."""
    vanished: set[int] = field(default_factory=set)
    """Words that say what was named before them is gone: "the lanterns, the mirrors: gone"."""


def clause_range(tokens: Sequence[Token], i: int, reach: int) -> range:
    """The tokens of a clause from one on.

    Args:
        tokens: the passage.
        i: the first token.
        reach: most tokens.
    """
    end = i
    while end < len(tokens) and end - i < reach:
        token = tokens[end]
        if token.sentence != tokens[max(0, i - 1)].sentence or (end > i and token.punct_before) or token.norm in STOP:
            break
        if end == i and token.punct_before and token.punct_before != ",":
            break
        end += 1
    return range(i, end)


def deny_noun(tokens: Sequence[Token], i: int, found: Negation) -> None:
    """Deny what is named, and what hangs on it by "with" or "where".

    Args:
        tokens: the passage.
        i: token from which on it is named.
        found: takes what is denied.
    """
    named = False
    named_at: int | None = None
    for k in clause_range(tokens, i, REACH):
        low = tokens[k].norm
        if low in ("a", "an", "the"):
            if named and tokens[k - 1].norm not in _TOGETHER and tokens[k - 1].norm != "and":
                # "instead of a prompter a hare sat there"
                return
            named = True
        if named_at is not None and k == named_at + 1 and low in _ATTACHING:
            _deny_attached(tokens, k, found)
            return
        if (low in PREPOSITIONS and low not in _TOGETHER) or low in BE or low == "to" or (k > i and low in SUBJECTS):
            return
        found.nouns.add(k)
        named_at = k
    index = clause_range(tokens, i, REACH).stop
    if (
        index + 1 < len(tokens)
        and tokens[index].norm == "and"
        and not tokens[index].punct_before
        and _joins(tokens, index + 1)
    ):
        # "I had lost my watch and my hat."
        found.nouns.update(range(index + 1, min(index + 4, len(tokens))))
    stop = clause_range(tokens, i, REACH).stop
    if named_at is not None and stop == named_at + 1 and stop < len(tokens) and tokens[stop].norm in _RELATIVE_PLACES:
        # "no bay where the whales sing"
        if not tokens[stop].punct_before and tokens[stop].sentence == tokens[i - 1].sentence:
            clause = clause_range(tokens, stop + 1, REACH)
            # The verb of the sentence itself ends the clause: "no bay where the whales sing was on the map".
            ends = next((k for k in clause[2:] if tokens[k].norm in BE), clause.stop)
            found.nouns.update(range(clause.start, ends))
            found.verbs.update(range(clause.start, ends))
        return
    # "no lamps, no houses" is told by its own "no"; "no lamps, houses or roads" goes on to the "or".
    end = clause_range(tokens, i, REACH).stop
    if end < len(tokens) and tokens[end].punct_before == "," and tokens[end].sentence == tokens[i - 1].sentence:
        for k in range(end, min(end + 4, len(tokens))):
            if k > end and tokens[k].punct_before:
                return
            if tokens[k].norm in ("or", "nor"):
                found.nouns.update(range(end, min(k + 3, len(tokens))))
                return


def _deny_attached(tokens: Sequence[Token], index: int, found: Negation) -> None:
    """What hangs on a denied noun by "with": "no house with lit windows" denies the sails."""
    for k in clause_range(tokens, index + 1, REACH):
        low = tokens[k].norm
        if low in PREPOSITIONS or low in BE or low in SUBJECTS:
            return
        found.nouns.add(k)


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """Whether no more than a thing of one's own, or one of a kind, follows to the clause's end."""
    if tokens[i].norm not in POSSESSIVES and tokens[i].norm not in ("a", "an", "any"):
        return False
    same = [k for k in range(i, min(i + 4, len(tokens))) if tokens[k].sentence == tokens[i].sentence]
    after = same[-1] + 1
    ends = [k for k in same[2:] if tokens[k].punct_before]
    return bool(ends) or after >= len(tokens) or tokens[after].sentence != tokens[i].sentence


def deny_determined(tokens: Sequence[Token], i: int, verbs: Collection[int], found: Negation) -> None:
    """After "no", "not one": deny the thing, and what it would do.

    Args:
        tokens: the passage.
        i: the negator.
        verbs: indices of the tokens of the verbs that name an event.
        found: takes what is denied.
    """
    deny_noun(tokens, i + 1, found)
    found.verbs |= {
        k
        for k in verbs
        if i < k <= i + 3
        and tokens[k].sentence == tokens[i].sentence
        and not any(token.punct_before for token in tokens[i + 1 : k + 1])
    }


def deny_verb(tokens: Sequence[Token], i: int, verbs: Collection[int], found: Negation) -> None:
    """Deny the next event told by a verb.

    Args:
        tokens: the passage.
        i: token from which on it is looked for.
        verbs: indices of the tokens of the verbs that name an event.
        found: takes what is denied.
    """
    for k in clause_range(tokens, i, 4):
        if k in verbs:
            found.verbs.add(k)
            return
