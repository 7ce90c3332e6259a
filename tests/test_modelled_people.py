"""Modelled people: cast in three dimensions once, lit by the lamps, standing on the ground, doing what verbs say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dreamplayer.catalogue import elements
from dreamplayer.drawing.modelled.cast import Bounds, cast, turning
from dreamplayer.drawing.modelled.part import Part, placed
from dreamplayer.drawing.modelled.shape import modelled, shadow_of
from dreamplayer.drawing.people.person import BUILDS, Person, Wear, body
from dreamplayer.drawing.people.poses import POSES, STRIDE, walking
from dreamplayer.drawing.people.skeleton import HEAD_SCALE, Pose, skeleton
from dreamplayer.drawing.primitives import Sprites
from dreamplayer.elements.people._shared.wardrobe import PEOPLE, nightclothes
from dreamplayer.model.moment import Moment
from dreamplayer.model.place import Surface
from dreamplayer.model.stage import Light, Placement, Stage
from dreamplayer.model.thing import thing_of
from dreamplayer.picture.shadows import LONGEST, with_shadows
from dreamplayer.picture.surface.stamps import lit
from dreamplayer.reading.lexicon.vocabulary import things

pytestmark = pytest.mark.slow

SOMEBODY = Person("curved", Wear("dress", "rust", hair="bun"), 1)
COARSE = 0.02
"""Metres a pixel: enough to tell where somebody is."""
STANDING = sorted(name for name, pose in POSES.items() if not pose.sits)


def seen(pose: Pose, px: float = COARSE) -> tuple[np.ndarray, Bounds]:
    """Somebody in a pose, cast coarsely, and the frame."""
    made = modelled(f"test/{pose}", lambda: [body(SOMEBODY, pose).parts], 2.4, px=px, pitch=0.0)
    return made.shape.paint()[0], made.frame


@pytest.mark.parametrize("name", STANDING)
def test_feet_stand_on_the_ground(name: str) -> None:
    """The lowest that is seen of somebody standing lies within two centimetres of the ground line."""
    image, frame = seen(POSES[name])
    rows = np.flatnonzero((image[..., 3] > 0.5).any(1))
    lowest = frame.top - (rows.max() + 1) * COARSE
    assert abs(lowest) < 0.02 + COARSE


@pytest.mark.parametrize("name", sorted(POSES))
def test_a_pose_is_within_reach(name: str) -> None:
    """Bones keep their length in every pose and build: nobody's arm is longer than it is."""
    for build in BUILDS.values():
        k = skeleton(POSES[name], build)
        for limb in k.limbs:
            assert np.linalg.norm(limb.elbow - limb.shoulder) == pytest.approx(0.285 * k.scale, rel=1e-6)
            assert np.linalg.norm(limb.wrist - limb.elbow) == pytest.approx(0.255 * k.scale, rel=1e-6)
            assert np.linalg.norm(limb.ankle - limb.knee) == pytest.approx(0.410 * k.scale, rel=1e-6)
            assert limb.ankle[1] > 0.02


def test_normals_are_unit_and_point_outwards() -> None:
    """A ball's normals are those of a ball, and nothing of a casting leaves its range."""
    image = cast([Part((0.5, 0.4, 0.3)).ball((0, 0, 0), 0.4)], turning(0.0, 0.0), Bounds(-0.5, -0.5, 0.5, 0.5), 0.02)
    y, x = np.mgrid[0:50, 0:50]
    x, y = (x + 0.5) * 0.02 - 0.5, 0.5 - (y + 0.5) * 0.02
    inside = np.hypot(x, y) < 0.37
    np.testing.assert_allclose(image[inside][:, 4], x[inside] / 0.4, atol=0.03)
    np.testing.assert_allclose(image[inside][:, 5], y[inside] / 0.4, atol=0.03)
    assert np.hypot(image[..., 4], image[..., 5]).max() <= 1.0 + 1e-5
    assert image[..., 6].min() >= 0.0
    assert image[..., 6].max() <= 1.0
    # The middle of the ball is nearest: .4 m of a frame 1 m high before the plane of the anchor.
    assert image[25, 25, 6] == pytest.approx(0.9, abs=0.02)


def test_parts_may_be_placed_elsewhere() -> None:
    """What is moved and turned is the same body elsewhere, and the original stays."""
    part = Part((0.5, 0.5, 0.5)).cone((0, 0, 0), (0, 1, 0), 0.1, 0.1)
    (moved,) = placed([part], (1.0, 0.0, 0.0), np.pi / 2)
    assert moved.seen(np.eye(3)).low[0] == pytest.approx(1.0 - part.seen(np.eye(3)).high[0], abs=1e-6)
    assert part.cones[0].a[0] == 0.0


