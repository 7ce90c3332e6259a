"""Flowers by the thousand: a garden, a meadow."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.flower import HUES, meadow_flowers
from dreamplayer.drawing.grass import field, tuft
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _grass_tint(moment: Moment) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    accent = moment.tint or (0.05, 0.16, 0.07)
    tint = tuple(0.012 + 0.40 * c for c in accent)
    glow = tuple(0.030 * c + 0.02 * k * w for c, k, w in zip(accent, moment.palette.key, (0.5, 0.7, 0.3), strict=True))
    return tint, glow  # type: ignore[return-value]


def _fireflies(moment: Moment, n: int, colour: tuple[float, float, float], show: float) -> Dots:
    """Slow small lights over the flowers."""
    z = 2.5 * (26.0 / 2.5) ** dice(moment.seed, 61, n)
    x = (dice(moment.seed, 62, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal
    own = 6.283 * dice(moment.seed, 63, n)
    pace = 0.5 + dice(moment.seed, 64, n)
    place = np.stack(
        [
            moment.stage.camera.x + x + 0.5 * np.sin(0.21 * pace * moment.t + own),
            0.35 + 0.9 * dice(moment.seed, 65, n) + 0.25 * np.sin(0.33 * pace * moment.t + 2 * own),
            z + 0.4 * np.sin(0.17 * pace * moment.t + 3 * own),
        ],
        1,
    ).astype(np.float32)
    breath = np.clip(np.sin(0.55 * pace * moment.t + own), 0, 1) ** 2 * 0.85 + 0.10
    base = np.asarray(colour, np.float32)
    return Dots(place, np.float32(0.045), (base[None] * (0.8 * breath * show)[:, None]).astype(np.float32))


@element("ground", 1.0, family="plant", answers=("bloom", "grow", "open", "spread", "melt"), lamp=True, several=1)
def garden(moment: Moment) -> tuple[Form, ...]:
    """Flowers to the horizon in drifts among grass, a path left open, pollen lights over them.

    Notes: `free` the half width of the path at its nearest, in screen units, .3 unless given.
    """
    free = round(moment.param("free", 0.30), 2)
    told = max(moment.event("bloom"), moment.event("grow"), moment.event("open"), moment.event("spread"))
    own = 0.35 + 0.40 * float(smooth(moment.t / 14.0, 0.0, 1.0))
    open_ = own + (1.0 - own) * float(smooth(told, 0.0, 1.0))
    grown = open_ * float(smooth(moment.presence, 0.0, 1.0))
    show = float(smooth(moment.presence, 0.0, 0.6)) * (1.0 - 0.3 * float(smooth(moment.event("melt"), 0.0, 1.0)))
    hues = (
        HUES
        if moment.tint is None
        else np.asarray([moment.tint, *(0.5 * HUES[:3] + 0.5 * f32(moment.tint))], np.float32)
    )
    tint, glow = _grass_tint(moment.replace(tint=None))
    flowers = meadow_flowers()
    forms: list[Form] = [
        field(
            moment,
            "garden/grass",
            tuft(),
            2600,
            moment.size(0.34),
            tint=tint,
            glow=glow,
            kinds=4,
            grown=max(grown, 0.7 * show),
            opacity=show,
            near=1.9,
            far=30.0,
            sway=0.03,
            free=0.0 if "free" not in moment.params else round(0.75 * free, 2),
        ),
        field(
            moment,
            "garden/far",
            flowers,
            4200,
            moment.size(0.42),
            tint=hues,
            glow=hues * 0.20,
            kinds=5,
            first=3,
            stride=4,
            near=6.0,
            far=42.0,
            grown=grown,
            opacity=show,
            sway=0.02,
            clump=0.85,
            free=round(0.55 * free, 2),
            lane=1,
            depth=14.0,
        ),
        field(
            moment,
            "garden/near",
            flowers,
            900,
            moment.size(0.44),
            tint=hues,
            glow=hues * 0.22,
            kinds=5,
            first=3,
            stride=4,
            near=2.0,
            far=6.5,
            grown=grown,
            opacity=show,
            sway=0.03,
            clump=0.9,
            free=free,
            lane=2,
            depth=4.0,
        ),
        _fireflies(moment, 130, (1.0, 0.60, 0.22), show * (0.4 + 0.6 * open_)),
    ]
    forms.append(Light((moment.place.x, 0.8, moment.place.z), (0.34 * show, 0.17 * show, 0.06 * show), 5.0, 0.35))
    return tuple(forms)


@element("ground", 1.0, family="earth", answers=("bloom", "grow", "shimmer"), several=1)
def meadow(moment: Moment) -> tuple[Form, ...]:
    """Deep grass in slow waves of wind, its tips faintly alight, small flowers strewn in it."""
    grown = 0.85 + 0.40 * moment.event("grow")
    show = float(smooth(moment.presence, 0.0, 1.0))
    tint, glow = _grass_tint(moment)
    lit = np.asarray(glow, np.float32) * np.float32(11.0) + np.float32(0.02) * np.asarray(
        moment.palette.accent, np.float32
    )
    sway = 0.06 * (1.0 + 0.8 * moment.event("shimmer"))
    flowers = 0.12 + 0.88 * float(smooth(moment.event("bloom"), 0.0, 1.0))
    return (
        field(
            moment,
            "meadow/far",
            tuft(),
            3800,
            moment.size(0.55),
            tint=tint,
            glow=rgb(lit),
            kinds=4,
            near=5.0,
            far=46.0,
            grown=grown * show,
            opacity=show,
            sway=sway,
            depth=12.0,
        ),
        field(
            moment,
            "meadow/near",
            tuft(),
            1500,
            moment.size(0.50),
            tint=tint,
            glow=rgb(lit),
            kinds=4,
            near=1.7,
            far=5.0,
            grown=grown * show,
            opacity=show,
            sway=sway,
            lane=1,
            depth=3.2,
        ),
        field(
            moment,
            "meadow/flowers",
            meadow_flowers(),
            1300,
            moment.size(0.40),
            tint=HUES,
            glow=HUES * 0.16,
            kinds=5,
            first=3,
            stride=4,
            near=2.2,
            far=30.0,
            grown=show * flowers * 1.1,
            opacity=show,
            sway=sway,
            clump=0.75,
            lane=2,
            depth=6.0,
        ),
        _fireflies(moment, 60, (0.85, 0.75, 0.30), show * (0.6 + 0.4 * moment.event("shimmer"))),
    )
