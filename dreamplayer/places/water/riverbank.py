"""A slow river by night, under willows: reeds, a wooden footbridge with a lantern, a mill with lit windows beyond.

The eye stands on the left bank (z 0) and looks upstream; the water lies at height 0, the bank rises to .9. The bridge
crosses at z 15, the mill stands on the right where the river bends away to the left. Groups of light: "lantern" (it and
the mill's windows), "moon", "sky", and "far" (mist and the distance).
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
from dreamplayer.drawing.solids.furniture import placed
from dreamplayer.drawing.solids.shapes import ball, box, cards, grid, joined, lathe, rod, terrain, tube
from dreamplayer.drawing.solids.solid import Array, F, Finish, Lamp, Mask, Scenery, Sky, Solid, Source, Sun, Surface
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import quick_fbm, quick_noise
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, CalmSpot, Framing, Move
from dreamplayer.model.stage import Vec3

MOON = (0.16, 0.30, 0.93)
BANK = 0.9
BRIDGE = 15.0
"""Distance of the footbridge."""
_RISE = 1.75
"""Height of the bridge's deck in its middle."""
_REACH = 4.7
"""Half of its span."""
MILL: Vec3 = (10.4, 0.75, 30.0)


def middle(z: Array | float) -> Array:
    """Where the middle of the river lies, metres across, at distances z."""
    z = np.asarray(z)
    turn = np.clip((z - 27) / 30, 0, 1)
    return np.asarray(
        1.3 + 5.2 * np.exp(-(((z - 26) / 11) ** 2)) - 11 * turn**2 * (3 - 2 * turn) + 0.6 * np.sin(z * 0.3), F
    )


def ashore(x: Array, z: Array) -> Array:
    """Metres from the water's edge; negative in the river."""
    half = 3.1 + 0.35 * np.sin(z * 0.5 + 1) + 0.25 * np.sin(z * 1.3)
    return np.asarray(np.abs(x - middle(z)) - half, F)


def ground(x: Array, z: Array) -> Array:
    """Height of the banks; below 0 in the river."""
    d = ashore(x, z)
    k = np.clip(d / 2.6, 0, 1)
    rise = BANK * k * k * (3 - 2 * k) + 0.05 * np.clip(d * 4, -4, 1)
    return np.asarray(rise + np.clip(d, 0, 1) * 0.28 * (quick_fbm(x * 0.35, z * 0.35, 5, 3) - 0.5), F)


def height(x: float, z: float) -> float:
    """Height of the ground at one spot, in metres."""
    return land.height_at(ground, x, z)


def _dry(local: Array) -> Mask:
    return np.asarray(ground(local[:, 0], local[:, 2]) > -0.03)


def _trodden(p: Array) -> Array:
    """A footpath along the left bank."""
    along = middle(p[:, 2]) - 3.1 - 2.7 + 0.35 * np.sin(p[:, 2] * 0.35)
    wander = 0.3 * (quick_fbm(p[:, 0] * 1.5, p[:, 2] * 1.5, 3, 3) - 0.5)
    return np.asarray(mat.step(0.62, 0.28, np.abs(p[:, 0] - along + wander)) * (p[:, 2] < 40), F)


def _bank(s: Surface) -> Finish:
    grass = mat.turf((0.042, 0.052, 0.028), 3, path=_trodden, bare=(0.088, 0.074, 0.056))(s)
    mud = mat.earth((0.050, 0.042, 0.034), 4, wet=0.5)(s)
    wet = mat.step(0.14, 0.03, s.p[:, 1])
    return Finish(
        mat.mixed(grass.albedo, mud.albedo, wet), 0.05 + 0.35 * wet, 0.0, grass.occlusion, normal=grass.normal
    )


def _strands(local: Array) -> Mask:
    """The outline of a willow's hanging twigs: thin lines of narrow leaves that end at different heights."""
    x, y, number = local[:, 0], local[:, 1], np.floor(local[:, 2] + F(0.5))
    there = np.zeros(len(x), bool)
    for k in range(6):
        own = number * 13 + k
        at = (mat.chance(own, 21) - 0.5) * 0.86 + 0.05 * np.sin(y * 5 + 6 * mat.chance(own, 22))
        low = 0.45 * mat.chance(own, 23)
        leaf = np.abs(np.mod(y * 30 + mat.chance(own, 24), 1.0) - 0.5)
        there |= (np.abs(x - at) < 0.011 + 0.026 * np.clip(0.42 - leaf, 0, 1) * 2) & (y > low)
    return there


