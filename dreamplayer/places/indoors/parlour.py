"""A parlour in the evening: an open fire, two armchairs and a standing lamp, bookshelves, a tall window with the night.

Five and a half metres wide, x from -2.75 to 2.75; the hearth is in the back wall (z 4.2). Groups of light: "fire", the
standing lamp "key", and "moon" for what comes through the window in the left wall.
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
from dreamplayer.drawing.solids.shapes import ball, box, joined, lathe, panel, rod, room
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Pane, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.noise import quick_fbm
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

SIDE, CEILING, BACK, FRONT = 2.75, 2.7, 4.2, -2.6
WIN_NEAR, WIN_FAR, SILL, HEAD = 1.05, 2.45, 0.62, 2.30
"""The window in the left wall: from and to in z, heights."""
HEARTH_HALF, HEARTH_TOP, MANTEL = 0.52, 0.86, 1.24
LAMP_FOOT = (1.72, 0.0, 3.55)
TABLE_TOP = 0.52
_LEFT_CHAIR, _RIGHT_CHAIR = (-1.22, 0.0, 2.75), (1.12, 0.0, 2.62)


def _shell() -> list[Solid]:
    boards = mat.wood((0.125, 0.072, 0.042), along=2, plank=0.14, across=0, gloss=0.4, mirror=0.05)
    figure = mat.paper((0.105, 0.120, 0.095), (0.165, 0.165, 0.115), size=0.26)
    lower = mat.wood((0.085, 0.052, 0.034), 1, 0.25, plank=0.34, across=0, grain=0.5)

    def wall(s: Surface) -> Finish:
        low = s.p[:, 1] < 0.92
        along = np.where(np.abs(s.n[:, 0]) > 0.5, s.p[:, 2], s.p[:, 0])
        turned = Surface(s.p, np.stack([along, s.p[:, 1], 0 * along], -1).astype(F), s.n, s.sight)
        return mat.joint_finish(turned, [(low, lower), (~low, figure)])

    ceiling = mat.plaster((0.30, 0.275, 0.235), stain=0.0)
    opening = ("x", WIN_NEAR, WIN_FAR, SILL, HEAD)
    made = list(
        room((-SIDE, 0, FRONT), (SIDE, CEILING, BACK), floor=boards, wall=wall, ceiling=ceiling, openings=[opening])
    )
    rail = mat.wood((0.10, 0.06, 0.038), 2, 0.35, across=1)
    made += [
        box(rail, (-SIDE, 0.90, FRONT), (-SIDE + 0.025, 0.955, WIN_NEAR - 0.1), casts=False),
        box(rail, (-SIDE, 0.90, WIN_FAR + 0.1), (-SIDE + 0.025, 0.955, BACK), casts=False),
        box(rail, (SIDE - 0.025, 0.90, FRONT), (SIDE, 0.955, BACK), casts=False),
        box(mat.plain((0.30, 0.28, 0.24)), (-SIDE, CEILING - 0.10, BACK - 0.10), (SIDE, CEILING, BACK), casts=False),
    ]
    return made


def _window() -> list[Solid]:
    """Made as in a back wall, then turned into the left one."""
    wide = WIN_FAR - WIN_NEAR
    middle = (WIN_NEAR + WIN_FAR) / 2
    lime = mat.plaster((0.32, 0.30, 0.26), stain=0.0)
    made = fit.window(0.0, -wide / 2, wide / 2, SILL, HEAD, reveal=lime, columns=2, rows=3, depth=0.26)
    made += fit.curtains(0.0, -wide / 2, wide / 2, 0.04, HEAD + 0.18, (0.150, 0.050, 0.042), drawn=0.16)
    made = fit.placed(made, (-SIDE, 0.0, middle), -math.pi / 2)
    trees = land.ridge(
        0.0,
        land.treeline(5.2, 4, width=3.6, base=-0.6),
        colour=(0.014, 0.018, 0.024),
        group="moon",
        x=(-26, 26),
        foot=-3,
        haze=0.8,
    )
    # A garden tree and a bush before the wood, so that the pane is no bare blue.
    garden = land.tree((-SIDE - 4.6, -0.9, middle + 5.4), 5.2, seed=4, masses=5, sprays=70, spread=0.40)
    garden += land.bush((-SIDE - 2.6, -0.7, middle + 2.2), 0.9, seed=3, height=1.7)
    return made + garden + fit.placed([trees], (-SIDE - 16.0, 0.0, middle), -math.pi / 2)


def _fire(s: Surface) -> Finish:
    """Burning logs: glow in the cracks, brightest low in the middle."""
    heat = quick_fbm(s.p[:, 0] * 17, s.p[:, 1] * 17 + s.p[:, 2] * 9, 4, 4)
    k = np.clip((heat - 0.42) * 4.5, 0, 1) * np.clip(1.2 - np.abs(s.p[:, 0]) / 0.36, 0, 1)
    light = np.stack([1.9 * k, 0.55 * k**1.6, 0.09 * k**2.4], -1)
    return Finish(np.full((len(s.p), 3), 0.03, F), 0.1, emission={"fire": light.astype(F)})


def _hearth() -> list[Solid]:
    stone = mat.masonry((0.20, 0.185, 0.165), 0.26, 0.46, 3)
    sooty = mat.brick((0.17, 0.085, 0.055), soot=lambda p: np.clip(0.35 + 0.6 * p[:, 1], 0.2, 0.9))
    a, top, front = HEARTH_HALF, HEARTH_TOP, BACK - 0.38
    oak = mat.wood((0.115, 0.066, 0.038), 0, 0.35, seed=4)
    made = [
        box(stone, (-1.02, 0, front), (-a, CEILING, BACK)),
        box(stone, (a, 0, front), (1.02, CEILING, BACK)),
        box(stone, (-a, top, front), (a, CEILING, BACK)),
        box(oak, (-1.16, MANTEL - 0.09, front - 0.17), (1.16, MANTEL, front + 0.05)),
        box(sooty, (-a, 0, BACK - 0.02), (a, top, BACK), casts=False),
        box(mat.plain((0.17, 0.155, 0.14), 0.35, vary=0.3, scale=5), (-1.15, 0, front - 0.55), (1.15, 0.045, BACK)),
    ]
    bars = mat.iron()
    made.append(
        joined(
            [
                rod(bars, (x, 0.10, front + 0.10), (x, 0.24, front + 0.08), 0.010, sides=6)
                for x in np.linspace(-0.34, 0.34, 9)
            ]
        )
    )
    made.append(rod(bars, (-0.38, 0.235, front + 0.08), (0.38, 0.235, front + 0.08), 0.012, sides=6))
    burning = [
        rod(_fire, (-0.30, 0.15, front + 0.20), (0.30, 0.17, front + 0.24), 0.060),
        rod(_fire, (-0.26, 0.25, front + 0.26), (0.20, 0.23, front + 0.16), 0.050),
        rod(_fire, (-0.12, 0.31, front + 0.17), (0.24, 0.27, front + 0.28), 0.042),
        ball(_fire, (0.0, 0.11, front + 0.20), (0.36, 0.06, 0.12), rings=6, sides=14),
    ]
    made.append(joined([b.replace(casts=False) for b in burning]))
    clock = mat.wood((0.12, 0.06, 0.03), 1, 0.5, across=0)
    face = mat.plain((0.42, 0.39, 0.32), 0.3, vary=0.05)
    z = front - 0.05
    made += [
        box(clock, (-0.13, MANTEL, z - 0.05), (0.13, MANTEL + 0.27, z + 0.05)),
        ball(face, (0.0, MANTEL + 0.155, z - 0.05), (0.085, 0.085, 0.012), rings=6, sides=18, casts=False),
        rod(
            mat.iron(), (0.0, MANTEL + 0.155, z - 0.066), (0.028, MANTEL + 0.20, z - 0.066), 0.004, sides=5, casts=False
        ),
        rod(
            mat.iron(),
            (0.0, MANTEL + 0.155, z - 0.066),
            (-0.052, MANTEL + 0.165, z - 0.066),
            0.003,
            sides=5,
            casts=False,
        ),
        lathe(
            mat.china((0.34, 0.33, 0.30), (0.07, 0.10, 0.16)),
            (-0.82, MANTEL, z),
            [(0.045, 0), (0.08, 0.07), (0.05, 0.17), (0.06, 0.21)],
        ),
    ]
    made += fit.picture_frame((0.0, 1.98, front - 0.005), 0.92, 0.60, _painting)
    return made


def _painting(s: Surface) -> Finish:
    """A dim landscape in oils: sky, hills, a pale river."""
    u, v = s.local[:, 0] / 0.92, s.local[:, 1] / 0.60
    hill = 0.42 + 0.12 * np.sin(5 * u + 0.6) + 0.06 * quick_fbm(u * 9, 0 * u, 2, 3)
    sky = mat.mixed((0.20, 0.15, 0.085), (0.055, 0.065, 0.085), np.clip(v * 1.2 - 0.2, 0, 1).astype(F))
    earth = mat.mixed((0.025, 0.030, 0.016), (0.055, 0.050, 0.026), quick_fbm(u * 8, v * 12, 5, 4))
    river = np.exp(-(((u - 0.55 - 0.18 * np.sin(v * 9)) / (0.02 + 0.10 * (hill - v).clip(0, 1))) ** 2))
    colours = mat.mixed(sky, earth, (v < hill).astype(F))
    return Finish(mat.mixed(colours, (0.17, 0.14, 0.10), (river * (v < hill)).astype(F)), 0.35)


def _furniture(seed: int) -> list[Solid]:
    made = fit.armchair(_LEFT_CHAIR, -1.05, colour=(0.155, 0.060, 0.046))
    made += fit.armchair(_RIGHT_CHAIR, 1.05, colour=(0.070, 0.085, 0.062))
    made += fit.bookcase((-1.92, 0.0, BACK), 0.0, width=1.25, height=2.15, seed=seed)
    made += fit.bookcase((1.92, 0.0, BACK), 0.0, width=1.25, height=2.15, seed=seed + 3)
    top = mat.wood((0.17, 0.10, 0.055), 0, 0.45)
    made += [
        lathe(
            top,
            (-0.02, 0, 2.55),
            [
                (0.0, TABLE_TOP - 0.03),
                (0.34, TABLE_TOP - 0.03),
                (0.35, TABLE_TOP - 0.015),
                (0.34, TABLE_TOP),
                (0.0, TABLE_TOP),
            ],
            sides=28,
        ),
        lathe(
            top,
            (-0.02, 0, 2.55),
            [(0.15, 0.0), (0.14, 0.03), (0.035, 0.07), (0.05, 0.28), (0.03, TABLE_TOP - 0.03)],
            sides=12,
        ),
        lathe(
            mat.china((0.40, 0.37, 0.32), (0.22, 0.09, 0.06)),
            (-0.14, TABLE_TOP, 2.50),
            [(0.026, 0), (0.036, 0.015), (0.042, 0.075), (0.038, 0.075)],
            sides=14,
        ),
        panel(
            mat.carpet((0.115, 0.045, 0.036), (0.155, 0.115, 0.070), (0.06, 0.075, 0.085), 3.1, 2.1),
            (-1.60, 0.008, 1.45),
            (3.1, 0, 0),
            (0, 0, 2.1),
            casts=False,
        ),
    ]
    made += fit.logs((-0.80, 0.05, 3.52), 6)
    made += fit.chest((SIDE - 0.001, 0.0, 1.25), math.pi / 2, width=1.15, height=0.88, depth=0.46)
    made += fit.picture_frame(
        (SIDE - 0.004, 1.65, 1.25), 0.5, 0.62, mat.plain((0.10, 0.085, 0.06), 0.3, vary=0.6, scale=6), wall="X"
    )
    made.append(
        lathe(
            mat.china((0.30, 0.31, 0.33), (0.06, 0.10, 0.20)),
            (SIDE - 0.24, 0.88, 1.55),
            [(0.05, 0), (0.09, 0.08), (0.075, 0.18), (0.04, 0.24), (0.055, 0.28)],
        )
    )
    return made


def solids(seed: int) -> Scenery:
    """The parlour for a seed: other books."""
    lamp_parts, lamp = fit.shade_lamp(LAMP_FOOT, height=1.62, power=1.5, shade=(0.95, 0.72, 0.45))

    def into_room(v: Array) -> Array:
        return np.asarray(np.clip(0.20 - 0.95 * v[:, 2] / (np.linalg.norm(v, axis=1) + 1e-6), 0.03, 1), F)

    parts = _shell() + _window() + _hearth() + _furniture(seed) + lamp_parts
    sources = (
        Lamp("fire", (0.0, 0.34, BACK - 0.34), 2.6, 0.14, shade=into_room, bounce=0.07, reach=2.4, skin=0.36),
        lamp,
        Sky("sky", 0.075, below=0.8),
        Sun("moon", (-0.86, 0.52, 0.22), 2.2, dust=0.010, dust_reach=6.0),
        Pane("moon", (-SIDE - 0.12, SILL, WIN_NEAR), (0, 0, WIN_FAR - WIN_NEAR), (0, HEAD - SILL, 0), 0.8),
    )
    return Scenery(tuple(parts), sources, ("key", "fire", "moon", "sky"), sky_open=False)


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Fire and lamp by night; by day the window leads and the lamp is out."""
    outside = hour_light(atmosphere)
    by_day = atmosphere.hour in ("day", "morning", "sunrise")
    cosy = 1.0 + 0.15 * atmosphere.warmth
    lamp = life.scaled((1.0, 0.60, 0.28), 0.10 if by_day else 0.85 * cosy)
    fire = life.scaled((1.20, 0.44, 0.13), (0.5 if by_day else 1.0) * cosy)
    moon = life.scaled(outside.window, 1.9 if by_day else 1.0)
    return PlaceLight(
        {"key": lamp, "fire": fire, "moon": moon, "sky": outside.sky},
        night_palette(outside, key=(1.0, 0.52, 0.20), rim=(0.020, 0.022, 0.034)),
        outside.stage,
    )


