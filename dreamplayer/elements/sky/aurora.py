"""Curtains of green and rose light that fold and travel across the whole sky."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.primitives import Field, Form
from dreamplayer.drawing.sky.heavens import from_screen
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


@element("sky", 80.0, handles=("swirl", "dim", "spread"))
def aurora(moment: Moment) -> tuple[Form, ...]:
    """Curtains of green and rose light that fold and travel across the whole sky."""
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - 0.8 * moment.event("dim")) * (1.0 - 0.3 * moment.calm)
    tint = moment.tint
    low = scaled(tint, 0.30) if tint else (0.022, 0.155, 0.085)
    high = (0.11, 0.022, 0.085)
    t = moment.t % 3600.0 + 14.0 * moment.event("swirl")
    gain = 0.85 * show * (1.0 + 0.25 * moment.event("spread"))
    field = Field(
        "aurora", {"t": t, "opacity": gain, "seed": float(moment.seed % 17), "low": low, "high": high},
        depth=394.0, grain=4, slow=True, reflect=True,
        standin=(halo(from_screen(moment, 0.0, 0.35), 260.0, low, opacity=show, width=2.4),),
    )  # fmt: skip
    return (field, Light(from_screen(moment, 0.0, 0.6), (0.02 * show, 0.09 * show, 0.05 * show), 500.0, 0.0))
