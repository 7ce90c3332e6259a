"""People: one, a pair, a child, a crowd, a dancer, a giant, a statue, a shadow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing import crowd as crowds
from dreamplayer.drawing import figure as figures
from dreamplayer.drawing import small
from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import gathered, rgb, sampled
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.standing import breath, cloth_tint, contact, facing, person, walk_in
from dreamplayer.drawing.starlight import flare
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light, Place

_ALONE = ("walk", "gown", "coat", "look-up", "walk", "gown-side", "sit", "coat-side")


def _chosen(moment: Moment, choices: tuple[str, ...], every: tuple[str, ...]) -> str:
    """The pose the notes ask for by number, or one by chance."""
    asked = moment.param("pose", -1.0)
    if asked >= 0:
        return every[int(asked) % len(every)]
    return choices[int(one(moment.seed, 20) * len(choices))]


@element("hero", 1.72, family="people", several=3)
def figure(moment: Moment) -> tuple[Form, ...]:
    """Someone in a long coat or gown: walking up, standing, looking up, sitting; two go hand in hand.

    Notes may choose `pose`: 0 coat 1 gown 2 coat-side 3 gown-side 4 reach 5 gown-reach 6 look-up 7 point 8 kneel
    9 sit 10 pair 11 embrace 12 asleep 13 walk 14 arms held out; `palm` 0..1 a light under the hand held out (5, 8),
    and motes that wind up the arm; `shifting` 0..1 how far the outline runs out into motes.
    """
    if moment.count >= 3:
        return _clump(moment, moment.count)
    if moment.count == 2 and moment.param("pose", -1.0) < 0:
        return person(moment, figures.pose("pair" if one(moment.seed, 23) < 0.75 else "embrace"), look=facing(moment))
    name = _chosen(moment, _ALONE, figures.POSES)
    pose = figures.pose(name)
    look = facing(moment)
    if name == "walk":
        left, frame = walk_in(moment, figures.STRIDE * figures.METRES * moment.place.size)
        return person(moment, pose, look=look, frame=frame, x=-look * left)
    if moment.param("shifting", 0.0) > 0.0:
        return (*person(moment, pose, look=look), _shifting(moment, pose, look))
    if moment.param("palm", 0.0) > 0.0 and name in _PALMS:
        return (*person(moment, pose, look=look), *_palm_light(moment, name, look))
    return person(moment, pose, look=look)


def _shifting(moment: Moment, pose: figures.Pose, look: float, n: int = 2600) -> Dots:
    """Motes that leave the back of someone and stream away, as if the outline could not hold."""
    unit = pose.metres * moment.place.size
    points = sampled(pose.shape, n, 0, 0.75)
    life = np.mod(dice(moment.seed, 51, n) + moment.t / (9.0 + 7.0 * dice(moment.seed, 52, n)), 1.0)
    away = life**1.4 * (0.10 + 0.42 * dice(moment.seed, 53, n))
    wave = 0.05 * life * np.sin(6.0 * points[:, 1] + 0.35 * moment.t + 3.0 * life)
    where = np.stack(
        [
            moment.place.x + unit * look * (points[:, 0] - away + 0.3 * wave),
            moment.place.y + unit * (points[:, 1] + wave + 0.10 * life * bell(moment.seed, 54, n)),
            np.full(n, moment.place.z - 0.03),
        ],
        1,
    )
    where[:, 1] = np.maximum(where[:, 1], 0.01)
    behind = smooth(0.06 - points[:, 0], 0.0, 0.10)
    show = moment.param("shifting", 0.0) * float(smooth(moment.presence, 0.3, 1.0)) * (1.0 - 0.3 * moment.calm)
    bright = behind * np.sin(np.pi * life) * (0.15 + 0.85 * dice(moment.seed, 55, n) ** 2) * show
    tone = np.asarray(moment.palette.rim, np.float32) * np.float32(0.9) + np.asarray((0.10, 0.05, 0.03), np.float32)
    return Dots(where.astype(np.float32), np.float32(0.0068 * unit), (tone * bright[:, None]).astype(np.float32))


_PALMS = {"kneel": ((0.245, 0.342), (0.002, 0.53)), "gown-reach": ((0.262, 0.708), (-0.004, 0.748))}
"""Where the hand and the shoulder are, in adult heights from the foot."""


def _palm_light(moment: Moment, name: str, look: float) -> tuple[Form, ...]:
    """A light under the palm, and warmth that winds from it up the arm to the heart."""
    (hx, hy), (sx, sy) = _PALMS[name]
    unit = figures.METRES * moment.place.size
    p = moment.place
    hand = np.array([p.x + look * hx * unit, p.y + hy * unit, p.z - 0.08])
    heart = np.array([p.x + look * sx * unit, p.y + (sy - 0.10) * unit, p.z - 0.08])
    told = max(moment.event("ignite"), moment.event("shimmer"))
    beat = 0.88 + 0.12 * float(np.sin(1.3 * moment.t))
    show = float(smooth(moment.presence, 0.4, 1.0)) * moment.param("palm", 0.0) * beat * (1.0 + 0.3 * told)
    tone = np.asarray(moment.tint or (1.0, 0.62, 0.30), np.float32)
    n = 520
    u = np.mod(dice(moment.seed, 41, n) + moment.t / (9.0 + 5.0 * dice(moment.seed, 42, n)), 1.0)
    turn = 14.0 * u + 6.28 * dice(moment.seed, 43, n) * 0.12 + np.where(np.arange(n) % 2, np.pi, 0.0)
    wide = unit * 0.045 * (1.0 - 0.4 * u)
    where = (
        hand
        + (heart - hand) * u[:, None]
        + np.stack([0.35 * wide * np.sin(turn), wide * np.cos(turn), -0.02 + 0 * u], 1)
    )
    bright = np.clip(np.sin(np.pi * u), 0.0, 1.0) ** 0.7 * (0.2 + 0.8 * dice(moment.seed, 44, n) ** 2) * show
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


def _clump(moment: Moment, count: int, wide: float = 4.0) -> tuple[Form, ...]:
    """Several small people in groups."""
    n = int(min(max(count, 2), 60))
    frame, mirror, height = crowds.cast(moment.seed, n)
    spread = crowds.clumps(moment.seed, n, wide * moment.place.spread, moment.param("aisle", 0.0))
    size = moment.place.size
    where = np.empty((n, 3), np.float32)
    where[:, 0] = moment.place.x + spread[:, 0] * size
    where[:, 1] = moment.place.y
    where[:, 2] = np.maximum(moment.place.z + spread[:, 1] * size, 2.0)
    order = smooth(moment.presence * 1.5 - 0.5 * dice(moment.seed, 24, n), 0.0, 1.0)
    phase = dice(moment.seed, 25, n)
    sway = 0.006 * np.sin(0.6 * moment.t + 6.28 * phase)
    # Some sink to their knees, one after the other; the rest stay on their feet.
    told = max(moment.event("fall"), moment.event("kneel"), moment.param("kneel", 0.0))
    mood = dice(moment.seed, 27, n)
    down = smooth(told * 1.6 - 0.6 * mood, 0.0, 1.0) * (mood < 0.62) * (frame < 8)
    bodies = Sprites(
        crowds.people(), where, (crowds.HEIGHT * size * height).astype(np.float32), tint=cloth_tint(moment),
        glow=_gleam(moment), opacity=(order * (1.0 - smooth(down, 0.3, 1.0))).astype(np.float32),
        turn=sway.astype(np.float32),
        width=(mirror * (1.0 + 0.006 * np.sin(1.2 * moment.t + 5.0 * phase))).astype(np.float32), frame=frame,
    )  # fmt: skip
    forms = (*contact(moment, where, 0.34 * size, 0.45), *gathered(moment, bodies, count=1200))
    if not (down > 0.0).any():
        return forms
    bowed = replace(
        bodies, opacity=(order * smooth(down, 0.0, 0.7)).astype(np.float32),
        frame=np.full(n, crowds.KNEELING, np.float32),
    )  # fmt: skip
    return (*forms, bowed)


def _gleam(moment: Moment) -> tuple[float, float, float]:
    """What bright clothes give back of the dusk; dark ones nothing."""
    if moment.tint is None:
        return 0.0, 0.0, 0.0
    share = 0.125 * float(smooth(max(moment.tint), 0.25, 0.7)) * (1.0 - 0.3 * moment.calm)
    warm = np.asarray(moment.palette.glow, np.float32) / max(max(moment.palette.glow), 1e-3)
    return rgb(np.asarray(moment.tint, np.float32) * (0.82 + 0.18 * warm) * np.float32(share))


@element("prop", 4.5, family="people", answers=("fall", "kneel"), several=14)
def crowd(moment: Moment) -> tuple[Form, ...]:
    """Witnesses far off, small, in clumps; some are children, one points; some fall to their knees.

    Notes: `aisle` metres free to both sides of the middle, `kneel` 0..1 how many are on their knees; a bright tint
    makes their clothes gleam.
    """
    far = moment.replace(place=replace(moment.place, z=max(moment.place.z, 9.0 * moment.place.size)))
    return _clump(far, moment.count if moment.count > 2 else 12, 9.0)


@element("hero", 1.12, family="people", several=4)
def child(moment: Moment) -> tuple[Form, ...]:
    """A child, seen from behind or walking up; with a lantern when the notes say `lantern = 1`."""
    if moment.count > 1:
        return _children(moment)
    look = facing(moment)
    if moment.param("lantern", 0.0) > 0.5:
        return _with_lantern(moment, look)
    name = _chosen(moment, ("back", "walk", "side", "point", "walk"), small.POSES)
    if name == "lantern":
        return _with_lantern(moment, look)
    pose = small.pose(name)
    if name == "walk":
        left, frame = walk_in(moment, small.STRIDE * small.METRES * moment.place.size, pace=2.8)
        return person(moment, pose, look=look, frame=frame, x=-look * left)
    return person(moment, pose, look=look)


def _children(moment: Moment) -> tuple[Form, ...]:
    n = int(min(moment.count, 12))
    out: list[Form] = []
    for k in range(n):
        x = (k - (n - 1) / 2) * 0.75 + 0.25 * float(bell(moment.seed, 60 + k, 1)[0])
        z = moment.place.z + 0.7 * float(bell(moment.seed, 80 + k, 1)[0])
        name = ("back", "side", "point", "back")[int(one(moment.seed, 90 + k) * 4)]
        place = moment.replace(seed=moment.seed + 17 * k, place=_moved(moment, x * moment.place.spread, max(2.0, z)))
        out += person(place, small.pose(name), look=1.0 if x < 0 else -1.0)
    return tuple(out)


def _moved(moment: Moment, x: float, z: float) -> Place:
    return replace(moment.place, x=moment.place.x + x, z=z)


def _with_lantern(moment: Moment, look: float) -> tuple[Form, ...]:
    """The lantern's light comes with the child: sways on its ring, and a few fireflies turn inside it."""
    pose = small.pose("lantern")
    size = pose.metres * moment.place.size
    where = np.array([[moment.place.x, moment.place.y, moment.place.z]], np.float32)
    p = smooth(moment.presence, 0.3, 1.0) * (1.0 - 0.85 * moment.event("dim"))
    burn = p * (0.93 + 0.07 * float(np.sin(moment.t * 1.1)))
    warm = np.asarray(moment.palette.key, np.float32)
    sway, wide = breath(moment.t, one(moment.seed, 22))
    body = Sprites(
        pose.shape,
        where,
        np.float32(size),
        tint=cloth_tint(moment),
        glow=rgb(warm * np.float32(1.5 * burn)),
        turn=sway,
        width=np.float32(wide * look),
    )
    unit = small.METRES * moment.place.size
    # Centre the lantern as painted: the frame is not symmetric about the child.
    middle = 0.08
    spot = (
        float(where[0, 0] + look * (small.LANTERN[0] - middle) * unit),
        float(where[0, 1] + small.LANTERN[1] * unit),
        float(where[0, 2] - 0.12),
    )
    n = 14
    angle = 0.5 * moment.t * (0.6 + 0.8 * dice(moment.seed, 26, n)) + 6.28 * dice(moment.seed, 27, n)
    flies = np.stack(
        [
            spot[0] + 0.022 * unit * np.cos(angle),
            spot[1] + 0.030 * unit * np.sin(1.3 * angle + 1.0),
            np.full(n, spot[2] - 0.02),
        ],
        1,
    ).astype(np.float32)
    halo = np.array([spot], np.float32)
    behind = (spot[0], spot[1], spot[2] + 0.40)
    return (
        *contact(moment, where, 0.30 * moment.place.size),
        *gathered(moment, body, count=900),
        Dots(halo, np.float32(1.5 * unit), warm * np.float32(0.085 * burn), depth=moment.place.z + 0.06),
        Dots(halo, np.float32(0.42 * unit), warm * np.float32(0.20 * burn)),
        Dots(flies, np.float32(0.016 * unit), warm * np.float32(0.8 * burn)),
        Light(behind, rgb(warm * np.float32(burn)), 3.0, 0.6),
    )
