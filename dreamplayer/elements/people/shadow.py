"""A shadow without its person: soft, dark, upright against a little light, with nothing to fear in it."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.figure import METRES
from dreamplayer.drawing.people.person import Person, Wear, body
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Array, Dots, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import blur, frames, painting
from dreamplayer.model.moment import Moment

_SWAY, _PHASE = 61, 62
"""Random lanes: when a shadow sways, and where in its motion it is."""
_SMOKE_OF, _SMOKE_AGE, _SMOKE_RIGHT, _SMOKE_UP, _SMOKE_DEEP = 63, 64, 65, 66, 67
"""Random lanes of the smoke: of which shadow, its age, where it leaves it (right, up, deep)."""


_PX = 0.0088
_FRAME = 1.2
"""Height of its picture over that of the light behind it."""
_WHOSE = Person("slight", Wear("long coat", hair="brim", more=("scarf",)), 2)
"""Whose shadow it might be: in a long coat and a hat, seen from behind."""


@cache
def _silhouette() -> Modelled:
    return modelled("shade", lambda: [body(_WHOSE, POSES["wait"]).parts], 2.5, px=_PX, ground=False)


def _distance(c: Canvas, alpha: Array) -> Array:
    """Distance to the outline of a silhouette, negative inside, in the canvas's units."""
    inside = alpha > 0.5
    edge = inside & ~(np.roll(inside, 1, 0) & np.roll(inside, -1, 0) & np.roll(inside, 1, 1) & np.roll(inside, -1, 1))
    xs, ys = c.x[edge], c.y[edge]
    rows = [np.sqrt(((x[:, None] - xs) ** 2 + (y[:, None] - ys) ** 2).min(1)) for x, y in zip(c.x, c.y, strict=True)]
    return np.asarray(np.where(inside, -1.0, 1.0) * np.stack(rows), np.float32)


@cache
def _shade_shape() -> Shape:
    """A soft dark figure whose outline wavers like smoke through six frames."""
    made = _silhouette()
    pad = 0.14 * made.frame.height
    f, tall = made.frame, made.frame.height + pad
    box = (
        (f.left - pad) / METRES,
        (f.bottom - 0.3 * pad) / METRES,
        (f.right + pad) / METRES,
        (f.top + 0.7 * pad) / METRES,
    )

    def painted() -> Array:
        rows = round(tall / _PX)
        c = canvas(*box, rows)
        flat = made.shape.paint()[0][..., 3]
        whole = np.zeros(c.x.shape, np.float32)
        top, left = round(0.7 * pad / _PX), (whole[0].size - flat[0].size) // 2
        whole[top : top + len(flat), left : left + flat[0].size] = flat[: len(whole) - top]
        d = _distance(c, whole)
        out = []
        for k in range(6):
            a = 2 * np.pi * k / 6
            smoke = fbm(c.x * 7 + 1.2 * np.cos(a) + 9, c.y * 6 + 1.2 * np.sin(a), 4, 3) - 0.5
            soft = 0.012 + 0.05 * np.clip(1.0 - c.y / 0.55, 0, 1)
            alpha = np.clip(0.5 - (d + 0.07 * smoke * np.clip(1.05 - c.y, 0.10, 1)) / soft, 0, 1)
            alpha = blur((alpha * np.clip((c.y + 0.05) / 0.12, 0, 1)).astype(np.float32), 1.5)
            out.append(painting(c, (0, 0, 0), alpha))
        return frames(out)

    return on(canvas(*box, 8), "stately/shade in a coat", painted)


@element("prop", 1.9)
def shadow(moment: Moment) -> tuple[Form, ...]:
    """A shadow without its person: soft, dark, upright against a little light, with nothing to fear in it."""
    n = int(min(max(moment.count, 1), 5))
    size = moment.size(1.95)
    k = np.arange(n)
    own = 6.28 * uniform(moment.seed, _SWAY, n)
    where = np.stack(
        [
            moment.place.x + 1.1 * (k - (n - 1) / 2) * moment.place.spread + 0.10 * np.sin(0.21 * moment.t + own),
            np.full(n, moment.place.y),
            moment.place.z + 0.35 * k,
        ],
        1,
    ).astype(np.float32)
    shade = Sprites(
        _shade_shape(),
        where,
        (_FRAME * size * (1 - 0.06 * k)).astype(np.float32),
        tint=(0.0, 0.0, 0.0),
        lit=0.0,
        opacity=(0.93 + 0.04 * np.sin(0.5 * moment.t + own)).astype(np.float32),
        width=np.full(n, facing(moment), np.float32),
        frame=(np.mod(0.07 * moment.t + uniform(moment.seed, _PHASE, n), 1.0) * 6).astype(np.float32),
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
    puffs = 60
    which = np.floor(uniform(moment.seed, _SMOKE_OF, puffs) * n).astype(int)
    age = np.mod(0.05 * moment.t + uniform(moment.seed, _SMOKE_AGE, puffs), 1.0)
    wisp = where[which] + size * np.stack(
        [
            0.13 * normal(moment.seed, _SMOKE_RIGHT, puffs) + 0.06 * np.sin(3 * age),
            0.55 * uniform(moment.seed, _SMOKE_UP, puffs) + 0.25 * age,
            0.02 * normal(moment.seed, _SMOKE_DEEP, puffs),
        ],
        1,
    )
    smoke = Dots(
        wisp.astype(np.float32),
        (size * (0.09 + 0.10 * age)).astype(np.float32),
        np.zeros((puffs, 3), np.float32),
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
        _shade_shape(),
        where + np.array([0, 0.01, -0.02], np.float32),
        np.float32(1.3 * _FRAME * size),
        tint=(0.0, 0.0, 0.0),
        lit=0.0,
        opacity=np.float32(0.5 * here),
        lie=1.0,
        turn=np.pi + 0.25 * float(np.sin(moment.seed)),
        reflect=False,
        frame=0.0,
        depth=float(np.median(where[:, 2])) + 0.1,
    )
