"""Inside an old motor car on a road by night: dials glow on a walnut board, headlights find the trees of an avenue.

The eye looks along the car: x from -0.78 to 0.78 (left-hand drive), y from its floor at 0 (the road lies at -0.35), z
from the seats to the windscreen (1.25), the road beyond it. Groups of light: "key" is the headlights, "dash" the dials,
"moon" the night, "far" lit windows and lamps along the road.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids.landscape import cottage
from dreamplayer.drawing.solids.materials import chance, glow, metal, mixed, plain, step, tilted, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, panel, rod, terrain, tube
from dreamplayer.drawing.solids.solid import (
    Array,
    Cut,
    F,
    Finish,
    Lamp,
    Mask,
    Material,
    Pane,
    Scenery,
    Solid,
    Source,
    Sun,
    Surface,
)
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

ROAD = -0.35
"""Height of the road below the floor of the car."""
LEFT_EDGE, RIGHT_EDGE = -4.9, 1.75
"""Edges of the road in x."""
SIDE, ROOF = 0.78, 1.44
BOARD, BOARD_Z = 0.80, 0.92
"""Height of the dashboard, and its face in z."""
GLASS = ((0.83, 1.30), (1.34, 1.08))
"""Windscreen: height and z of its lower and upper edge."""
SEAT = 0.42
WHEEL = (-0.38, 0.80, 0.66)
SPEED = 5.0
"""Metres a second at which the glints of the road come nearer."""
LEATHER: Colour = (0.120, 0.042, 0.032)
WALNUT: Colour = (0.190, 0.100, 0.050)


def _tarmac(s: Surface) -> Finish:
    """A wet road: worn tracks, a white line at each edge, and the grass beside it."""
    x, z = s.p[:, 0], s.p[:, 2]
    fine = quick_noise(x * 28, z * 28, 3)
    broad = quick_fbm(x * 0.8, z * 0.12, 5, 4)
    k = 0.65 + 0.5 * broad + 0.35 * fine
    hue = np.asarray((0.230, 0.222, 0.215), F) * k[:, None]
    worn = 0.5 + 0.5 * quick_noise(x * 9, z * 2.2, 7)
    for at in (LEFT_EDGE + 0.35, RIGHT_EDGE - 0.35):
        line = step(0.085, 0.055, np.abs(x - at)) * worn
        hue = mixed(hue, (0.40, 0.39, 0.36), line)
    mud = np.maximum(
        step(LEFT_EDGE + 0.1, LEFT_EDGE - 0.3, x + 0.2 * broad),
        step(RIGHT_EDGE - 0.1, RIGHT_EDGE + 0.3, x - 0.2 * broad),
    )
    blade = quick_fbm(x * 16, z * 5, 9, 3)
    hue = mixed(hue, np.asarray((0.150, 0.175, 0.075), F) * (0.4 + 1.2 * blade)[:, None], mud)
    grazing = (1 - np.abs((s.sight * s.n).sum(1))) ** 2
    wet = (1 - mud) * (0.10 + 0.50 * step(0.45, 0.65, broad)) * grazing
    # Rough ground gives light back towards where it comes from: its normals lean to the car.
    lean = np.stack([quick_noise(x * 20, z * 9, 2) - 0.5, 0 * x, quick_noise(x * 20, z * 9, 4) - 0.5], -1)
    lean = lean * np.where(mud > 0.5, 0.7, 0.12)[:, None] - np.array([0.0, 0.0, 0.30])
    return Finish(
        hue.astype(F), (0.15 + 0.5 * (1 - mud) * broad).astype(F), 0.0, 1.0,
        normal=tilted(s.n, lean.astype(F)), mirror=wet.astype(F),
    )  # fmt: skip


def _height(x: Array, z: Array) -> Array:
    """The road lies level between low banks."""
    off = np.maximum(np.maximum(LEFT_EDGE - 0.5 - x, x - RIGHT_EDGE - 0.5), 0)
    return np.asarray(
        ROAD
        + 0.55 * step(0.0, 4.0, off)
        + 0.5 * off * 0.08
        + 0.12 * (quick_noise(x * 0.7, z * 0.4, 3) - 0.5) * (off > 0),
        F,
    )


def _outside(seed: int) -> list[Solid]:
    """Road, avenue, posts with reflectors, a farm with lit windows, woods and hills."""
    made: list[Solid] = [terrain(_tarmac, _height, (-60, 60), (-16, 150), columns=80, rows=90, finer=1.9, casts=False)]
    for k in range(16):
        side = -1 if k % 2 else 1
        z = 7.5 + 6.4 * (k // 2) + 1.8 * float(chance(k, seed))
        x = RIGHT_EDGE + 2.3 + 1.0 * float(chance(k, 4)) if side > 0 else LEFT_EDGE - 1.9 - 1.0 * float(chance(k, 4))
        tall = 8.0 + 2.5 * float(chance(k, 5))
        made += land.tree(
            (x, float(_height(np.array([x]), np.array([z]))[0]), z), tall, seed=(seed + 7 * k) % 97, clear=0.30,
            masses=4 if k < 6 else 3, sprays=70 if k < 6 else 36, colour=(0.150, 0.165, 0.070),
            bark=(0.190, 0.160, 0.125),
        )  # fmt: skip
    points = []
    for k in range(420):
        side = -1 if k % 2 else 1
        z = 2.6 + 34 * float(chance(k, seed + 11)) ** 1.7
        off = 0.35 + 3.6 * float(chance(k, 12)) ** 1.4
        x = RIGHT_EDGE + off if side > 0 else LEFT_EDGE - off
        points.append((x, float(_height(np.array([x]), np.array([z]))[0]) - 0.02, z))
    made.append(land.tufts(np.asarray(points, F), height=0.34, colour=(0.190, 0.200, 0.085), seed=seed % 31))
    posts, glints = [], []
    for k in range(9):
        for x in (RIGHT_EDGE + 0.55, LEFT_EDGE - 0.55):
            z = 6.0 + 8.5 * k
            y = float(_height(np.array([x]), np.array([z]))[0])
            posts.append(
                box(plain((0.42, 0.42, 0.40), 0.2, vary=0.2), (x - 0.055, y, z - 0.04), (x + 0.055, y + 0.85, z + 0.04))
            )
            glints.append(
                box(
                    glow("key", (1.1, 0.42, 0.10)),
                    (x - 0.035, y + 0.62, z - 0.045),
                    (x + 0.035, y + 0.74, z - 0.04),
                    casts=False,
                )
            )
    made += [joined(posts), joined(glints)]
    made += cottage((-19.0, 0.55, 52.0), 0.5, seed=seed % 17, group="far")
    made += cottage((25.0, 1.2, 13.0), -1.0, seed=seed % 13, group="far")
    made += land.tree((17.5, 0.8, 10.5), 6.5, seed=seed % 37, sprays=60, masses=4)
    made += land.tree((31.0, 1.2, 27.0), 9.0, seed=seed % 29, sprays=50, masses=4)
    made.append(
        land.ridge(
            150.0,
            land.hills(13, 70, seed % 53, 0.3),
            colour=(0.030, 0.034, 0.042),
            group="moon",
            x=(-260, 260),
            foot=-1.0,
            haze=0.5,
        )
    )
    made.append(
        land.ridge(
            118.0,
            land.treeline(8.0, seed % 41, width=4.6, base=0.0),
            colour=(0.014, 0.016, 0.019),
            group="moon",
            x=(-160, 160),
            foot=-1.0,
            haze=0.6,
        )
    )
    return made


def _dial(radius: float, turn: float, seed: int) -> Material:
    """The face of an instrument: glowing marks and a needle."""

    def material(s: Surface) -> Finish:
        a, b = s.local[:, 0] - radius, s.local[:, 1] - radius
        r, angle = np.hypot(a, b) / radius, np.arctan2(a, b)
        tick = (np.abs(np.mod(angle / 0.42 + 0.5, 1) - 0.5) < 0.10) & (r > 0.70) & (r < 0.88) & (np.abs(angle) < 2.4)
        fine = (np.abs(np.mod(angle / 0.105 + 0.5, 1) - 0.5) < 0.16) & (r > 0.80) & (r < 0.88) & (np.abs(angle) < 2.4)
        along, across = a * math.sin(turn) + b * math.cos(turn), a * math.cos(turn) - b * math.sin(turn)
        needle = (along > -0.1 * radius) & (along < 0.78 * radius) & (np.abs(across) < 0.035 * radius)
        wash = 0.055 * np.exp(-((r - 0.75) ** 2) / 0.10)
        shine = wash[:, None] * np.asarray((0.62, 1.0, 0.60), F)
        shine = np.where((tick | (fine & (seed % 2 == 0)))[:, None], np.asarray((0.60, 0.85, 0.52), F), shine)
        shine = np.where(needle[:, None], np.asarray((1.0, 0.36, 0.12), F), shine)
        shine = np.where((r > 1)[:, None], 0.0, shine)
        return Finish(np.full((len(r), 3), 0.02, F), 0.5, emission={"dash": shine.astype(F)})

    return material


def _dashboard() -> list[Solid]:
    """The walnut board with its dials, knobs and glove box, and the padded roll above it."""
    x0, x1 = -SIDE, SIDE
    burr = wood(WALNUT, 0, 0.65, across=1, grain=1.5, seed=4)
    made: list[Solid] = [
        box(burr, (x0, 0.58, BOARD_Z), (x1, BOARD - 0.02, BOARD_Z + 0.12)),
        box(
            plain((0.035, 0.028, 0.026), 0.2, vary=0.3, scale=20),
            (x0, 0.30, BOARD_Z + 0.03),
            (x1, 0.58, BOARD_Z + 0.10),
        ),
    ]
    # The padded top slopes to the glass.
    (y0, z0), _ = GLASS
    u, v = np.meshgrid(np.linspace(x0, x1, 25), np.linspace(0, 1, 8))
    roll = np.stack(
        [
            u,
            BOARD - 0.025 + 0.035 * np.sin(np.pi * np.clip(v * 1.4, 0, 1)) + (y0 - BOARD) * v,
            BOARD_Z - 0.025 + (z0 - BOARD_Z + 0.03) * v,
        ],
        -1,
    )
    made.append(grid(plain((0.045, 0.034, 0.030), 0.25, vary=0.3, scale=14), roll.astype(F)))
    chrome = metal((0.62, 0.60, 0.56), 0.8)
    rims = []
    for k, (x, r, turn) in enumerate(
        ((-0.52, 0.072, -0.7), (-0.32, 0.088, 0.35), (-0.145, 0.055, 1.1), (0.05, 0.062, -1.3))
    ):
        y, z = 0.685, BOARD_Z - 0.012
        made.append(
            panel(_dial(r, turn, k), (x - r, y - r, z), (2 * r, 0, 0), (0, 2 * r, 0), casts=False, cut=_round(r))
        )
        angle = np.linspace(0, math.tau, 29)
        rims.append(
            tube(
                chrome,
                np.stack([x + r * np.cos(angle), y + r * np.sin(angle), z + 0 * angle - 0.004], -1),
                0.008,
                sides=6,
            )
        )
    knobs = [_knob(chrome, (x, 0.625, BOARD_Z)) for x in (0.145, 0.20, 0.255)]
    made += [joined(rims), joined(knobs)]
    made += [
        box(chrome, (x0, BOARD - 0.055, BOARD_Z - 0.006), (x1, BOARD - 0.045, BOARD_Z)),
        box(burr, (0.33, 0.605, BOARD_Z - 0.012), (0.68, 0.735, BOARD_Z)),
        box(chrome, (0.48, 0.715, BOARD_Z - 0.022), (0.53, 0.727, BOARD_Z - 0.012)),
        # A wireless with a lit scale.
        box(glow("dash", (0.34, 0.24, 0.10)), (0.125, 0.675, BOARD_Z - 0.008), (0.275, 0.715, BOARD_Z), casts=False),
        joined(
            [
                box(
                    plain((0.02, 0.02, 0.02)),
                    (0.14 + 0.022 * k, 0.68, BOARD_Z - 0.010),
                    (0.143 + 0.022 * k, 0.70 + 0.005 * (k % 3), BOARD_Z - 0.007),
                    casts=False,
                )
                for k in range(6)
            ]
        ),
    ]
    return made


def _knob(material: Material, at: Vec3) -> Solid:
    """A round knob that points at the eye."""
    return ball(material, (at[0], at[1], at[2] - 0.012), (0.013, 0.013, 0.018), rings=6, sides=10)


def _round(radius: float) -> Cut:
    def cut(local: Array) -> Mask:
        return np.asarray(np.hypot(local[:, 0] - radius, local[:, 1] - radius) < radius)

    return cut


def _wheel() -> list[Solid]:
    """The steering wheel, tilted towards the driver, with its column and horn ring."""
    x, y, z = WHEEL
    tilt = 0.55
    c, s = math.cos(tilt), math.sin(tilt)
    angle = np.linspace(0, math.tau, 41)

    def ring(r: float, lift: float = 0.0) -> Array:
        up, across = r * np.sin(angle), r * np.cos(angle)
        return np.stack([x + across, y + up * c + lift * s, z + up * s - lift * c], -1)

    rim = plain((0.075, 0.060, 0.048), 0.55, vary=0.2, scale=20)
    chrome = metal((0.62, 0.60, 0.56), 0.8)
    spokes = []
    for a in (math.pi / 2 + math.pi, 0.35, math.pi - 0.35):
        out = (x + 0.195 * math.cos(a), y + 0.195 * math.sin(a) * c, z + 0.195 * math.sin(a) * s)
        spokes.append(rod(chrome, (x, y, z - 0.01), out, 0.010, sides=6))
    return [
        tube(rim, ring(0.200), 0.0155, sides=9),
        tube(chrome, ring(0.105, 0.012), 0.0055, sides=6),
        joined(spokes),
        ball(chrome, (x, y + 0.005, z - 0.012), (0.048, 0.042, 0.022), rings=8, sides=14),
        rod(plain((0.05, 0.045, 0.04), 0.4), (x, y - 0.02, z + 0.02), (x, y - 0.16, z + 0.28), 0.026),
    ]


def _cabin() -> list[Solid]:
    """Roof, pillars, doors, front seats, mirror, and the bonnet before the glass."""
    lining = plain((0.17, 0.145, 0.115), 0.03, vary=0.12, scale=9)
    leather = _stitched
    paint = plain((0.030, 0.046, 0.052), 0.85, vary=0.1)
    trim = plain((0.070, 0.050, 0.040), 0.3, vary=0.2, scale=8)
    chrome = metal((0.62, 0.60, 0.56), 0.8)
    (y0, z0), (y1, z1) = GLASS
    a = np.linspace(0, math.pi, 17)[:, None]
    z = np.linspace(-1.6, z1 + 0.03, 10)[None]
    roof = np.stack(
        [
            SIDE * np.cos(a) * 0.97 + 0 * z,
            y1 + 0.02 + 0.13 * np.sin(a) ** 0.7 + 0 * z - 0.03 * np.clip((z - 0.6) / 0.5, 0, 1),
            z + 0 * a,
        ],
        -1,
    )
    made: list[Solid] = [grid(lining, roof.astype(F))]
    # Between the roof and the glass, and before the feet.
    arc, head = roof[:, -1], roof[:, -1].copy()
    head[:, 1] = y1 + 0.01
    made += [
        grid(lining, np.stack([head, arc]).astype(F)),
        panel(plain((0.03, 0.026, 0.024), 0.05, vary=0.3), (-SIDE, -0.02, z0 - 0.06), (2 * SIDE, 0, 0), (0, 0.85, 0)),
    ]
    # Seams across the lining.
    seams = []
    for at in (-0.35, 0.15, 0.60):
        seams.append(
            tube(
                trim,
                np.stack(
                    [
                        SIDE * np.cos(a[:, 0]) * 0.965,
                        y1 + 0.014 + 0.13 * np.sin(a[:, 0]) ** 0.7 - 0.03 * max(0.0, (at - 0.6) / 0.5),
                        0 * a[:, 0] + at,
                    ],
                    -1,
                ),
                0.006,
                sides=5,
            )
        )
    made.append(joined(seams))
    frame = []
    for s in (-1, 1):
        frame += [
            tube(
                trim,
                [
                    (s * 0.755, 0.74, z0 + 0.03),
                    (s * 0.75, y0 + 0.1, z0 - 0.03),
                    (s * 0.735, y1 - 0.02, z1),
                    (s * 0.70, y1 + 0.05, z1 - 0.12),
                ],
                0.034,
                sides=8,
            ),
            rod(trim, (s * 0.745, y1 + 0.02, z1), (s * 0.745, y1 + 0.02, -1.5), 0.034, sides=8),
            rod(trim, (s * 0.775, 0.74, -0.02), (s * 0.745, y1 + 0.02, -0.02), 0.030, sides=8),
            rod(trim, (s * 0.765, 0.80, 0.86), (s * 0.748, y1, 0.93), 0.013, sides=6),
        ]
    frame += [
        rod(trim, (-0.74, y1 + 0.015, z1 + 0.01), (0.74, y1 + 0.015, z1 + 0.01), 0.030, sides=8),
        rod(chrome, (0, y0, z0), (0, y1, z1), 0.009, sides=6),
        rod(trim, (-0.75, y0 - 0.005, z0), (0.75, y0 - 0.005, z0), 0.018, sides=6),
    ]
    made.append(joined(frame))
    doors, sills = [], []
    for s in (-1, 1):
        x0, x1 = (SIDE - 0.03, SIDE + 0.03) if s > 0 else (-SIDE - 0.03, -SIDE + 0.03)
        doors.append(box(leather, (x0, 0.0, -1.6), (x1, 0.74, z0)))
        sills.append(
            box(wood(WALNUT, 2, 0.6, across=1, grain=1.3), (x0 - 0.012 * s, 0.73, -1.6), (x1 - 0.012 * s, 0.775, z0))
        )
        sills.append(rod(chrome, (s * (SIDE - 0.045), 0.60, 0.42), (s * (SIDE - 0.075), 0.60, 0.56), 0.009, sides=6))
    made += [joined(doors), joined(sills[0::2]), joined(sills[1::2])]
    for s in (-1, 1):
        middle = s * 0.39
        u, v = np.meshgrid(np.linspace(-1, 1, 19), np.linspace(0, 1, 13))
        round_ = np.clip((np.abs(u) - 0.80) / 0.20, 0, 1) ** 2
        back = np.stack(
            [
                middle + 0.335 * u,
                0.36 + 0.46 * v - 0.05 * round_ * v,
                0.085 - 0.10 * v + 0.05 * round_ + 0.03 * np.cos(np.pi * (v - 0.5)),
            ],
            -1,
        )
        rear = back + np.array([0, 0, -0.14], F)
        edge = np.stack([back[-1], (back[-1] + rear[-1]) / 2 + np.array([0, 0.025, 0]), rear[-1]])
        made += [grid(leather, back.astype(F)), grid(leather, rear.astype(F)), grid(leather, edge.astype(F))]
        cushion = np.stack(
            [middle + 0.335 * u, 0.40 + 0.05 * np.sin(np.pi * np.clip(v * 1.1, 0, 1)) - 0.10 * round_, 0.06 + 0.52 * v],
            -1,
        )
        made.append(grid(leather, cushion.astype(F)))
        made.append(box(leather, (middle - 0.33, 0.05, 0.0), (middle + 0.33, 0.40, 0.56)))
    made.append(box(plain((0.045, 0.035, 0.030), 0.05, vary=0.5, scale=30), (-SIDE, -0.02, -1.6), (SIDE, 0.0, 1.25)))
    # The mirror shows the road behind: a little of the moon's light.
    made += [
        rod(chrome, (0, y1 - 0.01, z1 - 0.01), (0, y1 - 0.055, z1 - 0.08), 0.007, sides=6),
        box(plain((0.03, 0.03, 0.03), 0.4), (-0.125, y1 - 0.115, z1 - 0.085), (0.125, y1 - 0.045, z1 - 0.070)),
        panel(_behind, (-0.115, y1 - 0.108, z1 - 0.087), (0.23, 0, 0), (0, 0.056, 0), casts=False),
    ]
    # Wipers, bonnet, mascot, wings.
    wipers = [
        rod(
            plain((0.02, 0.02, 0.02), 0.3), (x, y0 + 0.012, z0 + 0.02), (x + 0.30, y0 + 0.07, z0 - 0.01), 0.006, sides=5
        )
        for x in (-0.52, 0.12)
    ]
    made.append(joined(wipers))
    u, v = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(0, 1, 14))
    bonnet = np.stack([u * (0.62 - 0.20 * v), 0.62 + 0.16 * np.cos(u * 1.35) - 0.07 * v**2, z0 + 0.08 + 1.30 * v], -1)
    made.append(grid(paint, bonnet.astype(F)))
    for s in (-1, 1):
        u, v = np.meshgrid(np.linspace(0, 1, 9), np.linspace(0, 1, 14))
        wing = np.stack(
            [
                s * (0.52 + 0.36 * u),
                0.30 + 0.34 * np.sin(math.pi * (0.25 + 0.5 * u)) * np.clip(0.45 + v, 0, 1) - 0.10 * v**3,
                z0 + 0.12 + 1.20 * v,
            ],
            -1,
        )
        made.append(grid(paint, wing.astype(F)))
        made.append(ball(chrome, (s * 0.62, 0.50, z0 + 1.32), (0.10, 0.10, 0.13), rings=8, sides=14))
    made += [
        ball(chrome, (0, 0.745, z0 + 1.36), (0.018, 0.035, 0.05), rings=6, sides=10),
        rod(chrome, (0, 0.72, z0 + 1.2), (0, 0.775, z0 + 0.15), 0.006, sides=5),
    ]
    return made


def _stitched(s: Surface) -> Finish:
    """Leather in upright pleats."""
    u = s.p[:, 0] + s.p[:, 2] * (np.abs(s.n[:, 0]) > 0.7)
    pleat = np.abs(np.mod(u / 0.075, 1) - 0.5) * 2
    groove = step(0.0, 0.35, pleat)
    grain = 0.85 + 0.3 * quick_noise(s.p[:, 0] * 60 + s.p[:, 2] * 40, s.p[:, 1] * 60, 3)
    return Finish(
        (np.asarray(LEATHER, F) * ((0.55 + 0.55 * groove) * grain)[:, None]).astype(F), (0.30 * groove).astype(F), 0.0,
        (0.5 + 0.5 * groove).astype(F),
    )  # fmt: skip


def _behind(s: Surface) -> Finish:
    """What the mirror shows: a paler sky over the dark road behind."""
    u, v = s.local[:, 0], s.local[:, 1]
    sky = step(0.020, 0.030, v - 0.010 * quick_noise(u * 60, 0 * u, 3))
    glow_ = 0.020 + 0.075 * sky + 0.05 * np.exp(-(((u - 0.06) / 0.03) ** 2)) * sky
    return Finish(np.full((len(u), 3), 0.02, F), 0.6, emission={"moon": np.repeat(glow_[:, None], 3, 1).astype(F)})


def solids(seed: int) -> Scenery:
    """The car for a seed: the trees of the avenue, the land beyond."""
    parts = _outside(seed) + _dashboard() + _wheel() + _cabin()

    def beam(v: Array) -> Array:
        far = np.linalg.norm(v, axis=1) + 1e-6
        ahead, up = v[:, 2] / far, v[:, 1] / far
        cone = np.clip((ahead - 0.72) / 0.26, 0, 1) ** 1.6
        return np.asarray(cone * (0.42 + 0.58 * step(0.16, -0.02, up)) + 0.05 * (ahead > 0), F)

    sources: tuple[Source, ...] = (
        Lamp("key", (-0.62, 0.42, 2.95), 60.0, 0.09, shade=beam, bounce=0.0, skin=0.6, dust=0.00005, dust_reach=26.0),
        Lamp("key", (0.62, 0.42, 2.95), 60.0, 0.09, shade=beam, bounce=0.0, skin=0.6, dust=0.00005, dust_reach=26.0),
        Lamp("dash", (-0.20, 0.70, 0.78), 0.085, 0.12, shadow=0.5, bounce=0.55, reach=1.0, skin=0.12),
        Lamp("key", (0.0, 1.05, 1.9), 0.35, 0.5, shadow=0.8, bounce=0.10, reach=1.2),
        Sun("moon", (1.15, 0.34, 1.0), 2.4),
        Pane("moon", (-0.7, 0.83, 1.32), (1.4, 0, 0), (0, 0.5, -0.2), 0.5, shadow=0.0),
    )
    return Scenery(
        tuple(parts), sources, ("key", "dash", "moon", "far"), mist=0.004, mist_group="moon", mist_glow=0.016
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Headlights and dials burn; the land follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": (0.95, 0.72, 0.42),
            "dash": life.scaled((1.0, 0.72, 0.34), cosy),
            "moon": outside.window,
            "far": life.scaled((1.0, 0.50, 0.18), cosy),
        },
        night_palette(outside, key=(1.0, 0.60, 0.28), rim=(0.020, 0.026, 0.042)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """Headlights tremble a little with the road."""
    return life.fire_flicker(t, 6, 0.015) if group == "key" else 1.0


def _glints(moment: PlaceMoment) -> Dots:
    """Cat's eyes along the middle of the road, which come nearer and pass under the car."""
    span, count = 66.0, 11
    k = np.arange(count)
    z = 4.5 + np.mod(k * span / count - SPEED * moment.t, span)
    points = np.stack([0 * z + (LEFT_EDGE + RIGHT_EDGE) / 2, 0 * z + ROAD + 0.03, z], -1)
    seen = np.clip((z - 4.5) / 3.0, 0, 1) * np.clip((span - z) / 18.0, 0, 1)
    view = life.seen_from(moment.framing, points)
    near = view[:, 2] > 1.0
    key = moment.light.tints["key"]
    tint = f32(life.scaled(key, 0.9))[None] * f32(seen)[:, None]
    return Dots(view[near], f32(np.full(count, 0.075))[near], f32(tint)[near], reflect=False)


