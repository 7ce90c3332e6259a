"""Children end with their parent, however it ends: a signal on Linux, a job object on Windows, a watch elsewhere."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from functools import cache
from threading import Thread
from typing import Any

from dreamplayer.process.limits import UNLIMITED, ResourceLimits

_PR_SET_PDEATHSIG = 1
WATCH_SECONDS = 1.0
"""Interval in seconds of checks on the parent, where the system sends no signal."""


def die_with_parent(parent: int) -> None:
    """In the child: end it as soon as its parent has gone, even if the child is stopped or hangs.

    On Linux the kernel sends SIGKILL when the parent's *thread* that started the child ends, so children are started by
    a thread that stays (see `launch`). The setting survives `exec`.

    Args:
        parent: process id of the parent.
    """
    if sys.platform == "win32":
        return
    if sys.platform == "linux" and _ask_for_death_signal():
        if os.getppid() != parent:
            os._exit(0)
        return
    Thread(target=_watch, args=(parent,), name="watch of the parent", daemon=True).start()


def _ask_for_death_signal() -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0) == 0)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(WATCH_SECONDS)
    os._exit(0)


def adopt(handle: int, limits: ResourceLimits = UNLIMITED) -> Any:
    """In the parent, on Windows: put a child into a job object that ends with the parent.

    Args:
        handle: process handle of the child.
        limits: memory and processor time it may use.

    Returns:
        The job's handle, to be kept as long as the child; None where there is no such job.
    """
    kernel = _kernel32()
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return None
    info = _ExtendedLimits()
    info.basic.flags = _KILL_ON_JOB_CLOSE
    if limits.memory_bytes is not None:
        info.basic.flags |= _PROCESS_MEMORY
        info.process_memory = limits.memory_bytes
    if limits.cpu_seconds is not None:
        info.basic.flags |= _PROCESS_TIME
        info.basic.process_time = limits.cpu_seconds * _TICKS
    kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(info), ctypes.sizeof(info))
    return job if kernel.AssignProcessToJobObject(job, handle) else None


_EXTENDED_LIMITS = 9
_KILL_ON_JOB_CLOSE, _PROCESS_MEMORY, _PROCESS_TIME = 0x2000, 0x100, 0x2
_TICKS = 10_000_000
"""100 ns units a second."""


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


@cache
def _kernel32() -> Any:
    """kernel32 with the types of the calls above: a handle is a pointer, which ctypes would cut to 32 bits."""
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there is no windll where types are checked
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, ctypes.c_wchar_p)
    kernel.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
    kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    return kernel
