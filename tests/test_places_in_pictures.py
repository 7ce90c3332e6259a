"""A place in a picture: things at its anchors, hidden by its solids, lit by its lamps; two places dissolve."""

from __future__ import annotations

import itertools
import math
import shutil
import stat
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from dreamplayer import catalogue
from dreamplayer.app.render_worker import layer_cache, place_gate
from dreamplayer.app.render_worker.layer_cache import LayerCache, file_name, packed, read_layers
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.app.render_worker.next_place import NextPlace
from dreamplayer.app.render_worker.place_gate import PlaceGate
from dreamplayer.app.render_worker.rehearsal import places as rehearsed_places
from dreamplayer.app.window.offscreen import by_processor
from dreamplayer.drawing.contact_shadow import contact_shadow
from dreamplayer.drawing.place import Atmosphere, Place, PlaceLight
from dreamplayer.drawing.primitives import Sprites
from dreamplayer.drawing.solids.cast import Layers
from dreamplayer.drawing.solids.shapes import box, room
from dreamplayer.drawing.solids.solid import Finish, Lamp, Material, Scenery, Surface
from dreamplayer.errors import CatalogueError
from dreamplayer.model.moment import Moment
from dreamplayer.model.place import Anchor, Framing, Move
from dreamplayer.model.score import DARK, Cue, DreamRef, Scene, Score, Section, Span, Support
from dreamplayer.model.stage import Air, Light, Palette, Placement, Stage
from dreamplayer.picture import place_layers
from dreamplayer.picture.cast_shadows import cast_shadows
from dreamplayer.picture.picture import picture
from dreamplayer.picture.place_layers import CastAtOnce, LayersKey, cast_layers, key_of
from dreamplayer.picture.placing import layers_key, legroom, lens_of, setting_of, spot_of, strongest, through
from dreamplayer.picture.surface.painter import SurfacePainter
from dreamplayer.picture.title import title_forms
from dreamplayer.picture.tone import melanopic
from dreamplayer.picture.transition import shown_at
from dreamplayer.timeline.cue_sheet import from_document, to_document

SIZE = (96, 54)
ROOM, CABIN = "the-room-of-a-test", "the-cabin-of-a-test"


def plain(r: float, g: float, b: float, glow: float = 0.0) -> Material:
    """One colour all over; `glow` is light of its own."""

    def material(s: Surface) -> Finish:
        shine = {"spark": np.full((len(s.p), 3), glow, np.float32)} if glow else {}
        return Finish(np.array([r, g, b], np.float32), emission=shine)

    return material


def _solids(seed: int) -> Scenery:
    walls = room(
        (-2.5, 0, 0), (2.5, 2.6, 5), floor=plain(0.2, 0.12, 0.08), wall=plain(0.35, 0.3, 0.24),
        ceiling=plain(0.4, 0.38, 0.34), openings=(("Z", 0.3, 1.5, 0.9, 2.1),),
    )  # fmt: skip
    table = box(plain(0.3, 0.16, 0.08), (-1.2, 0.0, 2.6), (0.2, 0.76, 3.4))
    chest = box(plain(0.5, 0.3, 0.1), (1.0, 0, 2.0 + 0.1 * seed), (1.5, 0.45, 2.5 + 0.1 * seed))
    spark = box(plain(0.0, 0.0, 0.0, glow=3.0), (-1.55, 1.95, 4.7), (-1.45, 2.05, 4.8))
    return Scenery(
        (*walls, table, chest, spark), (Lamp("key", (0.6, 1.9, 1.8), 2.0),), ("key", "spark"), sky_open=False
    )


def _light(atmosphere: Atmosphere) -> PlaceLight:
    level = 0.3 if atmosphere.hour == "dawn" else 1.0
    stage = Stage(ground="floor", air=Air((0.01, 0.008, 0.006), 0.002, 0.3), ridges=0.0)
    return PlaceLight({"key": (level, 0.5 * level, 0.2 * level)}, Palette(rim=(0.01, 0.01, 0.015)), stage)


TEST_ROOM = Place(
    ROOM,
    (
        Framing("wide", (0, 1.5, 0.2), 0.0, 1.2, 0.05, Move(push=0.06, drift=0.05, rise=0.02)),
        Framing("side", (-1.6, 1.1, 1.0), 0.5, 1.3, 0.1),
    ),
    (
        Anchor("table", (-0.5, 0.76, 2.9), "top", 0.5, "hero"),
        Anchor("behind", (-0.5, 0.0, 4.0), "floor", 0.6),
        Anchor("floor", (1.2, 0, 3.6), "floor", 2.0, facing=math.pi / 2),
        Anchor("hook", (0.5, 2.4, 3.0), "hang", 0.5),
    ),
    _solids,
    _light,
)
TEST_CABIN = replace(TEST_ROOM, name=CABIN, light=lambda a: replace(_light(a), tints={"key": (0.1, 0.2, 0.9)}))


