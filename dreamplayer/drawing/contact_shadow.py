"""Contact shadows: the soft dark below what stands on something."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Sprites
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, painting
from dreamplayer.model.stage import Vec3


def _pool() -> Painting:
    c = canvas(-1, -1, 1, 1, 64)
    r = np.hypot(c.x, c.y)
    return painting(c, (0.0, 0.0, 0.0), np.clip(1 - r, 0, 1) ** 1.6)


POOL = on(canvas(-1, -1, 1, 1, 8), "standing/pool", _pool)
"""A round dark spot, gone at its edge; anchored at its middle."""


def contact_shadow(where: Vec3 | Array, wide: float, strength: float = 0.65) -> Sprites:
    """A soft dark pool on a level surface, as broad as what stands there and a little deeper than a line.

    Args:
        where: one point or (n, 3), metres, just above the surface.
        wide: metres it is broad.
        strength: 0 none .. 1 black in the middle.
    """
    at = np.atleast_2d(np.asarray(where, np.float32))
    return Sprites(
        POOL, at, np.float32(0.7 * wide), opacity=np.float32(strength), lit=0.0, rim=0.0, lie=1.0, width=1.7,
        reflect=False, depth=float(np.median(at[:, 2])) + 0.05,
    )  # fmt: skip
