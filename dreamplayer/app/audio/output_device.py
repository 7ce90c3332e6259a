"""Where samples go: a loop of memory that something plays, and a count of what it has taken."""

from __future__ import annotations

import contextlib
import os
import time
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer import paths
from dreamplayer.app.audio.output_port import AudioSink, current, server_state, unplugged
from dreamplayer.app.audio.ring_buffer import SIZE
from dreamplayer.app.player.playback_clock import STOPPED
from dreamplayer.errors import SpeakerError
from dreamplayer.model.audio import RATE

BUFFER = 2048
HELD = 300
"""Milliseconds of sound that PulseAudio or PipeWire holds: what a busy machine may be late by unheard."""
_GLANCE = 0.3
"""Seconds in which a device that plays asks for samples."""
_NO_LOUDSPEAKER = 15.0
"""Seconds after headphones were found to be out in which no other device is opened: the night is brought to rest."""


class Device(Protocol):
    """Plays `memory` round and round from the moment it is started."""

    memory: NDArray[np.int16]
    latency: float
    """Seconds from being taken to being heard, as far as it is known."""

    def start(self) -> None:
        """Begin at memory[0]."""
        ...

    def taken(self) -> float:
        """Seconds of samples taken so far; may be coarse, `SmoothedCounter` smooths it. Steps back where it stalled."""
        ...

    def close(self) -> None:
        """Let the device go. Safe to call twice."""
        ...


class NullDevice:
    """No sound device: time passes, nothing is heard. It does not pass while the process is stopped."""

    latency = 0.0

    def __init__(self) -> None:
        self.memory = np.zeros((SIZE, 2), np.int16)
        self._passed, self._asked = 0.0, 0.0

    def start(self) -> None:
        """Time begins."""
        self._asked = time.perf_counter()

    def taken(self) -> float:
        """Real seconds since the start, without those in which nobody asked for longer than STOPPED."""
        now = time.perf_counter()
        since, self._asked = now - self._asked, now
        self._passed += since if since < STOPPED else 0.0
        return self._passed

    def close(self) -> None:
        """Nothing is held."""


