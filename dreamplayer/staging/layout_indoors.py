"""Inside and out of doors: what one leaves behind where a text goes through a door in the middle of a passage."""

from __future__ import annotations

from dataclasses import replace

from dreamplayer.drawing.element import Element
from dreamplayer.model.stage import Place
from dreamplayer.staging.habitat import belongs
from dreamplayer.staging.lifetimes import is_place

ENCLOSURES = frozenset({"room", "corridor", "tunnel", "cave"})
"""What one is in, and sees nothing beyond."""
WALLED = frozenset({"room", "corridor"})
"""Of these, what has walls drawn around what stands there."""
_AROUND = frozenset({"city", "market"})
"""What lies around a building: one who names it has come to see it."""
FACADES = frozenset({"house", "school", "castle", "temple", "barn", "tower"}) | _AROUND
"""What is seen from outside: within it, it is not there."""
_LANDS = frozenset("forest garden meadow desert beach valley island road mountain cliff lake river waterfall".split())
"""Lands one stands in, or by; snow, water and the sea may come into a room."""
_LOOKED_THROUGH = frozenset({"window", "curtain", "wall"})
"""What one had before one's eyes inside."""
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
    """Whether a thing is not seen from within, though it be named again: the school around its corridor."""
    return wall in WALLED and name in FACADES


def left_behind(name: str, by: str, *, later: bool) -> bool:
    """Whether a thing on stage stays behind when the text goes on to the place `by`.

    `later`: in a later sentence than it was named in; what stands in one sentence may stand together.
    """
    if by in ENCLOSURES and name in ENCLOSURES:
        return name != by
    if hides(by, name):
        return True
    if by in WALLED and later:
        return name in _LANDS or not belongs(name, "wood")
    if later and by in _LANDS | _AROUND:
        # One has come out; what may stand anywhere has come along.
        return name in WALLED or name in _LOOKED_THROUGH or (not is_place(name) and not belongs(name, "meadow"))
    return False


def within(name: str, wall: str, ends: float, at: float) -> bool:
    """Whether a thing named at a time is not seen there: a corridor in a hotel has no hotel in it.

    `wall`: what one is in, and when that ends.
    """
    return ends > at + (1.5 * GOING_ON if name in _AROUND else 0.0) and hides(wall, name)


def between_walls(place: Place, element: Element, wall: str) -> Place:
    """The same thing where it can be seen there, as large on the screen as it would be."""
    if element.role not in ("prop", "hero"):
        return place
    if wall == "corridor":
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
