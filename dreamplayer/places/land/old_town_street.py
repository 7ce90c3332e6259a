"""A lane of an old town after rain: gabled houses, lanterns on brackets, lit windows, wet setts, a gate tower behind.

The lane is 6.6 m wide, runs away from the eye (z 0) and bends to the right; a gate tower closes it at z 35. Groups of
light: "key" is the lanterns, "window" what shines from the houses, "moon" the moon, "sky" the rest of the sky.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.materials import chance, glow, iron, mixed, plain, setts, step, wood
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    Cut,
    F,
    Finish,
    Lamp,
    Mask,
    Material,
    Scenery,
    Sky,
    Solid,
    Source,
    Sun,
    Surface,
)
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

HALF = 3.3
"""Half the width of the lane."""
GATE = 35.0
"""Where the gate tower stands."""
LANTERN = 3.17
"""Height of the lanterns' flames."""
MOON = (0.12, 0.49, 0.86)
"""Direction to the moon: over the gate."""
BENCH = 0.45
BARREL = 0.82
SHOP_SILL = 0.86
STONE: Colour = (0.30, 0.275, 0.245)
TIMBER: Colour = (0.085, 0.052, 0.035)
SHOP: Colour = (0.055, 0.072, 0.066)


def middle(z: float) -> float:
    """Where the middle of the lane lies, in metres across, at a distance z."""
    return 0.0075 * max(z - 8.0, 0.0) ** 2


# ------------------------------------------------------------------------------------------------- fronts of houses


@dataclass(frozen=True)
class _Wall:
    """An upright wall with coordinates of its own: metres along, up, and outwards into the lane."""

    origin: Vec3
    along: Vec3
    out: Vec3

    def at(self, solids: Sequence[Solid]) -> list[Solid]:
        """Solids given in the wall's coordinates, in those of the place."""
        axes = np.array([self.along, (0, 1, 0), self.out], F)
        origin = np.asarray(self.origin, F)
        return [s.replace(vertices=s.vertices @ axes + origin, normals=s.normals @ axes) for s in solids]

    def point(self, along: float, up: float, out: float) -> Vec3:
        """A point given in the wall's coordinates, in those of the place."""
        o, a, b = self.origin, self.along, self.out
        return o[0] + along * a[0] + out * b[0], o[1] + up, o[2] + along * a[2] + out * b[2]


_Beam = tuple[float, float, float, float, float]
"""A beam: from and to in metres along and up, and half its width."""


@dataclass(frozen=True)
class _Window:
    middle: float
    sill: float
    wide: float
    tall: float
    arch: float = 0.0
    """How much lower its head is at the sides, in metres."""
    shutter: Colour | None = None
    frame: Colour = STONE
    lit: float | None = None
    """Its light; None where the seed decides."""
    bars: tuple[int, int] = (2, 3)
    depth: float = 0.15


@dataclass(frozen=True)
class _Door:
    middle: float
    wide: float
    tall: float
    colour: Colour
    arch: float = 0.4


@dataclass(frozen=True)
class _Front:
    """What a house shows to the lane."""

    wide: float
    eaves: float
    top: float
    wall: Material
    base: Material | None = None
    """Material below `base_top`."""
    base_top: float = 0.0
    gable: str = "pointed"
    """pointed, stepped, or flat for a house whose eaves face the lane."""
    windows: tuple[_Window, ...] = ()
    door: _Door | None = None
    bands: tuple[float, ...] = ()
    """Heights of stone bands."""
    timbers: tuple[_Beam, ...] = ()
    shop: bool = False


def _opening(u: Array, v: Array, w: _Window, grow: float = 0.0) -> Array:
    """Signed distance to the edge of a window, negative inside; u and v from the middle of its sill."""
    half = w.wide / 2 + grow
    top = w.tall + grow - w.arch * np.clip(np.abs(u) / half, 0, 1) ** 2
    return np.maximum(np.maximum(np.abs(u) - half, -v - grow), v - top)


def _room_light(u: Array, v: Array, w: _Window, own: Callable[[int], float]) -> Array:
    """Light of a room behind its curtains, 0..1; u and v from the middle of the sill."""
    x, y = u / (w.wide / 2), np.clip(v / w.tall, 0, 1)
    lamp = 0.20 + 0.30 * np.exp(-(((x - (own(1) - 0.5) * 1.1) / 0.75) ** 2 + ((y - 0.42 - 0.25 * own(2)) / 0.38) ** 2))
    lamp = lamp + 0.42 * np.exp(-(((x - (own(3) - 0.5)) / 0.22) ** 2 + ((y - 0.52) / 0.16) ** 2))
    drawn = 0.26 + 0.30 * own(4)
    curtain = step(1 - drawn, 1 - drawn + 0.10, np.abs(x))
    fold = 0.62 + 0.26 * np.sin(x * 31 + 4 * own(1)) * (0.4 + 0.6 * y)
    lamp = lamp * (1 - curtain) + curtain * fold * (0.28 + 0.26 * np.exp(-(((y - 0.5) / 0.4) ** 2)))
    return np.asarray(lamp * (0.72 + 0.28 * step(0.0, 0.25, y)) * (1 - 0.5 * step(0.78, 1.0, y)), F)


