"""Animals, all from far away and none of them alarmed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.drift import chance
from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest, tones
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import attack, pan
from dreamplayer.kit.vocal import AH, MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _whistle(t: NDArray[np.float64], points: tuple[tuple[float, float], ...]) -> NDArray[np.float64]:
    """A flute without breath on a moving pitch."""
    phase = 2 * np.pi * np.cumsum(glide(t, points)) / LOW
    return np.asarray(np.sin(phase) + 0.12 * np.sin(2 * phase + 0.7))


def _birds(own: Stretch) -> Samples:
    """Two birds answer each other: short phrases of the key that bend a little, one left, one right."""
    out = np.zeros((round(7.6 * LOW), 2), np.float32)
    pitches = tones(own.harmony, 820.0, 1650.0)
    t = clock(0.5)
    start = 0.0
    for i in range(9):
        f = float(pitches[int(chance(own.seed, 501, i) * len(pitches))])
        bend = 1.0 + 0.1 * (chance(own.seed, 502, i) - 0.5)
        x = _whistle(t, ((0.0, f), (0.3, f * bend))) * hills(t, (0.0,), 0.09, 0.3)
        loud = (0.4 + 0.6 * chance(own.seed, 503, i)) * (900.0 / f) * min(1.0, 0.5 + 0.15 * i)
        n = round(start * LOW)
        out[n : n + len(t)] += pan(x * loud, -0.5 if (i // 3) % 2 == 0 else 0.45)
        start += 0.3 + 0.25 * chance(own.seed, 504, i) + (0.75 if i % 3 == 2 else 0.0)
    return hall(out, 3.0, 0.75, 1700.0, 0.03)


@strike(11.5)
def birdsong(block: Stretch) -> Samples:
    """Two birds at the edge of a wood, before it is day."""
    return baked(block, _birds, -35.0)


def _gulls(own: Stretch) -> Samples:
    """Four long calls that sink, each from another side."""
    t = clock(6.4)
    out = np.zeros((len(t), 2), np.float32)
    for i in range(4):
        f = nearest(own.harmony, 560.0 + 160.0 * chance(own.seed, 511, i))
        s = 1.15 * i + 0.3 * chance(own.seed, 512, i)
        pitch = glide(t, ((s, f * 0.92), (s + 0.35, f), (s + 1.5, f * 0.8)))
        x = sung(t, pitch, (OO, AH), 0.3, own.seed + i) * hills(t, (s,), 0.3, 1.1)
        out += pan(x * (0.6 + 0.4 * chance(own.seed, 513, i)), 1.2 * chance(own.seed, 514, i) - 0.6)
    return hall(out, 3.4, 0.85, 1200.0, 0.05)


@strike(11.0, name="sea-birds")
def sea_birds(block: Stretch) -> Samples:
    """Gulls over a harbour one has left behind."""
    return baked(block, _gulls, -35.0)


def _hoots(own: Stretch) -> Samples:
    t = clock(5.2)
    f = nearest(own.harmony, 330.0)
    calls = hills(t, (0.0,), 0.16, 0.5) + hills(t, (1.7, 2.25), 0.12, 0.35) * 0.7 + hills(t, (2.8,), 0.2, 1.1)
    x = _whistle(t, ((0.0, f), (0.6, f * 0.97), (2.8, f), (3.9, f * 0.94))) * calls
    x = x + 0.05 * noise(5.2, own.seed, 250.0, 700.0) * calls
    return hall(pan(x, 0.8 * chance(own.seed, 520, 0) - 0.4), 3.2, 0.8, 1000.0, 0.04)


@strike(9.4)
def owl(block: Stretch) -> Samples:
    """An owl in a wood across the valley."""
    return baked(block, _hoots, -33.5)


def _howled(own: Stretch) -> Samples:
    """A long tone that climbs and sinks, and another that answers lower."""
    t = clock(8.0)
    f = nearest(own.harmony, 294.0)
    low = nearest(own.harmony, 220.0)
    first = glide(t, ((0.0, f * 0.75), (1.2, f), (3.0, f), (4.6, f * 0.82)))
    second = glide(t, ((3.2, low * 0.8), (4.4, low), (6.0, low), (7.6, low * 0.85)))
    out = pan(sung(t, first, (OO, AH), 0.2, own.seed) * hills(t, (0.0,), 1.4, 3.2), -0.3)
    out += pan(sung(t, second, (OO, AH), 0.15, own.seed + 1) * hills(t, (3.2,), 1.5, 3.0) * 0.7, 0.35)
    return hall(out, 4.2, 0.9, 900.0, 0.06)


@strike(13.4)
def howl(block: Stretch) -> Samples:
    """Wolves beyond the last hill, singing for themselves."""
    return baked(block, _howled, -34.0)


def _barks(own: Stretch) -> Samples:
    """Three soft barks in a farmyard a mile away: more echo than dog."""
    t = clock(2.6)
    starts = (0.0, 0.52, 1.5)
    pitch = glide(t, tuple(point for s in starts for point in ((s, 250.0), (s + 0.2, 180.0))))
    x = sung(t, pitch, (OO, AH), 0.6, own.seed) * hills(t, starts, 0.06, 0.2)
    x = x + 0.3 * noise(2.6, own.seed, 300.0, 900.0, -4.0) * hills(t, starts, 0.06, 0.16)
    return hall(x.astype(np.float32), 3.0, 0.88, 800.0, 0.06)


@strike(6.5)
def dog(block: Stretch) -> Samples:
    """A dog in a farmyard a mile away, who means nobody."""
    return baked(block, _barks, -35.0)


def _purr(own: Stretch) -> Samples:
    """In and out at 24 soft beats a second, and a small question at the end."""
    t = clock(7.5)
    beat = 0.55 + 0.45 * np.sin(2 * np.pi * 24.0 * t)
    into, out = hills(t, (0.0, 3.4), 0.9, 0.8), hills(t, (1.6, 5.0), 0.7, 1.1)
    x = noise(7.5, own.seed, 70.0, 420.0, -3.0) * beat * (into * 0.8 + out)
    f = nearest(own.harmony, 392.0)
    mew = sung(t, glide(t, ((6.1, f * 0.9), (6.5, f), (7.2, f * 0.92))), (MM, AH), hills(t, (6.2,), 0.3, 0.6), own.seed)
    return hall((x + 0.35 * mew * hills(t, (6.1,), 0.25, 0.9)).astype(np.float32), 0.9, 0.25, 1100.0)


@strike(8.7)
def cat(block: Stretch) -> Samples:
    """A cat asleep against one's shoulder."""
    return baked(block, _purr, -33.0)


