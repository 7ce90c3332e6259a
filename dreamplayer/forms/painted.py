"""Painted shapes by key: the same thing is painted once a run."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from dreamplayer.forms.form import Array, Shape
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting


def shape(key: str, paint: Callable[[], Array | Painting], aspect: float, foot: float = 0.0) -> Shape:
    """A shape whose painting is kept: `paint` gives (rows, columns, 8) or (frames, rows, columns, 8)."""

    @cache
    def once() -> Array:
        image = np.ascontiguousarray(paint(), np.float32)
        image = image if image.ndim == 4 else image[None]
        image.setflags(write=False)
        return image

    return Shape(key, once, aspect, foot)


def on(c: Canvas, key: str, paint: Callable[[], Array | Painting]) -> Shape:
    """A shape painted on this canvas, standing on its y = 0."""
    return shape(key, paint, c.aspect, c.foot)
