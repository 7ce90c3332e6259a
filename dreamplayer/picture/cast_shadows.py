"""Shadows that modelled bodies throw in a place: on floor, walls and furniture, from its lamps and those carried in.

They are projected on what the depth of the place's layers says is there: a body stands for its outline, upright in the
plane through its foot that faces the lamp. What a body covers of a lamp depends on neither flicker nor lens, so it is
worked out once for who stands still, in few rows: shadows are soft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Array, Form, Shape, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.model.stage import Light, Vec3

BODIES, LAMPS = 5, 3
"""Bodies of a picture that throw shadows, and lamps of each; of more the rest have a contact shadow alone."""
_AMBIENT = 0.03
"""Light from everywhere, against which a lamp's share is weighed."""
_LEAST, _WHOLE = 0.06, 0.16
"""Shares of the light on a body from which on a lamp throws a shadow, and throws it wholly."""
_BESIDE = 0.45
"""Metres beside a body within which a lamp throws none of it: it is in its own hand."""
_SMALLEST = 0.02
"""Height over distance below which a shadow is not made out."""
ROWS = 180
"""Rows in which shadows are worked out at most."""
_FAR = 200.0
"""Metres from the eye from which on nothing is shaded."""
_OUTLINE = 56
"""Rows of the outline that is projected."""
_BLURS = 5
"""Outlines from sharp to soft; each is about twice as soft as the one before."""
_LAMP_RADIUS, _SOFT, _SHARPEST = 0.16, 0.05, 0.010
"""Softness: radius of a lamp in metres, softness for each metre behind the body, and the least in metres."""
_BEHIND, _BEGINS = 0.03, 0.10
"""Metres behind the body between which its shadow begins."""
_LOST = (4.0, 9.0)
"""Metres behind the body between which its shadow is lost."""
_FROM_EVERYWHERE = 0.35
"""Share of the light from everywhere that counts: at night the eye looks for shadows."""
_DARKEN, _LEAST_LEFT = 1.5, 0.18
"""Exponent of the light that is left, and the least of it."""
_STEP = 0.01
"""Metres in which bodies and lamps are told apart."""


@dataclass(frozen=True, eq=False)
class CastShadow:
    """The shadow of one body."""

    shape: Shape
    """Its picture: the outline is its alpha."""
    foot: Vec3
    """Metres on the stage."""
    height: float
    """Metres that its picture is tall."""
    mirrored: bool
    frame: float
    lamps: tuple[tuple[int, float], ...]
    """Numbers of the frame's lights that throw it, each with how dark it makes it, 0..1."""


def cast_shadows(forms: Sequence[Form], lights: Sequence[Light]) -> tuple[CastShadow, ...]:
    """The shadows of the modelled bodies among forms, of the most important ones only.

    Args:
        forms: what is drawn.
        lights: of the frame.
    """
    if not lights:
        return ()
    found: list[tuple[float, CastShadow]] = []
    for form in forms:
        if isinstance(form, Sprites) and form.shape.modelled and form.shadow > 0.0 and form.lit > 0.01:
            found += _of(form, lights)
    found.sort(key=lambda one: -one[0])
    least = found[BODIES][0] if len(found) > BODIES else 0.0
    return tuple(_dimmed(shadow, float(smooth(weight, least, 1.3 * least + 1e-6))) for weight, shadow in found[:BODIES])


def _dimmed(shadow: CastShadow, share: float) -> CastShadow:
    return replace(shadow, lamps=tuple((i, dark * share) for i, dark in shadow.lamps))


def _of(form: Sprites, lights: Sequence[Light]) -> list[tuple[float, CastShadow]]:
    at = np.asarray(form.position, np.float32)
    n = len(at)

    def each(value: object) -> Array:
        return np.broadcast_to(np.asarray(value, np.float32), (n,))

    size, opacity, width, frame = each(form.size), each(form.opacity), each(form.width), each(form.frame)
    made = []
    for k in range(n):
        x, y, z = (float(v) for v in at[k])
        tall = float(size[k])
        if opacity[k] <= 0.01 or tall / max(z, 0.5) < _SMALLEST:
            continue
        lamps = _lamps((x, y, z), tall, float(opacity[k]) * form.shadow, lights)
        if lamps:
            one = CastShadow(form.shape, (x, y, z), tall, bool(width[k] < 0), float(frame[k]), lamps)
            made.append((tall / z, one))
    return made


