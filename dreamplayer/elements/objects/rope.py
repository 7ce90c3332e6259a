"""A rope hanging down out of the dark with a knot in it, swaying a little."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import around
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


@element("air", 2.2, handles=("open", "tremble"))
def rope(moment: Moment) -> tuple[Form, ...]:
    """A rope hanging down out of the dark with a knot in it, swaying a little."""
    size = moment.size(2.2)
    base = np.asarray(moment.tint or (0.42, 0.27, 0.13), np.float32)
    here = float(smooth(moment.presence, 0.0, 1.0))
    points = 60
    height = np.linspace(0, 1, points)
    loose = moment.event("open")
    sway = (0.05 + 0.12 * moment.event("tremble")) * np.sin(0.7 * moment.t)
    x = moment.place.x + size * sway * (1 - height) ** 1.5
    y = moment.place.y + size * (2.6 * height)
    strands = []
    for ply in range(3):
        turn = 62 * height + 2.09 * ply
        strands.append(np.stack([x + 0.021 * size * np.cos(turn), y, moment.place.z + 0.021 * size * np.sin(turn)], -1))
    knot_angle = np.linspace(0, 2 * np.pi, points)
    knot = np.stack(
        [
            x[6] + 0.05 * size * (1 + loose) * np.sin(2 * knot_angle),
            y[6] + 0.06 * size * (1 + loose) * np.cos(knot_angle + 0.4),
            moment.place.z + 0.03 * size * np.cos(3 * knot_angle),
        ],
        -1,
    )
    strands.append(knot)
    warm = np.asarray(moment.palette.key, np.float32)
    return (
        Dots(
            np.array([[moment.place.x, moment.place.y + 0.5 * size, moment.place.z + 0.2]], np.float32),
            1.8 * size,
            warm * np.float32(0.022 * here),
        ),
        Ribbons(
            np.stack(strands).astype(np.float32),
            0.026 * size,
            rgb(base),
            profile="body",
            opacity=here,
            glow=rgb(base * np.float32(0.16)),
            grown=1.05,
        ),
        around(
            moment,
            (moment.place.x, moment.place.y + 0.4 * size, moment.place.z),
            0.6 * size,
            warm * np.float32(0.7 * here),
            n=40,
        ),
    )