def _facade(front: _Front, wall: _Wall, seed: int) -> Material:
    """The front of a house as one material: windows lie behind it, so their reveals show from aside."""
    along, out = np.asarray(wall.along, F), np.asarray(wall.out, F)

    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        low = v < front.base_top
        base = front.base or front.wall
        found = mat.joint_finish(s, [(low, base), (~low, front.wall)])
        albedo = np.array(np.broadcast_to(found.albedo, (len(u), 3)), F)
        shade = np.array(np.broadcast_to(np.asarray(found.occlusion, F), (len(u),)), F)
        streaks = (
            0.62 + 0.55 * quick_fbm(u * 0.9 + seed, v * 0.5, seed, 4) + 0.30 * quick_fbm(u * 4.5, v * 0.35, seed + 9, 3)
        )
        albedo *= np.clip(streaks, 0.4, 1.25)[:, None]
        albedo *= (1 - 0.35 * np.exp(-v / 0.35))[:, None]
        light = np.zeros((len(u), 3), F)
        gloss = np.full(len(u), 0.10, F)
        for x0, y0, x1, y1, half in front.timbers:
            long = math.hypot(x1 - x0, y1 - y0)
            a = ((u - x0) * (x1 - x0) + (v - y0) * (y1 - y0)) / long
            b = np.abs((u - x0) * (y1 - y0) - (v - y0) * (x1 - x0)) / long
            edge = np.maximum(b - half, np.abs(a - long / 2) - long / 2)
            beam = edge < 0
            grain = 0.7 + 0.6 * quick_fbm(a[beam] * 1.5, b[beam] * 22 + x0 * 7, 11, 3)
            albedo[beam] = np.asarray(TIMBER, F) * grain[:, None]
            shade[beam] = 1.0
            shade *= np.where((edge >= 0) & (edge < 0.05), 0.55 + 9 * np.clip(edge, 0, 0.05), 1.0)
        # Sight in the wall's own directions, for what lies behind its face.
        inwards = np.maximum(-(s.sight @ out), 0.05)
        slope_u, slope_v = (s.sight @ along) / inwards, s.sight[:, 1] / inwards
        for k, w in enumerate(front.windows):
            near = (np.abs(u - w.middle) < w.wide / 2 + 0.5) & (v > w.sill - 0.5) & (v < w.sill + w.tall + 0.5)
            if near.any():
                _paint_window(
                    w, seed * 31 + k, near, (u - w.middle, v - w.sill), (slope_u, slope_v), albedo, shade, light, gloss
                )
        if front.door is not None:
            _paint_door(front.door, seed, (u, v), slope_u, albedo, shade, light)
        if front.shop:
            _paint_shop(front, seed, (u, v), (slope_u, slope_v), albedo, shade, light, gloss)
        return Finish(albedo, gloss, 0.0, shade, {"window": light}, found.normal)

    return material


def _paint_window(
    w: _Window,
    seed: int,
    near: Mask,
    place: tuple[Array, Array],
    slope: tuple[Array, Array],
    albedo: Array,
    shade: Array,
    light: Array,
    gloss: Array,
) -> None:
    """Paint one window into the arrays of its wall."""

    def own(k: int) -> float:
        return float(chance(k, seed))

    lit = (0.45 + 0.5 * own(8) if own(7) < 0.52 else 0.0) if w.lit is None else w.lit
    u, v = place[0][near], place[1][near]
    edge, around = _opening(u, v, w), _opening(u, v, w, 0.13)
    a, sh, li, gl = albedo[near], shade[near], light[near], gloss[near]
    rim = (edge > 0) & (around < 0)
    a[rim] = np.asarray(w.frame, F) * (0.8 + 0.3 * quick_fbm(u[rim] * 5, v[rim] * 5, seed, 2))[:, None]
    sh *= np.where((around >= 0) & (around < 0.06), 0.6 + 6 * np.clip(around, 0, 0.06), 1.0)
    inside = edge < 0
    u2, v2 = u + slope[0][near] * w.depth, v + slope[1][near] * w.depth
    back = _opening(u2, v2, w)
    reveal = inside & (back > 0)
    a[reveal] = np.asarray(w.frame, F) * 0.7
    sh[reveal] = 0.5
    pane = inside & ~reveal
    columns, rows = w.bars
    fu = np.abs((u2 / w.wide + 0.5) * columns - np.round((u2 / w.wide + 0.5) * columns)) * w.wide / columns
    fv = np.abs(v2 / w.tall * rows - np.round(v2 / w.tall * rows)) * w.tall / rows
    bar = pane & ((np.minimum(fu, fv) < 0.020) | (back > -0.045))
    a[pane] = np.asarray((0.018, 0.023, 0.036), F) * (0.5 + 1.5 * np.clip(v2 / w.tall, 0, 1))[pane, None]
    gl[pane] = 0.6
    a[bar] = (0.10, 0.085, 0.075)
    gl[bar] = 0.2
    sh[pane] = 0.8
    warm = np.asarray((0.92, 0.80, 0.62), F)
    if lit:
        room = _room_light(u2, v2, w, own) * lit
        li += warm * (room * (pane & ~bar))[:, None]
        li += warm * (0.05 * lit * reveal + 0.035 * lit * np.exp(-np.clip(edge, 0, 9) / 0.12) * ~inside)[:, None]
    albedo[near], shade[near], light[near], gloss[near] = a, sh, li, gl


def _paint_door(
    d: _Door, seed: int, place: tuple[Array, Array], slope: Array, albedo: Array, shade: Array, light: Array
) -> None:
    """Paint a planked door with a fanlight, in a stone surround."""
    near = (np.abs(place[0] - d.middle) < d.wide / 2 + 0.35) & (place[1] < d.tall + 0.4)
    if not near.any():
        return
    u, v = place[0][near] - d.middle, place[1][near]

    def hole(x: Array, grow: float) -> Array:
        top = d.tall + grow - d.arch * np.clip(np.abs(x) / (d.wide / 2 + grow), 0, 1) ** 2
        return np.maximum(np.abs(x) - d.wide / 2 - grow, v - top)

    a, sh, li = albedo[near], shade[near], light[near]
    rim = (hole(u, 0.2) < 0) & (hole(u, 0.0) > 0)
    a[rim] = np.asarray(STONE, F) * (0.75 + 0.4 * quick_fbm(u[rim] * 5, v[rim] * 5, seed, 2))[:, None]
    u2 = u + slope[near] * 0.16
    inside, deep = hole(u, 0.0) < 0, hole(u2, 0.0) < 0
    a[inside & ~deep] = np.asarray(STONE, F) * 0.6
    leaf = inside & deep
    plank = 1 - 0.5 * (np.abs(np.mod(u2 / 0.16, 1) - 0.5) > 0.45)
    grain = 0.7 + 0.6 * quick_fbm(u2 * 18, v * 1.6, seed, 3)
    a[leaf] = (np.asarray(d.colour, F) * (plank * grain)[:, None])[leaf]
    sh[inside] = 0.7
    fan = leaf & (v > d.tall * 0.78)
    rays = np.abs(np.sin(np.arctan2(v - d.tall * 0.78, u2) * 4)) > 0.2
    glass = fan & rays & (v > d.tall * 0.80) & (hole(u2, 0.0) < -0.06)
    a[fan] = (0.03, 0.03, 0.035)
    li += np.asarray((0.9, 0.78, 0.6), F) * (0.45 * np.exp(-((u2 / 0.35) ** 2)) * glass)[:, None]
    knob = leaf & (np.hypot(u2 - d.wide * 0.36, v - 1.0) < 0.035)
    a[knob] = (0.5, 0.36, 0.14)
    albedo[near], shade[near], light[near] = a, sh, li


