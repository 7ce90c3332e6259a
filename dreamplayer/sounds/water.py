"""Water: a lake lapping, a river, the sea, rain, a fall far off."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np

from dreamplayer.kit.air import BINS, Spectrum, air, band, gust, slope, unit
from dreamplayer.kit.drift import chance, drift, nested
from dreamplayer.kit.filters import hall
from dreamplayer.kit.grains import Grain, strewn
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import bed, strike
from dreamplayer.kit.tones import attack, pan
from dreamplayer.model.audio import RATE, Samples, Stretch


@cache
def _shore() -> tuple[Spectrum, ...]:
    return slope(60.0, 380.0, -5.0), band(420.0, 0.4), band(650.0, 0.35), band(1050.0, 0.4)


def _water(own: Stretch, t: float) -> Spectrum:
    """Each ear has three small waves on clocks of their own; a lap is a swell of a narrow band that slides up."""
    body, low, middle, high = _shore()
    ears = []
    for ear in (0, 1):
        laps = [drift(own.seed, 40 + 5 * ear + i, t, p) ** 2.2 for i, p in enumerate((2.3, 1.7, 1.1))]
        near = 0.55 + 0.45 * nested(own.seed, 49, t, 21.0)
        move = 1.0 - 0.6 * own.calm
        ears.append(
            0.62 * body
            + near * (low * (0.12 + 0.62 * move * laps[0]) + middle * (0.08 + 0.42 * move * laps[1]))
            + near * high * (0.04 + 0.18 * move * laps[2]) * own.strength
        )
    return np.stack(ears) * np.float32(0.0398)


@bed("water", "lake", "boat", "ripple", "puddle", "well", "island", "swan", "fish", "dew", "droplet", "frog", trim=-1.3)
def water(block: Stretch) -> Samples:
    """A lake that laps at a shore in the dark."""
    return air(block, _water, lane=40, width=0.75)


@cache
def _stream() -> tuple[Spectrum, ...]:
    return tuple(band(f, 0.42) for f in (170.0, 300.0, 470.0, 720.0, 1100.0, 1700.0))


def _river(own: Stretch, t: float) -> Spectrum:
    bands = _stream()
    loud = (0.60, 0.52, 0.46, 0.34, 0.2, 0.09 * own.strength)
    ears = []
    for ear in (0, 1):
        total = np.zeros_like(bands[0])
        for i, one in enumerate(bands):
            quick = drift(own.seed, 60 + 9 * ear + i, t, (2.9, 1.9, 1.3, 0.83, 0.61, 0.43)[i])
            total = total + one * np.float32(loud[i] * (0.55 + (0.7 - 0.3 * own.calm) * (quick - 0.3)))
        ears.append(total)
    return np.stack(ears) * np.float32(0.045 * gust(own, 59, t, 31.0, 3.0))


@bed("river", "bridge", "fountain", "turtle", trim=-3.4)
def river(block: Stretch) -> Samples:
    """A slow river, murmuring in six bands that each ripple at their own pace."""
    return air(block, _river, lane=60, width=0.7)


@cache
def _shower() -> tuple[Spectrum, Spectrum, Spectrum]:
    return (
        slope(150.0, 900.0, -4.0),
        band(1200.0, 0.8),
        unit(np.asarray(band(2600.0, 0.7)) / (1 + (BINS / 4000.0) ** 4)),
    )


def _rain_air(own: Stretch, t: float) -> Spectrum:
    roof, patter, veil = _shower()
    heavy = 0.6 + 0.4 * nested(own.seed, 82, t, 19.0)
    return np.asarray(
        (0.75 * roof + 0.3 * heavy * patter + 0.10 * heavy * veil * own.strength)
        * np.float32(0.037 * gust(own, 81, t, 27.0, 4.0)),
        dtype=np.float32,
    )


@lru_cache(maxsize=4)
def _drops(own: Stretch) -> tuple[Grain, ...]:
    """Twelve drops on leaves and sill: short round tones that rise a little, none sharp."""
    grains = []
    for i in range(12):
        t = clock(0.09, RATE)
        f = 380.0 * 2.0 ** (1.6 * chance(own.seed, 85, i))
        ring = np.sin(2 * np.pi * (f * t + 900.0 * t * t)) * np.exp(-t / 0.016) * attack(t, 0.006)
        grains.append((ring * np.clip((0.09 - t) / 0.02, 0, 1) * 0.016).astype(np.float32))
    return tuple(grains)


def _often(own: Stretch, t: float) -> float:
    return (0.35 + 0.5 * drift(own.seed, 84, t, 11.0)) * (1.0 - 0.7 * own.calm)


@bed("rain", "umbrella", "hail", trim=-2.4)
def rain(block: Stretch) -> Samples:
    """Rain on leaves and far roofs, single drops near by; dark, without hiss."""
    out = air(block, _rain_air, lane=80, width=0.8)
    out += strewn(block, _drops, _often, every=0.05, lane=86)
    return out


@cache
def _surf() -> tuple[Spectrum, ...]:
    return slope(45.0, 260.0, -5.0), slope(120.0, 600.0, -3.0), band(900.0, 0.7), band(1900.0, 0.6)


def _waves(own: Stretch, t: float) -> Spectrum:
    """Two trains of waves, nine and thirteen seconds or so: each gathers, runs up the sand and sighs back."""
    deep, body, foam, sand = _surf()
    ears = []
    for ear in (0.0, 0.6):
        total = 0.5 * deep
        for train, (period, share) in enumerate(((9.1, 1.0), (14.7, 0.8))):
            u = (t - ear) / period + 1.1 * drift(own.seed, 100 + train, t, 43.0)
            k = np.floor(u)
            f = float(u - k)
            size = (0.55 + 0.45 * chance(own.seed, 102 + train, int(k))) * share * (1.0 - 0.55 * own.calm)
            gather = np.sin(np.pi * f) ** 2
            run = max(0.0, np.sin(np.pi * min(1.0, max(0.0, (f - 0.22) / 0.78)))) ** 2
            total = total + size * (0.45 * gather * body + 0.26 * run * foam + 0.085 * run * sand * own.strength)
        ears.append(total)
    return np.stack(ears) * np.float32(0.056)


@bed("ocean", "beach", "ship", "whale", "lighthouse", "whirlpool", "jellyfish", "octopus", "sand", trim=-3.2)
def waves(block: Stretch) -> Samples:
    """The sea at night from the dunes: long waves on two clocks, none of them breaks hard."""
    return air(block, _waves, lane=100, width=0.65)


def _far_fall(own: Stretch, t: float) -> Spectrum:
    roof, patter, _ = _shower()
    return np.asarray((0.95 * roof + 0.2 * patter) * np.float32(0.04 * gust(own, 121, t, 13.0, 2.0)), dtype=np.float32)


@bed("waterfall", trim=-3.8)
def waterfall(block: Stretch) -> Samples:
    """A fall somewhere behind the trees: an even, dark rush."""
    return air(block, _far_fall, lane=120, width=0.8)


def _drop(own: Stretch) -> Samples:
    """A drop into a still pool in a wide hall: one tone of the harmony that bends upwards, and its rings."""
    t = clock(1.6)
    f = nearest(own.harmony, 420.0 + 260.0 * chance(own.seed, 131, 0))
    bend = f * (1.0 + 0.06 * (1 - np.exp(-t / 0.05)))
    phase = 2 * np.pi * np.cumsum(bend) / LOW
    x = np.sin(phase) * np.exp(-t / 0.16) + 0.3 * np.sin(2 * phase + 0.6) * np.exp(-t / 0.07)
    x *= attack(t, 0.032)
    return hall(pan(x * (0.09 * own.strength), 0.6 * chance(own.seed, 132, 0) - 0.3), 2.6, 0.55, 1700.0)


@strike(4.85)
def water_drop(block: Stretch) -> Samples:
    """One drop falls into dark water, and the hall listens."""
    return baked(block, _drop)
