"""Where what floats finds room: clear of what stands, of the moon, and of what floats already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dreamplayer.drawing.element import Element
from dreamplayer.model.stage import Camera, Placement
from dreamplayer.reading.lexicon.vocabulary import thing

_LIFTS = (0.0, 0.16, 0.30, -0.14)
"""Half heights by which it may hang higher or lower than it would."""
_SHARES = (0.40, 0.58, 0.22, 0.74)
"""Where it may hang, in shares of the half width, best first."""
ASPECT = 16 / 9
"""Of the picture things are placed in; another window shows less or more at its sides."""
MARGIN = 0.10
"""Half heights to leave between two things: nearer, one would seem glued to the other."""


@dataclass(frozen=True, slots=True)
class Patch:
    """What a thing takes of the picture, in half heights, and until when."""

    left: float
    right: float
    """Screen x of its sides, 0 in the middle."""
    low: float
    high: float
    """Screen y of its lower and upper edge, -1 bottom .. 1 top."""
    until: float
    """Seconds of the night at which it is free again."""
    of: tuple[str, int, float] = ("", 0, 0.0)
    """Name, seed and beginning of the thing."""
    cue: int = -1
    """Number of the cue it is taken by."""


def breadth(element: Element) -> float:
    """Half of a thing's width at its natural size.

    Args:
        element: its drawing.

    Returns:
        Metres.
    """
    return thing(element.name).half_width * element.size


def patch(element: Element, place: Placement, camera: Camera, until: float) -> Patch | None:
    """What a thing covers of the picture.

    Args:
        element: its drawing.
        place: where it is.
        camera: of its scene.
        until: seconds of the night at which it is gone.

    Returns:
        None for what others may float before: the ground, the skyline, the sky.
    """
    if element.role in ("ground", "weather", "near") or thing(element.name).skyline:
        return None
    if element.role == "sky" and not thing(element.name).disc:
        return None
    near = camera.focal / max(place.z, 0.5)
    x, half = place.x * near, breadth(element) * place.size * near
    foot = camera.horizon + (place.y - camera.eye) * near
    tall = element.size * place.size * near
    if element.role == "sky":
        foot, tall = foot - half, 2.0 * half
    return Patch(x - half, x + half, foot, foot + tall, until)


def covered(one: Patch, others: Sequence[Patch]) -> float:
    """How much of a patch is behind or close to others.

    Args:
        one: the patch.
        others: what is covered already; nearer than `MARGIN` counts as within.

    Returns:
        0 free .. 1 wholly covered; above 1 where several cover it.
    """
    area = (one.right - one.left) * (one.high - one.low)
    both = 0.0
    for other in others:
        wide = min(one.right, other.right) - max(one.left, other.left) + MARGIN
        tall = min(one.high, other.high) - max(one.low, other.low) + MARGIN
        both += max(0.0, wide) * max(0.0, tall)
    return both / max(area, 1e-6)


def clear(element: Element, place: Placement, camera: Camera, taken: Sequence[Patch]) -> Placement:
    """Where something can float with nothing behind it.

    Args:
        element: its drawing.
        place: where it would be.
        camera: of its scene.
        taken: what is covered already.

    Returns:
        The place itself where that is free, else the nearest free one; the least covered one when none is.
    """
    near = camera.focal / max(place.z, 0.5)
    side = -1.0 if place.x < 0.0 else 1.0
    best, cost = place, float("inf")
    rows = [(place.x, 0.0)]
    rows += [(s * share * ASPECT / near, lift) for lift in _LIFTS for share in _SHARES for s in (side, -side)]
    for rank, (x, lift) in enumerate(rows):
        there = place if rank == 0 else replace(place, x=round(x, 4), y=round(max(0.35, place.y + lift / near), 4))
        own = patch(element, there, camera, 0.0)
        if own is None:
            return place
        if own.high > 0.94 and rank:
            continue
        price = covered(own, taken) + 0.004 * rank
        if price < cost - 1e-9:
            best, cost = there, price
        if rank == 0 and price < 0.1:
            return place
    return best
