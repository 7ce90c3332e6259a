"""The hour and the weather a place is lit for: as the words tell them, and as long as they hold."""

from __future__ import annotations

from typing import get_args

from dreamplayer.model.atmosphere import Atmosphere, Weather
from dreamplayer.model.reading import Reading
from dreamplayer.reading.lexicon.vocabulary import thing

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
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._weather: Weather = "clear"
        self._named = 0
        """Passage that named it."""

    def of(self, passage: int) -> Atmosphere:
        """The atmosphere of a passage with a scene of its own.

        Args:
            passage: its index; passages come in order.
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
        elif passage - self._named > HOLDS:
            self._weather = "clear"
        mood = self._reading.moods[passage]
        hour = "night" if mood.time_of_day == "none" else mood.time_of_day
        return Atmosphere(hour, self._weather, moon, mood.valence)
