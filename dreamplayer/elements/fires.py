"""Warm things: a fire, sparks, smoke, ash, a slow bloom of embers."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.burning import EMBER, flame, here, plume
from dreamplayer.drawing.burning import sparks as embers
from dreamplayer.drawing.element import element
from dreamplayer.drawing.falling import sinking
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.leaf import FLAKE
from dreamplayer.drawing.particles import rgb, scaled
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.kit.noise import fbm
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


@element("prop", 1.3, family="fire", answers=("ignite", "dim", "flicker", "grow", "rise"), lamp=True, several=3)
def fire(moment: Moment) -> tuple[Form, ...]:
    """A wood fire burning low and slow, embers under it, sparks climbing into the dark."""
    p = moment.place
    burn = here(moment)
    big = 1.0 + 0.55 * max(moment.event("grow"), moment.event("rise"))
    tall = moment.size(1.3) * big
    breath = 1.0 - (0.05 + 0.14 * moment.event("flicker")) * (
        0.5 + 0.5 * float(np.sin(1.3 * moment.t + np.sin(0.7 * moment.t)))
    )
    foot = (p.x, p.y + 0.04 * tall, p.z)
    show = float(smooth(moment.presence, 0.0, 0.6))
    logs = np.array(
        [
            [[-0.34, 0.04, 0.10], [0.0, 0.10, 0.0], [0.34, 0.05, -0.08]],
            [[-0.30, 0.05, -0.12], [0.02, 0.12, 0.0], [0.32, 0.04, 0.12]],
            [[-0.10, 0.03, -0.22], [0.0, 0.12, 0.0], [0.10, 0.05, 0.22]],
        ],
        np.float32,
    ) * np.float32(tall) + f32([p.x, p.y, p.z])
    wood = Ribbons(logs, np.float32(0.050 * tall), (0.10, 0.065, 0.05), profile="body", opacity=show,
                   glow=(0.16 * burn, 0.035 * burn, 0.006 * burn), depth=p.z + 0.01)  # fmt: skip
    forms: list[Form] = [
        wood,
        halo((p.x, p.y + 0.35 * tall, p.z), 3.6 * tall, f32(EMBER) * np.float32(0.16 * burn * breath)),
    ]
    if burn > 0.01:
        for k, (dx, share) in enumerate(((0.0, 1.0), (-0.17, 0.62), (0.18, 0.55))):
            forms.append(
                flame(moment, (p.x + dx * tall, foot[1], p.z - 0.01 * k), tall * share, strength=burn * breath, lane=k)
            )
    lump = 170
    bed = np.stack(
        [
            p.x + 0.26 * tall * bell(moment.seed, 1, lump),
            p.y + 0.03 * tall * (1 + dice(moment.seed, 2, lump)),
            p.z - 0.05 + 0.10 * tall * bell(moment.seed, 3, lump),
        ],
        1,
    )
    ember = (0.4 + 0.6 * np.sin(0.8 * moment.t + 6.28 * dice(moment.seed, 4, lump)) ** 2) * (
        0.25 * show * (1 - 0.6 * moment.event("dim")) + 0.4 * burn
    )
    forms += [
        Dots(
            bed.astype(np.float32),
            np.float32(0.026 * tall),
            (f32([1.0, 0.26, 0.05])[None] * ember[:, None]).astype(np.float32),
            depth=p.z - 0.03,
        ),
        embers(moment, foot, 2.1 * tall, 130, strength=burn * (0.6 + 0.4 * breath)),
        Light(
            (p.x, p.y + 0.45 * tall, p.z - 0.1),
            rgb(f32([1.0, 0.42, 0.12]) * np.float32(1.15 * burn * breath)),
            2.6 * tall,
            0.9,
        ),
    ]
    return tuple(forms)


@element("air", 1.6, family="fire", answers=("rise", "scatter", "dim"), lamp=True, several=1)
def sparks(moment: Moment) -> tuple[Form, ...]:
    """A breath of sparks climbing and wandering, as when a log settles."""
    p, tall = moment.place, moment.size(1.6)
    burn = here(moment)
    wide = 0.45 * (1.0 + 1.2 * moment.event("scatter"))
    high = 1.0 + 0.7 * moment.event("rise")
    foot = (p.x, max(p.y - 0.3 * tall, 0.02), p.z)
    colour = moment.tint or EMBER
    return (
        halo((p.x, p.y + 0.15 * tall, p.z), 2.2 * tall, f32(colour) * np.float32(0.10 * burn)),
        embers(moment, foot, 2.2 * tall * high, 420, strength=burn, spread=wide, colour=colour),
        embers(moment, foot, 1.4 * tall * high, 160, strength=0.8 * burn, spread=1.6 * wide, colour=colour, lane=1),
        Light((p.x, p.y + 0.3 * tall, p.z), rgb(f32(colour) * np.float32(0.45 * burn)), 2.2 * tall, 0.5),
    )


@element("prop", 3.2, family="fire", answers=("rise", "dim", "part"), several=1)
def smoke(moment: Moment) -> tuple[Form, ...]:
    """Smoke climbing in soft folds, a rest of warmth at its foot."""
    p = moment.place
    show = float(smooth(moment.presence, 0.0, 1.0)) * (1.0 - 0.8 * max(moment.event("dim"), 0.6 * moment.event("part")))
    grey = scaled(moment.tint, 0.12, 0.03) if moment.tint else (0.075, 0.062, 0.070)
    tall = moment.size(3.2) * (1.0 + 0.4 * moment.event("rise"))
    foot = (p.x, p.y, p.z)
    forms: list[Form] = [plume(moment, foot, tall, strength=show, tint=grey, ember=0.16, lean=0.22)]
    forms.append(
        plume(
            moment,
            (p.x + 0.1, p.y, p.z + 0.3),
            0.8 * tall,
            strength=0.7 * show,
            tint=grey,
            ember=0.1,
            lean=0.05,
            lane=3,
        )
    )
    forms.append(embers(moment, foot, 0.7 * tall, 40, strength=0.5 * show))
    return tuple(forms)


@element("weather", 0.1, family="fire", answers=("fall", "swirl", "rise"), several=1)
def ash(moment: Moment) -> tuple[Form, ...]:
    """Grey flakes sinking slowly, here and there one still with a glowing edge."""
    n = 420
    fast = 0.15 + 0.18 * moment.event("fall")
    where, there = sinking(
        moment,
        n,
        pace=fast,
        near=1.4,
        far=17.0,
        sway=0.30,
        wind=0.06 + 0.7 * moment.event("swirl"),
        rise=moment.event("rise"),
    )
    own, pace = dice(moment.seed, 33, n), 0.5 + dice(moment.seed, 34, n)
    lean = np.cos(0.7 * pace * moment.t + 6.28 * own)
    grey = np.asarray(moment.tint or (0.20, 0.19, 0.20), np.float32)
    alive = (dice(moment.seed, 35, n) > 0.90) * (0.5 + 0.5 * np.sin(0.7 * moment.t + 6.28 * own))
    flakes = Sprites(
        FLAKE,
        where,
        (0.055 + 0.085 * dice(moment.seed, 36, n) ** 2).astype(np.float32),
        tint=(grey[None] * (0.5 + dice(moment.seed, 37, n))[:, None]).astype(np.float32),
        glow=(f32([1.0, 0.30, 0.06])[None] * (0.8 * alive)[:, None] + grey[None] * 0.70).astype(np.float32),
        opacity=there,
        turn=(6.28 * own + 0.4 * pace * moment.t).astype(np.float32),
        width=(0.3 * np.sign(lean + 1e-6) + 0.7 * lean).astype(np.float32),
        frame=np.floor(dice(moment.seed, 38, n) * 4).astype(np.float32),
        depth=5.0,
    )
    m = 700
    spot, seen = sinking(moment, m, pace=0.6 * fast, near=2.0, far=26.0, sway=0.3, wind=0.05, lane=5)
    dust = Dots(spot, np.float32(0.016), (grey[None] * (0.55 * seen)[:, None]).astype(np.float32))
    return (dust, flakes)


@element("air", 4.0, family="fire", answers=("dim", "scatter", "spread"), lamp=True, several=1)
def explosion(moment: Moment) -> tuple[Form, ...]:
    """A slow bloom of embers: light swells out of one point like a flower, hangs, and sinks as dust."""
    p, size = moment.place, moment.size(4.0)
    n = 4200
    told = max(moment.event("scatter"), moment.event("spread"))
    age = moment.t * (1.0 - 0.3 * moment.calm)
    swell = 1.0 - np.exp(-age / 5.0) + 0.35 * told
    show = float(smooth(moment.presence, 0.0, 1.0)) * float(smooth(age, 0.0, 2.5)) * (1.0 - 0.8 * moment.event("dim"))
    a, h = 6.283 * dice(moment.seed, 1, n), dice(moment.seed, 2, n) * 2 - 1
    strand = fbm((a * 1.4).astype(np.float32), (h * 2.5).astype(np.float32), moment.seed % 997, 3)
    r = 0.85 * size * swell * (0.18 + 0.9 * dice(moment.seed, 3, n) ** 0.5 * (0.35 + 1.1 * strand))
    side = np.sqrt(np.clip(1 - h * h, 0, 1))
    sink = 0.010 * np.clip(age - 4.0, 0, 60) * size * 0.10 * dice(moment.seed, 4, n)
    y0 = max(p.y, 0.45 * size)
    where = np.stack(
        [
            p.x + r * side * np.cos(a),
            np.maximum(y0 + r * h * 0.85 - sink, 0.02),
            np.maximum(p.z + 0.6 * r * side * np.sin(a), 1.0),
        ],
        1,
    )
    cool = np.clip(r / (0.85 * size), 0, 1.3)[:, None]
    hue = f32([1.0, 0.62, 0.26]) * (1 - 0.75 * cool) + f32([0.75, 0.13, 0.03]) * 0.75 * cool
    if moment.tint:
        hue = 0.4 * hue + 0.6 * f32(moment.tint)
    fade = np.exp(-np.clip(age - 9.0, 0, 60) / 22.0)
    tw = 0.7 + 0.3 * np.sin(1.1 * moment.t + 6.28 * dice(moment.seed, 5, n))
    dots = Dots(
        where.astype(np.float32),
        (size * (0.004 + 0.010 * dice(moment.seed, 6, n) ** 2)).astype(np.float32),
        (hue * ((0.18 + 0.6 * dice(moment.seed, 7, n) ** 3) * tw * show * fade)[:, None]).astype(np.float32),
    )
    warm = f32(moment.tint or (1.0, 0.42, 0.12))
    core = show * float(fade)
    return (
        halo((p.x, y0, p.z), size * (0.6 + 1.5 * swell), warm * np.float32(0.17 * core)),
        dots,
        Light((p.x, y0, p.z - 0.3), rgb(warm * np.float32(0.7 * core)), 1.2 * size, 0.5),
    )
