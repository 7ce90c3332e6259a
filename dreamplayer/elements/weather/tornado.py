"""A slow pale column of turning air far off, lit along one side; grave, never near."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_HEIGHT, _ANGLE, _LOOSE, _SIZE = 1, 2, 3, 4
"""Random lanes of the dust."""
_BAND_ANGLE = 5
"""Random lane of the bands of air."""


@element("far", 38.0, handles=("swirl", "hush"))
def tornado(moment: Moment) -> tuple[Form, ...]:
    """A slow pale column of turning air far off, lit along one side; grave, never near."""
    p = moment.place
    tall = moment.size(38.0)
    count, band_count = 5200, 16
    pace = (0.30 + 0.35 * moment.event("swirl")) * (1.0 - 0.7 * moment.event("hush")) * (1 - 0.4 * moment.calm)
    height = np.mod(uniform(moment.seed, _HEIGHT, count) + 0.012 * moment.t, 1.0)

    def column(v: np.ndarray, angle: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        bend = 0.10 * np.sin(2.6 * v + 0.10 * moment.t) * v + 0.05 * np.sin(5.0 * v - 0.13 * moment.t) * v
        wide = 0.030 + 0.065 * v + 0.24 * v**4.0
        return tall * (bend + wide * np.cos(angle)), tall * v, tall * wide * np.sin(angle), np.sin(angle)

    angle = 6.283 * uniform(moment.seed, _ANGLE, count) + pace * moment.t * (1.4 - 0.7 * height) + 9.0 * height
    x, y, z, back = column(height, angle)
    loose = 1.0 + 0.9 * (1.0 - smooth(moment.presence, 0.0, 1.0)) * normal(moment.seed, _LOOSE, count)
    place = np.stack([p.x + x * loose, p.y + y, p.z + z], 1).astype(np.float32)
    show = smooth(moment.presence, 0.0, 1.0)
    pale = np.asarray(moment.tint or (0.50, 0.42, 0.42), np.float32)
    side = 0.5 - 0.5 * np.sign(moment.stage.glow_x - 0.01) * np.cos(angle)
    lit = (0.20 + 0.8 * side**2) * (0.6 - 0.4 * back) * np.sin(np.pi * np.clip(height * 0.93 + 0.05, 0, 1)) ** 0.5
    dots = Dots(
        place,
        (tall * (0.004 + 0.010 * uniform(moment.seed, _SIZE, count))).astype(np.float32),
        (pale[None] * (0.30 * lit * show)[:, None]).astype(np.float32),
        cover=(0.10 * show * np.ones(count)).astype(np.float32),
    )
    band_height = np.linspace(0.02, 1.0, 60, dtype=np.float32)[None, :]
    band_angle = (
        6.283 * uniform(moment.seed, _BAND_ANGLE, band_count)[:, None] + pace * moment.t * 1.1 + 9.0 * band_height
    )
    band_x, band_y, band_z, band_back = column(band_height + 0.0 * band_angle, band_angle)
    line = np.stack([p.x + band_x, p.y + band_y, p.z + band_z], -1).astype(np.float32)
    bands = Ribbons(
        line,
        (tall * (0.012 + 0.03 * band_height)).astype(np.float32),
        pale * np.float32(0.30),
        profile="veil",
        opacity=(show * 0.40 * (0.5 - 0.4 * band_back) * np.clip(np.sin(np.pi * band_height), 0, 1) ** 0.4).astype(
            np.float32
        ),
        depth=p.z,
    )
    foot = halo((p.x, p.y + 0.02 * tall, p.z - 0.5), 0.5 * tall, pale * np.float32(0.10 * show), width=2.2)
    return (foot, bands, dots)
