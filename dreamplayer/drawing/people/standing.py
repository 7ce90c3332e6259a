"""People on the stage: where they stand, how they breathe, how they walk in and come to rest."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.contact_shadow import POOL
from dreamplayer.drawing.motion.gait import SETTLE, WALK
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.people.figure import PaintedPose
from dreamplayer.drawing.primitives import Array, Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment

DRY = ("floor", "wood", "meadow", "soil", "sand", "snow", "street")
"""Grounds on which a foot casts a shadow rather than a reflection."""


def cloth_tint(moment: Moment) -> tuple[float, float, float]:
    """What people are dressed in: the passage's darkness, or the colour the words give.

    Args:
        moment: with the colour and the palette.

    Returns:
        Linear light that multiplies their albedo; the palette's `body` is nearly black, a silhouette.
    """
    if moment.tint is None:
        return moment.palette.body
    return tuple(0.85 * c + 0.15 * b for c, b in zip(moment.tint, moment.palette.body, strict=True))  # type: ignore[return-value]


def facing(moment: Moment, lane: int = 0) -> float:
    """+1 looks right, -1 left: towards the middle of the picture, as painters do.

    Args:
        moment: when, where, and whose seed.
        lane: random lane that decides in the middle of the picture.

    Returns:
        1.0 or -1.0, a factor on x.
    """
    if abs(moment.place.turn) > 0.3:
        return 1.0 if moment.place.turn > 0 else -1.0
    if abs(moment.place.x) > 0.6:
        return -1.0 if moment.place.x > 0 else 1.0
    return 1.0 if uniform_one(moment.seed, 21 + lane) < 0.5 else -1.0


def contact(moment: Moment, where: Array, wide: float, strength: float = 0.6) -> tuple[Form, ...]:
    """A soft dark pool under what stands on dry ground; nothing on water, glass or cloud. `where` is (n, 3).

    Args:
        moment: when, where, and whose seed.
        where: (n, 3) metres, where they stand.
        wide: metres, the depth of the pool; it is 1.6 times as broad.
        strength: 0 none .. 1 black.
    """
    if moment.stage.ground not in DRY or moment.surface is not None:
        # At an anchor of a place the picture puts the shadow of everything that stands there.
        return ()
    under = np.array(where, np.float32, copy=True)
    under[:, 1] = 0.012
    return (
        Sprites(POOL, under, np.float32(wide), opacity=np.float32(strength * moment.presence), lit=0.0, lie=1.0,
                width=1.6, reflect=False, depth=float(np.median(under[:, 2])) + 0.05),
    )  # fmt: skip


def breath(t: float, phase: float) -> tuple[float, float]:
    """Sway in radians and a change of breadth, for someone standing still: barely seen, never still.

    Args:
        t: seconds.
        phase: 0..1, where in the breath it begins.

    Returns:
        (radians, factor on the breadth).
    """
    return 0.006 * float(np.sin(0.62 * t + 6.28 * phase)), 1.0 + 0.007 * float(np.sin(1.25 * t + 6.28 * phase))


def person(
    moment: Moment, pose: PaintedPose, *, look: float = 1.0, frame: float = 0.0, x: float = 0.0
) -> tuple[Form, ...]:
    """One person where the element stands, gathered out of motes. `x` is metres from there, `look` as `facing`.

    Args:
        moment: when, where, and whose seed.
        pose: how one is painted.
        look: +1 looks right, -1 left.
        frame: which painted frame; fractions blend.
        x: metres beside the place of the element.
    """
    size = pose.metres * moment.place.size
    where = np.array([[moment.place.x + x, moment.place.y, moment.place.z]], np.float32)
    sway, wide = breath(moment.t, uniform_one(moment.seed, 22))
    body = Sprites(
        pose.shape,
        where,
        np.float32(size),
        tint=cloth_tint(moment),
        turn=sway,
        width=np.float32(wide * look),
        frame=frame,
    )
    return (*contact(moment, where, 0.36 * moment.place.size), *gathered(moment, body, count=900))


def walk_in(moment: Moment, stride: float, cycles: int = 3, pace: float = 3.4) -> tuple[float, float]:
    """Someone who walks up and comes to rest: metres still to go, and the frame of a `walk` pose.

    `stride` is metres a cycle, `pace` seconds a cycle at first; steps slow down but feet never slide.

    Args:
        moment: when, where, and whose seed.
        stride: metres a cycle.
        cycles: how many cycles are walked.
        pace: seconds a cycle at first.

    Returns:
        (metres, frame): 0 and the last frame once it stands.
    """
    whole = pace * cycles * 1.5
    u = min(max(moment.t / whole, 0.0), 1.0)
    done = cycles * (1.0 - (1.0 - u) ** 1.5) if u < 1.0 else float(cycles)
    rest = smooth(moment.t, whole, whole + 1.6)
    frame = WALK * (done % 1.0) if done < cycles - 1e-9 else WALK + SETTLE * rest
    return (cycles - done) * stride, frame
