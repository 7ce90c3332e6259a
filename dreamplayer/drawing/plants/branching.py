"""How a tree divides: trunk, boughs, twigs and roots as lines in space, a function of its seed. Height 1, foot at 0."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.primitives import Array
from dreamplayer.kit.hashing import uniform_one

POINTS = 8
"""Points of a strand."""


@dataclass(frozen=True, eq=False)
class Branches:
    """Strands from the trunk outwards; those of a level follow each other."""

    points: Array
    """(k, POINTS, 3), y up, x and z to the sides."""
    width: Array
    """(k, POINTS) half-widths."""
    born: Array
    """(k,) 0..1: when a strand begins to grow; it takes .3."""
    twigs: Array
    """(n, 3): where leaves hang."""
    far: Array
    """(n,) 0..1: how far out in its crown each of them is."""


class _Chance:
    """Numbers in [0, 1) one after another, from a seed."""

    def __init__(self, seed: int) -> None:
        self.seed, self.index = seed, 0

    def __call__(self, low: float = 0.0, high: float = 1.0) -> float:
        self.index += 1
        return low + (high - low) * uniform_one(self.seed, 5, self.index)


def _strand(roll: _Chance, start: Array, way: Array, length: float, rise: float, wild: float) -> tuple[Array, Array]:
    """A line that wanders as it grows: its points, and the way it goes at its end."""
    step = length / (POINTS - 1)
    points = [start]
    d = way / (np.linalg.norm(way) + 1e-9)
    for _ in range(POINTS - 1):
        bend = np.array([roll(-1, 1), roll(-0.6, 0.6), roll(-1, 1)]) * wild
        d = d + bend + np.array([0.0, rise, 0.0])
        d = d / (np.linalg.norm(d) + 1e-9)
        points.append(points[-1] + d * step)
    return np.asarray(points, np.float32), np.asarray(d, np.float32)


@lru_cache(maxsize=64)
def skeleton(seed: int, *, levels: int = 4, roots: bool = True, broad: float = 1.0) -> Branches:
    """A broad-crowned tree: limbs that wander, fork and thin out.

    Args:
        seed: whose random numbers; each tree is another.
        levels: how often it forks: 2 a bare young tree, 4 a full crown; each more has about four times the strands.
        roots: with roots that run out flat where the trunk meets the ground.
        broad: how far limbs lean out: .5 a poplar, 1 an oak, 1.6 an umbrella.

    Returns:
        Its strands and where leaves hang, in tree heights, the foot at the origin.
    """
    roll = _Chance(seed)
    strands: list[Array] = []
    widths: list[Array] = []
    born: list[float] = []
    twigs: list[Array] = []

    def grow(start: Array, way: Array, length: float, thick: float, level: int, since: float) -> None:
        rise = 0.02 + 0.05 * (level == 1) - 0.012 * level
        line, _ = _strand(roll, start, way, length, rise, 0.085 + 0.055 * level)
        strands.append(line)
        thin = thick * (0.62 if level < levels else 0.18)
        widths.append(np.linspace(thick, thin, POINTS, dtype=np.float32))
        born.append(since)
        if level >= levels - 1:
            twigs.extend(line[k] for k in (range(2, POINTS) if level >= levels else (5, 7)))
        if level >= levels:
            return
        count = (5, 4, 4, 4)[min(level, 3)] if level else 6
        for k in range(count):
            share = (0.52 + 0.48 * (k + roll(0.2, 0.8)) / count) if level == 0 else (0.30 + 0.70 * (k + roll()) / count)
            i = min(int(share * (POINTS - 1)), POINTS - 2)
            f = share * (POINTS - 1) - i
            points = line[i] * (1 - f) + line[i + 1] * f
            turn = 2.4 * k + roll(0, 1.4) + 0.7 * level
            out = np.array([np.cos(turn), 0.0, np.sin(turn)])
            ahead = line[i + 1] - line[i]
            ahead = ahead / (np.linalg.norm(ahead) + 1e-9)
            lean = roll(0.75, 1.15) if level == 0 else roll(0.55, 1.0)
            new = ahead * (0.62 if level == 0 else 0.75) + out * lean * broad
            here = thick + (thin - thick) * share
            shrink = roll(0.52, 0.78) if level else roll(0.62, 0.92) * (1.15 - 0.5 * (share - 0.5))
            grow(
                np.asarray(points),
                new,
                length * shrink,
                here * roll(0.45, 0.68),
                level + 1,
                min(since + 0.16 * share + 0.08, 0.7),
            )

    trunk = np.array([roll(-0.14, 0.14), 1.0, roll(-0.1, 0.1)])
    grow(np.zeros(3, np.float32), trunk.astype(np.float32), 0.52, 0.043, 0, 0.0)
    if roots:
        for k in range(7):
            turn = 0.9 * k + roll(-0.3, 0.3)
            out = np.array([np.cos(turn), -0.10, np.sin(turn) * 0.8])
            line, _ = _strand(roll, np.array([0.0, 0.045, 0.0]), out, roll(0.14, 0.27), -0.055, 0.12)
            line[:, 1] = np.maximum(line[:, 1], -0.005)
            strands.append(line)
            widths.append(np.linspace(0.030, 0.004, POINTS, dtype=np.float32))
            born.append(0.0)
    points = np.stack(strands)
    leaf = np.asarray(twigs, np.float32)
    top = float(max(points[..., 1].max(), 1e-3))
    points, leaf = points / top, leaf / top
    side = float(np.abs(leaf[:, 0]).max()) if len(leaf) else 0.5
    slim = np.array([min(1.0, 0.49 / max(side, 1e-3)), 1.0, 1.0], np.float32)
    points, leaf = points * slim, leaf * slim
    middle = np.array([leaf[:, 0].mean(), leaf[:, 1].mean(), 0.0])
    away = np.linalg.norm((leaf - middle) / (leaf.std(0) + 1e-3), axis=1)
    return Branches(
        points.astype(np.float32), (np.stack(widths) / top).astype(np.float32), np.asarray(born, np.float32),
        leaf.astype(np.float32), np.clip(away / 2.6, 0, 1).astype(np.float32),
    )  # fmt: skip
