"""Drops on every blade, each holding a point of the morning."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.plants.grass import field, tuft
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_DEEP, _RIGHT, _SWAY, _HIGH, _SHINE_PACE, _SHINE_PHASE, _HUE, _SIZE, _GLINT = 1, 2, 3, 4, 5, 6, 7, 8, 9
"""Random lanes of the drops: where (deep, right), when each sways, how high it hangs, how quickly and when it
shines, colour, size, which are glints.
"""
_BLADE_TALL, _BLADE_DEEP, _BLADE_SIDE, _BEAD_PHASE, _BEAD_SIZE = 41, 42, 43, 44, 45
"""Random lanes of the near blades: height, how deep in the picture, to which side it bends; of its drops when each
shines and its size.
"""


@element("ground", 0.3, handles=("shimmer", "ignite", "fall"))
def dew(moment: Moment) -> tuple[Form, ...]:
    """Drops on every blade, each holding a point of the morning."""
    show = eased_presence(moment)
    n = 1500
    z = 1.8 * (15.0 / 1.8) ** uniform(moment.seed, _DEEP, n)
    x = (uniform(moment.seed, _RIGHT, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    sway = 0.012 * np.sin(0.6 * moment.t + 6.28 * uniform(moment.seed, _SWAY, n))
    high = (0.04 + 0.22 * uniform(moment.seed, _HIGH, n)) * (1.0 - 0.8 * smooth(moment.event("fall"), 0.0, 1.0))
    glim = (
        0.22
        + 0.78
        * np.clip(
            np.sin(
                moment.t * (0.35 + 0.5 * uniform(moment.seed, _SHINE_PACE, n))
                + 6.28 * uniform(moment.seed, _SHINE_PHASE, n)
            ),
            0,
            1,
        )
        ** 5
    )
    hue = uniform(moment.seed, _HUE, n)[:, None]
    colour = f32([1.0, 0.72, 0.42]) * hue + f32([0.60, 0.66, 0.85]) * (1 - hue)
    if moment.tint:
        colour = 0.5 * colour + 0.5 * f32(moment.tint)
    gain = glim * show * (0.75 + 0.6 * max(moment.event("shimmer"), moment.event("ignite")))
    where = np.stack([moment.stage.camera.x + x + sway, high, z], 1).astype(np.float32)
    drops = Dots(
        where,
        (0.016 + 0.012 * uniform(moment.seed, _SIZE, n)).astype(np.float32),
        (colour * (0.9 * gain)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, n) > 0.955).astype(np.float32),
        depth=4.0,
        reflect=False,
    )
    grass = field(
        moment,
        "dew/grass",
        tuft(),
        4200,
        moment.size(0.30),
        tint=(0.035, 0.075, 0.035),
        glow=(0.010, 0.020, 0.010),
        kinds=4,
        near=1.7,
        far=18.0,
        opacity=show,
        grown=show,
        sway=0.012,
        depth=8.0,
    )
    return (grass, drops, *_near_blades(moment, show))


def _near_blades(moment: Moment, show: float, k: int = 26, m: int = 22) -> tuple[Form, ...]:
    """A few long blades close to the eye, bent by the drops that hang on them, a light in each drop."""
    along = np.linspace(0.0, 1.0, m)[None]
    own = uniform(moment.seed, _BLADE_TALL, k)[:, None]
    z = 2.5 + 1.6 * uniform(moment.seed, _BLADE_DEEP, k)[:, None]
    foot = (np.mod(0.61803 * np.arange(k), 1.0)[:, None] * 2 - 1) * 1.05 * moment.aspect * z / moment.stage.camera.focal
    side = np.where(uniform(moment.seed, _BLADE_SIDE, k) < 0.5, 1.0, -1.0)[:, None]
    tall = moment.size(0.30) * (1.3 + 1.5 * own)
    sway = 0.02 * np.sin(0.6 * moment.t + 6.28 * own) * along**2
    x = moment.stage.camera.x + foot + side * tall * 0.75 * along**2.2 + sway
    y = tall * (1.25 * along - 0.45 * along**3)
    at3 = np.stack([x, y, z + 0 * along], -1).astype(np.float32)
    blades = Ribbons(
        at3, (0.020 * (1.05 - along) * np.ones((k, 1))).astype(np.float32), (0.035, 0.075, 0.034), profile="body",
        opacity=np.float32(show), grown=np.float32(show), glow=(0.020, 0.042, 0.018), reflect=False, depth=3.2,
    )  # fmt: skip
    gone = 1.0 - smooth(moment.event("fall"), 0.0, 1.0)
    pick = np.stack([np.full(k, m - 1), (m * (0.55 + 0.25 * own[:, 0])).astype(int)], 1)
    beads = np.concatenate([at3[np.arange(k), pick[:, j]] for j in (0, 1)])
    beads[:, 1] -= 0.02
    glim = 0.55 + 0.45 * np.sin(0.5 * moment.t + 6.28 * uniform(moment.seed, _BEAD_PHASE, 2 * k))
    size = 0.034 + 0.034 * uniform(moment.seed, _BEAD_SIZE, 2 * k)
    pale = f32(moment.tint or (0.95, 0.82, 0.70))
    light = (pale[None] * (0.50 * glim * show * gone)[:, None]).astype(np.float32)
    spark = beads + f32([-0.012, 0.014, -0.02])
    return (
        blades,
        Dots(beads, size.astype(np.float32), light, cover=0.12, reflect=False, depth=3.1),
        Dots(spark, (0.55 * size).astype(np.float32), (1.6 * light).astype(np.float32), glint=0.75, reflect=False,
             depth=3.0),
    )  # fmt: skip
