"""Loops: a piece of sound joined to its own beginning without a seam, evened out and brought to a loudness."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.loudness import SILENCE, k_power, loudness_of
from dreamplayer.model.audio import RATE, Samples

LEVEL = -29.0
"""LUFS of every bed before it is mixed."""
CROSSFADE = 6.0
"""Seconds over which the end goes over into the beginning; of a short piece a third of it."""
ABOVE, KEPT = 3.0, 0.35
"""dB over the usual loudness from which a loud stretch is held down, and the share of the excess it keeps."""
_STEP = RATE // 10
_CHUNK = 30 * RATE
_CALM = 0.8
"""Seconds over which loudness is smoothed before it is evened."""


def joined(x: Samples) -> Samples:
    """A piece whose end goes over into its beginning at equal power: played round and round it has no seam.

    Args:
        x: (n, 2) samples at 48 kHz, n of a second at least.

    Returns:
        (m, 2), shorter than `x` by the crossfade.
    """
    fade = min(round(CROSSFADE * RATE), len(x) // 3)
    rise = swell(np.arange(fade) / fade)
    # Equal power: the end and the beginning of a recording are not alike.
    coming, going = np.sin(0.5 * np.pi * rise)[:, None], np.cos(0.5 * np.pi * rise)[:, None]
    out = np.array(x[: len(x) - fade], np.float32)
    out[:fade] = x[:fade] * coming + x[len(x) - fade :] * going
    return out


def levelled(x: Samples, level: float = LEVEL) -> Samples:
    """A loop at a loudness, its loudest stretches held down: nothing in it may wake.

    Args:
        x: (n, 2) samples at 48 kHz, a loop.
        level: LUFS.

    Returns:
        (n, 2) float32 samples, still a loop.

    Raises:
        ValueError: there is nothing to be heard in it.
    """
    power = np.concatenate([k_power(x[i : i + _CHUNK]) for i in range(0, len(x), _CHUNK)])
    whole = loudness_of(power)
    if whole <= SILENCE + 1.0 or whole < -69.0:
        raise ValueError("there is nothing to be heard in it")
    gain = _evening(power)
    even = (x * np.interp(np.arange(len(x)), np.arange(len(gain)) * _STEP, gain)[:, None]).astype(np.float32)
    power = np.concatenate([k_power(even[i : i + _CHUNK]) for i in range(0, len(even), _CHUNK)])
    return np.asarray(even * 10.0 ** ((level - loudness_of(power)) / 20.0), np.float32)


def _evening(power: np.ndarray) -> np.ndarray:
    """Gain at each tenth of a second, the last one that of the first: the loop stays closed."""
    tenths = power[: len(power) // _STEP * _STEP].reshape(-1, _STEP).mean(axis=1)
    width = 10.0 * _CALM
    frequency = np.fft.rfftfreq(len(tenths))
    calm = np.exp(-0.5 * (2.0 * np.pi * frequency * width / 2.0) ** 2)
    smooth = np.maximum(np.fft.irfft(np.fft.rfft(tenths) * calm, len(tenths)), 1e-12)
    decibels = 10.0 * np.log10(smooth)
    # Of what is heard at all: a burst must not raise what it is measured by.
    usual = 10.0 * float(np.log10(np.median(tenths[tenths > 1e-5 * tenths.max()])))
    excess = np.maximum(decibels - usual - ABOVE, 0.0)
    gain = 10.0 ** (-(1.0 - KEPT) * excess / 20.0)
    ends = -(-len(power) // _STEP) + 1 - len(gain)
    return np.concatenate([gain, np.full(max(1, ends), gain[0])])


def played(loop: np.ndarray, first: int, last: int, start: int = 0) -> Samples:
    """Samples of a loop that goes round for ever.

    Args:
        loop: (n, 2) samples, 16-bit or float.
        first: index of the first sample.
        last: one past the last.
        start: sample of the loop at index 0.
    """
    chosen = loop[(np.arange(first, last) + start) % len(loop)]
    scale = np.float32(1.0 / 32767.0 if loop.dtype == np.int16 else 1.0)
    return np.asarray(chosen * scale, np.float32)