def flicker(group: str, t: float) -> float:
    """The fire breathes, the lamp is steady."""
    return life.fire_flicker(t, 4, 0.15) if group == "fire" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Flames over the logs, dust in the lamplight, steam from a cup."""
    f, t = moment.framing, moment.t
    fire, lamp = moment.light.tints["fire"], moment.light.tints["key"]
    z = BACK - 0.20
    tongues = [
        life.flame(f, 0.7 * t, k, (x, 0.26 + 0.02 * k, z), fire, height=h)[0]
        for k, (x, h) in enumerate(((-0.16, 0.15), (0.02, 0.22), (0.17, 0.13)))
    ]
    return (
        *tongues,
        life.steam(
            f,
            t,
            moment.seed,
            (-0.14, TABLE_TOP + 0.08, 2.50),
            life.scaled(lamp, 0.8),
            height=0.28,
            width=0.04,
            count=22,
        ),
        life.dust(
            f,
            t,
            moment.seed,
            ((0.4, 0.6, 1.6), (2.5, 2.3, 4.0)),
            (1.72, 1.5, 3.55),
            life.scaled(lamp, 0.5),
            count=160,
            reach=1.3,
        ),
    )


PLACE = Place(
    name="parlour",
    framings=(
        Framing(
            "hearth",
            (0.10, 1.42, -1.55),
            0.0,
            1.62,
            0.02,
            Move(push=0.04),
            calm=(CalmSpot(-0.72, 0.45), CalmSpot(0.0, 0.55), CalmSpot(1.1, 0.5)),
        ),
        Framing(
            "window",
            (1.75, 1.20, 0.45),
            -0.72,
            1.35,
            -0.02,
            Move(drift=0.04),
            calm=(CalmSpot(-0.35, 0.45), CalmSpot(0.5, 0.5)),
        ),
        Framing(
            "fireside",
            (-0.35, 0.82, 0.95),
            0.10,
            1.45,
            -0.16,
            Move(push=0.03),
            calm=(CalmSpot(-1.2, 0.42), CalmSpot(0.5, 0.58)),
        ),
    ),
    anchors=(
        Anchor(
            "left_chair",
            (_LEFT_CHAIR[0] - 0.13, 0.45, _LEFT_CHAIR[2] + 0.07),
            "seat",
            1.9,
            "hero",
            ("hearth", "fireside"),
            facing=-1.05,
            verbs=("sit", "read", "sew", "rest", "drink", "tell", "doze"),
        ),
        Anchor(
            "right_chair",
            (_RIGHT_CHAIR[0] + 0.13, 0.45, _RIGHT_CHAIR[2] + 0.07),
            "seat",
            1.9,
            "companion",
            ("hearth", "fireside"),
            facing=1.05,
            verbs=("sit", "listen", "rest", "knit"),
        ),
        Anchor(
            "rug",
            (-0.30, 0.01, 3.02),
            "floor",
            1.2,
            "hero",
            ("hearth", "fireside"),
            holds=("cat", "dog"),
            verbs=("sleep", "curl", "lie", "kneel", "play", "warm"),
        ),
        Anchor(
            "floor_middle",
            (0.66, 0.0, 1.80),
            "floor",
            1.9,
            "hero",
            ("hearth",),
            facing=0.4,
            verbs=("stand", "come", "walk", "dance", "wait"),
        ),
        Anchor(
            "by_window",
            (-1.95, 0.0, 1.75),
            "floor",
            1.9,
            "hero",
            ("window",),
            facing=1.3,
            verbs=("look", "stand", "watch", "gaze"),
        ),
        Anchor("table", (0.10, TABLE_TOP, 2.58), "top", 0.40, "companion", ("hearth", "fireside")),
        Anchor("mantel_left", (-0.46, MANTEL, BACK - 0.44), "top", 0.34, holds=("candle", "clock")),
        Anchor("mantel_right", (0.55, MANTEL, BACK - 0.44), "top", 0.34, holds=("candle", "flower", "jar")),
        Anchor("chest", (SIDE - 0.26, 0.88, 1.05), "top", 0.45, "companion", ("hearth",)),
        Anchor("ceiling", (-0.75, CEILING, 2.2), "hang", 0.7, "companion", ("hearth",), holds=("chimes", "lamp")),
        Anchor("wall", (-1.92, 2.42, BACK - 0.05), "wall", 0.4, "backdrop", ("hearth",)),
        Anchor("air", (-0.55, 1.75, 2.0), "air", 0.5, "companion", ("hearth", "window")),
        Anchor("window", (-14.0, 1.3, 5.0), "view", 6.0, "backdrop", ("window",), smallest=0.8),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
)
