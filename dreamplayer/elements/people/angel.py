"""A winged one in a pale robe, hands together, hovering a little above the ground, a soft light about it."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.modelled.part import Array, Part, unit, vec
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.person import BUILDS, Person, Wear, body
from dreamplayer.drawing.people.skeleton import Pose, Skeleton, skeleton
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Dots, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BORN, _PACE, _RIGHT, _UP = 61, 62, 63, 64
"""Random lanes of the sparks that rise: when, how quickly, from where."""
_PX = 0.0062
_WHO = Person("slim", Wear("robe", "cream", "cream", "tan", "long", "fair", 4), 5)
_GOLD = (1.0, 0.66, 0.34)
_FEATHER = (0.50, 0.47, 0.41)
_PRAYS = Pose(
    pelvis=(0.03, 0.90, 0.0), side=0.05, lean=(-0.04, 0.06), head=(0.26, 0.15, 0.06), left=(0.020, 1.20, 0.215),
    right=(-0.020, 1.20, 0.215), elbow_left=(0.9, -0.9, -0.1), elbow_right=(-0.9, -0.9, -0.1),
    foot_left=(0.07, 0.06, 0.0), foot_right=(-0.06, 0.06, -0.06), toe_left=(0.1, -0.9, 0.5), toe_right=(-0.1, -0.9,
        0.5),
    yaw=0.85,
)  # fmt: skip


def _wings(k: Skeleton) -> list[Part]:
    """Two wings half folded: each an arm that rises beside the head, three rows of feathers that hang from it."""
    out = []
    for sign in (1.0, -1.0):
        root = k.chest + k.top @ vec(sign * 0.05, 0.10, -0.12)
        bend, tip = root + vec(sign * 0.24, 0.36, -0.10), root + vec(sign * 0.42, 0.20, -0.06)
        arm = Part(_FEATHER, 0.02, fuzz=0.006)
        arm.loft([root, (root + bend) / 2 + vec(sign * -0.02, 0.05, 0), bend, tip], [0.040, 0.045, 0.042, 0.022])
        out.append(arm)
        for row, (count, long, wide) in enumerate(((9, 0.86, 0.050), (8, 0.50, 0.046), (7, 0.24, 0.040))):
            feathers = Part(np.asarray(_FEATHER) * (0.86 + 0.10 * row), 0.003, fuzz=0.003)
            for i in range(count):
                f = i / (count - 1)
                at = root + (bend - root) * min(2 * f, 1.0) + (tip - bend) * max(2 * f - 1.0, 0.0)
                way = unit(vec(sign * (0.10 + 0.34 * f), -1.0, -0.10 - 0.08 * f))
                length = long * (0.66 + 0.34 * float(np.sin(np.pi * (0.15 + 0.60 * f))))
                at = at + vec(0, 0.0, 0.016 * row)
                end = at + way * length
                feathers.cone(at, at + way * length * 0.6, (wide, 0.011), (wide * 0.9, 0.009), vec(1, 0, 0))
                feathers.cone(at + way * length * 0.6, end, (wide * 0.9, 0.009), (wide * 0.35, 0.006), vec(1, 0, 0))
            out.append(feathers)
    return out


@cache
def _cast() -> Modelled:
    def parts() -> list[list[Part]]:
        return [[*body(_WHO, _PRAYS).parts, *_wings(skeleton(_PRAYS, BUILDS[_WHO.build]))]]

    return modelled("angel", parts, _PRAYS.yaw, px=_PX, ground=False)


@cache
def _shape() -> Shape:
    """The same with a light of its own, strongest in breast and face, that fades down the robe."""
    made = _cast()

    def painted() -> Array:
        out = made.shape.paint()[0].copy()
        y = (1.0 - (np.arange(len(out), dtype=np.float32) + 0.5) / len(out))[:, None]
        pale = out[..., :3].mean(-1)
        out[..., 7] = np.clip(pale * (0.10 + 0.75 * smooth(y, 0.05, 0.75)) * out[..., 3], 0, 1)
        out[..., 3] *= smooth(y, 0.0, 0.10)
        return np.asarray(out, np.float32)

    return shape("light/winged", painted, made.shape.aspect, made.shape.foot, modelled=True)


@element("hero", 2.1)
def angel(moment: Moment) -> tuple[Form, ...]:
    """A winged one in a pale robe, hands together, hovering a little above the ground, a soft light about it."""
    unit_ = moment.place.size
    hover = (0.10 + 0.05 * float(np.sin(0.5 * moment.t))) * unit_
    p = moment.place
    here = smooth(moment.presence, 0.3, 1.0) * (1.0 - 0.35 * moment.calm)
    warm = np.asarray(moment.tint or _GOLD, np.float32)
    where = np.array([[p.x, p.y + hover, p.z]], np.float32)
    breathe = 1.0 + 0.006 * float(np.sin(0.9 * moment.t))
    figure = Sprites(
        _shape(), where, np.float32(_cast().metres * unit_), glow=rgb(warm * np.float32(0.42 * here)),
        width=facing(moment) * breathe, turn=0.010 * float(np.sin(0.31 * moment.t)),
    )  # fmt: skip
    chest = (p.x, p.y + hover + 1.25 * unit_, p.z - 0.25)
    return (
        halo(np.array([[p.x, chest[1], p.z + 0.25]], np.float32), 2.6 * unit_, warm * np.float32(0.075), opacity=here),
        *gathered(moment, figure, count=1500),
        _sparks(moment, where[0], unit_, warm, float(here)),
        Light(chest, rgb(warm * np.float32(0.55 * here)), 2.8 * unit_, 0.5),
    )


def _sparks(moment: Moment, where: Array, unit_: float, colour: Array, strength: float, n: int = 70) -> Dots:
    """Sparks that leave the robe and rise, each fading before it is born again."""
    age = np.mod(moment.t * (0.04 + 0.04 * uniform(moment.seed, _PACE, n)) + uniform(moment.seed, _BORN, n), 1.0)
    at = np.empty((n, 3), np.float32)
    at[:, 0] = where[0] + unit_ * 0.30 * normal(moment.seed, _RIGHT, n)
    at[:, 1] = where[1] + unit_ * (1.3 * uniform(moment.seed, _UP, n) + 0.7 * age)
    at[:, 2] = max(float(where[2]) - 0.05, 0.8)
    bright = np.sin(np.pi * age) ** 2 * 0.35 * strength
    return Dots(at, np.float32(0.010 * unit_), (colour[None] * bright[:, None]).astype(np.float32))
