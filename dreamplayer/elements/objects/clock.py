"""A round clock with a glowing face; its hands move slowly, or run while time swirls, or stand still."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import sdf_prop
from dreamplayer.elements.objects._shared.brass import brass
from dreamplayer.elements.objects._shared.held import HELD, hands, held
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, disc, join, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment

_TIME_SHOWN = 5
"""Random lane: which time it shows."""


def _clock_face(c: Canvas) -> list[Layer]:
    """A round clock in a brass case, face lit from behind, numerals of shade; its hands are drawn apart."""
    r, a = np.hypot(c.x, c.y), np.arctan2(c.x, c.y)
    hour = np.abs(np.mod(a / (np.pi / 6) + 0.5, 1.0) - 0.5) * (np.pi / 6) * r
    marks = np.maximum(
        hour - 0.010 - 0.008 * (np.abs(np.mod(a / (np.pi / 2) + 0.5, 1) - 0.5) < 0.1), np.abs(r - 0.335) - 0.035
    )
    minute = np.maximum(
        np.abs(np.mod(a / (np.pi / 30) + 0.5, 1.0) - 0.5) * (np.pi / 30) * r - 0.0035, np.abs(r - 0.393) - 0.010
    )
    face = disc(c, (0, 0), 0.42)
    light = 0.30 + 0.34 * np.exp(-((r / 0.26) ** 2)) + 0.05 * (fbm(c.x * 4, c.y * 4, seed=3) - 0.5)
    gear = shell(disc(c, (0, 0), 0.17 + 0.012 * np.sign(np.sin(22 * a))), 0.007)
    ring = join(disc(c, (0, 0.555), 0.05), disc(c, (0, 0.50), 0.04), soft=0.02)
    bow = shell(disc(c, (0, 0.625), 0.060), 0.014)
    return [
        Layer(bow, brass(c), round=0.014),
        Layer(ring, brass(c), round=0.03),
        Layer(disc(c, (0, 0), 0.50), brass(c), round=0.07),
        Layer(shell(disc(c, (0, 0), 0.445), 0.006), brass(c), glow=0.30, round=0.01),
        Layer(face, (0.32, 0.25, 0.17), glow=light.astype(np.float32), round=0.01),
        Layer(gear, (0.2, 0.13, 0.06), glow=0.16, alpha=0.5),
        Layer(np.minimum(marks, minute), (0.03, 0.02, 0.015), glow=0.02, round=0.01),
    ]


def _clock_hand(c: Canvas, long: float, wide: float) -> list[Layer]:
    """One hand, pointing up from the origin."""
    body = filled(
        c,
        spline(
            [
                (-wide * 0.5, -0.06),
                (wide * 0.5, -0.06),
                (wide * 0.4, long * 0.55),
                (wide * 1.3, long * 0.72),
                (0.0, long),
                (-wide * 1.3, long * 0.72),
                (-wide * 0.4, long * 0.55),
            ],
            per=5,
        ),
        0.06,
    )
    return [Layer(join(body, disc(c, (0, 0), wide * 1.2), soft=0.01), (0.035, 0.022, 0.015), round=0.01, glow=0.03)]


_CLOCK = sdf_prop("keepsake/clock", (-0.58, -0.58, 0.58, 0.76), _clock_face, edge=0.3)
_HOUR = sdf_prop("keepsake/hour", (-0.06, -0.10, 0.06, 0.30), lambda c: _clock_hand(c, 0.22, 0.020), edge=0.0, rows=140)
_MINUTE = sdf_prop(
    "keepsake/minute", (-0.05, -0.10, 0.05, 0.42), lambda c: _clock_hand(c, 0.34, 0.013), edge=0.0, rows=180
)


@element("air", 1.4, handles=("freeze", "hush", "swirl", "twist"))
def clock(moment: Moment) -> tuple[Form, ...]:
    """A round clock with a glowing face; its hands move slowly, or run while time swirls, or stand still."""
    moment = moment.replace(place=replace(moment.place, y=moment.place.y + 0.5 * moment.size(1.1)))
    frozen = float(smooth(max(moment.event("freeze"), moment.event("hush")), 0, 1))
    pace = 0.05 + 0.5 * max(moment.event("swirl"), moment.event("twist"))
    turn = -(uniform_one(moment.seed, _TIME_SHOWN) * 6.28 + pace * moment.t * (1 - 0.95 * frozen))
    forms = held(moment, _CLOCK, 1.1, replace(HELD, mirror=False, lamp_at=0.45))
    return (*forms, *hands(moment, 1.1, [(_HOUR, turn / 12 + 1.0), (_MINUTE, turn)], 0.4))
