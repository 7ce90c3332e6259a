"""Land far and wide: mountains, cliffs, a valley, desert, an island, a volcano, a glacier, a beach."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.dune import DUNE
from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.growing import shown
from dreamplayer.drawing.massif import STONE
from dreamplayer.drawing.mist import low_mist
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.plainly import foam
from dreamplayer.drawing.primitives import Dots, Field, Form, Sprites, f32
from dreamplayer.drawing.treepaint import KINDS, TREE
from dreamplayer.drawing.waters import glints, pool
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


@element("ground", 8.0, family="earth", answers=("drift",), several=1)
def desert(moment: Moment) -> tuple[Form, ...]:
    """Dunes beyond dunes, one flank in low light and one in shadow, sand smoking off their crests."""
    show = shown(moment)
    n = 13
    k = np.arange(n)
    z = 9.0 * (70.0 / 9.0) ** (k / (n - 1))
    x = moment.stage.camera.x + (dice(moment.seed, 1, n) * 2 - 1) * 0.85 * moment.aspect * z / moment.stage.camera.focal
    high = moment.size(1.0) * (0.9 + 0.105 * z) * (0.7 + 0.6 * dice(moment.seed, 2, n))
    sand = np.asarray(moment.tint or (0.40, 0.235, 0.13), np.float32)
    where = np.stack([x, -0.12 * high - 0.3 * high * (1 - show), z], 1).astype(np.float32)
    side = 1.0 if moment.stage.glow_x <= 0.05 else -1.0
    glow = f32(moment.palette.glow) * 0.35 + sand * 0.05
    bands = [
        Sprites(
            DUNE,
            where[i : i + 4],
            high[i : i + 4].astype(np.float32),
            tint=sand * np.float32(0.62),
            glow=rgb(glow),
            opacity=show,
            rim=0.5,
            width=np.float32(side * 1.35),
            frame=f32((k[i : i + 4] + moment.seed) % 3),
        )
        for i in range(0, n, 4)
    ]
    m = 900
    pick = (dice(moment.seed, 3, m) * n).astype(np.int64)
    life = np.mod(dice(moment.seed, 4, m) + moment.t / (6 + 5 * dice(moment.seed, 5, m)), 1.0)
    top = f32([-0.5, 0.4, 0.0])[(pick + moment.seed) % 3] * side * 1.35
    wide = 0.75 + 0.5 * moment.event("drift")
    dx = high[pick] * (top + bell(moment.seed, 6, m) * 0.35 + wide * life)
    dy = high[pick] * (0.84 - 0.30 * np.abs(bell(moment.seed, 6, m) * 0.35) + 0.12 * life * dice(moment.seed, 7, m))
    bright = np.sin(np.pi * life) ** 1.5 * 0.28 * show * (1 + 0.5 * moment.event("drift"))
    veil = Dots(
        np.stack([where[pick, 0] + dx, dy, z[pick] - 0.1], 1).astype(np.float32),
        (0.012 + 0.0016 * z[pick]).astype(np.float32),
        ((sand + f32(moment.palette.glow))[None] * bright[:, None]).astype(np.float32),
        reflect=False,
    )
    return (*bands, veil, low_mist(moment, 45.0, 0.5 * show, 0.02))


@element("ground", 1.0, family="earth", answers=("fall", "swirl", "pour"), several=1)
def sand(moment: Moment) -> tuple[Form, ...]:
    """Low drifts of sand and threads of it running over the ground on the wind, grains catching light."""
    show = shown(moment)
    hue = np.asarray(moment.tint or (0.52, 0.31, 0.16), np.float32)
    n = 6
    z = f32([3.6, 5.0, 7.0, 10.0, 15.0, 22.0])
    x = moment.stage.camera.x + (dice(moment.seed, 1, n) * 2 - 1) * 0.8 * moment.aspect * z / moment.stage.camera.focal
    drifts = Sprites(
        DUNE,
        np.stack([x, np.full(n, -0.02), z], 1).astype(np.float32),
        (0.06 * z * moment.place.size).astype(np.float32),
        tint=hue * np.float32(0.45),
        glow=rgb(hue * np.float32(0.05)),
        width=np.float32(1.9),
        frame=(np.arange(n) % 3).astype(np.float32),
        opacity=show,
        rim=0.4,
    )
    m = 2600
    strand = np.floor(dice(moment.seed, 2, m) * 12)
    s = np.mod(dice(moment.seed, 3, m) + moment.t * 0.045 * (0.6 + 0.8 * dice(moment.seed, 4, m)), 1.0)
    zz = 2.6 * (20.0 / 2.6) ** np.mod(strand * 0.381966 + 0.1, 1.0) + 0.5 * np.sin(5 * s + strand)
    half = 1.15 * moment.aspect * zz / moment.stage.camera.focal
    xx = moment.stage.camera.x + half * (2 * s - 1)
    lift = 0.02 + 0.10 * np.abs(bell(moment.seed, 5, m)) * (1 + 3.0 * moment.event("swirl")) * (
        0.4 + 0.6 * np.sin(np.pi * s)
    )
    pour = float(smooth(max(moment.event("pour"), moment.event("fall")), 0, 1))
    yy = lift * (1 - pour)
    if pour > 0:
        p = moment.place
        fall = np.mod(dice(moment.seed, 6, m) + moment.t * 0.16, 1.0)
        xx = xx + (p.x + (0.02 + 0.25 * (1 - np.clip(fall * 1.15, 0, 1) < 0.05)) * bell(moment.seed, 7, m) - xx) * pour
        yy = yy + 2.4 * (1 - fall) * pour
        zz = zz + (p.z + 0.05 * bell(moment.seed, 8, m) - zz) * pour
    bright = np.sin(np.pi * s) ** 0.6 * (0.10 + 0.5 * dice(moment.seed, 9, m) ** 4) * show
    grains = Dots(
        np.stack([xx, yy, np.maximum(zz, 1.2)], 1).astype(np.float32),
        np.float32(0.014),
        ((hue + f32(moment.palette.glow))[None] * bright[:, None]).astype(np.float32),
        reflect=False,
    )
    return (drifts, grains)


@element("ground", 30.0, family="earth", answers=("rise", "hush", "shimmer"), several=1)
def beach(moment: Moment) -> tuple[Form, ...]:
    """Sand in the foreground, the sea's edge washing up and drawing back in a pale line, stones and shells in it."""
    show = shown(moment)
    shore = 5.2 - 1.6 * float(smooth(moment.event("rise"), 0, 1))
    waves = {"t": moment.t % 3600.0, "opacity": show, "swell": 0.9 * (1 - 0.6 * moment.event("hush")), "shore": shore}
    n = 22
    z = 2.3 + 2.4 * dice(moment.seed, 1, n)
    x = moment.stage.camera.x + (dice(moment.seed, 2, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    pebbles = Sprites(
        STONE,
        np.stack([x, np.full(n, -0.01), z], 1).astype(np.float32),
        (0.05 + 0.09 * dice(moment.seed, 3, n) ** 2).astype(np.float32),
        tint=(0.22, 0.19, 0.18),
        opacity=show,
        frame=np.floor(dice(moment.seed, 4, n) * 3).astype(np.float32),
        width=1.3,
        rim=0.5,
    )
    m = 240
    zz = 2.0 + 3.0 * dice(moment.seed, 5, m)
    xx = (
        moment.stage.camera.x + (dice(moment.seed, 6, m) * 2 - 1) * 1.1 * moment.aspect * zz / moment.stage.camera.focal
    )
    wet = np.clip(np.sin(0.5 * moment.t + 6.28 * dice(moment.seed, 7, m)), 0, 1) ** 3 * (
        0.3 + 0.5 * moment.event("shimmer")
    )
    specks = Dots(
        np.stack([xx, np.full(m, 0.012), zz], 1).astype(np.float32),
        np.float32(0.02),
        (f32([1.0, 0.7, 0.45])[None] * (0.5 * wet * show)[:, None]).astype(np.float32),
        reflect=False,
    )
    return (
        Field(
            "surf",
            waves,
            depth=239.0,
            patch=(-moment.aspect, -1.0, moment.aspect, moment.stage.camera.horizon),
            grain=2,
            standin=(foam(moment.t, shore + 1.0, 2.2 * moment.aspect, (0.24, 0.20, 0.19), show),),
        ),
        glints(moment, 420, near=shore + 1.0, far=110.0, strength=1.1, wide=0.36),
        pebbles,
        specks,
    )


@element("far", 13.0, family="earth", answers=("rise", "dim"), several=3)
def island(moment: Moment) -> tuple[Form, ...]:
    """A small island out on dark water: rocks, a stand of trees, one warm light, its reflection under it."""
    p, size = moment.place, moment.size(13.0)
    show = shown(moment)
    n = int(min(max(moment.count, 1), 5))
    forms: list[Form] = []
    if moment.stage.ground not in ("water", "glass", "cloud", "void"):
        forms.append(pool(moment, moment.stage.camera.x, 60.0, 400.0, 57.0, strength=show, swell=0.3))
    for k in range(n):
        share = 1.0 if k == 0 else 0.4 + 0.25 * float(dice(moment.seed, 1, n)[k])
        x = p.x + (0.0 if k == 0 else 1.9 * size * p.spread * (1 if k % 2 else -1) * (0.6 + 0.3 * k))
        z = p.z + 4.0 * k
        s = size * share
        low = -0.25 * s * (1 - show) + 0.10 * s * moment.event("rise")
        # A domed back of land, rocks along its shore, a stand of trees on its crown.
        rocks = np.array(
            [[0.0, 0.0, 0.10, 0.62], [-0.62, 0.0, 0.12, 0.36], [0.60, 0.0, 0.08, 0.42], [-1.10, 0.0, 0.2, 0.16],
             [1.08, 0.0, 0.2, 0.20]],
            np.float32,
        )  # fmt: skip
        stones = Sprites(
            STONE,
            (f32([x, low - 0.03 * s, z]) + rocks[:, :3] * np.float32(s)),
            (rocks[:, 3] * s).astype(np.float32),
            tint=(0.15, 0.135, 0.11),
            glow=(0.006, 0.005, 0.003),
            width=np.float32(2.0),
            frame=f32([1, 0, 1, 2, 0]),
            opacity=show,
            rim=0.9,
        )
        wood = np.array(
            [[-0.52, 0.22, 0.06, 0.62], [-0.24, 0.36, 0.04, 0.86], [0.10, 0.42, 0.02, 1.05], [0.40, 0.34, 0.05, 0.80],
             [0.66, 0.22, 0.05, 0.56], [-0.05, 0.34, -0.03, 0.70]],
            np.float32,
        )  # fmt: skip
        grove = Sprites(
            TREE,
            (f32([x, low, z - 0.05]) + wood[:, :3] * np.float32(s)),
            (wood[:, 3] * s).astype(np.float32),
            tint=(0.13, 0.14, 0.085),
            frame=f32([0, 1, 2, 1, 0, 2]) % KINDS,
            width=f32([1, -1, 1, -1, 1, -1]),
            opacity=show,
            rim=1.0,
        )
        # Lit air behind it and a bright line of shore: land is told from water by its edge.
        dusk = f32(moment.palette.glow)
        forms += [
            halo((x, 0.30 * s, z + 2.5), 3.6 * s, dusk * np.float32(0.55 * show), width=1.5, reflect=False),
            halo((x, 0.0, z - 0.35), 0.30 * s, dusk * np.float32(1.1 * show), width=9.0, reflect=False),
        ]
        forms += [*gathered(moment, stones, count=300), grove]
        if k == 0:
            burn = show * (1 - 0.85 * moment.event("dim")) * (0.9 + 0.1 * float(np.sin(0.6 * moment.t)))
            warm = f32([1.0, 0.46, 0.14])
            lamp = (x + 0.26 * s, low + 0.24 * s, z - 0.12 * s)
            forms += [
                halo(lamp, 0.55 * s, warm * np.float32(0.5 * burn)),
                Dots(f32([lamp]), np.float32(0.035 * s), warm * np.float32(1.4 * burn)),
                Light(lamp, rgb(warm * np.float32(0.7 * burn)), 0.5 * s, 0.3),
            ]
        forms.append(
            halo(
                (x, 0.02 * s, z - 0.2),
                2.4 * s,
                f32(moment.palette.glow) * np.float32(0.30 * show),
                width=1.6,
                reflect=False,
            )
        )
    return tuple(forms)
