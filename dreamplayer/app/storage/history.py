"""Play history: what was played, where it was left, where the listener fell asleep, favourites."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dreamplayer import paths
from dreamplayer.app.storage.atomic import read_json, write_json

_KEPT = 500
"""Nights that are kept."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a dream that holds for any voice or pace: the sentence, and the second as a hint."""

    sentence: int
    """Index of the sentence; -1 before the first."""
    t: float
    """Seconds of the night when it was made."""


@dataclass(frozen=True, slots=True)
class BookPlace:
    """Where the next evening of a long text begins: a code point, valid however the parts are cut."""

    char: int
    """First code point that has not been narrated."""
    part: int
    """The part that begins there, from 1, as the text was cut last."""
    parts: int
    title: str = ""
    """The heading it is under."""


@dataclass(frozen=True, slots=True)
class FavouritePassage:
    """A passage that somebody likes to hear again."""

    sha256: str
    """Of its dream."""
    name: str
    """Of its dream in the library, or the path of its file."""
    title: str
    """Of its dream."""
    char: int
    """Code point at which it begins."""
    begins: str = ""
    """Its first words."""


def _mark(value: object) -> Mark | None:
    if not isinstance(value, dict):
        return None
    try:
        return Mark(int(value["sentence"]), float(value["t"]))
    except (KeyError, TypeError, ValueError):
        return None


def _favourite_passage(value: object) -> FavouritePassage | None:
    if not isinstance(value, dict):
        return None
    try:
        said = {name: str(value[name]) for name in ("sha256", "name", "title", "begins")}
        return FavouritePassage(char=int(value["char"]), **said)
    except (KeyError, TypeError, ValueError):
        return None


class PlayHistory:
    """Plain JSON files in the state and data folders. Dreams are identified by the SHA-256 of their file."""

    def __init__(self, state: Path | None = None, data: Path | None = None) -> None:
        state, data = state or paths.state(), data or paths.data()
        self._history = state / "history.json"
        self._marks = state / "places.json"
        self._facts = state / "app.json"
        self._books = state / "books.json"
        self._favourites = data / "favourites.json"

    def played(self, sha256: str, name: str, when: float | None = None) -> None:
        """Record that a night with this dream has begun.

        Args:
            sha256: of the dream.
            name: in the library.
            when: seconds since 1970; None is now.
        """
        found = self._plays()
        found.append({"dream": sha256, "name": name, "at": round(time.time() if when is None else when)})
        write_json(self._history, {"played": found[-_KEPT:]})

    def _plays(self) -> list[dict[str, Any]]:
        found = read_json(self._history).get("played", [])
        return [play for play in found if isinstance(play, dict)] if isinstance(found, list) else []

    def last_played(self) -> dict[str, int]:
        """For each dream ever played, how many nights ago that was: 0 the most recent night."""
        order: dict[str, int] = {}
        for ago, play in enumerate(reversed(self._plays())):
            order.setdefault(str(play.get("dream")), ago)
        return order

    def leave(self, sha256: str, here: Mark, awake: Mark | None = None) -> None:
        """Record where the dream was left, and where the listener last gave a sign of being awake."""
        found = read_json(self._marks)
        entry: dict[str, Any] = {"here": {"sentence": here.sentence, "t": round(here.t, 2)}}
        if awake is not None:
            entry["awake"] = {"sentence": awake.sentence, "t": round(awake.t, 2)}
        found[sha256] = entry
        write_json(self._marks, found)

    def finish(self, sha256: str) -> None:
        """Record that the night ended: the next starts from the beginning. The last sign of being awake stays."""
        found = read_json(self._marks)
        entry = found.get(sha256)
        if isinstance(entry, dict):
            entry.pop("here", None)
            write_json(self._marks, found)

    def resume(self, sha256: str) -> Mark | None:
        """Where the dream was left before its end; None if it was not."""
        entry = read_json(self._marks).get(sha256)
        return _mark(entry.get("here")) if isinstance(entry, dict) else None

    def last_awake(self, sha256: str) -> Mark | None:
        """Where its listener last gave a sign of being awake; None if unknown."""
        entry = read_json(self._marks).get(sha256)
        return _mark(entry.get("awake")) if isinstance(entry, dict) else None

    def bookmark(self, sha256: str) -> BookPlace | None:
        """The bookmark of a text narrated in parts; None if it was never begun."""
        found = read_json(self._books).get(sha256)
        if not isinstance(found, dict):
            return None
        try:
            return BookPlace(int(found["char"]), int(found["part"]), int(found["parts"]), str(found.get("title", "")))
        except (KeyError, TypeError, ValueError):
            return None

    def set_bookmark(self, sha256: str, place: BookPlace) -> None:
        """Set the bookmark for the next evening."""
        found = read_json(self._books)
        found[sha256] = {"char": place.char, "part": place.part, "parts": place.parts, "title": place.title}
        write_json(self._books, found)

    def favourites(self) -> frozenset[str]:
        """SHA-256 of the favourite dreams."""
        found = read_json(self._favourites).get("dreams", [])
        return frozenset(str(x) for x in found) if isinstance(found, list) else frozenset()

    def set_favourite(self, sha256: str, favourite: bool) -> None:
        """Add a dream to the favourites, or remove it."""
        now = self.favourites() - {sha256} | ({sha256} if favourite else frozenset())
        write_json(self._favourites, {**read_json(self._favourites), "dreams": sorted(now)})

    def favourite_passages(self, sha256: str | None = None) -> tuple[FavouritePassage, ...]:
        """The favourite passages of a dream, or of all, in the order in which they were marked."""
        found = read_json(self._favourites).get("passages", [])
        read = [_favourite_passage(one) for one in found] if isinstance(found, list) else []
        return tuple(one for one in read if one is not None and sha256 in (None, one.sha256))

    def set_favourite_passage(self, passage: FavouritePassage, favourite: bool) -> None:
        """Add a passage to the favourites, or remove it."""
        now = [one for one in self.favourite_passages() if (one.sha256, one.char) != (passage.sha256, passage.char)]
        rows = [asdict(one) for one in (*now, *((passage,) if favourite else ()))]
        write_json(self._favourites, {**read_json(self._favourites), "passages": rows})

    def last_play(self) -> tuple[str, str] | None:
        """SHA-256 and name of the dream that was played last; None before the first night."""
        plays = self._plays()
        return (str(plays[-1].get("dream")), str(plays[-1].get("name"))) if plays else None

    def recall(self, name: str) -> Any:
        """A remembered fact about this machine or person (welcomed, gl); None if there is none."""
        return read_json(self._facts).get(name)

    def remember(self, name: str, value: Any) -> None:
        """Remember a fact; `value` must be JSON."""
        found = read_json(self._facts)
        found[name] = value
        write_json(self._facts, found)