def _paint_shop(
    front: _Front,
    seed: int,
    place: tuple[Array, Array],
    slope: tuple[Array, Array],
    albedo: Array,
    shade: Array,
    light: Array,
    gloss: Array,
) -> None:
    """Paint the ground floor of a shop: panelled wood, one great window of small panes, a glazed door."""
    u, v = place
    low = v < 3.2
    left, right = 0.42, 3.98
    panelled = np.asarray(SHOP, F) * (0.85 + 0.3 * quick_fbm(u * 2, v * 9, seed, 3))[:, None]
    albedo[low] = panelled[low]
    gloss[low] = 0.35
    board = low & (v < 0.70) & (v > 0.16) & (np.abs(np.mod((u - 0.55) / 0.9, 1) - 0.5) < 0.36) & (u < 4.1)
    albedo[board] *= 0.65
    gilt = low & (u > 0.5) & (u < 3.9) & ((np.abs(v - 2.85) < 0.012) | (np.abs(v - 3.02) < 0.012))
    albedo[gilt] = (0.30, 0.21, 0.08)
    tall = 1.77
    # The goods stand half a metre behind the panes.
    u2, v2 = u + slope[0] * 0.45, v + slope[1] * 0.45
    x, y = (u2 - left) / (right - left), (v2 - 0.85) / tall
    room = 0.06 + 0.50 * np.exp(-(((x - 0.30) / 0.22) ** 2 + ((y - 0.72) / 0.36) ** 2))
    room = room + 0.42 * np.exp(-(((x - 0.76) / 0.18) ** 2 + ((y - 0.72) / 0.32) ** 2))
    for at in (0.30, 0.76):
        room = room + 0.8 * np.exp(-(((x - at) / 0.020) ** 2 + ((y - 0.86) / 0.045) ** 2))
    room *= 0.55 + 0.45 * step(0.0, 0.5, y)
    tint = np.ones((len(u), 3), F)
    for k, shelf in enumerate((0.0, 0.30, 0.58)):
        room = room * (1 - 0.65 * np.exp(-(((y - shelf) / 0.02) ** 2)))
        count = (9, 22, 26)[k]
        i = np.floor(x * count)
        own, kind = chance(i, seed + 41 + k), chance(i, seed + 51 + k)
        high = (0.10 if k == 0 else 0.07) + 0.13 * own
        f = x * count - i - 0.5
        shape = np.where(
            kind > 0.5, np.abs(f) < 0.36, np.abs(f) < 0.42 * np.sqrt(np.clip(1 - (y - shelf) / high, 0, 1))
        )
        body = (y > shelf) & (y < shelf + high) & shape & (kind > 0.12)
        room = np.where(body, room * (0.10 + 0.55 * own * (1 - 1.2 * np.abs(f))), room)
        tint = np.where(body[:, None], np.stack([0.9 + 0 * own, 0.6 + 0.5 * kind, 0.4 + 0.9 * own], -1), tint)
    bar_u = np.abs((u - left) / (right - left) * 6 - np.round((u - left) / (right - left) * 6)) * (right - left) / 6
    bar_v = np.abs((v - 0.85) / tall * 3 - np.round((v - 0.85) / tall * 3)) * tall / 3
    inside = (u > left) & (u < right) & (v > 0.85) & (v < 0.85 + tall)
    bar = inside & (np.minimum(bar_u, bar_v) < 0.022)
    pane = inside & ~bar
    albedo[pane] = (0.02, 0.018, 0.016)
    gloss[pane] = 0.6
    warm = np.asarray((0.92, 0.80, 0.62), F)
    light[pane] = (warm * tint * (0.78 * np.clip(room, 0, 0.85))[:, None])[pane]
    door = (front.wide - 1.15, 0.95)
    leaf = (np.abs(u - door[0]) < door[1] / 2) & (v < 2.6)
    glass = leaf & (np.abs(u - door[0]) < 0.34) & (v > 1.0) & (v < 2.4)
    cross = (np.abs(u - door[0]) < 0.018) | (np.abs(np.mod((v - 1.0) / 0.467, 1) - 0.5) > 0.46)
    albedo[leaf] = np.asarray(SHOP, F) * 0.6
    glass &= ~cross
    albedo[glass] = (0.02, 0.018, 0.016)
    haze = 0.20 + 0.28 * np.exp(-(((v - 1.9) / 0.4) ** 2))
    light[glass] = (warm * haze[:, None])[glass]
    shade[leaf & ~glass] *= 0.7


def _gable(front: _Front) -> Cut:
    half, rise = front.wide / 2, front.top - front.eaves

    def cut(local: Array) -> Mask:
        x = np.abs(local[:, 0] - half)
        if front.gable == "flat":
            line = np.full_like(x, front.eaves)
        elif front.gable == "stepped":
            steps = 6
            line = front.eaves + rise * (np.floor((half - x) / (half / steps)) + 0.5) / (steps + 0.5)
        else:
            line = front.eaves + rise * np.clip(1 - x / half, 0, 1)
        return np.asarray(local[:, 1] < line)

    return cut


def _roof_tiles(seed: int) -> Material:
    def material(s: Surface) -> Finish:
        u, v = s.local[:, 0], s.local[:, 1]
        row = np.floor(v / 0.19)
        a = u / 0.20 + 0.5 * np.mod(row, 2)
        column = np.floor(a)
        own = chance(row * 331 + column, seed)
        moss = step(0.48, 0.7, quick_fbm(u * 0.6, v * 0.5, seed, 4))
        clay = np.asarray((0.135, 0.066, 0.054), F) * (0.55 + 0.75 * own)[:, None]
        lip = np.clip((v / 0.19 - row) * 4, 0.3, 1)
        colours = mixed(clay, (0.050, 0.058, 0.040), moss) * lip[:, None]
        return Finish(colours.astype(F), 0.30, 0.0, lip.astype(F), normal=mat.rough(s, 6, 0.10, seed))

    return material


