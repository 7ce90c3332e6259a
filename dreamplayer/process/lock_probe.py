"""Asked by the doctor in a child process: which locks it put on itself, and whether they hold.

`python -m dreamplayer.process.lock_probe` prints `LOCKS|` where the network is out of reach, else `LOCKS|reaches`.
"""

from __future__ import annotations

import os
import socket
import sys


def reaches_network() -> bool:
    """Whether this process can make an internet socket and route it to an address outside. Nothing is sent.

    Connecting a datagram socket only chooses a route; the address is one reserved for documentation (RFC 5737).
    """
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
            made.connect(("192.0.2.1", 9))
    except OSError:
        return False
    return True


if __name__ == "__main__":
    _lock = os.environ.get("DREAMPLAYER_LOCKS", "none: not a child of the app")
    sys.stdout.write(f"{_lock}|{'reaches' if _lock.startswith('none') or reaches_network() else ''}\n")
