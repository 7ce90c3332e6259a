"""People as calm silhouettes: small heads, long coats and gowns with hems, hands that ask for nothing.

Each pose is painted at an adult height of 1 with the feet on 0 and drawn at `METRES` to that height.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from dreamplayer.drawing.motion.gait import steps
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.people.body import CLOTH, HAIR, SKIN, cloth, hand, head_side, limb
from dreamplayer.drawing.people.dressed import coat_back, coat_side, gown_back, gown_side
from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.sdf import Canvas, canvas, cone, oval
from dreamplayer.kit.shapes import Layer, Painting, flipped, frames, over, paint, shifted

METRES = 1.72
"""An adult's height."""


@dataclass(frozen=True, eq=False)
class PaintedPose:
    """A painted person and how tall its frame is in adult heights."""

    shape: Shape
    """Its painting."""
    height: float
    """Of its frame, 1 an adult's."""

    @property
    def metres(self) -> float:
        """Height of the frame when an adult stands `METRES` tall."""
        return self.height * METRES


def _pose(name: str, c: Canvas, draw: Callable[[], Painting | Array]) -> PaintedPose:
    return PaintedPose(on(c, f"figure/{name}", draw), c.height)


def kneeling(c: Canvas) -> list[Layer]:
    """Kneeling on the ground in a long gown, hands held out low, looking right.

    Args:
        c: where it is painted, in adult heights, the ground on 0.

    Returns:
        Its layers, back to front; the figure is .75 tall.
    """
    skirt = [
        (-0.09, 0.30), (-0.02, 0.315), (0.06, 0.27), (0.150, 0.215), (0.215, 0.150), (0.225, 0.075), (0.195, 0.010),
        (0.08, -0.004), (-0.10, 0.004), (-0.28, -0.004), (-0.40, 0.004), (-0.36, 0.032), (-0.25, 0.085),
        (-0.165, 0.165), (-0.125, 0.25),
    ]  # fmt: skip
    torso = [
        (0.030, 0.578), (0.058, 0.540), (0.064, 0.475), (0.030, 0.40), (0.006, 0.33), (-0.02, 0.25), (-0.08, 0.25),
        (-0.100, 0.33), (-0.080, 0.40), (-0.060, 0.475), (-0.048, 0.535), (-0.020, 0.578),
    ]  # fmt: skip
    return [
        limb(c, [(0.012, 0.530, 0.024), (0.085, 0.400, 0.021), (0.205, 0.372, 0.014)]),
        hand(c, (0.205, 0.372), 0.05, 0.068, 0.4),
        limb(c, [(0.020, 0.640, 0.020), (0.008, 0.57, 0.027)], colour=SKIN),
        *head_side(c, (0.048, 0.672), 0.128, -0.22, long=True),
        cloth(c, torso, axis=(0, 0), depth=0.003, top=0.6),
        cloth(c, skirt, axis=(-0.05, -0.08), folds=4.0, top=0.30, depth=0.0032, seed=2.0),
        hand(c, (0.190, 0.338), 0.12, 0.068, 0.6),
        limb(c, [(0.002, 0.530, 0.026), (0.062, 0.385, 0.022), (0.190, 0.338, 0.014)]),
    ]


def sitting(c: Canvas, long: bool = True) -> list[Layer]:
    """Sitting on the ground with drawn-up knees, arms around them, looking right.

    Args:
        c: where it is painted, in adult heights, the ground on 0.
        long: hair to the shoulder blades instead of the nape.

    Returns:
        Its layers, back to front; the figure is .62 tall.
    """
    body = [
        (-0.022, 0.452), (0.008, 0.43), (0.022, 0.375), (0.018, 0.305), (0.050, 0.272), (0.105, 0.300),
        (0.150, 0.296), (0.176, 0.258), (0.182, 0.19), (0.190, 0.09), (0.196, 0.022), (0.10, -0.002), (-0.06, 0.002),
        (-0.185, -0.002), (-0.205, 0.05), (-0.172, 0.16), (-0.134, 0.27), (-0.108, 0.37), (-0.087, 0.428),
    ]  # fmt: skip
    foot = cone(c, (0.165, 0.018), (0.236, 0.014), 0.019, 0.011)
    return [
        limb(c, [(-0.030, 0.52, 0.021), (-0.045, 0.44, 0.030)], colour=SKIN),
        *head_side(c, (-0.006, 0.546), 0.130, 0.12, long),
        Layer(foot, SKIN, round=0.02),
        cloth(c, body, axis=(-0.02, 0.02), folds=3.0, top=0.32, depth=0.0026),
        hand(c, (0.122, 0.212), 0.15, 0.058),
        limb(c, [(-0.045, 0.395, 0.029), (0.006, 0.245, 0.024), (0.122, 0.212, 0.017)]),
    ]


def pair(c: Canvas) -> list[Layer]:
    """Two, hand in hand, seen from behind: joined arms make a pair readable from far away.

    Args:
        c: where it is painted, in adult heights, feet on 0.

    Returns:
        Its layers, back to front.
    """
    hands = (0.0, 0.455)
    return [
        *coat_back(c, -0.165, arms=False),
        *gown_back(c, 0.155, 0.94, arms=False),
        limb(c, [(-0.253, 0.790, 0.030), (-0.290, 0.640, 0.026), (-0.288, 0.490, 0.019)]),
        limb(c, [(0.225, 0.745, 0.023), (0.257, 0.600, 0.020), (0.256, 0.450, 0.014)]),
        limb(c, [(-0.080, 0.790, 0.030), (-0.046, 0.630, 0.025), (-0.008, 0.480, 0.017)]),
        limb(c, [(0.086, 0.745, 0.023), (0.050, 0.605, 0.020), (0.008, 0.480, 0.014)]),
        Layer(oval(c, hands, 0.018, 0.030), SKIN, round=0.01),
    ]


