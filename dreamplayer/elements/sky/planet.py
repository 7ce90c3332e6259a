"""A ringed world hanging in the dark, its night side melting into the sky."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.sky._shared.discs import ball, disc
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment


def _planet() -> Painting:
    """A quiet banded world with a tilted ring, lit from the lower left."""
    c = canvas(-2.3, -1.2, 2.3, 1.2, 360)
    r, alpha, z = ball(c)
    tilt = 0.32
    x, y = c.x * np.cos(tilt) + c.y * np.sin(tilt), -c.x * np.sin(tilt) + c.y * np.cos(tilt)
    lat = np.arcsin(np.clip(y, -1, 1)) + 0.10 * z
    swirl = 0.10 * (fbm(x * 2.4 / (0.4 + z), y * 8.0, 9, 4) - 0.5)
    bands = 0.5 + 0.5 * np.sin(9.0 * (lat + swirl) + 1.6 * np.sin(3.0 * lat))
    sun = np.clip(-0.62 * c.x - 0.25 * c.y + 0.60 * z, 0.0, 1.0)
    light = (0.50 + 0.40 * bands) * sun**0.8 + 0.02
    squash = 0.26
    ring = np.hypot(x, y / squash)
    stripes = 0.55 + 0.45 * np.sin(ring * 34.0 + 2.0 * np.sin(ring * 9.0))
    gap = 1.0 - 0.85 * np.exp(-(((ring - 1.78) / 0.025) ** 2))
    band = smooth(ring, 1.26, 1.36) * smooth(ring, 2.18, 2.05) * stripes * gap
    # What of the ring lies in the planet's shadow.
    behind = (np.hypot(x - 0.55, y) < 0.98) & (x > 0) & (y > 0)
    shade = 1.0 - 0.85 * behind
    front = (y < 0).astype(np.float32)
    body = alpha
    light_all = light * body
    here = band * 0.62 * shade
    hidden = np.where(front > 0, 1.0, 1.0 - body)
    cover = np.clip(band * 0.85 * hidden, 0, 1)
    image = np.zeros((*r.shape, 8), np.float32)
    image[..., 3] = np.clip(np.maximum(body, cover * 0.8), 0, 1)
    image[..., 7] = np.clip(light_all * (1 - cover * front * 0.8) + here * hidden, 0, 1)
    image[..., 6] = 0.3
    return image


_PLANET = shape("disc/planet", _planet, 4.6 / 2.4, 0.5)


@element("sky", 62.0, handles=("dim", "ignite"))
def planet(moment: Moment) -> tuple[Form, ...]:
    """A ringed world hanging in the dark, its night side melting into the sky."""
    return disc(moment, _PLANET, 62.0, (0.50, 0.27, 0.14), scale=1.2, bright=0.85, wide=0.45, light=0.25)
