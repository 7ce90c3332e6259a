"""The corridor of mirrors without end."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.breaking import STARDUST, breaking
from dreamplayer.drawing.element import element
from dreamplayer.drawing.hallway import DOORS, hallway
from dreamplayer.drawing.mirror import GILT, MOMENTS, PLAIN, TALL, mirror_shape
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import heeded
from dreamplayer.drawing.unbidden import unbidden
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

PAIRS = 26
SPACING = 2.35
YAW = 0.95
"""Radians the mirrors are turned towards the eye from facing each other."""


@element(
    "ground",
    3.2,
    family="built",
    answers=("shatter", "crack", "mend", "twist", "swirl", "wrap", "grow", "open", "spread", "shrink", "close"),
    lamp=True,
    several=1,
)
def corridor(moment: Moment) -> tuple[Form, ...]:
    """A corridor of tall mirrors in gilt frames, pair after pair to a point of warm light; each holds a dim moment.

    One of them, near on the right, cracks and shatters when told. In the manner of doors it is an ordinary hallway.
    Notes: `breaks` seconds after which it does so by itself.
    """
    if moment.manner == DOORS:
        return hallway(moment)
    moment = unbidden(unbidden(moment, "crack", "breaks", 4.0), "shatter", "breaks", 9.0)
    k = np.arange(PAIRS)
    half = 2.05 * moment.place.spread
    z = 2.3 + SPACING * k
    scale = 1.42 * moment.place.size
    x = np.concatenate([np.full(PAIRS, -half), np.full(PAIRS, half)]) + moment.place.x
    zz = np.concatenate([z, z])
    yaw = np.concatenate([np.full(PAIRS, np.pi / 2 - YAW + 0.62), np.full(PAIRS, -(np.pi / 2 - YAW + 0.62))])
    # They arrive one after another, from far away to near.
    order = smooth(moment.presence * 1.7 - 0.7 * (1 - np.concatenate([k, k]) / PAIRS), 0.0, 1.0)
    spot = np.stack([x, np.zeros(2 * PAIRS), zz], 1).astype(np.float32)
    frame = np.concatenate([(k * 5 + moment.seed) % MOMENTS, (k * 5 + 2 + moment.seed) % MOMENTS]).astype(np.float32)
    whole = 1.0 - moment.event("mend")
    crack, shatter = moment.event("crack") * whole, float(smooth(moment.event("shatter"), 0.0, 1.0)) * whole
    touched = PAIRS + 1
    if crack > 0 or shatter > 0:
        frame[touched] = PLAIN + min(float(smooth(shatter, 0.05, 0.7)), 0.999)
    warm = np.asarray(moment.tint or GILT, np.float32)
    near = 0.20 + 0.34 * np.clip(zz / 22.0, 0, 1)
    light = near * (1.0 + 0.10 * np.sin(0.4 * moment.t + 1.7 * np.concatenate([k, k + 0.5])))
    stirred = heeded(moment, "twist", "swirl", "wrap", "grow", "open", "spread") - heeded(moment, "shrink", "close")
    light = light * (1 + 0.25 * stirred)
    light[touched] *= 1 + 1.0 * shatter
    panes = Sprites(
        mirror_shape(),
        spot,
        np.float32(TALL * scale),
        glow=(warm[None, :] * light[:, None]).astype(np.float32),
        opacity=order.astype(np.float32),
        yaw=yaw.astype(np.float32),
    )
    dim = np.repeat((0.55 + 0.5 * np.clip(zz / 16.0, 0, 1))[:, None], 3, 1).astype(np.float32)
    # Never quite the depth of a person among them: the far half is drawn before, the near half after.
    forms: list[Form] = []
    for low, high in ((14.0, 1e9), (7.0, 14.0), (3.4, 7.0), (0.0, 3.4)):
        pick = (zz >= low) & (zz < high)
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
        Light((end[0], 1.6, 24.0), rgb(glow * np.float32(0.85) * here), 11.0, 0.5),
        _drift(moment, half, here),
    ]
    tx, tz, ty = float(x[touched]), float(zz[touched]), float(yaw[touched])
    forms += breaking(moment, (tx, 0.0, tz), scale, ty, crack, shatter, moment.ages.get("shatter", 0.0))
    if shatter > 0.02:
        forms.append(
            Light(
                (tx - 0.7, 1.5, tz - 0.3),
                rgb(np.asarray(STARDUST, np.float32) * np.float32(1.1 * shatter * moment.presence)),
                3.4,
                0.8,
            )
        )
    return tuple(forms)


def _drift(moment: Moment, half: float, here: np.float32) -> Dots:
    """Dust in the air of the corridor, lit from its end."""
    n = 700
    z = 2.5 + 34.0 * dice(moment.seed, 51, n) ** 1.6
    x = (
        moment.place.x
        + half * (dice(moment.seed, 52, n) * 2 - 1) * 0.95
        + 0.1 * np.sin(0.2 * moment.t + 9 * dice(moment.seed, 53, n))
    )
    y = np.mod(3.4 * dice(moment.seed, 54, n) + moment.t * 0.025 * (0.4 + dice(moment.seed, 55, n)), 3.4)
    show = np.sin(np.pi * y / 3.4) * (0.3 + 0.7 * dice(moment.seed, 56, n) ** 3) * here
    return Dots(
        np.stack([x, y, z], 1).astype(np.float32),
        (0.012 + 0.02 * dice(moment.seed, 57, n)).astype(np.float32),
        (np.array([1.0, 0.58, 0.32], np.float32) * (0.42 * show)[:, None]).astype(np.float32),
        glint=(dice(moment.seed, 58, n) > 0.97).astype(np.float32),
    )
