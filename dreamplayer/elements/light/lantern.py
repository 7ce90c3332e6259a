"""Paper lanterns rising slowly, each with its own halo; one alone hangs near, and can crack and go dark."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.floating import adrift
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Array, Dots, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BREATH_PHASE, _BREATH_PACE = 9, 10
"""Random lanes of how each lantern burns."""
_SIZE, _BRIGHTNESS, _SWAY_PACE, _SWAY_PHASE, _ORDER = 6, 7, 8, 11, 12
"""Random lanes of the lanterns of a crowd."""
_SEA_DISTANCE, _SEA_ACROSS, _SEA_DRIFT, _SEA_EDGE = 51, 52, 53, 54
_SEA_HEIGHT, _SEA_PACE, _SEA_PHASE, _SEA_BRIGHTNESS = 55, 56, 57, 58
"""Random lanes of the far lights."""
_MOTE_AGE, _MOTE_LIFE, _MOTE_X, _MOTE_Y = 31, 32, 33, 34
_MOTE_Z, _MOTE_BRIGHTNESS, _MOTE_SIZE, _MOTE_GLINT = 35, 36, 37, 38
"""Random lanes of the motes that leak from the cracks."""
_SHARD_ANGLE, _SHARD_HEIGHT, _SHARD_REACH, _SHARD_LIFT, _SHARD_FADE, _SHARD_SIZE = 41, 42, 43, 44, 45, 46
"""Random lanes of the pieces of paper."""

_FLOOR_EDGE = (5.2, 6.6)
"""Metres from the eye at which the floor of a balcony ends."""
_FLAME = (1.0, 0.44, 0.115)
"""Linear light of paper lit from within."""


_GORES = 1.2732
"""Strips of paper a radian: eight around the balloon."""
_MOUTH = 0.018
"""Height of the wire ring at its mouth, in heights of the balloon."""
_SILK = (0.34, 0.10, 0.030)
"""Albedo of the silk paper."""


def _paper(crack: float) -> Painting:
    """A silk-paper balloon, open below: ribs, a hot flame at its mouth, and a share of cracks."""
    c = canvas(-0.62, -0.06, 0.62, 1.06, rows=320)
    y = np.clip(c.y, 0.0, 1.0)
    half = 0.255 + 0.165 * smooth(y, 0.0, 0.66)
    crown = np.clip((y - 0.70) / 0.30, 0.0, 1.0)
    half = half * np.sqrt(np.clip(1.0 - 0.90 * crown * crown, 0.02, 1.0))
    d = np.maximum(np.abs(c.x) - half, np.abs(c.y - 0.5) - 0.5)
    alpha = np.clip(0.5 - d / (c.step * 1.6), 0.0, 1.0)
    turn = np.clip(c.x / half, -1.0, 1.0)
    round_ = np.sqrt(np.clip(1.0 - turn * turn * 0.92, 0.0, 1.0))
    # The light on the paper is broad; the core is the flame itself, drawn out upwards.
    flame = np.exp(-((c.x**2) * 12.0 + np.clip(c.y - 0.06, -0.2, 2.0) ** 2 * 4.6))
    narrowing = np.where(c.y > 0.10, 42.0, 190.0)
    core = np.exp(-((c.x**2) * 150.0 + (c.y - 0.10) ** 2 * narrowing))
    angle = np.arcsin(np.clip(turn, -0.999, 0.999))
    rib = np.abs(np.mod(angle * _GORES + 0.5, 1.0) - 0.5) * 2.0
    ribs = 1.0 - 0.34 * smooth(rib, 0.16, 0.0)
    from_hoop = np.mod(y * 3.0 + 0.48, 1.0) - 0.5
    hoops = 1.0 - 0.13 * np.exp(-(from_hoop**2) * 900.0) * (y > 0.1)
    fibre = 0.90 + 0.20 * fbm(c.x * 9.0, c.y * 5.0, seed=3)
    from_flame = 0.075 + 0.84 * flame + 0.04 * (1.0 - y)
    toward_eye = 0.46 + 0.54 * round_
    light = from_flame * toward_eye * ribs * hoops * fibre
    rim = np.exp(-(((c.y - _MOUTH) / 0.016) ** 2))
    light = light * (1.0 - 0.55 * rim) + 1.15 * core
    if crack > 0.0:
        warp = 0.22 * (fbm(c.x * 5.0, c.y * 5.0, seed=8) - 0.5)
        vein = np.abs(fbm(c.x * 3.2 + warp, c.y * 2.6 + warp, seed=21, octaves=3) - 0.5)
        branch = np.abs(fbm(c.x * 5.1 - warp, c.y * 4.4 + 3.0, seed=43, octaves=3) - 0.5)
        seam = np.exp(-vein * 150.0) + 0.55 * np.exp(-branch * 190.0) * (vein < 0.10)
        light = light * (0.55 - 0.20 * crack) + seam * 1.25 * crack
        alpha = alpha * (1.0 - 0.35 * np.clip(seam, 0, 1) * crack)
    out = np.zeros((*c.x.shape, 8), np.float32)
    hot = np.clip(light, 0.0, 1.4)
    out[..., :3] = _SILK
    out[..., 3] = alpha * 0.94
    out[..., 4] = turn * 0.9
    out[..., 5] = np.clip((y - 0.5) * 0.8, -0.6, 0.6)
    out[..., 6] = np.clip(-d, 0.0, 1.0)
    out[..., 7] = np.clip(hot * 0.72, 0.0, 1.0) ** 1.25 * alpha
    return out


@cache
def _painted() -> NDArray[np.float32]:
    return np.stack([_paper(0.0), _paper(0.55), _paper(1.0)]).astype(np.float32)


_PAPER = Shape("lantern", _painted, aspect=1.24 / 1.12, foot=0.06 / 1.12)


@element("air", 1.15, handles=("crack", "shatter", "rise", "dim", "flicker"))
def lantern(moment: Moment) -> tuple[Form, ...]:
    """Paper lanterns rising slowly, each with its own halo; one alone hangs near, and can crack and go dark."""
    single = moment.count == 1
    return _one(moment) if single else _many(moment)


def _burning(moment: Moment, n: int) -> Array:
    """How bright each burns, (n,): breathing slowly, down to an ember as it dims."""
    own = 6.2832 * uniform(moment.seed, _BREATH_PHASE, n)
    pace = 0.7 + 0.6 * uniform(moment.seed, _BREATH_PACE, n)
    breath = 1.0 + 0.045 * np.sin(moment.t * 1.3 * pace + own) + 0.03 * np.sin(moment.t * 2.1 * pace + 3 * own)
    gutter = 1.0 - 0.22 * moment.event("flicker") * (0.5 + 0.5 * np.sin(moment.t * 1.9 + own))
    return np.asarray(
        breath * gutter * (1.0 - 0.93 * moment.event("dim")) * (1.0 - 0.8 * moment.event("shatter")), np.float32
    )


def _many(moment: Moment) -> tuple[Form, ...]:
    count = int(min(max(moment.count, 12), 160))
    rise = 0.10 + 0.75 * moment.event("rise")
    tall = 12.0 + 6.0 * moment.place.spread
    where, here = adrift(
        moment.seed,
        count,
        moment.t,
        near=moment.param("near", 4.2),
        far=moment.param("far", 70.0),
        low=0.05,
        high=tall,
        rise=rise,
        wide=1.25 * moment.place.spread,
        focal=moment.stage.camera.focal,
        aspect=moment.aspect,
    )
    where[:, 0] += moment.place.x
    # `below` metres under the eye's own ground: a sea of lights beneath a balcony.
    where[:, 1] -= np.float32(moment.param("below", 0.0))
    here = here * _beyond_floor(where, moment)
    order = smooth(moment.presence * 1.6 - 0.6 * uniform(moment.seed, _ORDER, count), 0.0, 1.0)
    show = np.asarray(here * order, np.float32)
    burn = _burning(moment, count) * show
    size = moment.size(1.15) * (0.8 + 0.4 * uniform(moment.seed, _SIZE, count))
    warm = np.asarray(moment.tint or _FLAME, np.float32)
    own = warm[None, :] * (0.9 + 0.2 * uniform(moment.seed, _BRIGHTNESS, count))[:, None]
    glow = (own * (2.3 * burn)[:, None]).astype(np.float32)
    sway = 0.10 * np.sin(
        moment.t * 0.43 * (0.6 + uniform(moment.seed, _SWAY_PACE, count))
        + 6.28 * uniform(moment.seed, _SWAY_PHASE, count)
    )
    bodies = Sprites(
        _PAPER, where, size.astype(np.float32), glow=glow, opacity=show, lit=0.35, rim=0.2,
        turn=sway.astype(np.float32), frame=np.float32(0.0), depth=None,
    )  # fmt: skip
    middle = where + np.array([0.0, 0.38, 0.0], np.float32)
    # Far lights are many and small: their halos shrink so that they do not add up to fog.
    near_share = np.clip(14.0 / where[:, 2], 0.16, 1.0)
    halos = Dots(
        middle,
        (size * (2.1 + 2.3 * near_share)).astype(np.float32),
        (own * np.array([1.0, 0.66, 0.42], np.float32) * (0.060 * burn * near_share)[:, None]).astype(np.float32),
    )
    forms: list[Form] = []
    if moment.param("below", 0.0) > 0.0:
        forms.append(_sea(moment, warm, float(order.mean()) * (1.0 - 0.85 * moment.event("dim"))))
    # In bands of depth, so that fog, hills and figures pass between them.
    edges = (0.0, 9.0, 20.0, 1e9)
    for low, high in pairwise(edges):
        here_ = (where[:, 2] >= low) & (where[:, 2] < high)
        if here_.any():
            forms += [_only(halos, here_), _only(bodies, here_)]
    near = np.argsort(where[:, 2] - 30.0 * show)[:3]
    forms += [
        Light(
            (float(where[i, 0]), float(where[i, 1] + 0.4), float(where[i, 2])),
            tuple(float(v) for v in own[i] * burn[i] * 0.9),  # type: ignore[arg-type]
            reach=4.0,
            haze=0.25,
        )
        for i in near
        if show[i] > 0.2
    ]
    return tuple(forms)


def _beyond_floor(where: Array, moment: Moment) -> Array:
    """Share of each lantern that is seen past the edge of the balcony, 0 where its floor lies in between; (n,)."""
    if moment.param("below", 0.0) <= 0.0:
        return np.ones(len(where), np.float32)
    eye = moment.stage.camera.eye
    # Where the line of sight goes through the floor, metres from the eye; lanterns above it are seen over the rail.
    crossing = where[:, 2] * eye / np.maximum(eye - where[:, 1], 1e-3)
    return np.where(where[:, 1] > 0.0, 1.0, smooth(crossing, *_FLOOR_EDGE)).astype(np.float32)


def _sea(moment: Moment, warm: NDArray[np.float32], show: float, n: int = 2200) -> Dots:
    """Lanterns too far to have a shape, in drifts to the horizon, each as bright as the ones that have."""
    z = 24.0 * (330.0 / 24.0) ** (uniform(moment.seed, _SEA_DISTANCE, n) ** 0.9)
    u = (uniform(moment.seed, _SEA_ACROSS, n) * 2 - 1) * 1.12 * moment.aspect
    x = (
        moment.stage.camera.x
        + u * z / moment.stage.camera.focal
        + 0.6 * np.sin(0.05 * moment.t + 6.28 * uniform(moment.seed, _SEA_DRIFT, n))
    )
    river = fbm((0.035 * x + 5.0).astype(np.float32), (0.022 * z).astype(np.float32), moment.seed % 101, octaves=4)
    keep = smooth(river + 0.10 * normal(moment.seed, _SEA_EDGE, n), 0.42, 0.62)
    y = -moment.param("below", 0.0) + 1.5 * normal(moment.seed, _SEA_HEIGHT, n) * np.minimum(1.0, z / 80.0)
    breath = 0.75 + 0.25 * np.sin(
        0.7 * moment.t * (0.6 + uniform(moment.seed, _SEA_PACE, n)) + 6.28 * uniform(moment.seed, _SEA_PHASE, n)
    )
    bright = keep * breath * show * (0.25 + 0.75 * uniform(moment.seed, _SEA_BRIGHTNESS, n) ** 2) * 1.1
    return Dots(
        np.stack([x, y, z], 1).astype(np.float32), (0.16 + 0.0042 * z).astype(np.float32),
        (warm[None] * np.array([1.0, 1.12, 1.2], np.float32) * bright[:, None]).astype(np.float32), reflect=False,
    )  # fmt: skip


def _one(moment: Moment) -> tuple[Form, ...]:
    p, shatter = moment.place, smooth(moment.event("shatter"), 0.0, 1.0)
    lift = 3.0 * moment.event("rise")
    bob = 0.07 * np.sin(moment.t * 0.5) + 0.03 * np.sin(moment.t * 0.83 + 1.0)
    where = np.array([[p.x, p.y + bob + lift, p.z]], np.float32)
    size = moment.size(1.15)
    burn = float(_burning(moment, 1)[0])
    warm = np.asarray(moment.tint or _FLAME, np.float32)
    frame = 2.0 * smooth(max(moment.event("crack"), min(1.0, 2 * shatter)), 0.0, 1.0)
    body = Sprites(
        _PAPER, where, size, glow=tuple(warm * 2.3 * burn), opacity=1.0 - shatter, lit=0.4, rim=0.3,
        turn=0.05 * np.sin(moment.t * 0.37), frame=min(frame, 1.999),
    )  # fmt: skip
    middle = (p.x, float(where[0, 1]) + 0.36 * size, p.z)
    halo = Dots(
        np.array([middle], np.float32),
        size * 5.6,
        (warm * np.array([1.0, 0.72, 0.55]) * 0.085 * burn * moment.presence).astype(np.float32),
    )
    forms: list[Form] = [halo, *gathered(moment, body, colour=_FLAME)]
    leak = max(moment.event("crack") * 0.6, shatter)
    if leak > 0.01:
        forms.append(_motes(moment, middle, size, leak, shatter, warm))
    if shatter > 0.02:
        forms.append(_shards(moment, middle, size, shatter, warm))
    forms.append(Light(middle, tuple(float(v) for v in warm * burn * moment.presence), 5.0 * size, haze=1.0))  # type: ignore[arg-type]
    return tuple(forms)


def _motes(
    moment: Moment,
    middle: tuple[float, float, float],
    size: float,
    leak: float,
    burst: float,
    warm: NDArray[np.float32],
) -> Dots:
    """Sparks that seep from the cracks and sink slowly, more as it breaks."""
    n = 260
    life = np.mod(
        uniform(moment.seed, _MOTE_AGE, n) + moment.t / (6.0 + 5.0 * uniform(moment.seed, _MOTE_LIFE, n)), 1.0
    )
    out = size * (0.34 + 0.5 * life + 1.6 * burst * life)
    x = middle[0] + out * normal(moment.seed, _MOTE_X, n) * 0.55
    y = middle[1] + size * (0.45 * normal(moment.seed, _MOTE_Y, n) - 0.55 * life + 0.5 * burst * life)
    z = middle[2] + 0.3 * size * normal(moment.seed, _MOTE_Z, n)
    bright = (
        leak * np.sin(np.pi * life) ** 1.5 * moment.presence * (0.4 + 0.6 * uniform(moment.seed, _MOTE_BRIGHTNESS, n))
    )
    return Dots(
        np.stack([x, np.maximum(y, 0.02), z], -1).astype(np.float32),
        (0.02 + 0.03 * uniform(moment.seed, _MOTE_SIZE, n)).astype(np.float32) * np.float32(size),
        (warm[None, :] * (0.9 * bright)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _MOTE_GLINT, n) > 0.95).astype(np.float32),
    )


def _shards(
    moment: Moment, middle: tuple[float, float, float], size: float, shatter: float, warm: NDArray[np.float32]
) -> Dots:
    """Pieces of paper that part slowly and go out one after another."""
    n = 420
    around = 6.2832 * uniform(moment.seed, _SHARD_ANGLE, n)
    up = uniform(moment.seed, _SHARD_HEIGHT, n) - 0.5
    spread = size * (0.36 + 1.5 * shatter**0.7 * (0.3 + uniform(moment.seed, _SHARD_REACH, n)))
    x = middle[0] + spread * np.cos(around)
    y = middle[1] + size * up + 0.5 * size * shatter * (uniform(moment.seed, _SHARD_LIFT, n) - 0.2)
    z = middle[2] + 0.6 * spread * np.sin(around)
    fade = (
        smooth(shatter, 0.0, 0.25)
        * smooth(1.25 - shatter - 0.25 * uniform(moment.seed, _SHARD_FADE, n), 0.0, 0.5)
        * moment.presence
    )
    return Dots(
        np.stack([x, np.maximum(y, 0.02), z], -1).astype(np.float32),
        (0.03 + 0.06 * uniform(moment.seed, _SHARD_SIZE, n) ** 2).astype(np.float32) * np.float32(size),
        (warm[None, :] * (1.1 * fade)[:, None]).astype(np.float32),
    )


def _only(form: Dots | Sprites, here: NDArray[np.bool_]) -> Form:
    """The same form with some of its members."""
    n = len(form.position)
    changes = {
        f.name: getattr(form, f.name)[here]
        for f in fields(form)
        if isinstance(getattr(form, f.name), np.ndarray) and len(getattr(form, f.name)) == n and f.name != "shape"
    }
    return replace(form, **changes)
