"""An old padlock of brass, light shining through its keyhole; it opens with a wider light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, place_prop, sdf_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, both, disc, join, oval, shell
from dreamplayer.kit.sdf import cut as without
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _lock(c: Canvas) -> list[Layer]:
    body = join(oval(c, (0, 0.36), 0.34, 0.36), oval(c, (0, 0.30), 0.30, 0.28), soft=0.05)
    shackle = both(shell(oval(c, (0, 0.66), 0.215, 0.30), 0.045), -(c.y - 0.60))
    rim = shell(body + 0.035, 0.008)
    rim2 = shell(body + 0.11, 0.005)
    hole = join(
        disc(c, (0, 0.40), 0.060),
        np.maximum(np.abs(c.x) - 0.028 - 0.10 * (0.40 - c.y).clip(0), np.abs(c.y - 0.30) - 0.11),
        soft=0.01,
    )
    plate = oval(c, (0, 0.355), 0.115, 0.19)
    patina = 0.7 + 0.6 * fbm(c.x * 7, c.y * 7, seed=3)
    brass = patina[..., None] * np.array([0.20, 0.12, 0.045])
    leak = np.exp(-np.hypot(c.x, (c.y - 0.36) * 0.8) / 0.11)
    return [
        Layer(shackle, (0.13, 0.11, 0.10), round=0.05),
        Layer(body, brass.astype(np.float32), round=0.16, glow=(0.30 * leak).astype(np.float32)),
        Layer(rim, (0.30, 0.18, 0.06), glow=0.10, round=0.008),
        Layer(rim2, (0.26, 0.16, 0.06), glow=0.05, round=0.005),
        Layer(without(plate, hole), (0.16, 0.10, 0.05), round=0.03, glow=(0.35 * leak).astype(np.float32)),
        Layer(hole, (0.5, 0.4, 0.3), glow=0.98, round=0.01),
    ]


_LOCK = sdf_prop("object/lock", (-0.46, -0.08, 0.46, 1.10), _lock, edge=0.30)


@element("air", 1.0, handles=("open",))
def lock(moment: Moment) -> tuple[Form, ...]:
    """An old padlock of brass, light shining through its keyhole; it opens with a wider light."""
    opened = float(smooth(moment.event("open"), 0, 1))
    return place_prop(
        moment,
        _LOCK,
        Look(
            glow=0.8 + 0.7 * opened,
            back=0.04 + 0.06 * opened,
            lamp=0.4 + 0.6 * opened,
            lamp_at=0.35,
            reach=1.6,
            bob=0.03,
            sway=0.03,
            mirror=False,
        ),
        wide=1.0,
        turn=-0.35 * opened,
    )
