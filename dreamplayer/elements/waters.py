"""Water that lies: a lake, an ocean, a pool, a puddle, rings, a whirlpool, dew."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.grass import field, reed, tuft
from dreamplayer.drawing.plainly import foam, pit, spiral_arms
from dreamplayer.drawing.primitives import Dots, Field, Form, Ribbons, f32
from dreamplayer.drawing.waters import glints, ground_patch, pool, rings
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment

PALE = (0.11, 0.09, 0.10)


def _wet(moment: Moment) -> bool:
    """True where the stage's own ground is a mirror of water."""
    return moment.stage.ground in ("water", "glass")


def _show(moment: Moment) -> float:
    return float(smooth(moment.presence, 0.0, 1.0))


def _several_rings(moment: Moment, count: int, reach: float, strength: float, spread: float) -> list[Form]:
    x0 = moment.place.x + spread * bell(moment.seed, 11, count)
    z0 = np.maximum(moment.place.z + 0.7 * spread * bell(moment.seed, 12, count), 2.2)
    out: list[Form] = []
    for k in range(count):
        own = moment.t + 7.3 * k
        period = 8.0 + 3.0 * float(dice(moment.seed, 13, count)[k])
        out.append(rings(moment, float(x0[k]), float(z0[k]), reach, strength=strength, period=period, t=own, tint=PALE))
    return out


@element("ground", 4.0, family="water", answers=("ripple", "shimmer", "hush"), several=1)
def water(moment: Moment) -> tuple[Form, ...]:
    """Still dark water with the sky in it, rings that come and go, points of light along the glow."""
    show = _show(moment)
    quiet = 1.0 - 0.8 * moment.event("hush")
    forms: list[Form] = []
    if not _wet(moment):
        forms.append(
            pool(
                moment,
                moment.place.x,
                max(moment.place.z, 5.0),
                6.0 * moment.place.size,
                4.5 * moment.place.size,
                strength=show,
            )
        )
    more = 0.35 + 0.65 * max(moment.event("ripple"), 0.3)
    forms += _several_rings(moment, 3, 1.7 * moment.place.size, show * quiet * more, 1.6)
    forms.append(glints(moment, 170, strength=quiet * (0.8 + 0.5 * moment.event("shimmer"))))
    return tuple(forms)


@element("ground", 30.0, family="water", answers=("ripple", "shimmer", "hush"), several=1)
def lake(moment: Moment) -> tuple[Form, ...]:
    """A wide still lake: far shore in mist, reeds to either side, a path of light across it."""
    show = _show(moment)
    forms: list[Form] = []
    if not _wet(moment):
        forms.append(pool(moment, 0.0, 26.0, 46.0, 23.5, strength=show, swell=0.3))
    forms += [
        glints(
            moment,
            420,
            strength=0.9 * (1.0 + 0.5 * moment.event("shimmer")) * (1.0 - 0.7 * moment.event("hush")),
            wide=0.42,
        ),
        halo(
            (moment.stage.camera.x, 0.3, 55.0),
            46.0,
            f32(moment.palette.glow) * np.float32(0.30 * show),
            width=4.0,
            depth=56.0,
        ),
        field(
            moment,
            "lake/reeds",
            reed(),
            260,
            1.15,
            tint=(0.07, 0.075, 0.045),
            glow=(0.035, 0.026, 0.011),
            kinds=3,
            near=2.8,
            far=8.0,
            opacity=show,
            grown=show,
            sway=0.04,
            clump=1.0,
            free=0.85,
            depth=3.6,
        ),
    ]
    if moment.event("ripple") > 0.01:
        forms += _several_rings(moment, 2, 2.2, show * moment.event("ripple"), 1.8)
    return tuple(forms)


@element("ground", 60.0, family="water", answers=("rise", "hush", "shimmer"), several=1)
def ocean(moment: Moment) -> tuple[Form, ...]:
    """The sea at night: long swells moving in, broken light, a pale line of foam that comes and goes."""
    show = _show(moment)
    quiet = 1.0 - 0.7 * moment.event("hush")
    camera = moment.stage.camera
    swell = 1.0 * quiet * (1.0 + 0.5 * moment.event("rise"))
    forms: list[Form] = []
    if not _wet(moment):
        forms.append(pool(moment, camera.x, 120.0, 900.0, 119.0, strength=show, swell=0.5))
    waves = {"t": moment.t % 3600.0, "opacity": show, "swell": swell, "shore": 0.0}
    forms += [
        Field(
            "surf",
            waves,
            depth=239.0,
            patch=(-moment.aspect, -1.0, moment.aspect, camera.horizon),
            grain=2,
            standin=(foam(moment.t, 4.0, 2.2 * moment.aspect, (0.20, 0.16, 0.16), show),),
        ),
        glints(moment, 520, near=4.0, far=120.0, strength=1.1 * (1.0 + 0.4 * moment.event("shimmer")), wide=0.36),
    ]
    return tuple(forms)


