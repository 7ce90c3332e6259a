"""Many voices: a choir's breath, a chant, a lament."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.drift import chance
from dreamplayer.kit.filters import hall, hills
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest, tones
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import AH, MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _choir(own: Stretch) -> Samples:
    """Five tones of the harmony, two singers each, who come in one after the other."""
    t = clock(11.0)
    out = np.zeros((len(t), 2), np.float32)
    pitches = tones(own.harmony, 150.0, 480.0)
    chosen = pitches[:: max(1, len(pitches) // 5)][:5]
    for i, f in enumerate(chosen):
        for side in (-1, 1):
            off = 1.0 + side * (0.0012 + 0.001 * chance(own.seed, 260, i))
            mouth = hills(t, (0.8 + 0.3 * i,), 4.0, 5.0) * 0.55
            x = sung(t, f * off, (OO, AH), mouth, own.seed + 2 * i + (side > 0))
            x *= hills(t, (0.25 * i + 0.12 * (side + 1),), 3.2, 6.6) / (1.0 + 0.25 * i)
            out += pan(x, side * (0.15 + 0.13 * i))
    return hall(out, 4.0, 0.6, 1300.0, 0.03)


@strike(16.1)
def choir(block: Stretch) -> Samples:
    """A choir breathes in and sings one open chord, in a church with its doors open."""
    return baked(block, _choir, -30.5)


def _chant(own: Stretch) -> Samples:
    """Low voices on the root and its fifth, mouths opening and closing together on three long syllables."""
    t = clock(10.0)
    out = np.zeros((len(t), 2), np.float32)
    mouth = hills(t, (0.6, 3.6, 6.6), 1.2, 1.6)
    swell = 0.35 + 0.65 * hills(t, (0.1, 3.1, 6.1), 1.1, 2.2)
    for i, ratio in enumerate((2.0, 2.0, 3.0, 4.0)):
        f = nearest(own.harmony, own.harmony.root * ratio) * (1.0 + 0.002 * (i - 1.5))
        x = sung(t, f, (MM, OO), mouth, own.seed + i) * swell / (1.0 + 0.4 * i)
        out += pan(x * hills(t, (0.0,), 2.0, 7.8), (-0.4, 0.4, 0.1, -0.1)[i])
    return hall(out, 3.4, 0.6, 900.0, 0.03)


@strike(14.3)
def chant(block: Stretch) -> Samples:
    """A chant from the other end of a valley."""
    return baked(block, _chant, -31.5)


def _lament(own: Stretch) -> Samples:
    """Four falling tones, hummed, each held a little longer than the one before."""
    t = clock(9.5)
    pitches = tones(own.harmony, 170.0, 400.0)[::-1][:5]
    first, second, third, last = pitches[0], pitches[1], pitches[2], pitches[4]
    points = (
        (0.0, first),
        (1.4, first),
        (1.9, second),
        (3.3, second),
        (3.9, third),
        (5.4, third),
        (6.1, last),
        (9.0, last),
    )
    x = sung(t, glide(t, points), (MM, OO), 0.5, own.seed) * hills(t, (0.0,), 1.2, 8.0)
    x *= 0.75 + 0.25 * hills(t, (0.2, 2.0, 4.0, 6.2), 0.7, 0.9)
    return hall(x.astype(np.float32), 3.6, 0.65, 1100.0, 0.03)


@strike(14.0)
def lament(block: Stretch) -> Samples:
    """A lament hummed at a window, with nobody in the street."""
    return baked(block, _lament, -32.5)
