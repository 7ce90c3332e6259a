"""Breath and voices without words: breathing, whispers, sighs, a murmur behind a wall, a soft sob."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.drift import chance
from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack, pan
from dreamplayer.kit.vocal import AH, MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _breath(own: Stretch) -> Samples:
    t = clock(11.5)
    into = noise(11.5, own.seed, 420.0, 1300.0, -3.0) * hills(t, (0.0, 5.6), 1.5, 0.7)
    out = noise(11.5, own.seed + 1, 240.0, 850.0, -5.0) * hills(t, (2.1, 7.7), 0.9, 2.7)
    return hall((into * 0.55 + out).astype(np.float32), 0.9, 0.25, 1600.0)


@strike(12.7)
def breath(block: Stretch) -> Samples:
    """Two slow breaths of someone asleep, close by."""
    return baked(block, _breath, -33.0)


def _whisper(own: Stretch) -> Samples:
    """Five to eight syllables of breath; vowels and soft consonants are two bands that trade places."""
    t = clock(3.6)
    low, high = np.zeros(len(t)), np.zeros(len(t))
    start = 0.0
    for i in range(5 + int(3 * chance(own.seed, 230, 0))):
        length = 0.16 + 0.2 * chance(own.seed, 231, i)
        low += hills(t, (start,), 0.07, length) * (0.5 + 0.5 * chance(own.seed, 232, i))
        high += hills(t, (start + 0.6 * length,), 0.09, 0.14) * 0.3 * chance(own.seed, 233, i)
        start += length + 0.06 + 0.22 * chance(own.seed, 234, i) ** 2
    x = noise(3.6, own.seed, 480.0, 1500.0, -3.0) * low + noise(3.6, own.seed + 1, 1700.0, 2900.0, -4.0) * high
    return hall(pan(x, 1.0 * chance(own.seed, 235, 0) - 0.5), 1.6, 0.45, 1900.0)


@strike(5.6)
def whisper(block: Stretch) -> Samples:
    """A whisper one cannot make out, beside the ear and in the room."""
    return baked(block, _whisper, -33.5)


def _sigh(own: Stretch) -> Samples:
    t = clock(3.4)
    bright = noise(3.4, own.seed, 380.0, 1250.0, -3.0) * hills(t, (0.0,), 0.55, 1.3)
    dark = noise(3.4, own.seed + 1, 190.0, 600.0, -4.0) * hills(t, (0.25,), 0.8, 2.2)
    f = nearest(own.harmony, 210.0)
    hum = sung(t, glide(t, ((0.0, f * 1.12), (0.7, f * 1.1), (2.8, f * 0.92))), (MM, OO), 0.4, own.seed)
    x = bright * 0.55 + dark + 0.5 * hum * hills(t, (0.1,), 0.6, 2.1)
    return hall(x.astype(np.float32), 1.8, 0.4, 1500.0)


@strike(5.7)
def sigh(block: Stretch) -> Samples:
    """A long sigh that lets go."""
    return baked(block, _sigh, -32.5)


def _murmur(own: Stretch) -> Samples:
    """Three low voices that take turns, syllables without edges, as through a wall."""
    t = clock(7.0)
    out = np.zeros((len(t), 2), np.float32)
    for i in range(3):
        base = (112.0, 138.0, 176.0)[i]
        points = tuple((0.7 * k, base * (0.92 + 0.2 * chance(own.seed, 240 + i, k))) for k in range(11))
        starts = tuple(
            0.2 + 0.9 * i + 0.29 * k + 0.1 * chance(own.seed, 245 + i, k)
            for k in range(16)
            if chance(own.seed, 250 + i, k) < 0.66
        )
        starts = tuple(s for s in starts if s < 6.3)
        x = sung(t, glide(t, points), (MM, OO), 0.6, own.seed + i) * (0.12 + hills(t, starts, 0.11, 0.2))
        x *= hills(t, (0.8 * i,), 1.2, 5.8 - 0.8 * i)
        out += pan(x, (-0.5, 0.4, 0.05)[i])
    return hall(out, 1.3, 0.55, 700.0)


@strike(8.7)
def murmur(block: Stretch) -> Samples:
    """People talking quietly in another room: one hears that they are kind, not what they say."""
    return baked(block, _murmur, -32.0)


def _voice(own: Stretch) -> Samples:
    t = clock(4.6)
    f = nearest(own.harmony, 196.0)
    up = nearest(own.harmony, f * 1.2)
    pitch = glide(t, ((0.0, f * 0.98), (0.8, f), (1.6, up), (2.6, up), (4.0, f)))
    x = sung(t, pitch, (MM, AH), hills(t, (0.6,), 1.2, 2.2) * 0.6, own.seed) * hills(t, (0.0,), 0.9, 3.4)
    x += 0.12 * noise(4.6, own.seed, 300.0, 1200.0) * hills(t, (0.0,), 0.7, 3.0)
    return hall(x.astype(np.float32), 2.6, 0.6, 1300.0)


@strike(7.9)
def voice(block: Stretch) -> Samples:
    """Someone calls from far away, without a word and without haste."""
    return baked(block, _voice, -32.0)


def _sob(own: Stretch) -> Samples:
    """Three soft falling breaths over a low hum: sorrow that is already being comforted."""
    t = clock(5.0)
    f = nearest(own.harmony, 220.0)
    starts = (0.0, 1.05, 2.3)
    air = noise(5.0, own.seed, 300.0, 1000.0, -4.0) * hills(t, starts, 0.22, 0.7)
    pitch = glide(t, ((0.0, f), (0.9, f * 0.9), (1.05, f * 0.97), (2.2, f * 0.86), (2.4, f * 0.92), (4.4, f * 0.8)))
    x = 0.75 * air + sung(t, pitch, (MM, OO), 0.3, own.seed) * hills(t, starts, 0.3, 1.2)
    return hall(x.astype(np.float32), 2.0, 0.55, 1200.0)


@strike(7.5)
def sob(block: Stretch) -> Samples:
    """A quiet sob behind a door, falling to rest."""
    return baked(block, _sob, -33.0)


def _gasp(own: Stretch) -> Samples:
    t = clock(2.2)
    x = noise(2.2, own.seed, 450.0, 1500.0, -3.0) * hills(t, (0.0,), 0.42, 0.25)
    x = x + 0.7 * noise(2.2, own.seed + 1, 260.0, 800.0, -4.0) * hills(t, (0.75,), 0.4, 0.9)
    return hall(x.astype(np.float32), 1.2, 0.35, 1600.0)


@strike(3.7)
def gasp(block: Stretch) -> Samples:
    """A breath drawn in wonder, and let out."""
    return baked(block, _gasp, -34.0)


def _laughter(own: Stretch) -> Samples:
    """Two laughs on the far side of a garden: light, breathy, each note lower than the one before."""
    t = clock(3.2)
    out = np.zeros((len(t), 2), np.float32)
    for i, (base, where) in enumerate(((330.0, -0.35), (262.0, 0.4))):
        f = nearest(own.harmony, base)
        starts = tuple(0.75 * i + k * (0.2 + 0.012 * k) for k in range(6))
        pitch = glide(t, tuple((s, f * (1.12 - 0.05 * k)) for k, s in enumerate(starts)))
        x = sung(t, pitch, (OO, AH), 0.7, own.seed + i)
        x = (x + 0.35 * noise(3.2, own.seed + i, 500.0, 1600.0)) * hills(t, starts, 0.06, 0.12)
        x *= hills(t, (0.75 * i,), 0.4, 1.6)
        out += pan(x, where)
    return hall(out, 2.4, 0.8, 1300.0, 0.03)


@strike(6.2)
def laughter(block: Stretch) -> Samples:
    """Children laughing far off, at dusk."""
    return baked(block, _laughter, -34.0)


def _cry(own: Stretch) -> Samples:
    """A call that bends down, as of a far bird over water."""
    t = clock(4.2)
    f = nearest(own.harmony, 440.0)
    pitch = glide(t, ((0.0, f * 0.9), (0.7, f), (1.5, f), (3.6, f * 0.75)))
    x = sung(t, pitch, (OO, AH), 0.25, own.seed) * hills(t, (0.0,), 0.9, 2.9)
    return hall(x.astype(np.float32), 4.0, 0.85, 1100.0, 0.05)


@strike(9.3)
def cry(block: Stretch) -> Samples:
    """A cry so far away that it is only a colour of the evening."""
    return baked(block, _cry, -34.0)


def _hiss(own: Stretch) -> Samples:
    t = clock(3.0)
    x = noise(3.0, own.seed, 900.0, 2600.0, -5.0) * hills(t, (0.0,), 0.9, 1.9) * attack(t, 0.3)
    return hall(x.astype(np.float32), 1.4, 0.4, 1800.0)


@strike(4.8)
def hiss(block: Stretch) -> Samples:
    """Embers meeting water, a long way down."""
    return baked(block, _hiss, -35.0)
