"""Rings on still water about one spot or several."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.fallback_forms import loops
from dreamplayer.drawing.materials.waters import ground_patch
from dreamplayer.drawing.primitives import Field, Form, Ribbons
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_RIGHT, _DEEP, _PERIOD = 11, 12, 13
"""Random lanes: where each spot is (right, deep), and how often a ring leaves it."""


def rings(
    moment: Moment, x: float, z: float, reach: float, *, strength: float, period: float = 9.0, t: float | None = None,
    tint: tuple[float, float, float] = (0.10, 0.085, 0.10), depth: float | None = None,
) -> Field:  # fmt: skip
    """Rings that spread from a spot to `reach` metres, five at a time, one every fifth of `period` seconds."""
    now = moment.t if t is None else t
    return Field(
        "rings",
        {
            "t": now % 3600.0,
            "opacity": strength,
            "x": x,
            "z": z,
            "reach": reach,
            "period": period,
            "first": 0.0,
            "tint": tint,
        },
        depth=z if depth is None else depth,
        patch=ground_patch(moment, x, z, reach * 1.05, reach * 1.05),
        grain=1,
        standin=(_plain_rings(x, z, reach, now / period, strength, tint),),
    )  # fmt: skip


def _plain_rings(
    x: float, z: float, reach: float, turns: float, strength: float, tint: tuple[float, float, float]
) -> Ribbons:
    """The same five rings as lines."""
    out = np.mod(turns + np.arange(5, dtype=np.float32) / 5, 1.0).astype(np.float32)
    return loops(x, z, np.float32(reach) * out, tint, np.float32(1.5 * strength) * (1.0 - out))


PALE = (0.11, 0.09, 0.10)
"""Tint of the lines that light draws on dark water, linear."""


def wet(moment: Moment) -> bool:
    """True where the stage's own ground is a mirror of water."""
    return moment.stage.ground in ("water", "glass")


def several_rings(moment: Moment, count: int, reach: float, strength: float, spread: float) -> list[Form]:
    """Rings about several spots around its place; `spread` is how far apart, in metres."""
    x0 = moment.place.x + spread * normal(moment.seed, _RIGHT, count)
    z0 = np.maximum(moment.place.z + 0.7 * spread * normal(moment.seed, _DEEP, count), 2.2)
    out: list[Form] = []
    for k in range(count):
        own = moment.t + 7.3 * k
        period = 8.0 + 3.0 * float(uniform(moment.seed, _PERIOD, count)[k])
        out.append(rings(moment, float(x0[k]), float(z0[k]), reach, strength=strength, period=period, t=own, tint=PALE))
    return out