def _house(front: _Front, wall: _Wall, seed: int) -> list[Solid]:
    """A house: its front, side walls, roof, chimney, and what stands out from the front."""
    wide, eaves, top = front.wide, front.eaves, front.top
    deep = 8.0
    rough = mat.plaster((0.17, 0.155, 0.145), stain=0.4)
    tiles = _roof_tiles(seed)
    made = [panel(_facade(front, wall, seed), (0, 0, 0), (wide, 0, 0), (0, max(top, eaves), 0), cut=_gable(front))]
    made += [panel(rough, (x, 0, 0), (0, 0, -deep), (0, eaves, 0)) for x in (0.0, wide)]
    if front.gable == "flat":
        made.append(panel(tiles, (-0.05, eaves - 0.12, 0.45), (wide + 0.1, 0, 0), (0, 4.2, -5.0)))
        made.append(box(wood(TIMBER, 0, 0.2), (-0.05, eaves - 0.30, 0.0), (wide + 0.05, eaves - 0.10, 0.40)))
        stack = (wide * 0.7, eaves + 2.2, -3.2)
    else:
        # A stepped gable stands above its roof; a pointed one lies below it.
        over = 0.0 if front.gable == "stepped" else 0.30
        ridge = top - (0.55 if front.gable == "stepped" else -0.06)
        low = eaves - 0.1
        start = -0.12 if front.gable == "stepped" else over
        for x in (-0.2, wide + 0.2):
            made.append(panel(tiles, (x, low, start), (0, 0, -deep - start), (wide / 2 - x, ridge - low, 0)))
        if over:
            barge = [
                tube(wood(TIMBER, 0, 0.2), [(x, low - 0.05, over), (wide / 2, ridge - 0.05, over)], 0.09, sides=5)
                for x in (-0.2, wide + 0.2)
            ]
            made.append(joined(barge))
        stack = (wide / 2 + 0.9, ridge - 1.2, -2.6 - 1.5 * float(chance(3, seed)))
    x, y, z = stack
    made.append(box(mat.brick((0.20, 0.095, 0.07)), (x - 0.38, y, z - 0.38), (x + 0.38, y + 2.5, z + 0.38)))
    stone = plain((STONE[0] * 0.85, STONE[1] * 0.85, STONE[2] * 0.85), 0.12, vary=0.3, scale=6)
    ledges = [box(stone, (0, y, 0.0), (wide, y + 0.14, 0.10)) for y in front.bands]
    ledges += [
        box(
            stone,
            (w.middle - w.wide / 2 - 0.18, w.sill - 0.13, 0.0),
            (w.middle + w.wide / 2 + 0.18, w.sill - 0.02, 0.14),
        )
        for w in front.windows
    ]
    if front.door is not None:
        d = front.door
        ledges += [
            box(
                stone,
                (d.middle - d.wide / 2 - 0.35 + 0.15 * k, 0, 0),
                (d.middle + d.wide / 2 + 0.35 - 0.15 * k, 0.13 * (k + 1), 0.45 - 0.2 * k),
            )
            for k in range(2)
        ]
    if front.shop:
        ledges.append(box(stone, (0.30, SHOP_SILL - 0.14, 0), (4.1, SHOP_SILL, 0.30)))
        made.append(box(plain(SHOP, 0.3), (-0.02, 3.08, 0), (wide + 0.02, 3.22, 0.30)))
        posts = [
            box(plain((SHOP[0] * 1.3, SHOP[1] * 1.3, SHOP[2] * 1.3), 0.3), (x - 0.14, 0, 0), (x + 0.14, 3.1, 0.10))
            for x in (0.14, 4.25, wide - 0.14)
        ]
        made.append(joined(posts))
    if ledges:
        made.append(joined(ledges))
    shutters: dict[Colour, list[Solid]] = {}
    for w in front.windows:
        if w.shutter is not None:
            for side in (-1, 1):
                a = w.middle + side * (w.wide / 2 + 0.04)
                b = a + side * w.wide * 0.48
                shutters.setdefault(w.shutter, []).append(
                    box(_slats(w.shutter), (min(a, b), w.sill, 0.0), (max(a, b), w.sill + w.tall - w.arch * 0.5, 0.055))
                )
    made += [joined(s) for s in shutters.values()]
    return wall.at(made)


def _slats(colour: Colour) -> Material:
    def material(s: Surface) -> Finish:
        slat = 0.65 + 0.35 * np.cos(s.local[:, 1] * (math.tau / 0.085))
        return Finish((np.asarray(colour, F) * slat[:, None]).astype(F), 0.15, 0.0, slat.astype(F))

    return material


_ROUGHCAST = mat.plaster((0.25, 0.20, 0.15), stain=0.0)
_RUSTIC = mat.masonry((0.22, 0.195, 0.175), 0.36, 0.74, 5)
_RUBBLE = mat.masonry((0.155, 0.142, 0.138), 0.21, 0.40, 9, moss=0.15)
_GREEN: Colour = (0.070, 0.105, 0.095)
_BLUE: Colour = (0.055, 0.085, 0.120)
_BROWN: Colour = (0.105, 0.070, 0.040)


def _frame_of(wide: float, floors: Sequence[float], top: float, posts: int) -> tuple[_Beam, ...]:
    """Timber framing: plates at the floors, posts between them, braces, and beams of the gable."""
    beams = [(0.0, y, wide, y, 0.12) for y in floors]
    low, high = floors[0], floors[-1]
    beams += [(x, low, x, high, 0.09) for x in np.linspace(0.1, wide - 0.1, posts)]
    for a, b in pairwise(floors):
        beams += [(0.2, a, wide * 0.16, b, 0.075), (wide - 0.2, a, wide * 0.84, b, 0.075)]
    rise = top - high
    for q in (0.32, 0.62):
        half = wide / 2 * (1 - q)
        beams.append((wide / 2 - half, high + rise * q, wide / 2 + half, high + rise * q, 0.10))
    beams += [(x, high, x, high + rise * 0.62, 0.08) for x in (wide * 0.36, wide * 0.64)]
    beams += [
        (wide * 0.16, high, wide * 0.34, high + rise * 0.6, 0.08),
        (wide * 0.84, high, wide * 0.66, high + rise * 0.6, 0.08),
    ]
    return tuple((float(a), float(b), float(c), float(d), float(e)) for a, b, c, d, e in beams)


