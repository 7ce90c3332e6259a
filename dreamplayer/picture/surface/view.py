"""Projection: from a point in the world to pixels of a surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.picture.frame import Frame
from dreamplayer.picture.surface.place_backdrop import PlaceBackdrop

Array = NDArray[np.float32]


@dataclass(frozen=True)
class SurfaceView:
    """A frame's camera on a surface of width by height pixels, upright or mirrored in the ground."""

    frame: Frame
    width: int
    height: int
    mirrored: bool = False
    place: PlaceBackdrop | None = None
    """The place whose solids hide what is behind them."""

    @property
    def unit(self) -> float:
        """Pixels of half the height."""
        return self.height / 2

    @property
    def horizon(self) -> float:
        """Row of the horizon, pixels from the top."""
        return self.unit * (1.0 - self.frame.stage.camera.horizon)

    def scale(self, z: Array) -> Array:
        """Pixels a metre spans at distances z, metres.

        Args:
            z: metres from the eye, any shape; counted as .25 at least.
        """
        return np.asarray(self.frame.stage.camera.focal * self.unit / np.maximum(z, 0.25), np.float32)

    def seen(self, position: Array) -> tuple[Array, Array, Array]:
        """Project points.

        Args:
            position: (..., 3) metres.

        Returns:
            Columns, rows and pixels per metre, each (...).
        """
        camera = self.frame.stage.camera
        k = self.scale(position[..., 2])
        y = -position[..., 1] if self.mirrored else position[..., 1]
        x = self.width / 2 + camera.shift * self.unit + (position[..., 0] - camera.x) * k
        return np.asarray(x), np.asarray(self.horizon - (y - camera.eye) * k), k

    def clear(self, z: Array) -> Array:
        """Transmittance of the air at distances z, metres: 1 clear .. 0 lost in haze; 1 beyond 300 m, in the sky.

        Args:
            z: metres from the eye, any shape.
        """
        air = self.frame.stage.air.density
        return np.asarray(np.where(z > 300.0, 1.0, np.exp(-air * np.maximum(z - 1.5, 0.0))), np.float32)
