"""Small things that float before one, each holding a light: clock, key, hourglass, jar, umbrella, kite and more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from dreamplayer.drawing import aloft, timepiece
from dreamplayer.drawing import keepsake as of
from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import AMBER, Piece, cut, drawn, heeded, larger, put
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice, one
from dreamplayer.model.moment import Moment

_CLOCK = cut("keepsake/clock", (-0.58, -0.58, 0.58, 0.76), timepiece.clock_face, edge=0.3)
_HOUR = cut(
    "keepsake/hour", (-0.06, -0.10, 0.06, 0.30), lambda c: timepiece.clock_hand(c, 0.22, 0.020), edge=0.0, rows=140
)
_MINUTE = cut(
    "keepsake/minute", (-0.05, -0.10, 0.05, 0.42), lambda c: timepiece.clock_hand(c, 0.34, 0.013), edge=0.0, rows=180
)
_KEY = cut("keepsake/key", (-0.32, -0.05, 0.32, 1.08), of.key, edge=0.34)
_GLASS = drawn("keepsake/hourglass", (-0.36, -0.02, 0.36, 1.02), timepiece.hourglasses, 240)
_COMPASS = cut("keepsake/compass", (-0.60, -0.60, 0.60, 0.74), timepiece.compass, edge=0.3)
_NEEDLE = cut("keepsake/needle", (-0.08, -0.38, 0.08, 0.38), timepiece.needle, edge=0.1, rows=180)
_CROWN = cut("keepsake/crown", (-0.56, -0.12, 0.56, 0.80), of.crown, edge=0.34)
_JAR = drawn("keepsake/jar", (-0.40, -0.06, 0.40, 1.0), of.jar)
_BOTTLE = cut("keepsake/bottle", (-0.26, -0.05, 0.26, 1.05), of.bottle, edge=0.0)
_UMBRELLA = cut("keepsake/umbrella", (-0.58, -0.03, 0.58, 1.05), aloft.umbrella, edge=0.28)
_PHONE = cut("keepsake/phone", (-0.54, -0.06, 0.54, 0.74), of.telephone, edge=0.30)
_COVERED = cut("keepsake/covered", (-0.70, -0.06, 0.70, 0.38), of.shrouded, edge=0.22, rows=220)
_STAFF = cut("keepsake/staff", (-0.24, -0.04, 0.24, 1.02), of.staff, edge=0.30, rows=360)
_TELESCOPE = cut("keepsake/telescope", (-0.48, -0.05, 0.52, 1.0), timepiece.telescope, edge=0.30)
SHOWN = 1.3
"""How much larger a small thing is drawn when it is alone."""


def _alone(moment: Moment) -> float:
    return SHOWN if moment.count == 1 else 1.0


def _held(moment: Moment, piece: Piece, natural: float, **how: Any) -> tuple[Form, ...]:
    """A small thing grown to its stage size and hung in the air."""
    return put(
        larger(moment, natural * _alone(moment)),
        piece,
        **{"wide": 0.9, "glow": 0.85, "back": 0.030, "lamp": 0.4, "reach": 1.8, "float_": 0.03, "sway": 0.03, **how},
    )


def _hands(moment: Moment, natural: float, parts: list[tuple[Piece, float]], glow: float) -> list[Form]:
    """Hands or needles turning about the middle of a face."""
    size = moment.place.size * natural * _alone(moment)
    own = 6.2832 * float(dice(moment.seed, 63, 1)[0])
    bob = 0.03 * (1.0 + np.sin(0.47 * moment.t + own)) * size
    tilt = 0.03 * np.sin(0.53 * moment.t + own)
    here = float(smooth(moment.presence, 0.45, 1.0))
    return [
        Sprites(
            piece.shape,
            np.array([[moment.place.x, moment.place.y + bob, moment.place.z - 0.01 * (k + 1)]], np.float32),
            np.float32(size * piece.tall),
            glow=rgb(np.asarray(moment.tint or AMBER, np.float32) * np.float32(glow)),
            turn=np.float32(turn + tilt),
            opacity=np.float32(here),
            lit=0.6,
        )
        for k, (piece, turn) in enumerate(parts)
    ]


@element("air", 1.4, family="object", answers=("freeze", "stop", "swirl", "twist"), lamp=True, several=5)
def clock(moment: Moment) -> tuple[Form, ...]:
    """A round clock with a glowing face; its hands move slowly, or run while time swirls, or stand still."""
    moment = moment.replace(place=replace(moment.place, y=moment.place.y + 0.5 * moment.size(1.1)))
    frozen = float(smooth(max(moment.event("freeze"), moment.event("stop")), 0, 1))
    pace = 0.05 + 0.5 * max(moment.event("swirl"), moment.event("twist"))
    turn = -(one(moment.seed, 5) * 6.28 + pace * moment.t * (1 - 0.95 * frozen))
    forms = _held(moment, _CLOCK, 1.1, mirror=False, lamp_at=0.45)
    return (*forms, *_hands(moment, 1.1, [(_HOUR, turn / 12 + 1.0), (_MINUTE, turn)], 0.4))


@element("air", 1.1, family="object", lamp=True, several=5)
def key(moment: Moment) -> tuple[Form, ...]:
    """An old brass key hanging in the air, a small light in its bow."""
    return _held(moment, _KEY, 1.0, turn=0.35, glow=0.9)


@element("air", 1.3, family="object", answers=("pour", "fall", "freeze"), lamp=True, several=2)
def hourglass(moment: Moment) -> tuple[Form, ...]:
    """An hourglass of glowing sand that runs from the upper glass to the lower."""
    still = moment.t - moment.ages.get("freeze", 0.0) * moment.event("freeze")
    run = min(0.12 + 0.006 * still + 0.6 * heeded(moment, "pour", "fall"), 1.0)
    return _held(moment, _GLASS, 1.2, frame=4.98 * run, mirror=False)


@element("air", 1.2, family="object", answers=("swirl", "twist"), lamp=True, several=1)
def compass(moment: Moment) -> tuple[Form, ...]:
    """A compass whose needle wavers and comes to rest."""
    moment = moment.replace(place=replace(moment.place, y=moment.place.y + 0.5 * moment.size(1.0)))
    seek = (
        0.5 * np.sin(0.31 * moment.t)
        + 0.2 * np.sin(0.83 * moment.t + 1)
        + 0.35 * moment.t * max(moment.event("swirl"), moment.event("twist"))
    )
    return (*_held(moment, _COMPASS, 1.0, mirror=False), *_hands(moment, 1.0, [(_NEEDLE, float(seek))], 0.9))


@element("air", 1.0, family="object", lamp=True, several=1)
def crown(moment: Moment) -> tuple[Form, ...]:
    """A golden crown, its stones lit."""
    return _held(moment, _CROWN, 1.1, glow=0.9)


@element("air", 1.1, family="object", answers=("open",), lamp=True, several=5)
def jar(moment: Moment) -> tuple[Form, ...]:
    """A corked jar in which small lights drift; opened, they leave."""
    forms = _held(moment, _JAR, 1.0, wide=1.0, lamp=0.5, lamp_at=0.35)
    n, size = 46, moment.size(1.0) * _alone(moment)
    free = float(smooth(moment.event("open"), 0, 1))
    own = 6.28 * dice(moment.seed, 1, n)
    loose = free * dice(moment.seed, 2, n)
    r = size * 0.22 * np.sqrt(dice(moment.seed, 3, n)) * (1 + 2.2 * loose)
    x = moment.place.x + r * np.cos(own + 0.35 * moment.t * (dice(moment.seed, 4, n) - 0.3))
    y = moment.place.y + size * (
        0.12 + 0.50 * dice(moment.seed, 5, n) + 0.05 * np.sin(0.6 * moment.t + 3 * own) + 1.0 * loose
    )
    blink = (0.15 + 0.85 * np.abs(np.sin(0.42 * moment.t + 4 * own)) ** 3) * moment.presence
    warm = np.asarray(moment.tint or AMBER, np.float32)
    lights = Dots(
        np.stack([x, y, np.full(n, moment.place.z - 0.02)], 1).astype(np.float32),
        0.055 * size,
        (warm[None] * (0.95 * blink)[:, None]).astype(np.float32),
    )
    return (*forms, lights)


@element("air", 1.1, family="object", several=3)
def bottle(moment: Moment) -> tuple[Form, ...]:
    """A green bottle with a letter rolled up in it."""
    return _held(moment, _BOTTLE, 1.1, turn=0.30, glow=0.9, sway=0.06)


@element("air", 1.4, family="object", answers=("open", "drift"), several=6)
def umbrella(moment: Moment) -> tuple[Form, ...]:
    """Open umbrellas lit from beneath, drifting like seeds."""
    return _held(
        moment,
        _UMBRELLA,
        1.3,
        glow=0.85 + 0.3 * heeded(moment, "open"),
        wide=1.3,
        turn=0.18,
        sway=0.08,
        float_=0.06 + 0.1 * moment.event("drift"),
        lamp_at=0.5,
    )


@element("air", 0.9, family="object", answers=("ring",), lamp=True, several=2)
def phone(moment: Moment) -> tuple[Form, ...]:
    """An old telephone whose dial glows; it rings as rings of light."""
    forms = _held(moment, _PHONE, 1.1, mirror=False, turn=0.02 * moment.event("ring") * np.sin(2.2 * moment.t))
    ring = moment.event("ring")
    if ring < 0.01:
        return forms
    n, size = 200, moment.size(1.0) * _alone(moment)
    u = np.mod(0.12 * moment.t + np.floor(3 * dice(moment.seed, 1, n)) / 3, 1.0)
    a = 6.28 * dice(moment.seed, 2, n)
    spot = np.stack(
        [
            moment.place.x + size * (0.4 + 0.7 * u) * np.cos(a),
            moment.place.y + size * (0.45 + (0.3 + 0.5 * u) * np.sin(a)),
            np.full(n, moment.place.z - 0.02),
        ],
        1,
    )
    show = np.sin(np.pi * u) * ring * moment.presence * (0.3 + 0.7 * dice(moment.seed, 3, n) ** 2)
    return (
        *forms,
        Dots(
            spot.astype(np.float32),
            0.018 * size,
            (np.asarray(AMBER, np.float32)[None] * (0.6 * show)[:, None]).astype(np.float32),
        ),
    )


@element("prop", 0.5, family="object", several=1)
def gun(moment: Moment) -> tuple[Form, ...]:
    """Its gentle kin: something small laid to rest under a soft dark cloth, flowers on it. Never a menace."""
    return put(larger(moment, 1.7), _COVERED, n=1, glow=1.0, back=0.07, lamp=0.35, reach=1.8)


@element("prop", 1.4, family="object", lamp=True, several=1)
def sword(moment: Moment) -> tuple[Form, ...]:
    """A sheathed blade standing upright, wound with leaves, a light in its pommel: at rest for good."""
    return put(larger(moment, 1.4), _STAFF, n=1, glow=0.85, back=0.045, lamp=0.5, lamp_at=0.9, reach=1.8, mirror=False)


@element("prop", 1.6, family="object", several=1)
def telescope(moment: Moment) -> tuple[Form, ...]:
    """A brass telescope on its tripod, looking up; starlight comes down into its lens."""
    forms = put(
        larger(moment, 1.6), _TELESCOPE, n=1, glow=0.85, back=0.04, lamp=0.35, lamp_at=0.8, reach=1.8, mirror=False
    )
    n, s = 160, moment.size(1.6)
    u = np.mod(dice(moment.seed, 1, n) - 0.03 * moment.t, 1.0)
    way = np.array([np.cos(0.62), np.sin(0.62)])
    end = np.array([moment.place.x, moment.place.y + 0.58 * s]) + 0.47 * s * way
    side = 0.05 * s * bell(moment.seed, 2, n) * (0.3 + u)
    x, y = end[0] + 1.6 * s * u * way[0] - side * way[1], end[1] + 1.6 * s * u * way[1] + side * way[0]
    show = (1 - u) * np.clip(u / 0.06, 0, 1) * (0.2 + 0.8 * dice(moment.seed, 3, n) ** 2) * moment.presence
    beam = Dots(
        np.stack([x, y, np.full(n, moment.place.z)], 1).astype(np.float32),
        0.016 * s,
        (np.array([[0.9, 0.75, 0.6]], np.float32) * (0.8 * show)[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 4, n) > 0.9).astype(np.float32),
    )
    return (*forms, beam)
