"""An attic under the rafters: moonlight through a round window, an oil lamp on a crate, trunks, a rocking horse.

Six metres wide, x from -3 to 3; the ridge runs along z at 3.6 m, the gable with the window is the back wall (z 5.2).
Groups of light: "key", the lamp, and "moon" for what comes through the window.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, panel, rod, tube
from dreamplayer.drawing.solids.solid import Array, F, Mask, Pane, Scenery, Sky, Solid, Source, Sun
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Vec3

SIDE, KNEE, RIDGE, BACK, FRONT = 3.0, 0.75, 3.6, 5.2, -2.6
WINDOW = (0.0, 1.98, 0.66)
"""Middle (x, y) and radius of the round window in the back wall."""
MOON = (-0.09, 0.56, 0.82)
CRATE: Vec3 = (-1.05, 0.0, 2.35)
CRATE_TOP = 0.56
TRUNK: Vec3 = (1.62, 0.0, 2.75)
TRUNK_TOP = 0.62
BOX_TOP = 0.46
"""Height of the blanket box below the window."""
TIE = 2.46
"""Underside of the collar beams."""


def _roof_at(x: float) -> float:
    return RIDGE - (RIDGE - KNEE) * abs(x) / SIDE


def _gable(local: Array) -> Mask:
    x, y = local[:, 0] - SIDE, local[:, 1]
    out = np.hypot(x - WINDOW[0], y - WINDOW[1]) > WINDOW[2]
    return np.asarray((y < RIDGE - (RIDGE - KNEE) * np.abs(x) / SIDE + 0.02) & out)


def _shell() -> list[Solid]:
    floor = mat.wood((0.150, 0.104, 0.070), along=2, plank=0.21, across=0, gloss=0.22, worn=0.5, mirror=0.02)
    boards = mat.wood((0.150, 0.106, 0.072), along=0, plank=0.19, across=1, gloss=0.1, seed=3, worn=0.2)
    gable = mat.wood((0.165, 0.118, 0.082), along=1, plank=0.22, across=0, gloss=0.1, seed=5, worn=0.3)
    long = BACK - FRONT
    parts = [
        box(floor, (-SIDE, -0.05, FRONT), (SIDE, 0.0, BACK), faces="Y"),
        panel(gable, (-SIDE, 0.0, BACK), (2 * SIDE, 0, 0), (0, RIDGE + 0.05, 0), cut=_gable),
        panel(gable, (-SIDE, 0.0, FRONT), (2 * SIDE, 0, 0), (0, RIDGE + 0.05, 0)),
    ]
    for s in (-1, 1):
        parts += [
            panel(boards, (s * SIDE, KNEE, FRONT), (0, 0, long), (-s * SIDE, RIDGE - KNEE, 0)),
            panel(gable, (s * SIDE, 0.0, FRONT), (0, 0, long), (0, KNEE + 0.02, 0)),
        ]
    timber = mat.wood((0.105, 0.068, 0.043), 0, 0.2, across=1, seed=7)
    beams: list[Solid] = []
    square = [(-0.055, 0.0), (0.055, 0.0), (0.055, 0.17), (-0.055, 0.17), (-0.055, 0.0)]
    for z in np.arange(FRONT + 0.4, BACK, 0.93):
        for s in (-1, 1):
            # A rafter: a square section carried from the knee wall to the ridge, below the boards.
            rows = []
            for q in (0.0, 1.0):
                x, y = s * SIDE * (1 - q), KNEE + (RIDGE - KNEE) * q
                rows.append([(x - s * b * 0.69, y - b * 0.72, z + a) for a, b in square])
            beams.append(grid(timber, np.array(rows, F)))
    for z in np.arange(FRONT + 0.4 + 0.93, BACK - 0.5, 1.86):
        reach = SIDE * (RIDGE - TIE - 0.2) / (RIDGE - KNEE) + 0.12
        beams.append(box(timber, (-reach, TIE, z - 0.065), (reach, TIE + 0.17, z + 0.065)))
    beams.append(box(timber, (-0.06, RIDGE - 0.26, FRONT), (0.06, RIDGE - 0.02, BACK)))
    for s in (-1, 1):
        x = s * 1.75
        y = _roof_at(x) - 0.28
        beams.append(box(timber, (x - 0.08, y, FRONT), (x + 0.08, y + 0.18, BACK)))
    parts.append(joined(beams))
    return parts


def _window() -> list[Solid]:
    x, y, r = WINDOW
    frame = mat.wood((0.17, 0.125, 0.085), 0, 0.3)
    ring = np.linspace(0, math.tau, 41)
    bars: list[Solid] = [
        tube(frame, [(x + rr * math.cos(b), y + rr * math.sin(b), BACK + dz) for b in ring], w, sides=7)
        for rr, dz, w in ((r + 0.05, -0.03, 0.075), (r - 0.02, 0.08, 0.04), (r * 0.40, 0.10, 0.016))
    ]
    for k in range(4):
        a = math.pi * (0.25 * k)
        start = 0.0
        dx, dy = math.cos(a) * r, math.sin(a) * r
        bars.append(rod(frame, (x - dx, y - dy + start, BACK + 0.10), (x + dx, y + dy, BACK + 0.10), 0.015, sides=6))
    hills = land.ridge(
        60.0,
        land.treeline(7.5, 3, width=7.0, base=-1.5),
        colour=(0.013, 0.017, 0.024),
        group="moon",
        x=(-60, 60),
        foot=-9,
        haze=0.8,
    )
    return [joined(bars), hills]


def _chimney() -> list[Solid]:
    brick = mat.brick((0.20, 0.098, 0.066), soot=lambda p: np.clip(0.10 + 0.12 * p[:, 1], 0, 0.5))
    cap = mat.brick((0.18, 0.09, 0.06))
    return [
        box(brick, (-2.42, 0.0, 3.05), (-1.50, 3.2, 3.85)),
        box(cap, (-2.48, 0.0, 2.99), (-1.44, 0.22, 3.91)),
        box(cap, (-2.47, 1.02, 3.0), (-1.45, 1.10, 3.9)),
    ]


def _trunk(foot: Vec3, yaw: float, size: Vec3, colour: Colour, *, domed: bool = True) -> list[Solid]:
    """A travelling trunk: hide, wooden ribs, brass corners; size is width, height to the lid's top, depth."""
    a, h, b = size[0] / 2, size[1], size[2] / 2
    low = h * (0.66 if domed else 1.0)
    hide = mat.plain(colour, 0.2, vary=0.4, scale=6)
    rib = mat.wood((0.16, 0.105, 0.06), 0, 0.3)
    brass = mat.metal(fit.BRASS, 0.45)
    parts = [box(hide, (-a, 0, -b), (a, low, b))]
    bars: list[Solid] = []
    if domed:
        arc = np.linspace(0, math.pi, 11)
        rows = [[(x, low + (h - low) * math.sin(t), -b * math.cos(t)) for t in arc] for x in (-a, a)]
        parts.append(grid(hide, np.array(rows, F)))
        for x in (-a, a):
            fan = [
                [(x, low, -b * math.cos(t)) for t in arc],
                [(x, low + (h - low) * math.sin(t), -b * math.cos(t)) for t in arc],
            ]
            parts.append(grid(hide, np.array(fan, F)))
        bars += [
            tube(
                rib,
                [(x, low + (h - low + 0.008) * math.sin(t), -(b + 0.006) * math.cos(t)) for t in arc],
                0.016,
                sides=5,
            )
            for x in (-a * 0.9, -a * 0.35, a * 0.35, a * 0.9)
        ]
    bars += [box(rib, (x - 0.02, 0, -b - 0.012), (x + 0.02, low, -b)) for x in (-a * 0.9, -a * 0.35, a * 0.35, a * 0.9)]
    bars.append(box(rib, (-a - 0.01, low - 0.03, -b - 0.016), (a + 0.01, low + 0.015, b + 0.016)))
    metalwork = [ball(brass, (x, y, -b - 0.012), 0.024, rings=5, sides=8) for x in (-a, a) for y in (0.03, low - 0.05)]
    metalwork.append(box(brass, (-0.05, low - 0.11, -b - 0.024), (0.05, low + 0.02, -b - 0.012)))
    return fit.placed([*parts, joined(bars), joined(metalwork)], foot, yaw)


