"""A corridor of tall mirrors in gilt frames, pair after pair to a point of warm light; each holds a dim moment."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.mirror import GILT, MOMENTS, PLAIN, TALL, mirror_shape
from dreamplayer.drawing.motion.breaking import STARDUST, breaking
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import event_progress
from dreamplayer.elements.buildings._shared.doors import BEYOND, LEAF, SURROUND
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_DUST_DISTANCE, _DUST_ACROSS, _DUST_PHASE, _DUST_HEIGHT, _DUST_PACE, _DUST_BRIGHTNESS = 51, 52, 53, 54, 55, 56
"""Random lanes of the dust in the light."""
_DUST_SIZE, _DUST_GLINT = 57, 58
"""Random lanes of the dust between the mirrors alone."""

PAIRS = 14
_SPACING = 3.1
"""Metres from one pair of doors to the next."""
_HALF = 2.05
"""Half the width between the walls."""
_YAW = 0.62
"""Radians the doors are turned towards the eye from facing each other: seen edge on they would not be doors."""
DOORS = "doors"
"""The manner of a corridor whose text names no mirror."""
_AMBER = (1.0, 0.60, 0.28)
"""Linear colour of the ceiling lamps."""


def _hallway(moment: Moment) -> tuple[Form, ...]:
    """Doors left and right, one of them standing ajar on a lit room; lamps overhead; the far end glows.

    They come one after another, from far away to near.
    """
    k = np.arange(PAIRS)
    z = np.concatenate([k, k]) * _SPACING + 3.0
    side = np.repeat([-1.0, 1.0], PAIRS)
    x = side * _HALF * moment.place.spread + moment.place.x
    yaw = (-side * (np.pi / 2 - _YAW)).astype(np.float32)
    spot = np.stack([x, np.zeros(2 * PAIRS), z], 1).astype(np.float32)
    far = np.concatenate([k, k]) / PAIRS
    here = smooth(moment.presence * 1.7 - 0.7 * (1 - far), 0.0, 1.0).astype(np.float32)
    dim = (1 - 0.7 * moment.event("dim")) * (1 + 0.4 * moment.event("ignite")) * (1 - 0.25 * moment.calm)
    warm = np.asarray(moment.tint or _AMBER, np.float32)
    lamp = 0.9 + 0.1 * np.sin(0.4 * moment.t + 1.7 * far * PAIRS)
    glow = warm[None, :] * (dim * lamp * (0.12 + 0.30 * far))[:, None]
    tint = np.repeat((0.50 + 0.35 * far)[:, None], 3, 1).astype(np.float32)
    ajar = np.zeros(2 * PAIRS, bool)
    ajar[PAIRS + 1] = True
    forms: list[Form] = []
    for low, high in ((14.0, 1e9), (7.0, 14.0), (0.0, 7.0)):
        pick = (z >= low) & (z < high)
        for drawing, which in ((SURROUND, pick), (LEAF, pick & ~ajar), (BEYOND, pick & ajar)):
            if not which.any():
                continue
            lit = drawing is BEYOND
            forms.append(
                Sprites(
                    drawing.shape,
                    spot[which] + np.array([0.0, 0.0, 0.02 if lit else 0.0], np.float32),
                    np.float32(drawing.tall),
                    tint=tint[which],
                    glow=(glow[which] * np.float32(2.4 if lit else 1.0)).astype(np.float32),
                    opacity=here[which],
                    lit=0.0 if lit else 0.55,
                    rim=0.0 if lit else 0.5,
                    yaw=yaw[which],
                )
            )
    return (*forms, *_lights(moment, warm, float(np.float32(dim)), k))


def _lights(moment: Moment, warm: np.ndarray, dim: float, k: np.ndarray) -> tuple[Form, ...]:
    """Lamps along the ceiling, the glow of the far end, and dust between them."""
    come = float(smooth(moment.presence, 0.0, 0.7))
    z = k * _SPACING + 4.5
    sway = 0.02 * np.sin(0.3 * moment.t + k)
    lamps = np.stack([moment.place.x + sway, np.full(len(k), 2.95), z], 1).astype(np.float32)
    count = 320
    dust_z = 2.5 + 30.0 * uniform(moment.seed, _DUST_DISTANCE, count) ** 1.6
    dust_x = (
        moment.place.x
        + _HALF * (uniform(moment.seed, _DUST_ACROSS, count) * 2 - 1) * 0.9
        + 0.1 * np.sin(0.2 * moment.t + 9 * uniform(moment.seed, _DUST_PHASE, count))
    )
    dust_y = np.mod(
        3.0 * uniform(moment.seed, _DUST_HEIGHT, count)
        + moment.t * 0.02 * (0.4 + uniform(moment.seed, _DUST_PACE, count)),
        3.0,
    )
    dust = np.sin(np.pi * dust_y / 3.0) * (0.3 + 0.7 * uniform(moment.seed, _DUST_BRIGHTNESS, count) ** 3) * come
    end = (moment.place.x, 1.7, 62.0)
    return (
        Dots(lamps, 0.16, (warm[None] * np.full((len(k), 1), 0.55 * come * dim)).astype(np.float32), reflect=True),
        Dots(lamps, 1.1, (warm[None] * np.full((len(k), 1), 0.05 * come * dim)).astype(np.float32), reflect=False),
        Dots(
            np.array([end] * 2, np.float32),
            np.array([34.0, 9.0], np.float32),
            (warm[None] * np.array([[0.08], [0.42]]) * come * dim).astype(np.float32),
            depth=63.0,
        ),
        Dots(
            np.stack([dust_x, dust_y, dust_z], 1).astype(np.float32),
            0.014,
            (warm[None] * (0.30 * dust * dim)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Light((moment.place.x, 2.6, 6.0), rgb(warm * np.float32(0.55 * come * dim)), reach=5.0, haze=0.4),
        Light((moment.place.x, 1.6, 24.0), rgb(warm * np.float32(0.6 * come * dim)), reach=11.0, haze=0.5),
    )


_MIRROR_PAIRS = 26
_MIRROR_SPACING = 2.35
"""Pairs of mirrors, and metres from one pair to the next."""
_MIRROR_YAW = 0.95
"""Radians the mirrors are turned towards the eye from facing each other."""


@element(
    "ground",
    3.2,
    handles=("shatter", "crack", "mend", "twist", "swirl", "wrap", "grow", "open", "spread", "shrink", "close"),
)
def corridor(moment: Moment) -> tuple[Form, ...]:
    """A corridor of tall mirrors in gilt frames, pair after pair to a point of warm light; each holds a dim moment.

    One of them, near on the right, cracks and shatters when told. In the manner of doors it is an ordinary hallway.
    """
    if moment.manner == DOORS:
        return _hallway(moment)
    pair = np.arange(_MIRROR_PAIRS)
    half = 2.05 * moment.place.spread
    pair_z = 2.3 + _MIRROR_SPACING * pair
    scale = 1.42 * moment.place.size
    x = np.concatenate([np.full(_MIRROR_PAIRS, -half), np.full(_MIRROR_PAIRS, half)]) + moment.place.x
    both_z = np.concatenate([pair_z, pair_z])
    yaw = np.concatenate(
        [
            np.full(_MIRROR_PAIRS, np.pi / 2 - _MIRROR_YAW + 0.62),
            np.full(_MIRROR_PAIRS, -(np.pi / 2 - _MIRROR_YAW + 0.62)),
        ]
    )
    # They arrive one after another, from far away to near.
    order = smooth(moment.presence * 1.7 - 0.7 * (1 - np.concatenate([pair, pair]) / _MIRROR_PAIRS), 0.0, 1.0)
    spot = np.stack([x, np.zeros(2 * _MIRROR_PAIRS), both_z], 1).astype(np.float32)
    frame = np.concatenate([(pair * 5 + moment.seed) % MOMENTS, (pair * 5 + 2 + moment.seed) % MOMENTS]).astype(
        np.float32
    )
    whole = 1.0 - moment.event("mend")
    crack, shatter = moment.event("crack") * whole, float(smooth(moment.event("shatter"), 0.0, 1.0)) * whole
    touched = _MIRROR_PAIRS + 1
    if crack > 0 or shatter > 0:
        frame[touched] = PLAIN + min(float(smooth(shatter, 0.05, 0.7)), 0.999)
    warm = np.asarray(moment.tint or GILT, np.float32)
    near = 0.20 + 0.34 * np.clip(both_z / 22.0, 0, 1)
    light = near * (1.0 + 0.10 * np.sin(0.4 * moment.t + 1.7 * np.concatenate([pair, pair + 0.5])))
    stirred = event_progress(moment, "twist", "swirl", "wrap", "grow", "open", "spread") - event_progress(
        moment, "shrink", "close"
    )
    light = light * (1 + 0.25 * stirred)
    light[touched] *= 1 + shatter
    panes = Sprites(
        mirror_shape(),
        spot,
        np.float32(TALL * scale),
        glow=(warm[None, :] * light[:, None]).astype(np.float32),
        opacity=order.astype(np.float32),
        yaw=yaw.astype(np.float32),
    )
    dim = np.repeat((0.55 + 0.5 * np.clip(both_z / 16.0, 0, 1))[:, None], 3, 1).astype(np.float32)
    # Never quite the depth of a person among them: the far half is drawn before, the near half after.
    forms: list[Form] = []
    for low, high in ((14.0, 1e9), (7.0, 14.0), (3.4, 7.0), (0.0, 3.4)):
        pick = (both_z >= low) & (both_z < high)
        forms.append(
            Sprites(
                panes.shape,
                spot[pick],
                panes.size,
                tint=dim[pick],
                glow=np.asarray(panes.glow)[pick],
                opacity=np.asarray(panes.opacity)[pick],
                lit=0.30,
                rim=0.7,
                yaw=np.asarray(panes.yaw)[pick],
                frame=frame[pick],
            )
        )
    end = (moment.place.x, 1.35 * scale, 62.0)
    here = np.float32(smooth(moment.presence, 0.0, 0.7))
    breath = 1.0 + 0.08 * np.sin(0.35 * moment.t)
    glow = np.array([1.0, 0.62, 0.38], np.float32) * (warm / max(float(warm.max()), 0.2))
    forms += [
        Dots(
            np.array([end] * 3, np.float32),
            np.array([58.0, 24.0, 7.0], np.float32),
            glow[None, :] * (np.array([0.05, 0.10, 0.55], np.float32) * here * breath)[:, None],
            depth=63.0,
        ),
        Light((end[0], 1.6, 24.0), rgb(glow * np.float32(0.85) * here), reach=11.0, haze=0.5),
        _drift(moment, half, here),
    ]
    touched_x, touched_z, touched_yaw = float(x[touched]), float(both_z[touched]), float(yaw[touched])
    forms += breaking(
        moment, (touched_x, 0.0, touched_z), scale, touched_yaw, crack, shatter, moment.ages.get("shatter", 0.0)
    )
    if shatter > 0.02:
        forms.append(
            Light(
                (touched_x - 0.7, 1.5, touched_z - 0.3),
                rgb(np.asarray(STARDUST, np.float32) * np.float32(1.1 * shatter * moment.presence)),
                reach=3.4,
                haze=0.8,
            )
        )
    return tuple(forms)


def _drift(moment: Moment, half: float, here: np.float32) -> Dots:
    """Dust in the air of the corridor, lit from its end."""
    n = 700
    z = 2.5 + 34.0 * uniform(moment.seed, _DUST_DISTANCE, n) ** 1.6
    x = (
        moment.place.x
        + half * (uniform(moment.seed, _DUST_ACROSS, n) * 2 - 1) * 0.95
        + 0.1 * np.sin(0.2 * moment.t + 9 * uniform(moment.seed, _DUST_PHASE, n))
    )
    y = np.mod(
        3.4 * uniform(moment.seed, _DUST_HEIGHT, n) + moment.t * 0.025 * (0.4 + uniform(moment.seed, _DUST_PACE, n)),
        3.4,
    )
    show = np.sin(np.pi * y / 3.4) * (0.3 + 0.7 * uniform(moment.seed, _DUST_BRIGHTNESS, n) ** 3) * here
    return Dots(
        np.stack([x, y, z], 1).astype(np.float32),
        (0.012 + 0.02 * uniform(moment.seed, _DUST_SIZE, n)).astype(np.float32),
        (np.array([1.0, 0.58, 0.32], np.float32) * (0.42 * show)[:, None]).astype(np.float32),
        glint=(uniform(moment.seed, _DUST_GLINT, n) > 0.97).astype(np.float32),
    )
