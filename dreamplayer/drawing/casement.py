"""A tall arched window: its stone surround with the light behind, and one leaf of leaded panes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mirror import arch
from dreamplayer.drawing.props import drawn
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting, blur

HINGE = 0.60
LOW, SPRING = 0.40, 1.62


def _embrasure(c: Canvas) -> Painting:
    d, wide = arch(c, HINGE, LOW, SPRING), arch(c, HINGE + 0.15, LOW - 0.13, SPRING)
    inside = np.clip(0.5 - d / c.step, 0, 1)
    sill = np.maximum(np.abs(c.x) - HINGE - 0.24, np.abs(c.y - LOW + 0.10) - 0.055)
    ring = np.minimum(wide, sill)
    stone = 0.6 + 0.6 * fbm(c.x * 7, c.y * 7, 6)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = (np.array([0.15, 0.13, 0.135]) * stone[..., None]) * (1 - inside)[..., None]
    out[..., 3] = np.clip(0.5 - ring / c.step, 0, 1)
    core = np.exp(-((c.x / 0.50) ** 2 + ((c.y - 1.05) / 0.62) ** 2))
    curtain = np.clip(np.abs(c.x) / HINGE - 0.42, 0, 1) * 1.4
    fold = 0.75 + 0.25 * np.sin(c.x * 75 + 1.5 * np.sin(c.y * 2.4))
    light = (0.22 + 0.62 * core) * inside * (1 - 0.62 * curtain * fold)
    lip = np.exp(-np.maximum(d, 0) / 0.03) * (d > 0) * 0.30 * stone + 0.35 * np.exp(
        -np.abs(c.y - LOW + 0.045) / 0.012
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
    d = np.maximum(arch(c, HINGE, LOW, SPRING), -c.x)
    frame = np.exp(-((np.clip(-d, 0, 1) / 0.035) ** 4))
    bars = np.maximum(
        np.exp(-(((c.x - 0.5 * HINGE) / 0.014) ** 2)), np.exp(-(((np.mod(c.y - LOW, 0.36) - 0.18) / 0.014) ** 2)) * 0.9
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


EMBRASURE = drawn("casement/embrasure", (-1.1, 0.0, 1.1, 2.75), _embrasure, 280)
CASEMENT = drawn("casement/leaf", (0.0 - 0.03, 0.0, HINGE + 0.03, 2.32), _leaf, 280)
