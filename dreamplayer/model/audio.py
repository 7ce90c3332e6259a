"""Sound as data: samples, speech with its word times, and the stretch of time a sound is asked for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
"""Samples per second of everything that is mixed."""

Samples = NDArray[np.float32]
"""Stereo, shape (n, 2), -1..1 full scale; mono speech is (n,)."""


@dataclass(frozen=True, slots=True)
class WordTime:
    """When one word of a clip is heard, in seconds from the start of the clip."""

    start: float
    end: float


@dataclass(frozen=True, eq=False)
class Speech:
    """One sentence as a voice says it."""

    samples: NDArray[np.float32]
    """Mono, shape (n,), at `rate`, peaks within -1..1."""
    words: tuple[WordTime, ...]
    """One per word of the sentence, rising, inside the clip."""
    rate: int = RATE
    estimated: bool = False
    """True where the word times are a guess from text and pauses, not the engine's own."""

    @property
    def duration(self) -> float:
        """Seconds from the first sample to one past the last."""
        return len(self.samples) / self.rate


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence as told: what the timeline needs of a Speech. Its samples lie in the clip cache."""

    sentence: int
    """Index of the sentence in the dream."""
    clip: str
    """Content address of the clip: text, voice, version and pace."""
    duration: float
    """Seconds of the clip."""
    words: tuple[WordTime, ...]
    """One per word of the sentence, in seconds from the start of the clip."""
    estimated: bool = False
    spoken: tuple[str, ...] = ()
    """How each word is said ("seven" for 7); empty where that is not known."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Silence put in where the voice is late: the next passage waits that much longer."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Harmony:
    """What is in tune right now: every pitched sound takes its notes from here."""

    root: float = 65.41
    """Hz, 55..110."""
    steps: tuple[int, ...] = (0, 2, 4, 7, 9)
    """Semitones above the root that may sound, within an octave: pentatonic or lydian sets."""
    warmth: float = 0.5
    """0 bare and cool .. 1 full and warm: how many partials, how much low end."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The piece of a sound that is asked for. Any cut of it must sound the same."""

    first: int
    """Sample index since the sound entered (may be negative for a tail's past: render silence)."""
    last: int
    """One past the last sample."""
    seed: int
    harmony: Harmony = Harmony()
    strength: float = 1.0
    """0..1: how near and full it is. Loudness follows, timbre darkens as it falls."""
    length: int | None = None
    """Samples from entry to the end of its cue for a bed; None when it does not matter."""
    calm: float = 0.0
    """0 as early in the story .. 1 as deep in the night: events rarer, tones darker."""

    @property
    def count(self) -> int:
        """How many samples are asked for."""
        return self.last - self.first
