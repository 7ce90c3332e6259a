"""A storyboard: one picture for each passage at its best moment, with its first words beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.app.best_moment import best_moment
from dreamplayer.app.compose_night import Night
from dreamplayer.app.export import pixels_of, whole_file
from dreamplayer.app.window.offscreen import offscreen_painter
from dreamplayer.app.window.typeset import AMBER, DUSK, SAND, drawable, face, shorten, wrap
from dreamplayer.errors import ExportError
from dreamplayer.model.score import Score, Span
from dreamplayer.model.text import shown_line
from dreamplayer.picture.picture import picture
from dreamplayer.picture.typefaces import script_of
from dreamplayer.settings import Settings

Image = NDArray[np.uint8]
"""sRGB, shape (height, width, 3)."""

CELL = (640, 360)
"""Width and height of a picture unless asked for otherwise, pixels."""
COLUMNS = 3
ROWS = 40
"""Rows of a page; a longer text fills several pages: an image file holds so many lines only."""
ENDINGS = (".jpg", ".jpeg", ".png")
"""Of a page of all pictures; any other name is that of a folder."""
PAPER = (10, 9, 9)
"""sRGB of what lies between the pictures."""
WORDS = 40
"""First words of a passage that may stand beneath its picture."""
LINES = 2


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture of a storyboard."""

    passage: int
    """Index of the passage."""
    t: float
    """Seconds of the night."""
    words: str
    """First words of the passage."""


def panels(score: Score) -> tuple[Panel, ...]:
    """The picture of each passage: when most of what it names is on stage.

    Args:
        score: of the whole night.
    """
    story = score.section("story")
    starts = [max(story.start, scene.span.start) for scene in score.scenes]
    ends = [*starts[1:], story.end]
    found = []
    for i, (scene, start, end) in enumerate(zip(score.scenes, starts, ends, strict=True)):
        words = [word.text for word in score.words if word.passage == scene.passage]
        # The picture of the passage before has gone by then, that of the next is not there yet.
        settled = start + (scene.crossfade if i else 0.0)
        span = Span(min(settled, max(start, end - 0.5)), max(end, start + 0.1))
        found.append(Panel(scene.passage, best_moment(score, scene.passage, span), shown_line(words[:WORDS])))
    return tuple(found)


def draw(
    night: Night, size: tuple[int, int], painter: str | None = None, progress: Callable[[float], None] | None = None
) -> Iterator[tuple[Panel, Image]]:
    """The pictures of a night, one after another.

    Args:
        night: whole.
        size: width and height of a picture, pixels.
        painter: gl, surface or None.
        progress: called with 0..1.
    """
    wanted = panels(night.score)
    width, height = size
    with offscreen_painter(width, height, painter) as made:
        for i, panel in enumerate(wanted):
            made.paint(replace(picture(night.score, panel.t, aspect=width / height), caption=None))
            yield panel, pixels_of(made.pixels(), width, height).copy()
            if progress is not None:
                progress((i + 1) / len(wanted))


def cell(image: Image, words: str, *, captions: bool) -> Image:
    """A picture with words beneath.

    Args:
        image: the picture.
        words: as many of them as fit into two lines stand there.
        captions: False for the picture alone.
    """
    if not captions:
        return image
    width = image.shape[1]
    letters = max(9, round(width / 34))
    line = round(1.35 * letters)
    strip = pygame.Surface((width, line * LINES + letters))
    strip.fill(PAPER)
    words = drawable(words)
    font = face(letters, script=script_of(words))
    for n, text in enumerate(wrap(words, font, width - letters, LINES)):
        strip.blit(font.render(text, True, SAND if n == 0 else DUSK), (letters // 2, letters // 3 + n * line))
    return np.concatenate([image, pygame.surfarray.array3d(strip).swapaxes(0, 1)], 0)


def page(cells: list[Image], title: str = "") -> Image:
    """Pictures side by side, three in a row, with a margin around each.

    Args:
        cells: of one size; one at least.
        title: stands above them; "" for none.
    """
    high, wide = cells[0].shape[:2]
    margin = max(4, wide // 40)
    columns = min(COLUMNS, len(cells))
    rows = -(-len(cells) // columns)
    shown = np.empty((rows * (high + margin) + margin, columns * (wide + margin) + margin, 3), np.uint8)
    shown[:] = PAPER
    for i, image in enumerate(cells):
        y, x = margin + i // columns * (high + margin), margin + i % columns * (wide + margin)
        shown[y : y + high, x : x + wide] = image
    return np.concatenate([_heading(title, shown.shape[1], margin), shown], 0) if title else shown


def _heading(title: str, width: int, margin: int) -> Image:
    letters = max(12, round(width / 60))
    title = drawable(title)
    font = face(letters, script=script_of(title))
    strip = pygame.Surface((width, round(2.2 * letters)))
    strip.fill(PAPER)
    strip.blit(font.render(shorten(title, font, width - 2 * margin), True, AMBER), (margin, letters // 2))
    return np.asarray(pygame.surfarray.array3d(strip).swapaxes(0, 1))


def storyboard(
    night: Night,
    out: Path,
    size: tuple[int, int] = CELL,
    settings: Settings | None = None,
    painter: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> tuple[Path, ...]:
    """Write the storyboard of a night.

    Args:
        night: whole.
        out: an image file (.jpg, .png) for a page of all pictures, or a folder for one file a passage.
        size: width and height of a picture, pixels.
        settings: whether words stand beneath the pictures.
        painter: gl, surface or None.
        progress: called with 0..1.

    Returns:
        The files that were written. A text of more than `ROWS` rows fills several pages.

    Raises:
        ExportError: a file cannot be written.
    """
    captions = settings is None or settings.captions
    made = (
        (panel, cell(image, panel.words, captions=captions)) for panel, image in draw(night, size, painter, progress)
    )
    try:
        if out.suffix.lower() not in ENDINGS or out.is_dir():
            out.mkdir(parents=True, exist_ok=True)
            digits = max(2, len(str(len(night.score.scenes))))
            return tuple(_save(out / f"{panel.passage + 1:0{digits}d}.jpg", image) for panel, image in made)
        cells = [image for _, image in made]
        most = ROWS * COLUMNS
        files = []
        for n, first in enumerate(range(0, len(cells), most)):
            name = out if n == 0 else out.with_name(f"{out.stem}-{n + 1}{out.suffix}")
            title = night.score.dream.title if captions and n == 0 else ""
            files.append(_save(name, page(cells[first : first + most], title)))
        return tuple(files)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            f"{out.name} could not be written: {reason}", where=str(out.parent), todo="Choose another place for it."
        ) from error


def _save(path: Path, image: Image) -> Path:
    """Write an image; its suffix says the format."""
    surface = pygame.image.frombuffer(np.ascontiguousarray(image).tobytes(), image.shape[1::-1], "RGB")
    with whole_file(path) as temporary:
        pygame.image.save(surface, str(temporary))
    return path
