"""A schoolhouse at night, its windows lit in rows, a clock over the door."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, Material, SurfacePoints, ViewAngle, box, moved, polygon, stuff
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.houses import gabled, row, tiles, wall
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _hipped(wide: float, deep: float, eaves: float, ridge: float, roof: Material, over: float = 0.3) -> list[Face]:
    """A roof of four slopes over a block."""
    x, z = wide / 2 + over, deep / 2 + over
    r = max(0.0, wide / 2 - deep / 2)
    return [
        polygon([(-x, eaves, -z), (x, eaves, -z), (r, ridge, 0), (-r, ridge, 0)], roof),
        polygon([(-x, eaves, z), (x, eaves, z), (r, ridge, 0), (-r, ridge, 0)], roof),
        polygon([(-x, eaves, -z), (-x, eaves, z), (-r - 1e-3, ridge, 0)], roof),
        polygon([(x, eaves, -z), (x, eaves, z), (r + 1e-3, ridge, 0)], roof),
    ]


_HALF_WIDE, _HALF_DEEP, _EAVES = 5.8, 2.4, 5.0
"""Half width, half depth and height of the walls."""
_BRICK, _BRICK_SIDE = (0.17, 0.085, 0.065), (0.13, 0.07, 0.055)
"""Albedo of the front and of the darker ends."""
_SLATE = (0.10, 0.075, 0.08)
"""Albedo of the roofs."""
_CLOCK_HEIGHT, _CLOCK_RADIUS = 5.35, 0.46
"""Of the clock over the door, metres."""


def _school() -> list[Face]:
    """A long schoolhouse of two storeys, rows of lit windows, a gabled porch, a clock and a small bell tower."""
    # Rows of windows: count, left, bottom, width, height, distance from one to the next, seed of the lights in them.
    windows = [
        *row(4, 0.7, 0.9, 0.8, 1.3, 1.15, 2),
        *row(4, 6.3, 0.9, 0.8, 1.3, 1.15, 3),
        *row(4, 0.7, 3.2, 0.8, 1.25, 1.15, 4),
        *row(4, 6.3, 3.2, 0.8, 1.25, 1.15, 5),
    ]
    brick = wall(windows, _BRICK, boards=0.16, edge=0.05)
    end = wall([*row(3, 0.6, 0.9, 0.8, 1.3, 1.4, 6), *row(3, 0.6, 3.2, 0.8, 1.25, 1.4, 7)], _BRICK_SIDE, boards=0.16)
    w, d, h = _HALF_WIDE, _HALF_DEEP, _EAVES
    faces = [
        polygon([(-w, 0, -d), (w, 0, -d), (w, h, -d), (-w, h, -d)], brick),
        polygon([(w, 0, -d), (w, 0, d), (w, h, d), (w, h, -d)], end),
        polygon([(-w, 0, -d), (-w, 0, d), (-w, h, d), (-w, h, -d)], end),
        *_hipped(2 * w, 2 * d, h, 6.9, tiles(_SLATE)),
    ]
    porch = wall(
        [(0.80, 0.05, 1.0, 2.0, 0.9), (0.85, 3.0, 0.9, 1.2, 0.6)], (0.19, 0.10, 0.075), boards=0.16, arched=True
    )
    faces += moved(
        gabled(wide=2.6, deep=1.4, eaves=5.3, ridge=6.7, front=porch, side=end, roof=tiles(_SLATE), over=0.2),
        (0, 0, -2.9),
    )
    # The bell tower.
    faces += box(
        (-0.7, 6.6, -0.7), (0.7, 8.3, 0.7), wall([(0.28, 0.35, 0.84, 1.0, 0.45)], (0.17, 0.10, 0.08), arched=True)
    )
    faces += _hipped(1.4, 1.4, 8.3, 9.7, tiles(_SLATE), 0.18)

    def clock(s: SurfacePoints) -> tuple[Map, Map]:
        # Twelve strokes and two hands, at three o'clock, dark on a lit dial.
        up = s.y - _CLOCK_HEIGHT
        r = np.hypot(s.x, up)
        tick = np.abs(np.mod(np.arctan2(s.x, up) / (np.pi / 6) + 0.5, 1) - 0.5) < 0.08
        hands = (np.abs(s.x) < 0.025) & (s.y > _CLOCK_HEIGHT) | (np.abs(up) < 0.025) & (s.x > 0) & (s.x < 0.26)
        return np.full((len(s.u), 3), 0.3, np.float32), np.where(
            hands | (tick & (r > 0.32) & (r < 0.40)), 0.05, 0.75
        ).astype(np.float32)

    ring = [
        (_CLOCK_RADIUS * np.cos(a), _CLOCK_HEIGHT + _CLOCK_RADIUS * np.sin(a), -3.63)
        for a in np.linspace(0, 2 * np.pi, 33)[:-1]
    ]
    faces.append(polygon(ring, clock))
    # The doorstep.
    faces += box((-1.0, 0.0, -4.4), (1.0, 0.16, -3.6), stuff((0.14, 0.12, 0.11), edge=0.2, wide=0.03))
    return faces


_SCHOOL = mesh_prop(
    "building/school", (-7.6, -0.5, 7.6, 10.4), _school, ViewAngle(yaw=0.22, eye=1.7, away=22.0), rows=300
)


@element("hero", 9.0)
def school(moment: Moment) -> tuple[Form, ...]:
    """A schoolhouse at night, its windows lit in rows, a clock over the door."""
    return place_prop(
        moment, _SCHOOL, Look(glow=0.9, back=0.022, lamp=0.6, lamp_at=0.2, reach=6.0, mirror=False), wide=14.0, cap=2
    )
