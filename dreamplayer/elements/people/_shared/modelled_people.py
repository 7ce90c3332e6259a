"""Modelled people on the stage: cast once for each person, pose and side, then placed, lit and moved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.modelled.cast import turning
from dreamplayer.drawing.modelled.part import Part, Vec
from dreamplayer.drawing.modelled.shape import PITCH, Modelled, modelled
from dreamplayer.drawing.motion.gait import SETTLE, WALK, steps
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.person import BUILDS, Body, Person, body, curled_up, embrace, in_bed, pair
from dreamplayer.drawing.people.poses import POSES, STRIDE, on_seat, seated_pose, unseated_pose, walking
from dreamplayer.drawing.people.skeleton import skeleton
from dreamplayer.drawing.people.standing import DRY, breath, contact, facing
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BREATH = 22
"""Random lane of when somebody breathes."""
_FORM = 33
"""Random lane of which way to sit somebody chooses."""
_SEAT_STEP = 0.05
"""Metres in which seats are told apart by their height."""
_PX, _PX_WALKING = 0.0042, 0.0095
"""Metres a pixel: 400 pixels an adult, and 180 in the many frames of a walk."""
_FACINGS = np.pi / 6
"""Step in which people are turned: each is rendered again."""
_SIDEWAYS = 0.3
"""Radians from the eye up to which an anchor asks for no side."""
_SEATED_FROM = 0.2
"""Metres above the ground from which a place is the seat or bed itself, not the ground before it."""
_LAMP = (1.0, 0.52, 0.20)
"""Light of a lamp that is carried."""
SHADOW = 0.8
"""How dark a shadow people cast."""


@dataclass(frozen=True, eq=False)
class Figure:
    """Somebody cast in a pose from one side."""

    cast: Modelled
    lamp: Vec | None = None
    """Where the light is that is carried, metres from the ground point: right, up, away from the eye."""
    seat: float = 0.0
    """Metres of the seat above the ground; 0 where there is none."""


def _made(key: str, made: Body, yaw: float, px: float, seat: float = 0.0) -> Figure:
    lamp = None
    if made.lamp is not None:
        x, y, z = turning(yaw, PITCH) @ made.lamp
        lamp = np.array([x, y, -z])
    return Figure(modelled(key, lambda: [made.parts], yaw, px=px), lamp, seat)


@lru_cache(maxsize=96)
def posed(
    who: Person, pose: str, yaw: float | None = None, *, stool: bool = False, high: float | None = None
) -> Figure:
    """Somebody in a pose.

    Args:
        who: build and dress.
        pose: a name of `poses.POSES`.
        yaw: radians, where they look to; the side from which the pose is best seen if None.
        stool: with something to sit on, where the pose sits.
        high: metres of the seat above the floor, where the pose sits on one; that of a chair if None.
    """
    what = POSES[pose]
    scale = BUILDS[who.build].scale
    px = _PX * max(0.75, min(1.0, scale))
    key = f"{who.key}/{pose}/{stool}"
    if what.seat and high is not None:
        what = on_seat(what, high / scale)
        key = f"{key}/{what.seat:.2f}"
    made = body(who, what, seat=stool)
    return _made(key, made, what.yaw if yaw is None else yaw, px, what.seat * scale)


def adapted(moment: Moment, pose: str) -> str:
    """The pose in which what a pose stands for is done where somebody is: on a seat, or without one.

    Args:
        moment: when, where, and whose seed.
        pose: a name of `poses.POSES`.
    """
    if moment.surface is None:
        return pose
    chance = uniform_one(moment.seed, _FORM)
    return seated_pose(pose, chance) if seated(moment) else unseated_pose(pose, chance)


def seat_height(moment: Moment) -> float | None:
    """Metres of the seat above the floor in steps of five centimetres, each of which is cast anew; None if unknown."""
    if moment.legroom is None or not seated(moment):
        return None
    return max(round(moment.legroom / (_SEAT_STEP * moment.place.size)) * _SEAT_STEP, _SEAT_STEP)


@lru_cache(maxsize=24)
def two(one: Person, other: Person, *, close: bool) -> Figure:
    """Two people hand in hand, or in each other's arms."""
    key = f"{one.key}+{other.key}"
    if close:
        return _made(f"embrace/{key}", embrace(one, other), 1.25, _PX)
    return _made(f"pair/{key}", pair(one, other), 2.75, _PX)


