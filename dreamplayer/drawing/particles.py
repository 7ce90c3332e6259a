"""Motes of light that know a shape: they gather into its silhouette, hold it, and scatter away."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from dreamplayer.drawing.primitives import Array, Dots, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, seed_of, uniform
from dreamplayer.model.moment import Moment


@lru_cache(maxsize=128)
def _sampled(shape: Shape, frame: int, count: int, rim: float) -> Array:
    image = shape.paint()[frame]
    alpha, glow = image[..., 3], image[..., 7]
    if shape.modelled:
        # Near the outline a body turns away from the eye.
        aslant = np.minimum(np.hypot(image[..., 4], image[..., 5]), 1.0)
        outline, near = aslant**8, aslant**6
    else:
        outline, near = np.exp(-image[..., 6] * 60.0), np.exp(-image[..., 6] * 50.0)
    weight = alpha * (1.0 - rim + rim * outline * 3.0 + glow)
    total = np.cumsum(weight.ravel(), dtype=np.float64)
    seed = seed_of(shape.key, frame)
    pick = np.searchsorted(total, uniform(seed, 1, count).astype(np.float64) * total[-1])
    row, column = np.divmod(np.minimum(pick, weight.size - 1), weight.shape[1])
    rows, columns = weight.shape
    out = np.empty((count, 3), np.float32)
    out[:, 0] = ((column + uniform(seed, 2, count)) / columns - 0.5) * shape.aspect
    out[:, 1] = 1.0 - (row + uniform(seed, 3, count)) / rows - shape.foot
    out[:, 2] = near[row, column]
    out.setflags(write=False)
    return out


def sampled(shape: Shape, count: int, frame: int = 0, rim: float = 0.5) -> Array:
    """Points within its silhouette: x and y in heights from its anchor, and how near the edge (1 on it).

    Shape (count, 3), in random order. `rim` 0 fills it evenly, 1 draws its outline.

    Args:
        shape: what is sampled; painted if it was not yet.
        count: how many points.
        frame: which painted frame.
        rim: 0 fills it evenly .. 1 draws its outline.

    Returns:
        (count, 3) float32: x, y and nearness to the edge.
    """
    return _sampled(shape, frame, count, rim)


def approach(presence: float, seed: int, count: int, first: float = 0.35) -> Array:
    """How far motes still are from their place, (count, 3) in heights: swirling in, each at its own time.

    0 for all at presence 1; the earliest start at 0, the last at `first`.

    Args:
        presence: 0 not there .. 1 wholly there.
        seed: whose random numbers.
        count: how many motes.
        first: presence at which the last of them sets out.

    Returns:
        (count, 3) float32, in heights of the thing.
    """
    start = first * uniform(seed, 11, count)
    gone = smooth((presence - start) / (1.0 - first), 0.0, 1.0)
    away = ((1.0 - gone) ** 1.5)[:, None]
    drift = np.stack([normal(seed, 12, count), 0.45 * normal(seed, 13, count) + 0.35, normal(seed, 14, count)], 1)
    turn = away[:, 0] * (1.2 + uniform(seed, 15, count))
    cos, sin = np.cos(turn), np.sin(turn)
    reach = drift * np.float32(0.42) * away
    return np.stack(
        [reach[:, 0] * cos - reach[:, 2] * sin, reach[:, 1], reach[:, 2] * cos + reach[:, 0] * sin], 1
    ).astype(np.float32)


def gathering(
    moment: Moment,
    shape: Shape,
    where: tuple[float, float, float],
    size: float,
    *,
    count: int = 500,
    colour: tuple[float, float, float] | None = None,
    frame: int = 0,
    mirror: float = 1.0,
    lane: int = 0,
) -> Dots:
    """The motes alone: far and faint at presence 0, drawn together at .5, melted into the thing at 1.

    Args:
        moment: when, where, and whose seed.
        shape: the silhouette they gather into.
        where: metres, where its anchor stands.
        size: metres, its height.
        count: how many motes.
        colour: linear light; the key light of the palette if None.
        frame: which painted frame.
        mirror: -1 where it is seen mirrored, else 1.
        lane: random stream, so that several of one element differ.
    """
    p = moment.presence
    points = sampled(shape, count, frame)
    seed = moment.seed + 7001 * lane
    spread = approach(p, seed, count)
    x, y = points[:, 0] * mirror, points[:, 1]
    position = np.empty((count, 3), np.float32)
    position[:, 0] = where[0] + size * (x + spread[:, 0])
    position[:, 1] = np.maximum(where[1] + size * (y + spread[:, 1]), 0.01)
    position[:, 2] = np.maximum(where[2] + size * 0.5 * spread[:, 2], 0.8)
    bright = smooth(p, 0.0, 0.30) * (1.0 - smooth(p, 0.62, 1.0)) * (0.35 + 0.65 * points[:, 2])
    base = np.asarray(colour or moment.palette.key, np.float32)
    return Dots(
        position=position,
        size=(0.006 + 0.010 * uniform(seed, 16, count)) * np.float32(size),
        colour=(base[None, :] * (np.float32(0.55) * bright * (0.4 + 0.8 * uniform(seed, 17, count)))[:, None]).astype(
            np.float32
        ),
        glint=(uniform(seed, 18, count) > 0.985).astype(np.float32),
    )


def gathered(
    moment: Moment,
    sprites: Sprites,
    *,
    count: int = 500,
    colour: tuple[float, float, float] | None = None,
) -> tuple[Sprites | Dots, ...]:
    """Sprites that arrive by presence: motes draw together into each silhouette while it takes on body.

    `count` motes in all, shared among the first dozen sprites. At presence 1 the sprites alone remain.

    Args:
        moment: when, where, and whose seed.
        sprites: what arrives.
        count: motes in all, shared among the first dozen.
        colour: linear light of the motes; the key light of the palette if None.

    Returns:
        The sprites, and their motes while presence is below 1.
    """
    p = moment.presence
    body = replace(sprites, opacity=np.asarray(sprites.opacity, np.float32) * np.float32(smooth(p, 0.30, 1.0)))
    if p >= 1.0:
        return (body,)
    n = len(sprites.position)
    some = min(n, 12)
    sizes = np.broadcast_to(np.asarray(sprites.size, np.float32), (n,))
    frame = np.broadcast_to(np.asarray(sprites.frame, np.float32), (n,))
    width = np.broadcast_to(np.asarray(sprites.width, np.float32), (n,))
    last = len(sprites.shape.paint()) - 1
    parts = [
        gathering(
            moment,
            sprites.shape,
            (float(sprites.position[i, 0]), float(sprites.position[i, 1]), float(sprites.position[i, 2])),
            float(sizes[i]),
            count=max(60, count // some),
            colour=colour,
            frame=min(last, int(frame[i])),
            mirror=float(np.sign(width[i])) or 1.0,
            lane=i,
        )
        for i in range(some)
    ]
    return (body, merged(parts))


def rgb(colour: Array) -> tuple[float, float, float]:
    """One colour as plain numbers.

    Args:
        colour: (3,) linear light.

    Returns:
        Red, green, blue: linear light.
    """
    red, green, blue = (float(v) for v in colour)
    return red, green, blue


def merged(parts: list[Dots]) -> Dots:
    """Several clouds of dots as one.

    Args:
        parts: one or more.

    Returns:
        Dots of all of them in order; order by depth and reflection are the defaults where there are several.
    """
    if len(parts) == 1:
        return parts[0]

    def column(values: list[object], lengths: list[int], width: int | None = None) -> Array:
        shapes = [(n,) if width is None else (n, width) for n in lengths]
        return np.concatenate(
            [np.broadcast_to(np.asarray(v, np.float32), s) for v, s in zip(values, shapes, strict=True)]
        )

    lengths = [len(part.position) for part in parts]
    return Dots(
        position=np.concatenate([part.position for part in parts]),
        size=column([part.size for part in parts], lengths),
        colour=column([part.colour for part in parts], lengths, 3),
        cover=column([part.cover for part in parts], lengths),
        glint=column([part.glint for part in parts], lengths),
    )


def scaled(colour: tuple[float, float, float], share: float, plus: float = 0.0) -> tuple[float, float, float]:
    """A colour made darker or lighter, and `plus` added to each of its lights.

    Args:
        colour: linear light.
        share: 1 leaves it as it is.
        plus: added to red, green and blue.

    Returns:
        Red, green, blue: linear light.
    """
    red, green, blue = colour
    return share * red + plus, share * green + plus, share * blue + plus
