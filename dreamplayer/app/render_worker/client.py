"""The app's end of the process that draws: send orders, take keys, replace the process when it is lost."""

from __future__ import annotations

from collections.abc import Iterator

from dreamplayer.app.render_worker.messages import Content, Done, Order, RendererReady, Setup
from dreamplayer.model.score import Score
from dreamplayer.process.channel import ProcessChannel, ReplacedWorker
from dreamplayer.process.network import desktop_sockets

LIVES = 3
"""Processes that may be lost in a night before the window draws by itself."""
PATIENCE = 30.0
"""Seconds without an answer after which the process counts as hung: shaders may compile for a few."""
_NICE = {"draw": 3, "cards": 8, "rehearse": 15}
"""How far each stands back: the window and the sound come first."""


class RenderWorker:
    """A process that draws. Nothing here waits for it.

    `way` is draw; cards, at a lower priority; or rehearse, at the lowest and without sending a picture back.
    """

    def __init__(self, setup: Setup, *, patience: float = PATIENCE, way: str = "draw") -> None:
        self.setup = setup
        self.renderer = ""
        """What draws there, once it has said so."""
        self._way = way
        self._score: Score | None = None
        self._waiting: set[int] = set()
        self.worker = ReplacedWorker(self._begin, self._greet, lives=LIVES, patience=patience, longest=patience)

    @property
    def alive(self) -> bool:
        """False once so many processes were lost that there will be no other."""
        return self.worker.alive

    @property
    def waiting(self) -> int:
        """Orders not yet answered."""
        return len(self._waiting)

    def resize(self, width: int, height: int) -> None:
        """The window has another size."""
        if (width, height) != (self.setup.width, self.setup.height):
            self.setup = Setup(width, height, self.setup.painter)
            self.worker.send(self.setup)

    def ask(self, score: Score, order: Order) -> None:
        """Draw that moment of that night."""
        if score is not self._score:
            self._score = score
            self.worker.send(Content(score))
        self._waiting.add(order.number)
        self.worker.send(order)

    def answers(self) -> list[Done]:
        """Keys that have come since the last call."""
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
        """To each new process: the window. What was ordered of the one before is ordered anew by who still wants it."""
        self._score = None
        self._waiting.clear()
        yield self.setup
