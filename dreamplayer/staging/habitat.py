"""Which grounds lie under the open sky."""

from __future__ import annotations

from dreamplayer.model.stage import GroundKind

OUTDOORS: frozenset[GroundKind] = frozenset({"meadow", "soil", "sand", "snow", "water", "street"})
"""Grounds under the open sky; clouds and the void are neither in nor out of doors."""
INDOORS: GroundKind = "wood"
"""The ground of a room: what may not stand on it stays out of doors."""
OPEN_LAND: GroundKind = "meadow"
"""The ground one comes out to: what may not stand on it stays in the room."""


def outdoors(ground: GroundKind) -> bool:
    """Whether one stands under the open sky there.

    Args:
        ground: what one stands on; clouds and the void are not out of doors.
    """
    return ground in OUTDOORS


def outdoors_on_land(ground: GroundKind) -> bool:
    """Whether things stand there as they do out of doors, a lamp on its post: under the open sky, and not in water.

    Args:
        ground: what one stands on.
    """
    return outdoors(ground) and ground != "water"
