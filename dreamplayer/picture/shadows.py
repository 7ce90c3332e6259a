"""Cast shadows: what is modelled throws its shape on the ground it stands on, away from the strongest lamp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dreamplayer.drawing.modelled.shape import shadow_of
from dreamplayer.drawing.primitives import Array, Form, Sprites
from dreamplayer.model.stage import Light

SHORTEST, LONGEST = 0.30, 1.9
"""Length of a shadow over the height of what casts it."""
_LIFT = 0.008
"""Metres above the ground at which it is laid."""
_AMBIENT = 0.05
"""Light from everywhere, against which a lamp's share is weighed: far from all lamps there is no shadow."""
_LEAP = 4.0
"""Over the share by which the strongest lamp is ahead of the next: below a quarter its shadow is fainter."""
_BEHIND = 0.03
"""Metres farther than what casts it, so that it is drawn first."""


def with_shadows(forms: Sequence[Form], lights: Sequence[Light]) -> tuple[Form, ...]:
    """The forms, and the shadows of the modelled ones among them.

    Args:
        forms: what is drawn.
        lights: of the frame.
    """
    out: list[Form] = []
    for form in forms:
        if isinstance(form, Sprites) and form.shape.modelled and form.shadow > 0.0 and form.lit > 0.01 and lights:
            out.append(_shadows(form, lights))
        out.append(form)
    return tuple(out)


def _shadows(form: Sprites, lights: Sequence[Light]) -> Sprites:
    """One shadow for each of the form's bodies, from the lamp that is strongest where it stands."""
    at = np.asarray(form.position, np.float32)
    n = len(at)
    size = np.broadcast_to(np.asarray(form.size, np.float32), (n,))
    lamps = np.asarray([light.position for light in lights], np.float32)
    power = np.asarray([sum(light.colour) for light in lights], np.float32)
    reach = np.asarray([light.reach for light in lights], np.float32)
    chest = at + np.stack([np.zeros(n), 0.5 * size, np.zeros(n)], 1).astype(np.float32)
    away = chest[:, None] - lamps[None]
    falling = power / (1.0 + (away**2).sum(2) / reach**2)
    chief = falling.argmax(1)
    strongest = falling[np.arange(n), chief]
    share = strongest**2 / (strongest + _AMBIENT) / np.maximum(falling.sum(1), 1e-6)
    if len(lights) > 1:
        # Two lamps alike throw two faint shadows: the one that is drawn fades before it would leap to the other.
        second = np.partition(falling, -2, axis=1)[:, -2]
        share = share * np.clip(_LEAP * (strongest - second) / np.maximum(strongest, 1e-6), 0.0, 1.0)
    x, z = away[np.arange(n), chief, 0], away[np.arange(n), chief, 2]
    level = np.sqrt(x * x + z * z)
    # A lamp that is as high above the head as it is far away throws a shadow as long as the body.
    above = lamps[chief, 1] - at[:, 1] - 0.55 * size
    length = np.clip(level / np.maximum(above, 0.15 * size), SHORTEST, LONGEST)
    mirror = np.sign(np.broadcast_to(np.asarray(form.width, np.float32), (n,)))
    return replace(
        form,
        shape=shadow_of(form.shape),
        position=at + np.array([0.0, _LIFT, 0.0], np.float32),
        size=(size * (1.0 + 0.17) * length).astype(np.float32),
        tint=(0.0, 0.0, 0.0),
        glow=(0.0, 0.0, 0.0),
        opacity=(np.asarray(form.opacity, np.float32) * np.float32(form.shadow) * share).astype(np.float32),
        lit=0.0,
        rim=0.0,
        turn=0.0,
        yaw=_heading(x, z),
        lie=1.0,
        width=(np.where(mirror < 0, -1.0, 1.0) / length).astype(np.float32),
        shadow=0.0,
        reflect=False,
        depth=(float(np.median(at[:, 2])) if form.depth is None else form.depth) + _BEHIND,
    )


def _heading(x: Array, z: Array) -> Array:
    """Yaw with which a lying sprite's top points along (x, z) on the ground: its up is (-sin yaw, cos yaw)."""
    return np.asarray(np.arctan2(-x, z), np.float32)
