"""Nothing leaves the machine: telemetry of libraries is switched off, and child processes give up the network.

A switch can be forgotten by a library's next version, so there is a lock behind it. On Linux a child process installs
a seccomp filter in itself before it loads anything: from then on neither it nor what it starts can make a socket (or
only local ones, where it draws). Where the kernel has no seccomp, it moves to a network namespace of its own, which
has no way out. Where neither works the night goes on unlocked, and `dreamplayer doctor` says so.

docs/decisions/0012-nothing-leaves.md says what was tried.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from typing import Any, Literal

Sockets = Literal["none", "local", "any"]
"""Which sockets a child may make: none; local ones (AF_UNIX, and netlink for the list of devices); or any."""
Lock = Literal["seccomp", "network namespace"]

_TELEMETRY_SWITCHES = {
    "ORT_DISABLE_TELEMETRY": "1",
    # The other libraries a contributor might try in a voice.
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
}


def switch_off_telemetry() -> None:
    """Set the environment variables by which libraries are told to send nothing. Inherited by every child.

    Called when the package is imported: before any module of ours can load such a library.
    """
    os.environ.update(_TELEMETRY_SWITCHES)


def import_onnxruntime() -> Any:
    """ONNX Runtime with its telemetry off: by environment before it loads, by its own call afterwards.

    From version 1.29 on it sends events from Linux and macOS too, and writes a device id into its vendor's cache
    folder, unless told not to. This is the only place that imports it. Raises ImportError where it is missing.
    """
    switch_off_telemetry()
    import onnxruntime

    if hasattr(onnxruntime, "disable_telemetry_events"):
        onnxruntime.disable_telemetry_events()
    return onnxruntime


def give_up_network(sockets: Sockets) -> str:
    """Forbid the calling process, and everything it starts, to use the network; irreversible. Never raises.

    Call it before there are other threads.

    Args:
        sockets: which sockets it may still make; "any" changes nothing.

    Returns:
        The lock that holds, "seccomp" or "network namespace", or "none: " and the reason.
    """
    if sockets == "any":
        return "none: not asked for"
    if sys.platform != "linux":
        return f"none: {sys.platform} has no lock that a program can put on itself"
    problem = _install_filter(sockets)
    if not problem:
        return "seccomp"
    if _leave_network_namespace():
        return "network namespace"
    return f"none: {problem}"


def desktop_sockets() -> Sockets:
    """The sockets needed by a child that talks to the display or the sound server: local ones.

    "any" where the person has them on another machine (X over ssh, PULSE_SERVER=tcp:...), which is theirs to choose.
    """
    host = os.environ.get("DISPLAY", "").rpartition(":")[0]
    servers = os.environ.get("PULSE_SERVER", "").split()
    remote_display = host not in ("", "unix") and not host.startswith("/")
    remote_sound = any(not server.rpartition("}")[2].startswith(("unix:", "/")) for server in servers)
    return "any" if remote_display or remote_sound else "local"


# -- seccomp: a program of classic BPF that the kernel runs on every system call -------------------------------------

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_LOAD_WORD, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
"""BPF_LD|BPF_W|BPF_ABS, BPF_JMP|BPF_JEQ|BPF_K, BPF_JMP|BPF_JGE|BPF_K, BPF_RET|BPF_K."""
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
"""Byte offsets in `struct seccomp_data`; arguments are 64 bits wide, low word first on these machines."""
_MACHINES = {
    # machine: (AUDIT_ARCH_*, socket, io_uring_setup, first number of a second calling convention)
    "x86_64": (0xC000003E, 41, 425, 0x40000000),
    "aarch64": (0xC00000B7, 198, 425, None),
    "riscv64": (0xC00000F3, 198, 425, None),
}
_LOCAL_FAMILIES = (1, 16)
"""AF_UNIX, AF_NETLINK."""


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """`struct sock_filter`."""
    return struct.pack("=HBBI", code, if_true, if_false, value)


def filter_program(machine: str, sockets: Sockets) -> bytes:
    """The seccomp filter (classic BPF) for a machine: `socket` fails with EAFNOSUPPORT, as without that protocol.

    io_uring, which makes sockets without that call, fails with ENOSYS, as on a system without it; so do calls by
    another architecture's convention (32-bit programs), whose numbers differ. Everything else is allowed.

    Args:
        machine: as in `os.uname().machine`.
        sockets: which sockets stay allowed: "none" or "local".

    Raises:
        KeyError: a machine that isn't known.
    """
    architecture, socket_call, io_uring_setup, foreign = _MACHINES[machine]
    refuse = [_instruction(_RETURN, _ERRNO | errno.EAFNOSUPPORT)]
    absent = _instruction(_RETURN, _ERRNO | errno.ENOSYS)
    families = _LOCAL_FAMILIES if sockets == "local" else ()
    program = [
        _instruction(_LOAD_WORD, _ARCHITECTURE),
        _instruction(_JUMP_EQUAL, architecture, if_true=1),
        absent,
        _instruction(_LOAD_WORD, _NUMBER),
    ]
    if foreign is not None:
        program += [_instruction(_JUMP_AT_LEAST, foreign, if_false=1), absent]
    program += [
        _instruction(_JUMP_EQUAL, io_uring_setup, if_false=1),
        absent,
        _instruction(_JUMP_EQUAL, socket_call, if_true=1),
        _instruction(_RETURN, _ALLOW),
        _instruction(_LOAD_WORD, _FIRST_ARGUMENT),
    ]
    for family in families:
        program += [_instruction(_JUMP_EQUAL, family, if_false=1), _instruction(_RETURN, _ALLOW)]
    return b"".join(program + refuse)


class _Program(ctypes.Structure):
    """`struct sock_fprog`."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def _install_filter(sockets: Sockets) -> str:
    """Install it; says why where it cannot be."""
    try:
        program = filter_program(os.uname().machine, sockets)
    except KeyError:
        return f"no filter is written for {os.uname().machine}"
    if sys.maxsize < 2**32:
        return "no filter is written for a 32-bit Python"
    libc = ctypes.CDLL(None, use_errno=True)
    described = _Program(len(program) // 8, program)
    # Otherwise the kernel asks for a privilege; it also means that nothing started from here can gain one.
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), 0, 0, 0) != 0:
        return f"no_new_privs: {os.strerror(ctypes.get_errno())}"
    if libc.prctl(_PR_SET_SECCOMP, ctypes.c_ulong(_SECCOMP_MODE_FILTER), ctypes.byref(described), 0, 0) != 0:
        return f"seccomp: {os.strerror(ctypes.get_errno())}"
    return ""


# -- a network namespace: where the kernel has no seccomp ------------------------------------------------------------

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000


def _leave_network_namespace() -> bool:
    """Move to a namespace without any network interface; False where that is not allowed.

    The user's own number is kept in the new user namespace, so that files keep their owner.
    """
    user, group = os.getuid(), os.getgid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        return False
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        try:
            with open(f"/proc/self/{name}", "w") as file:  # noqa: PTH123
                file.write(text)
        except OSError:
            continue
    return True
