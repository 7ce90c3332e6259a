"""Flowers in rings about a middle: milk white within, then gold, saffron and lavender, opening from one side on."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from dreamplayer.drawing.flower import meadow_flowers
from dreamplayer.drawing.primitives import Array, Instances
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.kit.noise import fbm
from dreamplayer.model.moment import Moment

BANDS = (
    # Up to this share of the way out, frame of its open flower, size, colour in linear light.
    (0.24, 3, 0.95, (0.78, 0.64, 0.52)),
    (0.47, 11, 1.00, (0.62, 0.27, 0.040)),
    (0.66, 7, 1.00, (0.60, 0.150, 0.022)),
    (1.01, 19, 1.25, (0.34, 0.20, 0.50)),
)


@lru_cache(maxsize=8)
def _planted(seed: int, count: int, inner: float, outer: float) -> tuple[Array, Array, Array, Array, Array]:
    """Places about the origin, sizes, colours, frames, and how late each opens (0..1)."""
    a = 6.28318 * dice(seed, 1, count)
    u = np.clip(dice(seed, 2, count) ** 0.85, 0.0, 1.0)
    # Noise on the angle takes its sine and cosine: an angle itself leaves a seam.
    ragged = fbm((2.2 * np.cos(a) + 9).astype(np.float32), (2.2 * np.sin(a) + 4).astype(np.float32), seed % 89, 3) - 0.5
    r = inner + (outer * (1.0 + 0.30 * ragged) - inner) * u
    x, z = r * np.cos(a), r * np.sin(a)
    drift = fbm((0.9 * x).astype(np.float32), (0.9 * z).astype(np.float32), 11 + seed % 61, 3)
    keep = drift + 0.16 * bell(seed, 3, count) > 0.37 + 0.16 * u**2
    band = np.searchsorted([edge for edge, *_ in BANDS], np.clip(u + 0.05 * bell(seed, 4, count), 0.0, 1.0))
    stray = dice(seed, 5, count) < 0.05
    band = np.where(stray, np.floor(dice(seed, 6, count) * len(BANDS)).astype(int), band)
    frame = np.array([f for _, f, *_ in BANDS])[band] - (dice(seed, 7, count) < 0.22)
    size = np.array([s for _, _, s, _ in BANDS])[band] * (0.66 + 0.62 * dice(seed, 8, count))
    hue = np.array([c for *_, c in BANDS])[band] * (0.35 + 0.85 * dice(seed, 9, count) ** 1.5)[:, None]
    late = 0.75 * np.clip(np.hypot(x + 0.8 * inner, z + 0.5 * inner) / (2.2 * outer), 0.0, 1.0)
    where = np.stack([x, np.zeros(count), z], 1)
    return tuple(np.asarray(v[keep], np.float32) for v in (where, size, hue, frame, late))  # type: ignore[return-value]


def wreath(
    moment: Moment, inner: float, outer: float, tall: float, *, grown: float, shine: float = 1.0, count: int = 2600
) -> tuple[Instances, ...]:
    """Rings from `inner` to `outer` metres about the moment's place; `grown` 0 bare ground .. 1 all stand.

    Two forms, behind the middle and before it, so that what stands within is seen between them.
    """
    p = moment.place
    where, size, hue, frame, late = _planted(moment.seed % 4093, count, round(inner, 2), round(outer, 2))
    spot = where + np.array([p.x, p.y, p.z], np.float32)
    show = float(smooth(moment.presence, 0.0, 1.0))
    out = []
    for before in (False, True):
        here = ((where[:, 2] < 0.0) == before) & (spot[:, 2] > 1.6)
        near = np.clip((p.z + outer - spot[here, 2]) / (2 * outer), 0.0, 1.0)[:, None]
        # Near ones are kept dark, for the words; what lies towards the light within is brightest.
        lit = hue[here] * np.asarray(1.0 - 0.55 * near**2, np.float32)
        n = int(here.sum())
        out.append(
            Instances(
                key=f"wreath/{moment.seed % 4093}/{inner:.2f}/{outer:.2f}/"
                + f"{p.x:.2f}/{p.z:.2f}/{tall:.2f}/{count}/{before}",
                shape=meadow_flowers(),
                at=spot[here],
                size=np.asarray(tall * size[here], np.float32),
                tint=np.asarray(0.9 * lit, np.float32),
                glow=np.asarray(0.24 * lit, np.float32),
                phase=dice(moment.seed, 13, n),
                born=late[here],
                frame=frame[here],
                grown=1.25 * grown,
                sway=0.02,
                t=moment.t % 3600.0,
                shine=(shine, shine, shine),
                opacity=show,
                rim=0.35,
                depth=p.z - (0.8 * outer if before else -0.8 * outer),
            )
        )
    return tuple(out)
