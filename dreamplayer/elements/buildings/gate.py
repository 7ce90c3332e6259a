"""A tall iron gate between lantern-topped piers; its two leaves swing inward."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, ViewAngle, box, rod, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import AMBER, Look, mesh_prop, place_prop, sdf_prop
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.sdf import Canvas, chain, join
from dreamplayer.kit.sdf import blob as filled
from dreamplayer.kit.shapes import Layer
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _gate_leaf(c: Canvas) -> list[Layer]:
    """One leaf of a tall iron gate, hinged at the right edge: bars, scrolls, spear heads."""
    iron = (0.045, 0.040, 0.045)
    top = 2.05 + 0.45 * np.clip(-c.x / 1.15, 0, 1) ** 1.6
    bars = np.maximum(np.abs(np.mod(c.x / 0.192 + 0.5, 1.0) - 0.5) * 0.192 - 0.013, np.maximum(c.y - top, 0.06 - c.y))
    bars = np.maximum(bars, np.maximum(c.x - 0.02, -1.16 - c.x))
    rails = np.minimum.reduce(
        [np.maximum(np.abs(c.y - y) - 0.020, np.maximum(c.x, -1.15 - c.x)) for y in (0.12, 0.82, 1.86)]
    )
    arc_line = chain(
        c,
        [(float(x), float(2.07 + 0.45 * np.clip(-x / 1.15, 0, 1) ** 1.6), 0.018) for x in np.linspace(0, -1.15, 16)],
        0,
    )
    tips = [
        filled(c, np.array([(x - 0.030, y), (x, y + 0.15), (x + 0.030, y), (x, y - 0.035)]), 0.05)
        for x in np.arange(-1.152, 0.01, 0.192)
        for y in (2.13 + 0.45 * float(np.clip(-x / 1.15, 0, 1)) ** 1.6,)
    ]
    curls = []
    for x in (-0.96, -0.576, -0.192):
        for side in (-1.0, 1.0):
            along = np.linspace(0, 1, 22)
            radius = 0.15 * (1 - 0.72 * along)
            angle = side * (6.8 * along) + np.pi / 2
            curls.append(
                chain(
                    c,
                    [
                        (float(x + side * 0.085 + p * np.cos(q) * 0.62), float(1.34 + p * np.sin(q) * 1.2), 0.011)
                        for p, q in zip(radius, angle, strict=True)
                    ],
                    0,
                )
            )
    return [
        Layer(join(bars, rails, arc_line, soft=0.004), iron, round=0.015),
        Layer(np.minimum.reduce(curls), iron, round=0.011),
        Layer(np.minimum.reduce(tips), iron, round=0.02, glow=0.10),
    ]


def _pier() -> list[Face]:
    """A gate pier with a lantern on its cap."""
    stone = masonry((0.15, 0.135, 0.13), edge=0.12, course=0.30, seed=7, lamp=(0, 2.75, -0.2, 0.45))
    faces = (
        box((-0.32, 0, -0.32), (0.32, 2.2, 0.32), stone)
        + box((-0.40, 2.2, -0.40), (0.40, 2.34, 0.40), stone)
        + box((-0.38, 0, -0.38), (0.38, 0.25, 0.38), stone)
    )
    iron = stuff((0.05, 0.045, 0.05), edge=0.3, wide=0.015)
    faces += turned([(0.12, 2.46), (0.19, 2.86)], stuff((0.4, 0.3, 0.2), edge=0, glow=0.95), facets=6)
    faces += turned([(0.06, 2.34), (0.05, 2.42), (0.14, 2.46)], iron, facets=12) + turned(
        [(0.24, 2.86), (0.10, 3.04), (0.02, 3.14)], iron, facets=6
    )
    for k in range(6):
        a = k * np.pi / 3
        c, s = float(np.cos(a)), float(np.sin(a))
        faces += rod((0.125 * c, 2.46, 0.125 * s), (0.195 * c, 2.86, 0.195 * s), radius=0.012, material=iron, facets=4)
    return faces


_LEAF = sdf_prop("iron/leaf", (-1.24, -0.02, 0.08, 2.80), _gate_leaf, edge=0.42, rows=340)
_PIER = mesh_prop("iron/pier", (-0.60, -0.1, 0.60, 3.3), _pier, ViewAngle(yaw=0.0, eye=1.6, away=9.0), rows=260)


@element("hero", 3.0, handles=("open", "close"))
def gate(moment: Moment) -> tuple[Form, ...]:
    """A tall iron gate between lantern-topped piers; its two leaves swing inward."""
    s = moment.place.size
    x, y, z = moment.place.x, moment.place.y, moment.place.z
    opened = float(smooth(moment.event("open"), 0, 1)) * (1 - float(smooth(moment.event("close"), 0, 1)))
    swing = 0.10 * (1 - moment.event("close")) + 1.15 * opened
    warm = np.asarray(moment.tint or AMBER, np.float32)
    here = float(smooth(moment.presence, 0.2, 1.0)) * (1 - 0.3 * moment.calm)
    half = 1.42 * s
    forms: list[Form] = [
        Dots(
            np.array([[x, y + 1.3 * s, z + 1.2]], np.float32),
            6.0 * s,
            warm * np.float32((0.030 + 0.05 * opened) * here),
            reflect=False,
            depth=z + 1.3,
        ),
        *place_prop(
            moment,
            _PIER,
            Look(glow=0.95, back=0.03, mirror=False, even=True),
            where=np.array([[x - half, y, z], [x + half, y, z]], np.float32),
        ),
    ]
    for side in (-1.0, 1.0):
        # The leaf is painted to the left of its hinge; its frame's middle lies at x = -.58.
        yaw = -side * swing
        c, sn = np.cos(yaw), np.sin(yaw)
        hinge = x + side * (half - 0.36 * s)
        lx = -side * 0.58 * s
        spot = np.array([[hinge + c * lx, y, z + sn * lx]], np.float32)
        forms.append(
            Sprites(
                _LEAF.shape,
                spot,
                np.float32(_LEAF.tall * s),
                glow=rgb(warm * np.float32(0.55)),
                opacity=np.float32(here),
                lit=1.0,
                rim=0.9,
                yaw=np.float32(yaw),
                width=np.float32(side),
                depth=z + 0.02,
            )
        )
    forms += [
        Light((x - half, y + 2.6 * s, z), rgb(warm * np.float32(0.45 * here)), 2.6 * s, haze=0.5),
        Light((x + half, y + 2.6 * s, z), rgb(warm * np.float32(0.45 * here)), 2.6 * s, haze=0.5),
    ]
    return tuple(forms)
