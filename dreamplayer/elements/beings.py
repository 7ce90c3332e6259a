"""Beings of light: a figure woven of golden motes, an angel, a ghost like a veil."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.figure import METRES
from dreamplayer.drawing.lightbody import body_shape, height, middle, veil_shape, woven
from dreamplayer.drawing.particles import approach, gathered, rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Sprites
from dreamplayer.drawing.standing import facing
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

GOLD = (1.0, 0.55, 0.17)
MOTES = 9000


def _of_light(
    moment: Moment, name: str, count: int, colour: tuple[float, float, float], tall: float = METRES, lift: float = 0.0
) -> tuple[Form, ...]:
    """A body of motes over its dim blur: it gathers from a cloud, breathes, and sheds sparks upwards."""
    unit = moment.size(tall)
    look = facing(moment)
    base = np.asarray(moment.tint or colour, np.float32)
    x0, y0, z0 = moment.place.x, moment.place.y + lift, moment.place.z
    points, shine, along = woven(name, count)
    n = len(points)
    far = approach(moment.presence, moment.seed, n)
    calm = 1.0 - 0.35 * moment.calm
    breathe = 1.0 + 0.006 * float(np.sin(0.9 * moment.t))
    own = 6.2832 * dice(moment.seed, 31, n)
    at3 = np.empty((n, 3), np.float32)
    at3[:, 0] = x0 + unit * (look * points[:, 0] * breathe + far[:, 0] + 0.0022 * np.sin(0.8 * moment.t + own))
    at3[:, 1] = np.maximum(y0 + unit * (points[:, 1] + far[:, 1] + 0.0022 * np.sin(0.63 * moment.t + 2 * own)), 0.005)
    at3[:, 2] = np.maximum(z0 - 0.01 + 0.4 * unit * far[:, 2], 0.8)
    # Light wanders along each strand; single motes glimmer slowly, each in its own time.
    flow = np.where(
        along < 0, 0.70 + 0.30 * np.sin(0.9 * moment.t + own), np.sin(np.pi * np.mod(along - 0.05 * moment.t, 1.0))
    )
    here = smooth(moment.presence, 0.0, 0.35) * (0.45 + 0.55 * smooth(moment.presence, 0.35, 1.0))
    bright = shine * (0.25 + 0.75 * flow) * np.float32(0.44 * here * calm)
    motes = Dots(
        at3,
        ((0.0060 + 0.0045 * dice(moment.seed, 32, n)) * np.float32(unit)).astype(np.float32),
        (base[None, :] * bright[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 33, n) > 0.992).astype(np.float32),
    )
    settled = smooth(moment.presence, 0.35, 1.0) * calm
    # Far off, motes are finer than a pixel and fade: there the body under them carries the light.
    far_off = 1.0 - smooth(unit * moment.stage.camera.focal / z0, 0.22, 0.75)
    body = Sprites(
        body_shape(name),
        np.array([[x0 + look * unit * middle(name), y0, z0]], np.float32),
        np.float32(unit * height(name)),
        glow=rgb(base * np.float32((0.20 + 0.34 * far_off) * settled)),
        tint=(0.03, 0.03, 0.03),
        cover=0.8,
        opacity=np.float32(settled),
        lit=0.0,
        rim=0.0,
        width=np.float32(look * breathe),
    )
    chest = (x0, y0 + 0.62 * unit * min(1.0, height(name)), z0 - 0.1)
    return (
        Dots(
            np.array([chest], np.float32),
            np.float32(2.3 * unit),
            (base * np.float32(0.035 * settled)).astype(np.float32),
        ),
        body,
        motes,
        _shed(moment, (x0, y0, z0), unit, base, settled),
        Light(chest, rgb(base * np.float32(0.75 * settled)), 3.2, 0.5),
    )


def _shed(
    moment: Moment, where: tuple[float, float, float], unit: float, colour: Array, strength: float, n: int = 160
) -> Dots:
    """Sparks that leave the body and rise, each fading before it is born again."""
    pace = 0.045 + 0.04 * dice(moment.seed, 41, n)
    age = np.mod(moment.t * pace + dice(moment.seed, 42, n), 1.0)
    side = bell(moment.seed, 43, n)
    at3 = np.empty((n, 3), np.float32)
    at3[:, 0] = where[0] + unit * (0.13 * side + 0.10 * age * np.sin(2.2 * age + 6.28 * dice(moment.seed, 44, n)))
    at3[:, 1] = where[1] + unit * (0.95 * dice(moment.seed, 45, n) + 0.75 * age)
    at3[:, 2] = np.maximum(where[2] + 0.10 * unit * bell(moment.seed, 46, n), 0.8)
    bright = np.sin(np.pi * age) ** 2 * (0.3 + 0.7 * dice(moment.seed, 47, n)) * strength * 0.5
    return Dots(
        at3,
        ((0.006 + 0.010 * dice(moment.seed, 48, n)) * np.float32(unit)).astype(np.float32),
        (colour[None, :] * bright[:, None]).astype(np.float32),
    )


@element("hero", 1.72, family="people", answers=("descend", "kneel", "fall"), lamp=True, several=2)
def being(moment: Moment) -> tuple[Form, ...]:
    """A faceless figure of golden motes, holding out a hand, standing or kneeling (notes: `pose` 0, 1, 2).

    Told to come down, it kneels.
    """
    asked = moment.param("pose", -1.0)
    names = ("reach", "stand", "kneel")
    name = names[int(asked) % 3] if asked >= 0 else names[int(one(moment.seed, 20) * 2.4)]
    down = float(smooth(max(moment.event("descend"), moment.event("kneel"), moment.event("fall")), 0.0, 1.0))
    if down <= 0.0 or name == "kneel":
        return _of_light(moment, name, MOTES, GOLD)
    forms: tuple[Form, ...] = ()
    if down < 1.0:
        forms += _of_light(moment.replace(presence=moment.presence * (1.0 - down)), name, MOTES, GOLD)
    return (*forms, *_of_light(moment.replace(presence=moment.presence * down), "kneel", MOTES, GOLD))


@element("hero", 2.1, family="people", lamp=True, several=1)
def angel(moment: Moment) -> tuple[Form, ...]:
    """A winged one of pale gold light, hands together, hovering a little above the ground."""
    hover = 0.10 + 0.05 * float(np.sin(0.5 * moment.t))
    return _of_light(moment, "angel", 12000, (1.0, 0.66, 0.34), 2.1, hover * moment.place.size)


@element("hero", 1.8, family="people", several=2)
def ghost(moment: Moment) -> tuple[Form, ...]:
    """A shy veil of pale light in the shape of someone, floating; one sees the night through it."""
    n = int(min(max(moment.count, 1), 4))
    out: list[Form] = []
    base = np.asarray(moment.tint or (0.50, 0.55, 0.78), np.float32)
    for k in range(n):
        phase = 6.28 * one(moment.seed, 51 + k)
        size = moment.size(1.8) * (1.0 - 0.12 * k)
        where = np.array(
            [
                [
                    moment.place.x
                    + (k - (n - 1) / 2) * 1.1 * moment.place.spread
                    + 0.12 * np.sin(0.31 * moment.t + phase),
                    moment.place.y + 0.14 + 0.07 * np.sin(0.55 * moment.t + phase),
                    moment.place.z + 0.4 * k,
                ]
            ],
            np.float32,
        )
        frame = 2.5 + 2.5 * float(np.sin(0.35 * moment.t + phase))
        body = Sprites(
            veil_shape(), where, np.float32(size), tint=rgb(base * np.float32(0.05)),
            glow=rgb(base * np.float32(0.20 * (1 - 0.3 * moment.calm))), cover=0.5, lit=0.5, rim=0.3,
            turn=0.03 * float(np.sin(0.4 * moment.t + phase)), width=facing(moment, k), frame=min(max(frame, 0.0), 5.0),
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=700, colour=(0.45, 0.48, 0.66))
    return tuple(out)
