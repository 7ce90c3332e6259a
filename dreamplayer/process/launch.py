"""Starting child processes: our modules, and tools of the system. All of them end with this process."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from dreamplayer.process.lifetime import adopt
from dreamplayer.process.limits import UNLIMITED, ResourceLimits
from dreamplayer.process.network import Sockets, desktop_sockets
from dreamplayer.process.options import ChildOptions

_log = logging.getLogger(__name__)
_LAUNCHER = ThreadPoolExecutor(1, "process launcher")
"""On Linux a child is killed when the thread that started it ends: this one ends with the interpreter."""


def start(
    module: str,
    *arguments: str,
    sockets: Sockets = "none",
    may_write: bool = True,
    nice: int = 0,
    limits: ResourceLimits = UNLIMITED,
    pipes: tuple[int, int] | None = None,
    **popen: Any,
) -> subprocess.Popen[bytes]:
    """Start one of our modules in a separate process.

    Args:
        module: full name of the module.
        arguments: passed to its `main`, or as its command line without a channel.
        sockets: which sockets it may make.
        may_write: False for one that only computes: where Linux can, it is kept from writing files.
        nice: steps by which its priority is lowered, 0 to 19.
        limits: memory and processor time it may use.
        pipes: two handles for the child, to read from and to write to (see `channel`); None for no channel.
        popen: passed to `subprocess.Popen`. Its standard error is shown where `DREAMPLAYER_DEBUG` is set.

    Raises:
        OSError: it doesn't start.
    """
    read, write = pipes if pipes is not None else (-1, -1)
    options = ChildOptions(os.getpid(), sockets, may_write, nice, limits.memory_bytes, limits.cpu_seconds, read, write)
    popen.setdefault("stdin", subprocess.DEVNULL)
    popen.setdefault("stdout", subprocess.DEVNULL)
    popen.setdefault("stderr", None if os.environ.get("DREAMPLAYER_DEBUG") else subprocess.DEVNULL)
    if pipes is not None:
        popen |= _inherit(pipes)
    return _launch(_command(options, module, *arguments), limits, popen)


def start_tool(command: Sequence[str], **popen: Any) -> subprocess.Popen[Any]:
    """Start a tool of the system that ends with this process. On Linux, Python prepares it and becomes the tool.

    Args:
        command: name or path of the tool, and its arguments.
        popen: passed to `subprocess.Popen`.

    Raises:
        OSError: it doesn't start.
    """
    popen.setdefault("stdin", subprocess.DEVNULL)
    prepared = _command(ChildOptions(os.getpid()), "--", *command) if sys.platform == "linux" else list(command)
    return _launch(prepared, UNLIMITED, popen)


def run_tool(command: Sequence[str], timeout: float, **environment: str) -> str | None:
    """Standard output of a tool of the system; None where it is missing, fails or takes too long.

    Args:
        command: name or path of the tool, and its arguments.
        timeout: seconds after which it is killed.
        environment: variables to add to those of this process.
    """
    try:
        process = start_tool(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, **environment}
        )
    except OSError:
        return None
    answer = _finish(process, timeout)
    return answer[0] if answer is not None and process.returncode == 0 else None


def answer(module: str, timeout: float, sockets: Sockets | None = None, *, may_write: bool = True) -> str | None:
    """The last line one of our modules prints; None where it fails or takes too long.

    Args:
        module: full name of the module, run as with `python -m`.
        timeout: seconds after which it is killed.
        sockets: which sockets it may make; None for those the desktop needs.
        may_write: False for one that only computes: where Linux can, it is kept from writing files.
    """
    sockets = sockets or desktop_sockets()
    try:
        process = start(
            module, sockets=sockets, may_write=may_write, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    except OSError as error:
        _log.warning("%s could not be asked: %s", module, error)
        return None
    printed = _finish(process, timeout)
    if printed is None:
        _log.warning("%s could not be asked: no answer in %g s", module, timeout)
        return None
    if process.returncode != 0 or not printed[0].strip():
        _log.info("%s: %s", module, printed[1].strip()[-300:])
        return None
    return str(printed[0].strip().splitlines()[-1])


def _finish(process: subprocess.Popen[Any], timeout: float) -> tuple[str, str] | None:
    """Its output and errors; None where it had to be killed."""
    try:
        output, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        end(process)
        process.communicate()
        return None
    return output or "", errors or ""


def end(process: subprocess.Popen[Any]) -> None:
    """Kill a process and reap it, so that no zombie stays.

    Args:
        process: running or ended.
    """
    if process.poll() is None:
        process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5.0)


def _command(options: ChildOptions, *words: str) -> list[str]:
    return [sys.executable, "-m", "dreamplayer.process.child", options.to_argument(), *words]


def _launch(command: list[str], limits: ResourceLimits, popen: dict[str, Any]) -> subprocess.Popen[Any]:
    paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109
    # It must find the same modules, wherever the app was started.
    environment = {**(popen.pop("env", None) or os.environ)}
    environment |= {"PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
    if sys.platform == "win32":
        popen.setdefault("creationflags", subprocess.CREATE_NO_WINDOW)
    try:
        process = _LAUNCHER.submit(lambda: subprocess.Popen(command, env=environment, **popen)).result()
    except RuntimeError as error:
        # The interpreter is going down.
        raise OSError(str(error)) from None
    if sys.platform == "win32":
        # Kept on the process: the job ends with its last handle.
        process.job = adopt(int(process._handle), limits)  # noqa: SLF001 - Popen has no public name for it
    return process


def _inherit(pipes: tuple[int, int]) -> dict[str, Any]:
    """What lets a child keep these handles."""
    if sys.platform == "win32":
        for handle in pipes:
            os.set_handle_inheritable(handle, True)
        return {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": list(pipes)})}
    return {"pass_fds": pipes}
