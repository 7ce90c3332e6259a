"""Discs of the night sky: moon, sun, planet, eclipse."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.disc import ECLIPSE, MOON, PLANET, SCALE, SUN
from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.heavens import hung
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Form, Shape, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

MOONLIGHT = (0.62, 0.40, 0.205)


def _disc(
    moment: Moment,
    shape: Shape,
    natural: float,
    colour: tuple[float, float, float],
    *,
    scale: float,
    bright: float,
    wide: float,
    light: float,
    lift: float = 0.0,
    sink: float = 0.0,
) -> tuple[Form, ...]:
    """A shining disc with a wide halo, and its light on the world."""
    (x, y, z), size = hung(moment, natural * (1.0 + lift))
    y = (
        max(y - sink * size, moment.stage.camera.eye + (0.60 + 0.35 * moment.stage.ridges) * size)
        if sink > 0.3
        else y - sink * size
    )
    base = np.asarray(moment.tint or colour, np.float32)
    dim = (1.0 - 0.85 * moment.event("dim")) * (1.0 + 0.22 * moment.event("ignite")) * (1.0 - 0.25 * moment.calm)
    burn = np.float32(bright * dim * (0.97 + 0.03 * np.sin(moment.t * 0.4)))
    where = np.array([[x, y, z]], np.float32)
    show = smooth(moment.presence, 0.1, 1.0)
    body = Sprites(shape, where, np.float32(size * scale), glow=rgb(base * burn), lit=0.0, rim=0.0)
    return (
        halo(where, size * 7.0, base * np.float32(0.10 * wide * dim * show) * f32([1.0, 0.8, 0.8])),
        halo(where, size * 2.3, base * np.float32(0.20 * wide * dim * show)),
        *gathered(moment, body, count=900, colour=rgb(base)),
        Light((x, y, z), rgb(base * np.float32(light * dim * show)), 420.0, 0.0),
    )


@element("sky", 88.0, family="sky", answers=("descend", "dim", "ignite", "rise", "open"), lamp=True, several=1)
def moon(moment: Moment) -> tuple[Form, ...]:
    """A large quiet moon, honey-coloured, with its seas and a wide soft halo; it can lean down towards the world."""
    down = smooth(moment.event("descend"), 0.0, 1.0)
    up = smooth(moment.event("rise"), 0.0, 1.0)
    near = 0.55 * down + 0.15 * smooth(moment.event("open"), 0.0, 1.0)
    return _disc(
        moment, MOON, 88.0, MOONLIGHT, scale=SCALE, bright=0.92, wide=1.0, light=0.55, lift=near,
        sink=0.35 * down - 0.45 * up + 0.06 - min(moment.t, 90.0) * 0.0009,
    )  # fmt: skip


@element("sky", 46.0, family="sky", answers=("descend", "dim", "ignite", "rise"), lamp=True, several=1)
def sun(moment: Moment) -> tuple[Form, ...]:
    """A soft ember sun one can look into, as through evening haze."""
    down, up = smooth(moment.event("descend"), 0.0, 1.0), smooth(moment.event("rise"), 0.0, 1.0)
    return _disc(
        moment,
        SUN,
        46.0,
        (1.0, 0.255, 0.030),
        scale=SCALE,
        bright=0.95,
        wide=1.9,
        light=0.9,
        sink=0.9 * down - 0.7 * up,
    )


@element("sky", 62.0, family="sky", answers=("dim", "ignite"), lamp=True, several=2)
def planet(moment: Moment) -> tuple[Form, ...]:
    """A ringed world hanging in the dark, its night side melting into the sky."""
    return _disc(moment, PLANET, 62.0, (0.50, 0.27, 0.14), scale=1.2, bright=0.85, wide=0.45, light=0.25)


@element("sky", 56.0, family="sky", answers=("dim", "ignite"), lamp=True, several=1)
def eclipse(moment: Moment) -> tuple[Form, ...]:
    """A black disc with a soft crown of light and one warm bead at its edge."""
    return _disc(moment, ECLIPSE, 56.0, (0.80, 0.52, 0.32), scale=2.6, bright=0.60, wide=0.5, light=0.3)
