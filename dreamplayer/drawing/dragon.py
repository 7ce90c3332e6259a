"""A great dragon on wide wings, seen against the dusk: where its spine runs and how its wings are spread, at any time.

In its own frame x points ahead, y up and z away from the eye; lengths are half-spans of its wings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.hashing import bell, dice

Points = NDArray[np.float64]
LONG = 3.0
"""From nose to tip of the tail."""
BEAT = 9.0
"""Seconds from one beat of the wings to the next."""
_NECK = 0.30
"""Where along its length the shoulders are."""
FINGERS: Points = np.array([[1.00, -0.10], [0.90, -0.40], [0.69, -0.60], [0.44, -0.66]])
"""Tips of the fingers, first to last: outwards and ahead."""
_ELBOW, _WRIST = np.array([0.20, 0.10]), np.array([0.46, 0.20])
_HIP = np.array([0.03, -0.62])
_SCALLOP = 0.17
"""How deep the skin hangs in between two fingers."""


@dataclass(frozen=True)
class Flight:
    """How it flies at one moment."""

    t: float
    own: float
    """Radians: what sets two dragons apart."""

    def spine(self, s: Points) -> Points:
        """Points along its body, (n, 3): s is 0 at the nose, 1 at the tip of the tail; waves run down it."""
        back = np.clip(s - _NECK, 0.0, None) / (1.0 - _NECK)
        ahead = np.clip(_NECK - s, 0.0, None) / _NECK
        wave = 2.1 * np.pi * back - 0.42 * self.t + self.own
        x = LONG * (_NECK - s) + 0.10 * ahead**2
        y = 0.36 * back**1.3 * np.sin(wave) - 0.04 * back + 0.20 * ahead * (1.6 - ahead)
        y = y + 0.05 * ahead * np.sin(0.31 * self.t + self.own) + self.heave()
        z = 0.30 * back**1.2 * np.sin(0.8 * wave + 1.2) - 0.16 * ahead
        return np.stack([x, y, z], -1)

    def heave(self) -> float:
        """How far a beat lifts its body."""
        return 0.045 * float(np.sin(2 * np.pi * self.t / BEAT + self.own + 2.4))

    @cached_property
    def shoulder(self) -> Points:
        """Where its wings begin, (3,)."""
        return np.asarray(self.spine(np.array([_NECK + 0.02]))[0])

    def wing(self, outward: Points, forward: Points, side: float) -> Points:
        """Points of a spread wing, (..., 3): `side` 1 is the one beyond the body, -1 the near one.

        It bends along its length: the tips lag behind the shoulder.
        """
        turn = 2 * np.pi * self.t / BEAT + self.own
        wide = 0.68 + 0.32 * np.sin(0.17 * self.t + 2.0 * self.own)
        root = 0.16 + 0.34 * wide * np.sin(turn)
        tip = -0.14 + 0.30 * wide * np.sin(turn - 1.1)
        angle = root + tip * outward
        lift = outward * np.sin(angle)
        reach = outward * np.cos(angle)
        sweep = 1.0 - 0.10 * np.sin(turn + 0.6) * outward
        shoulder = self.shoulder
        return np.stack(
            [
                shoulder[0] + 0.06 + forward * sweep,
                shoulder[1] + 0.05 + lift,
                shoulder[2] + side * (0.05 + reach),
            ],
            -1,
        )

    def skin(self, panel: NDArray[np.int64] | int, along: Points, across: Points, side: float) -> Points:
        """Points of the skin between finger `panel` and the next (3: the last and the body), 0..1 both ways."""
        rim = np.vstack([FINGERS, _HIP])
        one, two = rim[panel], rim[np.asarray(panel) + 1]
        last = np.asarray(panel) == len(FINGERS) - 1
        start_one = np.broadcast_to(_WRIST, np.shape(one))
        start_two = np.where(np.asarray(last)[..., None], np.array([0.03, 0.05]), _WRIST)
        slack = 1.0 - _SCALLOP * np.sin(np.pi * across)
        v = (along * slack)[..., None]
        w = across[..., None]
        flat = (start_one + (one - start_one) * v) * (1.0 - w) + (start_two + (two - start_two) * v) * w
        return self.wing(flat[..., 0], flat[..., 1], side)

    def bones(self, side: float) -> Points:
        """The fingers from the wrist to their tips, (4, 9, 3)."""
        v = np.linspace(0.0, 1.0, 9)[None, :, None]
        bow = 0.05 * np.sin(np.pi * v) * np.array([0.3, 1.0])
        flat = _WRIST + (FINGERS[:, None, :] - _WRIST) * v + bow
        return self.wing(flat[..., 0], flat[..., 1], side)

    def arm(self, side: float) -> Points:
        """Shoulder, elbow, wrist and on to the first finger's tip: the leading edge, (1, 17, 3)."""
        knots = np.array([[0.0, 0.0], _ELBOW, _WRIST, [0.74, 0.09], FINGERS[0]])
        u = np.linspace(0.0, 1.0, 17)
        at = np.array([0.0, 0.24, 0.48, 0.75, 1.0])
        flat = np.stack([_round(u, at, knots[:, k]) for k in (0, 1)], -1)
        return self.wing(flat[:, 0], flat[:, 1], side)[None]

    def hem(self, side: float) -> Points:
        """The scalloped edge behind, finger by finger to the body, (4, 9, 3)."""
        across = np.broadcast_to(np.linspace(0.0, 1.0, 9), (4, 9))
        return self.skin(np.broadcast_to(np.arange(4)[:, None], (4, 9)), np.ones((4, 9)), across, side)


