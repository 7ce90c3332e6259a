"""What is coming is drawn once beforehand by another process: paintings and shaders then lie on the disk, ready.

A new scene may need a second of painting, or a shader that takes as long to compile. Neither must hold up the picture.
"""

from __future__ import annotations

from collections.abc import Iterator

from dreamplayer.app.render_worker.client import RenderWorker
from dreamplayer.app.render_worker.messages import Order
from dreamplayer.model.score import Score
from dreamplayer.picture.light import LightAdjustment
from dreamplayer.picture.prepare import changed, entering, on_stage
from dreamplayer.picture.transition import fade_seconds

REACH = 90.0
"""Seconds of the night that are rehearsed ahead: more than the wind-in, so that the first scene is ready."""
PLACES = 300.0
"""The same for places, which take seconds to cast."""
_SOONER = 45.0
"""Seconds by which a place goes before a thing that arrives at the same time."""
_EVERY = 0.25
"""Seconds of the room between two looks."""


def places(score: Score, start: float, end: float) -> Iterator[tuple[str, float]]:
    """(what, when) of every framing that is seen between two seconds of the night."""
    for i, scene in enumerate(score.scenes):
        if scene.place_id is not None and scene.span.end > start and scene.span.start < end:
            when = max(scene.span.start + fade_seconds(score, i), start + 1.0)
            yield f"{scene.place_id}/{scene.framing}", min(when, scene.span.end - 0.1)


def moments(score: Score, start: float, end: float) -> Iterator[tuple[str, float]]:
    """(what, when) of everything that arrives or changes between two seconds of the night."""
    for cue in entering(score, start, end):
        for at in changed(cue):
            t = on_stage(cue, at)
            yield f"{cue.name}:{cue.seed}:{t:.1f}", t


class Rehearsal:
    """Follows a night; `follow` once a frame costs next to nothing."""

    def __init__(self, render_worker: RenderWorker, *, places_alone: bool = False) -> None:
        """Have a worker rehearse.

        Args:
            render_worker: the worker.
            places_alone: only cast places: whoever draws them paints its things itself.
        """
        self._render_worker, self._places_alone = render_worker, places_alone
        self._done: set[str] = set()
        self._number = 0
        self._looked = float("-inf")
        self.idle = False
        """True while nothing within reach is left to be rehearsed."""

    def follow(self, score: Score, t: float, room: float) -> None:
        """The night is at t seconds; keep one thing in the works."""
        if room - self._looked < _EVERY or not self._render_worker.alive:
            return
        self._looked = room
        self._render_worker.answers()
        if self._render_worker.waiting:
            return
        self.idle = False
        for name, when in self._coming(score, t):
            if name not in self._done:
                self._done.add(name)
                self._number += 1
                self._render_worker.ask(score, Order(self._number, when, LightAdjustment(), words=False))
                return
        self.idle = True

    def _coming(self, score: Score, t: float) -> list[tuple[str, float]]:
        """What is to be rehearsed, first what is needed first."""
        size = f"{self._render_worker.setup.width}x{self._render_worker.setup.height}"
        due = [(when - _SOONER, f"{name} {size}", when) for name, when in places(score, t - 1.0, t + PLACES)]
        if not self._places_alone:
            due += [(when, name, when) for name, when in moments(score, t - 1.0, t + REACH)]
        return [(name, when) for _, name, when in sorted(due)]

    def resize(self, width: int, height: int) -> None:
        """The window has another size, in pixels: places are cast for it."""
        self._render_worker.resize(width, height)

    def close(self) -> None:
        """Let it go."""
        self._render_worker.close()
