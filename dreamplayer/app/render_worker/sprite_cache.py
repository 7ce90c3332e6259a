"""Disk cache of painted shapes: what took seconds to paint is loaded the next time."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import dreamplayer
from dreamplayer import paths
from dreamplayer.drawing.painted import keep_in

_log = logging.getLogger(__name__)
MOST = 400 * 2**20
"""Bytes cached; the least recently used are dropped."""
_PAINTED_BY = ("drawing", "kit", "elements")


def fingerprint() -> str:
    """Hash of the code that paints, so that no outdated painting is ever shown."""
    root = Path(dreamplayer.__file__).parent
    seen = hashlib.blake2b(dreamplayer.__version__.encode(), digest_size=8)
    for folder in _PAINTED_BY:
        for path in sorted((root / folder).rglob("*.py")):
            seen.update(path.name.encode())
            # By content: every file of a wheel bears the same date.
            seen.update(path.read_bytes())
    return seen.hexdigest()


class SpriteCache:
    """A folder of painted shapes. A full or read-only disk only means painting anew."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder = folder / fingerprint()
        self._most = most
        self._clear(folder)

    def __call__(self, key: str, made: Callable[[], NDArray[np.float16]]) -> NDArray[np.float16]:
        """The painting of a key, loaded or painted.

        Args:
            key: of the shape.
            made: paints it, (frames, height, width, 8).
        """
        path = self._folder / (hashlib.blake2b(key.encode(), digest_size=12).hexdigest() + ".npy")
        try:
            found: NDArray[np.float16] = np.load(path, allow_pickle=False)
            if found.dtype == np.float16 and found.ndim == 4:
                with contextlib.suppress(OSError):
                    path.touch()
                return found
        except FileNotFoundError:
            pass
        except (OSError, ValueError, EOFError) as error:
            _log.info("%s: %s", path, error)
        image = made()
        self._keep(path, image)
        return image

    def _keep(self, path: Path, image: NDArray[np.float16]) -> None:
        name = ""
        try:
            paths.make_private_folder(path.parent)
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
            with os.fdopen(handle, "wb") as file:
                np.save(file, image)
            Path(name).replace(path)
        except OSError as error:
            _log.info("%s: %s", path, error)
            with contextlib.suppress(OSError):
                Path(name).unlink()

    def _clear(self, folder: Path) -> None:
        """Throw away what other versions painted, and the longest unused of this one beyond the limit."""
        with contextlib.suppress(OSError):
            files = [path for path in folder.glob("*/*") if path.is_file()]
            files.sort(key=lambda path: path.stat().st_mtime, reverse=True)
            kept = 0
            for path in files:
                kept += path.stat().st_size
                if path.parent != self._folder or kept > self._most:
                    path.unlink()


def use() -> None:
    """Cache painted shapes in the cache folder from now on."""
    keep_in(SpriteCache(paths.cache() / "paintings"))