def _willow(foot: Vec3, tall: float, wide: float, seed: int, *, lean: float = 0.0, strands: int = 210) -> list[Solid]:
    """A weeping willow: a leaning trunk, arched limbs, curtains of twigs that hang almost to the ground."""
    x, y, z = foot
    u = uniform(seed, 71, 6 * strands).reshape(strands, 6)
    stuff = mat.bark((0.062, 0.050, 0.040), seed, 0.4)
    line = [(x + lean * q**1.6, y - 0.1 + q * tall * 0.62, z + 0.1 * math.sin(5 * q)) for q in np.linspace(0, 1, 6)]
    girth = tall / 17
    wooden = [tube(stuff, line, girth * np.array([1.8, 1.15, 0.95, 0.85, 0.75, 0.5]), sides=11)]
    top = np.array(line[-2])
    for k in range(9):
        a = math.tau * (k * 0.381966 + 0.06 * float(u[k, 0]))
        out = wide * (0.55 + 0.4 * float(u[k, 1]))
        spots = [
            top
            + np.array(
                [
                    math.cos(a) * out * q,
                    (0.36 - 0.02 * k) * tall * math.sin(2.2 * q) * (0.6 + 0.3 * float(u[k, 2])),
                    math.sin(a) * out * q,
                ]
            )
            for q in np.linspace(0, 1, 5)
        ]  # fmt: skip
        wooden.append(tube(stuff, np.array(spots), girth * np.array([0.55, 0.4, 0.26, 0.14, 0.05]), sides=6))
    around = math.tau * u[:, 0]
    r = np.sqrt(0.06 + 0.94 * u[:, 1])
    upper = y + tall * (0.60 + 0.38 * np.sqrt(np.clip(1.02 - r**2, 0, 1))) - 0.06 * tall * u[:, 2]
    long = np.minimum((0.30 + 0.36 * u[:, 3] ** 0.8) * tall * (0.75 + 0.35 * r), upper - y - 0.3)
    clump = 1 + 0.16 * np.sin(7 * around + seed)
    feet = np.stack(
        [
            float(top[0]) + wide * r * clump * np.cos(around),
            upper - long,
            float(top[2]) + wide * r * clump * np.sin(around),
        ],
        -1,
    )
    leafy = mat.leaves((0.066, 0.078, 0.034), seed, 13.0, thin=0.5)

    def hanging(s: Surface) -> Finish:
        finish = leafy(s)
        lift = (0.55 + 0.6 * np.clip(s.local[:, 1], 0, 1))[:, None]
        return replace(finish, albedo=finish.albedo * lift)

    sheet = cards(hanging, feet, 0.26 * wide * (0.7 + 0.5 * u[:, 4]), long, math.tau * u[:, 5], cut=_strands, bend=0.4)
    crowns = land.crown(
        (float(top[0]), y + tall * 0.80, float(top[2])), (wide * 0.72, tall * 0.17, wide * 0.72),
        colour=(0.050, 0.062, 0.027), seed=seed, sprays=90, airy=0.48,
    )  # fmt: skip
    return [joined(wooden), sheet, *crowns]


def _deck(x: float) -> float:
    """Height of the bridge's deck at x."""
    q = (x - float(middle(BRIDGE))) / _REACH
    return 0.92 + (_RISE - 0.92) * (1 - q * q)


