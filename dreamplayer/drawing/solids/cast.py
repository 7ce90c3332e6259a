"""Draws the solids of a place once for a framing: what each group of lamps gives back to the eye, and how far it is.

Deferred shading in numpy: scan conversion finds what each pixel sees, materials are asked once for all their points,
and every group of light is computed alone at strength 1. A picture then only adds the groups with the colours and
strengths of its moment, so lamps dim and flicker and the hour changes without anything being drawn anew.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.solids import shadow
from dreamplayer.drawing.solids.raster import Geometry, View, Visible, rasterize
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Pane, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.drawing.solids.weathering import Skin, in_season, weathered
from dreamplayer.model.atmosphere import BARE, Weathering
from dreamplayer.model.place import Framing
from dreamplayer.model.stage import Vec3

SAMPLES = 2
"""Samples of a pixel in each direction: smooth edges."""
BEFORE_PANE = 0.12
"""Metres before a window from which on surfaces have its light whole."""
_LIFT = 0.016
"""Metres a point is lifted off its surface before it looks for light."""
_SUN_LIFT = 0.035
"""The same for the sun, whose depth map is coarser."""
_RADII = ((0.05, 0.9), (0.18, 0.8), (0.55, 0.65))
"""Radii in metres and weights of the occlusion: creases, under things, corners of rooms."""
_RING = 7
"""Samples of a radius."""
_THROUGH_LEAVES = (0.65, 0.34)
"""Shares of the sky's and of the sun's light that what is thin lets through from leaf to leaf."""
_OPEN_OCCLUSION = 1.5
"""Strength of the occlusion: above 1 corners are darker than a photograph's."""
_COARSE = 0.4
"""Factor of the resolution of shadows in reflections."""
_LOW_LIGHT = 0.42
"""Share of its light that the lowest row keeps."""
_OVER_SKY = 0.3
"""Share of such light that is kept where the sky is seen."""
_SHAFT = 4
"""Pixels between two rays that gather light in the air."""
_SHAFT_STEPS = 24


@dataclass(frozen=True, eq=False)
class Layers:
    """A place seen from one framing: light by group, and depth. Rows from the top."""

    light: NDArray[np.float16]
    """(groups, rows, columns, 3) linear light at strength 1, multiplied by the cover."""
    cover: NDArray[np.float16]
    """(rows, columns) 0 where the sky is seen .. 1 where a solid is."""
    depth: Array
    """(rows, columns) metres from the eye along its axis; 1e6 where nothing is."""
    groups: tuple[str, ...]
    overscan: float = 1.0
    """What is drawn reaches so far beyond the screen: 1.05 for a twentieth, for the camera's moves."""
    reflection: Layers | None = None
    """The place as still water at height 0 mirrors it; None where there is none."""

    @property
    def memory(self) -> int:
        """Bytes it takes."""
        own = self.light.nbytes + self.cover.nbytes + self.depth.nbytes
        return own + (self.reflection.memory if self.reflection else 0)


def overscan_of(framing: Framing, aspect: float) -> float:
    """How far beyond the screen a framing must be drawn for its move.

    Args:
        framing: camera and move.
        aspect: width of the picture over its height.

    Returns:
        Factor on the size of the picture, above 1.
    """
    move = framing.move
    # The move begins half its push before the framing's own lens and ends half of it after: one end is the wider.
    return (1.0 + 0.5 * max(abs(move.drift) / aspect, abs(move.rise))) / (1.0 - 0.5 * abs(move.push)) + 0.004


