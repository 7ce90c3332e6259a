"""The night made audible: writes ahead of the playhead, and is the clock everything else follows."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from queue import Empty, Queue, SimpleQueue
from threading import Event, Thread
from typing import Protocol

from dreamplayer.app.audio.output_device import Device, MixerDevice, NullDevice
from dreamplayer.app.audio.output_port import server_state
from dreamplayer.app.audio.ring_buffer import AHEAD, LEAD, Render, Ring
from dreamplayer.app.player.playback_clock import ClockSample, SmoothedCounter, machine_seconds
from dreamplayer.errors import SpeakerError
from dreamplayer.model.audio import RATE

PAUSE = 0.4
RESUME = 1.0
SEEK = 1.5
VOLUME = 0.3
RETURN = 14.0
"""Seconds over which the sound comes in again on a device that was found, or after the machine has slept: nobody has
asked for it at that moment, so that it rises by 1.6 dB a second, beside the swell of the night itself."""
LOOK = 1.5
"""Seconds between two looks for a device while there is none."""
_STALLED = 4.0
"""Seconds a device may take until it plays."""
_STANDS = 2.5
"""Seconds one that plays may stand still."""
_SLEPT = 3.0
"""Seconds in which this thread did not run and the device took nothing: process stopped, machine asleep."""
_OFTEN, _RARELY = 0.02, 0.1
"""Seconds between two looks at the ring while the night runs, and while it rests."""
_DIP = 0.08
_STEP_BACK = 0.7
"""Seconds by which the count of a device that stood steps back when it goes on."""
_ASK_EVERY = 10.0
_OPENING = 6.0
"""Seconds that opening the first device is waited for."""
_CLOSING = 1.0
_LOW = int(1.5 * RATE)
_GONE = "The sound server went away; it is looked for. The night is silent meanwhile."
_STUCK = "The sound device does not play; it is looked for. The night is silent meanwhile."
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
        """The device was pulled out: rest, and be ready on another."""
        ...

    def gone(self) -> None:
        """The sound server went away: go on in silence, and come in softly when it is back."""
        ...

    def close(self) -> None:
        """Let go. Glide to 0 first."""
        ...


class RingSpeaker:
    """A ring, a device and the thread between them.

    Every call returns at once; the writer thread does what it asks, in order. Where the device is gone or stands still,
    the night goes on in silence by the clock of the machine, and a device is looked for until there is one: then the
    sound comes in over RETURN seconds. Devices are opened and closed by a third thread, one at a time: a sound server
    that hangs may hold that up for as long as it likes.
    """

    def __init__(
        self,
        render: Render,
        *,
        start: float = 0.0,
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
        self._room = SmoothedCounter()
        self._room.follow(0.0, time.perf_counter())
        self._closing = Event()
        self._device: Device = NullDevice()
        self._absent = True
        """Whether there is no device, and one is looked for."""
        self._handing: Queue[Device | None] = Queue()
        """To the thread that opens and closes: a device to close, or None to open one."""
        self._found: SimpleQueue[Device | SpeakerError] = SimpleQueue()
        self._looking = False
        self._look_at = 0.0
        """When a device is looked for next, by the machine's clock."""
        self._rise_at: float | None = None
        self._ask_at = 0.0
        self._seen, self._seen_at, self._ran, self._slept = 0.0, 0.0, time.perf_counter(), machine_seconds()
        Thread(target=self._hand, name="sound device", daemon=True).start()
        self._launch(int(start * RATE))
        self._thread = Thread(target=self._write, name="speaker", daemon=True)
        self._thread.start()

    # -- what others may ask ------------------------------------------------------------------------------------

    def read(self) -> ClockSample:
        """The moment being heard now, and the room's time."""
        counter, ring, latency = self._playing
        now = time.perf_counter()
        heard = max(0, int((counter.seconds(now) - latency) * RATE))
        return ClockSample(ring.night(heard) / RATE, self._room.seconds(now))

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
        start = max(0, int(t * RATE))
        self._orders.put(lambda: self._turn(start, self._ring.moving, seconds))

    def refresh(self, seconds: float = SEEK) -> None:
        """Cross over to what the score says now, without leaving the moment."""
        self._orders.put(lambda: self._turn(None, True, seconds) if self._ring.moving else None)

    def volume(self, level: float, seconds: float = VOLUME) -> None:
        """Glide to a level."""

        def order() -> None:
            self._level, self._rise_at = level, None
            self._ring.volume(self._here(), level, seconds)

        self._orders.put(order)

    def lost(self) -> None:
        """Rest at once and open whatever device there is, silent until the person goes on."""

        def order() -> None:
            self._waiting = False
            self._leave_device(moving=False)

        self._orders.put(order)

    def gone(self) -> None:
        """Go on in silence until there is a device again."""
        self._orders.put(lambda: self._without(_GONE))

    def close(self) -> None:
        """End the thread, release the device; one that hangs is left to the end of the process."""
        self._closing.set()
        self._thread.join(timeout=5.0)

    # -- the writer thread --------------------------------------------------------------------------------------

    def _hand(self) -> None:
        """Close and open devices, in the thread that does nothing else."""
        while not self._closing.is_set():
            device = self._handing.get()
            try:
                if device is not None:
                    device.close()
                elif not self._closing.is_set():
                    self._found.put(self._open())
            except SpeakerError as error:
                self._found.put(error)
            except Exception as error:
                _log.exception("a sound device could not be opened or closed")
                self._found.put(SpeakerError(f"no sound device could be opened: {type(error).__name__}"))

    def _launch(self, start: int) -> None:
        """The first device, or none yet."""
        self._handing.put(None)
        self._looking = True
        try:
            found = self._found.get(timeout=_OPENING)
        except Empty:
            found = SpeakerError("the sound device does not open")
        else:
            self._looking = False
        if isinstance(found, SpeakerError):
            self._complain(f"{found.what}. The night is silent.")
        else:
            self._device, self._absent = found, False
        self._look_at = time.perf_counter() + LOOK
        self._start(start)

    def _complain(self, problem: str) -> None:
        if self.problem != problem:
            self.problem = problem
            _log.warning("%s", problem)

    def _start(self, start: int, *, rising: bool = False) -> None:
        self._counter = SmoothedCounter()
        ring = Ring(self._device.memory, self._render, start, self._level)
        if rising:
            ring.rise(0, self._level, RETURN)
        self._ring = ring
        # One assignment, so that the window's thread never reads half of an old device and half of a new one.
        self._playing = self._counter, self._ring, self._device.latency + self._delay
        self._begun = time.perf_counter()
        self._seen, self._rise_at = 0.0, None
        self._device.start()

    def _here(self) -> int:
        return int(self._counter.seconds(time.perf_counter()) * RATE)

    def _here_night(self) -> int:
        return self._ring.goal(self._here())

    def _turn(self, sample: int | None, moving: bool, seconds: float) -> None:
        self._ring.turn(self._here, sample, moving=moving, seconds=seconds)

    def _without(self, why: str) -> None:
        """Go on without a device: in silence, by the machine's clock."""
        if not self._absent:
            self._complain(why)
            self._leave_device(moving=self._ring.moving)

    def _leave_device(self, *, moving: bool) -> None:
        """Let the device go, and look for one at once."""
        left = None if self._absent else self._device
        self._change(NullDevice(), moving=moving)
        self._absent, self._look_at = True, 0.0
        if left is not None:
            self._handing.put(left)

    def _change(self, device: Device, *, moving: bool, rising: bool = False) -> None:
        """Play on another device, from the moment that was heard last; `rising`: what moves comes in slowly."""
        here = self._counter.seconds(time.perf_counter()) - self._playing[2]
        start = self._ring.goal(max(0, int(here * RATE)))
        self._device = device
        self._start(start, rising=rising and moving)
        if moving:
            self._turn(start, True, RESUME)

    def _look(self, machine: float) -> None:
        """Where there is no device, look for one; where one was found, play on it."""
        while not self._found.empty():
            found = self._found.get()
            self._looking = False
            self._look_at = machine + LOOK
            if isinstance(found, SpeakerError):
                self._complain(f"{found.what}. The night is silent.")
            else:
                if self.problem is not None:
                    _log.warning("there is sound again")
                self.problem = None
                self._change(found, moving=self._ring.moving, rising=True)
                self._absent = False
        if self._absent and not self._looking and machine >= self._look_at:
            self._looking = True
            self._handing.put(None)

    def _write(self) -> None:
        while not self._closing.is_set():
            try:
                self._orders.get(timeout=_OFTEN if self._ring.moving else _RARELY)()
            except Empty:
                pass
            except Exception:
                _log.exception("the speaker could not do as told")
            try:
                self._keep_up()
            except Exception:
                _log.exception("a stretch of sound was lost")
                self._ring.written = self._ring.written + RATE // 10
        self._close_device()

    def _close_device(self) -> None:
        """In a thread of its own, not waited for where the server hangs."""
        self._handing.put(None)
        closing = Thread(target=self._device.close, name="closing", daemon=True)
        closing.start()
        closing.join(timeout=_CLOSING)

    def _woken(self, counted: float, machine: float) -> bool:
        """Whether the process was stopped or the machine slept since the last look, and the device took nothing."""
        now = machine_seconds()
        away = max(machine - self._ran, now - self._slept)
        self._ran, self._slept = machine, now
        if away < _SLEPT or counted - self._seen > 0.5 * away:
            return False
        self._seen_at = machine
        return True

    def _stands(self, counted: float, machine: float) -> bool:
        """Whether the device takes nothing any more, or took nothing for a while and goes on now."""
        began = self._seen < _STALLED
        stepped_back = not began and counted < self._seen - _STEP_BACK
        if counted > self._seen:
            self._seen, self._seen_at = counted, machine
        if stepped_back:
            return True
        if getattr(self._device, "standing", 0.0) > _STANDS and machine > self._ask_at:
            self._ask_at = machine + _ASK_EVERY
            Thread(target=self._ask_server, args=(self._device,), name="sound server", daemon=True).start()
        patience = _STALLED if began else _STANDS
        return machine - max(self._seen_at, self._begun) > patience

    def _ask_server(self, device: Device) -> None:
        """Whether the device stands because its server does."""
        if server_state() in ("hangs", "refuses"):
            self._orders.put(lambda: self._without(_STUCK) if self._device is device else None)

    def _come_in_softly(self, machine: float) -> None:
        """After a sleep: what was under way is taken down at once, and comes in again slowly."""
        if self._rise_at is not None and machine >= self._rise_at:
            self._rise_at = None
            self._ring.rise(self._here(), self._level, RETURN)

    def _keep_up(self) -> None:
        machine = time.perf_counter()
        self._look(machine)
        counted = self._device.taken()
        woken = self._woken(counted, machine)
        if self._stands(counted, machine):
            self._without(_STUCK)
            return
        self._counter.follow(counted, machine)
        here = self._here()
        self._ring.tidy(here)
        if woken:
            self._ring.volume(here, 0.0, _DIP)
            self._rise_at = machine + 2.0 * _DIP + LEAD / RATE
        self._come_in_softly(machine)
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
