"""Heads, faces, hair and hands of modelled people."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from dreamplayer.drawing.modelled.part import Array, Paint, Part, Vec, rotation, unit, vec
from dreamplayer.drawing.modelled.surface import creases, drape, mottled, strands, uneven_hem, worn
from dreamplayer.drawing.people.skeleton import Limbs, Skeleton

F = np.float32


def _face(k: Skeleton) -> Paint:
    """A blush, eyes that are calmly lowered, brows and lips, in the colours of the skin."""
    back, middle, scale = k.head_axes.T.astype(F), k.head.astype(F)[:, None], F(k.head_scale)

    def bell(q: Array, width: float) -> Array:
        return np.asarray(np.exp(-q / F(width)), F)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        q = (back @ (p - middle)) / scale
        x, y, z = np.abs(q[0]), q[1], q[2]
        front = z > 0.03
        blush = bell((x - 0.048) ** 2 + (y + 0.030) ** 2 + (z - 0.055) ** 2, 0.0009)
        nose = bell(x**2 + (y + 0.026) ** 2 + (z - 0.092) ** 2, 0.0003)
        base = base * (1 + (blush + 0.7 * nose)[:, None] * np.array([0.16, -0.12, -0.12], F))
        # The hollow of the eye, its upper lid lowered, the brow, the shade beside the nose and under the lip and chin.
        socket = bell((x - 0.032) ** 2 * 0.55 + (y - 0.012) ** 2, 0.00030) * front
        lid = bell((y - 0.003 + 5.0 * (x - 0.036) ** 2) ** 2, 0.000012) * (x > 0.018) * (x < 0.054) * front
        brow = bell((y - 0.034 + 4.0 * (x - 0.034) ** 2) ** 2, 0.000030) * (x > 0.012) * (x < 0.058) * front
        wing = bell((x - 0.020) ** 2 + (y + 0.030) ** 2, 0.00006) * front
        lips = bell((y + 0.0645 + 3.0 * x**2) ** 2, 0.000026) * (x < 0.022) * (z > 0.05)
        under = bell((y + 0.079) ** 2, 0.00003) * (x < 0.018) * (z > 0.05)
        jaw = np.clip((-0.085 - y) * 16, 0, 1)
        shade = 0.26 * socket + 0.62 * lid + 0.40 * brow + 0.20 * wing + 0.20 * under + 0.25 * jaw
        base = base * (1 - np.clip(shade, 0, 0.8))[:, None] * (1 + 0.06 * np.clip(shade, 0, 1))[:, None]
        return np.asarray(base * (1 - lips[:, None] * np.array([0.10, 0.44, 0.42], F)), F)

    return paint


def head(k: Skeleton, skin: ArrayLike, *, ears: bool = True) -> list[Part]:
    """Head, face, neck and ears.

    Args:
        k: whose.
        skin: albedo.
        ears: False where hair or a kerchief hides them.
    """
    at, hs, axes = k.on_head, k.head_scale, k.head_axes.T
    p = Part(skin, 0.022 * hs)
    p.ellipsoid(at(0, 0.022, -0.012), vec(0.074, 0.092, 0.094) * hs, axes)
    p.ellipsoid(at(0, -0.042, 0.026), vec(0.056, 0.072, 0.060) * hs, axes)
    # The brow, the cheekbones, the nose and its tip, the chin and the mouth.
    p.cone(at(-0.030, 0.034, 0.066), at(0.030, 0.034, 0.066), 0.015 * hs, 0.015 * hs)
    for sign in (1, -1):
        p.ellipsoid(at(sign * 0.044, -0.020, 0.048), vec(0.022, 0.020, 0.022) * hs, axes)
    p.cone(at(0, 0.010, 0.078), at(0, -0.026, 0.094), 0.0075 * hs, 0.0115 * hs)
    p.ellipsoid(at(0, -0.031, 0.090), vec(0.016, 0.010, 0.011) * hs, axes)
    p.ellipsoid(at(0, -0.096, 0.060), vec(0.022, 0.018, 0.020) * hs, axes)
    p.ellipsoid(at(0, -0.064, 0.078), vec(0.020, 0.012, 0.012) * hs, axes)
    p.cone(at(0, -0.05, -0.022), k.neck - k.top[:, 1] * 0.03, 0.046 * hs, 0.054 * max(k.girth, 0.8))
    p.paint = _face(k)
    out = [p]
    if ears:
        e = Part(np.asarray(skin) * (1.02, 0.9, 0.88), 0.004)
        tilted = (k.head_axes @ rotation((1, 0, 0), 0.15)).T
        for sign in (1, -1):
            e.ellipsoid(at(sign * 0.074, -0.018, -0.012), vec(0.011, 0.030, 0.019) * hs, tilted)
            e.ellipsoid(at(sign * 0.074, -0.040, -0.006), vec(0.008, 0.010, 0.010) * hs, tilted)
        out.append(e)
    return out


def _shine(k: Skeleton, seed: int) -> Paint:
    """Strands of hair are lighter and darker, with a band of sheen over the crown and darkness at the nape."""
    back, middle, scale = k.head_axes.T.astype(F), k.head.astype(F)[:, None], F(k.head_scale)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        q = back @ (p - middle) / scale
        a = np.arctan2(q[0], q[2] + F(0.03))
        wave = 0.88 + 0.16 * np.sin(a * 11 + 2.4 * np.sin(q[1] * 27 + seed) + seed)
        fine = 0.07 * np.sin(a * 17 + 3 * np.sin(q[1] * 19) + 2 * seed)
        sheen = 0.55 * np.exp(-(((q[1] - 0.075 + 0.25 * q[2]) / 0.030) ** 2))
        nape = 0.35 * np.clip((-0.02 - q[1]) / 0.09, 0, 1)
        return np.asarray(base * np.clip(wave + fine + sheen - nape, 0.35, 1.8)[:, None], F)

    return paint


class _Hair:
    """Hair of one head: the part that covers the skull, and what a style adds."""

    def __init__(self, k: Skeleton, colour: ArrayLike, second: ArrayLike, seed: int) -> None:
        self.k, self.colour, self.second, self.seed = k, colour, second, seed
        self.bump = strands(k.head_axes, k.head, seed, 15.0, 0.0042)
        self.skull = self.part(0.016)

    def part(self, blend: float = 0.012) -> Part:
        shine = _shine(self.k, self.seed)
        return Part(self.colour, blend, bump=self.bump, paint=shine, fuzz=0.011 * self.k.head_scale)

    def ellipsoid(self, p: Part, centre: tuple[float, float, float], radii: tuple[float, float, float]) -> Part:
        k = self.k
        return p.ellipsoid(k.on_head(*centre), vec(*radii) * k.head_scale, k.head_axes.T)

    def cover(self, nape: tuple[float, float, float] = (0.068, 0.058, 0.055)) -> None:
        """The skull, down to the nape, and the hairline from the forehead over the temples to before the ear."""
        k = self.k
        self.ellipsoid(self.skull, (0, 0.030, -0.020), (0.080, 0.090, 0.099))
        self.ellipsoid(self.skull, (0, -0.026, -0.046), nape)
        self.skull.cut(k.on_head(0, 0.054, 0.074), k.head_axes @ unit((0, -0.58, 0.82)))


def _cropped(h: _Hair) -> list[Part]:
    k, hs = h.k, h.k.head_scale
    h.cover((0.066, 0.054, 0.051))
    h.skull.cone(k.on_head(0, -0.06, -0.070), k.on_head(0, -0.088, -0.064), 0.032 * hs, 0.018 * hs)
    # Combed over from a parting, fuller on one side.
    side = 1 if h.seed % 2 else -1
    tuft = (k.head_axes @ rotation((0, 0, 1), -0.30 * side)).T
    h.skull.ellipsoid(k.on_head(0.020 * side, 0.084, 0.030), vec(0.062, 0.028, 0.054) * hs, tuft)
    h.skull.ellipsoid(k.on_head(0.046 * side, 0.070, 0.056), vec(0.030, 0.022, 0.026) * hs, tuft)
    return [h.skull]


def _tousled(h: _Hair) -> list[Part]:
    """A child's or a poet's: locks that stand off a little."""
    k, hs = h.k, h.k.head_scale
    out = _cropped(h)
    locks = h.part(0.014)
    for i in range(16):
        a = 0.2 + 2.4 * i
        up = 0.045 + 0.050 * np.sin(1.7 * i)
        root = vec(0.070 * np.sin(a), up, -0.030 + 0.066 * np.cos(a))
        tip = root * 1.18 + vec(0.018 * np.sin(3.1 * i), -0.030 - 0.012 * np.sin(5.0 * i), 0.012 * np.sin(2.2 * i))
        locks.cone(k.on_head(*root), k.on_head(*tip), 0.022 * hs, 0.005 * hs)
    locks.cut(k.on_head(0, 0.040, 0.088), k.head_axes @ unit((0, -0.62, 0.78)))
    return [*out, locks]


def _bald(h: _Hair) -> list[Part]:
    k, hs = h.k, h.k.head_scale
    h.ellipsoid(h.skull, (0, -0.012, -0.030), (0.082, 0.054, 0.084))
    for i in range(9):
        a = np.pi * (0.30 + 0.175 * i)
        root = vec(0.076 * np.sin(a), -0.022 + 0.016 * np.sin(4.0 * i), -0.030 + 0.080 * np.cos(a))
        h.skull.cone(k.on_head(*root), k.on_head(*(root * 1.16 + vec(0, -0.028, 0))), 0.020 * hs, 0.007 * hs)
    h.skull.cut(k.on_head(0, 0, 0.020), k.head_axes[:, 2])
    h.skull.cut(k.on_head(0, 0.034, 0), k.head_axes @ unit((0, 1.0, -0.2)))
    return [h.skull]


def _wisps(h: _Hair) -> Part:
    """Loose strands at temples and nape."""
    k, hs = h.k, h.k.head_scale
    p = h.part(0.006)
    for i, (x, y, z) in enumerate(
        ((0.074, 0.02, 0.030), (-0.074, 0.02, 0.030), (0.035, -0.07, -0.082), (-0.030, -0.07, -0.084))
    ):
        down = 0.060 + 0.02 * np.sin(3.3 * i + h.seed)
        a, b = vec(x, y, z), vec(x * 1.10, y - down, z + (0.012 if z > 0 else -0.012))
        p.cone(k.on_head(*a), k.on_head(*b), 0.011 * hs, 0.003 * hs)
    return p


def _bun(h: _Hair) -> list[Part]:
    h.cover()
    bun = h.ellipsoid(h.part(), (0.004, 0.078, -0.108), (0.044, 0.042, 0.038))
    h.ellipsoid(bun, (-0.012, 0.094, -0.098), (0.026, 0.024, 0.024))
    h.ellipsoid(h.skull, (0, 0.075, -0.01), (0.076, 0.050, 0.080))
    return [h.skull, bun, _wisps(h)]


def _knot(h: _Hair) -> list[Part]:
    """A knot low at the nape, and hair drawn over the ears to it."""
    h.cover((0.076, 0.058, 0.060))
    knot = h.ellipsoid(h.part(), (0.006, -0.052, -0.104), (0.046, 0.040, 0.036))
    h.ellipsoid(knot, (-0.016, -0.040, -0.112), (0.026, 0.026, 0.022))
    return [h.skull, knot, _wisps(h)]


def _on_back(k: Skeleton, down: float, off: float) -> Vec:
    """A point on the back, `down` metres below the neck along the spine and `off` behind it."""
    spine = [k.neck, k.chest, k.waist, k.pelvis]
    left = down
    for a, b in itertools.pairwise(spine):
        far = float(np.linalg.norm(b - a))
        if left <= far:
            axes = k.top if b is not k.pelvis else k.low
            return np.asarray(a + (b - a) * (left / far) - axes[:, 2] * off)
        left -= far
    return np.asarray(k.pelvis - k.low[:, 2] * off)


def _long(h: _Hair) -> list[Part]:
    """Falls over the back, and lies on it."""
    k, hs, s = h.k, h.k.head_scale, h.k.scale
    h.cover((0.074, 0.062, 0.060))
    fall = h.part(0.02)
    fall.bump = strands(k.head_axes, k.head, h.seed, 12, 0.006)
    points = [
        k.on_head(0, 0.03, -0.04), k.on_head(0, -0.06, -0.055), k.neck - k.top[:, 2] * 0.080 * s,
        _on_back(k, 0.16 * s, 0.118 * k.girth), _on_back(k, 0.27 * s, 0.112 * k.girth),
        _on_back(k, 0.33 * s, 0.100 * k.girth),
    ]  # fmt: skip
    radii = [(0.080 * hs, 0.070 * hs), (0.082 * hs, 0.056 * hs), (0.088 * s, 0.042), (0.092 * s, 0.034),
             (0.074 * s, 0.026), (0.040 * s, 0.012)]  # fmt: skip
    fall.fold = drape(h.seed, 7, 0.012, 0.7, 0.10, 0.5)
    fall.hem = uneven_hem(h.seed, 0.95, 0.05)
    fall.loft(points, radii, k.head_axes[:, 0])
    fall.cut(k.on_head(0, 0, 0.012), k.head_axes @ vec(0, 0.15, 1.0))
    return [h.skull, fall]


def _bob(h: _Hair) -> list[Part]:
    k, hs = h.k, h.k.head_scale
    h.cover()
    b = h.part(0.02)
    points = [k.on_head(0, 0.04, -0.012), k.on_head(0, -0.03, -0.018), k.on_head(0, -0.092, -0.016)]
    radii = [(0.080 * hs, 0.088 * hs), (0.087 * hs, 0.090 * hs), (0.080 * hs, 0.074 * hs)]
    b.fold, b.hem = drape(h.seed, 8, 0.010, 0.8, 0.2, 0.5), uneven_hem(h.seed, 0.94, 0.05)
    b.loft(points, radii, k.head_axes[:, 0], flat_end=True)
    b.cut(k.on_head(0, 0, 0.030), k.head_axes @ unit((0, -0.25, 1.0)))
    return [h.skull, b]


def _plait(h: _Hair) -> list[Part]:
    k, hs, s = h.k, h.k.head_scale, h.k.scale
    h.cover()
    b = h.part(0.006)
    start, count = k.on_head(0, -0.055, -0.10), 10
    end = _on_back(k, 0.27 * s, 0.135 * k.girth)
    middle = _on_back(k, 0.10 * s, 0.125 * k.girth)
    for i in range(count):
        u = i / (count - 1)
        # A quadratic curve that hangs from the nape and lies on the back.
        q = (1 - u) ** 2 * start + 2 * u * (1 - u) * middle + u**2 * end + k.top[:, 0] * (0.008 * (-1) ** i)
        r = (0.030 - 0.010 * u) * hs
        b.ellipsoid(q, (r, r * 1.1, r * 0.85), k.top.T)
    b.cone(end, end - vec(0, 0.05, 0), 0.015, 0.006)
    return [h.skull, b]


def _cap(h: _Hair) -> list[Part]:
    k, hs = h.k, h.k.head_scale
    h.cover((0.066, 0.056, 0.054))
    p = Part(h.second, 0.02, paint=mottled(seed=h.seed))
    tilted = (k.head_axes @ rotation((1, 0, 0), 0.16) @ rotation((0, 0, 1), 0.10)).T
    p.ellipsoid(k.on_head(0.004, 0.076, -0.010), vec(0.093, 0.044, 0.108) * hs, tilted)
    p.ellipsoid(k.on_head(0, 0.058, -0.016), vec(0.084, 0.032, 0.100) * hs, k.head_axes.T)
    p.cone(k.on_head(0, 0.054, 0.066), k.on_head(0, 0.042, 0.112), (0.056 * hs, 0.009), (0.044 * hs, 0.006),
           k.head_axes[:, 0])  # fmt: skip
    p.bump, p.shade = creases([k.on_head(0, 0.07, 0)], 0.12, 0.006, 70, h.seed, 0.4), 24.0
    return [h.skull, p]


def _brim(h: _Hair) -> list[Part]:
    """A felt hat with a brim."""
    k, hs = h.k, h.k.head_scale
    out = _cropped(h)
    p = Part(h.second, 0.012, paint=mottled(seed=h.seed))
    x, up = k.head_axes[:, 0], k.head_axes @ unit((0, 1, -0.16))
    base = k.on_head(0, 0.060, -0.010)
    p.cone(base, base + up * 0.072 * hs, (0.085 * hs, 0.100 * hs), (0.070 * hs, 0.084 * hs), x)
    # The brim dips before and behind and is turned up a little at the sides.
    z = k.head_axes[:, 2]
    for sign in (1, -1):
        p.cone(base + x * sign * 0.05 * hs, base + x * sign * 0.110 * hs + up * 0.022 * hs, (0.012, 0.120 * hs),
            (0.007, 0.070 * hs),
               up)  # fmt: skip
        p.cone(base, base + z * sign * 0.140 * hs - up * 0.012 * hs, (0.100 * hs, 0.010), (0.062 * hs, 0.006), x)
    p.bump, p.shade = creases([base + up * 0.06], 0.10, 0.006, 60, h.seed, 0.3), 24.0
    band = Part(np.asarray(h.second) * 0.4, 0.004)
    band.cone(base + up * 0.010 * hs, base + up * 0.030 * hs, (0.087 * hs, 0.102 * hs), (0.085 * hs, 0.100 * hs), x,
              flat=True)  # fmt: skip
    return [*out, p, band]


def _kerchief(h: _Hair) -> list[Part]:
    k, _hs, s = h.k, h.k.head_scale, h.k.scale
    paint = mottled(seed=h.seed)
    p = Part(h.second, 0.02, bump=creases([k.on_head(0, -0.04, -0.10)], 0.09, 0.006, 120, h.seed), paint=paint)
    h.ellipsoid(p, (0, 0.034, -0.020), (0.092, 0.102, 0.108))
    h.ellipsoid(p, (0, -0.030, -0.048), (0.078, 0.066, 0.066))
    p.cut(k.on_head(0, 0.052, 0.072), k.head_axes @ unit((0, -0.50, 0.86)))
    h.ellipsoid(h.skull, (0, 0.040, 0.020), (0.080, 0.070, 0.068))
    h.skull.cut(k.on_head(0, 0.074, 0.070), k.head_axes @ unit((0, -0.62, 0.78)))
    tail = Part(h.second, 0.015, paint=paint)
    points = [k.on_head(0, -0.030, -0.085), k.neck - k.top[:, 2] * 0.095 * s - k.top[:, 1] * 0.02,
              _on_back(k, 0.13 * s, 0.135 * k.girth)]  # fmt: skip
    tail.loft(points, [(0.06, 0.03), (0.075, 0.02), (0.012, 0.010)], k.head_axes[:, 0])
    return [h.skull, p, tail]


def _nightcap(h: _Hair) -> list[Part]:
    k, hs = h.k, h.k.head_scale
    out = _cropped(h)
    p = Part(h.second, 0.03, paint=mottled(seed=h.seed))
    h.ellipsoid(p, (0, 0.055, -0.014), (0.092, 0.078, 0.104))
    p.cut(k.on_head(0, 0.030, 0.06), k.head_axes @ unit((0, -1.0, 0.25)))
    points = [k.on_head(0, 0.10, -0.03), k.on_head(0.02, 0.16, -0.09), k.on_head(0.05, 0.12, -0.17),
              k.on_head(0.06, 0.05, -0.19)]  # fmt: skip
    p.loft(points, [0.065 * hs, 0.045 * hs, 0.026 * hs, 0.014 * hs])
    p.ball(k.on_head(0.06, 0.035, -0.19), 0.022 * hs)
    return [*out, p]


def _hooded(h: _Hair) -> list[Part]:
    """Under a hood: what is seen at the brow."""
    h.cover()
    return [h.skull]


def _crown(h: _Hair) -> list[Part]:
    """Long hair, and a plain crown of gold."""
    k, hs = h.k, h.k.head_scale
    out = _long(h) if h.seed % 2 else [*_cropped(h), _collar_hair(h)]
    gold = Part((0.46, 0.29, 0.075), 0.004, paint=mottled(0.7, 1.15, 40, h.seed))
    x, up = k.head_axes[:, 0], k.head_axes @ unit((0, 1, -0.12))
    base = k.on_head(0, 0.072, -0.012)
    gold.cone(base, base + up * 0.030 * hs, (0.086 * hs, 0.100 * hs), (0.088 * hs, 0.102 * hs), x, flat=True)
    z = k.head_axes[:, 2]
    for i in range(8):
        a = 2 * np.pi * i / 8 + 0.2
        root = base + up * 0.024 * hs + (x * 0.084 * np.cos(a) + z * 0.098 * np.sin(a)) * hs
        gold.cone(root, root + up * 0.040 * hs, 0.016 * hs, 0.004 * hs)
    return [*out, gold]


def _collar_hair(h: _Hair) -> Part:
    """Hair to the collar."""
    k, hs = h.k, h.k.head_scale
    p = h.part(0.02)
    points = [k.on_head(0, 0.02, -0.050), k.on_head(0, -0.06, -0.056), k.on_head(0, -0.125, -0.060)]
    p.loft(points, [(0.078 * hs, 0.062 * hs), (0.080 * hs, 0.052 * hs), (0.070 * hs, 0.038 * hs)], k.head_axes[:, 0])
    p.fold, p.hem = drape(h.seed, 8, 0.010, 0.8, 0.2, 0.5), uneven_hem(h.seed, 0.94, 0.05)
    return p


def _pointed(h: _Hair) -> list[Part]:
    """Hair to the collar under a tall hat with a brim, its tip bent."""
    k, hs = h.k, h.k.head_scale
    out = [*_cropped(h), _collar_hair(h)]
    x, z, up = k.head_axes[:, 0], k.head_axes[:, 2], k.head_axes @ unit((0, 1, -0.18))
    base = k.on_head(0, 0.058, -0.012)
    p = Part(
        h.second,
        0.014,
        paint=worn(h.seed),
        bump=creases([base + up * 0.12, base + up * 0.22], 0.08, 0.010, 60, h.seed, 0.3),
    )
    p.shade = 26.0
    points = [
        base,
        base + up * 0.10 * hs,
        base + (up * 0.20 - z * 0.02) * hs,
        base + (up * 0.26 - z * 0.085 + x * 0.02) * hs,
    ]
    p.loft(points, [(0.086 * hs, 0.100 * hs), (0.060 * hs, 0.068 * hs), (0.034 * hs, 0.036 * hs), 0.010 * hs], x)
    for sign in (1, -1):
        p.cone(
            base + x * sign * 0.05 * hs,
            base + x * sign * 0.135 * hs + up * 0.014 * hs,
            (0.010, 0.150 * hs),
            (0.006, 0.080 * hs),
            up,
        )
        p.cone(base, base + z * sign * 0.165 * hs - up * 0.014 * hs, (0.120 * hs, 0.009), (0.070 * hs, 0.006), x)
    return [*out, p]


def _watch_cap(h: _Hair) -> list[Part]:
    """A sailor's watch cap: knitted, rolled at the brow."""
    k, hs = h.k, h.k.head_scale
    out = _cropped(h)
    p = Part(h.second, 0.02, paint=worn(h.seed), fuzz=0.006)
    h.ellipsoid(p, (0, 0.062, -0.018), (0.084, 0.072, 0.098))
    h.ellipsoid(p, (0.004, 0.118, -0.030), (0.048, 0.036, 0.052))
    p.cut(k.on_head(0, 0.036, 0.06), k.head_axes @ unit((0, -1.0, 0.15)))
    roll = Part(np.asarray(h.second) * 0.8, 0.010, paint=worn(h.seed + 1), fuzz=0.005)
    up = k.head_axes @ unit((0, 1, -0.15))
    base = k.on_head(0, 0.040, -0.014)
    roll.cone(
        base, base + up * 0.026 * hs, (0.087 * hs, 0.101 * hs), (0.087 * hs, 0.101 * hs), k.head_axes[:, 0], flat=True
    )
    return [*out, p, roll]


