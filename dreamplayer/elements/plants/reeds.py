"""Reeds standing at the edge of still water, dark against its light, swaying a little."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import grown_by
from dreamplayer.drawing.plants.grass import field, reed
from dreamplayer.drawing.primitives import Form
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("ground", 1.6, handles=("grow", "part"))
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
