"""A frog that sits, breathing at the throat, and now and then shuts its eyes."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Paint, Part
from dreamplayer.drawing.modelled.shape import Modelled
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import larger
from dreamplayer.elements.creatures._shared.flying_bodies import OPEN_STAGE
from dreamplayer.elements.creatures._shared.residents import cast_of, residents, tinted
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

F = np.float32
_GREEN: Colour = (0.17, 0.33, 0.075)
_BELLY: Colour = (0.58, 0.58, 0.36)
_BREATH = 3


def _skin(own: Colour) -> Paint:
    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        spots = np.sin(p[2] * 150 + 2 * np.sin(p[0] * 120)) * np.sin(p[0] * 170 + 1.5 * np.sin(p[2] * 110))
        out = base * np.where((spots > 0.45) & (p[1] > 0.04), 0.55, 1.0)[:, None]
        under = np.clip((0.050 - p[1] + 0.25 * (p[2] - 0.03)) / 0.016 + 0.5, 0, 1) * np.clip((p[2] - 0.0) / 0.02, 0, 1)
        return np.asarray(out + (np.asarray(_BELLY, F) - out) * under[:, None], F)

    return paint


def _frog(own: Colour, breath: float) -> list[Part]:
    b = Part(own, 0.010, paint=_skin(own))
    b.loft(
        [(0, 0.022, -0.068), (0, 0.040, -0.045), (0, 0.055, -0.008), (0, 0.072, 0.030), (0, 0.078, 0.058)],
        [(0.024, 0.018), (0.040, 0.032), (0.046, 0.040), (0.043, 0.034), (0.030, 0.020)],
    )
    b.ellipsoid((0, 0.058, 0.042), (0.030, 0.018 + 0.006 * breath, 0.026 + 0.004 * breath))
    for sign in (1.0, -1.0):
        b.ball((sign * 0.026, 0.102, 0.036), 0.0175)
        # Folded hind leg: thigh, shin, long foot; then the arm.
        b.cone((sign * 0.030, 0.032, -0.050), (sign * 0.066, 0.042, 0.006), 0.024, 0.017)
        b.cone((sign * 0.066, 0.040, 0.006), (sign * 0.058, 0.012, -0.050), 0.015, 0.009)
        b.cone((sign * 0.058, 0.009, -0.050), (sign * 0.082, 0.006, 0.022), (0.011, 0.008), (0.018, 0.005))
        b.cone((sign * 0.034, 0.050, 0.030), (sign * 0.047, 0.026, 0.040), 0.014, 0.010)
        b.cone((sign * 0.047, 0.026, 0.040), (sign * 0.036, 0.007, 0.060), 0.009, 0.008)
        for turned in (-0.7, 0.0, 0.7):
            b.cone(
                (sign * 0.036, 0.006, 0.060),
                (sign * 0.036 + 0.020 * np.sin(turned), 0.004, 0.060 + 0.020 * np.cos(turned)),
                0.0055,
                0.0045,
            )
    eyes, pupils, shine = Part((0.52, 0.36, 0.05), 0.001), Part((0.010, 0.010, 0.010), 0.001), Part((0.85,) * 3, 0.001)
    mouth = Part(np.asarray(own) * 0.35, 0.001)
    for sign in (1.0, -1.0):
        eyes.ball((sign * 0.0325, 0.105, 0.043), 0.0130)
        pupils.ellipsoid((sign * 0.0375, 0.1055, 0.0500), (0.0075, 0.0060, 0.0075))
        shine.ball((sign * 0.0410, 0.1110, 0.0545), 0.0024)
        mouth.loft(
            [(sign * 0.002, 0.074, 0.0815), (sign * 0.020, 0.074, 0.072), (sign * 0.037, 0.079, 0.047)], [0.0022] * 3
        )
    return [b, eyes, pupils, shine, mouth]


@lru_cache(maxsize=4)
def _cast(own: Colour) -> Modelled:
    key = "frog/" + "".join(f"{round(255 * c):02x}" for c in own)
    return cast_of(key, lambda: [_frog(own, k / (_BREATH - 1)) for k in range(_BREATH)], 0.125, 0.75, pitch=0.22)


@element("prop", 0.13)
def frog(moment: Moment) -> tuple[Form, ...]:
    """A frog that sits, breathing at the throat, and now and then shuts its eyes."""

    def breath(phase: Array) -> Array:
        return np.asarray((_BREATH - 1) * (0.5 - 0.5 * np.cos(1.7 * moment.t + 6.2832 * phase)), F)

    shown = larger(moment, OPEN_STAGE) if moment.surface is None else moment
    return residents(shown, _cast(tinted(moment, _GREEN)), 0.18, breath, most=7)