@pytest.fixture(autouse=True)
def two_places(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two places that nothing else knows, cast when asked for."""
    found = MappingProxyType({ROOM: TEST_ROOM, CABIN: TEST_CABIN})
    monkeypatch.setattr(catalogue, "places", lambda: found)
    before = place_layers.use_store(_CAST)
    yield
    place_layers.use_store(before)


_CAST = CastAtOnce()
"""Kept over all tests: casting takes most of their time."""


@pytest.fixture(params=["gl", "surface"])
def painter(request: pytest.FixtureRequest) -> Any:
    """Each painter in turn."""
    if request.param == "gl":
        gl = request.getfixturevalue("gl_painter")
        gl.resize(*SIZE)
        return gl
    return SurfacePainter(*SIZE)


def drawn(painter: Any, frame: Any) -> NDArray[np.uint8]:
    """The frame's pixels, (h, w, 3)."""
    painter.paint(frame)
    return np.frombuffer(painter.pixels(), np.uint8).reshape(SIZE[1], SIZE[0], 3)


def scene(start: float, place: str | None, framing: str = "wide", **more: Any) -> Scene:
    """A scene that fades in over four seconds."""
    return Scene(
        0, Span(start, 1000.0), 4.0, 0, 1, 0.0, 0.0, "night", Stage(), Palette(),
        place_id=place, framing=framing, **more,
    )  # fmt: skip


def cue(name: str, anchor: str | None, place: str = ROOM, start: float = 0.0, **more: Any) -> Cue:
    """Something that stands at an anchor from the beginning."""
    support = Support("anchor", anchor, place=place)
    given: dict[str, Any] = {"rests": support, "place": Placement(), **more}
    return Cue("element", name, "literal", Span(start, 1000.0), None, None, None, 0, since=start, seed=3, **given)


def night(*scenes: Scene, cues: tuple[Cue, ...] = ()) -> Score:
    """A score of these scenes."""
    lengths = {"wind-in": 10, "story": 500, "coda": 540, "bed": 900, "fade": 1400, "dark": 1406}
    ends = list(lengths.values())
    parts = tuple(
        Section(name, Span(start, end))  # type: ignore[arg-type]
        for name, start, end in zip(lengths, [0, *ends], ends, strict=False)
    )
    return Score(DreamRef("a", "A", "-", "0"), "silent", 0, parts, scenes, (), (), cues)


def test_what_stands_at_an_anchor_is_seen_where_the_framing_sees_it() -> None:
    """Through every framing, early and late in its move: at the anchor's point of the screen, moved by the lens."""
    for framing in TEST_ROOM.framings:
        score = night(scene(0.0, ROOM, framing.name), cues=(cue("fruit", "table"),))
        for t in (20.0, 400.0):
            frame = picture(score, t, strict=True)
            camera, view = frame.stage.camera, frame.backdrop
            assert view is not None
            fruit = next(f for f in frame.forms if isinstance(f, Sprites) and not f.shape.radial and f.lit > 0.01)
            x, y, z = (float(v) for v in np.asarray(fruit.position)[0])
            at = (
                camera.shift + camera.focal * (x - camera.x) / z,
                camera.horizon + camera.focal * (y - camera.eye) / z,
            )
            still = framing.screen((-0.5, 0.76, 2.9))
            lens = view.lens
            expected = (lens.scale * still[0] + lens.x, lens.scale * still[1] + lens.y)
            assert at[0] == pytest.approx(expected[0], abs=0.03)
            assert at[1] == pytest.approx(expected[1], abs=0.06)


def test_what_a_framing_does_not_take_in_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thing that stays at its anchor while the camera has gone elsewhere: no half of it at the picture's edge."""
    narrow = replace(TEST_ROOM, anchors=tuple(replace(a, framings=("wide",)) for a in TEST_ROOM.anchors))
    monkeypatch.setattr(catalogue, "places", lambda: MappingProxyType({ROOM: narrow}))

    def fruits(framing: str) -> int:
        frame = picture(night(scene(0.0, ROOM, framing), cues=(cue("fruit", "table"),)), 20.0, strict=True)
        return sum(isinstance(f, Sprites) and not f.shape.radial and f.lit > 0.01 for f in frame.forms)

    assert fruits("wide") > 0
    assert fruits("side") == 0


def test_a_thing_faces_what_its_anchor_faces() -> None:
    """An anchor that faces left turns what stands there to the left, by as much less as the camera is turned."""
    score = night(scene(0.0, ROOM), cues=(cue("figure", "floor"),))
    for framing in TEST_ROOM.framings:
        seen = scene(0.0, ROOM, framing.name)
        there = setting_of(score, TEST_ROOM, seen, None, 60.0, 1.0, 0.0)
        spot = spot_of(score.cues[0], there, score.cues)
        assert spot is not None
        assert spot.where.turn == pytest.approx(framing.yaw - math.pi / 2)


def test_what_hangs_hangs_from_its_hook() -> None:
    """The top of a thing on a hook is at the hook."""
    score = night(scene(0.0, ROOM), cues=(cue("lantern", "hook"),))
    there = setting_of(score, TEST_ROOM, score.scenes[0], None, 60.0, 1.0, 0.0)
    spot = spot_of(score.cues[0], there, score.cues)
    assert spot is not None
    assert spot.where.y + catalogue.elements()["lantern"].size == pytest.approx(2.4)


def test_what_a_person_holds_is_at_the_person() -> None:
    """Neither on the floor nor in the air elsewhere."""
    person = cue("figure", "floor")
    held = cue("book", None, rests=Support("held", "figure", place=ROOM))
    score = night(scene(0.0, ROOM), cues=(person, held))
    there = setting_of(score, TEST_ROOM, score.scenes[0], None, 60.0, 1.0, 0.0)
    body, hand = spot_of(person, there, score.cues), spot_of(held, there, score.cues)
    assert body is not None
    assert hand is not None
    assert 0.3 < hand.where.y - body.where.y < 1.2
    assert abs(hand.where.x - body.where.x) < 0.5


def _small_statue(anchor: str) -> Cue:
    """Lower than the table; it gives no light."""
    return replace(cue("statue", anchor), place=Placement(size=0.24))


def test_solids_hide_what_is_behind_them(painter: Any) -> None:
    """A statue behind the table changes nothing, where the same on the table is seen."""
    empty = drawn(painter, picture(night(scene(0.0, ROOM)), 100.0, strict=True)).astype(int)
    changes = {}
    for anchor in ("table", "behind"):
        frame = picture(night(scene(0.0, ROOM), cues=(_small_statue(anchor),)), 100.0, strict=True)
        changes[anchor] = int((np.abs(drawn(painter, frame).astype(int) - empty).max(-1) > 6).sum())
    assert changes["table"] > 4
    assert changes["behind"] <= changes["table"] // 4


def test_the_picture_moves_as_the_camera_does(painter: Any) -> None:
    """A spark in the layers is found where the camera of the frame projects it, at both ends of the move."""
    score = night(scene(0.0, ROOM))
    for t in (20.0, 490.0):
        frame = picture(score, t, strict=True)
        assert frame.backdrop is not None
        spark = replace(frame.backdrop, strengths=(("spark", (1.0, 1.0, 1.0)),), own_lights=0)
        frame = replace(frame, forms=(), lights=(), backdrop=spark)
        seen = drawn(painter, frame).astype(float).sum(-1)
        rows, columns = np.nonzero(seen > 0.6 * seen.max())
        camera = frame.stage.camera
        x, y, z = TEST_ROOM.framings[0].view((-1.5, 2.0, 4.72))
        at = camera.shift + camera.focal * x / z, camera.horizon + camera.focal * (y - camera.eye) / z
        assert columns.mean() == pytest.approx((at[0] / frame.aspect + 1) / 2 * SIZE[0], abs=1.3)
        assert rows.mean() == pytest.approx((1 - at[1]) / 2 * SIZE[1], abs=1.3)


def test_both_painters_show_the_same_place(gl_painter: Any) -> None:
    """Cell by cell, with something in it."""
    gl_painter.resize(*SIZE)
    frame = picture(night(scene(0.0, ROOM), cues=(cue("fruit", "table"), cue("figure", "floor"))), 100.0, strict=True)
    cells = []
    for painter in (gl_painter, SurfacePainter(*SIZE)):
        cells.append(drawn(painter, frame).astype(float).reshape(9, 6, 16, 6, 3).mean((1, 3)))
    assert np.corrcoef(cells[0].ravel(), cells[1].ravel())[0, 1] > 0.95
    assert float(np.abs(cells[0] - cells[1]).mean()) < 8.0


def test_people_throw_their_shadow_on_floor_and_wall(painter: Any) -> None:
    """It is darker behind them as the lamp sees them, on the floor and up the wall, and nowhere lighter."""
    score = night(scene(0.0, ROOM), cues=(cue("figure", "floor", manner="man/wait"),))
    frame = picture(score, 100.0, strict=True)
    bare = replace(frame, forms=())
    lit = drawn(painter, replace(bare, shadows=())).astype(int).sum(-1)
    shaded = drawn(painter, bare).astype(int).sum(-1)
    assert (shaded - lit).max() <= 3
    rows, columns = np.nonzero(lit - shaded > 6)
    there = setting_of(score, TEST_ROOM, score.scenes[0], None, 100.0, 1.0, 0.0)
    foot = there.framing.screen((1.2, 0.0, 3.6))
    # The lamp is to the left of them and nearer: away from it is right and far, where the wall is at z = 5.
    wall = there.framing.screen((1.67, 0.0, 5.0))
    middle = (foot[0] + wall[0]) / 2
    assert columns.mean() == pytest.approx((middle / frame.aspect + 1) / 2 * SIZE[0], abs=2.5)
    ledge = wall[1]
    heights = 1 - 2 * (rows + 0.5) / SIZE[1]
    assert (heights > ledge + 0.06).sum() > 3
    assert (heights < ledge).sum() > 3


def test_what_carries_the_lamp_throws_no_shadow_by_it() -> None:
    """A lamp in one's own hand, or no lamp at all, throws none."""
    frame = picture(night(scene(0.0, ROOM), cues=(cue("figure", "floor", manner="man/wait"),)), 100.0, strict=True)
    (shadow,) = frame.shadows
    x, y, z = shadow.foot
    near = Light((x + 0.3, y + 1.1, z), (1.0, 0.6, 0.3), 1.5)
    assert not cast_shadows(frame.forms, [near])
    assert cast_shadows(frame.forms, [replace(near, position=(x + 1.5, y + 1.1, z))])
    assert not cast_shadows(frame.forms, [])


@pytest.mark.slow
def test_feet_reach_the_floor_before_the_seat() -> None:
    """Somebody on a chest sits as high as it is, with legs for its own height; nobody stands on it."""
    seated = replace(
        TEST_ROOM,
        anchors=(*TEST_ROOM.anchors, Anchor("chest", (1.25, 0.45, 2.1), "seat", 1.9, facing=0.0, verbs=("sit",))),
    )
    assert legroom(seated, 0)["chest"] == pytest.approx(0.45, abs=0.01)
    for pose in ("drink", "gaze", "walk", "rest", "kneel"):
        moment = Moment(
            t=60.0, seed=3, manner=f"man/{pose}", surface="seat", legroom=0.45, place=Placement(0.0, 0.45, 3.0)
        )
        body = next(f for f in catalogue.elements()["figure"](moment) if isinstance(f, Sprites) and f.shape.modelled)
        image = body.shape.paint()[0]
        rows = np.flatnonzero((image[..., 3] > 0.5).any(1))
        pixel = float(np.max(body.size)) / image.shape[0]
        top = float(body.position[0, 1]) + (image.shape[0] * (1 - body.shape.foot) - rows.min()) * pixel
        lowest = float(body.position[0, 1]) + (image.shape[0] * (1 - body.shape.foot) - rows.max()) * pixel
        assert 1.0 < top < 1.5, pose
        assert abs(lowest) < 0.08, pose


def test_a_frame_in_a_place_is_painted_the_same_twice(painter: Any) -> None:
    """Whatever was painted in between."""
    score = night(scene(0.0, ROOM), scene(100.0, CABIN), cues=(cue("cat", "floor"),))
    first = drawn(painter, picture(score, 102.0, strict=True))
    drawn(painter, picture(score, 300.0))
    assert np.array_equal(first, drawn(painter, picture(score, 102.0, strict=True)))


def test_places_dissolve_slowly_and_under_the_cap(painter: Any) -> None:
    """From one to the other nothing jumps, and at no moment is there more light than the night allows."""
    score = night(scene(0.0, ROOM), scene(100.0, CABIN, "side"), scene(110.0, None), cues=(cue("cat", "floor"),))
    before = None
    for t in np.arange(99.5, 115.0, 0.5):
        frame = replace(picture(score, float(t), strict=True), caption=None)
        seen = drawn(painter, frame)
        assert melanopic(seen) <= frame.grade.cap
        if before is not None:
            assert float(np.abs(seen.astype(float) - before).mean()) < 12.0
        before = seen.astype(float)


def test_a_change_of_framing_moves_at_one_speed() -> None:
    """While one framing dissolves into another both move alike, and neither place nor speed of a camera jumps."""
    score = night(scene(0.0, ROOM), scene(30.0, ROOM, "side"))
    seen: dict[str, list[tuple[float, float, float]]] = {"wide": [], "side": []}
    times = np.arange(29.0, 36.0, 0.25)
    for t in times:
        frame = picture(score, float(t), strict=True)
        for one in (frame, frame.before):
            if one is not None and one.backdrop is not None:
                lens = one.backdrop.lens
                seen[one.backdrop.framing].append((lens.scale, lens.x, lens.y))
    usual = np.abs(np.diff(np.array(seen["wide"])[:4], axis=0)).max()
    for path in seen.values():
        steps = np.diff(np.array(path), axis=0)
        assert np.abs(steps).max() < 1.6 * usual
        assert np.abs(np.diff(steps, axis=0)).max() < 0.35 * usual
    both = [np.diff(np.array(path), axis=0) for path in (seen["wide"][4:-1], seen["side"][: len(seen["wide"]) - 5])]
    assert np.abs(both[0] - both[1]).max() < 0.25 * usual


@pytest.mark.parametrize("veil", ["", DARK, "petals", "fog"])
def test_a_change_of_place_through_a_veil_never_jumps(painter: Any, veil: str) -> None:
    """Each step is a small part of the change, no picture is far brighter than both, and in the dark it is dark."""
    score = night(scene(0.0, ROOM), scene(100.0, CABIN, veil=veil))
    shown = [
        drawn(painter, replace(picture(score, float(t), strict=True), caption=None)).astype(float)
        for t in np.linspace(99.8, 104.2, 23)
    ]
    steps = [float(np.abs(b - a).mean()) for a, b in pairwise(shown)]
    levels = [float(picture_.mean()) for picture_ in shown]
    whole = float(np.abs(shown[-1] - shown[0]).mean()) + (max(levels) - min(levels))
    assert max(steps) < 0.25 * whole
    assert steps[0] < 0.1 * whole
    assert steps[-1] < 0.1 * whole
    assert max(levels) < 1.25 * max(levels[0], levels[-1])
    if veil == DARK:
        assert min(levels) < 0.8 * min(levels[0], levels[-1])


@pytest.mark.parametrize("veil", [DARK, "petals"])
def test_both_painters_dim_a_dissolve_alike(gl_painter: Any, veil: str) -> None:
    """Half way, both show about the same share of the light of the pictures they dissolve."""
    gl_painter.resize(*SIZE)
    score = night(scene(0.0, ROOM), scene(100.0, CABIN, veil=veil))
    found = []
    for one in (gl_painter, SurfacePainter(*SIZE)):
        start, half, end = (
            float(drawn(one, replace(picture(score, t, strict=True), caption=None)).mean())
            for t in (99.9, 102.0, 104.1)
        )
        found.append(half / (0.5 * (start + end)))
    assert found[0] == pytest.approx(found[1], abs=0.15)


def test_one_dissolve_after_another_on_a_slow_machine() -> None:
    """As a place has come half out of the dark the next one is ready: the dark does not come back for a picture."""
    made = by_processor(*SIZE, budget=28.0)
    assert made is not None
    # Each picture takes 24 ms: the tier stays as it is.
    made.timer = itertools.count(step=0.024).__next__
    score, late = night(scene(0.0, ROOM), scene(100.0, CABIN)), {0.0: 104.0, 100.0: math.inf}
    coming = [picture(score, 105.0 + 0.05 * i, openings=late) for i in range(2)]
    follows = [picture(score, 105.1 + 0.05 * i, openings={**late, 100.0: 105.1}) for i in range(2)]
    keys = [np.frombuffer(made.key(frame).rgba, np.uint8).reshape(-1, 4) for frame in (*coming, *follows)]
    made.close()
    lights = [float(key[:, :3].mean()) for key in keys]
    assert lights[1] > 5.0
    assert min(lights[2:]) > 0.9 * lights[1]


def test_the_score_tells_the_veil() -> None:
    """It is written with its scene, and read back."""
    score = night(scene(0.0, ROOM), scene(100.0, CABIN, veil="petals"))
    document = to_document(score)
    assert [passage["veil"] for passage in document["passages"]] == [None, "petals"]
    assert from_document(document).scenes[1].veil == "petals"


def test_layers_are_uploaded_a_part_at_a_time(gl_painter: Any) -> None:
    """A dozen small parts ahead of its first picture leave the same picture, and nothing more to be uploaded."""
    gl_painter.resize(*SIZE)
    frame = replace(picture(night(scene(0.0, ROOM)), 60.0, strict=True), caption=None)
    usual = drawn(gl_painter, frame)
    assert frame.backdrop is not None
    layers = cast_layers(key_of(frame.backdrop, *SIZE, frame.aspect))
    before = place_layers.use_store(_Only(layers))
    try:
        parts = 1
        while not gl_painter.ahead(layers):
            parts += 1
        assert parts == len(layers.groups) + 2
        assert gl_painter.ahead(layers)
        assert np.array_equal(usual, drawn(gl_painter, frame))
    finally:
        place_layers.use_store(before)


class _Only:
    """A store of one framing."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers

    def layers(self, key: LayersKey) -> Layers:
        """The layers, whatever is asked for."""
        return self._layers


def test_the_place_that_comes_is_read_and_uploaded_before_it_is_seen(tmp_path: Path) -> None:
    """Far ahead nothing is done; near, its file is read in a thread and given to the painter."""
    score = night(scene(0.0, ROOM), scene(100.0, CABIN))
    given: list[Layers] = []

    class Painter:
        def ahead(self, layers: Layers) -> bool:
            given.append(layers)
            return True

    LayerCache(tmp_path, casts=True, rows=54).layers(layers_key(score, score.scenes[1], *SIZE))
    store = LayerCache(tmp_path, casts=False, rows=54)
    coming = NextPlace(store, Painter())  # type: ignore[arg-type]
    setup = Setup(*SIZE, None)
    place_gate.build_ahead(score, 95.0)
    coming.follow(score, 20.0, setup)
    assert store.in_memory(layers_key(score, score.scenes[1], *SIZE)) is None
    for _ in range(400):
        place_gate.build_ahead(score, 95.0)
        coming.follow(score, 95.0, setup)
        if given:
            break
        threading.Event().wait(0.01)
    assert given
    assert store.layers(layers_key(score, score.scenes[1], *SIZE)) is given[0]


def test_each_picture_of_a_dissolve_has_its_own_things() -> None:
    """What stands in the room goes with the room."""
    score = night(
        scene(0.0, ROOM),
        replace(scene(100.0, CABIN), passage=1),
        cues=(cue("cat", "floor"), cue("fruit", "table", CABIN, 101.0)),
    )
    frame = picture(score, 102.0, strict=True)
    assert frame.before is not None

    def names(forms: Any) -> set[str]:
        return {form.shape.key.split("/")[0] for form in forms if isinstance(form, Sprites)}

    alone = {kind: names(picture(night(scene(0.0, where), cues=(one,)), 60.0).forms) for kind, where, one in (
        ("cat", ROOM, cue("cat", "floor")), ("fruit", CABIN, cue("fruit", "table", CABIN)))}  # fmt: skip
    only = {"cat": alone["cat"] - alone["fruit"], "fruit": alone["fruit"] - alone["cat"]}
    assert names(frame.before.forms) & only["cat"]
    assert not names(frame.forms) & only["cat"]
    assert not names(frame.before.forms) & only["fruit"]


def test_light_changes_within_a_framing_without_a_dissolve() -> None:
    """Dawn comes into the same picture: no second picture, strengths in between."""
    score = night(scene(0.0, ROOM), scene(100.0, ROOM, atmosphere=Atmosphere("dawn")))
    frame = picture(score, 102.0, strict=True)
    assert frame.before is None
    assert frame.backdrop is not None
    assert 0.3 < frame.backdrop.strength("key")[0] < 1.0


def test_a_late_place_is_waited_for() -> None:
    """The scene before is held until the layers are there, and dissolves from then on; at first it is dark."""
    score = night(scene(0.0, ROOM), scene(100.0, CABIN))
    never, late = {100.0: math.inf}, {100.0: 130.0}
    held = picture(score, 120.0, openings=never)
    assert held.before is None
    assert held.backdrop is not None
    assert held.backdrop.place == ROOM
    assert shown_at(score, 131.0, late).share < 0.5
    assert shown_at(score, 140.0, late).before is None
    first = picture(score, 20.0, openings={0.0: math.inf})
    assert first.backdrop is None
    comes = picture(score, 21.0, openings={0.0: 20.0})
    assert comes.before is not None
    assert comes.before.backdrop is None
    # No starry sky stands where a room will be, and the title stays whole while the room comes.
    there = picture(score, 20.0)
    for dark in (first, comes.before):
        assert dark.stage.stars == 0.0
        assert max(dark.palette.horizon) < 0.1 * max(there.palette.horizon)
    early = picture(score, 5.0, openings={0.0: 4.5})
    assert early.before is not None
    title = title_forms(score, 5.0, early.stage.camera, early.grade.exposure)
    assert title
    assert len(early.before.forms) == 1 + len(title)


@pytest.mark.parametrize("first", [math.inf, 112.0, 110.0])
def test_two_late_places_come_out_of_the_dark(first: float) -> None:
    """One that was never seen does not appear, whole and without its layers, only to go as the next one comes."""
    score = night(scene(0.0, ROOM), scene(100.0, CABIN))
    dark = picture(score, 109.9, openings={0.0: math.inf, 100.0: math.inf})
    comes = picture(score, 112.5, openings={0.0: first, 100.0: 110.0})
    assert dark.backdrop is None
    assert comes.before is not None
    assert comes.before.backdrop is None
    assert comes.backdrop is not None
    assert comes.backdrop.place == CABIN


def test_the_gate_opens_when_layers_are_ready() -> None:
    """In time: nothing is late. Too late: from the moment they are ready. Going back afterwards: at once."""
    ready = {ROOM: True, CABIN: False}
    gate = PlaceGate(lambda _, scene, any_size: any_size or ready[scene.place_id or ""])
    score = night(scene(0.0, ROOM), scene(100.0, CABIN))
    assert not gate.openings(score, 50.0)
    assert gate.openings(score, 100.5)[100.0] == math.inf
    ready[CABIN] = True
    assert gate.openings(score, 103.0)[100.0] == 103.0
    assert gate.openings(score, 104.0)[100.0] == 103.0
    assert 100.0 not in gate.openings(score, 101.0)


def test_a_scene_waits_for_a_late_one_that_is_coming() -> None:
    """It would go to its whole light in one frame. Where both are ready at once, the earlier is not shown any more."""
    ready: set[str | None] = {ROOM}
    gate = PlaceGate(lambda _, scene, any_size: scene.place_id in ready)
    score = night(scene(0.0, ROOM), scene(10.0, CABIN))
    ready.clear()
    gate.openings(score, 8.0)
    ready |= {ROOM, CABIN}
    assert gate.openings(score, 9.0) == {0.0: 9.0}
    shares = [shown_at(score, t, gate.openings(score, t)) for t in np.arange(9.0, 30.0, 0.1)]
    light = [(shown.now, shown.share) for shown in shares]
    assert light[-1] == (1, 1.0)
    last = max(share for index, share in light if index == 0)
    assert last > 0.99
    both = PlaceGate(lambda _, scene, any_size: scene.place_id in ready)
    ready.clear()
    both.openings(score, 11.0)
    ready |= {ROOM, CABIN}
    assert both.openings(score, 12.0)[10.0] == 12.0


def test_a_night_is_not_dark_for_ever() -> None:
    """Where the window's own size does not come, another will do after a while."""
    gate = PlaceGate(lambda _, scene, any_size: any_size)
    score = night(scene(0.0, ROOM))
    opened = [gate.openings(score, 0.1 * i).get(0.0, 0.0) for i in range(100)]
    assert opened[0] == math.inf
    assert opened[-1] < math.inf


def test_places_that_come_are_rehearsed_before_they_are_seen() -> None:
    """Every framing within reach, each at a moment at which it alone is seen."""
    score = night(scene(0.0, ROOM), scene(100.0, CABIN, "side"), scene(900.0, CABIN))
    found = dict(rehearsed_places(score, 10.0, 310.0))
    assert set(found) == {f"{ROOM}/wide", f"{CABIN}/side"}
    assert shown_at(score, found[f"{CABIN}/side"] + 0.01, {}).before is None


def _key() -> LayersKey:
    score = night(scene(0.0, ROOM))
    found = layers_key(score, score.scenes[0], *SIZE)
    assert found is not None
    return found


def test_layers_come_back_from_the_disk_as_they_were(tmp_path: Path) -> None:
    """Value for value, privately; without casting where another process has cast them."""
    key, folder = _key(), tmp_path / "layers"
    assert LayerCache(folder, casts=False).layers(key) is None
    made = LayerCache(folder, casts=True).layers(key)
    store = LayerCache(folder, casts=False)
    found = store.layers(key)
    assert made is not None
    assert found is not None
    assert store.layers(key) is found
    for name in ("light", "cover", "depth"):
        assert np.array_equal(getattr(made, name), getattr(found, name))
    assert (found.groups, found.overscan) == (made.groups, made.overscan)
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "other"])
def test_a_damaged_file_is_dropped_and_cast_anew(tmp_path: Path, damage: str) -> None:
    """Whatever is wrong with it, nobody notices."""
    key = _key()
    made = LayerCache(tmp_path, casts=True).layers(key)
    path = tmp_path / file_name(key)
    whole = path.read_bytes()
    changed = whole[:5000] + bytes([whole[5000] ^ 255]) + whole[5001:]
    path.write_bytes({"cut": whole[:2000], "changed": changed, "emptied": b"", "other": b"[1, 2]\n"}[damage])
    assert LayerCache(tmp_path, casts=False).layers(key) is None
    again = LayerCache(tmp_path, casts=True).layers(key)
    assert made is not None
    assert again is not None
    assert np.array_equal(made.light, again.light)
    assert path.read_bytes() == whole


