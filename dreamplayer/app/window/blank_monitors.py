"""Blanks the other monitors while a dream fills one of them."""

from __future__ import annotations

import contextlib
import logging

import pygame

_log = logging.getLogger(__name__)
_ON_DISPLAY = 0x2FFF0000
"""SDL_WINDOWPOS_CENTERED_DISPLAY(0): added to a display's number it means the middle of that display."""


class BlankMonitors:
    """A black window over each other monitor.

    Where the desktop does not say where it placed one, it is removed: better a lit monitor than a covered dream.
    """

    def __init__(self) -> None:
        self._windows: list[pygame.Window] = []

    def cover(self, main: pygame.Rect) -> None:
        """Cover every monitor but the one that `main`, in desktop pixels, is on."""
        self.uncover()
        sizes = pygame.display.get_desktop_sizes()
        for i in range(len(sizes)) if len(sizes) > 1 else ():
            place = _ON_DISPLAY | i
            try:
                window = pygame.Window("Dreamplayer", sizes[i], (place, place), borderless=True, hidden=True)
                if covers(main, pygame.Rect(window.position, window.size)):
                    window.destroy()
                    continue
                window.get_surface().fill((0, 0, 0))
                window.show()
                window.flip()
                self._windows.append(window)
            except (pygame.error, TypeError, ValueError) as error:
                _log.info("monitor %d stays as it is: %s", i, error)

    def uncover(self) -> None:
        """Remove the black windows."""
        for window in self._windows:
            with contextlib.suppress(pygame.error):
                window.destroy()
        self._windows = []


def covers(main: pygame.Rect, other: pygame.Rect) -> bool:
    """Whether a window would cover the dream, or its place is unknown (it then claims the place of the dream)."""
    return main.colliderect(other)
