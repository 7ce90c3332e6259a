"""What the air carries: cloud, fog, wind, rain, hail, a pale column of wind."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.cloud import drifting
from dreamplayer.forms.element import element
from dreamplayer.forms.falling import sinking, streaks
from dreamplayer.forms.fog import banks
from dreamplayer.forms.form import Dots, Form, Ribbons, Sprites
from dreamplayer.forms.glow import halo
from dreamplayer.forms.leaf import LEAF
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice
from dreamplayer.model.moment import Moment


@element("sky", 60.0, family="sky", answers=("part", "gather"), several=9)
def cloud(at: Moment) -> tuple[Form, ...]:
    """Slow clouds, small by the horizon, large overhead, lit along their lower edge; `lily` 1 makes them lily pads."""
    many = 5 if at.count == 1 else int(min(max(at.count, 7), 16))
    part = smooth(at.event("part"), 0.0, 1.0) - 0.3 * at.event("gather")
    return (drifting(at, many, lily=at.param("lily", 0.0), part=part),)


@element("weather", 2.0, family="sky", answers=("part", "gather", "rise"), several=1)
def fog(at: Moment) -> tuple[Form, ...]:
    """Silken fog lying in folds between near and far, which can part in the middle and let light through."""
    glow, low = at.palette.glow, at.palette.horizon
    own = tuple(1.6 * low[i] + 0.28 * glow[i] for i in range(3))
    colour = tuple(0.10 * c + 0.40 * o for c, o in zip(at.tint, own, strict=True)) if at.tint else own
    part = smooth(at.event("part"), 0.0, 1.0)
    thick = (0.95 + 0.25 * at.event("gather")) * (0.6 + 0.4 * at.strength)
    return banks(at, colour, strength=min(thick, 1.1), part=part, lift=0.25 * smooth(at.event("rise"), 0.0, 1.0))  # type: ignore[arg-type]


@element("weather", 2.0, family="sky", answers=("swirl", "hush"), several=1)
def wind(at: Moment) -> tuple[Form, ...]:
    """Wind made visible: long faint veils of air that rise and dip, and leaves and dust they carry."""
    quiet = 1.0 - 0.75 * at.event("hush")
    k, m = 13, 30
    s = np.linspace(0.0, 1.0, m, dtype=np.float32)[None, :]
    z = 3.0 + 13.0 * dice(at.seed, 1, k)[:, None]
    camera = at.stage.camera
    half = 1.35 * at.aspect * z / camera.focal
    pace = 0.055 * (0.7 + 0.6 * dice(at.seed, 2, k))[:, None]
    head = np.mod(dice(at.seed, 3, k)[:, None] + at.t * pace, 1.0)
    long = 0.30 + 0.25 * dice(at.seed, 4, k)[:, None]
    x = half * (2.6 * (head - long * (1 - s)) - 1.1)
    own = 6.28 * dice(at.seed, 5, k)[:, None]
    high = camera.eye + (0.25 + 1.1 * dice(at.seed, 6, k)[:, None] - 0.55) * z * 0.55 / camera.focal
    curl = at.event("swirl") * 0.9 * np.sin(9.0 * s + own + 0.5 * at.t)
    y = high + 0.10 * z * np.sin(1.1 * x / z * 1.3 + own + 0.20 * at.t) + 0.06 * z * curl
    line = np.stack([x + camera.x, np.maximum(y, 0.1), z + 0.0 * s + 0.4 * curl], -1).astype(np.float32)
    show = smooth(at.presence, 0.0, 1.0) * quiet
    fade = np.clip(np.sin(np.pi * s), 0, 1) ** 1.5 * np.clip(np.sin(np.pi * head), 0, 1) ** 0.5
    base = np.asarray(at.tint or at.palette.rim, np.float32) * 0.5 + np.asarray(at.palette.glow, np.float32)
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
    where, here = sinking(at, n, pace=0.22, near=2.6, far=16.0, sway=0.5, wind=1.5 * quiet + 0.2, lane=3)
    where[:, 1] += 0.25 * np.sin(0.9 * at.t + 6.28 * dice(at.seed, 7, n))
    leaves = Sprites(
        LEAF, where, (0.07 + 0.08 * dice(at.seed, 8, n)).astype(np.float32), tint=(0.40, 0.20, 0.09),
        opacity=(here * smooth(at.presence, 0.2, 1.0)).astype(np.float32),
        turn=(6.28 * dice(at.seed, 9, n) + 0.9 * at.t * (0.5 + dice(at.seed, 10, n))).astype(np.float32),
        width=np.cos(0.8 * at.t * (0.5 + dice(at.seed, 11, n)) + 6.28 * dice(at.seed, 12, n)).astype(np.float32),
        frame=np.floor(dice(at.seed, 13, n) * 3).astype(np.float32), depth=7.0,
    )  # fmt: skip
    d = 500
    spot, there = sinking(at, d, pace=0.15, near=2.2, far=22.0, sway=0.3, wind=1.2, lane=5)
    dust = Dots(
        spot,
        np.float32(0.02),
        (base[None, :] * (0.5 * there * (0.3 + dice(at.seed, 14, d)))[:, None]).astype(np.float32),
    )
    return (veil, thread, leaves, dust)


@element("weather", 2.0, family="water", answers=("dim", "hush", "pour"), several=1)
def rain(at: Moment) -> tuple[Form, ...]:
    """Fine warm-lit rain in depth, and the points where it meets the ground."""
    strong = (1.0 + 0.35 * at.event("pour")) * (1.0 - 0.85 * max(at.event("dim"), at.event("hush")))
    return streaks(at, 1500, strength=strong * (0.5 + 0.5 * at.strength))


@element("weather", 2.0, family="sky", answers=("hush",), several=1)
def hail(at: Moment) -> tuple[Form, ...]:
    """Small round grains of ice, falling straight and leaping softly where they land."""
    n = 700
    where, here = sinking(at, n, pace=3.4, near=2.4, far=24.0, sway=0.02)
    here = here * (1.0 - 0.9 * at.event("hush"))
    ice = np.asarray(at.tint or (0.55, 0.54, 0.62), np.float32)
    shine = np.asarray(at.palette.glow, np.float32) * 2.0 + ice * 0.55
    size = (0.024 + 0.022 * dice(at.seed, 41, n)).astype(np.float32)
    colour = (shine[None, :] * (0.8 * here * (0.35 + 0.65 * dice(at.seed, 42, n)))[:, None]).astype(np.float32)
    falling = Dots(where, size, colour, cover=(0.5 * here).astype(np.float32), reflect=False)
    m = 420
    turn = at.t / (1.4 + dice(at.seed, 43, m)) + dice(at.seed, 44, m)
    life, number = np.mod(turn, 1.0), np.floor(turn)
    z = 2.4 * (18.0 / 2.4) ** dice(at.seed, 45, m)
    jump = np.mod(np.sin(number * 12.9898 + np.arange(m) * 78.233) * 43758.5453, 1.0)
    x = (jump * 2 - 1) * at.aspect * 1.1 * z / at.stage.camera.focal + at.stage.camera.x
    y = 0.32 * 4 * life * (1 - life) * (0.4 + 0.6 * dice(at.seed, 46, m)) + 0.01
    hop = (smooth(at.presence, 0.3, 1.0) * (1.0 - 0.9 * at.event("hush")) * np.sin(np.pi * life)) * 0.6
    leaping = Dots(
        np.stack([x + 0.12 * life * bell(at.seed, 47, m), y, z], 1).astype(np.float32), np.float32(0.026),
        (shine[None, :] * hop[:, None]).astype(np.float32), cover=(0.4 * hop).astype(np.float32), reflect=False,
    )  # fmt: skip
    return (falling, leaping)


@element("far", 38.0, family="sky", answers=("swirl", "hush"), several=1)
def tornado(at: Moment) -> tuple[Form, ...]:
    """A slow pale column of turning air far off, lit along one side; grave, never near."""
    p = at.place
    tall = at.size(38.0)
    n, k = 5200, 16
    pace = (0.30 + 0.35 * at.event("swirl")) * (1.0 - 0.7 * at.event("hush")) * (1 - 0.4 * at.calm)
    up = np.mod(dice(at.seed, 1, n) + 0.012 * at.t, 1.0)

    def column(v: np.ndarray, angle: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        bend = 0.10 * np.sin(2.6 * v + 0.10 * at.t) * v + 0.05 * np.sin(5.0 * v - 0.13 * at.t) * v
        wide = 0.030 + 0.065 * v + 0.24 * v**4.0
        return tall * (bend + wide * np.cos(angle)), tall * v, tall * wide * np.sin(angle), np.sin(angle)

    angle = 6.283 * dice(at.seed, 2, n) + pace * at.t * (1.4 - 0.7 * up) + 9.0 * up
    x, y, z, back = column(up, angle)
    loose = 1.0 + 0.9 * (1.0 - smooth(at.presence, 0.0, 1.0)) * bell(at.seed, 3, n)
    place = np.stack([p.x + x * loose, p.y + y, p.z + z], 1).astype(np.float32)
    show = smooth(at.presence, 0.0, 1.0)
    pale = np.asarray(at.tint or (0.50, 0.42, 0.42), np.float32)
    side = 0.5 - 0.5 * np.sign(at.stage.glow_x - 0.01) * np.cos(angle)
    lit = (0.20 + 0.8 * side**2) * (0.6 - 0.4 * back) * np.sin(np.pi * np.clip(up * 0.93 + 0.05, 0, 1)) ** 0.5
    dots = Dots(
        place,
        (tall * (0.004 + 0.010 * dice(at.seed, 4, n))).astype(np.float32),
        (pale[None] * (0.30 * lit * show)[:, None]).astype(np.float32),
        cover=(0.10 * show * np.ones(n)).astype(np.float32),
    )
    s = np.linspace(0.02, 1.0, 60, dtype=np.float32)[None, :]
    a = 6.283 * dice(at.seed, 5, k)[:, None] + pace * at.t * 1.1 + 9.0 * s
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
