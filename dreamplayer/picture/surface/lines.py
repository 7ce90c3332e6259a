"""Caption lines as surfaces, highlighted word by word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.picture.frame import Caption, CaptionWord
from dreamplayer.picture.gl.lettering import PAD, caption_pixels, paint_line

_COMING, _SPOKEN, _GONE = (
    np.array(c, np.float32) for c in ((0.74, 0.61, 0.455), (0.98, 0.82, 0.58), (0.82, 0.67, 0.50))
)


@dataclass(frozen=True)
class CaptionLine:
    """A rendered line, ready to be blitted over the picture."""

    surface: pygame.Surface
    pad: int
    """Margin on each side for the shadow, pixels."""
    tall: int
    """Height without the margins, pixels."""


@lru_cache(maxsize=8)
def _painted(words: tuple[CaptionWord, ...], pixels: int, easy: bool) -> NDArray[np.float32]:
    return paint_line(words, pixels, easy=easy).astype(np.float32) / 255.0


def _in_light(t: NDArray[np.float32], colour: NDArray[np.float32]) -> NDArray[np.uint8]:
    """A part of a painted line in one colour over its shadow, premultiplied."""
    a, shade = t[..., 0], t[..., 3] * 0.96
    out = np.concatenate([colour * a[..., None], np.maximum(a, shade * (1 - a))[..., None]], -1)
    return np.asarray(np.clip(out * 255 + 0.5, 0, 255), np.uint8)


@lru_cache(maxsize=24)
def _whole(words: tuple[CaptionWord, ...], pixels: int, easy: bool, part: int) -> NDArray[np.uint8]:
    """The whole line in one state: 0 coming, 1 current, 2 past."""
    return _in_light(_painted(words, pixels, easy), (_COMING, _SPOKEN, _GONE)[part])


@lru_cache(maxsize=64)
def _lit(words: tuple[CaptionWord, ...], pixels: int, easy: bool, spoken: float, opacity: float) -> pygame.Surface:
    """The line at a moment: coming and past words are cached, one or two in transition are blended anew."""
    if spoken <= -90:
        out = _whole(words, pixels, easy, 1).copy()
    else:
        t = _painted(words, pixels, easy)
        out = _whole(words, pixels, easy, 0).copy()
        number = np.round(t[0, :, 2] * 255.0).astype(int)
        starts = np.searchsorted(number, np.arange(len(words) + 1))
        for n in range(len(words)):
            d = spoken - n
            now = float(np.clip((d + 0.06) / 0.16, 0, 1) * np.clip((1.30 - d) / 0.30, 0, 1))
            past = float(np.clip((d - 1.0) / 0.4, 0, 1))
            here = slice(int(starts[n]), int(starts[n + 1]))
            if past >= 1.0:
                out[:, here] = _whole(words, pixels, easy, 2)[:, here]
            elif now > 0.0 or past > 0.0:
                colour = _COMING + (_GONE - _COMING) * past
                out[:, here] = _in_light(t[:, here], colour + (_SPOKEN - colour) * now)
    surface = pygame.image.frombuffer(out.tobytes(), (out.shape[1], out.shape[0]), "RGBA")
    if opacity < 0.999:
        level = round(255 * opacity)
        surface.fill((level, level, level, level), special_flags=pygame.BLEND_RGBA_MULT)
    return surface


def caption_line(words: tuple[CaptionWord, ...], caption: Caption, height: int) -> CaptionLine:
    """One line of a caption as it looks now; highlight and opacity in steps, so that it changes a few times a second.

    Args:
        words: of this line.
        caption: it belongs to: its size, typeface, opacity and current word.
        height: of the picture, pixels.
    """
    pixels = caption_pixels(caption, height)
    spoken = -99.0 if caption.by_phrase else float(np.clip(caption.spoken - words[0].index, -2, len(words) + 2))
    surface = _lit(words, pixels, caption.easy, round(spoken * 8) / 8, round(caption.opacity * 12) / 12)
    pad = int(PAD * pixels)
    return CaptionLine(surface, pad, surface.get_height() - 2 * pad)
