"""What is on stage while the passages go by: it writes the cues, one chain for each thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from dreamplayer.drawing.element import Element
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.reading import Mention, Reading
from dreamplayer.model.score import Cue, EventResponse, Scene, Span
from dreamplayer.model.thing import Location
from dreamplayer.reading.lexicon.vocabulary import event_record, place_records, thing, vocabulary
from dreamplayer.reading.semantics.continuation import Continuation
from dreamplayer.staging.cue_chain import Entity
from dreamplayer.staging.event_timing import respond, state
from dreamplayer.staging.habitat import outdoors_on_land
from dreamplayer.staging.layout_indoors import GOING_ON, hides, left_behind
from dreamplayer.staging.lifetimes import MOMENT, WORN
from dreamplayer.staging.locations import OPENING
from dreamplayer.staging.place_choice import is_the_place
from dreamplayer.staging.visions import PlannedVision, vision_cue

ACCENT = 2.6
"""Seconds a simile is seen, faintly."""
EARLY = 4.0
"""Seconds by which an event may be named before what it happens to."""
WITHDRAW = 40.0
"""Seconds over which people and props leave when the story has landed."""
STANDS = ("far", "ground")
"""Where a drawing belongs that stands in its place, and stays behind with it: a mill, unlike the moon."""
OPEN = float("inf")
"""End of a cue of which it is not known yet when it ends."""


Key = tuple[str, bool, str]
"""Name of a thing, whether there are several, and its kind where people of a place are told apart by it."""


def is_kind(who: str, said: str) -> bool:
    """Whether somebody may be called so: an old woman is a woman.

    Args:
        who: kind of the person.
        said: kind that the words say.
    """
    return who == said or (bool(said) and who.endswith(f" {said}"))


def is_glyph(mention: Mention) -> bool:
    """Whether it names what has no drawing.

    Args:
        mention: of anything.
    """
    return mention.kind == "element" and thing(mention.name).glyph is not None


class CueTracker:
    """What is on stage, and the cues that are not settled yet, by their number.

    Args:
        seed: of the night.
        drawn: everything that has a drawing, by name.
        gentle: halves the strength of events in sad passages.
    """

    def __init__(self, seed: int, drawn: Mapping[str, Element], gentle: bool) -> None:
        self.seed, self.drawn, self.gentle = seed, drawn, gentle
        self.cues: dict[int, Cue] = {}
        self.next = 0
        """Number of the next cue; they count up all night."""
        self.active: dict[Key, Entity] = {}
        self.pending_events: list[tuple[Mention, EventResponse]] = []
        """Events whose target has not come yet: "floating lanterns"."""
        self.count: dict[str, int] = {}
        self.location: Location = OPENING
        self.moved = False
        """True where the scene plays at another location than the one before."""
        self.turns = 0
        self.sentence = 0
        self.position, self.last_position = 0, dict[Key, int]()
        """Index of the mention being told among those of its passage, and the last index of each thing."""
        self.named: frozenset[str] = frozenset()
        """What the passage names."""
        self.place: str | None = None
        """Id of the place the scene plays in; None for a bare stage."""
        self.known: dict[Key, int] = {}
        """Seeds of what was on stage in the places before: it looks the same when it comes again."""

    def role(self, name: str) -> str | None:
        """Where the drawing of a thing belongs.

        Args:
            name: of the thing.

        Returns:
            Its role; None where it has no drawing.
        """
        found = self.drawn.get(name)
        return found.role if found else None

    def key(self, mention: Mention) -> Key:
        """Which thing of its name is meant: "a lantern" and "lanterns" are two, "a leaf" and "the leaves" are one.

        In a place people are told apart by their kind: the old woman, the man; "the woman" may be the old one.

        Args:
            mention: of an element.

        Returns:
            Its name, whether there are several, and its kind; what has one key is one thing on stage.
        """
        record = thing(mention.name)
        mass = record.mass or (record.surrounds and record.stays == "scene")
        many = not mass and (mention.many or mention.count > 1)
        if self.place is None or not record.kinds:
            return mention.name, many, ""
        said, last = mention.manner or "", max(self.active.values(), key=lambda one: one.since, default=None)
        if not said and mention.relations.definite and last is not None and last.name == mention.name:
            said = last.who
        alike = (key for key in self.active if key[:2] == (mention.name, many) and is_kind(key[2], said))
        return next(alike, (mention.name, many, said))

    def is_unseen(self, mention: Mention) -> bool:
        """Whether it names what has no drawing, and could be seen as a vision only: the place neither is nor has it.

        Args:
            mention: of anything.
        """
        setting = place_records().get(self.place or "")
        if setting is None or not is_glyph(mention):
            return is_glyph(mention)
        return not is_the_place(mention.name, setting) and mention.relations.noun not in _forms(setting.name)

    def find(self, mention: Mention, time: float) -> Entity | None:
        """The thing that is meant, if it is on stage.

        Args:
            mention: of an element.
            time: seconds of the night.

        Returns:
            None where it has not entered, or is withdrawing already.
        """
        entity = self.active.get(self.key(mention))
        return entity if entity and entity.is_on_stage(time) else None

    def begin_scene(
        self, scene: Scene, reading: Reading, here: Sequence[Mention], goes_on: Continuation, location: Location
    ) -> None:
        """A passage with a scene of its own: what it no longer wants on stage leaves while it comes in.

        Args:
            scene: the scene, with its start and crossfade.
            reading: of the whole dream.
            here: the mentions of the passage.
            goes_on: what its words say of things named before.
            location: where it plays.
        """
        self.pending_events.clear()
        named = {m.name for m in here if m.kind == "element" and m.mode == "literal"}
        again = {self.key(m) for m in here if m.kind == "element" and m.mode == "literal" and m.strength > WORN}
        self.named = frozenset(m.name for m in here if m.kind == "element" and m.mode != "negated")
        before, self.location = self.location, location
        self.moved = self.turns > 0 and self.location != before
        self.turns += 1
        place = reading.moods[scene.passage].place if scene.place_id is None else None
        goes_elsewhere = scene.place_id != self.place
        self.place = scene.place_id
        left: list[Entity] = []
        for key, entity in list(self.active.items()):
            if self.place is not None and not goes_elsewhere and self._is_meant(entity, goes_on):
                entity.turn = self.turns
            if not entity.is_on_stage(scene.span.start):
                self._forget(key)
            elif goes_elsewhere:
                # Nothing that stands in one place is seen in another.
                self.known[key] = entity.seed
                if entity.gone is None:
                    left.append(entity)
                    self._close(entity, scene.span.start + scene.crossfade, scene.crossfade)
                self._forget(key)
            elif self._misplaced(entity):
                # Another one is meant here, should it be named again.
                self._close(entity, scene.span.start + scene.crossfade, scene.crossfade)
                self._forget(key)
            elif (
                entity.gone is None
                and key not in again
                and self._done(entity, scene, place, len(named), goes_on, reading)
            ):
                self._close(entity, scene.span.start + scene.crossfade, scene.crossfade)

        if left:
            self._come_along(scene, here, goes_on, left)

    def make_room(self, cue: Cue, end: float, leave: float) -> bool:
        """Let an earlier thing leave for a later one.

        Args:
            cue: the last of the thing.
            end: seconds of the night at which it is gone.
            leave: seconds over which it withdraws before that.

        Returns:
            False where it is gone already, or is named again by then.
        """
        entity = next((one for one in self.active.values() if one.seed == cue.seed and one.name == cue.name), None)
        if entity is None or self.cues[entity.cues[-1]].span.start >= end - leave:
            return False
        if entity.gone is None or entity.gone > end:
            self._close(entity, end, leave)
        return True

    def _misplaced(self, entity: Entity) -> bool:
        """Whether it looks as it would not here: a street lamp in a room."""
        outdoors = thing(entity.name).manners.outdoors if self.place is None else None
        if outdoors is None or entity.gone is not None:
            return False
        return (self.cues[entity.cues[-1]].manner == outdoors) != outdoors_on_land(self.location.ground)

    def extend_scene(self, here: Sequence[Mention]) -> None:
        """A passage told on the same stage: it only adds to what is named.

        Args:
            here: the mentions of the passage.
        """
        self.pending_events.clear()
        self.named |= {m.name for m in here if m.kind == "element" and m.mode != "negated"}

    def _done(
        self, entity: Entity, scene: Scene, place: str | None, images: int, goes_on: Continuation, reading: Reading
    ) -> bool:
        record = thing(entity.name)
        if self.moved and not record.may_stand_on(self.location.ground):
            return True
        if record.family == "vehicle" and self.turns - entity.turn <= 1:
            # One may still be riding in it: the train goes past the mill.
            return self.moved and place != reading.moods[entity.passage].place and not goes_on.riding
        if record.stays == "scene":
            moved = place is not None and place != reading.moods[entity.passage].place
            left = moved and entity.name != place and (record.surrounds or self.role(entity.name) in STANDS)
            return left or not record.seen_at(scene.time_of_day)
        next_one = self.turns - entity.turn <= 1
        if record.pronoun and goes_on.pronoun and not (self.moved and record.family == "creature"):
            return not next_one
        # Where the place is another, things stay behind in the one they were named in.
        return not (next_one and images < 3 and not self.moved)

    def envision(self, n: int, planned: PlannedVision) -> None:
        """Show as a vision what is not on stage.

        Args:
            n: number of its cue.
            planned: when it is seen, and what it is made of.
        """
        self.active = {key: entity for key, entity in self.active.items() if entity.cues[-1] != n}
        self.cues[n] = vision_cue(self.cues[n], planned)

    def enter(self, mention: Mention, start: float, shown: bool, *, unseen: bool = False) -> None:
        """An element is named: it arrives, goes on, or is read without being staged.

        Args:
            mention: of the element, in any mode: negated, it dissolves; figurative, it is seen faintly for a moment.
            start: seconds of the night at which its word begins.
            shown: whether it may be staged; a cue is written either way.
            unseen: whether it is only read, and may become a vision.
        """
        if mention.mode == "negated":
            self._add(mention, start, start + 2.0, staged=False, strength=0.0)
            entity = self.find(mention, start)
            if entity:
                self._take(entity, respond("dissolve", start, seed=entity.seed))
            return
        if unseen:
            self._add(mention, start, start + 2.0, staged=False)
            return
        if mention.mode == "figurative":
            self._add(mention, start, start + ACCENT, strength=min(0.3, mention.strength), arrive=0.9, leave=1.2)
            return
        if not shown:
            self._add(mention, start, start + 2.0, staged=False)
            return
        entity = self.find(mention, start)
        self._go_on(mention, start)
        if entity is None:
            entity = self._arrive(mention, start)
            self._overtaken(entity, mention, start)
        else:
            self._hand_over(entity, start)
        entity.passage, entity.turn, entity.sentence = mention.passage, self.turns, self.sentence
        entity.cues.append(self.next)
        before = self.cues[entity.cues[-2]] if len(entity.cues) > 1 else None
        # What it looked like when it came it keeps: another colour or size at once would be a jump.
        for name in mention.state:
            entity.responses.append(respond(name, start, seed=entity.seed) if before else state(name, entity.since))
        self._add(
            mention, start, OPEN, since=entity.since, entity=entity,
            strength=before.strength if before else mention.strength,
            tint=before.tint if before else mention.colour,
            manner=before.manner if before else self._manner(mention),
            count=before.count if before else self._how_many(mention),
            arrive=before.arrive if before else self._coming(mention),
        )  # fmt: skip
        if entity.taken and entity.gone is not None:
            self._close(entity, entity.gone, entity.leave)
        elif thing(mention.name).stays == "moment":
            self._close(entity, start + MOMENT, 5.0)

    def _go_on(self, mention: Mention, start: float) -> None:
        """Within a passage the text goes on to another place: what belongs to the one before stays behind."""
        if self.place is not None:
            return
        for entity in list(self.active.values()):
            left = left_behind(entity.name, mention.name, later=entity.sentence < self.sentence)
            again = self.last_position.get((entity.name, entity.many, entity.who), -1) > self.position
            if left and entity.gone is None and (hides(mention.name, entity.name) or not again):
                self._close(entity, start + GOING_ON, GOING_ON)

    def apply_event(self, mention: Mention, start: float, scene: Scene) -> None:
        """Something happens: a cue of its own, and a response of what it happens to.

        Where that is not on stage the event is kept for what is named within the next `EARLY` seconds.

        Args:
            mention: of the event, with its target.
            start: seconds of the night at which its word begins.
            scene: in which it happens; the sadder it is, the slower.
        """
        slowness = min(1.0, max(0.0, 0.4 - 0.6 * min(0.0, scene.valence)))
        strength = mention.strength * (0.5 if self.gentle and scene.valence < -0.25 else 1.0)
        met = respond(mention.name, start, seed=self.seed, strength=strength, slowness=slowness)
        if mention.mode != "literal":
            shown = mention.mode == "figurative"
            self._add(mention, start, start + 2.0, staged=shown, strength=min(0.3, strength) if shown else 0.0)
            return
        self._add(mention, start, met.span.end, strength=strength)
        struck = self._struck(mention, start)
        if not struck:
            self.pending_events.append((mention, met))
        event = event_record(mention.name)
        for entity in struck:
            if event.removes or (mention.target == "scene" and event.clears_stage):
                self._take(entity, replace(met, strength=1.0))
            else:
                entity.responses.append(met)

    def _overtaken(self, entity: Entity, mention: Mention, start: float) -> None:
        """Events named a few words before what they happen to."""
        for event, met in self.pending_events:
            meant = event.target == entity.name and event.passage == mention.passage
            if meant and not event_record(event.name).removes and start - met.span.start < EARLY:
                later = start - met.span.start
                span = Span(start, round(met.span.end + later, 6))
                entity.responses.append(replace(met, span=span))

    def _struck(self, mention: Mention, time: float) -> list[Entity]:
        """The things on stage an event happens to."""
        around = [entity for entity in self.active.values() if entity.is_on_stage(time)]
        if mention.target == "scene":
            going = [e for e in around if thing(e.name).stays != "scene"]
            return going if event_record(mention.name).clears_stage else []
        of_name = [entity for entity in around if entity.name == mention.target]
        alike = [e for e in of_name if e.many == mention.many]
        return alike or of_name[-1:]

    def _take(self, entity: Entity, met: EventResponse) -> None:
        """An event after which the thing is gone."""
        entity.responses.append(met)
        if not entity.taken:
            self._close(entity, min(entity.gone or OPEN, met.span.end + 1.5), 1.5)
            entity.taken = True

    def _arrive(self, mention: Mention, start: float) -> Entity:
        self.count[mention.name] = self.count.get(mention.name, 0) + 1
        key = self.key(mention)
        alike = (s for (name, many, who), s in self.known.items() if (name, many) == key[:2] and is_kind(who, key[2]))
        seed = self.known.get(key) or next(alike, None) or seed_of(self.seed, mention.name, self.count[mention.name])
        return self._enters(key, Entity(key[0], key[1], seed, start, mention.passage, self.turns, key[2]))

    def _enters(self, key: Key, entity: Entity) -> Entity:
        if key in self.active:
            self._settle(self.active[key])
        self.active[key] = entity
        return entity

    @staticmethod
    def _is_meant(entity: Entity, goes_on: Continuation) -> bool:
        """Whether somebody may be who a passage goes on about by "he" or "she"."""
        record = thing(entity.name)
        if record.family != "people" or entity.many:
            return False
        called = [record.kinds.get(pronoun, "") for pronoun in goes_on.persons]
        return any(not entity.who or not kind or is_kind(entity.who, kind) for kind in called)

    def _come_along(self, scene: Scene, here: Sequence[Mention], goes_on: Continuation, left: Sequence[Entity]) -> None:
        """Who was told of last comes along to another place where the passage goes on about them by a pronoun."""
        people = any(thing(m.name).family == "people" and m.mode == "literal" and m.strength > WORN for m in here)
        if people or self.place is None:
            return
        for entity in sorted(left, key=lambda one: (one.turn, one.sentence), reverse=True):
            if self.turns - entity.turn > 1 or entity.taken or not self._is_meant(entity, goes_on):
                continue
            start = round(scene.span.start + scene.crossfade, 6)
            again = Entity(entity.name, False, entity.seed, start, scene.passage, self.turns, entity.who)
            again.cues.append(self.next)
            last = self.cues[entity.cues[-1]]
            self.cues[self.next] = replace(
                last, span=Span(start, OPEN), since=start, word=None, char_start=None, char_end=None,
                passage=scene.passage, responses=(), leave=4.0, staged=True,
            )  # fmt: skip
            self.next += 1
            self._enters((again.name, False, again.who), again)
            return

    def _hand_over(self, entity: Entity, start: float) -> None:
        """The cue so far ends where the next takes over."""
        last = entity.cues[-1]
        before = replace(self.cues[last], span=Span(self.cues[last].span.start, start), leave=0.0)
        self.cues[last] = with_responses(before, entity)

    def _close(self, entity: Entity, end: float, leave: float) -> None:
        """Its last cue ends at `end`."""
        last = self.cues[entity.cues[-1]]
        entity.gone, entity.leave = round(max(end, last.span.start + 1.0), 6), leave
        self.cues[entity.cues[-1]] = replace(last, span=Span(last.span.start, entity.gone), leave=leave)

    def _manner(self, mention: Mention) -> str | None:
        """How it is drawn: a corridor with doors where no mirrors are named; a lamp on a post outside."""
        manners = thing(mention.name).manners
        if manners.usual is not None and not self.named & manners.not_with:
            return manners.usual
        if (
            manners.outdoors is not None
            and self.place is None
            and mention.manner is None
            and outdoors_on_land(self.location.ground)
        ):
            return manners.outdoors
        return mention.manner

    def _how_many(self, mention: Mention) -> int:
        if mention.count:
            return mention.count
        found = self.drawn.get(mention.name)
        return (found.several if found else 5) if mention.many else 1

    def _coming(self, mention: Mention) -> float:
        """Seconds in which it arrives: many lamps at once would light the room too quickly."""
        found = self.drawn.get(mention.name)
        return 4.5 if found and found.lamp and self._how_many(mention) > 5 else 2.5

    def _add(
        self, mention: Mention, start: float, end: float, *, staged: bool = True, strength: float | None = None,
        since: float | None = None, arrive: float = 2.5, leave: float = 4.0, entity: Entity | None = None,
        tint: tuple[float, float, float] | None = None, manner: str | None = None, count: int | None = None,
    ) -> None:  # fmt: skip
        self.cues[self.next] = Cue(
            kind=mention.kind,
            name=mention.name,
            mode=mention.mode,
            span=Span(start, round(max(end, start + 0.5), 6)),
            word=mention.word,
            char_start=mention.start,
            char_end=mention.end,
            passage=mention.passage,
            target=mention.target,
            strength=mention.strength if strength is None else strength,
            seed=entity.seed if entity else seed_of(self.seed, mention.name, mention.start),
            since=start if since is None else since,
            arrive=arrive,
            leave=leave,
            count=count if count is not None else self._how_many(mention),
            tint=tint if entity else mention.colour,
            manner=manner if entity else mention.manner,
            staged=staged,
        )
        self.next += 1

    def _forget(self, key: Key) -> None:
        """It is gone: should it be named again, another one is meant."""
        self._settle(self.active.pop(key))

    def _settle(self, entity: Entity) -> None:
        """Nothing more happens to it: its last cue gets the events it has met."""
        last = entity.cues[-1]
        if last in self.cues:
            self.cues[last] = with_responses(self.cues[last], entity)

    def settle(self, horizon: float) -> None:
        """Write the responses of what is gone into its last cue.

        Args:
            horizon: seconds of the night; nothing that is still to be told begins before it.
        """
        for entity in self.active.values():
            if entity.gone is not None and entity.gone <= horizon:
                self._settle(entity)

    def as_told(self, land: float, end: float) -> dict[int, Cue]:
        """Cues of what is on stage, as they are if the story ends here; nothing is changed.

        Args:
            land: seconds of the night from which people and props withdraw.
            end: seconds of the night to which all others stay.

        Returns:
            The cues by the index at which they were entered, each with an end.
        """
        found: dict[int, Cue] = {}
        for entity in self.active.values():
            cue = self.cues.get(entity.cues[-1])
            if cue is None:
                continue
            stays = thing(entity.name).stays == "scene" or self.role(entity.name) in ("air", "weather")
            if entity.gone is None and not stays:
                gone = round(max(min(land + WITHDRAW, end), cue.span.start + 1.0), 6)
                cue = replace(cue, span=Span(cue.span.start, gone), leave=WITHDRAW)
            found[entity.cues[-1]] = with_responses(ended(cue, end), entity)
        return found


def ended(cue: Cue, end: float) -> Cue:
    """A cue with an end.

    Args:
        cue: any; one that has an end keeps it.
        end: seconds of the night at which an open one ends, half a second after its start at the earliest.
    """
    if cue.span.end < OPEN:
        return cue
    return replace(cue, span=Span(cue.span.start, round(max(end, cue.span.start + 0.5), 6)))


def with_responses(cue: Cue, entity: Entity) -> Cue:
    """A cue with the events its thing meets before it ends.

    Args:
        cue: of the thing.
        entity: the thing, with all its responses.
    """
    return replace(cue, responses=tuple(one for one in entity.responses if one.span.start < cue.span.end))


@cache
def _forms(place: str) -> frozenset[str]:
    """All words that name a place, and the last word of each phrase: the bus of "on the last bus"."""
    forms = vocabulary().forms_of_place(place)
    return frozenset(forms) | {form.split()[-1] for form in forms}
