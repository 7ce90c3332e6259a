"""A shaft of light falling from high up, soft-edged, dust turning over in it, a pale pool where it lands."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import BEAM, halo
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_BEAM_WIDTH, _DUST_BEAM, _DUST_HEIGHT, _DUST_PACE, _DRIFT_PACE = 1, 2, 3, 4, 5
_DRIFT_PHASE, _DUST_ACROSS, _DUST_DEPTH, _TWINKLE_PHASE = 6, 7, 8, 9
"""Random lanes of the beams and of the dust in them."""


@element("air", 5.0, handles=("open", "dim", "ignite", "spread"))
def lightbeam(moment: Moment) -> tuple[Form, ...]:
    """A shaft of light falling from high up, soft-edged, dust turning over in it, a pale pool where it lands."""
    n = int(min(max(moment.count, 1), 6))
    p = moment.place
    camera = moment.stage.camera
    tall = (camera.eye + (1.35 - camera.horizon) * max(p.z, 2.0) / camera.focal) * moment.place.size**0.25
    base = np.asarray(moment.tint or (1.0, 0.66, 0.36), np.float32)
    opened = 0.80 + 0.30 * float(smooth(moment.event("open"), 0, 1))
    show = (
        float(smooth(moment.presence, 0.0, 1.0))
        * (1.0 - 0.85 * moment.event("dim"))
        * (1.0 + 0.3 * moment.event("ignite"))
        * opened
    )
    beam = np.arange(n)
    x = p.x + (beam - (n - 1) / 2) * 1.25 * p.spread + 0.10 * np.sin(0.11 * moment.t + beam)
    lean = (0.16 + 0.04 * np.sin(0.09 * moment.t + 1.3 * beam)) * (1 if moment.stage.glow_x >= 0 else -1)
    foot = np.stack([x, np.full(n, 0.0), np.maximum(p.z + 0.25 * beam, 2.0)], 1).astype(np.float32)
    wide = (
        (0.42 + 0.25 * uniform(moment.seed, _BEAM_WIDTH, n)) * (0.6 + 0.4 * opened) * (1 + 0.5 * moment.event("spread"))
    )
    breath = 0.88 + 0.12 * np.sin(0.33 * moment.t + 2 * beam)
    shafts = Sprites(
        BEAM,
        foot,
        np.float32(tall),
        glow=(base[None] * (0.105 * show * breath)[:, None]).astype(np.float32),
        cover=0.0,
        lit=0.0,
        rim=0.0,
        turn=(-lean).astype(np.float32),
        width=wide.astype(np.float32),
    )
    core = Sprites(
        BEAM,
        foot,
        np.float32(tall),
        glow=(base[None] * (0.08 * show * breath)[:, None]).astype(np.float32),
        cover=0.0,
        lit=0.0,
        rim=0.0,
        turn=(-lean).astype(np.float32),
        width=(0.45 * wide).astype(np.float32),
    )
    motes_count = 520
    pick = (uniform(moment.seed, _DUST_BEAM, motes_count) * n).astype(np.int64)
    height = np.mod(
        uniform(moment.seed, _DUST_HEIGHT, motes_count)
        - moment.t * 0.006 * (0.5 + uniform(moment.seed, _DUST_PACE, motes_count)),
        1.0,
    )
    half = tall * wide[pick] * (0.10 + 0.30 * (1 - height)) * 0.62
    drift = np.sin(
        0.3 * moment.t * (0.5 + uniform(moment.seed, _DRIFT_PACE, motes_count))
        + 6.28 * uniform(moment.seed, _DRIFT_PHASE, motes_count)
    )
    mote_x = (
        foot[pick, 0]
        + lean[pick] * height * tall
        + half * (normal(moment.seed, _DUST_ACROSS, motes_count) * 0.55 + 0.15 * drift)
    )
    motes = Dots(
        np.stack(
            [
                mote_x,
                height * tall * 0.96 + 0.02,
                foot[pick, 2] - 0.05 + 0.3 * half * normal(moment.seed, _DUST_DEPTH, motes_count),
            ],
            1,
        ).astype(np.float32),
        np.float32(0.020),
        (
            base[None]
            * (
                0.55
                * show
                * np.clip(np.sin(0.6 * moment.t + 6.28 * uniform(moment.seed, _TWINKLE_PHASE, motes_count)), 0.1, 1)
                ** 2
                * np.sin(np.pi * height) ** 0.6
            )[:, None]
        ).astype(np.float32),
    )
    spot = foot + f32([0, 0.02, -0.02])
    pool = halo(
        spot, (2.6 * wide * tall * 0.35).astype(np.float32), base * np.float32(0.12 * show), width=1.8, reflect=False
    )
    light = Light((float(foot[0, 0]), 1.2, float(foot[0, 2])), rgb(base * np.float32(0.50 * show)), reach=2.4, haze=0.3)
    return (shafts, core, pool, motes, light)
