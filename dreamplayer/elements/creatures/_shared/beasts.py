"""Proportions of an animal on four legs, withers at height 1: what makes one kind itself."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.kit.sdf import Joint

Outline = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """Where a leg hangs and how strong it is: radii at the top, the knee, the shin, the foot."""

    top: tuple[float, float]
    foot: float
    """Where its foot stands, x."""
    radii: tuple[float, float, float, float] = (0.12, 0.062, 0.040, 0.042)
    foot_long: float = 0.07
    column: bool = False
    """A hind leg without a hock, as elephants have."""


@dataclass(frozen=True, slots=True)
class Beast:
    """Proportions of one kind."""

    name: str
    """Its name among painted shapes."""
    spine: tuple[Joint, ...]
    neck: tuple[Joint, ...]
    head: tuple[Joint, ...]
    """Skull to nose."""
    ears: tuple[Outline, ...]
    tail: tuple[Joint, ...]
    hind: Leg
    fore: Leg
    step: float = 0.30
    """Half the way a foot goes."""
    lift: float = 0.10
    nod: tuple[float, float] = (-0.5, -0.2)
    """Radians the neck and then the head turn in the idle: negative lowers."""
    fur: float = 0.0
    """How ragged the outline is, 0 a horse .. .03 a bear."""
    extra: str = ""
    """Mane, antlers, trunk: drawn by the painter of that name."""
    melt: float = 0.10