def _horse(foot: Vec3, yaw: float) -> list[Solid]:
    """A rocking horse, dapple grey and worn, 1.05 m high; it looks to -x at yaw 0."""
    coat = mat.plain((0.25, 0.235, 0.215), 0.25, vary=0.45, scale=9)
    hair = mat.plain((0.10, 0.08, 0.06), 0.1, vary=0.3, scale=20)
    tack = mat.plain((0.15, 0.035, 0.028), 0.3, vary=0.15)
    rail = mat.wood((0.16, 0.085, 0.045), 0, 0.4)
    body = [
        ball(coat, (0.0, 0.66, 0.0), (0.32, 0.155, 0.135), rings=10, sides=16),
        ball(coat, (0.20, 0.69, 0.0), (0.16, 0.165, 0.140), rings=8, sides=14),
        tube(
            coat,
            [(-0.20, 0.68, 0), (-0.32, 0.82, 0), (-0.40, 0.98, 0), (-0.42, 1.05, 0)],
            [0.135, 0.10, 0.075, 0.06],
            sides=12,
        ),
        tube(coat, [(-0.38, 1.07, 0), (-0.50, 0.99, 0), (-0.60, 0.90, 0)], [0.072, 0.062, 0.042], sides=11),
        ball(coat, (-0.605, 0.895, 0), (0.045, 0.042, 0.042), rings=6, sides=10),
        ball(coat, (-0.40, 1.05, 0), (0.075, 0.070, 0.062), rings=7, sides=12),
    ]
    for s in (-1, 1):
        body.append(tube(coat, [(-0.38, 1.10, 0.035 * s), (-0.375, 1.18, 0.045 * s)], [0.024, 0.004], sides=6))
        z = 0.085 * s
        body += [
            tube(
                coat, [(-0.22, 0.62, z), (-0.36, 0.44, z * 1.3), (-0.52, 0.27, z * 1.6)], [0.068, 0.042, 0.030], sides=9
            ),
            tube(coat, [(0.24, 0.64, z), (0.38, 0.44, z * 1.3), (0.50, 0.26, z * 1.6)], [0.082, 0.046, 0.030], sides=9),
        ]
    mane = [
        tube(
            hair,
            [
                (-0.36 + 0.15 * q, 1.10 - 0.36 * q, 0.0),
                (-0.30 + 0.15 * q, 1.08 - 0.38 * q, 0.055 * w),
                (-0.29 + 0.14 * q, 0.97 - 0.36 * q, 0.075 * w),
            ],
            [0.028, 0.022, 0.006],
            sides=5,
        )
        for q in np.linspace(0, 1, 8)
        for w in (-1, 1)
    ]
    mane.append(
        tube(
            hair,
            [(0.34, 0.74, 0), (0.44, 0.74, 0), (0.52, 0.60, 0), (0.54, 0.42, 0)],
            [0.02, 0.045, 0.05, 0.01],
            sides=8,
        )
    )
    saddle = [
        ball(tack, (0.02, 0.755, 0.0), (0.17, 0.075, 0.142), rings=7, sides=14),
        tube(tack, [(-0.60, 0.93, 0.05), (-0.40, 0.93, 0.09), (-0.12, 0.80, 0.10)], 0.010, sides=5),
        tube(tack, [(-0.60, 0.93, -0.05), (-0.40, 0.93, -0.09), (-0.12, 0.80, -0.10)], 0.010, sides=5),
        tube(tack, [(0.0, 0.74, 0.14), (0.0, 0.60, 0.15), (0.0, 0.51, 0.06)], 0.012, sides=5),
    ]
    rockers: list[Solid] = []
    for s in (-1, 1):
        rockers.append(
            tube(
                rail,
                [(x, 0.035 + 0.30 * (x / 0.85) ** 2, 0.17 * s) for x in np.linspace(-0.80, 0.80, 11)],
                0.030,
                sides=6,
            )
        )
    rockers += [
        rod(rail, (x, 0.05 + 0.30 * (x / 0.85) ** 2, -0.19), (x, 0.05 + 0.30 * (x / 0.85) ** 2, 0.19), 0.022, sides=6)
        for x in (-0.55, -0.25, 0.25, 0.53)
    ]
    return fit.placed([joined(body), joined(mane), joined(saddle), joined(rockers)], foot, yaw)


