"""A tortoise under its domed shell, that lifts its head and looks about."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Part
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.modelled.surface import wool
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.residents import cast_of, now_and_then, residents, tinted
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

F = np.float32
_SHELL: Colour = (0.36, 0.24, 0.085)
_SKIN: Colour = (0.30, 0.29, 0.16)
_LOOKS = 3
_SWIMS = 8


def _scutes(base: Array, p: Array, t: Array, angle: Array) -> Array:
    """Plates of the shell: a row along the back, two rows beside it, dark seams between them."""
    x, z = p[0] / 0.155, p[2] / 0.205
    row = np.abs(x)
    shifted = z * 1.75 + np.where(row > 0.36, 0.5, 0.0)
    seam = np.abs(np.mod(shifted, 1.0) - 0.5)
    line = np.minimum(np.abs(row - 0.36) * 1.3, (0.5 - seam) * 0.62)
    edge = np.clip((0.09 - p[1]) / 0.02, 0, 1)
    middle = np.exp(-((seam / 0.16) ** 2)) * 0.30
    tone = (0.38 + 0.62 * np.clip(line / 0.06, 0, 1)) * (1.0 + middle)
    rim = 0.75 + 0.35 * (np.mod(np.arctan2(x, z) * 4.0, 1.0) > 0.15)
    return np.asarray(base * (tone * (1 - edge) + rim * edge)[:, None], F)


def _turtle(own: Colour, up: float, stroke: float = 0.0, *, swims: bool = False) -> list[Part]:
    shell = Part(own, 0.012, paint=_scutes)
    shell.ellipsoid((0, 0.075, 0), (0.150, 0.118, 0.200))
    shell.cut((0, 0.066, 0), (0, -1, 0))
    rim = Part(np.asarray(own) * 0.8, 0.01, paint=_scutes)
    rim.ellipsoid((0, 0.070, 0), (0.163, 0.020, 0.214))
    under = Part((0.50, 0.42, 0.22), 0.01).ellipsoid((0, 0.058, 0), (0.135, 0.026, 0.180))
    skin = Part(_SKIN, 0.012, bump=wool(0.012, 0.0008))
    high = 0.030 * up
    skin.loft([(0, 0.065, 0.150), (0, 0.085 + high, 0.215), (0, 0.110 + 1.6 * high, 0.255)], [0.032, 0.026, 0.026])
    skin.ellipsoid((0, 0.122 + 1.7 * high, 0.280), (0.031, 0.028, 0.038))
    skin.cone((0, 0.060, -0.19), (0, 0.045, -0.245), 0.016, 0.004)
    for sign in (1.0, -1.0):
        if swims:
            sweep = 0.10 * stroke
            skin.cone(
                (sign * 0.115, 0.060, 0.115),
                (sign * 0.270, 0.060 + sweep, 0.075 - 0.04 * stroke),
                (0.040, 0.016),
                (0.022, 0.007),
                (0, 0, 1),
            )
            skin.cone(
                (sign * 0.105, 0.055, -0.135),
                (sign * 0.170, 0.050 - 0.5 * sweep, -0.225),
                (0.030, 0.014),
                (0.024, 0.007),
                (0, 0, 1),
            )
        else:
            for z, out in ((0.118, 1.0), (-0.125, 0.95)):
                skin.cone((sign * 0.095 * out, 0.075, z), (sign * 0.122 * out, 0.024, z + 0.012), 0.038, 0.030)
                skin.ellipsoid((sign * 0.124 * out, 0.020, z + 0.022), (0.031, 0.020, 0.036))
    eyes, shine = Part((0.015, 0.013, 0.010), 0.001), Part((0.8,) * 3, 0.001)
    for sign in (1.0, -1.0):
        eyes.ball((sign * 0.026, 0.130 + 1.7 * high, 0.294), 0.0072)
        shine.ball((sign * 0.031, 0.133 + 1.7 * high, 0.298), 0.0020)
    mouth = Part(np.asarray(_SKIN) * 0.4, 0.001)
    for sign in (1.0, -1.0):
        mouth.cone((0, 0.112 + 1.7 * high, 0.3175), (sign * 0.022, 0.114 + 1.7 * high, 0.300), 0.002, 0.002)
    return [shell, rim, under, skin, eyes, shine, mouth]


@lru_cache(maxsize=4)
def _cast(own: Colour, swims: bool) -> Modelled:
    key = f"turtle/{swims:d}/" + "".join(f"{round(255 * c):02x}" for c in own)
    if swims:

        def strokes() -> list[list[Part]]:
            angles = 2 * np.pi * np.arange(_SWIMS) / _SWIMS
            return [_turtle(own, 0.0, float(np.sin(a)), swims=True) for a in angles]

        return cast_of(key, strokes, 0.20, 1.05, pitch=0.35, ground=False, rows=90)
    return cast_of(key, lambda: [_turtle(own, k / (_LOOKS - 1)) for k in range(_LOOKS)], 0.205, 1.10, pitch=0.16)


@element("prop", 0.40)
def turtle(moment: Moment) -> tuple[Form, ...]:
    """A tortoise under its domed shell, that lifts its head and looks about."""
    swims = moment.surface == "sea"
    cast = _cast(tinted(moment, _SHELL), swims)

    def frame(phase: Array) -> Array:
        if swims:
            return np.asarray(_SWIMS * np.mod(0.16 * moment.t + phase, 1.0), F)
        return now_and_then(moment.t, phase, _LOOKS, 15.0, 0.35)

    return residents(moment, cast, 0.50, frame, most=6, afloat=swims)