def test_the_cache_is_bounded(tmp_path: Path) -> None:
    """The least recently used goes; what is asked for stays."""
    key = _key()
    one = sum(len(part) for part in packed(cast_layers(key)))
    store = LayerCache(tmp_path, casts=True, most=int(2.5 * one))
    for framing in ("wide", "side"):
        for place in (ROOM, CABIN):
            store.layers(replace(key, framing=framing, place=place))
    assert len(list(tmp_path.iterdir())) == 2
    assert (tmp_path / file_name(replace(key, framing="side", place=CABIN))).is_file()


def test_layers_of_another_size_stand_in(tmp_path: Path) -> None:
    """While those of the window are being cast."""
    key = _key()
    LayerCache(tmp_path, casts=True).layers(key)
    window = LayerCache(tmp_path, casts=False, rows=360)
    assert not window.ready(key)
    assert window.ready(key, any_size=True)
    found = window.layers(key)
    assert found is not None
    assert found.depth.shape == (SIZE[1], SIZE[0])


def test_a_place_on_screen_outlives_its_files(tmp_path: Path) -> None:
    """What is shown in another size than the window's stays when the cache is removed: it would vanish in one frame."""
    key = layers_key(night(scene(0.0, ROOM)), scene(0.0, ROOM), *SIZE)
    assert key is not None
    LayerCache(tmp_path, casts=True).layers(key)
    window = LayerCache(tmp_path, casts=False, rows=270)
    shown = window.layers(key)
    assert shown is not None
    shutil.rmtree(tmp_path)
    assert window.layers(key) is shown
    assert window.ready(key, any_size=True)


