"""What a heavy sky does: a storm, lightning without a flash."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.element import element
from dreamplayer.forms.falling import streaks
from dreamplayer.forms.form import Field, Form, Ribbons, f32
from dreamplayer.forms.glow import halo
from dreamplayer.forms.heavens import BEYOND, from_screen
from dreamplayer.forms.motes import scaled
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _bank(at: Moment, base: float, inner: float, lit: tuple[float, float, float], u: float, v: float) -> Field:
    show = smooth(at.presence, 0.0, 1.0)
    return Field(
        "cloudbank",
        {
            "t": at.t % 3600.0, "opacity": show, "seed": float(at.seed % 53), "base": base, "inner_x": u, "inner_y": v,
            "inner": inner, "lit": lit,
        },
        depth=350.0, grain=4, slow=True, reflect=True,
        standin=(halo(from_screen(at, u, v), 200.0, scaled(lit, 0.16), opacity=show * min(inner, 1.0), width=2.0),),
    )  # fmt: skip


@element("sky", 80.0, family="sky", answers=("part", "gather", "hush"), several=1)
def storm(at: Moment) -> tuple[Form, ...]:
    """Heavy cloud rolling slowly overhead, warm light asleep inside it, distant veils of rain."""
    parted = max(at.event("part"), 0.6 * at.event("hush"))
    base = 0.28 + 0.55 * smooth(parted, 0.0, 1.0) - 0.10 * at.event("gather")
    u = 0.9 * np.sin(0.05 * at.t + at.seed % 6)
    inner = 0.5 + 0.5 * float(np.sin(0.21 * at.t + 1.0))
    forms: list[Form] = [_bank(at, base, 0.75 * inner + 0.15, (0.15, 0.085, 0.060), float(u), 0.45)]
    forms += streaks(at, 900, strength=0.55 * (1.0 - 0.8 * parted), lean=0.16)
    return tuple(forms)


@element("sky", 80.0, family="sky", answers=("dim", "hush"), lamp=True, several=1)
def lightning(at: Moment) -> tuple[Form, ...]:
    """Lightning as a sleeper may see it: a cloud that fills with light, a forked thread that glows and goes.

    Nothing flashes: light swells over three seconds and more.
    """
    quiet = 1.0 - 0.8 * max(at.event("dim"), at.event("hush"))
    u, v = 0.5 * (one(at.seed, 3) - 0.5) + 0.35 * np.sin(0.037 * at.t), 0.38
    swell = (0.5 + 0.5 * np.sin(0.45 * at.t - 0.9)) ** 2
    strong = float((0.30 + 1.15 * swell) * quiet)
    show = smooth(at.presence, 0.0, 1.0) * (1.0 - 0.4 * at.calm)
    return (
        _bank(at, 0.22, 1.5 * strong, (0.30, 0.215, 0.20), float(u), v),
        _thread(at, float(u), v, float(smooth(swell, 0.42, 0.98)) * quiet * float(show)),
        Light(
            from_screen(at, float(u), v), (0.16 * strong * show, 0.12 * strong * show, 0.12 * strong * show), 500.0, 0.0
        ),
    )


def _thread(at: Moment, u: float, v: float, show: float) -> Ribbons:
    """A forked thread from a cloud at screen (u, v) towards the ground; each swell of light has another."""
    which = at.seed + 17 * int(np.floor((0.45 * at.t - 0.9) / (2 * np.pi) + 0.25))
    m, camera = 44, at.stage.camera
    s = np.linspace(0.0, 1.0, m)
    low = camera.horizon + 0.02
    jag = np.cumsum(bell(which, 1, m)) * 0.020
    main = np.stack([u + jag - s * jag[-1] * 0.3, v + (low - v) * s], 1)
    lines, wide = [main], [1.0]
    for i in range(4):
        k = int((0.16 + 0.19 * i + 0.06 * one(which, 20 + i)) * m)
        side = 1.0 if i % 2 else -1.0
        bend = np.cumsum(bell(which, 2 + i, m)) * 0.012
        long = 0.17 + 0.16 * one(which, 30 + i)
        lines.append(np.stack([main[k, 0] + side * long * s + bend, main[k, 1] - 0.9 * long * s + 0.5 * bend], 1))
        wide.append(0.45)
    where = np.stack([[from_screen(at, float(a), float(b)) for a, b in line] for line in lines]).astype(np.float32)
    unit = BEYOND / camera.focal
    pale = f32([0.92, 0.74, 0.66])
    strong = np.asarray(wide, np.float32)[:, None, None] * (1.0 - 0.55 * s)[None, :, None]
    return Ribbons(
        where, (unit * 0.0038 * np.asarray(wide)[:, None] * (1.1 - 0.7 * s)[None]).astype(np.float32),
        (pale * 0.62 * show * strong).astype(np.float32), depth=381.0,
    )  # fmt: skip