def _dress_form(foot: Vec3) -> list[Solid]:
    """A dressmaker's form on a turned stand."""
    linen = mat.plain((0.27, 0.225, 0.165), 0.08, vary=0.25, scale=6)
    wood = mat.wood((0.12, 0.065, 0.036), 1, 0.4, across=0)
    torso = lathe(
        linen,
        foot,
        [
            (0.0, 0.84),
            (0.16, 0.84),
            (0.185, 0.92),
            (0.165, 1.02),
            (0.125, 1.13),
            (0.15, 1.24),
            (0.185, 1.34),
            (0.18, 1.42),
            (0.10, 1.50),
            (0.055, 1.53),
            (0.05, 1.59),
            (0.0, 1.60),
        ],
        sides=20,
    )
    # Flatter from front to back than a turned body.
    squeezed = torso.vertices.copy()
    squeezed[:, 2] = foot[2] + (squeezed[:, 2] - foot[2]) * 0.72
    stand = lathe(wood, foot, [(0.03, 0.16), (0.022, 0.5), (0.03, 0.84)], sides=10)
    legs = [
        tube(
            wood,
            [
                (foot[0], 0.30, foot[2]),
                (foot[0] + 0.14 * math.cos(a), 0.16, foot[2] + 0.14 * math.sin(a)),
                (foot[0] + 0.26 * math.cos(a), 0.02, foot[2] + 0.26 * math.sin(a)),
            ],
            [0.026, 0.022, 0.016],
            sides=7,
        )
        for a in (0.3, 0.3 + math.tau / 3, 0.3 + 2 * math.tau / 3)
    ]
    knob = lathe(wood, (foot[0], 1.59, foot[2]), [(0.03, 0), (0.02, 0.03), (0.032, 0.07), (0.0, 0.10)], sides=10)
    return [torso.replace(vertices=squeezed), joined([stand, *legs, knob])]


