"""Dark broken earth in furrows, clods and pebbles, faint warmth breathing in it, first shoots when told to grow."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.elements.land._shared.peaks import STONE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment

_CLOD_DEEP, _CLOD_ROW, _CLOD_OFF, _CLOD_LOOSE, _CLOD_RIGHT, _CLOD_SIZE, _CLOD_KIND = 1, 2, 3, 4, 5, 6, 7
"""Random lanes of the clods: how deep in the picture, on which furrow, how far off it, which lie anywhere and
where, size, kind.
"""
_EMBER_DEEP, _EMBER_RIGHT, _EMBER_PHASE, _EMBER_HIGH, _EMBER_BRIGHT = 11, 12, 13, 14, 15
"""Random lanes of the embers: where (deep, right), when each glows, how high and how bright."""
_SHOOT_DEEP, _SHOOT_RIGHT, _SHOOT_TALL, _SHOOT_LEAN, _SHOOT_SWAY = 21, 22, 23, 24, 25
"""Random lanes of the shoots: where (deep, right), height, lean, when each sways."""


@element("ground", 1.0, handles=("grow", "bloom", "shimmer"))
def soil(moment: Moment) -> tuple[Form, ...]:
    """Dark broken earth in furrows, clods and pebbles, faint warmth breathing in it, first shoots when told to grow."""
    show = float(smooth(moment.presence, 0.0, 1.0))
    n = 260
    z = 2.0 * (17.0 / 2.0) ** uniform(moment.seed, _CLOD_DEEP, n)
    row = np.round((uniform(moment.seed, _CLOD_ROW, n) * 2 - 1) * 9) * 0.62
    x = moment.stage.camera.x + row + 0.10 * normal(moment.seed, _CLOD_OFF, n)
    x = np.where(
        uniform(moment.seed, _CLOD_LOOSE, n) < 0.4,
        moment.stage.camera.x
        + (uniform(moment.seed, _CLOD_RIGHT, n) * 2 - 1) * 1.1 * moment.aspect * z / moment.stage.camera.focal,
        x,
    )
    clods = Sprites(
        STONE,
        np.stack([x, np.full(n, -0.02), z], 1).astype(np.float32),
        (0.05 + 0.14 * uniform(moment.seed, _CLOD_SIZE, n) ** 2).astype(np.float32) * np.float32(moment.place.size),
        tint=(0.145, 0.095, 0.066),
        frame=np.floor(uniform(moment.seed, _CLOD_KIND, n) * 3).astype(np.float32),
        width=np.float32(1.35),
        opacity=show,
        rim=0.5,
        depth=11.0,
    )
    furrows, furrow_points = 11, 34
    furrow_z = 2.0 * (26.0 / 2.0) ** np.linspace(0, 1, furrow_points, dtype=np.float32)[None]
    furrow_x = (
        moment.stage.camera.x
        + (np.arange(furrows)[:, None] - (furrows - 1) / 2) * 0.85
        + 0.06 * np.sin(0.9 * furrow_z + np.arange(furrows)[:, None])
    )
    furrow = Ribbons(
        np.stack([furrow_x, 0.03 + 0 * furrow_x, furrow_z + 0 * furrow_x], -1).astype(np.float32),
        np.float32(0.15),
        (0.075, 0.050, 0.036),
        profile="body",
        opacity=np.float32(0.45 * show),
        reflect=False,
        depth=12.0,
    )
    embers_count = 700
    ember_z = 2.0 * (14.0 / 2.0) ** uniform(moment.seed, _EMBER_DEEP, embers_count)
    ember_x = (
        moment.stage.camera.x
        + (uniform(moment.seed, _EMBER_RIGHT, embers_count) * 2 - 1)
        * 1.1
        * moment.aspect
        * ember_z
        / moment.stage.camera.focal
    )
    beat = (
        np.clip(np.sin(0.5 * moment.t + 6.28 * uniform(moment.seed, _EMBER_PHASE, embers_count)), 0, 1) ** 3
        * (0.5 + 0.8 * moment.event("shimmer"))
        + 0.05
    )
    warm = np.asarray(moment.tint or (1.0, 0.42, 0.12), np.float32)
    embers = Dots(
        np.stack([ember_x, 0.02 + 0.05 * uniform(moment.seed, _EMBER_HIGH, embers_count), ember_z], 1).astype(
            np.float32
        ),
        np.float32(0.018),
        (warm[None] * (0.42 * beat * show * uniform(moment.seed, _EMBER_BRIGHT, embers_count) ** 2)[:, None]).astype(
            np.float32
        ),
        reflect=False,
    )
    forms: list[Form] = [furrow, clods, embers]
    grown = max(float(smooth(moment.event("grow"), 0, 1)), float(smooth(moment.event("bloom"), 0, 1)))
    if grown > 0.01:
        shoots, shoot_points = 150, 9
        along = np.linspace(0, 1, shoot_points, dtype=np.float32)[None]
        shoot_z = 2.2 * (10.0 / 2.2) ** uniform(moment.seed, _SHOOT_DEEP, shoots)
        shoot_x = (
            moment.stage.camera.x
            + (uniform(moment.seed, _SHOOT_RIGHT, shoots) * 2 - 1)
            * 0.9
            * moment.aspect
            * shoot_z
            / moment.stage.camera.focal
        )
        high = 0.30 * grown * (0.5 + 0.8 * uniform(moment.seed, _SHOOT_TALL, shoots))
        lean = 0.5 * normal(moment.seed, _SHOOT_LEAN, shoots) + 0.1 * np.sin(
            0.6 * moment.t + 6 * uniform(moment.seed, _SHOOT_SWAY, shoots)
        )
        line = np.stack(
            [
                shoot_x[:, None] + high[:, None] * lean[:, None] * along**2,
                high[:, None] * along,
                shoot_z[:, None] + 0 * along,
            ],
            -1,
        ).astype(np.float32)
        forms.append(
            Ribbons(
                line,
                (0.012 * (1.1 - along) + 0 * high[:, None]).astype(np.float32),
                (0.12, 0.20, 0.07),
                profile="body",
                glow=(0.045, 0.060, 0.016),
                opacity=np.float32(show),
                reflect=False,
                depth=6.0,
            )
        )
    return tuple(forms)
