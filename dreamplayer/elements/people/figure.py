"""Somebody: standing at ease, walking up, sitting, reading, looking up, asleep; two go hand in hand."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb, sampled
from dreamplayer.drawing.people.person import Person
from dreamplayer.drawing.people.poses import POSES, seated_pose
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.sky.starlight import flare
from dreamplayer.elements.people._shared.groups import company
from dreamplayer.elements.people._shared.modelled_people import (
    Figure,
    adapted,
    asleep,
    hand_at,
    heading,
    on_foot,
    posed,
    seat_height,
    seated,
    shoulder_at,
    sleeping,
    stand,
    two,
    walk_frames,
    way,
)
from dreamplayer.elements.people._shared.wardrobe import (
    AT_EASE,
    DREAMER,
    OTHER,
    PEOPLE,
    VARIANTS,
    nearest_cloth,
    nightclothes,
    somebody,
)
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_POSE, _TWO, _KIND, _AWAY, _VARIANT = 20, 23, 29, 30, 32
"""Random lanes: the pose, whether two walk or embrace, who it is, whether one walks past or away, which variant of a
pose.
"""
_LOOSE_BORN, _LOOSE_PERIOD, _LOOSE_FAR, _LOOSE_UP, _LOOSE_BRIGHT = 51, 52, 53, 54, 55
"""Random lanes of the motes that leave the outline: when, how quickly, how far, how high and how brightly."""
_ARM_START, _ARM_PERIOD, _ARM_TURN, _ARM_BRIGHT = 41, 42, 43, 44
"""Random lanes of the motes that wind up the arm: where each begins, how quickly it climbs, its angle, its
brightness.
"""

_ALONE = ("walk", "stand", "gaze", "look up", "walk", "wait", "pocket", "folded")
"""What someone alone may be doing, where the words do not say; what stands twice is twice as likely."""
_KINDS = ("woman", "man", "woman", "man", "old woman", "old man")
"""Who it may be, where the words do not say."""
_BY_NUMBER = (
    ("man", "gaze"), ("woman", "gaze"), ("man", "wait"), ("woman", "stand"), ("man", "offer"), ("woman", "offer"),
    ("man", "look up"), ("man", "point"), ("woman", "kneel"), ("woman", "huddle"), ("", "pair"), ("", "embrace"),
    ("woman", "curl up"), ("man", "walk"), ("woman", "spread"),
)  # fmt: skip
"""What notes mean by the number of a pose: who, and doing what."""
_DARK = (0.42, 0.42, 0.46)
"""Tint of those: dark before the glow of the sky, until a lamp falls on them."""
_WALK_AWAY, _WALK_AWAY_IN_PLACE = 0.35, 0.75
"""How often who walks goes away from the eye rather than past it: on an empty stage, and on the paths of a place."""
_IN_PROFILE = {"wait": 1.75, "offer": 1.6}
"""Side from which some are seen where the notes ask for the pose by its number."""


@element("hero", 1.72)
def figure(moment: Moment) -> tuple[Form, ...]:
    """Somebody: standing at ease, walking up, sitting, reading, looking up, asleep; two go hand in hand.

    `manner` says who and what they do, "old woman/sit": a kind of `wardrobe.PEOPLE`, a pose of `poses.POSES` or walk,
    walk away, sleep, pair, embrace. Notes may choose `pose` by number: 0 coat 1 gown 2 coat-side 3 gown-side 4 reach
    5 gown-reach 6 look-up 7 point 8 kneel 9 sit 10 pair 11 embrace 12 asleep 13 walk 14 arms held out; `palm` 0..1 a
    light under the hand held out (5, 8), and motes that wind up the arm; `shifting` 0..1 how far the outline runs out
    into motes.
    """
    if moment.count >= 3 and not seated(moment):
        return company(moment, moment.count)
    kind, pose = _said(moment)
    look = way(moment)
    numbered = moment.param("pose", -1.0) >= 0
    tint = _DARK if numbered else (1.0, 1.0, 1.0)
    if seated(moment) and moment.surface is not None:
        return _on_seat(moment, kind, pose, look)
    if moment.count == 2 or pose in ("pair", "embrace"):
        return _two(moment, kind, pose, look, tint)
    who = _who(moment, kind)
    if pose in ("sleep", "curl up", "doze"):
        how = sleeping(moment, pose)
        if how != "doze":
            bed = how == "in bed"
            return stand(moment, asleep(nightclothes(kind), bed=bed), look=look, wide=0.0 if bed else 0.55, tint=tint)
        pose = how
    if pose in ("walk", "walk away"):
        left, frame = walk_frames(moment, who)
        away = _WALK_AWAY if moment.surface is None else _WALK_AWAY_IN_PLACE
        if pose == "walk away" or uniform_one(moment.seed, _AWAY) < away:
            someone, frame = on_foot(who, 2.75, frame)
            return stand(moment, someone, look=look, frame=frame, z=-min(left, 0.45 * moment.place.z), tint=tint)
        someone, frame = on_foot(who, 1.75, frame)
        return stand(moment, someone, look=look, frame=frame, x=-look * left, tint=tint)
    pose = adapted(moment, pose)
    best = POSES[pose].yaw
    yaw = heading(moment, _IN_PROFILE.get(pose, best) if numbered else best)
    someone = posed(who, pose, yaw, stool=moment.surface is None and not seated(moment))
    forms = stand(moment, someone, look=look, tint=tint)
    if moment.param("shifting", 0.0) > 0.0:
        return (*forms, _shifting(moment, someone, look))
    if moment.param("palm", 0.0) > 0.0 and pose in ("kneel", "offer"):
        hand, shoulder = hand_at(who, pose, yaw), shoulder_at(who, pose, yaw)
        return (*forms, *_palm_light(moment, hand, shoulder, look))
    return forms


def _on_seat(moment: Moment, kind: str, pose: str, look: float) -> tuple[Form, ...]:
    """Somebody on a chair, bench or bed of a place; two sit side by side."""
    who = _who(moment, kind)
    if moment.surface == "bed" or pose in ("sleep", "curl up", "doze"):
        if sleeping(moment, pose) == "in bed":
            return stand(moment, asleep(nightclothes(kind), bed=True), look=look, wide=0.0)
        pose = "doze"
    pose = adapted(moment, pose)
    high = seat_height(moment)
    yaw = heading(moment, POSES[pose].yaw)
    if moment.count < 2:
        return stand(moment, posed(who, pose, yaw, high=high), look=look)
    other = somebody("man" if kind.endswith("woman") else "woman", moment.seed + 1)
    beside = seated_pose("stand", uniform_one(moment.seed, _TWO))
    return (
        *stand(moment, posed(other, beside, yaw, high=high), look=look, x=-0.30 * moment.place.size, z=0.05),
        *stand(moment, posed(who, pose, yaw, high=high), look=look, x=0.30 * moment.place.size),
    )


def _who(moment: Moment, kind: str) -> Person:
    """The person: the same two all night where notes choose the pose by number."""
    if moment.param("pose", -1.0) < 0:
        return somebody(kind, moment.seed, moment.tint)
    who = DREAMER if kind == "man" else OTHER
    return who if moment.tint is None else who.dyed(nearest_cloth(moment.tint))


def _said(moment: Moment) -> tuple[str, str]:
    """Who it is and what they do: as the notes say, or the words, or at random."""
    number = moment.param("pose", -1.0)
    if number >= 0:
        kind, pose = _BY_NUMBER[int(number) % len(_BY_NUMBER)]
        return kind or "woman", pose
    said = (moment.manner or "").split("/")
    kinds = [part for part in said if part in PEOPLE]
    poses = [part for part in said if part in POSES or part in _MOVING]
    kind = kinds[0] if kinds else _KINDS[int(uniform_one(moment.seed, _KIND) * len(_KINDS))]
    if poses:
        variants = VARIANTS.get(poses[0], (poses[0],))
        return kind, variants[int(uniform_one(moment.seed, _VARIANT) * len(variants))]
    alone = AT_EASE.get(kind, _ALONE)
    return kind, alone[int(uniform_one(moment.seed, _POSE) * len(alone))]


_MOVING = ("walk", "walk away", "sleep", "curl up", "pair", "embrace")
"""What is done and is no pose of one body."""


def _two(moment: Moment, kind: str, pose: str, look: float, tint: tuple[float, float, float]) -> tuple[Form, ...]:
    close = pose == "embrace" or (pose != "pair" and uniform_one(moment.seed, _TWO) >= 0.75)
    if moment.param("pose", -1.0) >= 0:
        one, other = _who(moment, "man"), OTHER
    else:
        one = somebody("woman" if kind == "woman" and not close else "man", moment.seed, moment.tint)
        other = somebody("woman", moment.seed + 1)
    return stand(moment, two(one, other, close=close), look=look, wide=0.5, tint=tint)


def _shifting(moment: Moment, someone: Figure, look: float, n: int = 2600) -> Dots:
    """Motes that leave the back of someone and stream away, as if the outline could not hold."""
    unit = someone.cast.metres * moment.place.size
    points = sampled(someone.cast.shape, n, 0, 0.75)
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


def _palm_light(
    moment: Moment, hand_point: tuple[float, float], shoulder: tuple[float, float], look: float
) -> tuple[Form, ...]:
    """A light under the palm, and warmth that winds from it up the arm to the heart."""
    p, size = moment.place, moment.place.size
    unit = 1.72 * size
    hand = np.array([p.x + look * hand_point[0] * size, p.y + (hand_point[1] + 0.04) * size, p.z - 0.30])
    heart = np.array([p.x + look * shoulder[0] * size, p.y + (shoulder[1] - 0.10) * size, p.z - 0.20])
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
