"""Cold things: snow, ice, icicles."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.caveframe import EAVE
from dreamplayer.drawing.crystal import cluster
from dreamplayer.drawing.element import element
from dreamplayer.drawing.falling import sinking
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.plainly import cracks
from dreamplayer.drawing.primitives import Dots, Field, Form, Sprites, f32
from dreamplayer.drawing.waters import glints
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment


@element("weather", 0.1, family="cold", answers=("fall", "swirl", "hush", "melt"), several=1)
def snow(moment: Moment) -> tuple[Form, ...]:
    """Snow in large slow flakes, soft where near, warm on the side of the light."""
    quiet = 1.0 - 0.7 * max(moment.event("hush"), moment.event("melt"))
    whirl = moment.event("swirl") + (1.0 if moment.manner == "storm" else 0.0)
    forms: list[Form] = []
    cool, warm = (
        np.asarray(moment.tint or (0.60, 0.60, 0.68), np.float32),
        np.asarray(moment.palette.glow, np.float32) * 3.0,
    )
    for k, (n, near, far, size, soft) in enumerate(
        ((1500, 4.0, 34.0, 0.026, 1.0), (260, 1.4, 4.0, 0.030, 0.75), (22, 0.9, 1.5, 0.040, 0.10))
    ):
        where, here = sinking(
            moment,
            n,
            pace=0.34 + 0.25 * moment.event("fall"),
            near=near,
            far=far,
            sway=0.25 + 0.5 * whirl,
            wind=0.07 + 1.2 * whirl,
            lane=k,
        )
        own = dice(moment.seed, 31 + k, n)
        bright = here * quiet * (0.35 + 0.65 * own) * 0.50 * soft
        colour = (cool * 0.75 + warm)[None] * bright[:, None]
        forms.append(
            Dots(
                where,
                (size * (0.6 + 0.9 * dice(moment.seed, 41 + k, n)) * (1.0 if k < 2 else 2.2)).astype(np.float32),
                colour.astype(np.float32),
                cover=(0.35 * here * quiet * soft).astype(np.float32),
                reflect=k == 0,
            )
        )
    return tuple(forms)


@element("ground", 3.0, family="cold", answers=("melt", "crack", "mend", "shimmer"), several=1)
def ice(moment: Moment) -> tuple[Form, ...]:
    """A frozen sheet: pale fractures at many depths, frost in patches, clear blades of ice standing from it."""
    show = float(smooth(moment.presence, 0.0, 1.0))
    melt = float(smooth(moment.event("melt"), 0, 1))
    crack = float(smooth(moment.event("crack"), 0, 1)) * (1 - float(smooth(moment.event("mend"), 0, 1)))
    pale = np.asarray(moment.tint or (0.105, 0.125, 0.165), np.float32)
    params: dict[str, float | tuple[float, ...]] = {
        "t": moment.t % 3600.0,
        "opacity": show,
        "melt": melt,
        "crack": crack,
        "seed": float(moment.seed % 23),
        "tint": rgb(pale),
    }
    sheet = Field(
        "rime",
        params,
        depth=237.0,
        patch=(-moment.aspect, -1.0, moment.aspect, moment.stage.camera.horizon),
        grain=1,
        slow=True,
        standin=(cracks(moment.place.x, 6.0, 5.0, rgb(pale * np.float32(0.9)), show, moment.seed % 23, 40),),
    )
    forms: list[Form] = [sheet]
    inner = pale * np.float32(2.2) + np.asarray(moment.palette.glow, np.float32) * 1.2
    p = moment.place
    for k in range(4):
        x = p.x + (k - 1.5) * 1.7 * p.spread + 0.5 * float(bell(moment.seed, 1, 4)[k])
        z = max(p.z + 1.6 * float(bell(moment.seed, 2, 4)[k]), 3.0)
        tall = moment.size(0.55) * (0.6 + 0.8 * float(dice(moment.seed, 3, 4)[k])) * (1 - 0.85 * melt)
        forms.append(
            cluster(
                (x, 0.0, z),
                tall,
                6,
                moment.seed + k,
                colour=pale * np.float32(2.0),
                inner=inner * np.float32(0.45),
                crack=0.6 * crack,
                opacity=show * (1 - 0.6 * melt),
                spread=0.7,
            )
        )
    forms.append(halo((p.x, 0.2, p.z), 3.2, inner * np.float32(0.10 * show), width=2.0, reflect=False))
    forms.append(
        glints(
            moment,
            320,
            near=2.4,
            far=26.0,
            strength=0.9 * (1 + 0.6 * moment.event("shimmer")),
            wide=0.9,
            colour=(0.9, 0.8, 0.75),
        )
    )
    return tuple(forms)


@element("near", 1.0, family="cold", answers=("melt", "shimmer", "grow"), several=1)
def icicle(moment: Moment) -> tuple[Form, ...]:
    """Icicles hanging into the picture from above, light running down inside them, a drop at a tip now and then."""
    camera = moment.stage.camera
    show = float(smooth(moment.presence, 0.0, 1.0))
    melt = float(smooth(moment.event("melt"), 0, 1))
    z = 2.2
    unit = z / camera.focal
    long = (
        1.2
        * unit
        * (1 - 0.55 * melt + 0.3 * float(smooth(moment.event("grow"), 0, 1)))
        * (0.5 + 0.5 * show)
        * moment.place.size**0.5
    )
    top = camera.eye + (1.0 - camera.horizon) * unit
    foot = top - 0.16 * unit + 0.25 * unit * melt
    warm = np.asarray(moment.palette.glow, np.float32) * 1.6 + np.asarray(moment.tint or (0.20, 0.21, 0.27), np.float32)
    gleam = 1 + 0.5 * moment.event("shimmer") + 0.06 * float(np.sin(0.6 * moment.t))
    row = Sprites(
        EAVE,
        f32([[camera.x, foot, z]]),
        np.float32(long),
        tint=(0.20, 0.21, 0.25),
        glow=rgb(warm * np.float32(0.75 * gleam)),
        cover=0.85,
        opacity=show,
        width=np.float32(1.15 * unit * 1.0 * max(moment.aspect, 1.0) / 2.1 / max(long, 1e-3) * 1.2),
        frame=float(moment.seed % 2),
        rim=0.8,
        reflect=False,
        depth=z,
    )
    n = 14
    age = np.mod(moment.t / (6.0 + 5 * dice(moment.seed, 1, n)) + dice(moment.seed, 2, n), 1.0)
    hang = smooth(age, 0.0, 0.6)
    fall = np.clip(age - 0.7, 0, 1) / 0.3
    x = camera.x + (dice(moment.seed, 3, n) * 2 - 1) * 0.95 * moment.aspect * unit
    y = foot - (0.12 + 0.30 * dice(moment.seed, 4, n)) * long - 2.2 * fall**2
    lit = hang * (1 - smooth(fall, 0.5, 1.0)) * (0.25 + 0.75 * melt) * show
    drops = Dots(
        np.stack([x, np.maximum(y, 0.02), np.full(n, z - 0.02)], 1).astype(np.float32),
        np.float32(0.022),
        ((warm + 0.2)[None] * (0.9 * lit)[:, None]).astype(np.float32),
        reflect=False,
    )
    return (row, drops)
