"""The hour, weather and season a place is lit for: as the words tell them, and as long as they hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from dreamplayer.model.atmosphere import Atmosphere, Season, Weather
from dreamplayer.model.place import PlaceKind
from dreamplayer.model.reading import Reading
from dreamplayer.model.text import Passage
from dreamplayer.reading.lexicon.vocabulary import thing
from dreamplayer.reading.semantics.seasons import season_named

HOLDS = 3
"""Passages for which weather goes on after it was named, unless another is named."""
CALMEST: Weather = "wind"
"""The weather that gives way to any other of its passage: there is a wind in a snowstorm, too."""
NAMED = 0.6
"""Strength from which on a thing is there, and not only spoken of."""


class AtmosphereChoice:
    """Chooses the atmosphere of one scene after another.

    Args:
        reading: of the whole dream.
        passages: of the dream, for the seasons they name; a season holds until another is named.
    """

    def __init__(self, reading: Reading, passages: Sequence[Passage] = ()) -> None:
        self._reading = reading
        self._passages = passages
        self._season: Season = "summer"
        self._seasons_until = 0
        """Passages up to which seasons have been looked for."""
        self._weather: Weather = "clear"
        self._named = 0
        """Passage that named it."""
        self._over: PlaceKind = "indoors"
        """Kind of the place it was last seen over, outdoors."""

    def of(self, passage: int, kind: PlaceKind = "indoors") -> Atmosphere:
        """The atmosphere of a passage with a scene of its own.

        Args:
            passage: its index; passages come in order.
            kind: of the place it plays in: it does not go on snowing where the story has gone to sea.
        """
        found: list[Weather] = []
        moon = True
        for mention in self._reading.of(passage):
            if mention.kind != "element":
                continue
            if mention.mode == "negated" and thing(mention.name).disc:
                # "There was no moon".
                moon = False
            if mention.name in get_args(Weather) and mention.strength >= NAMED:
                if mention.mode == "literal":
                    found.append(mention.name)  # type: ignore[arg-type]
                elif mention.mode == "negated" and mention.name == self._weather:
                    self._weather = "clear"
        if found:
            self._weather = next((one for one in found if one != CALMEST), CALMEST)
            self._named = passage
            self._over = kind
        elif passage - self._named > HOLDS or (kind != "indoors" and self._over not in ("indoors", kind)):
            self._weather = "clear"
        elif kind != "indoors":
            self._over = kind
        for before in self._passages[self._seasons_until : passage + 1]:
            self._season = season_named([word.text for word in before.words]) or self._season
        self._seasons_until = max(self._seasons_until, passage + 1)
        mood = self._reading.moods[passage]
        hour = "night" if mood.time_of_day == "none" else mood.time_of_day
        return Atmosphere(hour, self._weather, moon, mood.valence, self._season)
