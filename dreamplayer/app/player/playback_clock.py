"""What time it is: seconds of the night, and seconds of the room. Read once a frame, from the speaker."""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Lock
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ClockSample:
    """One look at the clock."""

    night: float
    """Seconds of the night being heard; stands still while paused, jumps when one seeks."""
    room: float
    """Seconds since the clock was made: never stands still, never goes back. For fades and menus."""


class Clock(Protocol):
    """Something that knows how far the night is."""

    def read(self) -> ClockSample:
        """Both times at one instant."""
        ...


class WallClock:
    """Real time, for where no sound is played: the picker."""

    def __init__(self) -> None:
        self._start = time.perf_counter()

    def read(self) -> ClockSample:
        """Night and room are one."""
        now = time.perf_counter() - self._start
        return ClockSample(now, now)


def machine_seconds() -> float:
    """Seconds by a clock that also runs while the machine sleeps, where the system has one."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


STOPPED = 1.0
"""Seconds in which nobody looked at the clock: the process was stopped, or the machine slept."""


class SmoothedCounter:
    """A smooth clock from a coarse counter: it follows slowly, runs on the machine's clock between, never goes back.

    Where nobody has looked at it for longer than STOPPED, nothing is known to have been heard meanwhile: it goes on
    from where it was until the counter says otherwise.

    `follow` is told what the counter said; `seconds` gives the time. Steps of less than a quarter second are
    smoothed with a share of .05 (the counter's 1 ms steps and 10 ms wobble vanish), larger ones are taken at
    once: forward they are a jump, backward the time waits.
    """

    def __init__(self) -> None:
        self._offset: float | None = None
        self._last = 0.0
        self._asked: float | None = None
        self._lock = Lock()

    def follow(self, counter: float, machine: float) -> None:
        """The counter showed `counter` seconds when the machine's clock showed `machine`."""
        seen = counter - machine
        with self._lock:
            if self._offset is None or abs(seen - self._offset) > 0.25:
                self._offset = seen
            else:
                self._offset += 0.05 * (seen - self._offset)

    def seconds(self, machine: float) -> float:
        """Seconds of the counter, smooth and never falling."""
        with self._lock:
            passed = 0.0 if self._asked is None else machine - self._asked
            self._asked = machine if self._asked is None else max(self._asked, machine)
            if self._offset is not None:
                if passed > STOPPED:
                    self._offset = min(self._offset, self._last - machine)
                self._last = max(self._last, machine + self._offset)
            return self._last
