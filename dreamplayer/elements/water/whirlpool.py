"""Water winding slowly into itself, threads of light carried round, petals of foam among them."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.fallback_forms import pit, spiral_arms
from dreamplayer.drawing.materials.waters import ground_patch, pool
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Dots, Field, Form, f32
from dreamplayer.elements.water._shared.rings import PALE, wet
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_BORN, _PERIOD, _ANGLE, _BRIGHT = 1, 2, 3, 4
"""Random lanes of the foam: when and how slowly it is drawn in, angle, brightness."""


@element("ground", 5.0, handles=("swirl", "spread", "close", "hush"))
def whirlpool(moment: Moment) -> tuple[Form, ...]:
    """Water winding slowly into itself, threads of light carried round, petals of foam among them."""
    show = eased_presence(moment) * (1.0 - 0.75 * max(moment.event("close"), moment.event("hush")))
    p = moment.place
    reach = moment.size(5.0) * (0.75 + 0.25 * max(moment.event("spread"), moment.event("swirl")))
    forms: list[Form] = []
    if not wet(moment):
        forms.append(pool(moment, p.x, p.z, 1.9 * reach, 1.4 * reach, strength=show, swell=0.2))
    pull = moment.event("swirl")
    params: dict[str, float | tuple[float, ...]] = {
        "t": moment.t % 3600.0 + 12.0 * pull,
        "opacity": show,
        "x": p.x,
        "z": p.z,
        "reach": reach,
        "pull": 0.0,
        "tint": PALE,
    }
    forms.append(
        Field(
            "whirlpool",
            params,
            depth=238.0,
            patch=ground_patch(moment, p.x, p.z, 1.1 * reach, 1.1 * reach),
            grain=1,
            standin=(
                pit(p.x, p.z, 0.35 * reach, 0.7 * show),
                spiral_arms(p.x, p.z, reach, moment.t, (0.12, 0.10, 0.10), show),
            ),
        )
    )
    n = 420
    life = np.mod(uniform(moment.seed, _BORN, n) + moment.t / (30.0 + 20.0 * uniform(moment.seed, _PERIOD, n)), 1.0)
    radius = reach * (1.05 * (1.0 - life) ** 0.9 + 0.03)
    angle = 6.283 * uniform(moment.seed, _ANGLE, n) - 2.6 * np.log(radius / reach + 0.05) - 0.12 * moment.t
    where = np.stack(
        [p.x + radius * np.cos(angle), np.full(n, 0.02), np.maximum(p.z + radius * np.sin(angle), 0.8)], 1
    ).astype(np.float32)
    bright = np.sin(np.pi * life) ** 1.4 * (0.25 + 0.75 * uniform(moment.seed, _BRIGHT, n)) * show * 0.5
    base = f32(moment.palette.glow) * 2.5 + f32([0.16, 0.12, 0.10])
    forms.append(Dots(where, np.float32(0.04), (base[None] * bright[:, None]).astype(np.float32), reflect=False))
    return tuple(forms)
