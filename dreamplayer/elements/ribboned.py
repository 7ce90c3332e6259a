"""Creatures drawn as lines of light: a gentle snake, a spider's web hung with dew, a feather."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.drawing.standing import facing
from dreamplayer.drawing.tiny import FRAMES, height, tiny
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment


@element("ground", 1.6, family="creature", several=1)
def snake(moment: Moment) -> tuple[Form, ...]:
    """A gentle ribbon of a snake, patterned with light, winding over the ground and away."""
    unit = moment.size(1.7)
    base = np.asarray(moment.tint or (0.68, 0.50, 0.16), np.float32)
    look = facing(moment)
    here = smooth(moment.presence, 0.1, 1.0)
    m = 84
    s = np.linspace(0, 1, m)
    move = 0.10 * moment.t * (1 - 0.3 * moment.calm)
    go = 0.5 * unit * (1 - np.exp(-moment.t / 30.0))
    wave = 0.62 * (0.20 + 0.80 * s) * np.sin(13.0 * s + 2 * np.pi * move)
    head_up = 0.46 * unit * smooth(0.17 - s, 0.0, 0.15)
    line = np.stack(
        [
            moment.place.x + look * (unit * (1.25 - 2.3 * s) + go),
            moment.place.y + 0.05 * unit + head_up,
            np.maximum(moment.place.z + unit * wave, 1.2),
        ],
        1,
    )
    head = np.exp(-(((s - 0.022) / 0.022) ** 2))
    girth = unit * (0.125 * np.clip(1.06 - s, 0, 1) ** 0.6 * (0.62 + 0.38 * smooth(s, 0.02, 0.25)) + 0.060 * head)
    girth = girth * smooth(s, -0.012, 0.012)
    rings = 0.5 + 0.5 * np.sin(s * 120)
    colour = (base[None, None, :] * (0.06 + 0.16 * rings)[None, :, None]).astype(np.float32)
    body = Ribbons(
        line[None].astype(np.float32), girth[None].astype(np.float32), colour, "body", opacity=here,
        grown=min(1.0, 0.1 + 0.9 * here), glow=rgb(base * np.float32(0.20 * here)),
    )  # fmt: skip
    n = 150
    place = np.floor(dice(moment.seed, 61, n) * (m - 1)).astype(int)
    spots = line[place] + np.array([0.0, 0.6, -0.4]) * girth[place][:, None]
    glimmer = 0.35 * here * (0.4 + 0.6 * np.sin(0.7 * moment.t - 9 * s[place]) ** 2)
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


@element("air", 1.6, family="creature", several=1)
def spider(moment: Moment) -> tuple[Form, ...]:
    """A web hung with dew, spun thread by thread; its small owner sits like an amber bead beside the middle."""
    unit = moment.size(0.85)
    x0, y0, z0 = moment.place.x, moment.place.y + 1.05 * unit, moment.place.z
    base = np.asarray(moment.tint or (0.62, 0.66, 0.80), np.float32)
    here = smooth(moment.presence, 0.05, 1.0)
    spokes, rings, per = 15, 13, 6
    angle = 2 * np.pi * (np.arange(spokes) + 0.35 * (dice(moment.seed, 61, spokes) - 0.5)) / spokes + 0.2
    sway = 0.012 * np.sin(0.7 * moment.t)
    reach = 1.02 + 0.40 * dice(moment.seed, 62, spokes)

    def point(a: np.ndarray, r: np.ndarray, sag: np.ndarray | float = 0.0) -> np.ndarray:
        x = x0 + unit * r * np.cos(a)
        y = np.maximum(y0 + unit * (r * np.sin(a) * 0.95 - sag), 0.03)
        return np.stack([x, y, z0 + unit * sway * (1.2 - r) + 0 * x], -1)

    r = np.linspace(0.015, 1, 12)
    radial = point(np.broadcast_to(angle[:, None], (spokes, 12)), r[None, :] * reach[:, None])
    threads = Ribbons(
        radial.astype(np.float32), np.float32(0.0024 * unit), rgb(base),
        opacity=np.full((spokes, 12), 0.24 * here, np.float32),
        grown=np.clip(here * 2.0 - 0.6 * dice(moment.seed, 63, spokes), 0, 1)[:, None].astype(np.float32),
    )  # fmt: skip
    u = np.arange(spokes * per + 1) / per
    low, part = np.floor(u).astype(int), u - np.floor(u)
    ends = np.concatenate([angle, [angle[0] + 2 * np.pi]])
    a = ends[np.minimum(low, spokes)] * (1 - part) + ends[np.minimum(low + 1, spokes)] * part
    where = 0.13 + 0.80 * (np.arange(rings) / (rings - 1)) ** 0.9
    slack = (part * (1 - part) * 4.0)[None, :] * 0.035 * (0.3 + where[:, None])
    radius = where[:, None] * (1 + 0.010 * np.arange(len(u))[None, :] / per / spokes) - 0.55 * slack
    spiral = point(np.broadcast_to(a, (rings, len(a))), radius, 0.35 * slack)
    loops = Ribbons(
        spiral.astype(np.float32), np.float32(0.0018 * unit), rgb(base),
        opacity=np.full(spiral.shape[:2], 0.17 * here, np.float32),
        grown=np.clip(here * 2.6 - 0.6 - 0.9 * np.linspace(1, 0, rings), 0, 1)[:, None].astype(np.float32),
    )  # fmt: skip
    n = 340
    row = np.floor(dice(moment.seed, 64, n) * rings).astype(int)
    column = np.floor(dice(moment.seed, 65, n) * len(a)).astype(int)
    drops = spiral[row, column] + np.array([0.0, -0.006 * unit, -0.01])
    own = 6.28 * dice(moment.seed, 66, n)
    shine = here**2 * (0.25 + 0.75 * np.sin(0.35 * moment.t + own) ** 4) * (0.3 + 0.7 * dice(moment.seed, 67, n))
    warm = np.where(
        dice(moment.seed, 68, n)[:, None] < 0.35, np.asarray(moment.palette.key, np.float32)[None], base[None]
    )
    dew = Dots(
        drops.astype(np.float32), (unit * (0.010 + 0.012 * dice(moment.seed, 69, n))).astype(np.float32),
        (warm * (0.75 * shine)[:, None]).astype(np.float32), glint=(dice(moment.seed, 70, n) > 0.93).astype(np.float32),
    )  # fmt: skip
    home = point(np.array([2.2]), np.array([0.16]))[0] + np.array([0.0, 0.0, -0.03])
    legs = np.array([0.5, 0.95, 2.2, 2.65, 3.65, 4.05, 5.35, 5.8])
    out = np.linspace(0, 1, 5)[None, :]
    knee = 0.055 * unit * out
    limbs = np.stack(
        [
            home[0] + knee * np.cos(legs)[:, None],
            home[1] + knee * np.sin(legs)[:, None] + 0.014 * unit * np.sin(np.pi * out),
            np.full((8, 5), home[2]),
        ],
        -1,
    )
    amber = np.asarray(moment.palette.key, np.float32)
    owner = (
        Ribbons(limbs.astype(np.float32), np.float32(0.0022 * unit), rgb(amber * np.float32(0.4)),
                opacity=np.full((8, 5), 0.5 * here, np.float32)),
        Dots(np.stack([home, home + np.array([0.0, 0.024 * unit, 0.0])]).astype(np.float32),
             np.array([0.050, 0.030], np.float32) * np.float32(unit), amber * np.float32(0.5 * here)),
    )  # fmt: skip
    return (threads, loops, dew, *owner)


@element("air", 0.7, family="creature", answers=("fall", "rise", "drift"), several=12)
def feather(moment: Moment) -> tuple[Form, ...]:
    """Feathers coming down as slowly as thoughts, rocking from side to side."""
    n = int(min(max(moment.count, 1), 40))
    unit = moment.size(0.55 if n > 1 else 0.85)
    base = np.asarray(moment.tint or (0.90, 0.80, 0.72), np.float32)
    phase = dice(moment.seed, 61, n)
    own = 6.2832 * phase
    tall = 0.0 if n == 1 else 3.2
    sink = 0.16 * (1 + 1.5 * moment.event("fall")) * (0.8 + 0.4 * dice(moment.seed, 62, n))
    life = np.mod(phase + moment.t * sink / max(tall, 1.0), 1.0) if n > 1 else np.full(1, 0.4)
    x = moment.place.x + (0 if n == 1 else 1.7) * moment.place.spread * bell(moment.seed, 63, n)
    x = x + (0.34 + 0.3 * moment.event("drift")) * np.sin(0.62 * moment.t + own)
    y = moment.place.y + 0.35 * unit + (1 - life) * tall + 0.10 * np.cos(1.24 * moment.t + 2 * own)
    y = (
        y
        + (0.35 + 0.12 * np.sin(0.21 * moment.t)) * (n == 1)
        + 1.2 * moment.event("rise")
        - 0.3 * moment.event("fall") * (n == 1)
    )
    z = np.maximum(moment.place.z + (0 if n == 1 else 1.5) * bell(moment.seed, 64, n), 1.5)
    show = smooth(life, 0.0, 0.10) * smooth(life, 1.0, 0.90) if n > 1 else np.ones(1)
    rock = 0.55 * np.sin(0.62 * moment.t + own + 0.9)
    body = Sprites(
        tiny("feather"),
        np.stack([x, np.maximum(y, 0.1), z], 1).astype(np.float32),
        (unit * (np.ones(n) if n == 1 else 0.5 + 0.5 * dice(moment.seed, 65, n)) * height("feather")).astype(
            np.float32
        ),
        tint=rgb(base * np.float32(0.30)),
        glow=rgb(base * np.float32(0.26 * (1 - 0.3 * moment.calm))),
        opacity=show.astype(np.float32),
        turn=(0.55 + rock).astype(np.float32),
        frame=(np.mod(0.09 * moment.t + phase, 1.0) * FRAMES).astype(np.float32),
    )
    return gathered(moment, body, count=700, colour=rgb(base))
