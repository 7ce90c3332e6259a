"""Snow in large slow flakes, soft where near, warm on the side of the light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.falling import sinking
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_BRIGHTNESS, _SIZE = 31, 41
"""Random lanes of the flakes; the number of the layer, far to near, is added."""


@element("weather", 0.1, handles=("fall", "swirl", "hush", "melt"))
def snow(moment: Moment) -> tuple[Form, ...]:
    """Snow in large slow flakes, soft where near, warm on the side of the light."""
    quiet = 1.0 - 0.7 * max(moment.event("hush"), moment.event("melt"))
    whirl = moment.event("swirl") + (1.0 if moment.manner == "storm" else 0.0)
    forms: list[Form] = []
    cool, warm = (
        np.asarray(moment.tint or (0.60, 0.60, 0.68), np.float32),
        np.asarray(moment.palette.glow, np.float32) * 3.0,
    )
    for k, (n, near, far, size, soft) in enumerate(
        ((1500, 4.0, 34.0, 0.026, 1.0), (260, 1.4, 4.0, 0.030, 0.75), (22, 0.9, 1.5, 0.040, 0.10))
    ):
        where, here = sinking(
            moment,
            n,
            pace=0.34 + 0.25 * moment.event("fall"),
            near=near,
            far=far,
            sway=0.25 + 0.5 * whirl,
            wind=0.07 + 1.2 * whirl,
            lane=k,
        )
        own = uniform(moment.seed, _BRIGHTNESS + k, n)
        bright = here * quiet * (0.35 + 0.65 * own) * 0.50 * soft
        colour = (cool * 0.75 + warm)[None] * bright[:, None]
        forms.append(
            Dots(
                where,
                (size * (0.6 + 0.9 * uniform(moment.seed, _SIZE + k, n)) * (1.0 if k < 2 else 2.2)).astype(np.float32),
                colour.astype(np.float32),
                cover=(0.35 * here * quiet * soft).astype(np.float32),
                reflect=k == 0,
            )
        )
    return tuple(forms)
