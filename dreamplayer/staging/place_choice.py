"""Where each scene plays: the place a passage names, one that its things imply, the one before, or one of its kind."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache

from dreamplayer.model.place import PlaceKind, PlaceRecord
from dreamplayer.model.reading import Mention, PlaceMention, Reading, Relations
from dreamplayer.model.stage import GroundKind
from dreamplayer.model.thing import Location
from dreamplayer.reading.lexicon.vocabulary import thing, things
from dreamplayer.staging.habitat import outdoors
from dreamplayer.staging.scenes import SAID

ASKED = 1.5
"""Strength above which a place is asked for by a direction of the script."""
THERE = 1.0
"""Strength of a place that a preposition puts one in."""
SURE, LIKELY = 1.0, 0.5
"""Sum of what implies a place from which on the story moves there, and from which on it begins there."""
WITNESS, WITHIN = 0.6, 1.7
"""What the things of a passage count beside the names of its places: armchair and fire for the parlour; and
what a house counts that one is in."""
ABOARD = 0.3
"""Sum of what implies a place from which on one is in the train again that goes on, or by the sea that is seen."""
WITNESSES = 3
"""Things of a room that together say that one is in it, after a place under the open sky."""
AFAR = 0.5
"""Share of what is named as left, seen from elsewhere or only spoken of."""
SEEN = 0.6
"""Strength from which on a thing implies its place."""
AS_NAMED = 0.9
"""Weight from which on a thing is as good as the name of its place."""
_SHORES = frozenset("shore shores bank waterside".split())
"""Nouns of the edge of whatever water one is at."""
AT_HOME = 0.5
"""Weight from which on a thing that sets a place makes others that are at home in it at home in the place."""


def kind_of(ground: GroundKind) -> PlaceKind:
    """The kind of place in which one stands on a ground.

    Args:
        ground: what one stands on.
    """
    if ground == "water":
        return "water"
    if outdoors(ground):
        return "land"
    return "sky" if ground in ("cloud", "void") else "indoors"


class PlaceChoice:
    """Chooses the place of one scene after another.

    Args:
        records: of every place that words may name.
        drawn: those that have a drawing.
    """

    def __init__(self, records: Mapping[str, PlaceRecord], drawn: Collection[str]) -> None:
        self._records = records
        self._drawn = {name: record for name, record in sorted(records.items()) if name in drawn}
        self._of_kind = {record.kind: name for name, record in self._drawn.items() if record.of_kind}
        self._outside: str | None = None
        """The last place under the open sky, to which one comes out again."""
        self._tale: bool | None = None
        """Whether the text is set in old times; not known before its first passage."""
        self._ridden: str | None = None
        """The last place that is the inside of what moves, in which one goes on."""
        self._told = False
        """Whether the words said that the story is where it is, rather than only hinted at it."""

    def choose(self, passage: int, reading: Reading, location: Location, before: str | None) -> str | None:
        """The place of a passage.

        Args:
            passage: its index.
            reading: of the whole dream, with the places that directions ask for.
            location: ground and camera by the things it names.
            before: place of the scene before.

        Returns:
            Id of a place that has a drawing; None where none of its kind has.
        """
        self._remember(before)
        if not self._drawn:
            return None
        if self._tale is None:
            self._tale = is_old(reading.mentions)
        mentions = [
            m for m in reading.places_of(passage) if m.mode == "literal" and not (m.vague and self._is_there(m, before))
        ]
        for m in mentions:
            if m.strength >= SAID and not m.vague and m.name in self._drawn and not self._is_within(m.name):
                self._outside = m.name
        if self._boards(mentions):
            # Who rows sees the drowned village from above.
            mentions = [m for m in mentions if not self._is_under_water(m.name)]
        named = self._named(passage, reading, mentions, before, self._implied(passage, reading, []))
        if named is not None:
            self._told = True
            return named
        implied = self._at_this_water(
            passage, reading, before, self._of_its_time(self._implied(passage, reading, mentions))
        )
        if before is not None and self._is_ridden(before) and self._drawn[before].water:
            # Whatever swims past, nobody leaves the ship for the bottom of the sea unsaid.
            implied = {name: weight for name, weight in implied.items() if not self._is_under_water(name)}
        best = _strongest(implied)
        if before is not None and best == before and implied[best] >= LIKELY:
            return before
        if before is not None and self._goes_on(before, implied):
            return before
        leave = SURE if self._told else LIKELY
        if best is not None and before is not None and self._is_indoors_at_last(passage, reading, best, before):
            leave = LIKELY
        enough = LIKELY if before is None else max(leave, implied.get(before, 0.0) + 1e-6)
        if best is not None and implied[best] >= enough and not self._stands_for(best, before):
            self._told = implied[best] >= SURE
            return best
        again = self._ridden is not None and not self._is_ridden(before or "")
        if again and self._ridden is not None and implied.get(self._ridden, 0.0) >= ABOARD:
            # The train goes on, and one is in it again.
            return self._ridden
        return self._by_kind(passage, reading, location, before, implied)

    def _by_kind(
        self, passage: int, reading: Reading, location: Location, before: str | None, implied: Mapping[str, float]
    ) -> str | None:
        """The place before, or one of the kind of the surroundings that are named."""
        kind = self._kind_named(passage, reading, before)
        best = _strongest(implied)
        if before is not None and before in self._drawn and kind in (None, self._drawn[before].kind):
            return before
        if kind == "water" and best is not None and implied[best] >= ABOARD and not self._is_within(best):
            # The sea is the beach's, rather than any water.
            return best
        # Where nothing is named at all one floats under the stars.
        return self._of_kind.get(kind or kind_of(location.ground)) or (None if kind else self._of_kind.get("water"))

    def _remember(self, before: str | None) -> None:
        """Keep the last place under the open sky, and the last that one rode in."""
        if before is not None and before in self._drawn and not self._is_within(before):
            self._outside = before
        if before is not None and self._is_ridden(before):
            self._ridden = before

    def _goes_on(self, before: str, implied: Mapping[str, float]) -> bool:
        """Whether one is in the train still: its fields are outside, and a bed in it is its bunk."""
        within = any(weight >= LIKELY and self._is_within(name) for name, weight in implied.items())
        return self._is_ridden(before) and (before in implied or within)

    def _at_this_water(
        self, passage: int, reading: Reading, before: str | None, implied: dict[str, float]
    ) -> dict[str, float]:
        """What is implied, without other waters where only "the shore" is named: it is that of the lake one is at."""
        if before not in self._drawn or not self._drawn[before].water:
            return implied
        here = [m for m in reading.of(passage) if _is_seen(m.kind, m.mode, m.strength)]
        shore = any(m.relations.noun in _SHORES for m in here)
        others = any(thing(m.name).family == "water" and m.name not in self._drawn[before].has for m in here)
        if not shore or others:
            return implied
        return {name: weight for name, weight in implied.items() if not self._drawn[name].water} | {before: SURE}

    def _is_indoors_at_last(self, passage: int, reading: Reading, best: str, before: str) -> bool:
        """Whether several things of a room are named, and none of the open place before: one has gone in unsaid."""
        if not self._is_within(best) or before not in self._drawn or self._is_within(before):
            return False
        if self._is_ridden(before) or self._drawn[before].sheltered:
            return False
        here = {m.name for m in reading.of(passage) if _is_seen(m.kind, m.mode, m.strength) and not m.relations.away}
        outside = self._drawn[before].implied_by
        return len(here & set(self._drawn[best].implied_by)) >= WITNESSES and not any(name in outside for name in here)

    def _stands_for(self, place: str, before: str | None) -> bool:
        """Whether hints alone lead from a place to the one that stands for all of its kind: no step on."""
        return before in self._drawn and place == self._of_kind.get(self._drawn[before].kind)

    def _named(
        self,
        passage: int,
        reading: Reading,
        mentions: list[PlaceMention],
        before: str | None,
        implied: Mapping[str, float],
    ) -> str | None:
        """The place that is asked for, else the one named as where one is: oftenest, and by what is there."""
        asked = [m for m in mentions if m.strength >= ASKED]
        if asked:
            return self._drawn_for(asked[-1].name)
        # From a train one sees fields: only what one goes into or through is where one is then.
        least = THERE if before is not None and self._is_ridden(before) else SAID
        last = max((m.start for m in mentions if m.strength >= SAID), default=0)
        named = [(m.start, self._drawn_for(m.name), 1.0) for m in mentions if m.strength >= least and not m.vague] + [
            (m.start, self._led_to(m.name, implied), WITHIN) for m in mentions if m.vague and m.start == last
        ]
        spans = [(m.start, m.end) for m in mentions]
        room = any(place is not None and self._drawn[place].kind == "indoors" for _, place, _ in named)
        for m in reading.of(passage):
            about = thing(m.name)
            house = about.facade and not about.settlement
            walled = about.sets_place and about.enclosure == "walls" and not about.facade and m.strength >= SAID
            within = _is_seen(m.kind, m.mode, m.strength) and m.relations.inside and (house or walled)
            # A house one is in is any room, unless the passage names the room.
            if within and not room and not any(start < m.end and m.start < end for start, end in spans):
                named.append((m.start, self._room_of(implied) or self._of_kind.get("indoors"), WITHIN))
        found: dict[str, float] = {}
        for _, place, weight in sorted(named, key=lambda one: one[0]):
            if place is not None:
                found[place] = found.get(place, 0.0) + weight
        return max(found, key=lambda name: found[name] + WITNESS * implied.get(name, 0.0), default=None)

    def _led_to(self, name: str, implied: Mapping[str, float]) -> str | None:
        """Where one is who only goes in or out: in the room its things imply, or where one was out of doors last."""
        if self._records[name].kind == "indoors":
            return self._room_of(implied) or self._drawn_for(name)
        return self._drawn_for(name) if self._outside is None else self._outside

    def _room_of(self, implied: Mapping[str, float]) -> str | None:
        """The room that is implied most; None where hardly any is."""
        rooms = [name for name in implied if self._is_within(name) and not self._is_ridden(name)]
        best = _strongest({name: implied[name] for name in rooms})
        return best if best is not None and implied[best] >= LIKELY else None

    def _is_within(self, place: str) -> bool:
        """Whether a place has walls around it."""
        return self._drawn[place].kind == "indoors"

    def _is_there(self, mention: PlaceMention, before: str | None) -> bool:
        """Whether one who goes in or out is in or out already; nobody goes indoors from a boat or under water."""
        if before is None or before not in self._drawn:
            return False
        if self._records[mention.name].kind == "indoors":
            return self._is_within(before) or self._is_ridden(before) or self._drawn[before].sheltered
        return not self._is_within(before)

    def _boards(self, mentions: list[PlaceMention]) -> bool:
        """Whether a passage says that one is in a boat."""
        afloat = (self._drawn.get(m.name) for m in mentions if m.strength >= SAID)
        return any(record is not None and record.moves and record.water for record in afloat)

    def _is_under_water(self, place: str) -> bool:
        record = self._records[place]
        return record.kind == "water" and not record.sky

    def _is_ridden(self, place: str) -> bool:
        """Whether a place is the inside of what moves: the compartment of a train."""
        return place in self._drawn and self._drawn[place].moves

    def _drawn_for(self, name: str) -> str | None:
        """The place itself where it has a drawing, else the one for its kind; in an old tale one of its time."""
        older = self._records[name].in_tales
        if self._tale and older is not None:
            name = older
        return name if name in self._drawn else self._of_kind.get(self._records[name].kind)

    def _implied(self, passage: int, reading: Reading, mentions: list[PlaceMention]) -> dict[str, float]:
        """How strongly the things of a passage, and places it only speaks of, imply each place."""
        here: dict[str, float] = {}
        for m in reading.of(passage):
            if _is_seen(m.kind, m.mode, m.strength):
                here[m.name] = max(here.get(m.name, 0.0), AFAR if m.relations.away else 1.0)
        found = {
            name: sum(record.implied_by.get(one, 0.0) * share for one, share in here.items())
            for name, record in self._drawn.items()
        }
        for name in {mention.name for mention in mentions} & set(found):
            found[name] += AFAR * min(1.0, max(mention.strength for mention in mentions if mention.name == name))
        return {name: weight for name, weight in found.items() if weight > 0.0}

    def _of_its_time(self, implied: Mapping[str, float]) -> dict[str, float]:
        """What is implied, in an old tale by the places of its time."""
        found: dict[str, float] = {}
        for name, weight in implied.items():
            older = self._records[name].in_tales
            name = older if self._tale and older in self._drawn else name
            found[name] = max(found.get(name, 0.0), weight)
        return found

    def _kind_named(self, passage: int, reading: Reading, before: str | None) -> PlaceKind | None:
        """The kind of the surroundings that a passage names, where they are no place of their own."""
        ridden = before is not None and self._is_ridden(before)
        for mention in reading.of(passage):
            if _is_seen(mention.kind, mention.mode, mention.strength) and mention.strength >= SAID:
                record = thing(mention.name)
                named = record.sets_place and not record.vague_place and not record.facade and record.view is not None
                there = mention.relations.inside or not (ridden or mention.relations.away)
                if named and record.view is not None and there:
                    return kind_of(record.view.ground)
        return None


def is_old(mentions: Sequence[Mention]) -> bool:
    """Whether a text is set in old times: it names something of tales, and nothing modern.

    Args:
        mentions: of the whole text.
    """
    named = [thing(name) for name in {m.name for m in mentions if m.kind == "element" and m.mode != "negated"}]
    return any(record.tale for record in named) and not any(record.modern for record in named)


def _strongest(implied: Mapping[str, float]) -> str | None:
    """The place that is implied most, by name where two are alike; None where none is."""
    return max(implied, key=lambda name: (implied[name], name), default=None)


def _is_seen(kind: str, mode: str, strength: float) -> bool:
    return kind == "element" and mode == "literal" and strength >= SEEN


@cache
def _surroundings(kind: PlaceKind, ground: GroundKind) -> frozenset[str]:
    """Ids of the things that set a place of a kind and ground: indoors all rooms and houses."""
    if kind == "indoors":
        return frozenset(n for n, r in things().items() if r.sets_place and (r.enclosure == "walls" or r.facade))
    return frozenset(
        name
        for name, record in things().items()
        if record.sets_place and record.land and record.view is not None and record.view.ground == ground
    )


@cache
def _drawn_with(whole: str) -> frozenset[str]:
    """Ids of the parts that are drawn with a thing: the roof of a house, the leaves of a tree."""
    about = thing(whole)
    return about.has if about.glyph is None else frozenset()


@cache
def _parts_of_rooms() -> frozenset[str]:
    """Ids of what every room has: its walls and doors."""
    return frozenset(part for record in things().values() if record.enclosure == "walls" for part in record.has)


def homes(record: PlaceRecord) -> frozenset[str]:
    """Ids of the surroundings that a place is, by which things are at home in it.

    Args:
        record: of the place.
    """
    implied = {name for name, weight in record.implied_by.items() if weight >= AT_HOME and thing(name).sets_place}
    return _surroundings(record.kind, record.ground) | implied | {record.name, *record.name.split("_")}


def is_inhabited(record: PlaceRecord) -> bool:
    """Whether a place is a room or a vessel, or has houses: furniture and tools are no wonder there.

    Args:
        record: of the place.
    """
    return record.kind == "indoors" or record.moves or any(thing(name).facade for name in record.has)


def is_the_house(name: str, relations: Relations, record: PlaceRecord) -> bool:
    """Whether a building is the one that the place is a room of: "in a little cabin", "our house".

    Args:
        name: of the building.
        relations: what the words say of it.
        record: of the place.
    """
    about = thing(name)
    here = relations.inside or relations.definite or relations.owner == "viewer"
    return record.kind == "indoors" and about.facade and not about.settlement and here and not relations.away


def is_the_place(name: str, record: PlaceRecord) -> bool:
    """Whether a thing is the place itself, or a part that it draws: naming it shows nothing new.

    Args:
        name: of the thing.
        record: of the place.
    """
    about = thing(name)
    if name in record.has or name == record.name or (record.kind == "indoors" and name in _parts_of_rooms()):
        return True
    if any(name in _drawn_with(whole) for whole in record.has):
        return True
    if about.sets_place and record.implied_by.get(name, 0.0) >= AS_NAMED:
        return True
    if "sky" in about.rests and (about.sets_place or about.of_sky):
        # Indoors the windows show it.
        return record.sky or any(thing(pane).looked_through for pane in record.has)
    if "ground" in about.rests and about.family == "water":
        return record.water
    if name == record.ground:
        return True
    if record.kind == "indoors":
        return about.sets_place and about.enclosure == "walls"
    ground = about.view.ground if about.view is not None else None
    return about.land and "ground" in about.rests and ground == record.ground and not about.skyline
