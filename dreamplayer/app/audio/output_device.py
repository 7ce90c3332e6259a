"""Where samples go: a loop of memory that something plays, and a count of what it has taken."""

from __future__ import annotations

import contextlib
import os
import time
import wave
from pathlib import Path
from typing import Protocol

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer import paths
from dreamplayer.app.audio.output_port import current
from dreamplayer.app.audio.ring_buffer import SIZE
from dreamplayer.errors import SpeakerError
from dreamplayer.model.audio import RATE

BUFFER = 2048
HELD = 300
"""Milliseconds of sound that PulseAudio or PipeWire holds: what a busy machine may be late by unheard."""


class Device(Protocol):
    """Plays `memory` round and round from the moment it is started."""

    memory: NDArray[np.int16]
    latency: float
    """Seconds from being taken to being heard, as far as it is known."""

    def start(self) -> None:
        """Begin at memory[0]."""
        ...

    def taken(self) -> float:
        """Seconds of samples taken so far; may be coarse, `Pulse` smooths it."""
        ...

    def close(self) -> None:
        """Let the device go. Safe to call twice."""
        ...


class NullDevice:
    """No sound device: time passes, nothing is heard."""

    latency = 0.0

    def __init__(self) -> None:
        self.memory = np.zeros((SIZE, 2), np.int16)
        self._start = 0.0

    def start(self) -> None:
        """Time begins."""
        self._start = time.perf_counter()

    def taken(self) -> float:
        """Real seconds since the start."""
        return time.perf_counter() - self._start

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

    SDL's mixer loops it without calling Python, so no busy thread can starve it.
    """

    def __init__(self) -> None:
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
        outlet = current()
        if outlet is not None and outlet.description:
            try:
                pygame.mixer.init(RATE, -16, 2, BUFFER, devicename=outlet.description, allowedchanges=0)
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

    def taken(self) -> float:
        """What the device's callback has counted; 1 ms steps, wobbles by some ms, may step back when it stalls."""
        return float(max(0, pygame.mixer.music.get_pos())) / 1000.0

    def close(self) -> None:
        """Stop and release; the memory must not be written afterwards."""
        with contextlib.suppress(pygame.error):
            pygame.mixer.quit()
