"""Metal that rings: wind chimes, singing bowls, a bell across the fields, a ring."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.drift import chance
from dreamplayer.kit.filters import hall
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest, tones
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note, pan
from dreamplayer.model.audio import Samples, Stretch

TUBE = ((1.0, 1.0, 1.9), (2.76, 0.14, 0.7), (5.4, 0.025, 0.3))
"""A free bar: its partials at 1, 2.76 and 5.4 (Fletcher and Rossing, The Physics of Musical Instruments)."""
BOWL = ((1.0, 1.0, 5.5), (2.71, 0.3, 3.1), (5.15, 0.07, 1.5))
BELL = ((0.5, 0.55, 6.0), (1.0, 1.0, 4.2), (1.19, 0.28, 3.0), (1.5, 0.3, 2.4), (2.0, 0.42, 2.0), (2.67, 0.1, 1.0))
"""Hum, prime, minor third, fifth, octave: a church bell."""


def _chimes(own: Stretch) -> Samples:
    """Five to eight tubes of the harmony that a breath of wind touches, first near together, then apart."""
    out = np.zeros((round(9.5 * LOW), 2), np.float32)
    pitches = tones(own.harmony, 480.0, 1180.0)
    t = clock(5.0)
    start = 0.0
    for i in range(5 + int(4 * chance(own.seed, 200, 0))):
        f = float(pitches[int(chance(own.seed, 201, i) * len(pitches))])
        x = note(t, f, TUBE, 0.034, own.seed + i) * np.clip((5.0 - t) / 1.0, 0, 1)
        loud = (0.35 + 0.65 * chance(own.seed, 202, i)) * 0.9**i
        n = round(start * LOW)
        out[n : n + len(t)] += pan(x, 1.2 * chance(own.seed, 203, i) - 0.6) * np.float32(0.03 * loud * own.strength)
        start += 0.16 + 0.62 * chance(own.seed, 204, i)
    return hall(out, 3.2, 0.55, 2200.0)


@strike(13.5)
def chimes(block: Stretch) -> Samples:
    """Wind chimes at the end of a garden: a handful of tones, all in the key."""
    return baked(block, _chimes)


def _bowl(own: Stretch) -> Samples:
    t = clock(14.0)
    f = nearest(own.harmony, 165.0 + 90.0 * chance(own.seed, 210, 0))
    x = note(t, f, BOWL, 0.07, own.seed) * np.clip((14.0 - t) / 3.0, 0, 1)
    return hall(pan(x * (0.062 * own.strength), 0.5 * chance(own.seed, 211, 0) - 0.25), 3.4, 0.45, 1500.0)


@strike(18.3)
def bowl(block: Stretch) -> Samples:
    """A singing bowl, touched with felt; it rings for a quarter of a minute."""
    return baked(block, _bowl)


def _bell(own: Stretch) -> Samples:
    t = clock(9.0)
    f = nearest(own.harmony, 290.0)
    x = note(t, f, BELL, 0.05, own.seed) * np.clip((9.0 - t) / 2.0, 0, 1)
    return hall((x * (0.03 * own.strength)).astype(np.float32), 4.0, 0.75, 1100.0, 0.04)


@strike(14.1)
def bell(block: Stretch) -> Samples:
    """A bell in a village beyond the fields, one stroke."""
    return baked(block, _bell)


def _ring(own: Stretch) -> Samples:
    t = clock(7.0)
    f = nearest(own.harmony, 520.0)
    x = note(t, f, ((1.0, 1.0, 3.2), (2.0, 0.2, 1.6), (3.01, 0.05, 0.8)), 0.25, own.seed) * np.clip(
        (7.0 - t) / 2.0, 0, 1
    )
    return hall((x * (0.03 * own.strength)).astype(np.float32), 3.0, 0.5, 1800.0)


@strike(10.8)
def ring(block: Stretch) -> Samples:
    """The rim of a glass under a wet finger."""
    return baked(block, _ring)
