"""A rounded old car with its lamps lit, their light resting on the dust ahead."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, extruded, stuff
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.vehicles._shared.headlamps import beam, facing
from dreamplayer.elements.vehicles._shared.outlines import curve, disc
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

_PAINT = (0.085, 0.018, 0.016)
"""Albedo of the body: a dark red."""
_WHEEL = 0.36
"""Radius of a wheel, and the height of its hub."""
_FRONT_WHEEL, _BACK_WHEEL = -1.30, 1.32
"""Metres of the hubs along the car; its nose points to -x."""
_LAMP_HEIGHT, _LAMP_ASIDE = 0.78, 0.56
"""Of the head lamps, metres."""


_WAIST, _SILL = 0.98, 1.10
"""Heights of the chrome line and of the lower edge of the windows, metres."""
_PILLAR, _DOOR_FRONT = 0.12, -0.82
"""Along the car, metres: the pillar behind the driver's door, and that door's front edge."""
_ARCH = 0.44
"""Radius of the black wheel arches, metres."""


def _car() -> list[Face]:
    """A rounded old car seen from the front quarter, lamps lit, someone's dashboard glowing."""
    body = curve(
        [
            (-2.1, 0.42),
            (-2.12, 0.78),
            (-1.9, 0.98),
            (-1.25, 1.06),
            (-0.9, 1.16),
            (-0.42, 1.55),
            (0.55, 1.60),
            (1.15, 1.18),
            (1.75, 1.06),
            (2.08, 0.82),
            (2.08, 0.42),
            (1.2, 0.34),
            (-1.2, 0.34),
        ]
    )

    def side(s: SurfacePoints) -> tuple[Map, Map]:
        x, y = s.x, s.y
        # The glass follows the curve of the roof, is slanted at both ends and parted by the pillar of the door.
        roof = np.clip(1.57 - 0.22 * np.abs(x - 0.06) ** 2.4, 1.0, 1.6)
        window = (y > _SILL) & (y < roof - 0.09) & (x > -0.78) & (x < 0.95) & (np.abs(x - _PILLAR) > 0.04)
        windscreen = (x + 0.85) > (y - _SILL) * 0.85
        window &= windscreen & ((0.98 - x) > (y - _SILL) * 0.8)
        # A chrome line along the waist, and the gaps of two doors.
        trim = np.exp(-(((y - _WAIST) / 0.012) ** 2)) * (np.abs(x) < 1.9)
        behind = np.exp(-(((x - _PILLAR) / 0.010) ** 2)) * (y < 1.05) * (y > 0.45)
        before = np.exp(-(((x - _DOOR_FRONT) / 0.010) ** 2)) * (y < 1.05) * (y > 0.5)
        door = behind + before
        upward = 0.5 + 0.7 * np.clip((y - 0.3) / 0.8, 0, 1) ** 2
        paint = np.array([_PAINT]) * upward[:, None] * (1 - 0.6 * door)[:, None]
        wheel = np.minimum(np.hypot(x - _FRONT_WHEEL, y - _WHEEL), np.hypot(x - _BACK_WHEEL, y - _WHEEL))
        # The wheel arches are black, with a thin shine around them.
        paint = np.where((wheel < _ARCH)[:, None], 0.004, paint)
        # Behind the glass a dashboard glows; the trim, the waist and the edges shine.
        dashboard = 0.11 + 0.12 * np.exp(-((x + 0.5) ** 2) / 0.2)
        shoulder, edges = 0.07 * np.exp(-np.abs(y - 0.86) / 0.03), 0.08 * np.exp(-s.edge / 0.03)
        glow = np.where(window, dashboard, 0.22 * trim + shoulder + edges)
        glow = glow + 0.10 * np.exp(-np.abs(wheel - 0.45) / 0.012)
        return np.where(window[:, None], 0.02, paint).astype(np.float32), glow.astype(np.float32)

    def top(s: SurfacePoints) -> tuple[Map, Map]:
        front = s.x < -1.95
        from_lamp = np.hypot(s.y - _LAMP_HEIGHT, np.abs(s.z) - _LAMP_ASIDE)
        lamp = front & (from_lamp < 0.17)
        ring = front & (np.abs(from_lamp - 0.19) < 0.022)
        grille = front & (np.abs(s.z) < 0.30) & (s.y > 0.50) & (s.y < 0.86) & (np.mod(s.z / 0.06, 1) > 0.5)
        tail = (s.x > 1.95) & (np.hypot(s.y - 0.80, np.abs(s.z) - 0.6) < 0.1)
        screen = (s.x > -0.95) & (s.x < -0.40) & (s.y > 1.14) & (s.y < 1.50) & (np.abs(s.z) < 0.66)
        rear = (s.x > 0.62) & (s.x < 1.1) & (s.y > 1.22) & (s.y < 1.54) & (np.abs(s.z) < 0.6)
        # Two soft streaks of sky along the bonnet and the roof.
        shine = np.exp(-((np.abs(s.z) - 0.45) ** 2) / 0.02) * 0.05
        colour = np.where((screen | rear)[:, None], np.array([[0.02, 0.02, 0.03]]), np.array([_PAINT]))
        unlit = np.where(screen | rear, 0.10, shine + 0.02)
        glow = np.where(lamp, 1.0, np.where(ring | grille, 0.35, np.where(tail, 0.5, unlit)))
        return colour.astype(np.float32), glow.astype(np.float32)

    faces = extruded(body, -0.82, 0.82, side, top)
    for x in (_FRONT_WHEEL, _BACK_WHEEL):
        for z in (-0.84, 0.84):
            faces += disc((x, _WHEEL, z), _WHEEL, spokes=8, tyre=0.36, tone=0.22)
    # The bumper.
    faces += box((-2.2, 0.40, -0.86), (-2.10, 0.50, 0.86), stuff((0.22, 0.20, 0.2), edge=0.3, wide=0.02))
    return faces


_CAR = mesh_prop("vehicle/car", (-2.7, -0.25, 2.7, 1.95), _car, ViewAngle(yaw=0.62, eye=1.3, away=8.0), rows=240)


@element("hero", 1.7)
def car(moment: Moment) -> tuple[Form, ...]:
    """A rounded old car with its lamps lit, their light resting on the dust ahead."""
    way = facing(moment)
    forms = place_prop(moment, _CAR, Look(glow=0.9, back=0.02, mirror=way > 0, sparks=20), wide=4.6, cap=6)
    p, s = moment.place, moment.place.size
    return (*forms, *beam(moment, (p.x + way * 1.75 * s, p.y + 0.72 * s, p.z - 0.9 * s), way, 4.0 * s, strength=0.9))
