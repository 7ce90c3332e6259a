"""The hall of an old house: a sweeping staircase with a red runner, a tall moonlit window at its landing, a tall clock.

Eight metres wide, x from -4 to 4; the stairs rise from z 2.6 to a landing (y 2.08) before the back wall (z 7.2), where
narrow flights lead on to the left and right. Groups of light: "key", the lamps on the newel posts, and "moon".
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, panel, rod, room, tube
from dreamplayer.drawing.solids.solid import F, Finish, Lamp, Pane, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

SIDE, CEILING, BACK, FRONT = 4.0, 5.5, 7.2, -3.0
STEPS, RISE, TREAD, START = 12, 0.16, 0.28, 2.6
LANDING = (STEPS + 1) * RISE
LANDING_Z = START + STEPS * TREAD
WINDOW = (0.85, 2.72, 4.95)
"""Half width, sill and head of the window."""
MOON = (0.10, 0.56, 0.82)
CONSOLE = 0.82
RED = (0.125, 0.024, 0.022)


def _half(q: float) -> float:
    """Half width of the flight at share q of its height: it opens out at its foot."""
    return float(1.15 + 0.95 * (1 - q) ** 2.4)


def _shell() -> list[Solid]:
    floor = mat.tiles((0.145, 0.135, 0.12), 0.42, mirror=0.12, gloss=0.6, other=(0.045, 0.045, 0.048), diagonal=True)
    upper = mat.paper((0.110, 0.095, 0.070), (0.150, 0.125, 0.080), size=0.34)
    lower = mat.wood((0.105, 0.062, 0.037), 1, 0.3, plank=0.42, across=0, grain=0.6)

    def wall(s: Surface) -> Finish:
        low = s.p[:, 1] < 1.15
        along = np.where(np.abs(s.n[:, 0]) > 0.5, s.p[:, 2], s.p[:, 0])
        flat = Surface(s.p, np.stack([along, s.p[:, 1], 0 * along], -1).astype(F), s.n, s.sight)
        return mat.joint_finish(flat, [(low, lower), (~low, upper)])

    half, sill, head = WINDOW
    made = list(
        room(
            (-SIDE, 0, FRONT),
            (SIDE, CEILING, BACK),
            floor=floor,
            wall=wall,
            ceiling=mat.plaster((0.26, 0.24, 0.20), stain=0),
            openings=[("Z", -half, half, sill, head)],
        )
    )
    rail = mat.wood((0.12, 0.070, 0.042), 2, 0.35, across=1)
    made += [
        box(rail, (-SIDE, 1.13, FRONT), (-SIDE + 0.035, 1.20, BACK), casts=False),
        box(rail, (SIDE - 0.035, 1.13, FRONT), (SIDE, 1.20, BACK), casts=False),
        box(mat.plain((0.25, 0.23, 0.19)), (-SIDE, CEILING - 0.18, BACK - 0.16), (SIDE, CEILING, BACK), casts=False),
        box(mat.plain((0.25, 0.23, 0.19)), (-SIDE, CEILING - 0.18, FRONT), (-SIDE + 0.16, CEILING, BACK), casts=False),
        box(mat.plain((0.25, 0.23, 0.19)), (SIDE - 0.16, CEILING - 0.18, FRONT), (SIDE, CEILING, BACK), casts=False),
    ]
    made += fit.window(
        BACK, -half, half, sill, head, reveal=mat.plaster((0.28, 0.26, 0.22), stain=0), columns=4, rows=5, depth=0.3
    )
    made += fit.curtains(BACK, -half, half, LANDING + 0.05, head + 0.25, (0.14, 0.034, 0.030), drawn=0.14)
    trees = land.ridge(
        30.0,
        land.treeline(7.0, 4, width=4.0),
        colour=(0.012, 0.016, 0.023),
        group="moon",
        x=(-30, 30),
        foot=-3,
        haze=0.8,
    )
    return [*made, trees]


def _carpeted(s: Surface) -> Finish:
    """Dark oak with a red runner, bordered in gold, along its middle."""
    x = np.abs(s.p[:, 0])
    oak = mat.wood((0.125, 0.072, 0.042), 0, 0.4)
    cloth = mat.plain(RED, 0.03, vary=0.25, scale=14)
    finish = mat.joint_finish(s, [(x < 0.72, cloth), (x >= 0.72, oak)])
    border = ((x > 0.60) & (x < 0.66)).astype(F)
    return Finish(mat.mixed(finish.albedo, (0.22, 0.14, 0.055), border), finish.gloss, 0.0, finish.occlusion)


def _stairs() -> list[Solid]:
    steps = []
    for k in range(STEPS):
        w = _half(k / STEPS)
        z = START + k * TREAD
        steps.append(box(_carpeted, (-w, 0.0, z), (w, (k + 1) * RISE, LANDING_Z + 0.02)))
        steps.append(
            box(_carpeted, (-w - 0.01, (k + 1) * RISE - 0.035, z - 0.025), (w + 0.01, (k + 1) * RISE, z + 0.05))
        )
    steps.append(box(_carpeted, (-1.3, 0.0, LANDING_Z), (1.3, LANDING, BACK)))
    oak = mat.wood((0.125, 0.072, 0.042), 0, 0.4)
    side = []
    for s in (-1, 1):
        for k in range(9):
            a, b = s * (1.3 + 0.28 * k), s * SIDE
            side.append(box(oak, (min(a, b), 0.0, LANDING_Z + 0.1), (max(a, b), LANDING + (k + 1) * RISE, BACK)))
    rail = mat.wood((0.105, 0.055, 0.032), 0, 0.55, across=1)
    white = mat.wood((0.20, 0.165, 0.12), 1, 0.35, across=0)
    rails: list[Solid] = []
    balusters: list[Solid] = []
    for s in (-1, 1):
        line = []
        for k in range(STEPS):
            x, y, z = s * (_half((k + 0.5) / STEPS) - 0.07), (k + 1) * RISE, START + (k + 0.5) * TREAD
            line.append((x, y + 0.88, z))
            for dz in (-0.07, 0.07):
                px = s * (_half((k + 0.5 + dz / TREAD) / STEPS) - 0.07)
                top = 0.87 + RISE * dz / TREAD
                balusters.append(
                    lathe(
                        white,
                        (px, y, z + dz),
                        [(0.022, 0), (0.022, 0.10), (0.034, 0.22), (0.016, 0.46), (0.024, 0.60), (0.018, top)],
                        sides=6,
                    )
                )
        line.append((s * 1.15, LANDING + 0.94, LANDING_Z + 0.12))
        rails.append(tube(rail, line, 0.042, sides=8))
        flight = [(s * 1.15, LANDING + 0.98, LANDING_Z + 0.16)]
        for k in range(9):
            x, y = s * (1.44 + 0.28 * k), LANDING + (k + 1) * RISE
            flight.append((x, y + 0.92, LANDING_Z + 0.16))
            balusters += [
                rod(
                    white,
                    (x + d, y, LANDING_Z + 0.16),
                    (x + d, y + 0.92 + d * s * 0.57, LANDING_Z + 0.16),
                    0.017,
                    sides=6,
                )
                for d in (-0.07, 0.07)
            ]
        rails.append(tube(rail, flight, 0.042, sides=8))
        for x, y, z in ((s * (_half(0.0) - 0.05), 0.0, START - 0.05), (s * 1.15, LANDING - 0.1, LANDING_Z + 0.12)):
            rails.append(
                lathe(
                    rail,
                    (x, y, z),
                    [
                        (0.10, 0),
                        (0.10, 0.25),
                        (0.07, 0.30),
                        (0.085, 0.6),
                        (0.06, 0.95),
                        (0.10, 1.02),
                        (0.10, 1.14),
                        (0.0, 1.18),
                    ],
                    sides=10,
                )
            )
    return [joined(steps), joined(side), joined(rails), joined(balusters)]


def _lamps() -> tuple[list[Solid], list[Lamp]]:
    """A globe of milk glass on each of the lower newel posts."""
    parts: list[Solid] = []
    lights = []
    for s in (-1, 1):
        x, y, z = s * (_half(0.0) - 0.05), 1.48, START - 0.05
        parts += [
            lathe(
                mat.metal(fit.BRASS, 0.5),
                (x, 1.15, z),
                [(0.07, 0), (0.03, 0.05), (0.025, 0.16), (0.06, 0.21)],
                sides=12,
            ),
            ball(mat.glow("key", (1.0, 0.85, 0.62)), (x, y, z), 0.13, rings=10, sides=16, casts=False),
        ]
        lights.append(Lamp("key", (x, y, z), 2.6, 0.12, bounce=0.09, reach=4.5, skin=0.36))
    return parts, lights


def _clock() -> list[Solid]:
    """A long-case clock against the left wall."""
    wood = mat.wood((0.13, 0.066, 0.036), 1, 0.5, across=0)
    brass = mat.metal(fit.BRASS, 0.6)

    def dial(s: Surface) -> Finish:
        r, a = np.hypot(s.local[:, 0], s.local[:, 1]), np.arctan2(s.local[:, 0], s.local[:, 1])
        marks = (r > 0.125) & (r < 0.155) & (np.abs(np.mod(a / (math.pi / 6) + 0.5, 1.0) - 0.5) < 0.10)
        return Finish(mat.mixed((0.42, 0.38, 0.28), (0.03, 0.025, 0.02), marks.astype(F)), 0.3)

    parts = [
        box(wood, (-0.28, 0, -0.20), (0.28, 0.55, 0.16)),
        box(wood, (-0.21, 0.55, -0.15), (0.21, 1.62, 0.14)),
        box(wood, (-0.28, 1.62, -0.20), (0.28, 2.14, 0.16)),
        box(wood, (-0.32, 2.14, -0.24), (0.32, 2.20, 0.18)),
        lathe(wood, (0, 2.20, -0.02), [(0.26, 0), (0.18, 0.10), (0.05, 0.14), (0.04, 0.22), (0.0, 0.25)], sides=12),
        ball(dial, (0, 1.88, -0.205), (0.17, 0.17, 0.006), rings=12, sides=20, casts=False),
        box(mat.plain((0.02, 0.018, 0.016), 0.6), (-0.12, 0.72, -0.155), (0.12, 1.52, -0.148)),
        rod(brass, (0.02, 1.50, -0.16), (0.02, 0.90, -0.16), 0.008, sides=5),
        ball(brass, (0.02, 0.88, -0.165), (0.075, 0.075, 0.012), rings=7, sides=14),
        rod(mat.iron(), (0, 1.88, -0.215), (0.05, 1.97, -0.215), 0.006, sides=5),
        rod(mat.iron(), (0, 1.88, -0.215), (-0.12, 1.90, -0.215), 0.005, sides=5),
    ]
    return fit.placed(parts, (-3.35, 0.0, 4.55), -0.75)


def solids(seed: int) -> Scenery:
    """The hall for a seed: other pictures and flowers."""
    parts = _shell() + _stairs() + _clock()
    shades, lights = _lamps()
    parts += shades
    for s in (-1, 1):
        parts += fit.door((s * (SIDE - 0.05), 0.0, 2.3), s * math.pi / 2, wide=1.05, tall=2.25)
    top = mat.wood((0.15, 0.088, 0.050), 2, 0.45)
    parts += [
        box(top, (3.42, CONSOLE - 0.05, 3.7), (SIDE - 0.02, CONSOLE, 4.95)),
        joined([rod(top, (x, 0, z), (x, CONSOLE, z), 0.028, sides=7) for x in (3.48, 3.9) for z in (3.78, 4.87)]),
        lathe(
            mat.china((0.32, 0.33, 0.35), (0.06, 0.10, 0.20)),
            (3.70, CONSOLE, 4.62),
            [(0.05, 0), (0.09, 0.08), (0.075, 0.18), (0.04, 0.24), (0.055, 0.28)],
        ),
        panel(
            mat.carpet(RED, (0.17, 0.10, 0.05), (0.20, 0.13, 0.055), 5.2, 1.44),
            (0.72, 0.008, START - 5.3),
            (0, 0, 5.2),
            (-1.44, 0, 0),
            casts=False,
        ),
    ]
    parts += land.bush(
        (3.70, CONSOLE + 0.22, 4.62),
        0.17,
        colour=((0.09, 0.05, 0.04), (0.07, 0.08, 0.05))[seed % 2],
        seed=seed,
        height=0.3,
    )
    hues = ((0.08, 0.065, 0.045), (0.06, 0.07, 0.075), (0.10, 0.06, 0.045), (0.075, 0.08, 0.055))
    for k, (z, y, wide, tall) in enumerate(((0.4, 2.3, 0.85, 1.1), (4.3, 2.75, 0.8, 1.05))):
        for wall, x in (("x", -SIDE + 0.004), ("X", SIDE - 0.004)):
            paint = mat.plain(hues[(seed + k + len(wall) + (x > 0)) % 4], 0.3, vary=0.7, scale=5)
            parts += fit.picture_frame((x, y, z), wide, tall, paint, wall=wall)
    half, sill, head = WINDOW
    sources: tuple[Source, ...] = (
        *lights,
        Sky("sky", 0.10, below=0.8),
        Sun("moon", MOON, 4.2, soft=0.012, dust=0.012, dust_reach=11.0),
        Pane("moon", (-half, sill, BACK + 0.18), (2 * half, 0, 0), (0, head - sill, 0), 0.9),
    )
    return Scenery(tuple(parts), sources, ("key", "moon", "sky"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lamps by night; by day the window leads."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamp = life.scaled((1.0, 0.58, 0.26), (0.40 if by_day else 0.9) * (1.0 + 0.15 * atmosphere.warmth))
    moon = life.scaled(outside.window, 1.5 if by_day else 1.1)
    palette = night_palette(outside, key=(1.0, 0.55, 0.22), rim=(0.022, 0.024, 0.034))
    return PlaceLight({"key": lamp, "moon": moon, "sky": outside.sky}, palette, outside.stage)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust in the light of the window."""
    beam = life.scaled(moment.light.tints["moon"], 0.6)
    region = ((-1.2, 1.0, 3.2), (1.2, 4.2, 6.9))
    return (life.dust(moment.framing, moment.t, moment.seed, region, (0.0, 2.4, 5.2), beam, count=220, reach=2.2),)