def beard(k: Skeleton, colour: ArrayLike, seed: int, *, long: bool = False) -> list[Part]:
    """A beard and moustache.

    Args:
        k: whose.
        colour: albedo.
        seed: which locks.
        long: to the breast.
    """
    hs, axes = k.head_scale, k.head_axes.T
    p = Part(colour, 0.018, bump=strands(k.head_axes, k.head, seed, 14, 0.004), paint=_shine(k, seed), fuzz=0.012 * hs)
    p.ellipsoid(k.on_head(0, -0.088, 0.050), vec(0.052, 0.040, 0.042) * hs, axes)
    for sign in (1, -1):
        p.cone(k.on_head(sign * 0.066, -0.020, 0.010), k.on_head(sign * 0.046, -0.085, 0.040), 0.013 * hs, 0.028 * hs)
        p.cone(k.on_head(sign * 0.004, -0.053, 0.091), k.on_head(sign * 0.036, -0.070, 0.076), 0.011 * hs, 0.007 * hs)
    tip = k.on_head(0.004, -0.215 if long else -0.138, 0.070 if long else 0.060)
    p.cone(k.on_head(0, -0.105, 0.056), tip, 0.042 * hs, 0.012 * hs)
    return [p]


HAIR: dict[str, Callable[[_Hair], list[Part]]] = {
    "cropped": _cropped, "tousled": _tousled, "bald": _bald, "bun": _bun, "knot": _knot, "long": _long, "bob": _bob,
    "plait": _plait, "cap": _cap, "brim": _brim, "kerchief": _kerchief, "nightcap": _nightcap, "hooded": _hooded,
        "crowned": _crown, "watch cap": _watch_cap, "pointed": _pointed,
}  # fmt: skip
"""Ways of wearing one's hair, and what is worn over it."""
HIDES_EARS = ("kerchief", "bob", "hooded", "knot")
"""Those under which no ear is seen."""


