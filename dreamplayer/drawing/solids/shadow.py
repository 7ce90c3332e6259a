"""Shadow maps: how much of a lamp, of the sun or of the sky is seen from points of a place.

Depth maps with percentage-closer soft shadows after Fernando (2005): blur grows with the distance from what throws the
shadow. Sample patterns are turned from pixel to pixel, and the noise that leaves is smoothed by the caller.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.solids.raster import Geometry, View, rasterize
from dreamplayer.drawing.solids.solid import Array, F, Lamp, Solid, Sun

_FACE = 320
"""Pixels of a side of a lamp's depth map."""
_SLOPE = 1.2
"""Half width of a face as a slope: above 1, so that blurred look-ups near an edge stay in the face."""
_FLAT_MAP = 1100
"""Pixels of a side of the sun's depth map."""
_SKY_MAP = 260
_BIAS = 0.003
"""Metres by which a surface must lie behind what shadows it."""
_BLOCKERS, _TAPS = 6, 12
_GOLDEN = 2.39996323
"""The golden angle in radians."""
_SPLIT = 14.0
"""Metres from the eye at which the sun's fine depth map ends and the coarse one begins."""
_AXES = np.array(
    [
        [[0, 0, -1], [0, 1, 0], [1, 0, 0]], [[0, 0, 1], [0, 1, 0], [-1, 0, 0]],
        [[1, 0, 0], [0, 0, -1], [0, 1, 0]], [[1, 0, 0], [0, 0, 1], [0, -1, 0]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[-1, 0, 0], [0, 1, 0], [0, 0, -1]],
    ],
    F,
)  # fmt: skip
"""Right, up and forward of the six faces around a lamp."""


@dataclass(frozen=True, eq=False)
class DepthMap:
    """What a lamp sees in one direction."""

    view: View
    depth: Array

    def lit(self, points: Array, turn: Array, size: float, *, growth: float | None = None) -> Array:
        """Share of the light source that each point sees.

        Args:
            points: (n, 3) metres of the place, in front of the map.
            turn: (n,) radians the sample pattern is turned by.
            size: radius of a lamp in metres; for parallel rays the least blur in metres.
            growth: blur for each metre behind what throws the shadow; None for a lamp, whose size says it.

        Returns:
            (n,) 0 in shadow .. 1 in full light.
        """
        view = self.view
        q = view.coordinates(points)
        z = q[:, 2]
        scale = np.ones_like(z) if view.flat else 1.0 / np.maximum(z, 1e-3)
        column = (q[:, 0] * scale - F(view.a0)) / F(view.da)
        row = (q[:, 1] * scale - F(view.b0)) / F(view.db)
        pixels = scale / F(abs(view.da))
        bias = F(_BIAS) + F(0.7 * abs(view.da)) * (np.ones_like(z) if view.flat else z)
        # Blockers are looked for as far aside as the source could be seen past them.
        search = np.clip(F(max(size, 0.02) if growth is None else size + 3.0 * growth) * pixels * F(0.5), 1.0, 14.0)

        total, number = np.zeros_like(z), np.zeros_like(z)
        for k in range(_BLOCKERS):
            d = self._at(column, row, turn, search, k, _BLOCKERS)
            nearer = d < z - bias
            total += np.where(nearer, d, 0.0)
            number += nearer
        some = np.flatnonzero(number > 0)
        share = np.ones_like(z)
        if not len(some):
            return share
        blocker = total[some] / number[some]
        behind = np.maximum(z[some] - blocker, 0.0)
        blur = size * behind / np.maximum(blocker, 0.05) if growth is None else size + growth * behind
        radius = np.clip(blur * pixels[some], 0.6, 24.0)
        seen = np.zeros(len(some), F)
        for k in range(_TAPS):
            seen += self._at(column[some], row[some], turn[some], radius, k, _TAPS) >= z[some] - bias[some]
        share[some] = seen / _TAPS
        return share

    def hidden(self, points: Array, radius: float) -> Array:
        """Share of each point that something nearer hides, from four samples: quick enough for every sample.

        Args:
            points: (n, 3) metres of the place, in front of the map.
            radius: pixels of the map by which the samples lie aside.

        Returns:
            (n,) 0 in the open .. 1 hidden.
        """
        view = self.view
        q = view.coordinates(points)
        column, row = (q[:, 0] - F(view.a0)) / F(view.da), (q[:, 1] - F(view.b0)) / F(view.db)
        bias = F(_BIAS) + F(1.5 * abs(view.da))
        none = np.zeros_like(column)
        total = none.copy()
        for k in range(4):
            total += self._at(column, row, none, none + F(radius), k, 4) < q[:, 2] - bias
        return np.asarray(total / F(4), F)

    def _at(self, column: Array, row: Array, turn: Array, radius: Array, k: int, of: int) -> Array:
        """The depth at the k-th sample of a spiral around a pixel."""
        angle = turn + F(k * _GOLDEN)
        r = radius * F(math.sqrt((k + 0.5) / of))
        i = np.rint(column + np.cos(angle) * r).astype(np.int32)
        j = np.rint(row + np.sin(angle) * r).astype(np.int32)
        np.clip(i, 0, self.view.wide - 1, out=i)
        np.clip(j, 0, self.view.tall - 1, out=j)
        return self.depth[j, i]


