"""Things of the sky: hung beyond the air, where no haze reaches, in the direction the stage gives them."""

from __future__ import annotations

from dreamplayer.model.moment import Moment

BEYOND = 380.0
"""Metres: farther than the air, behind all hills."""


def hung(moment: Moment, natural: float) -> tuple[tuple[float, float, float], float]:
    """Where a thing of the sky hangs and how large it is there, in metres, looking as large as it was staged.

    Args:
        moment: when, where, and whose seed.
        natural: metres across at size 1, at the distance where it was staged.

    Returns:
        Its middle in metres, and its size there in metres.
    """
    return seen_from(moment, moment.place.x, moment.place.y, moment.place.z, moment.size(natural))


def seen_from(
    moment: Moment, x: float, y: float, z: float, size: float = 1.0
) -> tuple[tuple[float, float, float], float]:
    """The same point and size as the eye sees them, pushed back to `BEYOND`.

    Args:
        moment: when, where, and whose seed.
        x: metres to the right.
        y: metres up.
        z: metres away.
        size: metres across.

    Returns:
        The point at `BEYOND` in the same direction, (x, y, z) metres, and the size in metres that looks the same there.
    """
    k = BEYOND / max(z, 1.0)
    eye, side = moment.stage.camera.eye, moment.stage.camera.x
    return (side + (x - side) * k, eye + (y - eye) * k, BEYOND), size * k


def on_screen(moment: Moment, x: float, y: float, z: float) -> tuple[float, float]:
    """Where a point of the world is seen, in screen units.

    Args:
        moment: whose camera.
        x: metres to the right.
        y: metres up.
        z: metres away.

    Returns:
        Screen units: x in -aspect .. aspect, y in -1 (bottom) .. 1 (top).
    """
    camera = moment.stage.camera
    z = max(z, 0.1)
    return camera.shift + camera.focal * (x - camera.x) / z, camera.horizon + camera.focal * (y - camera.eye) / z


def from_screen(moment: Moment, u: float, v: float, z: float = BEYOND) -> tuple[float, float, float]:
    """The point `z` metres away that is seen at a place of the screen.

    Args:
        moment: whose camera.
        u: screen units, -aspect .. aspect.
        v: screen units, -1 .. 1.
        z: metres away.

    Returns:
        Metres.
    """
    camera = moment.stage.camera
    return camera.x + (u - camera.shift) * z / camera.focal, camera.eye + (v - camera.horizon) * z / camera.focal, z


def screen_size(moment: Moment, metres: float, z: float) -> float:
    """Screen units that a length covers at a distance.

    Args:
        moment: whose camera.
        metres: the length.
        z: metres away.
    """
    return moment.stage.camera.focal * metres / max(z, 0.1)
