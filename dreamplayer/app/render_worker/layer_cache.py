"""Disk cache of the layers of places: a framing is cast once, by whichever process comes first, and read by others.

A file holds a line of JSON that says what arrays follow, then the arrays. Files are private, bounded in number by the
least recent use, and checked when they are opened: a damaged one is dropped, and its framing cast anew.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import logging
import math
import os
import tempfile
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import dreamplayer
from dreamplayer import paths
from dreamplayer.drawing.solids.cast import Layers
from dreamplayer.picture.place_layers import KEPT, LayersKey, cast_layers, use_store

_log = logging.getLogger(__name__)
MOST = 600 * 2**20
"""Bytes cached; the least recently used are dropped."""
_CODE = ("drawing", "kit", "model")
"""Folders whose code every place is cast by."""
_ALIGN = 64
"""Arrays begin at multiples of so many bytes."""


@cache
def _code() -> bytes:
    """Hash of the code that all places share."""
    root, seen = Path(dreamplayer.__file__).parent, hashlib.blake2b(digest_size=16)
    shared = (path for path in (root / "places").rglob("_*.py") if path.name != "__init__.py")
    for path in sorted((*shared, *(path for folder in _CODE for path in (root / folder).rglob("*.py")))):
        seen.update(path.read_bytes())
    return seen.digest()


@cache
def _source(place: str) -> bytes:
    """Source of a place's own module."""
    root = Path(dreamplayer.__file__).parent / "places"
    return b"".join(path.read_bytes() for path in sorted(root.rglob(f"{place.replace('-', '_')}.py")))


def _framing(key: LayersKey) -> str:
    """What the names of all files of one framing begin with: changes with the code that casts it."""
    seen = hashlib.blake2b(repr((key.place, key.framing, key.seed, key.weathering)).encode(), digest_size=16)
    seen.update(_code())
    seen.update(_source(key.place))
    return seen.hexdigest()


def file_name(key: LayersKey) -> str:
    """Name of the file of a key: changes with anything that its layers depend on."""
    water = "-water" if key.mirrored else ""
    return f"{_framing(key)}-{key.width}x{key.height}-{round(key.aspect * 1e4)}{water}.layers"


class LayerCache:
    """A folder of layers, with the last few in memory. A full or read-only disk only means casting anew."""

    def __init__(
        self, folder: Path, *, casts: bool, rows: int | None = None, most: int = MOST, kept: int = KEPT
    ) -> None:
        """Use a folder.

        Args:
            folder: created when something is kept.
            casts: cast what is missing; otherwise it is missing.
            rows: of all layers, whatever is asked for; None for what is asked for.
            most: bytes cached.
            kept: framings held in memory.
        """
        self._folder, self._casts, self.rows, self._most, self._most_kept = folder, casts, rows, most, kept
        self._kept: OrderedDict[str, Layers] = OrderedDict()
        self._ahead: dict[str, Layers] = {}
        """What a thread has read for a scene that is near."""

    def layers(self, key: LayersKey) -> Layers | None:
        """The layers of a key: from memory, from the disk, or cast; None where it does not cast and has none."""
        key = self._sized(key)
        name = file_name(key)
        found = self._kept.pop(name, None) or self._ahead.pop(name, None) or self._load(name)
        if found is None and self._casts:
            found = cast_layers(key)
            self._save(key, found)
            give_back_memory()
        if found is None:
            return self._other_size(key)
        self._kept[file_name(key)] = found
        while len(self._kept) > self._most_kept:
            self._kept.popitem(last=False)
        return found

    def in_memory(self, key: LayersKey) -> Layers | None:
        """The layers of a key if they have been read already.

        Args:
            key: of the layers.
        """
        name = file_name(self._sized(key))
        return self._kept.get(name) or self._ahead.get(name)

    def read_ahead(self, key: LayersKey) -> None:
        """Read the layers of a key for a scene that is near, those alone; may run in a thread of its own.

        Args:
            key: of the layers.
        """
        name = file_name(self._sized(key))
        found = self._load(name)
        if found is not None:
            self._ahead = {name: found}

    def ready(self, key: LayersKey, *, any_size: bool = False) -> bool:
        """Whether layers of a key, with or without a reflection, can be had without casting.

        Args:
            key: of the layers.
            any_size: count those of other sizes too.
        """
        if any_size and self._of_any_size(key):
            return True
        key = self._sized(key)
        names = [file_name(replace(key, mirrored=mirrored)) for mirrored in (False, True)]
        return any(name in self._kept or (self._folder / name).is_file() for name in names)

    def _sized(self, key: LayersKey) -> LayersKey:
        if self.rows is None:
            return key
        return replace(key, width=round(self.rows * key.aspect), height=self.rows)

    def _other_size(self, key: LayersKey) -> Layers | None:
        """The same framing in another size, the largest, while the window's own is being cast."""
        for name in self._of_any_size(key):
            found = self._kept.pop(name, None) or self._load(name)
            if found is not None:
                self._kept[name] = found
                while len(self._kept) > self._most_kept:
                    self._kept.popitem(last=False)
                return found
        return None

    def _of_any_size(self, key: LayersKey) -> list[str]:
        """Names of the same framing in any size: on the disk, the largest first, then what is only in memory."""
        framing = f"{_framing(key)}-"
        try:
            files = list(self._folder.glob(f"{framing}*.layers"))
            files.sort(key=lambda path: path.stat().st_size, reverse=True)
        except OSError:
            files = []
        names = [path.name for path in files]
        return names + [name for name in self._kept if name.startswith(framing) and name not in names]

    def _load(self, name: str) -> Layers | None:
        path = self._folder / name
        try:
            found = read_layers(path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log.info("%s is damaged and cast anew: %s", path, error)
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        with contextlib.suppress(OSError):
            path.touch()
        return found

    def _save(self, key: LayersKey, layers: Layers) -> None:
        path, name = self._folder / file_name(key), ""
        try:
            paths.make_private_folder(self._folder)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".new")
            with os.fdopen(handle, "wb") as file:
                for part in packed(layers):
                    file.write(part)
            Path(name).replace(path)
        except OSError as error:
            _log.info("%s: %s", path, error)
            with contextlib.suppress(OSError):
                Path(name).unlink()
        self._clear()

    def _clear(self) -> None:
        """Drop the least recently used beyond the limit, and what a killed process left half written."""
        with contextlib.suppress(OSError):
            files = [(path.stat(), path) for path in self._folder.iterdir() if path.is_file()]
            files.sort(key=lambda item: item[0].st_mtime, reverse=True)
            newest, kept = files[0][0].st_mtime, 0
            for stat, path in files:
                kept += stat.st_size
                left_over = path.suffix == ".new" and newest - stat.st_mtime > 600.0
                if kept > self._most or left_over:
                    path.unlink()


