"""The edges of the environment, as a shell makes them: each is a sentence and an exit code, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = f"exec {sys.executable} -m dreamplayer"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")]


def shell(home: Path, command: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """A line of shell, with the app as `$RUN`."""
    found = {**os.environ, "DREAMPLAYER_HOME": str(home), "RUN": RUN, **env}
    return subprocess.run(["sh", "-c", command.replace("$RUN", RUN)], capture_output=True, env=found, check=False)


def fine(done: subprocess.CompletedProcess[bytes]) -> str:
    """What was said on standard error: a line, or nothing."""
    said = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in said
    assert "something went wrong" not in said
    assert "Exception ignored" not in said
    assert said.count("dreamplayer: ") <= 1
    assert len(said) < 3000
    return said


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("$RUN list >&-", 1, "standard output is closed"),
        ("$RUN list >/dev/full", 1, "No space left"),
        ("$RUN list --json >/dev/full", 1, "No space left"),
        ("$RUN list 2>&-", 0, ""),
        ("$RUN play nothing 2>&-", 1, ""),
        ("$RUN play nothing 2>/dev/full", 1, ""),
        ("$RUN list <&- >&- 2>&-", 1, ""),
        ("$RUN score - <&-", 1, "standard input"),
        ("$RUN score - </dev/null", 1, "empty"),
        ("$RUN score ~nouser/x", 1, "there is no dream"),
        ("$RUN add ~nouser/x", 1, "no such file"),
        ("$RUN score $(printf %05000d 1)", 1, "there is no dream 0000"),
        ("$RUN $(printf %05000d 1)", 2, "is no command"),
        ("$RUN score $(printf %05000d 1)/a/b", 1, "there is no dream"),
        ("$RUN render the-blue-door $(printf %05000d 1).srt --voice silent", 1, "too long"),
        ("yes | $RUN score -", 1, "too large"),
    ],
)
def test_an_edge_is_a_sentence(home: Path, command: str, code: int, says: str) -> None:
    """On standard error, in one line; standard output stays free of it."""
    done = shell(home, command)
    assert done.returncode == code
    assert says in fine(done)
    assert b"dreamplayer:" not in done.stdout


@pytest.mark.parametrize(
    "env", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_a_terminal_of_ascii_gets_every_command(home: Path, env: dict[str, str]) -> None:
    """Letters it lacks are replaced, and escaped in JSON, which reads back the same."""
    folder = home / "data" / "dreams"
    folder.mkdir(parents=True)
    (folder / "été 夜.txt").write_text(
        "A boat leaves the café and drifts over the lake. “Sleep,” it says, naïve. 🌙", encoding="utf-8"
    )
    done = shell(home, "$RUN list --json", **env)
    assert fine(done) == ""
    listed = json.loads(done.stdout)[0]
    # Where the locale has no such letters, Python gives a name's bytes as they are.
    assert os.fsdecode(os.fsencode(listed["path"])).endswith("été 夜.txt")
    for command in ("$RUN list", f"$RUN score {listed['name']} --voice silent"):
        done = shell(home, command, **env)
        assert (done.returncode, fine(done)) == (0, "")
        assert done.stdout.isascii()


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
@pytest.mark.parametrize("kilobytes", [60_000, 120_000, 200_000])
@pytest.mark.parametrize("command", ["$RUN list", "$RUN score the-blue-door --voice silent"])
def test_little_memory_is_enough_or_said(home: Path, kilobytes: int, command: str) -> None:
    """So much address space, as on a small machine."""
    done = shell(home, f"ulimit -v {kilobytes}; {command}", OPENBLAS_NUM_THREADS="1")
    said = done.stderr.decode("utf-8", "replace")
    assert done.returncode in (0, 1)
    assert "Traceback" not in said
    assert "should not have" not in said
    assert done.returncode == 0 or "memory" in said
