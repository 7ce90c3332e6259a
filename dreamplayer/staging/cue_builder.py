"""From mentions to cues: what enters at which word, what goes on, what happens to it, when it withdraws.

Every mention becomes a cue that starts with its word. Those of one thing form a chain: each takes over where
the one before ends, with the same seed and the same `since`, so that naming it again is no second arrival.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dreamplayer.drawing.element import Element
from dreamplayer.model.reading import Mention, Reading
from dreamplayer.model.score import Scene, SpokenWord
from dreamplayer.model.thing import Location
from dreamplayer.reading.lexicon.vocabulary import place_records, thing
from dreamplayer.reading.semantics.continuation import continuation
from dreamplayer.staging.cue_tracker import CueTracker, Key, is_glyph
from dreamplayer.staging.lifetimes import WORN
from dreamplayer.staging.place_choice import is_inhabited, is_the_place
from dreamplayer.staging.visions import PlannedVision, VisionPlanner, is_tale

SPOKEN = 0.6
"""Strength of what is named in speech: it comes on stage where it may stand there, and no tram comes over a lake."""
ARRIVALS, ARRIVALS_IN_PLACE = 5, 10
"""New things that may come on stage in one beat; more is clutter. In a place each has an anchor of its own."""
BEAT_WORDS = 60
"""Words of a beat: long passages have several."""
_BEHIND = ("sky", "ground", "weather")
"""Where a drawing belongs that only fills the backdrop."""


class CueBuilder:
    """Turns the mentions of one passage after another into cues, as they are told."""

    def __init__(
        self, reading: Reading, *, seed: int, drawn: Mapping[str, Element], gentle: bool = False, by_hand: bool = False
    ) -> None:
        """Begin a night with an empty stage.

        Args:
            reading: of the whole dream.
            seed: of the night.
            drawn: the elements that have a drawing, by name.
            gentle: halves the strength of events in sad passages.
            by_hand: whether notes stage the night; it then has no visions, and similes are faint things.
        """
        self.tracker = CueTracker(seed, drawn, gentle)
        self._reading = reading
        self._visions = None if by_hand else VisionPlanner(tale=is_tale(reading.mentions))
        self._unseen: dict[int, Mention] = {}
        """What the last passage names and is not on stage, by the number of its cue."""

    def add(self, scene: Scene, words: Sequence[SpokenWord], location: Location, *, turns: bool) -> tuple[int, ...]:
        """Take in one passage.

        Args:
            scene: the scene it plays in, with the passage's own index and start.
            words: its words at their times.
            location: where that scene plays.
            turns: whether it is another scene than the passage before played in; within one scene nothing leaves the
                stage.

        Returns:
            The numbers of its cues in the tracker, in order.
        """
        tracker = self.tracker
        spoken = {word.index: word for word in words}
        here = [m for m in self._reading.of(scene.passage) if m.word in spoken]
        if self._visions is None:
            here = [m for m in here if not is_glyph(m)]
        self._unseen = {}
        first = tracker.next
        if turns:
            goes_on = continuation(word.text for word in words)
            tracker.begin_scene(scene, self._reading, here, goes_on, location)
        else:
            tracker.extend_scene(here)
        shown = _chosen(here, tracker, spoken)
        told = sorted(here, key=lambda m: (m.word, m.start, m.kind != "element"))
        tracker.last_position = {tracker.key(m): n for n, m in enumerate(told) if m in shown}
        for tracker.position, mention in enumerate(told):
            start = spoken[mention.word].span.start
            tracker.sentence = spoken[mention.word].sentence
            if mention.kind == "element":
                unseen = self._visions is not None and (mention.mode == "figurative" or tracker.is_unseen(mention))
                self._unseen[tracker.next] = mention
                tracker.enter(mention, start, mention in shown, unseen=unseen)
            elif mention.kind == "event":
                tracker.apply_event(mention, start, scene)
        return tuple(range(first, tracker.next))

    def visions(
        self, scene: Scene, words: Sequence[SpokenWord], homeless: Collection[int]
    ) -> tuple[tuple[int, PlannedVision], ...]:
        """Choose what of the passage added last is seen as a vision.

        Args:
            scene: it plays in, with the passage's own start.
            words: its words at their times.
            homeless: numbers of cues of things that the place does not hold.

        Returns:
            Each with the number of its cue; none in a night staged by hand.
        """
        if self._visions is None:
            return ()
        starts = {word.index: word.span.start for word in words}
        firsts = {m.name: n for n, m in reversed(self._unseen.items())}
        # What the passage denies afterwards has to dissolve where it stood.
        denied = {m.name for m in self._unseen.values() if m.mode == "negated"}
        once = {n: m for n, m in self._unseen.items() if firsts[m.name] == n and m.name not in denied}
        astray = {m for n, m in once.items() if n in homeless or self._is_homeless(n, m)}
        cues = self.tracker.cues
        hidden = [
            m
            for n, m in self._unseen.items()
            if (n in homeless or not cues[n].staged or m.mode != "literal") and not self._is_taken_for_granted(m)
        ]
        planned = self._visions.plan(hidden, starts, scene.span.start, astray)
        chosen = {vision.mention: vision for vision in planned}
        return tuple((n, chosen[m]) for n, m in self._unseen.items() if m in chosen)

    def _is_taken_for_granted(self, mention: Mention) -> bool:
        """Whether nobody looks twice at it here: a chair where there are houses, a lamp in somebody's hand."""
        setting = place_records().get(self.tracker.place or "")
        record = thing(mention.name)
        carried = setting is not None and "held" in record.rests and mention.relations.held_by not in (None, "viewer")
        return (carried and mention.mode == "literal") or (record.plain and (setting is None or is_inhabited(setting)))

    def _is_homeless(self, n: int, mention: Mention) -> bool:
        """Whether it is meant literally and left out, because the ground here cannot hold it."""
        held = thing(mention.name).may_stand_on(self.tracker.location.ground)
        return mention.mode == "literal" and not held and mention.strength > WORN and not self.tracker.cues[n].staged


