"""What every place keeps, whichever are found: its framings, anchors, light and cost."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from numpy.typing import NDArray

from dreamplayer.app.render_worker.layer_cache import LayerCache
from dreamplayer.catalogue import elements, places
from dreamplayer.drawing.place import Place
from dreamplayer.drawing.primitives import Dots, Sprites
from dreamplayer.drawing.solids.cast import Layers, view_of
from dreamplayer.drawing.solids.raster import Geometry, rasterize
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, Framing
from dreamplayer.model.reading import TimeOfDay
from dreamplayer.picture import place_layers
from dreamplayer.picture.frame import Frame, Grade
from dreamplayer.picture.look import place_frame
from dreamplayer.picture.place_layers import layers_of, scenery
from dreamplayer.picture.surface.painter import SurfacePainter
from dreamplayer.picture.tone import melanopic
from dreamplayer.reading.lexicon.vocabulary import place_records, things

pytestmark = pytest.mark.slow

SIZE = (96, 54)
NAMES = sorted(places())
HOURS: tuple[TimeOfDay, ...] = get_args(TimeOfDay)
CAPTIONS = -0.78
"""Screen height up to which two lines of captions may reach."""
SIGHT = 16 / 9
TRIANGLES = 260_000
"""Most triangles of a place: what a room full of books has. More would take too long to cast."""
PARTICLES = 4000
"""Most specks of its small life."""
_RESTED_ON = ("floor", "top", "seat", "bed")


@pytest.fixture(scope="module")
def store(kept: Path) -> LayerCache:
    """Layers at the size of the tests' pictures, small as they are: each cast once a run."""
    return LayerCache(kept / "layers", casts=True, kept=2 * len(NAMES))


@pytest.fixture(autouse=True)
def small_layers(store: LayerCache) -> Iterator[None]:
    """Let the painters take their layers from there."""
    before = place_layers.use_store(store)
    yield
    place_layers.use_store(before)


@pytest.fixture(scope="module", params=NAMES)
def place(request: pytest.FixtureRequest) -> Place:
    """Each place in turn; what is asked of one is asked in a row, while its solids are in memory."""
    return places()[request.param]


def picture_of(frame: Frame, painter: Any = None) -> NDArray[np.uint8]:
    """The frame's pixels, (h, w, 3)."""
    made = painter or SurfacePainter(*SIZE)
    made.paint(frame)
    return np.frombuffer(made.pixels(), np.uint8).reshape(SIZE[1], SIZE[0], 3)


def layers(place: Place, framing: Framing, seed: int = 0) -> Layers:
    """What a framing of it is shown by."""
    view = place_frame(place, framing.name, Atmosphere(), seed=seed).backdrop
    assert view is not None
    found = layers_of(view, *SIZE, SIGHT)
    assert found is not None
    return found


def seen_at(framing: Framing, point: tuple[float, float, float]) -> tuple[float, float, float] | None:
    """Screen position and distance of a point; None outside the picture or behind the eye."""
    z = framing.view(point)[2]
    x, y = framing.screen(point)
    return (x, y, z) if z > 0.1 and abs(x) < SIGHT and abs(y) < 1.0 else None


@cache
def depths(name: str, framing: str) -> NDArray[np.float32]:
    """Metres from the eye at each pixel; infinity where nothing is."""
    place = places()[name]
    view = view_of(place.framing(framing), *SIZE, SIGHT)
    return np.asarray(rasterize(view, Geometry.of(scenery(place, 0).solids)).depth, np.float32)


def depth_at(depth: NDArray[np.float32], x: float, y: float) -> float:
    """Farthest of the nine pixels about a point of the screen: edges are a pixel wide."""
    i, j = int((x / SIGHT * 0.5 + 0.5) * SIZE[0]), int((0.5 - y * 0.5) * SIZE[1])
    return float(depth[max(j - 1, 0) : j + 2, max(i - 1, 0) : i + 2].max())


def claimed(place: Place, anchor: Anchor) -> list[Framing]:
    """The framings that say they see an anchor."""
    return [framing for framing in place.framings if anchor.seen_in(framing.name)]


def parts_of(anchor: Anchor) -> list[tuple[float, float, float]]:
    """Points of what might be at an anchor, one of which must be seen: its middle; far off, any height of it."""
    x, y, z = anchor.position
    if anchor.surface == "view":
        return [(x, y + share * anchor.largest, z) for share in (0.05, 0.15, 0.3, 0.5, 0.8)]
    high = {"hang": -0.5, "air": 0.0, "sea": 0.3, "wall": 0.2, "sky": 0.0}.get(anchor.surface, 0.5)
    return [(x, y + high * min(anchor.largest, max(0.6, 1.5 * anchor.smallest)), z)]


def hidden(place: Place, anchor: Anchor, framing: Framing) -> bool:
    """Whether solids hide all of it, as far as it is in the picture."""
    depth = depths(place.name, framing.name)
    spots = [spot for point in parts_of(anchor) if (spot := seen_at(framing, point)) is not None]
    return bool(spots) and all(depth_at(depth, x, y) < z - 0.12 - 0.02 * z for x, y, z in spots)


