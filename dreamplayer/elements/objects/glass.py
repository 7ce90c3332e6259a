"""A tall clear pane whose edges hold the light; it cracks from a touch, and its shards drift up as stardust."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.motion.breaking import breaking
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites, f32
from dreamplayer.drawing.props import around, scattered_positions
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import blob, canvas
from dreamplayer.kit.shapes import Painting, frames
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_MOTE_PHASE, _MOTE_X, _MOTE_Y, _MOTE_Z = 1, 2, 3, 4
"""Random lanes of the motes in the coloured light."""
_TURN = 40
"""Random lane of how far each window is turned; its number is added."""
_LANES_EACH = 10
"""Lanes of motes left to each window."""

_JEWELS = f32([
    (0.85, 0.10, 0.055), (0.95, 0.42, 0.060), (0.95, 0.66, 0.18), (0.10, 0.34, 0.30), (0.10, 0.17, 0.52),
    (0.34, 0.10, 0.42), (0.70, 0.14, 0.24),
])  # fmt: skip
_RINGS = ((1, 0.0, 0.26, 2), (8, 0.235, 0.26, 0), (8, 0.33, 0.19, 1), (16, 0.455, 0.21, 0), (16, 0.545, 0.13, 1))
"""Of each ring: panes, its radius, the size of a pane (shares of the whole), and the frame it uses."""


def _pane(outline: list[tuple[float, float]], seed: int) -> Painting:
    c = canvas(-0.55, -0.55, 0.55, 0.55, 96)
    d = blob(c, np.asarray(outline))
    lead = np.exp(-(((d + 0.035) / 0.030) ** 2)) + (d > -0.02)
    streak = 0.55 + 0.75 * fbm(c.x * 3.0 + seed, c.y * 9.0, seed, octaves=4)
    out = np.zeros((*c.x.shape, 8), np.float32)
    out[..., 3] = np.clip(0.5 - d / c.step, 0, 1)
    out[..., :3] = 0.05
    out[..., 6] = np.clip(-d, 0, 1)
    out[..., 7] = np.clip(streak * np.clip(1.0 - lead, 0, 1) * np.clip(-d / 0.12, 0.25, 1.0), 0, 1) * out[..., 3]
    return out


def _round(n: int = 28) -> list[tuple[float, float]]:
    return [(0.48 * np.cos(a), 0.48 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, n, endpoint=False)]


_PANES = on(
    canvas(-0.55, -0.55, 0.55, 0.55, 8),
    "rosette/panes",
    lambda: frames([
        _pane([(0.0, -0.50), (0.30, 0.14), (0.17, 0.42), (0.0, 0.50), (-0.17, 0.42), (-0.30, 0.14)], 3),
        _pane([(0.0, -0.50), (0.42, 0.05), (0.0, 0.50), (-0.42, 0.05)], 8),
        _pane(_round(), 13),
    ]),
)  # fmt: skip


def _rosette(
    moment: Moment, middle: tuple[float, float, float], size: float, source: tuple[float, float], *, joined: float
) -> tuple[Form, ...]:
    """A rose window `size` metres across; `joined` 0 its panes drift about `source` (x, z), low .. 1 whole."""
    count, radius, wide, frame = (np.concatenate(parts) for parts in zip(
        *[(np.arange(n) / n, np.full(n, r), np.full(n, w), np.full(n, float(k))) for n, r, w, k in _RINGS], strict=True
    ))  # fmt: skip
    n = len(count)
    ring = np.concatenate([np.full(m, float(i)) for i, (m, *_) in enumerate(_RINGS)])
    angle = 2 * np.pi * (count + np.where(np.mod(ring, 2) == 0, 0.0, 0.5 / np.where(ring < 3, 8, 16))) + 0.02 * moment.t
    own = uniform(moment.seed, _MOTE_PHASE, n)
    # Those of the middle are seated first.
    seated = smooth(joined * 1.9 - 0.55 * ring / 4.0 - 0.35 * own, 0.0, 1.0)
    seat = np.stack([radius * np.cos(angle), radius * np.sin(angle), np.zeros_like(angle)], 1) * size
    home = f32(middle) + seat
    far = np.stack(
        [
            source[0] + 1.3 * normal(moment.seed, _MOTE_X, n) + 0.10 * np.sin(0.4 * moment.t + 6 * own),
            0.18 + 0.75 * uniform(moment.seed, _MOTE_Y, n) + 0.06 * np.sin(0.5 * moment.t + 9 * own),
            source[1] + 0.9 * normal(moment.seed, _MOTE_Z, n),
        ],
        1,
    )
    arc = np.sin(np.pi * seated)[:, None] * np.array([0.0, 0.35, 0.0])
    where = far + (home - far) * seated[:, None] + arc
    show = float(smooth(moment.presence, 0.0, 1.0))
    here = show * smooth(moment.t - 3.5 * own, 0.0, 2.5)
    turn = (angle - np.pi / 2) * seated + (1 - seated) * (6.28 * own + 0.3 * np.sin(0.5 * moment.t + 7 * own))
    hue = _JEWELS[np.mod(np.floor(ring * 2 + np.arange(n) % 2 * (1 + ring)), len(_JEWELS)).astype(np.int64)]
    breath = (0.85 + 0.15 * np.sin(0.8 * moment.t - 2.0 * ring))[:, None]
    beat = 0.75 + 0.25 * float(seated.mean())
    panes = Sprites(
        _PANES, np.asarray(where, np.float32), (size * wide * (0.75 + 0.25 * seated)).astype(np.float32),
        glow=(hue * np.float32(0.62 * beat) * breath).astype(np.float32), opacity=np.asarray(here, np.float32),
        lit=0.15, rim=0.4, turn=np.asarray(turn, np.float32), frame=np.asarray(frame, np.float32),
        width=(1.0 - (1 - seated) * 0.6 * np.abs(np.sin(0.4 * moment.t + 5 * own))).astype(np.float32), depth=middle[2],
    )  # fmt: skip
    warm = f32([1.0, 0.52, 0.24])
    share = float(seated.mean()) * show
    return (
        halo((middle[0], middle[1], middle[2] + 0.03), 2.6 * size, warm * np.float32(0.10 * share)),
        panes,
        Light((middle[0], middle[1], middle[2] - 0.15), rgb(warm * np.float32(0.5 * share)), 1.8 * size, haze=0.4),
    )


@element("hero", 2.3, handles=("crack", "shatter", "mend"))
def glass(moment: Moment) -> tuple[Form, ...]:
    """A tall clear pane whose edges hold the light; it cracks from a touch, and its shards drift up as stardust.

    Notes: `stained` 1 makes it coloured panes that drift in from `from_x`, `from_z` and are pieced together.
    """
    if moment.param("stained", 0.0) > 0.0:
        p = moment.place
        source = (moment.param("from_x", p.x - 1.2), moment.param("from_z", p.z))
        joined = max(float(smooth(moment.t, 2.0, 17.0)), moment.event("mend"))
        return _rosette(moment, (p.x, p.y, p.z), moment.size(1.0), source, joined=joined)
    scale = moment.place.size
    whole = 1.0 - moment.event("mend")
    crack, shatter = moment.event("crack") * whole, float(smooth(moment.event("shatter"), 0.0, 1.0)) * whole
    forms: list[Form] = []
    n = int(min(max(moment.count, 1), 5))
    spot = scattered_positions(moment, n, 1.5)
    tone = np.asarray(moment.tint or (0.62, 0.66, 0.95), np.float32)
    here = np.float32(smooth(moment.presence, 0.2, 1.0))
    points = 60
    along = np.linspace(0, 1, points)
    outline = _arch_line(along)
    for i in range(n):
        x, y, z = rgb(spot[i])
        yaw = moment.place.turn + 0.5 * (uniform_one(moment.seed, _TURN + i) - 0.5) + 0.08 * np.sin(0.2 * moment.t + i)
        first = i == 0
        solid = 1.0 - (float(smooth(shatter, 0.0, 0.5)) if first else 0.0)
        cos, sin = np.cos(yaw), np.sin(yaw)
        lines = np.stack(
            [
                np.stack(
                    [
                        x + scale * (cos * outline[:, 0] - sin * d),
                        y + scale * outline[:, 1],
                        z + scale * (sin * outline[:, 0] + cos * d),
                    ],
                    -1,
                )
                for d in (0.0, 0.05)
            ]
        )
        # A glint wanders slowly along the edge.
        run = 0.30 + 0.9 * np.exp(-(((np.mod(along - 0.04 * moment.t + 0.3 * i, 1.0) - 0.5) / 0.10) ** 2))
        shine = np.stack([run, 0.5 * run])[..., None] * tone[None, None, :]
        warm = np.array([1.0, 0.5, 0.2], np.float32) * (0.25 * np.exp(-((outline[:, 1] / 0.5) ** 2)))[None, :, None]
        forms.append(
            Ribbons(
                lines.astype(np.float32),
                0.012 * scale,
                (0.55 * shine + warm).astype(np.float32),
                opacity=np.float32(0.9 * solid) * here,
                grown=smooth(moment.presence, 0.1, 1.0),
            )
        )
        gleams = np.stack(
            [
                np.stack(
                    [
                        np.linspace(x + scale * cos * (-0.34 + g), x + scale * cos * (0.10 + g), 12),
                        y + scale * np.linspace(0.5, 1.75, 12),
                        np.full(12, z - 0.02),
                    ],
                    -1,
                )
                for g in (0.0, 0.16)
            ]
        )
        forms.append(
            Ribbons(
                gleams.astype(np.float32),
                np.array([[0.10], [0.035]], np.float32) * np.float32(scale),
                rgb(tone * 0.10),
                profile="veil",
                opacity=np.float32(0.55 * solid) * here,
            )
        )
        if first:
            forms += breaking(
                moment, (x, y, z), scale, float(yaw), crack, shatter, moment.ages.get("shatter", 0.0), clear=True
            )
        forms.append(
            around(moment, (x, y + scale, z), 0.9 * scale, tone * np.float32(0.6) * here, n=26, lane=_LANES_EACH * i)
        )
    x, y, z = rgb(spot[0])
    forms.append(
        Dots(
            np.array([[x, y + scale, z + 0.05]], np.float32),
            4.2 * scale,
            tone * np.float32(0.035) * here,
            depth=z + 0.3,
            reflect=False,
        )
    )
    return tuple(forms)


def _arch_line(u: np.ndarray) -> np.ndarray:
    """A closed arched outline, (m, 2) metres."""
    corner = [(-0.5, 0.04), (0.5, 0.04), (0.5, 1.62)]
    top = [(0.5 * np.cos(a), 1.62 + 0.5 * np.sin(a)) for a in np.linspace(0, np.pi, 22)[1:]]
    points = np.asarray([*corner, *top, (-0.5, 0.04)])
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    return np.stack([np.interp(u * along[-1], along, points[:, 0]), np.interp(u * along[-1], along, points[:, 1])], 1)