def give_back_memory() -> None:
    """Return to the system what the C library keeps of memory no longer used: up to 200 MB after a casting."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _arrays(layers: Layers) -> list[NDArray[Any]]:
    own = [np.ascontiguousarray(part) for part in (layers.light, layers.cover, layers.depth)]
    return own if layers.reflection is None else own + _arrays(layers.reflection)


def packed(layers: Layers) -> list[bytes | memoryview]:
    """A file's content: the line that describes it, then the arrays, each at an aligned offset.

    Args:
        layers: of one framing.
    """
    arrays = _arrays(layers)
    sums = 0
    for array in arrays:
        sums = zlib.crc32(array.data.cast("B"), sums)
    head: dict[str, Any] = {
        "groups": layers.groups,
        "overscan": layers.overscan,
        "crc32": sums,
        "arrays": [(array.dtype.str, array.shape) for array in arrays],
    }
    line = json.dumps(head).encode()
    line += b" " * (-(len(line) + 1) % _ALIGN) + b"\n"
    parts: list[bytes | memoryview] = [line]
    for array in arrays:
        parts += [array.data.cast("B"), bytes(-array.nbytes % _ALIGN)]
    return parts


def read_layers(path: Path) -> Layers:
    """Read the layers of a file. They are not mapped: a disk that fails would end the process, not the reading.

    Args:
        path: of the file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is damaged.
        KeyError: it is damaged.
        TypeError: it is damaged.
    """
    data = path.read_bytes()
    at, sums = data.index(b"\n") + 1, 0
    head = json.loads(data[:at])
    arrays: list[NDArray[Any]] = []
    for kind, shape in head["arrays"]:
        if kind not in ("<f2", "<f4"):
            raise ValueError(f"an array of {kind}")
        count = math.prod(shape)
        array: NDArray[Any] = np.frombuffer(data, np.dtype(kind), count, at).reshape(tuple(shape))
        sums = zlib.crc32(array.data.cast("B"), sums)
        at += array.nbytes + -array.nbytes % _ALIGN
        arrays.append(array)
    if sums != head["crc32"] or len(arrays) not in (3, 6):
        raise ValueError("its checksum is another")
    groups, overscan = tuple(head["groups"]), float(head["overscan"])
    reflection = None if len(arrays) == 3 else Layers(arrays[3], arrays[4], arrays[5], groups)
    return Layers(arrays[0], arrays[1], arrays[2], groups, overscan, reflection)


def live_rows(height: int, *, card: bool) -> int:
    """Rows of the layers in a window: as its pictures have without a graphics card, a few sizes for all windows.

    A key for 1080 rows is drawn in some 480 of them on two cores: 432 look alike there, and take a third less memory to
    be cast than 540 (a wood: 401 and 578 MB at the peak).

    Args:
        height: of the window, pixels.
        card: whether a graphics card draws.
    """
    if card:
        return 540 if height > 700 else 360 if height > 400 else 270
    return 432 if height > 800 else 360 if height > 400 else 270


def use(*, casts: bool, rows: int | None = None, kept: int = KEPT) -> LayerCache:
    """Keep layers in the cache folder from now on, in this process.

    Args:
        casts: cast what is missing.
        rows: of all layers; None for as many as a picture has.
        kept: framings held in memory.
    """
    made = LayerCache(paths.cache() / "layers", casts=casts, rows=rows, kept=kept)
    use_store(made)
    return made


@contextmanager
def casting() -> Iterator[None]:
    """Cast what is missing, and keep it in the cache folder, for a while: files and contact sheets wait for it."""
    before = use_store(LayerCache(paths.cache() / "layers", casts=True))
    try:
        yield
    finally:
        use_store(before)
