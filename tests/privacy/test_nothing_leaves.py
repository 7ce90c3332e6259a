"""Nothing leaves the machine: whole nights, the library and an export, watched at the border of the kernel."""

from __future__ import annotations

import ast
import os
import shutil
import sys
from pathlib import Path

import pytest

from dreamplayer import catalogue

from .trace import SOURCE, Home, app, run

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")]
DREAM = """The Lamp

A lamp stands by the window. The cat sleeps on a chair.

Outside, the rain is soft.
"""


@pytest.fixture
def own_home(tmp_path: Path) -> Home:
    """A person who has nothing yet; the trace is looked at with strace."""
    if shutil.which("strace") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("strace is missing in CI")
        pytest.skip("strace is not installed")
    home = Home(tmp_path)
    home.environment  # noqa: B018 - makes the folders
    (tmp_path / "home" / "lamp.txt").write_text(DREAM)
    return home


@pytest.mark.parametrize("voice", sorted(catalogue.voices()))
def test_a_told_night_stays_on_the_machine(voice: str, own_home: Home) -> None:
    """Every sentence told from an empty cache, in every voice that is installed: no socket, no file elsewhere."""
    reason = catalogue.voices()[voice].missing()
    if reason is not None:
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    assert run(own_home, *app("score", "lamp.txt", "--voice", voice, "--timer", "1")) == []
    clips = list((own_home.root / "cache" / "dreamplayer" / "clips").glob("*.clip"))
    assert len(clips) == (0 if voice == "silent" else 4)


def test_an_export_stays_on_the_machine(own_home: Home) -> None:
    """A film of a few frames with its sound: painter, encoder and mixer; and the sound of a whole night."""
    out = own_home.root / "home" / "out"
    out.mkdir()
    film = app("render", "lamp.txt", "out/lamp.mp4", "--voice", "system", "--from", "60", "--to", "61", "--fps", "4",
               "--size", "160x90")  # fmt: skip
    assert run(own_home, *film, may_write=(out,)) == []
    sound = app("render", "lamp.txt", "out/lamp.wav", "--voice", "silent", "--timer", "1")
    assert run(own_home, *sound, may_write=(out,)) == []
    assert {path.name for path in out.iterdir()} == {"lamp.mp4", "lamp.wav"}


def test_the_library_stays_on_the_machine(own_home: Home) -> None:
    """Adding, listing, the voices."""
    assert run(own_home, *app("add", "lamp.txt")) == []
    assert run(own_home, *app("list", "--json")) == []
    assert run(own_home, *app("voices", "--json")) == []


SPEAKS = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
ASKS = "import socket\ntry: socket.getaddrinfo('example.org', 80)\nexcept OSError: pass"
WRITES = "from pathlib import Path; Path.home().joinpath('.deviceid').write_text('x')"
CACHES = "import os, pathlib; pathlib.Path(os.environ['XDG_CACHE_HOME'], 'Vendor').mkdir()"
CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SPEAKS!r}], check=True)"
LOCKED = (
    "from dreamplayer.process.network import give_up_network; give_up_network('none')\n"
    f"try: {SPEAKS}\nexcept OSError: pass"
)


@pytest.mark.parametrize("code", [SPEAKS, ASKS, WRITES, CACHES, CHILD, LOCKED])
def test_what_would_leave_is_seen(code: str, own_home: Home) -> None:
    """The test of the test: a socket, a name looked up, a file elsewhere, a child's socket, a refused attempt."""
    assert run(own_home, sys.executable, "-c", code, PYTHONPATH=os.pathsep.join(sys.path)) != []


def test_what_stays_is_not_complained_of(own_home: Home) -> None:
    """A local socket, reading, and a file of our own."""
    code = (
        "import socket; from dreamplayer import paths\n"
        "socket.socket(socket.AF_UNIX).close(); socket.socketpair()\n"
        "paths.state().mkdir(parents=True); (paths.state() / 'x').write_text('y'); open('lamp.txt').read()\n"
    )
    assert run(own_home, sys.executable, "-c", code, PYTHONPATH=os.pathsep.join(sys.path)) == []


def test_the_trace_sees_onnxruntime_without_the_switch(own_home: Home) -> None:
    """Taken out, its telemetry is seen: so the nights above would fail."""
    pytest.importorskip("onnxruntime")
    code = "import time, onnxruntime; time.sleep(1.0)"
    found = run(own_home, sys.executable, "-c", code)
    assert any("onnxruntime" in line or "AF_INET" in line for line in found), found


def test_the_telemetry_is_switched_off_with_the_package() -> None:
    """Importing anything of the package is enough, and children inherit it."""
    assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"


def test_onnxruntime_is_imported_in_one_place() -> None:
    """Where its telemetry is switched off first."""
    importing = {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "dreamplayer").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Import) and any(name.name.split(".")[0] == "onnxruntime" for name in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "onnxruntime")
    }
    assert importing == {"dreamplayer/process/network.py"}
