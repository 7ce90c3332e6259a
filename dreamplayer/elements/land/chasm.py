"""A cleft opening in the ground, walls one can look down, copper light far below, fine cracks running from it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.fallback_forms import cracks
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.waters import ground_patch
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Field, Form
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BORN, _PERIOD, _ALONG, _ACROSS, _HIGH, _BRIGHT = 1, 2, 3, 4, 5, 6
"""Random lanes of the motes: when and how slowly each rises, where (along the cleft, across it), how high, how
bright.
"""

_CRACKLIGHT = (1.0, 0.40, 0.105)
"""Copper light from below in linear light where the words name no colour."""


@element("ground", 2.0, handles=("crack", "open", "mend", "spread", "dim", "pulse"))
def chasm(moment: Moment) -> tuple[Form, ...]:
    """A cleft opening in the ground, walls one can look down, copper light far below, fine cracks running from it."""
    p = moment.place
    told = max(moment.event("crack"), moment.event("open"), moment.event("spread"))
    own = 0.30 + 0.30 * float(smooth(moment.t / 9.0, 0, 1))
    wide = own + (1.0 - own) * float(smooth(told, 0, 1))
    wide *= 1.0 - 0.97 * float(smooth(moment.event("mend"), 0, 1))
    show = float(smooth(moment.presence, 0.0, 1.0))
    wide *= show
    beat = 0.5 + 0.5 * float(np.sin(2 * np.pi * moment.t / 4.6))
    light = (0.85 + 0.5 * moment.event("pulse") * beat) * (1 - 0.85 * moment.event("dim")) * show
    inner = np.asarray(moment.tint or _CRACKLIGHT, np.float32)
    size = moment.size(2.0)
    z = max(p.z, 3.4)
    params: dict[str, float | tuple[float, ...]] = {
        "t": moment.t % 3600.0,
        "opacity": show,
        "x": p.x,
        "z": z,
        "width": 0.30 * size * wide,
        "span": (1.5 + 0.9 * wide) * size,
        "glowing": light,
        "seed": float(moment.seed % 29),
        "run": 0.10 * (1 if moment.seed % 2 else -1),
        "inner": rgb(inner),
    }
    cleft = Field(
        "chasm",
        params,
        depth=235.0,
        patch=ground_patch(moment, p.x, z, 2.6 * size, 2.4 * size),
        grain=1,
        standin=(
            cracks(p.x, z, 0.9 * size, rgb(inner * np.float32(0.5 * light)), show * wide, moment.seed % 29, 10),
            halo((p.x, 0.02, z), size, inner, opacity=show * wide, width=0.5),
        ),
    )
    n = 420
    life = np.mod(uniform(moment.seed, _BORN, n) + moment.t / (7.0 + 7.0 * uniform(moment.seed, _PERIOD, n)), 1.0)
    along = z + 1.4 * size * (uniform(moment.seed, _ALONG, n) * 2 - 1)
    place = np.stack(
        [
            p.x
            + 0.10 * (along - z) * (1 if moment.seed % 2 else -1)
            + 0.28 * size * wide * normal(moment.seed, _ACROSS, n) * (0.5 + life),
            0.02 + size * (0.25 + 0.75 * uniform(moment.seed, _HIGH, n)) * life,
            np.maximum(along, 1.3),
        ],
        1,
    )
    bright = np.sin(np.pi * life) ** 1.5 * (0.15 + 0.85 * uniform(moment.seed, _BRIGHT, n) ** 3) * light * wide
    return (
        cleft,
        halo(
            (p.x, 0.1, z), 2.2 * size * (0.4 + wide), inner * np.float32(0.17 * light * wide), width=1.2, reflect=False
        ),
        Dots(
            place.astype(np.float32),
            np.float32(0.022),
            (inner[None] * (0.8 * bright)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Light((p.x, 0.12, z), rgb(inner * np.float32(0.75 * light * (0.3 + 0.7 * wide))), 1.7 * size, 0.45),
    )
