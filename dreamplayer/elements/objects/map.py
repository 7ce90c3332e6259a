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


def _old_map(c: Canvas) -> list[Layer]:
    """An unrolled chart: coasts, a winding dotted way, a rose, a lit place at its end."""
    y: Map = np.asarray(c.y - 0.012 * np.sin(c.x * 11), np.float32)
    sheet = np.maximum(np.abs(c.x) - 0.66 - 0.008 * np.sin(y * 37), np.abs(y) - 0.42 - 0.008 * np.sin(c.x * 29))
    rolls = np.minimum(
        np.maximum(np.abs(c.x + 0.68) - 0.045, np.abs(c.y) - 0.47),
        np.maximum(np.abs(c.x - 0.68) - 0.045, np.abs(c.y) - 0.47),
    )
    land = fbm(c.x * 2.6 + 5, y * 2.6, seed=12)
    coast = np.exp(-((np.abs(land - 0.52) / 0.008) ** 2)) + 0.5 * np.exp(-((np.abs(land - 0.49) / 0.005) ** 2))
    hills = np.exp(-((np.abs(np.mod(c.x * 13, 1) - 0.5) * 0.10 + np.mod(y * 9, 1) * 0.10 - 0.05) ** 2) / 0.00012) * (
        land > 0.60
    )
    way_share = np.linspace(0, 1, 34)
    way = np.stack([-0.46 + 0.86 * way_share, -0.22 + 0.42 * way_share + 0.13 * np.sin(7.5 * way_share)], 1)
    path = np.minimum.reduce([np.hypot(c.x - dot_x, y - dot_y) - 0.0085 for dot_x, dot_y in way])
    goal = np.hypot(c.x - way[-1, 0], y - way[-1, 1])
    rose_x, rose_y = c.x + 0.42, y - 0.22
    rose_radius, rose_angle = np.hypot(rose_x, rose_y), np.arctan2(rose_x, rose_y)
    rose = np.clip(
        0.5 - (rose_radius - 0.11 / (1 + 9 * np.abs(np.mod(rose_angle / (np.pi / 2) + 0.5, 1) - 0.5))) / 0.005, 0, 1
    ) + np.exp(-((rose_radius - 0.09) ** 2) / 0.00002)
    ink = np.clip(coast + 0.7 * hills + 0.8 * rose, 0, 1)
    paper = (
        (0.75 + 0.4 * fbm(c.x * 6, y * 6, seed=3))[..., None]
        * np.array([0.40, 0.29, 0.16])
        * (1 - 0.72 * ink)[..., None]
    )
    light = (0.18 + 0.16 * np.exp(-((c.x / 0.4) ** 2 + (y / 0.3) ** 2))) * (1 - 0.8 * ink) + 0.6 * np.exp(-goal / 0.07)
    shade = 1 - 0.6 * np.exp(-np.clip(0.64 - np.abs(c.x), 0, 1) / 0.05)
    return [
        Layer(sheet, paper.astype(np.float32), glow=(light * shade).astype(np.float32), round=0.01),
        Layer(path, (0.5, 0.3, 0.15), glow=0.85),
        Layer(np.asarray(goal - 0.020, np.float32), (0.5, 0.3, 0.15), glow=1.0),
        Layer(rolls, (0.36, 0.26, 0.15), glow=0.12, round=0.045),
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
