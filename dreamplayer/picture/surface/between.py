"""Interpolation between two key pictures: cross-dissolved, scaled to the window, captions over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pygame

from dreamplayer.picture.frame import Frame
from dreamplayer.picture.key import Between, DrawsKeys, Key, gain
from dreamplayer.picture.surface.overlay_text import write

_BLACK = 0.9995


class KeyBlender:
    """Cross-dissolves key pictures onto a surface: a few milliseconds a refresh, whatever the keys cost."""

    def __init__(self) -> None:
        self._held: list[tuple[Key, pygame.Surface]] = []
        self._mixed: pygame.Surface | None = None

    def show(self, pair: Between | None, frame: Frame, light: float, onto: pygame.Surface) -> None:
        """Draw the picture between two keys with the frame's captions and overlay; black without keys.

        Args:
            pair: the keys and the interpolation parameter.
            frame: how black the night is, and its words.
            light: exposure that is wanted now; keys drawn with another are scaled to it.
            onto: the surface, of any size.
        """
        shown = 1.0 - frame.grade.black
        if pair is None or frame.grade.black >= _BLACK:
            onto.fill((0, 0, 0))
        else:
            mixed = self._mix(pair)
            share = pair.share
            level = ((1.0 - share) * gain(pair.first, light) + share * gain(pair.second, light)) * shown ** (1 / 2.2)
            scale(mixed, level)
            pygame.transform.smoothscale(mixed, onto.get_size(), onto)
        write(frame, onto)

    def _mix(self, pair: Between) -> pygame.Surface:
        first, second = self._surface(pair.first), self._surface(pair.second)
        mixed = self._mixed
        if mixed is None or mixed.get_size() != first.get_size():
            mixed = self._mixed = first.copy()
        first.set_alpha(None)
        mixed.blit(first, (0, 0))
        part = round(255 * pair.share)
        if part and pair.second is not pair.first:
            if second.get_size() != mixed.get_size():
                second = pygame.transform.smoothscale(second, mixed.get_size())
            second.set_alpha(part)
            mixed.blit(second, (0, 0))
        return mixed

    def _surface(self, key: Key) -> pygame.Surface:
        """The key as a surface, made once."""
        for held, surface in self._held:
            if held is key:
                return surface
        surface = surface_of(key)
        self._held = [*self._held[-3:], (key, surface)]
        return surface


class BlitPainter:
    """A painter for a plain window: another renderer draws into memory, at once, and the result is blitted.

    That renderer is created when it is first needed: most pictures come as keys from another process.
    """

    def __init__(self, make: Callable[[], DrawsKeys]) -> None:
        self._make = make
        self._painter: DrawsKeys | None = None
        self._key_blender = KeyBlender()

    def paint(self, frame: Frame) -> None:
        """Draw it onto the window.

        Args:
            frame: what is seen at one moment.
        """
        pair = None
        if frame.grade.black < _BLACK:
            if self._painter is None:
                self._painter = self._make()
            key = self._painter.key(replace(frame, grade=replace(frame.grade, black=0.0)))
            pair = Between(key, key, 0.0)
        self._key_blender.show(pair, frame, 1.0, _window())

    def pixels(self) -> bytes:
        """What the window shows: RGB bytes, rows from the top."""
        return pygame.image.tobytes(_window(), "RGB")

    def resize(self, width: int, height: int) -> None:
        """Draw at another size from now on, in pixels.

        Args:
            width: pixels.
            height: pixels.
        """
        if self._painter is not None:
            self._painter.resize(width, height)

    def close(self) -> None:
        """Release the renderer."""
        if self._painter is not None:
            self._painter.close()


def _window() -> pygame.Surface:
    surface = pygame.display.get_surface()
    assert surface is not None
    return surface


def surface_of(key: Key) -> pygame.Surface:
    """The key as a surface in the byte order of windows (XRGB).

    Args:
        key: picture of any size.
    """
    raw = pygame.image.frombuffer(key.rgba, (key.width, key.height), "RGBX")
    surface = pygame.Surface((key.width, key.height), depth=32, masks=(0xFF0000, 0xFF00, 0xFF, 0))
    surface.blit(raw, (0, 0))
    return surface


def scale(surface: pygame.Surface, level: float) -> None:
    """Multiply all values of a surface in place.

    Args:
        surface: changed.
        level: 0 black .. 1 unchanged .. 2 twice as bright; values saturate.
    """
    down = round(255 * min(level, 1.0))
    if level > 1.002:
        more = surface.copy()
        extra = round(255 * min(level - 1.0, 1.0))
        more.fill((extra, extra, extra), special_flags=pygame.BLEND_RGB_MULT)
        surface.blit(more, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    elif down < 255:
        surface.fill((down, down, down), special_flags=pygame.BLEND_RGB_MULT)