def _chosen(here: Sequence[Mention], tracker: CueTracker, spoken: Mapping[int, SpokenWord]) -> set[Mention]:
    """The mentions whose arrival may be staged: the strongest of each beat, those on stage already besides."""
    shown: set[Mention] = set()
    setting = place_records().get(tracker.place or "")
    first = min((m.word for m in here), default=0)
    beats: dict[int, list[Mention]] = {}
    for mention in here:
        stands = tracker.role(mention.name) not in _BEHIND
        fits = thing(mention.name).may_stand_on(tracker.location.ground)
        spoken_of = stands and mention.strength <= SPOKEN and not fits
        seen = mention.kind == "element" and mention.mode == "literal" and not tracker.is_unseen(mention)
        if seen and mention.strength > WORN and not spoken_of:
            beats.setdefault((mention.word - first) // BEAT_WORDS, []).append(mention)
    for beat in beats.values():
        new: dict[Key, list[Mention]] = {}
        for mention in beat:
            if tracker.find(mention, spoken[mention.word].span.start) is None:
                new.setdefault(tracker.key(mention), []).append(mention)
            else:
                shown.add(mention)
        ranked = sorted(new.values(), key=lambda group: (-max(_weight(m, tracker) for m in group), group[0].start))
        places = ARRIVALS if tracker.place is None else ARRIVALS_IN_PLACE
        for group in ranked:
            # What only fills the backdrop, or is there already, takes no one's place.
            behind = tracker.role(group[0].name) in _BEHIND or (
                setting is not None and is_the_place(group[0].name, setting)
            )
            if behind or places > 0:
                shown.update(group)
                places -= 0 if behind else 1
    return shown


def _weight(mention: Mention, tracker: CueTracker) -> float:
    """How much a mention deserves the stage: its strength, settings first, what cannot be drawn itself last."""
    setting = 0.25 if thing(mention.name).stays == "scene" else 0.0
    setting += 0.15 if mention.many else 0.0
    return mention.strength + setting - (0.2 if tracker.drawn and mention.name not in tracker.drawn else 0.0)