def _fronts() -> tuple[_Front, ...]:
    """Six kinds of house."""
    dark = (0.13, 0.085, 0.06)

    def framed(x: float, y: float, wide: float, tall: float, lit: float | None = None, rows: int = 3) -> _Window:
        return _Window(x, y, wide, tall, frame=dark, lit=lit, bars=(2, rows), depth=0.08)

    w, wide = 6.4, 6.4
    shop = _Front(
        w,
        7.45,
        11.6,
        _ROUGHCAST,
        gable="pointed",
        shop=True,
        timbers=_frame_of(w, (3.3, 5.5, 7.45), 11.6, 7),
        windows=(
            framed(1.65, 3.95, 0.86, 1.15, 0.75),
            framed(3.2, 3.95, 0.86, 1.15, 0.9),
            framed(4.75, 3.95, 0.86, 1.15, 0.0),
            framed(1.65, 6.0, 0.8, 1.05),
            framed(3.2, 6.0, 0.8, 1.05, 0.6),
            framed(4.75, 6.0, 0.8, 1.05),
            framed(3.2, 8.1, 0.75, 1.0, rows=2),
        ),
    )
    stepped = _Front(
        5.8,
        8.3,
        12.2,
        mat.plaster((0.27, 0.175, 0.115), stain=0.0),
        _RUSTIC,
        3.1,
        "stepped",
        windows=(
            _Window(3.55, 1.0, 0.95, 1.45, 0.22, lit=0.85),
            _Window(4.95, 1.0, 0.80, 1.45, 0.22, lit=0.0),
            _Window(1.3, 3.85, 0.85, 1.45, 0.12, _GREEN),
            _Window(2.9, 3.85, 0.85, 1.45, 0.12, _GREEN, lit=0.7),
            _Window(4.5, 3.85, 0.85, 1.45, 0.12, _GREEN, lit=0.9),
            _Window(1.3, 6.3, 0.8, 1.35, 0.12, _GREEN),
            _Window(2.9, 6.3, 0.8, 1.35, 0.12, _GREEN),
            _Window(4.5, 6.3, 0.8, 1.35, 0.12, _GREEN),
            _Window(2.9, 9.0, 0.75, 1.15, 0.3, bars=(2, 2)),
        ),
        door=_Door(1.35, 1.15, 2.55, (0.15, 0.05, 0.038), 0.5),
        bands=(3.1, 5.75, 8.2),
    )
    brick = _Front(
        5.0,
        9.0,
        12.6,
        mat.brick((0.22, 0.098, 0.07)),
        plain((0.22, 0.20, 0.18), 0.1),
        0.75,
        "stepped",
        windows=(
            _Window(1.5, 0.95, 1.5, 1.7, 0.15, lit=0.9, bars=(4, 3)),
            _Window(1.2, 4.0, 0.95, 1.6, 0.15),
            _Window(3.8, 4.0, 0.95, 1.6, 0.15, lit=0.75),
            _Window(1.2, 6.6, 0.9, 1.45, 0.15),
            _Window(3.8, 6.6, 0.9, 1.45, 0.15),
            _Window(2.5, 9.4, 0.85, 1.3, 0.2, bars=(2, 2)),
        ),
        door=_Door(3.7, 1.1, 2.5, (0.045, 0.070, 0.095), 0.2),
        bands=(3.3, 9.0),
    )
    broad = _Front(
        7.2,
        7.7,
        7.7,
        mat.plaster((0.20, 0.178, 0.185), stain=0.0),
        _RUSTIC,
        0.95,
        "flat",
        windows=(
            _Window(1.2, 1.3, 0.95, 1.55, 0.1, _BLUE, lit=0.0),
            _Window(3.3, 1.3, 0.95, 1.55, 0.1, _BLUE, lit=0.85),
            _Window(1.2, 4.35, 0.95, 1.65, 0.1, _BLUE, lit=0.75),
            _Window(3.6, 4.35, 0.95, 1.65, 0.1, _BLUE),
            _Window(6.0, 4.35, 0.95, 1.65, 0.1, _BLUE),
        ),
        door=_Door(5.5, 1.25, 2.7, (0.05, 0.085, 0.06), 0.55),
        bands=(3.6,),
    )
    timber = _Front(
        5.6,
        5.9,
        10.4,
        mat.plaster((0.26, 0.235, 0.195), stain=0.0),
        _RUBBLE,
        2.9,
        timbers=_frame_of(5.6, (3.0, 4.5, 5.9), 10.4, 6),
        windows=(
            _Window(1.2, 1.0, 1.0, 1.2, 0.1, (0.12, 0.045, 0.04), lit=0.9, bars=(2, 2)),
            _Window(2.95, 1.0, 0.8, 1.2, 0.1, bars=(2, 2)),
            framed(1.75, 4.62, 0.72, 1.05, rows=2),
            framed(2.8, 4.62, 0.72, 1.05, 0.6, rows=2),
            framed(3.9, 4.62, 0.72, 1.05, rows=2),
            framed(2.8, 6.3, 0.85, 1.0, 0.7, rows=2),
        ),
        door=_Door(4.5, 1.1, 2.2, (0.11, 0.065, 0.035), 0.4),
    )
    rubble = _Front(
        wide,
        7.2,
        11.2,
        _RUBBLE,
        windows=(
            _Window(4.6, 1.05, 1.0, 1.35, 0.2, _BROWN, lit=0.9),
            _Window(1.5, 4.1, 0.85, 1.35, 0.2, _BROWN),
            _Window(4.9, 4.1, 0.85, 1.35, 0.2, _BROWN),
            _Window(3.2, 7.5, 0.7, 1.1, 0.2, bars=(2, 2)),
        ),
        door=_Door(1.6, 1.2, 2.4, (0.07, 0.055, 0.04), 0.6),
    )
    return shop, stepped, brick, broad, timber, rubble


_LEFT = ((5, -3.0), (0, 3.42), (2, 9.84), (4, 14.86), (1, 20.48), (3, 26.3))
_RIGHT = ((3, -3.8), (1, 3.42), (4, 9.24), (5, 14.86), (2, 21.28), (1, 26.3))
"""Kind and start of each house, near to far."""
_LAMPS = ((1, 4.4), (1, 9.3), (-1, 14.9), (1, 21.3), (-1, 26.3), (1, 31.8))
"""Side and z of each lantern."""


def _wall(side: int, z0: float, z1: float, back: float = 0.0) -> _Wall:
    """The wall along the lane from z0 to z1, on the left (-1) or right (1), `back` metres behind its edge."""
    a = (middle(z0) + side * (HALF + back), 0.0, z0)
    b = (middle(z1) + side * (HALF + back), 0.0, z1)
    start, end = (a, b) if side < 0 else (b, a)
    long = math.hypot(end[0] - start[0], end[2] - start[2])
    along = ((end[0] - start[0]) / long, 0.0, (end[2] - start[2]) / long)
    # Outwards is towards the middle of the lane.
    out = (along[2], 0.0, -along[0])
    return _Wall(start, along, out)


