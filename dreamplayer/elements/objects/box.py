"""A small chest with its lid ajar; light and a few sparks come out of it, more as it opens."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.materials.timber import timber
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, polygon, stuff
from dreamplayer.drawing.mesh import box as _box
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import Look, mesh_prop, place_prop
from dreamplayer.elements.objects._shared.rising_motes import rising
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment


def _chest() -> list[Face]:
    """A box with iron bands, its lid a little open, light coming out."""
    wood = timber((0.16, 0.085, 0.045), edge=0.12)

    def front(s: SurfacePoints) -> tuple[Map, Map]:
        colour, glow = wood(s)
        band = (np.abs(np.abs(s.x) - 0.42) < 0.045) | (s.y < 0.05)
        lock = np.hypot(s.x, (s.y - 0.43) * 0.8) < 0.07
        spill = 0.45 * np.exp(-(0.52 - s.y).clip(0) / 0.07)
        stud = band & (np.hypot(np.mod(s.y, 0.12) - 0.06, np.abs(s.x) - 0.42) < 0.018)
        colour = np.where((band | lock)[:, None], np.array([[0.12, 0.10, 0.09]]), colour)
        return colour.astype(np.float32), np.where(stud | lock, 0.35, glow + spill).clip(0, 1).astype(np.float32)

    def light(s: SurfacePoints) -> tuple[Map, Map]:
        return np.full((len(s.u), 3), 0.2, np.float32), (0.70 + 0.28 * np.exp(-((s.x / 0.4) ** 2))).astype(np.float32)

    faces = _box((-0.65, 0.0, -0.40), (0.65, 0.52, 0.40), front, light)
    arc = [(0.40 - 0.40 + 0.42 * np.cos(a), 0.40 * np.sin(a)) for a in np.linspace(0, np.pi, 11)]
    tilt = 0.72
    cos, sin = float(np.cos(tilt)), float(np.sin(tilt))

    def lid(z: float, y: float) -> tuple[float, float]:
        """About the hinge at the back edge."""
        from_hinge, above = z - 0.40, y
        return 0.40 + cos * from_hinge + sin * above, 0.53 - sin * from_hinge + cos * above

    rim = [lid(z, y) for z, y in arc]
    under = stuff((0.14, 0.075, 0.04), edge=0.0, glow=0.42)
    for (z0, y0), (z1, y1) in itertools.pairwise(rim):
        faces.append(
            polygon(
                [(-0.66, y0, z0), (0.66, y0, z0), (0.66, y1, z1), (-0.66, y1, z1)],
                timber((0.15, 0.08, 0.045), edge=0.22),
            )
        )
    faces.append(
        polygon(
            [
                (-0.66, rim[0][1], rim[0][0]),
                (0.66, rim[0][1], rim[0][0]),
                (0.66, rim[-1][1], rim[-1][0]),
                (-0.66, rim[-1][1], rim[-1][0]),
            ],
            under,
        )
    )
    for x in (-0.66, 0.66):
        faces.append(polygon([(x, y, z) for z, y in rim], timber((0.15, 0.08, 0.045), edge=0.22)))
    for x in (-0.42, 0.42):
        for (z0, y0), (z1, y1) in itertools.pairwise(rim):
            faces.append(
                polygon(
                    [
                        (x - 0.045, y0 + 0.006, z0 - 0.006),
                        (x + 0.045, y0 + 0.006, z0 - 0.006),
                        (x + 0.045, y1 + 0.006, z1 - 0.006),
                        (x - 0.045, y1 + 0.006, z1 - 0.006),
                    ],
                    stuff((0.12, 0.10, 0.09), edge=0.25, wide=0.012),
                )
            )
    return faces


_CHEST = mesh_prop("home/chest", (-0.95, -0.12, 0.95, 1.30), _chest, ViewAngle(yaw=0.42, eye=1.3, away=4.5), rows=260)


@element("prop", 1.1, handles=("open", "close"))
def box(moment: Moment) -> tuple[Form, ...]:
    """A small chest with its lid ajar; light and a few sparks come out of it, more as it opens."""
    opened = 0.45 + 0.55 * float(smooth(moment.event("open"), 0, 1)) - 0.35 * float(smooth(moment.event("close"), 0, 1))
    forms = place_prop(
        moment,
        _CHEST,
        Look(glow=0.55 + 0.55 * opened, back=0.05, lamp=0.8 * opened, lamp_at=0.55, reach=1.8, mirror=False),
        wide=1.7,
        cap=6,
    )
    return (*forms, rising(moment, moment.size(0.55), moment.size(1.1), 200, opened))
