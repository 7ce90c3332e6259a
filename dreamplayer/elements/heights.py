"""High land: mountains, cliffs, a valley, a volcano, a glacier."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.burning import plume, sparks
from dreamplayer.drawing.element import element
from dreamplayer.drawing.falling import sinking
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.growing import shown
from dreamplayer.drawing.massif import CRAG, ICE, PEAK, ROCK, stained
from dreamplayer.drawing.mist import low_mist
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


@element("far", 26.0, family="earth", answers=("rise", "part"), several=5)
def mountain(moment: Moment) -> tuple[Form, ...]:
    """A high mountain with snow on its shoulders, lower ones around it, mist lying between them."""
    p, tall = moment.place, moment.size(26.0)
    show = shown(moment)
    n = 3 if moment.count == 1 else int(min(max(moment.count, 3), 7))
    k = np.arange(n)
    side = np.where(k == 0, 0.0, np.where(k % 2, 1.0, -1.0) * (0.55 + 0.45 * dice(moment.seed, 1, n)) * (1 + 0.4 * k))
    apart = 1.0 + 0.6 * moment.event("part")
    x = p.x + tall * 0.85 * side * p.spread * apart
    z = p.z + np.where(k == 0, 0.0, 6.0 + 10.0 * dice(moment.seed, 2, n))
    high = tall * np.where(k == 0, 1.0, 0.50 + 0.30 * dice(moment.seed, 3, n))
    sink = (1.0 - show) * 0.25
    high = high * (1.0 + 0.25 * moment.event("rise"))
    where = np.stack([x, -high * sink, z], 1).astype(np.float32)
    body = Sprites(
        PEAK,
        where,
        (1.06 * high).astype(np.float32),
        tint=stained(moment, (0.19, 0.17, 0.20)),
        glow=(0.030, 0.024, 0.030),
        opacity=show,
        frame=(k % 3).astype(np.float32),
        width=np.where(dice(moment.seed, 4, n) < 0.5, 1.0, -1.0).astype(np.float32),
        rim=0.8,
    )
    return (
        body,
        low_mist(moment, p.z - 1.0, 0.9 * show, 0.03),
        low_mist(moment, p.z - 8.0 if p.z > 20 else p.z * 0.8, 0.5 * show, 0.0),
    )


@element("far", 14.0, family="earth", answers=("part", "crack"), several=2)
def cliff(moment: Moment) -> tuple[Form, ...]:
    """Steep walls of layered rock, near ones dark, mist at their feet, a little dust falling."""
    p, tall = moment.place, moment.size(14.0)
    show = shown(moment)
    shape = np.array([[0.62, 0.0, 1.0], [-0.72, -4.0, 1.12], [1.35, 5.0, 0.92], [-1.5, 7.0, 0.80]], np.float32)
    apart = 1.0 + 0.45 * moment.event("part")
    where = np.stack(
        [p.x + tall * shape[:, 0] * apart, np.zeros(4) - 0.15 * tall * (1 - show), np.maximum(p.z + shape[:, 1], 6.0)],
        1,
    ).astype(np.float32)
    body = Sprites(
        CRAG,
        where,
        (1.08 * tall * shape[:, 2]).astype(np.float32),
        tint=stained(moment, ROCK),
        width=f32([1.1, -1.25, -1.1, 1.3]),
        frame=f32([0, 1, 2, 0]),
        opacity=show,
        rim=0.8,
    )
    n = 160
    life = np.mod(dice(moment.seed, 5, n) + moment.t / (9.0 + 6 * dice(moment.seed, 6, n)), 1.0)
    k = (dice(moment.seed, 7, n) * 4).astype(np.int64)
    dust = np.stack(
        [
            where[k, 0] + 0.3 * tall * bell(moment.seed, 8, n) * 0.6,
            tall * (0.8 - 0.6 * life) * (0.4 + dice(moment.seed, 9, n)),
            where[k, 2] - 0.3,
        ],
        1,
    )
    bright = np.sin(np.pi * life) ** 2 * show * (0.12 + 0.45 * moment.event("crack"))
    motes = Dots(
        np.maximum(dust, 0.02).astype(np.float32),
        np.float32(0.004 * tall),
        (f32([0.9, 0.55, 0.3])[None] * bright[:, None]).astype(np.float32),
    )
    return (
        body,
        motes,
        low_mist(moment, float(where[:, 2].min()) - 0.5, 0.8 * show, 0.0),
        low_mist(moment, p.z + 4.0, 0.8 * show, 0.06),
    )


@element("far", 16.0, family="earth", answers=("part", "dim", "open"), several=1)
def valley(moment: Moment) -> tuple[Form, ...]:
    """Mountain slopes folding down from both sides, paler with distance, a bright river winding out between them."""
    p, tall = moment.place, moment.size(16.0)
    show = shown(moment)
    near = max(p.z / 40.0, 0.6)
    rows = 4
    r = np.repeat(np.arange(rows), 2)
    side = np.where(np.arange(2 * rows) % 2, 1.0, -1.0)
    z = (np.array([17.0, 27.0, 42.0, 66.0])[r] + 1.5 * side) * near
    high = tall * (0.62 + 0.20 * r) * (0.85 + 0.3 * dice(moment.seed, 1, 2 * rows))
    # Each foot just meets the valley's floor; parted, they leave it wider.
    open_ = 0.10 + 0.14 * max(moment.event("part"), moment.event("open"))
    x = p.x + side * (1.18 * high + open_ * z)
    base = np.asarray(stained(moment, (0.105, 0.120, 0.085)), np.float32)
    where = np.stack([x, np.full(2 * rows, -0.02), z], 1).astype(np.float32)
    forms: list[Form] = []
    light = f32(moment.palette.glow) + f32([0.012, 0.007, 0.005])
    for k in range(rows - 1, -1, -1):
        pick = r == k
        forms.append(
            Sprites(
                PEAK,
                where[pick],
                high[pick].astype(np.float32),
                tint=(base[None] * np.float32(0.75 + 0.35 * k) * np.ones((2, 1), np.float32)),
                glow=(0.006, 0.005, 0.004),
                width=(side[pick] * 1.05).astype(np.float32),
                frame=f32([k % 3, (k + 1) % 3]),
                opacity=show,
                rim=0.9,
            )
        )
        forms.append(
            halo(
                (p.x, 0.03 * float(z[pick].mean()), float(z[pick].mean()) - 2.0),
                0.62 * float(z[pick].mean()),
                light * np.float32(show * (0.42 + 0.16 * k) * (1 - 0.7 * moment.event("dim"))),
                width=2.4,
                reflect=False,
            )
        )
    far = np.linspace(0.0, 1.0, 70)
    zz = 2.4 * (78.0 * near / 2.4) ** far
    bend = 0.34 * np.sin(5.2 * far + 0.9 * (moment.seed % 7)) * (1.0 - 0.75 * far)
    course = np.stack([p.x * far + bend * zz / moment.stage.camera.focal, 0.02 + 0 * zz, zz], -1)[None]
    walk = 0.75 + 0.25 * np.sin(16.0 * far - 0.5 * moment.t)
    shine = (light * 1.5 + 0.10 * f32(moment.palette.key)) * np.float32(show * (1 - 0.7 * moment.event("dim")))
    forms.append(
        Ribbons(
            course.astype(np.float32), (0.16 + 0.016 * zz)[None].astype(np.float32),
            (shine[None, None] * (walk * (0.45 + 0.75 * far))[None, :, None]).astype(np.float32), reflect=False,
            depth=14.0,
        )
    )  # fmt: skip
    n = 26
    deep = (30.0 + 12.0 * dice(moment.seed, 7, n)) * near
    spot = np.stack([p.x + 2.6 * bell(moment.seed, 5, n) * near, 0.2 + 0.5 * dice(moment.seed, 6, n), deep], 1)
    glim = 0.6 + 0.4 * np.sin(0.6 * moment.t + 6.28 * dice(moment.seed, 8, n))
    forms.append(
        Dots(spot.astype(np.float32), np.float32(0.22), (f32([1.0, 0.55, 0.2])[None] * (0.7 * glim * show)[:, None])
             .astype(np.float32), reflect=False, depth=12.0)
    )  # fmt: skip
    return tuple(forms)


@element("far", 20.0, family="earth", answers=("ignite", "dim", "pulse", "explode"), lamp=True, several=1)
def volcano(moment: Moment) -> tuple[Form, ...]:
    """A quiet ember mountain: a broad dark cone, a glow breathing at its mouth, threads of fire, slow smoke."""
    p, tall = moment.place, moment.size(20.0)
    show = shown(moment)
    beat = 0.75 + 0.25 * float(np.sin(0.45 * moment.t)) * (1 + moment.event("pulse"))
    burn = (
        show
        * beat
        * (1 - 0.85 * moment.event("dim"))
        * (1 + 0.5 * max(moment.event("ignite"), moment.event("explode")))
    )
    top = (p.x + 0.0, 0.93 * tall, p.z - 0.2)
    warm = np.asarray(moment.tint or (1.0, 0.30, 0.06), np.float32)
    body = Sprites(
        PEAK,
        f32([[p.x, 0.0, p.z]]),
        np.float32(1.06 * tall),
        tint=(0.13, 0.10, 0.105),
        glow=(0.004, 0.003, 0.003),
        frame=1.0,
        opacity=show,
        rim=0.8,
        width=1.15,
    )
    k, m = 9, 26
    s = np.linspace(0, 1, m, dtype=np.float32)[None]
    way = bell(moment.seed, 1, k)[:, None] * 0.55
    wander = 0.05 * np.sin(9 * s + 6 * dice(moment.seed, 2, k)[:, None]) * s
    long = (0.25 + 0.45 * dice(moment.seed, 3, k))[:, None]
    y = tall * (0.95 - long * s)
    x = p.x + tall * ((way * s * long * 1.05 + wander) + 0.02 * bell(moment.seed, 4, k)[:, None])
    flow = 0.55 + 0.45 * np.sin(8 * s - 0.35 * moment.t + 6 * dice(moment.seed, 5, k)[:, None])
    bright = (0.34 * burn) * flow * (1 - s) ** 0.8
    line = np.stack([x, y, np.full_like(x, p.z - 0.25)], -1).astype(np.float32)
    lava = Ribbons(
        line, np.float32(0.006 * tall), (warm[None, None] * bright[..., None]).astype(np.float32), depth=p.z - 0.25
    )
    return (
        plume(
            moment,
            (p.x, 0.92 * tall, p.z + 0.3),
            1.0 * tall,
            strength=0.8 * show,
            tint=(0.045, 0.036, 0.042),
            ember=0.35 * burn,
            lean=0.35,
            wide=0.45,
        ),
        halo((top[0], top[1], p.z + 0.5), 1.1 * tall, warm * np.float32(0.30 * burn)),
        *gathered(moment, body, count=700),
        lava,
        halo(top, 0.34 * tall, warm * np.float32(0.50 * burn), width=1.5),
        sparks(moment, top, 0.55 * tall, 170, strength=0.9 * burn, spread=0.4, colour=rgb(warm)),
        low_mist(moment, p.z - 2.0, 0.6 * show, 0.02),
        Light(top, rgb(warm * np.float32(0.7 * burn)), 1.2 * tall, 0.4),
    )


@element("far", 13.0, family="cold", answers=("crack", "melt"), several=1)
def glacier(moment: Moment) -> tuple[Form, ...]:
    """A wall of old ice between dark peaks, pale light held in its clefts, snow dust blowing from its edge."""
    p, tall = moment.place, moment.size(13.0)
    show = shown(moment)
    melt = float(smooth(moment.event("melt"), 0, 1))
    ice = np.asarray(moment.tint or (0.34, 0.42, 0.54), np.float32)
    lit = 0.6 + 0.5 * moment.event("crack") + 0.04 * float(np.sin(0.4 * moment.t))
    high = tall * (1.0 - 0.35 * melt) * f32([0.95, 0.62])
    wall = Sprites(
        ICE,
        f32([[p.x, 0.0, p.z], [p.x - 0.9 * tall, 0.0, p.z - 3.0]]),
        high,
        tint=ice * np.float32(0.80),
        glow=rgb(ice * np.float32(0.34 * lit)),
        frame=f32([0.0, 1.0]),
        opacity=show,
        rim=0.9,
    )
    behind = Sprites(
        PEAK,
        f32([[p.x - 1.3 * tall, 0, p.z + 14], [p.x + 1.2 * tall, 0, p.z + 18]]),
        f32([1.7 * tall, 2.0 * tall]),
        tint=(0.16, 0.16, 0.21),
        glow=(0.03, 0.03, 0.04),
        frame=f32([0, 2]),
        opacity=show,
        rim=0.8,
    )
    spot, here = sinking(moment, 420, pace=0.20, near=3.0, far=26.0, sway=0.4, wind=0.6)
    dust = Dots(
        spot,
        np.float32(0.03),
        (f32([0.50, 0.50, 0.58])[None] * (0.45 * here)[:, None]).astype(np.float32),
        reflect=False,
    )
    return (behind, wall, low_mist(moment, p.z - 1.0, 0.9 * show, 0.0), dust)