def _houses(seed: int) -> list[Solid]:
    kinds = _fronts()
    made: list[Solid] = []
    for side, row in ((-1, _LEFT), (1, _RIGHT)):
        for k, (kind, z0) in enumerate(row):
            front = kinds[kind]
            own = seed * 13 + k * 5 + side + 40
            back = 0.25 * float(chance(k, 7 + side)) if k > 1 else 0.0
            wall = _wall(side, z0, z0 + front.wide - 0.01, back)
            made += _house(front, wall, own)
    return made


def _gate() -> list[Solid]:
    """The gate tower that closes the lane, with a clock, and the lit wall beyond its arch."""
    wide, tall = 7.2, 12.0
    x0 = middle(GATE) - wide / 2
    stone = mat.masonry((0.26, 0.225, 0.19), 0.36, 0.72, 12)

    def arch(local: Array) -> Mask:
        u, v = local[:, 0] - wide / 2, local[:, 1]
        return np.asarray(~((np.abs(u) < 1.65) & (v < 2.6 + np.sqrt(np.clip(1.65**2 - u**2, 0, None)))))

    def face(s: Surface) -> Finish:
        finish = stone(s)
        u, v = s.local[:, 0] - wide / 2, s.local[:, 1] - 8.6
        r, a = np.hypot(u, v), np.arctan2(u, v)
        albedo = np.array(finish.albedo)
        albedo[r < 1.12] = np.asarray(STONE, F) * 0.9
        dial = r < 0.92
        tick = (np.abs(np.mod(a * 12 / math.tau + 0.5, 1.0) - 0.5) < 0.07) & (r > 0.66) & (r < 0.84)
        hands = np.zeros(len(u), bool)
        for turn, long, half in ((0.5, 0.70, 0.035), (-1.1, 0.48, 0.05)):
            ahead = u * math.sin(turn) + v * math.cos(turn)
            hands |= (np.abs(u * math.cos(turn) - v * math.sin(turn)) < half) & (ahead > -0.1) & (ahead < long)
        shine = np.where(tick | hands, 0.03, 0.50 - 0.18 * r) * dial
        for x, y in ((-2.2, 6.6), (2.2, 6.6), (2.2, 9.4)):
            slit = (np.abs(s.local[:, 0] - wide / 2 - x) < 0.22) & (np.abs(s.local[:, 1] - y - 0.6) < 0.6)
            albedo[slit] = 0.02
            shine = shine + 0.35 * slit * (x > 0)
        spill = 0.10 * np.exp(-np.clip(np.hypot(u, s.local[:, 1] - 2.6) - 1.6, 0, 9) / 0.6)
        light = (shine + spill)[:, None] * np.asarray((0.92, 0.80, 0.62), F)
        return replace(finish, albedo=albedo, emission={"window": light.astype(F)})

    def beyond(s: Surface) -> Finish:
        """Warm haze and a lit house behind the arch."""
        v = s.local[:, 1]
        light = 0.34 * np.exp(-(((v - 1.6) / 2.2) ** 2)) * (0.7 + 0.5 * quick_fbm(s.local[:, 0], v, 4, 3))
        return Finish(
            np.full((len(v), 3), 0.1, F),
            emission={"window": light[:, None].astype(F) * np.asarray((0.9, 0.78, 0.6), F)},
        )

    made = [
        panel(face, (x0, 0, GATE), (wide, 0, 0), (0, tall, 0), cut=arch),
        panel(beyond, (x0 - 3, 0, GATE + 7), (wide + 6, 0, 0), (0, 5.4, 0), casts=False),
        box(plain(STONE, 0.1), (x0 - 0.1, 6.0, GATE - 0.14), (x0 + wide + 0.1, 6.2, GATE)),
        box(plain(STONE, 0.1), (x0 - 0.1, tall - 0.3, GATE - 0.22), (x0 + wide + 0.1, tall, GATE)),
    ]
    inner = [panel(stone, (x0 + wide / 2 + x, 0, GATE), (0, 0, 3.0), (0, 4.2, 0)) for x in (-1.65, 1.65)]
    made.append(joined(inner))
    roof = lathe(_roof_tiles(3), (0, tall, 0), [(5.4, -0.1), (0.05, 6.4)], sides=4)
    c = math.cos(math.pi / 4)
    spin = np.array([[c, 0, c], [0, 1, 0], [-c, 0, c]], F)
    centre = np.array([x0 + wide / 2, 0, GATE + 3.6], F)
    made.append(roof.replace(vertices=roof.vertices @ spin.T + centre, normals=roof.normals @ spin.T))
    made.append(rod(iron(), (x0 + wide / 2, tall + 6.2, GATE + 3.6), (x0 + wide / 2, tall + 7.6, GATE + 3.6), 0.05))
    return made


def _lantern_at(side: int, z: float) -> Vec3:
    return middle(z) + side * (HALF - 0.80), LANTERN, z


def _lanterns() -> list[Solid]:
    metal_, arms, caps, panes = iron((0.04, 0.036, 0.036), 0.4), [], [], []
    for side, z in _LAMPS:
        x, y, _ = _lantern_at(side, z)
        wall = middle(z) + side * HALF
        arms += [
            tube(
                metal_,
                [(wall, y + 0.68, z), (x + side * 0.4, y + 0.74, z), (x + side * 0.08, y + 0.62, z), (x, y + 0.44, z)],
                0.022,
                sides=5,
                casts=False,
            ),
            tube(
                metal_,
                [(wall, y + 0.20, z), (wall - side * 0.25, y + 0.30, z), (x + side * 0.35, y + 0.60, z)],
                0.018,
                sides=5,
                casts=False,
            ),
            rod(
                metal_, (wall - side * 0.02, y + 0.1, z), (wall - side * 0.02, y + 0.85, z), 0.03, sides=5, casts=False
            ),
        ]
        caps.append(
            lathe(
                metal_,
                (x, y, z),
                [(0.20, 0.24), (0.215, 0.25), (0.06, 0.40), (0.03, 0.46), (0.0, 0.48)],
                sides=6,
                casts=False,
            )
        )
        caps.append(
            lathe(metal_, (x, y, z), [(0.0, -0.36), (0.05, -0.30), (0.13, -0.24), (0.12, -0.22)], sides=6, casts=False)
        )
        caps += [
            rod(
                metal_,
                (x + 0.115 * math.cos(a), y - 0.23, z + 0.115 * math.sin(a)),
                (x + 0.19 * math.cos(a), y + 0.25, z + 0.19 * math.sin(a)),
                0.010,
                sides=4,
                casts=False,
            )
            for a in np.arange(6) * math.pi / 3
        ]
        panes.append(lathe(_flame_glass, (x, y, z), [(0.10, -0.23), (0.175, 0.24)], sides=6, casts=False))
    return [joined(arms), joined(caps), joined(panes)]


