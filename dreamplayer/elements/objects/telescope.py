"""A brass telescope on its tripod, looking up; starlight comes down into its lens."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import Look, larger, place_prop, sdf_prop
from dreamplayer.elements.objects._shared.brass import GLOW3, brass
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import Canvas, cone, disc
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment

_ALONG, _ASIDE, _BRIGHTNESS, _GLINT = 1, 2, 3, 4
"""Random lanes of the motes in the starlight that falls into it."""


def _telescope(c: Canvas) -> list[Layer]:
    """A brass telescope on a wooden tripod, looking up."""
    legs = np.minimum.reduce([cone(c, (0, 0.52), p, 0.020, 0.013) for p in ((-0.27, 0.0), (0.30, 0.0), (0.03, 0.03))])
    cos, sin = np.cos(0.62), np.sin(0.62)
    u, v = c.x * cos + (c.y - 0.58) * sin, -c.x * sin + (c.y - 0.58) * cos
    half = np.where(u < -0.18, 0.038, np.where(u < 0.10, 0.050, 0.064))
    tube = np.maximum(np.abs(v) - half, np.abs(u - 0.03) - 0.44)
    rings = np.maximum(
        np.minimum.reduce([np.abs(u - k) - 0.014 for k in (-0.40, -0.18, 0.10, 0.455)]), np.abs(v) - half - 0.012
    )
    lens = np.maximum(np.abs(u - 0.472) - 0.006, np.abs(v) - 0.058)
    shine = np.exp(-(((v - 0.4 * half) / 0.010) ** 2))
    return [
        Layer(legs, (0.14, 0.08, 0.04), round=0.02),
        Layer(disc(c, (0, 0.53), 0.045), brass(c), round=0.03),
        Layer(tube.astype(np.float32), brass(c, 3, 0.85), round=0.05, glow=(0.20 * shine).astype(np.float32)),
        Layer(rings.astype(np.float32), brass(c, 5, 1.3), round=0.02, glow=0.12),
        Layer(lens.astype(np.float32), GLOW3, glow=0.95),
    ]


_TELESCOPE = sdf_prop("keepsake/telescope", (-0.48, -0.05, 0.52, 1.0), _telescope, edge=0.30)


@element("prop", 1.6)
def telescope(moment: Moment) -> tuple[Form, ...]:
    """A brass telescope on its tripod, looking up; starlight comes down into its lens."""
    forms = place_prop(
        larger(moment, 1.6),
        _TELESCOPE,
        Look(glow=0.85, back=0.04, lamp=0.35, lamp_at=0.8, reach=1.8, mirror=False),
        n=1,
    )
    count, size = 160, moment.size(1.6)
    along = np.mod(uniform(moment.seed, _ALONG, count) - 0.03 * moment.t, 1.0)
    way = np.array([np.cos(0.62), np.sin(0.62)])
    end = np.array([moment.place.x, moment.place.y + 0.58 * size]) + 0.47 * size * way
    side = 0.05 * size * normal(moment.seed, _ASIDE, count) * (0.3 + along)
    x, y = end[0] + 1.6 * size * along * way[0] - side * way[1], end[1] + 1.6 * size * along * way[1] + side * way[0]
    show = (
        (1 - along)
        * np.clip(along / 0.06, 0, 1)
        * (0.2 + 0.8 * uniform(moment.seed, _BRIGHTNESS, count) ** 2)
        * moment.presence
    )
    beam = Dots(
        np.stack([x, y, np.full(count, moment.place.z)], 1).astype(np.float32),
        0.016 * size,
        (np.array([[0.9, 0.75, 0.6]], np.float32) * (0.8 * show)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, count) > 0.9).astype(np.float32),
    )
    return (*forms, beam)