@lru_cache(maxsize=24)
def asleep(who: Person, *, bed: bool) -> Figure:
    """Somebody asleep: under the cover of a bed whose mattress is at 0, or curled up on the ground."""
    made = in_bed(who) if bed else curled_up(who)
    key = f"{'in bed' if bed else 'curled up'}/{who.key}"
    return Figure(modelled(key, lambda: [made.parts], 0.0, px=_PX, pitch=0.22))


@lru_cache(maxsize=12)
def walker(who: Person, yaw: float) -> Figure:
    """Somebody who walks: the frames of `drawing.motion.gait`."""

    def frames() -> list[list[Part]]:
        return [body(who, walking(u, left)).parts for u, left in steps()]

    px = _PX_WALKING * max(0.7, BUILDS[who.build].scale)
    return Figure(modelled(f"{who.key}/walk", frames, yaw, px=px))


def heading(moment: Moment, yaw: float) -> float:
    """The side from which somebody is cast: as the anchor faces, else the pose's own; 0 faces the eye .. pi away.

    Nobody faces the eye squarely: that is a doll's way.
    """
    turn = abs((moment.place.turn + np.pi) % (2 * np.pi) - np.pi)
    if turn <= _SIDEWAYS and moment.surface not in ("seat", "bed"):
        # Nothing there asks for a side: three-quarter from behind or in profile, as the pose is best seen.
        return yaw
    return float(max(round(turn / _FACINGS), 2) * _FACINGS)


def way(moment: Moment) -> float:
    """+1 as cast, looking to the right; -1 mirrored: as the anchor faces, else towards the middle of the picture."""
    turn = (moment.place.turn + np.pi) % (2 * np.pi) - np.pi
    if moment.surface is not None and _SIDEWAYS < abs(turn) < np.pi - 0.05:
        return 1.0 if turn > 0 else -1.0
    return facing(moment)


def seated(moment: Moment) -> bool:
    """True where the place is the seat or the bed itself, not the ground before it."""
    return moment.surface in ("seat", "bed") if moment.surface is not None else moment.place.y > _SEATED_FROM


def sleeping(moment: Moment, pose: str) -> str:
    """How somebody sleeps there: `in bed`, `doze` in a seat, else `curl up` on the ground.

    Args:
        moment: when and where.
        pose: sleep, curl up or doze, as the words say.
    """
    if moment.surface == "seat":
        return "doze"
    if moment.surface == "bed" or (moment.surface is None and pose == "sleep" and seated(moment)):
        return "in bed"
    return "curl up"


def shadow(moment: Moment) -> float:
    """How dark a shadow people cast there: none on water, glass and cloud, or under what floats."""
    if moment.surface is not None:
        return SHADOW if moment.surface in ("floor", "seat", "bed") else 0.0
    return SHADOW if moment.stage.ground in DRY else 0.0


