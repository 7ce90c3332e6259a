"""Child processes: one protocol, limits, and an end with their parent however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dreamplayer.process.channel import ProcessChannel, ProcessLostError, ReplacedWorker
from dreamplayer.process.launch import end, run_tool, start_tool
from dreamplayer.process.limits import ResourceLimits
from dreamplayer.process.network import desktop_sockets

pytestmark = pytest.mark.slow

WORKER = """
import ctypes, os, socket, threading, time

def main(end, greeting="hello"):
    end.send((greeting, os.getpid(), os.environ["DREAMPLAYER_LOCKS"]))
    while True:
        what = end.receive()
        if what == "print":
            print("noise"); os.write(1, b"more noise")
            end.send("printed")
        elif what == "large":
            end.send(bytes(5_000_000))
        elif what == "allocate":
            try:
                end.send(len(bytearray(2_000_000_000)))
            except MemoryError:
                end.send("no memory")
        elif what == "spin":
            while True: pass
        elif what == "wait":
            threading.Event().wait()
        elif what == "sockets":
            end.send({name: can(name) for name in ("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK")})
        elif isinstance(what, tuple) and what[0] == "write":
            try:
                open(what[1], "w").write("x"); end.send(True)
            except OSError:
                end.send(False)
        elif what == "unpicklable":
            end.send(Odd())
        else:
            end.send(what)

def can(family):
    try:
        socket.socket(getattr(socket, family), socket.SOCK_DGRAM).close()
    except OSError:
        return False
    return True

class Odd:
    def __reduce__(self): return (int, ("no number",))
"""
linux = pytest.mark.skipif(sys.platform != "linux", reason="a promise of the Linux kernel")


@pytest.fixture(autouse=True)
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker module on the path of parent and child."""
    (tmp_path / "some_worker.py").write_text(WORKER)
    monkeypatch.syspath_prepend(str(tmp_path))


def opened(**options: Any) -> ProcessChannel:
    """A channel whose process has greeted."""
    channel = ProcessChannel("some_worker", **options)
    assert channel.receive(60.0)[0] == "hello"
    return channel


