"""Wind chimes: tubes of silver light hanging from a ring, swaying, touching now and then with a glint."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.drawing.props import sdf_prop
from dreamplayer.elements.objects._shared.sounding import sounding
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.sdf import Canvas, both, shell
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment

_TUBES = 9
_RADIUS = 0.24
"""Metres from the middle of the ring to each tube, at size 1."""
_HIGH, _PEAK = 1.12, 0.30
"""Metres from the foot of the chimes to their ring, and from there to where its cords meet, at size 1."""
_HALF = 0.026
"""Half the width of a tube in its painting."""
_ON_RING = 40
"""Points of the ring and of each cord."""


def _tube(c: Canvas) -> list[Layer]:
    """One tube of a wind chime, hung by its upper end at y = 0."""
    body = np.maximum(np.abs(c.x) - _HALF, np.abs(c.y + 0.55) - 0.45)
    x = c.x / _HALF
    # A broad highlight on the left, a narrow one on the right, as on polished metal.
    shine = 0.30 * np.exp(-(((x + 0.35) / 0.22) ** 2)) + 0.12 * np.exp(-(((x - 0.6) / 0.2) ** 2))
    cord = np.maximum(np.abs(c.x) - 0.004, np.abs(c.y + 0.05) - 0.055)
    return [
        Layer(cord, (0.3, 0.25, 0.2), glow=0.25),
        Layer(body, (0.28, 0.24, 0.20), round=_HALF, glow=(shine * (0.6 + 0.4 * np.cos(c.y * 5))).astype(np.float32)),
        Layer(both(shell(np.abs(c.y + 0.97) - 0.02, 0.004), body), (0.4, 0.3, 0.2), glow=0.5),
    ]


_TUBE = sdf_prop("instrument/tube", (-0.06, -1.06, 0.06, 0.04), _tube, edge=0.3, rows=260)


@element("air", 1.5, handles=("ring", "tremble", "drift", "swirl"))
def chimes(moment: Moment) -> tuple[Form, ...]:
    """Wind chimes: tubes of silver light hanging from a ring, swaying, touching now and then with a glint."""
    size = moment.size(1.5)
    n, number = _TUBES, np.arange(_TUBES)
    warm = np.asarray(moment.tint or (1.0, 0.74, 0.48), np.float32)
    here = float(smooth(moment.presence, 0.2, 1.0)) * (1 - 0.3 * moment.calm)
    wind = 0.6 + 0.8 * max(moment.event("ring"), moment.event("tremble"), moment.event("drift"), moment.event("swirl"))
    x, top, z = moment.place.x, moment.place.y + _HIGH * size, moment.place.z
    sway = 0.03 * np.sin(0.5 * moment.t) * wind
    # The ring turns once a minute; each tube swings to two rhythms of its own, radians.
    a = 2 * np.pi * number / n + 0.10 * moment.t
    spot = np.stack([x + size * (_RADIUS * np.cos(a)), np.full(n, top), z + size * _RADIUS * np.sin(a)], 1)
    spot = spot.astype(np.float32)
    slow, quick = np.sin(0.83 * moment.t + 1.7 * number), np.sin(1.31 * moment.t + 2.9 * number)
    swing = (wind * (0.05 * slow + 0.03 * quick)).astype(np.float32)
    # Neighbours differ in length: every fourth is the next longer.
    long = (0.70 + 0.34 * (number * 4 % n) / n) * size
    # A tube lights up for a moment as it meets another, every seven seconds.
    touch = np.abs(np.sin(0.45 * moment.t + 2.1 * number)) ** 10
    glint = 0.55 + 0.9 * touch * wind
    tubes = Sprites(
        _TUBE.shape,
        spot,
        (long * _TUBE.tall).astype(np.float32),
        glow=(warm[None] * glint[:, None]).astype(np.float32),
        turn=swing,
        lit=1.0,
        rim=1.0,
    )
    ring_a = np.linspace(0, 2 * np.pi, _ON_RING)
    ring_x, ring_z = x + size * 0.26 * np.cos(ring_a), z + size * 0.26 * np.sin(ring_a)
    ring = np.stack([ring_x, np.full(_ON_RING, top + 0.01), ring_z], -1)
    peak = np.array([x + sway * size * 0.2, top + _PEAK * size, z])
    cords = np.stack(
        [
            np.linspace(peak, [x + size * 0.25 * np.cos(k), top, z + size * 0.25 * np.sin(k)], _ON_RING)
            for k in (0.1, 1.67, 3.24, 4.81)
        ]
    )
    up = np.linspace(peak, peak + np.array([0, 0.9 * size, 0]), _ON_RING)[None]
    tips = spot + np.stack([np.sin(swing) * long, -long, np.zeros(n)], 1)
    spark = Dots(
        tips.astype(np.float32),
        0.11 * size,
        (warm[None] * (0.7 * here * touch)[:, None]).astype(np.float32),
        glint=0.9,
    )
    return (
        Dots(
            np.array([[x, top - 0.35 * size, z + 0.2]], np.float32),
            2.0 * size,
            warm * np.float32(0.035 * here),
            depth=z + 0.4,
            reflect=False,
        ),
        Ribbons(
            ring[None].astype(np.float32),
            0.016 * size,
            (0.16, 0.09, 0.05),
            profile="body",
            opacity=here,
            glow=rgb(warm * np.float32(0.05)),
        ),
        Ribbons(np.concatenate([cords, up]).astype(np.float32), 0.004 * size, rgb(warm * np.float32(0.22 * here))),
        *gathered(moment, tubes, count=600, colour=rgb(warm)),
        spark,
        *sounding(moment, (x, top - 0.7 * size, z), 0.5 * size, warm, here * (0.5 + 0.5 * moment.event("ring"))),
    )
