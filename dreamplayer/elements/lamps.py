"""Light that falls on things: a beam, a lamp with a shade."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import BEAM, halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.drawing.streetlamp import FLAME, POST, STREETLAMP, TALL
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Layer, Painting, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


@element("air", 5.0, family="light", answers=("open", "dim", "ignite", "spread"), lamp=True, several=3)
def lightbeam(moment: Moment) -> tuple[Form, ...]:
    """A shaft of light falling from high up, soft-edged, dust turning over in it, a pale pool where it lands."""
    n = int(min(max(moment.count, 1), 6))
    p = moment.place
    camera = moment.stage.camera
    tall = (camera.eye + (1.35 - camera.horizon) * max(p.z, 2.0) / camera.focal) * moment.place.size**0.25
    base = np.asarray(moment.tint or (1.0, 0.66, 0.36), np.float32)
    opened = 0.80 + 0.30 * float(smooth(moment.event("open"), 0, 1))
    show = (
        float(smooth(moment.presence, 0.0, 1.0))
        * (1.0 - 0.85 * moment.event("dim"))
        * (1.0 + 0.3 * moment.event("ignite"))
        * opened
    )
    k = np.arange(n)
    x = p.x + (k - (n - 1) / 2) * 1.25 * p.spread + 0.10 * np.sin(0.11 * moment.t + k)
    lean = (0.16 + 0.04 * np.sin(0.09 * moment.t + 1.3 * k)) * (1 if moment.stage.glow_x >= 0 else -1)
    foot = np.stack([x, np.full(n, 0.0), np.maximum(p.z + 0.25 * k, 2.0)], 1).astype(np.float32)
    wide = (0.42 + 0.25 * dice(moment.seed, 1, n)) * (0.6 + 0.4 * opened) * (1 + 0.5 * moment.event("spread"))
    breath = 0.88 + 0.12 * np.sin(0.33 * moment.t + 2 * k)
    shafts = Sprites(
        BEAM,
        foot,
        np.float32(tall),
        glow=(base[None] * (0.105 * show * breath)[:, None]).astype(np.float32),
        cover=0.0,
        lit=0.0,
        rim=0.0,
        turn=(-lean).astype(np.float32),
        width=wide.astype(np.float32),
    )
    core = Sprites(
        BEAM,
        foot,
        np.float32(tall),
        glow=(base[None] * (0.08 * show * breath)[:, None]).astype(np.float32),
        cover=0.0,
        lit=0.0,
        rim=0.0,
        turn=(-lean).astype(np.float32),
        width=(0.45 * wide).astype(np.float32),
    )
    m = 520
    pick = (dice(moment.seed, 2, m) * n).astype(np.int64)
    up = np.mod(dice(moment.seed, 3, m) - moment.t * 0.006 * (0.5 + dice(moment.seed, 4, m)), 1.0)
    half = tall * wide[pick] * (0.10 + 0.30 * (1 - up)) * 0.62
    drift = np.sin(0.3 * moment.t * (0.5 + dice(moment.seed, 5, m)) + 6.28 * dice(moment.seed, 6, m))
    mx = foot[pick, 0] + lean[pick] * up * tall + half * (bell(moment.seed, 7, m) * 0.55 + 0.15 * drift)
    motes = Dots(
        np.stack([mx, up * tall * 0.96 + 0.02, foot[pick, 2] - 0.05 + 0.3 * half * bell(moment.seed, 8, m)], 1).astype(
            np.float32
        ),
        np.float32(0.020),
        (
            base[None]
            * (
                0.55
                * show
                * np.clip(np.sin(0.6 * moment.t + 6.28 * dice(moment.seed, 9, m)), 0.1, 1) ** 2
                * np.sin(np.pi * up) ** 0.6
            )[:, None]
        ).astype(np.float32),
    )
    spot = foot + f32([0, 0.02, -0.02])
    pool = halo(
        spot, (2.6 * wide * tall * 0.35).astype(np.float32), base * np.float32(0.12 * show), width=1.8, reflect=False
    )
    light = Light((float(foot[0, 0]), 1.2, float(foot[0, 2])), rgb(base * np.float32(0.50 * show)), 2.4, 0.3)
    return (shafts, core, pool, motes, light)


def _lamp_paint() -> Painting:
    """A table lamp: a linen shade lit from inside, a turned foot."""
    c = canvas(-0.48, -0.03, 0.48, 1.05, 300)
    foot = blob(
        c,
        spline(
            [
                (-0.20, 0.0),
                (-0.19, 0.035),
                (-0.07, 0.06),
                (-0.05, 0.14),
                (-0.11, 0.26),
                (-0.10, 0.36),
                (-0.035, 0.44),
                (-0.025, 0.56),
                (0.025, 0.56),
                (0.035, 0.44),
                (0.10, 0.36),
                (0.11, 0.26),
                (0.05, 0.14),
                (0.07, 0.06),
                (0.19, 0.035),
                (0.20, 0.0),
            ],
            5,
        ),
    )
    shade = blob(
        c, np.array([(-0.40, 0.52), (-0.24, 1.0), (0.24, 1.0), (0.40, 0.52), (0.2, 0.505), (0.0, 0.50), (-0.2, 0.505)])
    )
    weave = 0.93 + 0.07 * np.sin(c.x * 260) * np.sin(c.y * 260)
    fall = np.exp(-((c.x / 0.26) ** 2 + ((c.y - 0.70) / 0.24) ** 2))
    hem = 1.0 - 0.45 * np.exp(-(((c.y - 0.53) / 0.012) ** 2)) - 0.4 * np.exp(-(((c.y - 0.985) / 0.012) ** 2))
    return paint(
        c,
        [
            Layer(
                foot,
                (0.30, 0.19, 0.12),
                glow=np.asarray(0.35 * np.exp(-np.abs(c.y - 0.50) / 0.10), np.float32),
                round=0.09,
            ),
            Layer(
                shade,
                (0.55, 0.42, 0.30),
                glow=np.asarray(np.clip((0.16 + 0.80 * fall) * weave * hem, 0, 1), np.float32),
                round=0.30,
            ),
        ],
        unite=0.3,
    )


_LAMP = on(canvas(-0.48, -0.03, 0.48, 1.05, 8), "lights/lamp", _lamp_paint)


@element("prop", 1.0, family="light", answers=("ignite", "dim", "flicker"), lamp=True, several=5)
def lamp(moment: Moment) -> tuple[Form, ...]:
    """A lamp with a linen shade, its light a warm room of its own in the dark; out of doors a street lamp."""
    post = moment.manner == POST
    n = int(min(max(moment.count, 1), 8))
    p, size = moment.place, moment.size(1.0)
    k = np.arange(n)
    x = p.x + (k - (n - 1) / 2) * (3.2 if post else 1.5) * size * p.spread
    z = np.maximum(p.z + (2.6 if post else 0.8) * size * bell(moment.seed, 1, n) * (n > 1), 5.5 if post else 1.2)
    kindled = float(smooth(moment.event("ignite"), 0, 1))
    dim = 0.92 * float(smooth(moment.event("dim"), 0, 1)) * (1.0 - kindled)
    waver = 0.5 + 0.5 * float(np.sin(1.4 * moment.t))
    burn = (0.85 + 0.25 * kindled) * (1.0 - dim) * (1.0 - 0.15 * moment.event("flicker") * waver)
    where = np.stack([x, np.full(n, p.y), z], 1).astype(np.float32)
    warm = np.asarray(moment.tint or (1.0, 0.50, 0.17), np.float32)
    body = Sprites(
        STREETLAMP if post else _LAMP,
        where,
        np.float32(size * (TALL + 0.14 if post else 1.08)),
        tint=(0.30, 0.26, 0.24),
        glow=rgb(warm * np.float32(0.92 * burn)),
        rim=0.5,
    )
    show = float(smooth(moment.presence, 0.1, 1.0)) * burn
    top = where + f32([0, (FLAME if post else 0.74) * size, -0.03])
    return (
        halo(top, 5.5 * size, warm * np.float32(0.13 * show)),
        *gathered(moment, body, count=500),
        halo(top, 1.8 * size, warm * np.float32(0.16 * show)),
        halo(where + f32([0, 0.02, -0.02]), 2.4 * size, warm * np.float32(0.10 * show), width=1.8, reflect=False),
        *(
            Light(
                (float(w[0]), float(w[1]) + (FLAME if post else 0.7) * size, float(w[2]) - 0.1),
                rgb(warm * np.float32(0.95 * show)),
                3.0 * size,
                0.8,
            )
            for w in where[:3]
        ),
    )
