"""Captions and the interface, blitted over a picture on a surface."""

from __future__ import annotations

from functools import lru_cache

import pygame

from dreamplayer.picture.frame import Caption, Frame, Overlay
from dreamplayer.picture.surface.lines import caption_line

_OVER = pygame.BLEND_PREMULTIPLIED


def write(frame: Frame, onto: pygame.Surface) -> None:
    """Blit the frame's caption and, over it, the interface.

    Args:
        frame: with its caption and overlay.
        onto: the finished picture, changed in place.
    """
    if frame.caption and frame.caption.opacity > 0.004:
        _caption(frame.caption, onto)
    if frame.overlay is not None and frame.overlay.opacity > 0.004:
        size = onto.get_size()
        onto.blit(_page(_Held(frame.overlay), size, round(frame.overlay.opacity * 32)), (0, 0), special_flags=_OVER)


class _Held:
    """Cache key of an overlay: equal when the pixels are the same object."""

    def __init__(self, overlay: Overlay) -> None:
        self.overlay = overlay

    def __hash__(self) -> int:
        return id(self.overlay.rgba)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.overlay.rgba is self.overlay.rgba


@lru_cache(maxsize=2)
def _whole(held: _Held, size: tuple[int, int]) -> pygame.Surface:
    over = held.overlay
    surface = pygame.image.frombuffer(over.rgba, (over.width, over.height), "RGBA")
    return surface if surface.get_size() == size else pygame.transform.smoothscale(surface, size)


@lru_cache(maxsize=2)
def _page(held: _Held, size: tuple[int, int], steps: int) -> pygame.Surface:
    """The overlay at opacity `steps` / 32; cached, since it rarely changes."""
    surface = _whole(held, size)
    if steps < 32:
        surface = surface.copy()
        level = steps * 255 // 32
        surface.fill((level, level, level, level), special_flags=pygame.BLEND_RGBA_MULT)
    return surface


def _caption(caption: Caption, onto: pygame.Surface) -> None:
    width, height = onto.get_size()
    y = height - int(height * 0.058)
    for words in reversed(caption.lines):
        line = caption_line(words, caption, height)
        y -= line.tall
        onto.blit(line.surface, ((width - line.surface.get_width()) // 2, y - line.pad), special_flags=_OVER)
