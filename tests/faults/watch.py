"""What is looked at after each fault: processes left, and the sound of a loudspeaker."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np


def descendants(pid: int) -> set[int]:
    """Processes it has started, and those they have."""
    found: set[int] = set()
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            listed = path.read_text().split()
        except OSError:
            continue
        for child in map(int, listed):
            found |= {child, *descendants(child)}
    return found


def runs(pid: int) -> bool:
    """Whether it is more than an entry in the process table."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def command(pid: int) -> str:
    """Its command line."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


class Children:
    """The processes of an app at one moment."""

    def __init__(self, pid: int) -> None:
        self._pids = descendants(pid)

    def left(self, seconds: float = 10.0) -> set[int]:
        """Those that still run when so much time has been given them."""
        end = time.monotonic() + seconds
        while any(map(runs, self._pids)) and time.monotonic() < end:
            time.sleep(0.05)
        return {pid for pid in self._pids if runs(pid)}


def child(pid: int, module: str) -> int:
    """The process of the app that runs a module of ours; 0 where there is none."""
    return next((found for found in sorted(descendants(pid)) if f" {module} " in command(found) + " "), 0)


def loudness(path: Path, seconds: float = 0.1) -> np.ndarray:
    """RMS of each tenth of a second of what an ear has heard, full scale 1."""
    data = np.fromfile(path, np.int16)
    mono = data[: len(data) // 2 * 2].reshape(-1, 2)[:, 0].astype(np.float64) / 32768
    count = int(48000 * seconds)
    return np.asarray(np.sqrt((mono[: len(mono) // count * count].reshape(-1, count) ** 2).mean(1)))
