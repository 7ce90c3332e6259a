"""Cloth in the air: strands side by side whose brightness comes from how the folds turn."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Array, Profile, Ribbons

Colour = tuple[float, float, float]


def sheet(
    t: float,
    where: tuple[float, float, float],
    wide: float,
    long: float,
    colour: Array,
    *,
    folds: float = 3.0,
    seed: float = 0.0,
    strands: int = 72,
    points: int = 22,
    opacity: float = 1.0,
    grown: float = 1.0,
    hang: float = 0.0,
    blow: float = 0.35,
    gather: float = 0.0,
    lift: float = 0.0,
) -> list[Ribbons]:
    """A hanging or floating cloth whose upper edge is centred at `where`, metres.

    `hang` 0 floats along the air to the side .. 1 falls straight down like a curtain; `blow` how far it billows;
    `gather` 0 spread .. 1 drawn together at its upper edge; `lift` raises its ends.
    """
    s = np.linspace(0, 1, strands)[:, None]
    v = np.linspace(0, 1, points)[None, :]
    phase = 6.28 * seed
    fold = 6.283 * folds * s + phase
    # Folds deepen downwards and drift slowly.
    wave = np.sin(fold + 0.31 * t + 1.4 * v) + 0.45 * np.sin(1.83 * fold - 0.22 * t + 2.1 * v + 1.0)
    deep = (0.35 + 0.65 * v) * blow
    tight = 1.0 - gather * (1 - v) ** 1.3 * 0.82
    x = (s - 0.5) * wide * tight + 0.055 * wide * deep * np.sin(fold * 1.0 + 0.31 * t + 1.4 * v + 1.57) * 1.6
    drape = hang * v + (1 - hang) * (0.55 * v + 0.16 * np.sin(3.1 * v + 0.4 * t + phase))
    y = -long * drape + lift * v**2 * long + 0.035 * long * np.sin(5.0 * s + 0.35 * t + phase) * v
    sideways = (1 - hang) * long * 0.85 * v + 0.10 * long * blow * np.sin(1.7 * v + 0.27 * t + phase) * v
    z = 0.13 * wide * deep * wave
    at3 = np.stack([where[0] + x + sideways, where[1] + y, where[2] + z], -1)
    slope = np.gradient(x, axis=0) / (wide / strands)
    turn = np.gradient(z, axis=0) / (wide / strands)
    # Seen along a fold there is more cloth in the sight line; facing the light it shines.
    shine = 0.16 / (np.abs(slope) + 0.16) + 0.55 * np.clip(-turn * 1.6, 0, 1.4) ** 2
    shine = shine * (0.55 + 0.45 * np.sin(np.pi * v) ** 0.5) * (1 - 0.35 * v)
    hem = np.exp(-(((v - 0.985) / 0.018) ** 2)) + np.exp(-((v / 0.012) ** 2))
    ends = np.clip(np.minimum(s, 1 - s) / 0.06, 0.25, 1.0)
    light = ((0.20 + shine + 0.5 * hem) * ends)[..., None] * colour[None, None, :]
    half = 0.62 * wide / strands * (0.7 + 0.5 * np.clip(slope, 0.2, 1.5))
    show = np.full((strands, points), opacity, np.float32) * np.clip(1.15 - 0.25 * v, 0, 1)
    return [
        Ribbons(
            at3.astype(np.float32),
            half.astype(np.float32),
            light.astype(np.float32),
            profile="veil",
            opacity=show.astype(np.float32),
            grown=grown,
            depth=where[2],
        ),
    ]


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
