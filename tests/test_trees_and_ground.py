"""What grows on the land: trees in each season, grass with distance, patterns of stones."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from dreamplayer.drawing.solids import landscape, trees
from dreamplayer.drawing.solids.cells import cells
from dreamplayer.drawing.solids.solid import Surface
from dreamplayer.drawing.solids.weathering import in_season
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.atmosphere import BARE, Weathering


@pytest.mark.parametrize("habit", get_args(trees.Habit))
def test_a_tree_loses_its_leaves(habit: trees.Habit) -> None:
    """All hang in summer, some in autumn, none under snow; the wood stays."""
    grown = trees.tree((0.0, 0.0, 9.0), 8.0, seed=3, habit=habit)
    counts = [
        sum(len(solid.triangles) for solid in in_season(grown, weathering) if solid.sheds)
        for weathering in (BARE, Weathering(season="autumn"), Weathering(snow=True))
    ]
    assert counts[0] > counts[1] > 0.4 * counts[0]
    assert counts[2] == 0
    assert sum(len(solid.triangles) for solid in in_season(grown, Weathering(snow=True))) > 300


@pytest.mark.parametrize("habit", get_args(trees.Habit))
def test_a_tree_keeps_to_its_size(habit: trees.Habit) -> None:
    """No higher than it was asked for, and no wider than its spread allows, but for single sprays."""
    for seed in range(3):
        corners = np.concatenate(
            [solid.vertices for solid in trees.tree((2.0, 0.0, 5.0), 10.0, seed=seed, habit=habit)]
        )
        assert 8.0 < float(corners[:, 1].max()) < 11.5
        assert float(np.percentile(np.hypot(corners[:, 0] - 2.0, corners[:, 2] - 5.0), 98)) < 1.35 * 4.2


def test_a_fir_keeps_its_needles() -> None:
    """In every season."""
    grown = trees.fir((0.0, 0.0, 9.0), 8.0, seed=3)
    assert in_season(grown, Weathering(snow=True)) == tuple(grown)


def test_far_grass_has_fewer_blades() -> None:
    """A tuft far off costs less than one at hand."""
    near, far = (landscape.tufts(np.array([[0.0, 0.0, z]], np.float32)) for z in (2.0, 30.0))
    assert len(near.triangles) >= 2 * len(far.triangles) > 0


def test_pieces_have_their_nearest_middle() -> None:
    """The distance to the middle is as far as the offset from it says, and within a piece its number is one."""
    x, y = uniform(3, 1, 4000) * 20, uniform(3, 2, 4000) * 20
    found = cells(x, y, 5)
    assert np.allclose(np.hypot(found.x, found.y), found.away, atol=1e-4)
    assert float(found.edge.min()) >= 0.0
    middles = np.round(np.stack([x - found.x, y - found.y], -1), 2)
    for middle in middles[:20]:
        same = np.abs(middles - middle).max(1) < 0.02
        assert len(np.unique(found.own[same])) == 1


def test_fine_detail_fades_with_distance() -> None:
    """At hand all of it is seen, far off none; where nobody said how far, all."""
    n = 3
    up, down = np.tile([0.0, 1.0, 0.0], (n, 1)), np.tile([0.0, -0.6, 0.8], (n, 1))
    surface = Surface(np.zeros((n, 3)), np.zeros((n, 3)), up, down, np.array([1.0, 12.0, 300.0]))
    seen = surface.detail(0.05)
    assert seen[0] == 1.0
    assert seen[2] == 0.0
    assert np.all(Surface(surface.p, surface.local, up, down).detail(0.05) == 1.0)
