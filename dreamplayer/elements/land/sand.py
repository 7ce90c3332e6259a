"""Low drifts of sand and threads of it running over the ground on the wind, grains catching light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.elements.land._shared.dune import DUNE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_DRIFT = 1
"""Random lane of where the drifts lie."""
_THREAD, _ALONG, _PACE, _LIFT, _BRIGHT = 2, 3, 4, 5, 9
"""Random lanes of the grains: in which thread, where along it, how quickly it runs, how high, how bright."""
_POUR_FALL, _POUR_RIGHT, _POUR_DEEP = 6, 7, 8
"""Random lanes of the grains that are poured: how far each has fallen, where (right, deep)."""


@element("ground", 1.0, handles=("fall", "swirl", "pour"))
def sand(moment: Moment) -> tuple[Form, ...]:
    """Low drifts of sand and threads of it running over the ground on the wind, grains catching light."""
    show = eased_presence(moment)
    hue = np.asarray(moment.tint or (0.52, 0.31, 0.16), np.float32)
    n = 6
    z = f32([3.6, 5.0, 7.0, 10.0, 15.0, 22.0])
    x = (
        moment.stage.camera.x
        + (uniform(moment.seed, _DRIFT, n) * 2 - 1) * 0.8 * moment.aspect * z / moment.stage.camera.focal
    )
    drifts = Sprites(
        DUNE,
        np.stack([x, np.full(n, -0.02), z], 1).astype(np.float32),
        (0.06 * z * moment.place.size).astype(np.float32),
        tint=hue * np.float32(0.45),
        glow=rgb(hue * np.float32(0.05)),
        width=np.float32(1.9),
        frame=(np.arange(n) % 3).astype(np.float32),
        opacity=show,
        rim=0.4,
    )
    grain_count = 2600
    strand = np.floor(uniform(moment.seed, _THREAD, grain_count) * 12)
    along = np.mod(
        uniform(moment.seed, _ALONG, grain_count)
        + moment.t * 0.045 * (0.6 + 0.8 * uniform(moment.seed, _PACE, grain_count)),
        1.0,
    )
    grain_z = 2.6 * (20.0 / 2.6) ** np.mod(strand * 0.381966 + 0.1, 1.0) + 0.5 * np.sin(5 * along + strand)
    half = 1.15 * moment.aspect * grain_z / moment.stage.camera.focal
    grain_x = moment.stage.camera.x + half * (2 * along - 1)
    lift = 0.02 + 0.10 * np.abs(normal(moment.seed, _LIFT, grain_count)) * (1 + 3.0 * moment.event("swirl")) * (
        0.4 + 0.6 * np.sin(np.pi * along)
    )
    pour = float(smooth(max(moment.event("pour"), moment.event("fall")), 0, 1))
    grain_y = lift * (1 - pour)
    if pour > 0:
        p = moment.place
        fall = np.mod(uniform(moment.seed, _POUR_FALL, grain_count) + moment.t * 0.16, 1.0)
        grain_x = (
            grain_x
            + (
                p.x
                + (0.02 + 0.25 * (1 - np.clip(fall * 1.15, 0, 1) < 0.05))
                * normal(moment.seed, _POUR_RIGHT, grain_count)
                - grain_x
            )
            * pour
        )
        grain_y = grain_y + 2.4 * (1 - fall) * pour
        grain_z = grain_z + (p.z + 0.05 * normal(moment.seed, _POUR_DEEP, grain_count) - grain_z) * pour
    bright = np.sin(np.pi * along) ** 0.6 * (0.10 + 0.5 * uniform(moment.seed, _BRIGHT, grain_count) ** 4) * show
    grains = Dots(
        np.stack([grain_x, grain_y, np.maximum(grain_z, 1.2)], 1).astype(np.float32),
        np.float32(0.014),
        ((hue + f32(moment.palette.glow))[None] * bright[:, None]).astype(np.float32),
        reflect=False,
    )
    return (drifts, grains)
