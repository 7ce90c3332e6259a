"""What one passes, climbs or looks over: gate, fence, roof, ladder, fountain, arch, tunnel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing import ironwork as of
from dreamplayer.drawing import rooftops
from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import View
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import AMBER, around, built, cut, heeded, put
from dreamplayer.drawing.tunnel import RINGS, ring_shape, vault
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_LEAF = cut("iron/leaf", (-1.24, -0.02, 0.08, 2.80), of.gate_leaf, edge=0.42, rows=340)
_PIER = built("iron/pier", (-0.60, -0.1, 0.60, 3.3), of.pier, View(0.0, 1.6, 9.0), 260)
_FENCE = built("iron/fence", (-2.2, -0.12, 2.2, 1.7), of.picket, View(0.18, 1.4, 7.0), 240)
_LADDER = built("iron/ladder", (-0.55, -0.1, 0.55, 5.9), of.ladder, View(0.22, 1.6, 8.0), 360)
_ROOFS = built("iron/roofs", (-8.0, -0.2, 8.0, 6.6), rooftops.roofs, View(0.20, 3.4, 16.0), 300)
_FOUNTAIN = built("iron/fountain", (-2.1, -0.35, 2.1, 2.6), of.fountain, View(0.0, 1.7, 8.0), 280)
_ARCH = built("iron/arch", (-2.7, -0.25, 2.7, 5.0), of.archway, View(0.22, 1.7, 12.0), 280)


@element("hero", 3.0, family="built", answers=("open", "close"), lamp=True, several=2)
def gate(moment: Moment) -> tuple[Form, ...]:
    """A tall iron gate between lantern-topped piers; its two leaves swing inward."""
    s = moment.place.size
    x, y, z = moment.place.x, moment.place.y, moment.place.z
    opened = float(smooth(moment.event("open"), 0, 1)) * (1 - float(smooth(moment.event("close"), 0, 1)))
    swing = 0.10 * (1 - moment.event("close")) + 1.15 * opened
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.2, 1.0)) * (1 - 0.3 * moment.calm)
    half = 1.42 * s
    forms: list[Form] = [
        Dots(
            np.array([[x, y + 1.3 * s, z + 1.2]], np.float32),
            6.0 * s,
            warm * np.float32((0.030 + 0.05 * opened) * here),
            reflect=False,
            depth=z + 1.3,
        ),
        *put(
            moment,
            _PIER,
            where=np.array([[x - half, y, z], [x + half, y, z]], np.float32),
            glow=0.95,
            back=0.03,
            mirror=False,
            even=True,
        ),
    ]
    for side in (-1.0, 1.0):
        # The leaf is painted to the left of its hinge; its frame's middle lies at x = -.58.
        yaw = -side * swing
        c, sn = np.cos(yaw), np.sin(yaw)
        hinge = x + side * (half - 0.36 * s)
        lx = -side * 0.58 * s
        spot = np.array([[hinge + c * lx, y, z + sn * lx * 1.0]], np.float32)
        forms.append(
            Sprites(
                _LEAF.shape,
                spot,
                np.float32(_LEAF.tall * s),
                glow=rgb(warm * np.float32(0.55)),
                opacity=np.float32(here),
                lit=1.0,
                rim=0.9,
                yaw=np.float32(yaw),
                width=np.float32(side),
                depth=z + 0.02,
            )
        )
    forms += [
        Light((x - half, y + 2.6 * s, z), rgb(warm * np.float32(0.45 * here)), 2.6 * s, 0.5),
        Light((x + half, y + 2.6 * s, z), rgb(warm * np.float32(0.45 * here)), 2.6 * s, 0.5),
    ]
    return tuple(forms)


@element("prop", 1.5, family="built", several=3)
def fence(moment: Moment) -> tuple[Form, ...]:
    """A picket fence running off to both sides, a small lantern on one post."""
    s = moment.place.size
    i = np.array([0, -1, 1, -2, 2])
    where = np.stack([moment.place.x + 3.62 * s * i, np.zeros(5), moment.place.z + 0.66 * s * i], 1).astype(np.float32)
    where[:, 1] = moment.place.y
    return put(
        moment,
        _FENCE,
        where=where,
        glow=0.8,
        back=0.0,
        lamp=0.5,
        lamp_at=0.8,
        reach=2.2,
        mirror=False,
        sparks=50,
        even=True,
    )


@element("hero", 5.8, family="built", answers=("rise", "grow"), several=1)
def ladder(moment: Moment) -> tuple[Form, ...]:
    """A ladder that leads up into the dark, lit from above by what one cannot see."""
    forms = put(moment, _LADDER, n=1, glow=0.8, back=0.0, lamp=0.3, lamp_at=0.1, reach=2.0, mirror=False, sparks=20)
    s, n = moment.place.size, 260
    warm = np.asarray(moment.tint or AMBER, np.float32)
    top = np.array([moment.place.x, moment.place.y + 5.7 * s, moment.place.z + 0.2], np.float32)
    here = (
        float(smooth(moment.presence, 0.2, 1.0)) * (1 - 0.3 * moment.calm) * (1 + 0.4 * heeded(moment, "rise", "grow"))
    )
    u = np.mod(dice(moment.seed, 1, n) - moment.t * 0.02 * (0.5 + dice(moment.seed, 2, n)), 1.0)
    fall = np.stack(
        [
            top[0] + s * bell(moment.seed, 3, n) * (0.18 + 0.5 * (1 - u)),
            moment.place.y + 5.6 * s * u,
            np.full(n, moment.place.z) + 0.3 * bell(moment.seed, 4, n),
        ],
        1,
    )
    show = u**1.3 * np.sin(np.pi * u) * (0.3 + 0.7 * dice(moment.seed, 5, n) ** 2) * here
    return (
        *forms,
        Dots(fall.astype(np.float32), 0.028 * s, (warm[None] * (0.8 * show)[:, None]).astype(np.float32)),
        Dots(
            np.array([top, top], np.float32),
            np.array([4.2, 1.5], np.float32) * np.float32(s),
            warm[None] * np.array([[0.10], [0.35]], np.float32) * np.float32(here),
        ),
        Light(rgb(top), rgb(warm * np.float32(0.9 * here)), 4.0 * s, 0.7),
    )


@element("far", 7.0, family="built", lamp=True, several=1)
def roof(moment: Moment) -> tuple[Form, ...]:
    """Old roofs close together under the sky, chimneys smoking, lights in the dormers."""
    s = moment.place.size * max(1.0, moment.place.z / 20.0)
    at2 = moment.replace(place=replace(moment.place, size=s))
    where = np.array(
        [
            [moment.place.x, moment.place.y, moment.place.z],
            [moment.place.x - 14.5 * s, moment.place.y, moment.place.z + 5],
            [moment.place.x + 14.5 * s, moment.place.y, moment.place.z + 4],
        ],
        np.float32,
    )
    forms = put(at2, _ROOFS, where=where, glow=0.95, back=0.0, lamp=0.3, lamp_at=0.3, reach=6.0, sparks=30)
    n = 70
    u = np.mod(dice(moment.seed, 1, n) + 0.022 * moment.t, 1.0)
    stack = np.floor(dice(moment.seed, 2, n) * 3)
    x = moment.place.x + s * (
        np.array([-4.1, 0.2, 4.3])[stack.astype(int)] + 0.9 * u + 0.22 * bell(moment.seed, 3, n) * u
    )
    smoke = np.stack(
        [x, moment.place.y + s * (4.6 + 2.6 * u**0.8 + 0.2 * np.sin(5 * u + stack)), np.full(n, moment.place.z - 0.1)],
        1,
    )
    tone = np.asarray(moment.palette.glow, np.float32) * 0.35 + 0.012
    return (
        *forms,
        Dots(
            smoke.astype(np.float32),
            (s * (0.22 + 0.85 * u)).astype(np.float32),
            (tone[None] * (np.sin(np.pi * u) * moment.presence)[:, None]).astype(np.float32),
            cover=(0.15 * np.sin(np.pi * u) * moment.presence).astype(np.float32),
        ),
    )


@element("hero", 2.6, family="built", answers=("pour", "rise", "freeze"), lamp=True, several=1)
def fountain(moment: Moment) -> tuple[Form, ...]:
    """A three-tiered fountain lit from within; its water falls as beads of light."""
    forms = put(moment, _FOUNTAIN, n=1, glow=0.85, back=0.03, lamp=0.55, lamp_at=0.5, reach=2.6, mirror=False)
    s, n = moment.place.size, 2600
    more = 1 + 0.6 * max(moment.event("pour"), moment.event("rise"))
    still = 1 - 0.97 * float(smooth(moment.event("freeze"), 0, 1))
    tier = np.floor(dice(moment.seed, 1, n) * 3)
    u = np.mod(dice(moment.seed, 2, n) + still * moment.t * (0.26 + 0.05 * tier), 1.0)
    jet = np.floor(dice(moment.seed, 3, n) * np.where(tier == 0, 9, np.where(tier == 1, 13, 19)))
    around_ = 2 * np.pi * jet / np.where(tier == 0, 9, np.where(tier == 1, 13, 19)) + 0.05 * bell(moment.seed, 4, n)
    start = np.where(tier == 0, 2.40, np.where(tier == 1, 2.14, 1.54))
    r0 = np.where(tier == 0, 0.02, np.where(tier == 1, 0.40, 0.80))
    r1 = np.where(tier == 0, 0.32, np.where(tier == 1, 0.66, 1.32))
    end = np.where(tier == 0, 2.14, np.where(tier == 1, 1.54, 0.52))
    up = np.where(tier == 0, 0.62 * more, 0.10)
    y = start + (end - start) * u + 4 * up * u * (1 - u)
    r = r0 + (r1 - r0) * u
    spot = np.stack(
        [moment.place.x + s * r * np.cos(around_), moment.place.y + s * y, moment.place.z + s * (r * np.sin(around_))],
        1,
    )
    cool = np.array([0.75, 0.72, 0.85], np.float32) * 0.45 + np.asarray(moment.tint or AMBER, np.float32) * 0.55
    show = (
        (0.25 + 0.75 * dice(moment.seed, 5, n) ** 2)
        * (0.45 + 0.55 * np.sin(np.pi * u))
        * moment.presence
        * (1 - 0.3 * moment.calm)
    )
    drops = Dots(
        np.maximum(spot, [-1e9, 0.02, 0.7]).astype(np.float32),
        0.020 * s,
        (cool[None] * (0.55 * show)[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 6, n) > 0.985).astype(np.float32),
        depth=moment.place.z - 0.1,
    )
    return (*forms, drops)


@element("hero", 4.8, family="built", lamp=True, several=3)
def arch(moment: Moment) -> tuple[Form, ...]:
    """A great stone arch that stands alone, light gathered in it."""
    return put(moment, _ARCH, wide=6.5, cap=4, glow=0.85, back=0.03, lamp=0.6, lamp_at=0.3, reach=3.5)


@element(
    "ground",
    3.6,
    family="built",
    answers=("twist", "swirl", "wrap", "grow", "open", "spread", "shrink", "close"),
    lamp=True,
    several=1,
)
def tunnel(moment: Moment) -> tuple[Form, ...]:
    """A vaulted tunnel of old stone that leads to a far round light."""
    size = moment.place.size
    forms: list[Form] = []
    here = float(smooth(moment.presence, 0.0, 1.0))
    warm = np.asarray(moment.tint or AMBER, np.float32)
    stirred = heeded(moment, "wrap", "grow", "open", "spread") - heeded(moment, "shrink", "close")
    breath = (1 + 0.06 * np.sin(0.4 * moment.t)) * (1 - 0.3 * moment.calm) * (1 + 0.25 * stirred)
    z = 2.4 * 1.23 ** np.arange(RINGS)
    bend = 0.012 * z * np.sin(0.05 * moment.t + 0.4) * (1 + 2 * max(moment.event("twist"), moment.event("swirl")))
    order = smooth(moment.presence * 1.6 - 0.6 * np.linspace(1, 0, RINGS), 0.0, 1.0)
    depth = np.linspace(0, 1, RINGS)
    light = (0.16 + 0.95 * depth**1.6) * breath
    turn = 0.10 * np.sin(0.11 * moment.t) * max(moment.event("twist"), moment.event("swirl"))
    spot = np.stack([moment.place.x + bend, np.zeros(RINGS), z], 1).astype(np.float32)
    for k in range(RINGS - 1, -1, -1):
        forms.append(
            Sprites(
                ring_shape(k % 3),
                spot[k : k + 1],
                np.float32(vault(size)),
                tint=rgb(np.full(3, 0.25 + 0.75 * depth[k], np.float32)),
                glow=rgb(warm * np.float32(light[k])),
                opacity=np.float32(order[k]),
                lit=0.35,
                rim=0.3,
                turn=np.float32(turn * depth[k]),
            )
        )
    end = (moment.place.x + float(bend[-1]), 1.35 * size, float(z[-1]) + 2.0)
    forms += [
        Dots(
            np.array([end] * 3, np.float32),
            np.array([17.0, 8.0, 3.6], np.float32) * np.float32(size),
            warm[None] * np.array([[0.10], [0.22], [0.75]], np.float32) * np.float32(here * breath),
            depth=end[2] + 1,
        ),
        Light((end[0], 1.5, float(z[-4])), rgb(warm * np.float32(0.9 * here)), 7.0, 0.3),
        around(moment, (moment.place.x, 1.5 * size, 6.0), 2.2 * size, warm * np.float32(0.6 * here), 120),
    ]
    return tuple(forms)
