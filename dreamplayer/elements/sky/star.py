"""One large warm star with slow rays, which may fall with a train of sparks; or many, breathing in turn."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, f32
from dreamplayer.drawing.sky.heavens import BEYOND, from_screen, hung, on_screen
from dreamplayer.drawing.sky.starlight import flare
from dreamplayer.elements.sky._shared.trail import train
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_MOTE_ORDER, _MOTE_FAR, _MOTE_ANGLE = 61, 62, 63
"""Random lanes of the motes that gather: when each arrives, from how far, from where."""
_RIGHT_START, _UP_START, _JITTER, _FALL, _ORDER, _SIZE, _BEAT, _HUE = 1, 2, 3, 4, 5, 6, 7, 8
"""Random lanes of many stars: where the first stands (right, up), how far each is off its place, when it falls and
appears, size, when it beats, colour.
"""
_FIGURE_SIZE = 81
"""Random lane of how large each star of a constellation is."""

_STARLIGHT = (1.0, 0.62, 0.30)
"""Colour of a single star in linear light where the words name none."""


@element("sky", 46.0, handles=("fall", "descend", "dim", "ignite", "pulse", "rise", "transform"))
def star(moment: Moment) -> tuple[Form, ...]:
    """One large warm star with slow rays, which may fall with a train of sparks; or many, breathing in turn.

    What has fallen and is transformed stands overhead again, small. Notes: `figures` 1..3 of many stars are joined
    by fine lines to constellations.
    """
    if moment.count == 1:
        return _one(moment)
    return (*_many(moment), *_constellations(moment)) if moment.param("figures", 0.0) > 0.0 else _many(moment)


def _beat(moment: Moment, phase: Array | float = 0.0) -> Array:
    beat = np.sin(2 * np.pi * moment.t / 4.2 + phase)
    return np.asarray(1.0 + (0.07 + 0.30 * moment.event("pulse")) * beat, np.float32)


def _one(moment: Moment) -> tuple[Form, ...]:
    (x, y, _), size = hung(moment, 46.0)
    u, v = on_screen(moment, x, y, BEYOND)
    v = max(v, moment.stage.camera.horizon + 0.55) + 0.35 * smooth(moment.event("rise"), 0.0, 1.0)
    fallen = smooth(max(moment.event("fall"), moment.event("descend")), 0.0, 1.0)
    # It comes from its own side and falls towards the middle.
    side = 1.0 if u >= 0.0 else -1.0
    start = (u + side * 0.55 * min(1.0, fallen * 2.0), v + 0.10)
    end = (u - side * 0.10, moment.stage.camera.horizon + 0.34)
    reborn = float(smooth(max(moment.event("transform"), moment.event("ignite")), 0.35, 1.0)) if fallen > 0.5 else 0.0
    # It is dark while it goes back up: it falls here, and is kindled there.
    fallen = fallen * (0.0 if reborn > 0.0 else 1.0)
    here = (u + (end[0] - start[0]) * fallen, v + (end[1] - v) * fallen)
    base = np.asarray(moment.tint or _STARLIGHT, np.float32)
    show = smooth(moment.presence, 0.0, 1.0)
    dim = (1.0 - 0.88 * moment.event("dim")) * (1.0 + 0.35 * moment.event("ignite")) * (1.0 - 0.25 * moment.calm)
    # What has fallen is gone after a while, trail and all, unless it is kindled again.
    since = max(moment.ages.get("fall", 0.0), moment.ages.get("descend", 0.0))
    spent = fallen * float(smooth(since, 10.0, 24.0)) * (1.0 - float(smooth(moment.event("rise"), 0.0, 1.0)))
    burn = float(_beat(moment)) * dim * show * (1.0 - 0.985 * spent)
    warmed = 1.0 + 0.25 * float(smooth(moment.event("transform"), 0.0, 1.0))
    burn *= warmed
    if reborn > 0.0:
        size, burn = 0.62 * size, float(_beat(moment)) * show * reborn * (1.0 - 0.25 * moment.calm)
    where = from_screen(moment, *here)
    forms: list[Form] = [
        halo(where, size * 6.0, base * np.float32(0.16 * burn) * f32([1.0, 0.75, 0.65])),
        flare(where, size * (1.9 + 0.4 * moment.event("ignite")), base * np.float32(1.5 * burn)),
        Light(where, rgb(base * np.float32(0.55 * burn)), 420.0, 0.0),
    ]
    if fallen > 0.005:
        forms += train(
            moment,
            (u + side * 0.7, v + 0.45),
            here,
            base,
            fallen * (1 - 0.35 * smooth(fallen, 0.8, 1.0)) * show * (1 - spent),
        )
    if show < 1.0 or moment.event("ignite") > 0.0:
        forms.append(_gathering(moment, where, size, base))
    return tuple(forms)


def _gathering(moment: Moment, where: tuple[float, float, float], size: float, base: Array) -> Dots:
    """Motes drawn together into the star as it lights."""
    n = 300
    far = (
        np.clip(
            1.25 * (1.0 - moment.presence) + 0.4 * (1 - moment.presence) * uniform(moment.seed, _MOTE_ORDER, n), 0, 2
        )
        + 0.08
    )
    radius, angle = (
        size * far * (0.25 + uniform(moment.seed, _MOTE_FAR, n)),
        6.283 * uniform(moment.seed, _MOTE_ANGLE, n) + 1.5 * far,
    )
    place = np.stack(
        [where[0] + radius * np.cos(angle), where[1] + radius * np.sin(angle), np.full(n, where[2])], 1
    ).astype(np.float32)
    lit = smooth(moment.presence, 0.0, 0.3) * (1.0 - 0.9 * smooth(moment.presence, 0.6, 1.0)) + 0.15 * moment.event(
        "ignite"
    )
    return Dots(
        place,
        np.float32(0.03 * size),
        (base * np.float32(0.6 * lit * min(1.0, 3 * moment.presence))).astype(np.float32),
    )


def _many(moment: Moment) -> tuple[Form, ...]:
    """Stars larger than those of the open sky, each in its own slow time."""
    n = int(min(max(moment.count, 12), 140))
    camera = moment.stage.camera
    rows = 1.0 - camera.horizon
    u = (np.mod(uniform(moment.seed, _RIGHT_START, 1)[0] + 0.6180339887 * np.arange(n), 1.0) * 2 - 1) * moment.aspect
    v0 = 0.20 + 0.78 * np.mod(uniform(moment.seed, _UP_START, 1)[0] + 0.7548776662 * np.arange(n), 1.0)
    jitter = 0.06 * normal(moment.seed, _JITTER, n)
    fall = smooth(moment.event("fall") * 1.6 - 0.6 * uniform(moment.seed, _FALL, n), 0.0, 1.0)
    v = camera.horizon + rows * (v0 + jitter) - fall * rows * 0.9 * (v0 - 0.05)
    z = np.full(n, BEYOND, np.float32)
    place = np.stack(
        [
            camera.x + (u + 0.35 * fall) * z / camera.focal,
            camera.eye + (v + 0.12 * moment.event("rise") - camera.horizon) * z / camera.focal,
            z,
        ],
        1,
    ).astype(np.float32)
    order = smooth(moment.presence * 1.7 - 0.7 * uniform(moment.seed, _ORDER, n), 0.0, 1.0) * (
        1.0 - smooth(fall, 0.75, 1.0)
    )
    size = (0.045 + 0.14 * uniform(moment.seed, _SIZE, n) ** 4) * BEYOND / camera.focal * moment.place.size
    breath = _beat(moment, 6.28 * uniform(moment.seed, _BEAT, n) * (1.0 - 0.85 * moment.event("pulse")))
    hue = uniform(moment.seed, _HUE, n)[:, None]
    colour = np.array([1.0, 0.74, 0.50]) * hue + np.array([0.80, 0.80, 1.0]) * (1 - hue)
    if moment.tint is not None:
        colour = 0.4 * colour + 0.6 * np.asarray(moment.tint) / max(max(moment.tint), 1e-3)
    gain = order * breath * (1.0 - 0.85 * moment.event("dim")) * (1.0 + 0.4 * moment.event("ignite"))
    shine = (colour * (0.62 * gain)[:, None]).astype(np.float32)
    return (flare(place, size.astype(np.float32), shine, depth=382.0),)


_FIGURES = (
    # Stars in screen units about the figure's middle, and the pairs that lines join.
    (((-0.30, 0.10), (-0.20, 0.12), (-0.11, 0.06), (0.0, 0.01), (0.015, -0.11), (0.14, -0.14), (0.16, 0.0)),
     ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 3))),
    (((-0.13, -0.10), (-0.05, -0.03), (0.02, 0.04), (0.10, 0.11), (-0.07, 0.10), (0.06, -0.02), (0.13, -0.08)),
     ((0, 1), (1, 2), (2, 3), (4, 2), (2, 5), (5, 6))),
    (((-0.14, 0.03), (-0.06, -0.03), (0.0, 0.06), (0.09, 0.0), (0.13, 0.12)), ((0, 1), (1, 2), (2, 3), (3, 4))),
)  # fmt: skip
"""The constellations."""
_SEATS = ((-0.42, 0.66), (0.52, 0.62), (0.10, 0.36))
"""Where each figure hangs: share of the half width, share of the sky above the horizon."""


def _constellations(moment: Moment) -> tuple[Form, ...]:
    """Figures of larger stars with fine lines between them, brightening together like a slow heart."""
    camera = moment.stage.camera
    rows = 1.0 - camera.horizon
    beat = float(_beat(moment)) * float(smooth(moment.presence, 0.2, 1.0)) * (1.0 - 0.85 * moment.event("dim"))
    unit = BEYOND / camera.focal
    spots: list[tuple[float, float, float]] = []
    lines: list[Array] = []
    for k in range(int(min(moment.param("figures", 1.0), 3.0))):
        stars, joined = _FIGURES[k]
        u0, v0 = _SEATS[k][0] * moment.aspect, camera.horizon + rows * _SEATS[k][1]
        here = [from_screen(moment, u0 + 1.15 * a, v0 + 1.15 * b) for a, b in stars]
        spots += here
        s = np.linspace(0.06, 0.94, 8)[:, None]
        lines += [(f32(here[a]) + (f32(here[b]) - f32(here[a])) * s).astype(np.float32) for a, b in joined]
    warm = f32([1.0, 0.78, 0.52])
    own = 0.75 + 0.5 * uniform(moment.seed, _FIGURE_SIZE, len(spots))
    return (
        Ribbons(np.stack(lines), np.float32(0.0012 * unit), rgb(warm * np.float32(0.16 * beat)), depth=383.0),
        flare(f32(spots), (0.085 * unit * own).astype(np.float32), (warm * (0.85 * beat * own)[:, None]), depth=381.5),
    )
