"""Birds on the ground: one stands and now and then picks at something; several stand about; others perch or fly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.standing import DRY, contact
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.creatures._shared.flying_bodies import Flyer, fly
from dreamplayer.elements.creatures._shared.modelled_fowl import PICKS, Fowl, Plumage, standing
from dreamplayer.elements.creatures._shared.roaming import look_of, side_of
from dreamplayer.kit.curves import ease
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment

_RIGHT, _DEEP, _SIZE, _LOOK, _PHASE, _COAT = 61, 62, 63, 64, 66, 67
"""Random lanes: where each stands, its size, which way it looks, when it picks, and its plumage."""
_SECONDS = 13.0
"""From one time a bird picks at the ground to the next."""


def stand_about(
    moment: Moment, b: Fowl, *, plumages: tuple[Plumage, ...] = (), picks: float = 1.0, most: int = 9
) -> tuple[Form, ...]:
    """One bird or a few at their true size.

    Args:
        moment: when, where, and whose seed; `manner` may be `pick` or `stand`.
        b: its proportions.
        plumages: of which all have one.
        picks: how far one bends: 1 to the ground, 0 never.
        most: that many at most.
    """
    n = int(min(max(moment.count, 1), most))
    if plumages:
        b = replace(b, plumage=plumages[int(uniform_one(moment.seed, _COAT) * len(plumages))])
    tall = b.head[1] + b.head[2]
    unit = moment.size(tall)
    cast = standing(b, side_of(moment))
    k = np.arange(n)
    several = n > 1
    x = (1.1 * (k - (n - 1) / 2) + 0.4 * normal(moment.seed, _RIGHT, n) * several) * unit * moment.place.spread
    z = moment.place.z + 0.9 * unit * normal(moment.seed, _DEEP, n) * several
    where = np.stack([moment.place.x + x, np.full(n, moment.place.y), np.maximum(z, 0.8)], 1).astype(np.float32)
    size = cast.metres * moment.place.size * (0.9 + 0.2 * uniform(moment.seed, _SIZE, n) if several else np.ones(n))
    looks = np.where(uniform(moment.seed, _LOOK, n) < 0.5, 1.0, -1.0) if several else np.full(n, look_of(moment))
    u = np.mod(moment.t / _SECONDS + uniform(moment.seed, _PHASE, n), 1.0)
    bent = np.asarray(ease(np.clip(u / 0.12, 0, 1)) - ease(np.clip((u - 0.30) / 0.14, 0, 1)))
    said = (moment.manner or "").split("/")
    bent = np.clip(1.0 - bent, 0, 1) if "pick" in said else bent * (0.0 if "stand" in said else 1.0)
    dry = moment.surface in ("floor", "top") if moment.surface is not None else moment.stage.ground in DRY
    bodies = Sprites(
        cast.shape, where, size.astype(np.float32), width=looks.astype(np.float32),
        frame=(bent * picks * (PICKS - 1)).astype(np.float32), shadow=0.7 if dry else 0.0,
    )  # fmt: skip
    return (*contact(moment, where, 0.5 * unit), *gathered(moment, bodies, count=800))


def perch_or_fly(
    moment: Moment, b: Fowl, flyers: Sequence[Flyer], *, plumages: tuple[Plumage, ...] = (), pace: float = 0.8
) -> tuple[Form, ...]:
    """A bird that flies where nothing is below it, and else stands on what its anchor gives.

    Args:
        moment: when, where, and whose seed.
        b: its proportions as it stands.
        flyers: how it is built as it flies, one for each plumage or one for all.
        plumages: of which all have one.
        pace: beats a second.
    """
    if moment.surface in ("floor", "top", "seat", "bed"):
        return stand_about(moment, b, plumages=plumages, picks=0.45 if moment.surface == "top" else 1.0)
    return fly(moment, flyers, pace=pace)