def _flame_glass(s: Surface) -> Finish:
    facing = np.abs((s.sight * s.n).sum(1))
    hot = np.exp(-(((s.local[:, 1] + 0.02) / 0.14) ** 2))
    light = 0.20 + 0.65 * hot * facing**2
    return Finish(np.full((len(s.p), 3), 0.3, F), 0.4, emission={"key": np.repeat(light[:, None], 3, 1).astype(F)})


def _furnishing(seed: int) -> list[Solid]:
    """Bench, barrel, pots, a shop sign and strings of small lights."""
    stone = plain(STONE, 0.12, vary=0.3, scale=5)
    made = [
        joined(
            [
                box(stone, (2.72, BENCH - 0.09, 6.9), (3.28, BENCH, 8.3)),
                box(stone, (2.82, 0, 7.05), (3.28, BENCH - 0.09, 7.3)),
                box(stone, (2.82, 0, 7.9), (3.28, BENCH - 0.09, 8.15)),
            ]
        ),
    ]
    staves = [
        (0.25, 0),
        (0.30, 0.2),
        (0.315, 0.41),
        (0.30, 0.62),
        (0.25, BARREL),
        (0.235, BARREL - 0.03),
        (0.0, BARREL - 0.03),
    ]
    made.append(lathe(wood((0.13, 0.085, 0.055), 1, 0.2, plank=0.16, across=0), (-2.62, 0, 10.5), staves, sides=18))
    hoops = [
        lathe(
            iron(),
            (-2.62, 0, 10.5),
            [(0.31 - 0.03 * abs(y - 0.41), y - 0.03), (0.315 - 0.03 * abs(y - 0.41), y + 0.03)],
            casts=False,
        )
        for y in (0.14, 0.68)
    ]
    made.append(joined(hoops))
    for k, (x, z) in enumerate(((2.95, 16.2), (-2.55, 12.9), (3.1, 20.2), (-2.85, 9.2))):
        if k < 2 or float(chance(k, seed)) < 0.7:
            pot = [(0.14, 0), (0.20, 0.30), (0.22, 0.36), (0.19, 0.36)]
            made.append(lathe(plain((0.17, 0.08, 0.052), 0.1, vary=0.3, scale=8), (x, 0, z), pot, sides=14))
            made += land.crown((x, 0.66, z), (0.34, 0.34, 0.34), seed=k + seed % 5, sprays=50, leaf=34.0)
    # The sign of the shop: a gilt moon on dark wood.
    x, y, z = -HALF + 0.62, 3.95, 9.72

    def moon(s: Surface) -> Finish:
        a, b = s.local[:, 2], s.local[:, 1]
        rim = np.abs(np.hypot(a, b) - 0.36) < 0.03
        crescent = (np.hypot(a, b) < 0.26) & (np.hypot(a - 0.11, b - 0.05) > 0.22)
        gilt = rim | crescent
        return Finish(
            np.where(gilt[:, None], np.asarray((0.46, 0.31, 0.11), F), np.asarray((0.05, 0.036, 0.03), F)),
            np.where(gilt, 0.5, 0.2).astype(F),
        )

    sign = ball(moon, (0, 0, 0), (0.40, 0.40, 0.03), rings=8, sides=24)
    spin = sign.replace(local=sign.local[:, [2, 1, 0]], vertices=sign.vertices + np.array([x, y - 0.48, z], F))
    bracket = iron((0.04, 0.036, 0.036))
    made += [
        spin,
        joined(
            [
                rod(bracket, (-HALF, y, z), (x + 0.45, y, z), 0.022, sides=5, casts=False),
                rod(bracket, (x, y, z), (x, y - 0.10, z), 0.010, sides=4, casts=False),
                tube(
                    bracket,
                    [(-HALF, y - 0.45, z), (-HALF + 0.3, y - 0.25, z), (x - 0.1, y, z)],
                    0.016,
                    sides=5,
                    casts=False,
                ),
            ]
        ),
    ]
    cords, bulbs = [], []
    for z, left, right, sag in ((11.6, 5.9, 5.3, 0.75), (18.6, 5.5, 6.2, 0.8)):
        q = np.linspace(0, 1, 17)
        x_ = middle(z) + (2 * HALF - 0.1) * (q - 0.5)
        y_ = left + (right - left) * q - 4 * sag * q * (1 - q)
        cords.append(tube(iron(), np.stack([x_, y_, z + 0 * q], -1), 0.010, sides=4, casts=False))
        for k in np.linspace(0.06, 0.94, 10):
            at = (float(np.interp(k, q, x_)), float(np.interp(k, q, y_)) - 0.09, z)
            bulbs.append(ball(glow("window", (0.85, 0.72, 0.5)), at, 0.05, rings=5, sides=8, casts=False))
    return [*made, joined(cords), joined(bulbs)]


