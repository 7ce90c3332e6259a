"""What the player needs of a window, as a protocol: tests bring one that shows nothing."""

from __future__ import annotations

from typing import Protocol

import pygame

from dreamplayer.app.render_worker.client import RenderWorker
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.key import Between


class Screen(Protocol):
    """What the player needs of a window."""

    renderer: str | None
    fullscreen: bool
    render_worker: RenderWorker | None
    """Renders key pictures where there is no graphics card."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        ...

    def events(self) -> list[pygame.event.Event]:
        """Events since the last call."""
        ...

    def show(self, frame: Frame) -> None:
        """Draw a frame, and wait for the next one's time."""
        ...

    def blend(self, pair: Between | None, frame: Frame, light: float) -> None:
        """Show the interpolation of two key pictures, or black, and wait for the next frame's time."""
        ...

    def rest(self, fps: float = 10.0) -> None:
        """Wait for a frame without drawing."""
        ...

    def dark(self) -> None:
        """Show black."""
        ...

    def set_fullscreen(self, full: bool) -> None:
        """Switch between full screen and window."""
        ...