def test_water_is_kept_with_what_it_reflects(tmp_path: Path) -> None:
    """A reflection comes back with its place."""
    made = cast_layers(replace(_key(), mirrored=True))
    path = tmp_path / "file"
    path.write_bytes(b"".join(bytes(part) for part in packed(made)))
    found = read_layers(path).reflection
    assert made.reflection is not None
    assert found is not None
    assert np.array_equal(found.light, made.reflection.light)


def test_a_full_disk_only_means_casting_anew(tmp_path: Path) -> None:
    """A folder that cannot be made is no failure."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert LayerCache(blocked / "layers", casts=True).layers(_key()) is not None


def test_a_lens_never_shows_what_was_not_cast() -> None:
    """At both ends of any move the picture's edge lies within the overscan."""
    for move in (Move(push=0.08), Move(push=-0.08), Move(drift=0.06), Move(rise=-0.06), Move(0.05, 0.05, 0.05)):
        framing = replace(TEST_ROOM.framings[0], move=move)
        over = cast_over(framing)
        for seconds in (0.0, 30.0, 1e5):
            lens = lens_of(framing, seconds, calm=False)
            edge = max((1 + abs(lens.x) / (16 / 9)) / lens.scale, (1 + abs(lens.y)) / lens.scale)
            assert edge <= over + 1e-9
            assert through(framing, lens).focal == pytest.approx(framing.focal * lens.scale)


