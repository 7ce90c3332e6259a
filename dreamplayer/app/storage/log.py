"""What a night complains of, written down: one who starts from the desktop sees no standard error."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path

from dreamplayer import paths
from dreamplayer.errors import DreamError

_log = logging.getLogger(__name__)
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def path() -> Path:
    """Where it lies: the last stay in the app, no other."""
    return paths.state() / "last-night.log"


@contextlib.contextmanager
def kept() -> Iterator[None]:
    """Warnings and worse go there while one is in the app. A disk that does not take it changes nothing."""
    root = logging.getLogger()
    try:
        path().parent.mkdir(parents=True, exist_ok=True)
        writer = logging.FileHandler(path(), mode="w", encoding="utf-8")
    except OSError:
        yield
        return
    writer.setLevel(logging.WARNING)
    writer.setFormatter(logging.Formatter(_FORM))
    before = root.level, [(handler, handler.level) for handler in root.handlers]
    for handler, level in before[1]:
        # What standard error is spared today, it is spared with the diary open too.
        handler.setLevel(max(level, root.level))
    root.addHandler(writer)
    root.setLevel(min(root.level, logging.WARNING))
    try:
        yield
    except Exception as error:
        _log.warning("it ended with %s: %s", type(error).__name__, error, exc_info=not isinstance(error, DreamError))
        raise
    finally:
        root.setLevel(before[0])
        for handler, level in before[1]:
            handler.setLevel(level)
        root.removeHandler(writer)
        writer.close()


def read() -> list[str]:
    """Its lines, without what belongs to the line before."""
    try:
        return [line for line in path().read_text(encoding="utf-8").splitlines() if line[:4].isdigit()]
    except (OSError, UnicodeDecodeError):
        return []
