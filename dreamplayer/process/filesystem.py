"""File system sandbox of a child that only computes: Linux's Landlock lets it write nowhere but in our cache.

So that a library that keeps a device id, a database or a crash report beside its work finds no place for it. Reading
stays as it was. Where the kernel has no Landlock (before 5.13, or not switched on) nothing changes.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from pathlib import Path

from dreamplayer import paths

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""System calls: the same numbers on every architecture."""
_GIVE_VERSION, _PATH_BENEATH, _PR_SET_NO_NEW_PRIVS = 1, 1, 38
_WRITE_FILE = 1 << 1
_REMOVE_AND_MAKE = sum(1 << bit for bit in range(4, 13))
"""Removing folders and files; making devices, folders, files, sockets, pipes and links."""
_REFER, _TRUNCATE = 1 << 13, 1 << 14
"""Moving between folders, since version 2; cutting a file, since version 3."""


def give_up_writing() -> str:
    """Forbid the calling process, and everything it starts, to write files; irreversible. Never raises.

    Devices, shared memory and the app's cache folder stay writable.

    Returns:
        "landlock", or "none: " and the reason.
    """
    if sys.platform != "linux":
        return "none: only Linux has Landlock"
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _GIVE_VERSION)
    if version < 1:
        return f"none: {os.strerror(ctypes.get_errno())}"
    handled = _WRITE_FILE | _REMOVE_AND_MAKE | (_REFER if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    attributes = struct.pack("=Q", handled)
    rules = libc.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), 0)
    if rules < 0:
        return f"none: {os.strerror(ctypes.get_errno())}"
    try:
        for folder in (Path("/dev"), paths.cache()):
            _allow(libc, rules, folder, handled)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), 0, 0, 0) or libc.syscall(_RESTRICT_SELF, rules, 0):
            return f"none: {os.strerror(ctypes.get_errno())}"
    finally:
        os.close(rules)
    return "landlock"


def _allow(libc: ctypes.CDLL, rules: int, folder: Path, rights: int) -> None:
    """Keep these rights in a folder and everything below it; a missing folder gets no rule."""
    try:
        handle = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        return
    try:
        # struct landlock_path_beneath_attr is packed.
        libc.syscall(_ADD_RULE, rules, _PATH_BENEATH, struct.pack("=Qi", rights, handle), 0)
    finally:
        os.close(handle)
