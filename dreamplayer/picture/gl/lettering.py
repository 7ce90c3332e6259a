"""Text on the graphics card: captions highlighted word by word, and lettering in the scene."""

from __future__ import annotations

import contextlib
from functools import lru_cache

import moderngl
import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.model.text import joint
from dreamplayer.picture.frame import Caption, CaptionWord
from dreamplayer.picture.typefaces import script_of, typeface

RIGHT_TO_LEFT = frozenset({"ARABIC", "HEBREW", "SYRIAC", "THAANA", "NKO"})
"""Scripts whose lines begin at the right."""
_ISO_15924 = {
    "ARABIC": "Arab", "HEBREW": "Hebr", "SYRIAC": "Syrc", "THAANA": "Thaa", "NKO": "Nkoo", "DEVANAGARI": "Deva",
    "BENGALI": "Beng", "TAMIL": "Taml", "TELUGU": "Telu", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "KANNADA": "Knda",
    "MALAYALAM": "Mlym", "ORIYA": "Orya", "SINHALA": "Sinh", "KHMER": "Khmr", "MYANMAR": "Mymr", "TIBETAN": "Tibt",
    "THAI": "Thai", "LAO": "Laoo",
}  # fmt: skip
"""Codes of the scripts that need shaping."""
PAD = 1.15
"""Margin around a line for its shadow, in font sizes."""


@lru_cache(maxsize=16)
def font(pixels: int, *, italic: bool = False, easy: bool = False, script: str = "LATIN") -> pygame.font.Font:
    """The caption typeface; pygame's own where the file is missing.

    Args:
        pixels: size.
        italic: for emphasis.
        easy: the easy-reading typeface.
        script: of the letters, as `typefaces.script_of` says it.
    """
    if not pygame.font.get_init():
        pygame.font.init()
    path = typeface(script, "Italic" if italic else "Regular", easy=easy)
    return shaping(pygame.font.Font(None if path is None else str(path), pixels), script)


def shaping(face: pygame.font.Font, script: str) -> pygame.font.Font:
    """A typeface that joins and orders letters as their script does: conjuncts of Hindi, Arabic from the right.

    Args:
        face: just opened.
        script: of the letters, as `typefaces.script_of` says it.

    Returns:
        The same. HarfBuzz does the work where SDL_ttf is built with it.
    """
    if script in _ISO_15924:
        with contextlib.suppress(pygame.error, AttributeError):
            face.set_script(_ISO_15924[script])
            face.set_direction(pygame.DIRECTION_RTL if script in RIGHT_TO_LEFT else pygame.DIRECTION_LTR)
    return face


def _cover(surface: pygame.Surface) -> NDArray[np.float32]:
    """Its alpha, (height, width), 0..1."""
    return np.asarray(pygame.surfarray.array_alpha(surface), np.float32).T / 255.0


def _blur(cover: NDArray[np.float32], radius: int) -> NDArray[np.float32]:
    """Two box blurs, near enough to a bell."""
    out = np.asarray(cover, np.float32)
    for _ in range(2):
        for axis in (0, 1):
            n = out.shape[axis]
            pad = [(0, 0), (0, 0)]
            pad[axis] = (radius + 1, radius)
            total = np.cumsum(np.pad(out, pad), axis=axis)
            high = np.take(total, range(2 * radius + 1, 2 * radius + 1 + n), axis)
            out = np.asarray((high - np.take(total, range(n), axis)) / (2 * radius + 1), np.float32)
    return np.asarray(out, np.float32)


