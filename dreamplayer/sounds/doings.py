"""What people and their things do, heard from the next room: steps, a door, a clock, a horn."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.drift import chance
from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import note, pan
from dreamplayer.kit.vocal import MM, OO, sung
from dreamplayer.model.audio import Samples, Stretch

_REED = ((1.0, 1.0, 9.0), (2.0, 0.4, 7.0), (3.0, 0.18, 5.0))


def _passing(x: np.ndarray[tuple[int], np.dtype[np.float64]], start: float, end: float) -> Samples:
    """One ear's sound that goes from one side to the other."""
    angle = (np.linspace(start, end, len(x)) + 1.0) * np.pi / 4
    return np.stack((x * np.cos(angle), x * np.sin(angle)), axis=1).astype(np.float32)


def _steps(own: Stretch) -> Samples:
    """Six steps on stone, heel and sole, that walk away; under each the tone of the hall it walks through."""
    t = clock(5.6)
    starts = tuple(0.78 * k + 0.05 * chance(own.seed, 571, k) for k in range(6))
    away = hills(t, (0.0,), 0.7, 4.8)
    x = noise(5.6, own.seed, 110.0, 520.0, -4.0) * hills(t, starts, 0.05, 0.11)
    x = x + 0.35 * noise(5.6, own.seed + 1, 400.0, 1300.0, -4.0) * hills(t, tuple(s + 0.12 for s in starts), 0.05, 0.1)
    f = nearest(own.harmony, 220.0)
    tone = sung(t, f, (MM, OO), 0.2, own.seed) * hills(t, starts, 0.08, 0.5)
    return hall(_passing((x + 0.22 * tone) * away, -0.25, 0.35), 2.6, 0.6, 1200.0)


@strike(9.0)
def footsteps(block: Stretch) -> Samples:
    """Somebody walks down a long corridor, and each step rings a little."""
    return baked(block, _steps, -33.5)


def _latch(own: Stretch) -> Samples:
    """A door is drawn to: its breath on the floor, wood meeting wood, a latch that was oiled."""
    t = clock(3.0)
    x = 0.5 * noise(3.0, own.seed, 180.0, 700.0, -5.0) * hills(t, (0.0,), 0.7, 0.5)
    u = np.maximum(t - 1.15, 0.0)
    thud = np.sin(2 * np.pi * 84.0 * u) + 0.6 * np.sin(2 * np.pi * 196.0 * u) + 0.3 * np.sin(2 * np.pi * 340.0 * u)
    x = x + thud * np.exp(-u / 0.11) * np.clip(u / 0.05, 0.0, 1.0) ** 2
    x = x + 0.12 * noise(3.0, own.seed + 1, 500.0, 1200.0, -4.0) * hills(t, (1.5,), 0.05, 0.1)
    return hall(x.astype(np.float32), 1.6, 0.4, 1000.0)


@strike(5.1)
def door(block: Stretch) -> Samples:
    """A door is closed softly, so that nobody wakes."""
    return baked(block, _latch, -33.0)


def _ticks(own: Stretch) -> Samples:
    """Nine ticks in a wooden case, a second apart, every other one lower."""
    t = clock(9.5)
    out = np.zeros((len(t), 2), np.float32)
    u = clock(0.4)
    case = 310.0 + 50.0 * chance(own.seed, 575, 0)
    for k in range(9):
        f = case * (1.19 if k % 2 else 1.0)
        x = np.sin(2 * np.pi * f * u) * np.exp(-u / 0.05) + 0.5 * np.sin(2 * np.pi * 0.5 * f * u) * np.exp(-u / 0.08)
        x *= np.clip(u / 0.04, 0.0, 1.0) ** 2 * np.clip((0.4 - u) / 0.1, 0.0, 1.0)
        loud = min(1.0, 0.4 + 0.2 * k) * min(1.0, 0.25 * (9 - k))
        n = round(k * 1.0 * LOW)
        out[n : n + len(u)] += pan(x * loud, 0.2)
    return hall(out, 1.0, 0.35, 1100.0)


@strike(11.0, name="clock")
def clock_(block: Stretch) -> Samples:
    """A clock in the hall of a house where one was a child."""
    return baked(block, _ticks, -36.0)


def _called(own: Stretch) -> Samples:
    """Two rings of a small bell under a cushion, three rooms away."""
    t = clock(5.0)
    f = nearest(own.harmony, 440.0)
    x = note(t, f, ((1.0, 1.0, 4.0), (1.5, 0.4, 3.0)), 0.06, own.seed) * (0.7 + 0.3 * np.sin(2 * np.pi * 11.0 * t))
    x = x * hills(t, (0.0, 2.4), 0.25, 1.1)
    return hall(x.astype(np.float32), 2.2, 0.8, 900.0, 0.03)


@strike(7.9)
def phone(block: Stretch) -> Samples:
    """A telephone three rooms away, that somebody else will answer."""
    return baked(block, _called, -35.0)


