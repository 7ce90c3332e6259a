"""Birds that stand, modelled: body, neck, head, beak, wings, tail and legs by their proportions in metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.modelled.part import Array, Paint, Part, vec
from dreamplayer.drawing.modelled.shape import Modelled, modelled
from dreamplayer.drawing.modelled.surface import feathers
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.reading import Colour

F = np.float32
Ring = tuple[float, float, float]
"""z, y and radius of a ring in the middle plane."""
_ROWS = 200


@dataclass(frozen=True)
class Plumage:
    """Colours of a bird, linear light."""

    main: Colour
    wing: Colour
    neck: Colour | None = None
    """Of neck and head; None as the body."""
    beak: Colour = (0.45, 0.22, 0.05)
    legs: Colour = (0.40, 0.20, 0.06)
    comb: Colour | None = None
    """Of comb and wattles; None where it has none."""
    crest: Colour | None = None
    """Of a long plume at the back of the head."""
    speckle: float = 0.0
    """0 plain .. 1 strongly speckled."""
    breast: Colour | None = None
    """Of the underside before the wings; None as the body."""
    throat: Colour | None = None
    """Of throat and upper breast; None as the breast."""
    ring: Colour | None = None
    """Of a ring round the neck."""


@dataclass(frozen=True)
class Fowl:
    """Proportions of one kind."""

    name: str
    body: tuple[Ring, ...]
    """From the tail to the breast, three rings or more."""
    neck: tuple[Ring, ...]
    """From the breast up, three rings or more."""
    head: Ring
    beak: float
    """Metres."""
    wing: tuple[float, float, float, float]
    """z and y of its middle, half its length, half its height."""
    tail: tuple[Ring, Ring]
    """Root and tip; the radius is half its breadth."""
    leg: tuple[float, float, float]
    """z of the legs, half the distance between them, radius."""
    plumage: Plumage
    wide: float = 0.85
    webbed: bool = False
    flat_beak: bool = False
    """Broad and flat, as a duck's."""


def _plumage(b: Fowl) -> Paint:
    """Colours of the body: breast and throat by where a point lies before the line from the legs to the beak."""
    c, strength = b.plumage, b.plumage.speckle
    z0, y0 = b.leg[0], b.body[1][1] - 0.2 * b.body[1][2]
    z1, y1 = b.head[0] + 0.3 * b.head[2], b.head[1] - 0.15 * b.head[2]
    long = float(np.hypot(z1 - z0, y1 - y0)) + 1e-6
    soft = 0.25 * b.head[2]

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        # Metres before that line, and share of its length.
        before = ((p[2] - z0) * (y1 - y0) - (p[1] - y0) * (z1 - z0)) / F(long)
        along = ((p[2] - z0) * (z1 - z0) + (p[1] - y0) * (y1 - y0)) / F(long * long)
        for colour, start in ((c.breast, -9.0), (c.throat, 0.42)):
            if colour is not None:
                share = np.clip(before / soft + 0.5, 0, 1) * np.clip((along - start) / 0.12, 0, 1)
                base = base + (np.asarray(colour, F) - base) * share[:, None].astype(F)
        rows = np.sin(p[2] * 170 + 2 * np.sin(p[1] * 60)) * np.sin(p[1] * 210 + 2 * np.sin(p[0] * 90 + p[2] * 40))
        return np.asarray(base * (1.0 - strength * 0.45 * np.clip(rows + 0.2, 0, 1))[:, None], F)

    return paint


