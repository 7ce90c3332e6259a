"""Crystal: single prisms cut into facets, with light standing in them, whole and cracked; clusters of them."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Sprites
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, blob, canvas
from dreamplayer.kit.shapes import Painting, frames

_BOX = (-0.30, -0.03, 0.30, 1.03)
KINDS = 4
"""Frames come in pairs: 2 k whole, 2 k + 1 cracked."""


def _prism(c: Canvas, k: int, crack: float) -> Painting:
    r = uniform(91 + k, 1, 12)
    wide = 0.125 + 0.06 * r[0]
    top, shoulder = 1.0, 0.74 + 0.12 * r[1]
    tip = (0.5 * wide * (r[2] - 0.5), top)
    left, right = -wide, wide * (0.85 + 0.3 * r[3])
    split = left + (right - left) * (0.30 + 0.35 * r[4])
    hip = shoulder - 0.06 - 0.10 * r[5]
    outline = np.array([(left * 0.92, 0.0), (left, hip), tip, (right, shoulder), (right * 0.9, 0.0)])
    d = blob(c, outline)
    inside = np.clip(-d, 0, 1)
    ridge_x = split + (tip[0] - split) * np.clip((c.y - shoulder + 0.08) / (top - shoulder + 0.08), 0, 1)
    on_left = c.x < ridge_x
    high = c.y > np.where(
        on_left, hip + (c.x - left) / (split - left + 1e-3) * 0.07, shoulder - 0.03 + (right - c.x) * 0.25
    )
    tone = np.where(on_left, 0.34, 0.62) * np.where(high, 1.35, 1.0)
    milk = fbm(c.x * 9 + 5 * k, c.y * 4, 7 + k, 4)
    low = np.exp(-np.clip(c.y, 0, 1) * 2.2)
    veil = 0.55 + 0.7 * milk
    seam = np.exp(-np.abs(c.x - ridge_x) / 0.006) + 0.8 * np.exp(-inside / 0.008)
    facet = np.exp(-(((c.y - np.where(on_left, hip + 0.03, shoulder)) / 0.008) ** 2)) * (inside > 0.01) * 0.6
    light = 0.08 + 0.40 * low * veil + 0.16 * tone * veil + 0.32 * seam * (0.3 + 0.7 * c.y) + 0.3 * facet
    if crack > 0:
        w = 0.16 * (fbm(c.x * 5 + k, c.y * 5, 31 + k, 3) - 0.5)
        n = np.abs(fbm(c.x * 6.0 + w + 3 * k, c.y * 3.6 - w, 57 + k, 3) - 0.5)
        line = np.exp(-n / 0.010)
        light = light * 0.45 + line
        tone = tone * (1.0 - 0.6 * np.exp(-n / 0.03))
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = (0.42 * tone * veil)[..., None]
    out[..., 3] = np.clip(0.5 - d / (1.4 * c.step), 0, 1) * (0.80 + 0.2 * low)
    out[..., 4] = np.where(on_left, -0.62, 0.55)
    out[..., 5] = np.where(high, 0.55, 0.06)
    out[..., 6] = inside
    out[..., 7] = np.clip(light, 0, 1) * (d < 0.004)
    return out


def _painted() -> Painting:
    c = canvas(*_BOX, 260)
    return frames([_prism(c, k, crack) for k in range(KINDS) for crack in (0.0, 1.0)])


PRISM = on(canvas(*_BOX, 8), "crystal/prism", _painted)


def cluster(
    where: tuple[float, float, float], size: float, count: int, seed: int, *, colour: Array, inner: Array, crack: float,
    opacity: float, apart: float = 0.0, grown: float = 1.0, spread: float = 0.55,
) -> Sprites:  # fmt: skip
    """Prisms that lean out of one foot; `apart` 0..1 sends them off in pieces, slowly.

    Args:
        where: metres, its foot.
        size: metres, its height.
        count: how many prisms.
        seed: whose random numbers.
        colour: albedo, (3,).
        inner: linear light within, (3,).
        crack: 0 whole .. 1 cracked.
        opacity: 0 unseen .. 1 whole.
        apart: 0 together .. 1 gone off in pieces.
        grown: 0 nothing .. 1 grown.
        spread: radians they lean outwards.
    """
    k = np.arange(count)
    side = np.where(k == 0, 0.0, np.where(k % 2, 1.0, -1.0) * (0.20 + 0.80 * uniform(seed, 1, count)))
    lean = -side * spread * (0.55 + 0.45 * uniform(seed, 2, count))
    tall = (
        size
        * np.where(k == 0, 1.0, (0.85 - 0.50 * np.abs(side)) * (0.65 + 0.5 * uniform(seed, 3, count)))
        * (0.2 + 0.8 * grown)
    )
    z = where[2] + 0.22 * size * (uniform(seed, 4, count) - 0.5) - 0.10 * size * np.abs(side)
    x = where[0] + 0.20 * size * side + apart * size * (0.9 * side + 0.35 * normal(seed, 5, count))
    y = where[1] + apart * size * (0.15 + 0.6 * uniform(seed, 6, count)) * (1.0 - 0.45 * apart)
    turn = lean + apart * 1.4 * normal(seed, 7, count)
    frame = 2 * np.floor(uniform(seed, 8, count) * KINDS) + min(crack, 0.999)
    tone = (0.6 + 0.7 * uniform(seed, 9, count))[:, None]
    return Sprites(
        PRISM,
        np.stack([x, y, np.maximum(z, 0.8)], 1).astype(np.float32),
        tall.astype(np.float32),
        tint=(colour[None] * tone).astype(np.float32),
        glow=(inner[None] * tone).astype(np.float32),
        opacity=np.float32(opacity) * np.ones(count, np.float32),
        turn=turn.astype(np.float32),
        frame=frame.astype(np.float32),
        width=(np.where(uniform(seed, 10, count) < 0.5, 1.0, -1.0) * (0.8 + 0.5 * uniform(seed, 11, count))).astype(
            np.float32
        ),
        rim=0.8,
    )
