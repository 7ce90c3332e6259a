"""A carpet that flies, waves running through it, its fringe trailing."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.drawing.props import AMBER, around
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_LANES_EACH = 10
"""Lanes of motes left to each carpet."""

_RED, _BLUE, _GOLD = np.array([0.34, 0.045, 0.035]), np.array([0.045, 0.055, 0.17]), np.array([0.80, 0.42, 0.13])


def _weave(u: Array, v: Array) -> Array:
    """Its colours at u across and v along, 0..1, (..., 3)."""
    x, y = np.abs(u - 0.5) * 2, np.abs(v - 0.5) * 2
    border = np.maximum(x, 1 - (1 - y) * 1.7)
    medal = np.hypot(x, y * 1.55)
    petals = medal * (1 + 0.16 * np.cos(8 * np.arctan2(y * 1.55, x + 1e-6)))
    colour = np.broadcast_to(_RED, (*u.shape, 3)).copy()
    colour[border > 0.74] = _BLUE
    colour[(border > 0.70) & (border < 0.75)] = _GOLD
    colour[(border > 0.90) & (border < 0.94)] = _GOLD
    colour[(border > 0.79) & (border < 0.88) & (np.sin(u * 50) * np.sin(v * 80) > 0.3)] = _GOLD * 0.7
    colour[petals < 0.50] = _BLUE
    colour[(petals > 0.46) & (petals < 0.53)] = _GOLD
    colour[petals < 0.18] = _GOLD
    return np.asarray(colour, np.float32)


def _flying(
    t: float, where: tuple[float, float, float], long: float, wide: float, opacity: float, grown: float, light: float
) -> list[Ribbons]:
    """Strands along its length, seen from a little below its level; waves run from its front to its back."""
    strands, points = 54, 64
    across, along = np.linspace(0, 1, strands)[:, None], np.linspace(0, 1, points)[None, :]
    wave = np.sin(7.0 * along - 0.9 * t) * (0.25 + 0.75 * along) + 0.35 * np.sin(12 * along - 1.3 * t + 3 * across)
    x = long * (along - 0.5) + 0 * across
    y = 0.085 * long * wave + 0.07 * long * (along - 0.5) + 0.10 * wide * (across - 0.5) ** 2
    z = wide * (across - 0.5) + 0 * along
    # Tilted towards the eye, so that its pattern is seen.
    tilt = 0.62
    at3 = np.stack([where[0] + x, where[1] + y + np.sin(tilt) * z, where[2] + np.cos(tilt) * z], -1)
    slope = np.cos(7.0 * along - 0.9 * t) * (0.25 + 0.75 * along)
    shade = 0.55 + 0.45 * np.clip(0.4 - 0.8 * slope, -0.6, 1.2) + 0 * across
    across_all, along_all = np.broadcast_to(across, (strands, points)), np.broadcast_to(along, (strands, points))
    colour = _weave(across_all.astype(np.float32), along_all.astype(np.float32)) * (light * shade)[..., None]
    body = Ribbons(
        at3.astype(np.float32),
        np.float32(0.78 * wide / strands),
        colour.astype(np.float32),
        profile="veil",
        opacity=opacity,
        grown=grown,
        depth=where[2],
    )
    fringe = []
    for j, side in ((0, -1.0), (points - 1, 1.0)):
        root = at3[::2, j]
        tassel_share = np.linspace(0, 1, 6)[None, :, None]
        sway = 0.015 * long * np.sin(1.3 * t + np.arange(len(root)))[:, None, None]
        fringe.append(
            root[:, None]
            + tassel_share * np.array([side * 0.055 * long, -0.012 * long, 0.0])
            + tassel_share**2 * sway * np.array([0.0, 1.0, 0.0])
        )
    tassels = Ribbons(
        np.concatenate(fringe).astype(np.float32),
        0.003 * long,
        rgb((_GOLD * 0.5 * light).astype(np.float32)),
        opacity=opacity,
        depth=where[2],
    )
    return [body, tassels]


@element("air", 1.8, handles=("rise", "drift"))
def carpet(moment: Moment) -> tuple[Form, ...]:
    """A carpet that flies, waves running through it, its fringe trailing."""
    size = moment.size(1.8)
    here = float(smooth(moment.presence, 0, 1))
    n = int(min(max(moment.count, 1), 3))
    warm = np.asarray(AMBER, np.float32)
    forms: list[Form] = []
    for i in range(n):
        scale = size * (1.0 if i == 0 else 0.55)
        where = (
            moment.place.x
            + (0.0, -1.3, 1.5)[i] * size
            + (0.10 + 0.4 * moment.event("drift")) * size * np.sin(0.2 * moment.t + i),
            moment.place.y
            + size * (0.42 + (0.0, 0.45, 0.30)[i] + 0.06 * np.sin(0.45 * moment.t + i) + 0.5 * moment.event("rise")),
            moment.place.z + (0.0, 1.6, 2.4)[i] * size,
        )
        forms += _flying(
            moment.t + 5 * i,
            where,
            1.45 * scale,
            0.80 * scale,
            here,
            1.1 * smooth(moment.presence, 0, 1),
            0.27 * (1 - 0.3 * moment.calm),
        )
        forms.append(
            Dots(
                np.array([[where[0], where[1], where[2] + 0.5]], np.float32),
                2.2 * scale,
                warm * np.float32(0.04 * here),
                reflect=False,
            )
        )
        forms.append(around(moment, where, 0.9 * scale, warm * np.float32(0.8 * here), n=60, lane=_LANES_EACH * i))
    forms.append(
        Light(
            (moment.place.x, moment.place.y + 0.5 * size, moment.place.z - 0.3),
            rgb(warm * np.float32(0.25 * here)),
            1.8 * size,
            haze=0.3,
        )
    )
    return tuple(forms)
