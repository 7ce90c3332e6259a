"""Cache of speech clips by content address: on disk from night to night, in memory while they play."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from pathlib import Path

import numpy as np

from dreamplayer import paths
from dreamplayer.model.audio import Speech
from dreamplayer.narration.clip import decode, encode

DISK = 600 * 2**20
"""Bytes kept on disk: about 100 minutes of speech, or 25 dreams."""
MEMORY = 64 * 2**20
"""Bytes of decoded samples kept in memory: about five minutes of speech."""

_log = logging.getLogger(__name__)


class Clips:
    """The clip cache: narration writes it, the mixer reads it.

    A clip is written completely or not at all, and a damaged one counts as absent. Where the folder can't be written,
    clips stay in memory for the night, and `trouble` says so.

    Args:
        folder: where clips are kept; None keeps them in memory only.
        disk: bytes kept on disk; what was not used for longest is removed first, never a clip of this night.
        memory: bytes of decoded samples kept in memory.
    """

    def __init__(self, folder: Path | None, *, disk: int = DISK, memory: int = MEMORY) -> None:
        self.folder = folder
        self.trouble: str | None = None
        """One sentence for people about what is wrong with the folder; None while nothing is."""
        self._disk = disk
        self._memory = memory
        self._ready: dict[str, Speech] = {}
        self._held: dict[str, bytes] = {}
        self._silences: dict[str, Speech] = {}
        self._tonight: set[str] = set()
        self._size: int | None = None

    def get(self, address: str) -> Speech | None:
        """The clip, or None where there is none or only a damaged one (which is removed).

        Args:
            address: content address of the clip (`SpeechRequest.address`).
        """
        silence = self._silences.get(address)
        if silence is not None:
            return silence
        self._tonight.add(address)
        ready = self._ready.pop(address, None)
        if ready is None:
            ready = self._read(address)
        if ready is not None:
            self._remember(address, ready)
        return ready

    def has(self, address: str) -> bool:
        """Whether there is a clip, by the look of the folder: it is not decoded.

        Args:
            address: content address of the clip (`SpeechRequest.address`).
        """
        path = self._path(address)
        return address in self._ready or address in self._held or (path is not None and path.is_file())

    def put(self, address: str, data: bytes) -> Speech:
        """Store an encoded clip, and return its speech.

        Args:
            address: content address of the clip (`SpeechRequest.address`).
            data: what `clip.encode` returned.

        Raises:
            ValueError: the data is damaged.
        """
        speech = decode(data)
        self._tonight.add(address)
        if not self._write(address, data):
            self._held[address] = data
        self._remember(address, speech)
        return speech

    def keep(self, address: str, speech: Speech) -> Speech:
        """`put` for speech that isn't encoded yet.

        Args:
            address: content address of the clip (`SpeechRequest.address`).
            speech: the clip.
        """
        return self.put(address, encode(speech))

    def keep_silence(self, address: str, speech: Speech) -> Speech:
        """Remember a silent clip for the night. Its samples take no memory, and it is made again in no time.

        Args:
            address: content address of the clip (`SpeechRequest.address`).
            speech: the clip.
        """
        self._silences[address] = speech
        return speech

    def speech(self, address: str) -> Speech:
        """The clip, for the mixer: a lost one is silence, and is logged. Never raises.

        Args:
            address: content address of the clip (`SpeechRequest.address`).
        """
        found = self.get(address)
        if found is None:
            _log.warning("the clip %s is lost; its sentence stays silent", address)
            found = Speech(np.zeros(0, np.float32), ())
            self._remember(address, found)
        return found

    def _path(self, address: str) -> Path | None:
        return self.folder / f"{address}.clip" if self.folder else None

    def _read(self, address: str) -> Speech | None:
        held = self._held.get(address)
        path = self._path(address)
        if held is None and path is not None:
            try:
                held = path.read_bytes()
                with contextlib.suppress(OSError):
                    os.utime(path)
            except OSError:
                return None
        if held is None:
            return None
        try:
            return decode(held)
        except (ValueError, KeyError, TypeError):
            if path is not None:
                _log.info("a damaged clip is rendered again: %s", path.name)
                with contextlib.suppress(OSError):
                    path.unlink()
            return None

    def _remember(self, address: str, speech: Speech) -> None:
        self._ready[address] = speech
        spare = sum(one.samples.nbytes for one in list(self._ready.values())) - self._memory
        for other in list(self._ready):
            if spare <= 0 or other == address:
                break
            gone = self._ready.pop(other, None)
            spare -= gone.samples.nbytes if gone is not None else 0

    def _write(self, address: str, data: bytes) -> bool:
        """Write atomically through a temporary file beside it: a power cut leaves the old state or the new one."""
        path = self._path(address)
        if path is None:
            return False
        temporary: Path | None = None
        try:
            paths.make_private_folder(path.parent)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
            temporary = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except OSError as error:
            if temporary is not None:
                with contextlib.suppress(OSError):
                    temporary.unlink()
            if self.trouble is None:
                self.trouble = (
                    f"Speech cannot be kept in {path.parent} ({error.strerror or error}); "
                    "it stays in memory for tonight and is spoken anew tomorrow."
                )
                _log.warning("%s", self.trouble)
            return False
        self._bound(len(data))
        return True

    def _bound(self, more: int) -> None:
        """Remove the least recently used clips, never one of tonight, when there is too much."""
        if self._size is not None:
            self._size += more
            if self._size <= self._disk:
                return
        found: list[tuple[float, int, Path]] = []
        assert self.folder is not None
        for path in self.folder.glob("*.clip"):
            with contextlib.suppress(OSError):
                stat = path.stat()
                found.append((stat.st_mtime, stat.st_size, path))
        self._size = sum(size for _, size, _ in found)
        for _, size, path in sorted(found):
            if self._size <= self._disk:
                break
            if path.stem not in self._tonight:
                with contextlib.suppress(OSError):
                    path.unlink()
                    self._size -= size
