"""A room at night by lamplight: a tall window with the moon in it, curtains, an armchair, a lamp on a table."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import Face, SurfacePoints, ViewAngle, box, moved, polygon, rod, stuff, turned
from dreamplayer.drawing.particles import rgb
from dreamplayer.drawing.primitives import Dots, Form, Sprites
from dreamplayer.drawing.props import AMBER, event_progress, mesh_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.kit.noise import fbm
from dreamplayer.kit.sdf import Map
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light

_HEIGHT, _PACE, _ACROSS, _SWAY_PHASE, _DEPTH, _BRIGHTNESS = 1, 2, 3, 4, 5, 6
"""Random lanes of the dust in the light."""

_WIDE, _TALL, _BACK, _FRONT = 4.2, 3.1, 2.2, -3.9
_LAMP = (2.30, 1.22, 1.65)
"""Of the lamp: x, y, z in the room."""


def _lamplight(s: SurfacePoints, reach: float = 1.5) -> Map:
    """How strongly the lamp reaches a spot, brighter above and below its shade."""
    d = np.sqrt((s.x - _LAMP[0]) ** 2 + (s.y - _LAMP[1]) ** 2 + (s.z - _LAMP[2]) ** 2)
    above = 0.75 + 0.45 * np.exp(-((s.x - _LAMP[0]) ** 2) / (0.06 + 0.5 * np.abs(s.y - _LAMP[1])))
    return np.asarray(np.exp(-d / reach) * above * 1.2, np.float32)


def _paper(s: SurfacePoints) -> tuple[Map, Map]:
    """Wallpaper with a faint damask, panelling below, a cornice above."""
    low = s.y < 0.95
    rail = (
        np.exp(-(((s.y - 0.95) / 0.03) ** 2))
        + np.exp(-(((s.y - 0.14) / 0.03) ** 2))
        + np.exp(-(((s.y - _TALL + 0.12) / 0.04) ** 2))
    )
    a, b = np.mod(s.u / 0.26, 1.0) - 0.5, np.mod(s.v / 0.36 + 0.5 * np.mod(np.floor(s.u / 0.26), 2), 1.0) - 0.5
    motif = np.exp(-((np.hypot(a * 1.5, b) - 0.24) ** 2) / 0.008) + np.exp(-((np.hypot(a, b * 1.6) / 0.10) ** 2))
    panel = np.mod(s.u / 0.8, 1.0)
    groove = np.exp(-((np.minimum(panel, 1 - panel) / 0.03) ** 2)) * low
    wall = np.where(low[:, None], np.array([0.125, 0.085, 0.070]), np.array([0.105, 0.060, 0.062]))
    tone = 0.75 + 0.25 * fbm(s.u * 2, s.v * 2, seed=6, octaves=3) + 0.20 * motif * ~low + 0.4 * rail - 0.5 * groove
    light = _lamplight(s) * tone
    return (wall * tone[:, None]).astype(np.float32), np.clip(0.42 * light, 0, 0.9).astype(np.float32)


def _window_pane(x: Map, y: Map, half: float, low: float, tall: float) -> tuple[Map, Map, Map, Map]:
    """Of a tall arched window centred on x = 0: inside (0/1), bars, night sky light, and distance outside."""
    top = low + tall - half
    d = np.where(y > top, np.hypot(x, y - top) - half, np.maximum(np.abs(x) - half, low - y))
    inside = d < 0
    bars = np.exp(
        -(
            (np.minimum(np.abs(x), np.minimum(np.abs(y - low - tall * 0.36), np.abs(y - low - tall * 0.68))) / 0.026)
            ** 2
        )
    )
    moon = np.hypot(x + 0.22 * half, y - low - 0.66 * tall)
    sky = 0.10 + 0.14 * np.exp(-moon * 3.0) + 0.75 * np.clip((0.17 * half - moon) / 0.02 + 0.5, 0, 1)
    return inside.astype(np.float32), bars.astype(np.float32), sky.astype(np.float32), d.astype(np.float32)


def _back(s: SurfacePoints) -> tuple[Map, Map]:
    colour, glow = _paper(s)
    inside, bars, sky, to_pane = _window_pane(s.x + 1.05, s.y, 0.62, 0.85, 1.85)
    frame = np.exp(-((to_pane - 0.05) ** 2) / 0.0016) * (to_pane > 0)
    night = np.array([0.055, 0.065, 0.125])
    moonlit = inside * (1 - bars)
    colour = (
        colour * (1 - inside)[:, None] * (1 - 0.4 * frame)[:, None] + (moonlit * (0.5 + 4.5 * sky))[:, None] * night
    )
    colour = colour + (0.35 * frame)[:, None] * np.array([0.15, 0.10, 0.08])
    glow = glow * (1 - inside) + 0.06 * np.clip(sky - 0.5, 0, 1) * moonlit
    # Curtains to both sides of it.
    curtain_x = np.abs(s.x + 1.05) - 0.84
    curtain = (np.abs(curtain_x) < 0.20) & (s.y > 0.10) & (s.y < 2.95)
    fold = 0.45 + 0.55 * np.abs(np.sin(curtain_x * 34 + 0.6 * np.sin(s.y * 2)))
    colour = np.where(
        curtain[:, None], (fold * (0.35 + 0.9 * _lamplight(s, 2.4)))[:, None] * np.array([0.22, 0.07, 0.055]), colour
    )
    glow = np.where(curtain, 0.30 * _lamplight(s, 2.0) * fold, glow)
    # A picture over the table.
    picture_x, picture_y = np.abs(s.x - 1.05) - 0.42, np.abs(s.y - 1.95) - 0.32
    picture, edge = (picture_x < 0) & (picture_y < 0), np.exp(-((np.maximum(picture_x, picture_y) / 0.028) ** 2))
    hills = 0.5 + 0.5 * np.sin(s.x * 6) * 0.3
    colour = np.where(
        picture[:, None], (0.35 + 0.5 * (s.y > 1.85 + 0.12 * hills))[:, None] * np.array([0.10, 0.085, 0.085]), colour
    )
    glow = np.where(picture, glow * 0.5, glow) + 0.16 * edge * (0.4 + 2 * _lamplight(s, 1.6))
    return colour.astype(np.float32), np.clip(glow, 0, 1).astype(np.float32)


def _ceiling(s: SurfacePoints) -> tuple[Map, Map]:
    d = np.hypot(s.x - _LAMP[0], s.z - _LAMP[2])
    pool = 0.30 * np.exp(-((d / 0.75) ** 2))
    return np.tile(np.array([[0.030, 0.022, 0.024]], np.float32), (len(s.u), 1)), pool.astype(np.float32)


def _walls() -> list[Face]:
    """Back, sides and ceiling; the floor is the stage's own."""
    w, h = _WIDE, _TALL
    return [
        polygon([(-w, 0, _BACK), (w, 0, _BACK), (w, h, _BACK), (-w, h, _BACK)], _back),
        polygon([(-w, 0, _FRONT), (-w, 0, _BACK), (-w, h, _BACK), (-w, h, _FRONT)], _paper),
        polygon([(w, 0, _FRONT), (w, 0, _BACK), (w, h, _BACK), (w, h, _FRONT)], _paper),
        polygon([(-w, h, _FRONT), (w, h, _FRONT), (w, h, _BACK), (-w, h, _BACK)], _ceiling),
    ]


