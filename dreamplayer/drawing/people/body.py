"""Parts of people, drawn calmly: heads with a quiet profile, hair, arms, legs, cloth with folds. Adult height is 1."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dreamplayer.kit.outline import moved, spline
from dreamplayer.kit.sdf import Canvas, Joint, Map, blob, both, chain, cone, join, oval
from dreamplayer.kit.shapes import Layer

CLOTH = (1.0, 1.0, 1.0)
SKIN = (0.55, 0.42, 0.34)
HAIR = (0.16, 0.12, 0.11)
_PROFILE = (
    (0.02, 0.48), (0.20, 0.45), (0.33, 0.33), (0.375, 0.19), (0.37, 0.10), (0.372, 0.035), (0.425, -0.055),
    (0.448, -0.095), (0.395, -0.135), (0.402, -0.185), (0.380, -0.215), (0.392, -0.255), (0.352, -0.305),
    (0.368, -0.375), (0.325, -0.455), (0.21, -0.46), (0.06, -0.37), (-0.08, -0.34), (-0.27, -0.26),
    (-0.40, -0.02), (-0.385, 0.22), (-0.22, 0.42),
)  # fmt: skip
_SHORT_HAIR = (
    (0.30, 0.37), (0.22, 0.485), (0.0, 0.535), (-0.25, 0.475), (-0.42, 0.28), (-0.455, 0.02), (-0.40, -0.20),
    (-0.30, -0.36), (-0.20, -0.36), (-0.08, -0.16), (0.02, -0.10), (0.05, 0.10), (0.16, 0.24), (0.27, 0.29),
)  # fmt: skip
_LONG_HAIR = (
    (0.31, 0.34), (0.22, 0.49), (0.0, 0.545), (-0.26, 0.49), (-0.45, 0.28), (-0.50, -0.02), (-0.50, -0.40),
    (-0.56, -0.85), (-0.66, -1.30), (-0.58, -1.52), (-0.40, -1.45), (-0.26, -1.0), (-0.14, -0.52), (-0.04, -0.18),
    (0.04, 0.10), (0.15, 0.25),
)  # fmt: skip


def head_side(
    c: Canvas, at: tuple[float, float], size: float = 0.134, tilt: float = 0.0, long: bool = False
) -> list[Layer]:
    """A head in profile looking right: forehead, nose, chin, nape.

    Args:
        c: where it is painted, in adult heights.
        at: its middle, (x, y).
        size: about its height; .134 is an adult's, .16 on the same body a child's.
        tilt: radians it looks up; negative down.
        long: hair to the shoulder blades instead of the nape.

    Returns:
        Face and hair, back to front.
    """
    face = blob(c, moved(spline(_PROFILE, 5), at, tilt, size))
    hair = blob(c, moved(spline(_LONG_HAIR if long else _SHORT_HAIR, 5), at, tilt, size))
    return [Layer(face, SKIN, round=0.016), Layer(hair, HAIR, round=0.016)]


def head_back(c: Canvas, at: tuple[float, float], size: float = 0.134, long: bool = False) -> list[Layer]:
    """A head seen from behind: a round skull, hair to the nape or falling between the shoulders.

    Args:
        c: where it is painted, in adult heights.
        at: its middle, (x, y).
        size: about its height; .134 is an adult's.
        long: hair that falls between the shoulders; it hides the ears.

    Returns:
        Its layers, back to front.
    """
    x, y = at
    skull = oval(c, (x, y + 0.02 * size), 0.37 * size, 0.48 * size)
    hair = join(
        oval(c, (x, y + 0.10 * size), 0.40 * size, 0.42 * size),
        cone(c, (x, y), (x, y - 0.28 * size), 0.36 * size, 0.27 * size),
        soft=0.02,
    )
    ears = join(oval(c, (x - 0.38 * size, y - 0.06 * size), 0.05 * size, 0.11 * size), skull, soft=0.01)
    ears = join(ears, oval(c, (x + 0.38 * size, y - 0.06 * size), 0.05 * size, 0.11 * size), soft=0.01)
    if long:
        fall = spline(
            [(x + size * u, y + size * v) for u, v in (
                (-0.36, 0.22), (0.0, 0.50), (0.36, 0.22), (0.42, -0.30), (0.40, -0.85), (0.30, -1.40),
                (0.06, -1.62), (-0.22, -1.46), (-0.40, -0.9), (-0.42, -0.30),
            )],
            6,
        )  # fmt: skip
        strands = 0.0005 * np.sin((c.x - x) / size * 34 + 5 * (c.y - y)) * np.clip((y - c.y) / size + 0.4, 0, 1)
        return [Layer(join(hair, blob(c, fall), soft=0.02), HAIR, round=0.018, relief=strands)]
    return [Layer(ears, SKIN, round=0.016), Layer(hair, HAIR, round=0.016)]


def limb(c: Canvas, joints: Sequence[Joint], soft: float = 0.02, colour: tuple[float, float, float] = CLOTH) -> Layer:
    """An arm, a leg or a neck.

    Args:
        c: where it is painted, in adult heights.
        joints: (x, y, radius) each, in order: .03 a shoulder, .018 a wrist.
        soft: over how much the bones flow together: 0 a jointed doll, .02 a sleeve.
        colour: its albedo.
    """
    return Layer(chain(c, joints, soft), colour, round=0.013)


def hand(c: Canvas, wrist: tuple[float, float], turn: float, size: float = 0.075, open_: float = 0.0) -> Layer:
    """A small quiet hand: fingers together, thumb a little apart.

    Args:
        c: where it is painted, in adult heights.
        wrist: (x, y).
        turn: where it points, radians counter-clockwise from the right.
        size: its length.
        open_: 0 fingers together .. 1 spread, as one offers something.
    """
    x, y = wrist

    def at(along: float, side: float) -> tuple[float, float]:
        return (
            x + size * (along * np.cos(turn) - side * np.sin(turn)),
            y + size * (along * np.sin(turn) + side * np.cos(turn)),
        )

    palm = cone(c, at(0.0, 0.0), at(0.42, 0.0), 0.16 * size, 0.19 * size)
    fingers = [
        cone(c, at(0.45, s * 0.5), at(0.98 - abs(s - 0.05) * 0.6, s * (0.9 + 0.8 * open_)), 0.095 * size, 0.05 * size)
        for s in (-0.17, -0.05, 0.07, 0.17)
    ]
    thumb = cone(c, at(0.16, 0.08), at(0.55, 0.24 + 0.10 * open_), 0.085 * size, 0.05 * size)
    return Layer(join(palm, *fingers, thumb, soft=0.09 * size), SKIN, round=0.009)


def leg(c: Canvas, hip: Joint, knee: Joint, ankle: Joint, toe: float = 0.06, lift: float = 0.0) -> Layer:
    """A trousered leg with its shoe.

    Args:
        c: where it is painted, in adult heights.
        hip: (x, y, radius).
        knee: likewise.
        ankle: likewise; the sole lies about .025 below it.
        toe: how far the shoe points to the right, negative to the left: .06 in profile, .03 seen from behind.
        lift: radians by which the heel is raised.
    """
    x, y, _ = ankle
    way = 1.0 if toe >= 0 else -1.0
    tip = (x + toe * np.cos(lift), y - 0.010 - abs(toe) * np.sin(lift))
    heel = (x - way * 0.012, y - 0.010)
    shoe = join(cone(c, heel, tip, 0.017, 0.010), cone(c, (x, y), heel, 0.018, 0.014), soft=0.01)
    return Layer(join(chain(c, [hip, knee, ankle], 0.02), shoe, soft=0.008), (0.5, 0.45, 0.45), round=0.013)


def cloth(
    c: Canvas,
    outline: Sequence[tuple[float, float]],
    *,
    axis: tuple[float, float] = (0.0, 0.0),
    folds: float = 5.0,
    depth: float = 0.0024,
    top: float = 0.55,
    seed: float = 0.0,
    per: int = 6,
) -> Layer:
    """A coat or gown with folds that fan out from `top` towards the ground.

    Args:
        c: where it is painted, in adult heights.
        outline: controls of its closed outline, (x, y) each.
        axis: x of the middle of the folds at `top`, and at the ground.
        folds: how close they are: 2 broad ones as in heavy felt, 5 a coat, 8 pleats.
        depth: height of a fold: 0 flat, .0024 a coat at night, .006 carved.
        top: height from which it hangs; above it is smooth.
        seed: radians by which the folds are moved.
        per: points between two controls.
    """
    d = blob(c, spline(outline, per))
    return Layer(d, CLOTH, round=0.018, relief=fold(c, axis, folds, depth, top, seed))


def fold(c: Canvas, axis: tuple[float, float], folds: float, depth: float, top: float, seed: float) -> Map:
    """Relief of cloth that hangs down from a height: two waves that widen and deepen towards the ground.

    Args:
        c: where it is painted, in adult heights.
        axis: x of the middle of the folds at `top`, and at the ground.
        folds: how close they are, in radians of the first wave to its width.
        depth: height of a fold at the ground.
        top: height from which it hangs.
        seed: radians by which the folds are moved.

    Returns:
        (rows, columns) adult heights, within +-1.5 `depth`; 0 above `top`.
    """
    down = np.clip((top - c.y) / max(top, 1e-3), 0.0, 1.0)
    middle = axis[0] + (axis[1] - axis[0]) * down
    across = (c.x - middle) / (0.055 + 0.105 * down)
    wave = np.sin(across * folds + seed) + 0.5 * np.sin(across * folds * 2.3 + seed * 1.7 + 2.0 * down)
    return np.asarray(depth * wave * down**0.8, np.float32)


def hem(c: Canvas, layer: Layer, y: float, slope: float = 0.0, wave: float = 0.006) -> Layer:
    """The same cloth, cut off at a hem that waves a little.

    Args:
        c: where it is painted, in adult heights.
        layer: the cloth.
        y: height of the hem at x = 0; what is below it is cut off.
        slope: by how much it rises to the right: -.1 longer in front of one who walks to the right.
        wave: height of its waves: 0 a straight edge, .006 cloth, .02 a curtain in the wind.
    """
    line = y + slope * c.x + wave * np.sin(c.x * 62 + 1.0) + 0.6 * wave * np.sin(c.x * 29.0)
    d = both(layer.distance, np.asarray(line - c.y, np.float32))
    return Layer(d, layer.albedo, layer.glow, layer.alpha, layer.round, layer.relief, layer.soft)
