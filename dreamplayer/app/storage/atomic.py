"""Small plain files that survive a crash: written whole or not at all, and set aside when damaged."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import tempfile
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)


def write(path: Path, text: str) -> bool:
    """Replace a file in one step. Gives False where the disk does not let us: a night goes on without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        _log.warning("%s could not be written: %s", path, error)
        return False
    return True


def write_json(path: Path, value: Any) -> bool:
    """Readable JSON, in one step."""
    return write(path, json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def read_json(path: Path) -> dict[str, Any]:
    """What was written, or an empty one; a damaged file is renamed `<name>.damaged` and not looked at again."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        return _aside(path, error)
    return found if isinstance(found, dict) else _aside(path, ValueError("not a table"))


def _aside(path: Path, error: Exception) -> dict[str, Any]:
    _log.warning("%s is damaged (%s); it is set aside", path, error)
    with contextlib.suppress(OSError):
        path.replace(path.with_name(path.name + ".damaged"))
    return {}