def _bridge() -> list[Solid]:
    c = float(middle(BRIDGE))
    board = mat.wood((0.125, 0.095, 0.070), 2, 0.2, plank=0.17, across=0, seed=5, worn=0.7)
    timber = mat.wood((0.095, 0.070, 0.052), 1, 0.15, across=0)
    xs = np.linspace(c - _REACH, c + _REACH, 25)
    ys = np.array([_deck(float(x)) for x in xs])
    top = np.array([[(x, y, BRIDGE + s) for x, y in zip(xs, ys, strict=True)] for s in (-0.72, 0.72)], F)
    under = top - np.array([0, 0.07, 0], F)
    parts = [grid(board, top, local=top), grid(timber, under)]
    bars: list[Solid] = []
    for s in (-0.70, 0.70):
        bars.append(tube(timber, [(x, y - 0.13, BRIDGE + s) for x, y in zip(xs, ys, strict=True)], 0.10, sides=6))
        bars.append(tube(timber, [(x, y + 0.98, BRIDGE + s) for x, y in zip(xs, ys, strict=True)], 0.045, sides=6))
        bars.append(tube(timber, [(x, y + 0.52, BRIDGE + s) for x, y in zip(xs, ys, strict=True)], 0.030, sides=6))
        for k in range(0, 25, 4):
            x, y = float(xs[k]), float(ys[k])
            bars.append(rod(timber, (x, y - 0.2, BRIDGE + s), (x, y + 1.08, BRIDGE + s), 0.055, sides=7))
            if k < 24:
                nx, ny = float(xs[k + 4]), float(ys[k + 4])
                bars.append(rod(timber, (x, y + 0.06, BRIDGE + s), (nx, ny + 0.94, BRIDGE + s), 0.022, sides=5))
    for x in (c - 1.75, c + 1.75):
        for s in (-0.62, 0.62):
            bars.append(
                rod(timber, (x * 1.0, -0.8, BRIDGE + 1.25 * s), (x, _deck(x) - 0.1, BRIDGE + s), 0.095, sides=8)
            )
        bars.append(rod(timber, (x, 0.35, BRIDGE - 0.8), (x, 1.25, BRIDGE + 0.7), 0.04, sides=5))
    return [*parts, joined(bars)]


def lantern_at() -> Vec3:
    """Where the bridge's lantern hangs: on a bracket of its second post, over the near rail."""
    x = float(middle(BRIDGE)) - _REACH + 2 * _REACH * 4 / 24
    return x, _deck(x) + 1.62, BRIDGE - 0.70


def _lantern() -> list[Solid]:
    x, y, z = lantern_at()
    frame = mat.iron((0.03, 0.028, 0.026), 0.4)
    timber = mat.wood((0.095, 0.070, 0.052), 1, 0.15, across=0)
    glass = mat.glow("lantern", (1.30, 1.08, 0.85))
    return [
        rod(timber, (x, y - 0.6, z), (x, y + 0.34, z), 0.045, sides=7),
        tube(frame, [(x, y + 0.28, z), (x + 0.16, y + 0.32, z), (x + 0.22, y + 0.22, z)], 0.013, sides=5),
        lathe(
            glass,
            (x + 0.22, y - 0.08, z),
            [(0.055, 0), (0.075, 0.04), (0.075, 0.18), (0.05, 0.22)],
            sides=10,
            casts=False,
        ),
        lathe(frame, (x + 0.22, y - 0.11, z), [(0.0, 0.0), (0.09, 0.0), (0.08, 0.03)], sides=10, casts=False),
        lathe(
            frame, (x + 0.22, y + 0.14, z), [(0.09, 0), (0.06, 0.05), (0.015, 0.09), (0.0, 0.10)], sides=10, casts=False
        ),
    ]


def _mill(seed: int) -> list[Solid]:
    """A mill of stone with a wheel at its side."""
    stone = mat.masonry((0.17, 0.158, 0.140), 0.30, 0.52, 4, moss=0.3)
    parts = land.cottage(
        MILL,
        0.10,
        group="lantern",
        width=8.6,
        depth=6.2,
        eaves=4.0,
        pitch=3.0,
        wall=stone,
        seed=seed * 7 + 2,
        share=0.85,
    )
    timber = mat.wood((0.070, 0.052, 0.040), 0, 0.15)
    wheel: list[Solid] = []
    for s in (-0.45, 0.45):
        ring = np.linspace(0, math.tau, 25)
        for r in (2.0, 1.62):
            wheel.append(tube(timber, [(s, r * math.sin(b), r * math.cos(b)) for b in ring], 0.07, sides=5))
        wheel += [rod(timber, (s, 0, 0), (s, 1.95 * math.sin(b), 1.95 * math.cos(b)), 0.06, sides=5) for b in ring[::3]]
    paddle = box(timber, (-0.5, 1.58, -0.03), (0.5, 2.10, 0.03))
    for b in np.linspace(0, math.tau, 17)[:-1]:
        cb, sb = F(math.cos(b)), F(math.sin(b))
        spin = np.array([[1, 0, 0], [0, cb, -sb], [0, sb, cb]], F)
        wheel.append(paddle.replace(vertices=paddle.vertices @ spin.T, normals=paddle.normals @ spin.T))
    wheel.append(rod(timber, (-0.9, 0, 0), (1.2, 0, 0), 0.12, sides=8))
    return parts + placed([joined(wheel)], (MILL[0] - 5.1, 1.35, MILL[2] - 0.4), 0.10)


