"""A wood fire burning low and slow, embers under it, sparks climbing into the dark."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.materials.burning import EMBER, flying_sparks
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Field, Form, Ribbons, f32
from dreamplayer.drawing.sky.heavens import on_screen, screen_size
from dreamplayer.elements.fire._shared.fire_strength import fire_strength
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_EMBER_X, _EMBER_Y, _EMBER_Z, _EMBER_PHASE = 1, 2, 3, 4
"""Random lanes of the embers at the foot."""


def _flame(
    moment: Moment,
    foot: tuple[float, float, float],
    tall: float,
    *,
    strength: float,
    wide: float = 0.42,
    tongues: float = 1.4,
    lane: int = 0,
) -> Field:
    """A flame `tall` metres high; `strength` 0..1 is how much of it burns."""
    u, v = on_screen(moment, *foot)
    size = screen_size(moment, tall, foot[2]) * (0.35 + 0.65 * min(1.0, strength))
    half = size * wide * 1.35
    return Field(
        "fire",
        {"t": moment.t % 3600.0, "opacity": min(1.0, 1.6 * strength), "x": u, "y": v, "tall": size, "wide": wide,
         "seed": float((moment.seed + 7 * lane) % 41), "tongues": tongues},
        depth=foot[2] - 0.01, patch=(u - half, v - 0.10 * size, u + half, v + 1.25 * size), grain=2, reflect=True,
        standin=(halo((foot[0], foot[1] + 0.4 * tall, foot[2]), tall, EMBER, opacity=strength),),
    )  # fmt: skip


@element("prop", 1.3, handles=("ignite", "dim", "flicker", "grow", "rise"))
def fire(moment: Moment) -> tuple[Form, ...]:
    """A wood fire burning low and slow, embers under it, sparks climbing into the dark."""
    p = moment.place
    burn = fire_strength(moment)
    big = 1.0 + 0.55 * max(moment.event("grow"), moment.event("rise"))
    tall = moment.size(1.3) * big
    breath = 1.0 - (0.05 + 0.14 * moment.event("flicker")) * (
        0.5 + 0.5 * float(np.sin(1.3 * moment.t + np.sin(0.7 * moment.t)))
    )
    foot = (p.x, p.y + 0.04 * tall, p.z)
    show = float(smooth(moment.presence, 0.0, 0.6))
    logs = np.array(
        [
            [[-0.34, 0.04, 0.10], [0.0, 0.10, 0.0], [0.34, 0.05, -0.08]],
            [[-0.30, 0.05, -0.12], [0.02, 0.12, 0.0], [0.32, 0.04, 0.12]],
            [[-0.10, 0.03, -0.22], [0.0, 0.12, 0.0], [0.10, 0.05, 0.22]],
        ],
        np.float32,
    ) * np.float32(tall) + f32([p.x, p.y, p.z])
    wood = Ribbons(logs, np.float32(0.050 * tall), (0.10, 0.065, 0.05), profile="body", opacity=show,
                   glow=(0.16 * burn, 0.035 * burn, 0.006 * burn), depth=p.z + 0.01)  # fmt: skip
    forms: list[Form] = [
        wood,
        halo((p.x, p.y + 0.35 * tall, p.z), 3.6 * tall, f32(EMBER) * np.float32(0.16 * burn * breath)),
    ]
    if burn > 0.01:
        for k, (dx, share) in enumerate(((0.0, 1.0), (-0.17, 0.62), (0.18, 0.55))):
            forms.append(
                _flame(moment, (p.x + dx * tall, foot[1], p.z - 0.01 * k), tall * share, strength=burn * breath, lane=k)
            )
    lump = 170
    bed = np.stack(
        [
            p.x + 0.26 * tall * normal(moment.seed, _EMBER_X, lump),
            p.y + 0.03 * tall * (1 + uniform(moment.seed, _EMBER_Y, lump)),
            p.z - 0.05 + 0.10 * tall * normal(moment.seed, _EMBER_Z, lump),
        ],
        1,
    )
    ember = (0.4 + 0.6 * np.sin(0.8 * moment.t + 6.28 * uniform(moment.seed, _EMBER_PHASE, lump)) ** 2) * (
        0.25 * show * (1 - 0.6 * moment.event("dim")) + 0.4 * burn
    )
    forms += [
        Dots(
            bed.astype(np.float32),
            np.float32(0.026 * tall),
            (f32([1.0, 0.26, 0.05])[None] * ember[:, None]).astype(np.float32),
            depth=p.z - 0.03,
        ),
        flying_sparks(moment, foot, 2.1 * tall, count=130, strength=burn * (0.6 + 0.4 * breath)),
        Light(
            (p.x, p.y + 0.45 * tall, p.z - 0.1),
            rgb(f32([1.0, 0.42, 0.12]) * np.float32(1.15 * burn * breath)),
            2.6 * tall,
            haze=0.9,
        ),
    ]
    return tuple(forms)
