"""Modelled bodies as shapes: cast when first painted, kept on disk by the app, few in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.modelled.cast import Bounds, bounds, cast, turning
from dreamplayer.drawing.modelled.part import Array, Part
from dreamplayer.drawing.painted import shape
from dreamplayer.drawing.primitives import Shape

MARGIN = 0.02
"""Share of its height left free about a body."""
PITCH = 0.10
"""Radians the eye looks down on what stands before it."""
_SHADOW_ROWS = 72
"""Rows of a cast shadow's picture: it is soft."""
_SHADOW_PAD = 0.17
"""Share of the height by which a shadow's picture is wider on both sides and taller, for its blur."""
_SHADOW_LEVELS = 4
"""Steps of blur from the feet to the head."""


@dataclass(frozen=True, eq=False)
class Modelled:
    """A body cast from one side, or a cycle of motion of it."""

    shape: Shape
    """Its painting; the anchor is the model's ground point, at the middle of the frame's width."""
    frame: Bounds
    """What the painting shows, metres about the ground point."""

    @property
    def metres(self) -> float:
        """Height of the frame at its true size, metres."""
        return self.frame.height


def modelled(
    key: str, poses: Callable[[], Sequence[Sequence[Part]]], yaw: float, *, px: float, pitch: float = PITCH,
    ground: bool = True,
) -> Modelled:  # fmt: skip
    """A body cast from one side.

    Args:
        key: its name, the same for the same parts.
        poses: gives the parts of each frame.
        yaw: radians: 0 faces the eye, pi/2 looks to the right, pi away.
        px: metres a pixel.
        pitch: radians the eye looks down.
        ground: the ground darkens what is near it.
    """
    name = f"modelled/{key}/{yaw:.3f}/{pitch:.3f}/{px:.4f}"
    turn = turning(yaw, pitch)
    seen = [[part.seen(turn) for part in body] for body in poses()]
    tight = bounds(seen, 0.0)
    free = MARGIN * tight.height
    # The anchor is in the middle of the frame, so the frame reaches as far to both sides.
    half = max(-tight.left, tight.right) + free
    rows = int(np.ceil((tight.height + 2 * free) / px))
    cols = int(np.ceil(2 * half / px))
    frame = Bounds(-cols * px / 2, tight.bottom - free, cols * px / 2, tight.bottom - free + rows * px)

    def painted() -> Array:
        return np.stack([cast(body, turn, frame, px, ground=ground) for body in poses()])

    made = shape(name, painted, cols / rows, -frame.bottom / frame.height, modelled=True)
    return Modelled(made, frame)


@lru_cache(maxsize=256)
def shadow_of(body: Shape) -> Shape:
    """The soft shadow of a modelled shape, to be laid on the ground: sharp at the feet, blurred towards the head.

    Args:
        body: a modelled shape.
    """
    aspect = (body.aspect + 2 * _SHADOW_PAD) / (1 + _SHADOW_PAD)
    return shape(f"{body.key}/shadow", lambda: _shadow(body.paint()[..., 3]), aspect, body.foot / (1 + _SHADOW_PAD))


def _shadow(alpha: Array) -> Array:
    """Painting of a shadow from (frames, rows, columns) of alpha."""
    rows, cols = alpha.shape[1], alpha.shape[2]
    step = max(1, rows // _SHADOW_ROWS)
    high, wide = rows // step, cols // step
    side = (cols - wide * step) // 2
    whole = alpha[:, rows - high * step :, side : side + wide * step]
    small = whole.reshape(-1, high, step, wide, step).mean((2, 4))
    pad = round(_SHADOW_PAD * high)
    levels = [np.pad(small, ((0, 0), (pad, 0), (pad, pad)))]
    for _ in range(_SHADOW_LEVELS):
        levels.append(_blurred(levels[-1], max(1, high // 28)))
    away = np.linspace(1, 0, high + pad, dtype=np.float32)[None, :, None]
    level = np.clip(away * _SHADOW_LEVELS * 1.1, 0, _SHADOW_LEVELS - 0.001)
    below = np.floor(level).astype(int)
    stack = np.stack(levels)
    # One level a row.
    row = np.arange(high + pad)
    sharp = np.moveaxis(stack[below[0, :, 0], :, row], 0, 1)
    soft = np.moveaxis(stack[below[0, :, 0] + 1, :, row], 0, 1)
    out = np.zeros((*levels[0].shape, 8), np.float32)
    out[..., 3] = (sharp + (soft - sharp) * (level - below)) * (1.0 - 0.8 * away)
    return out


def _blurred(image: Array, radius: int) -> Array:
    """A box blur over rows and columns of (frames, rows, columns), twice: about a Gaussian."""
    out = image
    for axis in (1, 2, 1, 2):
        total = np.zeros_like(out)
        for shift in range(-radius, radius + 1):
            total += np.roll(out, shift, axis)
        out = np.asarray(total / np.float32(2 * radius + 1), np.float32)
    return out