def _far(depth: Array) -> Array:
    return np.where(np.isfinite(depth), depth, F(1e6))


def lamp_maps(
    position: Array, skin: float, geometry: Geometry, faces: Sequence[int], fine: float = 1.0
) -> dict[int, DepthMap]:
    """Depth maps around a lamp.

    Args:
        position: (3,) metres.
        skin: solids that come nearer to it than this, in metres, throw no shadow.
        geometry: of the place.
        faces: which of the six directions are asked for.
        fine: factor of the maps' resolution.

    Returns:
        The depth map of each face that was asked for, by the index of the face.
    """

    def throws(solid: Solid) -> bool:
        return solid.casts and float(((solid.vertices - position) ** 2).sum(1).min()) > skin * skin

    which = np.array([throws(s) for s in geometry.solids], bool)
    pixels = int(_FACE * fine)
    step = 2 * _SLOPE / pixels
    made = {}
    for face in faces:
        view = View(
            _AXES[face], position, pixels, pixels, -_SLOPE + step / 2, step, -_SLOPE + step / 2, step, nearest=0.02
        )
        made[face] = DepthMap(view, _far(rasterize(view, geometry, which).depth))
    return made


def lamp_visibility(lamp: Lamp, points: Array, turn: Array, geometry: Geometry, fine: float = 1.0) -> Array:
    """Share of a lamp that points see.

    Args:
        lamp: the lamp.
        points: (n, 3) metres of the place, lifted off their surface.
        turn: (n,) radians, random rotation of the sampling pattern at each point.
        geometry: of the place.
        fine: factor of the depth maps' resolution.

    Returns:
        (n,) 0 in shadow .. 1 in full light.
    """
    position = np.asarray(lamp.position, F)
    faces = np.unique(_face_of(points - position))
    maps = lamp_maps(position, lamp.skin, geometry, [int(k) for k in faces], fine)
    return around_lamp(maps, position, points, turn, lamp.size)


def _face_of(away: Array) -> NDArray[np.intp]:
    """Which face of a lamp's six maps each direction meets."""
    axis = np.abs(away).argmax(1)
    return np.asarray(2 * axis + (np.take_along_axis(away, axis[:, None], 1)[:, 0] < 0))


def around_lamp(maps: Mapping[int, DepthMap], position: Array, points: Array, turn: Array, size: float) -> Array:
    """Share of a lamp that points see, by its depth maps.

    Args:
        maps: by face, see `lamp_maps`.
        position: (3,) of the lamp.
        points: (n, 3) metres of the place.
        turn: (n,) radians, random rotation of the sampling pattern at each point.
        size: radius of the lamp in metres.

    Returns:
        (n,) 0 in shadow .. 1 in full light.
    """
    face = _face_of(points - position)
    share = np.ones(len(points), F)
    for k, depth_map in maps.items():
        some = np.flatnonzero(face == k)
        if len(some):
            share[some] = depth_map.lit(points[some], turn[some], size)
    return share


