"""The log of the last night: an app started from the desktop has no standard error."""

from __future__ import annotations

import contextlib
import copy
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dreamplayer import paths
from dreamplayer.errors import DreamError

_log = logging.getLogger(__name__)
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class PrivateFormatter(logging.Formatter):
    """A formatter that writes the stack and type of an exception, not its message, which may quote a dream."""

    def format(self, record: logging.LogRecord) -> str:
        """A line, and the stack below it."""
        record = copy.copy(record)
        # Another handler may have kept the whole text on the record.
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name of the standard library
        """The stack and the type."""
        kind, _, stack = ei
        return (
            "Traceback (most recent call last):\n"
            + "".join(traceback.format_tb(stack))
            + (kind.__name__ if kind is not None else "")
        )


def path() -> Path:
    """The log file; each run of the app overwrites it."""
    return paths.state() / "last-night.log"


@contextlib.contextmanager
def kept() -> Iterator[None]:
    """Log warnings and worse to the file while the app runs. A disk that refuses changes nothing."""
    root = logging.getLogger()
    try:
        paths.make_private_file(path())
        writer = logging.FileHandler(path(), mode="w", encoding="utf-8")
    except OSError:
        yield
        return
    writer.setLevel(logging.WARNING)
    writer.setFormatter(PrivateFormatter(_FORM))
    before = root.level, [(handler, handler.level) for handler in root.handlers]
    for handler, level in before[1]:
        # Handlers keep their threshold when the level of the root is lowered.
        handler.setLevel(max(level, root.level))
    root.addHandler(writer)
    root.setLevel(min(root.level, logging.WARNING))
    try:
        yield
    except Exception as error:
        if isinstance(error, DreamError):
            _log.warning("it ended with %s: %s", type(error).__name__, error)
        else:
            _log.warning("it ended with %s", type(error).__name__, exc_info=True)
        raise
    finally:
        root.setLevel(before[0])
        for handler, level in before[1]:
            handler.setLevel(level)
        root.removeHandler(writer)
        writer.close()


def read() -> list[str]:
    """Its lines, without continuation lines; [] where there is none."""
    try:
        return [line for line in path().read_text(encoding="utf-8").splitlines() if line[:4].isdigit()]
    except (OSError, UnicodeDecodeError):
        return []
