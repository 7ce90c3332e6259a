"""The app's end of the process that draws: send orders, take keys, replace the process when it is lost."""

from __future__ import annotations

import logging
import time

from dreamplayer.app.process_channel import Beside
from dreamplayer.app.render_worker.messages import Content, Done, KeyframeReady, Order, Setup
from dreamplayer.model.score import Score

_log = logging.getLogger(__name__)
LIVES = 3
"""Processes that may be lost in a night before the window draws by itself."""
PATIENCE = 30.0
"""Seconds without an answer after which the process counts as hung: shaders may compile for a few."""


class Studio:
    """A process that draws. Nothing here waits for it.

    `way` is draw; cards, at a lower priority; or rehearse, at the lowest and without sending a picture back.
    """

    def __init__(self, setup: Setup, *, patience: float = PATIENCE, way: str = "draw") -> None:
        self.setup = setup
        self.renderer = ""
        """What draws there, once it has said so."""
        self._way, self._patience = way, patience
        self._lost = 0
        self._score: Score | None = None
        self._waiting: dict[int, float] = {}
        self._beside: Beside | None = None
        self._begin()

    @property
    def alive(self) -> bool:
        """False once so many processes were lost that there will be no other."""
        return self._beside is not None

    @property
    def waiting(self) -> int:
        """Orders not yet answered."""
        return len(self._waiting)

    def resize(self, width: int, height: int) -> None:
        """The window has another size."""
        if (width, height) != (self.setup.width, self.setup.height):
            self.setup = Setup(width, height, self.setup.painter)
            self._send(self.setup)

    def ask(self, score: Score, order: Order) -> None:
        """Draw that moment of that night."""
        if score is not self._score:
            self._score = score
            self._send(Content(score))
        self._waiting[order.number] = time.monotonic()
        self._send(order)

    def answers(self) -> list[Done]:
        """Keys that have come since the last call."""
        found: list[Done] = []
        for answer in self._beside.came() if self._beside is not None else ():
            if isinstance(answer, Done):
                self._waiting.pop(answer.number, None)
                found.append(answer)
            elif isinstance(answer, KeyframeReady):
                self.renderer = answer.renderer
            elif answer is None:
                self._replace("it ended")
                return found
        if self._waiting and not found and time.monotonic() - min(self._waiting.values()) > self._patience:
            self._replace("no answer")
        return found

    def close(self) -> None:
        """End the process and wait until it is gone."""
        beside, self._beside = self._beside, None
        if beside is not None:
            beside.close()

    def _replace(self, why: str) -> None:
        self.close()
        self._lost += 1
        self._waiting.clear()
        _log.warning("the process that draws was lost: %s", why)
        if self._lost < LIVES:
            self._begin()

    def _begin(self) -> None:
        self._score = None
        self._beside = Beside("dreamplayer.app.render_worker.worker", self._way)
        self._send(self.setup)

    def _send(self, what: object) -> None:
        if self._beside is not None:
            self._beside.send(what)
