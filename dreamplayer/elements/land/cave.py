"""Seen from inside: a ragged arch of dark rock, and beyond it the glow of the world."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.rock import ridged, rock
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_PHASE, _DISTANCE, _RIGHT, _UP = 1, 2, 3, 4
"""Random lanes of the dust: when each mote sways, how far off it is, where (right, up)."""

_MOUTH = (-2.1, -0.9, 2.1, 1.3)
"""Frame of the arch: left, bottom, right, top about the mouth's middle."""


def _mouth() -> Painting:
    c = canvas(*_MOUTH, 330)
    x, y = c.x, c.y
    angle = np.arctan2(y + 0.25, x)
    cos, sin = np.cos(angle), np.sin(angle)
    ragged = 0.20 * (fbm(cos * 2.2 + 4, sin * 2.2 + 9, 5, 5) - 0.5) * 2 + 0.10 * (
        ridged(cos * 3.0 + 2, sin * 3.0, 15, 4) - 0.5
    )
    r = np.hypot(x / 1.12, (y + 0.30) / 0.92)
    d = r - (0.92 + ragged)
    inside = np.where(y < -0.52, np.minimum(d, 0.4), d)
    away = np.clip(d, 0, 1.2)
    grain = fbm(x * 6, y * 9, 31, 4)
    relief = 0.22 * ridged(x * 2.3 + 3, y * 2.6, 44) + 0.05 * grain + 0.10 * np.exp(-away * 3)
    tone = (0.30 + 0.5 * grain) * np.exp(-away * 1.5) + 0.02
    out = rock(
        c, np.asarray(inside, np.float32), np.asarray(relief, np.float32), steep=1.8, tone=np.asarray(tone, np.float32)
    )
    out[..., 7] = np.exp(-away / 0.05) * (0.35 + 0.5 * grain) + 0.20 * np.exp(-away / 0.25) * ridged(
        x * 2.3 + 3, y * 2.6, 44
    )
    out[..., 7] *= out[..., 3]
    return out


_MOUTH_SHAPE = on(canvas(*_MOUTH, 8), "caveframe/mouth", _mouth)


@element("near", 3.0, handles=("open", "dim", "ignite"))
def cave(moment: Moment) -> tuple[Form, ...]:
    """Seen from inside: a ragged arch of dark rock, and beyond it the glow of the world."""
    camera = moment.stage.camera
    show = float(smooth(moment.presence, 0.0, 1.0))
    z = 2.4
    wide = 1.0 + 0.30 * float(smooth(moment.event("open"), 0, 1)) + 0.5 * (1 - show)
    tall = 2.2 * z / camera.focal * wide * moment.place.size**0.3
    y = camera.eye - camera.horizon * z / camera.focal
    warm = (
        np.asarray(moment.tint or moment.palette.key, np.float32) * 0.6
        + np.asarray(moment.palette.glow, np.float32) * 2.0
    )
    light = show * (1 - 0.8 * moment.event("dim")) * (1 + 0.4 * moment.event("ignite"))
    frame = Sprites(
        _MOUTH_SHAPE,
        f32([[camera.x, y, z]]),
        np.float32(tall),
        tint=(0.12, 0.10, 0.105),
        glow=rgb(warm * np.float32(0.13 * light)),
        opacity=show,
        width=np.float32(max(1.0, moment.aspect / 1.78)),
        rim=0.6,
        reflect=False,
        depth=z,
    )
    beyond = (camera.x + 0.1, camera.eye + 0.1, 22.0)
    n = 240
    own = 6.28 * uniform(moment.seed, _PHASE, n)
    distance = 2.6 + 8.0 * uniform(moment.seed, _DISTANCE, n)
    place = np.stack(
        [
            camera.x + 0.55 * distance * normal(moment.seed, _RIGHT, n) + 0.2 * np.sin(0.2 * moment.t + own),
            camera.eye + 0.35 * distance * normal(moment.seed, _UP, n) + 0.15 * np.sin(0.17 * moment.t + 2 * own),
            distance,
        ],
        1,
    )
    dust = Dots(
        np.maximum(place, [-99, 0.03, 1.5]).astype(np.float32),
        np.float32(0.012),
        (warm[None] * (0.30 * light * (0.3 + 0.7 * np.sin(0.4 * moment.t + own) ** 2))[:, None]).astype(np.float32),
        reflect=False,
    )
    return (
        halo(beyond, 20.0, warm * np.float32(0.055 * light), width=1.5, reflect=False),
        dust,
        frame,
        Light((camera.x, camera.eye + 0.3, 7.0), rgb(warm * np.float32(0.35 * light)), 6.0, 0.0),
    )
