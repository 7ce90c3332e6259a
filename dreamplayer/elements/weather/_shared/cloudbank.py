"""A ceiling of storm cloud with light asleep in it."""

from __future__ import annotations

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.primitives import Field
from dreamplayer.drawing.sky.heavens import from_screen
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


def bank(moment: Moment, base: float, inner: float, lit: tuple[float, float, float], u: float, v: float) -> Field:
    """A ceiling of cloud from `base` up, with a light inside at (u, v) of strength `inner`."""
    show = smooth(moment.presence, 0.0, 1.0)
    return Field(
        "cloudbank",
        {
            "t": moment.t % 3600.0,
            "opacity": show,
            "seed": float(moment.seed % 53),
            "base": base,
            "inner_x": u,
            "inner_y": v,
            "inner": inner,
            "lit": lit,
        },
        depth=350.0,
        grain=4,
        slow=True,
        reflect=True,
        standin=(halo(from_screen(moment, u, v), 200.0, scaled(lit, 0.16), opacity=show * min(inner, 1.0), width=2.0),),
    )
