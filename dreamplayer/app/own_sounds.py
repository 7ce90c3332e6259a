"""The person's own sounds: loops in a folder, prepared once, kept in the cache; what is none is named and left out."""

from __future__ import annotations

import hashlib
import logging
import re
import unicodedata
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from dreamplayer import catalogue, paths
from dreamplayer.app.own_sounds_worker import PrepareLoop
from dreamplayer.app.storage.atomic import write
from dreamplayer.process.channel import ProcessChannel, ProcessLostError
from dreamplayer.process.limits import ResourceLimits
from dreamplayer.sounds import _own_loops as loops
from dreamplayer.sounds._own_loops import PREFIX, OwnLoop

MOST = 40
"""Files that are looked at."""
SECONDS = 60.0
"""Time limit for a file."""
MEMORY = 2 * 2**30
_WORKER = "dreamplayer.app.own_sounds_worker"
_log = logging.getLogger(__name__)


def any_there() -> bool:
    """Whether there is, or was, any sound of the person's own; costs a look at two folders."""
    return loops.folder().is_dir() or loops.prepared_folder().is_dir()


def prepare(tell: Callable[[str], object] = _log.warning, progress: Callable[[float], None] = lambda _: None) -> None:
    """Prepare what is new in the folder of own sounds, and forget what is gone. Costs nothing where nothing changed.

    Args:
        tell: called with a sentence for each file that is no loop.
        progress: called with 0..1 while files are prepared.
    """
    import json

    files = _files()
    known = {loop.source: loop for loop in loops.own_loops()}
    if not files and not known:
        return
    kept: list[OwnLoop] = []
    channel: ProcessChannel | None = None
    try:
        for n, path in enumerate(files):
            before = known.get(str(path))
            if before is not None and before.stamp == _stamp(path) and _there(before):
                kept.append(before)
                continue
            channel = channel or _worker()
            found, problem = _prepared(channel, path, {loop.name for loop in kept})
            progress((n + 1) / len(files))
            if found is None:
                tell(f"{path.name} is no loop: {problem}. It is left out.")
                if channel.process is None or channel.process.poll() is not None:
                    channel.close()
                    channel = None
            else:
                kept.append(found)
    finally:
        if channel is not None:
            channel.close()
    if tuple(kept) != loops.own_loops():
        write(loops.prepared_folder() / "index.json", json.dumps([asdict(loop) for loop in kept], indent=1))
        _forget({loop.file for loop in kept})
        catalogue.sounds.cache_clear()


def _files() -> list[Path]:
    """What lies in the folder, by name; folders and hidden files are passed over."""
    try:
        found = [path for path in loops.folder().iterdir() if path.is_file() and not path.name.startswith(".")]
    except OSError:
        return []
    return sorted(found)[:MOST]


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"


def _there(loop: OwnLoop) -> bool:
    return (loops.prepared_folder() / loop.file).is_file()


def _worker() -> ProcessChannel:
    paths.make_private_folder(loops.prepared_folder())
    return ProcessChannel(_WORKER, nice=5, limits=ResourceLimits(memory_bytes=MEMORY))


def _prepared(channel: ProcessChannel, path: Path, taken: set[str]) -> tuple[OwnLoop | None, str]:
    """The loop of a file; or None, and why."""
    name = _name(path, taken)
    file = f"{hashlib.sha256(f'{path} {_stamp(path)}'.encode()).hexdigest()[:24]}.npy"
    loop = OwnLoop(name, path.stem, file, str(path), _stamp(path))
    channel.send(PrepareLoop(str(path), str(loops.prepared_folder() / file)))
    try:
        problem = channel.receive(SECONDS).problem
    except TimeoutError:
        channel.close()
        return None, f"it takes longer than {SECONDS:g} s to read"
    except ProcessLostError as lost:
        return None, f"it ends what reads it ({lost})"
    return (None, problem) if problem else (loop, "")


def _name(path: Path, taken: set[str]) -> str:
    """A name in plain letters that is not taken: `Rain on tent.ogg` is own-rain-on-tent."""
    plain = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode().lower()
    base = PREFIX + (re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40] or "sound")
    names = [base, *(f"{base}-{n}" for n in range(2, MOST + 2))]
    return next(name for name in names if name not in taken)


def _forget(files: set[str]) -> None:
    """Remove loops of files that are gone."""
    for path in loops.prepared_folder().glob("*.npy"):
        if path.name not in files:
            path.unlink(missing_ok=True)
