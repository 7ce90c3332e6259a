"""Someone far taller than the hills, standing quietly behind them: a soft rim of light, mist about the knees."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb, sampled
from dreamplayer.drawing.people.standing import cloth_tint, facing
from dreamplayer.drawing.primitives import Array, Dots, Form, Shape, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import moved, spline
from dreamplayer.kit.sdf import Canvas, Map, blob, canvas, chain, join
from dreamplayer.kit.shapes import Layer, Painting, edge_glow, paint
from dreamplayer.model.moment import Moment

_MIST_DRIFT, _MIST_UP, _MIST_SIZE, _MIST_OF = 61, 62, 64, 65
"""Lanes of chance of the mist: where in its drift a cloud is, how high, how large, before which giant."""
_STAR_OF, _STAR_SHINE, _STAR_PHASE, _STAR_SIZE = 66, 67, 68, 69
"""Lanes of chance of the lights within: of which giant, how brightly and when each shines, its size."""

_BOX = (-0.36, -0.05, 0.36, 1.07)
"""Frame of a giant: left, bottom, right, top in its heights."""


def _outline(c: Canvas) -> Map:
    """A cloak without joints, and an old bearded head in profile, bowed to the right."""
    cloak = spline(
        [(0.020, 0.862), (0.066, 0.838), (0.108, 0.790), (0.134, 0.710), (0.146, 0.600), (0.156, 0.460), (0.178, 0.290),
         (0.206, 0.110), (0.220, -0.04), (-0.235, -0.04), (-0.216, 0.110), (-0.186, 0.290), (-0.164, 0.460),
         (-0.154, 0.600), (-0.144, 0.710), (-0.116, 0.795), (-0.066, 0.846), (-0.020, 0.872)], 6,
    )  # fmt: skip
    profile = spline(
        [(0.000, 0.076), (0.034, 0.069), (0.055, 0.044), (0.060, 0.024), (0.058, 0.013), (0.079, -0.008),
         (0.063, -0.021), (0.070, -0.034), (0.066, -0.062), (0.058, -0.110), (0.034, -0.165), (0.004, -0.130),
         (-0.024, -0.080), (-0.060, -0.082), (-0.080, -0.040), (-0.081, 0.015), (-0.062, 0.056), (-0.030, 0.074)], 5,
    )  # fmt: skip
    head = blob(c, moved(profile, (0.026, 0.915), -0.20, 1.06))
    sleeve = chain(c, [(0.095, 0.745, 0.045), (0.140, 0.600, 0.050), (0.105, 0.505, 0.046)], 0.04)
    wool = np.asarray(0.007 * (fbm(c.x * 30, c.y * 24, 8, 3) - 0.5), np.float32)
    return np.asarray(join(join(blob(c, cloak), sleeve, soft=0.05), head, soft=0.006) + wool, np.float32)


def _painting() -> Painting:
    c = canvas(*_BOX, 320)
    d = _outline(c)
    folds = np.sin(c.x * 46 / (0.55 + 0.9 * np.clip(0.85 - c.y, 0, 1)) + 1.2 * np.sin(c.y * 6))
    relief = np.asarray(0.003 * folds * np.clip((0.75 - c.y) / 0.3, 0, 1), np.float32)
    out = paint(c, [Layer(d, round=0.05, relief=relief, soft=0.008)])
    # The light comes from low behind: it runs along both sides and fades down the cloak.
    edge = np.maximum(edge_glow(c, d, 0.007, (-0.7, 0.7)), 0.75 * edge_glow(c, d, 0.007, (0.9, 0.45)))
    out[..., 7] = edge * (0.35 + 0.65 * smooth(c.y, 0.2, 0.8))
    out[..., 3] *= smooth(c.y, 0.02, 0.34)
    out[..., 7] *= out[..., 3]
    return out


@cache
def _giant_shape() -> Shape:
    """Looking right; it stands on 0 and is 1 high, its size is its frame's height (1.12)."""
    return on(canvas(*_BOX, 8), "colossus", _painting)


_TALL = 1.06
"""How high a giant is seen, in half heights of the picture: its head and shoulders are in the sky."""
_BEYOND, _BEHIND, _BEFORE = 310.0, 280.0, 255.0
"""Metres: where a giant stands, so far that the air no longer veils it; and what is ordered behind and before hills."""


