"""The six primitives that both painters know how to draw, and the light they are seen by.

Frozen data in world units (see `model.stage`). Colours are linear light. Blending is premultiplied
throughout: cover 0 adds light (fire, stars), cover 1 hides what is behind (a tree). Arrays are float32;
a scalar stands for the same value everywhere. What thins on slow machines is drawn from the front of its
arrays, so order them by importance or at random, never by place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dreamplayer.model.stage import Light

Array = NDArray[np.float32]
Scalar = float | np.float32 | Array
Profile = Literal["light", "body", "veil", "ink"]


def f32(values: ArrayLike) -> Array:
    """Numbers as an array of float32: a colour, a point, a row of either."""
    return np.asarray(values, np.float32)


@dataclass(frozen=True, eq=False)
class Shape:
    """A thing painted once in numpy, as light channels, then placed, tinted and relit many times.

    Made by `kit.shapes`; the same key is painted once a run.
    """

    key: str
    paint: Callable[[], NDArray[np.float32]]
    """Gives (frames, height, width, 8), rows from the top: albedo red, green, blue, alpha; normal x,
    normal y (-1..1, right and up), depth inside the outline in share of the height (for thin rims), inner
    glow (0..1, multiplied by the instance's glow colour). Albedo and glow are not premultiplied."""
    aspect: float = 1.0
    """Width over height of one frame."""
    foot: float = 0.0
    """Where the anchor lies, in share of the height from the bottom: 0 stands, .5 hovers about its middle."""
    radial: bool = False
    """True for a round glow without edge or relief: a painter may compute it instead of looking it up."""


@dataclass(frozen=True, eq=False)
class Dots:
    """Soft particles by the ten thousand."""

    at: Array
    """(n, 3) metres."""
    size: Scalar
    """Diameter in metres; drawn at least a pixel wide, then dimmed instead."""
    colour: Array
    """(n, 3) or (3,) linear light at the centre."""
    cover: Scalar = 0.0
    glint: Scalar = 0.0
    """0 a soft dot .. 1 a four-point star."""
    reflect: bool = True
    """Seen in still water too."""
    depth: float | None = None
    """Metres used to order it against other forms; its median distance if None."""


@dataclass(frozen=True, eq=False)
class Sprites:
    """A painted shape placed n times: lit by the stage's lights unless `lit` is 0."""

    shape: Shape
    at: Array
    """(n, 3) metres, where the anchor stands."""
    size: Scalar
    """Height in metres."""
    tint: Array | tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Multiplies the albedo."""
    glow: Array | tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Multiplies the inner light: what shines by itself."""
    cover: Scalar = 1.0
    """1 hides what is behind, 0 adds its light only."""
    opacity: Scalar = 1.0
    """Whole presence, 0..1."""
    lit: float = 1.0
    """How strongly lamps and sky relight it; 0 shows albedo as it is."""
    rim: float = 1.0
    """Strength of the thin edge towards the light."""
    turn: Scalar = 0.0
    """Radians in its own plane, counter-clockwise."""
    yaw: Scalar = 0.0
    """Radians about the vertical: 0 faces the eye, pi/2 is seen edge on, in true perspective."""
    lie: Scalar = 0.0
    """0 stands upright .. 1 lies flat on the ground."""
    width: Scalar = 1.0
    """Multiplies the width; -1 mirrors it."""
    frame: Scalar = 0.0
    """Which painted frame; fractions blend neighbours."""
    reflect: bool = True
    depth: float | None = None


@dataclass(frozen=True, eq=False)
class Ribbons:
    """Lines in depth with width, taper and a growth clock: roots, vines, trails, bridges, rays, ink."""

    at: Array
    """(k, m, 3) metres: k strands of m points."""
    width: Scalar
    """Half-width in metres: a number, (k, 1) or (k, m)."""
    colour: Array | tuple[float, float, float]
    """(3,), (k, 1, 3) or (k, m, 3)."""
    profile: Profile = "light"
    """light: bright core and soft halo, adds. body: a round limb, relit, covers. veil: translucent with
    soft edges. ink: dark, soft, covers."""
    opacity: Scalar = 1.0
    """A number, (k, 1) or (k, m)."""
    grown: Scalar = 1.0
    """0..1, a number or (k, 1): how far along each strand has grown; its tip is soft."""
    glow: Array | tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Bodies: light from within, along the spine."""
    reflect: bool = True
    depth: float | None = None


@dataclass(frozen=True, eq=False)
class Instances:
    """Grass, flowers, trees by the thousand: placed once under a key, then only swayed and grown."""

    key: str
    """Same key, same arrays: they are sent to the graphics card once."""
    shape: Shape
    at: Array
    """(n, 3) metres."""
    size: Array
    """(n,) metres."""
    tint: Array
    """(n, 3)."""
    glow: Array
    """(n, 3)."""
    phase: Array
    """(n,) 0..1: where each is in the sway."""
    born: Array
    """(n,) 0..1: when each starts on the growth clock; it takes .25 of it to stand."""
    frame: Array
    """(n,) painted frame."""
    grown: float = 1.0
    """The growth clock: 0 bare ground .. 1.25 all stand."""
    sway: float = 0.0
    """Metres its top leans, at the crest of the sway."""
    t: float = 0.0
    """Seconds, for the sway (wrap it at 3600)."""
    tone: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Multiplies every tint: what changes with the light, while the arrays stay."""
    shine: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Multiplies every glow."""
    opacity: float = 1.0
    cover: float = 1.0
    lit: float = 1.0
    rim: float = 1.0
    reflect: bool = True
    depth: float | None = None


@dataclass(frozen=True, eq=False)
class Field:
    """A small shader and its parameters: sky, fog, water, glow, cracks; full-screen or a patch."""

    shader: str
    """Name of a shader: `pool` is `pool.glsl` beside what draws it, with `vec4 paint(vec2 p)` in screen units."""
    params: Mapping[str, float | tuple[float, ...]] = field(default_factory=dict)
    maps: Mapping[str, Shape] = field(default_factory=dict)
    """Textures by uniform name: the first four channels of a shape's first frame."""
    depth: float = 300.0
    """Metres, to order it among the others."""
    patch: tuple[float, float, float, float] | None = None
    """Left, bottom, right, top in screen units (x times aspect), where it is not empty; None for all."""
    grain: int = 1
    """Drawn at 1, 1/2 or 1/4 of the picture's size and smoothed: 4 for fog and sky."""
    slow: bool = False
    """True where ten pictures a second are enough on a slow machine."""
    reflect: bool = False
    standin: tuple[Form, ...] = ()
    """Plainer forms that say the same, for the surface painter."""


@dataclass(frozen=True, eq=False)
class Text:
    """Words that stand in the world: what petals leave behind, a page."""

    words: str
    at: tuple[float, float, float]
    size: float
    """Height of a line in metres."""
    colour: tuple[float, float, float]
    opacity: float = 1.0
    cover: float = 0.0
    turn: float = 0.0
    italic: bool = True
    reflect: bool = True
    depth: float | None = None


Form = Dots | Sprites | Ribbons | Instances | Field | Text | Light
