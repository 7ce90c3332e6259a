"""Weather as it is heard from under a blanket: snow that swallows everything, a storm behind the hills, still air."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.kit.air import BINS, Spectrum, air, band, gust, slope, unit
from dreamplayer.kit.drift import nested
from dreamplayer.kit.sound import bed
from dreamplayer.model.audio import Samples, Stretch


@cache
def _snow() -> tuple[Spectrum, Spectrum, Spectrum]:
    return slope(80.0, 380.0, -6.0), band(480.0, 0.5), band(1500.0, 0.6)


def _quiet(own: Stretch, t: float) -> Spectrum:
    still, breath, fall = _snow()
    return np.asarray(
        (still + 0.28 * breath * np.float32(gust(own, 462, t, 13.0, 6.0)) + 0.06 * fall)
        * np.float32(0.046 * gust(own, 461, t, 37.0, 2.0)),
        dtype=np.float32,
    )


@bed("snow", "icicle", name="snow-quiet", trim=-4.9)
def snow_quiet(block: Stretch) -> Samples:
    """Snow at night: sound has gone out of the world but for a soft breath."""
    return air(block, _quiet, lane=460, width=0.55)


@cache
def _far_storm() -> tuple[Spectrum, ...]:
    return slope(45.0, 190.0, -4.0), slope(70.0, 600.0, -4.5), band(380.0, 0.5), band(900.0, 0.8)


def _storm(own: Stretch, t: float) -> Spectrum:
    """Low wind in long surges, rain behind it, thunder that only rolls: surges of the lowest octave."""
    thunder, wind, howl, veil = _far_storm()
    ears = []
    for ear in (0.0, 0.7):
        u = t - ear
        force = gust(own, 481, u, 10.3, 7.0)
        roll = max(0.0, nested(own.seed, 482, u, 7.9) * 2.0 - 1.0) * (1.0 - 0.7 * own.calm)
        ears.append(force * (0.7 * wind + 0.3 * force * howl + 0.2 * veil) + 0.75 * roll * thunder)
    return np.stack(ears) * np.float32(0.04)


@bed("storm", "lightning", "tornado", "explosion", trim=-4.4)
def storm(block: Stretch) -> Samples:
    """A storm on the other side of the hills; here it is only weather to sleep by."""
    return air(block, _storm, lane=480, width=0.7)


@cache
def _even() -> Spectrum:
    # No brighter than the night before it, and yet so wide that no second is louder than the next.
    return unit(slope(105.0, 750.0, -2.8) / np.sqrt(1.0 + (BINS / 1500.0) ** 6))


def _still(own: Stretch, t: float) -> Spectrum:
    return _even() * np.float32(0.04 * gust(own, 501, t, 43.0, 2.0 * (1.0 - own.calm)))


@bed(name="night-air", trim=-3.4)
def night_air(block: Stretch) -> Samples:
    """The air of the night itself, wide, dark and even: what every night comes down to in its last minutes."""
    return air(block, _still, lane=500, width=0.7)
