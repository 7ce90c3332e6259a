"""Proportions of an animal on four legs, withers at height 1: what makes one kind itself."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.kit.sdf import Joint
from dreamplayer.model.reading import Colour

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
class Coat:
    """Colours of an animal, linear light, and its hair."""

    main: Colour = (0.17, 0.10, 0.055)
    belly: Colour | None = None
    """Below the middle of the body, under the tail and on the muzzle; None as the rest."""
    socks: Colour | None = None
    """Of the legs below the knee; None as the rest."""
    hair: Colour | None = None
    """Of mane, tail and tuft; None as the rest."""
    face: Colour | None = None
    """Of the head; None as the rest."""
    patches: Colour | None = None
    """Of large patches, as a cow has them; None for none."""
    stripes: float = 0.0
    """0 none .. 1 a tabby."""
    length: float = 0.0007
    """Metres of relief of its hair: .0007 a cat, .002 a bear, .010 a fleece."""
    woolly: bool = False
    """Curls instead of hair."""


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
    wide: float = 0.80
    """Breadth of its body over its depth: .75 a deer, 1 a bear."""
    ear_spread: float = 0.30
    """How far the tips of its ears stand out, over their length: .2 a horse, 1 a cow."""
    coat: Coat = Coat()
    """Colours and hair."""
