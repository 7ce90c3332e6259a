"""More of the night itself: a drift of fine stars along a band, a few large and slow."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, f32
from dreamplayer.drawing.sky.heavens import BEYOND, from_screen
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment

_ALONG, _OFF_BAND, _LOOSE, _HIGH, _ORDER, _SIZE, _TWINKLE_PACE, _TWINKLE_PHASE, _HUE = 1, 2, 3, 4, 5, 6, 7, 8, 10
"""Random lanes of the stars: where along the band, how far from it, which lie anywhere and how high, when each
appears, size, how quickly and when it twinkles, colour.
"""
_LEAN = 9
"""Random lane of how the band leans."""
_SEAM_JAG, _SEAM_FORK = 31, 41
"""Random lanes of the seam: from 31 on how jagged the seam and its forks are, and how far the forks reach."""


@element("sky", 90.0, handles=("open", "dim", "explode", "flicker", "crack"))
def sky(moment: Moment) -> tuple[Form, ...]:
    """More of the night itself: a drift of fine stars along a band, a few large and slow.

    Where the words let it flash, a rose light swells over the horizon and ebbs: never a flash. Where it cracks, a
    branching seam of pale light runs down it and closes again slowly.
    """
    n = 1500
    camera = moment.stage.camera
    rows = 1.0 - camera.horizon
    along = (uniform(moment.seed, _ALONG, n) * 2 - 1) * 1.15 * moment.aspect
    lean = 0.30 * (uniform_one(moment.seed, _LEAN) - 0.5) + 0.22
    band = camera.horizon + rows * 0.62 + lean * along + 0.15 * normal(moment.seed, _OFF_BAND, n) * rows
    loose = uniform(moment.seed, _LOOSE, n) < 0.35
    v = np.where(loose, camera.horizon + rows * (0.12 + 0.95 * uniform(moment.seed, _HIGH, n)), band)
    opened = 1.0 + 0.5 * moment.event("open")
    u = along * (1.0 + 0.10 * moment.event("open")) + 0.0006 * moment.t
    z = np.full(n, BEYOND, np.float32)
    place = np.stack(
        [camera.x + u * z / camera.focal, camera.eye + (v - camera.horizon) * z / camera.focal, z], 1
    ).astype(np.float32)
    order = smooth(moment.presence * 1.5 - 0.5 * uniform(moment.seed, _ORDER, n), 0.0, 1.0)
    big = uniform(moment.seed, _SIZE, n) ** 14
    breath = 0.78 + 0.22 * np.sin(
        moment.t * (0.3 + 0.5 * uniform(moment.seed, _TWINKLE_PACE, n)) + 6.28 * uniform(moment.seed, _TWINKLE_PHASE, n)
    )
    fade = smooth((v - camera.horizon) / rows, 0.02, 0.25)
    shine = (0.05 + 0.9 * big) * breath * order * fade * opened * (1.0 - 0.8 * moment.event("dim"))
    hue = uniform(moment.seed, _HUE, n)[:, None]
    colour = np.array([1.0, 0.80, 0.60]) * hue + np.array([0.66, 0.74, 1.0]) * (1 - hue)
    base = colour if moment.tint is None else 0.4 * colour + 0.6 * np.asarray(moment.tint) / max(max(moment.tint), 1e-3)
    glint = (big > 0.55).astype(np.float32)
    size = np.where(glint > 0, 6.5, 0.9 + 1.2 * big).astype(np.float32)
    stars: tuple[Form, ...] = (
        Dots(place, size, (base * shine[:, None]).astype(np.float32), glint=glint, reflect=False),
    )
    if moment.event("crack") > 0.0:
        stars = (*stars, *_fissure(moment))
    swell = float(smooth(max(moment.event("explode"), 0.6 * moment.event("flicker")), 0.0, 1.0)) * (
        1.0 - 0.4 * moment.calm
    )
    if swell <= 0.0:
        return stars
    low = from_screen(moment, 0.12, camera.horizon + 0.05)
    unit = BEYOND / camera.focal
    rose, ember = f32([0.50, 0.085, 0.12]), f32([0.75, 0.22, 0.07])
    return (
        *stars,
        halo(low, unit * (1.3 + 0.9 * swell), rose * np.float32(0.34 * swell), width=3.2, depth=386.0),
        halo(low, unit * (0.5 + 0.3 * swell), ember * np.float32(0.26 * swell), width=3.6, depth=385.5),
    )


def _fissure(moment: Moment) -> tuple[Form, ...]:
    """A seam of pale light from the zenith down towards the horizon, forked; it closes within a minute."""
    camera = moment.stage.camera
    m, k = 48, 7
    s = np.linspace(0.0, 1.0, m)
    open_ = float(smooth(moment.event("crack"), 0.0, 1.0))
    left = 1.0 - float(smooth(moment.ages.get("crack", 0.0), 26.0, 60.0))
    top, low = 1.02, camera.horizon + 0.30 * (1.0 - camera.horizon)
    walk = np.cumsum(normal(moment.seed, _SEAM_JAG, m)) * 0.022
    walk = 0.05 + walk - walk.mean()
    main = np.stack([walk, top + (low - top) * s], 1)
    lines, grown, wide = [main], [open_], [1.0]
    for i in range(1, k):
        at_ = int((0.12 + 0.72 * (i - 1) / (k - 2)) * m)
        side = 1.0 if i % 2 else -1.0
        jag = np.cumsum(normal(moment.seed, _SEAM_JAG + i, m)) * 0.012
        reach = 0.16 + 0.22 * float(uniform(moment.seed, _SEAM_FORK, k)[i])
        lines.append(np.stack([main[at_, 0] + side * reach * s + jag, main[at_, 1] - 0.55 * reach * s + 0.7 * jag], 1))
        grown.append(float(smooth(open_, at_ / m, min(1.0, at_ / m + 0.5))))
        wide.append(0.5)
    unit = BEYOND / camera.focal
    where = np.stack([[from_screen(moment, float(u), float(v)) for u, v in line] for line in lines]).astype(np.float32)
    pale = f32([0.95, 0.80, 0.66])
    show = open_ * left * float(smooth(moment.presence, 0.0, 1.0))
    taper = np.asarray(wide)[:, None] * (1.1 - s[None])
    colour = pale[None, None] * (0.62 * np.asarray(wide)[:, None, None] * (1.05 - 0.6 * s)[None, :, None] * show)
    middle = from_screen(moment, float(main[m // 2, 0]), float(main[m // 2, 1]))
    return (
        halo(middle, 1.5 * unit, pale * np.float32(0.055 * show), depth=386.0),
        Ribbons(where, (unit * 0.0042 * taper).astype(np.float32), colour.astype(np.float32),
                grown=np.asarray(grown, np.float32)[:, None] * np.float32(1.05), depth=381.0),
    )  # fmt: skip