def _lamps(foot: Vec3, tall: float, dark: float, lights: Sequence[Light]) -> tuple[tuple[int, float], ...]:
    """The lamps that throw a shadow, and how dark."""
    chest = np.array([foot[0], foot[1] + 0.5 * tall, foot[2]])
    at = np.asarray([light.position for light in lights])
    power = np.asarray([sum(light.colour) / 3.0 for light in lights])
    reach = np.asarray([light.reach for light in lights])
    falling = power / (1.0 + ((at - chest) ** 2).sum(1) / reach**2)
    share = falling / (falling.sum() + _AMBIENT)
    beside = np.hypot(at[:, 0] - foot[0], at[:, 2] - foot[2])
    weight = smooth(share, _LEAST, _WHOLE) * smooth(beside, _BESIDE, 1.4 * _BESIDE)
    order = np.argsort(-weight * share)
    if len(order) > LAMPS:
        # The first that is left out fades before another takes its turn.
        least = share[order[LAMPS]]
        weight = weight * smooth(share, least, 1.3 * least + 1e-6)
    return tuple((int(i), float(dark * weight[i])) for i in order[:LAMPS] if dark * weight[i] > 0.01)


@dataclass(frozen=True, eq=False)
class ShadowGround:
    """What shadows fall on: the points that the layers of a framing show, in few rows."""

    key: tuple[object, ...]
    """The same for the same points."""
    points: Array
    """(3, n) metres on the stage of those that are near enough."""
    near: NDArray[np.int64]
    """(n,) their numbers, counted row by row."""
    shape: tuple[int, int]


