"""An old map unrolled in the air, a dotted way on it that ends in a small light."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, place_prop, sdf_prop
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, Map
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment

_WIDE, _TALL = 0.66, 0.42
"""Half width and half height of the sheet between its rolls."""
_ROLL, _ROLL_THICK, _ROLL_TALL = 0.68, 0.045, 0.47
"""Where the two rolls lie, half their thickness and half their height."""
_SEA_LEVEL, _SHALLOWS, _HIGHLAND = 0.52, 0.49, 0.60
"""Heights of the noise at which the coast, its second line and the signs of hills are drawn."""
_DOTS = 34
"""Dots of the way."""
_DOT, _GOAL = 0.0085, 0.020
"""Radius of a dot, and of the place where the way ends."""
_ROSE = (-0.42, 0.22)
_ROSE_POINTS, _ROSE_RING = 0.11, 0.09
"""Middle of the rose, length of its four points, radius of its ring."""
_PAPER = (0.40, 0.29, 0.16)
_BROWN = (0.5, 0.3, 0.15)


def _line(away: Map, width: float) -> Map:
    """A drawn line: 1 on it, .37 at `width` from it."""
    return np.asarray(np.exp(-((np.abs(away) / width) ** 2)))


def _sheet(c: Canvas, y: Map) -> Map:
    """Distance to the sheet: its edges are frayed."""
    side = np.abs(c.x) - _WIDE - 0.008 * np.sin(y * 37)
    return np.asarray(np.maximum(side, np.abs(y) - _TALL - 0.008 * np.sin(c.x * 29)))


def _rolls(c: Canvas) -> Map:
    """Distance to the two rolls at the sides."""
    ends = np.abs(c.y) - _ROLL_TALL
    left = np.maximum(np.abs(c.x + _ROLL) - _ROLL_THICK, ends)
    return np.asarray(np.minimum(left, np.maximum(np.abs(c.x - _ROLL) - _ROLL_THICK, ends)))


def _hills(c: Canvas, y: Map) -> Map:
    """Signs of hills, 0..1: a row of small roofs, thirteen across a unit and nine up."""
    roof = np.abs(np.mod(c.x * 13, 1) - 0.5) * 0.10 + np.mod(y * 9, 1) * 0.10 - 0.05
    return np.asarray(np.exp(-(roof**2) / 0.00012))


def _rose(c: Canvas, y: Map) -> Map:
    """A compass rose, 0..1 and more where its ring crosses its points."""
    x, up = c.x - _ROSE[0], y - _ROSE[1]
    radius, angle = np.hypot(x, up), np.arctan2(x, up)
    from_point = np.abs(np.mod(angle / (np.pi / 2) + 0.5, 1) - 0.5)
    points = np.clip(0.5 - (radius - _ROSE_POINTS / (1 + 9 * from_point)) / 0.005, 0, 1)
    return np.asarray(points + np.exp(-((radius - _ROSE_RING) ** 2) / 0.00002))


def _way() -> Map:
    """Where the dots of the way lie, (dots, 2): from the lower left to the upper right, winding."""
    share = np.linspace(0, 1, _DOTS)
    return np.stack([-0.46 + 0.86 * share, -0.22 + 0.42 * share + 0.13 * np.sin(7.5 * share)], 1)


def _old_map(c: Canvas) -> list[Layer]:
    """An unrolled chart: coasts, a winding dotted way, a rose, a lit place at its end."""
    # The paper is not flat: all that is drawn on it waves with it.
    y: Map = np.asarray(c.y - 0.012 * np.sin(c.x * 11), np.float32)
    land = fbm(c.x * 2.6 + 5, y * 2.6, seed=12)
    coast = _line(land - _SEA_LEVEL, 0.008) + 0.5 * _line(land - _SHALLOWS, 0.005)
    way = _way()
    dots = np.minimum.reduce([np.hypot(c.x - dot_x, y - dot_y) - _DOT for dot_x, dot_y in way])
    goal = np.hypot(c.x - way[-1, 0], y - way[-1, 1])
    ink = np.clip(coast + 0.7 * (_hills(c, y) * (land > _HIGHLAND)) + 0.8 * _rose(c, y), 0, 1)
    stains = 0.75 + 0.4 * fbm(c.x * 6, y * 6, seed=3)
    paper = stains[..., None] * np.array(_PAPER) * (1 - 0.72 * ink)[..., None]
    # It shines as if lit from behind its middle, and at the end of the way.
    middle = 0.18 + 0.16 * np.exp(-((c.x / 0.4) ** 2 + (y / 0.3) ** 2))
    light = middle * (1 - 0.8 * ink) + 0.6 * np.exp(-goal / 0.07)
    beside_rolls = 1 - 0.6 * np.exp(-np.clip(0.64 - np.abs(c.x), 0, 1) / 0.05)
    return [
        Layer(_sheet(c, y), paper.astype(np.float32), glow=(light * beside_rolls).astype(np.float32), round=0.01),
        Layer(dots, _BROWN, glow=0.85),
        Layer(np.asarray(goal - _GOAL, np.float32), _BROWN, glow=1.0),
        Layer(_rolls(c), (0.36, 0.26, 0.15), glow=0.12, round=0.045),
    ]


_MAP = sdf_prop("find/map", (-0.80, -0.55, 0.80, 0.55), _old_map, edge=0.26, rows=280)


@element("air", 1.1, name="map")
def chart(moment: Moment) -> tuple[Form, ...]:
    """An old map unrolled in the air, a dotted way on it that ends in a small light."""
    moment = moment.replace(place=replace(moment.place, y=moment.place.y + 0.45 * moment.size(1.1)))
    return place_prop(
        larger(moment, 1.2),
        _MAP,
        Look(glow=0.9, back=0.035, lamp=0.35, reach=1.6, bob=0.03, sway=0.03, mirror=False),
        n=1,
    )
