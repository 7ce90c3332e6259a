"""A pane of clear glass, or of panes in many colours that are pieced together."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.breaking import breaking
from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import around, strewn
from dreamplayer.drawing.rosette import rosette
from dreamplayer.drawing.unbidden import unbidden
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import one
from dreamplayer.model.moment import Moment


@element("hero", 2.3, family="object", answers=("crack", "shatter", "mend"), several=4)
def glass(moment: Moment) -> tuple[Form, ...]:
    """A tall clear pane whose edges hold the light; it cracks from a touch, and its shards drift up as stardust.

    Notes: `breaks` seconds after which it shatters by itself; `stained` 1 makes it coloured panes that drift in from
    `from_x`, `from_z` and are pieced together.
    """
    if moment.param("stained", 0.0) > 0.0:
        p = moment.place
        source = (moment.param("from_x", p.x - 1.2), moment.param("from_z", p.z))
        joined = max(float(smooth(moment.t, 2.0, 17.0)), moment.event("mend"))
        return rosette(moment, (p.x, p.y, p.z), moment.size(1.0), source, joined=joined)
    moment = unbidden(unbidden(moment, "crack", "breaks", 4.0), "shatter", "breaks", 9.0)
    scale = moment.place.size
    whole = 1.0 - moment.event("mend")
    crack, shatter = moment.event("crack") * whole, float(smooth(moment.event("shatter"), 0.0, 1.0)) * whole
    forms: list[Form] = []
    n = int(min(max(moment.count, 1), 5))
    spot = strewn(moment, n, 1.5)
    tone = np.asarray(moment.tint or (0.62, 0.66, 0.95), np.float32)
    here = np.float32(smooth(moment.presence, 0.2, 1.0))
    m = 60
    u = np.linspace(0, 1, m)
    outline = _arch_line(u)
    for i in range(n):
        x, y, z = rgb(spot[i])
        yaw = moment.place.turn + 0.5 * (one(moment.seed, 40 + i) - 0.5) + 0.08 * np.sin(0.2 * moment.t + i)
        first = i == 0
        solid = 1.0 - (float(smooth(shatter, 0.0, 0.5)) if first else 0.0)
        c, s = np.cos(yaw), np.sin(yaw)
        lines = np.stack(
            [
                np.stack(
                    [
                        x + scale * (c * outline[:, 0] - s * d),
                        y + scale * outline[:, 1],
                        z + scale * (s * outline[:, 0] + c * d),
                    ],
                    -1,
                )
                for d in (0.0, 0.05)
            ]
        )
        # A glint wanders slowly along the edge.
        run = 0.30 + 0.9 * np.exp(-(((np.mod(u - 0.04 * moment.t + 0.3 * i, 1.0) - 0.5) / 0.10) ** 2))
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
                        np.linspace(x + scale * c * (-0.34 + g), x + scale * c * (0.10 + g), 12),
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
        forms.append(around(moment, (x, y + scale, z), 0.9 * scale, tone * np.float32(0.6) * here, 26, lane=10 * i))
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
