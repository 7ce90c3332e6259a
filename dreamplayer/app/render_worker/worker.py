"""The process that draws: orders in, key pictures out."""

from __future__ import annotations

import time
from dataclasses import replace

from dreamplayer.app.render_worker import sprite_cache
from dreamplayer.app.render_worker.messages import Content, Done, Order, RendererReady, Setup
from dreamplayer.app.window.offscreen import by_processor
from dreamplayer.model.score import Score
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.key import DrawsKeys
from dreamplayer.picture.light import adjusted_grade
from dreamplayer.picture.picture import picture
from dreamplayer.process.channel import WorkerEnd

BUDGET = 60.0
"""Milliseconds a key may take: some fifteen a second."""
TALLEST = 1080
"""Keys for higher windows are drawn as for one of this height."""
SURFACE, SURFACES = "surface", 0.5
"""What is drawn without OpenGL, and its size over the window's."""


def _painter(setup: Setup) -> tuple[DrawsKeys, str]:
    gl = None if setup.painter == SURFACE else by_processor(*_size(setup, 1.0), budget=BUDGET)
    if gl is not None:
        return gl, gl.renderer
    from dreamplayer.picture.surface.painter import SurfacePainter

    return SurfacePainter(*_size(setup, SURFACES)), SURFACE


def _size(setup: Setup, share: float) -> tuple[int, int]:
    share *= min(1.0, TALLEST / max(1, setup.height))
    return round(setup.width * share), round(setup.height * share)


def main(end: WorkerEnd, way: str = "draw") -> None:
    """Draw what is ordered, in order. `way` rehearse: send no pictures, only that they were drawn."""
    sprite_cache.use()
    setup = end.receive()
    assert isinstance(setup, Setup)
    painter, renderer = _painter(setup)
    end.send(RendererReady(renderer))
    score: Score | None = None
    while True:
        what = end.receive()
        if isinstance(what, Setup):
            setup = what
            painter.resize(*_size(setup, SURFACES if renderer == SURFACE else 1.0))
        elif isinstance(what, Content):
            score = what.score
        elif isinstance(what, Order) and score is not None:
            began = time.perf_counter()
            key = painter.key(_frame(score, what, setup))
            key = replace(key, light=what.adjustment.exposure, rgba=b"" if way == "rehearse" else key.rgba)
            end.send(Done(what.number, key, time.perf_counter() - began))


def _frame(score: Score, order: Order, setup: Setup) -> Frame:
    """The ordered moment in the light that is wished; black is laid over it by the window."""
    frame = picture(score, score.nearest(order.t), aspect=setup.width / setup.height)
    grade = replace(adjusted_grade(frame.grade, order.adjustment), black=0.0)
    return replace(frame, t=order.t, grade=grade, caption=frame.caption if order.words else None)
