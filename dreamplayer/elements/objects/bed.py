"""A bed with a patchwork quilt, turned down, a candle beside it."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.timber import timber
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, extruded, moved, turned
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, larger, mesh_prop, place_prop
from dreamplayer.elements.objects._shared.table_candle import candle
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _bed() -> list[Face]:
    """A bed turned down for the night: carved head, two pillows, a quilt, moonlight and a bedside candle on it."""
    wood = timber((0.14, 0.075, 0.042), edge=0.22)
    curve = [
        (-0.95, 0.0),
        (0.95, 0.0),
        (0.95, 0.95),
        (0.70, 1.08),
        (0.35, 1.13),
        (0.0, 1.28),
        (-0.35, 1.13),
        (-0.70, 1.08),
        (-0.95, 0.95),
    ]
    faces = extruded(curve, 1.0, 1.08, timber((0.14, 0.075, 0.042), edge=0.22, lamp=(1.3, 0.9, 0.8, 0.5)))
    foot = [(-0.95, 0.0), (0.95, 0.0), (0.95, 0.55), (0.0, 0.68), (-0.95, 0.55)]
    faces += extruded(foot, -1.10, -1.04, wood)
    for x in (-0.97, 0.97):
        faces += turned([(0.05, 0), (0.05, 0.70), (0.075, 0.76), (0.02, 0.84)], wood, (x, -1.07), facets=10)
        faces += turned([(0.05, 0), (0.05, 1.08), (0.075, 1.15), (0.02, 1.24)], wood, (x, 1.04), facets=10)

    def quilt(s: SurfacePoints) -> tuple[Map, Map]:
        a, b = np.mod((s.x + s.z) / 0.34, 1) - 0.5, np.mod((s.x - s.z) / 0.34, 1) - 0.5
        stitch = np.exp(-((np.minimum(0.5 - np.abs(a), 0.5 - np.abs(b)) / 0.05) ** 2))
        puff = 1 - 0.6 * stitch
        patch = np.mod(np.floor((s.x + s.z) / 0.34) + 2 * np.floor((s.x - s.z) / 0.34), 3).astype(int)
        hue = np.array([[0.15, 0.055, 0.075], [0.19, 0.10, 0.07], [0.075, 0.065, 0.13]])[patch]
        fold = 0.7 + 0.6 * (fbm(s.x * 2.2, s.z * 2.2 + s.y * 3, seed=4, octaves=3))
        light = 0.34 * np.exp(-np.sqrt((s.x - 1.3) ** 2 + (s.z - 0.8) ** 2 + (s.y - 0.9) ** 2) / 0.6)
        return (hue * (puff * fold)[:, None] * 1.4).astype(np.float32), (light * puff + 0.03 * puff * fold).astype(
            np.float32
        )

    def linen(s: SurfacePoints) -> tuple[Map, Map]:
        fold = 0.75 + 0.4 * fbm(s.x * 3 + s.y * 2, s.z * 3, seed=6, octaves=3)
        light = 0.45 * np.exp(-np.sqrt((s.x - 1.3) ** 2 + (s.z - 0.8) ** 2 + (s.y - 0.9) ** 2) / 0.75)
        return (np.array([[0.46, 0.43, 0.42]]) * fold[:, None]).astype(np.float32), (light * fold + 0.07).astype(
            np.float32
        )

    for z0, z1, y, m in ((-1.04, 0.34, 0.62, quilt), (0.30, 0.55, 0.64, linen), (0.55, 1.0, 0.56, linen)):
        prof = [
            (-0.96, 0.16),
            (0.96, 0.16),
            (0.97, y - 0.12),
            (0.86, y),
            (0.3, y + 0.035),
            (-0.3, y + 0.035),
            (-0.86, y),
            (-0.97, y - 0.12),
        ]
        faces += extruded(prof, z0, z1, m)
    for x in (-0.45, 0.45):
        pillow = [
            (-0.38, 0.02),
            (-0.30, -0.02),
            (0.30, -0.02),
            (0.38, 0.02),
            (0.36, 0.14),
            (0.15, 0.20),
            (-0.15, 0.20),
            (-0.36, 0.14),
        ]
        faces += moved(extruded(pillow, -0.17, 0.19, linen), (x, 0.60, 0.76))
    faces += box((1.12, 0.0, 0.55), (1.55, 0.56, 0.98), wood)
    faces += candle(1.33, 0.56, 0.76, 0.16)
    return faces


_BED = mesh_prop("home/bed", (-1.75, -0.30, 2.05, 1.5), _bed, ViewAngle(yaw=0.42, eye=1.7, away=6.0), rows=300)


@element("hero", 1.4)
def bed(moment: Moment) -> tuple[Form, ...]:
    """A bed with a patchwork quilt, turned down, a candle beside it."""
    return place_prop(
        larger(moment, 1.1),
        _BED,
        Look(glow=0.9, back=0.035, lamp=0.6, lamp_at=0.55, reach=2.2, mirror=False),
        wide=3.4,
        cap=4,
    )