def until(true: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Whether it comes true in time."""
    limit = time.monotonic() + seconds
    while not (came := true()) and time.monotonic() < limit:
        time.sleep(0.02)
    return came


def gone(pid: int) -> bool:
    """Whether there is no such process, or only its entry in the process table."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


def test_messages_come_back_in_order_whatever_is_printed() -> None:
    """Small and large ones; standard output belongs to engines and drivers."""
    channel = opened()
    for message in (1, "print", "large", (2, "x")):
        channel.send(message)
    answers = [channel.receive(60.0) for _ in range(4)]
    assert [answers[0], answers[1], len(answers[2]), answers[3]] == [1, "printed", 5_000_000, (2, "x")]
    channel.close()


def test_arguments_reach_the_worker() -> None:
    """As words of its command line."""
    channel = ProcessChannel("some_worker", "good evening")
    assert channel.receive(60.0)[0] == "good evening"
    channel.close()


def test_the_apps_end_does_not_wait() -> None:
    """Sending to a process that is stopped returns at once, however much is sent."""
    channel = opened()
    assert channel.process is not None
    os.kill(channel.process.pid, signal.SIGSTOP)
    for _ in range(20):
        channel.send(bytes(1_000_000))
    assert channel.received() == []
    with pytest.raises(TimeoutError):
        channel.receive(0.05)
    channel.close()
    assert channel.process.returncode is not None


def test_a_process_that_ends_is_noticed_and_said_how() -> None:
    """By the signal, the exit code, or why it did not start."""
    channel = opened()
    assert channel.process is not None
    channel.process.kill()
    for _ in range(2):
        with pytest.raises(ProcessLostError, match=r"SIGKILL|ended with"):
            channel.receive(60.0)
    channel.close()


def test_a_damaged_answer_is_a_lost_process() -> None:
    """What cannot be unpickled raises nothing in the app."""
    channel = opened()
    channel.send("unpicklable")
    with pytest.raises(ProcessLostError):
        channel.receive(60.0)
    channel.close()


@linux
def test_memory_and_processor_time_are_limited() -> None:
    """Too much memory is a MemoryError there, too much work its end."""
    channel = opened(limits=ResourceLimits(memory_bytes=500_000_000, cpu_seconds=1))
    channel.send("allocate")
    assert channel.receive(60.0) == "no memory"
    channel.send("spin")
    with pytest.raises(ProcessLostError, match="SIGXCPU"):
        channel.receive(120.0)
    channel.close()


@pytest.mark.parametrize("how", ["killed", "wedged", "working in circles"])
def test_a_lost_process_is_replaced_three_times(how: str) -> None:
    """What was asked is asked again; after the last one nothing is asked any more, and nothing raises."""
    asked = {"killed": "x", "wedged": "wait", "working in circles": "spin"}[how]
    worker = ReplacedWorker(
        lambda: ProcessChannel("some_worker"), lambda: [asked], lives=3, patience=0.4, longest=2.5 if "w" in how else 60
    )
    processes = set()
    while worker.channel is not None:
        channel = worker.channel
        assert channel.process is not None
        processes.add(channel.process.pid)
        greeted = False
        while worker.channel is channel:
            greeted = bool(worker.received(awaited=greeted)) or greeted
            if how == "killed" and greeted:
                channel.process.kill()
            time.sleep(0.01)
        assert channel.process.returncode is not None
    assert (len(processes), worker.lost, worker.alive) == (3, 3, False)
    worker.send("into the void")
    assert worker.received(awaited=True) == []


def test_one_that_waits_for_orders_is_not_wedged() -> None:
    """However long nothing is asked of it."""
    worker = ReplacedWorker(lambda: ProcessChannel("some_worker"), list, patience=0.1, longest=0.2)
    assert until(lambda: bool(worker.received(awaited=False)))
    time.sleep(0.5)
    assert worker.received(awaited=False) == []
    assert worker.lost == 0
    worker.close()


def test_after_the_app_itself_stood_still_children_have_their_time_anew() -> None:
    """A machine that was stopped for a while costs no process; one that hangs is still noticed."""
    worker = ReplacedWorker(lambda: ProcessChannel("some_worker"), lambda: ["wait"], patience=2.0, lives=1)
    assert until(lambda: bool(worker.received(awaited=True)))
    time.sleep(3.0)
    assert worker.received(awaited=True) == []
    assert worker.lost == 0
    assert until(lambda: not (worker.received(awaited=True) or worker.alive))
    assert worker.lost == 1


@linux
@pytest.mark.parametrize(
    ("sockets", "allowed"),
    [("none", set()), ("local", {"AF_UNIX", "AF_NETLINK"}), ("any", {"AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK"})],
)
def test_a_child_has_only_the_sockets_it_needs(sockets: str, allowed: set[str]) -> None:
    """By a lock of the kernel that it cannot open again; nothing is locked that was not asked for."""
    channel = ProcessChannel("some_worker", sockets=sockets)  # type: ignore[arg-type]
    lock = channel.receive(60.0)[2]
    channel.send("sockets")
    can = channel.receive(60.0)
    assert {name for name, possible in can.items() if possible} == allowed
    assert (lock == "seccomp") == (sockets != "any")
    channel.close()


@pytest.mark.parametrize(
    ("display", "sound", "needed"),
    [
        (":0", "", "local"), ("unix:0", "unix:/run/pulse", "local"), ("/private/tmp/launch:0", "/run/pulse", "local"),
        ("", "{0123}unix:/run/pulse", "local"), ("localhost:10.0", "", "any"), (":0", "tcp:attic:4713", "any"),
        (":0", "attic", "any"), ("", "unix:/run/pulse tcp:attic", "any"),
    ],
)  # fmt: skip
def test_a_display_on_another_machine_is_still_reached(
    display: str, sound: str, needed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """X over ssh and a sound server elsewhere are the person's own."""
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("PULSE_SERVER", sound)
    assert desktop_sockets() == needed


def has_landlock() -> bool:
    """Whether this kernel has it, asked as the app does, in a process of its own."""
    code = "from dreamplayer.process.filesystem import give_up_writing; print(give_up_writing())"
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return asked.stdout.strip() == "landlock"


@linux
@pytest.mark.parametrize("may_write", [True, False])
def test_one_that_only_computes_writes_nowhere_but_in_the_cache(may_write: bool, home: Path, tmp_path: Path) -> None:
    """Not in the person's folders, not beside its work; devices and reading stay."""
    if not may_write and not has_landlock():
        pytest.skip("this kernel has no Landlock")
    (home / "cache").mkdir()
    channel = opened(may_write=may_write)
    for path in (tmp_path / "x", home / "cache" / "x", "/dev/null"):
        channel.send(("write", str(path)))
    assert [channel.receive(60.0) for _ in range(3)] == [may_write, True, True]
    channel.close()


APP = """
import os, sys, time
from dreamplayer.process.channel import ProcessChannel
from dreamplayer.process.launch import start_tool
made = [ProcessChannel("some_worker") for _ in range(3)]
pids = [channel.receive(60.0)[1] for channel in made]
made[0].send("spin")
made[1].send("wait")
tool = start_tool(["sleep", "1000"])
while open(f"/proc/{tool.pid}/comm").read() != "sleep\\n":
    time.sleep(0.01)
print(*pids, tool.pid, flush=True)
time.sleep(1000)
"""


@linux
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_nothing_outlives_the_app(how: signal.Signals, tmp_path: Path) -> None:
    """Killed outright, all its children end: one that works, one that hangs, one that is stopped, and a tool."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(tmp_path / "temporary")}
    (tmp_path / "temporary").mkdir()
    with subprocess.Popen([sys.executable, "-c", APP], env=environment, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        pids = [int(word) for word in app.stdout.readline().split()]
        assert len(pids) == 4
        os.kill(pids[2], signal.SIGSTOP)
        app.send_signal(how)
    assert until(lambda: all(map(gone, pids)))
    assert list((tmp_path / "temporary").iterdir()) == []


@linux
def test_a_child_lives_on_when_the_thread_that_wanted_it_ends() -> None:
    """The kernel's signal comes with the end of a thread: of one that stays."""
    from threading import Thread

    made: list[ProcessChannel] = []
    thread = Thread(target=lambda: made.append(opened()))
    thread.start()
    thread.join()
    time.sleep(0.2)
    made[0].send("still there")
    assert made[0].receive(60.0) == "still there"
    made[0].close()


@pytest.mark.skipif(sys.platform == "win32", reason="tools of Unix")
def test_a_tool_is_run_with_a_limit_of_time() -> None:
    """What it prints; None where it fails, hangs or is missing. It does not see where our modules lie."""
    assert run_tool(["echo", "a", "b"], 60.0) == "a b\n"
    assert run_tool(["sh", "-c", "echo $NAME"], 60.0, NAME="value") == "value\n"
    assert run_tool(["false"], 60.0) is None
    assert run_tool(["no-such-tool-of-any-system"], 60.0) is None
    assert run_tool(["sleep", "1000"], 0.2) is None
    tool = start_tool(["sleep", "1000"])
    end(tool)
    assert tool.returncode is not None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the kernel's list of threads")
def test_matrix_products_start_no_threads() -> None:
    """With a second thread each product of the sound waits for it, on a busy machine longer than the sound lasts."""
    program = (
        "import dreamplayer, os, numpy as np; a = np.ones((400, 400), np.float32); a @ a;"
        "print(len(os.listdir('/proc/self/task')))"
    )
    plain = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    done = subprocess.run([sys.executable, "-c", program], env=plain, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"
