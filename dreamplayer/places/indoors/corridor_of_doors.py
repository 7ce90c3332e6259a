"""A long corridor of an old hotel: doors of every colour on both sides, one of them ajar, a moonlit window at the end.

Two metres and seventy wide, 3.1 m high; x from -1.35 to 1.35, z from -2.4 to the arched window at 20. The third door at
the left (z 3.1 to 4.0) stands open to a lit room. Groups of light: "key" is the lamp of that room, "fire" the lamps on
the walls and behind some fanlights, "moon" the window.
"""

from __future__ import annotations

import math

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import furniture as fit
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.materials import chance, metal, plain, wood
from dreamplayer.drawing.solids.shapes import ball, box, grid, joined, lathe, moved, panel, rod, room, tube, turned
from dreamplayer.drawing.solids.solid import (
    Array,
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
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.reading import Colour

SIDE, CEILING, BACK, FRONT = 1.35, 3.1, 20.0, -2.4
DOORS = (-1.45, 1.05, 3.55, 6.05, 8.55, 11.05, 13.55, 16.05, 18.4)
"""Middles of the doors in z, on both sides."""
AJAR = 2
"""Which door at the left stands open."""
WIDE, TALL, FAN = 0.92, 2.08, 0.40
"""Door leaf, and height of the fanlight over it."""
LAMPS = ((-1.95, 1), (-0.2, -1), (2.3, 1), (4.85, -1), (7.3, 1), (9.8, -1), (12.3, 1), (14.8, -1), (17.2, 1))
"""Lamps on the walls: z and side."""
ARCH = (0.62, 0.95, 2.05)
"""The window at the end: half width, sill, and height where its arch begins."""
CONSOLE = (4.80, 0.80)
"""A console at the right wall: its z and height."""
PAINTS: tuple[Colour, ...] = (
    (0.270, 0.062, 0.048), (0.062, 0.160, 0.170), (0.330, 0.200, 0.060), (0.095, 0.155, 0.080), (0.170, 0.080, 0.150),
    (0.085, 0.110, 0.215), (0.300, 0.135, 0.070), (0.235, 0.220, 0.180),
)  # fmt: skip


def _shell() -> list[Solid]:
    z = DOORS[AJAR]
    upper = mat.paper((0.235, 0.185, 0.125), (0.268, 0.208, 0.132), size=0.20)
    lower = wood((0.165, 0.098, 0.058), 1, 0.35, plank=0.40, across=0, grain=0.7)

    def wall(s: Surface) -> Finish:
        low = s.p[:, 1] < 1.0
        along = np.where(np.abs(s.n[:, 0]) > 0.5, s.p[:, 2], s.p[:, 0])
        flat = Surface(s.p, np.stack([along, s.p[:, 1], 0 * along], -1).astype(F), s.n, s.sight)
        return mat.joint_finish(flat, [(low, lower), (~low, upper)])

    def window(local: Array) -> Mask:
        x, y = local[:, 0] - SIDE, local[:, 1]
        half, sill, spring = ARCH
        return np.asarray(~((np.abs(x) < half) & (y > sill) & (y < spring + np.sqrt(np.clip(half**2 - x**2, 0, None)))))

    floor = wood((0.130, 0.082, 0.050), 2, 0.42, plank=0.13, across=0, mirror=0.16)
    parts = room(
        (-SIDE, 0, FRONT), (SIDE, CEILING, BACK), floor=floor, wall=wall,
        openings=[("x", z - WIDE / 2, z + WIDE / 2, 0, TALL)],
    )  # fmt: skip
    made = [part for part in parts if float(part.vertices[:, 2].min()) < BACK - 1e-3]
    made.append(panel(wall, (-SIDE, 0, BACK), (2 * SIDE, 0, 0), (0, 3.4, 0), cut=window))
    # A shallow vault with ribs between the doors.
    a = np.linspace(0, math.pi, 17)[:, None]
    line = np.linspace(FRONT, BACK, 24)[None]
    vault = np.stack([SIDE * np.cos(a) + 0 * line, 2.72 + 0.50 * np.sin(a) ** 0.85 + 0 * line, line + 0 * a], -1)
    made.append(grid(mat.plaster((0.29, 0.255, 0.20), stain=0.0), vault.astype(F)))
    ribs = []
    for at in (-0.2, 2.3, 4.8, 7.3, 9.8, 12.3, 14.8, 17.2, BACK - 0.06):
        bow = np.stack([1.34 * np.cos(a[:, 0]), 2.70 + 0.50 * np.sin(a[:, 0]) ** 0.85, 0 * a[:, 0] + at], -1)
        ribs.append(tube(wood(fit.OAK, 0, 0.3), bow, 0.055, sides=6))
    made.append(joined(ribs))
    moulding = wood((0.15, 0.090, 0.052), 2, 0.4, across=1)
    rails = []
    for s in (-1, 1):
        for y, h, deep in ((0.0, 0.16, 0.025), (0.98, 0.055, 0.035), (2.68, 0.06, 0.05)):
            spans = [(FRONT, BACK)] if s > 0 or y > 2 else [(FRONT, z - WIDE / 2), (z + WIDE / 2, BACK)]
            for z0, z1 in spans:
                x0, x1 = (SIDE - deep, SIDE) if s > 0 else (-SIDE, -SIDE + deep)
                rails.append(box(moulding, (x0, y, z0), (x1, y + h, z1)))
    made.append(joined(rails))
    runner = mat.carpet((0.150, 0.028, 0.026), (0.200, 0.090, 0.045), (0.215, 0.140, 0.060), 1.35, BACK - FRONT - 0.8)
    made.append(panel(runner, (-0.675, 0.008, FRONT), (1.35, 0, 0), (0, 0, BACK - FRONT - 0.8), casts=False))
    return made


def _leaf(paint: Colour, seed: int) -> tuple[Solid, list[Solid]]:
    """A panelled leaf about its hinge at x 0, opening along +x, its front towards -z; and its knob and number plate."""
    stuff = wood(paint, 1, 0.38, across=0, grain=0.45, seed=seed)
    parts = [box(stuff, (0, 0.01, -0.022), (WIDE, TALL, 0.022))]
    for low, high in ((0.14, 0.86), (1.04, TALL - 0.15)):
        for a, b in ((0.11, WIDE / 2 - 0.05), (WIDE / 2 + 0.05, WIDE - 0.11)):
            for face in (-0.022, 0.034):
                parts += [
                    box(stuff, (a, low, face - 0.012), (b, low + 0.03, face)),
                    box(stuff, (a, high - 0.03, face - 0.012), (b, high, face)),
                    box(stuff, (a, low, face - 0.012), (a + 0.03, high, face)),
                    box(stuff, (b - 0.03, low, face - 0.012), (b, high, face)),
                ]
    brass = metal(fit.BRASS, 0.65)
    knobs = [
        ball(brass, (WIDE - 0.08, 1.0, side), 0.030, rings=7, sides=10) for side in (-0.06, 0.06)
    ] + [
        box(brass, (WIDE - 0.11, 0.90, -0.028), (WIDE - 0.05, 1.10, -0.022)),
        ball(brass, (WIDE / 2, 1.56, -0.026), (0.055, 0.038, 0.008), rings=6, sides=14),
    ]  # fmt: skip
    return joined(parts), knobs


def _doors(seed: int) -> list[Solid]:
    made: list[Solid] = []
    frame = wood((0.165, 0.100, 0.058), 1, 0.4, across=0, seed=2)
    frames, brass = [], []
    for k, z in enumerate(DOORS):
        for s in (-1, 1):
            number = 2 * k + (s > 0)
            yaw = -math.pi / 2 if s < 0 else math.pi / 2
            leaf, knobs = _leaf(PAINTS[(number * 5 + 2) % len(PAINTS)], number)
            open_by = 1.15 if s < 0 and k == AJAR else 0.0
            lit = float(chance(number, seed + 8)) < 0.42

            def put(part: Solid, yaw: float = yaw, open_by: float = open_by, s: int = s, z: float = z) -> Solid:
                hinged = moved(turned(part, -open_by), (-WIDE / 2, 0, 0.03 if open_by else 0))
                return moved(turned(hinged, yaw), (s * SIDE, 0, z))

            made.append(put(leaf))
            brass += [put(knob) for knob in knobs]
            half = WIDE / 2
            top = TALL + FAN
            parts = [
                box(frame, (-half - 0.11, 0, -0.06), (-half, top + 0.09, 0.02)),
                box(frame, (half, 0, -0.06), (half + 0.11, top + 0.09, 0.02)),
                box(frame, (-half, TALL, -0.05), (half, TALL + 0.06, 0.02)),
                box(frame, (-half - 0.13, top, -0.075), (half + 0.13, top + 0.10, 0.02)),
                box(frame, (-0.015, TALL + 0.06, -0.03), (0.015, top, 0.0)),
            ]
            frames += fit.placed(parts, (s * SIDE, 0, z), yaw)
            light = (0.52, 0.46, 0.36) if lit or open_by else (0.0, 0.0, 0.0)
            pane = panel(
                _fan(light, number), (-half, TALL + 0.06, -0.012), (WIDE, 0, 0), (0, FAN - 0.06, 0), casts=False
            )
            made += fit.placed([pane], (s * SIDE, 0, z), yaw)
    made += [joined(frames), joined(brass)]
    return made


def _fan(light: Colour, number: int) -> Material:
    """The pane over a door, lit from behind or dark."""

    def material(s: Surface) -> Finish:
        far = np.hypot(s.local[:, 0] - 0.3 - 0.3 * float(chance(number, 3)), s.local[:, 1] - 0.05)
        k = 0.35 + 0.65 * np.exp(-((far / 0.35) ** 2))
        return Finish(
            np.full((len(far), 3), 0.02, F), 0.6, emission={"fire": (k[:, None] * np.asarray(light, F)).astype(F)}
        )

    return material


def _sconces() -> tuple[list[Solid], list[Lamp]]:
    """Shaded lamps on the walls, one side and the other in turn."""
    made: list[Solid] = []
    lamps = []

    def shade(s: Surface) -> Finish:
        k = 0.45 + 0.55 * np.exp(-(((s.local[:, 1] - 0.06) / 0.07) ** 2))
        return Finish(
            np.full((len(k), 3), 0.4, F), 0.05,
            emission={"fire": (k[:, None] * np.asarray((0.78, 0.66, 0.46), F)).astype(F)},
        )  # fmt: skip

    brass = metal(fit.BRASS, 0.6)
    shades, arms = [], []
    for z, s in LAMPS:
        x, y = s * (SIDE - 0.17), 1.86
        shades.append(lathe(shade, (x, y, z), [(0.10, 0.0), (0.065, 0.155)], sides=18, casts=False))
        arms += [
            ball(brass, (s * (SIDE - 0.01), y - 0.13, z), (0.02, 0.075, 0.05), rings=8, sides=12),
            tube(
                brass,
                [(s * (SIDE - 0.02), y - 0.13, z), (x + s * 0.04, y - 0.17, z), (x, y - 0.13, z), (x, y - 0.02, z)],
                0.010,
            ),
        ]
        lamps.append(
            Lamp("fire", (x - s * 0.04, y + 0.08, z), 1.0 if z < 10 else 0.75, 0.08, shadow=0.0, bounce=0.10, reach=1.8)
        )
    made += [joined(shades), joined(arms)]
    return made, lamps


def _end() -> list[Solid]:
    """Bars, reveal and sill of the window at the end, and the trees behind it."""
    half, sill, spring = ARCH
    bar = plain((0.24, 0.235, 0.22), 0.3, vary=0.1)
    z = BACK + 0.14
    a = np.linspace(0, math.pi, 17)
    bow = np.stack([half * np.cos(a), spring + half * np.sin(a), 0 * a + z], -1)
    bars = [tube(bar, bow, 0.030, sides=6)]
    for x in (-half, -half / 3, half / 3, half):
        top = spring + math.sqrt(max(half**2 - x**2, 0.0))
        bars.append(rod(bar, (x, sill, z), (x, top, z), 0.016 if abs(x) < half else 0.03, sides=6))
    bars += [rod(bar, (-half, y, z), (half, y, z), 0.014, sides=6) for y in (sill, 1.32, 1.69, spring)]

    def trees(s: Surface) -> Finish:
        y = s.p[:, 1]
        k = 0.014 + 0.020 * np.exp(-(((y + 1) / 2.5) ** 2))
        return Finish(np.zeros((len(y), 3), F), emission={"moon": (k[:, None] * np.array([0.9, 1, 1])).astype(F)})

    def crowns(local: Array) -> Mask:
        x, y = local[:, 0], local[:, 1]
        return np.asarray(
            y < 3.6 + 2.0 * quick_fbm(x * 0.30, 0 * x, 5, 2) - 1.0 * (quick_fbm(x * 2.0, y * 2.0, 2, 4) - 0.4)
        )

    return [
        joined(bars),
        box(wood(fit.PINE, 0, 0.4), (-half - 0.12, sill - 0.06, BACK - 0.14), (half + 0.12, sill, BACK + 0.2)),
        panel(trees, (-12, -3, BACK + 22), (24, 0, 0), (0, 9, 0), cut=crowns, casts=False),
    ]


def _lit_room() -> tuple[list[Solid], Lamp]:
    """The room behind the open door: an armchair and a standing lamp."""
    z = DOORS[AJAR]
    wall = mat.paper((0.27, 0.19, 0.105), (0.20, 0.125, 0.065), size=0.24)
    made = list(
        room(
            (-4.2, 0, z - 1.5), (-SIDE - 0.12, 2.7, z + 2.3),
            floor=wood(fit.DARK_OAK, 0, 0.35, plank=0.15), wall=wall, ceiling=mat.plaster(stain=0.0),
            openings=[("X", z - WIDE / 2, z + WIDE / 2, 0, TALL)],
        )
    )  # fmt: skip
    lamp_parts, lamp = fit.shade_lamp((-3.05, 0, z + 1.45), "key", height=1.55, power=2.6)
    made += lamp_parts
    made += fit.armchair((-2.70, 0, z + 0.75), -0.9, colour=(0.09, 0.10, 0.055))
    made += fit.picture_frame(
        (-4.19, 1.6, z + 0.4), 0.6, 0.5, plain((0.14, 0.15, 0.13), 0.1, vary=0.6, scale=7), wall="x"
    )
    # The thickness of the wall at the opening.
    reveal = wood((0.165, 0.100, 0.058), 1, 0.35, across=0)
    made.append(
        joined(
            [
                box(reveal, (-SIDE - 0.14, -0.02, z - WIDE / 2), (-SIDE + 0.01, 0.012, z + WIDE / 2)),
                box(reveal, (-SIDE - 0.14, 0, z - WIDE / 2 - 0.03), (-SIDE, TALL, z - WIDE / 2)),
                box(reveal, (-SIDE - 0.14, 0, z + WIDE / 2), (-SIDE, TALL, z + WIDE / 2 + 0.03)),
            ]
        )
    )
    return made, lamp


def _furniture(seed: int) -> list[Solid]:
    """A console with a vase at the right, pictures between the doors, a pair of boots before a door."""
    z, top = CONSOLE
    stuff = wood((0.125, 0.068, 0.038), 2, 0.5, across=0)
    made = [
        box(stuff, (SIDE - 0.34, top - 0.035, z - 0.42), (SIDE, top, z + 0.42)),
        box(stuff, (SIDE - 0.30, top - 0.13, z - 0.38), (SIDE, top - 0.035, z + 0.38)),
        joined(
            [
                rod(
                    wood(fit.DARK_OAK, 1, 0.4, across=0),
                    (SIDE - 0.29, 0, z + s * 0.36),
                    (SIDE - 0.29, top - 0.1, z + s * 0.36),
                    0.022,
                )
                for s in (-1, 1)
            ]
        ),
        lathe(
            mat.china((0.36, 0.36, 0.36)),
            (SIDE - 0.17, top, z + 0.22),
            [(0.05, 0), (0.085, 0.05), (0.095, 0.14), (0.045, 0.24), (0.055, 0.28)],
        ),
    ]

    def scene(number: int) -> Material:
        def paint(s: Surface) -> Finish:
            u, v = s.local[:, 0] / 0.42, s.local[:, 1] / 0.54
            hill = 0.38 + 0.16 * np.sin(5 * u + number) + 0.05 * np.sin(17 * u + 2 * number)
            sky = mat.mixed((0.14, 0.13, 0.13), (0.26, 0.20, 0.13), np.clip(1.5 - 1.6 * v, 0, 1).astype(F))
            land = np.asarray((0.055, 0.065, 0.040), F) * (0.6 + 0.9 * quick_fbm(u * 6, v * 6, number, 3))[:, None]
            shown = np.where((v < hill)[:, None], land, sky)
            moon = np.hypot(u - 0.7, (v - 0.78) * 1.25) < 0.07
            return Finish(np.where(moon[:, None], 0.42, shown).astype(F), 0.3)

        return paint

    for k, (at, wall) in enumerate(((2.3, "x"), (7.3, "x"), (9.8, "X"), (4.8, "X"), (12.3, "x"))):
        x = (SIDE - 0.005) * (1 if wall == "X" else -1)
        made += fit.picture_frame((x, 1.72, at), 0.42, 0.54, scene(k + seed % 4), wall=wall)
    leather = plain((0.055, 0.036, 0.024), 0.4)
    boots: list[Solid] = []
    for s in (0.0, 0.16):
        foot_z = DOORS[3] - 0.2 + s
        boots += [
            ball(leather, (SIDE - 0.22, 0.055, foot_z), (0.13, 0.055, 0.048), rings=8, sides=12),
            lathe(leather, (SIDE - 0.15, 0.05, foot_z), [(0.045, 0), (0.05, 0.14), (0.056, 0.26)], sides=12),
        ]
    made.append(joined(boots))
    made += fit.chair((-SIDE + 0.30, 0, 7.3), -math.pi / 2)
    return made


def solids(seed: int) -> Scenery:
    """The corridor for a seed: which fanlights are lit, the pictures."""
    room_parts, lamp = _lit_room()
    sconces, lamps = _sconces()
    parts = _shell() + _doors(seed) + sconces + _end() + room_parts + _furniture(seed)
    half, sill, spring = ARCH
    sources: tuple[Source, ...] = (
        Lamp("key", lamp.position, 3.4, 0.10, bounce=0.06, reach=2.2, skin=0.5),
        *lamps,
        Sun("moon", (-0.16, 0.40, 0.90), 2.4, dust=0.010, dust_reach=22.0),
        Pane("moon", (-half, sill, BACK + 0.1), (2 * half, 0, 0), (0, spring + half - sill, 0), 1.6),
    )
    return Scenery(tuple(parts), sources, ("key", "fire", "moon"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """The lamps on the walls burn low all night; the window follows the hour."""
    outside = hour_light(atmosphere)
    cosy = 1.0 + 0.15 * atmosphere.warmth
    return PlaceLight(
        {
            "key": life.scaled((1.0, 0.60, 0.26), cosy),
            "fire": life.scaled((1.0, 0.50, 0.20), 0.85 * cosy),
            "moon": outside.window,
        },
        night_palette(outside, key=(1.0, 0.54, 0.20), rim=(0.018, 0.024, 0.042)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The lamps on the walls breathe a little."""
    return life.fire_flicker(t, 7, 0.04) if group == "fire" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Dust in the light of the open door."""
    lamp = moment.light.tints["key"]
    f, t = moment.framing, moment.t
    return (
        life.dust(
            f, t, moment.seed, ((-1.3, 0.1, 2.2), (1.2, 2.4, 5.0)), (-0.8, 1.2, 3.55), life.scaled(lamp, 0.5), count=220
        ),
    )


PLACE = Place(
    name="corridor_of_doors",
    framings=(
        Framing(
            "length", (0.26, 1.50, -1.15), -0.045, 1.42, 0.07, Move(push=0.045), calm=(CalmSpot(-0.82, 0.47, 0.26),)
        ),
        Framing(
            "ajar",
            (0.92, 1.42, 0.85),
            -0.60,
            1.32,
            0.06,
            Move(drift=-0.03),
            calm=(CalmSpot(-1.3, 0.6, 0.26), CalmSpot(-0.62, 0.64, 0.24)),
        ),
        Framing("door", (-0.95, 1.38, 3.05), 0.72, 1.30, 0.00, Move(drift=0.04), calm=(CalmSpot(0.95, 0.62, 0.24),)),
    ),
    anchors=(
        Anchor(
            "runner",
            (0.22, 0.008, 2.55),
            "floor",
            1.9,
            "hero",
            ("length",),
            0.4,
            ("stand", "walk", "look", "wait", "hesitate"),
        ),
        Anchor(
            "threshold",
            (-0.95, 0.0, 3.45),
            "floor",
            1.9,
            "hero",
            ("ajar", "length"),
            -0.9,
            ("open", "enter", "come", "knock", "peer"),
        ),
        Anchor(
            "at_door",
            (0.72, 0.0, 6.05),
            "floor",
            1.9,
            "hero",
            ("door", "length"),
            -1.3,
            ("knock", "open", "listen", "try"),
        ),
        Anchor(
            "far",
            (-0.15, 0.008, 9.0),
            "floor",
            1.9,
            "companion",
            ("length", "door"),
            0.1,
            ("walk", "run", "come", "leave", "disappear"),
        ),
        Anchor(
            "floor_cat",
            (-0.45, 0.008, 2.30),
            "floor",
            0.9,
            "companion",
            ("length",),
            0.6,
            ("sleep", "curl", "lie"),
            ("cat", "dog", "rabbit"),
        ),
        Anchor(
            "chair", (-SIDE + 0.32, 0.475, 7.3), "seat", 1.9, "companion", ("length",), -1.57, ("sit", "wait", "read")
        ),
        Anchor(
            "console",
            (SIDE - 0.18, CONSOLE[1], CONSOLE[0] - 0.12),
            "top",
            0.40,
            "companion",
            ("length", "door"),
            holds=("candle", "key", "phone", "clock", "flower"),
        ),
        Anchor(
            "sill",
            (0.0, ARCH[1], BACK + 0.02),
            "top",
            0.6,
            "companion",
            ("length",),
            holds=("cat", "owl", "flower"),
            smallest=0.25,
        ),
        Anchor("lit_floor", (-1.95, 0.0, 3.75), "floor", 1.7, "companion", ("ajar",), -1.0, ("dance", "play")),
        Anchor("vault", (0.0, 3.15, 3.6), "hang", 0.6, "companion", ("length",), holds=("lantern", "cage", "bell")),
        Anchor("end_window", (0.0, 2.0, BACK + 12.0), "view", 5.0, "backdrop", ("length",)),
        Anchor("air", (0.42, 2.05, 3.4), "air", 0.6, "companion", ("length",)),
        Anchor("air_far", (-0.2, 1.7, 7.6), "air", 0.7, "companion", ("length", "door")),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
