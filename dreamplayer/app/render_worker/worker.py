"""The process that draws: orders in, key pictures out. Others of its kind rehearse, or only cast places."""

from __future__ import annotations

import logging
import time
from dataclasses import replace

from dreamplayer.app.render_worker import layer_cache, sprite_cache
from dreamplayer.app.render_worker.layer_cache import LayerCache, give_back_memory, live_rows
from dreamplayer.app.render_worker.messages import Content, Done, Order, RendererReady, Setup
from dreamplayer.app.render_worker.next_place import NextPlace
from dreamplayer.app.render_worker.place_gate import PlaceGate, build_ahead, is_ready
from dreamplayer.app.window.offscreen import by_processor
from dreamplayer.drawing import painted
from dreamplayer.model.score import Score
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.key import DrawsKeys, Key
from dreamplayer.picture.light import adjusted_grade
from dreamplayer.picture.picture import NOTHING_LATE, picture
from dreamplayer.picture.place_layers import KEPT
from dreamplayer.picture.placing import layers_key
from dreamplayer.picture.transition import Openings
from dreamplayer.process.channel import WorkerEnd

_log = logging.getLogger(__name__)
BUDGET = 60.0
"""Milliseconds a key may take: some fifteen a second."""
TALLEST = 1080
"""Keys for higher windows are drawn as for one of this height."""
HELD = 32 * 2**20
"""Bytes of paintings a process holds that draws with OpenGL: each is uploaded once, and lies on the disk."""
_LONG = 0.3
"""Seconds of work after which a process that goes ahead gives back what it needed for it."""
FIRST_ROWS = 180
"""Rows in which the first place of a process is cast at first: a quarter of the work, and soon there."""
CASTS = "casts"
"""Renderer of a process that draws nothing."""
SURFACE, SURFACES = "surface", 0.5
"""What is drawn without OpenGL, and its size over the window's."""


def _painter(setup: Setup) -> tuple[DrawsKeys, str]:
    gl = None if setup.painter == SURFACE else by_processor(*_size(setup, 1.0), budget=BUDGET)
    if gl is not None:
        return gl, gl.renderer
    from dreamplayer.picture.surface.painter import SurfacePainter

    return SurfacePainter(*_size(setup, SURFACES)), SURFACE


def _save_power(painter: DrawsKeys | None, setup: Setup) -> None:
    """On battery a tier less; surfaces have none."""
    save = getattr(painter, "save_power", None)
    if save is not None:
        save(setup.saving)


def _size(setup: Setup, share: float) -> tuple[int, int]:
    share *= min(1.0, TALLEST / max(1, setup.height))
    return round(setup.width * share), round(setup.height * share)


def main(end: WorkerEnd, way: str = "draw") -> None:
    """Draw what is ordered, in order.

    Args:
        end: of the channel.
        way: draw; cards: also cast what a picture needs; rehearse: as cards, but send no pictures back; cast: only cast
            the place of each ordered moment.
    """
    sprite_cache.use()
    setup = end.receive()
    assert isinstance(setup, Setup)
    painter, renderer = (None, CASTS) if way == "cast" else _painter(setup)
    _save_power(painter, setup)
    if renderer != SURFACE:
        painted.hold(HELD)
    end.send(RendererReady(renderer))

    def rows() -> int | None:
        return None if way == "cards" else live_rows(setup.height, card=way == "cast")

    # Whoever goes ahead draws one moment of a place, two pictures at most, and goes on.
    kept = KEPT if way in ("draw", "cards") else 1
    store = layer_cache.use(casts=way != "draw", rows=rows(), kept=kept)
    gate = PlaceGate(lambda score, scene, any_size: is_ready(store, score, scene, setup, any_size=any_size))
    coming = NextPlace(store, painter) if way == "draw" and painter is not None else None
    score: Score | None = None
    cast_before = False
    while True:
        what = end.receive()
        if isinstance(what, Setup):
            setup = what
            store.rows = rows()
            _save_power(painter, setup)
            if painter is not None:
                painter.resize(*_size(setup, SURFACES if renderer == SURFACE else 1.0))
        elif isinstance(what, Content):
            score = what.score
        elif isinstance(what, Order) and score is not None:
            began = time.perf_counter()
            openings = NOTHING_LATE
            if way == "draw":
                build_ahead(score, what.t)
                openings = gate.openings(score, score.nearest(what.t))
            elif way != "cards":
                if not cast_before:
                    cast_before = True
                    _cast_small(store, score, what.t, setup)
                _cast(store, score, what.t, setup)
            key = Key(what.t, 0, 0, b"") if painter is None else painter.key(_frame(score, what, setup, openings))
            key = replace(key, light=what.adjustment.exposure, rgba=b"" if way == "rehearse" else key.rgba)
            seconds = time.perf_counter() - began
            end.send(Done(what.number, key, seconds))
            if coming is not None and score is not None:
                coming.follow(score, score.nearest(what.t), setup)
            if way in ("rehearse", "cast") and seconds > _LONG:
                give_back_memory()


def _frame(score: Score, order: Order, setup: Setup, openings: Openings) -> Frame:
    """The ordered moment in the light that is wished; black is laid over it by the window."""
    frame = picture(score, score.nearest(order.t), aspect=setup.width / setup.height, openings=openings)
    grade = replace(adjusted_grade(frame.grade, order.adjustment), black=0.0)
    return replace(frame, t=order.t, grade=grade, caption=frame.caption if order.words else None)


def _cast_small(store: LayerCache, score: Score, t: float, setup: Setup) -> None:
    """Cast the place of a moment in few rows where there is nothing of it: the night begins with it."""
    rows = store.rows
    try:
        key = layers_key(score, score.scene_at(score.nearest(t)), setup.width, setup.height)
        if key is not None and not store.ready(key, any_size=True):
            store.rows = FIRST_ROWS
            store.layers(key)
    except Exception as error:
        _log.warning("a place could not be cast in few rows: %r", error)
    finally:
        store.rows = rows


def _cast(store: LayerCache, score: Score, t: float, setup: Setup) -> None:
    """Cast the place of a moment. One that fails is logged, and its sky shown alone."""
    try:
        key = layers_key(score, score.scene_at(score.nearest(t)), setup.width, setup.height)
        if key is not None:
            store.layers(key)
    except Exception as error:
        _log.warning("a place could not be cast: %r", error)