def _step(k: int) -> float:
    return START + (k - 0.5) * TREAD


PLACE = Place(
    name="stairs_hall",
    framings=(
        Framing(
            "hall",
            (0.0, 1.60, -2.6),
            0.0,
            1.28,
            -0.16,
            Move(push=0.04),
            calm=(CalmSpot(-0.78, 0.48), CalmSpot(0.78, 0.48)),
        ),
        Framing(
            "clock",
            (1.9, 1.35, 0.2),
            -0.72,
            1.35,
            -0.14,
            Move(drift=0.04),
            calm=(CalmSpot(-0.2, 0.45), CalmSpot(-1.15, 0.55), CalmSpot(1.25, 0.6)),
        ),
        Framing(
            "landing",
            (-0.55, 1.15, 1.1),
            0.10,
            1.35,
            -0.40,
            Move(rise=0.03),
            calm=(CalmSpot(0.72, 0.42), CalmSpot(-0.6, 0.48)),
        ),
    ),
    anchors=(
        Anchor(
            "foot_of_stairs",
            (0.55, 0.0, 2.2),
            "floor",
            2.1,
            "hero",
            ("hall",),
            facing=0.2,
            verbs=("stand", "wait", "come", "walk", "look", "greet", "dance"),
        ),
        Anchor(
            "stairs_low",
            (0.0, 3 * RISE, _step(3)),
            "seat",
            1.9,
            "hero",
            ("hall", "clock"),
            verbs=("sit", "rest", "read", "listen", "cry"),
        ),
        Anchor(
            "stairs_high",
            (-0.35, 9 * RISE, _step(9)),
            "floor",
            1.9,
            "hero",
            ("hall", "landing"),
            verbs=("climb", "descend", "go", "walk", "run"),
        ),
        Anchor(
            "landing",
            (0.25, LANDING, LANDING_Z + 0.5),
            "floor",
            1.9,
            "companion",
            ("hall", "landing"),
            facing=math.pi,
            verbs=("look", "gaze", "stand", "watch"),
        ),
        Anchor(
            "by_clock",
            (-2.55, 0.0, 3.35),
            "floor",
            1.9,
            "hero",
            ("hall", "clock"),
            facing=-0.6,
            verbs=("look", "listen", "stand", "wait", "wind"),
        ),
        Anchor(
            "tiles",
            (-1.15, 0.0, 1.95),
            "floor",
            1.2,
            "companion",
            ("hall", "clock"),
            holds=("cat", "dog"),
            verbs=("lie", "sleep", "play"),
        ),
        Anchor("step", (0.75, 5 * RISE, _step(5)), "top", 0.6, "companion", ("hall", "landing"), holds=("cat",)),
        Anchor(
            "console",
            (3.66, CONSOLE, 4.10),
            "top",
            0.45,
            "companion",
            ("hall",),
            holds=("key", "candle", "phone", "clock"),
        ),
        Anchor(
            "newel",
            (-1.15, LANDING + 1.08, LANDING_Z + 0.12),
            "top",
            0.45,
            "companion",
            ("hall", "landing"),
            holds=("owl", "bird"),
        ),
        Anchor(
            "ceiling", (0.0, CEILING, 3.6), "hang", 1.0, "companion", ("hall",), holds=("lamp", "lantern", "chimes")
        ),
        Anchor("air", (-1.6, 2.3, 3.0), "air", 0.8, "companion", ("hall", "clock")),
        Anchor("air_high", (0.5, 2.9, 4.2), "air", 0.8, "companion", ("landing",)),
        Anchor("night", (1.2, 5.4, 26.0), "view", 4.0, "backdrop", ("hall",), smallest=0.8),
    ),
    solids=solids,
    light=light,
    life=small_life,
)
