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

REACH = 90.0
"""Seconds of the night that are rehearsed ahead: more than the wind-in, so that the first scene is ready."""
_EVERY = 0.25
"""Seconds of the room between two looks."""


def moments(score: Score, start: float, end: float) -> Iterator[tuple[str, float]]:
    """(what, when) of everything that arrives or changes between two seconds of the night."""
    for cue in entering(score, start, end):
        for at in changed(cue):
            t = on_stage(cue, at)
            yield f"{cue.name}:{cue.seed}:{t:.1f}", t


class Rehearsal:
    """Follows a night; `follow` once a frame costs next to nothing."""

    def __init__(self, render_worker: RenderWorker) -> None:
        self._render_worker = render_worker
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
        for name, when in moments(score, t - 1.0, t + REACH):
            if name not in self._done:
                self._done.add(name)
                self._number += 1
                self._render_worker.ask(score, Order(self._number, when, LightAdjustment(), words=False))
                return
        self.idle = True

    def close(self) -> None:
        """Let it go."""
        self._render_worker.close()
