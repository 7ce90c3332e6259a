"""What a place is built of, as data: triangle meshes with a material each, and the lamps that light them.

Coordinates are metres of the place (see `model.place`). A material is a function of the points of its solid that are
seen; it is asked once for all of them, so it is written for arrays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dreamplayer.model.stage import Vec3

Array = NDArray[Any]
"""Numbers in an array: float32, unless a step between two of them was made in float64."""
Mask = NDArray[np.bool_]
F = np.float32
_PIXEL = 0.0030
"""Slope a pixel is wide in a picture of 450 rows."""


@dataclass(frozen=True, eq=False)
class Surface:
    """The visible points of one solid, as its material is asked for them."""

    p: Array
    """(n, 3) metres of the place."""
    local: Array
    """(n, 3) coordinates on the solid: metres from the low corner of a box; metres along and across a panel; angle,
    height and radius of a lathe; metres along, angle and radius of a tube."""
    n: Array
    """(n, 3) unit normals towards the eye."""
    sight: Array
    """(n, 3) unit vectors from the eye."""
    distance: Array | None = None
    """(n,) metres from the eye; None where nobody said."""

    def detail(self, size: float) -> Array:
        """How much of a detail is told apart: 1 at hand, 0 where it is finer than a pixel of a small picture.

        What is finer would be grain and no form: a material lets it fade with this.

        Args:
            size: of the detail in metres.

        Returns:
            (n,) 0..1.
        """
        if self.distance is None:
            return np.ones(len(self.p), F)
        # A level surface is foreshortened; half of that is taken, as details keep their width.
        steep = 0.35 + 0.65 * np.abs((self.sight * self.n).sum(1))
        pixels = F(size) * steep / (self.distance * F(_PIXEL))
        return np.asarray(np.clip(pixels - F(0.5), 0.0, 1.0), F)

    def only(self, mask: Mask) -> Surface:
        """Some of the points.

        Args:
            mask: (n,) which of them.
        """
        distance = None if self.distance is None else self.distance[mask]
        return Surface(self.p[mask], self.local[mask], self.n[mask], self.sight[mask], distance)


@dataclass(frozen=True, eq=False)
class Finish:
    """What a material gives at n points; a number stands for all of them."""

    albedo: Array
    """(n, 3) or (3,) share of light given back, linear: .03 soot, .2 oak, .5 limewash."""
    gloss: float | Array = 0.0
    """0 dull .. 1 sharp highlights."""
    metal: float | Array = 0.0
    """1 tints its highlights and has little diffuse light."""
    occlusion: float | Array = 1.0
    """Light that reaches it in spite of its own relief: .3 in a joint."""
    emission: Mapping[str, Array] = field(default_factory=dict)
    """Light it gives by itself, (n, 3) by group: a lampshade follows its lamp."""
    normal: Array | None = None
    """(n, 3) unit normals, where its relief tilts them."""
    mirror: float | Array = 0.0
    """0..1 how clearly a level floor reflects the place: .1 waxed boards, .5 wet stones, .9 water."""
    thin: float = 0.0
    """0..1 light that comes through from behind: .5 cloth and leaves."""


Material = Callable[[Surface], Finish]
"""A material: gives the finish of the points it is asked for."""
Cut = Callable[[Array], Mask]
"""Which points of a solid exist, from their local coordinates (n, 3): windows in a wall, the outline of a leaf."""


@dataclass(frozen=True, eq=False)
class Solid:
    """A triangle mesh of one material."""

    vertices: Array
    """(v, 3) metres."""
    normals: Array
    """(v, 3) unit normals; they are turned towards the eye, so their sign does not matter."""
    local: Array
    """(v, 3) see `Surface.local`."""
    triangles: NDArray[np.int32]
    """(m, 3) indices of vertices, in any winding."""
    material: Material
    casts: bool = True
    """Throws shadows."""
    cut: Cut | None = None
    """Which of its points exist; None for all."""
    sheds: bool = False
    """Leaves on cards that fall in autumn: fewer then, none under snow."""

    def replace(self, **changes: Any) -> Solid:
        """A copy with other values.

        Args:
            changes: new values by field name.
        """
        return replace(self, **changes)


@dataclass(frozen=True, eq=False)
class Lamp:
    """A small round source of light."""

    group: str
    """The group it is dimmed and coloured with."""
    position: Vec3
    power: float
    """Irradiance at a metre, times pi: .5 a candle in the corner, 2 the lamp of a room."""
    size: float = 0.06
    """Radius in metres: the larger, the softer its shadows."""
    shadow: float = 1.0
    """0 none .. 1 full shadows."""
    shade: Callable[[Array], Array] | None = None
    """Share of light that leaves it in a direction, from (n, 3) offsets from the lamp: a lampshade."""
    bounce: float = 0.10
    """Share that comes back from walls and ceiling as soft light from everywhere."""
    reach: float = 3.0
    """Metres over which that fades."""
    skin: float = 0.10
    """Solids nearer to it than this, in metres, throw no shadow: its own glass and stand."""
    dust: float = 0.0
    """Share of its light that the air gives back, a metre: .01 a halo in mist, .05 rays between trunks."""
    dust_reach: float = 30.0
    """Metres from the eye, along its axis, in which the air does so."""


@dataclass(frozen=True, eq=False)
class Pane:
    """The light of the sky through an opening: a rectangle that shines softly to both sides."""

    group: str
    origin: Vec3
    """One corner."""
    u: Vec3
    """Edge from it."""
    v: Vec3
    """The other edge from it."""
    power: float
    """Irradiance of a square metre of it at a metre."""
    shadow: float = 1.0


@dataclass(frozen=True, eq=False)
class Sun:
    """Light of parallel rays: the moon, or the sun. It enters rooms by their openings, whose solids cast shadows."""

    group: str
    toward: Vec3
    """Direction to it; any length."""
    power: float
    """Irradiance of a surface that faces it: .5 a clear moon."""
    soft: float = 0.012
    """Blur of its shadows in metres for each metre behind what throws them."""
    dust: float = 0.0
    """Share that hangs in the air, a metre: .02 shafts of light in a dusty room."""
    dust_reach: float = 16.0
    """Metres from the eye, along its axis, in which the air is dusty: the depth of a room."""


@dataclass(frozen=True, eq=False)
class Sky:
    """Soft light from above: irradiance of what faces up in the open; occlusion darkens it below roofs and trees."""

    group: str
    power: float
    below: float = 0.35
    """Share that reaches what faces down, from the ground."""


Source = Lamp | Pane | Sun | Sky


@dataclass(frozen=True, eq=False)
class Scenery:
    """The solids and lamps of a place for one seed."""

    solids: tuple[Solid, ...]
    sources: tuple[Source, ...]
    groups: tuple[str, ...]
    """Names of its groups of light, four at most, the key first."""
    mist: float = 0.0
    """Extinction per metre: .01 clear air over a valley, .05 a foggy wood."""
    mist_group: str = ""
    """The group whose light the mist gives back; empty for the last."""
    mist_glow: float = 0.05
    """Light of endless mist in that group at strength 1."""
    mist_height: float = 0.0
    """Metres above the floor in which the mist lies, thinning upwards; 0 for air that is the same everywhere."""
    sky_open: bool = True
    """False for a room: occlusion is taken from near surfaces alone."""