def _across(toward: Array) -> Array:
    """Axes of a view along parallel rays: right, up and forward, away from the light."""
    forward = -toward / np.linalg.norm(toward)
    side = np.cross([0.0, 1.0, 0.0] if abs(forward[1]) < 0.95 else [0.0, 0.0, 1.0], forward)
    side = side / np.linalg.norm(side)
    return np.stack([side, np.cross(forward, side), forward]).astype(F)


def flat_map(
    toward: Array, points: Array, geometry: Geometry, pixels: int, *, of: NDArray[np.bool_] | None = None
) -> DepthMap:
    """The depth map of parallel rays that covers some points.

    Args:
        toward: direction to the light.
        points: (n, 3) metres of the place to cover.
        geometry: what throws shadows, wherever it stands.
        pixels: of a side.
        of: which solids throw shadows; all that do unless given.
    """
    axes = _across(toward)
    q = points @ axes.T
    low, high = q.min(0) - 0.3, q.max(0) + 0.3
    step = np.maximum((high - low)[:2] / pixels, 1e-3)
    eye = (axes.T @ np.array([0.0, 0.0, -500.0], F)).astype(F)
    view = View(
        axes,
        eye,
        pixels,
        pixels,
        float(low[0] + step[0] / 2),
        float(step[0]),
        float(low[1] + step[1] / 2),
        float(step[1]),
        flat=True,
    )
    which = np.array([s.casts for s in geometry.solids], bool) if of is None else of
    return DepthMap(view, _far(rasterize(view, geometry, which).depth))


def sun_maps(
    sun: Sun, points: Array, distance: Array, geometry: Geometry, fine: float = 1.0
) -> list[tuple[float, DepthMap]]:
    """Depth maps of the sun for what the eye sees, fine nearby and coarse far away.

    Args:
        sun: the sun or moon.
        points: (n, 3) metres of the place that are seen.
        distance: (n,) metres from the eye.
        geometry: of the place.
        fine: factor of the depth maps' resolution.

    Returns:
        Metres from the eye up to which each serves, and the map; the nearest first.
    """
    toward = np.asarray(sun.toward, F)
    made: list[tuple[float, DepthMap]] = []
    for limit in (_SPLIT, math.inf):
        some = (distance < limit) & ((distance >= _SPLIT) if made else True)
        if some.any():
            made.append((limit, flat_map(toward, points[some], geometry, int(_FLAT_MAP * fine))))
    return made


def sun_visibility(
    sun: Sun, maps: Sequence[tuple[float, DepthMap]], points: Array, distance: Array, turn: Array
) -> Array:
    """Share of the sun that points see.

    Args:
        sun: the sun or moon.
        maps: its depth maps, by `sun_maps`.
        points: (n, 3) metres of the place, lifted off their surface.
        distance: (n,) metres from the eye.
        turn: (n,) radians, random rotation of the sampling pattern at each point.

    Returns:
        (n,) 0 in shadow .. 1 in full light.
    """
    share = np.ones(len(points), F)
    done = np.zeros(len(points), bool)
    for limit, depth_map in maps:
        some = np.flatnonzero(~done & (distance < limit))
        share[some] = depth_map.lit(points[some], turn[some], 0.006, growth=sun.soft)
        done[some] = True
    return share


def sky_visibility(points: Array, turn: Array, geometry: Geometry) -> Array:
    """Share of the sky that points see: dark under trees and in narrow streets.

    Args:
        points: (n, 3) metres of the place, lifted off their surface.
        turn: (n,) radians, random rotation of the sampling pattern at each point.
        geometry: of the place.

    Returns:
        (n,) 0 under a roof .. 1 in the open.
    """
    share = np.zeros(len(points), F)
    total = 0.0
    for k in range(6):
        angle = 2 * math.pi * k / 5 + 0.3
        toward = np.array([0.0, 1.0, 0.001], F) if k == 5 else np.array([math.cos(angle), 0.9, math.sin(angle)], F)
        weight = 1.4 if k == 5 else 1.0
        depth_map = flat_map(toward, points, geometry, _SKY_MAP)
        share += F(weight) * depth_map.lit(points, turn, 0.15, growth=0.30)
        total += weight
    return share / F(total)
