"""Which pose one takes, and how several stand together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.standing import cloth_tint, contact
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.people._shared.crowds import HEIGHT, KNEELING, cast, clumps, people
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform, uniform_one
from dreamplayer.model.moment import Moment

_POSE, _ORDER, _PHASE, _MOOD = 20, 24, 25, 27
"""Lanes of chance: the pose, when each appears, when each sways, who sinks down and when."""


def chosen(moment: Moment, choices: tuple[str, ...], every: tuple[str, ...]) -> str:
    """The pose the notes ask for by number, or one by chance."""
    asked = moment.param("pose", -1.0)
    if asked >= 0:
        return every[int(asked) % len(every)]
    return choices[int(uniform_one(moment.seed, _POSE) * len(choices))]


def clump(moment: Moment, count: int, wide: float = 4.0) -> tuple[Form, ...]:
    """Several small people in groups."""
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
    told = max(moment.event("fall"), moment.event("kneel"), moment.param("kneel", 0.0))
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
