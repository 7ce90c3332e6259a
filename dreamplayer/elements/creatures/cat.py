"""A cat: it sits, sleeps curled up, or walks with its tail held like a question mark."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Paint, Part, Vec, rotation, vec
from dreamplayer.drawing.modelled.surface import fur
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_CAT = Beast(
    name="cat",
    spine=((-0.52, 0.78, 0.165), (-0.15, 0.82, 0.155), (0.20, 0.80, 0.170), (0.32, 0.86, 0.150)),
    neck=((0.36, 0.90, 0.140), (0.45, 0.98, 0.130)),
    head=((0.52, 1.05, 0.172), (0.645, 1.000, 0.098), (0.695, 0.990, 0.064)),
    ears=(
        ((0.385, 1.13), (0.385, 1.13), (0.365, 1.365), (0.365, 1.365), (0.53, 1.22), (0.53, 1.22)),
        ((0.53, 1.20), (0.53, 1.20), (0.635, 1.355), (0.635, 1.355), (0.670, 1.13), (0.670, 1.13)),
    ),
    tail=((-0.64, 0.84, 0.060), (-0.82, 0.98, 0.056), (-0.90, 1.22, 0.053), (-0.88, 1.44, 0.050), (-0.78, 1.54, 0.044),
          (-0.69, 1.50, 0.036)),
    hind=Leg((-0.46, 0.72), -0.50, (0.160, 0.078, 0.050, 0.054)),
    fore=Leg((0.24, 0.70), 0.27, (0.120, 0.068, 0.050, 0.054)),
    nod=(-0.25, 0.15),
    fur=0.004,
    wide=0.8,
    coat=Coat((0.46, 0.21, 0.070), belly=(0.60, 0.50, 0.40), stripes=0.9),
)  # fmt: skip


_GREY = Coat((0.31, 0.30, 0.295), belly=(0.54, 0.52, 0.49), stripes=0.8)
_DARK = Coat((0.125, 0.115, 0.118), belly=(0.60, 0.57, 0.53))
"""No cat is black at night: one would see a hole."""
_WHITE = Coat((0.58, 0.55, 0.51))
_BIB = (0.50, 0.47, 0.42)


def _pelt(coat: Coat) -> Paint:
    """Its stripes, and a white bib on dark fur."""
    bib = np.asarray(coat.belly or (_BIB if max(coat.main) < 0.15 else coat.main), np.float32)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        if coat.stripes:
            wave = np.sin(p[2] * 95 + 2 * np.sin(p[1] * 30) + 1.5 * np.sin(p[0] * 40)) > 0.1
            base = base * np.where(wave, 1 - 0.35 * coat.stripes, 1.0)[:, None].astype(np.float32)
        front = np.clip((p[2] - 0.050) / 0.012, 0, 1) * np.clip((0.265 - p[1]) / 0.02, 0, 1)
        front = front * np.clip((0.045 - np.abs(p[0])) / 0.01, 0, 1)
        return np.asarray(base + (bib - base) * front[:, None].astype(np.float32), np.float32)

    return paint


def _head(coat: Coat, centre: Vec, axes: Vec) -> tuple[Part, list[Part]]:
    """The head as a part to be melted into the body, and eyes and nose."""

    def at(x: float, y: float, z: float) -> Vec:
        return np.asarray(centre + axes @ vec(x, y, z))

    h = Part(coat.main)
    h.ellipsoid(centre, (0.060, 0.052, 0.054), axes.T)
    h.ellipsoid(at(0.012, -0.018, 0.042), (0.019, 0.015, 0.018), axes.T)
    h.ellipsoid(at(-0.012, -0.018, 0.042), (0.019, 0.015, 0.018), axes.T)
    h.ellipsoid(at(0, -0.034, 0.034), (0.018, 0.010, 0.016), axes.T)
    inner = Part((0.22, 0.10, 0.085), 0.002)
    eyes, dots = Part((0.46, 0.42, 0.10), 0.001), Part((0.012, 0.012, 0.012), 0.001)
    for sign in (1.0, -1.0):
        h.cone(
            at(sign * 0.034, 0.028, -0.002), at(sign * 0.047, 0.082, -0.008), (0.027, 0.013), (0.005, 0.004), axes[:, 0]
        )
        inner.cone(
            at(sign * 0.036, 0.036, 0.010), at(sign * 0.046, 0.070, 0.000), (0.015, 0.004), (0.004, 0.003), axes[:, 0]
        )
        eyes.ellipsoid(at(sign * 0.025, 0.008, 0.043), (0.0125, 0.0105, 0.010), axes.T)
        dots.ellipsoid(at(sign * 0.0260, 0.008, 0.0510), (0.0056, 0.0086, 0.0035), axes.T)
    nose = Part((0.25, 0.09, 0.08), 0.002).ellipsoid(at(0, -0.010, 0.059), (0.006, 0.0045, 0.005), axes.T)
    return h, [inner, eyes, dots, nose]


def _sitting(coat: Coat) -> list[Part]:
    paint, bump = _pelt(coat), fur()
    b = Part(coat.main, 0.026, bump=bump, paint=paint)
    points = [(0, 0.075, -0.115), (0, 0.125, -0.07), (0, 0.195, 0.0), (0, 0.250, 0.032), (0, 0.285, 0.045)]
    b.loft(points, [0.066, 0.094, 0.082, 0.064, 0.050])
    for sign in (1.0, -1.0):
        b.ellipsoid((sign * 0.055, 0.075, -0.045), (0.042, 0.072, 0.080))
        b.cone((sign * 0.055, 0.018, -0.02), (sign * 0.055, 0.016, 0.055), 0.022, 0.019)
        b.loft([(sign * 0.034, 0.19, 0.040), (sign * 0.030, 0.10, 0.068), (sign * 0.030, 0.020, 0.075)],
               [0.030, 0.021, 0.018])  # fmt: skip
        b.ellipsoid((sign * 0.030, 0.016, 0.090), (0.020, 0.015, 0.027))
    h, more = _head(coat, vec(0, 0.318, 0.066), rotation((1, 0, 0), 0.10) @ rotation((0, 1, 0), -0.3))
    tail = Part(coat.main, 0.01, bump=bump, paint=paint)
    tail.loft([(0, 0.05, -0.17), (0.06, 0.025, -0.22), (0.14, 0.020, -0.17), (0.155, 0.020, -0.07),
               (0.12, 0.020, 0.02), (0.075, 0.022, 0.06)], [0.024, 0.022, 0.020, 0.019, 0.017, 0.012])  # fmt: skip
    return [b.melt(h), tail, *more]


def _curled(coat: Coat) -> list[Part]:
    paint, bump = _pelt(replace(coat, belly=coat.main)), fur()
    b = Part(coat.main, 0.03, bump=bump, paint=paint)
    ring = [(0.125 * np.cos(a), 0.070 + 0.008 * np.sin(a), 0.105 * np.sin(a)) for a in np.linspace(-0.5, 4.4, 11)]
    b.loft(ring, [0.042, 0.054, 0.066, 0.076, 0.083, 0.086, 0.086, 0.082, 0.074, 0.062, 0.050])
    b.ellipsoid((-0.04, 0.05, 0.0), (0.09, 0.05, 0.08))
    b.cut((0, 0.002, 0), (0, -1, 0))
    axes = rotation((0, 1, 0), 0.75) @ rotation((0, 0, 1), 0.20) @ rotation((1, 0, 0), 0.30)
    h, more = _head(coat, vec(0.075, 0.088, 0.140), axes)
    h.bump, h.blend = bump, 0.014
    tail = Part(coat.main, 0.01, bump=bump, paint=paint)
    tail.loft([(-0.04, 0.035, -0.17), (0.08, 0.03, -0.19), (0.19, 0.028, -0.10), (0.215, 0.028, 0.03),
               (0.17, 0.030, 0.12), (0.10, 0.034, 0.165)], [0.026, 0.025, 0.024, 0.023, 0.021, 0.014])  # fmt: skip
    # Asleep: no eyes.
    return [b, h, tail, more[0], more[3]]


@element("prop", 0.32)
def cat(moment: Moment) -> tuple[Form, ...]:
    """A cat: it sits, sleeps curled up, or walks with its tail held like a question mark."""
    rests = {"sit": _sitting, "curl up": _curled}
    return beast(
        moment, _CAT, 0.28, coats=(_CAT.coat, _GREY, _DARK, _WHITE), rests=rests, usual=("sit", "sit", "curl up")
    )
