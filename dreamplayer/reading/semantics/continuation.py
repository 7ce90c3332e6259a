"""What the words of a passage say of things named before it: whether one is still on the way, whether one is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_PRONOUNS = frozenset("they their them he his him she her hers theirs who its it".split())
_RIDING = frozenset(
    "ride rides riding rode drive drives driving drove driver aboard board boards seat seats window windows carriage "
    "compartment wheel past passing passes passed whistle conductor rails tracks engine sail sails sailing sailed row "
    "rows rowing deck fly flies flying journey travel travels station stop stops slow slows tunnel go goes we".split()
)
_MARKS = ".,;:!?…—–-“”\"'()*"
"""Punctuation that may stand around a word."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """How a passage goes on about what was named before it."""

    pronoun: bool = False
    """It has a pronoun of the third person, which may mean one of them: "they float away"."""
    riding: bool = False
    """It has words by which one may still be riding in a vehicle: "past the mill we go"."""


def continuation(words: Iterable[str]) -> Continuation:
    """How a passage goes on, from its words alone; no sentence is parsed.

    Args:
        words: of the passage as they are written, with their punctuation.
    """
    said = {word.strip(_MARKS).lower() for word in words}
    return Continuation(pronoun=bool(said & _PRONOUNS), riding=bool(said & _RIDING))
