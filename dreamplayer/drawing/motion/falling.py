"""What falls through the air: bits that sink at their own pace, sway and turn, as many near as far, without end."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.motion.floating import layered
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment


def sinking(
    moment: Moment,
    count: int,
    *,
    pace: float,
    near: float = 2.2,
    far: float = 30.0,
    top: float = 1.25,
    sway: float = 0.3,
    wind: float = 0.0,
    lane: int = 0,
    rise: float = 0.0,
    wide: float = 1.25,
) -> tuple[Array, Array]:
    """Where they are, (count, 3) metres, and how present each is, (count,) 0..1.

    They sink `pace` metres a second from above the picture (`top` in screen units) to the ground and begin
    again; `sway` metres they swing, `wind` metres a second they are carried. `rise` 0..1 turns them upwards.

    Args:
        moment: when, where, and whose seed.
        count: how many.
        pace: metres a second: .3 petals, 1 snow, 6 rain.
        near: metres to the nearest.
        far: metres to the furthest.
        top: where they begin, in screen units: 1 is the upper edge.
        sway: metres they swing to either side.
        wind: metres a second they are carried to the right.
        lane: random stream, so that several of one element differ.
        rise: 0 they sink .. 1 they rise.
        wide: half width of the field in screens: 1 just fills the picture.
    """
    seed = moment.seed + 31 * lane
    camera = moment.stage.camera
    z = layered(seed, count, near, far)
    high = np.maximum(camera.eye + (top - camera.horizon) * z / camera.focal, 1.5)
    speed = pace * (0.7 + 0.6 * uniform(seed, 2, count)) * (1.0 - 0.25 * moment.calm)
    life = np.mod(uniform(seed, 3, count) + moment.t * speed / high, 1.0)
    up = np.float32(smooth(rise, 0.0, 1.0))
    y = high * ((1.0 - life) * (1.0 - up) + life * up)
    half = wide * moment.aspect * z / camera.focal
    own = 6.2832 * uniform(seed, 4, count)
    beat = 0.5 + 0.5 * uniform(seed, 5, count)
    x = (uniform(seed, 6, count) * 2 - 1) * half + wind * moment.t * (0.8 + 0.4 * uniform(seed, 7, count))
    x = np.mod(x + half, 2 * half) - half
    edge = smooth(1.0 - np.abs(x) / half, 0.0, 0.06)
    x = x + sway * np.sin(moment.t * 0.8 * beat + own) + 0.4 * sway * np.sin(moment.t * 1.3 * beat + 2 * own)
    z = np.asarray(z, np.float32) + np.float32(0.3 * sway) * np.sin(moment.t * 0.6 * beat + 3 * own).astype(np.float32)
    order = smooth(moment.presence * 1.6 - 0.6 * uniform(seed, 8, count), 0.0, 1.0)
    here = order * edge * smooth(life, 0.0, 0.08) * smooth(life, 1.0, 0.95)
    return np.stack([x + camera.x, np.maximum(y, 0.01), z], -1).astype(np.float32), np.asarray(here, np.float32)


def streaks(
    moment: Moment, count: int, *, strength: float = 1.0, lean: float = 0.06, pace: float = 6.5, long: float = 0.42
) -> tuple[Form, ...]:
    """Rain: fine lines of light, and the small rings of splashes as dots on the ground.

    Args:
        moment: when, where, and whose seed.
        count: how many drops.
        strength: 0 none .. 1 a downpour.
        lean: metres sideways for each metre down.
        pace: metres a second.
        long: metres, the length of a streak.
    """
    where, here = sinking(moment, count, pace=pace, near=2.5, far=38.0, sway=0.0, wind=lean * pace * 0.4)
    if strength <= 0.01:
        return ()
    tail = where.copy()
    size = long * (0.7 + 0.6 * uniform(moment.seed, 21, count))
    tail[:, 1] += size
    tail[:, 0] -= lean * size
    middle = 0.5 * (where + tail)
    line = np.stack([where, middle, tail], 1)
    cool = np.asarray(moment.tint or (0.34, 0.32, 0.36), np.float32)
    warm = np.asarray(moment.palette.glow, np.float32) * 1.2
    bright = (0.16 * strength * here * (0.35 + 0.65 * uniform(moment.seed, 22, count)))[:, None, None]
    fade = np.array([0.9, 0.55, 0.0], np.float32)[None, :, None]
    colour = (cool + warm)[None, None, :] * bright * fade
    rain = Ribbons(line, (0.0042 * (1.0 + 0.05 * where[:, 2:3])).astype(np.float32), colour.astype(np.float32),
                   reflect=False, depth=9.0)  # fmt: skip
    return (rain, _splashes(moment, count // 3, cool, strength))


def _splashes(moment: Moment, count: int, colour: Array, strength: float) -> Dots:
    """Where drops meet the ground: points that come and go, each at a new spot."""
    z = layered(moment.seed + 5, count, 2.2, 22.0)
    turn = moment.t / (0.9 + 0.6 * uniform(moment.seed, 31, count)) + uniform(moment.seed, 32, count)
    number, life = np.floor(turn), np.mod(turn, 1.0)
    jump = np.mod(np.sin(number * 12.9898 + np.arange(count) * 78.233) * 43758.5453, 1.0)
    x = (jump * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal + moment.stage.camera.x
    bright = np.sin(np.pi * life) ** 2 * 0.20 * strength * smooth(moment.presence, 0.3, 1.0)
    place = np.stack([x, np.full(count, 0.015), z], -1).astype(np.float32)
    return Dots(place, (0.02 + 0.05 * life).astype(np.float32), (colour[None, :] * bright[:, None]).astype(np.float32),
                reflect=False, depth=10.0)  # fmt: skip
