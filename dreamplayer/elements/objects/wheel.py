"""A wooden cart wheel that turns slowly, by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, place_prop, sdf_prop
from dreamplayer.elements.objects._shared.brass import brass
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, disc, shell
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _cart_wheel(c: Canvas) -> list[Layer]:
    """A wooden wheel of twelve spokes, iron-bound."""
    r, a = np.hypot(c.x, c.y), np.arctan2(c.y, c.x)
    spoke = np.abs(np.mod(a / (np.pi / 6) + 0.5, 1) - 0.5) * (np.pi / 6) * r - 0.020 - 0.008 * np.cos(r * 14)
    spokes = np.maximum(spoke, np.maximum(r - 0.40, 0.08 - r))
    grain = (0.6 + 0.6 * fbm(c.x * 12, c.y * 12, seed=3))[..., None] * np.array([0.20, 0.11, 0.055])
    return [
        Layer(spokes, grain.astype(np.float32), round=0.03),
        Layer(shell(disc(c, (0, 0), 0.425), 0.045), grain.astype(np.float32), round=0.04),
        Layer(shell(disc(c, (0, 0), 0.482), 0.012), (0.10, 0.09, 0.09), glow=0.16, round=0.012),
        Layer(disc(c, (0, 0), 0.11), grain.astype(np.float32), round=0.08),
        Layer(disc(c, (0, 0), 0.055), brass(c), round=0.04, glow=0.25),
    ]


_WHEEL = sdf_prop("find/wheel", (-0.56, -0.56, 0.56, 0.56), _cart_wheel, edge=0.34)


@element("prop", 1.1, handles=("swirl", "twist"))
def wheel(moment: Moment) -> tuple[Form, ...]:
    """A wooden cart wheel that turns slowly, by itself."""
    s = moment.size(1.0)
    at2 = moment.replace(place=replace(moment.place, y=moment.place.y + 0.5 * s))
    spin = moment.t * (0.10 + 0.35 * max(moment.event("swirl"), moment.event("twist")))
    return place_prop(
        at2, _WHEEL, Look(glow=0.8, back=0.04, lamp=0.35, reach=1.6, mirror=False, pool=0.0), wide=1.2, cap=5, turn=spin
    )
