"""The compiled lexicon as it is read at night: what a word or a phrase may call up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

RATED = 0.7
"""Share that a mere rating of a word has beside a feeling written for it."""

Sort = Literal["e", "v", "n", "a", "s", "c", "t", "x"]
"""e element, v verb of an event, n noun of an event, a adjective of a state, s sound, c colour, t time, x idiom."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing a form may mean."""

    sort: Sort
    name: str
    form: str = ""
    """Verbs: b base, s third person, g -ing, d past, n participle. Nouns: p plural."""
    gate: str = ""
    """What its surroundings must grant: `noun`, `colour`, or a list of words near it."""
    quiet: bool = False
    """Named in passing more often than seen ("morning")."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of an element beyond its words."""

    family: str
    layer: str
    """back, mid, front or overlay."""
    persist: str
    """How long it stays if it is not named again: scene, passage or beat."""
    place: bool
    """True where it sets the place a passage plays in."""


@dataclass(frozen=True)
class Vocabulary:
    """All words, and what they call up."""

    elements: Mapping[str, Kind]
    events: Mapping[str, tuple[str, str]]
    """Shape (impulse, ramp, state) and the sound it brings, "" for none."""
    sounds: frozenset[str]
    colours: Mapping[str, tuple[int, int, int]]
    """sRGB, 0..255."""
    forms: Mapping[str, str]
    """Form to the codes of its senses."""
    starts: Mapping[str, int]
    """First word of a phrase to the most words a phrase beginning so can have."""
    context: Mapping[str, Mapping[str, frozenset[str]]]
    subjects: Mapping[str, Mapping[str, str]]
    """Verbs whose event depends on their subject: element, family or `viewer` to event; `else` for all others."""
    adjectives: frozenset[str]
    mood: Mapping[str, tuple[float, float]]
    """Word to valence and arousal, -1..1."""
    cues: Mapping[str, tuple[float, float]]
    """The same for elements, events and sounds."""

    def senses(self, form: str) -> tuple[Sense, ...]:
        """Everything a form may mean; empty for a form that is not known."""
        codes = self.forms.get(form)
        return _senses(codes) if codes else ()


@cache
def _senses(codes: str) -> tuple[Sense, ...]:
    return tuple(_sense(code) for code in codes.split("|"))


def _sense(code: str) -> Sense:
    sort, name, flags = code.split(":", 2)
    form, _, gate = flags.partition("@")
    return Sense(sort, name, form.replace("~", ""), gate, "~" in form)  # type: ignore[arg-type]


@cache
def vocabulary() -> Vocabulary:
    """The lexicon, read once."""
    raw = json.loads(Path(__file__).with_name("lexicon.json").read_text(encoding="utf-8"))
    forms: dict[str, str] = {}
    for code, listed in raw["forms"].items():
        forms.update(dict.fromkeys(listed.split(","), code))
    starts: dict[str, int] = {}
    for size, listed in raw["starts"].items():
        starts.update(dict.fromkeys(listed.split(","), int(size)))
    mood: dict[str, tuple[float, float]] = {}
    for feel, words in raw["ratings"].items():
        mood.update(dict.fromkeys(words.split(), (RATED * float(feel), 0.0)))
    mood.update((word, (v, a)) for word, (v, a) in raw["mood"].items())
    return Vocabulary(
        elements={name: Kind(*kind) for name, kind in raw["elements"].items()},
        events={name: (shape, sound) for name, (shape, sound) in raw["events"].items()},
        sounds=frozenset(raw["sounds"]),
        colours={name: tuple(rgb) for name, rgb in raw["colours"].items()},
        forms=forms,
        starts=starts,
        context={
            part: {key: frozenset(words) for key, words in table.items()} for part, table in raw["context"].items()
        },
        subjects=raw["subjects"],
        adjectives=frozenset(raw["adjectives"].split()),
        mood=mood,
        cues={name: (float(v), float(a)) for name, (v, a) in raw["cues"].items()},
    )
