"""People who are more than people: a dancer, a giant in the mist, a statue, a shadow."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.colossus import giant_shape
from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import gathered, rgb, sampled
from dreamplayer.drawing.primitives import Array, Dots, Form, Sprites, f32
from dreamplayer.drawing.standing import cloth_tint, contact, facing
from dreamplayer.drawing.stately import DANCE, dancer_pose, shade_shape, statue_pose
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment


@element("hero", 1.8, family="people", answers=("swirl",), several=3)
def dancer(moment: Moment) -> tuple[Form, ...]:
    """Someone turning slowly, arms out and up, the skirt swinging wide."""
    n = int(min(max(moment.count, 1), 5))
    pose = dancer_pose()
    size = pose.metres * moment.place.size
    k = np.arange(n)
    own = 6.28 * dice(moment.seed, 61, n)
    where = np.stack(
        [
            moment.place.x
            + 1.5 * (k - (n - 1) / 2) * moment.place.spread * moment.place.size
            + 0.22 * np.sin(0.17 * moment.t + own),
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.3 * np.cos(0.17 * moment.t + own) + 0.8 * (k % 2) * (n > 1), 1.8),
        ],
        1,
    ).astype(np.float32)
    turns = moment.t * (0.085 + 0.05 * moment.event("swirl")) * (1 - 0.3 * moment.calm) + dice(moment.seed, 62, n)
    body = Sprites(
        pose.shape,
        where,
        np.full(n, size, np.float32),
        tint=cloth_tint(moment),
        frame=(np.mod(turns, 1.0) * DANCE).astype(np.float32),
        glow=rgb(np.asarray(moment.tint or moment.palette.key, np.float32) * np.float32(0.12)),
    )
    m = 90
    a = 6.28 * dice(moment.seed, 63, m) + 0.55 * moment.t
    wide = (0.5 + 0.5 * dice(moment.seed, 64, m)) * size * 0.42
    trail = np.stack(
        [where[0, 0] + wide * np.cos(a), moment.place.y + size * 0.85 * dice(moment.seed, 65, m) ** 1.5,
         np.maximum(where[0, 2] + 0.6 * wide * np.sin(a), 1.2)], 1,
    )  # fmt: skip
    shine = 0.35 * moment.presence * np.sin(0.4 * moment.t + 6.28 * dice(moment.seed, 66, m)) ** 2
    dust = Dots(
        trail.astype(np.float32), np.float32(0.012 * size),
        (np.asarray(moment.palette.key, np.float32)[None] * shine[:, None]).astype(np.float32),
    )  # fmt: skip
    return (*contact(moment, where, 0.55 * moment.place.size), *gathered(moment, body, count=900), dust)


_TALL = 1.06
"""How high a giant is seen, in half heights of the picture: its head and shoulders are in the sky."""
_BEYOND, _BEHIND, _BEFORE = 310.0, 280.0, 255.0
"""Metres: where a giant stands, so far that the air no longer veils it; and what is ordered behind and before hills."""


@element("far", 26.0, family="people", answers=("swirl",), several=2)
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
        giant_shape(), where, (1.12 * tall * metres).astype(np.float32),
        tint=rgb(f32(f32(cloth_tint(moment)) + 0.22 * far)), opacity=np.float32(0.86),
        width=(look * (1.0 + 0.010 * np.sin(0.45 * moment.t + k))).astype(np.float32),
        turn=(0.008 * np.sin(0.21 * moment.t + k)).astype(np.float32),
        glow=rgb((key * np.float32(0.40) + far) * calm), rim=0.2, depth=_BEHIND,
    )  # fmt: skip
    here = smooth(moment.presence, 0.1, 1.0)
    middle = where + np.stack([0 * k, 0.60 * tall * metres, 0 * k + 0.5], 1).astype(np.float32)
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
    which = np.floor(dice(moment.seed, 66, m) * len(tall)).astype(int)
    points = sampled(giant_shape(), m, rim=0.0) * np.float32(1.12)
    place = where[which] + tall[which, None] * np.stack([look * points[:, 0], points[:, 1], 0 * points[:, 0]], 1)
    shine = dice(moment.seed, 67, m) ** 3 * (0.6 + 0.4 * np.sin(0.4 * moment.t + 6.2832 * dice(moment.seed, 68, m)))
    shine = (
        shine
        * smooth(points[:, 1], 0.25, 0.6)
        * smooth(points[:, 1], 0.86, 0.78)
        * smooth(moment.presence, 0.4, 1.0)
        * (1.0 - 0.3 * moment.calm)
    )
    return Dots(
        place.astype(np.float32), (tall[which] * (0.005 + 0.006 * dice(moment.seed, 69, m))).astype(np.float32),
        ((np.float32(0.4) * colour + np.float32(0.25))[None] * (0.7 * shine)[:, None]).astype(np.float32),
        depth=_BEHIND - 1.0,
    )  # fmt: skip


def _mist(moment: Moment, aside: Array, tall: Array, colour: Array, here: float) -> Dots:
    """Low clouds that pass before a giant's knees, one behind the other."""
    camera, z = moment.stage.camera, _BEYOND
    metres, m = z / camera.focal, 44
    which = np.floor(dice(moment.seed, 65, m) * len(tall)).astype(int)
    drift = np.mod(dice(moment.seed, 61, m) + 0.0035 * moment.t + 0.12 * moment.event("swirl"), 1.0)
    up = 0.005 + 0.15 * dice(moment.seed, 62, m) ** 1.8
    mist = np.stack(
        [(aside[which] + tall[which] * 1.5 * (drift - 0.5)) * metres, camera.eye + up * metres, np.full(m, z)], 1
    )
    show = here * np.sin(np.pi * drift) ** 2 * (1.0 - 0.5 * up / 0.155)
    # Half grey: in so little light a plain surface keeps nothing but the red.
    pale = np.float32(0.4) * colour + np.float32(0.6 * float(np.mean(colour)))
    return Dots(
        mist.astype(np.float32), (tall[which] * (0.10 + 0.17 * dice(moment.seed, 64, m)) * metres).astype(np.float32),
        (pale[None] * (0.34 * show)[:, None]).astype(np.float32), cover=(0.10 * show).astype(np.float32),
        depth=_BEFORE,
    )  # fmt: skip


