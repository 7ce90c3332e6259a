"""A cage knit of thin branches around a small light; it closes branch by branch, opens, or comes undone."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.drawing.props import AMBER
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_APART, _GROWTH = 3, 5
"""Random lanes of how the branches grow and fly apart."""
_MOTE_ANGLE, _MOTE_FREE, _MOTE_RADIUS, _MOTE_PACE, _MOTE_RISE = 21, 22, 23, 24, 25
"""Random lanes of the motes within."""
_SPLINTER_BRANCH, _SPLINTER_ALONG, _SPLINTER_X, _SPLINTER_Y, _SPLINTER_Z, _SPLINTER_BRIGHTNESS = 31, 32, 33, 34, 35, 36
"""Random lanes of the splinters of light."""

_BRANCHES = 15
_SHOULDER = 0.55
"""Where the branches begin to lean together, in heights."""
_FOOT, _WINDING, _LEAN, _KNOTS = 1, 2, 3, 4
"""Random lanes of the branches."""


def _bars(seed: int, knit: float, m: int = 30) -> Array:
    """Branches that rise from the ground in a ring and lean together overhead.

    Args:
        seed: whose random numbers.
        knit: 0 undone .. 1 drawn together overhead.
        m: points of a branch.

    Returns:
        (k, m, 3) in heights of the cage.
    """
    k = _BRANCHES
    foot = 2 * np.pi * (np.arange(k) + 0.3 * (uniform(seed, _FOOT, k) - 0.5)) / k
    v = np.linspace(0, 1, m)[None, :]
    # A belly up to the shoulder, then a dome.
    belly = 1.0 + 0.12 * np.sin(np.pi * v / _SHOULDER)
    dome = np.sqrt(np.clip(1 - ((v - _SHOULDER) / 0.47) ** 2, 0.0025, 1))
    radius = 0.36 * np.where(v < _SHOULDER, belly, dome)
    winding = 0.22 * np.sin(5 * v + 6.28 * uniform(seed, _WINDING, k)[:, None]) * (0.3 + 0.7 * v)
    lean = 0.5 * v * (uniform(seed, _LEAN, k)[:, None] - 0.5)
    turn = foot[:, None] + winding + lean
    knots = 1 + 0.05 * np.sin(9 * v + 6.28 * uniform(seed, _KNOTS, k)[:, None])
    apart = 1 + 0.45 * (1 - knit) * v
    radius = radius * knots * apart
    return np.stack([radius * np.cos(turn), v * 0.98 * np.ones((k, 1)), radius * np.sin(turn)], -1)


@element("hero", 2.0, handles=("close", "open", "shatter", "grow", "wrap"))
def cage(moment: Moment) -> tuple[Form, ...]:
    """A cage knit of thin branches around a small light; it closes branch by branch, opens, or comes undone."""
    size = moment.size(2.0)
    here = float(smooth(moment.presence, 0.0, 1.0))
    told = max(moment.event("close"), moment.event("wrap"), moment.event("grow"))
    opened = float(smooth(moment.event("open"), 0, 1))
    broken = float(smooth(moment.event("shatter"), 0, 1))
    knit = (0.86 + 0.14 * told) * (1 - 0.8 * opened)
    bars = _bars(moment.seed % 31, knit)
    branches, points = bars.shape[:2]
    hoop = np.linspace(0, 2 * np.pi, points)
    vine = []
    for j, (height, radius) in enumerate(((0.08, 0.37), (0.34, 0.40), (0.58, 0.385))):
        vine.append(
            np.stack(
                [
                    radius * np.cos(hoop),
                    height + 0.018 * np.sin(3 * hoop + j) + 0.02 * np.sin(7 * hoop),
                    radius * np.sin(hoop),
                ],
                -1,
            )
        )
    spiral = 2 * np.pi * 1.6 * np.linspace(0, 1, points)
    vine.append(
        np.stack([0.395 * np.cos(spiral + 2), 0.05 + 0.62 * np.linspace(0, 1, points), 0.395 * np.sin(spiral + 2)], -1)
    )
    lines = np.concatenate([bars, np.stack(vine)])
    away = broken * (0.5 + uniform(moment.seed, _APART, len(lines)))[:, None, None]
    lines = lines + away * np.concatenate([lines[..., :1] * 0.9, -0.25 * lines[..., 1:2], lines[..., 2:] * 0.9], -1)
    at3 = lines * size + np.array([moment.place.x, moment.place.y, moment.place.z])
    at3[..., 1] = np.maximum(at3[..., 1], 0.01)
    wood = np.asarray(moment.tint or (0.16, 0.095, 0.055), np.float32)
    thick = (
        size
        * np.concatenate([np.full(branches, 0.0135), np.full(4, 0.0085)])[:, None]
        * (1.15 - 0.55 * np.linspace(0, 1, points)[None])
    )
    grown = np.concatenate(
        [
            smooth(moment.presence * 1.5 - 0.5 * uniform(moment.seed, _GROWTH, branches), 0, 1),
            np.full(4, smooth(moment.presence, 0.4, 1.0)),
        ]
    )[:, None]
    pulse = (1 + 0.10 * np.sin(0.9 * moment.t) - 0.35 * told) * (1 - 0.85 * broken)
    warm = np.asarray(AMBER, np.float32)
    heart = (moment.place.x, moment.place.y + 0.42 * size, moment.place.z)
    # Each length of branch belongs before or behind the light within.
    near = lines[:, :, 2].mean(1) < 0.0
    glow = rgb(warm * np.float32(0.030))
    forms: list[Form] = []
    for pick, z in ((~near, 0.25), (near, -0.25)):
        forms.append(
            Ribbons(
                at3[pick].astype(np.float32),
                thick[pick].astype(np.float32),
                rgb(wood),
                profile="body",
                opacity=np.float32(here * (1 - broken)),
                grown=grown[pick].astype(np.float32),
                glow=glow,
                depth=moment.place.z + z * size,
            )
        )
    motes = 90
    angle = 6.28 * uniform(moment.seed, _MOTE_ANGLE, motes)
    free = broken + opened
    reach = (
        size
        * (0.20 + 0.9 * free * uniform(moment.seed, _MOTE_FREE, motes))
        * uniform(moment.seed, _MOTE_RADIUS, motes) ** 0.4
    )
    fly = np.stack(
        [
            heart[0] + reach * np.cos(angle + 0.3 * moment.t * (uniform(moment.seed, _MOTE_PACE, motes) - 0.4)),
            heart[1]
            + reach * 1.2 * np.sin(angle * 3 + 0.23 * moment.t)
            + 0.5 * free * size * uniform(moment.seed, _MOTE_RISE, motes),
            heart[2] + reach * np.sin(angle + 0.3 * moment.t * (uniform(moment.seed, _MOTE_PACE, motes) - 0.4)),
        ],
        1,
    )
    fly[:, 1] = np.maximum(fly[:, 1], 0.03)
    blink = (0.15 + 0.85 * np.abs(np.sin(0.45 * moment.t + 5 * angle)) ** 4) * here
    forms += [
        Dots(
            fly.astype(np.float32),
            0.035 * size,
            (warm[None] * blink[:, None]).astype(np.float32),
            depth=moment.place.z,
        ),
        Dots(
            np.array([heart, heart], np.float32),
            np.array([1.5, 0.5], np.float32) * np.float32(size),
            warm[None] * np.array([[0.07], [0.22]], np.float32) * np.float32(here * pulse),
            depth=moment.place.z + 0.02,
        ),
        Light(heart, rgb(warm * np.float32(0.85 * here * pulse)), 1.5 * size, haze=0.5),
    ]
    if broken > 0.01:
        splinters = 900
        row, col = (
            (uniform(moment.seed, _SPLINTER_BRANCH, splinters) * len(at3)).astype(int),
            (uniform(moment.seed, _SPLINTER_ALONG, splinters) * points).astype(int),
        )
        spot = at3[row, col] + size * broken * np.stack(
            [
                0.35 * normal(moment.seed, _SPLINTER_X, splinters),
                0.6 * uniform(moment.seed, _SPLINTER_Y, splinters),
                0.3 * normal(moment.seed, _SPLINTER_Z, splinters),
            ],
            1,
        )
        bright = (
            np.sin(np.pi * np.clip(broken * 0.95 + 0.04, 0, 1))
            * (0.3 + 0.7 * uniform(moment.seed, _SPLINTER_BRIGHTNESS, splinters) ** 2)
            * here
        )
        forms.append(
            Dots(
                np.maximum(spot, [-1e9, 0.02, 0.6]).astype(np.float32),
                0.014 * size,
                (warm[None] * (0.8 * bright)[:, None]).astype(np.float32),
            )
        )
    return tuple(forms)
