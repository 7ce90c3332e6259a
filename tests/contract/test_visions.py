"""What the vision of every glyph, and of every element that has one, keeps."""

from __future__ import annotations

import numpy as np
import pytest

from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.visions.glyph_outlines import outlined
from dreamplayer.drawing.visions.glyph_points import glyph_cloud
from dreamplayer.drawing.visions.motes import GATHER, WHOLE, Origin
from dreamplayer.drawing.visions.point_cloud import MOST, PointCloud
from dreamplayer.drawing.visions.vision import Hovering, vision
from dreamplayer.model.stage import Camera, Light
from dreamplayer.picture.tone import MELANOPIC
from dreamplayer.picture.visions import cloud
from dreamplayer.reading.lexicon.vocabulary import glyphs, things

FEWER = 700
"""Motes that are left of a vision on the slowest machine."""
CAP = 0.106
"""The most melanopic load a frame may have in the mean (design, section 8)."""
CAMERA = Camera(eye=1.6, focal=1.35, horizon=-0.3)
HOVERING = Hovering((0.0, 2.4, 8.0), 2.0 * 0.45 * 8.0 / CAMERA.focal, CAMERA)
OWN = sorted(name for name, record in things().items() if record.vision == "drawing")
SOME = OWN[::15]
"""Elements are painted to be sampled, which takes a second each: one in fifteen is looked at."""


def whole(points: PointCloud) -> None:
    """Inside its box, all of it told by the first points, with lines enough to be recognised."""
    at = points.position
    assert 1000 < len(at) <= MOST
    assert np.isfinite(at).all()
    assert (np.abs(at[:, 0]) <= 0.5 * points.width + 0.01).all()
    assert ((at[:, 1] >= -0.01) & (at[:, 1] <= 1.01)).all()
    assert (np.abs(at[:, 2]) < 0.5).all()
    assert ((points.light >= 0) & (points.light <= 1)).all()
    # The first points span what all of them span, and are found in nearly every part of it.
    first = at[:FEWER, :2]
    assert (np.ptp(first, axis=0) > 0.9 * np.ptp(at[:, :2], axis=0)).all()
    cells = [{tuple(cell) for cell in np.floor(some * 8).astype(int)} for some in (first, at[:, :2])]
    assert len(cells[0]) > 0.8 * len(cells[1])
    assert 0.2 < float(points.edge.mean()) < 0.9
    assert points.fill > 0.02


def melanopic(forms: tuple[Form, ...]) -> float:
    """Mean melanopic load that the dots add to a picture, before any tone curve lowers it."""
    total = 0.0
    for form in forms:
        if isinstance(form, Dots):
            n = len(form.position)
            size = np.broadcast_to(np.asarray(form.size, np.float32), (n,)) * CAMERA.focal / form.position[:, 2]
            light = np.broadcast_to(np.asarray(form.colour, np.float32), (n, 3)) @ MELANOPIC
            total += float(np.sum(light * np.pi / 12.0 * size**2))
    return total / (4.0 * 16 / 9)


@pytest.mark.slow
@pytest.mark.parametrize("glyph", sorted(outlined()))
def test_a_glyph_is_told_by_its_points(glyph: str) -> None:
    """Its points are inside their box, whole however few are drawn, and its vision is dim in the mean."""
    points = glyph_cloud(glyph)
    whole(points)
    assert 0.0 < melanopic(vision(points, GATHER + 3.0, 5, HOVERING)) < 0.5 * CAP


@pytest.mark.slow
@pytest.mark.parametrize("name", SOME)
def test_an_element_is_told_by_its_points(name: str) -> None:
    """As a glyph: what its own drawing shows."""
    points = cloud(name)
    whole(points)
    assert 0.0 < melanopic(vision(points, GATHER + 3.0, 5, HOVERING)) < 0.5 * CAP


def test_every_record_says_what_its_vision_is() -> None:
    """The drawing, an outline that is there, or none."""
    for name, record in things().items():
        assert record.vision in {"drawing", "none"} | outlined(), name
    assert len(OWN) > 40


