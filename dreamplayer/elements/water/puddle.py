"""Small mirrors of the sky left by rain, a ring in them now and then."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.waters import glints, pool
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.water._shared.rings import PALE, rings
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_RIGHT, _DEEP, _WIDE = 1, 2, 3
"""Random lanes: where each lies (right, deep), how wide it is."""


@element("ground", 1.6, handles=("ripple", "shimmer"))
def puddle(moment: Moment) -> tuple[Form, ...]:
    """Small mirrors of the sky left by rain, a ring in them now and then."""
    show = eased_presence(moment)
    n = int(min(max(moment.count, 1), 9))
    p, size = moment.place, moment.size(1.6)
    x = p.x + (np.zeros(1) if n == 1 else 2.2 * p.spread * normal(moment.seed, _RIGHT, n))
    z = np.maximum(p.z + (np.zeros(1) if n == 1 else 1.8 * normal(moment.seed, _DEEP, n)), 2.4)
    forms: list[Form] = []
    for k in range(n):
        wide = size * (0.6 + 0.6 * float(uniform(moment.seed, _WIDE, n)[k]))
        own = moment.replace(seed=moment.seed + k)
        forms.append(
            pool(own, float(x[k]), float(z[k]), wide, 0.75 * wide, strength=show, swell=0.05, tint=(0.10, 0.10, 0.16))
        )
        if k < 3:
            strength = show * (0.45 + 0.9 * moment.event("ripple"))
            forms.append(
                rings(
                    own, float(x[k]) + 0.2, float(z[k]), 0.65 * wide, strength=strength, t=moment.t + 4.0 * k, tint=PALE
                )
            )
    forms.append(glints(moment, 40, near=2.5, far=9.0, strength=0.7 + moment.event("shimmer"), wide=0.8))
    return tuple(forms)
