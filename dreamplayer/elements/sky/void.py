"""Deep darkness that slowly turns, a few motes drifting into it; quiet, never a mouth."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.fallback_forms import DARK
from dreamplayer.drawing.primitives import Dots, Field, Form, Sprites, f32
from dreamplayer.drawing.sky.heavens import BEYOND, from_screen
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_BORN, _PERIOD, _ANGLE, _BRIGHT, _SIZE = 1, 2, 3, 4, 5
"""Random lanes of the motes: when and how slowly each drifts in, from where, brightness, size."""


@element("sky", 60.0, handles=("open", "close", "spread", "swirl"), name="void")
def void(moment: Moment) -> tuple[Form, ...]:
    """Deep darkness that slowly turns, a few motes drifting into it; quiet, never a mouth."""
    camera = moment.stage.camera
    v = camera.horizon + 0.42 * (1.0 - camera.horizon)
    opened = max(moment.event("open"), moment.event("spread"), moment.event("swirl")) - 0.5 * moment.event("close")
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - 0.5 * moment.event("close"))
    field = Field(
        "void",
        {"t": moment.t % 3600.0, "opacity": show, "x": 0.0, "y": v, "open": opened},
        depth=395.0,
        grain=4,
        slow=True,
        standin=(
            Sprites(DARK, f32([from_screen(moment, 0.0, v)]), np.float32(0.95 * BEYOND / camera.focal),
                    opacity=np.float32(0.8 * show), lit=0.0, rim=0.0, width=1.4),
        ),
    )  # fmt: skip
    n = 340
    life = np.mod(uniform(moment.seed, _BORN, n) + moment.t / (46.0 + 30.0 * uniform(moment.seed, _PERIOD, n)), 1.0)
    radius = (1.25 + 0.5 * opened) * (1.0 - life) ** 0.8 + 0.03
    angle = 6.283 * uniform(moment.seed, _ANGLE, n) + 2.6 * life + 0.6 / (radius + 0.25) - 0.05 * moment.t
    z = np.full(n, 24.0, np.float32)
    place = np.stack(
        [
            camera.x + radius * 1.25 * np.cos(angle) * z / camera.focal,
            camera.eye + (v - camera.horizon + 0.85 * radius * np.sin(angle)) * z / camera.focal,
            z,
        ],
        1,
    ).astype(np.float32)
    bright = np.sin(np.pi * life) ** 1.3 * (0.25 + 0.75 * uniform(moment.seed, _BRIGHT, n)) * show * 0.5
    colour = np.asarray(moment.tint or (0.80, 0.56, 0.40), np.float32)
    return (
        field,
        Dots(place, (0.05 + 0.12 * uniform(moment.seed, _SIZE, n) ** 3).astype(np.float32),
             (colour[None, :] * bright[:, None]).astype(np.float32), reflect=False),
    )  # fmt: skip
