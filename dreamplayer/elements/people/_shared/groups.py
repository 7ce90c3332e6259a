"""How several people stand together."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.person import Person, body
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.people.standing import DRY, contact
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.people._shared.clumps import clumps, looks
from dreamplayer.elements.people._shared.wardrobe import PEOPLE, in_white
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import seed_of, uniform
from dreamplayer.model.moment import Moment

_ORDER, _PHASE, _MOOD, _PERSON = 24, 25, 27, 31
"""Random lanes: when each appears, when each sways, who sinks down and when, which person each is."""
_MOST = 40
_BRIGHT = 0.5
"""Brightest part of a tint from which on a group is dressed in white and silver."""
_GLEAM = np.array([1.7, 1.75, 1.9], np.float32)
"""What white and silver cloth give back of the dusk, over what the albedo of cloth does."""

_STANDING = ("stand", "wait", "gaze", "look up")
"""What people in a group do."""
_PX = 0.009
"""Metres a pixel of people in a group: 190 pixels an adult."""
_KNEELING = (("woman", "kneel"), ("man", "kneel"), ("woman", "huddle"))
"""Who sinks down, and how."""


@cache
def _company(white: bool) -> tuple[Modelled, int]:
    """People of a group as the frames of one shape, and how many stand; the frames after them kneel."""

    def dressed(kind: str, k: int) -> Person:
        who = PEOPLE[kind][k]
        return in_white(who, k) if white else who

    kinds = ("woman", "man", "old woman", "old man", "child")
    everyone = [(dressed(kind, k), _STANDING[(k + len(kind)) % 4]) for kind in kinds for k in range(3)]
    frames: list[tuple[Person, str]] = [
        *everyone,
        *((dressed(kind, k), how) for k, (kind, how) in enumerate(_KNEELING)),
    ]
    made = modelled(
        f"company/{seed_of(*(f'{who.key}/{pose}' for who, pose in frames))}",
        lambda: [body(who, POSES[pose]).parts for who, pose in frames],
        2.5,
        px=_PX,
    )
    return made, len(everyone)


def company(moment: Moment, count: int, wide: float = 4.0) -> tuple[Form, ...]:
    """Several modelled people in groups: women, men, old and children; told to, some sink to their knees.

    A bright tint dresses them in white and silver. Notes: `aisle` metres free to both sides of the middle, `kneel` 0..1
    how many are on their knees.

    Args:
        moment: when, where, and whose seed.
        count: how many.
        wide: metres across which they stand.
    """
    n = int(min(max(count, 2), _MOST))
    white = moment.tint is not None and max(moment.tint) > _BRIGHT
    made, persons = _company(white)
    mirror, height = looks(moment.seed, n)
    spread = clumps(moment.seed, n, wide * moment.place.spread, moment.param("aisle", 0.0))
    size = moment.place.size
    where = np.empty((n, 3), np.float32)
    where[:, 0] = moment.place.x + spread[:, 0] * size
    where[:, 1] = moment.place.y
    where[:, 2] = np.maximum(moment.place.z + spread[:, 1] * size, 2.0)
    phase = uniform(moment.seed, _PHASE, n)
    order = smooth(moment.presence * 1.5 - 0.5 * uniform(moment.seed, _ORDER, n), 0.0, 1.0)
    # What would break a thing makes people sink down.
    told = max(*(moment.event(name) for name in ("fall", "descend", "shatter")), moment.param("kneel", 0.0))
    mood = uniform(moment.seed, _MOOD, n)
    down = smooth(told * 1.6 - 0.6 * mood, 0.0, 1.0) * (mood < 0.62)
    dry = moment.surface == "floor" if moment.surface is not None else moment.stage.ground in DRY
    bodies = Sprites(
        made.shape, where, (made.metres * size * height).astype(np.float32),
        tint=_GLEAM if white else np.ones(3, np.float32),
        opacity=(order * (1.0 - smooth(down, 0.3, 1.0))).astype(np.float32),
        turn=(0.006 * np.sin(0.6 * moment.t + 6.28 * phase)).astype(np.float32), width=mirror,
        frame=np.floor(uniform(moment.seed, _PERSON, n) * persons).astype(np.float32), shadow=0.7 if dry else 0.0,
    )  # fmt: skip
    forms = (*contact(moment, where, 0.30 * size, 0.45), *gathered(moment, bodies, count=1200))
    if not (down > 0.0).any():
        return forms
    kneels = (persons + np.arange(n) % len(_KNEELING)).astype(np.float32)
    return (*forms, replace(bodies, opacity=(order * smooth(down, 0.0, 0.7)).astype(np.float32), frame=kneels))
