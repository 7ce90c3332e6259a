"""Paints what is coming while the night plays, so that no arrival makes the picture stall."""

from __future__ import annotations

import logging
from threading import Event, Thread

from dreamplayer.model.score import Score
from dreamplayer.picture.prepare import prepare

_log = logging.getLogger(__name__)
REACH = 75.0
"""Seconds of the night that are painted ahead: more than the wind-in, so that the first scene is ready."""
BREATH = 0.004
"""Seconds given back to the player between two paintings."""


class PaintAhead:
    """A thread that follows the place being played; `see` tells it where that is."""

    def __init__(self) -> None:
        self._seen: tuple[Score, float] | None = None
        self._stop = Event()
        self._thread = Thread(target=self._work, name="painting ahead", daemon=True)
        self._thread.start()

    def see(self, score: Score, t: float) -> None:
        """This score is being played, at t seconds. Costs nothing; call it every frame."""
        self._seen = (score, t)

    def close(self) -> None:
        """Stop after the painting in hand."""
        self._stop.set()

    def _work(self) -> None:
        done: set[str] = set()
        while not self._stop.wait(0.25):
            seen = self._seen
            if seen is None:
                continue
            score, t = seen
            try:
                for _ in prepare(score, t - 1.0, t + REACH, done):
                    if self._stop.wait(BREATH) or (self._seen is not None and abs(self._seen[1] - t) > 20.0):
                        break
            except Exception:
                _log.exception("painting ahead failed")
                return
