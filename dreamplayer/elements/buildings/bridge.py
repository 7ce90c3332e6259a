"""A bridge woven of starlight that arches from the near ground to the horizon, joint by joint."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.drawing.props import event_progress
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_JOINT_SHIFT, _LEFT_POST, _RIGHT_POST = 1, 2, 3
"""Random lanes of the joints."""
_DUST_ALONG, _DUST_ACROSS, _DUST_HANG, _DUST_ORDER = 5, 6, 7, 8
"""Random lanes of the dust along the deck."""
_SIDE = 1
"""Random lane: which way it bends."""
_TWINKLE_PHASE, _JOINT_SIZE = 11, 12
"""Random lanes of the light at the joints."""
_FALL_PHASE, _FALL_PACE, _LOOSE, _SWAY_PHASE, _BRIGHTNESS, _GLINT = 13, 14, 15, 16, 17, 18
"""Random lanes of the dust that falls from it."""

_JOINTS = 30
"""Joints along it; with fewer its arch looks like a polygon."""


def _span(u: Array, near: float, far: float, rise: float, start: float, end: float) -> Array:
    """The middle of the deck at 0..1 along it, (n, 3) metres: it leaves the near bank, arches, lands far off.

    Distance grows as a power, so that equal steps look equal on the screen; `start` and `end` are x over z.
    """
    z = near * (far / near) ** (u**1.12)
    side = start + (end - start) * np.clip(np.sin(0.5 * np.pi * u), 0.0, 1.0) ** 1.9
    y = rise * np.clip(np.sin(np.pi * np.clip(u, 0, 1) ** 0.92), 0, 1) ** 1.25 * (0.40 + 0.60 * z / far)
    return np.stack([side * z, y, z], -1).astype(np.float32)


@lru_cache(maxsize=8)
def _skeleton(seed: int, near: float, far: float, rise: float, start: float, end: float) -> dict[str, Array]:
    """Rails, posts, braces and joints in metres around x = 0, and their place along the bridge."""
    share = np.linspace(0.0, 1.0, _JOINTS).astype(np.float32)
    jitter = (uniform(seed, _JOINT_SHIFT, _JOINTS) - 0.5) * (0.45 / _JOINTS)
    jitter[[0, -1]] = 0
    middle = _span(np.clip(share + jitter, 0, 1).astype(np.float32), near, far, rise, start, end)
    half = 1.0
    fine = np.linspace(0.0, 1.0, 140).astype(np.float32)
    line = _span(fine, near, far, rise, start, end)
    way = np.gradient(line, axis=0)[:, [0, 2]]
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-6
    across = np.stack([way[:, 1], np.zeros(140), -way[:, 0]], 1)
    at_joint = np.stack([np.interp(np.clip(share + jitter, 0, 1), fine, across[:, k]) for k in range(3)], 1)
    up = np.array([0.0, 1.0, 0.0])
    left, right = middle - half * at_joint, middle + half * at_joint
    lift = 1.05 + 0.10 * normal(seed, _LEFT_POST, _JOINTS)[:, None]
    top_l, top_r = left + lift * up, right + (1.05 + 0.10 * normal(seed, _RIGHT_POST, _JOINTS)[:, None]) * up
    strands, place = [], []

    def join(a: Any, b: Any, where: Array) -> None:
        between = np.linspace(0.0, 1.0, 6)[None, :, None]
        strands.append(a[:, None] * (1 - between) + b[:, None] * between)
        place.append(where)

    for side in (top_l, top_r, left, right):
        join(side[:-1], side[1:], share[:-1])
    join(left, top_l, share)
    join(right, top_r, share)
    join(left[:-1], top_l[1:], share[:-1])
    join(top_r[:-1], right[1:], share[:-1])
    join(left, right, share)
    join(left[:-1], right[1:], share[:-1])
    join(right[:-1], left[1:], share[:-1])
    grains = 5200
    grain_share = np.sort(uniform(seed, _DUST_ALONG, grains))
    grain = _span(grain_share, near, far, rise, start, end)
    grain_across = np.stack([np.interp(grain_share, fine, across[:, k]) for k in range(3)], 1)
    off = (uniform(seed, _DUST_ACROSS, grains) * 2 - 1)[:, None] * half
    hang = np.abs(normal(seed, _DUST_HANG, grains)) * 0.10
    grain = grain + grain_across * off - hang[:, None] * up
    order = np.argsort(uniform(seed, _DUST_ORDER, grains))
    return {
        "strands": np.concatenate(strands).astype(np.float32),
        "place": np.concatenate(place).astype(np.float32),
        "joints": np.concatenate([top_l, top_r, left[::2], right[::2]]).astype(np.float32),
        "joint_place": np.concatenate([share, share, share[::2], share[::2]]).astype(np.float32),
        "grains": grain[order].astype(np.float32),
        "grain_place": grain_share[order].astype(np.float32),
    }


_STARLIGHT = (1.0, 0.74, 0.42)
"""Linear colour of its light."""


@element(
    "far",
    9.0,
    handles=("grow", "emerge", "open", "bloom", "dissolve", "shatter", "scatter", "pulse", "twist", "swirl", "wrap"),
)
def bridge(moment: Moment) -> tuple[Form, ...]:
    """A bridge woven of starlight that arches from the near ground to the horizon, joint by joint."""
    side = -1.0 if uniform_one(moment.seed, _SIDE) < 0.5 else 1.0
    if abs(moment.place.x) > 0.5:
        side = float(np.sign(moment.place.x))
    size = moment.place.size
    reach = 1.25 / moment.stage.camera.focal
    bones = _skeleton(moment.seed % 97, 6.4, 62.0, 13.0 * size, side * 0.62 * reach, -side * 0.62 * reach)
    told = event_progress(moment, "grow", "emerge", "open", "bloom", "twist", "swirl", "wrap")
    front = smooth(moment.presence, 0.0, 0.9) * 1.25
    gone = event_progress(moment, "dissolve", "shatter", "scatter")
    warm = np.asarray(moment.tint or _STARLIGHT, np.float32)
    beat = 1.0 + 0.06 * np.sin(0.5 * moment.t) + 0.3 * moment.event("pulse") * np.sin(1.4 * moment.t) ** 2 + 0.25 * told
    calm = (1 - 0.3 * moment.calm) * beat

    def drawn(place: np.ndarray, soft: float = 0.22) -> np.ndarray:
        out = np.clip((front - place) / soft, 0, 1) * np.clip((1.3 * (1 - gone) - place * 0.3) / 0.5, 0, 1) ** 1.2
        return np.asarray(out, np.float32)

    show = drawn(bones["place"])
    # Light walks slowly along it towards the far end.
    walk = 0.62 + 0.38 * np.sin(2 * np.pi * (1.5 * bones["place"] - 0.045 * moment.t)) ** 2
    lines = bones["strands"]
    glow = (warm[None, None, :] * (0.42 * calm * walk)[:, None, None]).astype(np.float32)
    z = lines[:, 2, 2]
    forms: list[Form] = []
    for low, high in ((26.0, 1e9), (11.0, 26.0), (0.0, 11.0)):
        pick = (z >= low) & (z < high)
        forms.append(Ribbons(lines[pick], 0.016, glow[pick], opacity=show[pick][:, None]))
    joints, where = bones["joints"], bones["joint_place"]
    twinkle = 0.45 + 0.55 * np.sin(0.55 * moment.t + 6.28 * uniform(moment.seed, _TWINKLE_PHASE, len(joints))) ** 2
    size_j = 0.16 + 0.30 * uniform(moment.seed, _JOINT_SIZE, len(joints)) ** 3
    forms.append(
        Dots(
            joints,
            (size_j * (0.35 + 0.022 * joints[:, 2])).astype(np.float32),
            (warm[None, :] * (1.25 * calm * twinkle * drawn(where))[:, None]).astype(np.float32),
            glint=np.float32(0.85),
            depth=8.0,
        )
    )
    grains, gp = bones["grains"], bones["grain_place"]
    n = len(grains)
    fall = np.mod(
        uniform(moment.seed, _FALL_PHASE, n) + 0.05 * moment.t * (0.4 + uniform(moment.seed, _FALL_PACE, n)), 1.0
    )
    loose = uniform(moment.seed, _LOOSE, n) < 0.22 + 0.7 * gone
    at3 = grains.copy()
    at3[:, 1] -= loose * fall**2 * (0.8 + 2.2 * gone) * (0.5 + 0.03 * at3[:, 2])
    at3[:, 0] += loose * 0.25 * fall * np.sin(0.2 * moment.t + 6.28 * uniform(moment.seed, _SWAY_PHASE, n))
    at3[:, 1] = np.maximum(at3[:, 1], 0.01)
    shine = drawn(gp) + 0.5 * gone * (1 - gone) * np.clip((front - gp) / 0.2, 0, 1)
    shine = shine * (0.2 + 0.8 * uniform(moment.seed, _BRIGHTNESS, n) ** 2) * np.where(loose, 1 - fall, 1.0)
    forms.append(
        Dots(
            at3,
            (0.02 + 0.0016 * at3[:, 2]).astype(np.float32),
            (warm[None, :] * (0.85 * calm * shine)[:, None]).astype(np.float32),
            glint=(uniform(moment.seed, _GLINT, n) > 0.985).astype(np.float32),
        )
    )
    foot = grains[np.argmin(gp)]
    strength = np.float32(0.55 * smooth(moment.presence, 0.1, 0.6) * (1 - gone) * calm)
    forms.append(Light((float(foot[0]) * 0.9, 1.0, float(foot[2]) + 1.0), rgb(warm * strength), reach=4.0, haze=0.25))
    return tuple(forms)
