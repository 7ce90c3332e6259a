"""A night train: an engine with one lamp and two coaches of warm windows; steam drifts back over them."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, extruded, moved, polygon, rod, stuff, turned
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.vehicles._shared.headlamps import beam, facing
from dreamplayer.elements.vehicles._shared.outlines import curve, disc
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

_AGE, _SPREAD_X, _SPREAD_Y = 1, 2, 3
"""Random lanes of the steam."""


_IRON, _BRASS = (0.055, 0.05, 0.058), (0.24, 0.15, 0.06)
"""Albedo of the engine, and of its bands, dome and rods."""
_BOILER_HEIGHT, _BOILER_RADIUS = 1.75, 0.62
"""Of the axis of the boiler, metres."""
_SILL, _PANE = 2.15, 0.42
"""Height of the middle of a coach's windows, and half their height."""
_PANE_HALF = 0.34
"""Half the width of such a window; there is one every metre."""


def _locomotive(x0: float = 0.0) -> list[Face]:
    """A steam engine coming by: boiler, funnel, cab, big wheels, one lamp ahead. `x0` is where it will be moved."""
    iron = stuff(_IRON, edge=0.16, wide=0.03)
    brass = stuff(_BRASS, edge=0.35, wide=0.02)

    def shell(s: SurfacePoints) -> tuple[Map, Map]:
        # A brass band every .8 m; a streak of sky above and one of the ground below.
        band = np.abs(np.mod((s.x - x0) / 0.8, 1) - 0.5) < 0.03
        shine = np.exp(-((s.y - 2.25) ** 2) / 0.05) * 0.14 + np.exp(-((s.y - 1.45) ** 2) / 0.02) * 0.05
        return np.where(band[:, None], np.array([_BRASS]), np.array([[0.05, 0.046, 0.055]])).astype(np.float32), (
            shine + 0.25 * band
        ).astype(np.float32)

    faces: list[Face] = []
    ring = np.linspace(0, 2 * np.pi, 25)
    for a, b in itertools.pairwise(ring):
        p = [
            (x, _BOILER_HEIGHT + _BOILER_RADIUS * np.sin(t), _BOILER_RADIUS * np.cos(t))
            for x, t in ((-2.9, a), (-2.9, b), (0.6, b), (0.6, a))
        ]
        faces.append(polygon(p, shell))

    def front(s: SurfacePoints) -> tuple[Map, Map]:
        # The smokebox door with its rim and ring, and the lamp on it.
        r = np.hypot(s.y - _BOILER_HEIGHT, s.z)
        lamp = np.hypot(s.y - 1.85, s.z) < 0.20
        return np.full((len(s.u), 3), 0.045, np.float32), np.where(
            lamp, 1.0, 0.30 * (np.abs(r - 0.56) < 0.03) + 0.12 * np.exp(-((r - 0.30) ** 2) / 0.01)
        ).astype(np.float32)

    rim = [(-2.92, _BOILER_HEIGHT + _BOILER_RADIUS * np.sin(t), _BOILER_RADIUS * np.cos(t)) for t in ring[:-1]]
    faces.append(polygon(rim, front))
    # The funnel and the dome: (radius, height) from the bottom up.
    faces += turned(
        [(0.16, 2.3), (0.18, 2.75), (0.30, 3.05), (0.30, 3.12)],
        iron,
        (-2.3, 0),
        facets=18,
        lid=stuff((0.02, 0.02, 0.02), edge=0.1),
    )
    faces += turned([(0.22, 2.3), (0.24, 2.55), (0.10, 2.75), (0.02, 2.8)], brass, (-1.0, 0), facets=18)

    def cab(s: SurfacePoints) -> tuple[Map, Map]:
        window = (np.abs(s.y - 2.35) < 0.36) & (np.abs((s.x - x0) - 1.3) < 0.42)
        glow = np.where(window, 0.75, 0.05 + 0.22 * np.exp(-s.edge / 0.03))
        return np.full((len(s.u), 3), 0.055, np.float32), glow.astype(np.float32)

    # Cab, its roof, the frame, the cowcatcher; one small wheel and three coupled ones on each side.
    faces += box((0.6, 1.0, -0.85), (2.0, 3.0, 0.85), cab, iron)
    faces += box((0.4, 3.0, -0.98), (2.2, 3.12, 0.98), iron)
    faces += box((-3.0, 0.82, -0.75), (2.0, 1.05, 0.75), iron)
    faces += extruded([(-3.0, 0.85), (-3.6, 0.18), (-3.0, 0.22)], -0.6, 0.6, brass)
    for x, r in ((-2.4, 0.40), (-1.35, 0.60), (-0.05, 0.60), (1.25, 0.60)):
        faces += disc((x, r, -0.80), r, 10, 0.16, 0.14, x0)
        faces += disc((x, r, 0.80), r, 10, 0.16, 0.14, x0)
    faces += rod((-1.35, 0.55, -0.85), (1.25, 0.55, -0.85), radius=0.05, material=brass, facets=6)
    return faces


