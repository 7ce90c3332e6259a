"""Processes of our own: a voice, what draws, what composes. Each runs one of our modules and ends with its input."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys

_log = logging.getLogger(__name__)


def start(*module: str) -> subprocess.Popen[bytes]:
    """`python -m` of these words, its input and output in our hands. OSError where it does not start.

    What it says on standard error is heard where `DREAMPLAYER_DEBUG` is set.
    """
    paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(
        [sys.executable, "-m", *module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("DREAMPLAYER_DEBUG") else subprocess.DEVNULL,
        # It must find what we find, from wherever we were started.
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
        creationflags=flags,
    )


def answer(module: str, timeout: float) -> str | None:
    """The last line one of our modules prints, None where it fails or takes longer than so many seconds."""
    command = [sys.executable, "-m", module]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.warning("%s could not be asked: %s", module, error)
        return None
    if done.returncode != 0 or not done.stdout.strip():
        _log.info("%s: %s", module, done.stderr.strip()[-300:])
        return None
    return done.stdout.strip().splitlines()[-1]


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill it and wait for it, so that nothing of it stays in the process table."""
    if process.poll() is None:
        process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5.0)
