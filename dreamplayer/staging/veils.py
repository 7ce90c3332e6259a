"""What lies between two places while one gives way to the other: fog, snow, petals, dark, as the words suggest."""

from __future__ import annotations

from collections.abc import Iterable

from dreamplayer.model.reading import Mention
from dreamplayer.model.score import DARK, Scene
from dreamplayer.reading.lexicon.vocabulary import place_records, things


def veil_between(before: Scene | None, now: Scene, here: Iterable[Mention]) -> str:
    """The veil of a scene that comes after another.

    The weather it comes into counts first, then what the passage names, then the weather that is left, the places, the
    season; between rooms it is dark.

    Args:
        before: the scene that goes; None for the first of a night.
        now: the scene that comes.
        here: the mentions of its passage, in order.

    Returns:
        Id of an element, `DARK`, or "" where both play in one place, or one of them in none.
    """
    if before is None or before.place_id is None or now.place_id is None or before.place_id == now.place_id:
        return ""
    records = place_records()
    places = [records[place] for place in (now.place_id, before.place_id) if place in records]
    open_air = any(place.kind != "indoors" and not place.sheltered for place in places)
    known = things()
    said = [m.name for m in here if m.kind == "element" and m.mode == "literal"]
    suggested = [now.atmosphere.weather, *said, before.atmosphere.weather] if open_air else said
    veils = (known[name].veil for name in suggested if name in known)
    found = next((veil for veil in (*veils, *(place.veil for place in places)) if veil), None)
    if found is not None:
        return found
    if open_air:
        season = now.atmosphere.season
        return next((name for name, thing in sorted(known.items()) if thing.veil_season == season), DARK)
    return DARK
