"""Typesetting of the interface: typefaces, colours and columns on a surface that overlays the picture."""

from __future__ import annotations

import re
from functools import lru_cache

import pygame

from dreamplayer.model.text import shown_line
from dreamplayer.picture.frame import Overlay
from dreamplayer.picture.gl.lettering import shaping
from dreamplayer.picture.typefaces import script_of, typeface

Ink = tuple[int, int, int]
"""sRGB."""

AMBER: Ink = (224, 168, 104)
"""Titles and the selection: contrast 10 to 1 on black."""
SAND: Ink = (176, 138, 98)
"""Running text: 6.7 to 1."""
DUSK: Ink = (160, 124, 90)
"""Secondary text: 5.5 to 1, so that 4.5 are left over a dim picture."""
EMBER: Ink = (196, 98, 52)
"""Marks and warnings, never alone: 5.1 to 1."""


def contrast(ink: Ink, ground: Ink = (0, 0, 0)) -> float:
    """WCAG contrast ratio of two sRGB colours, 1..21; 4.5 is readable."""

    def luminance(colour: Ink) -> float:
        r, g, b = (x / 12.92 if (x := c / 255) <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for c in colour)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=64)
def face(pixels: int, style: str = "Regular", easy: bool = False, script: str = "LATIN") -> pygame.font.Font:
    """Literata (or Atkinson Hyperlegible) at a size, or what has the script; else pygame's own."""
    if not pygame.font.get_init():
        pygame.font.init()
    path = typeface(script, style, easy=easy)
    return shaping(pygame.font.Font(None if path is None else str(path), max(6, pixels)), script)


def drawable(text: str) -> str:
    """A text without the letters that no typeface here has: they would be boxes.

    Args:
        text: any.
    """
    if text.isascii():
        return text
    return "".join(char for char in text if ord(char) < 0x250 or typeface(script_of(char)) is not None)


def wrap(text: str, font: pygame.font.Font, width: int, lines: int = 99) -> list[str]:
    """Break text into lines; the last one ends in an ellipsis where there is more.

    Args:
        text: words separated by white space, or signs that are written without; no line begins with their marks.
        font: typeface and size.
        width: pixels.
        lines: at most.
    """
    found: list[str] = []
    line = ""
    words = _pieces(text)
    for i, word in enumerate(words):
        longer = shown_line([line, word]) if line else word
        if not line or font.size(longer)[0] <= width:
            line = longer
            continue
        if len(found) == lines - 1:
            rest = shown_line([line, *words[i:]])
            return [*found, shorten(rest, font, width)]
        found.append(line)
        line = word
    return [*found, line] if line else found


def shorten(text: str, font: pygame.font.Font, width: int) -> str:
    """The text, or as many of its words as fit into `width` pixels with an ellipsis."""
    if font.size(text)[0] <= width:
        return text
    words = _pieces(text)
    while len(words) > 1 and font.size(shown_line(words).rstrip(_LOOSE) + "…")[0] > width:
        words.pop()
    return shown_line(words).rstrip(_LOOSE) + "…"


_LOOSE = ",;:.—- 、。"
"""Marks that an ellipsis replaces."""
_UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"
_PIECE = re.compile(f"[「『（]*[{_UNSPACED}][、。，．！？」』）ーゃゅょっ々]*|[^\\s{_UNSPACED}]+")


def _pieces(text: str) -> list[str]:
    """What a line may be broken between: words, and in Chinese or Japanese each sign with its marks."""
    return _PIECE.findall(text)


class Sheet:
    """A transparent page of the size of the window; lengths in `u`, thousandths of its height times the text size."""

    def __init__(self, width: int, height: int, *, size: float = 1.0, easy: bool = False) -> None:
        self.surface = pygame.Surface((width, height), pygame.SRCALPHA)
        self.width, self.height, self.size = width, height, size
        self.easy = easy
        self._u = height / 1000 * size

    def u(self, thousandths: float) -> int:
        """A length in pixels."""
        return round(thousandths * self._u)

    def long(self, pages: float) -> Sheet:
        """A sheet of the same width and type, `pages` times as high."""
        made = Sheet(self.width, round(self.height * pages), size=self.size, easy=self.easy)
        made._u = self._u
        return made

    def shrink(self, width: float, height: float) -> None:
        """Scale down from here on, if width by height pixels would not fit on the page."""
        self._u *= min(1.0, 0.94 * self.width / max(1.0, width), 0.94 * self.height / max(1.0, height))

    def face(self, thousandths: float, style: str = "Regular", text: str = "") -> pygame.font.Font:
        """A typeface at a size in thousandths that has the letters of `text`."""
        return face(self.u(thousandths), style, self.easy, script_of(text))

    def write(
        self,
        text: str,
        position: tuple[float, float],
        size: float,
        ink: Ink = SAND,
        *,
        style: str = "Regular",
        align: float = 0.0,
        alpha: float = 1.0,
    ) -> pygame.Rect:
        """A line of text with its top at `position` (pixels); align 0 left, .5 centred, 1 right."""
        line = self.face(size, style, text).render(drawable(text), True, ink)
        if alpha < 1.0:
            line.set_alpha(round(255 * alpha))
        return self.surface.blit(line, (round(position[0] - align * line.get_width()), round(position[1])))

    def paragraph(
        self,
        text: str,
        position: tuple[float, float],
        width: float,
        size: float,
        ink: Ink = SAND,
        *,
        style: str = "Regular",
        lines: int = 99,
        leading: float = 1.5,
        align: float = 0.0,
    ) -> float:
        """Write wrapped text; returns the y below it. Arguments as in `write`; `leading` is in font sizes."""
        font = self.face(size, style, text)
        y = position[1]
        for line in wrap(text, font, round(width), lines):
            self.write(line, (position[0] + align * width, y), size, ink, style=style, align=align)
            y += self.u(size) * leading
        return y

    def dim(self, darkness: float, rect: pygame.Rect | None = None) -> None:
        """Darken what is drawn so far: 0 not at all .. 1 black; within `rect`, or everywhere."""
        cover = pygame.Surface((rect or self.surface.get_rect()).size, pygame.SRCALPHA)
        cover.fill((0, 0, 0, round(255 * darkness)))
        self.surface.blit(cover, (rect or self.surface.get_rect()).topleft)

    def overlay(self, opacity: float = 1.0) -> Overlay:
        """The page as an overlay for painters."""
        return as_overlay(self.surface.premul_alpha(), opacity)


def as_overlay(page: pygame.Surface, opacity: float = 1.0) -> Overlay:
    """A page with premultiplied alpha as an overlay for painters."""
    return Overlay(*page.get_size(), pygame.image.tobytes(page, "RGBA"), opacity)
