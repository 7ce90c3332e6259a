"""Parts that dreams speak of, drawn in light: an eye, a face, a heart; and a mask."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.features import EYE_FRAMES, HEART, eye_shape, face_shape, heart_shape, mask_shape
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import gathered, rgb, sampled
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, Shape, Sprites
from dreamplayer.drawing.standing import facing
from dreamplayer.kit.curves import ease, smooth
from dreamplayer.kit.hashing import bell, dice, one
from dreamplayer.kit.outline import spline
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _tone(moment: Moment, own: tuple[float, float, float]) -> Array:
    return np.asarray(moment.tint or own, np.float32)


def _motes(
    moment: Moment,
    shape: Shape,
    where: Array,
    size: float,
    base: Array,
    *,
    n: int = 700,
    look: float = 1.0,
    drift: float = 0.0,
    strength: float = 0.5,
    frame: int = 0,
) -> Dots:
    """Motes that live on a painted shape, glimmering; by `drift` they stray off to the left as hair in water."""
    points = sampled(shape, n, frame, 0.8)
    own = 6.2832 * dice(moment.seed, 71, n)
    stray = drift * np.clip(0.15 - points[:, 0], 0, None) * (0.4 + 0.6 * np.sin(0.21 * moment.t + own))
    x = look * (points[:, 0] - stray) + 0.006 * np.cos(0.5 * moment.t + own)
    y = points[:, 1] + 0.006 * np.sin(0.43 * moment.t + 2 * own) + 0.25 * stray
    at3 = np.stack([where[0] + size * x, where[1] + size * y, np.full(n, where[2] - 0.02)], 1)
    shine = (
        smooth(moment.presence, 0.4, 1.0)
        * (0.35 + 0.65 * np.sin(0.6 * moment.t + own) ** 2)
        * (0.3 + 0.7 * points[:, 2])
    )
    return Dots(
        at3.astype(np.float32),
        ((0.0045 + 0.006 * dice(moment.seed, 72, n)) * np.float32(size)).astype(np.float32),
        (base[None, :] * (strength * (1 - 0.3 * moment.calm) * shine)[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 73, n) > 0.985).astype(np.float32),
    )


@element("air", 1.3, family="people", answers=("open", "close"), lamp=True, several=2)
def eye(moment: Moment) -> tuple[Form, ...]:
    """A gentle eye of golden light in the dark: it opens, rests half-lidded, and closes now and then."""
    n = 1 if moment.count == 1 else 2
    size = moment.size(1.15) * (1.0 if n == 1 else 0.75)
    base = _tone(moment, (1.0, 0.56, 0.22))
    u = (moment.t / 11.0 + one(moment.seed, 61)) % 1.0
    blink = float(ease(min(1.0, abs(u - 0.5) / 0.09)))
    rest = (0.80 if n == 1 else 0.56) * blink * smooth(moment.presence, 0.5, 1.0)
    lid = (rest + (1.0 - rest) * moment.event("open")) * (1.0 - smooth(moment.event("close"), 0.0, 1.0))
    out: list[Form] = []
    calm = 1 - 0.3 * moment.calm
    for k in range(n):
        side = 0.0 if n == 1 else (k - 0.5) * 1.75 * size
        where = np.array(
            [moment.place.x + side, moment.place.y + 0.5 * size + 0.03 * np.sin(0.4 * moment.t), moment.place.z],
            np.float32,
        )
        body = Sprites(
            eye_shape(), where[None], np.float32(size), glow=rgb(base * np.float32(0.60 * calm)), lit=0.0, cover=0.8,
            frame=lid * (EYE_FRAMES - 1.001), width=-1.0 if k else 1.0,
        )  # fmt: skip
        out += gathered(moment.replace(seed=moment.seed + k), body, count=500, colour=rgb(base))
        out.append(
            _motes(moment, eye_shape(), where, size, base, n=260, frame=EYE_FRAMES - 2, strength=0.25 * float(lid))
        )
    lamp = (moment.place.x, moment.place.y + 0.5 * size, moment.place.z - 0.1)
    out.append(Light(lamp, rgb(base * np.float32(0.30 * moment.presence * (0.3 + 0.7 * lid))), 2.5, 0.3))
    return tuple(out)


@element("hero", 2.6, family="people", lamp=True, several=3)
def face(moment: Moment) -> tuple[Form, ...]:
    """A serene face in profile, eyes closed, drawn by the light on its edge; its hair runs out into motes."""
    n = 1 if moment.count == 1 else 3
    base = _tone(moment, (1.0, 0.60, 0.30))
    calm = 1 - 0.3 * moment.calm
    look = facing(moment)
    size = moment.size(2.3)
    out: list[Form] = []
    for k in reversed(range(n)):
        # Several are one face and its echoes, each a little behind the other and fainter.
        faint = 0.5**k
        breath = 0.012 * float(np.sin(0.55 * moment.t + k))
        aside = k * look * size * (0.30 + 0.04 * float(np.sin(0.23 * moment.t + k)))
        where = np.array(
            [moment.place.x - aside, moment.place.y + size * (0.55 + breath), moment.place.z + 0.3 * k], np.float32
        )
        body = Sprites(
            face_shape(),
            where[None],
            np.float32(size * (1 - 0.06 * k)),
            glow=rgb(base * np.float32(0.46 * calm * faint)),
            lit=0.0,
            cover=0.8,
            opacity=0.55 + 0.45 * faint,
            width=look,
            turn=0.012 * float(np.sin(0.37 * moment.t)),
        )
        some = moment.replace(seed=moment.seed + k)
        out += gathered(some, body, count=900 // (1 + k), colour=rgb(base))
        out.append(
            _motes(
                some, face_shape(), where, size, base, n=1500 // (1 + k), look=look, drift=0.9, strength=0.42 * faint
            )
        )
    lamp = (moment.place.x, moment.place.y + moment.size(1.3), moment.place.z - 0.3)
    out.append(Light(lamp, rgb(base * np.float32(0.35 * moment.presence)), 3.0, 0.4))
    return tuple(out)


@element("air", 1.4, family="people", answers=("pulse",), lamp=True, several=1)
def heart(moment: Moment) -> tuple[Form, ...]:
    """A warm light that beats as a sleeper's heart does: motes that hold the shape of one, and rings going out."""
    size = moment.size(1.5)
    base = _tone(moment, (1.0, 0.30, 0.12))
    period = 3.4 + 1.2 * moment.calm
    u = (moment.t / period) % 1.0
    beat = float(np.exp(-(((u - 0.22) / 0.12) ** 2)) + 0.45 * np.exp(-(((u - 0.52) / 0.13) ** 2)))
    strong = 1.0 + 0.8 * moment.event("pulse")
    calm = 1 - 0.3 * moment.calm
    where = np.array(
        [moment.place.x, moment.place.y + 0.55 * size + 0.03 * np.sin(0.3 * moment.t), moment.place.z], np.float32
    )
    body = Sprites(
        heart_shape(), where[None], np.float32(size * (1 + 0.035 * strong * beat)), lit=0.0, cover=0.0,
        tint=(0.0, 0.0, 0.0),
        glow=rgb(base * np.float32(calm * (0.05 + 0.02 * strong * beat))),
    )  # fmt: skip
    show = float(smooth(moment.presence, 0.3, 1.0)) * calm
    middle = rgb(where)
    glows = (
        halo(middle, size * (3.4 + 0.12 * strong * beat), base * np.float32(calm * (0.080 + 0.014 * strong * beat))),
        halo(middle, size * (1.15 + 0.10 * strong * beat), base * np.float32(calm * (0.20 + 0.05 * strong * beat))),
        halo(middle, size * 0.42, (base + np.float32(0.22)) * np.float32(calm * (0.16 + 0.07 * strong * beat))),
    )
    pulse = tuple(replace(glow, opacity=show / calm) for glow in glows)
    m = 520
    a = 6.2832 * dice(moment.seed, 74, m)
    age = np.mod(moment.t / (3 * period) + np.floor(3 * dice(moment.seed, 75, m)) / 3, 1.0)
    wide = 0.36 + 0.85 * age + 0.035 * bell(moment.seed, 76, m)
    x = 16 * np.sin(a) ** 3 / 17
    y = (13 * np.cos(a) - 5 * np.cos(2 * a) - 2 * np.cos(3 * a) - np.cos(4 * a)) / 17
    ring = np.stack(
        [where[0] + size * wide * x, where[1] + size * wide * y, where[2] + 0.1 * bell(moment.seed, 77, m)], 1
    )
    fade = smooth(moment.presence, 0.6, 1.0) * np.sin(np.pi * age) ** 2 * (1 - age) * calm * dice(moment.seed, 78, m)
    rings = Dots(
        ring.astype(np.float32),
        (size * (0.010 + 0.016 * dice(moment.seed, 79, m))).astype(np.float32),
        (base[None, :] * (0.55 * min(strong, 1.6) * fade)[:, None]).astype(np.float32),
    )
    lamp = Light(
        (float(where[0]), float(where[1]), float(where[2]) - 0.1),
        rgb(base * np.float32(moment.presence * calm * (0.55 + 0.12 * beat))), 3.0, 0.7,
    )  # fmt: skip
    q = 1500
    line = spline([*HEART[:1], *HEART], 24)
    points = line[(dice(moment.seed, 85, q) * len(line)).astype(np.int64)] / 1.56
    points = points * (1.0 + 0.10 * bell(moment.seed, 82, q) * dice(moment.seed, 83, q) ** 2)[:, None]
    own = 6.2832 * dice(moment.seed, 81, q)
    big = size * (1.0 + 0.03 * strong * beat)
    edge = np.stack(
        [
            where[0] + big * (points[:, 0] + 0.010 * np.cos(0.5 * moment.t + own)),
            where[1] + big * (points[:, 1] + 0.010 * np.cos(0.43 * moment.t + 2 * own)),
            np.full(q, where[2] - 0.02),
        ],
        1,
    )
    glint = (0.25 + 0.75 * dice(moment.seed, 84, q) ** 2) * (0.45 + 0.55 * np.sin(0.6 * moment.t + own) ** 2)
    motes = Dots(
        edge.astype(np.float32), (size * (0.005 + 0.008 * dice(moment.seed, 86, q) ** 2)).astype(np.float32),
        (base[None] * (0.70 * show * glint * (0.85 + 0.12 * beat))[:, None]).astype(np.float32),
    )  # fmt: skip
    return (*pulse, rings, *gathered(moment, body, count=700, colour=rgb(base)), motes, lamp)