@element("ground", 2.0, family="water", answers=("ripple", "spread", "pulse", "hush"), several=3)
def ripple(moment: Moment) -> tuple[Form, ...]:
    """Rings of light widening from one quiet touch, uneven, thinner as they go."""
    show = _show(moment) * (1.0 - 0.7 * moment.event("hush"))
    told = max(moment.event("ripple"), moment.event("spread"), moment.event("pulse"))
    reach = moment.size(2.0) * (1.0 + 0.5 * told)
    forms: list[Form] = []
    if not _wet(moment):
        forms.append(
            pool(moment, moment.place.x, moment.place.z, 1.7 * reach, 1.5 * reach, strength=0.9 * show, swell=0.1)
        )
    if moment.count > 1:
        return (
            *forms,
            *_several_rings(moment, min(moment.count, 5), 0.8 * reach, show * (0.9 + 0.5 * told), 1.3 * reach),
        )
    p = moment.place
    tint = tuple(0.14 * c + 0.04 for c in moment.tint) if moment.tint else (0.16, 0.115, 0.10)
    forms.append(rings(moment, p.x, p.z, reach, strength=show * (1.15 + 0.6 * told), period=11.0, tint=tint))  # type: ignore[arg-type]
    beat = float(np.clip(np.sin(2 * np.pi * moment.t / 11.0 * 5 / 5), 0, 1)) ** 3
    forms.append(
        halo((p.x, 0.02, p.z), 0.8, f32(moment.palette.key) * np.float32(0.10 * show * (0.4 + 0.6 * beat)), width=2.2)
    )
    return tuple(forms)


@element("ground", 5.0, family="water", answers=("swirl", "spread", "close", "hush"), several=1)
def whirlpool(moment: Moment) -> tuple[Form, ...]:
    """Water winding slowly into itself, threads of light carried round, petals of foam among them."""
    show = _show(moment) * (1.0 - 0.75 * max(moment.event("close"), moment.event("hush")))
    p = moment.place
    reach = moment.size(5.0) * (0.75 + 0.25 * max(moment.event("spread"), moment.event("swirl")))
    forms: list[Form] = []
    if not _wet(moment):
        forms.append(pool(moment, p.x, p.z, 1.9 * reach, 1.4 * reach, strength=show, swell=0.2))
    pull = moment.event("swirl")
    params: dict[str, float | tuple[float, ...]] = {
        "t": moment.t % 3600.0 + 12.0 * pull,
        "opacity": show,
        "x": p.x,
        "z": p.z,
        "reach": reach,
        "pull": 0.0,
        "tint": PALE,
    }
    forms.append(
        Field(
            "whirl",
            params,
            depth=238.0,
            patch=ground_patch(moment, p.x, p.z, 1.1 * reach, 1.1 * reach),
            grain=1,
            standin=(
                pit(p.x, p.z, 0.35 * reach, 0.7 * show),
                spiral_arms(p.x, p.z, reach, moment.t, (0.12, 0.10, 0.10), show),
            ),
        )
    )
    n = 420
    life = np.mod(dice(moment.seed, 1, n) + moment.t / (30.0 + 20.0 * dice(moment.seed, 2, n)), 1.0)
    r = reach * (1.05 * (1.0 - life) ** 0.9 + 0.03)
    a = 6.283 * dice(moment.seed, 3, n) - 2.6 * np.log(r / reach + 0.05) - 0.12 * moment.t
    where = np.stack([p.x + r * np.cos(a), np.full(n, 0.02), np.maximum(p.z + r * np.sin(a), 0.8)], 1).astype(
        np.float32
    )
    bright = np.sin(np.pi * life) ** 1.4 * (0.25 + 0.75 * dice(moment.seed, 4, n)) * show * 0.5
    base = f32(moment.palette.glow) * 2.5 + f32([0.16, 0.12, 0.10])
    forms.append(Dots(where, np.float32(0.04), (base[None] * bright[:, None]).astype(np.float32), reflect=False))
    return tuple(forms)


@element("ground", 1.6, family="water", answers=("ripple", "shimmer"), several=6)
def puddle(moment: Moment) -> tuple[Form, ...]:
    """Small mirrors of the sky left by rain, a ring in them now and then."""
    show = _show(moment)
    n = int(min(max(moment.count, 1), 9))
    p, size = moment.place, moment.size(1.6)
    x = p.x + (np.zeros(1) if n == 1 else 2.2 * p.spread * bell(moment.seed, 1, n))
    z = np.maximum(p.z + (np.zeros(1) if n == 1 else 1.8 * bell(moment.seed, 2, n)), 2.4)
    forms: list[Form] = []
    for k in range(n):
        wide = size * (0.6 + 0.6 * float(dice(moment.seed, 3, n)[k]))
        own = moment.replace(seed=moment.seed + k)
        forms.append(
            pool(own, float(x[k]), float(z[k]), wide, 0.75 * wide, strength=show, swell=0.05, tint=(0.10, 0.10, 0.16))
        )
        if k < 3:
            strength = show * (0.45 + 0.9 * moment.event("ripple"))
            forms.append(
                rings(
                    own, float(x[k]) + 0.2, float(z[k]), 0.65 * wide, strength=strength, t=moment.t + 4.0 * k, tint=PALE
                )
            )
    forms.append(glints(moment, 40, near=2.5, far=9.0, strength=0.7 + moment.event("shimmer"), wide=0.8))
    return tuple(forms)


