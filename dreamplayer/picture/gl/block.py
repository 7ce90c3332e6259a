"""The uniform block: the stage as the numbers every shader reads (std140)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.picture.frame import Frame

SIZE = (13 + 16) * 16
"""Bytes of the std140 block in `shaders/scene.glsl`."""


def scene_block(frame: Frame, height: int, *, mirrored: bool, detail: float) -> NDArray[np.float32]:
    """The uniform block of a frame.

    Args:
        frame: its stage, palette and lights.
        height: of the target, pixels.
        mirrored: for the reflection in the ground.
        detail: 0..1, the tier's share of particles and samples.

    Returns:
        (29, 4), as `shaders/scene.glsl` declares it.
    """
    stage, palette = frame.stage, frame.palette
    camera, air = stage.camera, stage.air
    rows = np.zeros((29, 4), np.float32)
    rows[0] = camera.eye, camera.focal, camera.horizon, camera.x
    rows[1] = frame.aspect, float(mirrored), height / 2, frame.clock
    rows[2] = *air.colour, air.density
    rows[3] = stage.glow_x, air.carry, min(len(frame.lights), 8), detail
    rows[4] = stage.clouds, stage.nebula, stage.stars, stage.ridges
    for row, colour in enumerate(
        (
            palette.zenith,
            palette.horizon,
            palette.glow,
            palette.ground,
            palette.body,
            palette.key,
            palette.rim,
            palette.accent,
        ),
        start=5,
    ):
        rows[row, :3] = colour
    rows[5, 3] = camera.shift
    if frame.backdrop is not None:
        rows[6, 3] = 1.0
        rows[7:10, 3] = frame.backdrop.ambient
    for i, light in enumerate(frame.lights[:8]):
        x, y, z = light.position
        rows[13 + i] = x, y, z, max(light.reach, 0.05)
        rows[21 + i] = *light.colour, light.haze
    return rows