@element("air", 1.2, family="people", several=3)
def mask(moment: Moment) -> tuple[Form, ...]:
    """Half-masks of porcelain and gold, turning slowly on the air, their ribbons following."""
    n = int(min(max(moment.count, 1), 5))
    base = _tone(moment, (1.0, 0.62, 0.28))
    out: list[Form] = []
    for k in range(n):
        size = moment.size(1.05) * (1.0 if n == 1 else 0.72)
        phase = 6.28 * one(moment.seed, 61 + k)
        where = np.array(
            [
                moment.place.x + (k - (n - 1) / 2) * 1.45 * size * moment.place.spread,
                moment.place.y
                + size * (0.62 + (0.35 * bell(moment.seed, 81 + k, 1)[0] if n > 1 else 0.0))
                + 0.05 * np.sin(0.4 * moment.t + phase),
                moment.place.z + 0.3 * k,
            ],
            np.float32,
        )
        sway = 0.5 * float(np.sin(0.23 * moment.t + phase))
        body = Sprites(
            mask_shape(),
            where[None],
            np.float32(size),
            tint=(0.10, 0.085, 0.075),
            glow=rgb(base * np.float32(0.50 * (1 - 0.3 * moment.calm))),
            yaw=sway,
            turn=0.05 * float(np.sin(0.31 * moment.t + phase)),
        )
        s = np.linspace(0, 1, 26)
        strands = []
        for side in (-1.0, 1.0):
            for lane in (0.0, 0.12):
                x = where[0] + side * size * (
                    0.47 * np.cos(sway) + (0.30 + lane) * s + 0.07 * np.sin(5 * s - 0.7 * moment.t + lane * 9)
                )
                y = where[1] + size * (0.12 - 0.9 * s * s - lane * s + 0.05 * np.sin(6 * s - 0.6 * moment.t + side))
                strands.append(np.stack([x, y, np.full(26, where[2] + 0.05)], 1))
        ribbons = Ribbons(
            np.stack(strands).astype(np.float32), (0.020 * size * (1 - 0.6 * s))[None].repeat(4, 0).astype(np.float32),
            rgb(base * np.float32(0.20)), "veil",
            opacity=(0.55 * smooth(moment.presence, 0.3, 1.0) * (1 - s**2))[None].repeat(4, 0).astype(np.float32),
        )  # fmt: skip
        out += [ribbons, *gathered(moment.replace(seed=moment.seed + k), body, count=600, colour=rgb(base))]
    return tuple(out)
