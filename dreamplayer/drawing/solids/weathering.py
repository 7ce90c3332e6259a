"""What weather and season lay on the solids of an open place: snow, water, coloured leaves.

Materials know nothing of it: it is blended over what they give, by how far a surface faces up and whether it lies
under the open sky.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.solids import shadow
from dreamplayer.drawing.solids.materials import chance
from dreamplayer.drawing.solids.raster import Geometry, View, rasterize
from dreamplayer.drawing.solids.solid import Array, F, Mask, Solid
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Season, Weathering

SNOW = np.array([0.275, 0.295, 0.340], F)
"""Albedo of snow: half of what it is in life, or a snowy night would be brighter than the night's limit."""
_AUTUMN = np.array([[0.30, 0.115, 0.020], [0.215, 0.062, 0.018], [0.285, 0.185, 0.030], [0.150, 0.120, 0.036]], F)
"""Albedo of amber, rust, gold and late green leaves."""
_BLOSSOM = np.array([0.46, 0.36, 0.38], F)
_AUTUMN_LEAVES = 0.62
"""Share of the leaves that still hang in autumn."""
_STRAW = np.array([0.150, 0.118, 0.050], F)
"""Albedo of grass in autumn."""
_LITTER = 60.0
"""How soon leaves lie on the ground, by the share of the picture that is crowns."""
_PETAL = np.array([0.40, 0.33, 0.34], F)
_REACH = 70.0
"""Metres from the eye within which it is known what is sheltered."""
_MAP = 700
"""Pixels of a side of the map of what is sheltered."""
_FOLIAGE = 0.2
"""Share of light let through from which on something is a leaf: conifers stay below."""
_HEIGHTS = 320
"""Columns and rows of a map of heights."""
_NOTHING = -1000.0
_FLAT_WATER = 0.6
"""Metres about height 0 in which wet ground mirrors, as reflections are drawn there."""


@dataclass(frozen=True, eq=False)
class Skin:
    """What is seen of all solids, point by point; (n, 3) and (n,)."""

    p: Array
    n: Array
    sight: Array
    albedo: Array
    gloss: Array
    occlusion: Array
    mirror: Array
    thin: Array
    owner: NDArray[np.int32]
    """Number of the solid it belongs to."""
    casts: Mask
    """Whether that throws a shadow: a crown does, unlike grass."""


@dataclass(frozen=True, eq=False)
class Heights:
    """Height of the highest surface over a square of ground, as rain meets it."""

    low: tuple[float, float]
    """Least x and z, metres."""
    step: float
    """Metres between two columns."""
    y: Array
    """(columns of x, rows of z) metres; far below where nothing is."""

    def at(self, x: Array, z: Array) -> Array:
        """Heights at points; far below beyond the square.

        Args:
            x: (n,) metres across.
            z: (n,) metres away.

        Returns:
            (n,) metres.
        """
        i = np.rint((x - self.low[0]) / self.step).astype(int)
        j = np.rint((z - self.low[1]) / self.step).astype(int)
        wide, tall = self.y.shape
        inside = (i >= 0) & (i < wide) & (j >= 0) & (j < tall)
        return np.where(inside, self.y[np.clip(i, 0, wide - 1), np.clip(j, 0, tall - 1)], F(_NOTHING)).astype(F)


def in_season(solids: Sequence[Solid], weathering: Weathering) -> tuple[Solid, ...]:
    """What stands there in a season: leaves have thinned in autumn, and are gone where snow lies.

    Args:
        solids: of a place in summer.
        weathering: snow and season.
    """
    if weathering.snow:
        return tuple(solid for solid in solids if not solid.sheds)
    if weathering.season != "autumn":
        return tuple(solids)
    return tuple(_thinned(solid) if solid.sheds else solid for solid in solids)


def _thinned(solid: Solid) -> Solid:
    """A solid of cards with some of them fallen; both triangles of a card go together."""
    card = np.rint(solid.local[solid.triangles[:, 0], 2]).astype(np.int64)
    return solid.replace(triangles=solid.triangles[chance(card, 71) < F(_AUTUMN_LEAVES)])


