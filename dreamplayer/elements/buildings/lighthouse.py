"""A lighthouse whose two beams turn slowly through the night."""

from __future__ import annotations

import itertools

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, Material, SurfacePoints, ViewAngle, rod, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import Look, larger, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.masonry import masonry
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _lit(strength: float = 0.9) -> Material:
    """Light itself."""
    return stuff((0.4, 0.3, 0.2), edge=0.0, glow=strength)


def _lighthouse() -> list[Face]:
    """A tapering white tower with bands, a gallery, and its lamp room."""

    def tower(s: SurfacePoints) -> tuple[Map, Map]:
        band = (np.mod(s.y / 2.2, 1.0) > 0.5).astype(np.float32)[:, None]
        colour = np.array([[0.30, 0.27, 0.26]]) * (1 - band) + np.array([[0.22, 0.05, 0.04]]) * band
        n = 0.7 + 0.4 * fbm(s.u * 4, s.y * 2, seed=3, octaves=3)
        near = (s.z < 0) & (np.abs(s.x) < 0.16)
        window = near & (np.abs(np.mod(s.y, 2.4) - 1.6) < 0.28)
        door = near & (np.abs(s.x) < 0.34) & (s.y < 1.2)
        glow = np.where(window | door, 0.8, 0.22 * np.exp(-(8.6 - s.y).clip(0) / 0.9))
        return (colour * n[:, None]).astype(np.float32), glow.astype(np.float32)

    iron = stuff((0.10, 0.09, 0.10), edge=0.25, wide=0.03)
    faces = turned([(2.1, 0.0), (1.9, 0.35), (1.35, 0.45)], masonry((0.13, 0.12, 0.12), edge=0.05))
    faces += turned([(1.25, 0.4), (0.72, 8.4)], tower, facets=36)
    faces += turned([(0.72, 8.4), (1.08, 8.6), (1.08, 8.75)], iron, lid=iron)
    faces += turned([(0.55, 8.75), (0.55, 9.85)], _lit(0.95))
    faces += turned(
        [(0.70, 9.85), (0.40, 10.35), (0.06, 10.75), (0.05, 11.1)], stuff((0.16, 0.05, 0.04), edge=0.2, wide=0.04)
    )
    for a in np.linspace(0, 2 * np.pi, 15)[:-1]:
        c, s = float(np.cos(a)), float(np.sin(a))
        faces += rod((1.04 * c, 8.75, 1.04 * s), (1.04 * c, 9.15, 1.04 * s), radius=0.018, material=iron, facets=4)
        faces += rod((0.57 * c, 8.75, 0.57 * s), (0.57 * c, 9.85, 0.57 * s), radius=0.022, material=iron, facets=4)
    ring = [(1.04 * np.cos(a), 9.15, 1.04 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 25)]
    for a, b in itertools.pairwise(ring):
        faces += rod(a, b, radius=0.02, material=iron, facets=4)
    return faces


_LIGHTHOUSE = mesh_prop(
    "building/lighthouse", (-2.8, -0.4, 2.8, 11.8), _lighthouse, ViewAngle(yaw=0.0, eye=1.7, away=20.0), rows=360
)


@element("far", 17.0)
def lighthouse(moment: Moment) -> tuple[Form, ...]:
    """A lighthouse whose two beams turn slowly through the night."""
    moment = larger(moment, 1.6)
    forms = list(place_prop(moment, _LIGHTHOUSE, Look(glow=0.95, back=0.0, mirror=False, sparks=0), wide=14.0, cap=2))
    size = moment.place.size
    here = float(smooth(moment.presence, 0.4, 1.0)) * (1 - 0.3 * moment.calm)
    lamp = np.array([moment.place.x, moment.place.y + 9.3 * size, moment.place.z], np.float32)
    warm = np.asarray(moment.tint or (1.0, 0.66, 0.32), np.float32)
    turn = 0.16 * moment.t + 0.6
    m, long = 26, 26.0 * size
    v = np.linspace(0, 1, m)
    rays, bright = [], []
    for side in (0.0, np.pi):
        for k in range(5):
            a = turn + side + 0.022 * (k - 2)
            way = np.array([np.cos(a), 0.02 * (k - 2), 0.7 * np.sin(a)])
            rays.append(lamp + long * v[:, None] * way)
            bright.append(0.5 + 0.5 * np.exp(-(((k - 2) / 1.2) ** 2)))
    at3 = np.stack(rays)
    at3[..., 2] = np.maximum(at3[..., 2], 2.0)
    fall = (1 - v)[None, :] ** 1.7 * np.asarray(bright)[:, None]
    # Pointing at the eye a beam shows as a swelling of the lamp; never a flash.
    toward = 0.5 + 0.5 * np.sin(turn) ** 2
    forms += [
        Ribbons(
            at3.astype(np.float32),
            (size * (0.16 + 1.25 * v))[None].astype(np.float32),
            rgb(warm * np.float32(0.075 * here)),
            profile="veil",
            opacity=fall.astype(np.float32),
            depth=moment.place.z - 0.2,
        ),
        Dots(
            np.array([lamp] * 2),
            np.array([2.2, 7.0], np.float32) * np.float32(size),
            warm[None] * np.array([[0.75], [0.10]], np.float32) * np.float32(here * (0.75 + 0.25 * toward)),
            depth=moment.place.z - 0.3,
        ),
        Light(rgb(lamp), rgb(warm * np.float32(0.8 * here)), 9.0 * size, haze=0.6),
    ]
    return tuple(forms)
