"""An old brass key hanging in the air, a small light in its bow."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import sdf_prop
from dreamplayer.elements.objects._shared.brass import GLOW3, boxed, brass
from dreamplayer.elements.objects._shared.held import HELD, held
from dreamplayer.kit.sdf import Canvas, cone, disc, join, shell
from dreamplayer.kit.sdf import cut as without
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment


def _key(c: Canvas) -> list[Layer]:
    """An old key, its bow a clover of brass."""
    bow = np.minimum.reduce([shell(disc(c, p, 0.085), 0.024) for p in ((0, 0.90), (-0.105, 0.755), (0.105, 0.755))])
    stem = cone(c, (0, 0.68), (0, 0.08), 0.028, 0.024)
    collars = join(disc(c, (0, 0.655), 0.045), disc(c, (0, 0.60), 0.036), disc(c, (0, 0.07), 0.030), soft=0.015)
    bit = boxed(c, (0.085, 0.16), (0.075, 0.075), 0.008)
    bit = without(bit, boxed(c, (0.115, 0.16), (0.03, 0.016)))
    bit = without(bit, boxed(c, (0.085, 0.225), (0.014, 0.03)))
    star = np.exp(-np.hypot(c.x, c.y - 0.80) / 0.035)
    whole = join(stem, collars, bit, soft=0.008)
    return [
        Layer(bow, brass(c), round=0.022, glow=(0.20 * star).astype(np.float32)),
        Layer(whole, brass(c), round=0.022),
        Layer(disc(c, (0, 0.80), 0.022), GLOW3, glow=0.9, round=0.02),
    ]


_KEY = sdf_prop("keepsake/key", (-0.32, -0.05, 0.32, 1.08), _key, edge=0.34)


@element("air", 1.1)
def key(moment: Moment) -> tuple[Form, ...]:
    """An old brass key hanging in the air, a small light in its bow."""
    return held(moment, _KEY, 1.0, replace(HELD, glow=0.9), turn=0.35)