def test_a_place_has_a_record(place: Place) -> None:
    """Its name, three or more framings of different names, anchors of different names, at least one for the hero."""
    assert place.name in place_records()
    assert len({framing.name for framing in place.framings}) == len(place.framings) >= 3
    assert len({anchor.name for anchor in place.anchors}) == len(place.anchors) >= 5
    assert any(anchor.part == "hero" for anchor in place.anchors)
    names = {framing.name for framing in place.framings}
    assert all(set(anchor.framings) <= names for anchor in place.anchors)


def test_framings_are_different_pictures(place: Place) -> None:
    """Eye height, horizon, distance or side: what is near in one is far in another; and no move is quick."""
    near = [1.0 / (1.0 + depths(place.name, framing.name)) for framing in place.framings]
    for a, b in combinations(near, 2):
        assert float(np.abs(a - b).mean()) > 0.12 * min(float(a.mean()), float(b.mean()))
    for framing in place.framings:
        move = framing.move
        assert max(abs(move.push), abs(move.drift), abs(move.rise)) <= 0.1


def test_every_framing_has_a_hero(place: Place) -> None:
    """Something may stand where the eye goes first, whichever way one looks."""
    for framing in place.framings:
        parts = [anchor.part for anchor in place.anchors if anchor.seen_in(framing.name)]
        assert parts, framing.name


def test_anchors_are_in_the_picture_above_the_captions(place: Place) -> None:
    """In at least one of the framings that claim it, what is at an anchor is seen whole from its foot."""
    for anchor in place.anchors:
        if anchor.surface in ("sky", "view"):
            continue
        spots = [seen_at(framing, anchor.position) for framing in claimed(place, anchor)]
        assert any(spot is not None and spot[1] > CAPTIONS for spot in spots), f"{anchor.name}: {spots}"


def test_anchors_are_not_hidden_where_they_are_claimed(place: Place) -> None:
    """The middle of something small there is seen, in every claiming framing whose picture it is in."""
    wrong = [
        f"{anchor.name} in {framing.name}"
        for anchor in place.anchors
        for framing in claimed(place, anchor)
        if hidden(place, anchor, framing)
    ]
    assert not wrong, ", ".join(wrong)


@lru_cache(maxsize=1)
def surfaces(place: Place) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Corners of all triangles of a place, (n, 3, 3), and all of its vertices, (m, 3)."""
    built = scenery(place, 0).solids
    triangles = np.concatenate([solid.vertices[solid.triangles] for solid in built]).astype(np.float64)
    return triangles, np.concatenate([solid.vertices for solid in built]).astype(np.float64)


def heights_at(place: Place, points: list[tuple[float, float]]) -> NDArray[np.float64]:
    """Heights of all surfaces above and below points of the floor plan, and of the corners close to them."""
    triangles, vertices = surfaces(place)
    low, high = triangles[..., [0, 2]].min(1), triangles[..., [0, 2]].max(1)
    least, most = np.min(points, axis=0), np.max(points, axis=0)
    near = ((low <= most) & (high >= least)).all(1)
    triangles, low, high = triangles[near], low[near], high[near]
    vertices = vertices[((vertices[:, [0, 2]] > least - 0.08) & (vertices[:, [0, 2]] < most + 0.08)).all(1)]
    found: list[NDArray[np.float64]] = []
    for x, z in points:
        over = ((low <= (x, z)) & (high >= (x, z))).all(1)
        a, b, c = (triangles[over, k] for k in range(3))
        area = (b[:, 0] - a[:, 0]) * (c[:, 2] - a[:, 2]) - (c[:, 0] - a[:, 0]) * (b[:, 2] - a[:, 2])
        level = np.abs(area) > 1e-9
        a, b, c, area = a[level], b[level], c[level], area[level]
        u = ((x - a[:, 0]) * (c[:, 2] - a[:, 2]) - (c[:, 0] - a[:, 0]) * (z - a[:, 2])) / area
        v = ((b[:, 0] - a[:, 0]) * (z - a[:, 2]) - (x - a[:, 0]) * (b[:, 2] - a[:, 2])) / area
        inside = (u >= -1e-6) & (v >= -1e-6) & (u + v <= 1 + 1e-6)
        found.append((a[:, 1] + u * (b[:, 1] - a[:, 1]) + v * (c[:, 1] - a[:, 1]))[inside])
        close = (np.abs(vertices[:, 0] - x) < 0.08) & (np.abs(vertices[:, 2] - z) < 0.08)
        found.append(vertices[close, 1])
    return np.concatenate([np.zeros(0), *found])


def test_something_is_below_what_rests_at_an_anchor(place: Place) -> None:
    """A floor, a table, a seat: within a hand's breadth of the anchor's height. Water lies at height 0."""
    wrong = []
    for anchor in place.anchors:
        x, y, z = anchor.position
        if anchor.surface in _RESTED_ON:
            near = [(x + dx, z + dz) for dx in (-0.1, 0.0, 0.1) for dz in (-0.1, 0.0, 0.1)]
            heights = heights_at(place, near)
            if not len(heights) or float(np.abs(heights - y).min()) > 0.09:
                wrong.append(f"{anchor.name} at {y}: {np.round(np.sort(heights), 2)}")
        elif anchor.surface == "sea" and place_records()[place.name].sky:
            # Under water there is no sky, and things swim at any height.
            assert abs(y) < 0.5, anchor.name
    assert not wrong, "; ".join(wrong)


def test_every_anchor_takes_something(place: Place) -> None:
    """There is an element of a fitting size and way to rest for each."""
    ways = {
        "floor": {"stands", "lies"}, "top": {"stands", "lies"}, "seat": {"stands", "lies"}, "bed": {"lies", "stands"},
        "wall": {"hangs", "leans", "stands"}, "hang": {"hangs"}, "air": {"flies", "floats"}, "sea": {"swims", "floats"},
        "sky": {"sky", "flies"}, "view": {"stands", "flies", "swims", "floats", "sky", "lies", "ground"},
    }  # fmt: skip
    for anchor in place.anchors:
        fits = [
            name for name, record in things().items()
            if name in elements() and set(record.rests) & ways[anchor.surface]
            and anchor.smallest <= record.size <= anchor.largest * 1.5
        ]  # fmt: skip
        assert fits, f"{anchor.name} takes nothing of {anchor.largest} m"


@pytest.mark.parametrize("hour", HOURS)
def test_a_place_is_dark_enough_and_not_too_dark(place: Place, hour: TimeOfDay) -> None:
    """At every hour, as it is lit, below the night's limit; something is to be seen."""
    frame = place_frame(place, place.framings[0].name, Atmosphere(hour))
    shown = picture_of(replace(frame, grade=Grade(cap=1.0)))
    assert melanopic(shown) <= 0.106
    assert float(np.percentile(shown.max(-1), 99)) > 40


