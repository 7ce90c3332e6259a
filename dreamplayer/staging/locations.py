"""Where a passage plays: the ground one stands on and the camera one looks through, from the things it names."""

from __future__ import annotations

from dreamplayer.model.reading import Reading
from dreamplayer.model.thing import Location
from dreamplayer.reading.lexicon.vocabulary import thing
from dreamplayer.staging.habitat import outdoors

OPENING = Location("water", 1.35, 1.3, -0.32)
"""Where a dream that names no place begins: still water under the sky."""
NAMED_AGAIN = 0.4
"""Share that earlier mentions of a thing keep beside its latest one."""
INDOORS_OUT = 0.5
"""Share that a piece of furniture keeps where the passage plays out of doors."""
PLACE = 0.75
"""Weight of the place the reading carries from passage to passage."""
LEAST = 0.28
"""Weight below which the location stays what it was."""


def location_of(passage: int, reading: Reading, before: Location) -> Location:
    """The location a passage names most strongly.

    Args:
        passage: its index.
        reading: all mentions of the dream, and the place of each passage.
        before: the location of the passage before, which stays where this one names none.

    Returns:
        Ground and camera; those of before where nothing weighs `LEAST`.
    """
    found: dict[str, float] = {}
    for mention in reading.of(passage):
        if mention.kind == "element" and mention.mode == "literal":
            view = thing(mention.name).view
            if view:
                weight = view.weight * (0.4 + 0.6 * mention.strength)
                found[mention.name] = found.get(mention.name, 0.0) * NAMED_AGAIN + weight
    place = reading.moods[passage].place
    view = thing(place).view if place is not None else None
    if view is not None and (outdoors(view.ground) or view.ground == "cloud"):
        found = {name: weight * (INDOORS_OUT if thing(name).movable else 1.0) for name, weight in found.items()}
    if place is not None and view is not None:
        found[place] = found.get(place, 0.0) + PLACE
    if not found:
        return before
    name = max(found, key=lambda n: (found[n], n))
    return (thing(name).view or before) if found[name] >= LEAST else before
