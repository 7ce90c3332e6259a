"""The night made audible: writes ahead of the playhead, and is the clock everything else follows."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Protocol

from dreamplayer.app.audio.output_device import Device, MixerDevice, NullDevice
from dreamplayer.app.audio.ring_buffer import AHEAD, Render, Ring
from dreamplayer.app.player.playback_clock import ClockSample, Pulse
from dreamplayer.errors import SpeakerError
from dreamplayer.model.audio import RATE

PAUSE = 0.4
RESUME = 1.0
SEEK = 1.5
VOLUME = 0.3
_STALLED = 4.0
_LOW = int(1.5 * RATE)
_log = logging.getLogger(__name__)


class Speaker(Protocol):
    """Plays a score and tells how far it is."""

    problem: str | None
    """What is wrong with the sound, in a sentence, or None."""

    def read(self) -> ClockSample:
        """The clock."""
        ...

    def resume(self) -> None:
        """Go on, over a second."""
        ...

    def pause(self) -> None:
        """Rest, within half a second."""
        ...

    def seek(self, t: float, seconds: float = SEEK) -> None:
        """Go to second t of the night by crossfade; a resting night stays at rest there."""
        ...

    def refresh(self, seconds: float = SEEK) -> None:
        """What is still to come has changed: cross over to it where we are."""
        ...

    def volume(self, level: float, seconds: float = VOLUME) -> None:
        """Glide to a loudness, 0 silent .. 1 as mixed. The machine's own volume is never touched."""
        ...

    def lost(self) -> None:
        """The device went away: rest, and be ready on another."""
        ...

    def close(self) -> None:
        """Let go. Glide to 0 first."""
        ...


class RingSpeaker:
    """A ring, a device and the thread between them.

    Every call returns at once; the writer thread does what it asks, in order. All calls to the mixer are made
    from that thread (pygame's mixer and the GIL have a history of deadlocks).
    """

    def __init__(
        self,
        render: Render,
        *,
        at: float = 0.0,
        level: float = 1.0,
        delay: float = 0.0,
        horizon: Callable[[], float | None] = lambda: None,
        open_device: Callable[[], Device] = MixerDevice,
    ) -> None:
        self.problem: str | None = None
        self._open = open_device
        self._render, self._horizon, self._delay = render, horizon, delay
        self._orders: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._level = level
        self._waiting = False
        self._closing = Event()
        self._ready = Event()
        self._launch(int(at * RATE), 0.0)
        self._thread = Thread(target=self._write, name="speaker", daemon=True)
        self._thread.start()

    # -- what others may ask ------------------------------------------------------------------------------------

    def read(self) -> ClockSample:
        """The moment being heard now, and the room's time."""
        pulse, ring, latency, room = self._playing
        device = pulse.at(time.perf_counter())
        heard = max(0, int((device - latency) * RATE))
        return ClockSample(ring.night(heard) / RATE, room + device)

    @property
    def moving(self) -> bool:
        """Whether the night runs, as last ordered."""
        return self._ring.moving

    def resume(self) -> None:
        """Go on from where the night rests."""
        self._orders.put(lambda: None if self._ring.moving else self._turn(self._here_night(), True, RESUME))

    def pause(self) -> None:
        """Rest."""

        def order() -> None:
            self._waiting = False
            if self._ring.moving:
                self._turn(None, False, PAUSE)

        self._orders.put(order)

    def seek(self, t: float, seconds: float = SEEK) -> None:
        """Be at second t."""
        at = max(0, int(t * RATE))
        self._orders.put(lambda: self._turn(at, self._ring.moving, seconds))

    def refresh(self, seconds: float = SEEK) -> None:
        """Cross over to what the score says now, without leaving the moment."""
        self._orders.put(lambda: self._turn(None, True, seconds) if self._ring.moving else None)

    def volume(self, level: float, seconds: float = VOLUME) -> None:
        """Glide to a level."""

        def order() -> None:
            self._level = level
            self._ring.volume(self._here(), level, seconds)

        self._orders.put(order)

    def lost(self) -> None:
        """Rest at once and open whatever device there is, silent until the person goes on."""
        self._orders.put(self._reopen)

    def close(self) -> None:
        """End the thread, release the device."""
        self._closing.set()
        self._thread.join(timeout=5.0)

    # -- the writer thread --------------------------------------------------------------------------------------

    def _launch(self, at: int, room: float) -> None:
        try:
            self._device: Device = self._open()
        except SpeakerError as error:
            self.problem = f"{error.what}. The night is silent."
            _log.warning("%s", self.problem)
            self._device = NullDevice()
        self._start(at, room)

    def _start(self, at: int, room: float) -> None:
        self._pulse = Pulse()
        self._ring = Ring(self._device.memory, self._render, at, self._level)
        # One assignment, so that the window's thread never reads half of an old device and half of a new one.
        self._playing = self._pulse, self._ring, self._device.latency + self._delay, room
        self._begun = time.perf_counter()
        self._device.start()

    def _here(self) -> int:
        return int(self._pulse.at(time.perf_counter()) * RATE)

    def _here_night(self) -> int:
        return self._ring.goal(self._here())

    def _turn(self, at: int | None, moving: bool, seconds: float) -> None:
        self._ring.turn(self._here, at, moving=moving, seconds=seconds)

    def _reopen(self, null: bool = False) -> None:
        at = self._here_night()
        room = self._playing[3] + self._pulse.at(time.perf_counter())
        self._device.close()
        if null:
            self._device = NullDevice()
            self._start(at, room)
        else:
            self.problem = None
            self._launch(at, room)

    def _write(self) -> None:
        while not self._closing.is_set():
            try:
                self._orders.get(timeout=0.02)()
            except Empty:
                pass
            except Exception:
                _log.exception("the speaker could not do as told")
            try:
                self._keep_up()
            except Exception:
                _log.exception("a stretch of sound was lost")
                self._ring.written = self._ring.written + RATE // 10
        self._device.close()

    def _keep_up(self) -> None:
        machine = time.perf_counter()
        counted = self._device.taken()
        if counted <= 0.0 and machine - self._begun > _STALLED and not isinstance(self._device, NullDevice):
            moving = self._ring.moving
            self.problem = "The sound device does not play. The night is silent."
            _log.warning("%s", self.problem)
            self._reopen(null=True)
            if moving:
                self._turn(self._here_night(), True, RESUME)
            return
        self._pulse.follow(counted, machine)
        here = self._here()
        self._ring.tidy(here)
        horizon = self._horizon()
        limit = None if horizon is None else int(horizon * RATE)
        deadline = machine + 0.25
        while self._orders.empty() and time.perf_counter() < deadline:
            if not self._ring.fill(here + AHEAD, limit):
                break
            # Lets the window draw between two blocks.
            time.sleep(0.001)
        self._wait_for_score(here, limit)

    def _wait_for_score(self, here: int, limit: int | None) -> None:
        """Where the score has not grown far enough, rest softly, and go on when it has."""
        if limit is None:
            return
        left = limit - self._ring.goal(here)
        if self._ring.moving and left < _LOW:
            self._waiting = True
            self._turn(None, False, 1.0)
        elif self._waiting and left > 4 * RATE:
            self._waiting = False
            self._turn(self._here_night(), True, RESUME)