@element("ground", 0.3, family="water", answers=("shimmer", "ignite", "fall"), several=1)
def dew(moment: Moment) -> tuple[Form, ...]:
    """Drops on every blade, each holding a point of the morning."""
    show = _show(moment)
    n = 1500
    z = 1.8 * (15.0 / 1.8) ** dice(moment.seed, 1, n)
    x = (dice(moment.seed, 2, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    sway = 0.012 * np.sin(0.6 * moment.t + 6.28 * dice(moment.seed, 3, n))
    high = (0.04 + 0.22 * dice(moment.seed, 4, n)) * (1.0 - 0.8 * smooth(moment.event("fall"), 0.0, 1.0))
    glim = (
        0.22
        + 0.78
        * np.clip(np.sin(moment.t * (0.35 + 0.5 * dice(moment.seed, 5, n)) + 6.28 * dice(moment.seed, 6, n)), 0, 1) ** 5
    )
    hue = dice(moment.seed, 7, n)[:, None]
    colour = f32([1.0, 0.72, 0.42]) * hue + f32([0.60, 0.66, 0.85]) * (1 - hue)
    if moment.tint:
        colour = 0.5 * colour + 0.5 * f32(moment.tint)
    gain = glim * show * (0.75 + 0.6 * max(moment.event("shimmer"), moment.event("ignite")))
    where = np.stack([moment.stage.camera.x + x + sway, high, z], 1).astype(np.float32)
    drops = Dots(
        where,
        (0.016 + 0.012 * dice(moment.seed, 8, n)).astype(np.float32),
        (colour * (0.9 * gain)[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 9, n) > 0.955).astype(np.float32),
        depth=4.0,
        reflect=False,
    )
    grass = field(
        moment,
        "dew/grass",
        tuft(),
        4200,
        moment.size(0.30),
        tint=(0.035, 0.075, 0.035),
        glow=(0.010, 0.020, 0.010),
        kinds=4,
        near=1.7,
        far=18.0,
        opacity=show,
        grown=show,
        sway=0.012,
        depth=8.0,
    )
    return (grass, drops, *_near_blades(moment, show))


def _near_blades(moment: Moment, show: float, k: int = 26, m: int = 22) -> tuple[Form, ...]:
    """A few long blades close to the eye, bent by the drops that hang on them, a light in each drop."""
    s = np.linspace(0.0, 1.0, m)[None]
    own = dice(moment.seed, 41, k)[:, None]
    z = 2.5 + 1.6 * dice(moment.seed, 42, k)[:, None]
    foot = (np.mod(0.61803 * np.arange(k), 1.0)[:, None] * 2 - 1) * 1.05 * moment.aspect * z / moment.stage.camera.focal
    side = np.where(dice(moment.seed, 43, k) < 0.5, 1.0, -1.0)[:, None]
    tall = moment.size(0.30) * (1.3 + 1.5 * own)
    sway = 0.02 * np.sin(0.6 * moment.t + 6.28 * own) * s**2
    x = moment.stage.camera.x + foot + side * tall * 0.75 * s**2.2 + sway
    y = tall * (1.25 * s - 0.45 * s**3)
    at3 = np.stack([x, y, z + 0 * s], -1).astype(np.float32)
    blades = Ribbons(
        at3, (0.020 * (1.05 - s) * np.ones((k, 1))).astype(np.float32), (0.035, 0.075, 0.034), profile="body",
        opacity=np.float32(show), grown=np.float32(show), glow=(0.020, 0.042, 0.018), reflect=False, depth=3.2,
    )  # fmt: skip
    gone = 1.0 - smooth(moment.event("fall"), 0.0, 1.0)
    pick = np.stack([np.full(k, m - 1), (m * (0.55 + 0.25 * own[:, 0])).astype(int)], 1)
    beads = np.concatenate([at3[np.arange(k), pick[:, j]] for j in (0, 1)])
    beads[:, 1] -= 0.02
    glim = 0.55 + 0.45 * np.sin(0.5 * moment.t + 6.28 * dice(moment.seed, 44, 2 * k))
    size = 0.034 + 0.034 * dice(moment.seed, 45, 2 * k)
    pale = f32(moment.tint or (0.95, 0.82, 0.70))
    light = (pale[None] * (0.50 * glim * show * gone)[:, None]).astype(np.float32)
    spark = beads + f32([-0.012, 0.014, -0.02])
    return (
        blades,
        Dots(beads, size.astype(np.float32), light, cover=0.12, reflect=False, depth=3.1),
        Dots(spark, (0.55 * size).astype(np.float32), (1.6 * light).astype(np.float32), glint=0.75, reflect=False,
             depth=3.0),
    )  # fmt: skip
