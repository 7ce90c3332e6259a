"""Vines that wind upward around nothing, putting out leaves, small lights where they will bloom."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.motion.growing import grown_by
from dreamplayer.drawing.plants.leaf import LEAF
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites, f32
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.moment import Moment

_STEM_START, _STEM_WINDS, _STEM_TALL = 1, 2, 3
"""Random lanes of the stems: where each begins, how often it winds, how high it climbs."""
_LEAF_STEM, _LEAF_ALONG, _LEAF_SIZE, _LEAF_SHADE, _LEAF_TURN, _LEAF_KIND = 4, 5, 6, 7, 8, 9
"""Random lanes of the leaves: on which stem, where along it, size, shade, turn, kind."""
_BUD_STEM, _BUD_ALONG, _BUD_SHINE = 11, 12, 13
"""Random lanes of the buds: on which stem, where along it, when each shines."""


@element("prop", 2.6, handles=("grow", "spread", "wrap", "bloom"))
def vines(moment: Moment) -> tuple[Form, ...]:
    """Vines that wind upward around nothing, putting out leaves, small lights where they will bloom."""
    tall, stems, points = moment.size(2.6), 5, 46
    p = moment.place
    climb = np.linspace(0, 1, points, dtype=np.float32)[None]
    own = 6.283 * uniform(moment.seed, _STEM_START, stems)[:, None]
    wind = 1.6 + 1.1 * uniform(moment.seed, _STEM_WINDS, stems)[:, None]
    radius = tall * (0.085 + 0.05 * np.sin(6.0 * climb + own)) * (1.0 - 0.25 * climb)
    sway = 0.02 * tall * np.sin(0.5 * moment.t + 3 * climb) * climb
    x = p.x + radius * np.cos(own + 6.283 * wind * climb) + sway
    z = p.z + radius * np.sin(own + 6.283 * wind * climb)
    y = p.y + tall * climb * (0.80 + 0.25 * uniform(moment.seed, _STEM_TALL, stems)[:, None])
    line = np.stack([x, y, z], -1).astype(np.float32)
    grown = grown_by(moment, 18.0, "grow", "spread", "wrap") * float(smooth(moment.presence, 0.1, 1.0))
    show = np.float32(smooth(moment.presence, 0.0, 0.5))
    stem = Ribbons(
        line,
        (tall * 0.010 * (1.05 - 0.8 * climb) + 0 * own).astype(np.float32),
        (0.10, 0.15, 0.06),
        profile="body",
        opacity=show,
        grown=np.float32(grown),
        depth=p.z,
    )
    n = 120
    pick, along = (uniform(moment.seed, _LEAF_STEM, n) * stems).astype(np.int64), uniform(moment.seed, _LEAF_ALONG, n)
    point = (along * (points - 1)).astype(np.int64)
    out = smooth((grown - along) * 6.0, 0.0, 1.0)
    leaves = Sprites(
        LEAF,
        line[pick, point],
        (tall * (0.05 + 0.045 * uniform(moment.seed, _LEAF_SIZE, n)) * (0.3 + 0.7 * out)).astype(np.float32),
        tint=(f32([0.12, 0.20, 0.08])[None] * (0.5 + uniform(moment.seed, _LEAF_SHADE, n))[:, None]).astype(np.float32),
        glow=(0.012, 0.016, 0.004),
        opacity=(out * show).astype(np.float32),
        turn=(6.283 * uniform(moment.seed, _LEAF_TURN, n) + 0.12 * np.sin(0.7 * moment.t + 9 * along)).astype(
            np.float32
        ),
        frame=np.floor(uniform(moment.seed, _LEAF_KIND, n) * 3).astype(np.float32),
        depth=p.z - 0.03,
    )
    lit = 0.35 + 0.65 * float(smooth(moment.event("bloom"), 0.0, 1.0))
    hue = np.asarray(moment.tint or moment.palette.accent, np.float32) + f32([0.25, 0.12, 0.03])
    bud_count = 46
    spot = line[
        (uniform(moment.seed, _BUD_STEM, bud_count) * stems).astype(np.int64),
        (uniform(moment.seed, _BUD_ALONG, bud_count) * (points - 1)).astype(np.int64),
    ]
    open_ = smooth((grown - uniform(moment.seed, _BUD_ALONG, bud_count)) * 6.0, 0.0, 1.0) * (
        0.7 + 0.3 * np.sin(0.8 * moment.t + 6.28 * uniform(moment.seed, _BUD_SHINE, bud_count))
    )
    buds = Dots(
        spot,
        np.float32(0.035 * tall * (0.6 + 0.8 * lit)),
        (hue[None] * (0.75 * lit * open_ * show)[:, None]).astype(np.float32),
        depth=p.z - 0.05,
    )
    return (stem, leaves, buds)