def _drops(moment: PlaceMoment) -> Dots:
    """Drops on the windscreen that creep downwards and shine; many in rain, few else."""
    wet = moment.atmosphere.weather in ("rain", "storm")
    count = 260 if wet else 46
    a = uniform(moment.seed, 93, 5 * count).reshape(count, 5)
    (y0, z0), (y1, z1) = GLASS
    down = np.mod(a[:, 1] - moment.t * 0.006 * (0.2 + a[:, 2] ** 3), 1.0)
    x = -0.70 + 1.40 * a[:, 0] + 0.004 * np.sin(40 * down + 9 * a[:, 3])
    points = np.stack([x, y0 + (y1 - y0) * down, z0 + (z1 - z0) * down - 0.012], -1)
    edge = np.clip(down * 14, 0, 1) * np.clip((1 - down) * 14, 0, 1)
    view = life.seen_from(moment.framing, points)
    near = view[:, 2] > 0.35
    key, moon = moment.light.tints["key"], moment.light.tints["moon"]
    hue = np.array([0.10 * key[i] + 0.12 * moon[i] for i in range(3)])
    tint = hue[None] * (edge * (0.25 + 0.75 * a[:, 4]))[:, None]
    return Dots(view[near], f32(0.0030 + 0.0042 * a[:, 3] ** 2)[near], f32(tint)[near], reflect=False)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """The moon, cat's eyes, drops on the glass, motes that drift through the beams."""
    f, t = moment.framing, moment.t
    key = moment.light.tints["key"]
    return (
        *life.moon(f, (1.15, 0.20, 1.0), hour_light(moment.atmosphere).moon, size=9.0),
        _glints(moment),
        _drops(moment),
        life.snowfall(
            f, t, moment.seed, ((-4.5, -0.3, 3.5), (3.5, 2.6, 16.0)), life.scaled(key, 0.16), count=110, speed=0.05,
            wind=0.05,
        ),
    )  # fmt: skip


