"""How several people stand together."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.person import Person, body
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.people.standing import DRY, cloth_tint, contact
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.people._shared.crowds import HEIGHT, KNEELING, cast, clumps, people
from dreamplayer.elements.people._shared.wardrobe import PEOPLE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import seed_of, uniform
from dreamplayer.model.moment import Moment

_ORDER, _PHASE, _MOOD, _PERSON = 24, 25, 27, 31
"""Random lanes: when each appears, when each sways, who sinks down and when, which person each is."""
_MOST_MODELLED = 40


_STANDING = ("stand", "wait", "gaze", "look up")
"""What people in a group do."""
_PX = 0.009
"""Metres a pixel of people in a group: 190 pixels an adult."""


@cache
def _company() -> tuple[Modelled, int]:
    """People of a group as the frames of one shape, and how many they are; the frame after them kneels."""
    kinds = ("woman", "man", "old woman", "old man", "child")
    everyone = [(who, _STANDING[(k + len(kind)) % 4]) for kind in kinds for k, who in enumerate(PEOPLE[kind][:3])]
    frames: list[tuple[Person, str]] = [*everyone, (PEOPLE["woman"][1], "kneel")]
    made = modelled(
        f"company/{seed_of(*(f'{who.key}/{pose}' for who, pose in frames))}",
        lambda: [body(who, POSES[pose]).parts for who, pose in frames],
        2.5,
        px=_PX,
    )
    return made, len(everyone)


def company(moment: Moment, count: int, wide: float = 4.0) -> tuple[Form, ...]:
    """Several modelled people in groups: women, men, old and children; told to, some sink to their knees.

    Args:
        moment: when, where, and whose seed.
        count: how many.
        wide: metres across which they stand.
    """
    n = int(min(max(count, 2), _MOST_MODELLED))
    made, persons = _company()
    _, mirror, height = cast(moment.seed, n)
    spread = clumps(moment.seed, n, wide * moment.place.spread)
    size = moment.place.size
    where = np.empty((n, 3), np.float32)
    where[:, 0] = moment.place.x + spread[:, 0] * size
    where[:, 1] = moment.place.y
    where[:, 2] = np.maximum(moment.place.z + spread[:, 1] * size, 2.0)
    phase = uniform(moment.seed, _PHASE, n)
    order = smooth(moment.presence * 1.5 - 0.5 * uniform(moment.seed, _ORDER, n), 0.0, 1.0)
    told = max(moment.event("fall"), moment.event("descend"))
    mood = uniform(moment.seed, _MOOD, n)
    down = smooth(told * 1.6 - 0.6 * mood, 0.0, 1.0) * (mood < 0.62)
    dry = moment.surface == "floor" if moment.surface is not None else moment.stage.ground in DRY
    bodies = Sprites(
        made.shape, where, (made.metres * size * height).astype(np.float32),
        opacity=(order * (1.0 - smooth(down, 0.3, 1.0))).astype(np.float32),
        turn=(0.006 * np.sin(0.6 * moment.t + 6.28 * phase)).astype(np.float32), width=mirror,
        frame=np.floor(uniform(moment.seed, _PERSON, n) * persons).astype(np.float32), shadow=0.7 if dry else 0.0,
    )  # fmt: skip
    forms = (*contact(moment, where, 0.30 * size, 0.45), *gathered(moment, bodies, count=1200))
    if not (down > 0.0).any():
        return forms
    kneels = np.full(n, float(persons), np.float32)
    return (*forms, replace(bodies, opacity=(order * smooth(down, 0.0, 0.7)).astype(np.float32), frame=kneels))


def clump(moment: Moment, count: int, wide: float = 4.0) -> tuple[Form, ...]:
    """Several people in groups: modelled; flat and small where notes ask for an aisle, or for clothes that gleam."""
    if moment.tint is None and moment.param("kneel", 0.0) <= 0.0 and moment.param("aisle", 0.0) <= 0.0:
        return company(moment, count, wide)
    n = int(min(max(count, 2), 60))
    frame, mirror, height = cast(moment.seed, n)
    spread = clumps(moment.seed, n, wide * moment.place.spread, moment.param("aisle", 0.0))
    size = moment.place.size
    where = np.empty((n, 3), np.float32)
    where[:, 0] = moment.place.x + spread[:, 0] * size
    where[:, 1] = moment.place.y
    where[:, 2] = np.maximum(moment.place.z + spread[:, 1] * size, 2.0)
    order = smooth(moment.presence * 1.5 - 0.5 * uniform(moment.seed, _ORDER, n), 0.0, 1.0)
    phase = uniform(moment.seed, _PHASE, n)
    sway = 0.006 * np.sin(0.6 * moment.t + 6.28 * phase)
    # Some sink to their knees, one after the other; the rest stay on their feet.
    told = max(moment.event("fall"), moment.event("descend"), moment.param("kneel", 0.0))
    mood = uniform(moment.seed, _MOOD, n)
    down = smooth(told * 1.6 - 0.6 * mood, 0.0, 1.0) * (mood < 0.62) * (frame < 8)
    bodies = Sprites(
        people(), where, (HEIGHT * size * height).astype(np.float32), tint=cloth_tint(moment),
        glow=_gleam(moment), opacity=(order * (1.0 - smooth(down, 0.3, 1.0))).astype(np.float32),
        turn=sway.astype(np.float32),
        width=(mirror * (1.0 + 0.006 * np.sin(1.2 * moment.t + 5.0 * phase))).astype(np.float32), frame=frame,
    )  # fmt: skip
    forms = (*contact(moment, where, 0.34 * size, 0.45), *gathered(moment, bodies, count=1200))
    if not (down > 0.0).any():
        return forms
    bowed = replace(
        bodies, opacity=(order * smooth(down, 0.0, 0.7)).astype(np.float32),
        frame=np.full(n, KNEELING, np.float32),
    )  # fmt: skip
    return (*forms, bowed)


def _gleam(moment: Moment) -> tuple[float, float, float]:
    """What bright clothes give back of the dusk; dark ones nothing."""
    if moment.tint is None:
        return 0.0, 0.0, 0.0
    share = 0.125 * float(smooth(max(moment.tint), 0.25, 0.7)) * (1.0 - 0.3 * moment.calm)
    warm = np.asarray(moment.palette.glow, np.float32) / max(max(moment.palette.glow), 1e-3)
    return rgb(np.asarray(moment.tint, np.float32) * (0.82 + 0.18 * warm) * np.float32(share))
