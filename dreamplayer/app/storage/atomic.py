"""Atomic file writes: small files are written whole or not at all, and damaged ones are set aside."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from dreamplayer import paths

_log = logging.getLogger(__name__)


def write(path: Path, text: str) -> bool:
    """Replace a text file atomically. False where the disk refuses: a night goes on without."""
    return _replace(path, lambda file: file.write(text.encode("utf-8")))


def write_bytes(path: Path, data: bytes) -> bool:
    """Replace a binary file atomically. False where the disk refuses."""
    return _replace(path, lambda file: file.write(data))


def copy(source: Path, path: Path) -> bool:
    """Copy a file over another atomically. False where the disk refuses."""

    def move(file: BinaryIO) -> None:
        with source.open("rb") as data:
            shutil.copyfileobj(data, file)

    return _replace(path, move)


def _replace(path: Path, fill: Callable[[BinaryIO], object]) -> bool:
    try:
        paths.make_private_folder(path.parent)
        # Short, so that any name that the disk takes can be written.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem[:40]}{path.suffix[:8]}.")
        try:
            with os.fdopen(handle, "wb") as file:
                fill(file)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except (OSError, ValueError) as error:
        _log.warning("%s could not be written: %s", path, error)
        return False
    return True


def write_json(path: Path, value: Any) -> bool:
    """Write readable JSON atomically. False where the disk refuses."""
    text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
    if any("\ud800" <= char <= "\udfff" for char in text):
        # A file's name that is not UTF-8: only as an escape can it be written.
        text = json.dumps(value, indent=1, sort_keys=True)
    return write(path, text + "\n")


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object; {} where there is none. A damaged file is renamed `<name>.damaged`."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        return _aside(path, error)
    return found if isinstance(found, dict) else _aside(path, ValueError("not a table"))


def _aside(path: Path, error: Exception) -> dict[str, Any]:
    _log.warning("%s is damaged (%s); it is set aside", path, error)
    with contextlib.suppress(OSError):
        path.replace(path.with_name(path.name + ".damaged"))
    return {}
