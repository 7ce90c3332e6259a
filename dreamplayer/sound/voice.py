"""A line of narration as the night hears it: warm, even, at its loudness, eased in, in the room of its scene."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import ease, swell
from dreamplayer.kit.filters import resample
from dreamplayer.kit.lengths import fast
from dreamplayer.kit.loudness import k_power, loudness, lufs
from dreamplayer.model.audio import RATE, Samples, Speech
from dreamplayer.sound.room import in_room

LEVEL = -21.86
"""LUFS of a line at full softness 0, before the night's drift."""
ENTRIES = ((7.0, 1.5), (7.5, 2.0), (8.0, 2.6), (8.5, 3.4), (9.0, 4.4), (9.5, 5.5), (9.5, 7.0))
"""dB under its loudness at which a line begins, and seconds in which it grows to it: the first soft enough is taken."""
SOFT = 3.8
"""LU a second the short-term loudness may rise by where a line begins."""
UNDER = -35.0
"""LUFS of the world beside a line at `LEVEL` where it is quietest: there an entry is felt most."""
PAUSE = 12
"""Hundredths of a second of quiet within a line that count as a pause."""
AGAIN = 7.3
"""dB by which the voice begins again after a long pause within a line, to be back in .6 s."""


class Clips(Protocol):
    """Where the spoken lines lie."""

    def speech(self, clip: str) -> Speech:
        """The clip under its content address."""
        ...


def _tone(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rumble and edge taken away, warmth laid under: +2 dB about 190 Hz, falling from 3 kHz on, little beyond 7."""
    size = fast(len(x) + RATE // 10)
    f = np.maximum(np.fft.rfftfreq(size, 1 / RATE), 1e-3)
    gain = 1 / np.sqrt((1 + (75.0 / f) ** 4) * (1 + (f / 6500.0) ** 6))
    gain *= 10 ** (2.0 * np.exp(-0.5 * (np.log2(f / 190.0) / 0.7) ** 2) / 20)
    gain *= 10 ** (-5.0 / 20 / (1 + (3400.0 / f) ** 4))
    return np.fft.irfft(np.fft.rfft(x, size) * gain, size)[: len(x)].astype(np.float32)


def _even(x: NDArray[np.float32], ratio: float = 0.5) -> NDArray[np.float32]:
    """Loud syllables nearer to soft ones: half the dB above the clip's own level are taken back, over 40 ms."""
    size = fast(len(x) + RATE // 5)
    f = np.fft.rfftfreq(size, 1 / RATE)
    calm = np.exp(-0.5 * (f / 5.5) ** 2)
    power = np.maximum(np.fft.irfft(np.fft.rfft(np.square(x), size) * calm, size)[: len(x)], 1e-12)
    usual = max(float(np.mean(power[power > power.mean() * 0.1])), 1e-9)
    gain = np.minimum(1.0, (power / usual) ** (-ratio / 2))
    return (x * gain).astype(np.float32)


def _again(x: NDArray[np.float32]) -> NDArray[np.float32]:
    """What comes after a pause within the line, eased in as the line itself is: a comma must not end in a knock."""
    step = RATE // 100
    power = np.square(x[: len(x) // step * step]).reshape(-1, step).mean(axis=1)
    silent = power < 0.01 * float(power.max(initial=1e-12))
    gain = np.ones(len(power) + 1)
    pause = 0
    for i, quiet in enumerate(silent):
        if quiet:
            pause += 1
            continue
        if pause >= PAUSE and i > PAUSE:
            deep = AGAIN * min(1.0, pause / 40.0)
            after = np.arange(min(60, len(gain) - i)) / 60.0
            gain[i : i + 60] = np.minimum(gain[i : i + 60], 10 ** (-deep * (1.0 - ease(after)) / 20))
        pause = 0
    at = np.arange(len(gain)) * step
    return np.asarray(x * np.interp(np.arange(len(x)), at, gain), dtype=np.float32)


def spoken(speech: Speech, size: float, rest: float = 0.0) -> Samples:
    """The clip at `LEVEL`, ready to be laid into the night, (n + tail, 2); its first sample is the clip's first.

    `size` of the room (see `sound.room`); `rest`: seconds since the line before, after which this is the softer.
    """
    x = resample(np.nan_to_num(speech.samples.astype(np.float32)), speech.rate)
    if not len(x) or float(np.abs(x).max()) < 1e-4:
        return np.zeros((len(x), 2), np.float32)
    x = _again(_even(_tone(x)))
    x = x * np.float32(10 ** ((LEVEL - loudness(x)) / 20))
    t = np.arange(len(x)) / RATE
    edge = swell(t / 0.08) * swell((t[-1] - t) / 0.04)
    return in_room((x * edge * _entry(x, t, rest)).astype(np.float32), size)


def _entry(x: NDArray[np.float32], t: NDArray[np.float64], rest: float) -> NDArray[np.float64]:
    """How a line is eased in: no more than it takes to keep its entry under `SOFT`."""
    step = RATE // 100
    power = k_power(x)[: len(x) // step * step].reshape(-1, step).mean(axis=1)
    world = 10.0 ** ((UNDER + 0.691) / 10.0)
    quiet = round(100 * min(rest, 3.0))
    before = np.full(300, world + 10.0 ** ((LEVEL - 7.0) / 10.0))
    before[300 - quiet :] = world
    softest, least = np.ones(len(x)), np.inf
    for deep, seconds in ENTRIES:
        gain = 10 ** (-deep * (1.0 - ease(t / seconds)) / 20)
        row = np.concatenate((before, power * gain[: len(power) * step : step] ** 2 + world))
        total = np.concatenate(([0.0], np.cumsum(row)))
        loud = lufs((total[300:] - total[:-300]) / 300.0)[:900]
        rise = float(np.max(loud[100:] - loud[:-100])) if len(loud) > 100 else 0.0
        if rise < least:
            softest, least = gain, rise
        if rise <= SOFT:
            break
    return np.asarray(softest)