def cast_over(framing: Framing) -> float:
    """The overscan a framing is cast with."""
    from dreamplayer.drawing.solids.cast import overscan_of

    return overscan_of(framing, 16 / 9)


def test_exports_keep_what_they_cast(home: Path) -> None:
    """Painting for a file fills the cache folder, and leaves the store as it was."""
    score = night(scene(0.0, ROOM))
    frame = picture(score, 100.0)
    with layer_cache.casting():
        SurfacePainter(*SIZE).paint(frame)
    assert len(list((home / "cache" / "layers").glob("*.layers"))) == 1
    assert place_layers._stores[-1] is _CAST


def test_a_lamp_that_is_one_too_many_fades() -> None:
    """As one of six lamps gets stronger than another, of which four count, no light of the frame jumps."""
    colour, before = (1.0, 0.6, 0.3), None
    lights = [Light((float(k), 2.0, 4.0), colour) for k in range(6)]
    for step in range(200):
        weights = [3.0, 2.5, 2.0, 1.0, 0.6 + 0.004 * step, 0.2]
        chosen = {light.position: light.colour[0] for light in strongest(lights, weights, 4)}
        levels = np.array([chosen.get(light.position, 0.0) for light in lights])
        if before is not None:
            assert float(np.abs(levels - before).max()) < 0.05
        before = levels
    assert len(strongest(lights, [1.0] * 6, 8)) == 6