LOG: Vec3 = (-4.1, 0.0, 4.6)


def solids(seed: int) -> Scenery:
    """The river for a seed: other reeds and trees, other windows of the mill are lit."""
    left = terrain(_bank, ground, (-16, 16), (-4, 48), columns=104, rows=80, finer=1.5).replace(cut=_dry)
    parts: list[Solid] = [left]
    parts.append(
        terrain(_bank, ground, (-30, 30), (48, 175), columns=60, rows=36, finer=1.3, casts=False).replace(cut=_dry)
    )
    for span in ((-200, -16), (16, 200)):
        parts.append(
            terrain(_bank, lambda x, z: ground(x, z) - 0.02, span, (-4, 175), columns=20, rows=24, casts=False)
        )
    parts += _bridge() + _lantern() + _mill(seed)
    parts += _willow((-6.6, height(-6.6, 9.5), 9.5), 8.2, 3.9, seed % 4 + 3, lean=1.3, strands=260)
    parts += _willow((7.6, height(7.6, 5.0), 5.0), 7.6, 3.4, seed % 4 + 9, lean=-0.9, strands=240)
    parts += _willow((-4.0, height(-4.0, 33.0), 33.0), 8.5, 3.8, seed % 4 + 15, lean=0.9, strands=150)
    for k, (x, z, tall) in enumerate(((15.5, 20.0, 9.5), (19.5, 40.0, 13.0), (-15.0, 52.0, 12.0), (4.0, 64.0, 10.0))):
        parts += land.tree((x, height(x, z) - 0.1, z), tall, seed=seed % 5 + k, masses=4, sprays=60)

    def rooted(x: Array, z: Array) -> Mask:
        d = ashore(x, z)
        thick = quick_noise(x * 0.4, z * 0.55, 7) > 0.42
        return np.asarray((d > -0.55) & (d < 0.15) & thick & (np.abs(z - BRIDGE) > 1.3))

    def grassy(x: Array, z: Array) -> Mask:
        p = np.stack([x, 0 * x, z], -1)
        return np.asarray((ashore(x, z) > 0.2) & (_trodden(p) < 0.3))

    rushes = land.scattered(seed + 1, 3600, (-4.5, 12), (5.2, 34), keep=rooted)
    rushes[:, 1] = np.maximum(ground(rushes[:, 0], rushes[:, 2]), 0.0) - 0.25
    grass = land.scattered(seed, 2600, (-9, 9), (-1.5, 17), keep=grassy)
    grass[:, 1] = ground(grass[:, 0], grass[:, 2]) - 0.03
    parts += [
        land.reeds(rushes, height=1.55, seed=seed),
        land.tufts(grass, height=0.30, width=0.36, colour=(0.050, 0.062, 0.034), seed=seed),
    ]
    lx, _, lz = LOG
    wood = mat.bark((0.075, 0.060, 0.048), 3, 0.4)
    y = height(lx, lz)
    parts += [
        rod(wood, (lx - 0.85, y + 0.20, lz - 0.12), (lx + 0.85, y + 0.22, lz + 0.12), 0.23, sides=12),
        ball(
            mat.plain((0.17, 0.12, 0.08), vary=0.2), (lx + 0.85, y + 0.22, lz + 0.12), (0.02, 0.21, 0.21), rings=6,
            sides=12,
        ),
        land.rock((-1.75, 0.0, 6.2), (0.46, 0.30, 0.40), seed=1, moss=0.5),
        land.rock((-1.25, -0.05, 7.1), 0.26, seed=3, moss=0.4),
        land.rock((4.6, -0.05, 9.4), (0.6, 0.4, 0.5), seed=5, moss=0.4),
        land.ridge(
            180, land.treeline(10.0, seed % 9, width=7.0), colour=(0.0062, 0.0078, 0.0112), group="far", x=(-300, 300),
            foot=0.0, haze=0.9,
        ),
        land.ridge(
            620, land.hills(85, 330, seed % 5 + 6, 0.28), colour=(0.0100, 0.0120, 0.0180), group="far", x=(-1100, 1100),
            foot=0.0, haze=0.9,
        ),
    ]  # fmt: skip
    lx, ly, lz = lantern_at()
    sources: tuple[Source, ...] = (
        Lamp("lantern", (lx + 0.22, ly + 0.02, lz), 4.6, 0.10, bounce=0.0, skin=0.16, dust=0.004, dust_reach=24.0),
        Lamp(
            "lantern",
            (MILL[0] - 1.2, 2.0, MILL[2] - 4.6),
            3.2,
            0.2,
            shadow=0.0,
            bounce=0.0,
            dust=0.006,
            dust_reach=44.0,
        ),
        Sun("moon", MOON, 2.9, soft=0.03),
        Sky("sky", 1.25),
    )
    return Scenery(
        tuple(parts),
        sources,
        ("lantern", "moon", "sky", "far"),
        mist=0.010,
        mist_group="far",
        mist_glow=0.040,
        mist_height=2.6,
    )


