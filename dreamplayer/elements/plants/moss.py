"""A soft carpet of moss in cushions, thousands of small green lights deep in it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import grown_by
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.plants.grass import field, tuft
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas, join, oval
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment

_LIGHT_DEEP, _LIGHT_RIGHT, _LIGHT_PHASE = 1, 2, 3
"""Random lanes of the lights: where (deep, right) and when each shines."""
_CUSHION_DEEP, _CUSHION_RIGHT, _CUSHION_SIZE, _CUSHION_KIND, _CUSHION_FLIP = 11, 12, 13, 14, 15
"""Random lanes of the cushions: where (deep, right), size, kind, whether mirrored."""


def _cushion_paint() -> Painting:
    """Rounded cushions of moss: a soft outline of many small heads, lit on their crowns."""
    c = canvas(-1.1, -0.06, 1.1, 0.92, 150)
    made = []
    for k in range(3):
        ragged = 0.10 * (fbm(c.x * 9.0 + 3 * k, c.y * 9.0, 4 + k, 3) - 0.5)
        lobes = [oval(c, (x, 0.0), w, h) for x, w, h in ((-0.42, 0.55, 0.50 + 0.08 * k), (0.30, 0.66, 0.72 - 0.07 * k),
                                                        (0.02, 0.50, 0.62))]  # fmt: skip
        d = np.asarray(join(*lobes, soft=0.10) + ragged, np.float32)
        d = np.maximum(d, -c.y)
        heads = fbm(c.x * 30.0 + k, c.y * 30.0, 21 + k, 2)
        crown = smooth(c.y, 0.0, 0.6) * (0.35 + 0.9 * heads)
        albedo = np.stack([0.55 * heads + 0.2, 0.62 * heads + 0.25, 0.40 * heads + 0.12], -1).astype(np.float32)
        relief = np.asarray(0.05 * heads, np.float32)
        made.append(paint(c, [Layer(d, albedo, glow=np.asarray(crown, np.float32), round=0.30, relief=relief)]))
    return frames(made)


_CUSHION = on(canvas(-1.1, -0.06, 1.1, 0.92, 8), "growth/cushion", _cushion_paint)


@element("ground", 0.2, handles=("grow", "spread", "shimmer"))
def moss(moment: Moment) -> tuple[Form, ...]:
    """A soft carpet of moss in cushions, thousands of small green lights deep in it."""
    show = float(smooth(moment.presence, 0.0, 1.0))
    grown = show * grown_by(moment, 10.0, "grow", "spread")
    n = 2600
    z = 1.9 * (16.0 / 1.9) ** uniform(moment.seed, _LIGHT_DEEP, n)
    x = (uniform(moment.seed, _LIGHT_RIGHT, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    patch = fbm((x * 0.9).astype(np.float32), (z * 0.7).astype(np.float32), moment.seed % 997, 3)
    hue = np.asarray(moment.tint or (0.20, 0.42, 0.13), np.float32) + f32([0.05, 0.03, 0.0])
    glim = (
        np.clip(np.sin(0.5 * moment.t + 6.28 * uniform(moment.seed, _LIGHT_PHASE, n)), 0, 1) ** 2
        * (1 + moment.event("shimmer"))
        * 0.6
        + 0.16
    )
    bright = smooth(patch, 0.45, 0.65) * glim * grown * 1.1
    lights = Dots(
        np.stack([x + moment.stage.camera.x, 0.03 + 0.05 * patch, z], 1).astype(np.float32),
        np.float32(0.026),
        (hue[None] * bright[:, None]).astype(np.float32),
        reflect=False,
    )
    n = 70
    zc = 2.4 * (11.0 / 2.4) ** uniform(moment.seed, _CUSHION_DEEP, n)
    xc = (uniform(moment.seed, _CUSHION_RIGHT, n) * 2 - 1) * moment.aspect * zc / moment.stage.camera.focal
    cushions = Sprites(
        _CUSHION,
        np.stack([xc + moment.stage.camera.x, np.full(n, -0.02), zc], 1).astype(np.float32),
        (moment.size(0.21) * (0.5 + uniform(moment.seed, _CUSHION_SIZE, n))).astype(np.float32),
        tint=rgb(hue * np.float32(0.50)),
        glow=rgb(hue * np.float32(0.055 + 0.05 * moment.event("shimmer"))),
        opacity=np.float32(show),
        rim=0.5,
        frame=np.floor(uniform(moment.seed, _CUSHION_KIND, n) * 3).astype(np.float32),
        width=(np.where(uniform(moment.seed, _CUSHION_FLIP, n) < 0.5, 1.0, -1.0) * 1.5).astype(np.float32),
        reflect=False,
    )
    return (
        cushions,
        field(
            moment,
            "moss",
            tuft(),
            6500,
            moment.size(0.11),
            tint=(0.42, 0.72, 0.22),
            glow=(0.26, 0.46, 0.13),
            kinds=4,
            near=1.7,
            far=16.0,
            grown=grown,
            opacity=show,
            clump=0.75,
            sway=0.004,
            depth=8.0,
        ),
        lights,
    )
