"""Processing of a line of narration: equalized, compressed, levelled, eased in, and placed in the room of its scene."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import swell
from dreamplayer.kit.fft_length import next_fast_len
from dreamplayer.kit.filters import resample
from dreamplayer.kit.loudness import k_power, loudness_of
from dreamplayer.model.audio import RATE, Samples, Speech
from dreamplayer.sound.line_entry import after_pauses, entry_gain
from dreamplayer.sound.room import in_room_steps

LEVEL = -20.95
"""Loudness in LUFS of a line of softness 0, before the levels of the night."""
HEAVY = 8.0
"""Largest cut of a voice's lowest octave in dB."""
SOFTEST = 2.6
"""dB by which the softest line lies under `LEVEL`."""


class ClipSource(Protocol):
    """Source of the spoken clips."""

    def speech(self, clip: str) -> Speech:
        """The clip of an address.

        Args:
            clip: content address, as in `Line.clip`.
        """
        ...


def _tone(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Equalizer: high-pass at 75 Hz, +2 dB of warmth about 190 Hz, falling from 3 kHz on, little beyond 6 kHz.

    A voice whose lowest octave is louder than its middle one gets that cut: it would boom in a quiet room.
    """
    size = next_fast_len(len(x) + RATE // 10)
    f = np.maximum(np.fft.rfftfreq(size, 1 / RATE), 1e-3)
    spectrum = np.fft.rfft(x, size)
    power = np.square(np.abs(spectrum))
    low, middle = (float(power[(f >= at / 2**0.5) & (f < at * 2**0.5)].sum()) for at in (125.0, 500.0))
    heavy = min(HEAVY, max(0.0, 10.0 * float(np.log10(max(low, 1e-12) / max(middle, 1e-12)))))
    gain = 1 / np.sqrt((1 + (75.0 / f) ** 4) * (1 + (f / 5200.0) ** 8))
    gain *= 10 ** (2.0 * np.exp(-0.5 * (np.log2(f / 190.0) / 0.7) ** 2) / 20)
    gain *= 10 ** (-5.0 / 20 / (1 + (3400.0 / f) ** 4))
    if heavy > 0.0:
        gain *= 10 ** (-heavy / 20 / (1 + (f / 230.0) ** 4))
    return np.fft.irfft(spectrum * gain, size)[: len(x)].astype(np.float32)


def _even(x: NDArray[np.float32], ratio: float = 0.5) -> NDArray[np.float32]:
    """Compressor: `ratio` of the dB above the clip's usual level are taken back, smoothed over 40 ms."""
    size = next_fast_len(len(x) + RATE // 5)
    f = np.fft.rfftfreq(size, 1 / RATE)
    calm = np.exp(-0.5 * (f / 5.5) ** 2)
    power = np.maximum(np.fft.irfft(np.fft.rfft(np.square(x), size) * calm, size)[: len(x)], 1e-12)
    usual = max(float(np.mean(power[power > power.mean() * 0.1])), 1e-9)
    gain = np.minimum(1.0, (power / usual) ** (-ratio / 2))
    return (x * gain).astype(np.float32)


def spoken_steps(speech: Speech, size: float, rest: float = 0.0) -> Iterator[Samples | None]:
    """`spoken` in short steps.

    Args:
        speech: the clip as the voice spoke it.
        size: size of the room, 0..1 (see `room.size_of`).
        rest: seconds since the previous line: after a long rest it enters more softly.

    Yields:
        None after each step, at last the samples, (n + tail, 2) float32.
    """
    x = resample(np.nan_to_num(speech.samples.astype(np.float32)), speech.rate)
    if not len(x) or float(np.abs(x).max()) < 1e-4:
        yield np.zeros((len(x), 2), np.float32)
        return
    yield None
    x = _tone(x)
    yield None
    x = _even(x)
    yield None
    step = RATE // 100
    whole = k_power(x)
    power = np.concatenate((whole, np.zeros(-len(x) % step))).reshape(-1, step).mean(axis=1)
    yield None
    gain = after_pauses(power)
    gain *= 10 ** ((LEVEL - loudness_of(power * gain**2, 100)) / 20)
    gain *= entry_gain(power * gain**2, LEVEL, rest)
    t = np.arange(len(x)) / RATE
    gain = np.interp(t, np.arange(len(gain)) / 100.0, gain)
    n, m = round(0.08 * RATE), round(0.04 * RATE)
    gain[:n] *= swell(t[:n] / 0.08)
    gain[-m:] *= swell((t[-1] - t[-m:]) / 0.04)
    yield None
    yield from in_room_steps((x * gain).astype(np.float32), size)


def spoken(speech: Speech, size: float, rest: float = 0.0) -> Samples:
    """A clip processed for the mix at `LEVEL`; its first sample is that of the clip.

    Args:
        speech: the clip as the voice spoke it.
        size: size of the room, 0 a cupboard .. 1 a cathedral (see `room.size_of`).
        rest: seconds since the previous line: after a long rest it enters more softly.

    Returns:
        (n + tail, 2) float32 at 48 kHz; silence for a silent clip.
    """
    *_, made = spoken_steps(speech, size, rest)
    assert made is not None
    return made
