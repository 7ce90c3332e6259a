"""Driftwood, worn white by water, lying as the tide left it; small lights have settled on it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform, uniform_one
from dreamplayer.model.moment import Moment

_LOOK = 61
"""Random lane of which way the crown lies."""
_BOUGH_TURN, _BOUGH_LONG, _BOUGH_CURL, _BOUGH_DEEP = 81, 101, 121, 141
"""First random lanes of the boughs, one lane for each bough: its angle, length, curl and how far it reaches
forward.
"""
_LIGHT_BOUGH, _LIGHT_ALONG, _LIGHT_PHASE = 181, 182, 183
"""Random lanes of the lights: on which bough, where along it, when each shines."""


@element("ground", 1.2)
def bones(moment: Moment) -> tuple[Form, ...]:
    """Driftwood, worn white by water, lying as the tide left it; small lights have settled on it."""
    unit = moment.size(1.0)
    here = smooth(moment.presence, 0.1, 1.0)
    base = np.asarray(moment.tint or (0.52, 0.44, 0.36), np.float32)
    points = 26
    along = np.linspace(0, 1, points)
    look = -1.0 if uniform_one(moment.seed, _LOOK) < 0.5 else 1.0
    # One old tree lying on its side, boughs reaching up and along: root plate to the left, crown to the right.
    trunk = np.stack(
        [2.1 * (along - 0.45), 0.13 + 0.16 * along**2 + 0.06 * np.sin(7 * along), 0.12 * np.sin(4 * along)], 1
    )
    lines, widths = [trunk], [0.070 * (1 - 0.80 * along) * (1 + 0.20 * np.sin(13 * along) * (1 - along))]
    for bough in range(11):
        root = bough < 4
        start = 1 if root else int((0.20 + 0.74 * (bough - 4) / 6) * (points - 1))
        up = bough % 3 != 1
        turn = (
            (2.2 + 0.55 * bough)
            if root
            else (0.95 if up else -0.35) + 0.7 * (uniform_one(moment.seed, _BOUGH_TURN + bough) - 0.5)
        )
        long = 0.30 if root else (0.95 - 0.045 * bough) * (0.45 + 0.75 * uniform_one(moment.seed, _BOUGH_LONG + bough))
        curl = 1.3 * (uniform_one(moment.seed, _BOUGH_CURL + bough) - 0.5) - (0.0 if root else 0.55)
        heading = turn + curl * along + 0.42 * np.sin(6 * along + 1.7 * bough) * along
        x = trunk[start, 0] + np.concatenate([[0.0], np.cumsum(np.cos(heading[:-1]))]) * long / (points - 1)
        y = trunk[start, 1] + np.concatenate([[0.0], np.cumsum(np.sin(heading[:-1]))]) * long / (points - 1)
        z = (
            trunk[start, 2]
            + (0.35 if up else -0.9) * long * (0.3 + uniform_one(moment.seed, _BOUGH_DEEP + bough)) * along
        )
        lines.append(np.stack([x, np.maximum(y, 0.02), z], 1))
        widths.append((0.034 if root else 0.66 * widths[0][start]) * (1 - 0.90 * along**0.9))
    count = len(lines)
    lines = [
        np.stack(
            [
                moment.place.x + look * unit * line[:, 0],
                moment.place.y + unit * line[:, 1],
                np.maximum(moment.place.z + unit * line[:, 2], 1.4),
            ],
            1,
        )
        for line in lines
    ]
    widths = [unit * width for width in widths]
    wood = Ribbons(
        np.stack(lines).astype(np.float32),
        np.stack(widths).astype(np.float32),
        rgb(base),
        "body",
        opacity=here,
        grown=np.full((count, 1), min(1.0, 0.1 + 0.9 * here), np.float32),
        glow=rgb(base * np.float32(0.06 * here)),
    )
    n = 90
    line = np.floor(uniform(moment.seed, _LIGHT_BOUGH, n) * count).astype(int)
    spot = np.stack(lines)[line, np.floor(uniform(moment.seed, _LIGHT_ALONG, n) * points).astype(int)]
    own = 6.28 * uniform(moment.seed, _LIGHT_PHASE, n)
    spot = spot + unit * np.stack(
        [
            0.03 * np.sin(0.4 * moment.t + own),
            0.06 + 0.04 * np.sin(0.33 * moment.t + 2 * own),
            np.full_like(own, -0.05),
        ],
        1,
    )
    shine = 0.45 * here * np.sin(0.30 * moment.t + own) ** 4
    lights = Dots(
        spot.astype(np.float32), np.float32(0.022 * unit),
        (np.asarray(moment.palette.key, np.float32)[None] * shine[:, None]).astype(np.float32),
    )  # fmt: skip
    return (wood, lights)
