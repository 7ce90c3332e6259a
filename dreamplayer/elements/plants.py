"""Small plants and their fruit: mushrooms, wheat, reeds, moss, cactus, fruit."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.form import Array, Dots, Form, Sprites, f32
from dreamplayer.forms.glow import halo
from dreamplayer.forms.grass import field, reed, tuft
from dreamplayer.forms.grass import wheat as wheat_shape
from dreamplayer.forms.growing import grown_by
from dreamplayer.forms.motes import gathered, rgb, scaled
from dreamplayer.forms.painted import on
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import blob, canvas, chain, disc, join, oval
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _mushroom_paint() -> Painting:
    c = canvas(-0.55, -0.03, 0.55, 1.0, 240)
    made = []
    for tall, wide, lean in ((0.62, 0.40, 0.05), (0.72, 0.27, -0.06), (0.50, 0.46, 0.0)):
        stem = chain(c, [(0.0, 0.0, 0.065), (lean * 0.6, tall * 0.5, 0.05), (lean, tall, 0.055)], 0.03)
        dome = spline(
            [
                (lean - wide, tall - 0.03),
                (lean - wide * 0.72, tall + 0.20),
                (lean, tall + 0.31),
                (lean + wide * 0.72, tall + 0.20),
                (lean + wide, tall - 0.03),
                (lean + wide * 0.5, tall + 0.02),
                (lean, tall + 0.045),
                (lean - wide * 0.5, tall + 0.02),
            ],
            7,
        )
        cap = blob(c, dome)
        gills = oval(c, (lean, tall), wide * 0.93, 0.055)
        ray = 0.55 + 0.45 * np.cos((c.x - lean) / wide * 60)
        spots = np.minimum.reduce(
            [
                oval(c, (lean + wide * a, tall + b), 0.05 * s, 0.032 * s)
                for a, b, s in (
                    (-0.45, 0.13, 1),
                    (0.1, 0.22, 1.2),
                    (0.5, 0.10, 0.9),
                    (-0.1, 0.10, 0.8),
                    (0.30, 0.17, 0.6),
                )
            ]
        )
        under = np.clip((tall + 0.06 - c.y) / 0.10, 0, 1)
        made.append(
            paint(
                c,
                [
                    Layer(
                        stem,
                        (0.80, 0.70, 0.58),
                        glow=np.asarray(0.55 * np.clip((c.y - tall + 0.35) / 0.35, 0, 1), np.float32),
                        round=0.05,
                    ),
                    Layer(gills, (0.8, 0.62, 0.42), glow=np.asarray(0.55 + 0.35 * ray, np.float32), round=0.06),
                    Layer(cap, (0.62, 0.20, 0.10), glow=np.asarray(0.07 + 0.55 * under, np.float32), round=0.20),
                    Layer(np.maximum(spots, cap + 0.012), (0.9, 0.8, 0.66), glow=0.16, round=0.03),
                ],
                unite=0.4,
            )
        )
    return frames(made)


_MUSHROOM = on(canvas(-0.55, -0.03, 0.55, 1.0, 8), "growth/mushroom", _mushroom_paint)


@element("prop", 0.8, family="plant", answers=("grow", "dim", "shimmer"), lamp=True, several=22)
def mushroom(at: Moment) -> tuple[Form, ...]:
    """Mushrooms whose gills hold a warm light, a family of them leaning together."""
    n = int(min(max(at.count, 5), 40))
    p, size = at.place, at.size(0.8)
    r = size * 1.15 * at.place.spread * np.sqrt(np.arange(n) / max(n - 1, 1)) * (1.0 if at.count == 1 else 2.2)
    a = 2.4 * np.arange(n) + dice(at.seed, 1, 1)[0] * 6
    z = np.maximum(p.z + 0.6 * r * np.sin(a), 1.0)
    where = np.stack([p.x + 1.25 * r * np.cos(a), np.full(n, p.y), z], 1).astype(np.float32)
    grown = float(smooth(grown_by(at, 8.0, "grow"), 0.0, 1.0))
    own = 1.0 - 0.62 * np.minimum(1.0, np.arange(n) / 6.0) * (0.6 + 0.6 * dice(at.seed, 2, n))
    dim = (
        (1.0 - 0.85 * at.event("dim"))
        * (0.85 + 0.15 * np.sin(0.5 * at.t + 6.28 * dice(at.seed, 3, n)))
        * (1 + 0.25 * at.event("shimmer"))
    )
    warm = np.asarray(at.tint or (1.0, 0.50, 0.18), np.float32)
    body = Sprites(
        _MUSHROOM,
        where,
        (size * own * (0.45 + 0.55 * grown)).astype(np.float32),
        tint=(0.55, 0.50, 0.50),
        glow=(warm[None] * (0.55 * dim)[:, None]).astype(np.float32),
        frame=np.floor(dice(at.seed, 4, n) * 3).astype(np.float32),
        turn=(0.10 * bell(at.seed, 5, n)).astype(np.float32),
        width=np.where(dice(at.seed, 6, n) < 0.5, 1.0, -1.0).astype(np.float32),
    )
    show = float(smooth(at.presence, 0.2, 1.0)) * (1.0 - 0.8 * at.event("dim"))
    return (
        *gathered(at, body, count=600),
        halo(where[:1] + f32([0, 0.55 * size, -0.05]), 2.6 * size, warm * np.float32(0.14 * show)),
        Light((p.x, p.y + 0.4 * size, p.z - 0.2), rgb(warm * np.float32(0.6 * show)), 1.5, 0.4),
    )


@element("ground", 1.1, family="plant", answers=("grow", "shimmer"), several=1)
def wheat(at: Moment) -> tuple[Form, ...]:
    """A field of ripe wheat, golden in low light, waves of wind passing over it."""
    show = float(smooth(at.presence, 0.0, 1.0))
    grown = show * grown_by(at, 2.0, "grow")
    gold = at.tint or (0.55, 0.30, 0.085)
    sway = 0.09 * (1 + at.event("shimmer"))
    glow = scaled(gold, 0.11)
    return tuple(
        field(
            at,
            f"wheat/{k}",
            wheat_shape(),
            count,
            at.size(1.05),
            tint=gold,
            glow=glow,
            kinds=3,
            near=near,
            far=far,
            grown=grown,
            opacity=show,
            sway=sway,
            lane=k,
            depth=depth,
            free=0.10,
        )
        for k, (count, near, far, depth) in enumerate(((4200, 6.0, 42.0, 14.0), (1700, 2.1, 6.0, 4.0)))
    )


@element("ground", 1.6, family="plant", answers=("grow", "part"), several=1)
def reeds(at: Moment) -> tuple[Form, ...]:
    """Reeds standing at the edge of still water, dark against its light, swaying a little."""
    show = float(smooth(at.presence, 0.0, 1.0))
    grown = show * grown_by(at, 2.0, "grow")
    free = 0.30 + 0.4 * at.event("part")
    return (
        field(
            at,
            "reeds/far",
            reed(),
            420,
            at.size(1.2),
            tint=(0.17, 0.17, 0.09),
            glow=(0.105, 0.078, 0.034),
            kinds=3,
            near=9.0,
            far=26.0,
            grown=grown,
            opacity=show,
            sway=0.06,
            clump=1.0,
            depth=13.0,
            free=round(free, 2),
        ),
        field(
            at,
            "reeds/near",
            reed(),
            150,
            at.size(1.35),
            tint=(0.15, 0.15, 0.08),
            glow=(0.105, 0.078, 0.034),
            kinds=3,
            near=2.4,
            far=5.0,
            grown=grown,
            opacity=show,
            sway=0.05,
            lane=1,
            depth=3.4,
            free=round(0.45 + free, 2),
        ),
    )


def _cushion_paint() -> Painting:
    """Rounded cushions of moss: a soft outline of many small heads, lit on their crowns."""
    c = canvas(-1.1, -0.06, 1.1, 0.92, 150)
    made = []
    for k in range(3):
        ragged = 0.10 * (fbm(c.x * 9.0 + 3 * k, c.y * 9.0, 4 + k, 3) - 0.5)
        lobes = [oval(c, (x, 0.0), w, h) for x, w, h in ((-0.42, 0.55, 0.50 + 0.08 * k), (0.30, 0.66, 0.72 - 0.07 * k),
                                                        (0.02, 0.50, 0.62))]  # fmt: skip
        d = np.asarray(join(*lobes, soft=0.10) + ragged, np.float32)
        d = np.maximum(d, -c.y)
        heads = fbm(c.x * 30.0 + k, c.y * 30.0, 21 + k, 2)
        crown = smooth(c.y, 0.0, 0.6) * (0.35 + 0.9 * heads)
        albedo = np.stack([0.55 * heads + 0.2, 0.62 * heads + 0.25, 0.40 * heads + 0.12], -1).astype(np.float32)
        relief = np.asarray(0.05 * heads, np.float32)
        made.append(paint(c, [Layer(d, albedo, glow=np.asarray(crown, np.float32), round=0.30, relief=relief)]))
    return frames(made)


_CUSHION = on(canvas(-1.1, -0.06, 1.1, 0.92, 8), "growth/cushion", _cushion_paint)


@element("ground", 0.2, family="plant", answers=("grow", "spread", "shimmer"), several=1)
def moss(at: Moment) -> tuple[Form, ...]:
    """A soft carpet of moss in cushions, thousands of small green lights deep in it."""
    show = float(smooth(at.presence, 0.0, 1.0))
    grown = show * grown_by(at, 10.0, "grow", "spread")
    n = 2600
    z = 1.9 * (16.0 / 1.9) ** dice(at.seed, 1, n)
    x = (dice(at.seed, 2, n) * 2 - 1) * 1.1 * at.aspect * z / at.stage.camera.focal
    patch = fbm((x * 0.9).astype(np.float32), (z * 0.7).astype(np.float32), at.seed % 997, 3)
    hue = np.asarray(at.tint or (0.20, 0.42, 0.13), np.float32) + f32([0.05, 0.03, 0.0])
    glim = np.clip(np.sin(0.5 * at.t + 6.28 * dice(at.seed, 3, n)), 0, 1) ** 2 * (1 + at.event("shimmer")) * 0.6 + 0.16
    bright = smooth(patch, 0.45, 0.65) * glim * grown * 1.1
    lights = Dots(np.stack([x + at.stage.camera.x, 0.03 + 0.05 * patch, z], 1).astype(np.float32), np.float32(0.026),
                  (hue[None] * bright[:, None]).astype(np.float32), reflect=False)  # fmt: skip
    n = 70
    zc = 2.4 * (11.0 / 2.4) ** dice(at.seed, 11, n)
    xc = (dice(at.seed, 12, n) * 2 - 1) * 1.0 * at.aspect * zc / at.stage.camera.focal
    cushions = Sprites(
        _CUSHION, np.stack([xc + at.stage.camera.x, np.full(n, -0.02), zc], 1).astype(np.float32),
        (at.size(0.21) * (0.5 + 1.0 * dice(at.seed, 13, n))).astype(np.float32), tint=rgb(hue * np.float32(0.50)),
        glow=rgb(hue * np.float32(0.055 + 0.05 * at.event("shimmer"))), opacity=np.float32(show), rim=0.5,
        frame=np.floor(dice(at.seed, 14, n) * 3).astype(np.float32),
        width=(np.where(dice(at.seed, 15, n) < 0.5, 1.0, -1.0) * 1.5).astype(np.float32), reflect=False,
    )  # fmt: skip
    return (
        cushions,
        field(
            at,
            "moss",
            tuft(),
            6500,
            at.size(0.11),
            tint=(0.42, 0.72, 0.22),
            glow=(0.26, 0.46, 0.13),
            kinds=4,
            near=1.7,
            far=16.0,
            grown=grown,
            opacity=show,
            clump=0.75,
            sway=0.004,
            depth=8.0,
        ),
        lights,
    )


def _cactus_paint() -> Painting:
    c = canvas(-0.5, -0.02, 0.5, 1.04, 300)
    made = []
    for flip in (1.0, -1.0):
        trunk = chain(c, [(0, 0, 0.095), (0.0, 0.5, 0.105), (0, 0.92, 0.085)], 0.02)
        left = chain(
            c,
            [(0, 0.38, 0.06), (-0.22 * flip, 0.40, 0.062), (-0.27 * flip, 0.50, 0.062), (-0.27 * flip, 0.72, 0.055)],
            0.05,
        )
        right = chain(
            c,
            [(0, 0.52, 0.055), (0.18 * flip, 0.54, 0.055), (0.23 * flip, 0.62, 0.055), (0.23 * flip, 0.83, 0.048)],
            0.05,
        )
        d = join(trunk, left, right, soft=0.03)
        near = np.minimum(np.abs(c.x), np.minimum(np.abs(c.x + 0.27 * flip), np.abs(c.x - 0.23 * flip)))
        rib = np.asarray(0.008 * np.cos(near * 190.0), np.float32)
        spines = 0.55 + 0.45 * np.cos(near * 190.0)
        prick = smooth(np.sin(c.y * 130.0) * np.cos(near * 190.0), 0.75, 1.0) * 0.5
        albedo = (np.array([0.30, 0.42, 0.24]) * spines[..., None] + prick[..., None]).astype(np.float32)
        bud = np.minimum(disc(c, (0.0, 1.0), 0.030), disc(c, (-0.27 * flip, 0.785), 0.024))
        made.append(paint(c, [Layer(d, albedo, glow=np.asarray(0.10 * prick, np.float32), round=0.09, relief=rib),
                              Layer(bud, (0.9, 0.3, 0.25), glow=0.9, round=0.03)]))  # fmt: skip
    return frames(made)


_CACTUS = on(canvas(-0.5, -0.02, 0.5, 1.04, 8), "growth/cactus", _cactus_paint)


@element("prop", 2.4, family="plant", answers=("bloom", "grow"), several=9)
def cactus(at: Moment) -> tuple[Form, ...]:
    """Tall ribbed cactuses with lifted arms, a single red flower of light on each."""
    n = int(min(max(at.count, 1), 14))
    p = at.place
    x = p.x + (np.zeros(1) if n == 1 else 2.4 * p.spread * bell(at.seed, 1, n) * at.aspect)
    z = np.array([p.z]) if n == 1 else np.maximum(p.z * (0.8 + 2.4 * dice(at.seed, 2, n)), 3.0)
    grown = 0.7 + 0.3 * grown_by(at, 4.0, "grow")
    bloom = 0.35 + 0.65 * float(smooth(at.event("bloom"), 0.0, 1.0))
    body = Sprites(
        _CACTUS,
        np.stack([x, np.full(n, p.y), z], 1).astype(np.float32),
        (at.size(2.4) * grown * (0.7 + 0.5 * dice(at.seed, 3, n))).astype(np.float32),
        tint=(0.32, 0.34, 0.26),
        glow=scaled(at.tint or (0.85, 0.22, 0.16), bloom),
        frame=np.floor(dice(at.seed, 4, n) * 2).astype(np.float32),
    )
    return gathered(at, body, count=700)


def _fruit_paint() -> Painting:
    c = canvas(-0.6, -0.6, 0.6, 0.6, 200)
    made = []
    for kind in range(3):
        if kind == 0:
            d = join(oval(c, (-0.12, -0.04), 0.33, 0.40), oval(c, (0.12, -0.04), 0.33, 0.40), soft=0.10)
        elif kind == 1:
            d = join(oval(c, (0, -0.14), 0.33, 0.32), oval(c, (0.0, 0.14), 0.18, 0.24), soft=0.25)
        else:
            d = disc(c, (0, -0.04), 0.38)
        stem = chain(c, [(0.0, 0.28, 0.022), (0.03, 0.42, 0.018), (0.10, 0.50, 0.022)], 0.02)
        leaf = oval(c, (0.22, 0.42), 0.16, 0.06, 0.4)
        blush = np.clip(0.55 + 0.7 * fbm(c.x * 2, c.y * 2, 4 + kind, 3) - 0.4 * c.x, 0, 1)
        albedo = (
            np.array([0.85, 0.22, 0.08]) * blush[..., None] + np.array([0.75, 0.48, 0.12]) * (1 - blush[..., None])
        ).astype(np.float32)
        shine = np.exp(-((c.x + 0.15) ** 2 + (c.y - 0.12) ** 2) * 40.0)
        made.append(
            paint(
                c,
                [
                    Layer(stem, (0.25, 0.16, 0.08), round=0.02),
                    Layer(leaf, (0.2, 0.32, 0.12), glow=0.1, round=0.05),
                    Layer(
                        d,
                        albedo,
                        glow=np.asarray(0.22 + 0.30 * np.clip(-d / 0.3, 0, 1) + 0.4 * shine, np.float32),
                        round=0.34,
                    ),
                ],
                unite=0.3,
            )
        )
    return frames(made)


_FRUIT = on(canvas(-0.6, -0.6, 0.6, 0.6, 8), "growth/fruit", _fruit_paint)


@element("prop", 0.45, family="plant", answers=("grow", "fall", "ignite"), lamp=True, several=12)
def fruit(at: Moment) -> tuple[Form, ...]:
    """Ripe fruit with a lamp's warmth in it, hanging in the air among a few leaves."""
    n = int(min(max(at.count, 1), 18))
    p, size = at.place, at.size(0.45)
    hang = 0.9 * at.size(1.0) if p.y < 0.2 else 0.0
    x = p.x + (np.zeros(1) if n == 1 else 0.75 * p.spread * bell(at.seed, 1, n))
    y = (
        p.y
        + hang
        + (0.0 if n == 1 else 0.45 * bell(at.seed, 2, n))
        + 0.02 * np.sin(0.6 * at.t + 6 * dice(at.seed, 3, n))
    )
    y = np.maximum(y - smooth(at.event("fall"), 0.0, 1.0) * (y - 0.5 * size), 0.42 * size)
    z = np.maximum(p.z + (np.zeros(1) if n == 1 else 0.5 * bell(at.seed, 4, n)), 1.3)
    ripe = 0.88 + 0.24 * float(smooth(at.event("grow"), 0.0, 1.0))
    where = np.stack([x + 0 * y, y + 0 * x, z], 1).astype(np.float32)
    hue: Array = np.asarray(at.tint or (1.0, 0.52, 0.20), np.float32)
    glow = 0.50 * (1 + 0.8 * at.event("ignite"))
    body = Sprites(
        _FRUIT,
        where,
        (size * ripe * (0.7 + 0.4 * dice(at.seed, 5, n))).astype(np.float32),
        tint=(0.85, 0.85, 0.85),
        glow=rgb(hue * np.float32(glow)),
        frame=np.floor(dice(at.seed, 6, n) * 3).astype(np.float32),
        turn=(0.12 * np.sin(0.5 * at.t + 6 * dice(at.seed, 7, n))).astype(np.float32),
    )
    show = float(smooth(at.presence, 0.2, 1.0))
    return (
        halo(where, 1.9 * size, hue * np.float32(0.13 * show)),
        *gathered(at, body, count=500),
        Light(
            (float(where[0, 0]), float(where[0, 1]), float(where[0, 2]) - 0.2),
            rgb(hue * np.float32(0.4 * show)),
            1.3,
            0.3,
        ),
    )
