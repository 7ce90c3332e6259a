"""A low sun with the glow and the streaks of cirrus over it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Field, Form, Sprites
from dreamplayer.drawing.sky.heavens import BEYOND, from_screen, on_screen
from dreamplayer.elements.sky._shared.discs import SCALE, SUN
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

EMBER = (1.0, 0.225, 0.016)
"""Colour of a sun at the horizon in linear light."""


def low_sun(
    moment: Moment,
    up: float,
    low: tuple[float, float, float],
    high: tuple[float, float, float],
    warm: float,
    height: float,
) -> tuple[Form, ...]:
    """A sun by the horizon, cirrus lit from below, and its light on the world. `up` in radii over the hills."""
    camera = moment.stage.camera
    fades = max(0.75 * moment.event("dim"), 0.25 * moment.event("melt"))
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - fades) * (1.0 - 0.2 * moment.calm)
    u = on_screen(moment, moment.place.x, 0.0, max(moment.place.z, 60.0))[0] if moment.place.x else moment.stage.glow_x
    radius = 0.105 * moment.place.size
    v = camera.horizon + 0.085 * moment.stage.ridges + radius * up
    where = from_screen(moment, u, v)
    size = 2.0 * radius * BEYOND / camera.focal
    base = np.asarray(moment.tint or EMBER, np.float32)
    field = Field(
        "low_sun",
        {
            "t": moment.t % 3600.0, "opacity": show, "x": u, "height": height, "streaks": 0.9 * warm, "spread": 0.85,
            "low": tuple(c * warm for c in low), "high": tuple(c * warm for c in high),
        },
        depth=390.0, grain=4, slow=True, reflect=True,
        standin=(halo(where, size * 8, low, opacity=show, width=2.5),),
    )  # fmt: skip
    return (
        field,
        halo(where, size * 6.5, base * np.float32(0.16 * warm * show), depth=385.0),
        Sprites(SUN, np.array([where], np.float32), np.float32(size * SCALE), glow=rgb(base * np.float32(0.95)),
                opacity=np.float32(show), lit=0.0, rim=0.0, depth=384.0),
        halo((where[0], where[1], BEYOND * 0.5), size * 1.6, base * np.float32(0.10 * warm * show), width=2.4,
             depth=200.0, reflect=False),
        Light(where, rgb(base * np.float32(warm * show)), 420.0, 0.0),
    )  # fmt: skip
