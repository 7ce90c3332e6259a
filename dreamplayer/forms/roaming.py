"""Animals on the stage: one walks up and rests, moving its head now and then; several stand about."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.beasts import BEASTS
from dreamplayer.forms.form import Array, Form, Sprites
from dreamplayer.forms.gait import STAND
from dreamplayer.forms.glow import halo
from dreamplayer.forms.motes import gathered, rgb
from dreamplayer.forms.quadruped import IDLE, box, shape
from dreamplayer.forms.standing import cloth_tint, contact, facing, walk_in
from dreamplayer.kit.curves import ease
from dreamplayer.kit.dice import bell, dice, one
from dreamplayer.model.moment import Moment


def idling(t: Array | float, phase: Array | float) -> Array:
    """Frames of a standing animal: it rests, slowly moves its head, holds, and comes back, every 17 s."""
    u = np.mod(np.asarray(t) / 17.0 + phase, 1.0)
    swing = np.asarray(ease(np.clip(u / 0.22, 0, 1)) - ease(np.clip((u - 0.55) / 0.25, 0, 1)))
    return np.asarray(STAND + (IDLE - 1) * swing, np.float32)


def beast(at: Moment, name: str, withers: float, *, shine: float = 0.16, cycles: int = 3) -> tuple[Form, ...]:
    """One animal or a few, `withers` metres high at the shoulder, edges touched by light."""
    b = BEASTS[name]
    low, high = box(b)[1], box(b)[3]
    n = int(min(max(at.count, 1), 9))
    # A small animal alone is drawn larger than life: it is what the words are about.
    unit = at.size(withers * (1.35 if n == 1 and withers < 1.0 else 1.0))
    tint = cloth_tint(at)
    glow = rgb(np.asarray(at.tint or at.palette.key, np.float32) * np.float32(shine * (1 - 0.3 * at.calm)))
    if n == 1:
        look = facing(at)
        pace = 2.6 + 1.0 * min(withers, 2.0)
        left, frame = walk_in(at, 2 * b.step / 0.62 * unit, cycles, pace)
        rest = at.t - pace * cycles * 1.5 - 1.6
        if rest > 0:
            frame = float(idling(rest, 0.0))
        where = np.array([[at.place.x - look * left, at.place.y, at.place.z]], np.float32)
        body = Sprites(
            shape(name), where, np.float32(unit * (high - low)), tint=tint, glow=glow, width=look, frame=frame
        )
        return (_backdrop(at, where, 1.2 * unit), *contact(at, where, 0.9 * unit), *gathered(at, body, count=900))
    k = np.arange(n)
    x = (k - (n - 1) / 2) * 2.3 * unit * at.place.spread + 0.5 * unit * bell(at.seed, 61, n)
    z = at.place.z + 2.2 * unit * (dice(at.seed, 62, n) - 0.3) * (1 + k % 2)
    where = np.stack([at.place.x + x, np.full(n, at.place.y), np.maximum(z, 2.0)], 1).astype(np.float32)
    size = unit * (high - low) * (0.80 + 0.22 * dice(at.seed, 63, n))
    looks = np.where(dice(at.seed, 64, n) < (0.7 if one(at.seed, 65) < 0.5 else 0.3), 1.0, -1.0)
    body = Sprites(
        shape(name), where, size.astype(np.float32), tint=tint, glow=glow, width=looks.astype(np.float32),
        frame=idling(at.t, dice(at.seed, 66, n)),
    )  # fmt: skip
    return (_backdrop(at, where, 1.2 * unit), *contact(at, where, 0.9 * unit), *gathered(at, body, count=1200))


def _backdrop(at: Moment, where: Array, tall: float) -> Sprites:
    """Lit air behind each, so that a dark coat is seen before dark ground."""
    glow = np.asarray(at.palette.glow, np.float32) + np.float32(0.03) * np.asarray(at.palette.key, np.float32)
    middle = where + np.array([0.0, 0.50 * tall, 0.35], np.float32)
    share = np.float32(0.34 * (1.0 - 0.3 * at.calm))
    return halo(middle, 2.9 * tall, glow * share, opacity=at.presence, width=1.5, reflect=False)