def stand(
    moment: Moment, figure: Figure, *, look: float = 1.0, frame: float = 0.0, x: float = 0.0, z: float = 0.0,
    wide: float = 0.34, count: int = 900, tint: tuple[float, float, float] = (1.0, 1.0, 1.0),
) -> tuple[Form, ...]:  # fmt: skip
    """One figure where the element stands, gathered out of motes, with what it casts and carries.

    Args:
        moment: when, where, and whose seed.
        figure: who, in which pose.
        look: +1 as cast, -1 mirrored.
        frame: which painted frame; fractions blend.
        x: metres beside the place of the element.
        z: metres behind it.
        wide: metres of the dark pool of contact.
        count: motes out of which it gathers.
        tint: multiplies the albedo.
    """
    place, unit = moment.place, moment.place.size
    down = figure.seat if figure.seat and seated(moment) else 0.0
    where = np.array([[place.x + x, place.y - down * unit, max(place.z + z, 0.8)]], np.float32)
    sway, broad = breath(moment.t, uniform_one(moment.seed, _BREATH))
    still = 1.0 if figure.seat == 0.0 else 0.4
    told = max(moment.event("dim"), moment.event("hush"))
    burn = smooth(moment.presence, 0.3, 1.0) * (1.0 - 0.85 * told) if figure.lamp is not None else 0.0
    burn *= 0.94 + 0.06 * float(np.sin(1.1 * moment.t))
    sprite = Sprites(
        figure.cast.shape, where, np.float32(figure.cast.metres * unit), turn=np.float32(sway * still),
        width=np.float32(broad * look), frame=np.float32(frame), glow=rgb(np.asarray(_LAMP, np.float32) * 1.4 * burn),
        shadow=shadow(moment), tint=tint,
    )  # fmt: skip
    forms: tuple[Form, ...] = (*contact(moment, where, wide * unit), *gathered(moment, sprite, count=count))
    if figure.lamp is None:
        return forms
    # The lamp is held beside the body, as far before it as the arm reaches.
    lamp = where[0] + np.array([look * figure.lamp[0], figure.lamp[1], figure.lamp[2]], np.float32) * unit
    warm = np.asarray(_LAMP, np.float32) * np.float32(burn)
    return (
        *forms,
        halo(lamp[None], 1.5 * unit, warm * np.float32(0.085), depth=float(where[0, 2]) - 0.3, reflect=False),
        Light((float(lamp[0]), float(lamp[1]), float(lamp[2])), rgb(warm * np.float32(1.3)), 1.5 * unit, 0.5),
    )


def on_foot(who: Person, yaw: float, frame: float) -> tuple[Figure, float]:
    """Somebody who walks, and the frame of it: who has come to rest is cast finely again.

    Args:
        who: build and dress.
        yaw: side from which they are seen.
        frame: of `walker`.
    """
    if frame >= WALK + SETTLE:
        return posed(who, "wait", yaw), 0.0
    return walker(who, yaw), frame


def walk_frames(moment: Moment, who: Person, cycles: int = 3, pace: float = 1.9) -> tuple[float, float]:
    """Somebody who walks up and comes to rest: metres still to go, and the frame of `walker`. Feet never slide.

    Args:
        moment: when, where.
        who: whose legs.
        cycles: cycles of two steps that are walked.
        pace: seconds a cycle at first; they slow down.
    """
    whole = pace * cycles * 1.5
    u = min(max(moment.t / whole, 0.0), 1.0)
    done = cycles * (1.0 - (1.0 - u) ** 1.5) if u < 1.0 else float(cycles)
    rest = smooth(moment.t, whole, whole + 1.6)
    frame = WALK * (done % 1.0) if done < cycles - 1e-9 else WALK + SETTLE * rest
    return (cycles - done) * STRIDE * BUILDS[who.build].scale * moment.place.size, float(frame)


def hand_at(who: Person, pose: str, yaw: float, *, right: bool = True) -> tuple[float, float]:
    """Where a hand is seen, metres right and up from the ground point.

    Args:
        who: build.
        pose: a name of `poses.POSES`.
        yaw: side from which it is cast.
        right: the right hand.
    """
    k = skeleton(POSES[pose], BUILDS[who.build])
    arm = k.limbs[1 if right else 0]
    x, y, _ = turning(yaw, PITCH) @ (arm.wrist + (arm.wrist - arm.elbow) * 0.3)
    return float(x), float(y)


def shoulder_at(who: Person, pose: str, yaw: float, *, right: bool = True) -> tuple[float, float]:
    """Where a shoulder is seen, as `hand_at`."""
    k = skeleton(POSES[pose], BUILDS[who.build])
    x, y, _ = turning(yaw, PITCH) @ k.limbs[1 if right else 0].shoulder
    return float(x), float(y)