def cast(
    scenery: Scenery,
    framing: Framing,
    width: int,
    height: int,
    *,
    aspect: float | None = None,
    samples: int = SAMPLES,
    mirrored: bool = False,
    weathering: Weathering = BARE,
) -> Layers:
    """Draw a place for a framing.

    Args:
        scenery: solids and lamps.
        framing: the camera.
        width: pixels.
        height: pixels.
        aspect: width of the picture over its height; that of the pixels unless given.
        samples: of a pixel in each direction: 1 is four times as quick, with jagged edges.
        mirrored: also draw what water at height 0 mirrors, at half the size.
        weathering: what weather and season have laid on what lies under the open sky.
    """
    aspect = aspect or width / height
    over = overscan_of(framing, aspect)
    scenery = replace(scenery, solids=in_season(scenery.solids, weathering))
    reflection = None
    if mirrored:
        reflection = _layers(
            _upside_down(scenery), framing, max(16, width // 2), max(9, height // 2), aspect, over, 1, False,
            weathering=weathering, up=-1.0,
        )  # fmt: skip
    made = _layers(scenery, framing, width, height, aspect, over, samples, weathering=weathering, reflection=reflection)
    return Layers(made.light, made.cover, made.depth, made.groups, over, reflection)


def view_of(framing: Framing, wide: int, tall: int, aspect: float, over: float = 1.0) -> View:
    """The picture plane of a framing.

    Args:
        framing: the camera.
        wide: columns.
        tall: rows.
        aspect: width of the picture over its height.
        over: factor by which it reaches beyond the screen.
    """
    c, s = math.cos(framing.yaw), math.sin(framing.yaw)
    axes = np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]], F)
    da, db = 2 * aspect * over / wide / framing.focal, -2 * over / tall / framing.focal
    a0 = -aspect * over / framing.focal + da / 2
    b0 = (over - framing.horizon) / framing.focal + db / 2
    return View(axes, np.asarray(framing.eye, F), wide, tall, a0, da, b0, db)


def _upside_down(scenery: Scenery) -> Scenery:
    flip = np.array([1, -1, 1], F)

    def above(solid: Solid) -> Solid | None:
        if float(solid.vertices[:, 1].max()) <= 0.01:
            return None
        inner = solid.material

        def material(s: Surface) -> Finish:
            return inner(Surface(s.p * flip, s.local, s.n * flip, s.sight * flip, s.distance))

        return solid.replace(vertices=solid.vertices * flip, normals=solid.normals * flip, material=material)

    solids = tuple(k for k in (above(s) for s in scenery.solids) if k is not None)

    def below(v: Vec3) -> Vec3:
        return v[0], -v[1], v[2]

    def mirrored(source: Source) -> Source:
        match source:
            case Lamp(shade=shade):
                downwards = None if shade is None else lambda v: shade(v * flip)
                return replace(source, position=below(source.position), shade=downwards)
            case Sun():
                return replace(source, toward=below(source.toward))
            case Pane():
                return replace(source, origin=below(source.origin), u=below(source.u), v=below(source.v))
            case Sky():
                return source

    return replace(scenery, solids=solids, sources=tuple(mirrored(s) for s in scenery.sources))


@dataclass(frozen=True, eq=False)
class _Points:
    """Samples that see a solid, with what their materials say."""

    index: NDArray[np.int64]
    """Their numbers in the picture of samples."""
    owner: NDArray[np.int32]
    p: Array
    n: Array
    sight: Array
    depth: Array
    albedo: Array
    gloss: Array
    metal: Array
    occlusion: Array
    mirror: Array
    thin: Array
    emission: dict[str, Array]

    def at(self, k: NDArray[np.int64]) -> _Points:
        return _Points(
            self.index[k], self.owner[k], self.p[k], self.n[k], self.sight[k], self.depth[k], self.albedo[k],
            self.gloss[k], self.metal[k], self.occlusion[k], self.mirror[k], self.thin[k], {},
        )  # fmt: skip


