"""A gentle ribbon of a snake, patterned with light, winding over the ground and away."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_SPOT = 61
"""Random lane of where the lights of the pattern lie along its back."""


@element("ground", 1.6)
def snake(moment: Moment) -> tuple[Form, ...]:
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
