"""Animals on the stage: one stands, walks up, grazes, sits or sleeps; several stand about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.modelled.part import Part
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.standing import DRY, contact, facing, walk_in
from dreamplayer.drawing.primitives import Array, Form, Sprites
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat
from dreamplayer.elements.creatures._shared.modelled_beasts import NODS, key_of, lying, resting, standing, walking
from dreamplayer.kit.curves import ease, smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment

_RIGHT, _DEEP, _SIZE, _LOOK, _MOST, _PHASE = 61, 62, 63, 64, 65, 66
"""Random lanes of a few animals: where each stands (right, deep), its size, whether it looks with most, where most
look, and its phase.
"""
_COAT, _POSE = 67, 68
"""Random lanes: which coat, and what an animal does of which the words say nothing."""
_FACINGS = np.pi / 6
"""Step in which animals are turned: each is rendered again."""
_BESIDE = 1.25
"""Yaw of an animal seen from the side, a little from before."""
_CURLED = 0.2
_SHADOW = 0.75
_MOST_ANIMALS = 9

Rests = Mapping[str, Callable[[Coat], Sequence[Part]]]
"""Poses of rest by name: each gives the parts in a coat, in metres."""


def idling(t: Array | float, phase: Array | float) -> Array:
    """Frames of a standing animal: it rests, slowly moves its head, holds, and comes back, every 17 s."""
    u = np.mod(np.asarray(t) / 17.0 + phase, 1.0)
    swing = np.asarray(ease(np.clip(u / 0.22, 0, 1)) - ease(np.clip((u - 0.55) / 0.25, 0, 1)))
    return np.asarray((NODS - 1) * swing, np.float32)


def beast(
    moment: Moment, b: Beast, withers: float, *, cycles: int = 3, coats: tuple[Coat, ...] = (),
    rests: Rests | None = None, usual: tuple[str, ...] = ("stand",),
) -> tuple[Form, ...]:  # fmt: skip
    """One animal or a few, `withers` metres high at the shoulder, at their true size.

    `manner` says what it does: stand, graze, walk, lie, or a name of `rests`.

    Args:
        moment: when, where, and whose seed.
        b: its proportions.
        withers: metres.
        cycles: cycles of the walk with which one walks up.
        coats: colours of which each has one; its own where there is none.
        rests: poses of rest; all animals can lie.
        usual: what one may be doing where the words do not say.
    """
    n = int(min(max(moment.count, 1), _MOST_ANIMALS))
    b = replace(b, coat=_coat(moment, b, coats))
    said = [
        part for part in (moment.manner or "").split("/") if part in ("stand", "graze", "walk", "lie", *(rests or ()))
    ]
    pose = said[0] if said else usual[int(uniform_one(moment.seed, _POSE) * len(usual))]
    if n > 1:
        return _several(moment, b, withers, n)
    look = look_of(moment)
    yaw = side_of(moment)
    if pose == "walk":
        return _walker(moment, b, withers, cycles, look)
    if pose in ("stand", "graze"):
        # Grazing it keeps its head low and lifts it now and then.
        nods = idling(moment.t, 0.0)
        frame = float(NODS - 1 - nods) if pose == "graze" else float(nods)
        return one(moment, standing(b, withers, yaw), look, withers, frame)
    # Curled up it has no front: seen where the head is.
    yaw = _CURLED if pose == "curl up" else yaw
    return one(moment, _resting(b, withers, pose, yaw, (rests or {}).get(pose)), look, withers)


@lru_cache(maxsize=48)
def _resting(
    b: Beast, withers: float, pose: str, yaw: float, made: Callable[[Coat], Sequence[Part]] | None
) -> Modelled:
    """A pose of rest, cast once; lying, where the kind has none of its own."""
    parts = (lambda: lying(b, withers)) if made is None else (lambda: list(made(b.coat)))
    return resting(f"{b.name}/{key_of(b.coat)}/{pose}", parts, withers, yaw)


def _coat(moment: Moment, b: Beast, coats: tuple[Coat, ...]) -> Coat:
    """One of its coats, in the colour the words give."""
    coat = coats[int(uniform_one(moment.seed, _COAT) * len(coats))] if coats else b.coat
    if moment.tint is None:
        return coat
    r, g, blue = (min(0.6, 0.03 + 0.9 * round(float(c), 2)) for c in moment.tint)
    return replace(coat, main=(r, g, blue), belly=None, patches=None, stripes=0.0)


def _turn(moment: Moment) -> float:
    return float((moment.place.turn + np.pi) % (2 * np.pi) - np.pi)


def side_of(moment: Moment) -> float:
    """The side from which it is cast: as its anchor faces, else from beside."""
    turn = abs(_turn(moment))
    if moment.surface is None or turn < 0.05:
        return _BESIDE
    return float(max(round(turn / _FACINGS), 1) * _FACINGS)


def look_of(moment: Moment) -> float:
    """+1 as cast, -1 mirrored."""
    turn = _turn(moment)
    if moment.surface is not None and 0.05 < abs(turn) < np.pi - 0.05:
        return 1.0 if turn > 0 else -1.0
    return facing(moment)


def _dark(moment: Moment) -> float:
    """How dark a shadow it casts."""
    if moment.surface is not None:
        return _SHADOW if moment.surface in ("floor", "top", "seat", "bed") else 0.0
    return _SHADOW if moment.stage.ground in DRY else 0.0


def one(
    moment: Moment, cast: Modelled, look: float, withers: float, frame: float = 0.0, x: float = 0.0
) -> tuple[Form, ...]:
    """One animal where the element stands, `x` metres beside it."""
    where = np.array([[moment.place.x + x, moment.place.y, moment.place.z]], np.float32)
    breath = 1.0 + 0.008 * float(np.sin(1.1 * moment.t + moment.seed % 7))
    body = Sprites(
        cast.shape, where, np.float32(cast.metres * moment.place.size), width=np.float32(look * breath),
        frame=np.float32(frame), shadow=_dark(moment),
    )  # fmt: skip
    return (*contact(moment, where, 0.8 * moment.size(withers)), *gathered(moment, body, count=900))


def _walker(moment: Moment, b: Beast, withers: float, cycles: int, look: float) -> tuple[Form, ...]:
    """One that walks up and comes to rest, then stands and moves its head."""
    pace = 2.6 + min(withers, 2.0)
    left, frame = walk_in(moment, 2 * b.step / 0.62 * moment.size(withers), cycles, pace)
    came = pace * cycles * 1.5 + 1.6
    change = float(smooth(moment.t, came, came + 1.0))
    x = -look * left
    forms: tuple[Form, ...] = ()
    if change < 1.0:
        going = moment.replace(presence=moment.presence * (1.0 - change)) if change > 0.0 else moment
        forms += one(going, walking(b, withers, _BESIDE), look, withers, frame, x)
    if change > 0.0:
        rest = float(idling(moment.t - came, 0.0)) if moment.t > came else 0.0
        forms += one(
            moment.replace(presence=moment.presence * change) if change < 1.0 else moment,
            standing(b, withers, _BESIDE), look, withers, rest, x,
        )  # fmt: skip
    return forms


def _several(moment: Moment, b: Beast, withers: float, n: int) -> tuple[Form, ...]:
    """A few that stand about and move their heads, each in its own time."""
    unit = moment.size(withers)
    cast = standing(b, withers, _BESIDE)
    k = np.arange(n)
    x = (k - (n - 1) / 2) * 2.3 * unit * moment.place.spread + 0.5 * unit * normal(moment.seed, _RIGHT, n)
    z = moment.place.z + 2.2 * unit * (uniform(moment.seed, _DEEP, n) - 0.3) * (1 + k % 2)
    where = np.stack([moment.place.x + x, np.full(n, moment.place.y), np.maximum(z, 2.0)], 1).astype(np.float32)
    size = cast.metres * moment.place.size * (0.84 + 0.22 * uniform(moment.seed, _SIZE, n))
    most = 0.7 if uniform_one(moment.seed, _MOST) < 0.5 else 0.3
    looks = np.where(uniform(moment.seed, _LOOK, n) < most, 1.0, -1.0)
    bodies = Sprites(
        cast.shape, where, size.astype(np.float32), width=looks.astype(np.float32),
        frame=idling(moment.t, uniform(moment.seed, _PHASE, n)), shadow=_dark(moment),
    )  # fmt: skip
    return (*contact(moment, where, 0.8 * unit), *gathered(moment, bodies, count=1200))
