"""Two monitors side by side: an X server one looks at from outside, through the protocol of remote desktops."""

from __future__ import annotations

import os
import socket
import struct
import subprocess
import tempfile
from pathlib import Path

import numpy as np

WIDTH, HEIGHT = 640, 360
_SET_ENCODINGS, _UPDATE, _DESKTOP_SIZE = 2, 3, 251
_RAW, _EXTENDED_DESKTOP = 0, -308


class _Line:
    """A viewer. RFC 6143, and of its extensions the one for several screens."""

    def __init__(self, path: str, encoding: int) -> None:
        self._line = socket.socket(socket.AF_UNIX)
        self._line.settimeout(60)
        self._line.connect(path)
        self.take(12)
        self.send(b"RFB 003.008\n")
        self.take(self.take(1)[0])
        self.send(b"\1")
        assert self.take(4) == bytes(4), "not let in"
        self.send(b"\1")
        self.take(20)
        self.take(struct.unpack(">I", self.take(4))[0])
        self.send(struct.pack(">BxHi", _SET_ENCODINGS, 1, encoding))

    def send(self, message: bytes) -> None:
        self._line.sendall(message)

    def take(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            part = self._line.recv(count - len(data))
            assert part, "the screen went away"
            data += part
        return data

    def ask(self) -> None:
        """All of the screen, once."""
        self.send(struct.pack(">BBHHHH", _UPDATE, 0, 0, 0, 2 * WIDTH, HEIGHT))

    def rectangles(self) -> int:
        """Skip to the next update; how many rectangles it brings."""
        while (kind := self.take(1)[0]) != 0:
            if kind == 3:
                self.take(3)
                self.take(struct.unpack(">I", self.take(4))[0])
        return int(struct.unpack(">xH", self.take(3))[0])

    def rectangle(self) -> tuple[int, int, int, int]:
        """x, y, width and height of the next one."""
        x, y, width, height, _ = struct.unpack(">HHHHi", self.take(12))
        return x, y, width, height

    def close(self) -> None:
        self._line.close()


class Monitors:
    """Xvnc and whoever sits before it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="monitors")
        path = str(Path(self._folder.name) / "rfb")
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvnc", "-displayfd", str(write), "-geometry", f"{2 * WIDTH}x{HEIGHT}", "-depth", "24", "-SecurityTypes",
             "None", "-rfbport", "-1", "-rfbunixpath", path, "-nolisten", "tcp"],
            pass_fds=(write,), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = ":" + pipe.readline().strip()
        self._part(path)
        self._viewer = _Line(path, _RAW)

    def close(self) -> None:
        """Switch them off."""
        self._viewer.close()
        self._server.terminate()
        self._server.wait(timeout=10)
        self._folder.cleanup()

    def look(self) -> tuple[np.ndarray, np.ndarray]:
        """What stands on the left one and on the right one, (height, width, 3) each."""
        picture = np.zeros((HEIGHT, 2 * WIDTH, 3), np.uint8)
        self._viewer.ask()
        for _ in range(self._viewer.rectangles()):
            x, y, width, height = self._viewer.rectangle()
            pixels = np.frombuffer(self._viewer.take(width * height * 4), np.uint8).reshape(height, width, 4)
            picture[y : y + height, x : x + width] = pixels[..., 2::-1]
        return picture[:, :WIDTH], picture[:, WIDTH:]

    def _part(self, path: str) -> None:
        """Make two screens of one, and wait until they are."""
        viewer = _Line(path, _EXTENDED_DESKTOP)
        message = struct.pack(">BxHHBx", _DESKTOP_SIZE, 2 * WIDTH, HEIGHT, 2)
        for number, left in ((1, 0), (2, WIDTH)):
            message += struct.pack(">IHHHHI", number, left, 0, WIDTH, HEIGHT, 0)
        screens = 0
        viewer.ask()
        viewer.send(message)
        while screens != 2:
            for _ in range(viewer.rectangles()):
                viewer.rectangle()
                screens = viewer.take(4)[0]
                viewer.take(16 * screens)
            viewer.ask()
        viewer.close()
