"""A warm light that beats as a sleeper's heart does: motes that hold the shape of one, and rings going out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Shape, Sprites
from dreamplayer.elements.people._shared.features_in_light import tone
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import mirrored, spline
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Painting, painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_RING_ANGLE, _RING_OF, _RING_LOOSE, _RING_DEEP, _RING_BRIGHT, _RING_SIZE = 74, 75, 76, 77, 78, 79
"""Random lanes of the rings that go out: where on its outline a mote is, on which ring, how far from it (across,
deep), how bright and large it is.
"""
_EDGE_PHASE, _EDGE_OFF, _EDGE_LOOSE, _EDGE_BRIGHT, _EDGE_ALONG, _EDGE_SIZE = 81, 82, 83, 84, 85, 86
"""Random lanes of the motes of the outline: when each shines, how far off the line and how many are, how bright,
where on the line, how large.
"""

_HEART = mirrored(
    [(0.0, 0.235), (0.10, 0.355), (0.245, 0.395), (0.380, 0.315), (0.420, 0.165), (0.360, 0.0), (0.240, -0.155),
     (0.100, -0.300), (0.0, -0.405)]
)  # fmt: skip


@cache
def _heart_shape() -> Shape:
    """A heart of warm light: bright within, veined, soft at its edge, with a wide halo."""
    box = (-0.80, -0.78, 0.80, 0.78)

    def painted() -> Painting:
        c = canvas(*box, 240)
        corner = [*_HEART[:1], *_HEART]
        d = blob(c, spline(corner, 8), 0.5)
        inside = np.clip(0.5 - d / 0.012, 0, 1)
        core = np.exp(-((c.x / 0.24) ** 2 + ((c.y - 0.06) / 0.24) ** 2))
        rim = np.exp(np.minimum(d, 0) / 0.030)
        veins = np.abs(fbm(c.x * 4.5, c.y * 4.5, 8, 4) - 0.5)
        glow = (0.14 + 0.55 * core + 0.20 * rim + 0.10 * np.exp(-veins / 0.03)) * inside
        gloss = 0.25 * np.exp(-(((c.x + 0.20) / 0.09) ** 2 + ((c.y - 0.245) / 0.05) ** 2))
        fade = np.clip((0.78 - np.hypot(c.x, c.y)) / 0.3, 0, 1)
        halo = np.exp(-np.clip(d, 0, None) / 0.11) * (1 - inside) * 0.24 * fade
        return painting(c, (0.3, 0.05, 0.03), np.asarray(inside * 0.7, np.float32),
                        np.asarray(np.clip(glow + gloss * inside + halo, 0, 1), np.float32))  # fmt: skip

    return on(canvas(*box, 8), "features/heart", painted)


@element("air", 1.4, handles=("pulse",))
def heart(moment: Moment) -> tuple[Form, ...]:
    """A warm light that beats as a sleeper's heart does: motes that hold the shape of one, and rings going out."""
    size = moment.size(1.5)
    base = tone(moment, (1.0, 0.30, 0.12))
    period = 3.4 + 1.2 * moment.calm
    part = (moment.t / period) % 1.0
    beat = float(np.exp(-(((part - 0.22) / 0.12) ** 2)) + 0.45 * np.exp(-(((part - 0.52) / 0.13) ** 2)))
    strong = 1.0 + 0.8 * moment.event("pulse")
    calm = 1 - 0.3 * moment.calm
    where = np.array(
        [moment.place.x, moment.place.y + 0.55 * size + 0.03 * np.sin(0.3 * moment.t), moment.place.z], np.float32
    )
    body = Sprites(
        _heart_shape(), where[None], np.float32(size * (1 + 0.035 * strong * beat)), lit=0.0, cover=0.0,
        tint=(0.0, 0.0, 0.0),
        glow=rgb(base * np.float32(calm * (0.05 + 0.02 * strong * beat))),
    )  # fmt: skip
    show = float(smooth(moment.presence, 0.3, 1.0)) * calm
    middle = rgb(where)
    glows = (
        halo(middle, size * (3.4 + 0.12 * strong * beat), base * np.float32(calm * (0.080 + 0.014 * strong * beat))),
        halo(middle, size * (1.15 + 0.10 * strong * beat), base * np.float32(calm * (0.20 + 0.05 * strong * beat))),
        halo(middle, size * 0.42, (base + np.float32(0.22)) * np.float32(calm * (0.16 + 0.07 * strong * beat))),
    )
    pulse = tuple(replace(glow, opacity=show / calm) for glow in glows)
    ring_motes = 520
    ring_angle = 6.2832 * uniform(moment.seed, _RING_ANGLE, ring_motes)
    age = np.mod(moment.t / (3 * period) + np.floor(3 * uniform(moment.seed, _RING_OF, ring_motes)) / 3, 1.0)
    wide = 0.36 + 0.85 * age + 0.035 * normal(moment.seed, _RING_LOOSE, ring_motes)
    x = 16 * np.sin(ring_angle) ** 3 / 17
    y = (
        13 * np.cos(ring_angle) - 5 * np.cos(2 * ring_angle) - 2 * np.cos(3 * ring_angle) - np.cos(4 * ring_angle)
    ) / 17
    ring = np.stack(
        [
            where[0] + size * wide * x,
            where[1] + size * wide * y,
            where[2] + 0.1 * normal(moment.seed, _RING_DEEP, ring_motes),
        ],
        1,
    )
    fade = (
        smooth(moment.presence, 0.6, 1.0)
        * np.sin(np.pi * age) ** 2
        * (1 - age)
        * calm
        * uniform(moment.seed, _RING_BRIGHT, ring_motes)
    )
    rings = Dots(
        ring.astype(np.float32),
        (size * (0.010 + 0.016 * uniform(moment.seed, _RING_SIZE, ring_motes))).astype(np.float32),
        (base[None, :] * (0.55 * min(strong, 1.6) * fade)[:, None]).astype(np.float32),
    )
    lamp = Light(
        (float(where[0]), float(where[1]), float(where[2]) - 0.1),
        rgb(base * np.float32(moment.presence * calm * (0.55 + 0.12 * beat))), 3.0, 0.7,
    )  # fmt: skip
    edge_motes = 1500
    line = spline([*_HEART[:1], *_HEART], 24)
    points = line[(uniform(moment.seed, _EDGE_ALONG, edge_motes) * len(line)).astype(np.int64)] / 1.56
    points = (
        points
        * (
            1.0 + 0.10 * normal(moment.seed, _EDGE_OFF, edge_motes) * uniform(moment.seed, _EDGE_LOOSE, edge_motes) ** 2
        )[:, None]
    )
    own = 6.2832 * uniform(moment.seed, _EDGE_PHASE, edge_motes)
    big = size * (1.0 + 0.03 * strong * beat)
    edge = np.stack(
        [
            where[0] + big * (points[:, 0] + 0.010 * np.cos(0.5 * moment.t + own)),
            where[1] + big * (points[:, 1] + 0.010 * np.cos(0.43 * moment.t + 2 * own)),
            np.full(edge_motes, where[2] - 0.02),
        ],
        1,
    )
    glint = (0.25 + 0.75 * uniform(moment.seed, _EDGE_BRIGHT, edge_motes) ** 2) * (
        0.45 + 0.55 * np.sin(0.6 * moment.t + own) ** 2
    )
    grain = size * (0.005 + 0.008 * uniform(moment.seed, _EDGE_SIZE, edge_motes) ** 2)
    shine = 0.70 * show * glint * (0.85 + 0.12 * beat)
    motes = Dots(edge.astype(np.float32), grain.astype(np.float32), (base[None] * shine[:, None]).astype(np.float32))
    return (*pulse, rings, *gathered(moment, body, count=700, colour=rgb(base)), motes, lamp)
