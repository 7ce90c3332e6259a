"""A curved balustrade of midnight glass around where one stands; the night beyond shines through its balusters."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Array, Form, Ribbons, Sprites
from dreamplayer.drawing.props import around, event_progress, painted_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting
from dreamplayer.model.moment import Moment

_HEIGHT = 1.02
"""Metres a baluster is tall."""
_PROFILE = (
    (0.00, 0.085),
    (0.05, 0.085),
    (0.06, 0.060),
    (0.10, 0.050),
    (0.13, 0.066),
    (0.15, 0.042),
    (0.22, 0.046),
    (0.34, 0.070),
    (0.46, 0.066),
    (0.62, 0.040),
    (0.74, 0.030),
    (0.78, 0.048),
    (0.81, 0.034),
    (0.88, 0.040),
    (0.93, 0.072),
    (1.02, 0.076),
)
"""A baluster as (height, half width), metres."""


def _baluster(c: Canvas) -> Painting:
    ys, rs = np.array([p[0] for p in _PROFILE]), np.array([p[1] for p in _PROFILE])
    half = np.interp(c.y, ys, rs).astype(np.float32)
    x = c.x / half
    inside = np.clip((1 - np.abs(x)) * half / c.step + 0.5, 0, 1) * (c.y > 0) * (c.y < _HEIGHT)
    edge = np.exp(-(1 - np.abs(x)).clip(0) * half / 0.0055)
    inner = np.exp(-((np.abs(x) - 0.62) ** 2) / 0.018)
    glint = np.exp(-(((x + 0.38) / 0.10) ** 2)) * (0.5 + 0.5 * fbm(c.x * 3, c.y * 7, seed=2))
    out = np.zeros((*c.x.shape, 8), np.float32)
    body = 0.030 + 0.035 * inner + 0.05 * glint
    out[..., :3] = body[..., None] * np.array([0.55, 0.62, 1.25])
    out[..., 3] = inside * (0.62 + 0.30 * np.abs(x) ** 2)
    out[..., 4] = np.clip(x, -1, 1) * 0.95
    slope = np.gradient(half, c.step, axis=0)
    out[..., 5] = np.clip(slope * 1.2, -0.6, 0.6)
    out[..., 6] = np.clip((1 - np.abs(x)).clip(0) * half, 0, 0.2)
    out[..., 7] = np.clip((0.50 * edge + 0.10 * glint + 0.06 * inner) * inside * (0.45 + 0.55 * c.y), 0, 1)
    return out


def _floor(c: Canvas) -> Painting:
    """A disc of dark glass with inlaid rings, seen from above."""
    r = np.hypot(c.x, c.y)
    a = np.clip(0.5 - (r - 1.0) / 0.008, 0, 1)
    rings = sum(
        np.exp(-(((r - k) / 0.0035) ** 2)) * w for k, w in ((0.985, 1.0), (0.955, 0.6), (0.72, 0.35), (0.45, 0.28))
    )
    vein = np.exp(-np.abs(fbm(c.x * 3, c.y * 3, seed=6) - 0.5) * 60) * 0.10
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., :3] = np.array([0.008, 0.008, 0.020])
    out[..., 3] = a * (0.50 - 0.16 * smooth(r, 0.2, 1.0))
    out[..., 6] = 0.3
    out[..., 7] = np.clip(np.asarray(rings) * 0.20 + vein * 0.3, 0, 1) * a
    return out


_ACROSS = 4.0
"""Metres from the eye at which the balustrade runs across the picture, behind those who stand on it."""
_BALUSTER = painted_prop("balustrade/baluster", (-0.11, -0.01, 0.11, 1.04), _baluster, rows=260)
_FLOOR = painted_prop("balustrade/floor", (-1.0, -1.0, 1.0, 1.0), _floor, rows=360)


def _arc(n: int, radius: float, z: float, x: float, open_: float) -> Array:
    """Points of the rail on the ground, (n, 3), from the near left around the far side to the near right."""
    turn = np.linspace(-open_, open_, n)
    return np.stack([x + radius * np.sin(turn), np.zeros(n), z + 0.78 * radius * np.cos(turn)], 1).astype(np.float32)


_MIDNIGHT = (0.42, 0.46, 0.92)
"""Linear colour of the light in the glass."""


@element("near", 1.1, handles=("twist", "swirl", "wrap", "rise", "grow", "shrink"))
def balcony(moment: Moment) -> tuple[Form, ...]:
    """A curved balustrade of midnight glass around where one stands; the night beyond shines through its balusters."""
    size = moment.place.size
    radius, z0, open_ = 4.4 * moment.place.spread, 1.55, 1.62
    n = 37
    # Seen by an eye far above the ground, it is up there too, unless the stage says otherwise.
    eye = moment.stage.camera.eye
    floor = moment.place.y if moment.place.y > 0.0 or eye < 3.0 else eye - 1.6
    foot = _arc(n, radius, z0, moment.place.x, open_)
    foot[:, 1] = floor
    u = np.linspace(0, 1, n)
    # It forms from its middle outwards.
    show = smooth(moment.presence * 1.7 - 0.7 * np.abs(u * 2 - 1), 0.0, 1.0).astype(np.float32)
    cool = np.asarray(moment.tint or _MIDNIGHT, np.float32)
    warm = np.asarray(moment.palette.key, np.float32)
    heed = (
        1
        + 0.35 * event_progress(moment, "twist", "swirl", "wrap", "rise", "grow")
        - 0.3 * event_progress(moment, "shrink")
    )
    run = heed * (0.60 + 0.40 * np.exp(-(((np.mod(u - 0.021 * moment.t, 1.0) - 0.5) / 0.10) ** 2)))
    edge = (0.80 * cool + 0.16 * warm)[None, :] * (0.62 * run * (1 - 0.3 * moment.calm))[:, None]
    forms: list[Form] = []
    near = foot[:, 2]
    for low, high in ((_ACROSS, 99.0), (2.6, _ACROSS), (0.9, 2.6)):
        pick = (near >= low) & (near < high)
        if pick.any():
            forms.append(
                Sprites(
                    _BALUSTER.shape,
                    foot[pick],
                    np.float32(_BALUSTER.tall * size),
                    glow=edge[pick].astype(np.float32),
                    opacity=show[pick],
                    width=1.5,
                    lit=1.0,
                    rim=0.9,
                )
            )
    m = 150
    fine = _arc(m, radius, z0, moment.place.x, open_)
    fine[:, 1] = floor
    keep = fine[:, 2] > 0.85
    fine = fine[keep]
    v = np.linspace(0, 1, m)[keep]
    seen = np.interp(v, u, show).astype(np.float32)[None, :]
    glint = np.interp(v, u, run)
    up = np.array([0, 1, 0], np.float32)

    def rail(height: float, inward: float = 0.0) -> np.ndarray:
        middle = np.array([moment.place.x, floor, z0], np.float32)
        return ((fine - middle) * (1 - inward / radius) + middle + up * np.float32(height * size))[None]

    dark = rgb(cool * np.float32(0.035))
    across = (fine[:, 2] >= _ACROSS).astype(np.float32)[None, :]
    # What lies across is behind those who stand there, what comes near at the sides is before them.
    sides = ((seen * across, 5.3), (seen * (1.0 - across), 3.0))
    for part, depth in sides:
        forms.append(
            Ribbons(
                rail(1.045), 0.060 * size, dark, profile="body", opacity=part, glow=rgb(cool * np.float32(0.012)),
                depth=depth,
            )
        )  # fmt: skip
    forms.append(Ribbons(rail(0.03), 0.055 * size, dark, profile="body", opacity=seen, depth=5.4))
    lines = np.concatenate([rail(1.105), rail(1.075, 0.05), rail(0.995), rail(0.085), rail(0.004, -0.10)])
    strength = np.array([0.55, 0.20, 0.30, 0.26, 0.14], np.float32)[:, None, None]
    shine = (0.55 * cool + 0.38 * warm)[None, None, :] * (glint[None, :, None] * strength)
    for part, depth in sides:
        forms.append(
            Ribbons(
                lines.astype(np.float32), 0.006 * size, shine.astype(np.float32), opacity=np.repeat(part, 5, 0),
                depth=depth - 0.1,
            )
        )  # fmt: skip
    forms.append(
        Sprites(
            _FLOOR.shape,
            np.array([[moment.place.x, floor + 0.004, z0]], np.float32),
            np.float32(1.56 * radius),
            glow=rgb(0.5 * cool + 0.2 * warm),
            lit=0.0,
            lie=1.0,
            width=1.0 / 0.78,
            reflect=False,
            depth=6.5,
            opacity=np.float32(smooth(moment.presence, 0.0, 0.9)),
        )
    )
    spark = around(
        moment,
        (moment.place.x, floor + 1.1 * size, z0 + 0.6 * radius),
        reach=2.6,
        colour=(0.5 * cool + 0.5 * warm) * np.float32(0.7 * moment.presence),
        n=60,
    )
    return (*forms, spark)
