"""Caption lines as surfaces, lit word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.picture.frame import Caption, CaptionWord
from dreamplayer.picture.gl.lettering import PAD, caption_pixels, paint_line

_COMING, _SPOKEN, _GONE = (
    np.array(c, np.float32) for c in ((0.46, 0.375, 0.30), (0.88, 0.72, 0.50), (0.60, 0.49, 0.38))
)


@dataclass(frozen=True)
class Line:
    """A line ready to be laid over the picture."""

    surface: pygame.Surface
    pad: int
    tall: int
    """Height without its margins."""


@lru_cache(maxsize=8)
def _painted(words: tuple[CaptionWord, ...], pixels: int, easy: bool) -> NDArray[np.float32]:
    return paint_line(words, pixels, easy=easy).astype(np.float32) / 255.0


@lru_cache(maxsize=64)
def _lit(words: tuple[CaptionWord, ...], pixels: int, easy: bool, spoken: float, opacity: float) -> pygame.Surface:
    t = _painted(words, pixels, easy)
    d = spoken - np.round(t[..., 2] * 255.0)
    now = np.clip((d + 0.06) / 0.16, 0, 1) * np.clip((1.30 - d) / 0.30, 0, 1) if spoken > -90 else np.ones_like(d)
    past = np.clip((d - 1.0) / 0.4, 0, 1) if spoken > -90 else np.zeros_like(d)
    c = _COMING + (_GONE - _COMING) * past[..., None]
    c = c + (_SPOKEN - c) * now[..., None]
    a = t[..., 0]
    shade = t[..., 3] * 0.78
    out = np.concatenate([c * a[..., None], np.maximum(a, shade * (1 - a))[..., None]], -1) * opacity
    data = np.ascontiguousarray(np.clip(out * 255 + 0.5, 0, 255).astype(np.uint8))
    return pygame.image.frombuffer(data.tobytes(), (data.shape[1], data.shape[0]), "RGBA")


def caption_line(words: tuple[CaptionWord, ...], caption: Caption, height: int) -> Line:
    """One line of a caption as it stands now; light in steps, so that it is made a few times a second."""
    pixels = caption_pixels(caption, height)
    spoken = -99.0 if caption.by_phrase else float(np.clip(caption.spoken - words[0].index, -2, len(words) + 2))
    surface = _lit(words, pixels, caption.easy, round(spoken * 8) / 8, round(caption.opacity * 12) / 12)
    pad = int(PAD * pixels)
    return Line(surface, pad, surface.get_height() - 2 * pad)
