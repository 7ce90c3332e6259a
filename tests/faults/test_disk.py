"""Cache and history lie on a disk that fills up, and whose rights are taken away, while a night is told and played."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journey.conftest import App, Start, need, need_system_voice

from .watch import Children

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="mounts a file system"),
]
FOLDERS = ("cache", "state")
RIVER = "".join(f"Lantern {i} floats by on the river. Star {i} is over the {i + 2} old trees.\n\n" for i in range(400))
"""A text of which sentence after sentence is still to be told."""


class Disk:
    """A small file system of its own for each of some folders."""

    def __init__(self, folders: list[Path]) -> None:
        self.folders: list[Path] = []
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(folder)], capture_output=True)
            if made.returncode:
                self.close()
                pytest.skip("no right to mount a file system")
            self.folders.append(folder)

    def fill(self) -> None:
        """To the last byte."""
        for folder in self.folders:
            with (folder / "filler").open("wb", buffering=0) as file, contextlib.suppress(OSError):
                while True:
                    file.write(b"\0" * 4096)

    def empty(self) -> None:
        """Take away what filled it."""
        for folder in self.folders:
            (folder / "filler").unlink()

    def read_only(self, yes: bool) -> None:
        """Whether nothing may be written, by anyone: a read-only mount of the same above the one that is in use."""
        for folder in self.folders:
            if yes:
                subprocess.run(["mount", "--bind", str(folder), str(folder)], check=True)
                subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
            else:
                subprocess.run(["umount", "-l", str(folder)], check=True)

    def refusal(self) -> int:
        """The error that a written file meets in the first folder; 0 for none."""
        path = self.folders[0] / "tried"
        try:
            path.write_bytes(b"\0" * 8192)
            path.unlink()
        except OSError as error:
            return error.errno or -1
        return 0

    def close(self) -> None:
        """Unmount, also what is still in use."""
        for folder in self.folders:
            while folder.is_mount():
                subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def disk(start: Start, tmp_path: Path) -> Iterator[Disk]:
    """Cache and history of the app on a file system of four megabytes each."""
    home = tmp_path / "home"
    made = Disk([home / name for name in FOLDERS])
    (home / "state" / "app.json").write_text('{"welcomed": true}')
    yield made
    made.close()


def goes_on(app: App, since: int, seconds: float, what: str) -> None:
    """The night plays so long with a picture, and nothing jumped since that state."""
    night, shown = app.state["night"], len(app.frames())
    app.until(lambda: app.state["night"] > night + seconds, what=f"the night on {what}")
    assert len(app.frames()) > shown + 2, what
    states = app.seen("state")[since:]
    assert all(state["playing"] for state in states), what
    assert states[-1]["night"] - states[0]["night"] < states[-1]["at"] - states[0]["at"] + 1.5, what


def test_a_full_and_a_read_only_disk(disk: Disk, start: Start, tmp_path: Path) -> None:
    """Six seconds each, in which sentences and the place are to be written; with room again the place is kept."""
    need_system_voice()
    text = tmp_path / "river.txt"
    text.write_text(RIVER)
    app = start("play", str(text), "--voice", "system")
    app.until(lambda: app.state.get("night", 0.0) > 0.5, what="a night")
    since = len(app.seen("state"))
    disk.fill()
    goes_on(app, since, 6.0, "a full disk")
    assert disk.refusal() == errno.ENOSPC
    disk.empty()
    since = len(app.seen("state"))
    disk.read_only(True)
    goes_on(app, since, 6.0, "a read-only disk")
    assert disk.refusal() == errno.EROFS
    disk.read_only(False)
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0, app.errors()
    (place,) = json.loads((tmp_path / "home" / "state" / "places.json").read_text()).values()
    assert place["here"]["t"] == pytest.approx(app.state["night"], abs=1.0)
    assert children.left() == set()


def bound_by_rights() -> tuple[str, ...]:
    """A command that runs another one bound by the rights of folders: for root one that gives up all capabilities.

    Another user could not run an interpreter that lies in root's home.
    """
    if os.geteuid() != 0:
        return ()
    need("setpriv")
    return ("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs")


def test_revoked_rights(start: Start, tmp_path: Path) -> None:
    """All folders of cache and history may not be written for six seconds; with rights again the place is kept."""
    need_system_voice()
    text = tmp_path / "river.txt"
    text.write_text(RIVER)
    through = bound_by_rights()
    app = start("play", str(text), "--voice", "system", through=through)
    app.until(lambda: app.state.get("night", 0.0) > 0.5, what="a night")
    since = len(app.seen("state"))
    roots = [tmp_path / "home" / name for name in FOLDERS]
    folders = [folder for root in roots for folder in (root, *root.rglob("*")) if folder.is_dir()]
    for folder in folders:
        folder.chmod(0o500)
    tried = [*through, sys.executable, "-c", "import sys; open(sys.argv[1], 'w')", str(roots[0] / "tried")]
    assert "PermissionError" in subprocess.run(tried, capture_output=True, text=True, check=False).stderr
    goes_on(app, since, 6.0, "folders without rights")
    for folder in folders:
        folder.chmod(0o700)
    children = Children(app.process.pid)
    app.process.send_signal(signal.SIGTERM)
    assert app.wait(20) == 0, app.errors()
    (place,) = json.loads((tmp_path / "home" / "state" / "places.json").read_text()).values()
    assert place["here"]["t"] == pytest.approx(app.state["night"], abs=1.0)
    assert children.left() == set()
