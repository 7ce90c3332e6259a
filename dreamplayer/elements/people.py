"""People: one, a pair, a child, a crowd, a dancer, a giant, a statue, a shadow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.forms import crowd as crowds
from dreamplayer.forms import figure as figures
from dreamplayer.forms import small
from dreamplayer.forms.element import element
from dreamplayer.forms.form import Dots, Form, Sprites
from dreamplayer.forms.glow import halo
from dreamplayer.forms.motes import gathered, rgb, sampled
from dreamplayer.forms.standing import breath, cloth_tint, contact, facing, person, walk_in
from dreamplayer.forms.starlight import flare
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light, Place

_ALONE = ("walk", "gown", "coat", "look-up", "walk", "gown-side", "sit", "coat-side")


def _chosen(at: Moment, choices: tuple[str, ...], every: tuple[str, ...]) -> str:
    """The pose the notes ask for by number, or one by chance."""
    asked = at.param("pose", -1.0)
    if asked >= 0:
        return every[int(asked) % len(every)]
    return choices[int(one(at.seed, 20) * len(choices))]


@element("hero", 1.72, family="people", several=3)
def figure(at: Moment) -> tuple[Form, ...]:
    """Someone in a long coat or gown: walking up, standing, looking up, sitting; two go hand in hand.

    Notes may choose `pose`: 0 coat 1 gown 2 coat-side 3 gown-side 4 reach 5 gown-reach 6 look-up 7 point 8 kneel
    9 sit 10 pair 11 embrace 12 asleep 13 walk 14 arms held out; `palm` 0..1 a light under the hand held out (5, 8),
    and motes that wind up the arm; `shifting` 0..1 how far the outline runs out into motes.
    """
    if at.count >= 3:
        return _clump(at, at.count)
    if at.count == 2 and at.param("pose", -1.0) < 0:
        return person(at, figures.pose("pair" if one(at.seed, 23) < 0.75 else "embrace"), look=facing(at))
    name = _chosen(at, _ALONE, figures.POSES)
    pose = figures.pose(name)
    look = facing(at)
    if name == "walk":
        left, frame = walk_in(at, figures.STRIDE * figures.METRES * at.place.size)
        return person(at, pose, look=look, frame=frame, x=-look * left)
    if at.param("shifting", 0.0) > 0.0:
        return (*person(at, pose, look=look), _shifting(at, pose, look))
    if at.param("palm", 0.0) > 0.0 and name in _PALMS:
        return (*person(at, pose, look=look), *_palm_light(at, name, look))
    return person(at, pose, look=look)


def _shifting(at: Moment, pose: figures.Pose, look: float, n: int = 2600) -> Dots:
    """Motes that leave the back of someone and stream away, as if the outline could not hold."""
    unit = pose.metres * at.place.size
    points = sampled(pose.shape, n, 0, 0.75)
    life = np.mod(dice(at.seed, 51, n) + at.t / (9.0 + 7.0 * dice(at.seed, 52, n)), 1.0)
    away = life**1.4 * (0.10 + 0.42 * dice(at.seed, 53, n))
    wave = 0.05 * life * np.sin(6.0 * points[:, 1] + 0.35 * at.t + 3.0 * life)
    where = np.stack(
        [
            at.place.x + unit * look * (points[:, 0] - away + 0.3 * wave),
            at.place.y + unit * (points[:, 1] + wave + 0.10 * life * bell(at.seed, 54, n)),
            np.full(n, at.place.z - 0.03),
        ],
        1,
    )
    where[:, 1] = np.maximum(where[:, 1], 0.01)
    behind = smooth(0.06 - points[:, 0], 0.0, 0.10)
    show = at.param("shifting", 0.0) * float(smooth(at.presence, 0.3, 1.0)) * (1.0 - 0.3 * at.calm)
    bright = behind * np.sin(np.pi * life) * (0.15 + 0.85 * dice(at.seed, 55, n) ** 2) * show
    tone = np.asarray(at.palette.rim, np.float32) * np.float32(0.9) + np.asarray((0.10, 0.05, 0.03), np.float32)
    return Dots(where.astype(np.float32), np.float32(0.0068 * unit), (tone * bright[:, None]).astype(np.float32))


_PALMS = {"kneel": ((0.245, 0.342), (0.002, 0.53)), "gown-reach": ((0.262, 0.708), (-0.004, 0.748))}
"""Where the hand and the shoulder are, in adult heights from the foot."""


def _palm_light(at: Moment, name: str, look: float) -> tuple[Form, ...]:
    """A light under the palm, and warmth that winds from it up the arm to the heart."""
    (hx, hy), (sx, sy) = _PALMS[name]
    unit = figures.METRES * at.place.size
    p = at.place
    hand = np.array([p.x + look * hx * unit, p.y + hy * unit, p.z - 0.08])
    heart = np.array([p.x + look * sx * unit, p.y + (sy - 0.10) * unit, p.z - 0.08])
    told = max(at.event("ignite"), at.event("shimmer"))
    beat = 0.88 + 0.12 * float(np.sin(1.3 * at.t))
    show = float(smooth(at.presence, 0.4, 1.0)) * at.param("palm", 0.0) * beat * (1.0 + 0.3 * told)
    tone = np.asarray(at.tint or (1.0, 0.62, 0.30), np.float32)
    n = 520
    u = np.mod(dice(at.seed, 41, n) + at.t / (9.0 + 5.0 * dice(at.seed, 42, n)), 1.0)
    turn = 14.0 * u + 6.28 * dice(at.seed, 43, n) * 0.12 + np.where(np.arange(n) % 2, np.pi, 0.0)
    wide = unit * 0.045 * (1.0 - 0.4 * u)
    where = (
        hand
        + (heart - hand) * u[:, None]
        + np.stack([0.35 * wide * np.sin(turn), wide * np.cos(turn), -0.02 + 0 * u], 1)
    )
    bright = np.clip(np.sin(np.pi * u), 0.0, 1.0) ** 0.7 * (0.2 + 0.8 * dice(at.seed, 44, n) ** 2) * show
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


def _clump(at: Moment, count: int, wide: float = 4.0) -> tuple[Form, ...]:
    """Several small people in groups."""
    n = int(min(max(count, 2), 60))
    frame, mirror, height = crowds.cast(at.seed, n)
    spread = crowds.clumps(at.seed, n, wide * at.place.spread, at.param("aisle", 0.0))
    size = at.place.size
    where = np.empty((n, 3), np.float32)
    where[:, 0] = at.place.x + spread[:, 0] * size
    where[:, 1] = at.place.y
    where[:, 2] = np.maximum(at.place.z + spread[:, 1] * size, 2.0)
    order = smooth(at.presence * 1.5 - 0.5 * dice(at.seed, 24, n), 0.0, 1.0)
    phase = dice(at.seed, 25, n)
    sway = 0.006 * np.sin(0.6 * at.t + 6.28 * phase)
    # Some sink to their knees, one after the other; the rest stay on their feet.
    told = max(at.event("fall"), at.event("kneel"), at.param("kneel", 0.0))
    mood = dice(at.seed, 27, n)
    down = smooth(told * 1.6 - 0.6 * mood, 0.0, 1.0) * (mood < 0.62) * (frame < 8)
    bodies = Sprites(
        crowds.people(), where, (crowds.HEIGHT * size * height).astype(np.float32), tint=cloth_tint(at),
        glow=_gleam(at), opacity=(order * (1.0 - smooth(down, 0.3, 1.0))).astype(np.float32),
        turn=sway.astype(np.float32),
        width=(mirror * (1.0 + 0.006 * np.sin(1.2 * at.t + 5.0 * phase))).astype(np.float32), frame=frame,
    )  # fmt: skip
    forms = (*contact(at, where, 0.34 * size, 0.45), *gathered(at, bodies, count=1200))
    if not (down > 0.0).any():
        return forms
    bowed = replace(
        bodies, opacity=(order * smooth(down, 0.0, 0.7)).astype(np.float32),
        frame=np.full(n, crowds.KNEELING, np.float32),
    )  # fmt: skip
    return (*forms, bowed)


def _gleam(at: Moment) -> tuple[float, float, float]:
    """What bright clothes give back of the dusk; dark ones nothing."""
    if at.tint is None:
        return 0.0, 0.0, 0.0
    share = 0.125 * float(smooth(max(at.tint), 0.25, 0.7)) * (1.0 - 0.3 * at.calm)
    warm = np.asarray(at.palette.glow, np.float32) / max(max(at.palette.glow), 1e-3)
    return rgb(np.asarray(at.tint, np.float32) * (0.82 + 0.18 * warm) * np.float32(share))


@element("prop", 4.5, family="people", answers=("fall", "kneel"), several=14)
def crowd(at: Moment) -> tuple[Form, ...]:
    """Witnesses far off, small, in clumps; some are children, one points; some fall to their knees.

    Notes: `aisle` metres free to both sides of the middle, `kneel` 0..1 how many are on their knees; a bright tint
    makes their clothes gleam.
    """
    far = at.at(place=replace(at.place, z=max(at.place.z, 9.0 * at.place.size)))
    return _clump(far, at.count if at.count > 2 else 12, 9.0)


@element("hero", 1.12, family="people", several=4)
def child(at: Moment) -> tuple[Form, ...]:
    """A child, seen from behind or walking up; with a lantern when the notes say `lantern = 1`."""
    if at.count > 1:
        return _children(at)
    look = facing(at)
    if at.param("lantern", 0.0) > 0.5:
        return _with_lantern(at, look)
    name = _chosen(at, ("back", "walk", "side", "point", "walk"), small.POSES)
    if name == "lantern":
        return _with_lantern(at, look)
    pose = small.pose(name)
    if name == "walk":
        left, frame = walk_in(at, small.STRIDE * small.METRES * at.place.size, pace=2.8)
        return person(at, pose, look=look, frame=frame, x=-look * left)
    return person(at, pose, look=look)


def _children(at: Moment) -> tuple[Form, ...]:
    n = int(min(at.count, 12))
    out: list[Form] = []
    for k in range(n):
        x = (k - (n - 1) / 2) * 0.75 + 0.25 * float(bell(at.seed, 60 + k, 1)[0])
        z = at.place.z + 0.7 * float(bell(at.seed, 80 + k, 1)[0])
        name = ("back", "side", "point", "back")[int(one(at.seed, 90 + k) * 4)]
        place = at.at(seed=at.seed + 17 * k, place=_moved(at, x * at.place.spread, max(2.0, z)))
        out += person(place, small.pose(name), look=1.0 if x < 0 else -1.0)
    return tuple(out)


def _moved(at: Moment, x: float, z: float) -> Place:
    return replace(at.place, x=at.place.x + x, z=z)


def _with_lantern(at: Moment, look: float) -> tuple[Form, ...]:
    """The lantern's light comes with the child: sways on its ring, and a few fireflies turn inside it."""
    pose = small.pose("lantern")
    size = pose.metres * at.place.size
    where = np.array([[at.place.x, at.place.y, at.place.z]], np.float32)
    p = smooth(at.presence, 0.3, 1.0) * (1.0 - 0.85 * at.event("dim"))
    burn = p * (0.93 + 0.07 * float(np.sin(at.t * 1.1)))
    warm = np.asarray(at.palette.key, np.float32)
    sway, wide = breath(at.t, one(at.seed, 22))
    body = Sprites(
        pose.shape, where, np.float32(size), tint=cloth_tint(at), glow=rgb(warm * np.float32(1.5 * burn)), turn=sway,
        width=np.float32(wide * look),
    )  # fmt: skip
    unit = small.METRES * at.place.size
    # Centre the lantern as painted: the frame is not symmetric about the child.
    middle = 0.08
    spot = (
        float(where[0, 0] + look * (small.LANTERN[0] - middle) * unit),
        float(where[0, 1] + small.LANTERN[1] * unit),
        float(where[0, 2] - 0.12),
    )
    n = 14
    angle = 0.5 * at.t * (0.6 + 0.8 * dice(at.seed, 26, n)) + 6.28 * dice(at.seed, 27, n)
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
        *contact(at, where, 0.30 * at.place.size),
        *gathered(at, body, count=900),
        Dots(halo, np.float32(1.5 * unit), warm * np.float32(0.085 * burn), depth=at.place.z + 0.06),
        Dots(halo, np.float32(0.42 * unit), warm * np.float32(0.20 * burn)),
        Dots(flies, np.float32(0.016 * unit), warm * np.float32(0.8 * burn)),
        Light(behind, rgb(warm * np.float32(burn)), 3.0, 0.6),
    )
