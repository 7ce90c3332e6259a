"""An arched door that stands by itself, light leaking round its leaf; it opens on its hinge and lets the light out."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Sprites
from dreamplayer.drawing.props import AMBER, around, painted_prop, scattered_positions
from dreamplayer.elements.buildings._shared.doors import BEYOND, HALF, LEAF, SURROUND
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.sdf import Canvas
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_SIZE, _AJAR, _TURN = 30, 40, 50
"""Random lanes of each of several doors; its number is added."""
_LANES_EACH = 10
"""Lanes of motes left to each door."""


def _spill(c: Canvas) -> Array:
    """Light that falls out over the threshold, lying on the ground."""
    near = np.clip(-c.y, 0, 1)
    wide = 0.22 + 0.62 * near
    a = np.exp(-((c.x / wide) ** 4)) * (c.y < 0) * (1 - near) ** 1.6 * np.clip(-c.y / 0.03, 0, 1)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., 6] = 0.3
    out[..., 7] = np.clip(a * np.clip((1 - np.abs(c.x)) / 0.2, 0, 1), 0, 1)
    return out


_SPILL = painted_prop("door/spill", (-1.0, -1.0, 1.0, 0.0), _spill, rows=96)


@element("hero", 2.5, handles=("open", "close", "pulse", "ignite"))
def door(moment: Moment) -> tuple[Form, ...]:
    """An arched door that stands by itself, light leaking round its leaf; it opens on its hinge and lets the light out.

    With a colour of its own (the blue door) the whole leaf glows softly. It pulses as slowly as breath.
    """
    n = int(min(max(moment.count, 1), 6))
    spot = scattered_positions(moment, n, 2.3)
    forms: list[Form] = []
    for i in range(n):
        forms += _door(moment, rgb(spot[i]), i)
    return tuple(forms)


def _door(moment: Moment, where: tuple[float, float, float], i: int) -> list[Form]:
    x, y, z = where
    scale = moment.place.size * (1.0 if i == 0 else 0.85 + 0.2 * uniform_one(moment.seed, _SIZE + i))
    shut = 1.0 - float(smooth(moment.event("close"), 0.0, 1.0))
    opened = float(smooth(moment.event("open"), 0.0, 1.0)) * shut if i == 0 or moment.event("open") else 0.0
    ajar = (0.10 * uniform_one(moment.seed, _AJAR + i)) * shut
    swing = ajar + (1.72 - ajar) * opened
    own = moment.tint is not None
    warm = np.asarray(moment.tint or AMBER, np.float32)
    beat = 1.0 + (0.05 + 0.45 * moment.event("pulse")) * (0.5 - 0.5 * np.cos(2 * np.pi * moment.t / 4.4 + i))
    here = (
        float(smooth(moment.presence, 0.15, 1.0)) * beat * (1 - 0.25 * moment.calm) * (1 + 0.5 * moment.event("ignite"))
    )
    lightness = 0.30 + 0.70 * opened
    base = np.array([[x, y, z]], np.float32)
    yaw = moment.place.turn + (0.0 if i == 0 else 0.5 * (uniform_one(moment.seed, _TURN + i) - 0.5))
    c, s = np.cos(yaw), np.sin(yaw)
    hinge = (x - scale * HALF * c, z - scale * HALF * s)
    turn = yaw - swing
    middle = np.array([[hinge[0] + scale * HALF * np.cos(turn), y, hinge[1] + scale * HALF * np.sin(turn)]], np.float32)
    body = rgb(np.array([0.9, 0.9, 0.9]) if not own else 0.35 + 1.3 * warm)
    beyond = Sprites(
        BEYOND.shape,
        base + np.array([0, 0, 0.02], np.float32),
        np.float32(BEYOND.tall * scale),
        glow=rgb(warm * np.float32(1.15 * lightness * here)),
        opacity=np.float32(smooth(moment.presence, 0.3, 1)),
        lit=0.0,
        rim=0.0,
        yaw=np.float32(yaw),
        depth=z + 0.03,
    )
    leaf_glow = (1.35 if own else 0.55) * here * (1 - 0.5 * opened)
    leaf = Sprites(
        LEAF.shape,
        middle,
        np.float32(LEAF.tall * scale),
        tint=body,
        glow=rgb(warm * np.float32(leaf_glow)),
        opacity=np.float32(smooth(moment.presence, 0.3, 1)),
        lit=0.8,
        rim=0.6,
        yaw=np.float32(turn),
        depth=z,
    )
    frame = Sprites(
        SURROUND.shape,
        base,
        np.float32(SURROUND.tall * scale),
        glow=rgb(warm * np.float32((0.55 + 0.6 * opened) * here)),
        lit=1.0,
        rim=0.8,
        yaw=np.float32(yaw),
        depth=z - 0.02 - 0.0001 * i,
    )
    spill = Sprites(
        _SPILL.shape,
        base + np.array([0, 0.01, -0.04], np.float32),
        np.float32(2.6 * scale * (0.6 + 0.7 * opened)),
        glow=rgb(warm * np.float32((0.10 + 0.55 * opened) * here)),
        cover=0.0,
        lit=0.0,
        rim=0.0,
        lie=1.0,
        yaw=np.float32(yaw),
        reflect=False,
        depth=z + 0.6,
    )
    halo = Dots(
        np.array([[x, y + 1.2 * scale, z + 0.1]], np.float32),
        5.2 * scale,
        warm * np.float32((0.035 + (0.06 if own else 0.045) * opened + 0.03 * own) * here),
        reflect=False,
        depth=z + 0.2,
    )
    lamp = Light(
        (x, y + 1.1 * scale, z - 0.5), rgb(warm * np.float32((0.35 + 0.8 * opened) * here)), 3.6 * scale, haze=0.7
    )
    order: list[Form] = [halo, spill, beyond]
    # Swung past the frame towards the eye, the leaf stands in front of it.
    order += (
        [*gathered(moment, frame, count=500, colour=rgb(warm)), leaf]
        if swing > 0.12
        else [leaf, *gathered(moment, frame, count=500, colour=rgb(warm))]
    )
    if swing > 0.12:
        order[-1] = Sprites(**{**{f: getattr(leaf, f) for f in leaf.__dataclass_fields__}, "depth": z - 0.05})
    return [
        *order,
        lamp,
        around(
            moment,
            (x, y + 1.1 * scale, z - 0.2),
            1.1 * scale,
            warm * np.float32(0.9 * here),
            n=60,
            lane=_LANES_EACH * i,
        ),
    ]
