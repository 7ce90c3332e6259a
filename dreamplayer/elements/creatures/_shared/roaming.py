"""Animals on the stage: one walks up and rests, moving its head now and then; several stand about."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.motion.gait import STAND
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.standing import cloth_tint, contact, facing, walk_in
from dreamplayer.drawing.primitives import Array, Form, Sprites
from dreamplayer.elements.creatures._shared.beasts import Beast
from dreamplayer.elements.creatures._shared.quadruped import IDLE, box, shape
from dreamplayer.kit.curves import ease
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment

_RIGHT, _DEEP, _SIZE, _LOOK, _MOST, _PHASE = 61, 62, 63, 64, 65, 66
"""Random lanes of a few animals: where each stands (right, deep), its size, whether it looks with most, where most
look, and its phase.
"""


def idling(t: Array | float, phase: Array | float) -> Array:
    """Frames of a standing animal: it rests, slowly moves its head, holds, and comes back, every 17 s."""
    u = np.mod(np.asarray(t) / 17.0 + phase, 1.0)
    swing = np.asarray(ease(np.clip(u / 0.22, 0, 1)) - ease(np.clip((u - 0.55) / 0.25, 0, 1)))
    return np.asarray(STAND + (IDLE - 1) * swing, np.float32)


def beast(moment: Moment, b: Beast, withers: float, *, shine: float = 0.16, cycles: int = 3) -> tuple[Form, ...]:
    """One animal or a few, `withers` metres high at the shoulder, edges touched by light."""
    low, high = box(b)[1], box(b)[3]
    n = int(min(max(moment.count, 1), 9))
    # A small animal alone is drawn larger than life: it is what the words are about.
    unit = moment.size(withers * (1.35 if n == 1 and withers < 1.0 else 1.0))
    tint = cloth_tint(moment)
    glow = rgb(np.asarray(moment.tint or moment.palette.key, np.float32) * np.float32(shine * (1 - 0.3 * moment.calm)))
    if n == 1:
        look = facing(moment)
        pace = 2.6 + min(withers, 2.0)
        left, frame = walk_in(moment, 2 * b.step / 0.62 * unit, cycles, pace)
        rest = moment.t - pace * cycles * 1.5 - 1.6
        if rest > 0:
            frame = float(idling(rest, 0.0))
        where = np.array([[moment.place.x - look * left, moment.place.y, moment.place.z]], np.float32)
        body = Sprites(shape(b), where, np.float32(unit * (high - low)), tint=tint, glow=glow, width=look, frame=frame)
        return (
            _backdrop(moment, where, 1.2 * unit),
            *contact(moment, where, 0.9 * unit),
            *gathered(moment, body, count=900),
        )
    k = np.arange(n)
    x = (k - (n - 1) / 2) * 2.3 * unit * moment.place.spread + 0.5 * unit * normal(moment.seed, _RIGHT, n)
    z = moment.place.z + 2.2 * unit * (uniform(moment.seed, _DEEP, n) - 0.3) * (1 + k % 2)
    where = np.stack([moment.place.x + x, np.full(n, moment.place.y), np.maximum(z, 2.0)], 1).astype(np.float32)
    size = unit * (high - low) * (0.80 + 0.22 * uniform(moment.seed, _SIZE, n))
    looks = np.where(
        uniform(moment.seed, _LOOK, n) < (0.7 if uniform_one(moment.seed, _MOST) < 0.5 else 0.3), 1.0, -1.0
    )
    body = Sprites(
        shape(b), where, size.astype(np.float32), tint=tint, glow=glow, width=looks.astype(np.float32),
        frame=idling(moment.t, uniform(moment.seed, _PHASE, n)),
    )  # fmt: skip
    return (
        _backdrop(moment, where, 1.2 * unit),
        *contact(moment, where, 0.9 * unit),
        *gathered(moment, body, count=1200),
    )


def _backdrop(moment: Moment, where: Array, tall: float) -> Sprites:
    """Lit air behind each, so that a dark coat is seen before dark ground."""
    glow = np.asarray(moment.palette.glow, np.float32) + np.float32(0.03) * np.asarray(moment.palette.key, np.float32)
    middle = where + np.array([0.0, 0.50 * tall, 0.35], np.float32)
    share = np.float32(0.34 * (1.0 - 0.3 * moment.calm))
    return halo(middle, 2.9 * tall, glow * share, opacity=moment.presence, width=1.5, reflect=False)
