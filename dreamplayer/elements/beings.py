"""Beings of light: a figure woven of golden motes, an angel, a ghost like a veil."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.figure import METRES
from dreamplayer.forms.form import Array, Dots, Form, Sprites
from dreamplayer.forms.lightbody import body_shape, height, middle, veil_shape, woven
from dreamplayer.forms.motes import approach, gathered, rgb
from dreamplayer.forms.standing import facing
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

GOLD = (1.0, 0.55, 0.17)
MOTES = 9000


def _of_light(
    at: Moment, name: str, count: int, colour: tuple[float, float, float], tall: float = METRES, lift: float = 0.0
) -> tuple[Form, ...]:
    """A body of motes over its dim blur: it gathers from a cloud, breathes, and sheds sparks upwards."""
    unit = at.size(tall)
    look = facing(at)
    base = np.asarray(at.tint or colour, np.float32)
    x0, y0, z0 = at.place.x, at.place.y + lift, at.place.z
    points, shine, along = woven(name, count)
    n = len(points)
    far = approach(at.presence, at.seed, n)
    calm = 1.0 - 0.35 * at.calm
    breathe = 1.0 + 0.006 * float(np.sin(0.9 * at.t))
    own = 6.2832 * dice(at.seed, 31, n)
    at3 = np.empty((n, 3), np.float32)
    at3[:, 0] = x0 + unit * (look * points[:, 0] * breathe + far[:, 0] + 0.0022 * np.sin(0.8 * at.t + own))
    at3[:, 1] = np.maximum(y0 + unit * (points[:, 1] + far[:, 1] + 0.0022 * np.sin(0.63 * at.t + 2 * own)), 0.005)
    at3[:, 2] = np.maximum(z0 - 0.01 + 0.4 * unit * far[:, 2], 0.8)
    # Light wanders along each strand; single motes glimmer slowly, each in its own time.
    flow = np.where(along < 0, 0.70 + 0.30 * np.sin(0.9 * at.t + own), np.sin(np.pi * np.mod(along - 0.05 * at.t, 1.0)))
    here = smooth(at.presence, 0.0, 0.35) * (0.45 + 0.55 * smooth(at.presence, 0.35, 1.0))
    bright = shine * (0.25 + 0.75 * flow) * np.float32(0.44 * here * calm)
    motes = Dots(
        at3,
        ((0.0060 + 0.0045 * dice(at.seed, 32, n)) * np.float32(unit)).astype(np.float32),
        (base[None, :] * bright[:, None]).astype(np.float32),
        glint=(dice(at.seed, 33, n) > 0.992).astype(np.float32),
    )
    settled = smooth(at.presence, 0.35, 1.0) * calm
    # Far off, motes are finer than a pixel and fade: there the body under them carries the light.
    far_off = 1.0 - smooth(unit * at.stage.camera.focal / z0, 0.22, 0.75)
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
        _shed(at, (x0, y0, z0), unit, base, settled),
        Light(chest, rgb(base * np.float32(0.75 * settled)), 3.2, 0.5),
    )


def _shed(
    at: Moment, where: tuple[float, float, float], unit: float, colour: Array, strength: float, n: int = 160
) -> Dots:
    """Sparks that leave the body and rise, each fading before it is born again."""
    pace = 0.045 + 0.04 * dice(at.seed, 41, n)
    age = np.mod(at.t * pace + dice(at.seed, 42, n), 1.0)
    side = bell(at.seed, 43, n)
    at3 = np.empty((n, 3), np.float32)
    at3[:, 0] = where[0] + unit * (0.13 * side + 0.10 * age * np.sin(2.2 * age + 6.28 * dice(at.seed, 44, n)))
    at3[:, 1] = where[1] + unit * (0.95 * dice(at.seed, 45, n) + 0.75 * age)
    at3[:, 2] = np.maximum(where[2] + 0.10 * unit * bell(at.seed, 46, n), 0.8)
    bright = np.sin(np.pi * age) ** 2 * (0.3 + 0.7 * dice(at.seed, 47, n)) * strength * 0.5
    return Dots(
        at3,
        ((0.006 + 0.010 * dice(at.seed, 48, n)) * np.float32(unit)).astype(np.float32),
        (colour[None, :] * bright[:, None]).astype(np.float32),
    )


@element("hero", 1.72, family="people", answers=("descend", "kneel", "fall"), lamp=True, several=2)
def being(at: Moment) -> tuple[Form, ...]:
    """A faceless figure of golden motes, holding out a hand, standing or kneeling (notes: `pose` 0, 1, 2).

    Told to come down, it kneels.
    """
    asked = at.param("pose", -1.0)
    names = ("reach", "stand", "kneel")
    name = names[int(asked) % 3] if asked >= 0 else names[int(one(at.seed, 20) * 2.4)]
    down = float(smooth(max(at.event("descend"), at.event("kneel"), at.event("fall")), 0.0, 1.0))
    if down <= 0.0 or name == "kneel":
        return _of_light(at, name, MOTES, GOLD)
    forms: tuple[Form, ...] = ()
    if down < 1.0:
        forms += _of_light(at.at(presence=at.presence * (1.0 - down)), name, MOTES, GOLD)
    return (*forms, *_of_light(at.at(presence=at.presence * down), "kneel", MOTES, GOLD))


@element("hero", 2.1, family="people", lamp=True, several=1)
def angel(at: Moment) -> tuple[Form, ...]:
    """A winged one of pale gold light, hands together, hovering a little above the ground."""
    hover = 0.10 + 0.05 * float(np.sin(0.5 * at.t))
    return _of_light(at, "angel", 12000, (1.0, 0.66, 0.34), 2.1, hover * at.place.size)


@element("hero", 1.8, family="people", several=2)
def ghost(at: Moment) -> tuple[Form, ...]:
    """A shy veil of pale light in the shape of someone, floating; one sees the night through it."""
    n = int(min(max(at.count, 1), 4))
    out: list[Form] = []
    base = np.asarray(at.tint or (0.50, 0.55, 0.78), np.float32)
    for k in range(n):
        phase = 6.28 * one(at.seed, 51 + k)
        size = at.size(1.8) * (1.0 - 0.12 * k)
        where = np.array(
            [
                [
                    at.place.x + (k - (n - 1) / 2) * 1.1 * at.place.spread + 0.12 * np.sin(0.31 * at.t + phase),
                    at.place.y + 0.14 + 0.07 * np.sin(0.55 * at.t + phase),
                    at.place.z + 0.4 * k,
                ]
            ],
            np.float32,
        )
        frame = 2.5 + 2.5 * float(np.sin(0.35 * at.t + phase))
        body = Sprites(
            veil_shape(), where, np.float32(size), tint=rgb(base * np.float32(0.05)),
            glow=rgb(base * np.float32(0.20 * (1 - 0.3 * at.calm))), cover=0.5, lit=0.5, rim=0.3,
            turn=0.03 * float(np.sin(0.4 * at.t + phase)), width=facing(at, k), frame=min(max(frame, 0.0), 5.0),
        )  # fmt: skip
        out += gathered(at.at(seed=at.seed + k), body, count=700, colour=(0.45, 0.48, 0.66))
    return tuple(out)
