"""Deep grass in slow waves of wind, its tips faintly alight, small flowers scattered in it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.plants.flower import HUES, meadow_flowers
from dreamplayer.drawing.plants.grass import field, fireflies, grass_tint, tuft
from dreamplayer.drawing.primitives import Form
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("ground", 1.0, handles=("bloom", "grow", "shimmer"))
def meadow(moment: Moment) -> tuple[Form, ...]:
    """Deep grass in slow waves of wind, its tips faintly alight, small flowers scattered in it."""
    grown = 0.85 + 0.40 * moment.event("grow")
    show = float(smooth(moment.presence, 0.0, 1.0))
    tint, glow = grass_tint(moment)
    lit = np.asarray(glow, np.float32) * np.float32(11.0) + np.float32(0.02) * np.asarray(
        moment.palette.accent, np.float32
    )
    sway = 0.06 * (1.0 + 0.8 * moment.event("shimmer"))
    flowers = 0.12 + 0.88 * float(smooth(moment.event("bloom"), 0.0, 1.0))
    return (
        field(
            moment,
            "meadow/far",
            tuft(),
            3800,
            moment.size(0.55),
            tint=tint,
            glow=rgb(lit),
            kinds=4,
            near=5.0,
            far=46.0,
            grown=grown * show,
            opacity=show,
            sway=sway,
            depth=12.0,
        ),
        field(
            moment,
            "meadow/near",
            tuft(),
            1500,
            moment.size(0.50),
            tint=tint,
            glow=rgb(lit),
            kinds=4,
            near=1.7,
            far=5.0,
            grown=grown * show,
            opacity=show,
            sway=sway,
            lane=1,
            depth=3.2,
        ),
        field(
            moment,
            "meadow/flowers",
            meadow_flowers(),
            1300,
            moment.size(0.40),
            tint=HUES,
            glow=HUES * 0.16,
            kinds=5,
            first=3,
            stride=4,
            near=2.2,
            far=30.0,
            grown=show * flowers * 1.1,
            opacity=show,
            sway=sway,
            clump=0.75,
            lane=2,
            depth=6.0,
        ),
        fireflies(moment, 60, (0.85, 0.75, 0.30), show * (0.6 + 0.4 * moment.event("shimmer"))),
    )
