"""Small creatures modelled in a pose: one or a few where the element stands, each moving in its own time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from dreamplayer.drawing.modelled.part import Part
from dreamplayer.drawing.modelled.shape import PITCH, Modelled, modelled
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.standing import DRY, contact
from dreamplayer.drawing.primitives import Array, Form, Sprites
from dreamplayer.elements.creatures._shared.roaming import look_of
from dreamplayer.kit.curves import ease
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.reading import Colour

_RIGHT, _DEEP, _SIZE, _LOOK, _PHASE = 61, 62, 63, 64, 66
"""Random lanes: where each is (right, deep), its size, which way it looks, and when it moves."""
_STANDS_ON = ("floor", "top", "seat", "bed")
_ROWS = 150
"""Pixels of its height."""


def cast_of(
    key: str,
    poses: Callable[[], Sequence[Sequence[Part]]],
    tall: float,
    yaw: float,
    *,
    pitch: float = PITCH,
    ground: bool = True,
    rows: int = _ROWS,
) -> Modelled:
    """Frames of a small creature, cast once.

    Args:
        key: its name: kind, colours and pose.
        poses: gives the parts of each frame.
        tall: metres of its height, for the resolution.
        yaw: radians: 0 faces the eye, pi/2 looks to the right, pi away.
        pitch: radians the eye looks down.
        ground: the ground darkens what is near it.
        rows: pixels of its height.
    """
    return modelled(f"resident/{key}", poses, yaw, px=tall / rows, pitch=pitch, ground=ground)


def now_and_then(t: float, phase: Array, frames: int, seconds: float, hold: float = 0.25) -> Array:
    """Frames of what rests in frame 0 and now and then goes to the last and comes back.

    Args:
        t: seconds.
        phase: 0..1 of each.
        frames: how many there are.
        seconds: from one time to the next.
        hold: share of that time in the last frame.
    """
    u = np.mod(t / seconds + phase, 1.0)
    way = np.asarray(ease(np.clip(u / 0.10, 0, 1)) - ease(np.clip((u - 0.10 - hold) / 0.10, 0, 1)))
    return np.asarray((frames - 1) * way, np.float32)


def tinted(moment: Moment, own: Colour) -> Colour:
    """A coat in the colour that the words give, else its own; linear light.

    Args:
        moment: with the colour of the words.
        own: usual colour.
    """
    if moment.tint is None:
        return own
    r, g, b = (min(0.6, 0.03 + 0.9 * round(float(c), 2)) for c in moment.tint)
    return r, g, b


def residents(
    moment: Moment,
    cast: Modelled,
    wide: float,
    frame: Callable[[Array], Array],
    *,
    most: int = 8,
    afloat: bool = False,
    shadow: float = 0.75,
    look: float | None = None,
) -> tuple[Form, ...]:
    """One or a few at their true size where the element stands.

    Args:
        moment: when, where, and whose seed.
        cast: its frames.
        wide: metres that each takes.
        frame: gives the frame of each from a phase 0..1.
        most: that many at most.
        afloat: it rocks on water, without a shadow.
        shadow: how dark a shadow it casts.
        look: +1 as cast, -1 mirrored; None towards where its anchor faces.
    """
    n = int(min(max(moment.count, 1), most))
    k, several = np.arange(n), n > 1
    unit = moment.size(wide)
    x = ((k - (n - 1) / 2) * 1.1 * unit + 0.25 * unit * normal(moment.seed, _RIGHT, n) * several) * moment.place.spread
    z = np.maximum(moment.place.z + 0.8 * unit * normal(moment.seed, _DEEP, n) * several, 0.5)
    phase = uniform(moment.seed, _PHASE, n)
    y = np.full(n, moment.place.y)
    if afloat:
        y = y + 0.010 * moment.size(cast.metres) * np.sin(0.7 * moment.t + 6.2832 * phase)
    where = np.stack([moment.place.x + x, y, z], 1).astype(np.float32)
    size = cast.metres * moment.place.size * (0.86 + 0.24 * uniform(moment.seed, _SIZE, n) if several else np.ones(n))
    first = look_of(moment) if look is None else look
    looks = np.where(uniform(moment.seed, _LOOK, n) < 0.5, first, -first) if several else np.full(n, first)
    dry = moment.surface in _STANDS_ON if moment.surface is not None else moment.stage.ground in DRY
    breath = 1.0 + 0.008 * np.sin(1.3 * moment.t + 6.2832 * phase)
    bodies = Sprites(
        cast.shape,
        where,
        size.astype(np.float32),
        width=(looks * breath).astype(np.float32),
        frame=np.asarray(frame(phase), np.float32),
        shadow=shadow if dry and not afloat else 0.0,
    )
    pool = () if afloat else contact(moment, where, 0.6 * unit)
    return (*pool, *gathered(moment, bodies, count=800))
