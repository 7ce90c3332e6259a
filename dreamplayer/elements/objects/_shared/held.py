"""Small things that float before one, each holding a light: where they hang and how they are lit."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form, Scalar, Sprites
from dreamplayer.drawing.props import AMBER, Look, Piece, larger, place_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

HELD = Look(glow=0.85, back=0.030, lamp=0.4, reach=1.8, bob=0.03, sway=0.03)
"""How a small thing is lit that floats before one."""
SHOWN = 1.3
"""How much larger a small thing is drawn when it is alone."""


def alone(moment: Moment) -> float:
    """Its size: larger where it is the only one."""
    return SHOWN if moment.count == 1 else 1.0


def held(
    moment: Moment,
    piece: Piece,
    natural: float,
    look: Look = HELD,
    *,
    wide: float = 0.9,
    frame: Scalar | None = None,
    turn: Scalar = 0.0,
) -> tuple[Form, ...]:
    """A small thing grown to its stage size and hung in the air.

    Args:
        moment: when and where.
        piece: what is painted.
        natural: how many times its frame it is drawn, at size 1.
        look: how it is lit and moves; change `HELD` with `dataclasses.replace`.
        wide: metres that each of several takes.
        frame: which painted frame.
        turn: radians in its own plane.
    """
    grown = larger(moment, natural * alone(moment))
    return place_prop(grown, piece, look, wide=wide, frame=frame, turn=turn)


def hands(moment: Moment, natural: float, parts: list[tuple[Piece, float]], glow: float) -> list[Form]:
    """Hands or needles turning about the middle of a face."""
    size = moment.place.size * natural * alone(moment)
    own = 6.2832 * float(uniform(moment.seed, 63, 1)[0])
    bob = 0.03 * (1.0 + np.sin(0.47 * moment.t + own)) * size
    tilt = 0.03 * np.sin(0.53 * moment.t + own)
    here = float(smooth(moment.presence, 0.45, 1.0))
    return [
        Sprites(
            piece.shape,
            np.array([[moment.place.x, moment.place.y + bob, moment.place.z - 0.01 * (k + 1)]], np.float32),
            np.float32(size * piece.tall),
            glow=rgb(np.asarray(moment.tint or AMBER, np.float32) * np.float32(glow)),
            turn=np.float32(turn + tilt),
            opacity=np.float32(here),
            lit=0.6,
        )
        for k, (piece, turn) in enumerate(parts)
    ]
