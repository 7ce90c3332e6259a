"""A frog with half-closed golden eyes, breathing."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.creatures._shared.painted_cycle import PaintedCycle, lit_edge
from dreamplayer.elements.creatures._shared.swimmers import crawling
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import spline, taper
from dreamplayer.kit.sdf import Canvas, blob, chain, disc, join, oval
from dreamplayer.kit.shapes import Layer, Painting
from dreamplayer.model.moment import Moment

_SQUINT = 0.010
"""How far the lids sink with each breath, in frog lengths."""
_FLANK, _THROAT = 0.02, 0.03
"""How far the flank and the throat swell with each breath, in frog lengths."""
_BODY, _GOLD = (0.020, 0.034, 0.010), (0.80, 0.66, 0.20)
"""Tint of the skin, and light of the eyes and the edge."""


def _frog(c: Canvas, u: float) -> Painting:
    """The frog at u of its breath, in frog lengths, looking right."""
    breath = 0.5 - 0.5 * np.cos(2 * np.pi * u)
    # From the nose over the brow and the back down to the rump, and back along the belly.
    body = spline([(0.44, 0.36), (0.40, 0.42), (0.32, 0.455), (0.20, 0.46), (0.04, 0.42), (-0.16, 0.32), (-0.34, 0.17),
                   (-0.42, 0.05), (-0.30, 0.02), (-0.05, 0.06), (0.10, 0.10), (0.24, 0.18 - _FLANK * breath),
                   (0.36, 0.255 - _THROAT * breath), (0.43, 0.31)], 6)  # fmt: skip
    eye = join(disc(c, (0.265, 0.485), 0.066), disc(c, (0.25, 0.45), 0.07), soft=0.02)
    thigh = spline([(-0.36, 0.20), (-0.22, 0.275), (-0.04, 0.235), (0.06, 0.15), (0.03, 0.08), (-0.10, 0.075),
                    (-0.26, 0.09), (-0.38, 0.10)], 5)  # fmt: skip
    # Joints of the limbs: x, y and half-width, from the body outwards.
    shin = chain(c, [(0.03, 0.105, 0.052), (-0.30, 0.058, 0.044), (-0.36, 0.042, 0.036)], 0.03)
    foot = chain(c, [(-0.36, 0.040, 0.030), (-0.10, 0.024, 0.024), (0.02, 0.018, 0.018)], 0.02)
    arm = chain(c, [(0.17, 0.20, 0.062), (0.13, 0.10, 0.040), (0.20, 0.030, 0.028), (0.28, 0.018, 0.018)], 0.02)
    far = chain(c, [(0.24, 0.20, 0.050), (0.27, 0.10, 0.036), (0.33, 0.030, 0.024), (0.40, 0.018, 0.016)], 0.02)
    lips = spline([(0.435, 0.335), (0.34, 0.315), (0.22, 0.345)], 6, closed=False)
    mouth = blob(c, taper(lips, (0.002, 0.005, 0.002)), 0.03)
    spots = np.asarray(0.006 * fbm(c.x * 18, c.y * 18, 4, 2), np.float32)
    return lit_edge(
        c,
        [
            Layer(far, (0.5, 0.5, 0.55), round=0.03),
            Layer(join(blob(c, body), eye, soft=0.02), round=0.07, relief=spots),
            Layer(mouth, (0.3, 0.3, 0.3), glow=0.15),
            Layer(oval(c, (0.280, 0.492), 0.034, 0.026 - _SQUINT * breath), (0.3, 0.25, 0.1), glow=0.75),
            # The pupil lies flat.
            Layer(oval(c, (0.285, 0.492), 0.020, 0.008), (0.02, 0.02, 0.02)),
            Layer(arm, round=0.03),
            Layer(join(blob(c, thigh), shin, foot, soft=0.012), round=0.05, relief=spots),
        ],
        0.022,
    )


_FROG_CYCLE = PaintedCycle("sea/frog", (-0.52, -0.04, 0.54, 0.60), 150, _frog)


@element("prop", 0.7)
def frog(moment: Moment) -> tuple[Form, ...]:
    """A frog with half-closed golden eyes, breathing."""
    return crawling(moment, _FROG_CYCLE, long=0.85, pace=0.28, own=_BODY, shine=_GOLD, creep=0.0)