def _lamp_table() -> list[Face]:
    """A small round table with a shaded lamp, against the back wall."""
    x, _, z = _LAMP
    wood = stuff((0.16, 0.085, 0.05), edge=0.25, wide=0.02)

    def top(s: SurfacePoints) -> tuple[Map, Map]:
        d = np.hypot(s.x - x, s.z - z)
        return np.tile(np.array([[0.25, 0.13, 0.07]], np.float32), (len(s.u), 1)), (0.75 * np.exp(-d / 0.30)).astype(
            np.float32
        )

    def shade(s: SurfacePoints) -> tuple[Map, Map]:
        v = np.clip((s.y - 1.05) / 0.36, 0, 1)
        return np.tile(np.array([[0.5, 0.3, 0.16]], np.float32), (len(s.u), 1)), (
            0.98 - 0.42 * np.abs(v - 0.35)
        ).astype(np.float32)

    faces = turned([(0.24, 0.0), (0.05, 0.06), (0.05, 0.70)], wood, (x, z), facets=16)
    faces += turned([(0.46, 0.70), (0.46, 0.74)], wood, (x, z), facets=32, lid=top)
    faces += turned(
        [(0.09, 0.74), (0.05, 0.80), (0.09, 0.92), (0.03, 1.05)],
        stuff((0.24, 0.12, 0.08), edge=0, glow=0.25),
        (x, z),
        facets=14,
    )
    faces += turned([(0.25, 1.05), (0.14, 1.41)], shade, (x, z), facets=24)
    faces += box(
        (x - 0.38, 0.74, z - 0.24), (x - 0.16, 0.79, z - 0.06), stuff((0.16, 0.05, 0.04), edge=0.3, wide=0.015)
    )
    return faces