def test_it_is_a_pure_function_of_its_moment() -> None:
    """The same moment gives the same motes, sampled anew or not, in any order of asking."""
    glyph = next(iter(sorted(record.glyph or "" for record in glyphs().values())))
    first = [vision(glyph_cloud(glyph), t, 7, HOVERING) for t in (1.0, 8.0, 14.0)]
    glyph_cloud.cache_clear()
    again = [vision(glyph_cloud(glyph), t, 7, HOVERING) for t in (14.0, 8.0, 1.0)][::-1]
    for one, other in zip(first, again, strict=True):
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            assert type(a) is type(b)
            if isinstance(a, Dots) and isinstance(b, Dots):
                assert np.array_equal(a.position, b.position)
                assert np.array_equal(np.asarray(a.colour), np.asarray(b.colour))


@pytest.mark.parametrize("among_stars", [False, True])
def test_it_is_calm(among_stars: bool) -> None:
    """Nothing jumps: motes move little, light changes slowly, and it begins and ends in nothing."""
    points = glyph_cloud(sorted(outlined())[40])
    hovering = Hovering((0.0, 2.4, 8.0), 4.0, CAMERA, among_stars=among_stars)
    before: np.ndarray | None = None
    light: list[float] = []
    for t in np.arange(0.05, WHOLE, 0.1):
        forms = vision(points, float(t), 3, hovering)
        motes = next(form for form in forms if isinstance(form, Dots))
        light.append(melanopic(forms))
        if before is not None:
            assert np.percentile(np.linalg.norm(motes.position - before, axis=1), 99) < 0.12 * hovering.tall
        before = motes.position
    assert light[0] < 0.05 * max(light)
    assert light[-1] < 0.05 * max(light)
    assert np.abs(np.diff(light)).max() < 0.15 * max(light)
    assert vision(points, -0.1, 3, hovering) == vision(points, WHOLE + 0.1, 3, hovering) == ()
    assert any(isinstance(form, Ribbons) for form in vision(points, 8.0, 3, hovering)) is among_stars
    assert any(isinstance(form, Light) for form in vision(points, 8.0, 3, hovering)) is not among_stars


def test_nothing_flies_in_a_calm_night() -> None:
    """Its motes light up and go out where they belong."""
    points = glyph_cloud(sorted(outlined())[40])
    hovering = Hovering(HOVERING.foot, HOVERING.tall, CAMERA, Origin("none"))
    shown = [
        next(form for form in vision(points, t, 3, hovering) if isinstance(form, Dots))
        for t in (0.4 * GATHER, GATHER + 3.0, WHOLE - 2.0)
    ]
    for motes in shown:
        assert np.percentile(np.linalg.norm(motes.position - shown[1].position, axis=1), 90) < 0.2 * hovering.tall
    light = [float(np.asarray(motes.colour).sum()) for motes in shown]
    assert light[0] < 0.8 * light[1]
    assert light[2] < 0.8 * light[1]


def test_fewer_motes_are_the_same_motes() -> None:
    """A slow machine shows the first of them; none is elsewhere for it."""
    points = glyph_cloud(sorted(outlined())[70])
    many, few = (next(f for f in vision(points, 8.0, 3, HOVERING, count=n) if isinstance(f, Dots)) for n in (3000, 900))
    assert np.allclose(many.position[:900], few.position, atol=1e-4)


def test_a_named_colour_is_seen() -> None:
    """Blue where the words say blue; gold where they say nothing."""
    points = glyph_cloud(sorted(outlined())[10])
    plain, blue = (
        np.asarray(next(f for f in vision(points, 8.0, 3, h) if isinstance(f, Dots)).colour).mean(0)
        for h in (HOVERING, Hovering(HOVERING.foot, HOVERING.tall, CAMERA, tint=(0.05, 0.1, 0.8)))
    )
    assert plain[0] > plain[1] > plain[2]
    assert blue[2] > blue[0]
