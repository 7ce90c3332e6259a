"""The pointer: a dim arrow that is seen while it moves, and gone three seconds later."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import pygame

from dreamplayer.app.window.button_bar import STAYS
from dreamplayer.app.window.typeset import SAND

_ARROW = ((0, 0), (0, 17), (4, 13), (7, 20), (10, 18), (7, 12), (12, 12))
"""Corners of the arrow, pixels from its tip."""


class Pointer:
    """Whether the pointer is seen."""

    def __init__(self) -> None:
        self._moved: float | None = None
        self._dimmed = False

    def follow(self, events: Sequence[pygame.event.Event], now: float) -> None:
        """Show it while it moves, hide it afterwards.

        Args:
            events: of the window since the last call.
            now: seconds.
        """
        if any(_is_moved(event) for event in events):
            if self._moved is None:
                self._show()
            self._moved = now
        elif self._moved is not None and now - self._moved > STAYS:
            self.hide()

    def hide(self) -> None:
        """Hide it until it is moved."""
        self._moved = None
        with contextlib.suppress(pygame.error):
            pygame.mouse.set_visible(False)

    def _show(self) -> None:
        with contextlib.suppress(pygame.error):
            if not self._dimmed:
                self._dimmed = True
                arrow = pygame.Surface((14, 22), pygame.SRCALPHA)
                pygame.draw.polygon(arrow, (*SAND, 200), _ARROW)
                pygame.mouse.set_cursor(pygame.Cursor((0, 0), arrow))
            pygame.mouse.set_visible(True)


def _is_moved(event: pygame.event.Event) -> bool:
    """Whether somebody moved it or clicked: a window that opens below it sends a motion by nothing."""
    return event.type == pygame.MOUSEBUTTONDOWN or (event.type == pygame.MOUSEMOTION and event.rel != (0, 0))
