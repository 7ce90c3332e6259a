"""A drop with light gathered in it, hanging still; told to fall, it sinks and leaves rings. Many fall in turn."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.motion.floating import adrift
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.elements.water._shared.rings import rings
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.sdf import canvas, cone, join
from dreamplayer.kit.shapes import Layer, Painting, frames, paint
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_ORDER, _SIZE, _SHINE = 12, 13, 14
"""Random lanes: when each appears, size, when it shines."""


def _drop_paint() -> Painting:
    """A drop: dark towards the top, light gathered at its foot, a window of sky high on one side."""
    c = canvas(-0.5, -0.56, 0.5, 0.62, 260)
    made = []
    for long in (1.0, 0.55):
        body = join(
            cone(c, (0, -0.12), (0.0, 0.10), 0.33, 0.26),
            cone(c, (0, 0.05), (0.0, 0.12 + 0.36 * long), 0.24, 0.012),
            soft=0.16,
        )
        inside = np.clip(-body / 0.33, 0, 1)
        rim = np.exp(np.minimum(body, 0) / 0.022)
        caustic = np.exp(-((c.x - 0.05) ** 2 * 16 + (c.y + 0.27) ** 2 * 34.0))
        window = np.exp(-((c.x + 0.13) ** 2 * 240 + (c.y - 0.06) ** 2 * 60.0))
        spark = np.exp(-((c.x + 0.11) ** 2 + (c.y - 0.12) ** 2) * 900.0)
        low = np.clip(0.5 - 0.9 * c.y, 0, 1.2)
        light = 0.05 + 0.85 * caustic + 0.42 * window + 0.9 * spark + 0.40 * rim * low + 0.10 * inside * low
        made.append(
            paint(
                c,
                [
                    Layer(
                        body,
                        (0.10, 0.10, 0.13),
                        glow=np.asarray(np.clip(light, 0, 1), np.float32),
                        alpha=0.88,
                        round=0.30,
                    )
                ],
            )
        )
    return frames(made)


_DROP = on(canvas(-0.5, -0.56, 0.5, 0.62, 8), "running/drop", _drop_paint)


@element("air", 0.7, handles=("fall", "shimmer", "ripple"))
def droplet(moment: Moment) -> tuple[Form, ...]:
    """A drop with light gathered in it, hanging still; told to fall, it sinks and leaves rings. Many fall in turn."""
    if moment.count > 2:
        return _drops(moment)
    p, size = moment.place, moment.size(0.7)
    down = float(smooth(moment.event("fall"), 0.0, 0.8))
    y0 = max(p.y, 0.75 * size)
    y = y0 + 0.03 * np.sin(0.6 * moment.t) - down * (y0 - 0.12 * size)
    gone = float(smooth(moment.event("fall"), 0.70, 0.86))
    base = np.asarray(moment.tint or (0.95, 0.74, 0.55), np.float32)
    gleam = (0.85 + 0.10 * np.sin(0.7 * moment.t)) * (1.0 + 0.3 * moment.event("shimmer"))
    where = np.array([[p.x, y, p.z]], np.float32)
    body = Sprites(
        _DROP,
        where,
        np.float32(size * 1.18 * (1 - 0.4 * gone)),
        tint=(0.5, 0.5, 0.6),
        glow=rgb(base * np.float32(gleam)),
        opacity=1.0 - gone,
        frame=0.9 * smooth(moment.t / 6.0, 0.0, 1.0) * (1 - down),
        lit=0.7,
    )
    show = float(smooth(moment.presence, 0.2, 1.0)) * (1.0 - 0.8 * gone)
    ring = 0.35 * float(smooth(moment.presence, 0.4, 1.0)) + 0.9 * max(gone, moment.event("ripple"))
    forms: list[Form] = [
        halo((p.x, float(y), p.z), 2.6 * size, base * np.float32(0.13 * show)),
        *gathered(moment, body, count=350, colour=rgb(base)),
        halo((p.x, float(y) - 0.2 * size, p.z - 0.02), 0.7 * size, base * np.float32(0.16 * show)),
        Light((p.x, float(y), p.z - 0.1), rgb(base * np.float32(0.35 * show)), 1.6, 0.3),
    ]
    if moment.stage.ground in ("water", "glass"):
        forms.append(
            rings(moment, p.x, max(p.z, 1.5), 1.3 * (0.6 + 0.6 * moment.place.size), strength=ring, period=9.0)
        )
    return tuple(forms)


def _drops(moment: Moment) -> tuple[Form, ...]:
    """Drops sinking slowly through the air, each a small lens."""
    n = int(min(max(moment.count, 10), 120))
    where, here = adrift(
        moment.seed,
        n,
        moment.t,
        near=2.0,
        far=13.0,
        low=0.1,
        high=5.0,
        rise=0.06,
        sway=0.05,
        focal=moment.stage.camera.focal,
        aspect=moment.aspect,
        wide=1.0,
    )
    top = 0.1 + 5.0 * (0.35 + 0.65 * where[:, 2:3] / 13.0)
    where[:, 1:2] = np.maximum(top - where[:, 1:2] - 0.9 * moment.event("fall"), 0.05)
    order = smooth(moment.presence * 1.6 - 0.6 * uniform(moment.seed, _ORDER, n), 0.0, 1.0) * here
    base = np.asarray(moment.tint or (0.95, 0.74, 0.55), np.float32)
    size = moment.size(0.20) * (0.5 + 0.8 * uniform(moment.seed, _SIZE, n))
    body = Sprites(
        _DROP,
        where,
        size.astype(np.float32),
        tint=(0.5, 0.5, 0.6),
        glow=(
            base[None] * (0.75 + 0.25 * np.sin(0.8 * moment.t + 6.28 * uniform(moment.seed, _SHINE, n)))[:, None]
        ).astype(np.float32),
        opacity=order.astype(np.float32),
        lit=0.6,
    )
    glow = Dots(where, (5.0 * size).astype(np.float32), (base[None] * (0.010 * order)[:, None]).astype(np.float32))
    return (glow, body)
