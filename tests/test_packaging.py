"""What the app is wrapped in: the stand-alone build, the desktop's files, icons, the manual page, completions."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import wave
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from dreamplayer.app.window import interface_text
from dreamplayer.cli import parser
from dreamplayer.settings import DOCS

from .conftest import missing

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
NAME = "io.github.dreamplayer.Dreamplayer"


def run(*command: str | Path, timeout: float = 120.0, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command and what it said."""
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True, text=True, timeout=timeout, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def tool(name: str) -> str:
    """A tool of the system, or a skip that names it."""
    found = shutil.which(name)
    if found is None:
        missing(name)
    return str(found)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux")
def test_the_stand_alone_app(tmp_path: Path) -> None:
    """Built by its one command and carried to an empty home: it lists, paints, tells by a voice, knows its folders."""
    tool("objdump")
    if find_spec("PyInstaller") is None:
        missing("PyInstaller (pip install '.[build]')")
    built = run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
        "--distpath", tmp_path / "dist", "--workpath", tmp_path / "work", PACKAGING / "dreamplayer.spec", timeout=400,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr[-2000:]
    app, home = (tmp_path / "dist" / "dreamplayer").rename(tmp_path / "app") / "dreamplayer", tmp_path / "empty"
    home.mkdir()
    clean = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}

    def started(*arguments: str) -> str:
        told = subprocess.run(
            [app, *arguments], capture_output=True, text=True, timeout=180, check=False, env=clean, cwd=home
        )
        assert told.returncode == 0, told.stderr[-2000:]
        return told.stdout

    assert started("--version").startswith("dreamplayer ")
    assert len(json.loads(started("list", "--json"))) == 5
    voices = {row["name"]: row["available"] for row in json.loads(started("voices", "--json"))}
    assert voices["system"]
    started("render", "the-blue-door", "door.png", "--at", "75", "--size", "320x180", "--voice", "silent")
    assert (home / "door.png").stat().st_size > 5000
    text = home / "boat.txt"
    text.write_text("The boat is quiet. It drifts.")
    started("render", str(text), "boat.wav", "--from", "60", "--to", "64", "--voice", "system")
    assert list(home.glob(".cache/dreamplayer/clips/*.clip")), "the voice's process told nothing"
    with wave.open(str(home / "boat.wav")) as file:
        heard = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    assert np.abs(heard).max() > 300
    shutil.rmtree(app.parent)


def test_it_answers_as_python_does_for_ours_only() -> None:
    """`-m dreamplayer...` begins one of our modules, as voices and probes are begun; any other is not understood."""
    told = run(
        sys.executable, PACKAGING / "start.py", "-m", "dreamplayer.app.audio.device_probe", SDL_AUDIODRIVER="dummy"
    )
    assert json.loads(told.stdout)["driver"] == "dummy"
    assert run(sys.executable, PACKAGING / "start.py", "-m", "http.server").returncode == 2


def test_the_desktop_understands_its_files() -> None:
    """The entry and the metadata pass the desktop's own validators, and name each other and the icon."""
    entry, metainfo = PACKAGING / f"{NAME}.desktop", PACKAGING / f"{NAME}.metainfo.xml"
    checked = run(tool("desktop-file-validate"), entry)
    assert (checked.returncode, checked.stdout) == (0, "")
    checked = run(tool("appstreamcli"), "validate", "--no-net", metainfo)
    assert checked.returncode == 0, checked.stdout
    said = entry.read_text()
    assert f"Icon={NAME}\n" in said
    assert {"text/plain", "text/markdown"} <= set(re.findall(r"[\w-]+/[\w.+-]+", said))
    assert f'<launchable type="desktop-id">{NAME}.desktop</launchable>' in metainfo.read_text()


