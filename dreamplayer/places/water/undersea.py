"""Under water: a sandy sea floor, the arches of a drowned arcade, kelp that rises to the light, shafts from above.

The eye hovers over the sand (z 0); the arches run from the right foreground (z 9) away to the left (z 26). Groups of
light: "sun" is what falls through the waves (the moon by night), "water" the glow of the water itself, and "glint" the
small lights of the deep: anemones and shells in the dark.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from dreamplayer.drawing import place_life as life
from dreamplayer.drawing.place import Place, PlaceLight, PlaceMoment
from dreamplayer.drawing.place_light import hour_light, night_palette
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids import landscape as land
from dreamplayer.drawing.solids import materials as mat
from dreamplayer.drawing.solids.shapes import ball, box, cards, grid, joined, panel, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Material, Scenery, Sky, Solid, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move

SUN = (-0.10, 0.90, 0.42)
FIRST, STEP, HALF, SPRING = (5.6, 8.6), (-1.90, 3.74), 1.72, 2.5
"""Middle of the first arch (across, distance), way to the next, half its span, height at which it begins to bend."""
ARCHES = 6
ANEMONE = (-1.55, 0.42, 7.4)


def ground(x: Array, z: Array) -> Array:
    """Height of the sea floor: low dunes, rising to the right."""
    roll = 0.35 * np.sin(x * 0.28 + 0.5) * np.sin(z * 0.17 + 1) + 0.30 * (quick_fbm(x * 0.22, z * 0.22, 4, 3) - 0.5)
    return np.asarray(roll + 0.045 * np.maximum(x - 2, 0) + 0.02 * np.maximum(z - 20, 0), F)


def height(x: float, z: float) -> float:
    """Height of the sea floor at one spot, in metres."""
    return land.height_at(ground, x, z)


def _web(x: Array, z: Array) -> Array:
    """Bright lines that waves throw on what lies below: distances to warped cells."""
    warp = 0.7 * quick_fbm(x * 0.9, z * 0.9, 3, 2)
    a = np.abs(quick_noise(x * 1.5 + warp, z * 1.5 - warp, 5) - 0.5) + np.abs(
        quick_noise(x * 2.6 - warp, z * 2.6, 9) - 0.5
    )
    return np.asarray(np.exp(-((a / 0.16) ** 2)), F)


def _dappled(material: Material, depth: float = 0.8) -> Material:
    """A material under the light of the waves."""

    def made(s: Surface) -> Finish:
        finish = material(s)
        light = 0.72 + depth * _web(s.p[:, 0] + 0.25 * s.p[:, 1], s.p[:, 2] + 0.2 * s.p[:, 1]) * np.clip(
            s.n[:, 1] * 0.7 + 0.5, 0, 1
        )
        return Finish(
            finish.albedo * light[:, None], finish.gloss, finish.metal, finish.occlusion, finish.emission, finish.normal
        )

    return made


def _sand(s: Surface) -> Finish:
    x, z = s.p[:, 0], s.p[:, 2]
    bent = quick_fbm(x * 0.5, z * 0.5, 2, 3)
    ripple = np.sin((x * 0.5 + z * 1.4 + 2.2 * bent) * 7.5)
    k = 0.80 + 0.12 * ripple + 0.25 * (quick_fbm(x * 6, z * 6, 8, 3) - 0.5)
    lean = np.stack([0.10 * ripple, 0 * x, 0.28 * np.cos((x * 0.5 + z * 1.4 + 2.2 * bent) * 7.5)], -1).astype(F)
    return Finish((np.array([0.22, 0.205, 0.155], F) * k[:, None]).astype(F), 0.05, normal=mat.tilted(s.n, lean))


def _arch(x: float, z: float, yaw: float, broken: float) -> list[Solid]:
    """An arch on two piers: its ring of stones, and the wall above."""
    stone = _dappled(mat.masonry((0.150, 0.160, 0.135), 0.34, 0.62, 3, moss=0.7))
    along, deep = (
        np.array([math.cos(yaw), 0, -math.sin(yaw)], F),
        np.array([math.sin(yaw), 0, math.cos(yaw)], F) * F(0.42),
    )
    y = height(x, z) - 0.3
    made: list[Solid] = []
    for side in (-1, 1):
        p = np.array([x, y, z], F) + along * F(side * (HALF + 0.32))
        made.append(
            box(
                stone,
                (float(p[0]) - 0.34, float(p[1]), float(p[2]) - 0.42),
                (float(p[0]) + 0.34, float(p[1]) + SPRING + 0.35, float(p[2]) + 0.42),
                yaw=yaw,
            )
        )
        made.append(
            box(
                stone,
                (float(p[0]) - 0.44, float(p[1]) + SPRING + 0.05, float(p[2]) - 0.52),
                (float(p[0]) + 0.44, float(p[1]) + SPRING + 0.30, float(p[2]) + 0.52),
                yaw=yaw,
            )
        )
    angle = np.linspace(0.0, math.pi * (1.0 - broken), 15)
    centre = np.array([x, y + SPRING + 0.3, z], F)

    def ring(r: float) -> Array:
        return np.asarray(centre + np.outer(np.cos(angle) * r, along) + np.outer(np.sin(angle) * r, [0, 1, 0]), F)

    inner, outer = ring(HALF), ring(HALF + 0.62)
    section = np.stack([inner - deep, outer - deep, outer + deep, inner + deep, inner - deep])
    made.append(grid(stone, section.astype(F)))
    return made


def _kelp(feet: Array, tall: Array, seed: int) -> list[Solid]:
    """Kelp: a stalk that leans with the current, with long leaves on both sides."""
    stalks, leaf_feet, leaf_long, leaf_yaw, leaf_lean = [], [], [], [], []
    for k, (foot, h) in enumerate(zip(feet, tall, strict=True)):
        up = np.linspace(0, 1, 11)
        phase = 6.28 * float(mat.chance(k, seed))
        line = np.stack(
            [
                foot[0] + 0.09 * h * up**1.6 + 0.16 * np.sin(2.6 * up + phase),
                foot[1] + h * up,
                foot[2] + 0.14 * np.sin(2.1 * up + phase + 1),
            ],
            -1,
        )
        stalks.append(
            tube(mat.plain((0.075, 0.075, 0.028), 0.3, thin=0.4), line, np.linspace(0.028, 0.010, 11), sides=6)
        )
        count = int(h * 5.5)
        for j in range(count):
            q = 0.08 + 0.90 * (j + 0.5) / count
            at = [float(np.interp(q, up, line[:, i])) for i in range(3)]
            leaf_feet.append(at)
            leaf_long.append((0.62 + 0.30 * float(mat.chance(j, seed + k))) * (1.1 - 0.5 * q))
            leaf_yaw.append(
                (0.0 if j % 2 else math.pi) + 1.2 * (float(mat.chance(j, seed + k + 50)) - 0.5) + math.pi / 2
            )
            leaf_lean.append(0.75 + 0.5 * float(mat.chance(j, seed + k + 90)))

    def blade(local: Array) -> Mask:
        x, y = local[:, 0], local[:, 1]
        wave = 0.06 * np.sin(y * 14 + local[:, 2])
        return np.asarray(np.abs(x + wave) < 0.42 * np.clip(np.sin(np.pi * np.clip(y, 0, 1) ** 0.6), 0, 1) ** 0.8)

    long = np.asarray(leaf_long, F)
    colour = _dappled(mat.plain((0.170, 0.175, 0.060), 0.22, vary=0.5, scale=5, thin=0.65), 0.5)
    leaves = cards(
        colour,
        np.asarray(leaf_feet, F),
        long * 0.22,
        long,
        np.asarray(leaf_yaw, F),
        lean=np.asarray(leaf_lean, F),
        cut=blade,
    )
    return [joined(stalks), leaves]


def _background(s: Surface) -> Finish:
    """Open water far off: light above, dark below."""
    up = np.clip((s.p[:, 1] + 4) / 34, 0, 1)
    beam = np.exp(-(((s.p[:, 0] + 9) / 22) ** 2))
    k = 0.010 + 0.30 * up**2.2 * (0.35 + 0.65 * beam) + 0.03 * beam * np.exp(-((up - 0.2) ** 2) / 0.03)
    k = k * (0.85 + 0.3 * quick_fbm(s.p[:, 0] * 0.05, s.p[:, 1] * 0.05, 3, 3))
    return Finish(np.zeros((len(s.p), 3), F), emission={"water": np.repeat(k[:, None], 3, 1).astype(F)})


def _surface(s: Surface) -> Finish:
    """The waves from below."""
    web = _web(s.p[:, 0] * 0.55, s.p[:, 2] * 0.35)
    near = np.exp(-((s.p[:, 0] + 3) ** 2 + (s.p[:, 2] - 13) ** 2) / 260)
    light = (0.05 + 0.55 * near * (0.30 + 0.70 * web))[:, None]
    return Finish(np.zeros((len(s.p), 3), F), emission={"water": np.repeat(light, 3, 1).astype(F)})


def _between_waves(local: Array) -> Mask:
    """Where the waves bend the light away: what is left falls in shafts."""
    x, z = local[:, 0], local[:, 1]
    return np.asarray(quick_fbm(x * 0.42, z * 0.42, 15, 3) < 0.60)


def solids(seed: int) -> Scenery:
    """The sea floor for a seed: other kelp, stones and corals."""
    parts: list[Solid] = [terrain(_dappled(_sand), ground, (-46, 46), (-1.5, 56), columns=90, rows=90, finer=1.9)]
    parts.append(panel(_background, (-120, -8, 62), (240, 0, 0), (0, 44, 0), casts=False))
    parts.append(panel(_surface, (-60, 11.5, -4), (120, 0, 0), (0, 0, 68), casts=False))
    parts.append(panel(mat.plain((0.0, 0.0, 0.0)), (-40, 11.6, -24), (80, 0, 0), (0, 0, 76), cut=_between_waves))
    for k in range(ARCHES):
        x, z = FIRST[0] + STEP[0] * k, FIRST[1] + STEP[1] * k
        parts += _arch(x, z, 1.10, (0.0, 0.0, 0.0, 0.45, 0.0, 0.3)[k])
    u = uniform(seed, 8, 3 * 40).reshape(40, 3)
    groups = ((-3.3, 5.6, 6), (-6.2, 10.0, 8), (2.4, 15.5, 4), (-10.0, 17.0, 8), (9.5, 18.0, 6), (-5.2, 22.0, 7))
    feet, tall = [], []
    number = 0
    for x, z, count in groups:
        for _ in range(count):
            a, r = 6.28 * float(u[number, 0]), 1.3 * float(u[number, 1]) ** 0.6
            px, pz = x + r * math.cos(a), z + r * math.sin(a)
            feet.append((px, height(px, pz) - 0.05, pz))
            tall.append(4.2 + 5.0 * float(u[number, 2]))
            number += 1
    parts += _kelp(np.asarray(feet, F), np.asarray(tall, F), seed)
    weed = land.scattered(seed + 4, 150, (-9, 9), (3.0, 22))
    parts.append(
        land.tufts(
            land.on_ground(weed, ground, 0.04), height=0.62, width=0.5, colour=(0.075, 0.085, 0.036), seed=seed, count=7
        )
    )
    stones = (
        (-2.0, 5.6, 0.42),
        (-2.7, 6.1, 0.62),
        (2.2, 7.6, 0.50),
        (2.9, 8.1, 0.32),
        (-5.2, 9.0, 0.8),
        (1.0, 15.0, 0.7),
    )
    parts += [
        land.rock((x, height(x, z), z), r, seed=k + seed % 5, moss=0.6, colour=(0.115, 0.120, 0.105))
        for k, (x, z, r) in enumerate(stones)
    ]
    coral = mat.plain((0.28, 0.10, 0.075), 0.1, vary=0.4, scale=8)
    arms = []
    for k in range(16):
        a, lean = 6.28 * float(mat.chance(k, seed + 3)), 0.2 + 0.4 * float(mat.chance(k, seed + 4))
        root = np.array([2.55, height(2.55, 7.7) + 0.2, 7.7])
        tip = root + np.array([lean * math.cos(a), 0.45 + 0.3 * float(mat.chance(k, seed + 5)), lean * math.sin(a)])
        arms.append(
            tube(coral, np.stack([root, (root + tip) / 2 + [0.03, 0.05, 0], tip]), [0.035, 0.026, 0.012], sides=6)
        )
    parts.append(joined(arms))
    bells = mat.glow("glint", (0.30, 0.75, 0.60))
    parts.append(
        joined(
            [
                ball(
                    bells,
                    (ANEMONE[0] + 0.16 * math.cos(k), ANEMONE[1] + 0.05 * (k % 3), ANEMONE[2] + 0.16 * math.sin(k)),
                    0.022,
                    rings=4,
                    sides=6,
                    casts=False,
                )
                for k in range(9)
            ]
        )
    )
    sources = (
        Sun("sun", SUN, 1.9, soft=0.05, dust=0.008, dust_reach=26.0),
        Sky("water", 0.62, below=0.45),
        Lamp("glint", ANEMONE, 0.22, 0.2, shadow=0.0, bounce=0.0),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("sun", "water", "glint"),
        mist=0.055,
        mist_group="water",
        mist_glow=0.060,
        sky_open=False,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Sun in green water by day, the moon in blue by night; never the sky itself."""
    tints = {
        "day": ((0.80, 0.90, 0.50), (0.10, 0.42, 0.36)),
        "dusk": ((1.0, 0.70, 0.42), (0.10, 0.26, 0.36)),
        "dawn": ((0.90, 0.84, 0.62), (0.11, 0.34, 0.38)),
        "night": ((0.42, 0.72, 0.74), (0.050, 0.20, 0.27)),
    }  # fmt: skip
    same = {"morning": "day", "sunrise": "dawn", "none": "night", "twilight": "night"}
    sun, water = tints[same.get(atmosphere.hour, atmosphere.hour)]
    share = (
        hour_light(Atmosphere("night", atmosphere.weather, atmosphere.moon)).window[2]
        / hour_light(Atmosphere()).window[2]
    )
    outside = hour_light(replace(atmosphere, weather="clear"))
    palette = night_palette(outside, key=sun, rim=(water[0] * 0.2, water[1] * 0.2, water[2] * 0.2))
    deep = life.scaled(water, 0.03)
    palette = replace(palette, zenith=life.scaled(water, 0.06), horizon=deep, glow=deep, ground=deep)
    stage = replace(outside.stage, ground="void", stars=0.0, clouds=0.0, nebula=0.0, ridges=0.0)
    return PlaceLight({"sun": life.scaled(sun, 0.8 * share), "water": water, "glint": (0.8, 0.8, 0.8)}, palette, stage)


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Bubbles from the sand, motes that drift in the shafts."""
    f, t = moment.framing, moment.t
    pale = life.scaled(moment.light.tints["water"], 1.3)
    strings = [
        life.bubbles(f, t, moment.seed + k, foot, pale, count=14)
        for k, foot in enumerate(((-2.3, 0.3, 5.8), (2.6, 0.5, 7.8), (0.4, 0.2, 11.0)))
    ]
    motes = life.dust(
        f,
        0.7 * t,
        moment.seed,
        ((-6, 0.3, 2), (6, 6, 16)),
        (-2.0, 5.0, 9.0),
        life.scaled(moment.light.tints["sun"], 0.30),
        count=260,
        reach=6.0,
        size=0.012,
    )
    return (*strings, motes)


def _foot(x: float, z: float, lift: float = 0.0) -> tuple[float, float, float]:
    return x, height(x, z) + lift, z


PLACE = Place(
    name="undersea",
    framings=(
        Framing(
            "wide",
            (-0.3, 2.0, -1.4),
            0.02,
            1.25,
            -0.10,
            Move(push=0.05),
            calm=(CalmSpot(-1.2, 0.5), CalmSpot(1.2, 0.5)),
        ),
        Framing(
            "low",
            (-0.6, 0.75, 2.2),
            0.14,
            1.20,
            -0.40,
            Move(rise=0.04),
            calm=(CalmSpot(1.3, 0.32), CalmSpot(-0.25, 0.45)),
        ),
        Framing(
            "arch",
            (0.2, 2.1, 4.2),
            0.42,
            1.45,
            -0.02,
            Move(drift=-0.05),
            calm=(CalmSpot(1.2, 0.4), CalmSpot(-0.55, 0.42)),
        ),
        Framing(
            "near",
            (0.7, 1.25, 3.64),
            0.24,
            1.70,
            -0.14,
            Move(push=0.03),
            calm=(
                CalmSpot(1.2, 0.5),
                CalmSpot(0.4, 0.6),
            ),
        ),
    ),
    anchors=(
        Anchor("water_near", (-0.4, 2.1, 6.4), "sea", 1.3, "companion", ("wide", "low")),
        Anchor(
            "water_middle",
            (-0.2, 3.1, 10.5),
            "sea",
            3.0,
            "hero",
            ("wide", "low", "arch"),
            verbs=("swim", "float", "drift", "dive", "sink"),
        ),
        Anchor("water_high", (-4.0, 4.2, 26.0), "sea", 14.0, "hero", ("wide", "low"), smallest=1.5),
        Anchor("under_arch", (5.4, 1.7, 10.2), "sea", 1.6, "companion", ("wide", "arch")),
        Anchor("sand_left", _foot(-1.0, 6.6), "floor", 1.6, "companion", ("wide", "low")),
        Anchor(
            "sand_middle",
            _foot(0.9, 7.6),
            "floor",
            1.9,
            "hero",
            ("wide", "arch", "near"),
            verbs=("stand", "walk", "sit", "kneel", "sleep"),
        ),
        Anchor("sand_far", _foot(0.2, 18.0), "floor", 8.0, "companion", ("wide", "low"), smallest=1.2, holds=("ship",)),
        Anchor("stone", _foot(2.2, 7.6, 0.42), "top", 0.6, "companion", ("wide", "arch")),
        Anchor("shell_spot", _foot(-0.9, 5.2), "floor", 0.5, "companion", ("low",)),
        Anchor("far_water", (-14.0, 4.0, 44.0), "view", 22.0, "backdrop", ("wide", "low"), smallest=4.0),
    ),
    solids=solids,
    light=light,
    life=small_life,
)
