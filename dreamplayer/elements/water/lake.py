"""A wide still lake: far shore in mist, reeds to either side, a path of light across it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.waters import glints, pool
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.plants.grass import field, reed
from dreamplayer.drawing.primitives import Form, f32
from dreamplayer.elements.water._shared.rings import several_rings, wet
from dreamplayer.model.moment import Moment


@element("ground", 30.0, handles=("ripple", "shimmer", "hush"))
def lake(moment: Moment) -> tuple[Form, ...]:
    """A wide still lake: far shore in mist, reeds to either side, a path of light across it."""
    show = eased_presence(moment)
    forms: list[Form] = []
    if not wet(moment):
        forms.append(pool(moment, 0.0, 26.0, 46.0, 23.5, strength=show, swell=0.3))
    forms += [
        glints(
            moment,
            420,
            strength=0.9 * (1.0 + 0.5 * moment.event("shimmer")) * (1.0 - 0.7 * moment.event("hush")),
            wide=0.42,
        ),
        halo(
            (moment.stage.camera.x, 0.3, 55.0),
            46.0,
            f32(moment.palette.glow) * np.float32(0.30 * show),
            width=4.0,
            depth=56.0,
        ),
        field(
            moment,
            "lake/reeds",
            reed(),
            260,
            1.15,
            tint=(0.07, 0.075, 0.045),
            glow=(0.035, 0.026, 0.011),
            kinds=3,
            near=2.8,
            far=8.0,
            opacity=show,
            grown=show,
            sway=0.04,
            clump=1.0,
            free=0.85,
            depth=3.6,
        ),
    ]
    if moment.event("ripple") > 0.01:
        forms += several_rings(moment, 2, 2.2, show * moment.event("ripple"), 1.8)
    return tuple(forms)
