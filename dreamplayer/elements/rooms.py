"""Rooms and windows."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.casement import CASEMENT, EMBRASURE, HINGE
from dreamplayer.drawing.element import element
from dreamplayer.drawing.interior import LAMP, armchair, lamp_table, walls
from dreamplayer.drawing.mesh import View, moved
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import AMBER, around, built, heeded, strewn
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

AWAY = 4.8
_ROOM = built(
    "interior/room",
    (-7.6, -2.0, 7.6, 6.4),
    lambda: [*walls(), *lamp_table(), *moved(armchair(), (-2.75, 0.0, 1.15), 0.75)],
    View(0.0, 1.6, AWAY),
    330,
)


@element(
    "ground",
    3.0,
    family="built",
    answers=("dim", "twist", "swirl", "wrap", "shrink", "grow", "ignite"),
    lamp=True,
    several=1,
)
def room(moment: Moment) -> tuple[Form, ...]:
    """A room at night by lamplight: a tall window with the moon in it, curtains, an armchair, a lamp on a table."""
    here = float(smooth(moment.presence, 0.0, 1.0))
    dim = (1 - 0.75 * moment.event("dim")) * (1 - 0.3 * moment.calm) * (1 + 0.3 * moment.event("ignite"))
    breath = 1 + 0.03 * np.sin(0.6 * moment.t) + 0.02 * np.sin(1.7 * moment.t + 1)
    stirred = heeded(moment, "twist", "swirl", "wrap", "grow") - heeded(moment, "shrink")
    light = dim * breath * (1 + 0.2 * stirred)
    warm = np.asarray(moment.tint or AMBER, np.float32)
    x = moment.place.x
    lamp = (x + LAMP[0], LAMP[1], AWAY + LAMP[2])
    inside = Sprites(
        _ROOM.shape,
        np.array([[x, 0.0, AWAY]], np.float32),
        np.float32(_ROOM.tall),
        tint=(0.42, 0.42, 0.46),
        glow=rgb(warm * np.float32(0.62 * light)),
        opacity=np.float32(here),
        lit=0.12,
        rim=0.0,
        depth=8.2,
    )
    n = 260
    u = np.mod(dice(moment.seed, 1, n) + moment.t * 0.01 * (0.5 + dice(moment.seed, 2, n)), 1.0)
    gx = x + (dice(moment.seed, 3, n) * 2 - 1) * 2.8 + 0.1 * np.sin(0.2 * moment.t + 6 * dice(moment.seed, 4, n))
    gz = AWAY - 2.8 + 4.6 * dice(moment.seed, 5, n)
    gy = 0.2 + 2.5 * u
    near = np.exp(-np.sqrt((gx - lamp[0]) ** 2 + (gy - lamp[1]) ** 2 + (gz - lamp[2]) ** 2) / 2.6)
    bright = near * np.sin(np.pi * u) * (0.3 + 0.7 * dice(moment.seed, 6, n) ** 2) * here * light
    return (
        inside,
        Dots(
            np.array([lamp], np.float32), 3.4, warm * np.float32(0.10 * here * light), depth=AWAY + 0.4, reflect=False
        ),
        Dots(
            np.stack([gx, gy, gz], 1).astype(np.float32),
            0.014,
            (warm[None] * (0.7 * bright)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Light(lamp, rgb(warm * np.float32(0.95 * here * light)), 2.6, 0.35),
        Light((x - 1.05, 1.9, AWAY + 0.5), (0.030 * here, 0.036 * here, 0.070 * here), 3.0, 0.3),
    )


@element("hero", 2.5, family="built", answers=("open", "close", "dim", "ignite"), lamp=True, several=5)
def window(moment: Moment) -> tuple[Form, ...]:
    """A tall arched window hanging in the dark, warm light behind its bars, two casements that open."""
    n = int(min(max(moment.count, 1), 7))
    spot = strewn(moment, n, 2.0)
    warm = np.asarray(moment.tint or AMBER, np.float32)
    light = (1 - 0.85 * moment.event("dim")) * (1 + 0.5 * moment.event("ignite")) * (1 - 0.3 * moment.calm)
    here = float(smooth(moment.presence, 0.2, 1.0))
    opened = float(smooth(moment.event("open"), 0, 1)) * (1 - float(smooth(moment.event("close"), 0, 1)))
    forms: list[Form] = []
    for i in range(n):
        x, y, z = rgb(spot[i])
        scale = moment.place.size * (1 if i == 0 else 0.8)
        own = (
            light
            * (1.0 + 0.06 * np.sin(0.5 * moment.t + 2 * i))
            * (1.0 if i == 0 else 0.55 + 0.4 * float(dice(moment.seed, 40 + i, 1)[0]))
        )
        swing = (0.06 * (1 - moment.event("close")) + 1.35 * opened) if i == 0 else 0.06
        frame = Sprites(
            EMBRASURE.shape,
            np.array([[x, y, z]], np.float32),
            np.float32(EMBRASURE.tall * scale),
            glow=rgb(warm * np.float32((0.85 + 0.5 * opened) * own)),
            lit=0.9,
            rim=0.7,
        )
        forms.append(
            Dots(
                np.array([[x, y + 1.3 * scale, z + 0.1]], np.float32),
                4.0 * scale,
                warm * np.float32((0.05 + 0.05 * opened) * own * here),
                depth=z + 0.2,
                reflect=False,
            )
        )
        forms += gathered(moment.replace(seed=moment.seed + i), frame, count=500)
        for side in (-1.0, 1.0):
            yaw = side * swing
            at3 = np.array(
                [
                    [
                        x + side * scale * HINGE * (1 - 0.5 * np.cos(swing)),
                        y,
                        z - scale * HINGE * 0.5 * np.sin(swing) - 0.01,
                    ]
                ],
                np.float32,
            )
            forms.append(
                Sprites(
                    CASEMENT.shape,
                    at3,
                    np.float32(CASEMENT.tall * scale),
                    glow=rgb(warm * np.float32(0.8 * own)),
                    lit=0.8,
                    rim=0.7,
                    yaw=np.float32(yaw),
                    width=np.float32(side),
                    opacity=np.float32(here),
                    depth=z - 0.05,
                )
            )
        if i == 0:
            forms += [
                Light(
                    (x, y + 1.2 * scale, z + 0.1),
                    rgb(warm * np.float32((0.6 + 0.5 * opened) * own * here)),
                    3.2 * scale,
                    0.6,
                ),
                around(moment, (x, y + 1.2 * scale, z - 0.3), 1.0 * scale, warm * np.float32(here * own), 50),
            ]
    return tuple(forms)
