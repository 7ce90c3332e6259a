"""Ambient particles: specks of light in the air of every scene, the same through the whole night."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.primitives import Dots
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.stage import Palette, Stage


def motes(seed: int, t: float, stage: Stage, palette: Palette, deep: float, aspect: float, count: int = 190) -> Dots:
    """Ambient particles: specks drifting upward a hand's breadth a second, each pulsing in its own time.

    Args:
        seed: of the night; each property of a speck has its own random lane.
        t: seconds of the night; a wrapped value is fine, motion has no memory.
        stage: its camera bounds where the specks are.
        palette: they take the mean of key, accent and rim.
        deep: depth of the night, 0 the first word .. 1 the end: fewer and slower with it.
        aspect: width of the picture over its height.
        count: how many at most. 190 is a thin dust; some thousands become fog.

    Returns:
        Particles 1.8 to 16 m away, linear light at most .16 of their colour.
    """
    z = 1.8 * (16.0 / 1.8) ** uniform(seed, 51, count)
    pace = 0.5 + uniform(seed, 52, count)
    wide = 1.25 * aspect * z / stage.camera.focal
    x = (np.mod(uniform(seed, 53, count) + t * 0.0016 * pace, 1.0) * 2 - 1) * wide + stage.camera.x
    x = x + 0.14 * np.sin(t * 0.17 * pace + 6.28 * uniform(seed, 54, count))
    rise = np.mod(uniform(seed, 55, count) + t * 0.006 * pace * (1.0 - 0.5 * deep), 1.0)
    y = stage.camera.eye + (rise * 2.3 - 1.25) * z / stage.camera.focal
    own = 6.2832 * uniform(seed, 56, count)
    glow = np.clip(np.sin(t * (0.22 + 0.25 * uniform(seed, 57, count)) + own), 0.0, 1.0) ** 3
    here = glow * smooth(rise, 0.0, 0.12) * smooth(rise, 1.0, 0.85) * (uniform(seed, 58, count) > 0.55 * deep)
    key = np.asarray(palette.key) * 0.6 + np.asarray(palette.accent) * 0.25 + np.asarray(palette.rim) * 0.15
    return Dots(
        np.stack([x, np.maximum(y, 0.02), z], -1).astype(np.float32),
        (0.010 + 0.010 * uniform(seed, 59, count)).astype(np.float32) * np.sqrt(z).astype(np.float32),
        (key[None, :] * (0.16 * here)[:, None]).astype(np.float32),
        reflect=False,
        depth=3.0,
    )
