"""Small lights that live: fireflies wandering on closed-form paths, each glowing slowly in its own time."""

from __future__ import annotations

import numpy as np

from dreamplayer.forms.form import Array, Dots
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.dice import bell, dice
from dreamplayer.model.moment import Moment


def wander(seed: int, n: int, t: float, reach: Array | float) -> Array:
    """How far each has strayed from its home at t, (n, 3) metres: three slow sines a direction."""
    out = np.zeros((n, 3), np.float32)
    for axis, share in enumerate((1.0, 0.55, 0.8)):
        for k, pace in enumerate((0.11, 0.23, 0.41)):
            own = 6.2832 * dice(seed, 200 + 10 * axis + k, n)
            speed = pace * (0.7 + 0.6 * dice(seed, 240 + 10 * axis + k, n))
            out[:, axis] += share * (0.6, 0.3, 0.14)[k] * np.sin(t * speed + own)
    return np.asarray(out * np.reshape(reach, (-1, 1)), np.float32)


def glows(seed: int, n: int, t: float, ember: float = 0.12) -> Array:
    """How bright each is, (n,): a swell of three seconds every six to twelve, an ember between."""
    period = 6.0 + 6.0 * dice(seed, 251, n)
    u = np.mod(t / period + dice(seed, 252, n), 1.0)
    return np.asarray(ember + (1 - ember) * np.sin(np.pi * u) ** 4, np.float32)


def fireflies(at: Moment, n: int, colour: tuple[float, float, float], wide: float, high: float) -> tuple[Dots, Array]:
    """The swarm around the element's place and the brightness of each, halos included (twice n dots).

    It gathers from far as presence rises; answers scatter, gather, swirl, rise, dim and ignite.
    """
    seed = at.seed
    u, v = bell(seed, 261, n), dice(seed, 262, n)
    home = np.stack([0.42 * wide * u, high * (0.12 + 0.88 * v**1.3), 0.42 * wide * bell(seed, 263, n)], 1)
    spread = (1.0 - 0.62 * at.event("gather")) * (1.0 + 1.6 * at.event("scatter"))
    swirl = at.event("swirl") * (0.35 * at.ages.get("swirl", at.t) * (0.5 + 0.5 * dice(seed, 264, n)))
    cos, sin = np.cos(swirl), np.sin(swirl)
    home = np.stack([home[:, 0] * cos - home[:, 2] * sin, home[:, 1], home[:, 0] * sin + home[:, 2] * cos], 1) * spread
    arrive = smooth((at.presence - 0.4 * dice(seed, 265, n)) / 0.6, 0.0, 1.0)
    home = home * (1.0 + 1.2 * (1 - arrive))[:, None]
    here = home + wander(seed, n, at.t * (1 - 0.35 * at.calm), 0.55 + 0.12 * wide)
    place = np.empty((n, 3), np.float32)
    place[:, 0] = at.place.x + here[:, 0]
    place[:, 1] = np.maximum(at.place.y + here[:, 1] + 1.8 * at.event("rise"), 0.06)
    place[:, 2] = np.maximum(at.place.z + here[:, 2], 1.6)
    kindled = smooth(at.event("ignite") * 1.5 - 0.5 * dice(seed, 266, n), 0.0, 1.0)
    dim = 0.9 * at.event("dim") * (1.0 - kindled)
    shining = glows(seed, n, at.t) * arrive * (0.9 + 0.5 * kindled) * (1 - dim) * (1 - 0.3 * at.calm)
    bright: Array = np.asarray(shining * (0.45 + 0.55 * dice(seed, 267, n)), np.float32)
    base = np.asarray(colour, np.float32)
    scale = np.float32(at.place.size)
    cores = (0.030 + 0.020 * dice(seed, 268, n)) * scale
    size = np.stack([cores, np.full(n, 0.34 * scale, np.float32)], 1).reshape(-1)
    shine = np.stack([0.95 * bright, 0.045 * bright], 1).reshape(-1)
    return (
        Dots(
            np.repeat(place, 2, axis=0),
            size.astype(np.float32),
            (base[None, :] * shine[:, None]).astype(np.float32),
        ),
        bright,
    )