def shadow_ground(
    key: tuple[object, ...], depth: Array, eye: float, focal: float, horizon: float, aspect: float, overscan: float
) -> ShadowGround:
    """The points that layers show.

    Args:
        key: names the layers: place, framing, seed.
        depth: (rows, columns) metres, rows from the top.
        eye: metres of the camera above the floor.
        focal: of the framing itself, without its move.
        horizon: of the same.
        aspect: width of the picture over its height.
        overscan: how much wider the layers are than the picture.
    """
    step = -(-depth.shape[0] // ROWS)
    z = np.asarray(depth[step // 2 :: step, step // 2 :: step], np.float32)
    rows, columns = z.shape
    x = ((np.arange(columns, dtype=np.float32) + 0.5) / columns * 2 - 1) * aspect * overscan
    y = (1 - (np.arange(rows, dtype=np.float32) + 0.5) / rows * 2) * overscan
    near = np.flatnonzero(z.ravel() < _FAR)
    at = z.ravel()[near]
    right = np.broadcast_to(x[None], z.shape).ravel()[near] * at / focal
    up = eye + (np.broadcast_to(y[:, None], z.shape).ravel()[near] - horizon) * at / focal
    return ShadowGround((*key, z.shape), np.stack([right, up, at]).astype(np.float32), near, (rows, columns))


def light_left(
    ground: ShadowGround, shadows: Sequence[CastShadow], lights: Sequence[Light], ambient: Sequence[float]
) -> Array | None:
    """Share of light that bodies leave.

    Args:
        ground: what shadows fall on.
        shadows: of the frame.
        lights: of the frame.
        ambient: light from everywhere, linear.

    Returns:
        (rows, columns) 1 in the light; None where no shadow falls.
    """
    if not shadows:
        return None
    falling = [sum(light.colour) / 3.0 * _falling(ground, _rounded(light.position), light.reach) for light in lights]
    total = np.full(len(ground.near), _FROM_EVERYWHERE * sum(ambient) / 3.0 + 0.003, np.float32)
    for level in falling:
        total += level
    dark = np.zeros(len(ground.near), np.float32)
    for shadow in shadows:
        for i, strength in shadow.lamps:
            at, covered = _covered(
                ground, shadow.shape, round(shadow.frame * 2) / 2, shadow.mirrored, _rounded(shadow.foot),
                round(shadow.height, 3), _rounded(lights[i].position),
            )  # fmt: skip
            dark[at] += strength * covered * falling[i][at] / total[at]
    left = np.ones(ground.shape[0] * ground.shape[1], np.float32)
    left[ground.near] = np.maximum(np.clip(1.0 - dark, 0.0, 1.0) ** _DARKEN, _LEAST_LEFT)
    return left.reshape(ground.shape)


def _rounded(point: Vec3) -> Vec3:
    x, y, z = (round(v / _STEP) * _STEP for v in point)
    return x, y, z


@lru_cache(maxsize=48)
def _falling(ground: ShadowGround, lamp: Vec3, reach: float) -> Array:
    """Share of a lamp's light that arrives at each point, shadows apart."""
    square = sum((ground.points[k] - np.float32(lamp[k])) ** 2 for k in range(3))
    return np.asarray(1.0 / (1.0 + square / np.float32(reach * reach)), np.float32)


@lru_cache(maxsize=40)
def _covered(
    ground: ShadowGround, shape: Shape, frame: float, mirrored: bool, foot: Vec3, height: float, lamp: Vec3
) -> tuple[NDArray[np.int64], Array]:
    """Numbers of the points that a body hides from a lamp, and how much of it, 0..1."""
    dx, dz = foot[0] - lamp[0], foot[2] - lamp[2]
    away = max(float(np.hypot(dx, dz)), 0.05)
    dx, dz = dx / away, dz / away
    points = ground.points
    ahead = (points[0] - np.float32(foot[0])) * np.float32(dx) + (points[2] - np.float32(foot[2])) * np.float32(dz)
    share = np.float32(away) / (np.float32(away) + np.maximum(ahead, 0.0))
    # Where the ray from each point to the lamp passes the plane of the body.
    x, y, z = (np.float32(lamp[k]) + (points[k] - np.float32(lamp[k])) * share for k in range(3))
    side = -1.0 if (dz < 0) != mirrored else 1.0
    u = ((x - foot[0]) * dz - (z - foot[2]) * dx) * (side / (height * shape.aspect)) + 0.5
    v = 1.0 - (y - foot[1]) / height - shape.foot
    at = np.flatnonzero((ahead > _BEHIND) & (u > -0.15) & (u < 1.15) & (v > -0.15) & (v < 1.15))
    far = np.sqrt(sum((points[k][at] - q[at]) ** 2 for k, q in enumerate((x, y, z))))
    s = share[at]
    blur = np.maximum(np.maximum(_LAMP_RADIUS * (1 - s), _SOFT * far * s), _SHARPEST)
    found = _sampled(_outlines(shape, frame), u[at], v[at], blur / height)
    begins = np.clip((ahead[at] - _BEHIND) / (_BEGINS - _BEHIND), 0, 1)
    found = found * begins * (1 - np.clip((far - _LOST[0]) / (_LOST[1] - _LOST[0]), 0, 1))
    some = found > 0.01
    return at[some], np.asarray(found[some], np.float32)


@lru_cache(maxsize=32)
def _outlines(shape: Shape, frame: float) -> Array:
    """Alpha of a body, (blurs, rows, columns) from sharp to soft, with a margin of a seventh of the height."""
    image = shape.paint()
    alpha = image[int(frame) % len(image), ..., 3]
    step = max(1, alpha.shape[0] // _OUTLINE)
    rows, columns = alpha.shape[0] // step, alpha.shape[1] // step
    small = alpha[: rows * step, : columns * step].reshape(rows, step, columns, step).mean((1, 3))
    made = [np.pad(small, _MARGIN).astype(np.float32)]
    for k in range(_BLURS - 1):
        made.append(_softened(made[-1], 2**k))
    return np.stack(made)


_MARGIN = _OUTLINE // 7


def _softened(image: Array, radius: int) -> Array:
    """A box blur over both axes."""
    for axis in (0, 1):
        total = np.zeros_like(image)
        for shift in range(-radius, radius + 1):
            total += np.roll(image, shift, axis)
        image = total / np.float32(2 * radius + 1)
    return image


def _sampled(outlines: Array, u: Array, v: Array, blur: Array) -> Array:
    """The outlines at points of the picture, each as soft as it is told: bilinear, and between two softnesses."""
    levels, tall, wide = outlines.shape
    rows, columns = tall - 2 * _MARGIN, wide - 2 * _MARGIN
    c = np.clip(u * columns - 0.5 + _MARGIN, 0, wide - 1.001)
    r = np.clip(v * rows - 0.5 + _MARGIN, 0, tall - 1.001)
    level = np.clip(np.log2(np.maximum(blur * rows, 0.5)) + 0.5, 0, levels - 1.001)
    i, j, k = c.astype(np.int64), r.astype(np.int64), level.astype(np.int64)
    fc, fr, fk = c - i, r - j, level - k

    def on(k: NDArray[np.int64]) -> Array:
        top = outlines[k, j, i] * (1 - fc) + outlines[k, j, i + 1] * fc
        low = outlines[k, j + 1, i] * (1 - fc) + outlines[k, j + 1, i + 1] * fc
        return np.asarray(top * (1 - fr) + low * fr, np.float32)

    return np.asarray(on(k) * (1 - fk) + on(k + 1) * fk, np.float32)
