"""A veil of silk floating on the air, its folds lit by themselves; it descends, or wraps itself around."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.drawing.props import around
from dreamplayer.elements.objects._shared.silk import scarf
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform, uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_FOLDS = 1
"""Random lane of the folds; the number of the cloth is added."""
_FALL_PHASE, _FALL_TIME, _FALL_ANGLE, _FALL_RADIUS, _FALL_BRIGHTNESS = 1, 2, 3, 4, 5
"""Random lanes of the light that runs down the cloth."""


def _shawl(
    t: float, apex: tuple[float, float, float], foot: tuple[float, float, float], wide: float, colour: Array, *,
    opacity: float, grown: float, strands: int = 56, points: int = 34,
) -> list[Ribbons]:  # fmt: skip
    """Silk from `apex` to a ring `wide` metres across about `foot`: its back half, then its front half.

    `grown` 0..1 is how far it has come down. What stands at the foot is seen between the halves.
    """
    out = []
    v = np.linspace(0.0, 1.0, points)[None]
    for front in (False, True):
        s = np.linspace(0.0, 1.0, strands)[:, None]
        angle = np.pi * (s if not front else 1.0 + s) + 0.04 * np.sin(0.21 * t)
        # Low frequencies only, or silk turns to zebra.
        fold = 0.22 * np.sin(5.0 * angle + 0.25 * t + 1.2 * v) + 0.11 * np.sin(9.0 * angle - 0.19 * t + 2.0 * v)
        flare = 0.035 + 0.965 * v**1.9
        radius = 0.5 * wide * flare * (1.0 + fold * (0.35 + 0.65 * v))
        # In front it parts and is drawn aside, so that nobody is hidden.
        turn = angle if not front else angle + 0.52 * v * np.sin(2 * (angle - np.pi)) * -1.0
        x = apex[0] + (foot[0] - apex[0]) * v + radius * np.cos(turn)
        y = apex[1] + (foot[1] - apex[1]) * v**1.08 + 0.03 * wide * np.sin(6.0 * angle + 0.3 * t) * v**3
        z = apex[2] + (foot[2] - apex[2]) * v + 0.62 * radius * np.sin(turn)
        at3 = np.stack([x, np.maximum(y, 0.015), np.maximum(z, 0.9)], -1)
        step = np.abs(np.gradient(x, axis=0)) * strands / (np.pi * 0.5 * wide * np.maximum(flare, 0.05))
        shine = 0.13 / (step / 0.8 + 0.13) + 0.10
        hem = 0.8 * np.exp(-(((v - 0.985) / 0.016) ** 2))
        glint = 0.75 + 0.25 * np.sin(2.4 * v - 0.3 * t + 3.0 * angle)
        light = ((shine * glint + 0.4 * hem * shine) * (0.55 + 0.45 * (1 - v)))[..., None] * colour[None, None]
        half = 0.62 * wide * flare / strands * np.ones_like(s)
        show = opacity * (0.62 if front else 0.80) * np.clip(v / 0.34, 0.0, 1.0) ** 1.3 * np.ones_like(s)
        out.append(
            Ribbons(
                at3.astype(np.float32), half.astype(np.float32), light.astype(np.float32), profile="veil",
                opacity=show.astype(np.float32), grown=np.float32(1.08 * grown), reflect=False,
                depth=foot[2] + (-0.35 if front else 0.35) * wide,
            )
        )  # fmt: skip
    return out


_SILK = (0.95, 0.80, 0.66)
"""Linear colour of the silk where the words name no other."""


@element("air", 1.8, handles=("wrap", "drift", "descend"))
def cloth(moment: Moment) -> tuple[Form, ...]:
    """A veil of silk floating on the air, its folds lit by themselves; it descends, or wraps itself around.

    Notes: `shawl` metres of height from which it is let down, around whoever stands in its place.
    """
    if moment.param("shawl", 0.0) > 0.0:
        return _let_down(moment)
    size = moment.size(1.8)
    base = np.asarray(moment.tint or _SILK, np.float32)
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - 0.3 * moment.calm)
    wrap = float(smooth(moment.event("wrap"), 0.0, 1.0))
    drop = float(smooth(moment.event("descend"), 0.0, 1.0))
    drift = moment.event("drift")
    n = int(min(max(moment.count, 1), 3))
    forms: list[Form] = []
    for i in range(n):
        x = moment.place.x + (i - (n - 1) / 2) * 0.8 * size + 0.15 * drift * size * np.sin(0.2 * moment.t)
        y = moment.place.y + size * (0.62 - 0.30 * drop) + 0.05 * size * np.sin(0.4 * moment.t + 2 * i)
        forms.append(
            scarf(
                moment.t,
                (float(x), float(y), moment.place.z + 0.3 * i),
                1.5 * size,
                0.62 * size,
                base * np.float32(0.55),
                seed=uniform_one(moment.seed, _FOLDS + i),
                opacity=0.9 * here,
                grown=1.15 * smooth(moment.presence, 0.0, 1.0),
                wrap=wrap,
                wave=1.0 + 0.3 * drift,
            )
        )
    middle = (moment.place.x, moment.place.y + 0.6 * size, moment.place.z)
    forms += [
        Dots(
            np.array([middle], np.float32),
            2.2 * size,
            base * np.float32(0.022 * here),
            reflect=False,
            depth=moment.place.z + 0.5,
        ),
        around(moment, middle, 0.8 * size, base * np.float32(0.8 * here), n=60),
        Light((middle[0], middle[1], middle[2] - 0.2), rgb(base * np.float32(0.22 * here)), 2.4 * size, haze=0.3),
    ]
    return tuple(forms)


def _let_down(moment: Moment) -> tuple[Form, ...]:
    """A shawl that comes down from above and settles around someone, glitter sinking along it."""
    p, high = moment.place, moment.param("shawl", 3.0)
    base = np.asarray(moment.tint or _SILK, np.float32)
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - 0.25 * moment.calm)
    grown = float(smooth(moment.t, 0.0, 11.0))
    wide = moment.size(2.7)
    apex, foot = (p.x - 0.05, p.y + high, p.z + 0.2), (p.x, p.y + 0.02, p.z)
    grains = 420
    fall = np.mod(
        uniform(moment.seed, _FALL_PHASE, grains) + moment.t / (13.0 + 9.0 * uniform(moment.seed, _FALL_TIME, grains)),
        1.0,
    )
    angle = 6.283 * uniform(moment.seed, _FALL_ANGLE, grains) + 0.1 * moment.t
    radius = 0.5 * wide * (0.06 + 0.98 * fall**1.5) * (0.85 + 0.25 * uniform(moment.seed, _FALL_RADIUS, grains))
    where = np.stack(
        [
            p.x + radius * np.cos(angle),
            np.maximum(p.y + high * (1 - fall), 0.02),
            p.z + 0.2 * (1 - fall) + 0.6 * radius * np.sin(angle),
        ],
        1,
    )
    bright = (
        np.sin(np.pi * fall)
        * uniform(moment.seed, _FALL_BRIGHTNESS, grains) ** 3
        * here
        * smooth(grown - fall, 0.0, 0.1)
    )
    return (
        *_shawl(moment.t, apex, foot, wide, base * np.float32(0.42), opacity=here, grown=grown),
        Dots(where.astype(np.float32), np.float32(0.016), (base * (0.9 * bright)[:, None]).astype(np.float32)),
        Light((p.x, p.y + 0.9, p.z - 0.6), rgb(base * np.float32(0.22 * here * grown)), reach=2.6, haze=0.3),
    )
