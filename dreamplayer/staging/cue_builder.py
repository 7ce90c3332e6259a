"""From mentions to cues: what enters at which word, what goes on, what happens to it, when it withdraws.

Every mention becomes a cue that starts with its word. Those of one thing form a chain: each takes over where
the one before ends, with the same seed and the same `since`, so that naming it again is no second arrival.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dreamplayer.drawing.element import Element
from dreamplayer.model.reading import Mention, Reading
from dreamplayer.model.score import Scene, SpokenWord
from dreamplayer.staging.cue_tracker import CueTracker
from dreamplayer.staging.habitat import belongs
from dreamplayer.staging.lifetimes import WORN, stay_of
from dreamplayer.staging.locations import Set

SPOKEN = 0.6
"""Strength of what is named in speech: it comes on stage where it may stand there, and no tram comes over a lake."""
ARRIVALS = 5
"""New things that may come on stage in one beat; more is clutter."""
BEAT_WORDS = 60
"""Words of a beat: long passages have several."""
_BEHIND = ("sky", "ground", "weather")
"""Where a drawing belongs that only fills the backdrop."""


class CueBuilder:
    """Turns the mentions of one passage after another into cues, as they are told."""

    def __init__(self, reading: Reading, *, seed: int, drawn: Mapping[str, Element], gentle: bool = False) -> None:
        """`drawn`: the elements that have a drawing, by name; `gentle`: what is hard happens more softly."""
        self.tracker = CueTracker(seed, drawn, gentle)
        self._reading = reading

    def add(self, scene: Scene, words: Sequence[SpokenWord], on: Set, *, turns: bool) -> tuple[int, ...]:
        """Take in one passage; gives the numbers of its cues in the tracker, in order.

        `scene`: the scene it plays in, with the passage's own index and start. `words`: its words at their times.
        `on`: the set of that scene. `turns`: whether the scene is another one than the passage before it played in;
        a passage that holds the stage sends nobody away.
        """
        company = self.tracker
        spoken = {word.index: word for word in words}
        here = [m for m in self._reading.of(scene.passage) if m.word in spoken]
        if turns:
            said = {word.text.strip(".,;:!?…—–-“”\"'()*").lower() for word in words}
            company.turn(scene, self._reading, here, said, on)
        else:
            company.hear(here)
        first = company.next
        shown = _chosen(here, company, spoken)
        told = sorted(here, key=lambda m: (m.word, m.start, m.kind != "element"))
        company.last = {company.key(m): n for n, m in enumerate(told) if m in shown}
        for company.now, mention in enumerate(told):
            start = spoken[mention.word].span.start
            company.sentence = spoken[mention.word].sentence
            if mention.kind == "element":
                company.enter(mention, start, mention in shown)
            elif mention.kind == "event":
                company.happen(mention, start, scene)
        return tuple(range(first, company.next))


def _chosen(here: Sequence[Mention], company: CueTracker, spoken: Mapping[int, SpokenWord]) -> set[Mention]:
    """The mentions whose arrival may be staged: the strongest of each beat, those on stage already besides."""
    shown: set[Mention] = set()
    first = min((m.word for m in here), default=0)
    beats: dict[int, list[Mention]] = {}
    for mention in here:
        stands = company.role(mention.name) not in _BEHIND
        spoken_of = stands and mention.strength <= SPOKEN and not belongs(mention.name, company.set.ground)
        if mention.kind == "element" and mention.mode == "literal" and mention.strength > WORN and not spoken_of:
            beats.setdefault((mention.word - first) // BEAT_WORDS, []).append(mention)
    for beat in beats.values():
        new: dict[tuple[str, bool], list[Mention]] = {}
        for mention in beat:
            if company.find(mention, spoken[mention.word].span.start) is None:
                new.setdefault(company.key(mention), []).append(mention)
            else:
                shown.add(mention)
        ranked = sorted(new.values(), key=lambda group: (-max(_weight(m, company) for m in group), group[0].start))
        places = ARRIVALS
        for group in ranked:
            # What only fills the backdrop takes no one's place.
            behind = company.role(group[0].name) in _BEHIND
            if behind or places > 0:
                shown.update(group)
                places -= 0 if behind else 1
    return shown


def _weight(mention: Mention, company: CueTracker) -> float:
    """How much a mention deserves the stage: its strength, settings first, what cannot be drawn itself last."""
    role = company.role(mention.name)
    setting = 0.25 if stay_of(mention.name, role) == "scene" else 0.0
    setting += 0.15 if mention.many else 0.0
    return mention.strength + setting - (0.2 if company.drawn and mention.name not in company.drawn else 0.0)
