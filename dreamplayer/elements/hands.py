"""Hands of soft light: an open palm held up, two cupped, one reaching out of the dark."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.palm import CLOSING, palm_shape, reaching_shape
from dreamplayer.drawing.particles import gathered, rgb, sampled
from dreamplayer.drawing.primitives import Dots, Form, Shape, Sprites
from dreamplayer.drawing.standing import facing
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import dice, one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_SKIN = (1.0, 0.52, 0.20)


@element("air", 1.2, family="people", answers=("open", "close", "wrap"), lamp=True, several=2)
def hand(moment: Moment) -> tuple[Form, ...]:
    """A hand of light, larger than life: reaching sideways, or an open palm; two are held out side by side.

    It opens and closes as far as told. Notes: `pose` 0 palm, 1 reaching.
    """
    moved = float(smooth(3.0 * max(moment.event("open"), moment.event("close"), moment.event("wrap")), 0.0, 1.0))
    asked = moment.param("pose", -1.0)
    reaching = asked == 1 or (asked < 0 and moment.count == 1 and one(moment.seed, 20) < 0.55)
    fold = 0.22 + 0.78 * max(moment.event("close"), moment.event("wrap")) - 0.22 * moment.event("open")
    frame = (CLOSING - 1) * fold
    if reaching:
        # Told to open or close, a reaching hand comes apart into motes and gathers again as a palm.
        out: list[Form] = []
        if moved < 1.0:
            there = moment.replace(presence=moment.presence * (1.0 - moved))
            out += _hand(there, reaching_shape(), 0.0, facing(moment), 0.5, 0.0, 0.0)
        if moved > 0.0:
            out += _hand(
                moment.replace(presence=moment.presence * moved), palm_shape(), frame, facing(moment), 1.0, 0.0, 0.0
            )
        return tuple(out)
    if moment.count == 1:
        return _hand(moment, palm_shape(), frame, facing(moment), 1.0, 0.0, 0.0)
    lean = 0.20
    left = _hand(moment, palm_shape(), frame, -1.0, 0.92, -0.27, lean)
    right = _hand(moment.replace(seed=moment.seed + 1), palm_shape(), frame, 1.0, 0.92, 0.27, -lean)
    return (*left, *right)


def _hand(
    moment: Moment, shape: Shape, frame: float, look: float, share: float, side: float, lean: float
) -> tuple[Form, ...]:
    size = moment.size(1.2) * share
    drift = 0.018 * float(np.sin(0.47 * moment.t + 6.28 * one(moment.seed, 21)))
    where = np.array([[moment.place.x + side * size, moment.place.y + drift * size, moment.place.z]], np.float32)
    base = np.asarray(moment.tint or _SKIN, np.float32)
    calm = 1.0 - 0.35 * moment.calm
    turn = lean + 0.02 * float(np.sin(0.39 * moment.t))
    body = Sprites(
        shape, where, np.float32(size), tint=rgb(np.float32(0.10) * base), glow=rgb(base * np.float32(0.85 * calm)),
        cover=0.75, lit=0.6, rim=0.5, turn=turn, width=np.float32(look), frame=frame,
    )  # fmt: skip
    n = 420
    points = sampled(shape, n, 0, 0.35)
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = look * points[:, 0], points[:, 1] * (1 - 0.3 * frame / CLOSING)
    own = 6.2832 * dice(moment.seed, 34, n)
    shine = 0.4 + 0.6 * np.sin(0.8 * moment.t + own) ** 2
    rise = 0.015 * np.sin(0.5 * moment.t + 2 * own)
    at3 = np.stack(
        [
            where[0, 0] + size * (cos * x - sin * y + 0.010 * np.cos(0.6 * moment.t + own)),
            where[0, 1] + size * (sin * x + cos * y + rise),
            np.full(n, where[0, 2] - 0.01),
        ],
        1,
    )
    here = smooth(moment.presence, 0.4, 1.0) * calm
    sparkle = Dots(
        at3.astype(np.float32),
        ((0.006 + 0.008 * dice(moment.seed, 35, n)) * np.float32(size)).astype(np.float32),
        (base[None, :] * (0.55 * here * shine * (0.55 + 0.45 * points[:, 2]))[:, None]).astype(np.float32),
    )
    palm = (float(where[0, 0]), float(where[0, 1] + 0.4 * size), float(where[0, 2] - 0.15))
    lamp = Light(palm, rgb(base * np.float32(0.40 * here)), 2.2, 0.35)
    return (*gathered(moment, body, count=900, colour=rgb(base)), sparkle, lamp)
