"""A wall of old ice between dark peaks, pale light held in its clefts, snow dust blowing from its edge."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.rock import ridged, rock
from dreamplayer.drawing.motion.falling import sinking
from dreamplayer.drawing.motion.growing import eased_presence
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.drawing.sky.mist import low_mist
from dreamplayer.elements.land._shared.peaks import PEAK
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment

_ICE = (-2.4, -0.03, 2.4, 1.05)
"""Frame of the ice front: left, bottom, right, top in its heights."""


def _ice(k: int) -> Painting:
    """A wall of ice: blue clefts from top to foot, blocks at its broken edge, sinking away to both sides."""
    c = canvas(*_ICE, 250)
    x, y = c.x, c.y
    edge = (
        0.70
        + 0.16 * (fbm(x * 2.0 + 5 * k, np.zeros_like(y), 3 + k, 4) - 0.5) * 2
        + 0.10 * ridged(x * 3.4 + k, np.zeros_like(y), 12 + k, 4)
    )
    top = edge * np.clip(1.0 - (np.abs(x) / 2.35) ** 3.0, 0.0, 1.0)
    inside = np.asarray(np.minimum(top - y, y + 0.02), np.float32)
    warp = 0.35 * (fbm(x * 1.4, y * 1.9, 21 + k, 4) - 0.5)
    cleft = ridged(np.asarray(x * 2.3 + warp, np.float32), np.asarray(y * 0.55 + warp, np.float32), 31 + k)
    band = fbm(x * 0.7 + warp, y * 7.0 + 2.0 * warp, 61 + k, 4)
    relief = 0.16 * cleft + 0.03 * band + 0.10 * np.clip(top - y, 0, 0.25)
    tone = np.asarray(0.30 + 0.40 * band + 0.30 * smooth(y / np.maximum(top, 0.05), 0.80, 1.0), np.float32)
    light = np.exp(-np.abs(cleft - 0.42) / 0.05) * np.clip(1.1 - y, 0, 1) * 0.8
    return rock(c, inside, relief, steep=1.7, tone=tone, glow=np.asarray(light, np.float32))


_ICE_RELIEF = on(canvas(*_ICE, 8), "massif/ice", lambda: frames([_ice(k) for k in range(2)]))


@element("far", 13.0, handles=("crack", "melt"))
def glacier(moment: Moment) -> tuple[Form, ...]:
    """A wall of old ice between dark peaks, pale light held in its clefts, snow dust blowing from its edge."""
    p, tall = moment.place, moment.size(13.0)
    show = eased_presence(moment)
    melt = float(smooth(moment.event("melt"), 0, 1))
    ice = np.asarray(moment.tint or (0.34, 0.42, 0.54), np.float32)
    lit = 0.6 + 0.5 * moment.event("crack") + 0.04 * float(np.sin(0.4 * moment.t))
    high = tall * (1.0 - 0.35 * melt) * f32([0.95, 0.62])
    wall = Sprites(
        _ICE_RELIEF,
        f32([[p.x, 0.0, p.z], [p.x - 0.9 * tall, 0.0, p.z - 3.0]]),
        high,
        tint=ice * np.float32(0.80),
        glow=rgb(ice * np.float32(0.34 * lit)),
        frame=f32([0.0, 1.0]),
        opacity=show,
        rim=0.9,
    )
    behind = Sprites(
        PEAK,
        f32([[p.x - 1.3 * tall, 0, p.z + 14], [p.x + 1.2 * tall, 0, p.z + 18]]),
        f32([1.7 * tall, 2.0 * tall]),
        tint=(0.16, 0.16, 0.21),
        glow=(0.03, 0.03, 0.04),
        frame=f32([0, 2]),
        opacity=show,
        rim=0.8,
    )
    spot, here = sinking(moment, 420, pace=0.20, near=3.0, far=26.0, sway=0.4, wind=0.6)
    dust = Dots(
        spot,
        np.float32(0.03),
        (f32([0.50, 0.50, 0.58])[None] * (0.45 * here)[:, None]).astype(np.float32),
        reflect=False,
    )
    return (behind, wall, low_mist(moment, p.z - 1.0, 0.9 * show, 0.0), dust)
