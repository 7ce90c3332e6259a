"""A clock: on mantelpiece or wall in a wooden case, in the air round with a glowing face; its hands move slowly."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Part
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.drawing.props import sdf_prop, solid_of
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


_SIZE, _TALL = 1.4, 0.35
"""Metres it is drawn at on an open stage, and those of a clock of a room."""
_MIDDLE = 0.172
"""Metres from the foot of a clock of a room to the middle of its face."""
_WOOD, _IVORY, _BRASS, _INK = (0.30, 0.150, 0.068), (0.60, 0.555, 0.45), (0.46, 0.31, 0.10), (0.03, 0.025, 0.022)
_FACE = 0.098
"""Its radius, metres."""


def _grain(base: Array, p: Array, t: Array, angle: Array) -> Array:
    rings = np.sin(p[1] * 150 + 3 * np.sin(p[0] * 9) + 2 * np.sin(p[2] * 21))
    return np.asarray(base * (0.86 + 0.14 * rings)[:, None], np.float32)


def _room_clock(hangs: bool) -> list[Part]:
    """A clock with a curved wooden case for a mantelpiece, or a round one for a wall; its hands are drawn apart."""
    case = Part(_WOOD, 0.01, paint=_grain)
    y = _MIDDLE
    if hangs:
        case.cone((0, y, -0.02), (0, y, 0.03), 0.150, 0.140, flat=True)
    else:
        # From side to side, its upper edge like a hat.
        halves = ((-0.245, 0.030), (-0.180, 0.036), (-0.120, 0.075), (-0.055, 0.138), (0.0, 0.150))
        rings = [*halves, *[(-x, r) for x, r in reversed(halves[:-1])]]
        case.loft(
            [(x, r, 0) for x, r in rings], [(r, 0.055) for _, r in rings], (0, 1, 0), flat_start=True, flat_end=True
        )
        case.cone((-0.27, 0.014, 0), (0.27, 0.014, 0), (0.014, 0.070), (0.014, 0.070), (0, 1, 0), flat=True)
        case.cut((0, 0.001, 0), (0, -1, 0))
    front = 0.036 if hangs else 0.058
    ring = Part(_BRASS, 0.004).cone((0, y, front - 0.03), (0, y, front), _FACE + 0.014, _FACE + 0.010, flat=True)
    face = Part(_IVORY, 0.002).cone((0, y, front - 0.03), (0, y, front + 0.004), _FACE, _FACE, flat=True)
    marks = Part(_INK, 0.001)
    for k in range(12):
        way = np.array([np.sin(k * np.pi / 6), np.cos(k * np.pi / 6), 0.0])
        middle, wide = np.array([0, y, front + 0.005]), 0.0045 if k % 3 == 0 else 0.0028
        marks.cone(middle + way * (0.74 * _FACE), middle + way * (0.90 * _FACE), wide, wide)
    return [case, ring, face, marks]


@lru_cache(maxsize=2)
def _cast(hangs: bool) -> Modelled:
    return modelled(f"clock/{hangs:d}", lambda: [_room_clock(hangs)], 0.0, px=_TALL / 150, ground=not hangs)


def _in_a_room(moment: Moment, turn: float) -> tuple[Form, ...]:
    """One on a mantelpiece, shelf or wall of a place."""
    scale = moment.size(_SIZE) / _TALL
    p, cast = moment.place, _cast(moment.surface == "wall")
    where = np.array([[p.x, p.y, p.z]], np.float32)
    body = Sprites(cast.shape, where, np.float32(cast.metres * scale), shadow=0.0 if moment.surface == "wall" else 0.6)
    forms: list[Form] = [*gathered(moment, body, count=500)]
    shown = float(smooth(moment.presence, 0.45, 1.0))
    for k, (piece, angle) in enumerate(((_HOUR, turn / 12 + 1.0), (_MINUTE, turn))):
        middle = where + np.array([[0.0, _MIDDLE * scale, -(0.075 + 0.004 * k) * scale]], np.float32)
        size = np.float32(piece.tall * scale * _FACE / 0.42)
        forms.append(
            Sprites(
                solid_of(piece.shape), middle, size, turn=np.float32(angle), opacity=np.float32(shown), reflect=False
            )
        )
    return tuple(forms)


@element("air", _SIZE, handles=("freeze", "hush", "swirl", "twist"))
def clock(moment: Moment) -> tuple[Form, ...]:
    """A round clock with a glowing face; its hands move slowly, or run while time swirls, or stand still."""
    frozen = float(smooth(max(moment.event("freeze"), moment.event("hush")), 0, 1))
    pace = 0.05 + 0.5 * max(moment.event("swirl"), moment.event("twist"))
    turn = -(uniform_one(moment.seed, _TIME_SHOWN) * 6.28 + pace * moment.t * (1 - 0.95 * frozen))
    if moment.surface in ("top", "wall", "floor", "seat", "bed"):
        return _in_a_room(moment, turn)
    moment = moment.replace(place=replace(moment.place, y=moment.place.y + 0.5 * moment.size(1.1)))
    forms = held(moment, _CLOCK, 1.1, replace(HELD, mirror=False, lamp_at=0.45))
    return (*forms, *hands(moment, 1.1, [(_HOUR, turn / 12 + 1.0), (_MINUTE, turn)], 0.4))
