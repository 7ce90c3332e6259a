"""Small things that float before one, each holding a light: where they hang and how they are lit."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form, Scalar, Sprites
from dreamplayer.drawing.props import AMBER, BOB_PACE, PHASE, SWAY_PACE, Look, Piece, larger, place_prop
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
    """Hands or needles that turn about the middle of a face.

    Args:
        moment: when and where.
        natural: as given to `held` for the face.
        parts: each hand, and its turn in radians; the first lies nearest to the face.
        glow: how brightly they shine, 0..1.
    """
    size = moment.place.size * natural * alone(moment)
    # They bob and swing with the face that `place_prop` draws behind them.
    phase = 6.2832 * float(uniform(moment.seed, PHASE, 1)[0])
    bob = HELD.bob * (1.0 + np.sin(BOB_PACE * moment.t + phase)) * size
    tilt = HELD.sway * np.sin(SWAY_PACE * moment.t + phase)
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
