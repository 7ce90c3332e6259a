"""The app is asked to end from outside: a signal, the end of the desktop's session, the window's close button.

The window says so to whoever asks for its events; they keep the place and leave within a second. A deadline ends the
process where that hangs.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Iterator
from threading import Thread
from types import FrameType

DEADLINE = 2.5
"""Seconds from being asked to end until the process is ended whatever it does. The place is kept before."""
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")


class Ending:
    """Whether the app has been asked to end, and by what."""

    def __init__(self) -> None:
        self.asked = False
        self.signal: int | None = None
        self._deadline = False

    @property
    def code(self) -> int:
        """Exit code: of Ctrl-C what a shell expects, else 0."""
        return 130 if self.signal == signal.SIGINT else 0

    def ask(self) -> None:
        """End the app. The first call sets the deadline."""
        self.asked = True
        if not self._deadline:
            self._deadline = True
            Thread(target=self._end_late, name="deadline", daemon=True).start()

    def _end_late(self) -> None:
        time.sleep(DEADLINE)
        os._exit(self.code)

    def on_signal(self, number: int, _: FrameType | None) -> None:
        """A signal: end."""
        self.signal = number
        self.ask()


_ON_LOST_DISPLAY: list[object] = []
"""Kept as long as the process: Xlib calls it."""


def end_with_display() -> None:
    """On X11: end the process as soon as the display is gone. What Xlib does by itself, exit(), may hang in a driver.

    The place is written every few seconds; children and the inhibitor end with the process.
    """
    with contextlib.suppress(OSError, AttributeError):
        handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(lambda _: os._exit(1))
        ctypes.CDLL("libX11.so.6").XSetIOErrorHandler(handler)
        _ON_LOST_DISPLAY.append(handler)


def _watch(reading: int, ending: Ending) -> None:
    """Set the deadline even where the main thread is stuck and its handler of the signal does not run."""
    with contextlib.suppress(OSError):
        while data := os.read(reading, 64):
            ending.signal = ending.signal or data[-1]
            ending.ask()


@contextlib.contextmanager
def asked_to_end() -> Iterator[Ending]:
    """Take the signals that end a program while one is in the app. A signal that is ignored (nohup) stays so."""
    ending = Ending()
    before = {}
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            before[number] = signal.signal(number, ending.on_signal)
    pipe: tuple[int, int] | None = None
    if before and sys.platform != "win32":
        pipe = os.pipe()
        os.set_blocking(pipe[1], False)
        signal.set_wakeup_fd(pipe[1], warn_on_full_buffer=False)
        Thread(target=_watch, args=(pipe[0], ending), name="signals", daemon=True).start()
    try:
        yield ending
    finally:
        if pipe is not None:
            signal.set_wakeup_fd(-1)
            os.close(pipe[1])
        if not ending.asked:
            for number, handler in before.items():
                signal.signal(number, handler)
