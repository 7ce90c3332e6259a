"""How a point in the world is seen, in pixels of a surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.picture.frame import Frame

Array = NDArray[np.float32]


@dataclass(frozen=True)
class SurfaceView:
    """One frame's camera on a surface of a size, upright or mirrored in the ground."""

    frame: Frame
    width: int
    height: int
    mirrored: bool = False

    @property
    def unit(self) -> float:
        """Pixels of a half screen height."""
        return self.height / 2

    @property
    def horizon(self) -> float:
        """Its row."""
        return self.unit * (1.0 - self.frame.stage.camera.horizon)

    def scale(self, z: Array) -> Array:
        """Pixels a metre covers at these distances."""
        return np.asarray(self.frame.stage.camera.focal * self.unit / np.maximum(z, 0.25), np.float32)

    def seen(self, at: Array) -> tuple[Array, Array, Array]:
        """Columns, rows and pixels a metre of points (..., 3)."""
        camera = self.frame.stage.camera
        k = self.scale(at[..., 2])
        y = -at[..., 1] if self.mirrored else at[..., 1]
        x = self.width / 2 + (at[..., 0] - camera.x) * k
        return np.asarray(x), np.asarray(self.horizon - (y - camera.eye) * k), k

    def clear(self, z: Array) -> Array:
        """Share of a thing that the air lets through."""
        air = self.frame.stage.air.density
        return np.asarray(np.where(z > 300.0, 1.0, np.exp(-air * np.maximum(z - 1.5, 0.0))), np.float32)
