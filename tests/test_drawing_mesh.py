"""The small painter of solid things, and glass that comes apart."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Face, ViewAngle, box, moved, polygon, render, stuff, turned
from dreamplayer.drawing.motion.breaking import breaking
from dreamplayer.drawing.primitives import Dots, Sprites
from dreamplayer.model.moment import Moment

FRAME = (-1.0, -0.2, 1.0, 1.8)


def square(z: float, glow: float) -> Face:
    """An upright square at a distance, glowing evenly."""
    points = [(-0.5, 0.0, z), (0.5, 0.0, z), (0.5, 1.0, z), (-0.5, 1.0, z)]
    return polygon(points, stuff((0.5, 0.5, 0.5), 0.0, glow=glow))


def test_a_nearer_face_hides_a_farther_one_whatever_their_order() -> None:
    """Depth decides what is seen, not the order in which faces are named."""
    near, far = square(0.0, 0.2), square(1.0, 0.9)
    one, other = (render(FRAME, faces, ViewAngle(), 40) for faces in ([near, far], [far, near]))
    assert np.array_equal(one, other)
    middle = one[20, 20]
    assert abs(middle[7] - 0.2) < 0.02


def test_a_thing_farther_away_is_seen_smaller() -> None:
    """Perspective: the same square covers less of the frame when it stands behind the plane of the picture."""
    covered = [float(render(FRAME, [square(z, 0.0)], ViewAngle(away=4.0), 40)[..., 3].sum()) for z in (0.0, 2.0)]
    assert covered[1] < 0.6 * covered[0]


def test_turning_a_thing_round_mirrors_what_is_symmetrical() -> None:
    """A box turned to the left is the mirror image of one turned to the right."""
    faces = box((-0.4, 0.0, -0.4), (0.4, 1.0, 0.4), stuff())
    left, right = (render(FRAME, faces, ViewAngle(yaw), 40)[..., 3] for yaw in (0.5, -0.5))
    assert np.abs(left - right[:, ::-1]).mean() < 0.01


def test_a_body_turned_on_a_lathe_faces_away_at_its_sides() -> None:
    """Its normals lean left on the left and right on the right, so that lamps round it."""
    image = render(FRAME, turned([(0.4, 0.0), (0.4, 1.0)], stuff()), ViewAngle(), 60)
    row = image[36]
    inside = np.flatnonzero(row[:, 3] > 0.99)
    assert row[inside[1], 4] < -0.5
    assert row[inside[-2], 4] > 0.5


def test_moving_a_thing_moves_its_picture() -> None:
    """A metre to the right in the plane of the picture is a metre on the frame."""
    faces = [square(0.0, 0.0)]
    here, there = (
        render((-2.0, -0.2, 2.0, 1.8), f, ViewAngle(), 40)[..., 3] for f in (faces, moved(faces, (1.0, 0.0, 0.0)))
    )
    assert np.abs(np.roll(here, 20, axis=1) - there).mean() < 0.01


def test_broken_glass_only_rises_and_ends_as_dust() -> None:
    """Shards leave upwards, none sinks, and at the end none is left while dust is."""
    at = Moment(t=9.0, seed=3)
    heights = []
    for shatter in (0.1, 0.5, 0.9):
        pieces = next(f for f in breaking(at, (0.0, 0.0, 4.0), 1.0, 0.0, 0.0, shatter, 1.0) if isinstance(f, Sprites))
        heights.append(pieces.position[:, 1])
    assert (heights[1] >= heights[0] - 0.06).all()
    assert heights[2].mean() > heights[1].mean() > heights[0].mean()
    last = breaking(at, (0.0, 0.0, 4.0), 1.0, 0.0, 0.0, 1.0, 4.0)
    shards = next(f for f in last if isinstance(f, Sprites))
    dust = next(f for f in last if isinstance(f, Dots))
    assert float(np.max(shards.opacity)) < 0.05
    assert float(np.sum(dust.colour)) > 1.0