class FileDevice:
    """A loudspeaker made of paper: what would have been heard is written to a WAV file as time is pushed on."""

    latency = 0.0

    def __init__(self, path: Path) -> None:
        self.memory = np.zeros((SIZE, 2), np.int16)
        self._count = 0
        self._file = wave.open(str(path), "wb")  # noqa: SIM115 - closed by close()
        self._file.setparams((2, 2, RATE, 0, "NONE", ""))

    def start(self) -> None:
        """Nothing runs by itself."""

    def push(self, samples: int) -> None:
        """Let the device take so many samples."""
        where = (self._count + np.arange(samples)) % SIZE
        self._file.writeframes(self.memory[where].tobytes())
        self._count += samples

    def taken(self) -> float:
        """Seconds pushed."""
        return self._count / RATE

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class MixerDevice:
    """The machine's loudspeaker: one looping Sound whose own memory is rewritten, a silent track as the clock.

    SDL's mixer loops it without calling Python, so no busy thread can starve it. The silent track's position is
    extrapolated by pygame from the last time the device asked for samples, and grows even where it stands. A sound that
    ends would tell, but its end takes the GIL in the device's thread and may deadlock.
    """

    def __init__(self, outlet: AudioSink | None = None) -> None:
        self._outlet = outlet
        self._asked = self._called_at = time.perf_counter()
        self._start = 0
        try:
            # Read by the server's client library when a stream is opened; SDL alone asks for some 60.
            os.environ["PULSE_LATENCY_MSEC"] = str(HELD)
            self._open()
            self.latency = 1.5 * BUFFER / RATE
            if pygame.mixer.get_driver() == "pulseaudio":
                self.latency = HELD / 1000.0 - 2.0 * BUFFER / RATE
            self._sound = pygame.mixer.Sound(buffer=bytes(SIZE * 4))
            self.memory = pygame.sndarray.samples(self._sound)
            self._check()
            # A file, for SDL reads it without Python; a shipped one, so that nothing is written or left behind.
            pygame.mixer.music.load(str(paths.assets() / "silence.wav"))
        except (pygame.error, OSError) as error:
            self.close()
            raise SpeakerError(f"no sound device could be opened: {error}") from error

    def _open(self) -> None:
        """By name where it is known: such a stream ends with its sink instead of moving to the loudspeakers."""
        if self._outlet is not None and self._outlet.description:
            try:
                pygame.mixer.init(RATE, -16, 2, BUFFER, devicename=self._outlet.description, allowedchanges=0)
            except pygame.error:
                pygame.mixer.quit()
            else:
                return
        pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)

    def _check(self) -> None:
        """The view must be the memory that is played, else nothing written would be heard."""
        if pygame.mixer.get_init() != (RATE, -16, 2) or self.memory.shape != (SIZE, 2):
            raise SpeakerError("the sound device wants another format")
        self.memory[SIZE // 2] = 12345
        heard = self._sound.get_raw()[SIZE // 2 * 4 :][:2]
        self.memory[SIZE // 2] = 0
        if heard != (12345).to_bytes(2, "little", signed=True):
            raise SpeakerError("this pygame does not share a sound's memory", todo="Install pygame-ce 2.5.7 or newer.")

    def start(self) -> None:
        """Begin the loop and its clock, within one buffer of each other."""
        pygame.mixer.Channel(0).play(self._sound, loops=-1)
        pygame.mixer.music.play(loops=-1)
        self._asked = self._called_at = time.perf_counter()

    def taken(self) -> float:
        """What the device's callback has counted; 1 ms steps, wobbles by some ms, may step back when it stalls."""
        if time.perf_counter() - self._asked > STOPPED:
            # The process may have been stopped: what is extrapolated from before says nothing of now.
            give_up = time.perf_counter() + _GLANCE
            while not self._called() and time.perf_counter() < give_up:
                time.sleep(0.005)
        self._called()
        self._asked = time.perf_counter()
        return float(max(0, pygame.mixer.music.get_pos())) / 1000.0

    @property
    def standing(self) -> float:
        """Seconds since the device was last seen to ask for samples; on a quiet machine it may be missed for some."""
        return time.perf_counter() - self._called_at

    def _called(self) -> bool:
        """Whether the device has asked for samples since the last look: then the extrapolation begins elsewhere."""
        start = pygame.mixer.music.get_pos() - pygame.time.get_ticks()
        if abs(start - self._start) <= 1:
            return False
        self._start, self._called_at = start, time.perf_counter()
        return True

    def close(self) -> None:
        """Stop and release; the memory must not be written afterwards."""
        with contextlib.suppress(pygame.error):
            pygame.mixer.quit()


class MixerOpener:
    """Opens the machine's loudspeaker, again and again: the same kind of device as the first time, or none.

    Called by one thread at a time. SpeakerError where there is none at present.
    """

    def __init__(self) -> None:
        self._outlet: AudioSink | None = None
        self._driver: str | None = None
        self._tried = False
        self._out_since: float | None = None

    def __call__(self) -> MixerDevice:
        """Open it."""
        state = server_state()
        if state == "hangs":
            # To connect to it would block until it goes on.
            raise SpeakerError("the sound server does not answer")
        if self._tried and self._driver is None and state == "refuses":
            raise SpeakerError("there is no sound server")
        self._tried = True
        outlet = current() if state == "answers" else None
        if outlet is not None:
            self._keep_off_loudspeakers(outlet)
        with self._same_driver():
            device = MixerDevice(outlet)
        self._outlet, self._driver = outlet or self._outlet, pygame.mixer.get_driver()
        return device

    def _keep_off_loudspeakers(self, outlet: AudioSink) -> None:
        """Where headphones were worn and are out, the night is about to be brought to rest by the watch of the plug."""
        if not unplugged(self._outlet, outlet):
            self._out_since = None
            return
        now = time.monotonic()
        self._out_since = now if self._out_since is None else self._out_since
        if now - self._out_since < _NO_LOUDSPEAKER:
            raise SpeakerError("the headphones are out")

    @contextlib.contextmanager
    def _same_driver(self) -> Iterator[None]:
        """Else SDL would take the bare device while its server is away, and keep it from the server."""
        before = os.environ.get("SDL_AUDIODRIVER")
        if self._driver is not None:
            os.environ["SDL_AUDIODRIVER"] = self._driver
        try:
            yield
        finally:
            if before is not None:
                os.environ["SDL_AUDIODRIVER"] = before
            else:
                os.environ.pop("SDL_AUDIODRIVER", None)
