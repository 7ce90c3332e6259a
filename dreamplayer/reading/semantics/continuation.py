"""What the words of a passage say of things named before it: whether one is still on the way, whether one is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_PRONOUNS = frozenset("they their them he his him she her hers theirs who its it".split())
_OF_PERSONS = {"he": frozenset("he him his".split()), "she": frozenset("she her hers".split())}
_RIDING = frozenset(
    "ride rides riding rode drive drives driving drove driver aboard carriage compartment conductor rails tracks "
    "engine whistle sail sails sailing sailed rowing rowed deck journey travel travels travelling traveling travelled "
    "traveled station tunnel".split()
)
"""Words that are seldom said of anything but travelling; "go", "stop", "we" and "window" are said of all."""
_GOING_PAST = frozenset(
    "go goes going went pass passes passing passed slide slides sliding slid glide glides gliding glided roll rolls "
    "rolling rolled rush rushes rushing rushed race races racing raced speed speeds speeding sped fly flies flying "
    "flew slip slips slipping slipped rumble rumbles rumbling rumbled".split()
)
_PAST = frozenset("past by".split())
_MARKS = ".,;:!?…—–-“”\"'()*"
"""Punctuation that may stand around a word."""


@dataclass(frozen=True, slots=True)
class Continuation:
    """How a passage goes on about what was named before it."""

    pronoun: bool = False
    """It has a pronoun of the third person, which may mean one of them: "they float away"."""
    persons: frozenset[str] = frozenset()
    """Pronouns it has that mean one person: `he`, `she`."""
    riding: bool = False
    """It has words by which one may still be riding in a vehicle: "the hills slid past"."""


def continuation(words: Iterable[str]) -> Continuation:
    """How a passage goes on, from its words alone; no sentence is parsed.

    Args:
        words: of the passage as they are written, with their punctuation.
    """
    said = [word.strip(_MARKS).lower() for word in words]
    passing = any(word in _PAST and before in _GOING_PAST for before, word in pairwise(said))
    return Continuation(
        pronoun=not _PRONOUNS.isdisjoint(said),
        persons=frozenset(pronoun for pronoun, forms in _OF_PERSONS.items() if not forms.isdisjoint(said)),
        riding=passing or not _RIDING.isdisjoint(said),
    )