@element("prop", 2.3, family="people", answers=("crack",), several=4)
def statue(moment: Moment) -> tuple[Form, ...]:
    """A robed statue on its plinth, pale stone, hands folded, face at peace."""
    n = int(min(max(moment.count, 1), 6))
    pose = statue_pose()
    size = pose.metres * moment.place.size * (np.ones(n) if n == 1 else 0.9 + 0.15 * dice(moment.seed, 61, n))
    k = np.arange(n)
    where = np.stack(
        [
            moment.place.x + 2.0 * (k - (n - 1) / 2) * moment.place.spread * moment.place.size,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.5 * (k % 2), 2.0),
        ],
        1,
    ).astype(np.float32)
    stone = np.asarray(moment.tint or (0.17, 0.155, 0.15), np.float32)
    body = Sprites(
        pose.shape,
        where,
        size.astype(np.float32),
        tint=rgb(stone),
        glow=rgb(np.asarray(moment.palette.key, np.float32) * np.float32(0.75)),
        frame=smooth(moment.event("crack"), 0.0, 1.0) * 2.0 * 0.999,
        width=np.where(k % 2 == 0, 1.0, -1.0).astype(np.float32),
    )
    return (*contact(moment, where, 0.7 * moment.place.size, 0.7), *gathered(moment, body, count=900))


@element("prop", 1.9, family="people", several=3)
def shadow(moment: Moment) -> tuple[Form, ...]:
    """A shadow without its person: soft, dark, upright against a little light, with nothing to fear in it."""
    n = int(min(max(moment.count, 1), 5))
    size = moment.size(1.95)
    k = np.arange(n)
    own = 6.28 * dice(moment.seed, 61, n)
    where = np.stack(
        [
            moment.place.x + 1.1 * (k - (n - 1) / 2) * moment.place.spread + 0.10 * np.sin(0.21 * moment.t + own),
            np.full(n, moment.place.y),
            moment.place.z + 0.35 * k,
        ],
        1,
    ).astype(np.float32)
    shade = Sprites(
        shade_shape(),
        where,
        (size * (1 - 0.06 * k)).astype(np.float32),
        tint=(0.0, 0.0, 0.0),
        lit=0.0,
        opacity=(0.93 + 0.04 * np.sin(0.5 * moment.t + own)).astype(np.float32),
        width=np.full(n, facing(moment), np.float32),
        frame=(np.mod(0.07 * moment.t + dice(moment.seed, 62, n), 1.0) * 6).astype(np.float32),
    )
    here = smooth(moment.presence, 0.1, 1.0)
    glow = np.asarray(moment.palette.glow, np.float32) * np.float32(0.85) + np.asarray(
        moment.palette.rim, np.float32
    ) * np.float32(0.05)
    behind = where + np.array([0.0, 0.52 * size, 0.25], np.float32)
    light = Dots(
        behind,
        np.float32(2.2 * size),
        _rows(glow * np.float32(0.60 * here / n**0.8), n),
        depth=float(where[:, 2].max()) + 0.3,
    )
    m = 60
    which = np.floor(dice(moment.seed, 63, m) * n).astype(int)
    age = np.mod(0.05 * moment.t + dice(moment.seed, 64, m), 1.0)
    wisp = where[which] + size * np.stack(
        [
            0.13 * bell(moment.seed, 65, m) + 0.06 * np.sin(3 * age),
            0.55 * dice(moment.seed, 66, m) + 0.25 * age,
            0.02 * bell(moment.seed, 67, m),
        ],
        1,
    )
    smoke = Dots(
        wisp.astype(np.float32),
        (size * (0.09 + 0.10 * age)).astype(np.float32),
        np.zeros((m, 3), np.float32),
        cover=(0.10 * here * np.sin(np.pi * age) ** 2).astype(np.float32),
    )
    return (
        light,
        smoke,
        *gathered(moment, shade, count=700, colour=rgb(np.asarray(moment.palette.rim, np.float32))),
        _cast(moment, where, size, here),
    )


def _rows(colour: Array, n: int) -> Array:
    """One colour for each of n."""
    return np.broadcast_to(np.asarray(colour, np.float32), (n, 3)).astype(np.float32)


def _cast(moment: Moment, where: Array, size: float, here: float) -> Sprites:
    """The same shadow, long on the ground towards us."""
    return Sprites(
        shade_shape(),
        where + np.array([0, 0.01, -0.02], np.float32),
        np.float32(1.3 * size),
        tint=(0.0, 0.0, 0.0),
        lit=0.0,
        opacity=np.float32(0.5 * here),
        lie=1.0,
        turn=np.pi + 0.25 * float(np.sin(moment.seed)),
        reflect=False,
        frame=0.0,
        depth=float(np.median(where[:, 2])) + 0.1,
    )
