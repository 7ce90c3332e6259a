"""Client of the render worker: sends orders, receives key pictures, replaces the process when it dies or hangs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dreamplayer.app.render_worker.messages import Content, Done, Order, RendererReady, Setup
from dreamplayer.model.score import Score
from dreamplayer.process.channel import ProcessChannel, ReplacedWorker
from dreamplayer.process.network import desktop_sockets

LIVES = 3
"""Processes that may die in a night before the window renders by itself."""
PATIENCE = 60.0
"""Seconds without an answer after which the process counts as hung: shaders may compile for a few."""
LONG_PATIENCE = 240.0
"""The same for one that casts places at the lowest priority."""
_NICE = {"draw": 3, "cards": 8, "rehearse": 15, "cast": 15}
"""Niceness of each: the window and the sound have priority."""


class RenderWorker:
    """A process that renders key pictures. No method blocks.

    `way` is draw; cards, at a lower priority; or rehearse or cast, at the lowest and without sending a picture back.
    """

    def __init__(self, setup: Setup, *, patience: float = PATIENCE, way: str = "draw") -> None:
        self.setup = setup
        self.renderer = ""
        """GL_RENDERER or `surface`, once the process has said so."""
        self.ordered = 0
        """The largest number of an order so far."""
        self._way = way
        self._score: Score | None = None
        self._waiting: set[int] = set()
        self.worker = ReplacedWorker(self._begin, self._greet, lives=LIVES, patience=patience, longest=patience)

    @property
    def alive(self) -> bool:
        """False once so many processes died that no other is started."""
        return self.worker.alive

    @property
    def waiting(self) -> int:
        """Count of orders without an answer."""
        return len(self._waiting)

    def resize(self, width: int, height: int) -> None:
        """The window has another size, in pixels."""
        self._set_up(replace(self.setup, width=width, height=height))

    def save_power(self, saving: bool) -> None:
        """The machine runs on its battery, or does no longer."""
        self._set_up(replace(self.setup, saving=saving))

    def _set_up(self, setup: Setup) -> None:
        if setup != self.setup:
            self.setup = setup
            self.worker.send(setup)

    def ask(self, score: Score, order: Order) -> None:
        """Order a key picture of a moment of the night."""
        if score is not self._score:
            self._score = score
            self.worker.send(Content(score))
        self._waiting.add(order.number)
        self.ordered = max(self.ordered, order.number)
        self.worker.send(order)

    def answers(self) -> list[Done]:
        """Key pictures that have arrived since the last call."""
        found: list[Done] = []
        for answer in self.worker.received(awaited=bool(self._waiting)):
            if isinstance(answer, Done):
                self._waiting.discard(answer.number)
                found.append(answer)
            elif isinstance(answer, RendererReady):
                self.renderer = answer.renderer
        return found

    def close(self) -> None:
        """End the process and wait until it is gone."""
        self.worker.close()

    def _begin(self) -> ProcessChannel:
        # Drivers of OpenGL ask the display server and the list of devices.
        return ProcessChannel(
            "dreamplayer.app.render_worker.worker", self._way, nice=_NICE[self._way], sockets=desktop_sockets()
        )

    def _greet(self) -> Iterator[object]:
        """Messages to a new process: the setup. Whoever still wants an order of the one before repeats it."""
        self._score = None
        self._waiting.clear()
        yield self.setup
