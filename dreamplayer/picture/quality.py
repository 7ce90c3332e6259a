"""How finely the picture is drawn, and when to change it: live, with hysteresis, never reshuffling what is seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tier:
    """One step of quality. What thins does so from the end of its arrays; nothing moves or changes place."""

    name: str
    scale: float
    """Internal size over the window's."""
    sky: int
    """The sky is drawn at 1/sky of the internal size."""
    bloom: int
    """Bloom starts at 1/bloom of the internal size."""
    levels: int
    detail: float
    """0..1: share of particles, and how finely mirrors are sampled."""


TIERS: tuple[Tier, ...] = (
    Tier("ultra", 1.0, 2, 2, 7, 1.0),
    Tier("high", 1.0, 3, 2, 6, 0.85),
    Tier("mid", 0.667, 4, 4, 5, 0.7),
    Tier("lite", 0.5, 4, 4, 5, 0.5),
    Tier("tiny", 0.4, 4, 4, 4, 0.4),
    Tier("least", 0.32, 4, 4, 4, 0.3),
)
NAMES = tuple(tier.name for tier in TIERS)
SOFTWARE = ("llvmpipe", "softpipe", "swiftshader", "gdi generic", "basic render", "swrast")


def tier(name: str) -> Tier:
    """The tier of that name."""
    return TIERS[NAMES.index(name)]


def software(renderer: str) -> bool:
    """Whether OpenGL is computed by the processor there."""
    return any(word in renderer.lower() for word in SOFTWARE)


def first_tier(renderer: str) -> Tier:
    """Where to start: `lite` on software GL, `high` on a graphics card."""
    return tier("lite" if software(renderer) else "high")


WINDOW = 15
"""Pictures looked back on: about a second and a half at 30 a second, one in three being measured."""
CALM = 100
"""Easy ones in a row before a finer tier is tried."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What the last pictures cost, and how long they have been easy."""

    costs: tuple[float, ...] = ()
    """Milliseconds of the latest pictures, newest last."""
    easy: int = 0
    """Pictures in a row that would have left room for a finer tier."""


def step(now: Tier, pace: Pace, cost: float, *, budget: float = 28.0) -> tuple[Tier, Pace]:
    """The tier to draw the next picture with, after a measured one that cost `cost` milliseconds.

    Down when the ninth tenth of the last `WINDOW` measured is over budget; up one after `CALM` of them, some five
    seconds, that all cost under two fifths of it. In between, nothing.
    """
    costs = (*pace.costs, cost)[-WINDOW:]
    easy = pace.easy + 1 if cost < budget * 0.42 else 0
    at = TIERS.index(now)
    if len(costs) == WINDOW and sorted(costs)[WINDOW * 9 // 10] > budget and at < len(TIERS) - 1:
        return TIERS[at + 1], Pace()
    if easy >= CALM and at > 0:
        return TIERS[at - 1], Pace()
    return now, Pace(costs, easy)
