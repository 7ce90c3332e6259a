"""The shape kit: distances, outlines, layered painting, and motes that know a painted shape."""

from __future__ import annotations

import numpy as np
import pytest

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import approach, gathered, gathering, sampled
from dreamplayer.drawing.primitives import Sprites
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import bend, mirrored, moved, spline, taper
from dreamplayer.kit.sdf import blob, canvas, chain, cone, cut, disc, join, melt, oval, tube
from dreamplayer.kit.shapes import Layer, blur, edge_glow, flipped, frames, over, paint, painting, shifted
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Placement

C = canvas(-1.0, -0.2, 1.0, 1.2, 140)
SQUARE = np.array([(-0.5, 0.0), (0.5, 0.0), (0.5, 1.0), (-0.5, 1.0)])


def test_a_canvas_knows_where_its_zero_stands() -> None:
    """The foot is the share of the height below y = 0, and pixels are square."""
    assert C.foot == pytest.approx(0.2 / 1.4)
    assert C.aspect == pytest.approx(2.0 / 1.4)
    assert C.x[0, 1] - C.x[0, 0] == pytest.approx(C.step, rel=0.01)
    assert C.y[0, 0] > C.y[-1, 0]


@pytest.mark.parametrize("draw", [
    lambda: disc(C, (0.1, 0.5), 0.3),
    lambda: oval(C, (0.1, 0.5), 0.3, 0.3),
    lambda: cone(C, (0.1, 0.5), (0.1, 0.5), 0.3, 0.3),
    lambda: chain(C, [(0.1, 0.5, 0.3), (0.1, 0.501, 0.3)], 0.0),
    lambda: blob(C, moved(spline([(np.cos(a), np.sin(a)) for a in np.linspace(0, 2 * np.pi, 16, endpoint=False)]),
                          (0.1, 0.5), 0.7, 0.3)),
    lambda: tube(C, [(0.1, 0.499, 0.3), (0.1, 0.5, 0.3), (0.1, 0.501, 0.3)]),
])  # fmt: skip
def test_every_way_to_a_disc_gives_the_same_distance(draw: object) -> None:
    """Near its edge, a disc is a disc: as an oval, a cone, a chain, a tube or an outline."""
    d = draw()  # type: ignore[operator]
    true = np.hypot(C.x - 0.1, C.y - 0.5) - 0.3
    near = np.abs(true) < 0.1
    np.testing.assert_allclose(d[near], true[near], atol=0.012)


def test_an_outline_is_negative_inside_and_positive_outside() -> None:
    """A square made of four points is filled, whichever way its points run."""
    for points in (SQUARE, SQUARE[::-1]):
        d = blob(C, points)
        inside = (np.abs(C.x) < 0.47) & (C.y > 0.03) & (C.y < 0.97)
        outside = (np.abs(C.x) > 0.53) | (C.y < -0.03) | (C.y > 1.03)
        assert (d[inside] < 0).all()
        assert (d[outside] > 0).all()


def test_melting_only_adds_and_joins_smoothly() -> None:
    """A melted union covers both parts, is nowhere smaller, and equals the plain union far from the joint."""
    a, b = disc(C, (-0.25, 0.5), 0.3), disc(C, (0.25, 0.5), 0.3)
    soft, plain = melt(a, b, 0.1), join(a, b, soft=0.0)
    assert (soft <= plain + 1e-6).all()
    far = np.abs(a - b) > 0.1
    np.testing.assert_array_equal(soft[far], plain[far])
    assert (cut(a, b)[b < -0.02] > 0).all()


def test_a_spline_passes_through_its_controls() -> None:
    """Closed or open, every control lies on the curve; a mirrored half is symmetric."""
    controls = [(0.0, 1.0), (0.4, 0.6), (0.2, 0.1), (-0.3, 0.3)]
    for closed in (True, False):
        curve = spline(controls, 7, closed=closed)
        for x, y in controls:
            assert np.hypot(curve[:, 0] - x, curve[:, 1] - y).min() < 1e-9
    whole = np.array(mirrored([(0.0, 1.0), (0.5, 0.5), (0.0, 0.0)]))
    assert sorted(map(tuple, whole)) == sorted((-x + 0.0, y) for x, y in whole)


def test_a_bent_limb_keeps_its_bones() -> None:
    """Two bones keep their length, reach the target when they can, and straighten when they cannot."""
    near = bend((0.0, 0.0), (0.5, -0.4), 0.5, 0.4, 1.0)
    lengths = np.hypot(*np.diff(near, axis=0).T)
    np.testing.assert_allclose(lengths, (0.5, 0.4), atol=1e-6)
    np.testing.assert_allclose(near[2], (0.5, -0.4), atol=1e-6)
    far = bend((0.0, 0.0), (3.0, 0.0), 0.5, 0.4, 1.0)
    np.testing.assert_allclose(far[2], (0.9, 0.0), atol=1e-3)


def test_a_tapered_spine_has_its_widths() -> None:
    """The outline of a straight spine lies as far from it as the widths say."""
    spine = np.stack([np.linspace(0, 1, 11), np.zeros(11)], 1)
    outline = taper(spine, (0.1, 0.3))
    np.testing.assert_allclose(np.abs(outline[:11, 1]), np.linspace(0.1, 0.3, 11), atol=1e-9)


