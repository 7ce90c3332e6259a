"""Rings of light widening from one quiet touch, uneven, thinner as they go."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.waters import pool
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.primitives import Form, f32
from dreamplayer.elements.water._shared.rings import rings, several_rings, wet
from dreamplayer.model.moment import Moment


@element("ground", 2.0, handles=("ripple", "spread", "pulse", "hush"))
def ripple(moment: Moment) -> tuple[Form, ...]:
    """Rings of light widening from one quiet touch, uneven, thinner as they go."""
    show = eased_presence(moment) * (1.0 - 0.7 * moment.event("hush"))
    told = max(moment.event("ripple"), moment.event("spread"), moment.event("pulse"))
    reach = moment.size(2.0) * (1.0 + 0.5 * told)
    forms: list[Form] = []
    if not wet(moment):
        forms.append(
            pool(moment, moment.place.x, moment.place.z, 1.7 * reach, 1.5 * reach, strength=0.9 * show, swell=0.1)
        )
    if moment.count > 1:
        return (
            *forms,
            *several_rings(moment, min(moment.count, 5), 0.8 * reach, show * (0.9 + 0.5 * told), 1.3 * reach),
        )
    p = moment.place
    tint = tuple(0.14 * c + 0.04 for c in moment.tint) if moment.tint else (0.16, 0.115, 0.10)
    forms.append(rings(moment, p.x, p.z, reach, strength=show * (1.15 + 0.6 * told), period=11.0, tint=tint))  # type: ignore[arg-type]
    beat = float(np.clip(np.sin(2 * np.pi * moment.t / 11.0 * 5 / 5), 0, 1)) ** 3
    forms.append(
        halo((p.x, 0.02, p.z), 0.8, f32(moment.palette.key) * np.float32(0.10 * show * (0.4 + 0.6 * beat)), width=2.2)
    )
    return tuple(forms)
