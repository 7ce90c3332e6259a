"""A wedge of glass turning slowly; one thin ray goes in, a soft fan of colours comes out."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Form, Ribbons, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_ACROSS, _HEIGHT = 61, 62
"""Random lanes: where the further prisms hang."""


def _glass_paint() -> Painting:
    """A wedge of glass: three faces told apart by light, bright edges."""
    c = canvas(-0.75, -0.08, 0.75, 1.02, 300)
    a, b, top = np.array([-0.58, 0.0]), np.array([0.42, 0.0]), np.array([-0.08, 0.94])
    side = np.array([0.66, 0.22])
    front = blob(c, np.array([a, top, b]))
    flank = blob(c, np.array([b, top, side]))
    d = np.minimum(front, flank)
    edge = np.exp(-np.abs(front) / 0.010) + 0.6 * np.exp(-np.abs(flank) / 0.009)
    depth = np.clip(-front / 0.3, 0, 1)
    light = (
        0.05
        + 0.55 * edge * (0.35 + 0.65 * np.clip(c.y, 0, 1))
        + np.where(flank < 0, 0.16, 0.06)
        + 0.10 * (1 - depth) * (front < 0)
    )
    light += 0.35 * np.exp(-np.abs(c.y - 0.46 - 0.18 * c.x) / 0.06) * (front < 0)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = 0.10
    out[..., 3] = np.clip(0.5 - d / c.step, 0, 1) * 0.55
    out[..., 4] = np.where(flank < 0, 0.6, -0.15)
    out[..., 5] = 0.2
    out[..., 6] = np.clip(-d, 0, 0.3)
    out[..., 7] = np.clip(light, 0, 1) * (d < 0.006)
    return out


_GLASS = on(canvas(-0.75, -0.08, 0.75, 1.02, 8), "crystals/glass", _glass_paint)


@element("air", 0.9, handles=("shimmer", "ignite", "dim", "open"))
def prism(moment: Moment) -> tuple[Form, ...]:
    """A wedge of glass turning slowly; one thin ray goes in, a soft fan of colours comes out."""
    n = int(min(max(moment.count, 1), 6))
    show = (
        float(smooth(moment.presence, 0.2, 1.0))
        * (1.0 - 0.85 * moment.event("dim"))
        * (1.0 + 0.4 * max(moment.event("ignite"), moment.event("shimmer")))
    )
    forms: list[Form] = []
    hues = np.array(
        [
            (1.0, 0.16, 0.06),
            (1.0, 0.40, 0.06),
            (0.85, 0.62, 0.10),
            (0.20, 0.55, 0.16),
            (0.10, 0.35, 0.50),
            (0.24, 0.16, 0.60),
            (0.38, 0.10, 0.48),
        ],
        np.float32,
    )
    for k in range(n):
        p, size = moment.place, moment.size(0.9) * (1.0 if k == 0 else 0.55)
        x = p.x + (0.0 if k == 0 else 1.5 * p.spread * float(normal(moment.seed, _ACROSS, n)[k]))
        y = (
            max(p.y, 0.5 * size)
            + (0.0 if k == 0 else 0.5 * float(normal(moment.seed, _HEIGHT, n)[k]))
            + 0.03 * float(np.sin(0.5 * moment.t + k))
        )
        y = max(y, 0.1)
        sway = 0.07 * float(np.sin(0.31 * moment.t + 1.7 * k))
        body = Sprites(
            _GLASS,
            np.array([[x, y, p.z]], np.float32),
            np.float32(size * 1.1),
            glow=(0.40, 0.33, 0.31),
            tint=(0.4, 0.4, 0.5),
            turn=np.float32(sway),
            width=1.0 - 0.10 * float(np.sin(0.27 * moment.t)) ** 2,
        )
        heart = np.array([x - 0.04 * size, y + 0.44 * size, p.z - 0.02], np.float32)
        start = heart + f32([-3.2 * size, 0.55 * size + size * sway, 0.0])
        s = np.linspace(0, 1, 14, dtype=np.float32)[:, None]
        ray = (start + (heart - start) * s)[None]
        forms.append(
            Ribbons(
                ray.astype(np.float32),
                np.float32(0.012 * size),
                (f32([1.0, 0.80, 0.58])[None, None] * (0.55 * show * s[None] ** 0.6)).astype(np.float32),
                depth=p.z + 0.1,
            )
        )
        angle = -0.30 - 0.20 * np.linspace(-1, 1, 7) * (1.0 + 0.5 * moment.event("open")) - 0.5 * sway
        ends = heart + 3.6 * size * np.stack([np.cos(angle), np.sin(angle), np.zeros_like(angle)], 1).astype(np.float32)
        fan = heart + (ends - heart)[:, None] * s[None]
        fade = (1.0 - s[None]) ** 1.1 * smooth(s[None], 0.0, 0.10)
        wide = (0.010 + 0.085 * s[None, :, 0]) * size
        breath = 0.85 + 0.15 * np.sin(0.6 * moment.t + np.arange(7))[:, None, None]
        forms += [
            Ribbons(fan.astype(np.float32), (wide * np.ones((7, 1), np.float32)).astype(np.float32) * np.float32(0.7),
                    (hues[:, None] * (0.36 * show * fade * breath)).astype(np.float32), depth=p.z + 0.05),
            *gathered(moment.replace(seed=moment.seed + k), body, count=400),
            halo(heart, 1.5 * size, f32([0.7, 0.5, 0.42]) * np.float32(0.12 * show)),
        ]  # fmt: skip
        if k == 0:
            forms.append(
                Light(
                    (float(heart[0]), float(heart[1]), p.z - 0.1),
                    (0.32 * show, 0.22 * show, 0.17 * show),
                    reach=1.8,
                    haze=0.3,
                )
            )
    return tuple(forms)
