"""Buildings: school, barn, lighthouse, windmill, castle, tower, ruin, tent, market, carnival."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing import buildings as of
from dreamplayer.drawing import canvas_tents, fair
from dreamplayer.drawing import castle as castles
from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import View
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.drawing.props import AMBER, built, larger, put
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_SCHOOL = built("building/school", (-7.6, -0.5, 7.6, 10.4), of.school, View(0.22, 1.7, 22.0), 300)
_BARN = built("building/barn", (-4.4, -0.4, 4.4, 5.8), of.barn, View(0.45, 1.7, 14.0), 260)
_LIGHTHOUSE = built("building/lighthouse", (-2.8, -0.4, 2.8, 11.8), of.lighthouse, View(0.0, 1.7, 20.0), 360)
_MILL = built("building/mill", (-2.4, -0.4, 2.4, 7.5), of.mill, View(0.0, 1.7, 15.0), 280)
_SAILS = built("building/sails", (-4.2, -4.2, 4.2, 4.2), of.sails, View(0.0, 0.0, 30.0), 280)
_CASTLE = built("building/castle", (-9.2, -0.5, 9.2, 16.2), castles.castle, View(0.18, 1.9, 26.0), 360)
_TOWER = built("building/tower", (-3.0, -0.3, 3.0, 14.6), castles.keep, View(0.0, 1.7, 20.0), 340)
_RUIN = built("building/ruin", (-5.6, -0.4, 5.6, 4.6), castles.ruin, View(0.12, 1.7, 13.0), 260)
_TENT = built("building/tent", (-2.8, -0.3, 2.8, 2.5), canvas_tents.tent, View(0.25, 1.4, 8.0), 230)
_TOP = built("building/big-top", (-3.6, -0.3, 3.6, 6.6), canvas_tents.big_top, View(0.0, 1.7, 15.0), 280)
_STALL = built("building/stall", (-1.9, -0.2, 1.9, 3.1), fair.stall, View(0.30, 1.6, 9.0), 230)
_STALL_2 = built("building/stall-2", (-1.9, -0.2, 1.9, 3.1), lambda: fair.stall(1), View(-0.30, 1.6, 9.0), 230)


@element("hero", 9.0, family="built", lamp=True, several=2)
def school(moment: Moment) -> tuple[Form, ...]:
    """A schoolhouse at night, its windows lit in rows, a clock over the door."""
    return put(moment, _SCHOOL, wide=14.0, cap=2, glow=0.9, back=0.022, lamp=0.6, lamp_at=0.2, reach=6.0, mirror=False)


@element("hero", 4.9, family="built", answers=("open",), lamp=True, several=2)
def barn(moment: Moment) -> tuple[Form, ...]:
    """A red barn, lamplight through the gap of its doors and between its boards."""
    return put(
        moment,
        _BARN,
        wide=7.0,
        cap=4,
        glow=0.85 + 0.3 * moment.event("open"),
        back=0.025,
        lamp=0.6,
        lamp_at=0.25,
        reach=4.0,
    )


@element("far", 17.0, family="built", lamp=True, several=1)
def lighthouse(moment: Moment) -> tuple[Form, ...]:
    """A lighthouse whose two beams turn slowly through the night."""
    moment = larger(moment, 1.6)
    forms = list(put(moment, _LIGHTHOUSE, wide=14.0, cap=2, glow=0.95, back=0.0, mirror=False, sparks=0))
    size = moment.place.size
    here = float(smooth(moment.presence, 0.4, 1.0)) * (1 - 0.3 * moment.calm)
    lamp = np.array([moment.place.x, moment.place.y + 9.3 * size, moment.place.z], np.float32)
    warm = np.asarray(moment.tint or (1.0, 0.66, 0.32), np.float32)
    turn = 0.16 * moment.t + 0.6
    m, long = 26, 26.0 * size
    v = np.linspace(0, 1, m)
    rays, bright = [], []
    for side in (0.0, np.pi):
        for k in range(5):
            a = turn + side + 0.022 * (k - 2)
            way = np.array([np.cos(a), 0.02 * (k - 2), 0.7 * np.sin(a)])
            rays.append(lamp + long * v[:, None] * way)
            bright.append(0.5 + 0.5 * np.exp(-(((k - 2) / 1.2) ** 2)))
    at3 = np.stack(rays)
    at3[..., 2] = np.maximum(at3[..., 2], 2.0)
    fall = (1 - v)[None, :] ** 1.7 * np.asarray(bright)[:, None]
    # Pointing at the eye a beam shows as a swelling of the lamp; never a flash.
    toward = 0.5 + 0.5 * np.sin(turn) ** 2
    forms += [
        Ribbons(
            at3.astype(np.float32),
            (size * (0.16 + 1.25 * v))[None].astype(np.float32),
            rgb(warm * np.float32(0.075 * here)),
            profile="veil",
            opacity=fall.astype(np.float32),
            depth=moment.place.z - 0.2,
        ),
        Dots(
            np.array([lamp] * 2),
            np.array([2.2, 7.0], np.float32) * np.float32(size),
            warm[None] * np.array([[0.75], [0.10]], np.float32) * np.float32(here * (0.75 + 0.25 * toward)),
            depth=moment.place.z - 0.3,
        ),
        Light(rgb(lamp), rgb(warm * np.float32(0.8 * here)), 9.0 * size, 0.6),
    ]
    return tuple(forms)


@element("far", 11.0, family="built", answers=("twist", "swirl"), lamp=True, several=3)
def windmill(moment: Moment) -> tuple[Form, ...]:
    """A windmill, its sails turning as slowly as clouds."""
    moment = larger(moment, 1.6)
    n = int(min(max(moment.count, 1), 3))
    size = moment.place.size
    forms: list[Form] = []
    here = float(smooth(moment.presence, 0.3, 1.0))
    spin = 0.16 + 0.12 * max(moment.event("twist"), moment.event("swirl"))
    for i in range(n):
        x, z = (
            moment.place.x + (0.0, -9.0, 10.0)[i] * size * moment.place.spread,
            moment.place.z + (0.0, 14.0, 22.0)[i] * size,
        )
        one_ = moment.replace(
            place=moment.place.__class__(x, moment.place.y, z, size, 1.0), count=1, seed=moment.seed + i
        )
        forms += put(one_, _MILL, n=1, glow=0.9, back=0.02, lamp=0.3, lamp_at=0.25, reach=3.0, mirror=False, sparks=20)
        hub = np.array([[x, moment.place.y + 6.1 * size, z - 1.5 * size]], np.float32)
        forms.append(
            Sprites(
                _SAILS.shape,
                hub,
                np.float32(_SAILS.tall * size),
                glow=rgb(np.asarray(AMBER, np.float32) * 0.35),
                lit=1.0,
                rim=1.0,
                turn=np.float32(spin * moment.t + i),
                opacity=np.float32(here),
                yaw=np.float32(0.12),
                depth=z - 1.5 * size,
            )
        )
    return tuple(forms)


@element("far", 24.0, family="built", answers=("open",), lamp=True, several=1)
def castle(moment: Moment) -> tuple[Form, ...]:
    """A castle of round towers with pointed roofs, its gate open on warm light."""
    moment = larger(moment, 1.6)
    return put(
        moment,
        _CASTLE,
        n=1,
        glow=0.9 + 0.3 * moment.event("open"),
        back=0.028,
        lamp=0.7,
        lamp_at=0.10,
        reach=8.0,
        mirror=False,
        sparks=60,
    )


@element("hero", 13.0, family="built", lamp=True, several=2)
def tower(moment: Moment) -> tuple[Form, ...]:
    """One tall round tower with a pointed roof, a few slits lit."""
    return put(moment, _TOWER, wide=10.0, cap=3, glow=0.9, back=0.022, lamp=0.4, lamp_at=0.2, reach=5.0, mirror=False)


@element("hero", 4.0, family="built", several=1)
def ruin(moment: Moment) -> tuple[Form, ...]:
    """Broken arches and columns of a hall that has no roof but the sky."""
    return put(moment, _RUIN, n=1, glow=0.5, back=0.04, lamp=0.25, lamp_at=0.3, reach=3.5, sparks=70)


@element("hero", 2.0, family="built", lamp=True, several=4)
def tent(moment: Moment) -> tuple[Form, ...]:
    """A tent glowing from within like a lantern."""
    return put(moment, _TENT, wide=4.4, cap=6, glow=1.0, back=0.035, lamp=0.8, lamp_at=0.3, reach=3.0)


@element("far", 3.0, family="built", answers=("dim",), lamp=True, several=1)
def market(moment: Moment) -> tuple[Form, ...]:
    """A night market: two rows of lit stalls under awnings, strings of small lamps above the lane between."""
    light = (1 - 0.8 * moment.event("dim")) * (1 - 0.3 * moment.calm)
    size = moment.place.size
    forms: list[Form] = []
    where: list[tuple[float, float, float]] = []
    for k in range(7):
        for side in (-1.0, 1.0):
            where.append(
                (
                    moment.place.x + side * (3.1 + 0.25 * (k % 2)) * moment.place.spread,
                    0.0,
                    6.0 + 3.4 * k + (0.9 if side > 0 else 0.0),
                )
            )
    spots = np.array(where, np.float32)
    for side, piece in ((-1.0, _STALL), (1.0, _STALL_2)):
        mine = spots[np.sign(spots[:, 0] - moment.place.x) == side]
        for low, high in ((14.0, 99.0), (0.0, 14.0)):
            some = mine[(mine[:, 2] >= low) & (mine[:, 2] < high)]
            forms += put(
                moment, piece, where=some, glow=0.95 * light, back=0.02, mirror=False, sparks=0, cap=9, even=True
            )
    forms += fair.strings(moment, [(-2.6, 2.9, 5.0 + 3.4 * k, 2.6, 3.0, 6.4 + 3.4 * k) for k in range(7)], light)
    warm = np.asarray(AMBER, np.float32)
    here = np.float32(smooth(moment.presence, 0, 1) * light)
    forms += [
        Light((moment.place.x + s, 1.9 * size, z), rgb(warm * np.float32(0.55) * here), 3.6, 0.3)
        for s, z in ((-2.2, 7.0), (2.2, 9.0), (-2.0, 14.0), (2.0, 18.0))
    ]
    return tuple(forms)


@element("far", 19.0, family="built", answers=("dim", "ignite", "twist", "swirl"), lamp=True, several=1)
def carnival(moment: Moment) -> tuple[Form, ...]:
    """A fair at night: a great wheel of lights turning slowly, striped tents, strings of lamps."""
    moment = larger(moment, 1.6)
    light = (1 - 0.85 * moment.event("dim")) * (1 - 0.3 * moment.calm) * (1 + 0.3 * moment.event("ignite"))
    p, size = moment.place, moment.place.size
    forms: list[Form] = list(fair.wheel(moment, (p.x + 3.2 * size, p.y, p.z + 4), 11.0 * size, light))
    tents = np.array(
        [[p.x - 5.2 * size, 0, p.z - 1], [p.x + 0.2 * size, 0, p.z + 1.5], [p.x + 8.6 * size, 0, p.z + 2.5]], np.float32
    )
    forms += put(moment, _TOP, where=tents, glow=0.95 * light, back=0.02, mirror=False, sparks=40)
    forms += fair.strings(
        moment,
        [
            (-9.0, 4.2, p.z - 2, -2.0, 5.0, p.z - 1),
            (-2.0, 5.0, p.z - 1, 4.5, 4.4, p.z),
            (4.5, 4.4, p.z, 10.5, 4.6, p.z + 1),
        ],
        light,
        scale=2.2,
    )
    warm = np.asarray(AMBER, np.float32)
    here = np.float32(smooth(moment.presence, 0, 1) * light)
    forms += [
        Dots(
            np.array([[p.x, 4.0 * size, p.z + 8]], np.float32),
            26.0 * size,
            warm * np.float32(0.045) * here,
            depth=p.z + 8,
            reflect=False,
        ),
        Light((p.x - 4 * size, 2.0, p.z - 2.5), rgb(warm * np.float32(0.7) * here), 7.0, 0.3),
        Light((p.x + 4 * size, 3.0, p.z - 2.0), rgb(warm * np.float32(0.6) * here), 7.0, 0.3),
    ]
    return tuple(forms)