def heights_of(solids: Sequence[Solid], middle: Array, reach: float) -> Heights:
    """Heights of what lies highest in a square about a point.

    Args:
        solids: of a place.
        middle: (3,) metres.
        reach: half a side of the square in metres.
    """
    step = 2 * reach / _HEIGHTS
    axes = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], F)
    eye = np.array([middle[0], 200.0, middle[2]], F)
    view = View(axes, eye, _HEIGHTS, _HEIGHTS, step / 2 - reach, step, step / 2 - reach, step, flat=True)
    depth = rasterize(view, Geometry.of(solids)).depth
    y = np.where(np.isfinite(depth), F(200.0) - depth, F(_NOTHING)).T
    return Heights((float(middle[0]) - reach + step / 2, float(middle[2]) - reach + step / 2), step, y.astype(F))


def sheltered(points: Array, eye: Array, geometry: Geometry, roofs: Mask, up: float = 1.0) -> Array:
    """Share of each point that something covers from above: a roof, a crown, a bench.

    Args:
        points: (n, 3) metres of the place, lifted off their surface.
        eye: (3,) metres.
        geometry: of the place.
        roofs: which of its solids keep off snow and rain.
        up: -1 for a place that is mirrored in water, and so upside down.

    Returns:
        (n,) 0 under the open sky .. 1 below a roof; 0 too where it is far away.
    """
    near = np.flatnonzero(((points - eye) ** 2).sum(1) < _REACH**2)
    share = np.zeros(len(points), F)
    if len(near):
        top = shadow.flat_map(np.array([0.02, up, 0.03], F), points[near], geometry, _MAP, of=roofs)
        share[near] = top.hidden(points[near], 1.6)
    return share


def weathered(skin: Skin, weathering: Weathering, eye: Array, geometry: Geometry, up: float = 1.0) -> Skin:
    """The skin of all solids under a weathering.

    Args:
        skin: as the materials give it.
        weathering: what lies on it.
        eye: (3,) metres of the place.
        geometry: of the place.
        up: -1 for a place that is mirrored in water, and so upside down.

    Returns:
        The skin; snow rounds its normals.
    """
    count = len(geometry.solids)
    leafy = np.bincount(skin.owner, skin.thin, count) > F(_FOLIAGE) * np.bincount(skin.owner, minlength=count)
    roofs = np.array([solid.casts for solid in geometry.solids], bool) & ~leafy
    covered = sheltered((skin.p + skin.n * F(0.05)).astype(F), eye, geometry, roofs, up)
    x, z = skin.p[:, 0], skin.p[:, 2]
    if weathering.season in ("autumn", "spring"):
        skin = _in_season(skin, weathering.season, covered, up)
    if weathering.wet:
        skin = _wet(skin, 1.0 - covered, up)
    if weathering.snow:
        drift = quick_fbm(x * 0.9, z * 0.9, 31, 3)
        fine = quick_noise(x * 7 + skin.p[:, 1] * 5, z * 7, 32)
        faces_up = skin.n[:, 1] * F(up) + 0.34 * (drift - 0.5) + 0.22 * (fine - 0.5)
        leaf = skin.thin > F(_FOLIAGE)
        # Leaves carry it in clumps, needles and grass less: their cards stand upright.
        lies = np.where(leaf, smooth(faces_up, 0.20, 0.62), smooth(faces_up, 0.34, 0.62))
        frost = np.where(skin.casts, 0.28, 0.62) * leaf * smooth(fine, 0.30, 0.70)
        lies = np.maximum(lies, frost) * (1.0 - 0.92 * covered)
        lies = lies.astype(F)
        white = SNOW * (0.84 + 0.30 * (drift - 0.5) + 0.10 * fine)[:, None]
        k = lies[:, None]
        lean = np.stack([quick_fbm(x * 1.4, z * 1.4, 33, 3) - 0.5, 0 * x, quick_fbm(x * 1.4, z * 1.4, 34, 3) - 0.5], -1)
        soft = np.array([0.0, up, 0.0], F) + lean.astype(F) * F(0.5)
        bent = skin.n + (soft - skin.n) * k * np.where(leaf, 0.3, 0.75)[:, None].astype(F)
        normals = (bent / (np.linalg.norm(bent, axis=1, keepdims=True) + 1e-6)).astype(F)
        skin = Skin(
            skin.p, normals, skin.sight,
            (skin.albedo * (1 - k) + white * k).astype(F),
            (skin.gloss * (1 - lies) + 0.08 * lies).astype(F),
            (skin.occlusion + (1 - skin.occlusion) * 0.75 * lies).astype(F),
            (skin.mirror * (1 - lies)).astype(F),
            skin.thin, skin.owner, skin.casts,
        )  # fmt: skip
    return skin