def hair(k: Skeleton, style: str, colour: ArrayLike, second: ArrayLike, seed: int) -> list[Part]:
    """Hair, and a hat where the style has one.

    Args:
        k: whose.
        style: one of `HAIR`.
        colour: albedo.
        second: albedo of cap or kerchief.
        seed: which locks.
    """
    return HAIR[style](_Hair(k, colour, second, seed))


_FINGERS = ((0.027, 0.040, 0.034, 0.0088), (0.009, 0.045, 0.038, 0.0092), (-0.010, 0.042, 0.036, 0.0088),
            (-0.027, 0.032, 0.027, 0.0076))  # fmt: skip
"""Of each finger: where across the palm it begins, length of its two halves, radius; index first, metres."""


def wrist_pose(k: Skeleton, arm: Limbs) -> tuple[Vec, Vec, Vec]:
    """Directions of a hand: along the forearm, across the palm towards the thumb, and out of the palm.

    Args:
        k: whose.
        arm: which side.

    Returns:
        Three vectors, (3,) each.
    """
    along = unit(arm.wrist - arm.elbow)
    thumb = unit(np.cross(along, (arm.sign, 0.15, 0.0))) * arm.sign
    if abs(along[0]) > 0.92:
        thumb = vec(0, 1.0, 0)
    palm = unit(np.cross(along, thumb)) * arm.sign
    return along, unit(thumb - along * (thumb @ along)), palm


