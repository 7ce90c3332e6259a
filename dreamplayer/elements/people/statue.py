"""A robed statue on its plinth, pale stone, hands folded, face at peace."""

from __future__ import annotations

from functools import cache

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.painted import on
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.body import hand, limb
from dreamplayer.drawing.people.dressed import gown_back
from dreamplayer.drawing.people.figure import PaintedPose
from dreamplayer.drawing.people.standing import contact
from dreamplayer.drawing.primitives import Array, Form, Sprites
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.outline import mirrored, spline
from dreamplayer.kit.sdf import blob, canvas, disc, join
from dreamplayer.kit.shapes import Layer, frames, over, paint
from dreamplayer.model.moment import Moment

_SIZE = 61
"""Lane of chance of how large each of several is."""


@cache
def _statue_pose() -> PaintedPose:
    """A robed statue on a plinth; frames 1 and 2 show fine glowing cracks."""
    base = 0.34
    box = (-0.30, -0.04, 0.30, 1.36)

    def painted() -> Array:
        c = canvas(*box, 320)
        above_plinth = canvas(box[0], box[1] - base, box[2], box[3] - base, 320)
        plinth = [
            Layer(
                blob(c, spline([(-0.20, 0.0)] * 2 + [(0.20, 0.0)] * 2 + [(0.20, 0.055)] * 2 + [(-0.20, 0.055)] * 2, 2)),
                round=0.012,
            ),
            Layer(
                blob(
                    c,
                    spline([(-0.165, 0.05)] * 2 + [(0.165, 0.05)] * 2 + [(0.155, 0.29)] * 2 + [(-0.155, 0.29)] * 2, 2),
                ),
                round=0.012,
            ),
            Layer(
                blob(
                    c,
                    spline(
                        [(-0.195, 0.285)] * 2 + [(0.195, 0.285)] * 2 + [(0.195, 0.338)] * 2 + [(-0.195, 0.338)] * 2, 2
                    ),
                ),
                round=0.012,
            ),
        ]
        robe = gown_back(above_plinth, 0.0, 0.98, arms=False)[:-1]
        arms = [
            limb(above_plinth, [(-0.078, 0.785, 0.030), (-0.112, 0.640, 0.030), (-0.010, 0.600, 0.020)]),
            limb(above_plinth, [(0.078, 0.785, 0.030), (0.112, 0.640, 0.030), (0.010, 0.612, 0.020)]),
            hand(above_plinth, (-0.014, 0.600), 0.15, 0.058),
            hand(above_plinth, (0.014, 0.612), 2.95, 0.058),
        ]
        hood = spline(
            mirrored([(0.0, 0.992), (0.040, 0.980), (0.066, 0.935), (0.071, 0.880), (0.080, 0.840), (0.104, 0.795),
                      (0.100, 0.735), (0.060, 0.720), (0.0, 0.735)]), 6,
        )  # fmt: skip
        face = join(disc(above_plinth, (0.0, 0.912), 0.043), disc(above_plinth, (0.0, 0.880), 0.032), soft=0.03)
        person = [*robe, *arms, Layer(blob(above_plinth, hood), round=0.03), Layer(face, round=0.03)]
        pale = [Layer(p.distance, (1.0, 0.97, 0.93), p.glow, p.alpha, p.round, p.relief, p.soft) for p in (*person,)]
        image = over(paint(c, plinth, 0.5), paint(above_plinth, pale, 0.6))
        grain = 0.80 + 0.35 * fbm(c.x * 22, c.y * 22, 6, 4)
        image[..., :3] *= grain[..., None]
        seam = np.abs(fbm(c.x * 6.5 + 0.3 * fbm(c.x * 9, c.y * 9, 2, 3), c.y * 5.0, 12, 3) - 0.5)
        crack = np.exp(-seam * 130.0) * image[..., 3]
        out = []
        for much in (0.0, 0.5, 1.0):
            shown = image.copy()
            shown[..., :3] *= (1 - 0.8 * np.clip(crack * 2 * much, 0, 1))[..., None]
            shown[..., 7] = crack * much * np.clip(0.35 + much * 1.2 - np.hypot(c.x, c.y - 0.98) * 0.9, 0, 1)
            out.append(shown)
        return frames(out)

    c = canvas(*box, 8)
    return PaintedPose(on(c, "stately/statue", painted), c.height)


@element("prop", 2.3, handles=("crack",))
def statue(moment: Moment) -> tuple[Form, ...]:
    """A robed statue on its plinth, pale stone, hands folded, face at peace."""
    n = int(min(max(moment.count, 1), 6))
    pose = _statue_pose()
    size = pose.metres * moment.place.size * (np.ones(n) if n == 1 else 0.9 + 0.15 * uniform(moment.seed, _SIZE, n))
    k = np.arange(n)
    where = np.stack(
        [
            moment.place.x + 2.0 * (k - (n - 1) / 2) * moment.place.spread * moment.place.size,
            np.full(n, moment.place.y),
            np.maximum(moment.place.z + 0.5 * (k % 2), 2.0),
        ],
        1,
    ).astype(np.float32)
    stone = np.asarray(moment.tint or (0.17, 0.155, 0.15), np.float32)
    body = Sprites(
        pose.shape,
        where,
        size.astype(np.float32),
        tint=rgb(stone),
        glow=rgb(np.asarray(moment.palette.key, np.float32) * np.float32(0.75)),
        frame=smooth(moment.event("crack"), 0.0, 1.0) * 2.0 * 0.999,
        width=np.where(k % 2 == 0, 1.0, -1.0).astype(np.float32),
    )
    return (*contact(moment, where, 0.7 * moment.place.size, 0.7), *gathered(moment, body, count=900))
