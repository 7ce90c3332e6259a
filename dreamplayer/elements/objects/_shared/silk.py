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
    breadthwise = np.linspace(-0.5, 0.5, strands)[:, None]
    along = np.linspace(0, 1, points)[None, :]
    phase = 6.28 * seed
    sway = 0.16 * np.sin(5.2 * along - 0.42 * t + phase) + 0.07 * np.sin(9.1 * along - 0.30 * t + 2 * phase)
    stream_x, stream_y, stream_z = (
        along - 0.5,
        wave * sway + 0.12 * (along - 0.5),
        0.16 * np.sin(4.1 * along + 0.25 * t + phase),
    )
    turn = 6.283 * 1.15 * along + 0.15 * t + phase
    wound_x, wound_y, wound_z = 0.17 * np.cos(turn), 0.42 * (0.5 - along), 0.17 * np.sin(turn)
    x, y, z = (
        stream_x * (1 - wrap) + wound_x * wrap,
        stream_y * (1 - wrap) + wound_y * wrap,
        stream_z * (1 - wrap) + wound_z * wrap,
    )
    tilt = (0.9 + 0.75 * np.sin(3.3 * along - 0.27 * t + phase) + 0.45 * np.sin(6.1 * along + 0.19 * t)) * (
        1 - 0.75 * wrap
    )
    breadth = (
        wide * (0.42 + 0.58 * np.sin(np.pi * (0.10 + 0.80 * along)) ** 0.8) * (1 + 0.08 * np.sin(7 * along + phase))
    )
    if profile == "ink":
        breadth = breadth * np.clip(np.sin(np.pi * along), 0.0, 1.0) ** 0.6
    crease = np.sin(17 * breadthwise + 3.1 * along + 1.2 * np.sin(4.2 * along - 0.2 * t) + phase)
    lean = tilt + 0.55 * crease * (0.35 + 0.65 * along)
    across = np.cumsum(np.cos(lean) * np.ones_like(breadthwise), axis=0) / strands
    across = across - across[strands // 2]
    depth = np.cumsum(np.sin(lean) * np.ones_like(breadthwise), axis=0) / strands
    depth = depth - depth[strands // 2]
    slope = 0.35 * np.cos(5.2 * along - 0.42 * t + phase) * (1 - wrap)
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
    hem = np.exp(-(((np.abs(breadthwise) - 0.5) / 0.02) ** 2)) * 0.6
    ends = np.clip(np.minimum(along, 1 - along) / 0.10, 0, 1) ** 0.7
    light = ((sheen + hem) * (0.6 + 0.4 * np.sin(2.2 * along + 0.2 * t + 2) ** 2))[..., None] * colour[None, None, :]
    half = breadth / strands * (0.35 + 0.75 * np.abs(np.cos(lean)))
    show = opacity * ends * np.ones_like(breadthwise)
    return Ribbons(
        at3.astype(np.float32),
        half.astype(np.float32),
        light.astype(np.float32),
        profile=profile,
        opacity=show.astype(np.float32),
        grown=grown,
        depth=where[2],
    )