def hands(k: Skeleton, skin: ArrayLike, grips: tuple[bool, bool] = (False, False)) -> list[Part]:
    """Both hands: palm, four fingers of two halves each, thumb; at ease, or closed around something.

    Args:
        k: whose.
        skin: albedo.
        grips: whether the left and the right hand are closed.
    """
    out = []
    s = k.scale
    for arm, grip in zip(k.limbs, grips, strict=True):
        along, thumb, palm = wrist_pose(k, arm)
        first, second = (1.15, 1.25) if grip else (0.32, 0.55)
        p = Part(skin, 0.007)
        w = arm.wrist
        a, b = w + along * 0.012 * s, w + along * 0.080 * s
        p.cone(w - along * 0.02 * s, a, (0.022 * s, 0.018 * s), (0.026 * s, 0.016 * s), thumb)
        p.cone(a, b, (0.029 * s, 0.016 * s), (0.037 * s, 0.013 * s), thumb)
        for i, (across, one, two, r) in enumerate(_FINGERS):
            spread = 0.10 * (1.5 - i)
            base = b + (thumb * across - along * (0.004 * i)) * s
            way = unit(along * np.cos(first) + palm * np.sin(first) + thumb * spread * 0.5)
            bent = first + second + 0.06 * i
            tip_way = unit(along * np.cos(bent) + palm * np.sin(bent) + thumb * spread * 0.2)
            joint = base + way * one * s
            p.cone(base, joint, r * s, r * 0.93 * s)
            p.cone(joint, joint + tip_way * two * s, r * 0.93 * s, r * 0.72 * s)
        root = w + (along * 0.026 + thumb * 0.024) * s
        joint = root + unit(along + thumb * 0.9 + palm * 0.5) * 0.040 * s
        p.cone(root, joint, 0.0125 * s, 0.0105 * s)
        closing = palm * 1.2 - thumb * 0.5 if grip else palm * 0.35
        p.cone(joint, joint + unit(along + closing) * 0.032 * s, 0.0102 * s, 0.0075 * s)
        out.append(p)
    return out