def solids(seed: int) -> Scenery:
    """The lane for a seed: which windows are lit, which pots stand by the doors."""
    ground = panel(setts((0.120, 0.110, 0.104), 0.17, 0.9, 4), (-5, 0, -4), (22, 0, 0), (0, 0, 50), casts=False)
    kerb = plain((STONE[0] * 0.3, STONE[1] * 0.3, STONE[2] * 0.3), 0.3, vary=0.3, scale=4)
    zs = np.linspace(-3, GATE, 24)
    edges = [
        tube(kerb, [(middle(float(z)) + s * (HALF - 0.06), 0.02, float(z)) for z in zs], 0.10, sides=6, casts=False)
        for s in (-1, 1)
    ]
    parts = [ground, joined(edges), *_houses(seed), *_gate(), *_lanterns(), *_furnishing(seed)]
    sources: list[Source] = []
    for k, (side, z) in enumerate(_LAMPS):
        sources.append(
            Lamp(
                "key",
                _lantern_at(side, z),
                2.9 if k < 2 else 3.4,
                0.12,
                shadow=1.0 if k in (0, 1) else 0.0,
                bounce=0.02,
                reach=4.0,
                skin=0.7,
                dust=0.0025,
                dust_reach=34.0,
            )
        )
    gate = (middle(GATE), 2.2, GATE - 1.0)
    sources += [
        Lamp("window", (-2.1, 1.6, 6.2), 1.5, 0.6, shadow=0.0, bounce=0.0, skin=0.3),
        Lamp("window", gate, 3.6, 0.6, shadow=0.0, bounce=0.0, dust=0.006, dust_reach=40.0),
        Sun("moon", MOON, 0.75, soft=0.05),
        Sky("sky", 0.22),
    ]
    return Scenery(
        tuple(parts), tuple(sources), ("key", "window", "moon", "sky"), mist=0.008, mist_group="sky", mist_glow=0.020
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lanterns burn from dusk to dawn and weakly by day; the sky over the roofs follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamps, rooms = (0.30, 0.45) if by_day else (1.0, 1.0)
    # A grey sky lights a lane more than the moon does.
    open_sky = 3.2 if by_day else 1.0
    stage = replace(outside.stage, ground="street", ridges=0.0, glow_x=0.2, clouds=max(outside.stage.clouds, 0.5))
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.50, 0.17), cosy * lamps),
            "window": life.scaled((1.0, 0.58, 0.26), cosy * rooms),
            "moon": life.scaled(outside.window, open_sky),
            "sky": life.scaled(outside.sky, open_sky),
        },
        night_palette(outside, key=(1.0, 0.50, 0.17), rim=(0.026, 0.028, 0.044)),
        stage,
    )


def flicker(group: str, t: float) -> float:
    """Gas lanterns breathe; rooms are steady."""
    return life.fire_flicker(t, 5, 0.05) if group == "key" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon over the gate, motes by the lanterns, smoke over the roofs."""
    f, t = moment.framing, moment.t
    key = moment.light.tints["key"]
    forms: list[Form] = [*life.moon(f, MOON, hour_light(moment.atmosphere).moon, size=12.0)]
    for k, (side, z) in enumerate(_LAMPS[:3]):
        x, y, _ = _lantern_at(side, z)
        forms.append(
            life.dust(
                f,
                t,
                moment.seed + k,
                ((x - 0.9, y - 1.4, z - 0.9), (x + 0.9, y + 0.6, z + 0.9)),
                (x, y, z),
                life.scaled(key, 0.5),
                count=50,
                reach=0.8,
                size=0.014,
            )
        )
    smoke = life.scaled(moment.light.tints["moon"], 0.30)
    for x, y, z in ((-5.6, 13.0, 12.6), (7.2, 12.4, 18.5)):
        forms.append(life.steam(f, t, moment.seed + int(z), (x, y, z), smoke, height=5.0, width=0.5, lean=0.5))
    return tuple(forms)


PLACE = Place(
    name="old_town_street",
    framings=(
        Framing(
            "lane",
            (-0.35, 1.60, -0.2),
            0.02,
            1.25,
            -0.22,
            Move(push=0.05),
            calm=(CalmSpot(-1.35, 0.45), CalmSpot(0.05, 0.25, 0.2)),
        ),
        Framing("shop", (2.15, 1.45, 3.0), -0.72, 1.30, -0.10, Move(drift=0.04), calm=(CalmSpot(-1.35, 0.45),)),
        Framing("gate", (0.55, 0.75, 10.2), 0.17, 1.75, -0.30, Move(rise=0.04), calm=(CalmSpot(0.72, 0.62, 0.26),)),
        Framing(
            "near",
            (0.15, 1.0, 2.44),
            -0.11,
            1.70,
            -0.14,
            Move(push=0.03),
            calm=(
                CalmSpot(1.32, 0.62),
                CalmSpot(-1.32, 0.64),
            ),
        ),
    ),
    anchors=(
        Anchor(
            "lane_here",
            (0.75, 0.0, 5.1),
            "floor",
            1.9,
            "hero",
            ("lane",),
            verbs=("walk", "go", "run", "follow", "leave", "stand", "come", "look", "wait"),
        ),
        Anchor(
            "lane_middle",
            (0.45, 0.0, 6.4),
            "floor",
            1.9,
            "hero",
            ("lane", "near"),
            0.0,
            ("walk", "stand", "look", "wait", "come"),
        ),
        Anchor(
            "shop_window",
            (-1.75, 0.0, 6.6),
            "floor",
            1.9,
            "hero",
            ("lane", "shop"),
            1.2,
            ("stand", "look", "buy", "knock"),
        ),
        Anchor("bench", (2.92, BENCH, 7.6), "seat", 1.9, "hero", ("lane",), 1.57, ("sit", "rest", "play", "read")),
        Anchor(
            "lane_far",
            (0.9, 0.0, 16.0),
            "floor",
            2.2,
            "companion",
            ("lane", "shop", "gate"),
            0.0,
            ("walk", "go", "run"),
            smallest=0.5,
        ),
        Anchor("gate_arch", (middle(GATE), 0.0, GATE - 0.8), "floor", 3.4, "backdrop", ("gate",), smallest=1.0),
        Anchor(
            "setts",
            (1.30, 0.0, 6.9),
            "floor",
            1.0,
            "companion",
            ("lane",),
            holds=("cat", "dog", "dove"),
            verbs=("lie", "curl", "kneel"),
        ),
        Anchor(
            "lane_left",
            (-1.35, 0.0, 15.2),
            "floor",
            2.2,
            "companion",
            ("lane", "gate"),
            holds=("bicycle", "carriage", "horse"),
            smallest=0.4,
        ),
        Anchor(
            "barrel",
            (-2.62, BARREL, 10.5),
            "top",
            0.6,
            "companion",
            ("lane", "shop"),
            holds=("cat", "lantern", "bird"),
            smallest=0.2,
        ),
        Anchor(
            "sill",
            (-HALF + 0.13, SHOP_SILL, 6.3),
            "top",
            0.36,
            "companion",
            ("lane", "shop"),
            holds=("flower", "bottle", "fruit"),
        ),
        Anchor("lights", (0.2, 4.85, 11.6), "hang", 0.8, "companion", ("lane", "shop")),
        Anchor("air", (-0.3, 2.6, 8.5), "air", 0.9, "companion", ("lane", "shop")),
        Anchor("roofs", (2.2, 9.5, 22.0), "air", 2.6, "companion", ("lane",), smallest=0.5),
        Anchor("sky", (9.0, 100.0, 240.0), "sky", 40.0, "backdrop", ("lane",)),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
