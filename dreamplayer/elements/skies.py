"""The open sky and what fills it: sunrise, sunset, stars, darkness, northern lights, a rainbow."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.disc import SCALE, SUN
from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.heavens import BEYOND, from_screen, on_screen
from dreamplayer.drawing.particles import rgb, scaled
from dreamplayer.drawing.plainly import DARK
from dreamplayer.drawing.primitives import Dots, Field, Form, Ribbons, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

EMBER = (1.0, 0.225, 0.016)


def _low_sun(
    moment: Moment,
    up: float,
    low: tuple[float, float, float],
    high: tuple[float, float, float],
    warm: float,
    height: float,
) -> tuple[Form, ...]:
    """A sun by the horizon, cirrus lit from below, and its light on the world. `up` in radii over the hills."""
    camera = moment.stage.camera
    fades = max(0.75 * moment.event("dim"), 0.25 * moment.event("melt"))
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - fades) * (1.0 - 0.2 * moment.calm)
    u = on_screen(moment, moment.place.x, 0.0, max(moment.place.z, 60.0))[0] if moment.place.x else moment.stage.glow_x
    radius = 0.105 * moment.place.size
    v = camera.horizon + 0.085 * moment.stage.ridges + radius * up
    where = from_screen(moment, u, v)
    size = 2.0 * radius * BEYOND / camera.focal
    base = np.asarray(moment.tint or EMBER, np.float32)
    field = Field(
        "cirrus",
        {
            "t": moment.t % 3600.0, "opacity": show, "x": u, "height": height, "streaks": 0.9 * warm, "spread": 0.85,
            "low": tuple(c * warm for c in low), "high": tuple(c * warm for c in high),
        },
        depth=390.0, grain=4, slow=True, reflect=True,
        standin=(halo(where, size * 8, low, opacity=show, width=2.5),),
    )  # fmt: skip
    return (
        field,
        halo(where, size * 6.5, base * np.float32(0.16 * warm * show), depth=385.0),
        Sprites(SUN, np.array([where], np.float32), np.float32(size * SCALE), glow=rgb(base * np.float32(0.95)),
                opacity=np.float32(show), lit=0.0, rim=0.0, depth=384.0),
        halo((where[0], where[1], BEYOND * 0.5), size * 1.6, base * np.float32(0.10 * warm * show), width=2.4,
             depth=200.0, reflect=False),
        Light(where, rgb(base * np.float32(1.0 * warm * show)), 420.0, 0.0),
    )  # fmt: skip


@element("sky", 40.0, family="sky", answers=("rise", "dim", "bloom", "spread", "melt"), lamp=True, several=1)
def sunrise(moment: Moment) -> tuple[Form, ...]:
    """A low ember sun coming up between hills, rose and gold streaks of cirrus above it."""
    grown = max(smooth(moment.event("rise"), 0.0, 1.0), smooth(moment.event("bloom"), 0.0, 1.0), moment.event("spread"))
    up = -0.15 + 0.7 * smooth(moment.t / 80.0, 0.0, 1.0) + 0.55 * grown
    warm = 0.75 + 0.25 * smooth(moment.t / 60.0, 0.0, 1.0) + 0.15 * grown
    return _low_sun(moment, up, (0.46, 0.150, 0.040), (0.085, 0.024, 0.026), warm, 1.0 + 0.3 * grown)


@element("sky", 40.0, family="sky", answers=("descend", "dim", "melt"), lamp=True, several=1)
def sunset(moment: Moment) -> tuple[Form, ...]:
    """A low sun sinking behind hills, gold and coral streaks above it: never a saturated red."""
    down = smooth(moment.event("descend"), 0.0, 1.0)
    up = 0.75 - 0.9 * smooth(moment.t / 90.0, 0.0, 1.0) - 0.7 * down
    return _low_sun(moment, up, (0.36, 0.108, 0.030), (0.060, 0.020, 0.027), 0.90 - 0.35 * down, 1.10)


@element("sky", 90.0, family="sky", answers=("open", "dim", "explode", "flicker", "crack"), several=1)
def sky(moment: Moment) -> tuple[Form, ...]:
    """More of the night itself: a drift of fine stars along a band, a few large and slow.

    Where the words let it flash, a rose light swells over the horizon and ebbs: never a flash. Where it cracks, a
    branching seam of pale light runs down it and closes again slowly.
    """
    n = 1500
    camera = moment.stage.camera
    rows = 1.0 - camera.horizon
    along = (dice(moment.seed, 1, n) * 2 - 1) * 1.15 * moment.aspect
    lean = 0.30 * (one(moment.seed, 9) - 0.5) + 0.22
    band = camera.horizon + rows * 0.62 + lean * along + 0.15 * bell(moment.seed, 2, n) * rows
    loose = dice(moment.seed, 3, n) < 0.35
    v = np.where(loose, camera.horizon + rows * (0.12 + 0.95 * dice(moment.seed, 4, n)), band)
    opened = 1.0 + 0.5 * moment.event("open")
    u = along * (1.0 + 0.10 * moment.event("open")) + 0.0006 * moment.t
    z = np.full(n, BEYOND, np.float32)
    place = np.stack(
        [camera.x + u * z / camera.focal, camera.eye + (v - camera.horizon) * z / camera.focal, z], 1
    ).astype(np.float32)
    order = smooth(moment.presence * 1.5 - 0.5 * dice(moment.seed, 5, n), 0.0, 1.0)
    big = dice(moment.seed, 6, n) ** 14
    breath = 0.78 + 0.22 * np.sin(moment.t * (0.3 + 0.5 * dice(moment.seed, 7, n)) + 6.28 * dice(moment.seed, 8, n))
    fade = smooth((v - camera.horizon) / rows, 0.02, 0.25)
    shine = (0.05 + 0.9 * big) * breath * order * fade * opened * (1.0 - 0.8 * moment.event("dim"))
    hue = dice(moment.seed, 10, n)[:, None]
    colour = np.array([1.0, 0.80, 0.60]) * hue + np.array([0.66, 0.74, 1.0]) * (1 - hue)
    base = colour if moment.tint is None else 0.4 * colour + 0.6 * np.asarray(moment.tint) / max(max(moment.tint), 1e-3)
    glint = (big > 0.55).astype(np.float32)
    size = np.where(glint > 0, 6.5, 0.9 + 1.2 * big).astype(np.float32)
    stars: tuple[Form, ...] = (
        Dots(place, size, (base * shine[:, None]).astype(np.float32), glint=glint, reflect=False),
    )
    if moment.event("crack") > 0.0:
        stars = (*stars, *_fissure(moment))
    swell = float(smooth(max(moment.event("explode"), 0.6 * moment.event("flicker")), 0.0, 1.0)) * (
        1.0 - 0.4 * moment.calm
    )
    if swell <= 0.0:
        return stars
    low = from_screen(moment, 0.12, camera.horizon + 0.05)
    unit = BEYOND / camera.focal
    rose, ember = f32([0.50, 0.085, 0.12]), f32([0.75, 0.22, 0.07])
    return (
        *stars,
        halo(low, unit * (1.3 + 0.9 * swell), rose * np.float32(0.34 * swell), width=3.2, depth=386.0),
        halo(low, unit * (0.5 + 0.3 * swell), ember * np.float32(0.26 * swell), width=3.6, depth=385.5),
    )


def _fissure(moment: Moment) -> tuple[Form, ...]:
    """A seam of pale light from the zenith down towards the horizon, forked; it closes within a minute."""
    camera = moment.stage.camera
    m, k = 48, 7
    s = np.linspace(0.0, 1.0, m)
    open_ = float(smooth(moment.event("crack"), 0.0, 1.0))
    left = 1.0 - float(smooth(moment.ages.get("crack", 0.0), 26.0, 60.0))
    top, low = 1.02, camera.horizon + 0.30 * (1.0 - camera.horizon)
    walk = np.cumsum(bell(moment.seed, 31, m)) * 0.022
    walk = 0.05 + walk - walk.mean()
    main = np.stack([walk, top + (low - top) * s], 1)
    lines, grown, wide = [main], [open_], [1.0]
    for i in range(1, k):
        at_ = int((0.12 + 0.72 * (i - 1) / (k - 2)) * m)
        side = 1.0 if i % 2 else -1.0
        jag = np.cumsum(bell(moment.seed, 31 + i, m)) * 0.012
        reach = 0.16 + 0.22 * float(dice(moment.seed, 41, k)[i])
        lines.append(np.stack([main[at_, 0] + side * reach * s + jag, main[at_, 1] - 0.55 * reach * s + 0.7 * jag], 1))
        grown.append(float(smooth(open_, at_ / m, min(1.0, at_ / m + 0.5))))
        wide.append(0.5)
    unit = BEYOND / camera.focal
    where = np.stack([[from_screen(moment, float(u), float(v)) for u, v in line] for line in lines]).astype(np.float32)
    pale = f32([0.95, 0.80, 0.66])
    show = open_ * left * float(smooth(moment.presence, 0.0, 1.0))
    taper = np.asarray(wide)[:, None] * (1.1 - s[None])
    colour = pale[None, None] * (0.62 * np.asarray(wide)[:, None, None] * (1.05 - 0.6 * s)[None, :, None] * show)
    middle = from_screen(moment, float(main[m // 2, 0]), float(main[m // 2, 1]))
    return (
        halo(middle, 1.5 * unit, pale * np.float32(0.055 * show), depth=386.0),
        Ribbons(where, (unit * 0.0042 * taper).astype(np.float32), colour.astype(np.float32),
                grown=np.asarray(grown, np.float32)[:, None] * np.float32(1.05), depth=381.0),
    )  # fmt: skip


@element("sky", 60.0, family="sky", answers=("open", "close", "spread", "swirl"), several=1, name="void")
def void(moment: Moment) -> tuple[Form, ...]:
    """Deep darkness that slowly turns, a few motes drifting into it; quiet, never a mouth."""
    camera = moment.stage.camera
    v = camera.horizon + 0.42 * (1.0 - camera.horizon)
    opened = max(moment.event("open"), moment.event("spread"), moment.event("swirl")) - 0.5 * moment.event("close")
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - 0.5 * moment.event("close"))
    field = Field(
        "abyss",
        {"t": moment.t % 3600.0, "opacity": show, "x": 0.0, "y": v, "open": opened},
        depth=395.0,
        grain=4,
        slow=True,
        standin=(
            Sprites(DARK, f32([from_screen(moment, 0.0, v)]), np.float32(0.95 * BEYOND / camera.focal),
                    opacity=np.float32(0.8 * show), lit=0.0, rim=0.0, width=1.4),
        ),
    )  # fmt: skip
    n = 340
    life = np.mod(dice(moment.seed, 1, n) + moment.t / (46.0 + 30.0 * dice(moment.seed, 2, n)), 1.0)
    r = (1.25 + 0.5 * opened) * (1.0 - life) ** 0.8 + 0.03
    angle = 6.283 * dice(moment.seed, 3, n) + 2.6 * life + 0.6 / (r + 0.25) - 0.05 * moment.t
    z = np.full(n, 24.0, np.float32)
    place = np.stack(
        [
            camera.x + r * 1.25 * np.cos(angle) * z / camera.focal,
            camera.eye + (v - camera.horizon + 0.85 * r * np.sin(angle)) * z / camera.focal,
            z,
        ],
        1,
    ).astype(np.float32)
    bright = np.sin(np.pi * life) ** 1.3 * (0.25 + 0.75 * dice(moment.seed, 4, n)) * show * 0.5
    colour = np.asarray(moment.tint or (0.80, 0.56, 0.40), np.float32)
    return (
        field,
        Dots(place, (0.05 + 0.12 * dice(moment.seed, 5, n) ** 3).astype(np.float32),
             (colour[None, :] * bright[:, None]).astype(np.float32), reflect=False),
    )  # fmt: skip


@element("sky", 80.0, family="sky", answers=("swirl", "dim", "spread"), several=1)
def aurora(moment: Moment) -> tuple[Form, ...]:
    """Curtains of green and rose light that fold and travel across the whole sky."""
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - 0.8 * moment.event("dim")) * (1.0 - 0.3 * moment.calm)
    tint = moment.tint
    low = scaled(tint, 0.30) if tint else (0.022, 0.155, 0.085)
    high = (0.11, 0.022, 0.085)
    t = moment.t % 3600.0 + 14.0 * moment.event("swirl")
    gain = 0.85 * show * (1.0 + 0.25 * moment.event("spread"))
    field = Field(
        "aurora", {"t": t, "opacity": gain, "seed": float(moment.seed % 17), "low": low, "high": high},
        depth=394.0, grain=4, slow=True, reflect=True,
        standin=(halo(from_screen(moment, 0.0, 0.35), 260.0, low, opacity=show, width=2.4),),
    )  # fmt: skip
    return (field, Light(from_screen(moment, 0.0, 0.6), (0.02 * show, 0.09 * show, 0.05 * show), 500.0, 0.0))


@element("sky", 80.0, family="sky", answers=("dim", "spread"), several=1)
def rainbow(moment: Moment) -> tuple[Form, ...]:
    """A pale bow over the land, one foot brighter than the other, a second one guessed outside it."""
    camera = moment.stage.camera
    show = smooth(moment.presence, 0.0, 1.0) * (1.0 - 0.8 * moment.event("dim")) * (1.0 + 0.3 * moment.event("spread"))
    radius = 0.86 * (0.7 + 0.3 * moment.place.size)
    x = on_screen(moment, moment.place.x, 0.0, max(moment.place.z, 30.0))[0]
    place = {"t": moment.t % 3600.0, "opacity": 0.062 * show, "x": x, "y": camera.horizon - 0.10, "radius": radius}
    around = np.linspace(0.0, np.pi, 40)
    arcs = np.stack(
        [
            [
                from_screen(moment, x + r * float(np.cos(a)), camera.horizon - 0.10 + r * float(np.sin(a)))
                for a in around
            ]
            for r in radius + np.linspace(0.09, -0.09, 5)
        ]
    ).astype(np.float32)
    hues = f32([(1.0, 0.16, 0.08), (1.0, 0.5, 0.1), (0.4, 0.6, 0.2), (0.15, 0.35, 0.6), (0.4, 0.15, 0.5)])[:, None]
    plain = Ribbons(arcs, np.float32(3.0), hues * np.float32(0.05 * show))
    return (Field("rainbow", place, depth=300.5, grain=2, slow=True, reflect=True, standin=(plain,)),)