PLACE = Place(
    name="night_car",
    framings=(
        Framing(
            "road",
            (0.03, 1.07, -0.42),
            0.0,
            1.86,
            0.05,
            Move(push=0.03),
            calm=(CalmSpot(0.85, 0.66, 0.24), CalmSpot(-1.35, 0.66, 0.24)),
        ),
        Framing("wheel", (-0.44, 1.13, 0.30), 0.05, 1.22, 0.08, Move(drift=0.03), calm=(CalmSpot(-0.95, 0.68, 0.22),)),
        Framing("side", (-0.52, 1.12, -0.35), 0.80, 1.22, 0.03, Move(drift=-0.04), calm=(CalmSpot(1.0, 0.64, 0.26),)),
    ),
    anchors=(
        Anchor(
            "roadside",
            (2.45, -0.28, 8.6),
            "floor",
            1.7,
            "hero",
            ("road", "wheel"),
            0.4,
            ("stand", "walk", "cross"),
            holds=("deer", "horse", "dog"),
        ),
        Anchor(
            "on_road",
            (-2.6, ROAD, 13.0),
            "floor",
            2.2,
            "companion",
            ("road", "wheel"),
            0.2,
            ("walk", "run", "cross"),
            holds=("cat", "rabbit", "deer", "bicycle"),
        ),
        Anchor(
            "far_road",
            (-0.9, ROAD, 26.0),
            "floor",
            3.0,
            "companion",
            ("road", "wheel"),
            0.0,
            ("come", "leave"),
            smallest=0.8,
        ),
        Anchor(
            "board",
            (0.36, 0.815, 1.05),
            "top",
            0.20,
            "companion",
            ("road", "wheel"),
            holds=("compass", "flower", "phone"),
        ),
        Anchor(
            "mirror_hook",
            (0.0, 1.225, 1.0),
            "hang",
            0.14,
            "companion",
            ("road", "wheel"),
            holds=("feather", "bell", "key"),
        ),
        Anchor("bonnet", (0.0, 0.78, 1.75), "top", 0.35, "companion", ("road",), holds=("owl", "cat", "bird")),
        Anchor("farm", (-26.0, 0.6, 60.0), "view", 12.0, "backdrop", ("road", "wheel")),
        Anchor("hills", (30.0, 1.0, 110.0), "view", 30.0, "backdrop", ("side", "road")),
        Anchor(
            "verge",
            (9.5, 0.48, 8.0),
            "floor",
            2.4,
            "hero",
            ("side",),
            0.9,
            ("stand", "graze", "look", "run"),
            holds=("horse", "deer", "sheep", "cow"),
        ),
        Anchor("air", (-1.3, 1.7, 9.0), "air", 0.9, "companion", ("road", "wheel"), holds=("owl", "bat", "bird")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=lambda x, z: 0.0 if z < 1.5 else float(_height(np.array([x]), np.array([z]))[0]),
)
