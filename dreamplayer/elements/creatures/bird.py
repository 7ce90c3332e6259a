"""Birds: in a place they perch or fly in their colours, on an open stage they are dark against the sky."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Array, Form
from dreamplayer.drawing.props import larger
from dreamplayer.elements.creatures._shared.flying_bodies import Flyer
from dreamplayer.elements.creatures._shared.modelled_fowl import Fowl, Plumage
from dreamplayer.elements.creatures._shared.standing_birds import perch_or_fly
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


_BROWN, _RUST, _PALE, _BLUE, _GREY = (
    (0.30, 0.205, 0.12), (0.56, 0.19, 0.055), (0.58, 0.52, 0.43), (0.17, 0.25, 0.40), (0.33, 0.325, 0.32)
)  # fmt: skip
_SONGBIRD = Fowl(
    name="songbird",
    body=((-0.095, 0.118, 0.022), (-0.050, 0.128, 0.050), (0.005, 0.148, 0.066), (0.045, 0.178, 0.058)),
    neck=((0.050, 0.196, 0.051), (0.056, 0.214, 0.046), (0.060, 0.228, 0.043)),
    head=(0.066, 0.238, 0.044),
    beak=0.036,
    wing=(-0.030, 0.146, 0.075, 0.044),
    tail=((-0.085, 0.118, 0.034), (-0.200, 0.112, 0.026)),
    leg=(0.005, 0.022, 0.0048),
    plumage=Plumage(_BROWN, (0.25, 0.165, 0.095), beak=(0.16, 0.11, 0.06), legs=(0.26, 0.15, 0.09), breast=_PALE,
                    throat=_RUST),
)  # fmt: skip
_PLUMAGES = (
    _SONGBIRD.plumage,
    Plumage(_BLUE, (0.14, 0.21, 0.35), beak=(0.10, 0.09, 0.09), legs=(0.20, 0.17, 0.16), breast=_PALE,
            throat=(0.60, 0.34, 0.14)),
    Plumage((0.32, 0.24, 0.155), (0.26, 0.18, 0.11), beak=(0.20, 0.14, 0.08), legs=(0.26, 0.17, 0.11), breast=_PALE,
            speckle=0.5),
    Plumage(_GREY, (0.25, 0.25, 0.255), beak=(0.42, 0.25, 0.06), legs=(0.36, 0.20, 0.08), breast=(0.62, 0.60, 0.56)),
)  # fmt: skip
"""A robin, a bluebird, a thrush, a grey bird."""
_FLYERS = tuple(
    Flyer("songbird", 0.20, c.main, c.breast or c.main, c.wing, (0.6 * c.wing[0], 0.6 * c.wing[1], 0.6 * c.wing[2]),
          beak=c.beak, span=1.15, girth=0.150, skull=(0.30, 0.07, 0.115))
    for c in _PLUMAGES
)  # fmt: skip
_METRES = 0.34
"""Height of one that stands, some room above it included: as large as its record says."""
_SIZE = 1.3
_BIRD_FLIGHT = Flight("wings/bird", _BIRD)
_GLASS_FLIGHT = Flight("wings/glass", _BIRD, _glass, 208)


@element("air", _SIZE, handles=("rise", "scatter"))
def bird(moment: Moment) -> tuple[Form, ...]:
    """Birds with slow wings: songbirds in a place, dark against the sky on an open stage.

    Notes: `glass` 1 makes them of stained glass, `rising` 1 lets them leave their place one by one and fly up.
    """
    if moment.param("glass", 0.0) > 0.5 or moment.manner == "glass":
        return flying_birds(moment, _GLASS_FLIGHT, 1.4, (0.9, 0.9, 0.9), (0.0, 0.0, 0.0), 0.6, 14, 0.05)
    if moment.surface is not None:
        return perch_or_fly(larger(moment, _SIZE / _METRES), _SONGBIRD, _FLYERS, plumages=_PLUMAGES)
    tint = coloured(moment, moment.palette.body, 1.0 if moment.tint is None else 0.5)
    return flying_birds(moment, _BIRD_FLIGHT, 1.3, tint, coloured(moment, moment.palette.key, 0.42))
