"""A frozen sheet: pale fractures at many depths, frost in patches, clear blades of ice standing from it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.fallback_forms import cracks
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.crystal import cluster
from dreamplayer.drawing.materials.waters import glints
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Field, Form
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_RIGHT, _DEEP, _TALL = 1, 2, 3
"""Random lanes of the blades: where (right, deep), how tall."""


@element("ground", 3.0, handles=("melt", "crack", "mend", "shimmer"))
def ice(moment: Moment) -> tuple[Form, ...]:
    """A frozen sheet: pale fractures at many depths, frost in patches, clear blades of ice standing from it."""
    show = float(smooth(moment.presence, 0.0, 1.0))
    melt = float(smooth(moment.event("melt"), 0, 1))
    crack = float(smooth(moment.event("crack"), 0, 1)) * (1 - float(smooth(moment.event("mend"), 0, 1)))
    pale = np.asarray(moment.tint or (0.105, 0.125, 0.165), np.float32)
    params: dict[str, float | tuple[float, ...]] = {
        "t": moment.t % 3600.0,
        "opacity": show,
        "melt": melt,
        "crack": crack,
        "seed": float(moment.seed % 23),
        "tint": rgb(pale),
    }
    sheet = Field(
        "ice",
        params,
        depth=237.0,
        patch=(-moment.aspect, -1.0, moment.aspect, moment.stage.camera.horizon),
        grain=1,
        slow=True,
        standin=(cracks(moment.place.x, 6.0, 5.0, rgb(pale * np.float32(0.9)), show, moment.seed % 23, 40),),
    )
    forms: list[Form] = [sheet]
    inner = pale * np.float32(2.2) + np.asarray(moment.palette.glow, np.float32) * 1.2
    p = moment.place
    for k in range(4):
        x = p.x + (k - 1.5) * 1.7 * p.spread + 0.5 * float(normal(moment.seed, _RIGHT, 4)[k])
        z = max(p.z + 1.6 * float(normal(moment.seed, _DEEP, 4)[k]), 3.0)
        tall = moment.size(0.55) * (0.6 + 0.8 * float(uniform(moment.seed, _TALL, 4)[k])) * (1 - 0.85 * melt)
        forms.append(
            cluster(
                (x, 0.0, z),
                tall,
                6,
                moment.seed + k,
                colour=pale * np.float32(2.0),
                inner=inner * np.float32(0.45),
                crack=0.6 * crack,
                opacity=show * (1 - 0.6 * melt),
                spread=0.7,
            )
        )
    forms.append(halo((p.x, 0.2, p.z), 3.2, inner * np.float32(0.10 * show), width=2.0, reflect=False))
    forms.append(
        glints(
            moment,
            320,
            near=2.4,
            far=26.0,
            strength=0.9 * (1 + 0.6 * moment.event("shimmer")),
            wide=0.9,
            colour=(0.9, 0.8, 0.75),
        )
    )
    return tuple(forms)
