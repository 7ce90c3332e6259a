"""A city of satin towers: tall, leaning, draped like cloth, a few windows lit in clumps, an avenue between."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice, roll
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, blur

KINDS = 8
BOX = (-0.30, 0.0, 0.30, 1.06)
TALL = 1.06


def _tower(k: int) -> Painting:
    """One tower, 1 high: a silhouette of slow curves, satin highlights along its folds, a spire or a slanted top."""
    c = canvas(*BOX, 420)
    y = np.clip(c.y, 0.0, 1.0)
    seed = 100 + k
    r = dice(seed, 1, 12)
    lean = (r[0] - 0.5) * 0.16 * y**1.7
    wave = 0.020 * np.sin(1.35 * 3.1 * y + 6.28 * r[1]) * y**0.8 + 0.010 * np.sin(3.1 * 3.1 * y + 6.28 * r[2])
    half = 0.095 + 0.050 * r[3]
    taper = half * (1.0 - 0.30 * y - 0.16 * np.sin(np.pi * y) * (r[4] - 0.3))
    if k % 4 == 0:  # a blade that ends in a point
        taper = taper * np.clip(1.0 - ((y - 0.52).clip(0) / 0.48) ** 2.2, 0, 1)
    elif k % 4 == 1:  # a slanted top
        taper = taper * 1.0
    elif k % 4 == 2:  # setbacks and a mast
        taper = taper * np.where(y > 0.90, 0.10 * (y < 0.985), np.where(y > 0.82, 0.52, np.where(y > 0.62, 0.78, 1.0)))
    else:  # a bud
        taper = taper * (0.80 + 0.34 * np.sin(np.pi * y**1.4)) * np.clip(1.0 - ((y - 0.70).clip(0) / 0.30) ** 3, 0, 1)
    x = (c.x - lean - wave) / np.maximum(taper, 1e-3)
    top = np.full_like(c.x, 1.0)
    if k % 4 == 1:
        top = 0.86 + 0.10 * x * (1 if r[5] > 0.5 else -1)
    inside = (
        np.clip((1.0 - np.abs(x)) * np.maximum(taper, 1e-3) / c.step + 0.5, 0, 1)
        * (taper > 1.5e-3)
        * np.clip((top - c.y) / c.step + 0.5, 0, 1)
    )
    # Cloth is low frequency: a few slow folds whose narrow highlights have dark between them.
    fold = 1.35 * x + 0.5 * np.sin(1.9 * x + 2.1 * y + 6.28 * r[6]) + 0.22 * np.sin(4.1 * x - 3.3 * y + 6.28 * r[7])
    sheen = np.abs(np.cos(2.1 * fold + 6.28 * r[8] + 0.9 * np.sin(2.7 * y + 6.28 * r[9])))
    silver = sheen**14 * 0.55 + sheen**4 * 0.10
    corner = (r[10] - 0.5) * 0.7
    face = np.where(x < corner, 0.62, 1.0)
    seam = np.exp(-(((x - corner) / 0.018) ** 2))
    tone = (0.030 + silver + 0.16 * seam) * face * (0.35 + 0.65 * fbm(c.x * 3, c.y * 2.2, seed))
    tone = tone * (0.30 + 0.70 * smooth(c.y, 0.0, 0.35)) * (1 - 0.5 * np.abs(x) ** 3)
    edge = np.exp(-(1 - np.abs(x)).clip(0) * taper / 0.0045)
    rows_, cols_ = np.floor(c.y / 0.0125), np.floor((c.x - lean - wave) / 0.0115)
    key = (rows_ * 211 + cols_ * 7).astype(np.int64)
    patch = fbm(cols_ * 0.16, rows_ * 0.07, seed + 3, 3)
    lit = (roll(seed, 21, key) < np.clip((patch - 0.58) * 3.6, 0, 0.55)) * (0.4 + 0.6 * roll(seed, 22, key))
    fy, fx = np.mod(c.y / 0.0125, 1.0), np.mod((c.x - lean - wave) / 0.0115, 1.0)
    pane = smooth(np.minimum(fy - 0.16, 0.84 - fy), 0.0, 0.2) * smooth(np.minimum(fx - 0.24, 0.76 - fx), 0.0, 0.2)
    window = lit * pane * (np.abs(x) < 0.90) * (taper > 0.03) * (c.y < top - 0.02)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = (tone * inside)[..., None] * np.array([0.92, 0.90, 1.0]) + 0.0
    out[..., :3] += (0.10 * edge * inside)[..., None] * np.array([1.0, 0.88, 0.86])
    out[..., 3] = inside
    out[..., 4] = np.clip(x * 0.7, -0.9, 0.9)
    out[..., 6] = np.clip((1 - np.abs(x)).clip(0) * taper, 0, 0.24)
    out[..., 7] = np.clip(window * inside + 0.25 * blur((window * inside).astype(np.float32), 3), 0, 1)
    return out


@cache
def _painted() -> Array:
    return np.stack([_tower(k) for k in range(KINDS)]).astype(np.float32)


def tower_shape() -> Shape:
    """Eight towers, 1 high each."""
    return shape("skyline/towers", _painted, (BOX[2] - BOX[0]) / TALL, 0.0)


@lru_cache(maxsize=8)
def plan(seed: int, count: int, near: float, far: float, avenue: float) -> dict[str, Array]:
    """Where towers stand beside an avenue, far to near: x, z, height (m), kind, mirror, birth 0..1."""
    u = (np.arange(count) + 0.5) / count
    z = near * (far / near) ** (1 - u)
    side = np.where(np.arange(count) % 2 == 0, -1.0, 1.0)
    row = dice(seed, 1, count)
    x = side * (avenue + 3.0 + 2.5 * dice(seed, 2, count) + row**1.4 * (1.45 * z))
    tall = (
        (21.0 + 24.0 * dice(seed, 3, count) ** 1.3)
        * (0.75 + 0.50 * row)
        * (0.62 + 0.38 * np.clip((z - near) / 30, 0, 1))
    )
    kind = np.floor(dice(seed, 4, count) * KINDS)
    flip = np.where(dice(seed, 5, count) < 0.5, -1.0, 1.0)
    return {
        k: np.asarray(v, np.float32)
        for k, v in {"x": x, "z": z, "tall": tall, "kind": kind, "flip": flip, "born": u}.items()
    }
