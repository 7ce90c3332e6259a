"""Gates, fences, ladders, fountains and arches: what one passes, climbs or stops at."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.furniture import timber
from dreamplayer.drawing.keepsake import brass
from dreamplayer.drawing.mesh import Face, Spot, box, extruded, polygon, rod, stuff, turned
from dreamplayer.drawing.stone import masonry
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas, Map, chain, disc, join, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer


def gate_leaf(c: Canvas) -> list[Layer]:
    """One leaf of a tall iron gate, hinged at the right edge: bars, scrolls, spear heads."""
    iron = (0.045, 0.040, 0.045)
    top = 2.05 + 0.45 * np.clip(-c.x / 1.15, 0, 1) ** 1.6
    bars = np.maximum(np.abs(np.mod(c.x / 0.192 + 0.5, 1.0) - 0.5) * 0.192 - 0.013, np.maximum(c.y - top, 0.06 - c.y))
    bars = np.maximum(bars, np.maximum(c.x - 0.02, -1.16 - c.x))
    rails = np.minimum.reduce(
        [np.maximum(np.abs(c.y - y) - 0.020, np.maximum(c.x, -1.15 - c.x)) for y in (0.12, 0.82, 1.86)]
    )
    arc_line = chain(
        c,
        [(float(x), float(2.07 + 0.45 * np.clip(-x / 1.15, 0, 1) ** 1.6), 0.018) for x in np.linspace(0, -1.15, 16)],
        0,
    )
    tips = [
        filled(c, np.array([(x - 0.030, y), (x, y + 0.15), (x + 0.030, y), (x, y - 0.035)]), 0.05)
        for x in np.arange(-1.152, 0.01, 0.192)
        for y in (2.13 + 0.45 * float(np.clip(-x / 1.15, 0, 1)) ** 1.6,)
    ]
    curls = []
    for x in (-0.96, -0.576, -0.192):
        for s in (-1.0, 1.0):
            t = np.linspace(0, 1, 22)
            r = 0.15 * (1 - 0.72 * t)
            a = s * (6.8 * t) + np.pi / 2
            curls.append(
                chain(
                    c,
                    [
                        (float(x + s * 0.085 + p * np.cos(q) * 0.62), float(1.34 + p * np.sin(q) * 1.2), 0.011)
                        for p, q in zip(r, a, strict=True)
                    ],
                    0,
                )
            )
    return [
        Layer(join(bars, rails, arc_line, soft=0.004), iron, round=0.015),
        Layer(np.minimum.reduce(curls), iron, round=0.011),
        Layer(np.minimum.reduce(tips), iron, round=0.02, glow=0.10),
    ]


def pier() -> list[Face]:
    """A gate pier with a lantern on its cap."""
    stone = masonry((0.15, 0.135, 0.13), 0.12, 0.30, seed=7, lamp=(0, 2.75, -0.2, 0.45))
    faces = (
        box((-0.32, 0, -0.32), (0.32, 2.2, 0.32), stone)
        + box((-0.40, 2.2, -0.40), (0.40, 2.34, 0.40), stone)
        + box((-0.38, 0, -0.38), (0.38, 0.25, 0.38), stone)
    )
    iron = stuff((0.05, 0.045, 0.05), 0.3, 0.015)
    faces += turned([(0.12, 2.46), (0.19, 2.86)], stuff((0.4, 0.3, 0.2), 0, glow=0.95), facets=6)
    faces += turned([(0.06, 2.34), (0.05, 2.42), (0.14, 2.46)], iron, facets=12) + turned(
        [(0.24, 2.86), (0.10, 3.04), (0.02, 3.14)], iron, facets=6
    )
    for k in range(6):
        a = k * np.pi / 3
        c, s = float(np.cos(a)), float(np.sin(a))
        faces += rod((0.125 * c, 2.46, 0.125 * s), (0.195 * c, 2.86, 0.195 * s), 0.012, iron, 4)
    return faces


def picket(panels: int = 11) -> list[Face]:
    """A white picket fence with a small lantern on one post."""
    wood = timber((0.17, 0.155, 0.15), 0.16)
    faces: list[Face] = []
    step = 0.34
    half = panels * step / 2
    for y in (0.30, 0.72):
        faces += box((-half, y, 0.02), (half, y + 0.09, 0.06), wood)
    for k in range(panels + 1):
        x = -half + k * step
        if k % 4 == 1:
            faces += box((x - 0.06, 0, -0.06), (x + 0.06, 1.12, 0.06), wood) + turned(
                [(0.09, 1.12), (0.02, 1.22)], wood, (x, 0), 4
            )
        else:
            y = 0.96
            faces += extruded(
                [(x - 0.06, 0.04), (x + 0.06, 0.04), (x + 0.06, y), (x, y + 0.10), (x - 0.06, y)], -0.02, 0.015, wood
            )
    x = -half + 5 * step
    faces += turned(
        [(0.055, 1.26), (0.085, 1.31), (0.085, 1.45), (0.02, 1.54)], stuff((0.4, 0.3, 0.2), 0, glow=1.0), (x, 0), 10
    )
    return faces


def ladder() -> list[Face]:
    """A wooden ladder leaning back into the height."""
    wood = timber((0.20, 0.12, 0.06), 0.30)
    faces: list[Face] = []
    tall, lean = 6.4, 1.5
    for x in (-0.30, 0.30):
        faces += rod((x * 1.12, 0, 0), (x * 0.9, tall, lean), 0.040, wood, 8)
    for k in range(17):
        u = (k + 0.7) / 17.4
        w = 0.30 * (1.12 - 0.22 * u)
        faces += rod((-w, tall * u, lean * u), (w, tall * u, lean * u), 0.027, wood, 7)
    return faces


def fountain() -> list[Face]:
    """A round basin, two bowls above it, lit from within the water."""
    stone = masonry((0.17, 0.155, 0.15), 0.16, 0.45, seed=4, shade=0.5)

    def water(s: Spot) -> tuple[Map, Map]:
        d = np.hypot(s.x, s.z)
        ring = 0.5 + 0.5 * np.sin(d * 26)
        return np.tile(np.array([[0.03, 0.04, 0.07]], np.float32), (len(s.u), 1)), (
            0.16 + 0.36 * np.exp(-d / 0.6) + 0.10 * ring * np.exp(-d / 0.9)
        ).astype(np.float32)

    faces = turned([(1.85, 0.0), (1.85, 0.12), (1.62, 0.16), (1.60, 0.50), (1.75, 0.58)], stone, facets=40)
    faces += turned([(1.50, 0.50), (1.49, 0.51)], stone, facets=40, lid=water)
    faces += turned([(0.30, 0.5), (0.20, 0.8), (0.16, 1.15), (0.26, 1.28)], stone, facets=20)
    faces += turned([(0.20, 1.26), (0.72, 1.42), (0.84, 1.56)], stone, facets=36) + turned(
        [(0.76, 1.52), (0.755, 1.53)], stone, facets=36, lid=water
    )
    faces += turned([(0.13, 1.5), (0.10, 1.9), (0.16, 2.0)], stone, facets=16) + turned(
        [(0.12, 1.98), (0.36, 2.08), (0.43, 2.16)], stone, facets=28
    )
    faces += turned([(0.38, 2.13), (0.375, 2.14)], stone, facets=28, lid=water) + turned(
        [(0.07, 2.1), (0.09, 2.25), (0.03, 2.42)], stone, facets=12
    )
    return faces


def archway() -> list[Face]:
    """A great stone arch standing alone in a field, light in it."""
    stone = masonry((0.165, 0.15, 0.14), 0.14, 0.42, seed=12, lamp=(0, 1.6, 0.6, 0.9))
    half, spring, thick = 1.35, 2.4, 0.85
    inner = [(half * np.cos(a), spring + half * np.sin(a)) for a in np.linspace(np.pi, 0, 22)]
    profile = [
        (-half - thick, 0.0),
        (-half, 0.0),
        *inner,
        (half, 0.0),
        (half + thick, 0.0),
        (half + thick, spring + half + 0.55),
        (-half - thick, spring + half + 0.55),
    ]
    faces = extruded(profile, -0.5, 0.6, stone)
    faces += box(
        (-half - thick - 0.2, spring + half + 0.55, -0.62), (half + thick + 0.2, spring + half + 0.85, 0.72), stone
    )
    keystone = [
        (-0.20, spring + half - 0.08),
        (0.20, spring + half - 0.08),
        (0.28, spring + half + 0.55),
        (-0.28, spring + half + 0.55),
    ]
    faces += extruded(keystone, -0.58, -0.5, stuff((0.18, 0.165, 0.15), 0.3, 0.03))

    def light(s: Spot) -> tuple[Map, Map]:
        core = np.exp(-((s.x / 0.75) ** 2 + ((s.y - 1.5) / 1.1) ** 2))
        return np.full((len(s.u), 3), 0.05, np.float32), (
            0.10 + 0.62 * core * (0.55 + 0.8 * fbm(s.x * 1.5, s.y * 1.2, 3))
        ).astype(np.float32)

    faces.append(polygon([(-half, 0, 0.55), (half, 0, 0.55), *[(x, y, 0.55) for x, y in reversed(inner)]], light))
    return faces


def cart_wheel(c: Canvas) -> list[Layer]:
    """A wooden wheel of twelve spokes, iron-bound."""
    r, a = np.hypot(c.x, c.y), np.arctan2(c.y, c.x)
    spoke = np.abs(np.mod(a / (np.pi / 6) + 0.5, 1) - 0.5) * (np.pi / 6) * r - 0.020 - 0.008 * np.cos(r * 14)
    spokes = np.maximum(spoke, np.maximum(r - 0.40, 0.08 - r))
    grain = (0.6 + 0.6 * fbm(c.x * 12, c.y * 12, 3))[..., None] * np.array([0.20, 0.11, 0.055])
    return [
        Layer(spokes, grain.astype(np.float32), round=0.03),
        Layer(shell(disc(c, (0, 0), 0.425), 0.045), grain.astype(np.float32), round=0.04),
        Layer(shell(disc(c, (0, 0), 0.482), 0.012), (0.10, 0.09, 0.09), glow=0.16, round=0.012),
        Layer(disc(c, (0, 0), 0.11), grain.astype(np.float32), round=0.08),
        Layer(disc(c, (0, 0), 0.055), brass(c), round=0.04, glow=0.25),
    ]


def swing_seat() -> list[Face]:
    """The board of a swing."""
    return box((-0.34, 0.0, -0.12), (0.34, 0.05, 0.12), timber((0.24, 0.14, 0.07), 0.35))