def _letters(own: Stretch) -> Samples:
    """Some twenty keys in an uneven row, as through a wall, with a rest in it."""
    t = clock(5.5)
    times, s = [], 0.1
    for k in range(20):
        times.append(s)
        s += 0.15 + 0.16 * chance(own.seed, 581, k) + (0.6 if k == 11 else 0.0)
    starts = tuple(s for s in times if s < 5.0)
    x = noise(5.5, own.seed, 260.0, 900.0, -4.0) * hills(t, starts, 0.045, 0.07) * hills(t, (0.0,), 0.8, 4.4)
    return hall(pan(x, -0.3), 1.2, 0.5, 1000.0)


@strike(7.1)
def typewriter(block: Stretch) -> Samples:
    """Somebody writes a letter late at night in the room below."""
    return baked(block, _letters, -35.5)


def _hands(own: Stretch) -> Samples:
    """Many hands in a far hall: rain made of palms, that swells and goes."""
    t = clock(6.5)
    out = np.zeros((len(t), 2), np.float32)
    for side in (0, 1):
        starts = tuple(6.0 * chance(own.seed, 590 + side, i) for i in range(70))
        x = noise(6.5, own.seed + side, 350.0, 1300.0, -4.0) * (0.35 + hills(t, starts, 0.04, 0.08))
        out += pan(x * hills(t, (0.0,), 2.2, 4.2), -0.6 if side else 0.6)
    return hall(out, 2.8, 0.75, 1200.0, 0.03)


@strike(10.2)
def applause(block: Stretch) -> Samples:
    """Applause behind closed doors, for something that went well."""
    return baked(block, _hands, -35.0)


def _skins(own: Stretch) -> Samples:
    """Seven slow beats on a wide, slack drum."""
    out = np.zeros((round(7.5 * LOW), 2), np.float32)
    u = clock(1.4)
    for k in range(7):
        bend = 74.0 * (1.0 + 0.2 * np.exp(-u / 0.08))
        phase = 2 * np.pi * np.cumsum(bend) / LOW
        x = np.sin(phase) + 0.5 * np.sin(2.3 * phase + 0.4) + 0.2 * np.sin(4.1 * phase + 1.0)
        x *= np.exp(-u / 0.3) * np.clip(u / 0.06, 0.0, 1.0) ** 2 * np.clip((1.4 - u) / 0.4, 0.0, 1.0)
        loud = min(1.0, 0.5 + 0.2 * k) * (1.0 - 0.1 * max(0, k - 3)) * (0.8 + 0.2 * chance(own.seed, 601, k))
        n = round(k * 0.98 * LOW)
        out[n : n + len(u)] += pan(x * loud, -0.1)
    return hall(out, 2.4, 0.55, 600.0, 0.03)


@strike(10.6)
def drum(block: Stretch) -> Samples:
    """A drum across the water, slower than a heart."""
    return baked(block, _skins, -32.5)


def _horn(own: Stretch) -> Samples:
    t = clock(6.0)
    f = nearest(own.harmony, 98.0)
    x = note(t, f, _REED, 0.8, own.seed) * hills(t, (0.0,), 1.2, 3.6)
    x = x + 0.5 * note(t, nearest(own.harmony, f * 1.5), _REED, 1.0, own.seed + 1) * hills(t, (0.3,), 1.2, 3.2)
    return hall(x.astype(np.float32), 4.0, 0.8, 800.0, 0.05)


@strike(11.1)
def foghorn(block: Stretch) -> Samples:
    """A horn out in the fog: a ship that knows where it is."""
    return baked(block, _horn, -32.0)


def _tyres(own: Stretch) -> Samples:
    t = clock(7.5)
    near = hills(t, (0.0,), 3.2, 4.2)
    x = noise(7.5, own.seed, 90.0, 360.0, -4.0) * near + 0.35 * noise(7.5, own.seed + 1, 300.0, 900.0, -5.0) * near**3
    side = 1.0 if chance(own.seed, 611, 0) < 0.5 else -1.0
    return hall(_passing(x, -0.7 * side, 0.7 * side), 1.6, 0.35, 900.0)


@strike(9.6)
def car(block: Stretch) -> Samples:
    """One car goes by in the street below and is gone."""
    return baked(block, _tyres, -33.0)


def _whistled(own: Stretch) -> Samples:
    """Wheels over joints, and far ahead a whistle of three tones."""
    t = clock(8.0)
    starts = tuple(s for k in range(8) for s in (0.95 * k, 0.95 * k + 0.24))
    x = noise(8.0, own.seed, 80.0, 320.0, -4.0) * (0.4 + hills(t, starts, 0.07, 0.14)) * hills(t, (0.0,), 3.0, 4.8)
    out = _passing(x, -0.5, 0.5)
    for i, ratio in enumerate((3.0, 4.0, 5.0)):
        f = nearest(own.harmony, own.harmony.root * ratio)
        out += pan(sung(t, f, (MM, OO), 0.6, own.seed + i) * hills(t, (2.0 + 0.05 * i,), 0.8, 2.2) * 0.12, 0.3)
    return hall(out, 3.4, 0.65, 900.0, 0.04)


@strike(12.5)
def train(block: Stretch) -> Samples:
    """A night train on the other side of the town."""
    return baked(block, _whistled, -33.0)
