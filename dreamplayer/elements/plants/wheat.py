"""A field of ripe wheat, golden in low light, waves of wind passing over it."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import grown_by
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import scaled
from dreamplayer.drawing.plants.grass import _BOX, _blade, field
from dreamplayer.drawing.primitives import Form, Shape
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.outline import taper
from dreamplayer.kit.sdf import Canvas, blob, canvas, oval
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment

_STALK = 2
"""Random lane of a painted stalk: where it stands, how it leans, how tall it is."""


def _wheat(seed: int) -> Painting:
    c = canvas(*_BOX, 200)
    layers: list[Layer] = []
    for k in range(4):
        spot, tilt, height = uniform(seed + k, _STALK, 3)
        x, top = (spot - 0.5) * 0.30, 0.52 + 0.24 * height
        lean = (tilt - 0.5) * 0.28
        layers.append(_blade(c, x, (x + lean, top), 0.008, 0.8))
        for which in range(11):
            up_ear = which / 11
            ear_x, ear_y = x + lean + lean * 0.25 * up_ear, top - 0.02 + 0.19 * up_ear - 0.05 * abs(lean) * up_ear
            side = 1.0 if which % 2 else -1.0
            grain = oval(c, (ear_x + side * 0.014, ear_y), 0.013, 0.026, -0.35 * side + lean)
            layers.append(Layer(grain, (0.95, 0.72, 0.34), glow=0.55, round=0.012))
            layers.append(
                _blade_at(c, (ear_x + side * 0.016, ear_y + 0.02), (ear_x + side * 0.05 + lean * 0.1, ear_y + 0.13))
            )
    return paint(c, layers)


def _blade_at(c: Canvas, foot: tuple[float, float], tip: tuple[float, float]) -> Layer:
    s = np.linspace(0, 1, 4)[:, None]
    spine = np.asarray(foot) * (1 - s) + np.asarray(tip) * s
    return Layer(blob(c, taper(spine, [0.0028, 0.001]), 0.03), (0.9, 0.7, 0.35), glow=0.4, round=0.004)


@cache
def _ears() -> Shape:
    """Ears of wheat, three frames."""
    return on(canvas(*_BOX, 8), "grass/wheat", lambda: frames([_wheat(31 + 9 * k) for k in range(3)]))


@element("ground", 1.1, handles=("grow", "shimmer"))
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
            _ears(),
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