@element("far", 26.0, handles=("swirl",))
def giant(moment: Moment) -> tuple[Form, ...]:
    """Someone far taller than the hills, standing quietly behind them: a soft rim of light, mist about the knees."""
    n = int(min(max(moment.count, 1), 3))
    camera, z = moment.stage.camera, _BEYOND
    metres = z / camera.focal
    k = np.arange(n)
    look = facing(moment)
    tall = moment.size(_TALL) * (1.0 - 0.24 * k)
    side = moment.place.x * camera.focal / max(moment.place.z, 1.0)
    aside = side + k * 0.62 * moment.place.spread * (-1.0 if side > 0 else 1.0) + 0.03 * np.sin(0.035 * moment.t + k)
    foot = camera.eye + (moment.place.y - 0.06 * tall) * metres
    where = np.stack([aside * metres, foot, np.full(n, z) + k], 1).astype(np.float32)
    far = f32(moment.stage.air.colour) + np.float32(0.5) * f32(moment.palette.glow)
    key = f32(moment.tint or moment.palette.key)
    calm = np.float32(1.0 - 0.3 * moment.calm)
    body = Sprites(
        _giant_shape(), where, (1.12 * tall * metres).astype(np.float32),
        tint=rgb(f32(f32(cloth_tint(moment)) + 0.22 * far)), opacity=np.float32(0.86),
        width=(look * (1.0 + 0.010 * np.sin(0.45 * moment.t + k))).astype(np.float32),
        turn=(0.008 * np.sin(0.21 * moment.t + k)).astype(np.float32),
        glow=rgb((key * np.float32(0.40) + far) * calm), rim=0.2, depth=_BEHIND,
    )  # fmt: skip
    here = smooth(moment.presence, 0.1, 1.0)
    middle = where + np.stack([np.zeros_like(k), 0.60 * tall * metres, np.full(len(k), 0.5)], 1).astype(np.float32)
    light = halo(
        middle, (1.7 * tall * metres).astype(np.float32), (far + np.float32(0.05) * key) * np.float32(0.75 * calm),
        opacity=here, width=0.9, depth=_BEHIND + 1.0,
    )  # fmt: skip
    return (
        light,
        *gathered(moment, body, count=900),
        _stars(moment, where, tall * metres, look, key),
        _mist(moment, aside, tall, far * calm, here),
    )


def _stars(moment: Moment, where: Array, tall: Array, look: float, colour: Array) -> Dots:
    """Small lights within a giant, as if the night were seen through the cloak."""
    m = 200
    which = np.floor(uniform(moment.seed, _STAR_OF, m) * len(tall)).astype(int)
    points = sampled(_giant_shape(), m, rim=0.0) * np.float32(1.12)
    place = where[which] + tall[which, None] * np.stack(
        [look * points[:, 0], points[:, 1], np.zeros_like(points[:, 0])], 1
    )
    shine = uniform(moment.seed, _STAR_SHINE, m) ** 3 * (
        0.6 + 0.4 * np.sin(0.4 * moment.t + 6.2832 * uniform(moment.seed, _STAR_PHASE, m))
    )
    shine = (
        shine
        * smooth(points[:, 1], 0.25, 0.6)
        * smooth(points[:, 1], 0.86, 0.78)
        * smooth(moment.presence, 0.4, 1.0)
        * (1.0 - 0.3 * moment.calm)
    )
    return Dots(
        place.astype(np.float32),
        (tall[which] * (0.005 + 0.006 * uniform(moment.seed, _STAR_SIZE, m))).astype(np.float32),
        ((np.float32(0.4) * colour + np.float32(0.25))[None] * (0.7 * shine)[:, None]).astype(np.float32),
        depth=_BEHIND - 1.0,
    )  # fmt: skip


def _mist(moment: Moment, aside: Array, tall: Array, colour: Array, here: float) -> Dots:
    """Low clouds that pass before a giant's knees, one behind the other."""
    camera, z = moment.stage.camera, _BEYOND
    metres, m = z / camera.focal, 44
    which = np.floor(uniform(moment.seed, _MIST_OF, m) * len(tall)).astype(int)
    drift = np.mod(uniform(moment.seed, _MIST_DRIFT, m) + 0.0035 * moment.t + 0.12 * moment.event("swirl"), 1.0)
    up = 0.005 + 0.15 * uniform(moment.seed, _MIST_UP, m) ** 1.8
    mist = np.stack(
        [(aside[which] + tall[which] * 1.5 * (drift - 0.5)) * metres, camera.eye + up * metres, np.full(m, z)], 1
    )
    show = here * np.sin(np.pi * drift) ** 2 * (1.0 - 0.5 * up / 0.155)
    # Half grey: in so little light a plain surface keeps nothing but the red.
    pale = np.float32(0.4) * colour + np.float32(0.6 * float(np.mean(colour)))
    return Dots(
        mist.astype(np.float32),
        (tall[which] * (0.10 + 0.17 * uniform(moment.seed, _MIST_SIZE, m)) * metres).astype(np.float32),
        (pale[None] * (0.34 * show)[:, None]).astype(np.float32),
        cover=(0.10 * show).astype(np.float32),
        depth=_BEFORE,
    )
