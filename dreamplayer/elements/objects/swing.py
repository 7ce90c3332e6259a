"""A swing on two long ropes from a leafy bough, moving a little as if someone had just left it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.timber import timber
from dreamplayer.drawing.mesh import Face, ViewAngle, box
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.plants.leaf import LEAF
from dreamplayer.drawing.primitives import Dots, Form, Ribbons, Sprites
from dreamplayer.drawing.props import AMBER, Look, around, mesh_prop, place_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_LANES_EACH = 10
"""Lanes of motes left to each swing."""
_TWIG_SLOPE = 60
"""Random lane of the slope of a twig; its number is added."""
_LEAF_TWIG, _LEAF_ALONG, _LEAF_SPREAD, _LEAF_SIZE = 71, 72, 73, 76
_LEAF_TONE, _LEAF_TURN, _LEAF_SWAY_PHASE, _LEAF_FRAME = 77, 78, 79, 80
"""Random lanes of the leaves; those of the spread are three, one an axis."""


def _swing_seat() -> list[Face]:
    """The board of a swing."""
    return box((-0.34, 0.0, -0.12), (0.34, 0.05, 0.12), timber((0.24, 0.14, 0.07), edge=0.35))


_SEAT = mesh_prop("find/seat", (-0.45, -0.08, 0.45, 0.16), _swing_seat, ViewAngle(yaw=0.15, eye=0.5, away=3.0), rows=90)


@element("air", 2.6, handles=("drift",))
def swing(moment: Moment) -> tuple[Form, ...]:
    """A swing on two long ropes from a leafy bough, moving a little as if someone had just left it."""
    n = int(min(max(moment.count, 1), 3))
    forms: list[Form] = []
    here = float(smooth(moment.presence, 0.1, 1.0))
    warm = np.asarray(moment.tint or AMBER, np.float32)
    scale = moment.place.size * 1.25
    for i in range(n):
        x0 = moment.place.x + (0.0, 1.5, -1.6)[i] * scale * moment.place.spread
        z = moment.place.z + (0.0, 0.9, 1.4)[i] * scale
        phase = (0.16 + 0.14 * moment.event("drift")) * np.sin(1.15 * moment.t / np.sqrt(max(scale, 0.5)) + i)
        long = 2.5 * scale
        top = moment.place.y + 0.35 * scale + long
        x, y, swing_z = x0 + 0.25 * long * np.sin(phase) * 0.35, top - long * np.cos(phase), 0.35 * long * np.sin(phase)
        seat = moment.replace(
            place=replace(moment.place, x=x, y=y, z=max(z + swing_z, 1.0), size=scale * 1.15), count=1
        )
        forms += place_prop(
            seat,
            _SEAT,
            Look(glow=0.75, back=0.0, mirror=False, pool=0.0, sparks=0),
            n=1,
            turn=0.06 * np.sin(1.15 * moment.t),
        )
        points = 40
        along = np.linspace(0, 1, points)
        ropes = np.stack(
            [
                np.stack(
                    [
                        x + side * 0.36 * scale + (x0 - x) * along,
                        y + 0.03 * scale + (top - y) * along,
                        z + swing_z * (1 - along),
                    ],
                    -1,
                )
                for side in (-1.0, 1.0)
            ]
        )
        leaf = np.stack(
            [ropes[0] + 0.03 * scale * np.stack([np.cos(40 * along), np.zeros_like(along), np.sin(40 * along)], -1)]
        )
        light = (0.25 + 0.75 * np.exp(-along * 5))[None, :, None] * warm[None, None, :]
        forms += [
            Ribbons(
                ropes.astype(np.float32),
                0.015 * scale,
                (0.24, 0.15, 0.08),
                profile="body",
                opacity=here,
                glow=rgb(warm * np.float32(0.05)),
            ),
            Ribbons(ropes.astype(np.float32), 0.006 * scale, (0.22 * light).astype(np.float32), opacity=here),
            Ribbons(
                leaf.astype(np.float32),
                0.010 * scale,
                (0.05, 0.08, 0.03),
                profile="body",
                opacity=here,
                glow=(0.012, 0.016, 0.006),
            ),
            Dots(
                np.array([[x, y + 0.5 * scale, z + swing_z + 0.2]], np.float32),
                3.2 * scale,
                warm * np.float32(0.035 * here),
                reflect=False,
            ),
            around(
                moment, (x, y + 0.5 * scale, z), 0.9 * scale, warm * np.float32(0.8 * here), n=50, lane=_LANES_EACH * i
            ),
            Light((x, y + 0.9 * scale, z - 0.2), rgb(warm * np.float32(0.35 * here)), 1.8 * scale, haze=0.4),
        ]
    return (*_bough(moment, scale, n, here), *forms)


def _bough(moment: Moment, s: float, n: int, here: float) -> tuple[Form, ...]:
    """The branch it hangs from: it comes in from one side, twigs and leaves along it."""
    points, twig_count = 40, 9
    along = np.linspace(0.0, 1.0, points)
    side = 1.0 if moment.place.x >= 0 else -1.0
    reach, top = (2.6 + 1.2 * (n - 1)) * s, moment.place.y + 2.86 * s
    x = moment.place.x + side * reach * (1.0 - 1.75 * along)
    y = top + 0.16 * s * np.sin(2.6 * along + 0.4) + 0.05 * s * np.sin(9.0 * along)
    z = moment.place.z + 0.02 + 0.35 * s * (n > 1) * (1.0 + 0 * along)
    main = np.stack([x, y, z], -1)
    twigs, wide = [main], [0.085 * s * (1.08 - along) ** 0.8]
    for i in range(twig_count):
        start = int((0.18 + 0.78 * i / twig_count) * (points - 1))
        slope = (1.0 if i % 2 else -0.55) * (0.30 + 0.25 * uniform_one(moment.seed, _TWIG_SLOPE + i)) * s
        twigs.append(main[start] + np.stack([-side * 0.55 * s * along, slope * along**0.8, 0.1 * s * along], -1))
        wide.append(0.022 * s * (1.05 - along))
    wood = Ribbons(
        np.stack(twigs).astype(np.float32), np.stack(wide).astype(np.float32), (0.10, 0.068, 0.045), profile="body",
        opacity=here, glow=(0.016, 0.009, 0.004), grown=np.float32(here),
    )  # fmt: skip
    leaf_count = 150
    leaf_twig = 1 + (uniform(moment.seed, _LEAF_TWIG, leaf_count) * twig_count).astype(int)
    leaf_point = ((0.25 + 0.75 * uniform(moment.seed, _LEAF_ALONG, leaf_count)) * (points - 1)).astype(int)
    spot = np.stack(twigs)[leaf_twig, leaf_point] + 0.09 * s * np.stack(
        [normal(moment.seed, _LEAF_SPREAD + i, leaf_count) for i in range(3)], 1
    )
    leaves = Sprites(
        LEAF,
        spot.astype(np.float32),
        (0.17 * s * (0.6 + 0.8 * uniform(moment.seed, _LEAF_SIZE, leaf_count))).astype(np.float32),
        tint=(np.array([[0.15, 0.20, 0.07]]) * (0.5 + uniform(moment.seed, _LEAF_TONE, leaf_count))[:, None]).astype(
            np.float32
        ),
        glow=(0.018, 0.020, 0.006),
        opacity=np.float32(here),
        turn=(
            6.28 * uniform(moment.seed, _LEAF_TURN, leaf_count)
            + 0.1 * np.sin(0.6 * moment.t + 6 * uniform(moment.seed, _LEAF_SWAY_PHASE, leaf_count))
        ).astype(np.float32),
        frame=np.floor(uniform(moment.seed, _LEAF_FRAME, leaf_count) * 3).astype(np.float32),
    )
    return (wood, leaves)
