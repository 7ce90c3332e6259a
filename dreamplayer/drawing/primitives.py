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
"""One value for all, or (n,) of them."""
Profile = Literal["light", "body", "veil", "ink"]
"""How a ribbon is seen across its width, see `Ribbons.profile`."""


def f32(values: ArrayLike) -> Array:
    """Numbers as an array of float32: a colour, a point, a row of either.

    Args:
        values: a number, a sequence or an array of any shape.

    Returns:
        float32 of that shape; an array that is float32 already is not copied.
    """
    return np.asarray(values, np.float32)


@dataclass(frozen=True, eq=False)
class Shape:
    """A thing painted once in numpy, as light channels, then placed, tinted and relit many times.

    Made by `kit.shapes`; the same key is painted once a run.
    """

    key: str
    """Its name, the same for the same painting in every run: what has one key is painted once."""
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
    modelled: bool = False
    """True for a body cast in three dimensions (`drawing.modelled`): the seventh channel is its depth towards the eye
    (.5 in the plane of the anchor, in shares of the height) instead of the depth inside the outline, and it is lit by
    its normals, bright only on the side of a lamp."""


@dataclass(frozen=True, eq=False)
class Dots:
    """Soft particles by the ten thousand."""

    position: Array
    """(n, 3) metres."""
    size: Scalar
    """Diameter in metres, a number or (n,); drawn at least a pixel wide, then dimmed instead. .02 a speck, .1 a
    firefly's halo, 1 a puff of mist."""
    colour: Array
    """(n, 3) or (3,) linear light at the centre; above 1 the middle is white and a halo of its colour remains."""
    cover: Scalar = 0.0
    """0 adds its light (sparks) .. 1 hides what is behind (snow), a number or (n,)."""
    glint: Scalar = 0.0
    """0 a soft dot .. 1 a four-point star, a number or (n,)."""
    reflect: bool = True
    """Seen in still water too."""
    depth: float | None = None
    """Metres used to order it against other forms; its median distance if None."""


@dataclass(frozen=True, eq=False)
class Sprites:
    """A painted shape placed n times: lit by the stage's lights unless `lit` is 0."""

    shape: Shape
    """What is painted."""
    position: Array
    """(n, 3) metres, where the anchor stands."""
    size: Scalar
    """Height of a frame in metres, a number or (n,)."""
    tint: Array | tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Multiplies the albedo, (3,) or (n, 3): .05 a silhouette, .3 seen by moonlight, 1 as it is painted."""
    glow: Array | tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Multiplies the inner light, (3,) or (n, 3): 0 none, .1 embers, 1 a lit window; above 1 it dazzles."""
    cover: Scalar = 1.0
    """1 hides what is behind, 0 adds its light only; a number or (n,)."""
    opacity: Scalar = 1.0
    """Whole presence, 0..1, a number or (n,)."""
    lit: float = 1.0
    """How strongly lamps and sky relight it; 0 shows albedo as it is."""
    rim: float = 1.0
    """Strength of the thin edge towards the light: 0 a flat cut-out, 1 as the scene's light has it, 2 back-lit."""
    turn: Scalar = 0.0
    """Radians in its own plane, counter-clockwise, a number or (n,), as all below."""
    yaw: Scalar = 0.0
    """Radians about the vertical: 0 faces the eye, pi/2 is seen edge on, in true perspective."""
    lie: Scalar = 0.0
    """0 stands upright .. 1 lies flat on the ground."""
    width: Scalar = 1.0
    """Multiplies the width; -1 mirrors it."""
    frame: Scalar = 0.0
    """Which painted frame, 0 .. frames - 1; fractions blend neighbours."""
    shadow: float = 0.0
    """0..1, how dark a shadow a modelled shape casts on the ground it stands on, away from the strongest lamp."""
    reflect: bool = True
    """Seen in still water too."""
    depth: float | None = None
    """Metres used to order it against other forms; its median distance if None."""


