"""What grows quietly: roots, vines, leaves, a seed, mushrooms, wheat, reeds, moss, cactus, fruit."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.falling import sinking
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.growing import grown_by
from dreamplayer.drawing.leaf import LEAF
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Shape, Sprites, f32
from dreamplayer.drawing.roots import creeping, glowing
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.kit.sdf import canvas, cone, oval
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

COPPER = (0.40, 0.115, 0.040)


GOLD = (1.0, 0.47, 0.10)


@element("ground", 2.4, family="plant", answers=("grow", "spread", "pulse", "wrap", "dim"), lamp=True, several=1)
def roots(moment: Moment) -> tuple[Form, ...]:
    """Copper and gold roots that creep over the ground from a glowing middle, forking, beats of light walking out."""
    size = moment.size(3.0)
    p = moment.place
    grown = grown_by(moment, 16.0, "grow", "spread", "wrap") * float(smooth(moment.presence, 0.0, 1.0))
    light = np.asarray(moment.tint or GOLD, np.float32) * np.float32(1.0 - 0.8 * moment.event("dim"))
    net = creeping(moment.seed % 13, 10)
    forms = glowing(moment, net, (p.x, p.y, p.z), size, grown=grown, skin=COPPER, light=rgb(light))
    show = float(smooth(moment.presence, 0.0, 1.0)) * (0.4 + 0.6 * grown)
    middle = (p.x, p.y + 0.12 * size, p.z)
    return (
        *forms,
        halo(middle, 1.1 * size, light * np.float32(0.22 * show), width=1.5),
        Light(middle, rgb(light * np.float32(0.75 * show)), 2.2 * size, 0.5),
    )


@element("prop", 2.6, family="plant", answers=("grow", "spread", "wrap", "bloom"), several=3)
def vines(moment: Moment) -> tuple[Form, ...]:
    """Vines that wind upward around nothing, putting out leaves, small lights where they will bloom."""
    tall, k, m = moment.size(2.6), 5, 46
    p = moment.place
    s = np.linspace(0, 1, m, dtype=np.float32)[None]
    own = 6.283 * dice(moment.seed, 1, k)[:, None]
    wind = 1.6 + 1.1 * dice(moment.seed, 2, k)[:, None]
    radius = tall * (0.085 + 0.05 * np.sin(6.0 * s + own)) * (1.0 - 0.25 * s)
    sway = 0.02 * tall * np.sin(0.5 * moment.t + 3 * s) * s
    x = p.x + radius * np.cos(own + 6.283 * wind * s) + sway
    z = p.z + radius * np.sin(own + 6.283 * wind * s)
    y = p.y + tall * s * (0.80 + 0.25 * dice(moment.seed, 3, k)[:, None])
    line = np.stack([x, y, z], -1).astype(np.float32)
    grown = grown_by(moment, 18.0, "grow", "spread", "wrap") * float(smooth(moment.presence, 0.1, 1.0))
    show = np.float32(smooth(moment.presence, 0.0, 0.5))
    stem = Ribbons(
        line,
        (tall * 0.010 * (1.05 - 0.8 * s) + 0 * own).astype(np.float32),
        (0.10, 0.15, 0.06),
        profile="body",
        opacity=show,
        grown=np.float32(grown),
        depth=p.z,
    )
    n = 120
    pick, along = (dice(moment.seed, 4, n) * k).astype(np.int64), dice(moment.seed, 5, n)
    i = (along * (m - 1)).astype(np.int64)
    out = smooth((grown - along) * 6.0, 0.0, 1.0)
    leaves = Sprites(
        LEAF, line[pick, i], (tall * (0.05 + 0.045 * dice(moment.seed, 6, n)) * (0.3 + 0.7 * out)).astype(np.float32),
        tint=(f32([0.12, 0.20, 0.08])[None] * (0.5 + dice(moment.seed, 7, n))[:, None]).astype(np.float32),
        glow=(0.012, 0.016, 0.004), opacity=(out * show).astype(np.float32),
        turn=(6.283 * dice(moment.seed, 8, n) + 0.12 * np.sin(0.7 * moment.t + 9 * along)).astype(np.float32),
        frame=np.floor(dice(moment.seed, 9, n) * 3).astype(np.float32), depth=p.z - 0.03,
    )  # fmt: skip
    lit = 0.35 + 0.65 * float(smooth(moment.event("bloom"), 0.0, 1.0))
    hue = np.asarray(moment.tint or moment.palette.accent, np.float32) + f32([0.25, 0.12, 0.03])
    b = 46
    spot = line[(dice(moment.seed, 11, b) * k).astype(np.int64), (dice(moment.seed, 12, b) * (m - 1)).astype(np.int64)]
    open_ = smooth((grown - dice(moment.seed, 12, b)) * 6.0, 0.0, 1.0) * (
        0.7 + 0.3 * np.sin(0.8 * moment.t + 6.28 * dice(moment.seed, 13, b))
    )
    buds = Dots(
        spot,
        np.float32(0.035 * tall * (0.6 + 0.8 * lit)),
        (hue[None] * (0.75 * lit * open_ * show)[:, None]).astype(np.float32),
        depth=p.z - 0.05,
    )
    return (stem, leaves, buds)


@element("weather", 0.1, family="plant", answers=("fall", "swirl", "rise"), several=1)
def leaves(moment: Moment) -> tuple[Form, ...]:
    """Autumn leaves rocking down through the air, some already on the ground."""
    n = 230
    where, here = sinking(moment, n, pace=0.34 + 0.3 * moment.event("fall"), near=1.7, far=18.0, sway=0.45,
                          wind=0.15 + 1.2 * moment.event("swirl"), rise=moment.event("rise"))  # fmt: skip
    own, pace = dice(moment.seed, 33, n), 0.5 + dice(moment.seed, 34, n)
    hues = np.array([(0.50, 0.16, 0.035), (0.58, 0.27, 0.05), (0.36, 0.08, 0.035), (0.30, 0.19, 0.06)], np.float32)
    hue = (
        hues[(dice(moment.seed, 35, n) * 4).astype(np.int64)]
        if moment.tint is None
        else np.tile(f32(moment.tint), (n, 1))
    )
    lean = np.cos(0.9 * pace * moment.t + 6.28 * own)
    body = Sprites(
        LEAF,
        where,
        (0.11 + 0.10 * dice(moment.seed, 36, n)).astype(np.float32),
        tint=hue * np.float32(0.9),
        glow=(hue * 0.10).astype(np.float32),
        opacity=here,
        turn=(6.28 * own + 0.4 * pace * moment.t + 0.7 * lean).astype(np.float32),
        width=(0.25 * np.sign(lean + 1e-6) + 0.75 * lean).astype(np.float32),
        frame=np.floor(dice(moment.seed, 37, n) * 3).astype(np.float32),
        rim=0.9,
        depth=5.0,
    )
    m = 260
    z = 1.9 * (16.0 / 1.9) ** dice(moment.seed, 41, m)
    x = (dice(moment.seed, 42, m) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    lying = Sprites(
        LEAF,
        np.stack([x + moment.stage.camera.x, np.full(m, 0.012), z], 1).astype(np.float32),
        np.float32(0.15),
        tint=np.tile(hue, (2, 1))[:m] * np.float32(0.6),
        opacity=np.float32(smooth(moment.presence, 0.3, 1.0)),
        lie=1.0,
        turn=(6.28 * dice(moment.seed, 43, m)).astype(np.float32),
        yaw=(6.28 * dice(moment.seed, 44, m)).astype(np.float32),
        frame=np.floor(dice(moment.seed, 45, m) * 3).astype(np.float32),
        depth=20.0,
    )
    return (lying, body)


@element("prop", 0.9, family="plant", answers=("grow", "open", "crack", "bloom"), lamp=True, several=12)
def seed(moment: Moment) -> tuple[Form, ...]:
    """A seed with a warm point of light in it, lying on dark earth; it opens and a curled shoot comes up."""
    p, size = moment.place, moment.size(0.9)
    grown = grown_by(moment, 26.0, "grow", "open", "crack", "bloom") * float(smooth(moment.presence, 0.2, 1.0))
    show = float(smooth(moment.presence, 0.0, 1.0))
    n = int(min(max(moment.count, 1), 16))
    x = p.x + (1.6 * size * moment.place.spread * bell(moment.seed, 1, n) if n > 1 else np.zeros(1))
    z = np.maximum(p.z + (1.2 * size * bell(moment.seed, 2, n) if n > 1 else np.zeros(1)), 1.2)
    where = np.stack([x, np.full(n, p.y), z], 1).astype(np.float32)
    warm = np.asarray(moment.tint or GOLD, np.float32)
    beat = 0.8 + 0.2 * np.sin(0.9 * moment.t + 6.28 * dice(moment.seed, 3, n))
    body = Sprites(
        _seed_shape(),
        where,
        np.float32(0.55 * size),
        tint=(0.36, 0.20, 0.10),
        glow=(warm[None] * (0.7 * beat)[:, None]).astype(np.float32),
        frame=np.float32(min(1.99, 2.0 * grown)),
        turn=(0.5 * bell(moment.seed, 4, n)).astype(np.float32),
    )
    s = np.linspace(0, 1, 26, dtype=np.float32)[None]
    curl = 2.6 * s**2.2 * (1.0 - 0.4 * grown)
    lift = size * (0.15 + 0.95 * grown)
    sx = where[:, :1] + lift * 0.16 * np.sin(curl + 2.2 * s) * s
    sy = where[:, 1:2] + 0.10 * size + lift * (s - 0.28 * np.clip(curl - 1.3, 0, 2) * s**3)
    shoot = Ribbons(
        np.stack([sx, sy, where[:, 2:3] - 0.02 + 0 * sx], -1).astype(np.float32),
        (size * 0.022 * (1.1 - s) + 0 * sx).astype(np.float32),
        (0.16, 0.26, 0.10),
        profile="body",
        grown=np.float32(grown),
        opacity=np.float32(show * smooth(grown, 0.25, 0.5)),
        glow=(0.035, 0.045, 0.012),
        depth=p.z - 0.03,
    )
    return (
        *gathered(moment, body, count=400),
        shoot,
        halo(where + f32([0, 0.25 * size, -0.05]), 1.7 * size, warm * np.float32(0.16 * show)),
        Light(
            (float(where[0, 0]), float(where[0, 1]) + 0.3 * size, float(where[0, 2]) - 0.1),
            rgb(warm * np.float32(0.5 * show)),
            1.4,
            0.4,
        ),
    )


def _seed_shape() -> Shape:
    return _SEED


def _seed_paint() -> Painting:
    c = canvas(-0.5, -0.05, 0.5, 0.95, 200)
    made = []
    for k in range(2):
        body = oval(c, (0.0, 0.40), 0.27, 0.40)
        slit = cone(c, (-0.01, 0.12), (0.03, 0.72), 0.012 + 0.045 * k, 0.004)
        light = np.exp(-np.maximum(slit, 0) / (0.035 + 0.05 * k)) * (0.55 + 0.45 * k)
        ridge = np.asarray(0.010 * np.cos(c.x * 34), np.float32)
        made.append(
            paint(
                c, [Layer(body, (1, 1, 1), glow=np.asarray(np.clip(light, 0, 1), np.float32), round=0.22, relief=ridge)]
            )
        )
    return frames(made)


_SEED = on(canvas(-0.5, -0.05, 0.5, 0.95, 8), "growth/seed", _seed_paint)
