"""Contact sheets of what can be seen, and twenty seconds of what can be heard: for whoever makes more of it."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path

from dreamplayer.app.export import as_int16, save_png
from dreamplayer.app.window.offscreen import easel
from dreamplayer.catalogue import elements, sounds
from dreamplayer.errors import ExportError
from dreamplayer.model.audio import RATE
from dreamplayer.picture.look import CELL, sheet
from dreamplayer.sound.listen import demo

ProgressCallback = Callable[[float], None]


def look(name: str, out: Path, painter: str | None = None) -> None:
    """The contact sheet of one element."""
    with easel(*CELL, painter) as made:
        shown = sheet(name, made)
    _written(out, lambda: save_png(out, shown))


def look_all(folder: Path, painter: str | None, progress: ProgressCallback) -> int:
    """One contact sheet of each element; gives their number."""
    names = list(elements())
    _written(folder, lambda: folder.mkdir(parents=True, exist_ok=True))
    with easel(*CELL, painter) as made:
        for i, name in enumerate(names):
            shown, out = sheet(name, made), folder / f"{name}.png"
            _written(out, lambda shown=shown, out=out: save_png(out, shown))  # type: ignore[misc]
            progress((i + 1) / len(names))
    return len(names)


def listen(name: str, out: Path) -> None:
    """Twenty seconds of one sound."""
    samples = demo(name)

    def write() -> None:
        with out.open("wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(as_int16(samples).tobytes())

    _written(out, write)


def listen_all(folder: Path, progress: ProgressCallback) -> int:
    """One file of each sound; gives their number."""
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