def _layers(
    scenery: Scenery,
    framing: Framing,
    width: int,
    height: int,
    aspect: float,
    over: float,
    samples: int,
    polished: bool = True,
    *,
    weathering: Weathering = BARE,
    up: float = 1.0,
    reflection: Layers | None = None,
) -> Layers:
    groups = scenery.groups
    view = view_of(framing, width * samples, height * samples, aspect, over)
    geometry = Geometry.of(scenery.solids)
    seen = rasterize(view, geometry)
    points = _materials(geometry, view, seen, groups)
    if weathering != BARE and len(points.index):
        points = _weathered(points, geometry, view, weathering, up)
    light = np.zeros((len(groups), height, width, 3), F)
    cover = np.zeros((height, width), F)
    middle = samples // 2
    depth = np.where(np.isfinite(seen.depth), seen.depth, F(1e6))[middle::samples, middle::samples].copy()
    dust = _dust(scenery, geometry, view, depth)
    if len(points.index):
        row, column = np.divmod(points.index, view.wide)
        fine = 1.0 if polished else _COARSE
        given, y, x = _lit(scenery, geometry, view, points, row, column, samples, height, width, fine)
        mist = _mist_before(scenery, view, points)
        pixel = (row // samples) * width + column // samples
        share = F(1.0 / samples**2)
        number = height * width
        # One group at a time: all samples of all groups at once would take 100 MB.
        for g in range(len(groups)):
            one = given(g)
            if mist is not None:
                through, lit = mist
                one = one * through + ((1 - through) * F(scenery.mist_glow) if g == lit else F(0))
            if g in dust:
                one = one + dust[g][y, x][:, None]
            for channel in range(3):
                light[g, ..., channel] = np.bincount(pixel, one[:, channel], number).reshape(height, width) * share
        cover = (np.bincount(pixel, minlength=number).reshape(height, width) * share).astype(F)
        mirror = np.bincount(pixel, points.mirror, number).reshape(height, width).astype(F) * share
        if polished and mirror.max() > 0.004:
            _add_reflection(scenery, framing, light, mirror, aspect, over, weathering, reflection)
    for g, shafts in dust.items():
        light[g] += (shafts * _OVER_SKY * (1.0 - cover))[..., None]
    if polished:
        light *= _caption_shade(height, over)[None, :, None, None]
    return Layers(
        np.minimum(light, 60000.0).astype(np.float16), cover.astype(np.float16), depth.astype(F), groups, over
    )


def _caption_shade(height: int, over: float) -> Array:
    """Factor of each row: the lowest part of the picture, where captions stand, is darker."""
    y = over * (1.0 - 2.0 * (np.arange(height, dtype=F) + 0.5) / height)
    k = np.clip((y + 1.05) / 0.60, 0, 1)
    return np.asarray(_LOW_LIGHT + (1 - _LOW_LIGHT) * k * k * (3 - 2 * k), F)


def _materials(geometry: Geometry, view: View, seen: Visible, groups: tuple[str, ...]) -> _Points:
    """Ask the material of every solid for the points of it that are seen."""
    index = np.flatnonzero(seen.triangle.ravel() >= 0)
    triangle = seen.triangle.ravel()[index]
    owner = geometry.owner[triangle]
    order = np.argsort(owner, kind="stable")
    index, triangle, owner = index[order], triangle[order], owner[order]
    n = len(index)
    a, b = view.directions()
    row, column = np.divmod(index, view.wide)
    plane = np.stack([a[column], b[row], np.ones(n, F)], -1)
    depth = seen.depth.ravel()[index]
    ray = plane @ view.axes
    p = view.eye + ray * depth[:, None]
    sight = ray / np.linalg.norm(ray, axis=1, keepdims=True)
    normal = np.zeros((n, 3), F)
    numbers = {"gloss": 0.0, "metal": 0.0, "occlusion": 1.0, "mirror": 0.0, "thin": 0.0}
    values = {name: np.full(n, start, F) for name, start in numbers.items()}
    albedo = np.zeros((n, 3), F)
    emission: dict[str, Array] = {}
    bounds = np.searchsorted(owner, np.arange(len(geometry.solids) + 1))
    first_vertex = 0
    for k, solid in enumerate(geometry.solids):
        part = slice(bounds[k], bounds[k + 1])
        if bounds[k] < bounds[k + 1]:
            corner = geometry.triangles[triangle[part]] - first_vertex
            weights = np.einsum("nkc,nc->nk", seen.edges[triangle[part]], plane[part])
            weights = weights / weights.sum(1, keepdims=True)
            local = np.einsum("nk,nkc->nc", weights, solid.local[corner]).astype(F)
            facing = np.einsum("nk,nkc->nc", weights, solid.normals[corner])
            facing = facing / (np.linalg.norm(facing, axis=1, keepdims=True) + 1e-9)
            facing = np.where((facing * sight[part]).sum(1, keepdims=True) > 0, -facing, facing).astype(F)
            finish = solid.material(Surface(p[part], local, facing, sight[part], depth[part]))
            albedo[part] = finish.albedo
            for name in numbers:
                values[name][part] = getattr(finish, name)
            for group, given in finish.emission.items():
                if group in groups:
                    emission.setdefault(group, np.zeros((n, 3), F))[part] = given
            normal[part] = facing if finish.normal is None else finish.normal
        first_vertex += len(solid.vertices)
    return _Points(index, owner, p.astype(F), normal, sight.astype(F), depth, albedo, **values, emission=emission)


def _weathered(points: _Points, geometry: Geometry, view: View, weathering: Weathering, up: float) -> _Points:
    """The points with what weather and season have laid on them."""
    casts = np.array([solid.casts for solid in geometry.solids], bool)[points.owner]
    skin = Skin(
        points.p, points.n, points.sight, points.albedo, points.gloss, points.occlusion, points.mirror, points.thin,
        points.owner, casts,
    )  # fmt: skip
    skin = weathered(skin, weathering, view.eye, geometry, up)
    return replace(points, n=skin.n, albedo=skin.albedo, gloss=skin.gloss, occlusion=skin.occlusion, mirror=skin.mirror)


def _lit(
    scenery: Scenery,
    geometry: Geometry,
    view: View,
    points: _Points,
    row: NDArray[np.int64],
    column: NDArray[np.int64],
    samples: int,
    height: int,
    width: int,
    fine: float,
) -> tuple[Callable[[int], Array], NDArray[np.int64], NDArray[np.int64]]:
    """What gives each sample's light for the number of a group; row and column of the pixel whose light it shares."""
    middle = samples // 2
    chosen = np.flatnonzero((row % samples == middle) & (column % samples == middle))
    some = points.at(chosen)
    r, c = row[chosen] // samples, column[chosen] // samples
    diffuse, shine = _irradiance(scenery, geometry, some, r, c, height, width, abs(view.da) * samples, fine)
    owner = np.full((height, width), -1, np.int32)
    normal = np.zeros((height, width, 3), F)
    owner[r, c], normal[r, c] = some.owner, some.n
    maps = []
    for values, passes in ((diffuse, 2), (shine, 1)):
        flat = []
        for g in range(len(scenery.groups)):
            picture = np.zeros((height, width), F)
            picture[r, c] = values[g]
            flat.append(picture)
        maps += _smoothed(flat, owner, normal, passes)
    y, x = _alike(row // samples, column // samples, points, owner, normal)
    count = len(scenery.groups)
    fresnel = 0.045 + 0.10 * points.gloss
    specular = fresnel[:, None] * (1 - points.metal[:, None]) + points.albedo * points.metal[:, None]
    albedo = points.albedo * (1 - 0.75 * points.metal[:, None])

    def given(g: int) -> Array:
        # A highlight brighter than this would be a dazzling spot.
        highlight = np.minimum(maps[count + g][y, x], 6.0) * points.gloss
        out = albedo * maps[g][y, x][:, None] + specular * highlight[:, None]
        emitted = points.emission.get(scenery.groups[g])
        return np.asarray(out if emitted is None else out + emitted)

    return given, y, x


def _alike(
    row: NDArray[np.int64], column: NDArray[np.int64], points: _Points, owner: NDArray[np.int32], normal: Array
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each sample the pixel nearby whose light it may take: of the same solid, facing the same way."""
    height, width = owner.shape
    y, x = row.copy(), column.copy()

    def matches(j: NDArray[np.int64], i: NDArray[np.int64], k: NDArray[np.int64] | slice) -> NDArray[np.bool_]:
        return (owner[j, i] == points.owner[k]) & ((normal[j, i] * points.n[k]).sum(1) > 0.6)  # type: ignore[no-any-return]

    wrong = np.flatnonzero(~matches(y, x, slice(None)))
    for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1)):
        if not len(wrong):
            break
        j = np.clip(row[wrong] + dy, 0, height - 1)
        i = np.clip(column[wrong] + dx, 0, width - 1)
        ok = matches(j, i, wrong)
        y[wrong[ok]], x[wrong[ok]] = j[ok], i[ok]
        wrong = wrong[~ok]
    return y, x


def _smoothed(values: list[Array], owner: NDArray[np.int32], normal: Array, passes: int) -> list[Array]:
    """Smooth what is noisy within one solid."""
    height, width = owner.shape
    for _ in range(passes):
        total = [v.copy() for v in values]
        weight = np.ones(owner.shape, F)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if dx == dy == 0:
                    continue
                a = (slice(max(0, dy), height + min(0, dy)), slice(max(0, dx), width + min(0, dx)))
                b = (slice(max(0, -dy), height + min(0, -dy)), slice(max(0, -dx), width + min(0, -dx)))
                same = (owner[a] == owner[b]) & ((normal[a] * normal[b]).sum(-1) > 0.9)
                weight[a] += same
                for v, q in zip(values, total, strict=True):
                    q[a] += np.where(same, v[b], 0)
        values = [q / weight for q in total]
    return values


def _turn(row: NDArray[np.int64], column: NDArray[np.int64]) -> Array:
    """Radians by which each pixel's sample pattern is turned: nine turns that lie evenly in three by three pixels."""
    return (((row * 3 + column * 5) % 9).astype(F) / 9.0 * F(2 * math.pi)).astype(F)


def occlusion(
    points: Array,
    normals: Array,
    row: NDArray[np.int64],
    column: NDArray[np.int64],
    height: int,
    width: int,
    slope: float,
    depth: Array,
) -> Array:
    """Ambient occlusion from what the picture itself shows, after McGuire et al. ("Alchemy", 2011).

    Args:
        points: (n, 3) metres of the place, one a pixel.
        normals: (n, 3) unit normals.
        row: (n,) their rows.
        column: (n,) their columns.
        height: rows of the picture.
        width: columns of the picture.
        slope: slope a pixel is wide.
        depth: (n,) metres from the eye.

    Returns:
        (n,) 1 in the open .. 0 in a crease.
    """
    position = np.full((height, width, 3), F(1e5))
    position[row, column] = points
    turn = _turn(row, column)
    dark = np.zeros(len(points), F)
    for radius, weight in _RADII:
        pixels = np.clip(F(radius) / np.maximum(depth * F(slope), 1e-6), 1.2, 0.14 * width)
        found = np.zeros(len(points), F)
        for k in range(_RING):
            angle = turn + F(k * 2.39996323)
            r = pixels * F(math.sqrt((k + 0.7) / _RING))
            i = np.clip(column + np.rint(np.cos(angle) * r).astype(np.int64), 0, width - 1)
            j = np.clip(row + np.rint(np.sin(angle) * r).astype(np.int64), 0, height - 1)
            away = position[j, i] - points
            length = np.sqrt((away * away).sum(1)) + F(1e-4)
            rise = (away * normals).sum(1) / length
            near = np.clip(1.0 - (length / F(1.6 * radius)) ** 2, 0.0, 1.0)
            found += np.maximum(rise - F(0.08), 0.0) * near
        dark += F(weight) * found / _RING
    return np.asarray(np.clip(1.0 - F(_OPEN_OCCLUSION) * dark, 0.06, 1.0), F)


def _irradiance(
    scenery: Scenery,
    geometry: Geometry,
    points: _Points,
    row: NDArray[np.int64],
    column: NDArray[np.int64],
    height: int,
    width: int,
    slope: float,
    fine: float,
) -> tuple[list[Array], list[Array]]:
    """Diffuse irradiance and highlights at points, by group."""
    count = len(points.index)
    names = scenery.groups
    diffuse = [np.zeros(count, F) for _ in names]
    shine = [np.zeros(count, F) for _ in names]
    if not count:
        return diffuse, shine
    p, n = points.p, points.n
    raised = (p + n * F(_LIFT)).astype(F)
    turn = _turn(row, column)
    distance = points.depth
    near = occlusion(p, n, row, column, height, width, slope, distance) * points.occlusion
    sky: Array | None = None
    exponent = (2.0 ** (2 + 9 * points.gloss)).astype(F)
    # What is black but for its own light needs none.
    lively = (points.albedo.max(1) > 1e-3) | (points.gloss > 0.3)
    for source in scenery.sources:
        g = names.index(source.group)
        if isinstance(source, Sky):
            if sky is None:
                sky = shadow.sky_visibility(raised, turn, geometry) if scenery.sky_open else np.ones(count, F)
            up = F(source.below) + F(1 - source.below) * (0.5 + 0.5 * n[:, 1])
            seen = sky + (1 - sky) * F(_THROUGH_LEAVES[0]) * points.thin
            diffuse[g] += F(source.power) * near * seen * up
        elif isinstance(source, Sun):
            toward = np.asarray(source.toward, F)
            toward = toward / np.linalg.norm(toward)
            cosine = n @ toward
            lit = np.where(cosine > 0, cosine, -cosine * points.thin)
            some = np.flatnonzero((lit > 1e-3) & lively)
            if not len(some):
                continue
            clear = (p[some] + n[some] * F(_SUN_LIFT)).astype(F)
            maps = shadow.sun_maps(source, clear, distance[some], geometry, fine)
            share = shadow.sun_visibility(source, maps, clear, distance[some], turn[some])
            # In creases shadow maps leak a little light: occlusion closes them.
            share = share * np.clip((near[some] - F(0.15)) / F(0.4), 0, 1)
            share = share + (1 - share) * F(_THROUGH_LEAVES[1]) * points.thin[some]
            diffuse[g][some] += F(source.power) * lit[some] * share
            half = _halfway(toward[None], points.sight[some])
            shine[g][some] += (
                F(source.power * 0.25) * share * _power(n[some], half, exponent[some]) * (cosine[some] > 0)
            )
        else:
            _add_lamp(source, geometry, points, raised, turn, near, exponent, diffuse[g], shine[g], fine)
    return diffuse, shine


def _halfway(toward: Array, sight: Array) -> Array:
    half = toward - sight
    return half / (np.linalg.norm(half, axis=1, keepdims=True) + 1e-6)  # type: ignore[no-any-return]


def _power(n: Array, half: Array, exponent: Array) -> Array:
    return np.clip((n * half).sum(1), 0, 1) ** exponent  # type: ignore[no-any-return]


def _add_lamp(
    source: Lamp | Pane,
    geometry: Geometry,
    points: _Points,
    raised: Array,
    turn: Array,
    near: Array,
    exponent: Array,
    diffuse: Array,
    shine: Array,
    fine: float,
) -> None:
    """Add the light of a lamp or of an opening; an opening shines as a wide lamp in its middle, weaker to the side."""
    p, n = points.p, points.n
    if isinstance(source, Pane):
        origin, u, v = (np.asarray(k, F) for k in (source.origin, source.u, source.v))
        across = np.cross(u, v)
        area = float(np.linalg.norm(across))
        middle, size = origin + (u + v) / 2, 0.35 * math.sqrt(area)
        lamp = Lamp(
            source.group,
            (float(middle[0]), float(middle[1]), float(middle[2])),
            source.power * area,
            size,
            source.shadow,
            bounce=0.0,
            skin=0.35,
        )
    else:
        lamp = source
    position = np.asarray(lamp.position, F)
    away = position - p
    square = (away * away).sum(1)
    far = np.sqrt(square) + F(1e-5)
    toward = away / far[:, None]
    cosine = (n * toward).sum(1)
    lit = np.where(cosine > 0, cosine, -cosine * points.thin)
    fall = F(lamp.power) / (square + F(lamp.size) ** 2 + F(0.02))
    if isinstance(source, Pane):
        lit = np.clip(0.85 * cosine + 0.15, 0, 1)
        fall = fall * np.abs(toward @ (across / F(area)))
        # The window's own bars stand in its light, not before it: lit, one in its middle would look like a flame.
        fall = fall * np.clip(np.abs(away @ (across / F(area))) / F(BEFORE_PANE), 0, 1) ** 2
    elif lamp.shade is not None:
        fall = fall * lamp.shade(-away)
    share = np.ones(len(p), F)
    some = np.flatnonzero(fall * lit > 1.5e-3)
    if lamp.shadow > 0 and len(some):
        share[some] = (
            1 - F(lamp.shadow) + F(lamp.shadow) * shadow.lamp_visibility(lamp, raised[some], turn[some], geometry, fine)
        )
    diffuse += fall * np.clip(lit, 0, 1) * share * (0.5 + 0.5 * near)
    if lamp.bounce > 0:
        diffuse += F(lamp.power * lamp.bounce) * np.exp(-far / F(lamp.reach)) * near * (0.8 + 0.2 * cosine)
    half = _halfway(toward, points.sight)
    glossy = _power(n, half, exponent)
    broad = np.clip((n * half).sum(1), 0, 1) ** 10
    shine += fall * share * (glossy * (cosine > 0) * (0.10 + 0.02 * exponent) + points.metal * (1.15 * broad + 0.04))


def _add_reflection(
    scenery: Scenery,
    framing: Framing,
    light: Array,
    mirror: Array,
    aspect: float,
    over: float,
    weathering: Weathering,
    reflection: Layers | None,
) -> None:
    """What polished floors at height 0 reflect, blurred more downwards than sideways."""
    height, width = mirror.shape
    small = reflection or _layers(
        _upside_down(scenery), framing, max(16, width // 2), max(9, height // 2), aspect, over, 1, False,
        weathering=replace(weathering, wet=False), up=-1.0,
    )  # fmt: skip
    unit = width / 640
    for g in range(len(light)):
        picture = small.light[g].astype(F)
        blurred = 0.6 * _blur(picture, 1.3 * unit, 3.6 * unit) + 0.4 * _blur(picture, 4 * unit, 14 * unit)
        light[g] += _enlarged(blurred, height, width) * mirror[..., None]


def _mist_before(scenery: Scenery, view: View, points: _Points) -> tuple[Array, int] | None:
    """(share of light that comes through the mist, (n, 1), number of the group that lights it); None without mist."""
    if scenery.mist <= 0:
        return None
    along = points.p - view.eye
    far = np.minimum(np.linalg.norm(along, axis=1), 4000.0)
    thickness = scenery.mist * far
    if scenery.mist_height > 0:
        # Density falls off as exp(-y / height): its mean between the eye's height and the point's.
        low = float(view.eye[1]) / scenery.mist_height
        rise = along[:, 1] / scenery.mist_height
        rise = np.where(np.abs(rise) < 1e-3, 1e-3, rise)
        mean = (np.exp(-np.clip(low, -4, 40)) - np.exp(-np.clip(low + rise, -4, 40))) / rise
        thickness = thickness * np.clip(mean, 0, 8)
    through = np.exp(-thickness).astype(F)[:, None]
    lit = scenery.groups.index(scenery.mist_group) if scenery.mist_group else len(scenery.groups) - 1
    return through, lit


def _dust(scenery: Scenery, geometry: Geometry, view: View, depth: Array) -> dict[int, Array]:
    """Shafts of light in dusty air, by number of the group."""
    found: dict[int, Array] = {}
    for source in scenery.sources:
        if isinstance(source, Sun | Lamp) and source.dust > 0:
            g = scenery.groups.index(source.group)
            found[g] = found.get(g, F(0)) + _shafts(geometry, source, view, depth)
    return found


def _shafts(geometry: Geometry, source: Sun | Lamp, view: View, depth: Array) -> Array:
    """Light of the sun or of a lamp that dust in the air gives back, gathered along coarse rays."""
    height, width = depth.shape
    tall, wide = height // _SHAFT, width // _SHAFT
    far = np.minimum(depth[_SHAFT // 2 :: _SHAFT, _SHAFT // 2 :: _SHAFT][:tall, :wide], source.dust_reach).ravel()
    a = (view.a0 + view.da * view.wide / wide * (np.arange(wide) + 0.5)).astype(F)
    b = (view.b0 + view.db * view.tall / tall * (np.arange(tall) + 0.5)).astype(F)
    gx, gy = np.meshgrid(a, b)
    plane = np.stack([gx.ravel(), gy.ravel(), np.ones(tall * wide, F)], -1)
    ray = plane @ view.axes
    length = np.linalg.norm(ray, axis=1)
    row, column = np.divmod(np.arange(tall * wide), wide)
    jitter = ((row * 5 + column * 3) % 8).astype(F) / 8
    turn = jitter * F(2 * math.pi)
    total = np.zeros(tall * wide, F)

    def points(k: int) -> Array:
        return np.asarray(view.eye + ray * (far * (k + jitter) / _SHAFT_STEPS)[:, None], F)

    if isinstance(source, Sun):
        toward = np.asarray(source.toward, F)
        toward = toward / np.linalg.norm(toward)
        # Dust scatters forwards: shafts are brightest where one looks towards the light.
        phase = 0.35 + 0.65 * np.clip((ray @ toward) / length, 0, 1) ** 2
        ends = np.concatenate([view.eye[None], view.eye + ray * far[:, None]])
        depth_map = shadow.flat_map(toward, ends.astype(F), geometry, 700)
        for k in range(_SHAFT_STEPS):
            total += depth_map.lit(points(k), turn, 0.01, growth=source.soft) * phase
    else:
        position = np.asarray(source.position, F)
        maps = shadow.lamp_maps(position, source.skin, geometry, range(6), 0.6)
        for k in range(_SHAFT_STEPS):
            p = points(k)
            square = ((p - position) ** 2).sum(1) + F(source.size) ** 2 + F(0.3)
            total += shadow.around_lamp(maps, position, p, turn, source.size) / square
    dust = total * far * length / _SHAFT_STEPS * F(source.power * source.dust)
    return _enlarged_within(dust.reshape(tall, wide), far.reshape(tall, wide), np.minimum(depth, source.dust_reach))


def _enlarged_within(picture: Array, coarse: Array, depth: Array) -> Array:
    """Bilinear interpolation that keeps to what is as far away (joint bilateral upsampling, Kopf et al. 2007).

    Args:
        picture: (rows, columns) of the coarse picture.
        coarse: its depth, metres.
        depth: (height, width) depth of the fine one.
    """
    height, width = depth.shape
    y = np.clip((np.arange(height, dtype=F) + 0.5) * picture.shape[0] / height - 0.5, 0, picture.shape[0] - 1)
    x = np.clip((np.arange(width, dtype=F) + 0.5) * picture.shape[1] / width - 0.5, 0, picture.shape[1] - 1)
    total, weight = np.zeros_like(depth), np.zeros_like(depth)
    base_j, base_i = np.floor(y).astype(int), np.floor(x).astype(int)
    for dj in (-1, 0, 1, 2):
        for di in (-1, 0, 1, 2):
            j = np.clip(base_j + dj, 0, picture.shape[0] - 1)
            i = np.clip(base_i + di, 0, picture.shape[1] - 1)
            near_y = np.exp(-((y - base_j - dj) ** 2) / 1.2)
            near_x = np.exp(-((x - base_i - di) ** 2) / 1.2)
            unlike = np.abs(coarse[j][:, i] - depth) / (0.04 * depth + 0.05)
            w = near_y[:, None] * near_x[None] * np.exp(-np.minimum(unlike, 14.0))
            total += w * picture[j][:, i]
            weight += w
    return np.asarray(total / np.maximum(weight, 1e-9), F)


def _blur(picture: Array, across: float, down: float) -> Array:
    """Three box blurs a side, close to a Gaussian of these widths in pixels."""
    for axis, width in ((0, down), (1, across)):
        r = round(width)
        for _ in range(3 if r else 0):
            pad = [(0, 0)] * picture.ndim
            pad[axis] = (r + 1, r)
            total = np.cumsum(np.pad(picture, pad, mode="edge"), axis=axis, dtype=F)
            n = picture.shape[axis]
            upper = np.take(total, np.arange(2 * r + 1, 2 * r + 1 + n), axis)
            picture = (upper - np.take(total, np.arange(n), axis)) / F(2 * r + 1)
    return picture


def _enlarged(picture: Array, height: int, width: int) -> Array:
    """Bilinear interpolation of (rows, columns, k) to another size."""
    y = np.clip((np.arange(height, dtype=F) + 0.5) * picture.shape[0] / height - 0.5, 0, picture.shape[0] - 1)
    x = np.clip((np.arange(width, dtype=F) + 0.5) * picture.shape[1] / width - 0.5, 0, picture.shape[1] - 1)
    j, i = np.floor(y).astype(int), np.floor(x).astype(int)
    v, u = (y - j)[:, None, None], (x - i)[None, :, None]
    j1, i1 = np.minimum(j + 1, picture.shape[0] - 1), np.minimum(i + 1, picture.shape[1] - 1)
    upper = picture[j][:, i] * (1 - u) + picture[j][:, i1] * u
    lower = picture[j1][:, i] * (1 - u) + picture[j1][:, i1] * u
    return upper * (1 - v) + lower * v  # type: ignore[no-any-return]
