"""Two heavy curtains with light between them; they part and let it out."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.drawing.props import around
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _sheet(
    t: float,
    where: tuple[float, float, float],
    wide: float,
    long: float,
    colour: Array,
    *,
    folds: float = 3.0,
    seed: float = 0.0,
    strands: int = 72,
    points: int = 22,
    opacity: float = 1.0,
    grown: float = 1.0,
    hang: float = 0.0,
    blow: float = 0.35,
    gather: float = 0.0,
    lift: float = 0.0,
) -> list[Ribbons]:
    """A hanging or floating cloth whose upper edge is centred at `where`, metres.

    `hang` 0 floats along the air to the side .. 1 falls straight down like a curtain; `blow` how far it billows;
    `gather` 0 spread .. 1 drawn together at its upper edge; `lift` raises its ends.
    """
    across = np.linspace(0, 1, strands)[:, None]
    down = np.linspace(0, 1, points)[None, :]
    phase = 6.28 * seed
    fold = 6.283 * folds * across + phase
    # Folds deepen downwards and drift slowly: broad ones, and narrower ones that run the other way.
    broad = fold + 0.31 * t + 1.4 * down
    wave = np.sin(broad) + 0.45 * np.sin(1.83 * fold - 0.22 * t + 2.1 * down + 1.0)
    deep = (0.35 + 0.65 * down) * blow
    tight = 1.0 - gather * (1 - down) ** 1.3 * 0.82
    # A fold that comes forward takes cloth from beside it: a quarter turn later than its depth.
    x = (across - 0.5) * wide * tight + 0.055 * wide * deep * np.sin(broad + 1.57) * 1.6
    floating = 0.55 * down + 0.16 * np.sin(3.1 * down + 0.4 * t + phase)
    drape = hang * down + (1 - hang) * floating
    uneven = 0.035 * long * np.sin(5.0 * across + 0.35 * t + phase) * down
    y = -long * drape + lift * down**2 * long + uneven
    billow = 0.10 * long * blow * np.sin(1.7 * down + 0.27 * t + phase) * down
    sideways = (1 - hang) * long * 0.85 * down + billow
    z = 0.13 * wide * deep * wave
    at3 = np.stack([where[0] + x + sideways, where[1] + y, where[2] + z], -1)
    slope = np.gradient(x, axis=0) / (wide / strands)
    turn = np.gradient(z, axis=0) / (wide / strands)
    # Seen along a fold there is more cloth in the sight line; facing the light it shines.
    shine = 0.16 / (np.abs(slope) + 0.16) + 0.55 * np.clip(-turn * 1.6, 0, 1.4) ** 2
    shine = shine * (0.55 + 0.45 * np.sin(np.pi * down) ** 0.5) * (1 - 0.35 * down)
    hem = np.exp(-(((down - 0.985) / 0.018) ** 2)) + np.exp(-((down / 0.012) ** 2))
    ends = np.clip(np.minimum(across, 1 - across) / 0.06, 0.25, 1.0)
    light = ((0.20 + shine + 0.5 * hem) * ends)[..., None] * colour[None, None, :]
    half = 0.62 * wide / strands * (0.7 + 0.5 * np.clip(slope, 0.2, 1.5))
    show = np.full((strands, points), opacity, np.float32) * np.clip(1.15 - 0.25 * down, 0, 1)
    return [
        Ribbons(
            at3.astype(np.float32),
            half.astype(np.float32),
            light.astype(np.float32),
            profile="veil",
            opacity=show.astype(np.float32),
            grown=grown,
            depth=where[2],
        ),
    ]


_ROSE = (0.40, 0.085, 0.075)
"""Linear colour of the cloth where the words name no other."""
_WARM = (1.0, 0.56, 0.22)
"""Linear colour of the light between them."""
_CLOSED, _OPEN = 0.05, 0.30
"""Half the gap between them, in shares of their height: closed, and how much more when they have parted."""
_WIDE = 0.62
"""Breadth of one while they are closed, in shares of their height."""


@element("hero", 2.6, handles=("open", "close", "part", "drift"))
def curtain(moment: Moment) -> tuple[Form, ...]:
    """Two heavy curtains with light between them; they part and let it out."""
    size = moment.size(2.6)
    base = np.asarray(moment.tint or _ROSE, np.float32)
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - 0.3 * moment.calm)
    part = float(smooth(max(moment.event("open"), moment.event("part")), 0, 1)) * (
        1 - float(smooth(moment.event("close"), 0, 1))
    )
    gap = (_CLOSED * (1 - 0.8 * moment.event("close")) + _OPEN * part) * size
    warm = np.array(_WARM, np.float32)
    x, y, z = moment.place.x, moment.place.y + 1.02 * size, moment.place.z
    glow = Dots(
        np.array([[x, y - 0.55 * size, z + 0.3], [x, y - 0.55 * size, z + 0.3]], np.float32),
        np.array([2.4, 0.9], np.float32) * np.float32(size * (0.8 + 0.5 * part)),
        warm[None, :] * (np.array([0.055, 0.16], np.float32) * np.float32(here * (0.5 + 0.9 * part)))[:, None],
        depth=z + 0.3,
    )
    forms: list[Form] = [glow]
    for side in (-1.0, 1.0):
        wide = size * (_WIDE - 0.20 * part)
        forms += _sheet(
            moment.t * 0.6,
            (x + side * (gap + wide / 2), y, z),
            wide,
            size,
            base * np.float32(0.42),
            folds=4.2 + 2 * part,
            seed=0.3 + side,
            opacity=here,
            hang=1.0,
            blow=0.30 + 0.1 * moment.event("drift"),
            strands=64,
            grown=1.15 * smooth(moment.presence, 0, 1),
        )
    rod = np.stack(
        [np.linspace(x - 0.72 * size, x + 0.72 * size, 24), np.full(24, y + 0.01), np.full(24, z - 0.02)], -1
    )[None]
    forms += [
        Ribbons(
            rod.astype(np.float32),
            0.012 * size,
            (0.20, 0.12, 0.06),
            profile="body",
            opacity=here,
            glow=(0.06, 0.03, 0.01),
            depth=z - 0.05,
        ),
        Light((x, y - 0.6 * size, z - 0.2), rgb(warm * np.float32((0.25 + 0.6 * part) * here)), 1.6 * size, haze=0.6),
        around(moment, (x, y - 0.5 * size, z - 0.2), 0.7 * size, warm * np.float32(here * (0.4 + 0.5 * part)), n=50),
    ]
    return tuple(forms)