def light(atmosphere: Atmosphere) -> PlaceLight:
    """Lantern and windows burn in the dark hours; the distance takes the colour of the sky."""
    outside = hour_light(atmosphere)
    dark = atmosphere.hour in ("night", "none", "twilight", "dusk")
    lamp = life.scaled((1.0, 0.54, 0.21), (1.0 if dark else 0.3) * (1.0 + 0.15 * atmosphere.warmth))
    warm = outside.horizon
    far = (0.5 + warm[0] * 30, 0.5 + warm[1] * 30, 0.5 + warm[2] * 20)
    clear = outside.stage.stars > 0.0
    stage = replace(
        outside.stage,
        ground="water",
        nebula=0.45 if clear and atmosphere.hour in ("night", "none") else 0.0,
        ridges=0.0,
    )
    palette = night_palette(outside, key=(1.0, 0.54, 0.21), rim=(0.050, 0.058, 0.082))
    return PlaceLight({"lantern": lamp, "moon": outside.window, "sky": outside.sky, "far": far}, palette, stage)


def flicker(group: str, t: float) -> float:
    """The lantern's flame is almost steady."""
    return life.fire_flicker(t, 3, 0.04) if group == "lantern" else 1.0


def small_life(moment: PlaceMoment) -> tuple[Form, ...]:
    """Fireflies along the reeds, smoke over the mill, the moon on the water."""
    f, t = moment.framing, moment.t
    shining = hour_light(moment.atmosphere).moon
    moon = life.moon(f, MOON, shining)
    if moon:
        glint = life.scaled((0.50, 0.50, 0.47), shining)
        moon += (life.glitter(f, MOON, t, moment.seed, glint, near=8.0, far=40.0, count=300),)
    pale = life.scaled(moment.light.tints["far"], 0.4)
    return (
        life.fireflies(f, t, moment.seed, ((-5.0, 0.5, 11.5), (6.0, 2.4, 21.0)), count=34),
        life.steam(f, t, moment.seed, (MILL[0] + 2.7, 8.4, MILL[2]), pale, height=4.5, width=0.8, lean=0.4, count=40),
        *moon,
    )


def _on_bank(x: float, z: float) -> Vec3:
    return x, height(x, z), z


_MIDDLE = float(middle(BRIDGE))

