"""What one tree and a forest share: leaf colours, growth, and trees with their roots in the air."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.plants.branching import Branches, skeleton
from dreamplayer.drawing.plants.treepaint import blank, foliage, limbs, painted_kinds
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment


@lru_cache(maxsize=32)
def root_plate(seed: int) -> Branches:
    """A wide bare crown of roots, as seen under a tree turned upside down: thick at the foot, forked, gnarled."""
    return skeleton(seed + 977, levels=3, roots=False, broad=1.45)


def _upturned(c: Canvas, seed: int) -> Painting:
    """Roots in the air, bare boughs forking down, a crown that tapers to a point above the ground."""
    out = blank(c)
    crown, plate = skeleton(seed, levels=4, roots=False), root_plate(seed)
    down = crown.points.copy()
    down[..., 1] = 0.70 - 0.58 * down[..., 1]
    taper = np.clip(0.25 + 1.5 * (down[..., 1] - 0.08), 0.12, 1.0)
    down[..., 0] *= taper * 0.92
    leaves = crown.twigs.copy()
    leaves[:, 1] = 0.70 - 0.58 * leaves[:, 1]
    leaves[:, 0] *= np.clip(0.25 + 1.5 * (leaves[:, 1] - 0.08), 0.12, 1.0) * 0.92
    roots = plate.points.copy()
    roots[..., 1] = 0.62 + 0.42 * np.clip(roots[..., 1], 0, 1) ** 1.1
    roots[..., 0] *= 0.62
    trunk_wide = crown.width * np.float32(0.88)
    limbs(c, out, roots, plate.width * np.float32(0.85), 0.50, seed + 3)
    limbs(c, out, down, trunk_wide, 0.46, seed)
    foliage(c, out, leaves, crown.far, 0.0120, 4, seed, -0.4)
    return out


UPTURNED = painted_kinds("tree/upturned", _upturned)
LEAF = (0.145, 0.150, 0.085)
"""Tint of green leaves in linear light."""
PLUM = (0.150, 0.115, 0.130)
"""Tint of plum-coloured leaves in linear light."""


def upside_down(moment: Moment) -> bool:
    """True where notes turn it over, roots in the air."""
    return moment.param("inverted", 0.0) > 0.5


def leaf_colour(moment: Moment) -> tuple[float, float, float]:
    """Albedo of leaves: after the colour of the words, or their own."""
    if moment.tint is not None:
        return tuple(0.35 * c + 0.02 for c in moment.tint)  # type: ignore[return-value]
    return PLUM if upside_down(moment) else LEAF


def growth(moment: Moment) -> float:
    """Nearly grown by itself; wholly when it is told to grow."""
    own = 0.84 + 0.06 * float(smooth(moment.t / 60.0, 0.0, 1.0))
    return own + (1.0 - own) * float(smooth(moment.event("grow"), 0.0, 1.0))