def _clutter(seed: int) -> list[Solid]:
    card = mat.plain((0.17, 0.125, 0.08), 0.05, vary=0.25, scale=5)
    made = [
        box(card, (2.02, 0, 1.45), (2.62, 0.42, 2.0), yaw=0.1),
        box(card, (2.12, 0.42, 1.52), (2.56, 0.70, 1.94), yaw=-0.15),
        box(
            mat.wood((0.17, 0.12, 0.075), 0, 0.15, plank=0.14, across=1),
            (CRATE[0] - 0.42, 0, CRATE[2] - 0.30),
            (CRATE[0] + 0.42, CRATE_TOP, CRATE[2] + 0.30),
            yaw=0.0,
        ),
        box(mat.wood((0.145, 0.088, 0.05), 0, 0.35), (-0.72, 0.0, BACK - 0.56), (0.72, BOX_TOP - 0.04, BACK - 0.06)),
        box(mat.cloth((0.17, 0.055, 0.045), 0), (-0.74, BOX_TOP - 0.05, BACK - 0.58), (0.74, BOX_TOP, BACK - 0.05)),
        panel(
            mat.carpet((0.105, 0.045, 0.036), (0.150, 0.115, 0.070), (0.06, 0.075, 0.085), 2.3, 1.6),
            (-1.05, 0.007, 1.35),
            (2.3, 0, 0),
            (0, 0, 1.6),
            casts=False,
        ),
    ]
    # Books on the crate, rolled carpets against the chimney, frames that lean on the knee wall.
    for k in range(4):
        wide = 0.20 - 0.02 * k
        hue = ((0.13, 0.04, 0.03), (0.05, 0.075, 0.06), (0.14, 0.10, 0.05), (0.05, 0.05, 0.09))[(k + seed) % 4]
        made.append(
            box(
                mat.plain(hue, 0.2),
                (CRATE[0] + 0.10, CRATE_TOP + 0.04 * k, CRATE[2] - 0.14),
                (CRATE[0] + 0.10 + wide, CRATE_TOP + 0.04 * (k + 1), CRATE[2] + 0.12),
                yaw=0.2 * k - 0.2,
            )
        )
    roll = mat.plain((0.12, 0.06, 0.05), 0.05, vary=0.4, scale=12)
    made += [
        rod(roll, (-2.52, 0.02, 2.72), (-2.28, 1.55, 2.98), 0.10, sides=12),
        rod(roll, (-2.72, 0.02, 2.5), (-2.62, 1.1, 2.8), 0.08, sides=12),
    ]
    gilt = mat.wood((0.26, 0.18, 0.08), 0, 0.45)
    canvas = mat.plain((0.085, 0.070, 0.050), 0.3, vary=0.6, scale=7)
    for z, wide, tall in ((4.05, 0.95, 0.70), (3.35, 0.7, 0.55)):
        x = 2.62
        made += [
            panel(gilt, (x, 0.0, z - wide / 2), (0, 0, wide), (0.30, tall, 0)),
            panel(
                canvas,
                (x - 0.006 + 0.03, 0.07, z - wide / 2 + 0.07),
                (0, 0, wide - 0.14),
                (0.24, tall - 0.14, 0),
                casts=False,
            ),
        ]
    # A bird cage hangs from a beam.
    cage = mat.metal(fit.BRASS, 0.4)
    x, y, z = 1.12, 1.86, 3.42
    wires: list[Solid] = []
    for k in range(12):
        a = math.tau * k / 12
        dx, dz = 0.17 * math.cos(a), 0.17 * math.sin(a)
        wires.append(
            tube(
                cage,
                [
                    (x + dx, y - 0.22, z + dz),
                    (x + dx, y + 0.10, z + dz),
                    (x + dx * 0.7, y + 0.24, z + dz * 0.7),
                    (x, y + 0.30, z),
                ],
                0.006,
                sides=4,
            )
        )
    wires.append(lathe(cage, (x, y - 0.25, z), [(0.0, 0.0), (0.18, 0.0), (0.18, 0.04), (0.0, 0.04)], sides=18))
    wires.append(rod(cage, (x, y + 0.30, z), (x, TIE + 0.05, z), 0.006, sides=5))
    made.append(joined(wires))
    return made


