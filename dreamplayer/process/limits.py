"""Resource limits of a child process: memory and processor time."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResourceLimits:
    """What a child process may use; None leaves it unlimited."""

    memory_bytes: int | None = None
    """Private writable memory (RLIMIT_DATA on Linux and BSD, the job's process memory on Windows).

    Python raises MemoryError at the limit; native code usually ends the process. macOS does not enforce it.
    """
    cpu_seconds: int | None = None
    """Processor time of all its threads; the system ends the process when it is used up."""


UNLIMITED = ResourceLimits()


def apply(limits: ResourceLimits) -> None:
    """Limit the calling process, on systems with `setrlimit`; Windows limits from outside (see `lifetime`).

    No core file is written in any case: it would hold the words of a dream.

    Args:
        limits: capped at the hard limits of the process; one the system doesn't have is skipped.
    """
    if sys.platform == "win32":
        return
    import resource

    wanted = [(resource.RLIMIT_CORE, 0, 0)]
    if limits.memory_bytes is not None:
        wanted.append((resource.RLIMIT_DATA, limits.memory_bytes, limits.memory_bytes))
    if limits.cpu_seconds is not None:
        # SIGXCPU at the first number, SIGKILL at the second.
        wanted.append((resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1))
    for which, soft, hard in wanted:
        _, most = resource.getrlimit(which)
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        try:
            resource.setrlimit(which, (soft, hard))
        except (OSError, ValueError):
            # A system without this limit: the time limit of the parent still holds.
            continue