@dataclass(frozen=True, eq=False)
class Ribbons:
    """Lines in depth with width, taper and a growth clock: roots, vines, trails, bridges, rays, ink."""

    position: Array
    """(k, m, 3) metres: k strands of m points."""
    width: Scalar
    """Half-width in metres: a number, (k, 1) or (k, m); .003 a thread, .05 a branch, 1 a path of light."""
    colour: Array | tuple[float, float, float]
    """Linear light, (3,), (k, 1, 3) or (k, m, 3): of a body the albedo, of all others what is seen."""
    profile: Profile = "light"
    """light: bright core and soft halo, adds. body: a round limb, relit, covers. veil: translucent with
    soft edges. ink: dark, soft, covers."""
    opacity: Scalar = 1.0
    """Whole presence, 0..1: a number, (k, 1) or (k, m)."""
    grown: Scalar = 1.0
    """0..1, a number or (k, 1): how far along each strand has grown; its tip is soft."""
    glow: Array | tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Bodies: light from within, along the spine, shaped as `colour`."""
    reflect: bool = True
    """Seen in still water too."""
    depth: float | None = None
    """Metres used to order it against other forms; its median distance if None."""


@dataclass(frozen=True, eq=False)
class Instances:
    """Grass, flowers, trees by the thousand: placed once under a key, then only swayed and grown."""

    key: str
    """Same key, same arrays: they are sent to the graphics card once."""
    shape: Shape
    """What is painted; its frames are the kinds."""
    position: Array
    """(n, 3) metres, where each stands."""
    size: Array
    """(n,) metres, its height."""
    tint: Array
    """(n, 3), multiplies the albedo."""
    glow: Array
    """(n, 3), multiplies the inner light: 0 none .. 1 bright."""
    phase: Array
    """(n,) 0..1: where each is in the sway."""
    born: Array
    """(n,) 0..1: when each starts on the growth clock; it takes .25 of it to stand."""
    frame: Array
    """(n,) painted frame."""
    grown: float = 1.0
    """The growth clock: 0 bare ground .. 1.25 all stand."""
    sway: float = 0.0
    """Metres its top leans, at the crest of the sway: 0 a painting, .03 a breath of air, .15 wind."""
    t: float = 0.0
    """Seconds, for the sway (wrap it at 3600)."""
    tone: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Multiplies every tint: what changes with the light, while the arrays stay."""
    shine: tuple[float, float, float] = (1.0, 1.0, 1.0)
    """Multiplies every glow."""
    opacity: float = 1.0
    """Whole presence, 0..1."""
    cover: float = 1.0
    """1 hides what is behind, 0 adds its light only."""
    lit: float = 1.0
    """How strongly lamps and sky relight it; 0 shows the albedo as it is."""
    rim: float = 1.0
    """Strength of the thin edge towards the light: 0 a dark mass, 1 every blade is drawn."""
    reflect: bool = True
    """Seen in still water too."""
    depth: float | None = None
    """Metres used to order it against other forms; its median distance if None."""


@dataclass(frozen=True, eq=False)
class Field:
    """A small shader and its parameters: sky, fog, water, glow, cracks; full-screen or a patch."""

    shader: str
    """Name of a shader: `pool` is `pool.glsl` beside what draws it, with `vec4 paint(vec2 p)` in screen units."""
    params: Mapping[str, float | tuple[float, ...]] = field(default_factory=dict)
    """Uniforms of the shader by name: a number, or two to four of them."""
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
    """Seen in still water too."""
    standin: tuple[Form, ...] = ()
    """Plainer forms that say the same, for the surface painter."""


@dataclass(frozen=True, eq=False)
class Text:
    """Words that stand in the world: what petals leave behind, a page."""

    words: str
    """What is written; one line."""
    position: tuple[float, float, float]
    """Metres, the middle of the line."""
    size: float
    """Height of a line in metres."""
    colour: tuple[float, float, float]
    """Linear light."""
    opacity: float = 1.0
    """Whole presence, 0..1."""
    cover: float = 0.0
    """0 letters of light .. 1 ink that hides what is behind."""
    turn: float = 0.0
    """Radians, counter-clockwise."""
    italic: bool = True
    """Slanted, as handwriting."""
    reflect: bool = True
    """Seen in still water too."""
    depth: float | None = None
    """Metres used to order it against other forms; the distance of `position` if None."""


Form = Dots | Sprites | Ribbons | Instances | Field | Text | Light
