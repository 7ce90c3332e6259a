"""Cloth: a silk veil on the air, curtains, a thread of light, a rope."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import View, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import around, built, heeded, put
from dreamplayer.drawing.shawl import shawl
from dreamplayer.drawing.silk import scarf, sheet
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

SILK = (0.95, 0.80, 0.66)
ROSE = (0.40, 0.085, 0.075)


@element("air", 1.8, family="object", answers=("wrap", "drift", "descend"), several=3)
def cloth(moment: Moment) -> tuple[Form, ...]:
    """A veil of silk floating on the air, its folds lit by themselves; it descends, or wraps itself around.

    Notes: `shawl` metres of height from which it is let down, around whoever stands in its place.
    """
    if moment.param("shawl", 0.0) > 0.0:
        return _let_down(moment)
    size = moment.size(1.8)
    base = np.asarray(moment.tint or SILK, np.float32)
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - 0.3 * moment.calm)
    wrap = float(smooth(moment.event("wrap"), 0.0, 1.0))
    drop = float(smooth(moment.event("descend"), 0.0, 1.0))
    drift = moment.event("drift")
    n = int(min(max(moment.count, 1), 3))
    forms: list[Form] = []
    for i in range(n):
        x = moment.place.x + (i - (n - 1) / 2) * 0.8 * size + 0.15 * drift * size * np.sin(0.2 * moment.t)
        y = moment.place.y + size * (0.62 - 0.30 * drop) + 0.05 * size * np.sin(0.4 * moment.t + 2 * i)
        forms.append(
            scarf(
                moment.t,
                (float(x), float(y), moment.place.z + 0.3 * i),
                1.5 * size,
                0.62 * size,
                base * np.float32(0.55),
                seed=one(moment.seed, 1 + i),
                opacity=0.9 * here,
                grown=1.15 * smooth(moment.presence, 0.0, 1.0),
                wrap=wrap,
                wave=1.0 + 0.3 * drift,
            )
        )
    middle = (moment.place.x, moment.place.y + 0.6 * size, moment.place.z)
    forms += [
        Dots(
            np.array([middle], np.float32),
            2.2 * size,
            base * np.float32(0.022 * here),
            reflect=False,
            depth=moment.place.z + 0.5,
        ),
        around(moment, middle, 0.8 * size, base * np.float32(0.8 * here), 60),
        Light((middle[0], middle[1], middle[2] - 0.2), rgb(base * np.float32(0.22 * here)), 2.4 * size, 0.3),
    ]
    return tuple(forms)


def _let_down(moment: Moment) -> tuple[Form, ...]:
    """A shawl that comes down from above and settles around someone, glitter sinking along it."""
    p, high = moment.place, moment.param("shawl", 3.0)
    base = np.asarray(moment.tint or SILK, np.float32)
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - 0.25 * moment.calm)
    grown = float(smooth(moment.t, 0.0, 11.0))
    wide = moment.size(2.7)
    apex, foot = (p.x - 0.05, p.y + high, p.z + 0.2), (p.x, p.y + 0.02, p.z)
    n = 420
    v = np.mod(dice(moment.seed, 1, n) + moment.t / (13.0 + 9.0 * dice(moment.seed, 2, n)), 1.0)
    a = 6.283 * dice(moment.seed, 3, n) + 0.1 * moment.t
    r = 0.5 * wide * (0.06 + 0.98 * v**1.5) * (0.85 + 0.25 * dice(moment.seed, 4, n))
    where = np.stack(
        [p.x + r * np.cos(a), np.maximum(p.y + high * (1 - v), 0.02), p.z + 0.2 * (1 - v) + 0.6 * r * np.sin(a)], 1
    )
    bright = np.sin(np.pi * v) * dice(moment.seed, 5, n) ** 3 * here * smooth(grown - v, 0.0, 0.1)
    return (
        *shawl(moment.t, apex, foot, wide, base * np.float32(0.42), opacity=here, grown=grown),
        Dots(where.astype(np.float32), np.float32(0.016), (base * (0.9 * bright)[:, None]).astype(np.float32)),
        Light((p.x, p.y + 0.9, p.z - 0.6), rgb(base * np.float32(0.22 * here * grown)), 2.6, 0.3),
    )


@element("hero", 2.6, family="object", answers=("open", "close", "part", "drift"), lamp=True, several=1)
def curtain(moment: Moment) -> tuple[Form, ...]:
    """Two heavy curtains with light between them; they part and let it out."""
    size = moment.size(2.6)
    base = np.asarray(moment.tint or ROSE, np.float32)
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - 0.3 * moment.calm)
    part = float(smooth(max(moment.event("open"), moment.event("part")), 0, 1)) * (
        1 - float(smooth(moment.event("close"), 0, 1))
    )
    gap = (0.05 * (1 - 0.8 * moment.event("close")) + 0.30 * part) * size
    warm = np.array([1.0, 0.56, 0.22], np.float32)
    x, y, z = moment.place.x, moment.place.y + 1.02 * size, moment.place.z
    glow = Dots(
        np.array([[x, y - 0.55 * size, z + 0.3], [x, y - 0.55 * size, z + 0.3]], np.float32),
        np.array([2.4, 0.9], np.float32) * np.float32(size * (0.8 + 0.5 * part)),
        warm[None, :] * (np.array([0.055, 0.16], np.float32) * np.float32(here * (0.5 + 0.9 * part)))[:, None],
        depth=z + 0.3,
    )
    forms: list[Form] = [glow]
    for side in (-1.0, 1.0):
        wide = size * (0.62 - 0.20 * part)
        forms += sheet(
            moment.t * 0.6,
            (x + side * (gap + wide / 2), y, z),
            wide,
            size,
            base * np.float32(0.42),
            folds=4.2 + 2 * part,
            seed=0.3 + side,
            opacity=here,
            hang=1.0,
            blow=0.30 + 0.1 * moment.event("drift"),
            strands=64,
            grown=1.15 * smooth(moment.presence, 0, 1),
        )
    rod = np.stack(
        [np.linspace(x - 0.72 * size, x + 0.72 * size, 24), np.full(24, y + 0.01), np.full(24, z - 0.02)], -1
    )[None]
    forms += [
        Ribbons(
            rod.astype(np.float32),
            0.012 * size,
            (0.20, 0.12, 0.06),
            profile="body",
            opacity=here,
            glow=(0.06, 0.03, 0.01),
            depth=z - 0.05,
        ),
        Light((x, y - 0.6 * size, z - 0.2), rgb(warm * np.float32((0.25 + 0.6 * part) * here)), 1.6 * size, 0.6),
        around(moment, (x, y - 0.5 * size, z - 0.2), 0.7 * size, warm * np.float32(here * (0.4 + 0.5 * part)), 50),
    ]
    return tuple(forms)


def _loop(t: float, m: int, seed: float) -> np.ndarray:
    """A line that wanders in loops through the air, (m, 3), about 2 wide and 1 high."""
    u = np.linspace(0, 1, m)
    turn = 2 * np.pi * (3.6 * u) + 0.12 * t + 6.28 * seed
    x = 2.3 * (u - 0.5) + 0.24 * np.sin(turn) * np.clip(np.sin(np.pi * u), 0, 1) ** 0.5 - 0.04
    y = 0.55 * u**0.7 + 0.20 * np.cos(turn) * np.sin(np.pi * u) + 0.05 * np.sin(7 * u + 0.3 * t)
    return np.stack([x, y, 0.30 * np.sin(turn + 0.7) * np.sin(np.pi * u)], -1)


_SPOOL = built(
    "object/spool",
    (-0.42, -0.05, 0.42, 0.86),
    lambda: [
        *turned([(0.30, 0.0), (0.30, 0.09), (0.13, 0.13)], stuff((0.30, 0.17, 0.09), 0.25, 0.02)),
        *turned([(0.22, 0.13), (0.24, 0.40), (0.22, 0.67)], stuff((0.5, 0.25, 0.1), 0, glow=0.32)),
        *turned(
            [(0.13, 0.67), (0.30, 0.71), (0.30, 0.80)],
            stuff((0.30, 0.17, 0.09), 0.25, 0.02),
            lid=stuff((0.24, 0.14, 0.08), 0.3, 0.03),
        ),
    ],
    View(0.0, 1.2, 5.0),
    160,
)
GOLD = (1.0, 0.60, 0.22)


@element("air", 1.4, family="object", answers=("grow", "wrap", "mend"), several=3)
def thread(moment: Moment) -> tuple[Form, ...]:
    """A thread of light that unwinds from its spool and wanders in loops through the air."""
    size = moment.size(1.4)
    warm = np.asarray(moment.tint or GOLD, np.float32)
    told = 1 + 0.3 * heeded(moment, "mend", "wrap", "grow")
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - 0.3 * moment.calm) * told
    m, x, y, z = 160, moment.place.x, moment.place.y, moment.place.z
    n = int(min(max(moment.count, 1), 4))
    forms: list[Form] = []
    u = np.linspace(0, 1, m)
    for i in range(n):
        line = _loop(moment.t, m, one(moment.seed, 2 + i) * 0.3 + 0.25 * i) * np.array([0.62, 1.15, 0.8]) * size
        line += np.array([x + 0.22 * size, y + (0.42 + 0.05 * i) * size, z])
        glint = 0.45 + 0.9 * np.exp(-(((np.mod(u - 0.05 * moment.t + 0.3 * i, 1.0) - 0.5) / 0.06) ** 2))
        forms.append(
            Ribbons(
                line[None].astype(np.float32),
                0.008 * size,
                (warm[None, None, :] * glint[None, :, None]).astype(np.float32),
                opacity=here,
                grown=1.1 * smooth(moment.presence, 0.2, 1.0),
            )
        )
        spark = line[::8] + 0.0
        forms.append(Dots(spark.astype(np.float32), 0.05 * size, warm * np.float32(0.5 * here), glint=0.6))
    spool = moment.replace(place=moment.place.__class__(x - 0.62 * size, y, z, moment.place.size, 1.0), count=1)
    forms += put(spool, _SPOOL, n=1, glow=0.8, back=0.03, lamp=0.3, mirror=False)
    return tuple(forms)


@element("air", 2.2, family="object", answers=("swing", "untie"), several=1)
def rope(moment: Moment) -> tuple[Form, ...]:
    """A rope hanging down out of the dark with a knot in it, swaying a little."""
    size = moment.size(2.2)
    base = np.asarray(moment.tint or (0.42, 0.27, 0.13), np.float32)
    here = float(smooth(moment.presence, 0.0, 1.0))
    m = 60
    v = np.linspace(0, 1, m)
    loose = moment.event("untie")
    sway = (0.05 + 0.12 * moment.event("swing")) * np.sin(0.7 * moment.t)
    x = moment.place.x + size * sway * (1 - v) ** 1.5
    y = moment.place.y + size * (2.6 * v)
    strands = []
    for k in range(3):
        turn = 62 * v + 2.09 * k
        strands.append(np.stack([x + 0.021 * size * np.cos(turn), y, moment.place.z + 0.021 * size * np.sin(turn)], -1))
    a = np.linspace(0, 2 * np.pi, m)
    knot = np.stack(
        [
            x[6] + 0.05 * size * (1 + loose) * np.sin(2 * a),
            y[6] + 0.06 * size * (1 + loose) * np.cos(a + 0.4),
            moment.place.z + 0.03 * size * np.cos(3 * a),
        ],
        -1,
    )
    strands.append(knot)
    warm = np.asarray(moment.palette.key, np.float32)
    return (
        Dots(
            np.array([[moment.place.x, moment.place.y + 0.5 * size, moment.place.z + 0.2]], np.float32),
            1.8 * size,
            warm * np.float32(0.022 * here),
        ),
        Ribbons(
            np.stack(strands).astype(np.float32),
            0.026 * size,
            rgb(base),
            profile="body",
            opacity=here,
            glow=rgb(base * np.float32(0.16)),
            grown=1.05,
        ),
        around(
            moment,
            (moment.place.x, moment.place.y + 0.4 * size, moment.place.z),
            0.6 * size,
            warm * np.float32(0.7 * here),
            40,
        ),
    )
