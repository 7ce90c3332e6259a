"""Reads hand-written notes. Whatever is not understood is an error that names its line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from dreamplayer import toml_file
from dreamplayer.catalogue import elements as all_elements
from dreamplayer.catalogue import places
from dreamplayer.catalogue import sounds as all_sounds
from dreamplayer.drawing.place import Place
from dreamplayer.errors import NotesError
from dreamplayer.kit.colour import from_hex
from dreamplayer.model.reading import Colour, TimeOfDay
from dreamplayer.model.stage import GROUNDS
from dreamplayer.reading.lexicon.vocabulary import glyphs, place_records, vocabulary
from dreamplayer.staging.notes.notes import NONE, ElementNotes, EventNotes, Notes, PassageNotes, plain


def beside(dream_path: str) -> Notes:
    """The notes that lie beside a dream's file, `<name>.toml`.

    Args:
        dream_path: of the dream's file; it may not exist.

    Returns:
        `NONE` where there are none, or the path has no suffix.

    Raises:
        NotesError: there is a file, and it is wrong or cannot be read.
    """
    path = Path(dream_path)
    return load(path.with_suffix(".toml")) if path.suffix and path.with_suffix(".toml").is_file() else NONE


def load(path: Path) -> Notes:
    """The notes in a file.

    Args:
        path: of a TOML file.

    Raises:
        NotesError: it cannot be read, or says something that notes cannot say; with its line.
    """
    found = toml_file.load(path, NotesError, "the notes")
    if found is None:
        raise NotesError("the notes cannot be read: there is no such file", where=str(path))
    return _Reader(found[0], str(path)).notes(found[1])


Ranges = Mapping[str, tuple[float, float]]
"""Numbers that may be given, each with its least and its greatest: what lies outside cannot be drawn."""

_METRES = (-10_000.0, 10_000.0)
_CAMERA: Ranges = {"eye": (-100.0, 1000.0), "focal": (0.2, 20.0), "horizon": (-2.0, 2.0), "x": (-1000.0, 1000.0)}
_SKY: Ranges = {
    "glow_x": (-10.0, 10.0), "clouds": (0.0, 1.0), "nebula": (0.0, 1.0), "stars": (0.0, 1.0), "ridges": (0.0, 1.0),
}  # fmt: skip
_AIR: Ranges = {"density": (0.0, 1.0), "carry": (0.0, 10.0)}
_PALETTE = frozenset({"zenith", "horizon", "glow", "ground", "body", "key", "rim", "accent"})
_WHERE: Ranges = {
    "x": _METRES, "y": _METRES, "z": (0.3, 10_000.0), "size": (0.01, 100.0), "spread": (0.0, 100.0),
    "turn": (-100.0, 100.0),
}  # fmt: skip
_PARAMETER = (-10_000.0, 10_000.0)
_SLOWEST_EVENT = 120.0
"""Seconds an event may take at most."""
_QUICKEST_EVENT = 0.8
"""Seconds an event takes at least: light may not change faster."""
_MOST_TEXT = 2000
"""Letters of a title, a place or first words."""
_MOST_SAID = 200
"""Letters of a word, and of how it is said."""
_MOST_TABLES = 2000
"""Passages in a file, and elements in a passage."""


class _Reader:
    """Turns the tables of one file into notes, and knows which line a thing stands in."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self._events = 0
        """Tables of events read so far."""

    def wrong(self, what: str, key: str, header: str = "", number: int = 0, todo: str = "") -> NotesError:
        """An error at the line of `key` in the `number`th table of this header."""
        line = toml_file.line_of(self.text, key, header, number) or 1
        return NotesError(what, where=toml_file.at_line(self.path, line), todo=todo)

    def notes(self, table: Mapping[str, Any]) -> Notes:
        self._only(table, {"title", "say", "bed", "passage"}, "", 0)
        bed = self._table(table, "bed", {"minutes", "sounds"}, "bed", 0)
        sounds = self._get(bed, "sounds", list, "a list of names", "bed", 0) or []
        if not all(isinstance(name, str) for name in sounds):
            raise self.wrong("sounds should be names in quotes", "sounds", "bed")
        for name in sounds:
            self._known(name, list(all_sounds()), "sound", "sounds", "bed", 0)
        say = self._get(table, "say", dict, 'lines like "name" = "as said"', "", 0) or {}
        for word, said in say.items():
            if not isinstance(said, str) or max(len(said), len(word)) > _MOST_SAID:
                form = f"text in quotes, of {_MOST_SAID} letters at most"
                raise self.wrong(f"{word[:_MOST_SAID]} should be said as {form}", word, "say")
        passages = self._tables(table, "passage", "", 0)
        count = 0
        made = []
        for i, passage in enumerate(passages):
            notes, count = self._passage(passage, i, count)
            made.append(notes)
        return Notes(
            title=self._get(table, "title", str, "text in quotes", "", 0),
            say=MappingProxyType(dict(say)),
            bed_minutes=self._number(bed, "minutes", 0.0, 480.0, "bed", 0),
            bed_sounds=tuple(sounds),
            passages=tuple(made),
            source=self.path,
        )

    def _passage(self, table: Mapping[str, Any], i: int, count: int) -> tuple[PassageNotes, int]:
        head = "passage"
        known = {"begins", "title", "time", "place", "framing", "ground", "camera", "sky", "air", "palette", "element"}
        self._only(table, known, head, i)
        begins = self._get(table, "begins", str, "the passage's first words, in quotes", head, i)
        if not begins or not plain(begins):
            raise self.wrong("a passage needs its first words", head, head, i, 'Write begins = "…".')
        elements = self._tables(table, "element", head, i)
        place = self._get(table, "place", str, "a name in quotes", head, i)
        if place is not None:
            # A place, or an element that sets one on a bare stage.
            self._known(place, [*places(), *place_records(), *all_elements()], "place", "place", head, i)
        known_place = places().get(place or "")
        framing = self._get(table, "framing", str, "a name in quotes", head, i)
        if framing is not None:
            names = tuple(f.name for f in known_place.framings) if known_place is not None else ()
            if not names:
                todo = "Places are " + ", ".join(sorted(places())) + "."
                raise self.wrong("framing needs a place that has framings", "framing", head, i, todo)
            self._one_of(table, "framing", names, head, i)
        notes = PassageNotes(
            begins=begins,
            title=self._get(table, "title", str, "text in quotes", head, i),
            time=self._one_of(table, "time", get_args(TimeOfDay), head, i),
            place=place,
            framing=framing,
            ground=self._one_of(table, "ground", GROUNDS, head, i),
            camera=self._numbers(table, "camera", _CAMERA, head, i),
            sky=self._numbers(table, "sky", _SKY, head, i),
            air=self._numbers(table, "air", _AIR, head, i),
            palette=self._colours(table, head, i),
            elements=tuple(self._element(element, count + k, known_place) for k, element in enumerate(elements)),
        )
        return notes, count + len(elements)

    def _element(self, table: Mapping[str, Any], i: int, place: Place | None) -> ElementNotes:
        head = "passage.element"
        self._only(
            table, {"name", "at", "anchor", "count", "tint", "strength", "hide", "params", "event", *_WHERE}, head, i
        )
        name = self._get(table, "name", str, "a name in quotes", head, i)
        if not name:
            raise self.wrong("an element needs its name", head, head, i, 'Write name = "lantern".')
        self._known(name, [*all_elements(), *glyphs()], "element", "name", head, i)
        if "anchor" in table:
            names = tuple(anchor.name for anchor in place.anchors) if place is not None else ()
            if not names:
                raise self.wrong("anchor needs the place of its passage", "anchor", head, i, 'Write place = "…" above.')
            self._one_of(table, "anchor", names, head, i)
        where = {key: table[key] for key in _WHERE if key in table}
        tint = self._get(table, "tint", str, "a colour like #ffb060", head, i)
        count = self._number(table, "count", 1, 10_000, head, i)
        return ElementNotes(
            name=name,
            phrase=self._get(table, "at", str, "words of the passage, in quotes", head, i) or "",
            where=self._numbers({"where": where}, "where", _WHERE, head, i),
            anchor=table.get("anchor"),
            count=None if count is None else int(count),
            tint=None if tint is None else self._colour(tint, "tint", head, i),
            strength=self._number(table, "strength", 0.0, 1.0, head, i),
            hide=bool(self._get(table, "hide", bool, "true or false", head, i)),
            params=self._numbers(table, "params", None, head, i),
            events=tuple(self._event(event) for event in self._tables(table, "event", head, i)),
        )

    def _event(self, table: Mapping[str, Any]) -> EventNotes:
        head, i = "passage.element.event", self._events
        self._events += 1
        self._only(table, {"name", "at", "seconds", "strength"}, head, i)
        name = self._get(table, "name", str, "a name in quotes", head, i)
        if not name:
            raise self.wrong("an event needs its name", head, head, i, 'Write name = "shatter".')
        self._one_of(table, "name", tuple(sorted({*vocabulary().events} - {"none"})), head, i)
        phrase = self._get(table, "at", str, "words of the passage, in quotes", head, i)
        if not phrase or not plain(phrase):
            raise self.wrong("an event needs the words at which it begins", head, head, i, 'Write at = "…".')
        strength = self._number(table, "strength", 0.0, 1.0, head, i)
        return EventNotes(
            name=name,
            phrase=phrase,
            seconds=self._number(table, "seconds", _QUICKEST_EVENT, _SLOWEST_EVENT, head, i),
            strength=1.0 if strength is None else strength,
        )

    def _known(self, name: str, known: Sequence[str], what: str, key: str, head: str, i: int) -> None:
        """Refuse a name that nothing has, with the likeliest that something has."""
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.6)
            meant = f"Is it {' or '.join(dict.fromkeys(near))}? " if near else ""
            todo = f"{meant}All names: dreamplayer things"
            raise self.wrong(f"there is no {what} {toml_file.shown(name)}", key, head, i, todo)

    def _only(self, table: Mapping[str, Any], known: set[str], head: str, i: int) -> None:
        for key in table:
            if key not in known:
                todo = "Known are " + ", ".join(sorted(known)) + "."
                raise self.wrong(f"{key[:80]} is not understood", key, head, i, todo)

    def _get(self, table: Mapping[str, Any], key: str, kind: type, form: str, head: str, i: int) -> Any:
        value = table.get(key)
        if value is not None and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
            raise self.wrong(f"{key} should be {form}", key, head, i)
        if isinstance(value, str) and len(value) > _MOST_TEXT:
            raise self.wrong(f"{key} is longer than {_MOST_TEXT} letters", key, head, i)
        return value

    def _tables(self, table: Mapping[str, Any], key: str, head: str, i: int) -> list[Mapping[str, Any]]:
        """The tables under a header in double brackets."""
        header = f"{head}.{key}".lstrip(".")
        found: list[Any] = self._get(table, key, list, f"tables headed [[{header}]]", head, i) or []
        if not all(isinstance(one, Mapping) for one in found) or len(found) > _MOST_TABLES:
            raise self.wrong(f"{key} should be tables headed [[{header}]], {_MOST_TABLES} at most", key, head, i)
        return found

    def _table(self, table: Mapping[str, Any], key: str, known: set[str], head: str, i: int) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self._get(table, key, dict, "a table", head, i) or {}
        self._only(found, known, head, i)
        return found

    def _number(self, table: Mapping[str, Any], key: str, low: float, high: float, head: str, i: int) -> float | None:
        value = table.get(key)
        if value is None:
            return None
        number = toml_file.number_in(value, low, high)
        if number is None:
            raise self.wrong(f"{key} should be a number from {low:g} to {high:g}", key, head, i)
        return number

    def _numbers(
        self, table: Mapping[str, Any], key: str, known: Ranges | None, head: str, i: int
    ) -> Mapping[str, float]:
        """Numbers by name, each within its range; `known` None: any names."""
        found = self._get(table, key, dict, "numbers in braces", head, i) or {}
        made = {}
        for name, value in found.items():
            if known is not None and name not in known:
                todo = "Known are " + ", ".join(sorted(known)) + "."
                raise self.wrong(f"{name[:80]} is not understood in {key}", name, head, i, todo)
            low, high = _PARAMETER if known is None else known[name]
            number = toml_file.number_in(value, low, high)
            if number is None:
                raise self.wrong(f"{name[:80]} should be a number from {low:g} to {high:g}", name, head, i)
            made[name] = number
        return MappingProxyType(made)

    def _one_of(self, table: Mapping[str, Any], key: str, known: tuple[str, ...], head: str, i: int) -> Any:
        value = self._get(table, key, str, "a word in quotes", head, i)
        if value is not None and value not in known:
            raise self.wrong(f"{key} is {toml_file.shown(value)}", key, head, i, "It can be " + ", ".join(known) + ".")
        return value

    def _colours(self, table: Mapping[str, Any], head: str, i: int) -> Mapping[str, Colour]:
        found = self._get(table, "palette", dict, "colours in braces", head, i) or {}
        self._only(found, set(_PALETTE), head, i)
        return MappingProxyType({name: self._colour(value, name, head, i) for name, value in found.items()})

    def _colour(self, value: object, key: str, head: str, i: int) -> Colour:
        if not isinstance(value, str) or not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
            raise self.wrong(f"{key} should be a colour like #ffb060", key, head, i)
        return from_hex(value)
