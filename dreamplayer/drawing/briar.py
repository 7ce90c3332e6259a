"""Briars wound about a tall frame: twisted stems, short thorns, a few small leaves of light."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.mirror import FOOT, HALF, SPRING
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import bell, dice
from dreamplayer.model.moment import Moment

STEMS = 7


def briar(moment: Moment, where: tuple[float, float, float], scale: float, yaw: float) -> list[Form]:
    """Stems around an arched pane that stands at `where`, turned by `yaw`; they grow in with presence."""
    m = 150
    u = np.linspace(0, 1, m)
    half, spring = HALF + 0.065, SPRING
    straight = spring - FOOT + 0.07
    round_ = np.pi * half
    total = 2 * straight + round_ + 2 * half
    s = u * total
    left = s < straight
    top = (s >= straight) & (s < straight + round_)
    right = (s >= straight + round_) & (s < 2 * straight + round_)
    a = np.pi - (s - straight) / half
    x = np.where(
        left, -half, np.where(top, half * np.cos(a), np.where(right, half, half - (s - 2 * straight - round_)))
    )
    y = np.where(
        left,
        FOOT - 0.07 + s,
        np.where(top, spring + half * np.sin(a), np.where(right, spring - (s - straight - round_), FOOT - 0.07)),
    )
    gx, gy = np.gradient(x), np.gradient(y)
    length = np.hypot(gx, gy) + 1e-9
    nx, ny = gy / length, -gx / length
    seed = moment.seed % 53
    k = np.arange(STEMS)[:, None]
    turn = 2 * np.pi * (7 + k % 3) * u[None] + 0.9 * k + 0.5 * np.sin(9 * u[None] + k)
    off = (0.045 + 0.018 * np.sin(23 * u[None] + 2 * k)) * np.cos(turn)
    deep = 0.05 * np.sin(turn)
    px, py = x + nx * off, y + ny * off
    c, sn = np.cos(yaw), np.sin(yaw)

    def world(lx: np.ndarray, ly: np.ndarray, lz: np.ndarray) -> np.ndarray:
        return np.stack(
            [
                where[0] + scale * (c * lx - sn * lz),
                where[1] + scale * ly,
                where[2] - 0.05 * scale + scale * (sn * lx + c * lz),
            ],
            -1,
        ).astype(np.float32)

    here = np.float32(smooth(moment.presence, 0.2, 1.0))
    grown = (1.05 * smooth(moment.presence * 1.4 - 0.4 * dice(seed, 1, STEMS), 0, 1))[:, None].astype(np.float32)
    warm = np.asarray(moment.palette.key, np.float32)
    bark = rgb(np.array([0.075, 0.055, 0.045], np.float32))
    stems = Ribbons(
        world(px, py, deep),
        (scale * (0.010 + 0.008 * dice(seed, 2, STEMS)))[:, None].astype(np.float32),
        bark,
        profile="body",
        opacity=here,
        grown=grown,
        glow=rgb(warm * np.float32(0.016)),
        depth=where[2] - 0.06,
    )
    n = 130
    row, col = (dice(seed, 3, n) * STEMS).astype(int), (dice(seed, 4, n) * (m - 2)).astype(int)
    q = np.linspace(0, 1, 5)[None]
    way = np.where(dice(seed, 5, n) < 0.75, 1.0, -0.6)[:, None]
    lean = (0.5 * bell(seed, 6, n))[:, None]
    reach = (0.05 + 0.04 * dice(seed, 7, n))[:, None]
    tx = px[row, col][:, None] + reach * q * (way * nx[col][:, None] - lean * ny[col][:, None])
    ty = py[row, col][:, None] + reach * q * (way * ny[col][:, None] + lean * nx[col][:, None])
    thorns = Ribbons(
        world(tx, ty, np.repeat(deep[row, col][:, None], 5, 1)),
        (0.011 * scale * (1 - q) + 0.001).astype(np.float32),
        bark,
        profile="body",
        opacity=here * np.float32(smooth(moment.presence, 0.6, 1.0)),
        glow=rgb(warm * np.float32(0.02)),
        depth=where[2] - 0.07,
    )
    shine = np.abs(np.sin(0.4 * moment.t + 6.28 * dice(seed, 8, n))) ** 5 * here
    tips = Dots(
        world(tx[:, -1], ty[:, -1], deep[row, col]),
        0.022 * scale,
        (warm[None] * (0.35 * shine)[:, None]).astype(np.float32),
    )
    return [stems, thorns, tips]
