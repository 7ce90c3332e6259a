"""Things that break or give way, as sleep hears them: frost, ice, far thunder."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.drift import chance
from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import tones
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack, note, pan
from dreamplayer.model.audio import Samples, Stretch

_SPLINTER = ((1.0, 1.0, 0.5), (2.32, 0.16, 0.22), (4.25, 0.02, 0.1))


def _frost(own: Stretch) -> Samples:
    """Some twenty small tones of the key, dense at first, then single, sinking; under them a breath of cold air."""
    out = np.zeros((round(4.6 * LOW), 2), np.float32)
    pitches = tones(own.harmony, 560.0, 2000.0)
    t = clock(1.6)
    for i in range(22):
        start = 2.6 * (i / 22.0) ** 1.7 + 0.12 * chance(own.seed, 300, i)
        high = len(pitches) * (1.0 - 0.6 * i / 22.0) * (0.45 + 0.55 * chance(own.seed, 301, i))
        f = float(pitches[min(int(high), len(pitches) - 1)])
        x = note(t, f, _SPLINTER, 0.036, own.seed + i) * swell((1.6 - t) / 0.5)
        loud = (0.4 + 0.6 * chance(own.seed, 302, i)) * (600.0 / f) ** 0.7 * min(1.0, 0.45 + 0.12 * i)
        n = round(start * LOW)
        out[n : n + len(t)] += pan(x * loud, 1.6 * chance(own.seed, 303, i) - 0.8)
    t = clock(4.6)
    cold = noise(4.6, own.seed, 500.0, 1800.0, -4.0) * hills(t, (0.0,), 0.25, 2.2) * 0.1
    out += pan(cold, 0.0)
    return hall(out, 3.0, 0.6, 2000.0)


@strike(8.4, name="glass-break")
def glass_break(block: Stretch) -> Samples:
    """Glass that breaks like frost: it rains down as tones and settles."""
    return baked(block, _frost, -32.0)


def _crack(own: Stretch) -> Samples:
    """Four or five dull, woody knocks that run away across a lake of ice, each with its bending answer."""
    out = np.zeros((round(3.4 * LOW), 2), np.float32)
    t = clock(1.2)
    for i in range(5):
        f = 190.0 * 2.0 ** (0.9 * chance(own.seed, 310, i))
        bend = f * (1.0 + 0.5 * np.exp(-t / 0.06))
        x = np.sin(2 * np.pi * np.cumsum(bend) / LOW) * np.exp(-t / 0.13) * attack(t, 0.036)
        x += 0.35 * noise(1.2, own.seed + i, 250.0, 900.0) * np.exp(-t / 0.05) * attack(t, 0.036)
        n = round((0.34 * i**1.15 + 0.1 * chance(own.seed, 311, i)) * LOW)
        out[n : n + len(t)] += pan(x * (0.55 + 0.45 * chance(own.seed, 312, i)) * 0.82**i, -0.6 + 0.3 * i)
    return hall(out, 3.2, 0.7, 1000.0, 0.03)


@strike(7.5)
def crack(block: Stretch) -> Samples:
    """Ice giving way, far out on the lake."""
    return baked(block, _crack, -33.0)


def _boom(own: Stretch) -> Samples:
    """A low tone that sinks a little, with enough of its octaves to be heard on small speakers."""
    t = clock(5.0)
    bend = 62.0 * (1.0 + 0.35 * np.exp(-t / 0.25))
    phase = 2 * np.pi * np.cumsum(bend) / LOW
    x = np.sin(phase) + 0.5 * np.sin(2 * phase + 0.5) + 0.28 * np.sin(4 * phase) + 0.1 * np.sin(6 * phase + 1.0)
    x *= np.exp(-t / 1.1) * attack(t, 0.22)
    x += 0.8 * noise(5.0, own.seed, 60.0, 260.0, -5.0) * hills(t, (0.05,), 0.5, 3.2)
    return hall((x * swell((5.0 - t) / 1.5)).astype(np.float32), 4.0, 0.6, 600.0, 0.05)


@strike(10.0)
def boom(block: Stretch) -> Samples:
    """Something vast is set down softly, a long way off."""
    return baked(block, _boom, -31.0)


def _rumble(own: Stretch) -> Samples:
    t = clock(8.5)
    roll = 0.4 + 0.6 * hills(t, (0.0, 1.7, 3.6), 1.3, 2.6)
    x = noise(8.5, own.seed, 55.0, 210.0, -4.0) + 0.35 * noise(8.5, own.seed + 1, 180.0, 480.0, -5.0)
    return hall((x * roll * hills(t, (0.0,), 2.4, 6.0)).astype(np.float32), 3.4, 0.5, 500.0, 0.05)


@strike(12.8)
def rumble(block: Stretch) -> Samples:
    """Thunder beyond the hills, rolling home."""
    return baked(block, _rumble, -31.5)


@strike(12.8)
def thunder(block: Stretch) -> Samples:
    """Thunder so far off that one counts and falls asleep counting."""
    return baked(block, _rumble, -32.5)
