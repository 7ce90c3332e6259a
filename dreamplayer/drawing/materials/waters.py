"""Water as fields on the ground plane: pools, and the glints that lie on them."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.primitives import Array, Dots, Field
from dreamplayer.drawing.sky.heavens import on_screen
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

Patch = tuple[float, float, float, float]


def ground_patch(moment: Moment, x: float, z: float, rx: float, rz: float) -> Patch:
    """The part of the screen that a stretch of ground covers, never above the horizon.

    Args:
        moment: whose camera.
        x: metres, its middle.
        z: metres away, its middle.
        rx: metres, half its breadth.
        rz: metres, half its depth.

    Returns:
        Left, bottom, right, top in screen units.
    """
    low = on_screen(moment, x, 0.0, max(z - rz, 0.55))[1]
    high = on_screen(moment, x, 0.0, z + rz)[1]
    corners = [on_screen(moment, x + sx * rx, 0.0, max(z + sz * rz, 0.55))[0] for sx in (-1, 1) for sz in (-1, 1)]
    edge = moment.aspect
    return (
        max(min(corners), -edge), max(low, -1.0), min(max(corners), edge),
        min(max(high, low + 0.01), moment.stage.camera.horizon),
    )  # fmt: skip


def pool(
    moment: Moment, x: float, z: float, rx: float, rz: float, *, strength: float, swell: float = 0.4,
    tint: tuple[float, float, float] = (0.05, 0.06, 0.09),
) -> Field:  # fmt: skip
    """Still water `rx` by `rz` metres about a spot.

    Args:
        moment: when, where, and whose seed.
        x: metres, its middle.
        z: metres away, its middle.
        rx: metres, half its breadth.
        rz: metres, half its depth.
        strength: 0 unseen .. 1.
        swell: 0 a mirror .. 1 moved by wind.
        tint: linear light of its depth.
    """
    return Field(
        "pool",
        {"t": moment.t % 3600.0, "opacity": strength, "x": x, "z": z, "rx": rx, "rz": rz, "swell": swell,
         "seed": float(moment.seed % 31), "tint": tint},
        depth=240.0, patch=ground_patch(moment, x, z, rx * 1.1, rz * 1.1), grain=2, slow=False,
        standin=(halo((x, 0.01, z), 2 * rx, moment.palette.glow, opacity=strength),),
    )  # fmt: skip


def glints(
    moment: Moment, count: int, *, near: float = 3.0, far: float = 60.0, strength: float = 1.0, wide: float = 0.5,
    colour: tuple[float, float, float] | None = None, x: float | None = None, lane: int = 0,
) -> Dots:  # fmt: skip
    """Points of light on water, gathered in a path under the light over the horizon; each opens and shuts slowly.

    Args:
        moment: when, where, and whose seed.
        count: how many.
        near: metres to the nearest.
        far: metres to the furthest.
        strength: 0 none .. 1 clearly seen.
        wide: half breadth of the path in screens, near the horizon half of it.
        colour: linear light; that of the horizon if None.
        x: screen units of the path at the horizon; under the light of the stage if None.
        lane: random stream, so that several of one element differ.
    """
    seed = moment.seed + 19 * lane
    z = near * (far / near) ** uniform(seed, 1, count)
    u = (moment.stage.glow_x if x is None else x) + wide * (uniform(seed, 2, count) + uniform(seed, 3, count) - 1.0) * (
        0.5 + 0.5 * near / z
    )
    place = np.stack([moment.stage.camera.x + u * z / moment.stage.camera.focal, np.full(count, 0.012), z], 1)
    own = 6.283 * uniform(seed, 4, count)
    shut = np.clip(np.sin(moment.t * (0.5 + 0.7 * uniform(seed, 5, count)) + own), 0.0, 1.0) ** 4
    base: Array = np.asarray(
        colour or (np.asarray(moment.palette.glow) * 4.0 + np.asarray(moment.palette.key) * 0.35), np.float32
    )
    show = smooth(moment.presence, 0.0, 1.0) * strength
    return Dots(
        place.astype(np.float32),
        (0.02 + 0.0035 * z).astype(np.float32),
        (base[None] * (0.6 * shut * show)[:, None]).astype(np.float32),
        glint=(uniform(seed, 6, count) > 0.97).astype(np.float32),
        reflect=False,
        depth=8.0,
    )
