"""A fair at night: a great wheel of lights turning slowly, striped tents, strings of lamps."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, polygon, rod, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import AMBER, Look, larger, mesh_prop, place_prop
from dreamplayer.elements.buildings._shared.lamp_strings import WARM, strings
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


def _big_top() -> list[Face]:
    """A striped round tent with bulbs along its eaves and a lit entrance."""

    def stripes(s: SurfacePoints) -> tuple[Map, Map]:
        a = np.arctan2(s.z, s.x)
        red = (np.mod(a / (np.pi / 9), 1.0) > 0.5)[:, None]
        colour = np.where(red, np.array([[0.28, 0.05, 0.04]]), np.array([[0.36, 0.30, 0.22]]))
        door = (s.y < 1.5) & (np.abs(s.x) < 0.55) & (s.z < 0)
        bulb = np.exp(-((s.y - 2.05) ** 2) / 0.004) * (0.5 + 0.5 * np.cos(a * 44)) ** 3
        glow = 0.10 + 0.22 * np.exp(-((s.y - 0.6) ** 2) / 1.2) + 0.8 * bulb
        return colour.astype(np.float32), np.where(door, 0.85, glow).clip(0, 1).astype(np.float32)

    faces = turned([(2.5, 0.0), (2.6, 2.1)], stripes, facets=36)
    faces += turned([(2.8, 2.0), (1.7, 2.9), (0.75, 3.9), (0.08, 5.0)], stripes, facets=36)
    faces += rod((0, 4.9, 0), (0, 5.8, 0), radius=0.03, material=stuff((0.3, 0.2, 0.1), edge=0.2), facets=4)
    faces.append(polygon([(0, 5.8, 0), (0.9, 5.6, 0), (0, 5.4, 0)], stuff((0.35, 0.10, 0.06), edge=0.3)))
    return faces


def _wheel(moment: Moment, foot: tuple[float, float, float], tall: float, light: float) -> list[Form]:
    """A great wheel, `tall` metres high: rim, spokes and gondolas strung with lamps, turning once in two minutes."""
    radius = 0.44 * tall
    hub = np.array([foot[0], foot[1] + 0.54 * tall, foot[2]], np.float32)
    turn = (0.05 + 0.05 * max(moment.event("twist"), moment.event("swirl"))) * moment.t
    here = np.float32(smooth(moment.presence, 0.1, 1.0))
    warm = np.asarray(WARM, np.float32)
    spoke_count = 16
    spoke_angle = turn + 2 * np.pi * np.arange(spoke_count) / spoke_count
    rim = 2 * np.pi * np.linspace(0, 1, 97)
    lines = [
        np.stack([hub[0] + r * np.cos(rim), hub[1] + r * np.sin(rim), np.full(97, hub[2] + dz)], -1)
        for r in (radius, 0.90 * radius)
        for dz in (0.0, 0.5)
    ]
    spokes = np.stack(
        [
            np.stack(
                [
                    np.linspace(hub[0], hub[0] + radius * np.cos(strength), 97),
                    np.linspace(hub[1], hub[1] + radius * np.sin(strength), 97),
                    np.full(97, hub[2]),
                ],
                -1,
            )
            for strength in spoke_angle
        ]
    )
    legs = np.stack(
        [
            np.stack(
                [
                    np.linspace(hub[0], foot[0] + dx * radius, 97),
                    np.linspace(hub[1], 0.0, 97),
                    np.full(97, hub[2] - 0.2),
                ],
                -1,
            )
            for dx in (-0.55, 0.55)
        ]
    )
    bulb_count = 150
    bulb_angle = turn + 2 * np.pi * np.arange(bulb_count) / bulb_count
    bulbs = np.concatenate(
        [
            np.stack(
                [
                    hub[0] + radius * np.cos(bulb_angle),
                    hub[1] + radius * np.sin(bulb_angle),
                    np.full(bulb_count, hub[2]),
                ],
                -1,
            ),
            np.concatenate(
                [
                    np.stack(
                        [
                            hub[0] + r * radius * np.cos(spoke_angle),
                            hub[1] + r * radius * np.sin(spoke_angle),
                            np.full(spoke_count, hub[2]),
                        ],
                        -1,
                    )
                    for r in (0.2, 0.35, 0.5, 0.65, 0.8)
                ]
            ),
        ]
    )
    chase = 0.55 + 0.45 * np.sin(
        np.concatenate([bulb_angle * 8, np.repeat([0, 1, 2, 3, 4], spoke_count) * 1.1]) - 0.8 * moment.t
    )
    cabins = np.stack(
        [
            hub[0] + radius * np.cos(spoke_angle),
            hub[1] + radius * np.sin(spoke_angle) - 0.035 * tall,
            np.full(spoke_count, hub[2] - 0.1),
        ],
        -1,
    )
    strength = light * float(here)
    return [
        Ribbons(
            np.concatenate([np.stack(lines), spokes]).astype(np.float32),
            0.012 * tall / 4,
            rgb(warm * np.float32(0.12 * strength)),
            depth=hub[2],
        ),
        Ribbons(
            legs.astype(np.float32),
            0.010 * tall,
            (0.05, 0.035, 0.03),
            profile="body",
            opacity=here,
            glow=rgb(warm * np.float32(0.02 * strength)),
            depth=hub[2] - 0.1,
        ),
        Dots(
            bulbs.astype(np.float32),
            np.float32(0.020 * tall),
            (warm[None] * (0.85 * strength * chase)[:, None]).astype(np.float32),
            depth=hub[2] - 0.2,
        ),
        Dots(
            cabins.astype(np.float32),
            np.float32(0.085 * tall),
            warm * np.float32(0.34 * strength),
            cover=np.float32(0.5 * float(here)),
            depth=hub[2] - 0.3,
        ),
        Dots(hub[None], np.float32(1.15 * tall), warm * np.float32(0.03 * strength), depth=hub[2] + 0.5),
    ]


_TOP = mesh_prop("building/big-top", (-3.6, -0.3, 3.6, 6.6), _big_top, ViewAngle(yaw=0.0, eye=1.7, away=15.0), rows=280)


@element("far", 19.0, handles=("dim", "ignite", "twist", "swirl"))
def carnival(moment: Moment) -> tuple[Form, ...]:
    """A fair at night: a great wheel of lights turning slowly, striped tents, strings of lamps."""
    moment = larger(moment, 1.6)
    light = (1 - 0.85 * moment.event("dim")) * (1 - 0.3 * moment.calm) * (1 + 0.3 * moment.event("ignite"))
    p, size = moment.place, moment.place.size
    forms: list[Form] = list(_wheel(moment, (p.x + 3.2 * size, p.y, p.z + 4), 11.0 * size, light))
    tents = np.array(
        [[p.x - 5.2 * size, 0, p.z - 1], [p.x + 0.2 * size, 0, p.z + 1.5], [p.x + 8.6 * size, 0, p.z + 2.5]], np.float32
    )
    forms += place_prop(moment, _TOP, Look(glow=0.95 * light, back=0.02, mirror=False, sparks=40), where=tents)
    forms += strings(
        moment,
        [
            (-9.0, 4.2, p.z - 2, -2.0, 5.0, p.z - 1),
            (-2.0, 5.0, p.z - 1, 4.5, 4.4, p.z),
            (4.5, 4.4, p.z, 10.5, 4.6, p.z + 1),
        ],
        light,
        scale=2.2,
    )
    warm = np.asarray(AMBER, np.float32)
    here = np.float32(smooth(moment.presence, 0, 1) * light)
    forms += [
        Dots(
            np.array([[p.x, 4.0 * size, p.z + 8]], np.float32),
            26.0 * size,
            warm * np.float32(0.045) * here,
            depth=p.z + 8,
            reflect=False,
        ),
        Light((p.x - 4 * size, 2.0, p.z - 2.5), rgb(warm * np.float32(0.7) * here), reach=7.0, haze=0.3),
        Light((p.x + 4 * size, 3.0, p.z - 2.0), rgb(warm * np.float32(0.6) * here), reach=7.0, haze=0.3),
    ]
    return tuple(forms)
