"""Towers of silver satin on both sides of an avenue, windows lit in clumps; they ripple and twist like cloth."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.particles import gathering, rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform, uniform_at
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, blur
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_PROPORTIONS, _WINDOW_LIT, _WINDOW_STRENGTH = 1, 21, 22
"""Random lanes of a tower: its proportions, and which windows are lit and how strongly."""
_ROW, _ACROSS, _HEIGHT, _KIND, _MIRRORED = 1, 2, 3, 4, 5
"""Random lanes of where each tower stands and which one it is."""
_ORDER, _WAVER_PHASE, _LIT_ORDER = 3, 4, 5
"""Random lanes of how the towers come and how their windows waver."""

_KINDS = 8
"""How many towers are painted; with fewer the eye finds the same one twice."""
_BOX = (-0.30, 0.0, 0.30, 1.06)
"""Left, bottom, right and top of the painting, in heights of a tower."""
_TALL = 1.06
"""Heights of a tower that the painting is high."""


_STOREY, _PANE_WIDE = 0.0125, 0.0115
"""Height of a storey and width of a window in heights of the tower, margins included."""
_DARK_WINDOWS, _MOST_LIT = 0.58, 0.55
"""Level of the noise below which a patch of windows is dark, and share of windows lit in the brightest patch."""
_STONE, _RIM = np.array([0.88, 0.93, 1.0]), np.array([0.92, 0.95, 1.0])
"""Tint of the faces and of the light along the outline: silver, a little cool."""
_SILVER, _SKY_IN_SILVER = np.array([0.88, 0.91, 1.0]), 0.16
"""Colour of the metal, and how much of the glow of the sky it takes on: more would make it copper."""


def _tower(k: int) -> Painting:
    """One tower, 1 high: a silhouette of slow curves, satin highlights along its folds, a spire or a slanted top."""
    c = canvas(*_BOX, 420)
    y = np.clip(c.y, 0.0, 1.0)
    seed = 100 + k
    throws = uniform(seed, _PROPORTIONS, 12)
    # The axis leans and winds slowly; the foot stays.
    lean = (throws[0] - 0.5) * 0.16 * y**1.7
    wave = 0.020 * np.sin(1.35 * 3.1 * y + 6.28 * throws[1]) * y**0.8 + 0.010 * np.sin(3.1 * 3.1 * y + 6.28 * throws[2])
    half_at_foot = 0.095 + 0.050 * throws[3]
    waist = 0.16 * np.sin(np.pi * y) * (throws[4] - 0.3)
    taper = half_at_foot * (1.0 - 0.30 * y - waist)
    if k % 4 == 0:  # a blade that ends in a point
        above = (y - 0.52).clip(0) / 0.48
        taper = taper * np.clip(1.0 - above**2.2, 0, 1)
    elif k % 4 == 2:  # setbacks and a mast
        mast = 0.10 * (y < 0.985)
        taper = taper * np.where(y > 0.90, mast, np.where(y > 0.82, 0.52, np.where(y > 0.62, 0.78, 1.0)))
    elif k % 4 == 3:  # a bud
        swell = 0.80 + 0.34 * np.sin(np.pi * y**1.4)
        above = (y - 0.70).clip(0) / 0.30
        taper = taper * swell * np.clip(1.0 - above**3, 0, 1)
    across = (c.x - lean - wave) / np.maximum(taper, 1e-3)
    top = np.full_like(c.x, 1.0)
    if k % 4 == 1:
        top = 0.86 + 0.10 * across * (1 if throws[5] > 0.5 else -1)
    inside = (
        np.clip((1.0 - np.abs(across)) * np.maximum(taper, 1e-3) / c.step + 0.5, 0, 1)
        * (taper > 1.5e-3)
        * np.clip((top - c.y) / c.step + 0.5, 0, 1)
    )
    # Cloth is low frequency: a few slow folds whose narrow highlights have dark between them.
    fold = (
        1.35 * across
        + 0.5 * np.sin(1.9 * across + 2.1 * y + 6.28 * throws[6])
        + 0.22 * np.sin(4.1 * across - 3.3 * y + 6.28 * throws[7])
    )
    sheen = np.abs(np.cos(2.1 * fold + 6.28 * throws[8] + 0.9 * np.sin(2.7 * y + 6.28 * throws[9])))
    silver = sheen**14 * 0.78 + sheen**4 * 0.17
    corner = (throws[10] - 0.5) * 0.7
    face = np.where(across < corner, 0.62, 1.0)
    seam = np.exp(-(((across - corner) / 0.018) ** 2))
    cloudy = 0.35 + 0.65 * fbm(c.x * 3, c.y * 2.2, seed)
    from_haze = 0.30 + 0.70 * smooth(c.y, 0.0, 0.35)
    tone = (0.042 + silver + 0.18 * seam) * face * cloudy
    tone = tone * from_haze * (1 - 0.5 * np.abs(across) ** 3)
    edge = np.exp(-(1 - np.abs(across)).clip(0) * taper / 0.0045)
    storeys, panes = c.y / _STOREY, (c.x - lean - wave) / _PANE_WIDE
    rows_, cols_ = np.floor(storeys), np.floor(panes)
    key = (rows_ * 211 + cols_ * 7).astype(np.int64)
    patch = fbm(cols_ * 0.16, rows_ * 0.07, seed + 3, octaves=3)
    share_lit = np.clip((patch - _DARK_WINDOWS) * 3.6, 0, _MOST_LIT)
    strength = 0.4 + 0.6 * uniform_at(seed, _WINDOW_STRENGTH, key)
    lit = (uniform_at(seed, _WINDOW_LIT, key) < share_lit) * strength
    pane_y, pane_x = np.mod(storeys, 1.0), np.mod(panes, 1.0)
    pane = smooth(np.minimum(pane_y - 0.16, 0.84 - pane_y), 0.0, 0.2) * smooth(
        np.minimum(pane_x - 0.24, 0.76 - pane_x), 0.0, 0.2
    )
    window = lit * pane * (np.abs(across) < 0.90) * (taper > 0.03) * (c.y < top - 0.02)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = (tone * inside)[..., None] * _STONE
    out[..., :3] += (0.10 * edge * inside)[..., None] * _RIM
    out[..., 3] = inside
    out[..., 4] = np.clip(across * 0.7, -0.9, 0.9)
    out[..., 6] = np.clip((1 - np.abs(across)).clip(0) * taper, 0, 0.24)
    out[..., 7] = np.clip(window * inside + 0.25 * blur((window * inside).astype(np.float32), 3), 0, 1)
    return out


@cache
def _painted() -> Array:
    return np.stack([_tower(k) for k in range(_KINDS)]).astype(np.float32)


def _tower_shape() -> Shape:
    """Eight towers, 1 high each."""
    return shape("skyline/towers", _painted, (_BOX[2] - _BOX[0]) / _TALL, 0.0)


@lru_cache(maxsize=8)
def _plan(seed: int, count: int, near: float, far: float, avenue: float) -> dict[str, Array]:
    """Where towers stand beside an avenue, far to near: x, z, height (m), kind, mirror, birth 0..1."""
    born = (np.arange(count) + 0.5) / count
    z = near * (far / near) ** (1 - born)
    side = np.where(np.arange(count) % 2 == 0, -1.0, 1.0)
    row = uniform(seed, _ROW, count)
    x = side * (avenue + 3.0 + 2.5 * uniform(seed, _ACROSS, count) + row**1.4 * (1.45 * z))
    tall = (
        (21.0 + 24.0 * uniform(seed, _HEIGHT, count) ** 1.3)
        * (0.75 + 0.50 * row)
        * (0.62 + 0.38 * np.clip((z - near) / 30, 0, 1))
    )
    kind = np.floor(uniform(seed, _KIND, count) * _KINDS)
    flip = np.where(uniform(seed, _MIRRORED, count) < 0.5, -1.0, 1.0)
    return {
        k: np.asarray(v, np.float32)
        for k, v in {"x": x, "z": z, "tall": tall, "kind": kind, "flip": flip, "born": born}.items()
    }


_WINDOW = (1.0, 0.66, 0.32)
"""Linear colour of a lit window."""


@element("far", 34.0, handles=("ripple", "twist", "dim", "tremble", "melt", "swirl", "wrap"))
def city(moment: Moment) -> tuple[Form, ...]:
    """Towers of silver satin on both sides of an avenue, windows lit in clumps; they ripple and twist like cloth."""
    spread, size = moment.place.spread, moment.place.size
    near = 15.0
    towers = _plan(moment.seed % 61, 92, near, 130.0, 3.2 * spread)
    n = len(towers["x"])
    z = towers["z"]
    order = smooth(moment.presence * 1.6 - 0.6 * uniform(moment.seed, _ORDER, n), 0.0, 1.0)
    twist, ripple = (
        max(moment.event("twist"), moment.event("swirl"), moment.event("wrap")),
        max(moment.event("ripple"), 0.6 * moment.event("tremble")),
    )
    phase = 6.28 * uniform(moment.seed, _WAVER_PHASE, n)
    lean = 0.010 * np.sin(0.19 * moment.t + phase) + (0.05 * ripple + 0.11 * twist) * np.sin(
        0.55 * moment.t + phase - 0.05 * z
    )
    wide = (
        1.0 + 0.03 * np.sin(0.23 * moment.t + phase) - 0.22 * twist * (0.5 + 0.5 * np.sin(0.4 * moment.t + phase * 2))
    )
    dark = (1 - 0.85 * moment.event("dim")) * (1 - 0.3 * moment.calm)
    warm = np.asarray(moment.tint or _WINDOW, np.float32)
    lights = (
        dark
        * (0.55 + 0.10 * np.sin(0.6 * moment.t + phase))
        * smooth(moment.presence * 1.8 - 0.8 * uniform(moment.seed, _LIT_ORDER, n), 0.4, 1)
    )
    where = np.stack([moment.place.x + towers["x"], np.zeros(n), z], 1).astype(np.float32)
    tall = towers["tall"] * size * (0.82 + 0.18 * order) * (1 - 0.35 * float(smooth(moment.event("melt"), 0, 1)))
    # Molten silver mirrors the sky's light and keeps its own colour.
    glow, zen = np.asarray(moment.palette.glow), np.asarray(moment.palette.horizon)
    hue = _SKY_IN_SILVER * glow / max(float(glow.max()), 0.02) + (1.0 - _SKY_IN_SILVER) * _SILVER
    sky = 0.150 * hue + float(zen.mean()) * 1.6 * _SILVER + 0.02
    haze = np.clip(1.25 - z / 150, 0.5, 1.0)
    tint = (
        sky[None, :]
        * (haze * (0.55 + 0.45 * dark))[:, None]
        * (1 + 0.35 * ripple * np.sin(0.8 * moment.t - 0.12 * z + phase))[:, None]
    )
    forms: list[Form] = []
    for low, high in ((60.0, 1e9), (30.0, 60.0), (0.0, 30.0)):
        pick = (z >= low) & (z < high)
        if not pick.any():
            continue
        forms.append(
            Sprites(
                _tower_shape(),
                where[pick],
                (_TALL * tall[pick]).astype(np.float32),
                tint=(3.6 * tint[pick]).astype(np.float32),
                glow=(warm[None, :] * lights[pick, None]).astype(np.float32),
                opacity=order[pick].astype(np.float32),
                lit=0.22,
                rim=0.8,
                turn=lean[pick].astype(np.float32),
                width=(0.84 * towers["flip"] * wide)[pick].astype(np.float32),
                frame=towers["kind"][pick],
            )
        )
    if moment.presence < 1.0:
        for i in np.argsort(z)[:5]:
            forms.append(
                gathering(
                    moment,
                    _tower_shape(),
                    rgb(where[i]),
                    float(_TALL * tall[i]),
                    count=260,
                    colour=_WINDOW,
                    frame=int(towers["kind"][i]),
                    lane=int(i),
                )
            )
    here = np.float32(smooth(moment.presence, 0.1, 0.9) * dark)
    forms += [
        Dots(
            np.array([[moment.place.x, 3.0, 120.0]], np.float32),
            95.0,
            warm * np.float32(0.055) * here,
            depth=131.0,
            reflect=False,
        ),
        Light((moment.place.x - 3.0, 3.0, 26.0), rgb(warm * np.float32(0.30) * here), reach=9.0, haze=0.25),
        Light((moment.place.x + 3.5, 2.0, 16.0), rgb(warm * np.float32(0.22) * here), reach=7.0, haze=0.15),
    ]
    return tuple(forms)
