"""Contact sheets of elements and glyphs, and previews of sounds, for contributors."""

from __future__ import annotations

import wave
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.app.export import as_int16, save_png
from dreamplayer.app.window.offscreen import offscreen_painter
from dreamplayer.app.window.typeset import SAND, face
from dreamplayer.catalogue import elements, places, sounds
from dreamplayer.errors import ExportError
from dreamplayer.model.audio import RATE
from dreamplayer.picture.frame import Painter
from dreamplayer.picture.look import CELL, cells, place_cells
from dreamplayer.picture.vision_sheet import vision_cells
from dreamplayer.reading.lexicon.vocabulary import glyphs, thing
from dreamplayer.sound.listen import demo

ProgressCallback = Callable[[float], None]


COLUMNS = 3
"""Cells in a row."""
_LABEL, _MARK = 17, 12
"""Font size of a label and of the name of an anchor, pixels."""


def sheet(name: str, painter: Painter) -> NDArray[np.uint8]:
    """The labelled contact sheet of an element or a glyph, sRGB, shape (height, width, 3), three cells a row.

    A glyph is shown as the vision it is; an element as it is drawn, then as its vision, where it has one.

    Raises:
        PictureError: nothing seen has this name.
    """
    made = [_labelled(image, label) for label, image in _cells(name, painter)]
    rows = [np.concatenate(made[i : i + COLUMNS], 1) for i in range(0, len(made), COLUMNS)]
    return np.concatenate(rows, 0)


def whole_sheet(name: str, painter: Painter) -> NDArray[np.uint8]:
    """The contact sheet of whatever has a name; a meadow is an element and a place, and both are shown.

    Raises:
        PictureError: nothing has this name.
    """
    if name not in places():
        return sheet(name, painter)
    of_place = place_sheet(name, painter)
    if name not in elements():
        return of_place
    of_element = sheet(name, painter)
    wide = max(of_element.shape[1], of_place.shape[1])
    return np.concatenate([np.pad(one, ((0, 0), (0, wide - one.shape[1]), (0, 0))) for one in (of_element, of_place)])


def place_sheet(name: str, painter: Painter) -> NDArray[np.uint8]:
    """The labelled contact sheet of a place: a column for each framing, its anchors marked in the second row.

    Raises:
        PictureError: no place has this name.
    """
    rows = [
        np.concatenate([_marked(_labelled(cell.image, cell.label), cell.marks) for cell in cells], 1)
        for cells in place_cells(name, painter)
    ]
    return np.concatenate(rows, 0)


def _marked(image: NDArray[np.uint8], marks: tuple[tuple[str, float, float], ...]) -> NDArray[np.uint8]:
    """A cell with a dot and a name at each mark; what lies outside it is left out."""
    surface = pygame.image.frombuffer(np.ascontiguousarray(image).tobytes(), image.shape[1::-1], "RGB").copy()
    for name, x, y in marks:
        pygame.draw.circle(surface, SAND, (round(x), round(y)), 3)
        surface.blit(face(_MARK).render(name, True, SAND), (round(x) + 5, round(y) - 7))
    return np.frombuffer(pygame.image.tobytes(surface, "RGB"), np.uint8).reshape(image.shape)


def _cells(name: str, painter: Painter) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    if name not in glyphs():
        yield from cells(name, painter)
    if thing(name).vision != "none":
        yield from vision_cells(name, painter)


def _labelled(image: NDArray[np.uint8], label: str) -> NDArray[np.uint8]:
    """A cell with its label written into the upper left corner."""
    letters = face(_LABEL).render(label, True, SAND)
    width, height = letters.get_size()
    cover = pygame.surfarray.array_alpha(letters).T.astype(np.float32)[..., None] / 255.0
    written = image.copy()
    corner = written[6 : 6 + height, 8 : 8 + width]
    ink = np.asarray(SAND, np.float32)
    corner[:] = corner + cover[: corner.shape[0], : corner.shape[1]] * (ink - corner)
    return written


def look(name: str, out: Path, painter: str | None = None) -> None:
    """Write the contact sheet of one element, glyph or place as an image.

    Args:
        name: of the element, glyph or place.
        out: the file.
        painter: gl, surface or None.

    Raises:
        PictureError: nothing has this name.
        ExportError: the file cannot be written.
    """
    with offscreen_painter(*CELL, painter) as made:
        shown = whole_sheet(name, made)
    _written(out, lambda: save_png(out, shown))


def look_all(folder: Path, painter: str | None, progress: ProgressCallback) -> int:
    """Write a contact sheet of each element, glyph and place into a folder.

    Args:
        folder: created if missing.
        painter: gl, surface or None.
        progress: called with 0..1.

    Returns:
        How many.

    Raises:
        ExportError: a file cannot be written.
    """
    names = sorted({*elements(), *glyphs(), *places()})
    _written(folder, lambda: folder.mkdir(parents=True, exist_ok=True))
    with offscreen_painter(*CELL, painter) as made:
        for i, name in enumerate(names):
            shown, out = whole_sheet(name, made), folder / f"{name}.png"
            _written(out, lambda shown=shown, out=out: save_png(out, shown))  # type: ignore[misc]
            progress((i + 1) / len(names))
    return len(names)


def listen(name: str, out: Path) -> None:
    """Write twenty seconds of a sound as a .wav file.

    Raises:
        ExportError: the file cannot be written.
    """
    samples = demo(name)

    def write() -> None:
        with out.open("wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(as_int16(samples).tobytes())

    _written(out, write)


def listen_all(folder: Path, progress: ProgressCallback) -> int:
    """Write a .wav file of each sound into a folder.

    Args:
        folder: created if missing.
        progress: called with 0..1.

    Returns:
        How many.
    """
    names = list(sounds())
    _written(folder, lambda: folder.mkdir(parents=True, exist_ok=True))
    for i, name in enumerate(names):
        listen(name, folder / f"{name}.wav")
        progress((i + 1) / len(names))
    return len(names)


def _written(out: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"{out} could not be written: {reason}", todo="Choose another place for it.") from error