def _armchair() -> list[Face]:
    """A chair by the window, turned to the lamp."""
    seat = stuff((0.13, 0.055, 0.05), edge=0.12, wide=0.03, foot=0.5)
    faces = box((-0.42, 0.16, -0.36), (0.42, 0.46, 0.40), seat)
    faces += box((-0.46, 0.16, 0.30), (0.46, 1.12, 0.48), seat)
    faces += box((-0.54, 0.16, -0.38), (-0.38, 0.66, 0.42), seat)
    faces += box((0.38, 0.16, -0.38), (0.54, 0.66, 0.42), seat)
    for sx in (-0.44, 0.44):
        faces += rod((sx, 0.0, -0.30), (sx, 0.18, -0.30), radius=0.03, material=stuff((0.1, 0.06, 0.04), edge=0.1))
    return faces


_AWAY = 4.8
"""Metres from the eye to the middle of the room."""
_ROOM = mesh_prop(
    "interior/room",
    (-7.6, -2.0, 7.6, 6.4),
    lambda: [*_walls(), *_lamp_table(), *moved(_armchair(), (-2.75, 0.0, 1.15), 0.75)],
    ViewAngle(yaw=0.0, eye=1.6, away=_AWAY),
    rows=330,
)


@element("ground", 3.0, handles=("dim", "twist", "swirl", "wrap", "shrink", "grow", "ignite"))
def room(moment: Moment) -> tuple[Form, ...]:
    """A room at night by lamplight: a tall window with the moon in it, curtains, an armchair, a lamp on a table."""
    here = float(smooth(moment.presence, 0.0, 1.0))
    dim = (1 - 0.75 * moment.event("dim")) * (1 - 0.3 * moment.calm) * (1 + 0.3 * moment.event("ignite"))
    breath = 1 + 0.03 * np.sin(0.6 * moment.t) + 0.02 * np.sin(1.7 * moment.t + 1)
    stirred = event_progress(moment, "twist", "swirl", "wrap", "grow") - event_progress(moment, "shrink")
    light = dim * breath * (1 + 0.2 * stirred)
    warm = np.asarray(moment.tint or AMBER, np.float32)
    x = moment.place.x
    lamp = (x + _LAMP[0], _LAMP[1], _AWAY + _LAMP[2])
    inside = Sprites(
        _ROOM.shape,
        np.array([[x, 0.0, _AWAY]], np.float32),
        np.float32(_ROOM.tall),
        tint=(0.42, 0.42, 0.46),
        glow=rgb(warm * np.float32(0.62 * light)),
        opacity=np.float32(here),
        lit=0.12,
        rim=0.0,
        depth=8.2,
    )
    count = 260
    height = np.mod(
        uniform(moment.seed, _HEIGHT, count) + moment.t * 0.01 * (0.5 + uniform(moment.seed, _PACE, count)), 1.0
    )
    dust_x = (
        x
        + (uniform(moment.seed, _ACROSS, count) * 2 - 1) * 2.8
        + 0.1 * np.sin(0.2 * moment.t + 6 * uniform(moment.seed, _SWAY_PHASE, count))
    )
    dust_z = _AWAY - 2.8 + 4.6 * uniform(moment.seed, _DEPTH, count)
    dust_y = 0.2 + 2.5 * height
    near = np.exp(-np.sqrt((dust_x - lamp[0]) ** 2 + (dust_y - lamp[1]) ** 2 + (dust_z - lamp[2]) ** 2) / 2.6)
    bright = near * np.sin(np.pi * height) * (0.3 + 0.7 * uniform(moment.seed, _BRIGHTNESS, count) ** 2) * here * light
    return (
        inside,
        Dots(
            np.array([lamp], np.float32), 3.4, warm * np.float32(0.10 * here * light), depth=_AWAY + 0.4, reflect=False
        ),
        Dots(
            np.stack([dust_x, dust_y, dust_z], 1).astype(np.float32),
            0.014,
            (warm[None] * (0.7 * bright)[:, None]).astype(np.float32),
            reflect=False,
        ),
        Light(lamp, rgb(warm * np.float32(0.95 * here * light)), reach=2.6, haze=0.35),
        Light((x - 1.05, 1.9, _AWAY + 0.5), (0.030 * here, 0.036 * here, 0.070 * here), reach=3.0, haze=0.3),
    )
