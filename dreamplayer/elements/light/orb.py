"""A ball of warm light hovering, veils turning in it, sparks circling; many drift at all distances."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.motion.floating import adrift
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_ORBIT_ANGLE, _ORBIT_PACE, _ORBIT_TILT, _ORBIT_RADIUS, _SPARK_BRIGHTNESS = 1, 2, 3, 4, 5
"""Random lanes of the sparks that circle a single orb."""
_SIZE, _BRIGHTNESS, _PULSE_PACE, _PULSE_PHASE, _ORDER = 6, 7, 8, 9, 12
"""Random lanes of many orbs."""

_WARM = (1.0, 0.55, 0.20)
"""Linear colour of an orb where the words name no other."""


def _orb_paint() -> Painting:
    """A ball of light: slow veils inside it, a brighter heart, an edge that is barely there."""
    c = canvas(-0.56, -0.56, 0.56, 0.56, 240)
    made = []
    for frame in range(3):
        radius = np.hypot(c.x, c.y) / 0.5
        ball = np.sqrt(np.clip(1 - radius * radius, 0, 1))
        warp = fbm(c.x * 3.1 + 4 * frame, c.y * 3.1 - 3 * frame, 9 + 5 * frame, octaves=4)
        fold = (
            np.clip(1.0 - np.abs(2 * fbm(c.x * 2.6 + warp, c.y * 2.6 - warp, 21 + 7 * frame, octaves=3) - 1.0), 0, 1)
            ** 3
        )
        light = (
            0.60 * np.exp(-(radius**2) * 6.5)
            + 0.14 * ball * (0.3 + warp)
            + 0.36 * fold * ball
            + 0.12 * np.exp(-(((radius - 0.90) / 0.06) ** 2))
        )
        soft = smooth(1.0 - radius, 0.0, 0.30)
        out = np.zeros((*radius.shape, 8), np.float32)
        out[..., 3] = 0.55 * soft * ball
        out[..., :3] = 0.05
        out[..., 6] = 0.2
        out[..., 7] = np.clip(light * soft, 0, 1)
        made.append(out)
    return frames(made)


_ORB = on(canvas(-0.56, -0.56, 0.56, 0.56, 8), "lights/orb", _orb_paint)


def _burn(moment: Moment) -> float:
    beat = 1.0 + 0.35 * moment.event("pulse") * float(np.sin(2 * np.pi * moment.t / 4.0))
    return beat * (1.0 - 0.88 * moment.event("dim")) * (1.0 + 0.40 * moment.event("ignite")) * (1.0 - 0.2 * moment.calm)


@element("air", 0.75, handles=("pulse", "dim", "ignite", "rise"))
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
    base = np.asarray(moment.tint or _WARM, np.float32)
    show = float(smooth(moment.presence, 0.15, 1.0))
    frame = 1.0 + 0.999 * np.sin(0.25 * moment.t)
    body = Sprites(
        _ORB,
        np.array([middle], np.float32),
        np.float32(size * 1.12),
        glow=rgb(base * np.float32(0.80 * burn)),
        lit=0.0,
        rim=0.0,
        frame=float(frame),
        turn=np.float32(0.11 * moment.t % 6.2832),
    )
    sparks = 190
    angle = 6.283 * uniform(moment.seed, _ORBIT_ANGLE, sparks) + moment.t * (
        0.10 + 0.22 * uniform(moment.seed, _ORBIT_PACE, sparks)
    )
    tilt = 0.9 * normal(moment.seed, _ORBIT_TILT, sparks)
    radius = size * (0.56 + 0.45 * uniform(moment.seed, _ORBIT_RADIUS, sparks) ** 2) * (1.0 + 1.2 * (1.0 - show))
    where = np.stack(
        [
            middle[0] + radius * np.cos(angle),
            middle[1] + radius * np.sin(angle) * np.sin(tilt),
            middle[2] + radius * np.sin(angle) * np.cos(tilt),
        ],
        1,
    )
    glow = (
        (0.15 + 0.85 * uniform(moment.seed, _SPARK_BRIGHTNESS, sparks) ** 3)
        * (0.6 + 0.4 * np.sin(0.8 * moment.t + angle))
        * burn
        * show
        * 0.6
    )
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
        Light(middle, rgb(base * np.float32(0.95 * burn * show)), 5.0 * size, haze=0.9),
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
    order = smooth(moment.presence * 1.6 - 0.6 * uniform(moment.seed, _ORDER, n), 0.0, 1.0) * here
    base = np.asarray(moment.tint or _WARM, np.float32)
    own = base[None] * (0.8 + 0.35 * uniform(moment.seed, _BRIGHTNESS, n))[:, None]
    breath = (
        (
            0.80
            + 0.20
            * np.sin(
                0.6 * moment.t * (0.6 + 0.8 * uniform(moment.seed, _PULSE_PACE, n))
                + 6.28 * uniform(moment.seed, _PULSE_PHASE, n)
            )
        )
        * order
        * _burn(moment)
    )
    size = moment.size(0.42) * (0.45 + 0.9 * uniform(moment.seed, _SIZE, n) ** 2)
    body = Sprites(
        _ORB,
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
            reach=3.0,
            haze=0.2,
        )
        for i in near
        if order[i] > 0.2
    ]
    return (halos, body, *lights)