def test_a_shadow_ends_where_its_table_ends(gl_painter: Any) -> None:
    """What lies on the table is seen on it, and not in the air beside it."""
    gl_painter.resize(*SIZE)
    plain_room = replace(picture(night(scene(0.0, ROOM)), 100.0, strict=True), forms=())
    camera = setting_of(night(scene(0.0, ROOM)), TEST_ROOM, scene(0.0, ROOM), None, 100.0, 1.0, 0.0).framing

    def darkened(x: float) -> float:
        pool = contact_shadow(camera.view((x, 0.77, 2.9)), 0.8, 1.0)
        shown = drawn(gl_painter, replace(plain_room, forms=(pool,))).astype(float)
        return float(np.clip(drawn(gl_painter, plain_room).astype(float) - shown, 0, None).sum())

    on_it, beside_it = darkened(-0.5), darkened(0.8)
    assert on_it > 300.0
    assert beside_it < 0.1 * on_it


def test_a_place_that_fails_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its small life alone, where only that fails; the night goes on either way, and tests are told."""

    def fails(*_: object) -> Any:
        raise ValueError("broken")

    for name, changes in (("lifeless", {"life": fails}), ("lightless", {"light": fails})):
        broken = replace(TEST_ROOM, name=f"{name}-of-a-test", **changes)
        monkeypatch.setattr(catalogue, "places", lambda broken=broken: {broken.name: broken})
        score = night(scene(0.0, broken.name), cues=(cue("cat", "floor", broken.name),))
        with pytest.raises(CatalogueError, match="failed"):
            picture(score, 60.0, strict=True)
        frame = picture(score, 60.0)
        assert (frame.backdrop is not None) == (name == "lifeless")
