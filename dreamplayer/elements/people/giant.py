"""Someone far taller than the hills, standing quietly behind them: a soft rim of light, mist about the knees."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.particles import gathered, rgb, sampled
from dreamplayer.drawing.people.person import Person, Wear, body
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Array, Dots, Form, Shape, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_MIST_DRIFT, _MIST_UP, _MIST_SIZE, _MIST_OF = 61, 62, 64, 65
"""Random lanes of the mist: where in its drift a cloud is, how high, how large, before which giant."""
_STAR_OF, _STAR_SHINE, _STAR_PHASE, _STAR_SIZE = 66, 67, 68, 69
"""Random lanes of the lights within: of which giant, how brightly and when each shines, its size."""

_PX = 0.0062
_OLD = Person("bent", Wear("robe", "slate", "navy", "slate", "hooded", "white", 1, ("cloak", "long beard")), 4)
"""Who the giant is: old, in a hooded cloak, a staff in the hand."""


@cache
def _cast() -> Modelled:
    """The giant as tall as anybody."""
    pose = replace(POSES["staff"], head=(0.28, -0.30, 0.08), yaw=1.45)
    return modelled("giant", lambda: [body(_OLD, pose).parts], pose.yaw, px=_PX, pitch=-0.05, ground=False)


@cache
def _giant_shape() -> Shape:
    """Looking right; it stands on 0 and fades into mist about the knees, its size is its frame's height."""
    made = _cast()

    def painted() -> Array:
        out = made.shape.paint()[0].copy()
        y = (1.0 - (np.arange(len(out), dtype=np.float32) + 0.5) / len(out))[:, None]
        # The light comes from low behind: it runs along one side and fades down the cloak.
        side = np.clip(-0.75 * out[..., 4] + 0.60 * out[..., 5], 0, 1)
        aslant = np.clip(np.hypot(out[..., 4], out[..., 5]), 0, 1) ** 4
        out[..., 3] *= smooth(y, 0.08, 0.55)
        out[..., 7] = np.clip(0.55 * side * aslant * (0.30 + 0.70 * smooth(y, 0.25, 0.85)) * out[..., 3], 0, 1)
        return np.asarray(out, np.float32)

    return shape("colossus/cloaked", painted, made.shape.aspect, made.shape.foot, modelled=True)


_TALL = 1.0
"""How high a giant is seen, in half heights of the picture: its head and shoulders are in the sky."""
_ROOM = 0.95
"""Most of the sky that a giant takes, from the horizon to the picture's upper edge."""
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
    # The head stays below the picture's upper edge, however much sky there is.
    tall = min(moment.size(_TALL), _ROOM * (1.0 - camera.horizon)) * (1.0 - 0.24 * k)
    side = moment.place.x * camera.focal / max(moment.place.z, 1.0)
    aside = side + k * 0.62 * moment.place.spread * (-1.0 if side > 0 else 1.0) + 0.03 * np.sin(0.035 * moment.t + k)
    foot = camera.eye + (moment.place.y - 0.06 * tall) * metres
    where = np.stack([aside * metres, foot, np.full(n, z) + k], 1).astype(np.float32)
    far = f32(moment.stage.air.colour) + np.float32(0.5) * f32(moment.palette.glow)
    key = f32(moment.tint or moment.palette.key)
    calm = np.float32(1.0 - 0.3 * moment.calm)
    body = Sprites(
        _giant_shape(), where, (1.06 * tall * metres).astype(np.float32),
        tint=rgb(f32(f32(0.26) + far)), opacity=np.float32(0.82),
        width=(look * (1.0 + 0.010 * np.sin(0.45 * moment.t + k))).astype(np.float32),
        turn=(0.008 * np.sin(0.21 * moment.t + k)).astype(np.float32),
        glow=rgb((key * np.float32(0.24) + far) * calm), rim=0.1, depth=_BEHIND,
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
    points = sampled(_giant_shape(), m, rim=0.0) * np.float32(1.06)
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
