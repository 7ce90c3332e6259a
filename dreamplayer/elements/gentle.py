"""Gentle kin of what would frighten: a red thread and petals for blood, pearls for teeth, driftwood for bones."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.beads import pearl_shape, petal_shape
from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice, one
from dreamplayer.model.moment import Moment


@element("air", 1.6, family="people", several=1)
def blood(moment: Moment) -> tuple[Form, ...]:
    """A long red thread that winds through the air, and dark red petals coming down from it."""
    unit = moment.size(1.0)
    here = smooth(moment.presence, 0.05, 1.0)
    base = np.asarray(moment.tint or (0.46, 0.030, 0.022), np.float32)
    m = 110
    s = np.linspace(0, 1, m)
    own = 6.28 * one(moment.seed, 61)
    thread = np.stack(
        [
            moment.place.x + unit * (3.0 * (s - 0.5) + 0.22 * np.sin(7 * s + own + 0.21 * moment.t)),
            moment.place.y
            + unit * (1.05 + 0.34 * np.sin(4.1 * s + own - 0.26 * moment.t) + 0.16 * np.sin(9.5 * s + 0.33 * moment.t)),
            np.maximum(moment.place.z + unit * 0.45 * np.sin(5.2 * s - 0.2 * moment.t), 1.4),
        ],
        1,
    )
    loops = np.stack(
        [thread + unit * 0.010 * np.stack([np.sin(60 * s + k), np.cos(60 * s + k), 0 * s], 1) for k in range(3)]
    )
    fade = here * np.clip(np.sin(np.pi * s) * 2.2, 0, 1)
    lines = Ribbons(
        loops.astype(np.float32), np.float32(0.0060 * unit), rgb(base * np.float32(0.9)),
        opacity=(fade[None] * np.array([[0.40], [0.26], [0.26]])).astype(np.float32),
        grown=np.full((3, 1), min(1.0, 1.15 * here), np.float32),
    )  # fmt: skip
    n = 26
    life = np.mod(dice(moment.seed, 62, n) + moment.t * (0.030 + 0.018 * dice(moment.seed, 63, n)), 1.0)
    spot = thread[np.floor(dice(moment.seed, 64, n) * (m - 1)).astype(int)]
    phase = 6.28 * dice(moment.seed, 65, n)
    where = spot + unit * np.stack(
        [0.30 * np.sin(2.6 * life + phase) + 0.25 * life, 0.15 - 1.35 * life, 0.25 * bell(moment.seed, 66, n)], 1
    )
    where[:, 1] = np.maximum(where[:, 1], 0.03)
    show = smooth(life, 0.0, 0.12) * smooth(life, 1.0, 0.85)
    petals = Sprites(
        petal_shape(), where.astype(np.float32), (unit * (0.07 + 0.06 * dice(moment.seed, 67, n))).astype(np.float32),
        tint=rgb(base * np.float32(0.35)), glow=rgb(base * np.float32(0.40)), opacity=show.astype(np.float32),
        turn=(phase + 0.5 * np.sin(0.7 * moment.t + phase)).astype(np.float32),
        width=(0.25 + 0.75 * np.abs(np.sin(0.35 * moment.t + 2 * phase))).astype(np.float32),
    )  # fmt: skip
    return (lines, *gathered(moment, petals, count=400, colour=rgb(base)))


@element("air", 0.9, family="people", several=1)
def teeth(moment: Moment) -> tuple[Form, ...]:
    """A string of pearls come undone: an arc of them, and a few that drift down, shining."""
    unit = moment.size(1.0)
    strung, loose = 25, 9
    base = np.asarray(moment.tint or (1.0, 0.84, 0.70), np.float32)
    u = np.linspace(-1, 1, strung)
    sway = 0.04 * np.sin(0.45 * moment.t)
    arc = np.stack(
        [
            moment.place.x + unit * (0.62 * u + 0.20 * np.sin(3.4 * u + 0.4) + sway * (1 - u * u)),
            moment.place.y
            + unit * (0.72 - 0.42 * u + 0.17 * np.sin(3.9 * u + 1.2) + 0.01 * np.sin(0.6 * moment.t + 3 * u)),
            np.full(strung, moment.place.z),
        ],
        1,
    )
    size = 0.105 * (1 - 0.35 * np.abs(u))
    life = np.mod(dice(moment.seed, 61, loose) + moment.t * 0.035, 1.0)
    fall = np.stack(
        [
            moment.place.x
            + unit * (0.55 + 0.30 * bell(moment.seed, 62, loose) + 0.06 * np.sin(0.5 * moment.t + 6 * life)),
            np.maximum(moment.place.y + unit * (0.55 - 0.75 * life), 0.05),
            moment.place.z + unit * 0.3 * bell(moment.seed, 63, loose),
        ],
        1,
    )
    show = np.concatenate([np.ones(strung), smooth(life, 0.0, 0.15) * smooth(life, 1.0, 0.8)])
    where = np.concatenate([arc, fall]).astype(np.float32)
    size = np.concatenate([size, 0.06 + 0.03 * dice(moment.seed, 64, loose)]) * unit
    shine = 0.85 + 0.15 * np.sin(0.7 * moment.t + np.arange(strung + loose) * 0.9)
    pearls = Sprites(
        pearl_shape(),
        where,
        (size * 1.12).astype(np.float32),
        tint=(0.22, 0.19, 0.17),
        opacity=show.astype(np.float32),
        glow=(base[None] * (0.42 * shine * (1 - 0.3 * moment.calm))[:, None]).astype(np.float32),
    )
    thread = Ribbons(
        arc[None].astype(np.float32), np.float32(0.004 * unit), rgb(base),
        opacity=np.full((1, strung), 0.16 * smooth(moment.presence, 0.3, 1.0), np.float32),
    )  # fmt: skip
    glints = Dots(
        where + np.array([-0.015, 0.02, -0.05], np.float32) * np.float32(unit), (0.06 * size / 0.1).astype(np.float32),
        (base[None] * (0.22 * show * shine * smooth(moment.presence, 0.5, 1.0))[:, None]).astype(np.float32), glint=0.8,
    )  # fmt: skip
    return (thread, *gathered(moment, pearls, count=500, colour=rgb(base)), glints)


@element("ground", 1.2, family="people", several=1)
def bones(moment: Moment) -> tuple[Form, ...]:
    """Driftwood, worn white by water, lying as the tide left it; small lights have settled on it."""
    unit = moment.size(1.0)
    here = smooth(moment.presence, 0.1, 1.0)
    base = np.asarray(moment.tint or (0.52, 0.44, 0.36), np.float32)
    m = 26
    s = np.linspace(0, 1, m)
    look = -1.0 if one(moment.seed, 61) < 0.5 else 1.0
    # One old tree lying on its side, boughs reaching up and along: root plate to the left, crown to the right.
    trunk = np.stack([2.1 * (s - 0.45), 0.13 + 0.16 * s**2 + 0.06 * np.sin(7 * s), 0.12 * np.sin(4 * s)], 1)
    lines, widths = [trunk], [0.070 * (1 - 0.80 * s) * (1 + 0.20 * np.sin(13 * s) * (1 - s))]
    for i in range(11):
        root = i < 4
        start = 1 if root else int((0.20 + 0.74 * (i - 4) / 6) * (m - 1))
        up = i % 3 != 1
        turn = (2.2 + 0.55 * i) if root else (0.95 if up else -0.35) + 0.7 * (one(moment.seed, 81 + i) - 0.5)
        long = 0.30 if root else (0.95 - 0.045 * i) * (0.45 + 0.75 * one(moment.seed, 101 + i))
        curl = 1.3 * (one(moment.seed, 121 + i) - 0.5) - (0.0 if root else 0.55)
        heading = turn + curl * s + 0.42 * np.sin(6 * s + 1.7 * i) * s
        x = trunk[start, 0] + np.concatenate([[0.0], np.cumsum(np.cos(heading[:-1]))]) * long / (m - 1)
        y = trunk[start, 1] + np.concatenate([[0.0], np.cumsum(np.sin(heading[:-1]))]) * long / (m - 1)
        z = trunk[start, 2] + (0.35 if up else -0.9) * long * (0.3 + one(moment.seed, 141 + i)) * s
        lines.append(np.stack([x, np.maximum(y, 0.02), z], 1))
        widths.append((0.034 if root else 0.66 * widths[0][start]) * (1 - 0.90 * s**0.9))
    k = len(lines)
    lines = [
        np.stack(
            [
                moment.place.x + look * unit * line[:, 0],
                moment.place.y + unit * line[:, 1],
                np.maximum(moment.place.z + unit * line[:, 2], 1.4),
            ],
            1,
        )
        for line in lines
    ]
    widths = [unit * width for width in widths]
    wood = Ribbons(
        np.stack(lines).astype(np.float32),
        np.stack(widths).astype(np.float32),
        rgb(base),
        "body",
        opacity=here,
        grown=np.full((k, 1), min(1.0, 0.1 + 0.9 * here), np.float32),
        glow=rgb(base * np.float32(0.06 * here)),
    )
    n = 90
    line = np.floor(dice(moment.seed, 181, n) * k).astype(int)
    spot = np.stack(lines)[line, np.floor(dice(moment.seed, 182, n) * m).astype(int)]
    own = 6.28 * dice(moment.seed, 183, n)
    spot = spot + unit * np.stack(
        [0.03 * np.sin(0.4 * moment.t + own), 0.06 + 0.04 * np.sin(0.33 * moment.t + 2 * own), 0 * own - 0.05], 1
    )
    shine = 0.45 * here * np.sin(0.30 * moment.t + own) ** 4
    lights = Dots(
        spot.astype(np.float32), np.float32(0.022 * unit),
        (np.asarray(moment.palette.key, np.float32)[None] * shine[:, None]).astype(np.float32),
    )  # fmt: skip
    return (wood, lights)