def _wet(skin: Skin, open_: Array, up_: float) -> Skin:
    """Darker, glossier, with puddles that mirror where the ground is level."""
    x, z = skin.p[:, 0], skin.p[:, 2]
    leaf = skin.thin > F(_FOLIAGE)
    up = smooth(skin.n[:, 1] * F(up_), 0.25, 0.85) * open_
    grassy = skin.albedo[:, 1] > 1.08 * skin.albedo[:, 0]
    hard = np.where(grassy | leaf, 0.25, 1.0)
    puddle = smooth(quick_fbm(x * 0.55, z * 0.40, 41, 4), 0.50, 0.62) * up
    grazing = (1.0 - np.abs((skin.sight * skin.n).sum(1))) ** 3
    level = np.clip(1.0 - np.abs(skin.p[:, 1]) / F(2 * _FLAT_WATER), 0.0, 1.0)
    shown = level * hard * np.maximum(up * (0.10 + 0.62 * grazing), puddle * (0.40 + 0.55 * grazing))
    wet = 0.55 * open_ + 0.45 * up
    return Skin(
        skin.p, skin.n, skin.sight,
        (skin.albedo * (1.0 - 0.30 * wet * np.where(leaf, 0.4, 1.0))[:, None]).astype(F),
        np.maximum(skin.gloss, (0.16 + 0.42 * hard * up + 0.10 * leaf) * wet).astype(F),
        skin.occlusion,
        np.maximum(skin.mirror, shown).astype(F),
        skin.thin, skin.owner, skin.casts,
    )  # fmt: skip


def _in_season(skin: Skin, season: Season, covered: Array, up: float) -> Skin:
    """Leaves, grass and what has fallen below the trees."""
    x, y, z = skin.p[:, 0], skin.p[:, 1] * F(up), skin.p[:, 2]
    faces = skin.n[:, 1] * F(up)
    green = (skin.albedo[:, 1] > 1.12 * skin.albedo[:, 0]) & (skin.albedo[:, 1] > 1.25 * skin.albedo[:, 2])
    leaf = (skin.thin > F(_FOLIAGE)) & green
    crown, grass = leaf & skin.casts, (leaf & ~skin.casts) | (green & (faces > 0.4) & (skin.thin < 0.1))
    bright = (skin.albedo.max(1) / F(0.12))[:, None]
    clump = quick_fbm(x * 0.55 + 0.3 * y, z * 0.55 + 0.5 * y, 51, 3)
    fleck = quick_noise(x * 9 + y * 5, z * 9 + y * 7, 52)
    albedo = skin.albedo.copy()
    cell = quick_noise(x * 15, z * 15, 53)
    # Nothing falls where no tree is seen: on a beach, on a deck.
    trees = min(1.0, _LITTER * float(crown.mean()))
    ground = trees * ((faces > 0.6) & (skin.thin < F(_FOLIAGE)))
    if season == "autumn":
        which = np.clip((clump - 0.28) * 5.0 + 1.2 * (fleck - 0.5), 0, 2.999)
        i = which.astype(int)
        hue = _AUTUMN[i] + (_AUTUMN[i + 1] - _AUTUMN[i]) * (which - i)[:, None].astype(F)
        albedo[crown] = (hue * bright)[crown]
        albedo[grass] = (0.45 * albedo + 0.55 * _STRAW * bright)[grass]
        fallen = ground * smooth(cell, 0.58, 0.68) * smooth(clump, 0.34, 0.54) * (1.0 - covered)
        litter = _AUTUMN[(fleck * 3.99).astype(int)] * (0.5 + 0.6 * fleck)[:, None]
        albedo = albedo + (litter - albedo) * (0.85 * fallen)[:, None]
    else:
        flowers = crown * (y > 1.2) * smooth(0.6 * fleck + 0.6 * clump, 0.46, 0.62)
        albedo = albedo + (_BLOSSOM * (0.65 + 0.5 * fleck)[:, None] - albedo) * (0.9 * flowers)[:, None]
        fallen = ground * smooth(cell, 0.76, 0.82) * (1.0 - covered)
        albedo = albedo + (_PETAL - albedo) * (0.7 * fallen)[:, None]
    return Skin(
        skin.p,
        skin.n,
        skin.sight,
        albedo.astype(F),
        skin.gloss,
        skin.occlusion,
        skin.mirror,
        skin.thin,
        skin.owner,
        skin.casts,
    )
