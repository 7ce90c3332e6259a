"""What a fair is made of: stalls, strings of lamps, a great wheel of lights."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mesh import Face, Spot, box, polygon, rod, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment

WARM = (1.0, 0.56, 0.22)


def stall(kind: int = 0) -> list[Face]:
    """A market stall: striped awning, crates of fruit, jars on a shelf, a hanging lamp."""
    wood = stuff((0.15, 0.09, 0.055), 0.12, 0.02)

    def awning(s: Spot) -> tuple[Map, Map]:
        stripe = (np.mod(s.u / 0.42, 1.0) > 0.5)[:, None]
        colour = np.where(
            stripe, np.array([[(0.26, 0.07)[kind], 0.055, (0.045, 0.11)[kind]]]), np.array([[0.30, 0.25, 0.18]])
        )
        return colour.astype(np.float32), (0.10 + 0.30 * np.exp(-((s.x) ** 2 + (s.y - 1.9) ** 2) / 0.7)).astype(
            np.float32
        )

    def back(s: Spot) -> tuple[Map, Map]:
        shelf = np.abs(np.mod(s.y - 0.1, 0.55) - 0.5) < 0.03
        jar = (
            (np.abs(np.mod(s.u / 0.24, 1) - 0.5) < 0.33)
            & (np.mod(s.y - 0.13, 0.55) < 0.30 + 0.1 * np.sin(np.floor(s.u / 0.24) * 5))
            & (s.y > 0.9)
            & (s.y < 1.9)
        )
        tone = 0.4 + 0.6 * np.abs(np.sin(np.floor(s.u / 0.24) * 2.4 + np.floor(s.y / 0.55)))
        light = np.exp(-np.hypot(s.x, s.y - 1.85) / 0.75)
        colour = np.where(jar[:, None], np.array([[0.30, 0.12, 0.05]]) * tone[:, None], np.array([[0.10, 0.06, 0.04]]))
        return colour.astype(np.float32), (light * np.where(shelf, 0.3, np.where(jar, 0.75 * tone, 0.32))).astype(
            np.float32
        )

    def goods(s: Spot) -> tuple[Map, Map]:
        bump = np.abs(np.sin(s.u * 19 + 2 * np.floor(s.v * 9)) * np.sin(s.v * 28))
        hue = np.array([[0.42, 0.16, 0.04], [0.30, 0.05, 0.05], [0.16, 0.22, 0.05]])[
            np.mod(np.floor(s.u / 0.62), 3).astype(int)
        ]
        return (hue * (0.3 + 0.9 * bump)[:, None]).astype(np.float32), (0.30 * bump * np.exp(-(s.x**2) / 1.2)).astype(
            np.float32
        )

    faces = [polygon([(-1.4, 0.0, 0.7), (1.4, 0.0, 0.7), (1.4, 2.2, 0.7), (-1.4, 2.2, 0.7)], back)]
    faces += box((-1.35, 0, -0.55), (1.35, 0.72, 0.05), wood)
    faces.append(polygon([(-1.35, 0.70, -0.60), (1.35, 0.70, -0.60), (1.35, 0.98, 0.10), (-1.35, 0.98, 0.10)], goods))
    faces.append(polygon([(-1.6, 2.05, -0.95), (1.6, 2.05, -0.95), (1.6, 2.65, 0.75), (-1.6, 2.65, 0.75)], awning))
    faces.append(polygon([(-1.6, 1.86, -0.96), (1.6, 1.86, -0.96), (1.6, 2.06, -0.95), (-1.6, 2.06, -0.95)], awning))
    for x in (-1.45, 1.45):
        faces += rod((x, 0, -0.7), (x, 2.15, -0.7), 0.035, wood, 5)
    faces += turned(
        [(0.02, 1.62), (0.11, 1.66), (0.12, 1.80), (0.05, 1.90)], stuff((0.5, 0.4, 0.3), 0, glow=1.0), (0.0, -0.35), 12
    )
    return faces


def strings(
    moment: Moment, spans: list[tuple[float, float, float, float, float, float]], light: float, scale: float = 1.0
) -> list[Form]:
    """Cords with small lamps hanging in catenaries from (x, y, z) to (x, y, z), metres beside the element."""
    k, m = len(spans), 24
    ends = np.asarray(spans, np.float32)
    v = np.linspace(0, 1, m, dtype=np.float32)[None, :, None]
    line = ends[:, None, :3] * (1 - v) + ends[:, None, 3:] * v
    line[..., 0] += moment.place.x
    sag = 0.22 * scale * 4 * v[..., 0] * (1 - v[..., 0]) * (1 + 0.10 * np.sin(0.5 * moment.t + np.arange(k))[:, None])
    line[..., 1] -= sag
    here = np.float32(smooth(moment.presence, 0.3, 1.0))
    warm = np.asarray(WARM, np.float32)
    n = 12
    u = np.linspace(0.04, 0.96, n)
    spots = np.stack(
        [np.stack([np.interp(u, v[0, :, 0], line[j, :, a]) for a in range(3)], -1) for j in range(k)]
    ).reshape(-1, 3)
    spots[:, 1] -= 0.05 * scale
    own = 6.28 * dice(moment.seed, 81, len(spots))
    glow = light * here * (0.8 + 0.2 * np.sin(0.7 * moment.t + own))
    return [
        Ribbons(line.astype(np.float32), 0.008 * scale, (0.02, 0.015, 0.012), profile="ink", opacity=here),
        Dots(
            spots.astype(np.float32), np.float32(0.13 * scale), (warm[None] * (1.15 * glow)[:, None]).astype(np.float32)
        ),
        Dots(
            spots.astype(np.float32), np.float32(0.75 * scale), (warm[None] * (0.05 * glow)[:, None]).astype(np.float32)
        ),
    ]


def wheel(moment: Moment, foot: tuple[float, float, float], tall: float, light: float) -> list[Form]:
    """A great wheel, `tall` metres high: rim, spokes and gondolas strung with lamps, turning once in two minutes."""
    radius = 0.44 * tall
    hub = np.array([foot[0], foot[1] + 0.54 * tall, foot[2]], np.float32)
    turn = (0.05 + 0.05 * max(moment.event("twist"), moment.event("swirl"))) * moment.t
    here = np.float32(smooth(moment.presence, 0.1, 1.0))
    warm = np.asarray(WARM, np.float32)
    n = 16
    a = turn + 2 * np.pi * np.arange(n) / n
    rim = 2 * np.pi * np.linspace(0, 1, 97)
    lines = [
        np.stack([hub[0] + r * np.cos(rim), hub[1] + r * np.sin(rim), np.full(97, hub[2] + dz)], -1)
        for r in (radius, 0.90 * radius)
        for dz in (0.0, 0.5)
    ]
    spokes = np.stack(
        [
            np.stack(
                [
                    np.linspace(hub[0], hub[0] + radius * np.cos(k), 97),
                    np.linspace(hub[1], hub[1] + radius * np.sin(k), 97),
                    np.full(97, hub[2]),
                ],
                -1,
            )
            for k in a
        ]
    )
    legs = np.stack(
        [
            np.stack(
                [
                    np.linspace(hub[0], foot[0] + dx * radius, 97),
                    np.linspace(hub[1], 0.0, 97),
                    np.full(97, hub[2] - 0.2),
                ],
                -1,
            )
            for dx in (-0.55, 0.55)
        ]
    )
    m = 150
    b = turn + 2 * np.pi * np.arange(m) / m
    bulbs = np.concatenate(
        [
            np.stack([hub[0] + radius * np.cos(b), hub[1] + radius * np.sin(b), np.full(m, hub[2])], -1),
            np.concatenate(
                [
                    np.stack([hub[0] + r * radius * np.cos(a), hub[1] + r * radius * np.sin(a), np.full(n, hub[2])], -1)
                    for r in (0.2, 0.35, 0.5, 0.65, 0.8)
                ]
            ),
        ]
    )
    chase = 0.55 + 0.45 * np.sin(np.concatenate([b * 8, np.repeat([0, 1, 2, 3, 4], n) * 1.1]) - 0.8 * moment.t)
    cabins = np.stack(
        [hub[0] + radius * np.cos(a), hub[1] + radius * np.sin(a) - 0.035 * tall, np.full(n, hub[2] - 0.1)], -1
    )
    k = light * float(here)
    return [
        Ribbons(
            np.concatenate([np.stack(lines), spokes]).astype(np.float32),
            0.012 * tall / 4,
            rgb(warm * np.float32(0.12 * k)),
            depth=hub[2],
        ),
        Ribbons(
            legs.astype(np.float32),
            0.010 * tall,
            (0.05, 0.035, 0.03),
            profile="body",
            opacity=here,
            glow=rgb(warm * np.float32(0.02 * k)),
            depth=hub[2] - 0.1,
        ),
        Dots(
            bulbs.astype(np.float32),
            np.float32(0.020 * tall),
            (warm[None] * (0.85 * k * chase)[:, None]).astype(np.float32),
            depth=hub[2] - 0.2,
        ),
        Dots(
            cabins.astype(np.float32),
            np.float32(0.085 * tall),
            warm * np.float32(0.34 * k),
            cover=np.float32(0.5 * float(here)),
            depth=hub[2] - 0.3,
        ),
        Dots(hub[None], np.float32(1.15 * tall), warm * np.float32(0.03 * k), depth=hub[2] + 0.5),
    ]
