"""Stalks by the thousand: wheat, reeds."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.grass import field, reed
from dreamplayer.drawing.grass import wheat as wheat_shape
from dreamplayer.drawing.growing import grown_by
from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.primitives import Form
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("ground", 1.1, family="plant", answers=("grow", "shimmer"), several=1)
def wheat(moment: Moment) -> tuple[Form, ...]:
    """A field of ripe wheat, golden in low light, waves of wind passing over it."""
    show = float(smooth(moment.presence, 0.0, 1.0))
    grown = show * grown_by(moment, 2.0, "grow")
    gold = moment.tint or (0.55, 0.30, 0.085)
    sway = 0.09 * (1 + moment.event("shimmer"))
    glow = scaled(gold, 0.11)
    return tuple(
        field(
            moment,
            f"wheat/{k}",
            wheat_shape(),
            count,
            moment.size(1.05),
            tint=gold,
            glow=glow,
            kinds=3,
            near=near,
            far=far,
            grown=grown,
            opacity=show,
            sway=sway,
            lane=k,
            depth=depth,
            free=0.10,
        )
        for k, (count, near, far, depth) in enumerate(((4200, 6.0, 42.0, 14.0), (1700, 2.1, 6.0, 4.0)))
    )


@element("ground", 1.6, family="plant", answers=("grow", "part"), several=1)
def reeds(moment: Moment) -> tuple[Form, ...]:
    """Reeds standing at the edge of still water, dark against its light, swaying a little."""
    show = float(smooth(moment.presence, 0.0, 1.0))
    grown = show * grown_by(moment, 2.0, "grow")
    free = 0.30 + 0.4 * moment.event("part")
    return (
        field(
            moment,
            "reeds/far",
            reed(),
            420,
            moment.size(1.2),
            tint=(0.17, 0.17, 0.09),
            glow=(0.105, 0.078, 0.034),
            kinds=3,
            near=9.0,
            far=26.0,
            grown=grown,
            opacity=show,
            sway=0.06,
            clump=1.0,
            depth=13.0,
            free=round(free, 2),
        ),
        field(
            moment,
            "reeds/near",
            reed(),
            150,
            moment.size(1.35),
            tint=(0.15, 0.15, 0.08),
            glow=(0.105, 0.078, 0.034),
            kinds=3,
            near=2.4,
            far=5.0,
            grown=grown,
            opacity=show,
            sway=0.05,
            lane=1,
            depth=3.4,
            free=round(0.45 + free, 2),
        ),
    )
