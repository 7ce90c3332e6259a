"""A creature painted as a cycle of motion, its outline touched by light."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.sdf import Canvas, canvas
from dreamplayer.kit.shapes import Layer, Painting, edge_glow, frames, paint

FRAMES = 8
"""Of most cycles; neighbours are blended."""


def lit_edge(c: Canvas, layers: list[Layer], width: float = 0.02, unite: float = 0.8) -> Painting:
    """Layers painted, their common outline shining faintly where it faces the light."""
    whole = np.minimum.reduce([layer.distance for layer in layers])
    out = paint(c, layers, unite)
    out[..., 7] = np.maximum(out[..., 7], edge_glow(c, whole, width) * out[..., 3] * 0.8)
    return out


def cycle(
    key: str, box: tuple[float, float, float, float], rows: int, draw: Callable[[Canvas, float], Painting], n: int
) -> Shape:
    """A shape of `n` frames drawn at u = 0, 1/n, 2/n ..: a cycle."""

    def painted() -> Array:
        c = canvas(*box, rows)
        return frames([draw(c, k / n) for k in range(n)])

    return on(canvas(*box, 8), key, painted)


@dataclass(frozen=True)
class PaintedCycle:
    """One creature's motion, painted once a run. Its length, or what its painter calls one unit, is 1."""

    key: str
    """Its name among painted shapes."""
    box: tuple[float, float, float, float]
    """Left, bottom, right and top of a frame, in its own units."""
    rows: int
    """Pixels of a frame's height."""
    draw: Callable[[Canvas, float], Painting]
    """Paints it on a canvas at u, 0..1 through the cycle, looking right."""
    count: int = FRAMES
    """Frames of the cycle."""

    @cached_property
    def shape(self) -> Shape:
        """All its frames, anchored at (0, 0) of its box."""
        return cycle(self.key, self.box, self.rows, self.draw, self.count)

    @property
    def height(self) -> float:
        """Height of a frame in its own units."""
        return self.box[3] - self.box[1]
