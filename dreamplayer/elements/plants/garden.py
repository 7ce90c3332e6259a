"""Flowers to the horizon in drifts among grass, a path left open, pollen lights over them."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.plants.flower import HUES, meadow_flowers
from dreamplayer.drawing.plants.grass import field, fireflies, grass_tint, tuft
from dreamplayer.drawing.primitives import Form, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


@element("ground", 1.0, handles=("bloom", "grow", "open", "spread", "melt"))
def garden(moment: Moment) -> tuple[Form, ...]:
    """Flowers to the horizon in drifts among grass, a path left open, pollen lights over them.

    Notes: `free` the half width of the path at its nearest, in screen units, .3 unless given.
    """
    free = round(moment.param("free", 0.30), 2)
    told = max(moment.event("bloom"), moment.event("grow"), moment.event("open"), moment.event("spread"))
    own = 0.35 + 0.40 * float(smooth(moment.t / 14.0, 0.0, 1.0))
    open_ = own + (1.0 - own) * float(smooth(told, 0.0, 1.0))
    grown = open_ * float(smooth(moment.presence, 0.0, 1.0))
    show = float(smooth(moment.presence, 0.0, 0.6)) * (1.0 - 0.3 * float(smooth(moment.event("melt"), 0.0, 1.0)))
    hues = (
        HUES
        if moment.tint is None
        else np.asarray([moment.tint, *(0.5 * HUES[:3] + 0.5 * f32(moment.tint))], np.float32)
    )
    tint, glow = grass_tint(moment.replace(tint=None))
    flowers = meadow_flowers()
    forms: list[Form] = [
        field(
            moment,
            "garden/grass",
            tuft(),
            2600,
            moment.size(0.34),
            tint=tint,
            glow=glow,
            kinds=4,
            grown=max(grown, 0.7 * show),
            opacity=show,
            near=1.9,
            far=30.0,
            sway=0.03,
            free=0.0 if "free" not in moment.params else round(0.75 * free, 2),
        ),
        field(
            moment,
            "garden/far",
            flowers,
            4200,
            moment.size(0.42),
            tint=hues,
            glow=hues * 0.20,
            kinds=5,
            first=3,
            stride=4,
            near=6.0,
            far=42.0,
            grown=grown,
            opacity=show,
            sway=0.02,
            clump=0.85,
            free=round(0.55 * free, 2),
            lane=1,
            depth=14.0,
        ),
        field(
            moment,
            "garden/near",
            flowers,
            900,
            moment.size(0.44),
            tint=hues,
            glow=hues * 0.22,
            kinds=5,
            first=3,
            stride=4,
            near=2.0,
            far=6.5,
            grown=grown,
            opacity=show,
            sway=0.03,
            clump=0.9,
            free=free,
            lane=2,
            depth=4.0,
        ),
        fireflies(moment, 130, (1.0, 0.60, 0.22), show * (0.4 + 0.6 * open_)),
    ]
    forms.append(Light((moment.place.x, 0.8, moment.place.z), (0.34 * show, 0.17 * show, 0.06 * show), 5.0, 0.35))
    return tuple(forms)
