"""Resource limits: memory and processor time of a child process, threads of matrix products in every process."""

from __future__ import annotations

import os
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

_MATRIX_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def keep_matrix_products_on_one_thread() -> None:
    """Tell the BLAS libraries that numpy may be built with to start no threads. Inherited by every child.

    Called when the package is imported: they read the environment once, when numpy loads. The matrices of sound and
    picture are small. A second thread gains nothing there, and each product waits for it: on a busy machine a hundred
    times as long as the product takes, so that the sound is rendered later than it is played. What the person has set
    holds.
    """
    for name in _MATRIX_THREADS:
        os.environ.setdefault(name, "1")


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
