"""A tall arched window hanging in the dark, warm light behind its bars, two casements that open."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.mirror import arch
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import AMBER, around, painted_prop, scattered_positions
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting, blur
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BRIGHTNESS = 40
"""Random lane of how bright each further window is; its number is added."""

_HINGE = 0.60
"""Half the width of the opening, metres: where a casement is hinged."""
_LOW, _SPRING = 0.40, 1.62
"""Heights of the sill and of where the arch springs, metres."""


def _embrasure(c: Canvas) -> Painting:
    d, wide = arch(c, _HINGE, _LOW, _SPRING), arch(c, _HINGE + 0.15, _LOW - 0.13, _SPRING)
    inside = np.clip(0.5 - d / c.step, 0, 1)
    sill = np.maximum(np.abs(c.x) - _HINGE - 0.24, np.abs(c.y - _LOW + 0.10) - 0.055)
    ring = np.minimum(wide, sill)
    stone = 0.6 + 0.6 * fbm(c.x * 7, c.y * 7, seed=6)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = (np.array([0.15, 0.13, 0.135]) * stone[..., None]) * (1 - inside)[..., None]
    out[..., 3] = np.clip(0.5 - ring / c.step, 0, 1)
    core = np.exp(-((c.x / 0.50) ** 2 + ((c.y - 1.05) / 0.62) ** 2))
    curtain = np.clip(np.abs(c.x) / _HINGE - 0.42, 0, 1) * 1.4
    fold = 0.75 + 0.25 * np.sin(c.x * 75 + 1.5 * np.sin(c.y * 2.4))
    light = (0.22 + 0.62 * core) * inside * (1 - 0.62 * curtain * fold)
    lip = np.exp(-np.maximum(d, 0) / 0.03) * (d > 0) * 0.30 * stone + 0.35 * np.exp(
        -np.abs(c.y - _LOW + 0.045) / 0.012
    ) * (sill < 0)
    fade = np.clip(
        np.minimum(np.minimum(c.x - c.left, c.right - c.x), np.minimum(c.top - c.y, c.y - c.bottom)) / 0.12, 0, 1
    )
    out[..., 7] = np.clip(
        light + lip * out[..., 3] + 0.30 * blur(light.astype(np.float32), 12) * (1 - inside) * fade, 0, 1
    )
    out[..., 6] = np.clip(-ring, 0, None) / 2.7
    return out


def _leaf(c: Canvas) -> Painting:
    """The right-hand leaf, hinged at x = HINGE, its free edge at 0; glass is left clear."""
    d = np.maximum(arch(c, _HINGE, _LOW, _SPRING), -c.x)
    frame = np.exp(-((np.clip(-d, 0, 1) / 0.035) ** 4))
    bars = np.maximum(
        np.exp(-(((c.x - 0.5 * _HINGE) / 0.014) ** 2)),
        np.exp(-(((np.mod(c.y - _LOW, 0.36) - 0.18) / 0.014) ** 2)) * 0.9,
    )
    solid = np.clip(np.maximum(frame, bars), 0, 1) * np.clip(0.5 - d / c.step, 0, 1)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = np.array([0.055, 0.040, 0.035])
    pane = np.clip(0.5 - d / c.step, 0, 1)
    out[..., 3] = np.clip(solid + 0.06 * pane, 0, 1)
    out[..., 6] = 0.02
    sheen = np.exp(-(((c.x * 0.6 + c.y - 1.35) / 0.07) ** 2))
    out[..., 7] = np.clip(0.10 * np.exp(-np.abs(-d - 0.035) / 0.008) * pane + 0.05 * sheen * pane * (1 - solid), 0, 1)
    return out


_EMBRASURE = painted_prop("casement/embrasure", (-1.1, 0.0, 1.1, 2.75), _embrasure, rows=280)
_CASEMENT = painted_prop("casement/leaf", (0.0 - 0.03, 0.0, _HINGE + 0.03, 2.32), _leaf, rows=280)


@element("hero", 2.5, handles=("open", "close", "dim", "ignite"))
def window(moment: Moment) -> tuple[Form, ...]:
    """A tall arched window hanging in the dark, warm light behind its bars, two casements that open."""
    n = int(min(max(moment.count, 1), 7))
    spot = scattered_positions(moment, n, 2.0)
    warm = np.asarray(moment.tint or AMBER, np.float32)
    light = (1 - 0.85 * moment.event("dim")) * (1 + 0.5 * moment.event("ignite")) * (1 - 0.3 * moment.calm)
    here = float(smooth(moment.presence, 0.2, 1.0))
    opened = float(smooth(moment.event("open"), 0, 1)) * (1 - float(smooth(moment.event("close"), 0, 1)))
    forms: list[Form] = []
    for i in range(n):
        x, y, z = rgb(spot[i])
        scale = moment.place.size * (1 if i == 0 else 0.8)
        own = (
            light
            * (1.0 + 0.06 * np.sin(0.5 * moment.t + 2 * i))
            * (1.0 if i == 0 else 0.55 + 0.4 * float(uniform(moment.seed, _BRIGHTNESS + i, 1)[0]))
        )
        swing = (0.06 * (1 - moment.event("close")) + 1.35 * opened) if i == 0 else 0.06
        frame = Sprites(
            _EMBRASURE.shape,
            np.array([[x, y, z]], np.float32),
            np.float32(_EMBRASURE.tall * scale),
            glow=rgb(warm * np.float32((0.85 + 0.5 * opened) * own)),
            lit=0.9,
            rim=0.7,
        )
        forms.append(
            Dots(
                np.array([[x, y + 1.3 * scale, z + 0.1]], np.float32),
                4.0 * scale,
                warm * np.float32((0.05 + 0.05 * opened) * own * here),
                depth=z + 0.2,
                reflect=False,
            )
        )
        forms += gathered(moment.replace(seed=moment.seed + i), frame, count=500)
        for side in (-1.0, 1.0):
            yaw = side * swing
            at3 = np.array(
                [
                    [
                        x + side * scale * _HINGE * (1 - 0.5 * np.cos(swing)),
                        y,
                        z - scale * _HINGE * 0.5 * np.sin(swing) - 0.01,
                    ]
                ],
                np.float32,
            )
            forms.append(
                Sprites(
                    _CASEMENT.shape,
                    at3,
                    np.float32(_CASEMENT.tall * scale),
                    glow=rgb(warm * np.float32(0.8 * own)),
                    lit=0.8,
                    rim=0.7,
                    yaw=np.float32(yaw),
                    width=np.float32(side),
                    opacity=np.float32(here),
                    depth=z - 0.05,
                )
            )
        if i == 0:
            forms += [
                Light(
                    (x, y + 1.2 * scale, z + 0.1),
                    rgb(warm * np.float32((0.6 + 0.5 * opened) * own * here)),
                    3.2 * scale,
                    haze=0.6,
                ),
                around(moment, (x, y + 1.2 * scale, z - 0.3), scale, warm * np.float32(here * own), n=50),
            ]
    return tuple(forms)
