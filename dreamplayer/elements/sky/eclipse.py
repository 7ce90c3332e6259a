"""A black disc with a soft crown of light and one warm bead at its edge."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Form, f32
from dreamplayer.elements.sky._shared.discs import disc
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment


def _eclipse() -> Painting:
    c = canvas(-2.6, -2.6, 2.6, 2.6, 420)
    r = np.hypot(c.x, c.y)
    cos, sin = f32(c.x / (r + 1e-4)), f32(c.y / (r + 1e-4))
    rays = fbm(cos * 2.1 + 5, sin * 2.1 + 3, 7, 4)
    fine = fbm(cos * 7.0 + 15, sin * 7.0 + 31, 17, 3)
    out = np.maximum(r - 1.0, 0.0)
    crown = np.exp(-out * (2.2 + 3.6 * (1 - rays))) * (0.55 + 0.7 * fine) * 0.55 + 0.8 * np.exp(-out * 26.0)
    crown *= smooth(r, 0.985, 1.01) * smooth(r, 2.55, 1.9)
    crown += 0.9 * np.exp(-((c.x - 0.69) ** 2 + (c.y - 0.74) ** 2) * 95.0) * smooth(r, 0.97, 1.0)
    image = np.zeros((*r.shape, 8), np.float32)
    image[..., 3] = np.clip(0.5 - (r - 1.0) / (c.step * 2.0), 0.0, 1.0)
    image[..., :3] = 0.0012
    image[..., 7] = np.clip(crown, 0, 1)
    return image


_ECLIPSE = on(canvas(-2.6, -2.6, 2.6, 2.6, 8), "disc/eclipse", _eclipse)


@element("sky", 56.0, handles=("dim", "ignite"))
def eclipse(moment: Moment) -> tuple[Form, ...]:
    """A black disc with a soft crown of light and one warm bead at its edge."""
    return disc(moment, _ECLIPSE, 56.0, (0.80, 0.52, 0.32), scale=2.6, bright=0.60, wide=0.5, light=0.3)
