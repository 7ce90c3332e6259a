"""Inside and out of doors: what one leaves behind where a text goes through a door in the middle of a passage."""

from __future__ import annotations

from dataclasses import replace

from dreamplayer.drawing.element import Element
from dreamplayer.model.stage import Placement
from dreamplayer.reading.lexicon.vocabulary import thing
from dreamplayer.staging.habitat import INDOORS, OPEN_LAND

GOING_ON = 4.0
"""Seconds in which a place gives way to another within a passage."""
AISLE = 0.9
"""Metres from the middle of a corridor within which people stand."""
NARROW = 0.12
"""How far several of a kind are strewn there, as a share of the usual."""
BACK = 6.4
"""Metres to what stands before the back wall of a room."""
SIDE = 3.5
"""Metres from its middle to what stands before a side wall."""


def hides(wall: str, name: str) -> bool:
    """Whether a thing is not seen from within, though it be named again: the school around its corridor.

    Args:
        wall: name of what one is in.
        name: of the thing.
    """
    return thing(wall).enclosure == "walls" and thing(name).facade


def left_behind(name: str, by: str, *, later: bool) -> bool:
    """Whether a thing on stage stays behind when the text goes on to the place `by`.

    Args:
        name: the thing on stage.
        by: the thing named now.
        later: True in a later sentence than the thing was named in; what stands in one sentence may stand together.
    """
    here, there = thing(name), thing(by)
    if there.enclosure and here.enclosure:
        return name != by
    if hides(by, name):
        return True
    if there.enclosure == "walls" and later:
        return here.land or not here.may_stand_on(INDOORS)
    if later and (there.land or there.settlement):
        # One has come out; what may stand anywhere has come along.
        inside = here.enclosure == "walls" or here.looked_through
        return inside or (not here.surrounds and not here.may_stand_on(OPEN_LAND))
    return False


def within(name: str, wall: str, ends: float, start: float) -> bool:
    """Whether a thing named at `start` is not seen from within: a corridor in a hotel has no hotel in it.

    Args:
        name: the thing named.
        wall: what one is in.
        ends: seconds of the night at which that ends.
        start: seconds of the night at which the thing is named.
    """
    return ends > start + (1.5 * GOING_ON if thing(name).settlement else 0.0) and hides(wall, name)


def between_walls(place: Placement, element: Element, wall: str) -> Placement:
    """A place within the walls one is in, as large on the screen as the place itself.

    Args:
        place: where the thing would be out of doors.
        element: its drawing.
        wall: name of what one is in.
    """
    if element.role not in ("prop", "hero"):
        return place
    if thing(wall).narrow:
        if element.family not in ("people", "creature"):
            return place
        # Between the walls, not behind them.
        return replace(place, x=max(-AISLE, min(AISLE, place.x)), spread=min(place.spread, NARROW))
    near = min(1.0, BACK / max(place.z, 0.5))
    return replace(
        place,
        x=round(max(-SIDE, min(SIDE, place.x * near)), 4),
        z=round(place.z * near, 4),
        size=round(place.size * near, 4),
        spread=round(place.spread * near, 4),
    )
