"""What a player needs of a window: tests give one that shows nothing."""

from __future__ import annotations

from typing import Protocol

import pygame

from dreamplayer.app.render_worker.client import RenderWorker
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.key import Between


class Screen(Protocol):
    """What a player needs of a window."""

    renderer: str | None
    fullscreen: bool
    render_worker: RenderWorker | None
    """The process that draws, where no graphics card does."""

    @property
    def size(self) -> tuple[int, int]:
        """Pixels."""
        ...

    def events(self) -> list[pygame.event.Event]:
        """Since the last call."""
        ...

    def show(self, frame: Frame) -> None:
        """Draw, and wait for the next frame's time."""
        ...

    def blend(self, pair: Between | None, frame: Frame, light: float) -> None:
        """Show what lies between two keys, or black, and wait for the next frame's time."""
        ...

    def rest(self, fps: float = 10.0) -> None:
        """Wait without drawing."""
        ...

    def dark(self) -> None:
        """True black."""
        ...

    def set_fullscreen(self, full: bool) -> None:
        """Change over."""
        ...
