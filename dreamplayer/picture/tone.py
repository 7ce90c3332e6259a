"""Tone mapping: from scene light to display values in numpy; the curve of `shaders/tone.glsl`."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

MELANOPIC = np.array([0.01, 0.36, 0.63], np.float32)
"""Weights of linear red, green and blue in the melanopic load of a picture: an estimate, see docs/light.md."""


def toned(light: ArrayLike, exposure: float = 1.0, warmth: float = 0.0) -> NDArray[np.float32]:
    """Tone-mapped linear display light, which keeps hues where a plain curve would bleach them.

    Args:
        light: linear scene light, (..., 3); 1 is near white, 8 a lamp.
        exposure: factor before the curve.
        warmth: 0 neutral .. 1 ember.

    Returns:
        (..., 3), 0..1.
    """
    x = np.clip(np.asarray(light, np.float32) * np.float32(exposure * 1.05), 0, 48)
    curve = (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)
    top = x.max(-1, keepdims=True) + 1e-5
    kept = x / top * ((top * (2.51 * top + 0.03)) / (top * (2.43 * top + 0.59) + 0.14))
    mixed = curve * 0.58 + kept * 0.42
    cast = np.array([1.0, 0.985 - 0.285 * warmth, 0.955 - 0.575 * warmth], np.float32)
    return np.asarray(np.clip(mixed * cast, 0, 1), np.float32)


def encoded(linear: ArrayLike) -> NDArray[np.float32]:
    """Encode linear display light as sRGB values, 0..1, of the same shape.

    Args:
        linear: display light, 0..1, any shape.
    """
    c = np.asarray(linear, np.float32)
    return np.asarray(np.where(c <= 0.0031308, c * 12.92, 1.055 * np.maximum(c, 1e-6) ** (1 / 2.4) - 0.055), np.float32)


def decoded(values: ArrayLike) -> NDArray[np.float32]:
    """Decode sRGB values, 0..1, to linear display light of the same shape (break at .04045).

    Args:
        values: sRGB, 0..1, any shape.
    """
    v = np.asarray(values, np.float32)
    return np.asarray(np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4), np.float32)


def melanopic(pixels: NDArray[np.uint8]) -> float:
    """Mean melanopic load of a picture, 0 black .. 1 white; .106 is about 10 lx at the eye.

    Args:
        pixels: sRGB bytes, (height, width, 3).
    """
    return float((decoded(pixels.astype(np.float32) / 255.0) @ MELANOPIC).mean())
