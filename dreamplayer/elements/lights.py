"""Light itself: an orb, stardust, a beam, a lamp, a spiral of motes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.floating import adrift
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import approach, gathered, rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

WARM = (1.0, 0.55, 0.20)


def _orb_paint() -> Painting:
    """A ball of light: slow veils inside it, a brighter heart, an edge that is barely there."""
    c = canvas(-0.56, -0.56, 0.56, 0.56, 240)
    made = []
    for k in range(3):
        r = np.hypot(c.x, c.y) / 0.5
        ball = np.sqrt(np.clip(1 - r * r, 0, 1))
        w = fbm(c.x * 3.1 + 4 * k, c.y * 3.1 - 3 * k, 9 + 5 * k, 4)
        fold = np.clip(1.0 - np.abs(2 * fbm(c.x * 2.6 + w, c.y * 2.6 - w, 21 + 7 * k, 3) - 1.0), 0, 1) ** 3
        light = (
            0.60 * np.exp(-(r**2) * 6.5)
            + 0.14 * ball * (0.3 + w)
            + 0.36 * fold * ball
            + 0.12 * np.exp(-(((r - 0.90) / 0.06) ** 2))
        )
        soft = smooth(1.0 - r, 0.0, 0.30)
        out = np.zeros((*r.shape, 8), np.float32)
        out[..., 3] = 0.55 * soft * ball
        out[..., :3] = 0.05
        out[..., 6] = 0.2
        out[..., 7] = np.clip(light * soft, 0, 1)
        made.append(out)
    return frames(made)


ORB = on(canvas(-0.56, -0.56, 0.56, 0.56, 8), "lights/orb", _orb_paint)


def _burn(moment: Moment) -> float:
    beat = 1.0 + 0.35 * moment.event("pulse") * float(np.sin(2 * np.pi * moment.t / 4.0))
    return beat * (1.0 - 0.88 * moment.event("dim")) * (1.0 + 0.40 * moment.event("ignite")) * (1.0 - 0.2 * moment.calm)


@element("air", 0.75, family="light", answers=("pulse", "dim", "ignite", "rise"), lamp=True, several=36)
def orb(moment: Moment) -> tuple[Form, ...]:
    """A ball of warm light hovering, veils turning in it, sparks circling; many drift at all distances."""
    return _one_orb(moment) if moment.count <= 2 else _many_orbs(moment)


def _one_orb(moment: Moment) -> tuple[Form, ...]:
    p, size = moment.place, moment.size(0.75)
    burn = _burn(moment)
    y = (
        max(p.y, 0.6 * size)
        + 0.05 * np.sin(0.5 * moment.t)
        + 1.4 * size * float(smooth(moment.event("rise"), 0.0, 1.0))
    )
    middle = (p.x, float(y), p.z)
    base = np.asarray(moment.tint or WARM, np.float32)
    show = float(smooth(moment.presence, 0.15, 1.0))
    frame = 1.0 + 0.999 * np.sin(0.25 * moment.t)
    body = Sprites(
        ORB,
        np.array([middle], np.float32),
        np.float32(size * 1.12),
        glow=rgb(base * np.float32(0.80 * burn)),
        lit=0.0,
        rim=0.0,
        frame=float(frame),
        turn=np.float32(0.11 * moment.t % 6.2832),
    )
    n = 190
    a = 6.283 * dice(moment.seed, 1, n) + moment.t * (0.10 + 0.22 * dice(moment.seed, 2, n))
    tilt = 0.9 * bell(moment.seed, 3, n)
    r = size * (0.56 + 0.45 * dice(moment.seed, 4, n) ** 2) * (1.0 + 1.2 * (1.0 - show))
    where = np.stack(
        [middle[0] + r * np.cos(a), middle[1] + r * np.sin(a) * np.sin(tilt), middle[2] + r * np.sin(a) * np.cos(tilt)],
        1,
    )
    glow = (0.15 + 0.85 * dice(moment.seed, 5, n) ** 3) * (0.6 + 0.4 * np.sin(0.8 * moment.t + a)) * burn * show * 0.6
    return (
        halo(middle, 6.0 * size, base * f32([1, 0.85, 0.8]) * np.float32(0.15 * burn * show)),
        *gathered(moment, body, count=500, colour=rgb(base)),
        halo((middle[0], middle[1], p.z - 0.02), 1.7 * size, base * np.float32(0.16 * burn * show)),
        Dots(
            where.astype(np.float32),
            np.float32(0.020 * size),
            (base[None] * glow[:, None]).astype(np.float32),
            depth=p.z - 0.03,
        ),
        Light(middle, rgb(base * np.float32(0.95 * burn * show)), 5.0 * size, 0.9),
    )


def _many_orbs(moment: Moment) -> tuple[Form, ...]:
    n = int(min(max(moment.count, 10), 90))
    where, here = adrift(
        moment.seed,
        n,
        moment.t,
        near=3.2,
        far=36.0,
        low=0.3,
        high=7.0,
        rise=0.05 + 0.35 * moment.event("rise"),
        sway=0.5,
        focal=moment.stage.camera.focal,
        aspect=moment.aspect,
        wide=1.05,
    )
    order = smooth(moment.presence * 1.6 - 0.6 * dice(moment.seed, 12, n), 0.0, 1.0) * here
    base = np.asarray(moment.tint or WARM, np.float32)
    own = base[None] * (0.8 + 0.35 * dice(moment.seed, 7, n))[:, None]
    breath = (
        (0.80 + 0.20 * np.sin(0.6 * moment.t * (0.6 + 0.8 * dice(moment.seed, 8, n)) + 6.28 * dice(moment.seed, 9, n)))
        * order
        * _burn(moment)
    )
    size = moment.size(0.42) * (0.45 + 0.9 * dice(moment.seed, 6, n) ** 2)
    body = Sprites(
        ORB,
        where,
        (1.12 * size).astype(np.float32),
        glow=(own * (0.9 * breath)[:, None]).astype(np.float32),
        cover=0.8,
        opacity=order.astype(np.float32),
        lit=0.0,
        rim=0.0,
        frame=(np.arange(n) % 3).astype(np.float32),
    )
    halos = Dots(
        where,
        (4.6 * size).astype(np.float32),
        (own * f32([1, 0.8, 0.7]) * (0.055 * breath)[:, None]).astype(np.float32),
    )
    near = np.argsort(where[:, 2] - 30 * order)[:2]
    lights = [
        Light(
            (float(where[i, 0]), float(where[i, 1]), float(where[i, 2])),
            rgb((own[i] * breath[i] * 0.6).astype(np.float32)),
            3.0,
            0.2,
        )
        for i in near
        if order[i] > 0.2
    ]
    return (halos, body, *lights)


@element("air", 3.0, family="light", answers=("rise", "swirl", "scatter", "gather", "dim", "shimmer"), several=1)
def stardust(moment: Moment) -> tuple[Form, ...]:
    """A river of fine gold and rose dust on the air, woven of strands, a few points catching light like stars."""
    n = 7000
    strands = 9
    p = moment.place
    k = np.floor(dice(moment.seed, 1, n) * strands)
    s = np.mod(dice(moment.seed, 2, n) + moment.t * 0.008 * (0.6 + 0.8 * dice(moment.seed, 3, n)), 1.0)
    wide = 2.3 * moment.aspect * max(p.z, 5.0) / moment.stage.camera.focal * 0.5
    own = 0.8 * k + moment.seed % 5
    up = float(smooth(moment.event("rise"), 0.0, 1.0))
    middle = moment.stage.camera.eye + 0.25 * max(p.z, 5.0) + 0.9 * p.y * 0.0
    size = moment.place.size
    thick = 0.10 + 0.55 * np.sin(np.pi * s) ** 1.2
    flow = 0.5 * np.sin(5.2 * s + 0.6 * own + 0.06 * moment.t) + 0.28 * np.sin(11.0 * s + 1.7 * own - 0.08 * moment.t)
    loose = bell(moment.seed, 4, n) * np.where(dice(moment.seed, 5, n) < 0.5, 0.05, 0.26)
    x = p.x + wide * (2 * s - 1)
    y = middle + size * (1.5 * (s - 0.5) + 0.55 * thick * flow * 1.6 + loose * (0.5 + thick)) + 1.6 * up * s
    z = np.maximum(p.z + 1.4 * np.cos(4.0 * s + own) + 0.6 * loose, 1.2)
    turn = float(smooth(moment.event("swirl"), 0.0, 1.0))
    if turn > 0:
        loose_way = 0.30 * bell(moment.seed, 13, n)
        a = 6.283 * (1.3 * s + k / strands) + 0.15 * moment.t + 1.6 * loose_way
        r = (0.30 + 1.5 * np.sqrt(s)) * size * (1.0 + loose_way)
        high = (0.35 + 2.9 * s + 0.5 * loose_way) * size
        x = x + (p.x + r * np.cos(a) - x) * turn
        y = y + (high - y) * turn
        z = z + (np.maximum(p.z + r * np.sin(a), 1.2) - z) * turn
    out = 1.8 * moment.event("scatter") - 0.15 * moment.event("gather")
    away = approach(moment.presence, moment.seed, n) * 2.0
    where = np.stack(
        [
            x + out * bell(moment.seed, 6, n) + away[:, 0],
            y + 0.7 * out * bell(moment.seed, 7, n) + away[:, 1],
            np.maximum(z + away[:, 2], 1.0),
        ],
        1,
    )
    show = (
        float(smooth(moment.presence, 0.0, 0.5))
        * (1 - 0.85 * moment.event("dim"))
        * (1 + 0.35 * moment.event("shimmer"))
    )
    tw = np.abs(np.sin(moment.t * (0.25 + 0.35 * dice(moment.seed, 8, n)) + 6.28 * dice(moment.seed, 9, n))) ** 3
    age = s[:, None]
    hue = f32([1, 0.60, 0.22]) * (1 - age) + f32([1, 0.68, 0.55]) * age
    cool = (dice(moment.seed, 10, n) > 0.86)[:, None]
    hue = np.where(cool, f32([0.62, 0.70, 1.0]), hue)
    if moment.tint:
        hue = 0.4 * hue + 0.6 * f32(moment.tint)
    big = dice(moment.seed, 11, n) ** 7
    ends = smooth(s, 0.0, 0.10) * smooth(s, 1.0, 0.90)
    bright = (0.10 + 0.55 * big) * (0.40 + 0.60 * tw) * ends * show * (1 - 0.4 * min(1.0, out / 1.8))
    glint = (dice(moment.seed, 12, n) > 0.988).astype(np.float32)
    dust = Dots(
        where.astype(np.float32),
        (0.022 + 0.030 * big + 0.10 * glint).astype(np.float32),
        (hue * (bright * (1 + 2.2 * glint))[:, None]).astype(np.float32),
        glint=glint,
    )
    m = 12
    t = np.linspace(0.1, 0.9, m)
    veil = np.stack([p.x + wide * (2 * t - 1), middle + size * 1.5 * (t - 0.5), np.full(m, p.z + 0.5)], 1)
    haze = halo(
        veil.astype(np.float32),
        2.6 * size,
        f32([0.30, 0.16, 0.09]) * np.float32(0.10 * show * (1 - turn)),
        width=1.6,
        depth=p.z + 1.0,
    )
    return (haze, dust)


@element("air", 2.2, family="abstract", answers=("swirl", "spread", "rise", "dim"), lamp=True, several=1)
def spiral(moment: Moment) -> tuple[Form, ...]:
    """Two strands of light winding about each other upward, sparks between them, widening as they climb."""
    p, tall = moment.place, moment.size(2.4)
    m, n = 90, 1700
    base = np.asarray(moment.tint or (1.0, 0.60, 0.28), np.float32)
    show = float(smooth(moment.presence, 0.0, 0.8)) * (1.0 - 0.85 * moment.event("dim"))
    turns = 2.6
    pace = 0.10 + 0.10 * moment.event("swirl")

    def winding(s: Array, phase: Array | float) -> tuple[Array, Array, Array]:
        a = 6.2832 * turns * s + phase + pace * moment.t
        r = tall * (0.06 + 0.17 * s**0.8) * (1.0 + 0.8 * moment.event("spread"))
        y = p.y * 0.4 + 0.05 * tall + tall * s * (1.0 + 0.35 * moment.event("rise"))
        return np.asarray(p.x + r * np.cos(a)), np.asarray(y + 0 * a), np.asarray(np.maximum(p.z + r * np.sin(a), 0.9))

    s = np.linspace(0, 1, m, dtype=np.float32)[None] * np.ones((2, 1), np.float32)
    x, y, z = winding(s, np.array([[0.0], [np.pi]]))
    grown = float(smooth(moment.presence, 0.1, 1.0))
    depth = 0.45 + 0.55 * (p.z - z) / (0.25 * tall + 1e-3)
    fade = np.clip(np.sin(np.pi * np.clip(s * 0.92 + 0.06, 0, 1)), 0, 1) ** 0.7
    wave = 0.75 + 0.25 * np.sin(7.0 * s - 0.9 * moment.t)
    line = Ribbons(
        np.stack([x, y, z], -1).astype(np.float32),
        np.float32(0.0075 * tall),
        (base[None, None] * (0.42 * show * fade * wave * (0.6 + 0.4 * np.clip(depth, 0, 1)))[..., None]).astype(
            np.float32
        ),
        grown=np.float32(grown),
        depth=p.z,
    )
    q = np.mod(dice(moment.seed, 1, n) + moment.t * 0.014, 1.0)
    dx, dy, dz = winding(q, np.where(dice(moment.seed, 2, n) < 0.5, 0.0, np.pi) + 0.22 * bell(moment.seed, 3, n))
    loose = 0.018 * tall * (1 + 3 * (1 - grown))
    where = np.stack(
        [
            dx + loose * bell(moment.seed, 4, n),
            dy + loose * bell(moment.seed, 5, n),
            np.maximum(dz + loose * bell(moment.seed, 6, n), 0.9),
        ],
        1,
    )
    bright = (
        np.sin(np.pi * q) ** 0.8
        * (0.15 + 0.85 * dice(moment.seed, 7, n) ** 4)
        * show
        * (0.7 + 0.3 * np.sin(0.9 * moment.t + 6.28 * dice(moment.seed, 8, n)))
    )
    dots = Dots(
        where.astype(np.float32),
        np.float32(0.0095 * tall),
        (base[None] * (0.8 * bright)[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 9, n) > 0.985).astype(np.float32),
        depth=p.z - 0.02,
    )
    middle = (p.x, p.y * 0.4 + 0.5 * tall, p.z)
    return (
        halo(middle, 1.6 * tall, base * np.float32(0.09 * show), width=0.8),
        line,
        dots,
        Light(middle, rgb(base * np.float32(0.5 * show)), 1.2 * tall, 0.35),
    )
