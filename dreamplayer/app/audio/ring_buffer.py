"""The ring buffer a speaker plays from: ten seconds of memory, written ahead of the playhead and rewritten in place.

Nothing here keeps time or owns a device: `here` (samples the device has taken) is given to every call, so that
ramps can be tested to the sample.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.app.audio.time_map import TimeMap, TimeSegment, segment_at, with_segment
from dreamplayer.model.audio import RATE, Samples

SIZE = 10 * RATE
AHEAD = 5 * RATE
BLOCK = 4096
LEAD = RATE // 8
"""Samples between the playhead and the first one that may still be rewritten: three device buffers."""
BEHIND = RATE
"""Samples kept behind the playhead, which runs on by the clock: a device held up so long still finds what is next."""

Render = Callable[[int, int], Samples]


@dataclass(frozen=True, slots=True)
class Glide:
    """Volume on its way: `start` before `first`, `end` after `first + length`, a raised cosine between."""

    first: int
    length: int
    start: float
    end: float

    def gain(self, samples: NDArray[np.int64]) -> NDArray[np.float32]:
        """Factor for each device sample."""
        u = np.clip((samples - self.first) / max(1, self.length), 0.0, 1.0)
        return (self.start + (self.end - self.start) * (0.5 - 0.5 * np.cos(np.pi * u))).astype(np.float32)


RISE_DECIBELS = 22.0
"""How far below its level a rise begins: the world at -30 LUFS then lies under what a bedroom's own noise covers."""
RISE_ATTACK = RATE // 2
"""Samples in which a rise comes out of silence, by a raised cosine."""


@dataclass(frozen=True, slots=True)
class Rise:
    """Volume on its way up from silence to `end`: from `RISE_DECIBELS` below by as many decibels each second.

    A raised cosine would do most of it within a second, which wakes a sleeper.
    """

    first: int
    length: int
    end: float

    def gain(self, at: NDArray[np.int64]) -> NDArray[np.float32]:
        """Factor for each device sample."""
        since = at - self.first
        u = np.clip(since / max(1, self.length), 0.0, 1.0)
        attack = 0.5 - 0.5 * np.cos(np.pi * np.clip(since / RISE_ATTACK, 0.0, 1.0))
        return (self.end * attack * 10.0 ** (-RISE_DECIBELS / 20.0 * (1.0 - u))).astype(np.float32)


class Ring:
    """Samples around the playhead: as rendered, and as the device hears them."""

    def __init__(self, memory: NDArray[np.int16], render: Render, start: int = 0, volume: float = 1.0) -> None:
        self.memory = memory
        self.render = render
        self.raw = np.zeros((SIZE, 2), np.float32)
        self.written = 0
        self._cleared = 0
        self.time_map: TimeMap = (TimeSegment(0, start, moving=False),)
        self.glide: Glide | Rise = Glide(0, 0, volume, volume)

    def night(self, here: int) -> int:
        """Sample of the night at the playhead."""
        return segment_at(self.time_map, here).night(here)

    def goal(self, here: int) -> int:
        """Sample of the night at the playhead, or where it is about to be."""
        segment = self.time_map[-1]
        return segment.night_sample if segment.first > here else segment.night(here)

    @property
    def moving(self) -> bool:
        """Whether the night runs (or is about to)."""
        return self.time_map[-1].moving

    def fill(self, last: int, limit: int | None = None) -> bool:
        """Write one block on towards device sample `last`, nothing beyond night sample `limit`; False if done."""
        n = min(BLOCK, last - self.written)
        if n <= 0:
            return False
        segment = self.time_map[-1]
        if segment.moving and limit is not None:
            n = min(n, limit - segment.night(self.written))
            if n <= 0:
                return False
        self._put(self.written, self._played(segment, self.written, n))
        self.written += n
        return True

    def tidy(self, here: int) -> None:
        """Silence what has been heard, so that a starved writer leaves silence and not ten seconds ago."""
        if self.written < here:
            self.written = here + LEAD
        first = max(self.written, self._cleared)
        last = here - BEHIND + SIZE
        if last > first:
            where = np.arange(first, min(last, first + SIZE)) % SIZE
            self.memory[where] = 0
            self._cleared = last

    def turn(self, here: Callable[[], int], sample: int | None, *, moving: bool, seconds: float) -> None:
        """Go over to another moment (None: this one) or to rest, by crossfade, just past the playhead.

        The sound before runs out while the new one comes in; what was written ahead is rewritten. `here` is
        asked again once the new sound is rendered: rendering takes time, and the playhead does not wait.
        """
        n = int(seconds * RATE)
        if moving and sample is not None:
            new = self.render(sample, sample + n)
            first = here() + LEAD
            segment = TimeSegment(first, sample)
        else:
            # Never before a turn that is still to come: the playhead's clock may step back by a hair.
            first = max(here() + (RATE if moving else LEAD), self.time_map[-1].first)
            segment = TimeSegment(first, self.night(first) if sample is None else sample, moving)
            new = self._played(segment, first, n)
        while self.written < first + n:
            self._put(self.written, self._played(self.time_map[-1], self.written, BLOCK))
            self.written += BLOCK
        old = self.raw[(first + np.arange(n)) % SIZE]
        u = (0.5 - 0.5 * np.cos(np.pi * (np.arange(n) + 0.5) / max(1, n))).astype(np.float32)[:, None]
        self.time_map = with_segment(self.time_map, segment, first - LEAD)
        self._put(first, old * (1.0 - u) + new * u)
        self.written = first + n

    def volume(self, here: int, level: float, seconds: float) -> None:
        """Let the volume glide to a level: what is written ahead is rewritten with it."""
        first = here + LEAD
        now = float(self.glide.gain(np.array([first]))[0])
        self._regain(first, Glide(first, int(seconds * RATE), now, level))

    def rise(self, here: int, level: float, seconds: float) -> None:
        """Let the volume rise from silence to a level, as slowly as sound may set in while one sleeps."""
        first = here + LEAD
        self._regain(first, Rise(first, int(seconds * RATE), level))

    def _regain(self, first: int, glide: Glide | Rise) -> None:
        self.glide = glide
        if self.written > first:
            span = (first + np.arange(self.written - first)) % SIZE
            self._put(first, self.raw[span])

    def _played(self, segment: TimeSegment, first: int, n: int) -> Samples:
        if not segment.moving:
            return np.zeros((n, 2), np.float32)
        sample = segment.night(first)
        return self.render(sample, sample + n)

    def _put(self, first: int, samples: Samples) -> None:
        index = first + np.arange(len(samples), dtype=np.int64)
        where = index % SIZE
        self.raw[where] = samples
        heard = samples * self.glide.gain(index)[:, None]
        self.memory[where] = np.rint(np.clip(heard, -1.0, 1.0) * 32767.0).astype(np.int16)
