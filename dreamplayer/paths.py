"""Where things lie: what ships with the app, and the platform's own folders for what is the person's."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A folder that stands at the top of a checkout and travels inside the package in a wheel."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name


def assets() -> Path:
    """Fonts, icon, words of the interface."""
    return _shipped("assets")


def seeds() -> Path:
    """The five dreams."""
    return _shipped("seeds")


def _own(kind: str, platform: str) -> Path:
    """A folder of the person's; everything lies under DREAMPLAYER_HOME where that is set."""
    home = os.environ.get("DREAMPLAYER_HOME")
    return Path(home) / kind if home else Path(platform)


def data() -> Path:
    """What the person put in: own dreams and favourites. Worth a backup."""
    return _own("data", platformdirs.user_data_dir("dreamplayer", appauthor=False))


def config() -> Path:
    """Settings."""
    return _own("config", platformdirs.user_config_dir("dreamplayer", appauthor=False))


def cache() -> Path:
    """Rendered speech. May be deleted at any time."""
    return _own("cache", platformdirs.user_cache_dir("dreamplayer", appauthor=False))


def state() -> Path:
    """What was played, where it was left, what was found out about this machine."""
    return _own("state", platformdirs.user_state_dir("dreamplayer", appauthor=False))


def keep_driver_caches() -> None:
    """Let graphics drivers keep the shaders they compile in our cache folder, for this process and its children.

    What the person has set for all programs is left alone.
    """
    folder = cache() / "shaders"
    if "MESA_SHADER_CACHE_DIR" not in os.environ and not _reserve_shader_index(folder):
        os.environ.setdefault("MESA_SHADER_CACHE_DISABLE", "true")
    for variable in ("MESA_SHADER_CACHE_DIR", "__GL_SHADER_DISK_CACHE_PATH"):
        os.environ.setdefault(variable, str(folder))


_SHADER_INDEX = 8 + 65536 * 20
"""Bytes of Mesa's index of its shader cache: a count, and a SHA-1 for each of 65,536 places."""


def _reserve_shader_index(folder: Path) -> bool:
    """Give Mesa's index of the shader cache all its blocks on the disk; False where there is no room for it.

    Mesa maps the index into memory as a sparse file. Where the disk has filled up since, touching a page that has no
    block yet ends the process with SIGBUS, which no handler can mend.
    """
    if not hasattr(os, "posix_fallocate"):
        return True
    index = folder / "mesa_shader_cache" / "index"
    try:
        make_private_folder(index.parent)
        handle = os.open(index, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.posix_fallocate(handle, 0, _SHADER_INDEX)
        finally:
            os.close(handle)
    except OSError:
        return False
    return True


_OTHERS = 0o077
"""What group and others may do: nothing, with a person's own files."""


def make_private_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, so that nobody else can look into it, whatever the umask.

    OSError where it cannot be made.
    """
    for folder in reversed([path, *path.parents]):
        if not folder.is_dir():
            with contextlib.suppress(FileExistsError):
                folder.mkdir(mode=0o700)
    path.mkdir(exist_ok=True)


def make_private_file(path: Path) -> None:
    """Make an empty file that nobody else can read, or empty the one that is there. OSError where it cannot be."""
    make_private_folder(path.parent)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    _take_from_others(path)


def protect_own_folders(*, all_of_them: bool = False) -> int:
    """Take from others what earlier versions or another program let them read; how many files and folders that were.

    What lies in a folder that is already closed to others was closed with it, so only an open one is gone through,
    unless `all_of_them`. Links are left alone, and so is what belongs to somebody else.
    """
    count = 0
    for folder in (data(), config(), cache(), state()):
        if folder.is_symlink() or not (all_of_them or _open_to_others(folder)):
            continue
        # The folder itself last: until all below is closed, it counts as open.
        count += sum(_take_from_others(path) for path in (*_below(folder), folder))
    return count


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        yield from (Path(parent, name) for name in (*files, *folders))


def _open_to_others(path: Path) -> bool:
    try:
        return sys.platform != "win32" and not path.is_symlink() and bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False


def _take_from_others(path: Path) -> bool:
    if _open_to_others(path):
        with contextlib.suppress(OSError):
            path.chmod(path.stat().st_mode & 0o700)
            return True
    return False
