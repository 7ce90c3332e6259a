"""Wind made visible: long faint veils of air that rise and dip, and leaves and dust they carry."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.falling import sinking
from dreamplayer.drawing.plants.leaf import LEAF
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_VEIL_DEPTH, _VEIL_PACE, _VEIL_START, _VEIL_LENGTH, _VEIL_PHASE, _VEIL_HEIGHT = 1, 2, 3, 4, 5, 6
"""Random lanes of the veils of air."""
_LEAF_BOB_PHASE, _LEAF_SIZE, _LEAF_TURN, _LEAF_TURN_PACE = 7, 8, 9, 10
_LEAF_TUMBLE_PACE, _LEAF_TUMBLE_PHASE, _LEAF_FRAME = 11, 12, 13
"""Random lanes of the leaves."""
_DUST_BRIGHTNESS = 14
"""Random lane of the dust's brightness."""


@element("weather", 2.0, handles=("swirl", "hush"))
def wind(moment: Moment) -> tuple[Form, ...]:
    """Wind made visible: long faint veils of air that rise and dip, and leaves and dust they carry."""
    quiet = 1.0 - 0.75 * moment.event("hush")
    veils, points = 13, 30
    along = np.linspace(0.0, 1.0, points, dtype=np.float32)[None, :]
    z = 3.0 + 13.0 * uniform(moment.seed, _VEIL_DEPTH, veils)[:, None]
    camera = moment.stage.camera
    half = 1.35 * moment.aspect * z / camera.focal
    pace = 0.055 * (0.7 + 0.6 * uniform(moment.seed, _VEIL_PACE, veils))[:, None]
    head = np.mod(uniform(moment.seed, _VEIL_START, veils)[:, None] + moment.t * pace, 1.0)
    long = 0.30 + 0.25 * uniform(moment.seed, _VEIL_LENGTH, veils)[:, None]
    x = half * (2.6 * (head - long * (1 - along)) - 1.1)
    own = 6.28 * uniform(moment.seed, _VEIL_PHASE, veils)[:, None]
    high = (
        camera.eye + (0.25 + 1.1 * uniform(moment.seed, _VEIL_HEIGHT, veils)[:, None] - 0.55) * z * 0.55 / camera.focal
    )
    curl = moment.event("swirl") * 0.9 * np.sin(9.0 * along + own + 0.5 * moment.t)
    y = high + 0.10 * z * np.sin(1.1 * x / z * 1.3 + own + 0.20 * moment.t) + 0.06 * z * curl
    line = np.stack([x + camera.x, np.maximum(y, 0.1), z + 0.0 * along + 0.4 * curl], -1).astype(np.float32)
    show = smooth(moment.presence, 0.0, 1.0) * quiet
    fade = np.clip(np.sin(np.pi * along), 0, 1) ** 1.5 * np.clip(np.sin(np.pi * head), 0, 1) ** 0.5
    base = np.asarray(moment.tint or moment.palette.rim, np.float32) * 0.5 + np.asarray(moment.palette.glow, np.float32)
    veil = Ribbons(
        line, (0.075 * z * (0.4 + 0.6 * np.sin(np.pi * along))).astype(np.float32) * 0.5, base * np.float32(0.30),
        profile="veil", opacity=(0.34 * fade * show).astype(np.float32), reflect=False, depth=8.0,
    )  # fmt: skip
    thread = Ribbons(
        line,
        (0.0035 * z + 0.0 * along).astype(np.float32),
        (base[None, None] * (0.22 * fade * show)[..., None]).astype(np.float32),
        reflect=False,
        depth=7.5,
    )
    leaf_count = 46
    where, here = sinking(
        moment, leaf_count, pace=0.22, near=2.6, far=16.0, sway=0.5, wind=1.5 * quiet + 0.2, lane=_VEIL_START
    )
    where[:, 1] += 0.25 * np.sin(0.9 * moment.t + 6.28 * uniform(moment.seed, _LEAF_BOB_PHASE, leaf_count))
    leaves = Sprites(
        LEAF,
        where,
        (0.07 + 0.08 * uniform(moment.seed, _LEAF_SIZE, leaf_count)).astype(np.float32),
        tint=(0.40, 0.20, 0.09),
        opacity=(here * smooth(moment.presence, 0.2, 1.0)).astype(np.float32),
        turn=(
            6.28 * uniform(moment.seed, _LEAF_TURN, leaf_count)
            + 0.9 * moment.t * (0.5 + uniform(moment.seed, _LEAF_TURN_PACE, leaf_count))
        ).astype(np.float32),
        width=np.cos(
            0.8 * moment.t * (0.5 + uniform(moment.seed, _LEAF_TUMBLE_PACE, leaf_count))
            + 6.28 * uniform(moment.seed, _LEAF_TUMBLE_PHASE, leaf_count)
        ).astype(np.float32),
        frame=np.floor(uniform(moment.seed, _LEAF_FRAME, leaf_count) * 3).astype(np.float32),
        depth=7.0,
    )
    dust_count = 500
    spot, there = sinking(moment, dust_count, pace=0.15, near=2.2, far=22.0, sway=0.3, wind=1.2, lane=_VEIL_PHASE)
    dust = Dots(
        spot,
        np.float32(0.02),
        (base[None, :] * (0.5 * there * (0.3 + uniform(moment.seed, _DUST_BRIGHTNESS, dust_count)))[:, None]).astype(
            np.float32
        ),
    )
    return (veil, thread, leaves, dust)
