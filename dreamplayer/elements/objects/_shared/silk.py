"""A scarf of silk in the air: strands whose brightness comes from how the folds turn."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array, Profile, Ribbons


def scarf(
    t: float,
    where: tuple[float, float, float],
    long: float,
    wide: float,
    colour: Array,
    *,
    seed: float = 0.0,
    opacity: float = 1.0,
    grown: float = 1.0,
    wrap: float = 0.0,
    profile: Profile = "veil",
    strands: int = 44,
    points: int = 64,
    wave: float = 1.0,
) -> Ribbons:
    """A long veil that streams through the air in slow waves, its folds bright where they stand on edge.

    Centred at `where`; `wrap` 0 streams sideways .. 1 winds around a standing axis, as a shawl around someone.
    """
    s = np.linspace(-0.5, 0.5, strands)[:, None]
    v = np.linspace(0, 1, points)[None, :]
    phase = 6.28 * seed
    sway = 0.16 * np.sin(5.2 * v - 0.42 * t + phase) + 0.07 * np.sin(9.1 * v - 0.30 * t + 2 * phase)
    px, py, pz = v - 0.5, wave * sway + 0.12 * (v - 0.5), 0.16 * np.sin(4.1 * v + 0.25 * t + phase)
    turn = 6.283 * 1.15 * v + 0.15 * t + phase
    wx, wy, wz = 0.17 * np.cos(turn), 0.42 * (0.5 - v), 0.17 * np.sin(turn)
    x, y, z = px * (1 - wrap) + wx * wrap, py * (1 - wrap) + wy * wrap, pz * (1 - wrap) + wz * wrap
    tilt = (0.9 + 0.75 * np.sin(3.3 * v - 0.27 * t + phase) + 0.45 * np.sin(6.1 * v + 0.19 * t)) * (1 - 0.75 * wrap)
    breadth = wide * (0.42 + 0.58 * np.sin(np.pi * (0.10 + 0.80 * v)) ** 0.8) * (1 + 0.08 * np.sin(7 * v + phase))
    if profile == "ink":
        breadth = breadth * np.clip(np.sin(np.pi * v), 0.0, 1.0) ** 0.6
    crease = np.sin(17 * s + 3.1 * v + 1.2 * np.sin(4.2 * v - 0.2 * t) + phase)
    lean = tilt + 0.55 * crease * (0.35 + 0.65 * v)
    across = np.cumsum(np.cos(lean) * np.ones_like(s), axis=0) / strands
    across = across - across[strands // 2]
    depth = np.cumsum(np.sin(lean) * np.ones_like(s), axis=0) / strands
    depth = depth - depth[strands // 2]
    slope = 0.35 * np.cos(5.2 * v - 0.42 * t + phase) * (1 - wrap)
    at3 = np.stack(
        [
            where[0] + long * x - breadth * across * slope,
            where[1] + long * y + breadth * across,
            where[2] + long * z + 0.6 * breadth * depth,
        ],
        -1,
    )
    edge_on = 0.17 / (np.abs(np.cos(lean)) + 0.17)
    sheen = 0.20 + 0.80 * edge_on + 0.50 * np.clip(np.sin(lean + 0.6), 0, 1) ** 6
    hem = np.exp(-(((np.abs(s) - 0.5) / 0.02) ** 2)) * 0.6
    ends = np.clip(np.minimum(v, 1 - v) / 0.10, 0, 1) ** 0.7
    light = ((sheen + hem) * (0.6 + 0.4 * np.sin(2.2 * v + 0.2 * t + 2) ** 2))[..., None] * colour[None, None, :]
    half = breadth / strands * (0.35 + 0.75 * np.abs(np.cos(lean)))
    show = opacity * ends * np.ones_like(s)
    return Ribbons(
        at3.astype(np.float32),
        half.astype(np.float32),
        light.astype(np.float32),
        profile=profile,
        opacity=show.astype(np.float32),
        grown=grown,
        depth=where[2],
    )
