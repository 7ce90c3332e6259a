"""A slow bloom of embers: light swells out of one point like a flower, hangs, and sinks as dust."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_AZIMUTH, _ELEVATION, _REACH, _SINK = 1, 2, 3, 4
_TWINKLE_PHASE, _SIZE, _BRIGHTNESS = 5, 6, 7
"""Random lanes of the sparks."""


@element("air", 4.0, handles=("dim", "scatter", "spread"))
def explosion(moment: Moment) -> tuple[Form, ...]:
    """A slow bloom of embers: light swells out of one point like a flower, hangs, and sinks as dust."""
    p, size = moment.place, moment.size(4.0)
    count = 4200
    told = max(moment.event("scatter"), moment.event("spread"))
    age = moment.t * (1.0 - 0.3 * moment.calm)
    swell = 1.0 - np.exp(-age / 5.0) + 0.35 * told
    show = float(smooth(moment.presence, 0.0, 1.0)) * float(smooth(age, 0.0, 2.5)) * (1.0 - 0.8 * moment.event("dim"))
    azimuth, elevation = 6.283 * uniform(moment.seed, _AZIMUTH, count), uniform(moment.seed, _ELEVATION, count) * 2 - 1
    strand = fbm((azimuth * 1.4).astype(np.float32), (elevation * 2.5).astype(np.float32), moment.seed % 997, octaves=3)
    radius = 0.85 * size * swell * (0.18 + 0.9 * uniform(moment.seed, _REACH, count) ** 0.5 * (0.35 + 1.1 * strand))
    side = np.sqrt(np.clip(1 - elevation * elevation, 0, 1))
    sink = 0.010 * np.clip(age - 4.0, 0, 60) * size * 0.10 * uniform(moment.seed, _SINK, count)
    middle_y = max(p.y, 0.45 * size)
    where = np.stack(
        [
            p.x + radius * side * np.cos(azimuth),
            np.maximum(middle_y + radius * elevation * 0.85 - sink, 0.02),
            np.maximum(p.z + 0.6 * radius * side * np.sin(azimuth), 1.0),
        ],
        1,
    )
    cool = np.clip(radius / (0.85 * size), 0, 1.3)[:, None]
    hue = f32([1.0, 0.62, 0.26]) * (1 - 0.75 * cool) + f32([0.75, 0.13, 0.03]) * 0.75 * cool
    if moment.tint:
        hue = 0.4 * hue + 0.6 * f32(moment.tint)
    fade = np.exp(-np.clip(age - 9.0, 0, 60) / 22.0)
    twinkle = 0.7 + 0.3 * np.sin(1.1 * moment.t + 6.28 * uniform(moment.seed, _TWINKLE_PHASE, count))
    dots = Dots(
        where.astype(np.float32),
        (size * (0.004 + 0.010 * uniform(moment.seed, _SIZE, count) ** 2)).astype(np.float32),
        (hue * ((0.18 + 0.6 * uniform(moment.seed, _BRIGHTNESS, count) ** 3) * twinkle * show * fade)[:, None]).astype(
            np.float32
        ),
    )
    warm = f32(moment.tint or (1.0, 0.42, 0.12))
    core = show * float(fade)
    return (
        halo((p.x, middle_y, p.z), size * (0.6 + 1.5 * swell), warm * np.float32(0.17 * core)),
        dots,
        Light((p.x, middle_y, p.z - 0.3), rgb(warm * np.float32(0.7 * core)), 1.2 * size, haze=0.5),
    )
