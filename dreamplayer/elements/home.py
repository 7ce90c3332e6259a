"""Table, chair, bed, a box with light in it, food."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing import furniture as of
from dreamplayer.drawing import laid
from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import View
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.drawing.props import AMBER, built, larger, put
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment

_TABLE = built("home/table", (-1.25, -0.15, 1.25, 1.35), laid.table, View(0.30, 1.5, 5.0), 280)
_CHAIR = built("home/chair", (-0.45, -0.10, 0.45, 1.25), of.chair, View(0.55, 1.35, 4.0), 280)
_BED = built("home/bed", (-1.75, -0.30, 2.05, 1.5), of.bed, View(0.42, 1.7, 6.0), 300)
_CHEST = built("home/chest", (-0.95, -0.12, 0.95, 1.30), laid.chest, View(0.42, 1.3, 4.5), 260)
_MEAL = built("home/meal", (-0.95, -0.28, 0.95, 0.72), laid.meal, View(0.0, 1.35, 3.4), 280)


@element("hero", 1.3, family="home", lamp=True, several=4)
def table(moment: Moment) -> tuple[Form, ...]:
    """A table laid by candlelight."""
    return put(larger(moment, 1.1), _TABLE, wide=2.2, cap=5, glow=0.9, back=0.04, lamp=0.7, lamp_at=0.75, reach=2.0)


@element("prop", 1.15, family="home", several=4)
def chair(moment: Moment) -> tuple[Form, ...]:
    """A ladder-back chair standing by itself in a pool of light."""
    return put(larger(moment, 1.05), _CHAIR, wide=0.95, cap=9, glow=0.8, back=0.05, lamp=0.35, lamp_at=0.9, reach=1.8)


@element("hero", 1.4, family="home", lamp=True, several=2)
def bed(moment: Moment) -> tuple[Form, ...]:
    """A bed with a patchwork quilt, turned down, a candle beside it."""
    return put(
        larger(moment, 1.1),
        _BED,
        wide=3.4,
        cap=4,
        glow=0.9,
        back=0.035,
        lamp=0.6,
        lamp_at=0.55,
        reach=2.2,
        mirror=False,
    )


@element("prop", 1.1, family="object", answers=("open", "close"), lamp=True, several=4)
def box(moment: Moment) -> tuple[Form, ...]:
    """A small chest with its lid ajar; light and a few sparks come out of it, more as it opens."""
    opened = 0.45 + 0.55 * float(smooth(moment.event("open"), 0, 1)) - 0.35 * float(smooth(moment.event("close"), 0, 1))
    forms = put(
        moment,
        _CHEST,
        wide=1.7,
        cap=6,
        glow=0.55 + 0.55 * opened,
        back=0.05,
        lamp=0.8 * opened,
        lamp_at=0.55,
        reach=1.8,
        mirror=False,
    )
    return (*forms, rising(moment, moment.size(0.55), moment.size(1.1), 200, opened))


@element("air", 1.1, family="object", several=1)
def food(moment: Moment) -> tuple[Form, ...]:
    """Bread, fruit and a warm cup on a round board by a candle; steam rises."""
    big = larger(moment, 1.0)
    forms = put(big, _MEAL, n=1, glow=0.85, back=0.04, lamp=0.5, lamp_at=0.6, reach=1.8, float_=0.02, mirror=False)
    return (*forms, rising(moment, moment.size(0.2), moment.size(0.8), 90, 0.35, side=-0.10, wide=0.06))


def rising(
    moment: Moment, low: float, tall: float, n: int, strength: float, side: float = 0.0, wide: float = 0.28
) -> Dots:
    """Sparks or steam that rise from a thing, swaying."""
    u = np.mod(dice(moment.seed, 81, n) + moment.t * (0.035 + 0.03 * dice(moment.seed, 82, n)), 1.0)
    size = moment.place.size
    x = moment.place.x + size * (
        side
        + wide * bell(moment.seed, 83, n) * (0.5 + 0.8 * u)
        + 0.06 * np.sin(4 * u + 0.4 * moment.t + 6.28 * dice(moment.seed, 84, n))
    )
    y = moment.place.y + low + tall * u
    show = np.sin(np.pi * u) ** 1.2 * (0.2 + 0.8 * dice(moment.seed, 85, n) ** 2) * strength * moment.presence
    return Dots(
        np.stack([x, y, np.full(n, moment.place.z - 0.03)], 1).astype(np.float32),
        (0.010 + 0.014 * dice(moment.seed, 86, n)).astype(np.float32) * np.float32(size),
        (np.asarray(moment.tint or AMBER, np.float32)[None] * (0.85 * show)[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 87, n) > 0.92).astype(np.float32),
    )
