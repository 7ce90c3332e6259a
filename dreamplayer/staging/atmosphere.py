"""The hour, weather and season a place is lit for: as the words tell them, and as long as they hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from dreamplayer.model.atmosphere import Atmosphere, Season, Weather
from dreamplayer.model.place import PlaceKind
from dreamplayer.model.reading import Reading
from dreamplayer.model.text import Passage
from dreamplayer.reading.lexicon.vocabulary import thing

HOLDS = 3
"""Passages for which weather goes on after it was named, unless another is named."""
CALMEST: Weather = "wind"
"""The weather that gives way to any other of its passage: there is a wind in a snowstorm, too."""
NAMED = 0.6
"""Strength from which on a thing is there, and not only spoken of."""


_SEASONS: dict[str, Season] = {
    "winter": "winter", "winters": "winter", "wintry": "winter", "wintertime": "winter", "midwinter": "winter",
    "december": "winter", "january": "winter", "february": "winter", "christmas": "winter",
    "autumn": "autumn", "autumns": "autumn", "autumnal": "autumn", "october": "autumn", "november": "autumn",
    "springtime": "spring", "april": "spring",
    "summer": "summer", "summers": "summer", "summertime": "summer", "midsummer": "summer", "july": "summer",
}  # fmt: skip
"""Words that name a season by themselves."""
_SPRING_BEFORE = frozenset({"in", "of", "early", "late", "last", "next", "every", "that", "this", "till", "until"})
_SPRING_AFTER = frozenset(
    {
        "morning", "evening", "afternoon", "night", "day", "days", "rain", "air", "sun", "sunshine", "breeze", "wind",
        "flowers", "blossom", "blossoms", "garden", "meadow", "leaves", "came", "comes",
    }
)  # fmt: skip
"""Words beside which a spring is the season, and neither a well nor a leap."""


def season_named(words: Sequence[str]) -> Season | None:
    """The season that words name first.

    Args:
        words: in order, as shown.

    Returns:
        None where they name none.
    """
    plain = [word.lower().replace("’", "'").removesuffix("'s").strip(".,;:!?…“”\"'()*—–-") for word in words]
    for i, word in enumerate(plain):
        if word in _SEASONS:
            return _SEASONS[word]
        if word == "spring":
            before, after = plain[i - 1] if i else "", plain[i + 1] if i + 1 < len(plain) else ""
            if before in _SPRING_BEFORE or after in _SPRING_AFTER:
                return "spring"
    return None


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