def girth(s: Points) -> Points:
    """Half its width along the body: a slender neck, a deep chest, a long thin tail."""
    chest = 0.075 * np.exp(-(((s - 0.37) / 0.10) ** 2))
    return np.asarray(0.046 * (1.0 - np.clip((s - 0.30) / 0.70, 0, 1)) ** 0.9 + chest + 0.004)


def legs(flight: Flight, t: float) -> Points:
    """Four legs tucked up under it, near and far, trailing a little, (4, 7, 3)."""
    out = []
    for s, long, side in ((0.355, 0.24, 1.0), (0.355, 0.24, -1.0), (0.49, 0.34, 1.0), (0.49, 0.34, -1.0)):
        hip = flight.spine(np.array([s]))[0] + np.array([0.0, -0.5 * float(girth(np.array([s]))[0]), 0.07 * side])
        swing = 0.03 * np.sin(0.42 * t + 3.0 * s + side)
        knots = np.array([[0.0, 0.0], [0.30, -0.52], [-0.30, -0.74 + swing], [-0.80, -0.78 + swing]]) * long
        u = np.linspace(0.0, 1.0, 7)
        at = np.array([0.0, 0.38, 0.75, 1.0])
        out.append(hip + np.stack([*(_round(u, at, knots[:, k]) for k in (0, 1)), 0.05 * side * u], -1))
    return np.stack(out)


def crest(back: Points, up: Points, s: Points, t: float) -> Points:
    """Fins along its back, like flames that lean behind, (k, 5, 3): `back` and `up` give its outline at `s`."""
    some = slice(4, 72, 3)
    size = 0.14 * np.sin(np.pi * np.clip(s[some] * 1.05, 0, 1)) ** 0.5 * (1.05 - s[some])
    v = np.linspace(0.0, 1.0, 5)[None, :, None]
    sway = 0.12 * np.sin(0.7 * t + 9.0 * s[some])[:, None, None]
    lean = up[some][:, None, :] * (1.0 + sway) + np.array([-0.9, 0.0, 0.0]) * v
    return np.asarray(back[some][:, None, :] + lean * (size[:, None, None] * v))


def _round(u: Points, at: Points, values: Points) -> Points:
    """A curve through values without corners."""
    return np.asarray(sum(np.interp(np.clip(u + d, 0, 1), at, values) for d in (-0.05, 0.0, 0.05)) / 3.0)


@dataclass(frozen=True, eq=False)
class Dust:
    """Motes that lie on a wing."""

    panel: NDArray[np.int64]
    along: Points
    across: Points
    shine: NDArray[np.float32]
    """0..1 each: most by the fingers and along the hem."""
    phase: NDArray[np.float32]
    """Radians of its twinkling."""
    size: NDArray[np.float32]
    """Half-spans."""


@lru_cache(maxsize=16)
def scattered(seed: int, n: int) -> Dust:
    """`n` motes, denser outwards and by the fingers."""
    u, along = dice(seed, 73, n).astype(np.float64), 0.10 + 0.90 * np.sqrt(dice(seed, 72, n).astype(np.float64))
    across = u + 0.11 * np.sin(4 * np.pi * u)
    near = np.exp(-np.minimum(across, 1 - across) * 14.0) + 0.7 * np.exp(-(1 - along) * 9.0)
    return Dust(
        panel=np.floor(4.0 * dice(seed, 71, n)).astype(np.int64),
        along=along,
        across=across,
        shine=((0.10 + 0.5 * near) * dice(seed, 75, n) ** 2).astype(np.float32),
        phase=(6.2832 * dice(seed, 74, n)).astype(np.float32),
        size=(0.012 + 0.016 * dice(seed, 76, n)).astype(np.float32),
    )


@lru_cache(maxsize=16)
def sparks(seed: int, n: int) -> tuple[Points, Points, Points, Points, NDArray[np.float32]]:
    """What it leaves behind: where along its body, when in its life, how far off (n, 3), how bright, which glint."""
    off = np.stack([bell(seed, 64 + k, n) for k in range(3)], 1).astype(np.float64)
    lag, born, bright = (dice(seed, lane, n).astype(np.float64) for lane in (62, 63, 67))
    return lag, born, off, bright, (dice(seed, 68, n) > 0.95).astype(np.float32)