def test_painting_lays_parts_over_each_other() -> None:
    """The later layer hides the earlier, colour bleeds just beyond the edge, and nothing glows outside."""
    back = Layer(disc(C, (0.0, 0.5), 0.4), (1.0, 0.0, 0.0), glow=0.5)
    front = Layer(disc(C, (0.0, 0.5), 0.2), (0.0, 1.0, 0.0), glow=0.0)
    image = paint(C, [back, front])
    middle, ring = image[70, 100], image[70, 130]
    np.testing.assert_allclose(middle[:4], (0, 1, 0, 1), atol=1e-5)
    np.testing.assert_allclose(ring[:4], (1, 0, 0, 1), atol=1e-5)
    assert middle[7] == 0.0
    assert ring[7] == pytest.approx(0.5)
    edge = np.flatnonzero(image[70, :, 3] == 0)
    beside = edge[edge > 100][0]
    np.testing.assert_allclose(image[70, beside, :3], (1, 0, 0), atol=1e-5)
    assert image[..., 7][image[..., 3] == 0].max() == 0.0


def test_normals_face_outwards_and_depth_grows_inwards() -> None:
    """At the right edge a surface faces right; the deepest pixel is the middle."""
    image = paint(C, [Layer(disc(C, (0.0, 0.5), 0.4), round=0.1)])
    assert image[70, 138, 4] > 0.6
    assert image[70, 62, 4] < -0.6
    row, column = np.unravel_index(int(np.argmax(image[..., 6])), image.shape[:2])
    assert abs(C.x[row, column]) < 0.03
    assert abs(C.y[row, column] - 0.5) < 0.03


def test_paintings_can_be_stacked_mirrored_and_moved() -> None:
    """Over keeps the front, a flip turns normals, a shift moves pixels, frames stack."""
    one = paint(C, [Layer(disc(C, (-0.4, 0.5), 0.2), (1.0, 0.0, 0.0))])
    two = paint(C, [Layer(disc(C, (0.4, 0.5), 0.2), (0.0, 1.0, 0.0))])
    both = over(one, two)
    assert both[70, 60, 3] == both[70, 140, 3] == 1.0
    np.testing.assert_allclose(flipped(flipped(one)), one)
    np.testing.assert_allclose(flipped(one)[..., 3], two[..., 3], atol=1e-4)
    assert shifted(one, 30)[70, 90, 3] == 1.0
    assert frames([one, two]).shape == (2, *one.shape)


def test_blur_keeps_the_whole_and_glow_stays_within_bounds() -> None:
    """A blurred image has the mean it had; edge glow lies within 0..1; noise too, with its mean near a half."""
    image = np.zeros((60, 60), np.float32)
    image[20:40, 20:40] = 1.0
    assert blur(image, 3.0).mean() == pytest.approx(image.mean(), rel=1e-3)
    shine = edge_glow(C, disc(C, (0.0, 0.5), 0.4), 0.02)
    assert shine.min() >= 0.0
    assert shine.max() <= 1.0
    hills = fbm(C.x * 9, C.y * 9, 4)
    assert hills.min() >= 0.0
    assert hills.max() <= 1.0
    assert abs(float(hills.mean()) - 0.5) < 0.06


SHAPE = on(C, "test/disc", lambda: paint(C, [Layer(disc(C, (0.3, 0.5), 0.3))]))


def test_motes_lie_within_the_silhouette() -> None:
    """Sampled points are inside the painted outline, the same each time, measured from its foot."""
    points = sampled(SHAPE, 400)
    np.testing.assert_array_equal(points, sampled(SHAPE, 400))
    x, y = points[:, 0] * C.height, points[:, 1] * C.height
    assert np.hypot(x - 0.3, y - 0.5).max() < 0.33


def test_motes_gather_into_the_shape() -> None:
    """They start far and dark, and at presence 1 each is in its place."""
    assert np.abs(approach(1.0, 3, 200)).max() < 1e-6
    assert np.abs(approach(0.1, 3, 200)).max() > 0.3
    at = Moment(t=3.0, seed=3, place=Placement(0, 0, 6))
    start, end = (gathering(at.replace(presence=p), SHAPE, (0.0, 0.0, 6.0), 2.0, count=100) for p in (0.01, 1.0))
    assert np.max(start.colour) < 0.02
    assert np.max(end.colour) < 1e-6
    target = sampled(SHAPE, 100)
    np.testing.assert_allclose(end.position[:, 0], 2.0 * target[:, 0], atol=1e-5)


def test_gathered_leaves_only_the_body_in_the_end() -> None:
    """At full presence no mote is drawn any more; halfway there are both."""
    at = Moment(t=3.0, seed=3)
    body = Sprites(SHAPE, np.array([[0.0, 0.0, 6.0]], np.float32), np.float32(2.0))
    assert len(gathered(at, body)) == 1
    assert len(gathered(at.replace(presence=0.5), body)) == 2


def test_a_halo_has_no_surface() -> None:
    """A painting without layers keeps its alpha and lies deep inside, where no rim is drawn."""
    image = painting(C, (1.0, 1.0, 1.0), np.full(C.x.shape, 0.5, np.float32), 0.25)
    assert (image[..., 3] == 0.5).all()
    assert (image[..., 6] == 1.0).all()
    assert (image[..., 7] == 0.25).all()
