"""Ground close by: soil, stones, a chasm, a cave."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.caveframe import MOUTH
from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.massif import STONE
from dreamplayer.drawing.particles import gathered, rgb, scaled
from dreamplayer.drawing.plainly import cracks
from dreamplayer.drawing.primitives import Dots, Field, Form, Ribbons, Sprites, f32
from dreamplayer.drawing.waters import ground_patch
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

CRACKLIGHT = (1.0, 0.40, 0.105)


@element(
    "ground", 2.0, family="earth", answers=("crack", "open", "mend", "spread", "dim", "pulse"), lamp=True, several=1
)
def chasm(moment: Moment) -> tuple[Form, ...]:
    """A cleft opening in the ground, walls one can look down, copper light far below, fine cracks running from it."""
    p = moment.place
    told = max(moment.event("crack"), moment.event("open"), moment.event("spread"))
    own = 0.30 + 0.30 * float(smooth(moment.t / 9.0, 0, 1))
    wide = own + (1.0 - own) * float(smooth(told, 0, 1))
    wide *= 1.0 - 0.97 * float(smooth(moment.event("mend"), 0, 1))
    show = float(smooth(moment.presence, 0.0, 1.0))
    wide *= show
    beat = 0.5 + 0.5 * float(np.sin(2 * np.pi * moment.t / 4.6))
    light = (0.85 + 0.5 * moment.event("pulse") * beat) * (1 - 0.85 * moment.event("dim")) * show
    inner = np.asarray(moment.tint or CRACKLIGHT, np.float32)
    size = moment.size(2.0)
    z = max(p.z, 3.4)
    params: dict[str, float | tuple[float, ...]] = {
        "t": moment.t % 3600.0,
        "opacity": show,
        "x": p.x,
        "z": z,
        "width": 0.30 * size * wide,
        "span": (1.5 + 0.9 * wide) * size,
        "glowing": light,
        "seed": float(moment.seed % 29),
        "run": 0.10 * (1 if moment.seed % 2 else -1),
        "inner": rgb(inner),
    }
    cleft = Field(
        "chasm",
        params,
        depth=235.0,
        patch=ground_patch(moment, p.x, z, 2.6 * size, 2.4 * size),
        grain=1,
        standin=(
            cracks(p.x, z, 0.9 * size, rgb(inner * np.float32(0.5 * light)), show * wide, moment.seed % 29, 10),
            halo((p.x, 0.02, z), size, inner, opacity=show * wide, width=0.5),
        ),
    )
    n = 420
    life = np.mod(dice(moment.seed, 1, n) + moment.t / (7.0 + 7.0 * dice(moment.seed, 2, n)), 1.0)
    along = z + 1.4 * size * (dice(moment.seed, 3, n) * 2 - 1)
    place = np.stack(
        [
            p.x
            + 0.10 * (along - z) * (1 if moment.seed % 2 else -1)
            + 0.28 * size * wide * bell(moment.seed, 4, n) * (0.5 + life),
            0.02 + size * (0.25 + 0.75 * dice(moment.seed, 5, n)) * life,
            np.maximum(along, 1.3),
        ],
        1,
    )
    bright = np.sin(np.pi * life) ** 1.5 * (0.15 + 0.85 * dice(moment.seed, 6, n) ** 3) * light * wide
    return (
        cleft,
        halo(
            (p.x, 0.1, z), 2.2 * size * (0.4 + wide), inner * np.float32(0.17 * light * wide), width=1.2, reflect=False
        ),
        Dots(
            place.astype(np.float32),
            np.float32(0.022),
            (inner[None] * (0.8 * bright)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Light((p.x, 0.12, z), rgb(inner * np.float32(0.75 * light * (0.3 + 0.7 * wide))), 1.7 * size, 0.45),
    )


@element("prop", 0.9, family="earth", answers=("rise", "crack"), several=7)
def stone(moment: Moment) -> tuple[Form, ...]:
    """Weathered boulders lying together, light along their shoulders; told to rise, they hover."""
    n = int(min(max(moment.count, 3), 24))
    p, size = moment.place, moment.size(0.95)
    r = size * (0.9 if moment.count == 1 else 2.1 * p.spread) * np.sqrt(np.arange(n) / max(n - 1, 1))
    a = 2.4 * np.arange(n) + 6 * dice(moment.seed, 1, 1)[0]
    own = np.where(np.arange(n) == 0, 1.0, (0.20 + 0.50 * dice(moment.seed, 2, n)) * (1.0 if moment.count > 1 else 0.7))
    up = smooth(moment.event("rise"), 0, 1) * (0.3 + 0.9 * dice(moment.seed, 3, n)) * size
    bob = 0.03 * np.sin(0.5 * moment.t + 6 * dice(moment.seed, 4, n)) * moment.event("rise")
    where = np.stack([p.x + 1.3 * r * np.cos(a), p.y + up + bob, np.maximum(p.z + 0.6 * r * np.sin(a), 1.1)], 1).astype(
        np.float32
    )
    grey = scaled(moment.tint, 0.3, 0.05) if moment.tint else (0.21, 0.185, 0.185)
    glow = scaled((1.0, 0.42, 0.12), 0.25 * moment.event("crack"))
    body = Sprites(
        STONE,
        where,
        (size * own * 1.15).astype(np.float32),
        tint=grey,
        glow=glow,
        frame=np.floor(dice(moment.seed, 5, n) * 3).astype(np.float32),
        width=(np.where(dice(moment.seed, 6, n) < 0.5, 1.0, -1.0) * (0.9 + 0.4 * dice(moment.seed, 7, n))).astype(
            np.float32
        ),
        rim=0.9,
    )
    return gathered(moment, body, count=700)


@element("ground", 1.0, family="earth", answers=("grow", "bloom", "shimmer"), several=1)
def soil(moment: Moment) -> tuple[Form, ...]:
    """Dark broken earth in furrows, clods and pebbles, faint warmth breathing in it, first shoots when told to grow."""
    show = float(smooth(moment.presence, 0.0, 1.0))
    n = 260
    z = 2.0 * (17.0 / 2.0) ** dice(moment.seed, 1, n)
    row = np.round((dice(moment.seed, 2, n) * 2 - 1) * 9) * 0.62
    x = moment.stage.camera.x + row + 0.10 * bell(moment.seed, 3, n) + 0.05 * z * np.sin(0.2 * z) * 0
    x = np.where(
        dice(moment.seed, 4, n) < 0.4,
        moment.stage.camera.x + (dice(moment.seed, 5, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal,
        x,
    )
    clods = Sprites(
        STONE,
        np.stack([x, np.full(n, -0.02), z], 1).astype(np.float32),
        (0.05 + 0.14 * dice(moment.seed, 6, n) ** 2).astype(np.float32) * np.float32(moment.place.size),
        tint=(0.145, 0.095, 0.066),
        frame=np.floor(dice(moment.seed, 7, n) * 3).astype(np.float32),
        width=np.float32(1.35),
        opacity=show,
        rim=0.5,
        depth=11.0,
    )
    k, m = 11, 34
    zz = 2.0 * (26.0 / 2.0) ** np.linspace(0, 1, m, dtype=np.float32)[None]
    fx = (
        moment.stage.camera.x
        + (np.arange(k)[:, None] - (k - 1) / 2) * 0.85
        + 0.06 * np.sin(0.9 * zz + np.arange(k)[:, None])
    )
    furrow = Ribbons(
        np.stack([fx, 0.03 + 0 * fx, zz + 0 * fx], -1).astype(np.float32),
        np.float32(0.15),
        (0.075, 0.050, 0.036),
        profile="body",
        opacity=np.float32(0.45 * show),
        reflect=False,
        depth=12.0,
    )
    d = 700
    dz = 2.0 * (14.0 / 2.0) ** dice(moment.seed, 11, d)
    dx = (
        moment.stage.camera.x
        + (dice(moment.seed, 12, d) * 2 - 1) * 1.1 * moment.aspect * dz / moment.stage.camera.focal
    )
    beat = (
        np.clip(np.sin(0.5 * moment.t + 6.28 * dice(moment.seed, 13, d)), 0, 1) ** 3
        * (0.5 + 0.8 * moment.event("shimmer"))
        + 0.05
    )
    warm = np.asarray(moment.tint or (1.0, 0.42, 0.12), np.float32)
    embers = Dots(
        np.stack([dx, 0.02 + 0.05 * dice(moment.seed, 14, d), dz], 1).astype(np.float32),
        np.float32(0.018),
        (warm[None] * (0.42 * beat * show * dice(moment.seed, 15, d) ** 2)[:, None]).astype(np.float32),
        reflect=False,
    )
    forms: list[Form] = [furrow, clods, embers]
    grown = max(float(smooth(moment.event("grow"), 0, 1)), float(smooth(moment.event("bloom"), 0, 1)))
    if grown > 0.01:
        q, pts = 150, 9
        s = np.linspace(0, 1, pts, dtype=np.float32)[None]
        sz = 2.2 * (10.0 / 2.2) ** dice(moment.seed, 21, q)
        sx = (
            moment.stage.camera.x
            + (dice(moment.seed, 22, q) * 2 - 1) * 0.9 * moment.aspect * sz / moment.stage.camera.focal
        )
        high = 0.30 * grown * (0.5 + 0.8 * dice(moment.seed, 23, q))
        lean = 0.5 * bell(moment.seed, 24, q) + 0.1 * np.sin(0.6 * moment.t + 6 * dice(moment.seed, 25, q))
        line = np.stack(
            [sx[:, None] + high[:, None] * lean[:, None] * s**2, high[:, None] * s, sz[:, None] + 0 * s], -1
        ).astype(np.float32)
        forms.append(
            Ribbons(
                line,
                (0.012 * (1.1 - s) + 0 * high[:, None]).astype(np.float32),
                (0.12, 0.20, 0.07),
                profile="body",
                glow=(0.045, 0.060, 0.016),
                opacity=np.float32(show),
                reflect=False,
                depth=6.0,
            )
        )
    return tuple(forms)


@element("near", 3.0, family="earth", answers=("open", "dim", "ignite"), lamp=True, several=1)
def cave(moment: Moment) -> tuple[Form, ...]:
    """Seen from inside: a ragged arch of dark rock, and beyond it the glow of the world."""
    camera = moment.stage.camera
    show = float(smooth(moment.presence, 0.0, 1.0))
    z = 2.4
    wide = 1.0 + 0.30 * float(smooth(moment.event("open"), 0, 1)) + 0.5 * (1 - show)
    tall = 2.2 * z / camera.focal * wide * moment.place.size**0.3
    y = camera.eye - camera.horizon * z / camera.focal
    warm = (
        np.asarray(moment.tint or moment.palette.key, np.float32) * 0.6
        + np.asarray(moment.palette.glow, np.float32) * 2.0
    )
    light = show * (1 - 0.8 * moment.event("dim")) * (1 + 0.4 * moment.event("ignite"))
    frame = Sprites(
        MOUTH,
        f32([[camera.x, y, z]]),
        np.float32(tall),
        tint=(0.12, 0.10, 0.105),
        glow=rgb(warm * np.float32(0.13 * light)),
        opacity=show,
        width=np.float32(max(1.0, moment.aspect / 1.78)),
        rim=0.6,
        reflect=False,
        depth=z,
    )
    beyond = (camera.x + 0.1, camera.eye + 0.1, 22.0)
    n = 240
    own = 6.28 * dice(moment.seed, 1, n)
    d = 2.6 + 8.0 * dice(moment.seed, 2, n)
    place = np.stack(
        [
            camera.x + 0.55 * d * bell(moment.seed, 3, n) + 0.2 * np.sin(0.2 * moment.t + own),
            camera.eye + 0.35 * d * bell(moment.seed, 4, n) + 0.15 * np.sin(0.17 * moment.t + 2 * own),
            d,
        ],
        1,
    )
    dust = Dots(
        np.maximum(place, [-99, 0.03, 1.5]).astype(np.float32),
        np.float32(0.012),
        (warm[None] * (0.30 * light * (0.3 + 0.7 * np.sin(0.4 * moment.t + own) ** 2))[:, None]).astype(np.float32),
        reflect=False,
    )
    return (
        halo(beyond, 20.0, warm * np.float32(0.055 * light), width=1.5, reflect=False),
        dust,
        frame,
        Light((camera.x, camera.eye + 0.3, 7.0), rgb(warm * np.float32(0.35 * light)), 6.0, 0.0),
    )
