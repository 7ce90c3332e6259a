"""Cached stamps, rendered once and blitted many times: soft dots, and painted shapes under their light."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Shape
from dreamplayer.picture.tone import encoded, toned

Array = NDArray[np.float32]
TALLEST = 420
"""Largest height in pixels at which a shape is lit; larger ones are scaled up."""


@lru_cache(maxsize=4096)
def dot(diameter: int, colour: tuple[int, int, int], glint: bool) -> pygame.Surface:
    """A soft dot, or a four-point glint, for additive blits.

    Args:
        diameter: pixels.
        colour: sRGB, 0..255.
        glint: four rays instead of a disc.
    """
    n = max(1, diameter)
    axis = (np.arange(n, dtype=np.float32) + 0.5) / n * 2 - 1
    x, y = np.meshgrid(axis, axis)
    r2 = x * x + y * y
    a = np.clip(1 - r2, 0, 1)
    s = a * a
    if glint:
        rays = np.clip(1 - abs(x) * 10, 0, 1) * np.clip(1 - abs(y), 0, 1)
        rays = rays + np.clip(1 - abs(y) * 10, 0, 1) * np.clip(1 - abs(x), 0, 1)
        s = np.clip(0.9 * np.exp(-r2 * 30) + 0.5 * rays * a * a + 0.05 * s, 0, 1)
    if n == 1:
        s = np.full((1, 1), 0.7, np.float32)
    # Display values add up to more than light does: wide halos are attenuated, or many of them become fog.
    attenuation = 1.0 if n < 10 else max(0.34, (10 / n) ** 0.5)
    values = np.asarray(colour, np.float32) * (np.power(s, 0.75) * attenuation)[..., None]
    surface = pygame.Surface((n, n))
    pygame.surfarray.blit_array(surface, np.asarray(values, np.uint8).swapaxes(0, 1))
    return surface


@lru_cache(maxsize=96)
def _channels(shape: Shape, frame: int, rows: int) -> Array:
    """A shape's channels, averaged down to about `rows` rows."""
    full = np.asarray(shape.paint()[frame], np.float32)
    step = max(1, full.shape[0] // max(rows, 8))
    if step == 1:
        return full
    h, w = full.shape[0] // step * step, full.shape[1] // step * step
    parts = full[:h, :w].reshape(h // step, step, w // step, step, 8)
    return np.asarray(parts.mean(axis=(1, 3)), np.float32)


@lru_cache(maxsize=700)
def lit(
    shape: Shape,
    frame: int,
    rows: int,
    tint: tuple[float, float, float],
    glow: tuple[float, float, float],
    ambient: tuple[float, float, float],
    lamp: tuple[float, float, float],
    towards: tuple[float, float, float],
    look: tuple[float, float, float, float, float],
) -> pygame.Surface:
    """A shape shaded by the light at its place (ambient, one lamp, rim light), premultiplied.

    Args:
        shape: the painted shape.
        frame: index of its frame.
        rows: height to shade it at, pixels.
        tint: factor on its albedo.
        glow: linear light of its luminous parts.
        ambient: linear light from everywhere.
        lamp: linear light of the lamps that reach it.
        towards: direction of the strongest lamp.
        look: rim light 0..1, cover 0..1 (0 is purely additive), opacity 0..1, exposure, warmth.
    """
    edge, cover, opacity, exposure, warmth = look
    x = _channels(shape, frame, min(rows, TALLEST))
    alpha = np.clip(x[..., 3:4], 0, 1)
    albedo = x[..., :3] * np.asarray(tint, np.float32)
    n = x[..., 4:6]
    nz = np.sqrt(np.clip(1 - (n**2).sum(-1), 0, 1))
    if shape.modelled:
        # By its normals alone: half dark away from the lamp, no edge of light.
        facing = n[..., 0] * towards[0] + n[..., 1] * towards[1] - nz * towards[2]
        front = 1.2 * np.clip((facing + 0.25) / 1.25, 0, 1) ** 1.5 + 0.07
        thin = np.zeros_like(front)
    else:
        front = np.clip(n[..., 0] * towards[0] + n[..., 1] * towards[1] - nz * towards[2], 0, 1) * 0.75 + 0.25
        thin = np.exp(-x[..., 6] * 30)
    side = np.clip(n[..., 0] * towards[0] + n[..., 1] * towards[1], 0, 1) ** 1.4
    up = np.clip(n[..., 1] * 0.6 + 0.4, 0, 1)
    c = albedo * np.asarray(ambient, np.float32) * ((0.5 + up) * 2.2)[..., None]
    c = c + np.asarray(lamp, np.float32) * (albedo * front[..., None] * 1.5 + (edge * thin * side * 1.15)[..., None])
    c = c + np.asarray(ambient, np.float32) * (edge * thin * up)[..., None]
    shown = encoded(toned(c * alpha + np.asarray(glow, np.float32) * x[..., 7:8], exposure, warmth)) * opacity
    # Alpha is at least the brightest channel: premultiplied blits wrap around instead of saturating.
    a = np.maximum(alpha[..., 0] * cover * opacity, shown.max(-1))
    out = np.concatenate([shown, a[..., None]], -1)
    data = np.ascontiguousarray(np.clip(out * 255 + 0.5, 0, 255).astype(np.uint8))
    return pygame.image.frombuffer(data.tobytes(), (data.shape[1], data.shape[0]), "RGBA")