def test_nothing_jumps(place: Place) -> None:
    """A tenth of a second changes next to nothing, at any time of its stay."""
    painter = SurfacePainter(*SIZE)
    for t in (0.05, 7.3, 61.0, 3000.0):
        a, b = (
            picture_of(place_frame(place, place.framings[0].name, Atmosphere(), t=moment), painter).astype(float)
            for moment in (t, t + 0.1)
        )
        cells = np.abs(a - b).reshape(9, 6, 16, 6, 3).mean((1, 3, 4))
        assert float(cells.mean()) < 1.2
        assert float(cells.max()) < 14.0


def test_both_painters_draw_it(place: Place, gl_painter: Any) -> None:
    """The light lies in the same cells of the picture."""
    gl_painter.resize(*SIZE)
    frame = place_frame(place, place.framings[0].name, Atmosphere())
    cells = [
        picture_of(frame, painter).astype(float).mean(-1).reshape(9, 6, 16, 6).mean((1, 3))
        for painter in (gl_painter, SurfacePainter(*SIZE))
    ]
    assert np.corrcoef(cells[0].ravel(), cells[1].ravel())[0, 1] > 0.7


def test_another_seed_is_another_place_of_its_kind(place: Place) -> None:
    """Two nights do not play in the very same room: other solids stand there, or they are painted otherwise."""
    first, second = scenery(place, 0), place.solids(5)
    assert first.groups == second.groups
    moved = any(
        a.vertices.shape != b.vertices.shape or not np.allclose(a.vertices, b.vertices, atol=0.01)
        for a, b in zip(first.solids, second.solids, strict=False)
    )
    if len(first.solids) == len(second.solids) and not moved:
        a, b = (layers(place, place.framings[0], seed).light.astype(float) for seed in (0, 5))
        assert float(np.abs(a - b).mean()) > 1e-4


def test_it_is_cheap_enough(place: Place) -> None:
    """Few enough triangles to cast, groups to add and specks to draw."""
    built = scenery(place, 0)
    assert len(built.groups) <= 4
    assert sum(len(solid.triangles) for solid in built.solids) <= TRIANGLES
    for framing in place.framings:
        forms = place_frame(place, framing.name, Atmosphere(weather="snow")).forms
        assert sum(len(form.position) for form in forms if isinstance(form, Dots | Sprites)) <= PARTICLES


def test_no_two_places_look_alike() -> None:
    """Each is told by its wide picture, in one second, at a thumbnail's size."""
    shown = {}
    for name, place in places().items():
        seen = picture_of(place_frame(place, place.framings[0].name, Atmosphere())).astype(float)
        seen = seen.reshape(18, 3, 32, 3, 3).mean((1, 3))
        shown[name] = (seen / (seen.mean() + 1.0)).ravel()
    alike = [
        (a, b, round(float(np.abs(shown[a] - shown[b]).mean()), 3))
        for a, b in combinations(shown, 2)
        if float(np.abs(shown[a] - shown[b]).mean()) < 0.25
    ]
    assert not alike


def test_anchors_face_within_a_turn() -> None:
    """Radians, not degrees."""
    for place in places().values():
        assert all(abs(anchor.facing) <= 2 * math.pi for anchor in place.anchors)
