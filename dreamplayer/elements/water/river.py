"""A river winding out of the distance, sky in it, motes of light carried along; bubbles of memory if noted."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb, scaled
from dreamplayer.drawing.primitives import Array, Dots, Field, Form, Ribbons, Sprites, f32
from dreamplayer.elements.water._shared.bubble_film import BUBBLE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_ALONG, _PACE, _SIDE, _UP, _SWAY, _SHINE, _BRIGHT, _GLINT = 1, 2, 3, 4, 5, 6, 7, 8
"""Random lanes of the lights: where along the river each starts, how quickly it is carried, how far to the side and
up, when it sways and shines, how brightly, which are glints.
"""
_MEMORY_ALONG, _MEMORY_SIDE, _MEMORY_UP, _MEMORY_BOB, _MEMORY_SIZE = 21, 22, 23, 24, 25
"""Random lanes of the bubbles of memory: where (along, to the side, up), when each bobs, size."""


def _course(moment: Moment, z: NDArray[Any], bend: float, phase: float) -> Array:
    """Where the river's middle lies at a distance; the same curve as in its field."""
    away = np.sin(z * 0.17 + phase) * (0.35 + 0.05 * np.minimum(z, 30.0)) + 0.35 * np.sin(z * 0.43 + phase * 2)
    return np.asarray(moment.place.x + bend * away, np.float32)


@element("ground", 2.0, handles=("shimmer", "pour", "dim", "grow"))
def river(moment: Moment) -> tuple[Form, ...]:
    """A river winding out of the distance, sky in it, motes of light carried along; bubbles of memory if noted."""
    show = float(smooth(moment.presence, 0.0, 1.0)) * (1.0 - 0.6 * moment.event("dim"))
    bend, phase = 0.9 + 0.1 * moment.place.spread, float(moment.seed % 7) * 0.9
    wide = moment.size(1.15) * (1.0 + 0.35 * max(moment.event("pour"), moment.event("grow")))
    bright = 0.8 + 0.6 * moment.event("shimmer")
    tint = scaled(moment.tint, 0.4) if moment.tint else (0.06, 0.055, 0.075)
    camera = moment.stage.camera
    params: dict[str, float | tuple[float, ...]] = {
        "t": moment.t % 3600.0,
        "opacity": show,
        "x": moment.place.x,
        "half_width": wide,
        "bend": bend,
        "phase": phase,
        "glint": bright,
        "tint": tint,
    }
    way = 1.6 * (60.0 / 1.6) ** np.linspace(0, 1, 40)
    line = np.stack([_course(moment, way, bend, phase), 0.01 + 0 * way, way], 1)[None].astype(np.float32)
    sheen = f32(moment.palette.horizon) + f32(moment.palette.glow) * 0.35
    plain = Ribbons(line, np.float32(wide), rgb(sheen), profile="veil", opacity=np.float32(show), reflect=False)
    patch = (-moment.aspect, -1.0, moment.aspect, camera.horizon)
    body = Field("river", params, depth=240.0, patch=patch, grain=2, standin=(plain,))
    n = 900
    along = np.mod(
        uniform(moment.seed, _ALONG, n) - moment.t * 0.010 * (0.6 + 0.8 * uniform(moment.seed, _PACE, n)), 1.0
    )
    z = 2.4 * (48.0 / 2.4) ** along
    side = normal(moment.seed, _SIDE, n) * 0.42
    lift = 0.015 + 0.10 * uniform(moment.seed, _UP, n) ** 4
    x = (
        _course(moment, z, bend, phase)
        + wide * side
        + 0.08 * np.sin(0.5 * moment.t + 6.28 * uniform(moment.seed, _SWAY, n))
    )
    glim = 0.35 + 0.65 * np.clip(np.sin(0.7 * moment.t + 6.28 * uniform(moment.seed, _SHINE, n)), 0, 1) ** 2
    fade = smooth(along, 0.0, 0.06) * smooth(along, 1.0, 0.9)
    base = np.asarray(moment.tint or (1.0, 0.60, 0.26), np.float32)
    glow = (
        base[None] * (0.55 * glim * fade * show * bright * (0.3 + 0.7 * uniform(moment.seed, _BRIGHT, n) ** 2))[:, None]
    )
    lights = Dots(
        np.stack([x, lift, z], 1).astype(np.float32),
        (0.022 + 0.0012 * z).astype(np.float32),
        glow.astype(np.float32),
        glint=(uniform(moment.seed, _GLINT, n) > 0.985).astype(np.float32),
        reflect=False,
    )
    forms: list[Form] = [body, lights]
    if moment.param("memories", 0.0) > 0.5:
        forms += _memories(moment, bend, phase, wide, show)
    return tuple(forms)


def _memories(moment: Moment, bend: float, phase: float, wide: float, show: float, n: int = 22) -> list[Form]:
    along = np.mod(uniform(moment.seed, _MEMORY_ALONG, n) - moment.t * 0.006, 1.0)
    z = 3.0 * (22.0 / 3.0) ** along
    x = _course(moment, z, bend, phase) + wide * 0.5 * normal(moment.seed, _MEMORY_SIDE, n)
    y = (
        0.18
        + 0.5 * uniform(moment.seed, _MEMORY_UP, n)
        + 0.10 * np.sin(0.4 * moment.t + 6 * uniform(moment.seed, _MEMORY_BOB, n))
    )
    fade = smooth(along, 0.0, 0.1) * smooth(along, 1.0, 0.85) * show
    size = 0.16 + 0.16 * uniform(moment.seed, _MEMORY_SIZE, n)
    where = np.stack([x, y, z], 1).astype(np.float32)
    return [
        Sprites(
            BUBBLE,
            where,
            size.astype(np.float32),
            glow=(0.75, 0.52, 0.40),
            cover=0.15,
            opacity=fade.astype(np.float32),
            lit=0.2,
            frame=(np.arange(n) % 2).astype(np.float32),
        )
    ]