def fowl(b: Fowl, stoop: float = 0.0) -> list[Part]:
    """A standing bird.

    Args:
        b: its proportions.
        stoop: 0 upright .. 1 its head at the ground, picking.
    """
    c = b.plumage
    paint, speckles = _plumage(b), _plumage(replace(b, plumage=replace(c, breast=None, throat=None)))
    # Small birds keep their beak and eyes: what melts together is in proportion.
    melt = min(1.0, (b.head[1] + b.head[2]) / 0.42)

    def at(ring: Sequence[float], side: float = 0.0) -> np.ndarray:
        return vec(side, ring[1], ring[0])

    body = Part(c.main, 0.03 * melt, bump=feathers(), paint=paint)
    body.loft([at(r) for r in b.body], [(r[2] * b.wide, r[2]) for r in b.body])
    # Picking, the neck swings down about its root.
    root = b.neck[0]
    angle = -stoop * 2.1
    cos, sin = float(np.cos(angle)), float(np.sin(angle))

    def swung(ring: Ring) -> Ring:
        z, y = ring[0] - root[0], ring[1] - root[1]
        return root[0] + z * cos - y * sin, max(root[1] + z * sin + y * cos, ring[2] + 0.02), ring[2]

    rings = [swung(r) for r in b.neck]
    skull = swung(b.head)
    neck = Part(c.neck or c.main, 0.02 * melt, bump=feathers(60, 0.0010), paint=paint)
    neck.loft([at(r) for r in (*rings, skull)], [r[2] for r in (*rings, skull)])
    neck.ball(at(skull), skull[2])
    if c.neck is None:
        body.melt(neck)
        parts = [body]
    else:
        parts = [body, neck]
    if c.ring is not None:
        first, second = at(rings[0]), at(rings[1])
        wide = 1.06 * (0.35 * rings[0][2] + 0.65 * rings[1][2])
        low, high = first + (second - first) * 0.64, first + (second - first) * 0.73
        parts.append(Part(c.ring, 0.002).cone(low, high, wide, wide))
    forward = vec(0, sin if stoop else -0.08, cos if stoop else 1.0)
    up = vec(0, forward[2], -forward[1])
    tip = at(skull) + forward * (skull[2] * (1.0 - 0.3 * melt) + b.beak) - up * 0.004
    beak, base = Part(c.beak, 0.004), at(skull) + forward * skull[2] * 0.7
    if b.flat_beak:
        low = tip - up * 0.30 * skull[2]
        beak.loft([base, base + (low - base) * 0.55, low], [0.42 * skull[2], (0.36 * skull[2], 0.20 * skull[2]),
                                                            (0.38 * skull[2], 0.12 * skull[2])])  # fmt: skip
    else:
        beak.cone(base, tip, 0.40 * skull[2], 0.08 * skull[2])
    eyes = Part((0.012, 0.010, 0.010), 0.001)
    for sign in (1.0, -1.0):
        aside = sign * (0.80 + 0.06 * (1.0 - melt)) * skull[2]
        lens = at(skull, aside) + forward * 0.45 * skull[2] + up * 0.22 * skull[2]
        eyes.ball(lens, (0.17 + 0.16 * (1.0 - melt)) * skull[2])
    parts += [beak, eyes]
    if c.comb is not None:
        comb = Part(c.comb, 0.006)
        for k in range(4):
            comb.ball(
                at(skull) + up * skull[2] * (0.98 + 0.12 * (k % 2)) + forward * (0.012 * (2 - k)), 0.30 * skull[2]
            )
        comb.ellipsoid(at(skull) + forward * 0.95 * skull[2] - up * 0.85 * skull[2], vec(0.16, 0.40, 0.22) * skull[2])
        parts.append(comb)
    if c.crest is not None:
        back = at(skull) - forward * skull[2]
        crest = Part(c.crest, 0.004)
        points = [at(skull) + up * 0.6 * skull[2], back + up * 0.2 * skull[2], back - forward * 0.10 - up * 0.035]
        parts.append(crest.loft(points, [0.4 * skull[2], 0.3 * skull[2], 0.003]))
    z, y, long, high = b.wing
    near = min(b.body, key=lambda r: abs(r[0] - z))
    wings = Part(c.wing, 0.01, bump=feathers(14, 0.003), paint=speckles)
    for sign in (1.0, -1.0):
        side = sign * near[2] * b.wide * (0.92 + 0.16 * (1.0 - melt))
        wings.loft(
            [
                vec(side * 0.75, y + 0.25 * high, z + long),
                vec(side, y, z),
                vec(side * 0.62, y + 0.1 * high, z - 1.25 * long),
            ],
            [(0.02 * melt, 0.55 * high), (0.022 * melt, high), (0.010 * melt, 0.25 * high)],
        )
    parts.append(wings)
    start, end = b.tail
    tail = Part(c.wing, 0.01, bump=feathers(8, 0.002), paint=speckles)
    tail.cone(at(start), at(end), (0.5 * start[2], 0.35 * start[2]), (end[2], 0.012), (1, 0, 0))
    parts.append(tail)
    z, half, r = b.leg
    lowest = min(b.body, key=lambda ring: abs(ring[0] - z))
    legs = Part(c.legs, 0.006)
    for sign in (1.0, -1.0):
        hip, foot = vec(sign * half, lowest[1] - 0.6 * lowest[2], z), vec(sign * half, r, z + 0.01)
        body.cone(hip, hip + (foot - hip) * 0.25, 0.45 * lowest[2], 1.6 * r)
        legs.cone(hip, foot, 1.2 * r, r)
        long = 9 * r
        for turn in (-0.55, 0.0, 0.55):
            toe = foot + vec(long * np.sin(turn), 0, long * np.cos(turn))
            legs.cone(foot, toe, 0.9 * r, 0.6 * r)
        if b.webbed:
            web = vec(0, 0, 0.6 * long)
            legs.ellipsoid(foot + web, (0.55 * long, 0.4 * r, 0.5 * long))
        legs.cone(foot, foot - vec(0, 0, 0.4 * long), 0.8 * r, 0.5 * r)
    parts.append(legs)
    return parts


PICKS = 4
"""Frames from upright to picking at the ground."""


@lru_cache(maxsize=16)
def standing(b: Fowl, yaw: float) -> Modelled:
    """A bird that stands, in `PICKS` frames from upright to picking.

    Args:
        b: its proportions.
        yaw: radians: 0 faces the eye, pi/2 looks to the right, pi away.
    """
    tall = b.head[1] + b.head[2]
    return modelled(
        f"fowl/{b.name}/{seed_of(b):x}", lambda: [fowl(b, k / (PICKS - 1)) for k in range(PICKS)], yaw, px=tall / _ROWS
    )
