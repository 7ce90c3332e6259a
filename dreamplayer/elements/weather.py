"""What the air carries: cloud, fog, wind, rain, hail, a pale column of wind."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.cloud import drifting
from dreamplayer.drawing.element import element
from dreamplayer.drawing.falling import sinking, streaks
from dreamplayer.drawing.fog import banks
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.leaf import LEAF
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment


@element("sky", 60.0, family="sky", answers=("part", "gather"), several=9)
def cloud(moment: Moment) -> tuple[Form, ...]:
    """Slow clouds, small by the horizon, large overhead, lit along their lower edge; `lily` 1 makes them lily pads."""
    many = 5 if moment.count == 1 else int(min(max(moment.count, 7), 16))
    part = smooth(moment.event("part"), 0.0, 1.0) - 0.3 * moment.event("gather")
    return (drifting(moment, many, lily=moment.param("lily", 0.0), part=part),)


@element("weather", 2.0, family="sky", answers=("part", "gather", "rise"), several=1)
def fog(moment: Moment) -> tuple[Form, ...]:
    """Silken fog lying in folds between near and far, which can part in the middle and let light through."""
    glow, low = moment.palette.glow, moment.palette.horizon
    own = tuple(1.6 * low[i] + 0.28 * glow[i] for i in range(3))
    colour = tuple(0.10 * c + 0.40 * o for c, o in zip(moment.tint, own, strict=True)) if moment.tint else own
    part = smooth(moment.event("part"), 0.0, 1.0)
    thick = (0.95 + 0.25 * moment.event("gather")) * (0.6 + 0.4 * moment.strength)
    lift = 0.25 * smooth(moment.event("rise"), 0.0, 1.0)
    return banks(moment, colour, strength=min(thick, 1.1), part=part, lift=lift)  # type: ignore[arg-type]


@element("weather", 2.0, family="sky", answers=("swirl", "hush"), several=1)
def wind(moment: Moment) -> tuple[Form, ...]:
    """Wind made visible: long faint veils of air that rise and dip, and leaves and dust they carry."""
    quiet = 1.0 - 0.75 * moment.event("hush")
    k, m = 13, 30
    s = np.linspace(0.0, 1.0, m, dtype=np.float32)[None, :]
    z = 3.0 + 13.0 * dice(moment.seed, 1, k)[:, None]
    camera = moment.stage.camera
    half = 1.35 * moment.aspect * z / camera.focal
    pace = 0.055 * (0.7 + 0.6 * dice(moment.seed, 2, k))[:, None]
    head = np.mod(dice(moment.seed, 3, k)[:, None] + moment.t * pace, 1.0)
    long = 0.30 + 0.25 * dice(moment.seed, 4, k)[:, None]
    x = half * (2.6 * (head - long * (1 - s)) - 1.1)
    own = 6.28 * dice(moment.seed, 5, k)[:, None]
    high = camera.eye + (0.25 + 1.1 * dice(moment.seed, 6, k)[:, None] - 0.55) * z * 0.55 / camera.focal
    curl = moment.event("swirl") * 0.9 * np.sin(9.0 * s + own + 0.5 * moment.t)
    y = high + 0.10 * z * np.sin(1.1 * x / z * 1.3 + own + 0.20 * moment.t) + 0.06 * z * curl
    line = np.stack([x + camera.x, np.maximum(y, 0.1), z + 0.0 * s + 0.4 * curl], -1).astype(np.float32)
    show = smooth(moment.presence, 0.0, 1.0) * quiet
    fade = np.clip(np.sin(np.pi * s), 0, 1) ** 1.5 * np.clip(np.sin(np.pi * head), 0, 1) ** 0.5
    base = np.asarray(moment.tint or moment.palette.rim, np.float32) * 0.5 + np.asarray(moment.palette.glow, np.float32)
    veil = Ribbons(
        line, (0.075 * z * (0.4 + 0.6 * np.sin(np.pi * s))).astype(np.float32) * 0.5, base * np.float32(0.30),
        profile="veil", opacity=(0.34 * fade * show).astype(np.float32), reflect=False, depth=8.0,
    )  # fmt: skip
    thread = Ribbons(
        line,
        (0.0035 * z + 0.0 * s).astype(np.float32),
        (base[None, None] * (0.22 * fade * show)[..., None]).astype(np.float32),
        reflect=False,
        depth=7.5,
    )
    n = 46
    where, here = sinking(moment, n, pace=0.22, near=2.6, far=16.0, sway=0.5, wind=1.5 * quiet + 0.2, lane=3)
    where[:, 1] += 0.25 * np.sin(0.9 * moment.t + 6.28 * dice(moment.seed, 7, n))
    leaves = Sprites(
        LEAF,
        where,
        (0.07 + 0.08 * dice(moment.seed, 8, n)).astype(np.float32),
        tint=(0.40, 0.20, 0.09),
        opacity=(here * smooth(moment.presence, 0.2, 1.0)).astype(np.float32),
        turn=(6.28 * dice(moment.seed, 9, n) + 0.9 * moment.t * (0.5 + dice(moment.seed, 10, n))).astype(np.float32),
        width=np.cos(0.8 * moment.t * (0.5 + dice(moment.seed, 11, n)) + 6.28 * dice(moment.seed, 12, n)).astype(
            np.float32
        ),
        frame=np.floor(dice(moment.seed, 13, n) * 3).astype(np.float32),
        depth=7.0,
    )
    d = 500
    spot, there = sinking(moment, d, pace=0.15, near=2.2, far=22.0, sway=0.3, wind=1.2, lane=5)
    dust = Dots(
        spot,
        np.float32(0.02),
        (base[None, :] * (0.5 * there * (0.3 + dice(moment.seed, 14, d)))[:, None]).astype(np.float32),
    )
    return (veil, thread, leaves, dust)


@element("weather", 2.0, family="water", answers=("dim", "hush", "pour"), several=1)
def rain(moment: Moment) -> tuple[Form, ...]:
    """Fine warm-lit rain in depth, and the points where it meets the ground."""
    strong = (1.0 + 0.35 * moment.event("pour")) * (1.0 - 0.85 * max(moment.event("dim"), moment.event("hush")))
    return streaks(moment, 1500, strength=strong * (0.5 + 0.5 * moment.strength))


@element("weather", 2.0, family="sky", answers=("hush",), several=1)
def hail(moment: Moment) -> tuple[Form, ...]:
    """Small round grains of ice, falling straight and leaping softly where they land."""
    n = 700
    where, here = sinking(moment, n, pace=3.4, near=2.4, far=24.0, sway=0.02)
    here = here * (1.0 - 0.9 * moment.event("hush"))
    ice = np.asarray(moment.tint or (0.55, 0.54, 0.62), np.float32)
    shine = np.asarray(moment.palette.glow, np.float32) * 2.0 + ice * 0.55
    size = (0.024 + 0.022 * dice(moment.seed, 41, n)).astype(np.float32)
    colour = (shine[None, :] * (0.8 * here * (0.35 + 0.65 * dice(moment.seed, 42, n)))[:, None]).astype(np.float32)
    falling = Dots(where, size, colour, cover=(0.5 * here).astype(np.float32), reflect=False)
    m = 420
    turn = moment.t / (1.4 + dice(moment.seed, 43, m)) + dice(moment.seed, 44, m)
    life, number = np.mod(turn, 1.0), np.floor(turn)
    z = 2.4 * (18.0 / 2.4) ** dice(moment.seed, 45, m)
    jump = np.mod(np.sin(number * 12.9898 + np.arange(m) * 78.233) * 43758.5453, 1.0)
    x = (jump * 2 - 1) * moment.aspect * 1.1 * z / moment.stage.camera.focal + moment.stage.camera.x
    y = 0.32 * 4 * life * (1 - life) * (0.4 + 0.6 * dice(moment.seed, 46, m)) + 0.01
    hop = (smooth(moment.presence, 0.3, 1.0) * (1.0 - 0.9 * moment.event("hush")) * np.sin(np.pi * life)) * 0.6
    leaping = Dots(
        np.stack([x + 0.12 * life * bell(moment.seed, 47, m), y, z], 1).astype(np.float32), np.float32(0.026),
        (shine[None, :] * hop[:, None]).astype(np.float32), cover=(0.4 * hop).astype(np.float32), reflect=False,
    )  # fmt: skip
    return (falling, leaping)


@element("far", 38.0, family="sky", answers=("swirl", "hush"), several=1)
def tornado(moment: Moment) -> tuple[Form, ...]:
    """A slow pale column of turning air far off, lit along one side; grave, never near."""
    p = moment.place
    tall = moment.size(38.0)
    n, k = 5200, 16
    pace = (0.30 + 0.35 * moment.event("swirl")) * (1.0 - 0.7 * moment.event("hush")) * (1 - 0.4 * moment.calm)
    up = np.mod(dice(moment.seed, 1, n) + 0.012 * moment.t, 1.0)

    def column(v: np.ndarray, angle: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        bend = 0.10 * np.sin(2.6 * v + 0.10 * moment.t) * v + 0.05 * np.sin(5.0 * v - 0.13 * moment.t) * v
        wide = 0.030 + 0.065 * v + 0.24 * v**4.0
        return tall * (bend + wide * np.cos(angle)), tall * v, tall * wide * np.sin(angle), np.sin(angle)

    angle = 6.283 * dice(moment.seed, 2, n) + pace * moment.t * (1.4 - 0.7 * up) + 9.0 * up
    x, y, z, back = column(up, angle)
    loose = 1.0 + 0.9 * (1.0 - smooth(moment.presence, 0.0, 1.0)) * bell(moment.seed, 3, n)
    place = np.stack([p.x + x * loose, p.y + y, p.z + z], 1).astype(np.float32)
    show = smooth(moment.presence, 0.0, 1.0)
    pale = np.asarray(moment.tint or (0.50, 0.42, 0.42), np.float32)
    side = 0.5 - 0.5 * np.sign(moment.stage.glow_x - 0.01) * np.cos(angle)
    lit = (0.20 + 0.8 * side**2) * (0.6 - 0.4 * back) * np.sin(np.pi * np.clip(up * 0.93 + 0.05, 0, 1)) ** 0.5
    dots = Dots(
        place,
        (tall * (0.004 + 0.010 * dice(moment.seed, 4, n))).astype(np.float32),
        (pale[None] * (0.30 * lit * show)[:, None]).astype(np.float32),
        cover=(0.10 * show * np.ones(n)).astype(np.float32),
    )
    s = np.linspace(0.02, 1.0, 60, dtype=np.float32)[None, :]
    a = 6.283 * dice(moment.seed, 5, k)[:, None] + pace * moment.t * 1.1 + 9.0 * s
    rx, ry, rz, rb = column(s + 0.0 * a, a)
    line = np.stack([p.x + rx, p.y + ry, p.z + rz], -1).astype(np.float32)
    bands = Ribbons(
        line,
        (tall * (0.012 + 0.03 * s)).astype(np.float32),
        pale * np.float32(0.30),
        profile="veil",
        opacity=(show * 0.40 * (0.5 - 0.4 * rb) * np.clip(np.sin(np.pi * s), 0, 1) ** 0.4).astype(np.float32),
        depth=p.z,
    )
    foot = halo((p.x, p.y + 0.02 * tall, p.z - 0.5), 0.5 * tall, pale * np.float32(0.10 * show), width=2.2)
    return (foot, bands, dots)