def _hooves(own: Stretch) -> Samples:
    """A walk on sand, four beats to the step, that goes by from one side to the other."""
    t = clock(6.0)
    starts = tuple(0.3 * k + 0.05 * chance(own.seed, 541, k) for k in range(18))
    x = noise(6.0, own.seed, 90.0, 380.0, -4.0) * hills(t, starts, 0.045, 0.14) * hills(t, (0.0,), 2.4, 3.5)
    angle = (np.linspace(-0.6, 0.6, len(t)) + 1.0) * np.pi / 4
    out = np.stack((x * np.cos(angle), x * np.sin(angle)), axis=1).astype(np.float32)
    return hall(out, 1.8, 0.5, 900.0)


@strike(8.4)
def horse(block: Stretch) -> Samples:
    """A horse walks past on sand, unhurried."""
    return baked(block, _hooves, -33.0)


def _croaks(own: Stretch) -> Samples:
    """Three frogs by a pond who take turns: short low trills, each with its own tone."""
    t = clock(6.0)
    out = np.zeros((len(t), 2), np.float32)
    for i in range(3):
        f = nearest(own.harmony, (196.0, 262.0, 330.0)[i])
        starts = tuple(0.5 * i + 1.45 * k + 0.3 * chance(own.seed, 550 + i, k) for k in range(4))
        trill = 0.6 + 0.4 * np.sin(2 * np.pi * (17.0 + 3.0 * i) * t)
        x = sung(t, f, (OO, AH), 0.35, own.seed + i) * trill * hills(t, starts, 0.08, 0.3)
        out += pan(x / (1.0 + 0.3 * i), (-0.5, 0.5, 0.1)[i])
    return hall(out, 2.2, 0.7, 1000.0, 0.02)


@strike(9.0)
def frogs(block: Stretch) -> Samples:
    """Frogs by a pond behind the house."""
    return baked(block, _croaks, -34.5)


def _swarm(own: Stretch) -> Samples:
    """A low hum that comes near and goes, its pitch never quite still."""
    t = clock(6.5)
    out = np.zeros((len(t), 2), np.float32)
    for i in range(3):
        f = 165.0 + 22.0 * i
        points = tuple((0.8 * k, f * (0.96 + 0.08 * chance(own.seed, 560 + i, k))) for k in range(9))
        x = sung(t, glide(t, points), (MM, OO), 0.5, own.seed + i) * hills(t, (0.5 * i,), 2.2, 3.2)
        out += pan(x, (-0.5, 0.5, 0.0)[i])
    return hall(out, 1.2, 0.35, 1000.0)


@strike(8.2)
def bees(block: Stretch) -> Samples:
    """Bees in a linden, a summer ago."""
    return baked(block, _swarm, -34.0)


def _song(own: Stretch) -> Samples:
    """Two long tones that slide, and their echo from a sea floor."""
    t = clock(9.0)
    f = nearest(own.harmony, 150.0 + 60.0 * chance(own.seed, 570, 0))
    first = glide(t, ((0.0, f * 0.8), (2.2, f * 1.3), (4.0, f)))
    second = glide(t, ((4.4, f * 1.4), (6.0, f * 1.05), (8.4, f * 0.9)))
    x = np.zeros(len(t))
    for pitch, start, fall in ((first, 0.0, 2.6), (second, 4.3, 2.8)):
        phase = 2 * np.pi * np.cumsum(pitch) / LOW
        x = x + (np.sin(phase) + 0.3 * np.sin(2 * phase)) * hills(t, (start,), 1.5, fall) * attack(t, 0.3)
    return hall(x.astype(np.float32), 4.4, 0.85, 700.0, 0.06)


@strike(14.6)
def whale(block: Stretch) -> Samples:
    """A whale far below, in no hurry to be answered."""
    return baked(block, _song, -32.5)
