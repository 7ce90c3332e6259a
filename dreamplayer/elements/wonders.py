"""People who are more than people: a dancer, a giant in the mist, a statue, a shadow."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.form import Array, Dots, Form, Sprites
from dreamplayer.forms.motes import gathered, rgb
from dreamplayer.forms.standing import cloth_tint, contact, facing
from dreamplayer.forms.stately import DANCE, dancer_pose, giant_shape, shade_shape, statue_pose
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice
from dreamplayer.model.moment import Moment


@element("hero", 1.8, family="people", answers=("swirl",), several=3)
def dancer(at: Moment) -> tuple[Form, ...]:
    """Someone turning slowly, arms out and up, the skirt swinging wide."""
    n = int(min(max(at.count, 1), 5))
    pose = dancer_pose()
    size = pose.metres * at.place.size
    k = np.arange(n)
    own = 6.28 * dice(at.seed, 61, n)
    where = np.stack(
        [
            at.place.x + 1.5 * (k - (n - 1) / 2) * at.place.spread * at.place.size + 0.22 * np.sin(0.17 * at.t + own),
            np.full(n, at.place.y),
            np.maximum(at.place.z + 0.3 * np.cos(0.17 * at.t + own) + 0.8 * (k % 2) * (n > 1), 1.8),
        ],
        1,
    ).astype(np.float32)
    turns = at.t * (0.085 + 0.05 * at.event("swirl")) * (1 - 0.3 * at.calm) + dice(at.seed, 62, n)
    body = Sprites(
        pose.shape,
        where,
        np.full(n, size, np.float32),
        tint=cloth_tint(at),
        frame=(np.mod(turns, 1.0) * DANCE).astype(np.float32),
        glow=rgb(np.asarray(at.tint or at.palette.key, np.float32) * np.float32(0.12)),
    )
    m = 90
    a = 6.28 * dice(at.seed, 63, m) + 0.55 * at.t
    wide = (0.5 + 0.5 * dice(at.seed, 64, m)) * size * 0.42
    trail = np.stack(
        [where[0, 0] + wide * np.cos(a), at.place.y + size * 0.85 * dice(at.seed, 65, m) ** 1.5,
         np.maximum(where[0, 2] + 0.6 * wide * np.sin(a), 1.2)], 1,
    )  # fmt: skip
    shine = 0.35 * at.presence * np.sin(0.4 * at.t + 6.28 * dice(at.seed, 66, m)) ** 2
    dust = Dots(
        trail.astype(np.float32), np.float32(0.012 * size),
        (np.asarray(at.palette.key, np.float32)[None] * shine[:, None]).astype(np.float32),
    )  # fmt: skip
    return (*contact(at, where, 0.55 * at.place.size), *gathered(at, body, count=900), dust)


@element("far", 26.0, family="people", several=2)
def giant(at: Moment) -> tuple[Form, ...]:
    """Someone as tall as a hill, far off in the mist, breathing; small clouds pass before the knees."""
    n = int(min(max(at.count, 1), 3))
    size = at.size(26.0)
    k = np.arange(n)
    look = facing(at)
    where = np.stack(
        [
            at.place.x + k * 0.9 * size * at.place.spread,
            np.full(n, at.place.y - 0.04 * size),
            at.place.z + 0.3 * size * k,
        ],
        1,
    ).astype(np.float32)
    breath = 1.0 + 0.006 * np.sin(0.45 * at.t + k)
    body = Sprites(
        giant_shape(), where, (size * 1.1 * (1 - 0.2 * k)).astype(np.float32), tint=cloth_tint(at),
        width=(look * breath).astype(np.float32), turn=(0.004 * np.sin(0.21 * at.t + k)).astype(np.float32),
        glow=rgb(np.asarray(at.palette.key, np.float32) * np.float32(0.10)),
    )  # fmt: skip
    m = 46
    drift = np.mod(dice(at.seed, 61, m) + 0.004 * at.t, 1.0)
    mist = np.stack(
        [
            at.place.x + size * 1.3 * (drift - 0.5), at.place.y + size * (0.02 + 0.13 * dice(at.seed, 62, m) ** 1.4),
            at.place.z - 0.02 * size * dice(at.seed, 63, m) - 0.3,
        ],
        1,
    )  # fmt: skip
    show = np.sin(np.pi * drift) ** 2 * smooth(at.presence, 0.2, 1.0)
    air = np.asarray(at.stage.air.colour, np.float32) + np.float32(0.25) * np.asarray(at.palette.glow, np.float32)
    clouds = Dots(
        mist.astype(np.float32), (size * (0.10 + 0.16 * dice(at.seed, 64, m))).astype(np.float32),
        (air[None] * (0.55 * show)[:, None]).astype(np.float32), cover=(0.10 * show).astype(np.float32),
    )  # fmt: skip
    return (*gathered(at, body, count=900), clouds)


@element("prop", 2.3, family="people", answers=("crack",), several=4)
def statue(at: Moment) -> tuple[Form, ...]:
    """A robed statue on its plinth, pale stone, hands folded, face at peace."""
    n = int(min(max(at.count, 1), 6))
    pose = statue_pose()
    size = pose.metres * at.place.size * (np.ones(n) if n == 1 else 0.9 + 0.15 * dice(at.seed, 61, n))
    k = np.arange(n)
    where = np.stack(
        [
            at.place.x + 2.0 * (k - (n - 1) / 2) * at.place.spread * at.place.size,
            np.full(n, at.place.y),
            np.maximum(at.place.z + 0.5 * (k % 2), 2.0),
        ],
        1,
    ).astype(np.float32)
    stone = np.asarray(at.tint or (0.17, 0.155, 0.15), np.float32)
    body = Sprites(
        pose.shape,
        where,
        size.astype(np.float32),
        tint=rgb(stone),
        glow=rgb(np.asarray(at.palette.key, np.float32) * np.float32(0.75)),
        frame=smooth(at.event("crack"), 0.0, 1.0) * 2.0 * 0.999,
        width=np.where(k % 2 == 0, 1.0, -1.0).astype(np.float32),
    )
    return (*contact(at, where, 0.7 * at.place.size, 0.7), *gathered(at, body, count=900))


@element("prop", 1.9, family="people", several=3)
def shadow(at: Moment) -> tuple[Form, ...]:
    """A shadow without its person: soft, dark, upright against a little light, with nothing to fear in it."""
    n = int(min(max(at.count, 1), 5))
    size = at.size(1.95)
    k = np.arange(n)
    own = 6.28 * dice(at.seed, 61, n)
    where = np.stack(
        [
            at.place.x + 1.1 * (k - (n - 1) / 2) * at.place.spread + 0.10 * np.sin(0.21 * at.t + own),
            np.full(n, at.place.y),
            at.place.z + 0.35 * k,
        ],
        1,
    ).astype(np.float32)
    shade = Sprites(
        shade_shape(), where, (size * (1 - 0.06 * k)).astype(np.float32), tint=(0.0, 0.0, 0.0), lit=0.0,
        opacity=(0.93 + 0.04 * np.sin(0.5 * at.t + own)).astype(np.float32), width=np.full(n, facing(at), np.float32),
        frame=(np.mod(0.07 * at.t + dice(at.seed, 62, n), 1.0) * 6).astype(np.float32),
    )  # fmt: skip
    here = smooth(at.presence, 0.1, 1.0)
    glow = np.asarray(at.palette.glow, np.float32) * np.float32(0.85) + np.asarray(
        at.palette.rim, np.float32
    ) * np.float32(0.05)
    behind = where + np.array([0.0, 0.52 * size, 0.25], np.float32)
    light = Dots(
        behind,
        np.float32(2.2 * size),
        _rows(glow * np.float32(0.60 * here / n**0.8), n),
        depth=float(where[:, 2].max()) + 0.3,
    )
    m = 60
    which = np.floor(dice(at.seed, 63, m) * n).astype(int)
    age = np.mod(0.05 * at.t + dice(at.seed, 64, m), 1.0)
    wisp = where[which] + size * np.stack(
        [
            0.13 * bell(at.seed, 65, m) + 0.06 * np.sin(3 * age),
            0.55 * dice(at.seed, 66, m) + 0.25 * age,
            0.02 * bell(at.seed, 67, m),
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
        *gathered(at, shade, count=700, colour=rgb(np.asarray(at.palette.rim, np.float32))),
        _cast(at, where, size, here),
    )


def _rows(colour: Array, n: int) -> Array:
    """One colour for each of n."""
    return np.broadcast_to(np.asarray(colour, np.float32), (n, 3)).astype(np.float32)


def _cast(at: Moment, where: Array, size: float, here: float) -> Sprites:
    """The same shadow, long on the ground towards us."""
    return Sprites(
        shade_shape(),
        where + np.array([0, 0.01, -0.02], np.float32),
        np.float32(1.3 * size),
        tint=(0.0, 0.0, 0.0),
        lit=0.0,
        opacity=np.float32(0.5 * here),
        lie=1.0,
        turn=np.pi + 0.25 * float(np.sin(at.seed)),
        reflect=False,
        frame=0.0,
        depth=float(np.median(where[:, 2])) + 0.1,
    )
