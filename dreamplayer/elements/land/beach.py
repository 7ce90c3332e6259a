"""Sand in the foreground, the sea's edge washing up and drawing back in a pale line, stones and shells in it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.fallback_forms import foam
from dreamplayer.drawing.materials.waters import glints
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Dots, Field, Form, Sprites, f32
from dreamplayer.elements.land._shared.peaks import STONE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_PEBBLE_DEEP, _PEBBLE_RIGHT, _PEBBLE_SIZE, _PEBBLE_KIND = 1, 2, 3, 4
"""Random lanes of the pebbles: where (deep, right), size, kind."""
_GRAIN_DEEP, _GRAIN_RIGHT, _GRAIN_PHASE = 5, 6, 7
"""Random lanes of the wet grains: where (deep, right) and when each shines."""


@element("ground", 30.0, handles=("rise", "hush", "shimmer"))
def beach(moment: Moment) -> tuple[Form, ...]:
    """Sand in the foreground, the sea's edge washing up and drawing back in a pale line, stones and shells in it."""
    show = eased_presence(moment)
    shore = 5.2 - 1.6 * float(smooth(moment.event("rise"), 0, 1))
    waves = {"t": moment.t % 3600.0, "opacity": show, "swell": 0.9 * (1 - 0.6 * moment.event("hush")), "shore": shore}
    n = 22
    z = 2.3 + 2.4 * uniform(moment.seed, _PEBBLE_DEEP, n)
    x = (
        moment.stage.camera.x
        + (uniform(moment.seed, _PEBBLE_RIGHT, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    )
    pebbles = Sprites(
        STONE,
        np.stack([x, np.full(n, -0.01), z], 1).astype(np.float32),
        (0.05 + 0.09 * uniform(moment.seed, _PEBBLE_SIZE, n) ** 2).astype(np.float32),
        tint=(0.22, 0.19, 0.18),
        opacity=show,
        frame=np.floor(uniform(moment.seed, _PEBBLE_KIND, n) * 3).astype(np.float32),
        width=1.3,
        rim=0.5,
    )
    grain_count = 240
    grain_z = 2.0 + 3.0 * uniform(moment.seed, _GRAIN_DEEP, grain_count)
    grain_x = (
        moment.stage.camera.x
        + (uniform(moment.seed, _GRAIN_RIGHT, grain_count) * 2 - 1)
        * 1.1
        * moment.aspect
        * grain_z
        / moment.stage.camera.focal
    )
    wet = np.clip(np.sin(0.5 * moment.t + 6.28 * uniform(moment.seed, _GRAIN_PHASE, grain_count)), 0, 1) ** 3 * (
        0.3 + 0.5 * moment.event("shimmer")
    )
    specks = Dots(
        np.stack([grain_x, np.full(grain_count, 0.012), grain_z], 1).astype(np.float32),
        np.float32(0.02),
        (f32([1.0, 0.7, 0.45])[None] * (0.5 * wet * show)[:, None]).astype(np.float32),
        reflect=False,
    )
    return (
        Field(
            "surf",
            waves,
            depth=239.0,
            patch=(-moment.aspect, -1.0, moment.aspect, moment.stage.camera.horizon),
            grain=2,
            standin=(foam(moment.t, shore + 1.0, 2.2 * moment.aspect, (0.24, 0.20, 0.19), show),),
        ),
        glints(moment, 420, near=shore + 1.0, far=110.0, strength=1.1, wide=0.36),
        pebbles,
        specks,
    )
