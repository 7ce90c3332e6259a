"""Instruments: lute and violin, harp, grand piano, drum, the tubes of wind chimes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Face, Spot, box, extruded, polygon, rod, stuff, turned
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, Map, both, chain, disc, join, shell
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer

STRINGS = 0.9


def _wood(c: Canvas, albedo: tuple[float, float, float], seed: int = 3, along: float = 26.0) -> Map:
    grain = 0.6 + 0.6 * fbm(c.x * along, c.y * 3.0, seed)
    return np.asarray(grain[..., None] * np.asarray(albedo), np.float32)


def _strings(c: Canvas, low: float, high: float, wide: float, count: int, taper: float = 0.6) -> Map:
    d = np.full(c.x.shape, 9.0, np.float32)
    for k in range(count):
        x = wide * (k / (count - 1) - 0.5)
        d = np.minimum(d, np.abs(c.x - x * (1 - (1 - taper) * (c.y - low) / (high - low))))
    return np.asarray(np.maximum(d - 0.0022, np.maximum(low - c.y, c.y - high)), np.float32)


def violin(c: Canvas) -> list[Layer]:
    """Upright, scroll above: waisted body, f-holes, bridge, four lit strings."""
    right = [
        (0.0, 0.02),
        (0.13, 0.04),
        (0.185, 0.13),
        (0.16, 0.22),
        (0.105, 0.29),
        (0.10, 0.345),
        (0.135, 0.405),
        (0.145, 0.475),
        (0.105, 0.545),
        (0.0, 0.565),
    ]
    body = filled(c, spline([*right, *((-x, y) for x, y in reversed(right[1:-1]))], 7))
    neck = np.maximum(np.abs(c.x) - 0.022 - 0.006 * (0.9 - c.y), np.abs(c.y - 0.72) - 0.20)
    scroll = join(disc(c, (0.0, 0.955), 0.036), np.maximum(np.abs(c.x) - 0.026, np.abs(c.y - 0.91) - 0.04), soft=0.02)
    pegs = join(*[chain(c, [(-0.075, y, 0.010), (0.075, y, 0.010)], 0) for y in (0.885, 0.915)], soft=0)
    finger = np.maximum(np.abs(c.x) - 0.020, np.abs(c.y - 0.62) - 0.28)
    tail = filled(c, spline([(-0.035, 0.20), (0.035, 0.20), (0.022, 0.05), (-0.022, 0.05)], 4))
    bridge = np.maximum(np.abs(c.x) - 0.052, np.abs(c.y - 0.27) - 0.010)
    holes = join(
        *[
            np.minimum(
                chain(c, [(s * 0.078, 0.335, 0.007), (s * 0.090, 0.28, 0.008), (s * 0.105, 0.225, 0.007)], 0.01),
                disc(c, (s * 0.108, 0.222), 0.011),
            )
            for s in (-1, 1)
        ],
        soft=0,
    )
    warm = np.exp(-((c.x / 0.12) ** 2 + ((c.y - 0.27) / 0.16) ** 2))
    return [
        Layer(pegs, (0.07, 0.04, 0.03), round=0.01),
        Layer(scroll, _wood(c, (0.20, 0.085, 0.03)), round=0.03),
        Layer(neck, _wood(c, (0.20, 0.085, 0.03)), round=0.02),
        Layer(body, _wood(c, (0.30, 0.115, 0.035)), round=0.06, glow=(0.16 * warm).astype(np.float32)),
        Layer(shell(body + 0.012, 0.0025), (0.05, 0.02, 0.01), glow=0.16, round=0.01),
        Layer(holes, (0.02, 0.01, 0.008), glow=0.55, round=0.01),
        Layer(finger, (0.025, 0.020, 0.020), round=0.012),
        Layer(tail, (0.03, 0.02, 0.02), round=0.012),
        Layer(bridge, (0.30, 0.18, 0.08), glow=0.25, round=0.01),
        Layer(_strings(c, 0.19, 0.90, 0.042, 4), (0.5, 0.4, 0.3), glow=STRINGS, round=0.003),
    ]


def lute(c: Canvas) -> list[Layer]:
    """A round-bellied lute whose rose glows, neck bent back at the pegs."""
    belly = filled(
        c,
        spline(
            [
                (0.0, 0.02),
                (0.17, 0.06),
                (0.245, 0.19),
                (0.21, 0.34),
                (0.10, 0.47),
                (0.035, 0.55),
                (-0.035, 0.55),
                (-0.10, 0.47),
                (-0.21, 0.34),
                (-0.245, 0.19),
                (-0.17, 0.06),
            ],
            7,
        ),
    )
    neck = np.maximum(np.abs(c.x) - 0.034, np.abs(c.y - 0.70) - 0.20)
    head = filled(c, spline([(-0.036, 0.87), (0.036, 0.87), (0.075, 1.0), (0.02, 1.02), (-0.02, 0.96)], 4))
    pegs = join(
        *[
            chain(c, [(-0.055 + 0.02 * k, 0.90 + 0.028 * k, 0.008), (0.11, 0.90 + 0.028 * k, 0.009)], 0)
            for k in range(4)
        ],
        soft=0,
    )
    rose = disc(c, (0, 0.30), 0.062)
    a, r = np.arctan2(c.y - 0.30, c.x), np.hypot(c.x, c.y - 0.30)
    lace = np.clip(np.abs(np.sin(4 * a)) * 0.6 + 0.5 * np.sin(r * 210), 0, 1)
    bridge = np.maximum(np.abs(c.x) - 0.085, np.abs(c.y - 0.12) - 0.012)
    frets = np.maximum(
        np.minimum.reduce([np.abs(c.y - y) for y in (0.56, 0.61, 0.665, 0.725, 0.79)]) - 0.002, np.abs(c.x) - 0.034
    )
    warm = np.exp(-(r**2) / 0.02)
    return [
        Layer(pegs, (0.08, 0.05, 0.03), round=0.01),
        Layer(head, _wood(c, (0.16, 0.08, 0.035)), round=0.02),
        Layer(neck, _wood(c, (0.09, 0.045, 0.025)), round=0.02),
        Layer(belly, _wood(c, (0.34, 0.20, 0.085), along=40), round=0.05, glow=(0.22 * warm).astype(np.float32)),
        Layer(shell(belly + 0.012, 0.003), (0.06, 0.03, 0.015), glow=0.20, round=0.01),
        Layer(rose, (0.3, 0.2, 0.1), glow=(0.35 + 0.6 * lace).astype(np.float32), round=0.02),
        Layer(bridge, (0.08, 0.045, 0.025), round=0.012, glow=0.08),
        Layer(frets, (0.4, 0.3, 0.2), glow=0.25),
        Layer(_strings(c, 0.12, 0.90, 0.075, 6, 0.62), (0.5, 0.4, 0.3), glow=STRINGS * 0.8, round=0.003),
    ]


def harp(c: Canvas) -> list[Layer]:
    """A concert harp: curved neck, fluted pillar, slanting soundboard, strings of light."""
    pillar = chain(c, [(-0.24, 0.06, 0.026), (-0.235, 0.55, 0.022), (-0.25, 0.93, 0.028)], 0.01)
    neck = join(
        *[
            chain(
                c,
                [
                    (*p, 0.026)
                    for p in spline(
                        [(-0.25, 0.95), (-0.12, 0.93), (0.0, 0.80), (0.14, 0.74), (0.27, 0.80), (0.30, 0.74)],
                        5,
                        closed=False,
                    ).tolist()
                ],
                0.01,
            )
        ],
        soft=0,
    )
    board = filled(
        c, spline([(-0.25, 0.03), (-0.17, 0.03), (0.31, 0.70), (0.33, 0.79), (0.25, 0.72), (-0.20, 0.10)], 5)
    )
    base = filled(c, spline([(-0.33, 0.0), (-0.05, 0.0), (-0.08, 0.055), (-0.29, 0.07)], 4))
    crown = disc(c, (-0.255, 0.985), 0.036)
    curl = shell(disc(c, (0.275, 0.785), 0.028), 0.011)
    lines = np.full(c.x.shape, 9.0, np.float32)
    bright = np.zeros_like(lines)
    for k in range(26):
        u = k / 25
        low = (-0.20 + 0.50 * u, 0.09 + 0.62 * u)
        top_x = low[0] - 0.015
        top_y = float(np.interp(top_x, [-0.25, -0.12, 0.0, 0.14, 0.27, 0.31], [0.94, 0.91, 0.785, 0.725, 0.775, 0.76]))
        d = chain(c, [(low[0], low[1], 0.0016), (top_x, top_y, 0.0016)], 0)
        lines = np.minimum(lines, d)
    bright = (0.55 + 0.4 * np.sin(c.y * 9 + c.x * 4)).astype(np.float32)
    gold = _wood(c, (0.26, 0.16, 0.06), 5, 9)
    return [
        Layer(lines, (0.5, 0.4, 0.3), glow=bright, round=0.003),
        Layer(board, gold, round=0.03),
        Layer(pillar, gold, round=0.03, glow=(0.05 + 0.08 * np.abs(np.sin(c.x * 180))).astype(np.float32)),
        Layer(neck, gold, round=0.025),
        Layer(base, gold, round=0.03),
        Layer(crown, gold, round=0.03, glow=0.15),
        Layer(curl, gold, round=0.012, glow=0.12),
    ]


def piano() -> list[Face]:
    """A grand piano, lid raised, gold inside, a line of keys."""
    black = stuff((0.020, 0.018, 0.022), 0.22, 0.02)
    curve = [
        (float(x), float(z))
        for x, z in spline(
            [
                (-0.75, -0.55),
                (-0.75, 0.9),
                (-0.55, 1.30),
                (-0.15, 1.30),
                (0.20, 0.75),
                (0.62, 0.45),
                (0.75, 0.0),
                (0.75, -0.55),
            ],
            5,
        )
    ]

    def gold(s: Spot) -> tuple[Map, Map]:
        strings = np.abs(np.mod(s.x / 0.045, 1) - 0.5) < 0.2
        glow = 0.26 + 0.42 * np.exp(-((s.x / 0.5) ** 2 + ((s.z - 0.2) / 0.6) ** 2)) + 0.15 * strings
        return np.full((len(s.u), 3), 0.2, np.float32), glow.astype(np.float32)

    faces: list[Face] = []
    for (x0, z0), (x1, z1) in zip(curve, curve[1:] + curve[:1], strict=False):
        faces.append(polygon([(x0, 0.66, z0), (x1, 0.66, z1), (x1, 1.0, z1), (x0, 1.0, z0)], black))
    faces.append(polygon([(x, 0.94, z) for x, z in curve], gold))

    def lid(s: Spot) -> tuple[Map, Map]:
        low = np.exp(-((s.y - 1.0) / 0.35).clip(0))
        return np.full((len(s.u), 3), 0.025, np.float32), (0.10 * low + 0.32 * np.exp(-s.edge / 0.018)).astype(
            np.float32
        )

    faces.append(polygon([(-0.75 + (x + 0.75) * 0.62, 1.0 + (x + 0.75) * 0.72, z) for x, z in curve], lid))
    faces += rod((0.55, 1.0, 0.1), (0.12, 1.62, 0.1), 0.012, stuff((0.2, 0.14, 0.07), 0.3), 5)

    def keys(s: Spot) -> tuple[Map, Map]:
        k = (s.x + 0.70) / 0.0385
        gap = np.abs(np.mod(k, 1) - 0.5) > 0.45
        sharp = (
            (np.abs(np.mod(k + 0.5, 1) - 0.5) < 0.28)
            & np.isin(np.mod(np.floor(k + 0.5), 7), (1, 2, 4, 5, 6))
            & (s.z > -0.66)
        )
        tone = np.where(sharp, 0.01, np.where(gap, 0.1, 0.55))
        return np.tile(tone[:, None], (1, 3)).astype(np.float32) * np.array([1, 0.92, 0.8], np.float32), np.where(
            sharp | gap, 0.02, 0.34
        ).astype(np.float32)

    faces += box((-0.75, 0.60, -0.78), (0.75, 0.72, -0.54), black)
    faces.append(
        polygon([(-0.70, 0.735, -0.78), (0.70, 0.735, -0.78), (0.70, 0.735, -0.56), (-0.70, 0.735, -0.56)], keys)
    )
    faces += box((-0.75, 0.60, -0.80), (-0.70, 0.84, -0.50), black) + box(
        (0.70, 0.60, -0.80), (0.75, 0.84, -0.50), black
    )
    faces += extruded(
        [(-0.42, 1.0), (0.42, 1.0), (0.42, 1.28), (-0.42, 1.28)], -0.48, -0.45, stuff((0.03, 0.025, 0.03), 0.35, 0.015)
    )
    for x, z in ((-0.62, -0.45), (0.62, -0.45), (-0.3, 1.0)):
        faces += turned([(0.03, 0.0), (0.035, 0.1), (0.075, 0.66)], black, (x, z), 10)
    faces += box((-0.35, 0.44, -1.38), (0.35, 0.52, -1.08), stuff((0.10, 0.03, 0.03), 0.25, 0.02))
    for x in (-0.3, 0.3):
        for z in (-1.33, -1.13):
            faces += rod((x, 0, z), (x, 0.44, z), 0.025, black, 5)
    return faces


def drum() -> list[Face]:
    """A wide drum with rope lacing, its skin lit as from within."""

    def skin(s: Spot) -> tuple[Map, Map]:
        r = np.hypot(s.x, s.z)
        return np.tile(np.array([[0.40, 0.31, 0.21]], np.float32), (len(s.u), 1)), (
            0.28 + 0.36 * np.exp(-((r / 0.28) ** 2)) - 0.1 * fbm(s.x * 4, s.z * 4, 3)
        ).astype(np.float32)

    def side(s: Spot) -> tuple[Map, Map]:
        a = np.arctan2(s.z, s.x) * 8 / np.pi
        v = (s.y - 0.1) / 0.62
        lace = np.minimum(np.abs(np.mod(a + v, 2) - 1), np.abs(np.mod(a - v, 2) - 1)) > 0.93
        colour = np.where(lace[:, None], np.array([[0.40, 0.32, 0.22]]), np.array([[0.22, 0.05, 0.035]]))
        return colour.astype(np.float32), np.where(lace, 0.28, 0.03).astype(np.float32)

    hoop = stuff((0.22, 0.14, 0.06), 0.35, 0.015)
    faces = turned([(0.50, 0.10), (0.50, 0.72)], side, facets=40)
    faces += turned([(0.53, 0.04), (0.53, 0.12)], hoop, facets=40) + turned(
        [(0.53, 0.70), (0.53, 0.79)], hoop, facets=40
    )
    faces += turned([(0.52, 0.775), (0.51, 0.78)], hoop, facets=40, lid=skin)
    for a, b in (((-0.45, 0.80, -0.25), (0.32, 0.86, -0.05)), ((-0.30, 0.80, 0.20), (0.42, 0.86, 0.10))):
        faces += rod(a, b, 0.016, stuff((0.22, 0.12, 0.06), 0.3), 6) + turned(
            [(0.0, b[1] - 0.045), (0.045, b[1]), (0.0, b[1] + 0.045)], stuff((0.35, 0.28, 0.2), 0.2), (b[0], b[2]), 10
        )
    return faces


def tube(c: Canvas) -> list[Layer]:
    """One tube of a wind chime, hung by its upper end at y = 0."""
    body = np.maximum(np.abs(c.x) - 0.026, np.abs(c.y + 0.55) - 0.45)
    x = c.x / 0.026
    shine = 0.30 * np.exp(-(((x + 0.35) / 0.22) ** 2)) + 0.12 * np.exp(-(((x - 0.6) / 0.2) ** 2))
    cord = np.maximum(np.abs(c.x) - 0.004, np.abs(c.y + 0.05) - 0.055)
    return [
        Layer(cord, (0.3, 0.25, 0.2), glow=0.25),
        Layer(body, (0.28, 0.24, 0.20), round=0.026, glow=(shine * (0.6 + 0.4 * np.cos(c.y * 5))).astype(np.float32)),
        Layer(both(shell(np.abs(c.y + 0.97) - 0.02, 0.004), body), (0.4, 0.3, 0.2), glow=0.5),
    ]
