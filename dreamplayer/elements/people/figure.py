"""Someone in a long coat or gown: walking up, standing, looking up, sitting; two go hand in hand."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb, sampled
from dreamplayer.drawing.people.figure import METRES, POSES, Pose
from dreamplayer.drawing.people.figure import pose as _pose
from dreamplayer.drawing.people.standing import facing, person, walk_in
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.sky.starlight import flare
from dreamplayer.elements.people._shared.groups import chosen, clump
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_TWO = 23
"""Lane of chance of whether two walk or embrace."""
_LOOSE_BORN, _LOOSE_PERIOD, _LOOSE_FAR, _LOOSE_UP, _LOOSE_BRIGHT = 51, 52, 53, 54, 55
"""Lanes of chance of the motes that leave the outline: when, how quickly, how far, how high and how brightly."""
_ARM_START, _ARM_PERIOD, _ARM_TURN, _ARM_BRIGHT = 41, 42, 43, 44
"""Lanes of chance of the motes that wind up the arm: where each begins, how quickly it climbs, its angle, its
brightness.
"""

_STRIDE = 0.52
"""Adult heights covered by one whole cycle of the walk: two steps, no sliding."""
_POSES = (*POSES, "walk", "spread")
"""All poses, in the order in which notes number them."""
_ALONE = ("walk", "gown", "coat", "look-up", "walk", "gown-side", "sit", "coat-side")
"""What someone alone may be doing; what stands twice is twice as likely."""


@element("hero", 1.72)
def figure(moment: Moment) -> tuple[Form, ...]:
    """Someone in a long coat or gown: walking up, standing, looking up, sitting; two go hand in hand.

    Notes may choose `pose`: 0 coat 1 gown 2 coat-side 3 gown-side 4 reach 5 gown-reach 6 look-up 7 point 8 kneel
    9 sit 10 pair 11 embrace 12 asleep 13 walk 14 arms held out; `palm` 0..1 a light under the hand held out (5, 8),
    and motes that wind up the arm; `shifting` 0..1 how far the outline runs out into motes.
    """
    if moment.count >= 3:
        return clump(moment, moment.count)
    if moment.count == 2 and moment.param("pose", -1.0) < 0:
        return person(
            moment, _pose("pair" if uniform_one(moment.seed, _TWO) < 0.75 else "embrace"), look=facing(moment)
        )
    name = chosen(moment, _ALONE, _POSES)
    pose = _pose(name)
    look = facing(moment)
    if name == "walk":
        left, frame = walk_in(moment, _STRIDE * METRES * moment.place.size)
        return person(moment, pose, look=look, frame=frame, x=-look * left)
    if moment.param("shifting", 0.0) > 0.0:
        return (*person(moment, pose, look=look), _shifting(moment, pose, look))
    if moment.param("palm", 0.0) > 0.0 and name in _PALMS:
        return (*person(moment, pose, look=look), *_palm_light(moment, name, look))
    return person(moment, pose, look=look)


def _shifting(moment: Moment, pose: Pose, look: float, n: int = 2600) -> Dots:
    """Motes that leave the back of someone and stream away, as if the outline could not hold."""
    unit = pose.metres * moment.place.size
    points = sampled(pose.shape, n, 0, 0.75)
    life = np.mod(
        uniform(moment.seed, _LOOSE_BORN, n) + moment.t / (9.0 + 7.0 * uniform(moment.seed, _LOOSE_PERIOD, n)), 1.0
    )
    away = life**1.4 * (0.10 + 0.42 * uniform(moment.seed, _LOOSE_FAR, n))
    wave = 0.05 * life * np.sin(6.0 * points[:, 1] + 0.35 * moment.t + 3.0 * life)
    where = np.stack(
        [
            moment.place.x + unit * look * (points[:, 0] - away + 0.3 * wave),
            moment.place.y + unit * (points[:, 1] + wave + 0.10 * life * normal(moment.seed, _LOOSE_UP, n)),
            np.full(n, moment.place.z - 0.03),
        ],
        1,
    )
    where[:, 1] = np.maximum(where[:, 1], 0.01)
    behind = smooth(0.06 - points[:, 0], 0.0, 0.10)
    show = moment.param("shifting", 0.0) * float(smooth(moment.presence, 0.3, 1.0)) * (1.0 - 0.3 * moment.calm)
    bright = behind * np.sin(np.pi * life) * (0.15 + 0.85 * uniform(moment.seed, _LOOSE_BRIGHT, n) ** 2) * show
    tone = np.asarray(moment.palette.rim, np.float32) * np.float32(0.9) + np.asarray((0.10, 0.05, 0.03), np.float32)
    return Dots(where.astype(np.float32), np.float32(0.0068 * unit), (tone * bright[:, None]).astype(np.float32))


_PALMS = {"kneel": ((0.245, 0.342), (0.002, 0.53)), "gown-reach": ((0.262, 0.708), (-0.004, 0.748))}
"""Where the hand and the shoulder are, in adult heights from the foot."""


def _palm_light(moment: Moment, name: str, look: float) -> tuple[Form, ...]:
    """A light under the palm, and warmth that winds from it up the arm to the heart."""
    (hx, hy), (sx, sy) = _PALMS[name]
    unit = METRES * moment.place.size
    p = moment.place
    hand = np.array([p.x + look * hx * unit, p.y + hy * unit, p.z - 0.08])
    heart = np.array([p.x + look * sx * unit, p.y + (sy - 0.10) * unit, p.z - 0.08])
    told = max(moment.event("ignite"), moment.event("shimmer"))
    beat = 0.88 + 0.12 * float(np.sin(1.3 * moment.t))
    show = float(smooth(moment.presence, 0.4, 1.0)) * moment.param("palm", 0.0) * beat * (1.0 + 0.3 * told)
    tone = np.asarray(moment.tint or (1.0, 0.62, 0.30), np.float32)
    n = 520
    along = np.mod(
        uniform(moment.seed, _ARM_START, n) + moment.t / (9.0 + 5.0 * uniform(moment.seed, _ARM_PERIOD, n)), 1.0
    )
    turn = 14.0 * along + 6.28 * uniform(moment.seed, _ARM_TURN, n) * 0.12 + np.where(np.arange(n) % 2, np.pi, 0.0)
    wide = unit * 0.045 * (1.0 - 0.4 * along)
    where = (
        hand
        + (heart - hand) * along[:, None]
        + np.stack([0.35 * wide * np.sin(turn), wide * np.cos(turn), -0.02 + 0 * along], 1)
    )
    bright = (
        np.clip(np.sin(np.pi * along), 0.0, 1.0) ** 0.7 * (0.2 + 0.8 * uniform(moment.seed, _ARM_BRIGHT, n) ** 2) * show
    )
    motes = Dots(
        where.astype(np.float32), np.float32(0.009 * unit), (tone * (0.55 * bright)[:, None]).astype(np.float32)
    )
    middle = rgb(hand)
    return (
        halo(middle, 1.5 * unit, tone * np.float32(0.16 * show)),
        flare(middle, 0.52 * unit, tone * np.float32(1.15 * show), depth=p.z - 0.15),
        motes,
        Light((middle[0], middle[1], middle[2] - 0.1), rgb(tone * np.float32(0.7 * show)), 2.2 * unit, 0.5),
    )
