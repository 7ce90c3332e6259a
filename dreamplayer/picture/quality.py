"""Adaptive quality: how finely the picture is drawn and when that changes, with hysteresis; nothing seen ever jumps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tier:
    """One level of quality. Arrays are thinned from their end, so that what stays neither moves nor changes place."""

    name: str
    scale: float
    """Render scale: internal size over the window's."""
    sky: int
    """The sky is drawn at 1/sky of the internal size."""
    bloom: int
    """Bloom starts at 1/bloom of the internal size."""
    levels: int
    """Mip levels of the bloom: more spread further."""
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
    """The tier of this name.

    Args:
        name: of the tier.

    Raises:
        ValueError: there is none.
    """
    return TIERS[NAMES.index(name)]


def software(renderer: str) -> bool:
    """Whether OpenGL is emulated by the processor.

    Args:
        renderer: GL_RENDERER of the context.
    """
    return any(word in renderer.lower() for word in SOFTWARE)


def first_tier(renderer: str) -> Tier:
    """The tier to start with: `lite` on software OpenGL, `high` on a graphics card.

    Args:
        renderer: GL_RENDERER of the context.
    """
    return tier("lite" if software(renderer) else "high")


def saving_tier(renderer: str) -> Tier:
    """The finest tier on a battery: one less than one starts with on mains power.

    Args:
        renderer: GL_RENDERER of the context.
    """
    return TIERS[TIERS.index(first_tier(renderer)) + 1]


WINDOW = 15
"""Length of the moving window in measured pictures: a second and a half at 30 a second, one in three measured."""
CALM = 100
"""Cheap pictures in a row before a finer tier is tried."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Cost of the latest pictures, and for how many in a row they have been cheap."""

    costs: tuple[float, ...] = ()
    """Milliseconds of the latest pictures, newest last."""
    easy: int = 0
    """Pictures in a row that would have left room for a finer tier."""


def step(now: Tier, pace: Pace, cost: float, *, budget: float = 28.0) -> tuple[Tier, Pace]:
    """The tier for the next picture, after one that was measured.

    One tier down where the 90th percentile of the last `WINDOW` costs is over budget; one up after `CALM` pictures in a
    row, some five seconds, under two fifths of it; otherwise unchanged.

    Args:
        now: the tier it was drawn with.
        pace: costs so far.
        cost: of the picture, milliseconds.
        budget: milliseconds a picture may take: 16 is 60 a second, 60 some fifteen.
    """
    costs = (*pace.costs, cost)[-WINDOW:]
    easy = pace.easy + 1 if cost < budget * 0.42 else 0
    i = TIERS.index(now)
    if len(costs) == WINDOW and sorted(costs)[WINDOW * 9 // 10] > budget and i < len(TIERS) - 1:
        return TIERS[i + 1], Pace()
    if easy >= CALM and i > 0:
        return TIERS[i - 1], Pace()
    return now, Pace(costs, easy)
