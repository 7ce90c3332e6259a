"""Mountain slopes folding down from both sides, paler with distance, a bright river winding out between them."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites, f32
from dreamplayer.elements.land._shared.peaks import PEAK, stained
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_HIGH = 1
"""Random lane of the height of the slopes."""
_LIGHT_RIGHT, _LIGHT_UP, _LIGHT_DEEP, _LIGHT_PHASE = 5, 6, 7, 8
"""Random lanes of the lights at the river's end: where (right, up, deep) and when each shines."""


@element("far", 16.0, handles=("part", "dim", "open"))
def valley(moment: Moment) -> tuple[Form, ...]:
    """Mountain slopes folding down from both sides, paler with distance, a bright river winding out between them."""
    p, tall = moment.place, moment.size(16.0)
    show = eased_presence(moment)
    near = max(p.z / 40.0, 0.6)
    rows = 4
    row = np.repeat(np.arange(rows), 2)
    side = np.where(np.arange(2 * rows) % 2, 1.0, -1.0)
    z = (np.array([17.0, 27.0, 42.0, 66.0])[row] + 1.5 * side) * near
    high = tall * (0.62 + 0.20 * row) * (0.85 + 0.3 * uniform(moment.seed, _HIGH, 2 * rows))
    # Each foot just meets the valley's floor; parted, they leave it wider.
    open_ = 0.10 + 0.14 * max(moment.event("part"), moment.event("open"))
    x = p.x + side * (1.18 * high + open_ * z)
    base = np.asarray(stained(moment, (0.105, 0.120, 0.085)), np.float32)
    where = np.stack([x, np.full(2 * rows, -0.02), z], 1).astype(np.float32)
    forms: list[Form] = []
    light = f32(moment.palette.glow) + f32([0.012, 0.007, 0.005])
    for k in range(rows - 1, -1, -1):
        pick = row == k
        forms.append(
            Sprites(
                PEAK,
                where[pick],
                high[pick].astype(np.float32),
                tint=(base[None] * np.float32(0.75 + 0.35 * k) * np.ones((2, 1), np.float32)),
                glow=(0.006, 0.005, 0.004),
                width=(side[pick] * 1.05).astype(np.float32),
                frame=f32([k % 3, (k + 1) % 3]),
                opacity=show,
                rim=0.9,
            )
        )
        forms.append(
            halo(
                (p.x, 0.03 * float(z[pick].mean()), float(z[pick].mean()) - 2.0),
                0.62 * float(z[pick].mean()),
                light * np.float32(show * (0.42 + 0.16 * k) * (1 - 0.7 * moment.event("dim"))),
                width=2.4,
                reflect=False,
            )
        )
    far = np.linspace(0.0, 1.0, 70)
    river_z = 2.4 * (78.0 * near / 2.4) ** far
    bend = 0.34 * np.sin(5.2 * far + 0.9 * (moment.seed % 7)) * (1.0 - 0.75 * far)
    course = np.stack([p.x * far + bend * river_z / moment.stage.camera.focal, 0.02 + 0 * river_z, river_z], -1)[None]
    walk = 0.75 + 0.25 * np.sin(16.0 * far - 0.5 * moment.t)
    shine = (light * 1.5 + 0.10 * f32(moment.palette.key)) * np.float32(show * (1 - 0.7 * moment.event("dim")))
    forms.append(
        Ribbons(
            course.astype(np.float32), (0.16 + 0.016 * river_z)[None].astype(np.float32),
            (shine[None, None] * (walk * (0.45 + 0.75 * far))[None, :, None]).astype(np.float32), reflect=False,
            depth=14.0,
        )
    )  # fmt: skip
    n = 26
    deep = (30.0 + 12.0 * uniform(moment.seed, _LIGHT_DEEP, n)) * near
    spot = np.stack(
        [p.x + 2.6 * normal(moment.seed, _LIGHT_RIGHT, n) * near, 0.2 + 0.5 * uniform(moment.seed, _LIGHT_UP, n), deep],
        1,
    )
    glim = 0.6 + 0.4 * np.sin(0.6 * moment.t + 6.28 * uniform(moment.seed, _LIGHT_PHASE, n))
    forms.append(
        Dots(spot.astype(np.float32), np.float32(0.22), (f32([1.0, 0.55, 0.2])[None] * (0.7 * glim * show)[:, None])
             .astype(np.float32), reflect=False, depth=12.0)
    )  # fmt: skip
    return tuple(forms)
