"""An owl on its branch; now and then it closes its golden eyes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.standing import cloth_tint
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.coloured_light import coloured_light
from dreamplayer.elements.creatures._shared.painted_cycle import PaintedCycle, lit_edge
from dreamplayer.elements.creatures._shared.small_creatures import FAR_SIDE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.kit.outline import spline
from dreamplayer.kit.sdf import Canvas, blob, chain, cone, disc, join, oval
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment

_BLINK = 61
"""Random lane of when it closes its eyes."""


def _owl(c: Canvas, u: float) -> Painting:
    """Sitting on a branch, face to us; once a cycle it closes its eyes."""
    shut = float(np.exp(-(((u - 0.5) / 0.13) ** 2)))
    body = spline(
        [
            (0.0, 0.905),
            (0.10, 0.90),
            (0.205, 0.965),
            (0.225, 0.86),
            (0.265, 0.75),
            (0.250, 0.62),
            (0.285, 0.46),
            (0.270, 0.28),
            (0.17, 0.12),
            (0.06, 0.04),
            (0.0, 0.03),
            (-0.06, 0.04),
            (-0.17, 0.12),
            (-0.270, 0.28),
            (-0.285, 0.46),
            (-0.250, 0.62),
            (-0.265, 0.75),
            (-0.225, 0.86),
            (-0.205, 0.965),
            (-0.10, 0.90),
        ],
        6,
    )
    wing = [
        blob(
            c,
            spline(
                [
                    (mirror * 0.245, 0.60),
                    (mirror * 0.305, 0.48),
                    (mirror * 0.305, 0.30),
                    (mirror * 0.235, 0.10),
                    (mirror * 0.195, 0.22),
                    (mirror * 0.185, 0.42),
                ],
                6,
            ),
        )
        for mirror in (-1.0, 1.0)
    ]
    rows = (0.5 + 0.5 * np.sin(c.x * 62 + 3.14 * np.floor(c.y * 26))) * (np.mod(c.y * 26, 1.0))
    plumage = np.asarray(0.010 * rows * (c.y < 0.60), np.float32)
    discs = join(oval(c, (-0.105, 0.745), 0.128, 0.135, -0.2), oval(c, (0.105, 0.745), 0.128, 0.135, 0.2), soft=0.01)
    rays = np.asarray(0.15 + 0.10 * np.sin(np.arctan2(c.y - 0.745, np.abs(c.x) - 0.105) * 26), np.float32)
    tail = blob(c, spline([(-0.10, 0.10), (0.10, 0.10), (0.085, -0.16), (0.0, -0.19), (-0.085, -0.16)], 6))
    branch = chain(c, [(-0.62, 0.010, 0.032), (-0.2, 0.030, 0.038), (0.25, 0.015, 0.040), (0.62, 0.055, 0.026)], 0.02)
    twig = chain(c, [(0.40, 0.035, 0.022), (0.52, 0.13, 0.014), (0.58, 0.24, 0.006)], 0.01)
    layers = [
        Layer(tail, FAR_SIDE, round=0.03),
        Layer(blob(c, body), round=0.09, relief=plumage, glow=np.asarray(0.13 * rows * (c.y < 0.62), np.float32)),
        *[Layer(half, (0.75, 0.75, 0.8), round=0.04, relief=plumage) for half in wing],
        Layer(discs, (1.5, 1.4, 1.3), glow=rays * 0.5, round=0.05),
    ]
    for side in (-1.0, 1.0):
        x = 0.098 * side
        eye = disc(c, (x, 0.755), 0.062)
        away = np.hypot(c.x - x, c.y - 0.755)
        iris = 0.55 + 0.45 * np.exp(-(((away - 0.045) / 0.012) ** 2))
        layers.append(Layer(eye, (0.8, 0.5, 0.1), glow=np.asarray(iris, np.float32)))
        layers.append(Layer(disc(c, (x, 0.755), 0.034), (0.01, 0.01, 0.01)))
        layers.append(Layer(disc(c, (x + 0.012, 0.770), 0.009), (1, 1, 1), glow=0.6))
        lid = np.maximum(eye - 0.006, (c.y - 0.755) * -1.0 + 0.068 - 0.045 - 0.105 * shut)
        layers.append(Layer(np.asarray(lid, np.float32), (1.2, 1.1, 1.0), glow=0.20, round=0.02))
    layers.append(
        Layer(
            blob(c, spline([(-0.028, 0.715), (0.028, 0.715), (0.010, 0.655), (0.0, 0.635), (-0.010, 0.655)], 4)),
            (0.9, 0.6, 0.3),
            glow=0.15,
            round=0.02,
        )
    )
    # Its branch comes out of the dark and goes back into it.
    seen = np.asarray(smooth(np.abs(c.x), 0.62, 0.28), np.float32)
    layers.append(Layer(join(branch, twig, soft=0.02), (0.8, 0.7, 0.6), alpha=seen, round=0.03))
    for x in (-0.11, -0.075, 0.075, 0.11):
        layers.append(Layer(cone(c, (x, 0.075), (x, 0.010), 0.018, 0.014), (0.9, 0.7, 0.5), round=0.015))
    return lit_edge(c, layers, 0.020)


_OWL_CYCLE = PaintedCycle("tiny/owl", (-0.66, -0.24, 0.66, 1.04), 224, _owl)


@element("air", 1.2, handles=("close",))
def owl(moment: Moment) -> tuple[Form, ...]:
    """An owl on its branch; now and then it closes its golden eyes."""
    size = moment.size(1.5)
    where = np.array([[moment.place.x, moment.place.y + 0.12 * size, moment.place.z]], np.float32)
    u = (moment.t / 9.0 + uniform_one(moment.seed, _BLINK)) % 1.0
    frame = 8.0 * u if 0.25 <= u <= 0.75 else 2.0
    frame = frame + (4.0 - frame) * smooth(moment.event("close"), 0.0, 1.0)
    body = Sprites(
        _OWL_CYCLE.shape, where, np.float32(size * _OWL_CYCLE.height), tint=cloth_tint(moment),
        glow=coloured_light(moment, moment.palette.key, 0.50), frame=frame, turn=0.010 * float(np.sin(0.5 * moment.t)),
    )  # fmt: skip
    behind = halo(
        where + np.array([0.0, 0.5 * size, 0.3], np.float32), 2.6 * size,
        coloured_light(moment, moment.palette.glow, 0.30), opacity=smooth(moment.presence, 0.1, 1.0), reflect=False,
    )  # fmt: skip
    return (behind, *gathered(moment, body, count=900))
