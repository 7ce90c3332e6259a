"""Small movements close by: petals, wings, a page, a gate."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.curves import swell
from dreamplayer.kit.drift import chance
from dreamplayer.kit.filters import hall, hills, noise
from dreamplayer.kit.grid import LOW, baked, clock
from dreamplayer.kit.harmony import nearest
from dreamplayer.kit.sound import strike
from dreamplayer.kit.tones import pan
from dreamplayer.kit.vocal import MM, OO, glide, sung
from dreamplayer.model.audio import Samples, Stretch


def _petals(own: Stretch) -> Samples:
    """Forty puffs of soft air, thickest after a second."""
    t = clock(4.2)
    out = np.zeros((len(t), 2), np.float32)
    for side in (0, 1):
        for tone, (low, high) in enumerate(((420.0, 1100.0), (800.0, 1900.0))):
            lane = 320 + 4 * side + 2 * tone
            starts = tuple(
                float(3.4 * (0.5 * (chance(own.seed, lane, i) + chance(own.seed, lane + 1, i)))) for i in range(10)
            )
            x = noise(4.2, own.seed + lane, low, high, -4.0) * hills(t, starts, 0.06, 0.16) * (0.5 if tone else 1.0)
            out += pan(x, -0.6 if side else 0.6)
    return hall(out, 1.2, 0.35, 1700.0)


@strike(5.8)
def petals(block: Stretch) -> Samples:
    """Petals coming down on grass, one hears them only because it is so still."""
    return baked(block, _petals, -36.0)


def _wings(own: Stretch) -> Samples:
    """Nine beats that slow down, from one side to the other."""
    t = clock(3.4)
    starts = tuple(0.19 * k + 0.012 * k * k for k in range(9))
    beat = hills(t, starts, 0.07, 0.15) * hills(t, (0.0,), 0.9, 2.4)
    x = noise(3.4, own.seed, 260.0, 800.0, -4.0) * beat + 0.3 * noise(3.4, own.seed + 1, 800.0, 1700.0, -4.0) * beat**2
    where = np.linspace(-0.7, 0.7, len(t)) * (1 if chance(own.seed, 330, 0) < 0.5 else -1)
    angle = (where + 1) * np.pi / 4
    out = np.stack((x * np.cos(angle), x * np.sin(angle)), axis=1).astype(np.float32)
    return hall(out, 1.8, 0.4, 1400.0)


@strike(5.7)
def wings(block: Stretch) -> Samples:
    """A large bird passes overhead, unhurried."""
    return baked(block, _wings, -33.0)


def _page(own: Stretch) -> Samples:
    t = clock(1.6)
    x = noise(1.6, own.seed, 700.0, 2200.0, -5.0) * hills(t, (0.0,), 0.34, 0.3)
    x = x + 0.7 * noise(1.6, own.seed + 1, 300.0, 1000.0, -4.0) * hills(t, (0.45,), 0.12, 0.5)
    return hall(pan(x, 0.2), 0.8, 0.3, 1700.0)


@strike(2.6)
def page(block: Stretch) -> Samples:
    """A page is turned by lamplight."""
    return baked(block, _page, -36.0)


def _gate(own: Stretch) -> Samples:
    """A hinge that hums rather than creaks, then wood meeting wood."""
    t = clock(4.4)
    f = nearest(own.harmony, 165.0)
    x = (
        0.6
        * sung(t, glide(t, ((0.0, f * 0.9), (1.4, f * 1.2), (2.4, f))), (MM, OO), 0.5, own.seed)
        * hills(t, (0.0,), 1.0, 1.4)
    )
    u = np.maximum(t - 2.5, 0.0)
    thud = np.sin(2 * np.pi * 92.0 * u) + 0.6 * np.sin(2 * np.pi * 211.0 * u) + 0.25 * np.sin(2 * np.pi * 390.0 * u)
    x += thud * np.exp(-u / 0.12) * swell(u / 0.05)
    return hall(x.astype(np.float32), 1.8, 0.45, 1000.0)


@strike(6.7)
def gate(block: Stretch) -> Samples:
    """A garden gate swings shut behind one."""
    return baked(block, _gate, -32.5)


def _nothing(own: Stretch) -> Samples:
    return np.zeros((LOW, 2), np.float32)


@strike(6.0)
def silence(block: Stretch) -> Samples:
    """A silence that is named: nothing sounds, and the world holds its breath for it (see sound.duck)."""
    return baked(block, _nothing)
