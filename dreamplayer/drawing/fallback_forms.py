"""Simpler forms drawn in place of a shader where there are none: rings, arms, lines of foam, a pool of dark."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.painted import on
from dreamplayer.drawing.primitives import Array, Ribbons, Sprites
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.kit.sdf import canvas
from dreamplayer.kit.shapes import Painting, painting

Colour = tuple[float, float, float]


def _dark() -> Painting:
    c = canvas(-1, -1, 1, 1, 96)
    r = np.hypot(c.x, c.y)
    return painting(c, (0.0, 0.0, 0.0), np.asarray(np.clip((1.0 - r) / 0.30, 0.0, 1.0) ** 1.5, np.float32))


DARK = on(canvas(-1, -1, 1, 1, 8), "plainly/dark", _dark)


def pit(x: float, z: float, radius: float, opacity: float, y: float = 0.01) -> Sprites:
    """A round dark place on the ground, `radius` metres.

    Args:
        x: metres.
        z: metres away.
        radius: metres.
        opacity: 0 unseen .. 1 whole.
        y: metres above the ground.
    """
    return Sprites(
        DARK, np.array([[x, y, z]], np.float32), np.float32(2.0 * radius), opacity=np.float32(opacity), lit=0.0,
        rim=0.0, lie=1.0, reflect=False, depth=z + radius,
    )  # fmt: skip


def loops(
    x: float, z: float, radii: Array, colour: Colour, strength: Array | float, *, width: float = 0.02, m: int = 48
) -> Ribbons:
    """Rings on the ground about a spot, one for each radius in metres.

    Args:
        x: metres, their middle.
        z: metres away, their middle.
        radii: metres, (k,).
        colour: linear light.
        strength: brightness of each, (k,) or one for all.
        width: metres, half the breadth of a line.
        m: points of a ring.
    """
    a = np.linspace(0.0, 2 * np.pi, m)[None]
    r = np.asarray(radii, np.float32)[:, None]
    at = np.stack([x + r * np.cos(a), np.full((len(r), m), 0.012), np.maximum(z + r * np.sin(a), 0.6)], -1)
    light = np.broadcast_to(np.asarray(strength, np.float32), (len(r),))[:, None, None] * np.asarray(colour, np.float32)
    return Ribbons(at.astype(np.float32), np.float32(width), light.astype(np.float32), reflect=False)


def spiral_arms(x: float, z: float, reach: float, t: float, colour: Colour, opacity: float, k: int = 9) -> Ribbons:
    """Threads that wind into a middle on the ground, turning slowly.

    Args:
        x: metres, the middle.
        z: metres away, the middle.
        reach: metres.
        t: seconds.
        colour: linear light.
        opacity: 0 unseen .. 1 whole.
        k: how many arms.
    """
    m = 44
    s = np.linspace(0.0, 1.0, m)[None]
    r = reach * (1.0 - 0.95 * s) * (0.85 + 0.15 * uniform(5, 1, k)[:, None])
    a = 2 * np.pi * np.arange(k)[:, None] / k + 2.6 * np.log(1.0 / (1.05 - s)) - 0.12 * t
    at = np.stack([x + r * np.cos(a), np.full((k, m), 0.012), np.maximum(z + r * np.sin(a), 0.6)], -1)
    light = np.asarray(colour, np.float32) * (opacity * (0.35 + 0.65 * s))[..., None] * np.ones((k, 1, 1))
    return Ribbons(at.astype(np.float32), np.float32(0.022), light.astype(np.float32), reflect=False)


def foam(t: float, shore: float, half: float, colour: Colour, opacity: float, k: int = 7) -> Ribbons:
    """Lines of broken foam that come in from the sea, `shore` metres away at the nearest, `half` to either side.

    Args:
        t: seconds.
        shore: metres to the nearest line.
        half: metres to either side.
        colour: linear light.
        opacity: 0 unseen .. 1 whole.
        k: how many lines.
    """
    m = 60
    u = np.linspace(-1.0, 1.0, m)[None]
    far = np.mod(np.arange(k)[:, None] / k - 0.012 * t, 1.0)
    z = max(shore, 3.0) * (9.0**far)
    x = u * half * z / 2.6
    own = 6.0 * uniform(9, 1, k)[:, None]
    z = z * (1.0 + 0.05 * np.sin(3.0 * u + own) + 0.025 * np.sin(7.0 * u + 2.0 * own + 0.2 * t))
    at = np.stack([x, np.full_like(x, 0.015), z], -1)
    broken = 0.35 + 0.65 * np.sin(5.0 * u + 7.0 * uniform(9, 3, k)[:, None] + 0.2 * t) ** 2
    light = np.asarray(colour, np.float32) * (0.45 * opacity * broken * np.sin(np.pi * far))[..., None]
    return Ribbons(at.astype(np.float32), np.float32(0.03), light.astype(np.float32), reflect=False)


def cracks(x: float, z: float, reach: float, colour: Colour, opacity: float, seed: int = 3, k: int = 22) -> Ribbons:
    """Pale fractures over the ground about a spot, in all directions.

    Args:
        x: metres, the middle.
        z: metres away, the middle.
        reach: metres.
        colour: linear light.
        opacity: 0 unseen .. 1 whole.
        seed: whose random numbers.
        k: how many.
    """
    m = 14
    s = np.linspace(0.0, 1.0, m)[None]
    x0 = x + reach * (uniform(seed, 1, k) * 2 - 1)[:, None]
    z0 = np.maximum(z * (0.45 + 2.4 * uniform(seed, 2, k) ** 1.6), 1.6)[:, None]
    way = 6.28 * uniform(seed, 3, k)[:, None]
    jag = np.cumsum(normal(seed, 4, k * m).reshape(k, m), 1) * 0.05 * reach
    long = reach * (0.3 + 0.5 * uniform(seed, 5, k))[:, None]
    at = np.stack(
        [x0 + long * s * np.cos(way) - jag * np.sin(way), 0.012 + 0 * jag,
         np.maximum(z0 + long * s * np.sin(way) + jag * np.cos(way), 1.2)], -1
    )  # fmt: skip
    light = np.asarray(colour, np.float32) * (opacity * (1.0 - 0.7 * s))[..., None] * np.ones((k, 1, 1))
    return Ribbons(at.astype(np.float32), np.float32(0.012), light.astype(np.float32), reflect=False)
