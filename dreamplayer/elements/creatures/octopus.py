"""An octopus with drowsy eyes, its arms curling and uncurling."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Part, unit
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import mottled, wool
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.residents import cast_of, tinted
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

F = np.float32
_PHASE = 61
"""Random lane of where in its motion the first is; the others take the lanes after it."""
_SKIN: Colour = (0.34, 0.115, 0.070)
_CURLS = 6
"""Frames of its arms' motion."""
_ARMS = 8
_ALONG = 11
"""Rings of an arm."""


def _arm(k: int, cycle: float) -> tuple[Array, list[float]]:
    """Middles and radii of an arm: it hangs outwards and rolls up at its end, now more and now less."""
    turn = 2 * np.pi * (k + 0.5) / _ARMS
    out = np.array([np.sin(turn), 0.0, np.cos(turn)])
    s = np.linspace(0, 1, _ALONG)
    roll = 2.5 + 0.7 * np.sin(cycle + 2.1 * k)
    # Heading below the horizon: down at first, then outwards and up into the curl.
    heading = -1.15 + 0.35 * np.sin(cycle + 1.3 * k) * s + roll * s**2.3
    long = 0.80 / (_ALONG - 1)
    away = 0.13 + np.concatenate([[0.0], np.cumsum(np.cos(heading[:-1]))]) * long
    up = 0.10 + np.concatenate([[0.0], np.cumsum(np.sin(heading[:-1]))]) * long
    side = np.cross(out, (0, 1, 0)) * 0.10 * np.sin(cycle + k) * 1.0
    middles = out * away[:, None] + np.array([0, 1.0, 0]) * up[:, None] + side * (s**2)[:, None]
    return middles, [float(0.070 * (1 - q) ** 0.85 + 0.010) for q in s]


def _octopus(own: Colour, cycle: float) -> list[Part]:
    lift = 0.012 * float(np.sin(cycle))
    skin = Part(own, 0.055, bump=wool(0.045, 0.0014), paint=mottled(0.72, 1.22, 11.0, 4))
    skin.ellipsoid((0, 0.56 + lift, -0.07), (0.225, 0.275, 0.235))
    skin.ellipsoid((0, 0.27, 0.02), (0.165, 0.175, 0.155))
    skin.ellipsoid((0, 0.12, 0.0), (0.205, 0.085, 0.195))
    arms = []
    for k in range(_ARMS):
        middles, radii = _arm(k, cycle)
        arm = Part(
            np.asarray(own) * (0.86 + 0.10 * (k % 2)), 0.02, bump=wool(0.045, 0.0010), paint=mottled(0.75, 1.2, 12.0, k)
        )
        arms.append(arm.loft(list(middles), radii, unit(np.cross(middles[4] - middles[0], (0.1, 1, 0.2)))))
    lids, eyes = Part(np.asarray(own) * 0.8, 0.004), Part((0.42, 0.30, 0.10), 0.001)
    pupils = Part((0.012, 0.010, 0.008), 0.001)
    for sign in (1.0, -1.0):
        at = np.array([sign * 0.120, 0.315, 0.120])
        eyes.ball(at, 0.048)
        lids.ellipsoid(at + np.array([0, 0.020, -0.008]), (0.056, 0.044, 0.052))
        pupils.ellipsoid(at + np.array([sign * 0.012, -0.012, 0.043]), (0.024, 0.008, 0.010))
    return [skin, *arms, lids, eyes, pupils]


@lru_cache(maxsize=4)
def _cast(own: Colour) -> Modelled:
    key = "octopus/" + "".join(f"{round(255 * c):02x}" for c in own)
    angles = 2 * np.pi * np.arange(_CURLS) / _CURLS
    return cast_of(
        key, lambda: [_octopus(own, float(a)) for a in angles], 1.5, 0.45, pitch=0.12, ground=False, rows=150
    )


@element("air", 1.6)
def octopus(moment: Moment) -> tuple[Form, ...]:
    """An octopus with drowsy eyes, its arms curling and uncurling."""
    n = int(min(max(moment.count, 1), 3))
    cast = _cast(tinted(moment, _SKIN))
    out: list[Form] = []
    for k in range(n):
        size = moment.place.size * (1 - 0.25 * k)
        where = np.array(
            [
                [
                    moment.place.x
                    + 2.2 * size * (k - (n - 1) / 2) * moment.place.spread
                    + 0.06 * np.sin(0.2 * moment.t + k),
                    moment.place.y + 0.55 * size + 0.05 * size * np.sin(0.37 * moment.t + k),
                    moment.place.z + 0.5 * k,
                ]
            ],
            F,
        )
        made = np.mod(0.07 * moment.t + uniform_one(moment.seed, _PHASE + k), 1.0)
        body = Sprites(
            cast.shape, where, np.float32(cast.metres * size), frame=np.float32(made * _CURLS),
            turn=0.04 * float(np.sin(0.31 * moment.t)),
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=900)
    return tuple(out)