@pytest.mark.parametrize(("towards", "brighter"), [((-1.0, 0.2, -0.4), "left"), ((1.0, 0.2, -0.4), "right")])
def test_the_lit_side_follows_the_lamp(towards: tuple[float, float, float], brighter: str) -> None:
    """On a head the side towards the lamp is clearly brighter, whichever it is."""
    ball = modelled("test/ball", lambda: [[Part((0.5, 0.4, 0.3)).ball((0, 0.5, 0), 0.4)]], 0.0, px=0.02)
    tint, none = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
    stamp = lit(ball.shape, 0, 64, tint, none, (0.01,) * 3, (1.0,) * 3, towards, (1.0, 1.0, 1.0, 1.0, 0.0))
    width, height = stamp.get_size()

    def level(x: float) -> int:
        return sum(stamp.get_at((int(x * width), height // 2))[:3])

    left, right = level(0.3), level(0.7)
    assert (left > 1.5 * right) if brighter == "left" else (right > 1.5 * left)


def test_a_walk_closes_and_feet_do_not_slide() -> None:
    """The last moment of the cycle is the first, and a foot on the ground moves back as fast as the body goes on."""
    assert walking(1.0).foot_left == pytest.approx(walking(0.0).foot_left, abs=1e-6)
    assert walking(1.0).right == pytest.approx(walking(0.0).right, abs=1e-6)
    for u in np.linspace(0.15, 0.35, 5):
        before, after = walking(u), walking(u + 0.05)
        assert before.foot_left[2] - after.foot_left[2] == pytest.approx(0.05 * STRIDE, rel=1e-3)
    rest, wait = walking(0.3, 0.0), POSES["wait"]
    assert rest.foot_left == pytest.approx(wait.foot_left)
    assert rest.left == pytest.approx(wait.left)


def test_a_shadow_falls_away_from_the_strongest_lamp() -> None:
    """It lies on the ground, opposite the lamp, longer where that hangs lower, and is none without a lamp."""
    image = modelled("test/post", lambda: [[Part((0.5,) * 3).cone((0, 0, 0), (0, 1.7, 0), 0.1, 0.1)]], 0.0, px=0.02)
    post = Sprites(image.shape, np.array([[0.5, 0.0, 5.0]], np.float32), np.float32(image.metres), shadow=0.8)

    def fallen(x: float, y: float) -> Sprites:
        weak = Light((3.0, 2.0, 9.0), (0.05, 0.05, 0.05), 2.0)
        first, second = with_shadows([post], [weak, Light((x, y, 5.0), (1.0, 0.5, 0.2), 3.0)])
        assert second is post
        assert isinstance(first, Sprites)
        return first

    left, right = fallen(-1.5, 2.0), fallen(2.5, 2.0)
    # A lying shape's top points along (-sin yaw, cos yaw).
    assert -np.sin(float(left.yaw[0])) == pytest.approx(1.0, abs=0.05)
    assert -np.sin(float(right.yaw[0])) == pytest.approx(-1.0, abs=0.05)
    assert float(fallen(-1.5, 4.5).size[0]) < float(left.size[0])
    assert float(left.size[0]) <= 1.2 * LONGEST * image.metres
    assert left.shape is shadow_of(image.shape)
    assert 0.0 < float(np.max(left.opacity)) <= 0.8
    assert with_shadows([post], []) == (post,)
    bare = replace(post, shadow=0.0)
    assert with_shadows([bare], [Light((0.0, 2.0, 5.0), (1.0, 1.0, 1.0))]) == (bare,)


@pytest.mark.parametrize("name", sorted(name for name, thing in things().items() if thing.poses))
def test_every_pose_a_record_names_is_drawn(name: str) -> None:
    """What a verb calls for is drawn, each pose as a shape, or a moment of a motion, of its own."""
    element = elements()[name]
    drawn: dict[str, tuple[str, float]] = {}
    for pose in sorted(set(things()[name].poses.values())):
        moment = Moment(t=3.0, seed=5, manner=pose, stage=Stage(ground="floor"), place=Placement(0.0, 0.0, 5.0))
        bodies = [form for form in element(moment) if isinstance(form, Sprites) and form.shape.modelled]
        assert bodies, pose
        drawn[pose] = bodies[0].shape.key, round(float(np.max(bodies[0].frame)), 2)
    # Whoever sleeps where no bed is curls up, and who walks may walk away.
    assert len(set(drawn.values())) >= len(drawn) - 2


def test_poses_of_a_record_are_listed_by_verb() -> None:
    """The table gives verbs by pose, the record gives the pose by verb."""
    row = {"family": "people", "size": 1.0, "rests": ["stands"], "stays": "passage", "poses": {"sit": "sit, perch"}}
    assert dict(thing_of("x", row).poses) == {"sit": "sit", "perch": "sit"}


@pytest.mark.parametrize("name", "bird cat dove frog hen owl rabbit sheep turtle".split())
def test_animals_stand_on_their_anchor_at_their_true_size(name: str) -> None:
    """The feet of a modelled animal are on the surface of its anchor, it is as tall as its record says, nothing glows.

    An owl brings no bough there.
    """
    size = things()[name].size / elements()[name].size
    moment = Moment(t=30.0, seed=5, manner="stand/sit", surface="top", place=Placement(0.0, 0.7, 5.0, size=size))
    body_ = next(f for f in elements()[name](moment) if isinstance(f, Sprites) and f.shape.modelled)
    image = body_.shape.paint()[0]
    seen_rows = (image[..., 3] > 0.5).any(1)
    rows = np.flatnonzero(seen_rows)
    pixel = float(np.max(body_.size)) / image.shape[0]
    tall = (rows.max() + 1 - rows.min()) * pixel
    lowest = (image.shape[0] - rows.max() - 1) * pixel - body_.shape.foot * float(np.max(body_.size))
    assert float(body_.position[0, 1]) == pytest.approx(0.7)
    # Seen from a little above, a paw before the middle lies lower in the picture.
    assert abs(lowest) < 0.16 * tall
    # A flat animal's height is less than the longest side that its record gives.
    long = max(
        tall, np.ptp(np.flatnonzero((image[..., 3] > 0.5).any(0))) * pixel if name in ("frog", "turtle") else 0.0
    )
    assert 0.6 < long / things()[name].size < 1.7
    assert not np.any(np.asarray(body_.glow))


@pytest.mark.parametrize("name", ["bicycle", "bell", "clock"])
def test_a_prop_in_a_place_stands_still_without_an_edge_of_light(name: str) -> None:
    """At an anchor it keeps to its foot, is lit as modelled bodies are, and what shines is a lamp or window alone."""
    for t in (3.0, 8.0):
        moment = Moment(t=t, seed=5, surface="top", place=Placement(0.0, 0.7, 5.0, size=0.3))
        body_ = next(f for f in elements()[name](moment) if isinstance(f, Sprites) and f.shape.modelled)
        assert float(body_.position[0, 1]) == pytest.approx(0.7)
        image = body_.shape.paint()
        weak = (image[..., 7] > 0.02) & (image[..., 7] < 0.2) & (image[..., 3] > 0.9)
        assert weak.mean() < 0.02
    on_stage = elements()[name](Moment(t=3.0, seed=5, place=Placement(0.0, 0.0, 5.0)))
    assert not any(f.shape.modelled for f in on_stage if isinstance(f, Sprites))


@pytest.mark.parametrize("name", sorted(BUILDS))
def test_heads_are_of_a_natural_size(name: str) -> None:
    """An adult is seven to eight of its heads tall, hair not counted, a child five and a half to six and a half."""
    build = BUILDS[name]
    heads = build.tall / (HEAD_SCALE * build.head)
    low, high = (5.5, 6.5) if build.tall < 1.4 else (7.0, 8.1)
    assert low < heads < high


def test_everybody_a_record_tells_apart_has_looks_and_nightclothes() -> None:
    """Each kind of person that words call is dressed, by day and by night, in clothes and hair that exist."""
    for name in ("figure", "child"):
        for kind in set(things()[name].kinds.values()):
            for who in (*PEOPLE[kind], nightclothes(kind)):
                assert body(who, POSES["stand"]).parts


@pytest.mark.parametrize(("surface", "how"), [("seat", "doze"), ("bed", "in bed"), ("floor", "curled up")])
def test_people_sleep_as_the_place_lets_them(surface: Surface, how: str) -> None:
    """Whoever sleeps leans back in a seat, lies under the cover of a bed, or curls up on the floor."""
    moment = Moment(t=9.0, seed=5, manner="woman/sleep", surface=surface, place=Placement(0.0, 0.5, 4.0))
    keys = [
        form.shape.key for form in elements()["figure"](moment) if isinstance(form, Sprites) and form.shape.modelled
    ]
    assert any(how in key for key in keys)


def test_cloth_ends_at_its_uneven_hem() -> None:
    """A hem cuts the first loft at the share of its length that it gives for that side."""
    gown = Part((0.5, 0.5, 0.5), hem=lambda angle: np.float32(0.5) + np.float32(0.2) * np.cos(angle))
    gown.loft([(0, 1, 0), (0, 0.5, 0), (0, 0, 0)], [0.3, 0.3, 0.3], flat_end=True)
    image = cast([gown], turning(0.0, 0.0), Bounds(-0.5, -0.1, 0.5, 1.4), 0.02, ground=False)
    lowest = [1.4 - 0.02 * (np.flatnonzero(image[:, column, 3] > 0.5).max() + 1) for column in (12, 37)]
    # The model's left is the right of the picture: there the hem is lower.
    assert lowest[0] > 0.6
    assert lowest[1] < 0.4


def test_hair_has_a_soft_edge() -> None:
    """A part with fuzz dissolves over more pixels than one without, and covers as much."""
    bald, hairy = (
        cast([Part((0.5,) * 3, fuzz=fuzz).ball((0, 0, 0), 0.3)], turning(0, 0), Bounds(-0.5, -0.5, 0.5, 0.5), 0.01)
        for fuzz in (0.0, 0.04)
    )

    def soft(image: np.ndarray) -> int:
        return int(((image[..., 3] > 0.05) & (image[..., 3] < 0.95)).sum())

    assert soft(hairy) > 2 * soft(bald)
    assert (hairy[..., 3] > 0.9).sum() >= (bald[..., 3] > 0.9).sum()