def paint_line(words: tuple[CaptionWord, ...], pixels: int, *, easy: bool) -> NDArray[np.uint8]:
    """One caption line as texture data.

    Words are placed by the width of the text before them, so that kerning and ligatures hold.

    Args:
        words: of the line.
        pixels: font size.
        easy: the easy-reading typeface.

    Returns:
        (height, width, 4) bytes: letters, near blur, word number, wide blur.
    """
    scripts = [script_of(word.text) for word in words]
    faces = [
        font(pixels, italic=word.emphasis, easy=easy, script=script)
        for word, script in zip(words, scripts, strict=True)
    ]
    plain = faces[0] if faces else font(pixels, easy=easy)
    pad, tall = int(PAD * pixels), max((face.get_linesize() for face in faces), default=plain.get_linesize())
    alike = len(set(scripts)) < 2 and not any(word.emphasis for word in words)
    pieces: list[tuple[int, int, pygame.Surface]] = []
    x, before = 0, ""
    for n, (word, script, face) in enumerate(zip(words, scripts, faces, strict=True)):
        if alike:
            x = plain.size(before)[0]
        # No letters are better than boxes: the app has said so before the night.
        shown = word.text if typeface(script) is not None else ""
        pieces.append((n, x, face.render(shown, True, (255, 255, 255))))
        space = joint(word.text, words[n + 1].text) if n + 1 < len(words) else ""
        before += word.text + space
        x += face.size(shown + space)[0]
    width = max((at + s.get_width() for _, at, s in pieces), default=1)
    leftwards = 2 * sum(script in RIGHT_TO_LEFT for script in scripts) > len(scripts)
    if leftwards:
        pieces = [(n, width - at - s.get_width(), s) for n, at, s in pieces]
    letters = np.zeros((tall + 2 * pad, width + 2 * pad), np.float32)
    number = np.zeros_like(letters)
    for n, at, surface in pieces:
        cover = _cover(surface)
        h, w = cover.shape
        letters[pad : pad + h, pad + at : pad + at + w] = np.maximum(
            letters[pad : pad + h, pad + at : pad + at + w], cover
        )
        # The number extends into the space between words, so that glow and letters of a word agree.
        if leftwards:
            number[:, : pad + at + w + pixels // 8] = n
        else:
            number[:, max(0, pad + at - pixels // 8) :] = n
    near, wide = _blur(letters, max(2, pixels // 7)), _blur(letters, max(4, pixels // 2))
    out = np.stack([letters, np.clip(near * 1.6, 0, 1), number / 255.0, np.clip(wide * 4.6, 0, 1)], -1)
    return np.asarray(out * 255.0 + 0.5, np.uint8)


class Lettering:
    """Cache of caption lines as textures."""

    def __init__(self, ctx: moderngl.Context) -> None:
        self.ctx = ctx
        self._lines: dict[tuple[object, ...], moderngl.Texture] = {}

    def line(self, words: tuple[CaptionWord, ...], pixels: int, *, easy: bool) -> moderngl.Texture:
        """The texture of one caption line.

        Args:
            words: of the line.
            pixels: font size.
            easy: the easy-reading typeface.
        """
        key = (words, pixels, easy)
        if key not in self._lines:
            while len(self._lines) > 12:
                self._lines.pop(next(iter(self._lines))).release()
            data = paint_line(words, pixels, easy=easy)
            texture = self.ctx.texture((data.shape[1], data.shape[0]), 4, np.ascontiguousarray(data).tobytes())
            texture.filter = (moderngl.LINEAR, moderngl.LINEAR)
            texture.repeat_x = texture.repeat_y = False
            # Word numbers must not be interpolated: one texel a pixel, drawn at whole pixels.
            texture.filter = (moderngl.NEAREST, moderngl.NEAREST)
            self._lines[key] = texture
        return self._lines[key]

    def release(self) -> None:
        """Free all memory."""
        for texture in self._lines.values():
            texture.release()
        self._lines.clear()


def caption_pixels(caption: Caption, height: int) -> int:
    """Font size in pixels: 1/25 of the height of the window, times the person's choice; 12 at least.

    Args:
        caption: with its relative size.
        height: of the window, pixels.
    """
    return max(12, int(height / 25 * caption.size))