def test_icons_in_all_sizes() -> None:
    """Every size of the theme is there as large as it says, a scalable, a symbolic, and the other systems' files."""
    icons = PACKAGING / "icons"
    for size in (16, 22, 24, 32, 48, 64, 128, 256, 512):
        png = (icons / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png").read_bytes()
        assert struct.unpack(">II", png[16:24]) == (size, size)
    assert (icons / "hicolor" / "scalable" / "apps" / f"{NAME}.svg").read_text().startswith("<svg")
    assert (icons / "hicolor" / "symbolic" / "apps" / f"{NAME}-symbolic.svg").is_file()
    ico, icns = (icons / "Dreamplayer.ico").read_bytes(), (icons / "Dreamplayer.icns").read_bytes()
    assert struct.unpack("<HHH", ico[:6]) == (0, 1, 6)
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)


def options(top: argparse.ArgumentParser) -> tuple[set[str], set[str]]:
    """Every command, and every option that the help shows."""
    commands: set[str] = set()
    flags: set[str] = set()
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands |= set(action.choices)
            for child in action.choices.values():
                flags |= options(child)[1]
        elif action.help != argparse.SUPPRESS:
            flags |= {flag for flag in action.option_strings if flag.startswith("--") and flag != "--help"}
    return commands, flags


def test_the_manual_page_is_clean_and_whole() -> None:
    """The committed page is set without a complaint and names every command, option, setting and key."""
    page = (PACKAGING / "dreamplayer.1").read_text(encoding="utf-8")
    groff = [tool("groff"), "-man", "-Tutf8", "-ww"]
    done = subprocess.run(groff, input=page, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    commands, flags = options(parser())
    missing = [name for name in commands if f"dreamplayer {name}" not in page]
    missing += [flag for flag in flags if flag.replace("-", "\\-") not in page]
    missing += [name for name in DOCS if f".B {name}\n" not in page]
    missing += [meaning for _, meaning in interface_text.rows("help") if meaning not in page]
    assert missing == [], "run: python packaging/make_manual.py"
    assert "dreamplayer/dreams" in page


@pytest.mark.parametrize(
    ("shell", "name"), [("bash", "dreamplayer.bash"), ("zsh", "_dreamplayer"), ("fish", "dreamplayer.fish")]
)
def test_shells_understand_their_completion(shell: str, name: str) -> None:
    """Each shell reads its completion without a complaint, and it knows every command and option."""
    path = PACKAGING / "completions" / name
    checked = run(tool(shell), "-n", path)
    assert (checked.returncode, checked.stderr) == (0, "")
    script = path.read_text(encoding="utf-8")
    commands, flags = options(parser())
    shown = {flag: f"-l {flag[2:]}" if shell == "fish" else flag for flag in flags}
    absent = [name for name in commands if name not in script] + [f for f, form in shown.items() if form not in script]
    assert absent == [], "run: python packaging/make_manual.py"


def test_bash_completes_dreams_and_flags(tmp_path: Path) -> None:
    """After play come the dreams, after a dash the flags."""
    script = (PACKAGING / "completions" / "dreamplayer.bash").read_text(encoding="utf-8")
    ask = 'COMP_WORDS=({}); COMP_CWORD={}; _shtab_dreamplayer; printf "%s\\n" "${{COMPREPLY[@]}}"'
    lines = f'dreamplayer() {{ "{sys.executable}" -m dreamplayer.cli "$@"; }}\n{script}\n'
    lines += ask.format("dreamplayer play the-b", 2) + "\n" + ask.format("dreamplayer play --ge", 2)
    done = subprocess.run([tool("bash")], input=lines, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stdout.split() == ["the-blue-door", "the-bridge-of-light", "--gentle"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
def test_no_colour_where_none_is_wanted() -> None:
    """In a terminal with NO_COLOR set, help and lists are plain characters."""
    import pty

    for command in (("--help",), ("list",), ("play", "--help")):
        mine, theirs = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "dreamplayer.cli", *command],
            stdout=theirs, stderr=theirs, env={**os.environ, "NO_COLOR": "1", "TERM": "xterm-256color"},
        ) as child:  # fmt: skip
            os.close(theirs)
            said = b""
            try:
                while part := os.read(mine, 4096):
                    said += part
            except OSError:
                pass
            assert child.wait(30) == 0
        os.close(mine)
        assert len(said) > 200
        assert b"\x1b" not in said
