"""Thumbnails of the cards: drawn one after the other, by the window or by a process beside it."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace

import pygame

from dreamplayer.app.picker.preview_times import PreviewSchedule, PreviewTime
from dreamplayer.app.render_worker.client import RenderWorker
from dreamplayer.app.render_worker.messages import Order, Setup
from dreamplayer.app.window.window import Window
from dreamplayer.picture.frame import Painter
from dreamplayer.picture.light import LightAdjustment
from dreamplayer.picture.picture import picture
from dreamplayer.picture.surface.between import scale, surface_of

SIZE = (320, 180)
"""Width and height, pixels."""
EVERY = 0.16
"""Seconds between two redraws: a few a second in all."""


class Thumbnails:
    """The thumbnails as drawn last."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.shown: dict[str, pygame.Surface] = {}
        self.count = 0
        """Count of redraws; the page is laid out again when it changes."""
        self._order: list[str] = []
        self._mini: Painter | None = None
        self._next = 0.0
        self._asked: tuple[int, str, float] | None = None
        """Number, name and blackness of the pending one."""
        self._render_worker: RenderWorker | None = None
        if window.render_worker is not None:
            # Keys are drawn at half the size that is set up.
            setup = Setup(2 * SIZE[0], 2 * SIZE[1], window.render_worker.setup.painter)
            self._render_worker = RenderWorker(setup, way="cards")

    def paint(self, schedule: PreviewSchedule, names: list[str], room: float) -> None:
        """Redraw one of them if it is time: first those that have none, then the oldest.

        Args:
            schedule: what each dream shows now.
            names: dreams on the page.
            room: seconds of the room.
        """
        if self._render_worker is not None and self._render_worker.alive:
            self._take(self._render_worker)
        ready = [name for name in names if name in schedule]
        if room < self._next or self._asked is not None or not ready:
            return
        new = [name for name in ready if name not in self.shown]
        name = new[0] if new else min(ready, key=lambda n: self._order.index(n) if n in self._order else -1)
        moment = schedule.moment(name, room)
        if moment is None:
            return
        began = time.perf_counter()
        if self._render_worker is not None and self._render_worker.alive:
            self._asked = (self.count + 1, name, moment.black)
            self._render_worker.ask(moment.score, Order(self.count + 1, moment.t, LightAdjustment(), words=False))
        else:
            self._keep(name, self._drawn(moment))
        # At most a quarter of the time is spent on them, however slow the machine.
        self._next = room + (0.02 if new else max(EVERY, 4.0 * (time.perf_counter() - began)))

    def close(self) -> None:
        """Release the renderers."""
        if self._render_worker is not None:
            self._render_worker.close()
        if self._mini is not None:
            with contextlib.suppress(Exception):
                self._mini.close()

    def _take(self, render_worker: RenderWorker) -> None:
        for done in render_worker.answers():
            if self._asked is None or done.number != self._asked[0]:
                continue
            _, name, black = self._asked
            surface = pygame.transform.smoothscale(surface_of(done.key), SIZE)
            scale(surface, (1.0 - black) ** (1 / 2.2))
            self._keep(name, surface)
            self._asked = None
        if not render_worker.waiting:
            # The process died with the request.
            self._asked = None

    def _drawn(self, moment: PreviewTime) -> pygame.Surface:
        if self._mini is None:
            self._mini = self._window.miniature(*SIZE)
        frame = picture(moment.score, moment.t, aspect=SIZE[0] / SIZE[1])
        grade = replace(frame.grade, black=max(moment.black, frame.grade.black))
        self._mini.paint(replace(frame, caption=None, grade=grade))
        return pygame.image.frombytes(self._mini.pixels(), SIZE, "RGB")

    def _keep(self, name: str, surface: pygame.Surface) -> None:
        self.shown[name] = surface
        self.count += 1
        self._order = [other for other in self._order if other != name] + [name]
