"""Birds with slow wings, dark against the sky, their edges touched by light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Array, Form
from dreamplayer.elements.creatures._shared.wings import Flight, WingShape, coloured, flying_birds, trunk, wing_feathers
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, Map
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment

_BIRD = WingShape()
_PANES = (
    (0.95, 0.29, 0.03), (1.0, 0.52, 0.10), (0.70, 0.115, 0.10), (1.0, 0.62, 0.26), (0.80, 0.055, 0.045),
    (0.065, 0.05, 0.25), (0.24, 0.035, 0.15), (0.03, 0.26, 0.25),
)  # fmt: skip
"""Tones of the glass: ambers and reds, a few of blue, violet and green."""


def _glass(b: WingShape, c: Canvas, beat: float) -> Painting:
    """The same bird of stained glass: each feather three panes between dark leads, lit from behind."""
    body, beak, tail = trunk(c, b)
    out = np.zeros((*c.x.shape, 8), np.float32)
    colour = np.zeros((*c.x.shape, 3), np.float32)
    cover = np.zeros(c.x.shape, np.float32)
    lead = np.zeros(c.x.shape, np.float32)

    def pane(d: Map, tone: Array) -> None:
        a = np.clip(0.5 - d / c.step, 0, 1)
        edge = np.exp(-np.abs(d) / (0.9 * c.step))
        colour[:] = colour * (1 - a[..., None]) + tone * a[..., None]
        lead[:] = np.maximum(lead * (1 - a), edge)
        np.maximum(cover, np.clip(0.7 - d / c.step, 0, 1), out=cover)

    def banded(d: Map, k: int, along: Map) -> None:
        bands = np.stack([np.asarray(_PANES[(k * 2 + j * 3) % len(_PANES)], np.float32) for j in range(3)])
        pane(d, bands[np.clip((along * 3).astype(int), 0, 2)])

    for side in (1.0, -1.0):
        if side < 0:
            banded(tail, 2, np.clip((-c.x - 0.2) / 0.6, 0, 0.99))
            pane(beak, np.asarray(_PANES[1], np.float32))
            slices = np.mod(np.floor((c.x + 1.0 + 0.3 * c.y) / 0.115), 3).astype(int)
            pane(body, np.asarray([_PANES[0], _PANES[1], _PANES[3]], np.float32)[slices])
        feathers, arm = wing_feathers(c, b, beat, side)
        for k, d in enumerate(feathers):
            banded(d, k, np.clip((np.hypot(c.x - 0.12, c.y) - 0.1) / (0.85 * b.span), 0, 0.99))
        pane(arm, np.asarray(_PANES[3], np.float32))
    streak = fbm(c.x * 9, c.y * 9, 5, 3)
    light = (0.45 + 0.9 * streak) * (1.0 - 0.92 * np.clip(lead, 0, 1))
    out[..., :3] = colour * light[..., None]
    out[..., 3] = cover
    out[..., 6] = 0.2
    # Glow has one channel: the panes' own colour lies in the albedo, shown unlit.
    out[..., 7] = 0.05 * cover
    return out


_BIRD_FLIGHT = Flight("wings/bird", _BIRD)
_GLASS_FLIGHT = Flight("wings/glass", _BIRD, _glass, 208)


@element("air", 1.3, handles=("rise", "scatter"))
def bird(moment: Moment) -> tuple[Form, ...]:
    """Birds with slow wings, dark against the sky, their edges touched by light.

    Notes: `glass` 1 makes them of stained glass, `rising` 1 lets them leave their place one by one and fly up.
    """
    if moment.param("glass", 0.0) > 0.5 or moment.manner == "glass":
        return flying_birds(moment, _GLASS_FLIGHT, 1.4, (0.9, 0.9, 0.9), (0.0, 0.0, 0.0), 0.6, 14, 0.05)
    tint = coloured(moment, moment.palette.body, 1.0 if moment.tint is None else 0.5)
    return flying_birds(moment, _BIRD_FLIGHT, 1.3, tint, coloured(moment, moment.palette.key, 0.42))
