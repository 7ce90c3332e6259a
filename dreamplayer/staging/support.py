"""What keeps a thing where staging has put it, and how large it is there."""

from __future__ import annotations

from dreamplayer.drawing.element import Element
from dreamplayer.model.score import Holding, Support
from dreamplayer.model.stage import GroundKind, Placement
from dreamplayer.reading.lexicon.vocabulary import thing

LIFTED = 0.05
"""Metres above the ground from which on a thing no longer stands on it."""


def support_of(element: Element, ground: GroundKind, place: Placement) -> Support:
    """How a thing rests that nobody holds and that lies on no other thing.

    Args:
        element: its drawing.
        ground: what one stands on in its scene.
        place: where it is.
    """
    return Support(_holding(element, ground, place), None, scale_of(element, place))


def scale_of(element: Element, place: Placement) -> float:
    """The size of a thing at a place over its true size.

    Args:
        element: its drawing.
        place: where it is.

    Returns:
        1 where it is as large as in life, .1 a tenth of that, 10 a giant.
    """
    return round(place.size * element.size / thing(element.name).size, 4)


def drawn_size(element: Element) -> float:
    """Size of one of a thing as it is drawn at size 1: of a crowd, of one of its people.

    Args:
        element: its drawing.

    Returns:
        Metres.
    """
    return thing(element.name).figure_height or element.size


def _holding(element: Element, ground: GroundKind, place: Placement) -> Holding:
    record = thing(element.name)
    if element.role == "sky":
        return "sky"
    if element.role == "weather":
        return "weather"
    if element.role in ("ground", "near", "far") and (record.sets_place or record.surrounds):
        return "place"
    if element.role in ("air", "near") or place.y > LIFTED:
        return "flight" if "flies" in record.rests else "air"
    if element.role != "ground" and "swims" in record.rests and ground != "water":
        # A whale over land swims through the air.
        return "air"
    return "water" if ground == "water" else "ground"