PLACE = Place(
    name="riverbank",
    framings=(
        Framing(
            "bank",
            (-1.9, 2.50, -1.6),
            0.11,
            1.46,
            -0.12,
            Move(push=0.04),
            calm=(CalmSpot(-0.6, 0.48), CalmSpot(0.04, 0.7, 0.26), CalmSpot(1.2, 0.5)),
        ),
        Framing(
            "bridge",
            (-5.2, 2.25, 8.6),
            0.72,
            1.35,
            -0.16,
            Move(drift=0.04),
            calm=(CalmSpot(0.0, 0.72, 0.25), CalmSpot(-0.95, 0.58), CalmSpot(1.2, 0.6)),
        ),
        Framing(
            "water",
            (-0.9, 0.55, 4.0),
            0.16,
            1.40,
            -0.36,
            Move(rise=0.03),
            calm=(CalmSpot(1.1, 0.55), CalmSpot(-0.95, 0.6)),
        ),
    ),
    anchors=(
        Anchor(
            "bank_near",
            _on_bank(-2.1, 5.0),
            "floor",
            2.1,
            "hero",
            ("bank",),
            verbs=("stand", "look", "kneel", "wait", "fish", "listen", "sleep", "lie"),
        ),
        Anchor(
            "log",
            (LOG[0] + 0.1, height(LOG[0], LOG[2]) + 0.43, LOG[2]),
            "seat",
            1.9,
            "hero",
            ("bank",),
            facing=-0.5,
            verbs=("sit", "rest", "read", "fish", "talk", "dream"),
        ),
        Anchor(
            "path",
            _on_bank(-3.15, 9.2),
            "floor",
            2.1,
            "hero",
            ("bank",),
            verbs=("walk", "go", "come", "run", "wander"),
        ),
        Anchor(
            "path_bridge",
            _on_bank(-2.65, 13.0),
            "floor",
            2.1,
            "hero",
            ("bridge",),
            facing=-0.6,
            verbs=("walk", "go", "come", "stand", "run"),
        ),
        Anchor("grass", _on_bank(-4.0, 13.0), "floor", 1.2, "companion", ("bridge",), verbs=("lie", "sleep")),
        Anchor("grass_near", _on_bank(-3.0, 6.6), "floor", 1.2, "companion", ("bank",)),
        Anchor(
            "bridge",
            (_MIDDLE - 0.3, _deck(_MIDDLE - 0.3), BRIDGE),
            "floor",
            2.1,
            "hero",
            ("bank", "bridge", "water"),
            verbs=("stand", "look", "cross", "walk", "lean", "wait", "meet"),
        ),
        Anchor(
            "rail",
            (_MIDDLE + 1.55, _deck(_MIDDLE + 1.55) + 1.08, BRIDGE - 0.70),
            "top",
            0.5,
            "companion",
            ("bank", "bridge", "water"),
            holds=("bird", "owl", "dove"),
        ),
        Anchor(
            "stone", (-1.75, 0.36, 6.2), "top", 0.6, "companion", ("bank", "water"), holds=("frog", "bird", "turtle")
        ),
        Anchor("water_near", (1.5, 0.0, 8.0), "sea", 1.8, "hero", ("bank", "water")),
        Anchor("water_middle", (2.7, 0.0, 11.2), "sea", 3.6, "companion", ("bank", "bridge", "water"), holds=("boat",)),
        Anchor("water_far", (5.2, 0.0, 20.5), "sea", 4.0, "companion", ("bank",), smallest=0.4),
        Anchor("door", _on_bank(MILL[0] - 2.6, 24.2), "floor", 1.9, "companion", ("bank",), smallest=0.4),
        Anchor("air_low", (1.6, 1.9, 8.5), "air", 1.0, "companion", ("bank", "water")),
        Anchor("air_high", (4.5, 8.5, 26.0), "air", 3.0, "companion", ("bank", "water"), smallest=0.4),
        Anchor("bough", (-3.1, 3.3, 11.8), "hang", 0.6, "companion", ("bridge",), holds=("lantern", "chimes", "swing")),
        Anchor("far_away", (-14.0, 2.0, 168.0), "view", 30.0, "backdrop", ("bank", "bridge"), smallest=6.0),
    ),
    solids=solids,
    light=light,
    life=small_life,
    flicker=flicker,
    ground_at=height,
)