def solids(seed: int) -> Scenery:
    """The attic for a seed: other books and trunks."""
    shades: tuple[Colour, ...] = ((0.090, 0.055, 0.034), (0.060, 0.070, 0.062), (0.115, 0.070, 0.040))
    parts = _shell() + _window() + _chimney() + _clutter(seed)
    parts += _trunk(TRUNK, -0.25, (1.05, TRUNK_TOP, 0.58), shades[seed % 3])
    parts += _trunk((-2.15, 0.0, 1.55), 1.15, (0.95, 0.56, 0.55), shades[(seed + 1) % 3])
    # The small chest was last pushed aside another way.
    parts += _trunk((1.95, 0.0, 0.55), 1.28 + 0.05 * (seed % 4), (0.8, 0.34, 0.5), shades[(seed + 2) % 3], domed=False)
    parts += _horse((0.42, 0.0, 3.15), -0.22)
    parts += _dress_form((1.62, 0.0, 4.35))
    lamp_parts, lamp = fit.oil_lamp((CRATE[0] - 0.14, CRATE_TOP, CRATE[2] + 0.02))
    parts += lamp_parts
    lamp = replace(lamp, power=2.9, bounce=0.16, reach=4.2)
    x, y, r = WINDOW
    sources: tuple[Source, ...] = (
        lamp,
        Sky("sky", 0.11, below=0.8),
        Sun("moon", MOON, 5.0, soft=0.010, dust=0.030, dust_reach=8.0),
        Pane("moon", (x - r * 0.85, y - r * 0.85, BACK + 0.12), (1.7 * r, 0, 0), (0, 1.7 * r, 0), 1.1),
    )
    return Scenery(tuple(parts), sources, ("key", "moon", "sky"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The lamp by night; by day the sun comes through the window, and the lamp burns low."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    lamp = life.scaled((1.0, 0.56, 0.24), (0.5 if by_day else 1.0) * (1.0 + 0.15 * atmosphere.warmth))
    moon = life.scaled(outside.window, 1.6 if by_day else 1.15)
    return PlaceLight(
        {"key": lamp, "moon": moon, "sky": outside.sky},
        night_palette(outside, key=(1.0, 0.54, 0.22), rim=(0.022, 0.024, 0.034)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lamp's flame is almost steady."""
    return life.fire_flicker(t, 6, 0.03) if group == "key" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust in the moonbeam and about the lamp."""
    f, t = moment.framing, moment.t
    beam, lamp = moment.light.tints["moon"], moment.light.tints["key"]
    return (
        life.dust(
            f,
            t,
            moment.seed,
            ((-0.7, 0.2, 2.2), (0.9, 2.3, 5.0)),
            (0.1, 1.1, 3.8),
            life.scaled(beam, 0.8),
            count=260,
            reach=1.4,
        ),
        life.dust(
            f,
            t,
            moment.seed + 1,
            ((-2.2, 0.5, 1.4), (0.2, 2.0, 3.2)),
            (CRATE[0], 1.0, CRATE[2]),
            life.scaled(lamp, 0.5),
            count=130,
            reach=0.9,
        ),
    )


PLACE = Place(
    name="attic",
    framings=(
        Framing(
            "rafters",
            (0.30, 1.50, -1.30),
            -0.03,
            1.26,
            -0.04,
            Move(push=0.04),
            calm=(CalmSpot(1.2, 0.4), CalmSpot(-0.6, 0.5)),
        ),
        Framing(
            "window",
            (0.0, 1.10, 0.35),
            0.07,
            1.48,
            -0.16,
            Move(push=0.03),
            calm=(CalmSpot(1.2, 0.42), CalmSpot(-1.15, 0.5)),
        ),
        Framing(
            "lamp",
            (1.55, 1.35, -0.75),
            -0.58,
            1.42,
            -0.10,
            Move(drift=-0.04),
            calm=(CalmSpot(1.15, 0.5), CalmSpot(-0.85, 0.5)),
        ),
    ),
    anchors=(
        Anchor(
            "floor_middle",
            (-0.15, 0.008, 2.1),
            "floor",
            1.9,
            "hero",
            ("rafters",),
            facing=0.3,
            verbs=("stand", "walk", "look", "come", "dance", "search"),
        ),
        Anchor(
            "by_window",
            (-0.85, 0.0, 4.25),
            "floor",
            1.9,
            "hero",
            ("rafters", "window"),
            facing=math.pi,
            verbs=("look", "watch", "gaze", "stand", "dream"),
        ),
        Anchor(
            "window_seat",
            (0.0, BOX_TOP, BACK - 0.34),
            "seat",
            1.6,
            "hero",
            ("rafters", "window"),
            verbs=("sit", "read", "rest", "curl", "doze"),
        ),
        Anchor(
            "rug",
            (0.28, 0.008, 2.32),
            "floor",
            1.1,
            "hero",
            ("rafters", "lamp"),
            holds=("cat", "dog"),
            verbs=("sleep", "lie", "kneel", "play", "curl"),
        ),
        Anchor(
            "by_crate",
            (-0.22, 0.008, 2.62),
            "floor",
            1.9,
            "hero",
            ("lamp",),
            facing=1.2,
            verbs=("stand", "read", "look", "open", "kneel", "search"),
        ),
        Anchor("boards", (-0.62, 0.0, 3.35), "floor", 0.9, "companion", ("window",)),
        Anchor(
            "trunk",
            (TRUNK[0], TRUNK_TOP, TRUNK[2]),
            "top",
            0.6,
            "companion",
            ("rafters", "window"),
            holds=("cat", "book", "mask", "crown"),
        ),
        Anchor(
            "crate",
            (CRATE[0] + 0.30, CRATE_TOP, CRATE[2] - 0.18),
            "top",
            0.28,
            "companion",
            ("rafters", "lamp"),
            holds=("key", "book", "hourglass", "candle"),
        ),
        Anchor("boxes", (2.34, 0.70, 1.73), "top", 0.5, "companion", ("rafters",), holds=("owl", "cat", "globe")),
        Anchor(
            "beam",
            (-0.75, TIE, FRONT + 0.4 + 0.93 + 3.72),
            "hang",
            0.6,
            "companion",
            ("rafters",),
            holds=("lantern", "chimes", "cage", "bat", "spider"),
        ),
        Anchor("gable", (-1.15, 1.45, BACK - 0.02), "wall", 0.5, "backdrop", ("rafters", "window")),
        Anchor("air", (-0.25, 1.75, 2.9), "air", 0.5, "companion", ("rafters", "lamp")),
        Anchor("air_window", (0.45, 1.5, 3.9), "air", 0.5, "companion", ("window",)),
        Anchor("night", (-0.7, 2.4, 20.0), "view", 2.4, "backdrop", ("rafters",), smallest=0.5),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
