"""A snake that lies coiled, bands along its back, its head raised a little, looking about."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.modelled.part import Array, Part
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import fur
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.elements.creatures._shared.residents import cast_of, now_and_then, residents, tinted
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

F = np.float32
_SKIN: Colour = (0.26, 0.19, 0.065)
_SPOT = 61
"""Random lane of where the lights of the pattern lie along its back."""
_LOOKS = 3
"""Frames of its head as it turns."""
_TURNS = 2.15
"""How often it is coiled."""
_POINTS = 30


def _bands(base: Array, p: Array, t: Array, angle: Array) -> Array:
    """Dark saddles over the back, scales between them, a pale belly."""
    band = np.clip(1.6 * np.sin(96 * t) - 0.2, 0, 1) * (np.cos(angle) < 0.75)
    scale = 0.90 + 0.10 * np.sin(700 * t) * np.sin(16 * angle)
    tone = (1.0 - 0.68 * band) * scale
    return np.asarray(base * tone[:, None], F)


def _snake(own: Colour, look: float) -> list[Part]:
    u = np.linspace(0, 1, _POINTS)
    # The tail lies outside on the ground, each turn within and a little above the last.
    angle = 2 * np.pi * _TURNS * u + 0.6
    reach = 0.225 - 0.135 * u
    coil = np.stack([reach * np.cos(angle), 0.022 + 0.060 * u**1.6, reach * np.sin(angle)], 1)
    a = angle[-1]
    way = np.array([-np.sin(a), 0.0, np.cos(a)])
    end = coil[-1]
    neck = [
        end + way * 0.07 + np.array([0, 0.045, 0]),
        end + way * 0.10 + np.array([0.02 * look, 0.115, 0.02]),
        np.array([0.035 * look, 0.205, 0.075]),
        np.array([0.060 * look, 0.222, 0.125]),
    ]
    thick = 0.010 + 0.026 * np.sin(np.pi * np.clip(u * 0.60 + 0.02, 0, 1)) ** 0.7
    body = Part(own, 0.004, bump=fur(180.0, 0.0008), paint=_bands)
    body.loft([*coil, *neck], [*(float(r) for r in thick), 0.024, 0.020, 0.018, 0.019], (0, 1, 0))
    head = Part(np.asarray(own) * 0.85, 0.010)
    nose = neck[-1] + np.array([0.030 * look, -0.006, 0.058])
    head.ellipsoid(neck[-1] + np.array([0.008 * look, 0.004, 0.014]), (0.030, 0.020, 0.036))
    head.ellipsoid(nose - np.array([0, 0.001, 0.020]), (0.021, 0.014, 0.026))
    eyes = Part((0.015, 0.012, 0.008), 0.001)
    shine = Part((0.75,) * 3, 0.001)
    for sign in (1.0, -1.0):
        at = neck[-1] + np.array([0.012 * look + sign * 0.022, 0.013, 0.030])
        eyes.ball(at, 0.0062)
        shine.ball(at + np.array([sign * 0.003, 0.003, 0.004]), 0.0018)
    return [body, head, eyes, shine]


@lru_cache(maxsize=4)
def _cast(own: Colour) -> Modelled:
    key = "snake/" + "".join(f"{round(255 * c):02x}" for c in own)
    return cast_of(
        key, lambda: [_snake(own, 1.0 - 0.6 * k / (_LOOKS - 1)) for k in range(_LOOKS)], 0.26, 0.85, pitch=0.34
    )


def _winding(moment: Moment) -> tuple[Form, ...]:
    """A gentle ribbon of a snake, patterned with light, winding over the ground and away."""
    unit = moment.size(1.7)
    base = np.asarray(moment.tint or (0.68, 0.50, 0.16), np.float32)
    look = facing(moment)
    here = smooth(moment.presence, 0.1, 1.0)
    points = 84
    along = np.linspace(0, 1, points)
    move = 0.10 * moment.t * (1 - 0.3 * moment.calm)
    gone = 0.5 * unit * (1 - np.exp(-moment.t / 30.0))
    wave = 0.62 * (0.20 + 0.80 * along) * np.sin(13.0 * along + 2 * np.pi * move)
    head_up = 0.46 * unit * smooth(0.17 - along, 0.0, 0.15)
    line = np.stack(
        [
            moment.place.x + look * (unit * (1.25 - 2.3 * along) + gone),
            moment.place.y + 0.05 * unit + head_up,
            np.maximum(moment.place.z + unit * wave, 1.2),
        ],
        1,
    )
    head = np.exp(-(((along - 0.022) / 0.022) ** 2))
    girth = unit * (
        0.125 * np.clip(1.06 - along, 0, 1) ** 0.6 * (0.62 + 0.38 * smooth(along, 0.02, 0.25)) + 0.060 * head
    )
    girth = girth * smooth(along, -0.012, 0.012)
    rings = 0.5 + 0.5 * np.sin(along * 120)
    colour = (base[None, None, :] * (0.06 + 0.16 * rings)[None, :, None]).astype(np.float32)
    body = Ribbons(
        line[None].astype(np.float32), girth[None].astype(np.float32), colour, "body", opacity=here,
        grown=min(1.0, 0.1 + 0.9 * here), glow=rgb(base * np.float32(0.20 * here)),
    )  # fmt: skip
    n = 150
    place = np.floor(uniform(moment.seed, _SPOT, n) * (points - 1)).astype(int)
    spots = line[place] + np.array([0.0, 0.6, -0.4]) * girth[place][:, None]
    glimmer = 0.35 * here * (0.4 + 0.6 * np.sin(0.7 * moment.t - 9 * along[place]) ** 2)
    eye = line[2] + np.array([look * 0.5, 0.5, -0.9]) * girth[2]
    back = np.asarray(moment.palette.glow, np.float32) + base * np.float32(0.05)
    return (
        halo(
            (moment.place.x, moment.place.y + 0.25 * unit, moment.place.z + 0.6),
            3.6 * unit,
            back * np.float32(0.30),
            opacity=here,
            width=1.6,
            reflect=False,
        ),
        body,
        Dots(spots.astype(np.float32), np.float32(0.022 * unit), (base[None] * glimmer[:, None]).astype(np.float32)),
        Dots(eye[None].astype(np.float32), np.float32(0.030 * unit), base * np.float32(0.8 * here)),
    )


@element("ground", 1.6)
def snake(moment: Moment) -> tuple[Form, ...]:
    """A snake: coiled in a place, its head raised a little; on an empty stage a ribbon of light that winds away."""
    if moment.surface is None:
        return _winding(moment)
    cast = _cast(tinted(moment, _SKIN))
    return residents(moment, cast, 0.55, lambda phase: now_and_then(moment.t, phase, _LOOKS, 19.0, 0.4), most=4)
