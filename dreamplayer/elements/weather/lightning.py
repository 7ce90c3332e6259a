"""Lightning as a sleeper may see it: a cloud that fills with light, a forked thread that glows and goes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form, Ribbons, f32
from dreamplayer.drawing.sky.heavens import BEYOND, from_screen
from dreamplayer.elements.weather._shared.cloudbank import bank
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_ACROSS = 3
"""Random lane: where across the sky the cloud is lit."""
_JAG, _BRANCH_JAG, _BRANCH_START, _BRANCH_LENGTH = 1, 2, 20, 30
"""Random lanes of the thread; the branch's number is added to the last three."""


@element("sky", 80.0, handles=("dim", "hush"))
def lightning(moment: Moment) -> tuple[Form, ...]:
    """Lightning as a sleeper may see it: a cloud that fills with light, a forked thread that glows and goes.

    Nothing flashes: light swells over three seconds and more.
    """
    quiet = 1.0 - 0.8 * max(moment.event("dim"), moment.event("hush"))
    u, v = 0.5 * (uniform_one(moment.seed, _ACROSS) - 0.5) + 0.35 * np.sin(0.037 * moment.t), 0.38
    swell = (0.5 + 0.5 * np.sin(0.45 * moment.t - 0.9)) ** 2
    strong = float((0.30 + 1.15 * swell) * quiet)
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - 0.4 * moment.calm)
    return (
        bank(moment, 0.22, 1.5 * strong, (0.30, 0.215, 0.20), float(u), v),
        _thread(moment, float(u), v, float(smooth(swell, 0.42, 0.98)) * quiet * float(show)),
        Light(
            from_screen(moment, float(u), v),
            (0.16 * strong * show, 0.12 * strong * show, 0.12 * strong * show),
            reach=500.0,
            haze=0.0,
        ),
    )


def _thread(moment: Moment, u: float, v: float, show: float) -> Ribbons:
    """A forked thread from a cloud at screen (u, v) towards the ground; each swell of light has another."""
    which = moment.seed + 17 * int(np.floor((0.45 * moment.t - 0.9) / (2 * np.pi) + 0.25))
    points, camera = 44, moment.stage.camera
    along = np.linspace(0.0, 1.0, points)
    low = camera.horizon + 0.02
    jag = np.cumsum(normal(which, _JAG, points)) * 0.020
    main = np.stack([u + jag - along * jag[-1] * 0.3, v + (low - v) * along], 1)
    lines, wide = [main], [1.0]
    for i in range(4):
        start = int((0.16 + 0.19 * i + 0.06 * uniform_one(which, _BRANCH_START + i)) * points)
        side = 1.0 if i % 2 else -1.0
        bend = np.cumsum(normal(which, _BRANCH_JAG + i, points)) * 0.012
        long = 0.17 + 0.16 * uniform_one(which, _BRANCH_LENGTH + i)
        lines.append(
            np.stack([main[start, 0] + side * long * along + bend, main[start, 1] - 0.9 * long * along + 0.5 * bend], 1)
        )
        wide.append(0.45)
    where = np.stack([[from_screen(moment, float(a), float(b)) for a, b in line] for line in lines]).astype(np.float32)
    unit = BEYOND / camera.focal
    pale = f32([0.92, 0.74, 0.66])
    strong = np.asarray(wide, np.float32)[:, None, None] * (1.0 - 0.55 * along)[None, :, None]
    return Ribbons(
        where, (unit * 0.0038 * np.asarray(wide)[:, None] * (1.1 - 0.7 * along)[None]).astype(np.float32),
        (pale * 0.62 * show * strong).astype(np.float32), depth=381.0,
    )  # fmt: skip