def embrace(c: Canvas) -> Painting:
    """Two in each other's arms, foreheads together.

    Args:
        c: where it is painted, in adult heights, feet on 0; its middle must lie at x = 0.

    Returns:
        (rows, columns, 8) light channels: one figure is a mirror image, which layers cannot be.
    """
    step = round(0.080 / c.step)
    one = paint(c, coat_side(c, None, "none", -0.12))
    two = flipped(paint(c, gown_side(c, "chest", 0.10)))
    arm = [
        hand(c, (0.128, 0.640), -0.3, 0.062),
        limb(c, [(-0.092, 0.780, 0.031), (0.010, 0.680, 0.026), (0.128, 0.640, 0.018)]),
    ]
    both = over(shifted(two, step), shifted(one, -step))
    return over(both, paint(c, arm))


def asleep(c: Canvas) -> list[Layer]:
    """Lying curled on one side under a blanket, head on a pillow at the right.

    Args:
        c: where it is painted, in adult heights, the ground on 0.

    Returns:
        Its layers, back to front; 1.23 long and .2 tall.
    """
    blanket = [
        (0.335, 0.085), (0.330, 0.135), (0.285, 0.178), (0.22, 0.192), (0.14, 0.172), (0.05, 0.150), (-0.04, 0.160),
        (-0.13, 0.188), (-0.22, 0.186), (-0.31, 0.150), (-0.40, 0.122), (-0.48, 0.108), (-0.535, 0.075),
        (-0.575, 0.020), (-0.62, -0.002), (-0.2, 0.002), (0.1, -0.003), (0.36, 0.0),
    ]  # fmt: skip
    pillow = [
        (0.27, 0.01), (0.30, 0.060), (0.40, 0.082), (0.52, 0.090), (0.585, 0.105), (0.610, 0.075), (0.600, 0.02),
        (0.570, -0.002), (0.42, 0.003), (0.30, -0.002),
    ]  # fmt: skip
    hair = [
        (0.345, 0.110), (0.352, 0.160), (0.392, 0.196), (0.445, 0.200), (0.500, 0.170), (0.535, 0.118),
        (0.560, 0.085), (0.500, 0.076), (0.41, 0.078),
    ]  # fmt: skip
    wrinkles = np.asarray(0.004 * np.sin(c.x * 34 + 16 * c.y) * np.clip(c.y / 0.15, 0, 1), np.float32)
    return [
        cloth(c, pillow, depth=0.0),
        Layer(cloth(c, hair).distance, HAIR, round=0.018),
        Layer(oval(c, (0.392, 0.128), 0.050, 0.044, 0.35), SKIN, round=0.016),
        Layer(cloth(c, blanket).distance, CLOTH, round=0.03, relief=wrinkles),
        limb(c, [(0.300, 0.120, 0.022), (0.345, 0.098, 0.019), (0.385, 0.096, 0.014)]),
    ]


TALL = (-0.24, -0.05, 0.26, 1.05)
WIDE = (-0.32, -0.05, 0.40, 1.05)
SPREAD = (-0.40, -0.05, 0.40, 1.05)


def _walk() -> Array:
    c = canvas(*WIDE, 272)
    return frames([paint(c, coat_side(c, stride, gait=left)) for stride, left in steps()])


Box = tuple[float, float, float, float]
POSES: dict[str, tuple[Box, Callable[[Canvas], list[Layer] | Painting]]] = {
    "coat": (TALL, coat_back),
    "gown": (TALL, gown_back),
    "coat-side": (TALL, lambda c: coat_side(c)),
    "gown-side": (TALL, lambda c: gown_side(c)),
    "reach": (WIDE, lambda c: coat_side(c, None, "reach")),
    "gown-reach": (WIDE, lambda c: gown_side(c, "reach")),
    "look-up": (TALL, lambda c: coat_side(c, None, "rest", 0.42)),
    "point": (WIDE, lambda c: coat_side(c, None, "point", 0.30)),
    "kneel": ((-0.46, -0.04, 0.34, 0.80), kneeling),
    "sit": ((-0.26, -0.04, 0.30, 0.68), sitting),
    "pair": ((-0.42, -0.05, 0.42, 1.05), pair),
    "embrace": ((-0.32, -0.05, 0.32, 1.05), embrace),
    "asleep": ((-0.66, -0.03, 0.66, 0.26), asleep),
}


def _spread(c: Canvas) -> list[Layer]:
    return gown_back(c, spread=True)


@cache
def pose(name: str) -> PaintedPose:
    """A painted person, looking right where it looks anywhere. Each is painted once a run.

    Args:
        name: one of `POSES`; `walk`, whose frames are those of `drawing.motion.gait`; any other name is the gown seen
            from behind with both arms spread.

    Returns:
        Its shape, and how tall the frame is.
    """
    if name == "walk":
        c = canvas(*WIDE, 8)
        return _pose(name, c, _walk)
    box, draw = POSES.get(name, (SPREAD, _spread))
    rows = round(min(320, 300 * (box[3] - box[1])))
    c = canvas(*box, 8)

    def painted() -> Painting:
        full = canvas(*box, rows)
        drawn = draw(full)
        return drawn if isinstance(drawn, np.ndarray) else paint(full, drawn)

    return _pose(name, c, painted)
