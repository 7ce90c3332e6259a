"""Off-screen rendering: painters without a window, for files, contact sheets and checks.

`python -m dreamplayer.app.window.offscreen` prints what draws there and exits 0 where OpenGL 3.3 works without a
window.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dreamplayer.app.render_worker import layer_cache
from dreamplayer.errors import PictureError
from dreamplayer.picture.frame import Painter
from dreamplayer.process.launch import answer

if TYPE_CHECKING:
    from dreamplayer.picture.gl.painter import GLPainter

_log = logging.getLogger(__name__)
QUALITY = "high"
"""Quality tier of files, whatever the renderer."""
_TODO = "Leave out --painter gl: it is drawn without it, more plainly."


@contextmanager
def offscreen_painter(width: int, height: int, painter: str | None = None, quality: str = QUALITY) -> Iterator[Painter]:
    """A painter into memory, closed at the end of the context.

    The quality is fixed: the same frame gives the same picture, however slow the machine.

    Args:
        width: pixels.
        height: pixels.
        painter: gl or surface; auto and None use OpenGL where it works.
        quality: name of a tier.

    Raises:
        PictureError: gl was asked for and does not work.
    """
    made = _surface(width, height) if painter == "surface" else _gl(width, height, quality, needed=painter == "gl")
    try:
        with layer_cache.casting():
            yield made
    finally:
        made.close()


def _gl(width: int, height: int, quality: str, *, needed: bool) -> Painter:
    if renderer() is None:
        if needed:
            raise PictureError("OpenGL 3.3 does not work here", todo=_TODO)
        _log.info("no OpenGL 3.3 here: drawn by surfaces")
        return _surface(width, height)
    from dreamplayer.picture.gl.painter import offscreen

    return offscreen(width, height, quality=quality)


def by_processor(width: int, height: int, budget: float = 28.0) -> GLPainter | None:
    """A software OpenGL painter into memory; None where it fails.

    Args:
        width: pixels.
        height: pixels.
        budget: milliseconds a picture may take; its quality adapts to it.
    """
    try:
        from dreamplayer.picture.gl.painter import offscreen

        made = offscreen(width, height, quality="lite")
    except Exception as error:
        _log.info("drawn by surfaces: %s", error)
        return None
    made.timer, made.budget = time.perf_counter, budget
    return made


def _surface(width: int, height: int) -> Painter:
    from dreamplayer.picture.surface.painter import SurfacePainter

    return SurfacePainter(width, height)


def renderer(timeout: float = 20.0) -> str | None:
    """GL_RENDERER off screen, or None. Probed in a child process, which a faulty driver may crash without harm."""
    return answer("dreamplayer.app.window.offscreen", timeout)


if __name__ == "__main__":
    from dreamplayer.picture.gl.painter import offscreen as _offscreen

    sys.stdout.write(_offscreen(16, 16).renderer + "\n")
