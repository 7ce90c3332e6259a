"""A balcony of midnight glass."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.balustrade import BALUSTER, FLOOR, HEIGHT, arc
from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Form, Ribbons, Sprites
from dreamplayer.drawing.props import around, heeded
from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment

MIDNIGHT = (0.42, 0.46, 0.92)


@element("near", 1.1, family="built", answers=("twist", "swirl", "wrap", "rise", "grow", "shrink"), several=1)
def balcony(moment: Moment) -> tuple[Form, ...]:
    """A curved balustrade of midnight glass around where one stands; the night beyond shines through its balusters."""
    size = moment.place.size
    radius, z0, open_ = 4.4 * moment.place.spread, 1.55, 1.62
    n = 37
    # Seen by an eye far above the ground, it is up there too, unless the stage says otherwise.
    eye = moment.stage.camera.eye
    floor = moment.place.y if moment.place.y > 0.0 or eye < 3.0 else eye - 1.6
    foot = arc(n, radius, z0, moment.place.x, open_)
    foot[:, 1] = floor
    u = np.linspace(0, 1, n)
    # It forms from its middle outwards.
    show = smooth(moment.presence * 1.7 - 0.7 * np.abs(u * 2 - 1), 0.0, 1.0).astype(np.float32)
    cool = np.asarray(moment.tint or MIDNIGHT, np.float32)
    warm = np.asarray(moment.palette.key, np.float32)
    heed = 1 + 0.35 * heeded(moment, "twist", "swirl", "wrap", "rise", "grow") - 0.3 * heeded(moment, "shrink")
    run = heed * (0.60 + 0.40 * np.exp(-(((np.mod(u - 0.021 * moment.t, 1.0) - 0.5) / 0.10) ** 2)))
    edge = (0.80 * cool + 0.16 * warm)[None, :] * (0.62 * run * (1 - 0.3 * moment.calm))[:, None]
    HEIGHT * size
    forms: list[Form] = []
    near = foot[:, 2]
    for low, high in ((4.0, 99.0), (2.6, 4.0), (0.9, 2.6)):
        pick = (near >= low) & (near < high)
        if pick.any():
            forms.append(
                Sprites(
                    BALUSTER.shape,
                    foot[pick],
                    np.float32(BALUSTER.tall * size),
                    glow=edge[pick].astype(np.float32),
                    opacity=show[pick],
                    width=1.5,
                    lit=1.0,
                    rim=0.9,
                )
            )
    m = 150
    fine = arc(m, radius, z0, moment.place.x, open_)
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
    forms += [
        Ribbons(
            rail(1.045), 0.060 * size, dark, profile="body", opacity=seen, glow=rgb(cool * np.float32(0.012)), depth=3.0
        ),
        Ribbons(rail(0.03), 0.055 * size, dark, profile="body", opacity=seen, depth=5.2),
    ]
    lines = np.concatenate([rail(1.105), rail(1.075, 0.05), rail(0.995), rail(0.085), rail(0.004, -0.10)])
    strength = np.array([0.55, 0.20, 0.30, 0.26, 0.14], np.float32)[:, None, None]
    shine = (0.55 * cool + 0.38 * warm)[None, None, :] * (glint[None, :, None] * strength)
    forms.append(
        Ribbons(
            lines.astype(np.float32), 0.006 * size, shine.astype(np.float32), opacity=np.repeat(seen, 5, 0), depth=2.9
        )
    )
    forms.append(
        Sprites(
            FLOOR.shape,
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
        2.6,
        (0.5 * cool + 0.5 * warm) * np.float32(0.7 * moment.presence),
        60,
    )
    return (*forms, spark)