def _wagon(x0: float = 0.0) -> list[Face]:
    """A passenger coach, every window warm. `x0` is where it will be moved."""

    def side(s: SurfacePoints) -> tuple[Map, Map]:
        k = np.mod((s.x - x0) + 3.0, 1.0) - 0.5
        # Curtains drawn aside, heads of passengers in some windows, two gold lines, and light spilt around the panes.
        window = (np.abs(k) < _PANE_HALF) & (np.abs(s.y - _SILL) < _PANE) & (np.abs(s.x - x0) < 2.95)
        curtain = window & (np.abs(k) > 0.22 - 0.05 * np.cos(s.y * 5))
        head = (
            window
            & (np.hypot(k + 0.08 * np.sin(np.floor(s.x - x0) * 9), s.y - 1.90) < 0.10)
            & (np.mod(np.floor(s.x - x0) * 3 + 1, 4) > 1)
        )
        stripe = np.exp(-(((s.y - 1.58) / 0.02) ** 2)) + np.exp(-(((s.y - 2.68) / 0.02) ** 2))
        light = 0.62 + 0.30 * np.exp(-(k**2 + (s.y - 2.2) ** 2) / 0.06)
        glow = np.where(window, np.where(head, 0.12, np.where(curtain, 0.40, light)), 0.20 * stripe + 0.05)
        spill = (
            0.12
            * np.exp(-np.hypot((np.abs(k) - _PANE_HALF).clip(0), (np.abs(s.y - _SILL) - _PANE).clip(0)) / 0.14)
            * ~window
        )
        return np.where(window[:, None], 0.1, np.array([[0.10, 0.030, 0.030]])).astype(np.float32), (
            glow + spill
        ).astype(np.float32)

    dark = stuff((0.05, 0.045, 0.05), edge=0.12, wide=0.03)
    faces = box((-3.0, 0.95, -0.85), (3.0, 2.8, 0.85), side, dark)
    roof = curve([(-0.98, 2.78), (-0.7, 3.02), (0.0, 3.10), (0.7, 3.02), (0.98, 2.78)], 4)
    faces += [
        polygon([(-3.1, y0, z0), (3.1, y0, z0), (3.1, y1, z1), (-3.1, y1, z1)], dark)
        for (z0, y0), (z1, y1) in itertools.pairwise(roof)
    ]
    for x in (-2.2, -1.4, 1.4, 2.2):
        faces += disc((x, 0.42, -0.80), 0.42, 8, 0.2, 0.10, x0)
    faces += box((-3.3, 0.85, -0.1), (3.3, 0.95, 0.1), dark)
    return faces


def _train() -> list[Face]:
    """An engine and two coaches behind it."""
    return [
        *moved(_locomotive(-6.3), (-6.3, 0, 0)),
        *moved(_wagon(-1.2), (-1.2, 0, 0)),
        *moved(_wagon(5.2), (5.2, 0, 0)),
    ]


_TRAIN = mesh_prop("vehicle/train", (-11.4, -0.5, 11.4, 4.6), _train, ViewAngle(yaw=0.30, eye=1.7, away=24.0), rows=260)


@element("far", 3.4)
def train(moment: Moment) -> tuple[Form, ...]:
    """A night train: an engine with one lamp and two coaches of warm windows; steam drifts back over them."""
    way = facing(moment)
    p, scale = moment.place, moment.place.size * 1.5
    drawn = moment.replace(place=replace(p, size=scale))
    # It rolls in over nine seconds and comes to rest.
    roll = 3.2 * scale * (1 - float(smooth(moment.t, 0.0, 9.0))) * -way
    drawn = drawn.replace(place=replace(drawn.place, x=p.x + roll))
    forms = place_prop(
        drawn, _TRAIN, Look(glow=0.95, back=0.015, lamp=0.5, lamp_at=0.45, reach=6.0, mirror=False, sparks=30), n=1
    )
    x = drawn.place.x
    funnel = (x - 8.1 * scale, p.y + 3.3 * scale, p.z - 1.5 * scale)
    puffs = 46
    # Each puff lives 28 seconds: it is blown back over the coaches, rises ever more slowly and spreads.
    age = np.mod(uniform(moment.seed, _AGE, puffs) + moment.t * 0.035, 1.0)
    steam = np.stack(
        [
            funnel[0] + scale * 11.0 * age**1.1 + 0.4 * scale * normal(moment.seed, _SPREAD_X, puffs) * age,
            funnel[1] + scale * (0.2 + 2.0 * age**0.6 + 0.35 * normal(moment.seed, _SPREAD_Y, puffs) * age),
            np.full(puffs, funnel[2] + 0.3),
        ],
        1,
    )
    tone = np.asarray(moment.palette.glow, np.float32) * 0.5 + np.array([0.028, 0.022, 0.022], np.float32)
    cloud = Dots(
        steam.astype(np.float32),
        (scale * (0.6 + 2.2 * age)).astype(np.float32),
        (tone[None] * (np.sin(np.pi * age) * 0.9 * moment.presence)[:, None]).astype(np.float32),
        cover=(0.20 * np.sin(np.pi * age) * moment.presence).astype(np.float32),
    )
    return (
        *forms,
        cloud,
        *beam(
            moment, (x - 9.0 * scale, p.y + 1.8 * scale, p.z - 2.2 * scale), way=-1.0, long=6.0 * scale, strength=0.8
        ),
    )
