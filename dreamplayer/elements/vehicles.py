"""Things that carry one: car, train, boat, ship, plane, bicycle, carriage, rocket, sled."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing import craft, vessel
from dreamplayer.drawing import vehicle as of
from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import View
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER, built, put
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_CAR = built("vehicle/car", (-2.7, -0.25, 2.7, 1.95), of.car, View(0.62, 1.3, 8.0), 240)
_TRAIN = built("vehicle/train", (-11.4, -0.5, 11.4, 4.6), of.train, View(0.30, 1.7, 24.0), 260)
_BOAT = built("vehicle/boat", (-2.5, -0.45, 2.5, 1.9), vessel.rowing_boat, View(0.30, 1.5, 9.0), 240)
_SHIP = built("vehicle/ship", (-7.2, -0.5, 6.4, 9.0), vessel.sailing_ship, View(0.35, 1.8, 22.0), 340)
_PLANE = built("vehicle/plane", (-5.8, -2.8, 5.8, 3.4), craft.plane, View(0.35, -3.0, 16.0), 280)
_BICYCLE = built("vehicle/bicycle", (-1.15, -0.1, 1.15, 1.2), craft.bicycle, View(0.28, 0.9, 5.0), 300)
_CARRIAGE = built("vehicle/carriage", (-3.0, -0.3, 2.6, 2.9), of.carriage, View(0.35, 1.4, 9.0), 280)
_ROCKET = built("vehicle/rocket", (-1.7, -0.1, 1.7, 5.9), craft.rocket, View(0.0, 1.6, 14.0), 320)
_SLED = built("vehicle/sled", (-1.75, -0.15, 1.75, 1.5), craft.sled, View(0.40, 1.1, 6.0), 250)


def _beam(moment: Moment, start: tuple[float, float, float], way: float, long: float, strength: float) -> list[Form]:
    """Lamplight ahead in the dust: a soft cone of motes and its glow."""
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.3, 1.0)) * strength * (1 - 0.3 * moment.calm)
    n = 240
    u = np.mod(dice(moment.seed, 71, n) + 0.02 * moment.t, 1.0)
    x = start[0] + way * long * u
    y = start[1] + long * u * 0.10 * bell(moment.seed, 72, n) - 0.12 * long * u
    z = start[2] + long * u * 0.12 * bell(moment.seed, 73, n) - 0.18 * long * u
    bright = np.sin(np.pi * u) ** 0.7 * (1 - u) * (0.3 + 0.7 * dice(moment.seed, 74, n)) * here
    k = 7
    v = (np.arange(k) + 0.5) / k
    cone = np.stack([start[0] + way * long * v, start[1] - 0.10 * long * v, start[2] - 0.18 * long * v], 1)
    return [
        Dots(
            np.stack([x, np.maximum(y, 0.02), np.maximum(z, 0.7)], 1).astype(np.float32),
            0.020,
            (warm[None] * (0.8 * bright)[:, None]).astype(np.float32),
        ),
        Dots(
            np.maximum(cone, [-1e9, 0.02, 0.8]).astype(np.float32),
            (long * (0.12 + 0.42 * v)).astype(np.float32),
            (warm[None] * (0.11 * (1 - v) ** 1.5 * here)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Dots(np.array([start], np.float32), np.float32(0.45 * long * 0.4), warm * np.float32(0.42 * here)),
        Light(
            (start[0] + way * 0.35 * long, max(start[1] - 0.1, 0.3), max(start[2] - 0.2 * long, 0.8)),
            rgb(warm * np.float32(0.4 * here)),
            0.6 * long,
            0.35,
        ),
    ]


def _way(moment: Moment) -> float:
    """Which way it faces: towards the middle of the picture."""
    return -1.0 if moment.place.x >= 0 else 1.0


def _heading(moment: Moment) -> Moment:
    """Placed a hair to the side, so that it is mirrored the way it faces."""
    return (
        moment
        if abs(moment.place.x) > 0.6
        else moment.replace(seed=moment.seed, place=replace(moment.place, x=moment.place.x))
    )


@element("hero", 1.7, family="vehicle", lamp=True, several=4)
def car(moment: Moment) -> tuple[Form, ...]:
    """A rounded old car with its lamps lit, their light resting on the dust ahead."""
    way = _way(moment)
    forms = (
        put(moment, _CAR, wide=4.6, cap=6, glow=0.9, back=0.02, mirror=False, sparks=20)
        if way < 0
        else put(_heading(moment), _CAR, wide=4.6, cap=6, glow=0.9, back=0.02, sparks=20)
    )
    p, s = moment.place, moment.place.size
    return (*forms, *_beam(moment, (p.x + way * 1.75 * s, p.y + 0.72 * s, p.z - 0.9 * s), way, 4.0 * s, 0.9))


@element("far", 3.4, family="vehicle", lamp=True, several=1)
def train(moment: Moment) -> tuple[Form, ...]:
    """A night train: an engine with one lamp and two coaches of warm windows; steam drifts back over them."""
    way = _way(moment)
    p, s = moment.place, moment.place.size * 1.5
    at2 = moment.replace(place=replace(p, size=s))
    roll = 3.2 * s * (1 - float(smooth(moment.t, 0.0, 9.0))) * -way
    at2 = at2.replace(place=replace(at2.place, x=p.x + roll))
    forms = put(at2, _TRAIN, n=1, glow=0.95, back=0.015, lamp=0.5, lamp_at=0.45, reach=6.0, mirror=False, sparks=30)
    x = at2.place.x - way * 0.0
    funnel = (x - 8.1 * s, p.y + 3.3 * s, p.z - 1.5 * s)
    n = 46
    u = np.mod(dice(moment.seed, 1, n) + moment.t * 0.035, 1.0)
    steam = np.stack(
        [
            funnel[0] + s * 11.0 * u**1.1 + 0.4 * s * bell(moment.seed, 2, n) * u,
            funnel[1] + s * (0.2 + 2.0 * u**0.6 + 0.35 * bell(moment.seed, 3, n) * u),
            np.full(n, funnel[2] + 0.3),
        ],
        1,
    )
    tone = np.asarray(moment.palette.glow, np.float32) * 0.5 + np.array([0.028, 0.022, 0.022], np.float32)
    cloud = Dots(
        steam.astype(np.float32),
        (s * (0.6 + 2.2 * u)).astype(np.float32),
        (tone[None] * (np.sin(np.pi * u) * 0.9 * moment.presence)[:, None]).astype(np.float32),
        cover=(0.20 * np.sin(np.pi * u) * moment.presence).astype(np.float32),
    )
    return (*forms, cloud, *_beam(moment, (x - 9.0 * s, p.y + 1.8 * s, p.z - 2.2 * s), -1.0, 6.0 * s, 0.8))


@element("hero", 1.9, family="vehicle", answers=("drift",), lamp=True, several=5)
def boat(moment: Moment) -> tuple[Form, ...]:
    """A small wooden boat with a lantern at its prow, rocking on the water."""
    rock = 0.018 * np.sin(0.6 * moment.t) + 0.03 * moment.event("drift") * np.sin(0.4 * moment.t)
    move = 0.5 * moment.event("drift") * np.sin(0.12 * moment.t) * moment.place.size
    moment = moment.replace(place=replace(moment.place, x=moment.place.x + move))
    return put(
        moment, _BOAT, wide=4.0, cap=8, glow=0.95, back=0.03, lamp=0.85, lamp_at=0.55, reach=3.5, turn=rock, pool=0.0
    )


@element("far", 9.0, family="vehicle", answers=("drift",), lamp=True, several=3)
def ship(moment: Moment) -> tuple[Form, ...]:
    """A three-masted ship under full sail, lanterns along her rail."""
    rock = 0.012 * np.sin(0.4 * moment.t) * (1 + moment.event("drift"))
    p = moment.place
    moment = moment.replace(place=replace(p, size=p.size * 1.25, x=p.x + 0.8 * p.size * np.sin(0.06 * moment.t)))
    return put(
        moment,
        _SHIP,
        wide=13.0,
        cap=3,
        glow=0.9,
        back=0.02,
        lamp=0.5,
        lamp_at=0.2,
        reach=7.0,
        turn=rock,
        pool=0.0,
        sparks=50,
    )


@element("sky", 60.0, family="vehicle", answers=("rise", "descend", "fall"), several=1)
def plane(moment: Moment) -> tuple[Form, ...]:
    """An airliner high in the night, cabin windows lit, drawing a thin trail."""
    # Beyond the air, where the heavens hang.
    p = moment.place if moment.place.z < 150.0 else replace(moment.place, z=max(moment.place.z, 302.0))
    s = p.size * p.z / 300.0 * 11.0
    lift = 18.0 * s * (moment.event("rise") - 0.7 * max(moment.event("descend"), moment.event("fall")))
    x = p.x + s * (6.0 - 0.18 * moment.t % 14.0)
    where = np.array([[x, p.y + lift * 0.2, p.z]], np.float32)
    forms = put(
        moment.replace(place=replace(p, size=s)),
        _PLANE,
        where=where,
        glow=0.9,
        back=0.012,
        mirror=False,
        pool=0.0,
        sparks=0,
        turn=-0.05,
    )
    n = 260
    u = dice(moment.seed, 1, n)
    trail = np.stack(
        [
            x + s * (4.5 + 34.0 * u),
            where[0, 1] + s * (0.2 + 0.8 * u + 0.20 * bell(moment.seed, 2, n) * (0.2 + u)),
            np.full(n, p.z + 1),
        ],
        1,
    )
    tone = np.asarray(moment.palette.glow, np.float32) * 0.6 + 0.02
    white = Dots(
        trail.astype(np.float32),
        (s * (0.35 + 1.1 * u)).astype(np.float32),
        (tone[None] * ((1 - u) ** 1.5 * 0.9 * moment.presence)[:, None]).astype(np.float32),
    )
    blink = 0.5 + 0.5 * np.sin(1.1 * moment.t) ** 8
    lamp = Dots(
        np.array([[x + 0.4 * s, where[0, 1] - 0.3 * s, p.z - 1]], np.float32),
        np.float32(1.0 * s),
        np.array([1.0, 0.30, 0.12], np.float32) * np.float32(0.5 * blink * moment.presence),
        glint=0.5,
    )
    return (*forms, white, lamp)


@element("prop", 1.2, family="vehicle", lamp=True, several=3)
def bicycle(moment: Moment) -> tuple[Form, ...]:
    """An old bicycle standing by itself with a basket and a small lamp."""
    return put(moment, _BICYCLE, wide=1.7, cap=5, glow=0.8, back=0.045, lamp=0.4, lamp_at=0.5, reach=1.8)


@element("hero", 2.7, family="vehicle", lamp=True, several=2)
def carriage(moment: Moment) -> tuple[Form, ...]:
    """A round-bellied coach with lanterns and gilt curls, its window warm."""
    return put(moment, _CARRIAGE, wide=5.0, cap=3, glow=0.9, back=0.035, lamp=0.7, lamp_at=0.5, reach=3.0)


@element("hero", 5.8, family="vehicle", answers=("rise", "ignite"), lamp=True, several=1)
def rocket(moment: Moment) -> tuple[Form, ...]:
    """A picture-book rocket with round windows; it rises on a quiet column of sparks."""
    up = float(smooth(moment.event("rise"), 0, 1))
    burn = max(up, float(smooth(moment.event("ignite"), 0, 1)))
    p, s = moment.place, moment.place.size
    lift = s * (0.0 + 6.0 * up * up)
    where = np.array([[p.x, p.y + lift, p.z]], np.float32)
    forms = put(
        moment,
        _ROCKET,
        where=where,
        glow=0.85,
        back=0.03,
        lamp=0.4,
        lamp_at=0.5,
        reach=3.0,
        mirror=False,
        pool=0.9 if lift < 0.2 else 0.0,
    )
    n = 900
    u = np.mod(dice(moment.seed, 1, n) + moment.t * (0.12 + 0.10 * dice(moment.seed, 2, n)), 1.0)
    fan = bell(moment.seed, 3, n) * (0.10 + 0.55 * u**1.4)
    fire = np.stack(
        [
            p.x + s * fan,
            np.maximum(p.y + lift + s * (0.5 - (1.2 + 3.2 * burn) * u), 0.03),
            p.z + 0.3 * s * bell(moment.seed, 4, n) * u,
        ],
        1,
    )
    warm = np.asarray(AMBER, np.float32)
    hot = (
        (np.sin(np.pi * np.clip(0.15 + 0.85 * u, 0, 1)) * (0.3 + 0.7 * dice(moment.seed, 5, n)))
        * burn
        * moment.presence
    )
    flame = Dots(
        fire.astype(np.float32),
        ((0.05 + 0.10 * u) * s).astype(np.float32),
        (warm[None] * (0.6 * hot)[:, None]).astype(np.float32),
    )
    glow = Dots(
        np.array([[p.x, max(p.y + lift, 0.3), p.z - 0.05]], np.float32),
        np.float32(3.2 * s),
        warm * np.float32(0.20 * burn * moment.presence),
    )
    return (
        *forms,
        flame,
        glow,
        Light(
            (p.x, max(p.y + lift, 0.4), p.z - 0.2), rgb(warm * np.float32(0.9 * burn * moment.presence)), 4.0 * s, 0.6
        ),
    )


@element("prop", 1.4, family="vehicle", lamp=True, several=2)
def sled(moment: Moment) -> tuple[Form, ...]:
    """A wooden sled with curled runners and a lantern on its prow."""
    return put(moment, _SLED, wide=2.6, cap=4, glow=0.85, back=0.04, lamp=0.6, lamp_at=0.6, reach=2.2)
