"""Someone turning slowly, arms out and up, the skirt swinging wide."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Part, placed
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.person import Person, Wear, body
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.people.skeleton import Pose
from dreamplayer.drawing.people.standing import contact
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.elements.people._shared.modelled_people import shadow
from dreamplayer.elements.people._shared.wardrobe import nearest_cloth
from dreamplayer.kit.hashing import uniform, uniform_one
from dreamplayer.model.moment import Moment

_PHASE, _TURN, _WHO = 61, 62, 67
"""Random lanes: when each dancer strays, where in the turn each is, who dances."""
_DUST_ANGLE, _DUST_WIDE, _DUST_HIGH, _DUST_PHASE = 63, 64, 65, 66
"""Random lanes of the dust about the skirt: its angle, how far off it is, how high, when it shines."""
_FRAMES = 16
"""Frames of one turn: motion is slow, neighbours blend."""
_PX = 0.0120
"""Metres a pixel: 145 pixels a dancer, in so many frames."""
_DANCERS = (
    Person("slim", Wear("dress", "wine", "brown", "cream", "bun", "dark", 0, ("ball gown",)), 2),
    Person("slim", Wear("dress", "pale blue", "brown", "cream", "knot", "chestnut", 4, ("ball gown",)), 5),
    Person("slim", Wear("dress", "tan", "brown", "cream", "long", "dark", 2, ("ball gown",)), 7),
)


def _moment_of_turn(u: float) -> Pose:
    """The pose at `u` of the turn, 0..1: one arm rises as the other sinks, the free foot swings round."""
    cycle = 2 * np.pi * u
    swing = float(np.sin(cycle))
    return replace(
        POSES["spread"], pelvis=(0.02 * swing, 0.905, 0.0), side=0.08 * swing, lean=(-0.05, -0.03), twist=0.14 * swing,
        head=(-0.05, 0.35 * swing, 0.16 * swing), left=(0.52, 1.46 + 0.20 * swing, 0.12),
        right=(-0.52, 1.46 - 0.20 * swing, 0.12), elbow_left=(0.3, -1, -0.3), elbow_right=(-0.3, -1, -0.3),
        foot_left=(0.05, 0.10, 0.03), foot_right=(-0.09, 0.14 + 0.03 * swing, -0.12), toe_left=(0.35, -0.2, 1),
        toe_right=(-0.3, -0.9, 0.5), knee_right=(-0.4, 0.1, 1),
    )  # fmt: skip


@lru_cache(maxsize=6)
def _turning(who: Person) -> Modelled:
    """Somebody who turns once through `_FRAMES` frames."""

    def poses() -> list[list[Part]]:
        turns = [k / _FRAMES for k in range(_FRAMES)]
        return [placed(body(who, _moment_of_turn(u)).parts, yaw=2 * np.pi * u) for u in turns]

    return modelled(f"dancer/{who.key}", poses, 0.0, px=_PX)


@element("hero", 1.8, handles=("swirl",))
def dancer(moment: Moment) -> tuple[Form, ...]:
    """Someone turning slowly, arms out and up, the skirt swinging wide."""
    n = int(min(max(moment.count, 1), 5))
    who = _DANCERS[int(uniform_one(moment.seed, _WHO) * len(_DANCERS))]
    made = _turning(who if moment.tint is None else who.dyed(nearest_cloth(moment.tint)))
    size = made.metres * moment.place.size
    k = np.arange(n)
    own = 6.28 * uniform(moment.seed, _PHASE, n)
    where = np.stack(
        [
            moment.place.x
            + 1.5 * (k - (n - 1) / 2) * moment.place.spread * moment.place.size
            + 0.22 * np.sin(0.17 * moment.t + own),
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.3 * np.cos(0.17 * moment.t + own) + 0.8 * (k % 2) * (n > 1), 1.8),
        ],
        1,
    ).astype(np.float32)
    turns = moment.t * (0.085 + 0.05 * moment.event("swirl")) * (1 - 0.3 * moment.calm) + uniform(moment.seed, _TURN, n)
    figure = Sprites(
        made.shape, where, np.full(n, size, np.float32),
        frame=(np.mod(turns, 1.0) * _FRAMES).astype(np.float32), shadow=shadow(moment),
    )  # fmt: skip
    motes_count = 90
    dust_angle = 6.28 * uniform(moment.seed, _DUST_ANGLE, motes_count) + 0.55 * moment.t
    wide = (0.5 + 0.5 * uniform(moment.seed, _DUST_WIDE, motes_count)) * size * 0.42
    # Most of it low about the hem: the larger the power, the fewer reach the shoulders.
    high = size * 0.85 * uniform(moment.seed, _DUST_HIGH, motes_count) ** 1.5
    trail = np.stack(
        [
            where[0, 0] + wide * np.cos(dust_angle),
            moment.place.y + high,
            np.maximum(where[0, 2] + 0.6 * wide * np.sin(dust_angle), 1.2),
        ],
        1,
    )
    shine = 0.22 * moment.presence * np.sin(0.4 * moment.t + 6.28 * uniform(moment.seed, _DUST_PHASE, motes_count)) ** 2
    dust = Dots(
        trail.astype(np.float32), np.float32(0.010 * size),
        (np.asarray(moment.palette.key, np.float32)[None] * shine[:, None]).astype(np.float32),
    )  # fmt: skip
    return (*contact(moment, where, 0.55 * moment.place.size), *gathered(moment, figure, count=900), dust)
