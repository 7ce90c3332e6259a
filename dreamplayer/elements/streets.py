"""A city of satin towers, and a road of stardust."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathering, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import heeded
from dreamplayer.drawing.road import dust, surface
from dreamplayer.drawing.skyline import TALL, plan, tower_shape
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

WINDOW = (1.0, 0.66, 0.32)
STARDUST = (1.0, 0.80, 0.56)


@element(
    "far",
    34.0,
    family="built",
    answers=("ripple", "twist", "dim", "tremble", "melt", "swirl", "wrap"),
    lamp=True,
    several=1,
)
def city(moment: Moment) -> tuple[Form, ...]:
    """Towers of silver satin on both sides of an avenue, windows lit in clumps; they ripple and twist like cloth."""
    spread, size = moment.place.spread, moment.place.size
    near = 15.0
    towers = plan(moment.seed % 61, 92, near, 130.0, 3.2 * spread)
    n = len(towers["x"])
    z = towers["z"]
    order = smooth(moment.presence * 1.6 - 0.6 * dice(moment.seed, 3, n), 0.0, 1.0)
    twist, ripple = (
        max(moment.event("twist"), moment.event("swirl"), moment.event("wrap")),
        max(moment.event("ripple"), 0.6 * moment.event("tremble")),
    )
    phase = 6.28 * dice(moment.seed, 4, n)
    lean = 0.010 * np.sin(0.19 * moment.t + phase) + (0.05 * ripple + 0.11 * twist) * np.sin(
        0.55 * moment.t + phase - 0.05 * z
    )
    wide = (
        1.0 + 0.03 * np.sin(0.23 * moment.t + phase) - 0.22 * twist * (0.5 + 0.5 * np.sin(0.4 * moment.t + phase * 2))
    )
    dark = (1 - 0.85 * moment.event("dim")) * (1 - 0.3 * moment.calm)
    warm = np.asarray(moment.tint or WINDOW, np.float32)
    lights = (
        dark
        * (0.55 + 0.10 * np.sin(0.6 * moment.t + phase))
        * smooth(moment.presence * 1.8 - 0.8 * dice(moment.seed, 5, n), 0.4, 1)
    )
    where = np.stack([moment.place.x + towers["x"], np.zeros(n), z], 1).astype(np.float32)
    tall = towers["tall"] * size * (0.82 + 0.18 * order) * (1 - 0.35 * float(smooth(moment.event("melt"), 0, 1)))
    # Satin mirrors the sky: its tint is the sky's light, not its own.
    glow, zen = np.asarray(moment.palette.glow), np.asarray(moment.palette.horizon)
    hue = 0.40 * glow / max(float(glow.max()), 0.02) + 0.60 * np.array([0.86, 0.87, 0.97])
    sky = 0.115 * hue + zen * 1.6 + 0.02
    haze = np.clip(1.25 - z / 150, 0.5, 1.0)
    tint = (
        sky[None, :]
        * (haze * (0.55 + 0.45 * dark))[:, None]
        * (1 + 0.35 * ripple * np.sin(0.8 * moment.t - 0.12 * z + phase))[:, None]
    )
    forms: list[Form] = []
    for low, high in ((60.0, 1e9), (30.0, 60.0), (0.0, 30.0)):
        pick = (z >= low) & (z < high)
        if not pick.any():
            continue
        forms.append(
            Sprites(
                tower_shape(),
                where[pick],
                (TALL * tall[pick]).astype(np.float32),
                tint=(3.6 * tint[pick]).astype(np.float32),
                glow=(warm[None, :] * lights[pick, None]).astype(np.float32),
                opacity=order[pick].astype(np.float32),
                lit=0.22,
                rim=0.8,
                turn=lean[pick].astype(np.float32),
                width=(0.84 * towers["flip"] * wide)[pick].astype(np.float32),
                frame=towers["kind"][pick],
            )
        )
    if moment.presence < 1.0:
        for i in np.argsort(z)[:5]:
            forms.append(
                gathering(
                    moment,
                    tower_shape(),
                    rgb(where[i]),
                    float(TALL * tall[i]),
                    count=260,
                    colour=WINDOW,
                    frame=int(towers["kind"][i]),
                    lane=int(i),
                )
            )
    here = np.float32(smooth(moment.presence, 0.1, 0.9) * dark)
    forms += [
        Dots(
            np.array([[moment.place.x, 3.0, 120.0]], np.float32),
            95.0,
            warm * np.float32(0.055) * here,
            depth=131.0,
            reflect=False,
        ),
        Light((moment.place.x - 3.0, 3.0, 26.0), rgb(warm * np.float32(0.30) * here), 9.0, 0.25),
        Light((moment.place.x + 3.5, 2.0, 16.0), rgb(warm * np.float32(0.22) * here), 7.0, 0.15),
    ]
    return tuple(forms)


@element(
    "ground",
    1.0,
    family="built",
    answers=("ripple", "shimmer", "dissolve", "pulse", "twist", "swirl", "wrap", "shatter", "scatter"),
    several=1,
)
def road(moment: Moment) -> tuple[Form, ...]:
    """A road that winds to the horizon, stardust streaming along it; rings of light run out over it when it ripples."""
    phase = 6.28 * one(moment.seed, 1)
    strength = 0.75 * (1 if one(moment.seed, 2) < 0.5 else -1)
    half = 1.55 * moment.place.size * moment.place.spread
    gone = float(smooth(max(moment.event("dissolve"), moment.event("shatter"), moment.event("scatter")), 0.0, 1.0))
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - gone)
    warm = np.asarray(moment.tint or STARDUST, np.float32)
    told = 1 + 0.3 * heeded(moment, "twist", "swirl", "wrap")
    shimmer = (
        told
        + 0.3 * moment.event("shimmer") * np.sin(1.1 * moment.t)
        + 0.35 * moment.event("pulse") * np.sin(0.7 * moment.t) ** 2
    )
    bright = float(0.9 * shimmer * (1 - 0.3 * moment.calm) * (1 - 0.7 * gone))
    forms: list[Form] = [
        surface(
            moment,
            (0.20, 0.185, 0.21),
            here,
            phase=phase,
            strength=strength,
            half=half,
            edge=rgb(warm * np.float32(0.10)),
            edge_strength=0.55 * here,
        ),
        dust(
            moment, 7000, warm, phase=phase, strength=strength, half=half, bright=bright, ripple=moment.event("ripple")
        ),
    ]
    return tuple(forms)
