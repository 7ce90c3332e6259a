"""Sound as data: samples, speech with its word times, the harmony in force, and a block of a sound to be rendered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
"""Sample rate of everything that is mixed, in Hz."""

Samples = NDArray[np.float32]
"""float32 samples at full scale -1..1: stereo has the shape (n, 2), mono speech (n,)."""


@dataclass(frozen=True, slots=True)
class WordTime:
    """When one word of a clip is heard, in seconds from the start of the clip."""

    start: float
    end: float
    """At or after `start`; at the latest the start of the next word."""


@dataclass(frozen=True, eq=False)
class Speech:
    """One sentence as a voice says it."""

    samples: NDArray[np.float32]
    """Mono, shape (n,), at `rate`, peaks within -1..1."""
    words: tuple[WordTime, ...]
    """One per word of the sentence, rising, inside the clip."""
    rate: int = RATE
    estimated: bool = False
    """True where the word times are estimated from text and pauses (forced alignment), not reported by the engine."""

    @property
    def duration(self) -> float:
        """Seconds from the first sample to one past the last."""
        return len(self.samples) / self.rate


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """One sentence as spoken: what the timeline needs of a `Speech`, whose samples lie in the clip cache."""

    sentence: int
    """Index of the sentence in the dream."""
    clip: str
    """Content address of the clip: text, voice, version and pace."""
    duration: float
    """Length of the clip in seconds."""
    words: tuple[WordTime, ...]
    """One per word of the sentence, in seconds from the start of the clip."""
    estimated: bool = False
    """True where the word times are an estimate (see `Speech.estimated`)."""
    spoken: tuple[str, ...] = ()
    """How each word is said ("seven" for 7); empty where that is not known."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A pause inserted because the voice is late: the next passage starts that much later."""

    seconds: float
    """Length of the pause, 0 or more."""


@dataclass(frozen=True, slots=True)
class Harmony:
    """The key and scale in force: every pitched sound takes its notes from here."""

    root: float = 65.41
    """Fundamental frequency of the tonic, 55..110 Hz."""
    steps: tuple[int, ...] = (0, 2, 4, 7, 9)
    """Semitones above the root that may sound, within an octave: pentatonic or lydian sets."""
    warmth: float = 0.5
    """0..1, the timbre: small values sound bare and cool (few partials), large ones full and warm (more low end)."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of samples requested of a sound: however a sound is cut into blocks, it must sound the same."""

    first: int
    """First sample index, counted from where the sound enters. Negative before it: render silence there."""
    last: int
    """One past the last sample index."""
    seed: int
    """Seed of the sound's random choices: the same seed gives the same samples."""
    harmony: Harmony = Harmony()
    """Key and scale of pitched sounds."""
    strength: float = 1.0
    """0..1: small values sound far, quiet and dark, 1 near and full."""
    length: int | None = None
    """For a bed, the samples from its entry to the end of its cue; None where that does not matter."""
    calm: float = 0.0
    """0 early in the story .. 1 deep in the night: the larger, the rarer its events and the darker its tones."""

    @property
    def count(self) -> int:
        """Number of samples in the block."""
        return self.last - self.first
