"""A small island out on dark water: rocks, a stand of trees, one warm light, its reflection under it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.waters import pool
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.plants.treepaint import KINDS, TREE
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.elements.land._shared.peaks import STONE
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_SHARE = 1
"""Random lane of how large the further islands are."""


@element("far", 13.0, handles=("rise", "dim"))
def island(moment: Moment) -> tuple[Form, ...]:
    """A small island out on dark water: rocks, a stand of trees, one warm light, its reflection under it."""
    p, size = moment.place, moment.size(13.0)
    show = eased_presence(moment)
    n = int(min(max(moment.count, 1), 5))
    forms: list[Form] = []
    if moment.stage.ground not in ("water", "glass", "cloud", "void"):
        forms.append(pool(moment, moment.stage.camera.x, 60.0, 400.0, 57.0, strength=show, swell=0.3))
    for k in range(n):
        share = 1.0 if k == 0 else 0.4 + 0.25 * float(uniform(moment.seed, _SHARE, n)[k])
        x = p.x + (0.0 if k == 0 else 1.9 * size * p.spread * (1 if k % 2 else -1) * (0.6 + 0.3 * k))
        z = p.z + 4.0 * k
        extent = size * share
        low = -0.25 * extent * (1 - show) + 0.10 * extent * moment.event("rise")
        # A domed back of land, rocks along its shore, a stand of trees on its crown.
        rocks = np.array(
            [[0.0, 0.0, 0.10, 0.62], [-0.62, 0.0, 0.12, 0.36], [0.60, 0.0, 0.08, 0.42], [-1.10, 0.0, 0.2, 0.16],
             [1.08, 0.0, 0.2, 0.20]],
            np.float32,
        )  # fmt: skip
        stones = Sprites(
            STONE,
            (f32([x, low - 0.03 * extent, z]) + rocks[:, :3] * np.float32(extent)),
            (rocks[:, 3] * extent).astype(np.float32),
            tint=(0.15, 0.135, 0.11),
            glow=(0.006, 0.005, 0.003),
            width=np.float32(2.0),
            frame=f32([1, 0, 1, 2, 0]),
            opacity=show,
            rim=0.9,
        )
        wood = np.array(
            [[-0.52, 0.22, 0.06, 0.62], [-0.24, 0.36, 0.04, 0.86], [0.10, 0.42, 0.02, 1.05], [0.40, 0.34, 0.05, 0.80],
             [0.66, 0.22, 0.05, 0.56], [-0.05, 0.34, -0.03, 0.70]],
            np.float32,
        )  # fmt: skip
        grove = Sprites(
            TREE,
            (f32([x, low, z - 0.05]) + wood[:, :3] * np.float32(extent)),
            (wood[:, 3] * extent).astype(np.float32),
            tint=(0.13, 0.14, 0.085),
            frame=f32([0, 1, 2, 1, 0, 2]) % KINDS,
            width=f32([1, -1, 1, -1, 1, -1]),
            opacity=show,
            rim=1.0,
        )
        # Lit air behind it and a bright line of shore: its edge separates land from water.
        dusk = f32(moment.palette.glow)
        forms += [
            halo((x, 0.30 * extent, z + 2.5), 3.6 * extent, dusk * np.float32(0.55 * show), width=1.5, reflect=False),
            halo((x, 0.0, z - 0.35), 0.30 * extent, dusk * np.float32(1.1 * show), width=9.0, reflect=False),
        ]
        forms += [*gathered(moment, stones, count=300), grove]
        if k == 0:
            burn = show * (1 - 0.85 * moment.event("dim")) * (0.9 + 0.1 * float(np.sin(0.6 * moment.t)))
            warm = f32([1.0, 0.46, 0.14])
            lamp = (x + 0.26 * extent, low + 0.24 * extent, z - 0.12 * extent)
            forms += [
                halo(lamp, 0.55 * extent, warm * np.float32(0.5 * burn)),
                Dots(f32([lamp]), np.float32(0.035 * extent), warm * np.float32(1.4 * burn)),
                Light(lamp, rgb(warm * np.float32(0.7 * burn)), 0.5 * extent, 0.3),
            ]
        forms.append(
            halo(
                (x, 0.02 * extent, z - 0.2),
                2.4 * extent,
                f32(moment.palette.glow) * np.float32(0.30 * show),
                width=1.6,
                reflect=False,
            )
        )
    return tuple(forms)
