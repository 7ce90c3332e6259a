"""Where espeak lies: the one that came by pip, else the system's own."""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import importlib.util
import platform
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dreamplayer.errors import VoiceError
from dreamplayer.voices._install_command import install_command

_NAMES = ("libespeak-ng.so.1", "libespeak-ng.so", "libespeak-ng.1.dylib", "libespeak.so.1")
LANGUAGES = frozenset(
    "af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ka kk kn ko lt lv "
    "mk ml mr ms mt nl no pa pl pt ro ru sk sl sq sr sv sw ta te tr uk ur uz vi zh".split()
)
"""What espeak 1.51 speaks so that it is understood. Not Japanese and Thai: it spells most of their signs."""
_SYNCHRONOUS = 2
_LONGEST = 150
"""Bytes: off Linux espeak keeps its data path in a fixed array (espeak-ng #1004)."""


@dataclass(frozen=True, slots=True)
class Espeak:
    """A library that can be loaded and its data; None where the library knows its data by itself."""

    library: str
    data: Path | None


def bundled() -> Espeak | None:
    """The espeak of the `espeakng-loader` wheel."""
    if importlib.util.find_spec("espeakng_loader") is None:
        return None
    import espeakng_loader

    library, data = Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())
    return Espeak(str(library), data) if library.is_file() and data.is_dir() else None


def installed() -> Espeak | None:
    """The system's own, by its package manager."""
    for name in (ctypes.util.find_library("espeak-ng"), *_NAMES):
        if name:
            with contextlib.suppress(OSError):
                ctypes.CDLL(name)
                return Espeak(name, None)
    return None


def found() -> Espeak | None:
    """The espeak to use, or None."""
    return bundled() or installed()


def missing() -> str | None:
    """What to do where there is none."""
    if found():
        return None
    if platform.system() == "Linux" and platform.machine() != "x86_64":
        return "There is no espeak; install it with: sudo apt install libespeak-ng1"
    return f"There is no espeak; install it with: {install_command('espeakng-loader')}"


def load() -> tuple[ctypes.CDLL, bytes | None]:
    """The library, loaded, and the data path to initialise it with."""
    espeak = found()
    if espeak is None:
        raise VoiceError("there is no espeak", todo=missing() or "")
    data = espeak.data
    if data and platform.system() != "Linux" and len(str(data).encode()) > _LONGEST:
        data = _copied(data)
    return ctypes.CDLL(espeak.library), str(data).encode() if data else None


def _copied(data: Path) -> Path:
    """The data in a folder whose name is short enough."""
    short = Path(tempfile.gettempdir()) / "dreamplayer-espeak" / data.name
    if not (short / "phondata").is_file():
        shutil.copytree(data, short, dirs_exist_ok=True)
    return short


@contextlib.contextmanager
def lent_to_pyttsx3() -> Iterator[Callable[[Any], None]]:
    """Within this, pyttsx3's espeak driver finds our library. Call what it gives with the driver's `_espeak`."""
    library, data = load()
    loader = ctypes.cdll
    loader.LoadLibrary = lambda name: library  # type: ignore[method-assign]

    def with_data(binding: Any) -> None:
        begin = binding.Initialize
        binding.Initialize = lambda output=1, length=0, path=None, options=0: begin(_SYNCHRONOUS, length, data, options)

    try:
        yield with_data
    finally:
        del loader.LoadLibrary
