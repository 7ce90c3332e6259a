"""Water in drops: a drop, bubbles, a well."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.bubble import BUBBLE
from dreamplayer.drawing.element import element
from dreamplayer.drawing.floating import adrift
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.waters import rings
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas, cone, join
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _drop_paint() -> Painting:
    """A drop: dark towards the top, light gathered at its foot, a window of sky high on one side."""
    c = canvas(-0.5, -0.56, 0.5, 0.62, 260)
    made = []
    for long in (1.0, 0.55):
        body = join(
            cone(c, (0, -0.12), (0.0, 0.10), 0.33, 0.26),
            cone(c, (0, 0.05), (0.0, 0.12 + 0.36 * long), 0.24, 0.012),
            soft=0.16,
        )
        inside = np.clip(-body / 0.33, 0, 1)
        rim = np.exp(np.minimum(body, 0) / 0.022)
        caustic = np.exp(-((c.x - 0.05) ** 2 * 16 + (c.y + 0.27) ** 2 * 34.0))
        window = np.exp(-((c.x + 0.13) ** 2 * 240 + (c.y - 0.06) ** 2 * 60.0))
        spark = np.exp(-((c.x + 0.11) ** 2 + (c.y - 0.12) ** 2) * 900.0)
        low = np.clip(0.5 - 0.9 * c.y, 0, 1.2)
        light = 0.05 + 0.85 * caustic + 0.42 * window + 0.9 * spark + 0.40 * rim * low + 0.10 * inside * low
        made.append(
            paint(
                c,
                [
                    Layer(
                        body,
                        (0.10, 0.10, 0.13),
                        glow=np.asarray(np.clip(light, 0, 1), np.float32),
                        alpha=0.88,
                        round=0.30,
                    )
                ],
            )
        )
    return frames(made)


DROP = on(canvas(-0.5, -0.56, 0.5, 0.62, 8), "running/drop", _drop_paint)


@element("air", 0.7, family="water", answers=("fall", "shimmer", "ripple"), lamp=True, several=40)
def droplet(moment: Moment) -> tuple[Form, ...]:
    """A drop with light gathered in it, hanging still; told to fall, it sinks and leaves rings. Many fall in turn."""
    if moment.count > 2:
        return _drops(moment)
    p, size = moment.place, moment.size(0.7)
    down = float(smooth(moment.event("fall"), 0.0, 0.8))
    y0 = max(p.y, 0.75 * size)
    y = y0 + 0.03 * np.sin(0.6 * moment.t) - down * (y0 - 0.12 * size)
    gone = float(smooth(moment.event("fall"), 0.70, 0.86))
    base = np.asarray(moment.tint or (0.95, 0.74, 0.55), np.float32)
    gleam = (0.85 + 0.10 * np.sin(0.7 * moment.t)) * (1.0 + 0.3 * moment.event("shimmer"))
    where = np.array([[p.x, y, p.z]], np.float32)
    body = Sprites(
        DROP,
        where,
        np.float32(size * 1.18 * (1 - 0.4 * gone)),
        tint=(0.5, 0.5, 0.6),
        glow=rgb(base * np.float32(gleam)),
        opacity=1.0 - gone,
        frame=0.9 * smooth(moment.t / 6.0, 0.0, 1.0) * (1 - down),
        lit=0.7,
    )
    show = float(smooth(moment.presence, 0.2, 1.0)) * (1.0 - 0.8 * gone)
    ring = 0.35 * float(smooth(moment.presence, 0.4, 1.0)) + 0.9 * max(gone, moment.event("ripple"))
    forms: list[Form] = [
        halo((p.x, float(y), p.z), 2.6 * size, base * np.float32(0.13 * show)),
        *gathered(moment, body, count=350, colour=rgb(base)),
        halo((p.x, float(y) - 0.2 * size, p.z - 0.02), 0.7 * size, base * np.float32(0.16 * show)),
        Light((p.x, float(y), p.z - 0.1), rgb(base * np.float32(0.35 * show)), 1.6, 0.3),
    ]
    if moment.stage.ground in ("water", "glass"):
        forms.append(
            rings(moment, p.x, max(p.z, 1.5), 1.3 * (0.6 + 0.6 * moment.place.size), strength=ring, period=9.0)
        )
    return tuple(forms)


def _drops(moment: Moment) -> tuple[Form, ...]:
    """Drops sinking slowly through the air, each a small lens."""
    n = int(min(max(moment.count, 10), 120))
    where, here = adrift(
        moment.seed,
        n,
        moment.t,
        near=2.0,
        far=13.0,
        low=0.1,
        high=5.0,
        rise=0.06,
        sway=0.05,
        focal=moment.stage.camera.focal,
        aspect=moment.aspect,
        wide=1.0,
    )
    top = 0.1 + 5.0 * (0.35 + 0.65 * where[:, 2:3] / 13.0)
    where[:, 1:2] = np.maximum(top - where[:, 1:2] * (1.0 + 0.0 * top) - 0.9 * moment.event("fall"), 0.05)
    order = smooth(moment.presence * 1.6 - 0.6 * dice(moment.seed, 12, n), 0.0, 1.0) * here
    base = np.asarray(moment.tint or (0.95, 0.74, 0.55), np.float32)
    size = moment.size(0.20) * (0.5 + 0.8 * dice(moment.seed, 13, n))
    body = Sprites(
        DROP,
        where,
        size.astype(np.float32),
        tint=(0.5, 0.5, 0.6),
        glow=(base[None] * (0.75 + 0.25 * np.sin(0.8 * moment.t + 6.28 * dice(moment.seed, 14, n)))[:, None]).astype(
            np.float32
        ),
        opacity=order.astype(np.float32),
        lit=0.6,
    )
    glow = Dots(where, (5.0 * size).astype(np.float32), (base[None] * (0.010 * order)[:, None]).astype(np.float32))
    return (glow, body)


@element("air", 1.0, family="water", answers=("rise", "shatter", "dim"), several=40)
def bubbles(moment: Moment) -> tuple[Form, ...]:
    """Bubbles climbing and trembling, thin bright rims, a window of sky in each."""
    n = int(min(max(moment.count, 26), 90))
    where, here = adrift(
        moment.seed,
        n,
        moment.t,
        near=1.9,
        far=14.0,
        low=0.1,
        high=5.5,
        rise=0.13 + 0.3 * moment.event("rise"),
        sway=0.30,
        focal=moment.stage.camera.focal,
        aspect=moment.aspect,
        wide=0.95,
    )
    where[:, 0] += moment.place.x * 0.5
    order = smooth(moment.presence * 1.6 - 0.6 * dice(moment.seed, 12, n), 0.0, 1.0) * here
    burst = smooth(moment.event("shatter") * 1.5 - 0.5 * dice(moment.seed, 15, n), 0.0, 1.0)
    size = moment.size(0.17) * (0.4 + 1.6 * dice(moment.seed, 13, n) ** 2) * (1.0 + 0.5 * burst)
    base = np.asarray(moment.tint or (0.66, 0.54, 0.56), np.float32) + np.asarray(moment.palette.glow, np.float32)
    wobble = 1.0 + 0.04 * np.sin(1.1 * moment.t + 6.28 * dice(moment.seed, 14, n))
    body = Sprites(
        BUBBLE,
        where,
        size.astype(np.float32),
        glow=rgb(base * np.float32(0.9 * (1 - 0.8 * moment.event("dim")))),
        cover=0.5,
        opacity=(order * (1 - burst)).astype(np.float32),
        lit=0.4,
        width=wobble.astype(np.float32),
        frame=(np.arange(n) % 2).astype(np.float32),
    )
    m = 260
    pick = (dice(moment.seed, 16, m) * n).astype(np.int64)
    spray = where[pick] + (0.4 * size[pick] * (0.6 + 2.0 * burst[pick]))[:, None] * np.stack(
        [bell(moment.seed, 17, m), bell(moment.seed, 18, m), 0 * bell(moment.seed, 18, m)], 1
    )
    lit = np.sin(np.pi * burst[pick]) * 0.6 * order[pick]
    motes = Dots(spray.astype(np.float32), np.float32(0.012), (base[None] * lit[:, None]).astype(np.float32))
    return (body, motes)


def _well_paint() -> Painting:
    """A low round wall of stones seen from a little above, warm light inside its mouth."""
    c = canvas(-0.85, -0.06, 0.85, 0.95, 300)
    outer = np.maximum(np.abs(c.x) - 0.62 - 0.02 * np.sin(c.y * 17), np.abs(c.y - 0.30) - 0.30)
    lip_out = np.hypot(c.x / 0.70, (c.y - 0.60) / 0.22) - 1.0
    lip_in = np.hypot(c.x / 0.54, (c.y - 0.60) / 0.145) - 1.0
    foot = np.hypot(c.x / 0.66, (c.y - 0.04) / 0.16) - 1.0
    wall = join(np.asarray(outer, np.float32), np.asarray(foot * 0.2, np.float32), soft=0.02)
    ang = np.arcsin(np.clip(c.x / 0.66, -1, 1))
    row = np.floor((c.y + 0.10 * np.cos(ang)) * 8.5)
    col = (ang * 4.3 + 0.5 * np.mod(row, 2)) % 1.0
    seam = np.minimum(np.minimum(col, 1 - col) * 0.5, np.abs(((c.y + 0.10 * np.cos(ang)) * 8.5) % 1.0 - 0.5) * -1 + 0.5)
    stone = smooth(seam, 0.02, 0.10) * (0.6 + 0.6 * fbm(c.x * 9, c.y * 9, 3, 3))
    albedo = np.repeat((0.10 + 0.62 * stone)[..., None], 3, axis=2).astype(np.float32)
    back = np.clip((c.y - 0.56) / 0.10, 0, 1)
    shaft = np.clip(0.9 * back + 0.12, 0, 1) * np.clip(-lip_in * 6, 0, 1)
    lip_tone = np.repeat((0.35 + 0.5 * fbm(c.x * 8, c.y * 14, 9, 3))[..., None], 3, axis=2).astype(np.float32)
    return paint(
        c,
        [
            Layer(wall, albedo, round=0.10, relief=np.asarray(0.02 * stone, np.float32)),
            Layer(
                np.asarray(lip_out * 0.2, np.float32),
                lip_tone,
                round=0.05,
                glow=np.asarray(0.18 * np.exp(-np.abs(lip_in) * 9), np.float32),
            ),
            Layer(
                np.asarray(lip_in * 0.14, np.float32),
                (0.06, 0.05, 0.05),
                glow=np.asarray(shaft, np.float32),
                round=0.02,
            ),
        ],
        unite=0.5,
    )


_WELL = on(canvas(-0.85, -0.06, 0.85, 0.95, 8), "running/well", _well_paint)


@element("prop", 1.3, family="water", answers=("ignite", "rise", "dim"), lamp=True, several=1)
def well(moment: Moment) -> tuple[Form, ...]:
    """An old stone well, a glow of water deep in it, motes climbing out."""
    p, size = moment.place, moment.size(1.3)
    show = (
        float(smooth(moment.presence, 0.1, 1.0))
        * (1.0 - 0.85 * moment.event("dim"))
        * (1.0 + 0.4 * moment.event("ignite"))
    )
    warm = np.asarray(moment.tint or (0.95, 0.52, 0.22), np.float32)
    body = Sprites(
        _WELL,
        np.array([[p.x, p.y, p.z]], np.float32),
        np.float32(size),
        tint=(0.20, 0.17, 0.17),
        glow=rgb(warm * np.float32(0.55 * show * (0.92 + 0.08 * np.sin(0.6 * moment.t)))),
        rim=0.6,
    )
    n = 150
    life = np.mod(dice(moment.seed, 1, n) + moment.t / (8.0 + 7.0 * dice(moment.seed, 2, n)), 1.0)
    a = 6.283 * dice(moment.seed, 3, n) + life
    r = size * 0.34 * np.sqrt(dice(moment.seed, 4, n))
    y = p.y + size * (0.60 + (0.9 + 0.8 * moment.event("rise")) * life)
    motes = Dots(
        np.stack([p.x + r * np.cos(a), y, p.z - 0.02 + 0.2 * r * np.sin(a)], 1).astype(np.float32),
        np.float32(0.016 * size),
        (warm[None] * (0.6 * np.sin(np.pi * life) ** 1.5 * show)[:, None]).astype(np.float32),
    )
    return (
        *gathered(moment, body, count=700),
        halo((p.x, p.y + 0.75 * size, p.z - 0.03), 1.5 * size, warm * np.float32(0.15 * show)),
        motes,
        Light((p.x, p.y + 0.85 * size, p.z - 0.1), rgb(warm * np.float32(0.45 * show)), 1.6 * size, 0.4),
    )
