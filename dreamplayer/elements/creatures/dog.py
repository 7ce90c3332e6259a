"""A friendly dog: it sits, lies with its chin on its paws, or trots up with its tail high."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.modelled.part import Array, Paint, Part, Vec, rotation, vec
from dreamplayer.drawing.modelled.surface import fur
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.beasts import Beast, Coat, Leg
from dreamplayer.elements.creatures._shared.roaming import beast
from dreamplayer.model.moment import Moment

_DOG = Beast(
    name="dog",
    spine=((-0.48, 0.83, 0.145), (-0.15, 0.77, 0.135), (0.20, 0.73, 0.185), (0.34, 0.80, 0.150)),
    neck=((0.38, 0.86, 0.135), (0.54, 1.10, 0.105)),
    head=((0.60, 1.17, 0.118), (0.76, 1.12, 0.068), (0.875, 1.105, 0.046), (0.895, 1.125, 0.028)),
    ears=(
        ((0.60, 1.27), (0.53, 1.25), (0.46, 1.14), (0.445, 1.00), (0.49, 0.95), (0.555, 1.02), (0.60, 1.14)),
    ),
    tail=((-0.56, 0.88, 0.055), (-0.74, 1.02, 0.050), (-0.84, 1.20, 0.040), (-0.84, 1.36, 0.014)),
    hind=Leg((-0.44, 0.74), -0.50, (0.145, 0.070, 0.042, 0.044)),
    fore=Leg((0.26, 0.66), 0.28, (0.115, 0.060, 0.043, 0.046)),
    nod=(-0.35, 0.22),
    fur=0.006,
    wide=0.78,
    coat=Coat((0.44, 0.29, 0.16), belly=(0.60, 0.50, 0.37), length=0.0008),
)  # fmt: skip


_BROWN = Coat((0.26, 0.135, 0.065), belly=(0.50, 0.40, 0.30), length=0.0008)
_DARK = Coat((0.115, 0.105, 0.105), belly=(0.56, 0.53, 0.49), length=0.0008)
_PALE = Coat((0.54, 0.49, 0.41), length=0.0009)


def _finished(b: Part, coat: Coat, centre: Vec, axes: Vec, *, awake: bool) -> list[Part]:
    """Head, ears, eyes and nose on a body."""

    def at(x: float, y: float, z: float) -> Vec:
        return np.asarray(centre + axes @ vec(x, y, z))

    h = Part(coat.main)
    h.ellipsoid(centre, (0.076, 0.072, 0.080), axes.T)
    h.cone(at(0, -0.022, 0.05), at(0, -0.034, 0.140), (0.044, 0.042), (0.031, 0.028), axes[:, 0])
    h.cone(at(0, -0.052, 0.05), at(0, -0.056, 0.120), (0.034, 0.018), (0.024, 0.014), axes[:, 0])
    nose = Part((0.025, 0.021, 0.022), 0.004).ellipsoid(at(0, -0.020, 0.168), (0.017, 0.014, 0.013), axes.T)
    ears = Part(np.asarray(coat.main) * 0.70, 0.01, bump=fur())
    eyes = Part((0.020, 0.014, 0.010), 0.001)
    for sign in (1.0, -1.0):
        points = [at(sign * 0.058, 0.045, -0.01), at(sign * 0.086, 0.0, 0.0), at(sign * 0.084, -0.068, 0.012)]
        ears.loft(points, [(0.016, 0.030), (0.013, 0.038), (0.008, 0.018)], axes[:, 0])
        eyes.ball(at(sign * 0.034, 0.012, 0.072), 0.0095)
    return [b.melt(h), nose, ears, *([eyes] if awake else [])]


def _breast(coat: Coat) -> Paint | None:
    if coat.belly is None:
        return None
    white = np.asarray(coat.belly, np.float32)

    def paint(base: Array, p: Array, t: Array, angle: Array) -> Array:
        share = np.clip((p[2] - 0.10) / 0.02, 0, 1) * np.clip((0.07 - np.abs(p[0])) / 0.02, 0, 1)
        share = share * np.clip((0.50 - p[1]) / 0.03, 0, 1)
        return np.asarray(base + (white - base) * share[:, None].astype(np.float32), np.float32)

    return paint


def _sitting(coat: Coat) -> list[Part]:
    b = Part(coat.main, 0.045, bump=fur(170, coat.length), paint=_breast(coat))
    points = [(0, 0.12, -0.20), (0, 0.22, -0.13), (0, 0.35, -0.01), (0, 0.45, 0.06), (0, 0.55, 0.09)]
    b.loft(points, [0.10, 0.135, 0.118, 0.098, 0.068])
    for sign in (1.0, -1.0):
        b.ellipsoid((sign * 0.09, 0.12, -0.08), (0.062, 0.115, 0.12))
        b.cone((sign * 0.095, 0.03, -0.02), (sign * 0.095, 0.026, 0.09), 0.036, 0.032)
        b.loft([(sign * 0.06, 0.36, 0.06), (sign * 0.055, 0.19, 0.105), (sign * 0.055, 0.035, 0.115)],
               [0.052, 0.036, 0.030])  # fmt: skip
        b.ellipsoid((sign * 0.055, 0.026, 0.14), (0.034, 0.025, 0.045))
    b.cut((0, 0.002, 0), (0, -1, 0))
    tail = Part(coat.main, 0.01, bump=fur())
    tail.loft([(0, 0.07, -0.29), (0.08, 0.04, -0.38), (0.18, 0.035, -0.40)], [0.034, 0.030, 0.016])
    axes = rotation((0, 1, 0), -0.25) @ rotation((1, 0, 0), -0.10)
    return [*_finished(b, coat, vec(0, 0.62, 0.135), axes, awake=True), tail]


def _lying(coat: Coat) -> list[Part]:
    b = Part(coat.main, 0.045, bump=fur(170, coat.length))
    points = [(0, 0.13, -0.40), (0, 0.155, -0.25), (0, 0.15, -0.05), (0, 0.15, 0.10), (0, 0.17, 0.20)]
    b.loft(points, [0.105, 0.140, 0.128, 0.125, 0.085])
    for sign in (1.0, -1.0):
        b.ellipsoid((sign * 0.115, 0.10, -0.32), (0.062, 0.10, 0.13))
        b.cone((sign * 0.13, 0.03, -0.28), (sign * 0.13, 0.028, -0.13), 0.034, 0.030)
        b.loft([(sign * 0.085, 0.10, 0.14), (sign * 0.08, 0.035, 0.22), (sign * 0.065, 0.030, 0.42)],
               [0.056, 0.036, 0.032])  # fmt: skip
    b.cut((0, 0.002, 0), (0, -1, 0))
    tail = Part(coat.main, 0.01, bump=fur())
    tail.loft([(0, 0.08, -0.49), (0.06, 0.04, -0.58), (0.16, 0.03, -0.60), (0.22, 0.03, -0.54)],
              [0.034, 0.030, 0.026, 0.014])  # fmt: skip
    return [*_finished(b, coat, vec(0, 0.135, 0.36), rotation((1, 0, 0), 0.10), awake=False), tail]


@element("prop", 0.70)
def dog(moment: Moment) -> tuple[Form, ...]:
    """A friendly dog: it sits, lies with its chin on its paws, or trots up with its tail high."""
    rests = {"sit": _sitting, "lie": _lying}
    return beast(
        moment, _DOG, 0.55, coats=(_DOG.coat, _BROWN, _DARK, _PALE), rests=rests, usual=("sit", "lie", "stand")
    )
