"""Runs a command under strace and says what it did that nothing of the app may do.

A Python audit hook sees only what Python does; libraries open sockets and files by themselves. strace sees the system
calls of every process and thread, the refused ones too: that the lock holds is no excuse for a library that tries.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
_CALLS = (
    "socket", "connect", "bind", "sendto", "io_uring_setup", "open", "openat", "openat2", "creat", "mkdir", "mkdirat",
    "mknod", "mknodat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "truncate",
    "unlink", "unlinkat", "rmdir", "chmod", "fchmodat",
)  # fmt: skip
_LOCAL = ("AF_UNIX", "AF_LOCAL", "AF_NETLINK")
_RESOLVERS = ("/nscd/", "systemd/resolve", "/etc/resolv.conf", "/etc/hosts", "avahi")
"""Parts of names under which a name of the network is looked up."""
_WRITES = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_QUOTED = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_OF_THE_SYSTEM = ("/dev/", "/proc/")
"""Devices, shared memory, a process's own entries: nothing on a disk."""
_COMPILED = re.compile(r"/__pycache__(/|$)")
"""Python's own cache beside the sources."""


@dataclass(frozen=True)
class Home:
    """Folders of a person who has nothing yet, below one temporary folder."""

    root: Path

    @property
    def environment(self) -> dict[str, str]:
        """Everything points there; nothing of the machine that runs the test is left but the path of its programs.

        CI and the like are gone too: libraries are quiet where they see them.
        """
        made = {name: self.root / name for name in ("home", "cache", "config", "data", "state", "tmp", "run")}
        for folder in made.values():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(made["home"]),
            "TMPDIR": str(made["tmp"]),
            "XDG_RUNTIME_DIR": str(made["run"]),
            **{f"XDG_{name.upper()}_HOME": str(made[name]) for name in ("cache", "config", "data", "state")},
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "SDL_AUDIODRIVER": "dummy",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "GALLIUM_DRIVER": "llvmpipe",
            "OMP_NUM_THREADS": "2",
        }

    @property
    def own(self) -> tuple[str, ...]:
        """What the app may write below."""
        return tuple(str(self.root / name / "dreamplayer") for name in ("cache", "config", "data", "state"))


def traced(home: Home, *command: str) -> tuple[list[str], Path]:
    """The command line that runs `command` under strace, and the folder its findings come to."""
    folder = home.root / "trace"
    folder.mkdir(exist_ok=True)
    calls = ",".join(f"?{name}" for name in _CALLS)
    # A file for each thread: so no call is cut in two by another.
    return [
        "strace", "-f", "-ff", "-y", "-qq", "-s", "4096", "-e", f"trace={calls}", "-e", "signal=none",
        "-o", str(folder / "calls"), *command,
    ], folder  # fmt: skip


def app(*arguments: str) -> list[str]:
    """Our own command line."""
    return [sys.executable, "-m", "dreamplayer.cli", *arguments]


def run(home: Home, *command: str, may_write: tuple[Path, ...] = (), **environment: str) -> list[str]:
    """What the command did that it may not. AssertionError where it fails."""
    line, folder = traced(home, *command)
    done = subprocess.run(
        line, env=home.environment | environment, capture_output=True, text=True, timeout=600, check=False,
        cwd=home.root / "home",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return violations(folder, home, may_write)


def violations(folder: Path, home: Home, may_write: tuple[Path, ...] = ()) -> list[str]:
    """Calls of all threads that reach for the network, for a resolver, or write outside the app's own folders."""
    files = sorted(folder.glob("calls.*"))
    assert files, "nothing was traced"
    allowed = (*home.own, *map(str, may_write))
    found = set()
    for file in files:
        for line in file.read_text(errors="replace").splitlines():
            if _is_network(line) or _writes_outside(line, allowed, home.root / "home"):
                found.add(line)
    return sorted(found)


def _is_network(line: str) -> bool:
    call = line.partition("(")[0]
    if call == "io_uring_setup":
        return True
    if call == "socket":
        return not line.startswith(tuple(f"socket({family}" for family in _LOCAL))
    if any(part in line for part in _RESOLVERS):
        return True
    return call in ("connect", "bind", "sendto") and "sa_family=" in line and not any(
        f"sa_family={family}" in line for family in _LOCAL
    )  # fmt: skip


def _writes_outside(line: str, allowed: tuple[str, ...], working_folder: Path) -> bool:
    call = line.partition("(")[0]
    if call in ("socket", "connect", "bind", "sendto"):
        return False
    if call.startswith("open") and not _WRITES.search(line):
        return False
    # A folder that stands already is no writing, and neither is what was not found.
    if re.search(r"= -1 (EEXIST|ENOENT|ENOTDIR|ENXIO)", line):
        return False
    names = [os.path.normpath(os.path.join(folder or working_folder, name)) for folder, name in _QUOTED.findall(line)]  # noqa: PTH118
    return any(_is_outside(name, allowed) for name in names)


def _is_outside(name: str, allowed: tuple[str, ...]) -> bool:
    if name.startswith(_OF_THE_SYSTEM) or _COMPILED.search(name):
        return False
    return not any(name == one or name.startswith(one + "/") for one in allowed)
