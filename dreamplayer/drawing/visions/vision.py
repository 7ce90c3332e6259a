"""A vision as forms: the stardust of a thing that hovers, gathers, holds its shape for some seconds and scatters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons, Sprites
from dreamplayer.drawing.visions.constellation import constellation
from dreamplayer.drawing.visions.motes import BREATH, GOLD, SWELL, WHOLE, Motes, Origin, Seen, motes_of, seen, sway
from dreamplayer.drawing.visions.point_cloud import PAD, PointCloud
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Camera, Light, Vec3

COUNT = 2500
"""Motes of a vision."""
SKY_COUNT = 1500
"""Motes of a constellation."""
_LUMA = np.array([0.30, 0.56, 0.14], np.float32)
STARLIGHT = np.array([0.80, 0.86, 1.0], np.float32)
LEVEL = 1.14
"""Brightness of all motes: bright enough to be told at 320x180, dim enough that contours stay gold (3 is white)."""
LIT_LEVEL, SHADE_LEVEL = 0.50, 0.06
"""Brightness of the fine dust where the light falls on it, and in shade: below the motes upon it."""
HALO_LEVEL, HALO_WIDE = 0.042, 2.0
"""Brightness and diameter (heights) of the glow in the air around a held form."""
BODY = np.array([1.0, 0.47, 0.13], np.float32)
"""Colour of the dust where light falls on it, deeper than that of the motes, linear."""
WARM_SHADE = np.array([0.80, 0.24, 0.28], np.float32)
COOL_SHADE = np.array([0.46, 0.24, 0.62], np.float32)
"""Colour of the dust in shade, linear: the rose of embers by a lamp, the violet of a far nebula under the sky."""
MOONLIGHT = np.array([0.92, 0.80, 0.78], np.float32)
"""What gold turns towards under the sky."""
COOLS = 0.10
"""How far it does."""
GLOW = 0.40
"""Light that the held form throws on what is around it."""
DEPTH = 0.3
"""Share of its depth that perspective sees: a vision near the eye would look bulged else."""
REACH = 1.3
"""Metres at least that it reaches."""


@dataclass(frozen=True)
class Hovering:
    """Where a vision hovers, and how it is lit."""

    foot: Vec3
    """Middle of its foot, metres."""
    tall: float
    """Height of its box, metres."""
    camera: Camera = Camera()
    origin: Origin = Origin()
    tint: Colour | None = None
    """Colour named by the words, linear light; None for the gold of stardust."""
    among_stars: bool = False
    """Seen as a constellation."""
    cool: float = 0.0
    """0 warm as by a lamp .. 1 cooler, as under the sky."""
    strength: float = 1.0
    """Factor on its light, about 1."""
    glow_at: Vec3 | None = None
    """Where its light on the surroundings comes from, metres; None for its own middle."""


def vision(cloud: PointCloud, t: float, seed: int, hovering: Hovering, *, count: int | None = None) -> tuple[Form, ...]:
    """What is seen of a vision; a pure function of its arguments.

    Args:
        cloud: points of the thing.
        t: seconds since the first mote set out; nothing is seen outside 0 .. `WHOLE`.
        seed: of the vision.
        hovering: where, and in which light.
        count: motes at most; None takes `COUNT` or `SKY_COUNT`.

    Returns:
        Dots, ribbons between stars, and a light.
    """
    if len(cloud.position) == 0 or not 0.0 < t < WHOLE:
        return ()
    most = count or (SKY_COUNT if hovering.among_stars else COUNT)
    motes = motes_of(cloud, most, seed)
    (x, y, z), tall, camera = hovering.foot, hovering.tall, hovering.camera
    shrink = None if hovering.among_stars else ((camera.x - x) / tall, (camera.eye - y) / tall, DEPTH * tall / z)
    now = seen(motes, t, hovering.origin, shrink)
    scale = np.array([tall, tall, tall * DEPTH], np.float32)
    there = np.array([x, y, z], np.float32)
    position = there + now.position * scale
    light = _as_stars(motes, now.brightness) if hovering.among_stars else now.brightness
    bright = light * np.float32(hovering.strength * LEVEL * (COUNT / len(light)) ** 0.5)
    colour = _tinted(motes.colour, hovering) * bright[:, None]
    size = motes.size * np.float32(tall * min(1.5, (COUNT / len(bright)) ** 0.25))
    held = float(smooth(now.gathered, 0.45, 1.0) * (1.0 - smooth(now.scattered, 0.0, 0.62)))
    forms: list[Form] = [
        Dots(
            position,
            size * (1 + np.float32(3.2) * motes.glint),
            colour * (1 + motes.glint[:, None]),
            glint=motes.glint,
            depth=z,
        ),
        Dots(position[motes.halo], size[motes.halo] * np.float32(6.5), colour[motes.halo] * np.float32(0.08), depth=z),
    ]
    if hovering.among_stars:
        forms += _threads(cloud, now, hovering, there, scale, seed, t)
    else:
        if held > 0.01:
            forms += _body(cloud, hovering, t, seed, held)
        share = float(bright.mean() / max(float(motes.brightness.mean()) * hovering.strength * LEVEL, 1e-4))
        tone = GOLD if hovering.tint is None else GOLD * (0.4 + 0.6 * _hue(hovering.tint))
        r, g, b = (float(v) for v in tone * np.float32(GLOW * hovering.strength * min(share, 1.5)))
        forms.append(Light(hovering.glow_at or (x, y + 0.5 * tall, z), (r, g, b), max(REACH, 0.9 * tall), 0.35))
    return tuple(forms)


def _body(cloud: PointCloud, hovering: Hovering, t: float, seed: int, held: float) -> list[Form]:
    """Dust too fine to be told apart: gold where the light falls on the body, violet where it does not."""
    if cloud.body is None:
        return []
    (x, y, z), tall = hovering.foot, hovering.tall
    pulse = 1.0 + 0.06 * float(np.sin(BREATH * t))
    level = hovering.strength * held * pulse
    gold = _tinted(BODY[None], hovering)[0] if hovering.tint is None else 0.12 * BODY + 0.75 * _hue(hovering.tint)
    shade = WARM_SHADE + (COOL_SHADE - WARM_SHADE) * np.float32(hovering.cool)
    if hovering.tint is not None:
        shade = 0.35 * shade + 0.6 * _hue(hovering.tint)
    grown = 1.0 + SWELL * float(np.sin(BREATH * t))
    return [
        Sprites(
            cloud.body,
            np.array([[x, y, z]], np.float32),
            np.float32(tall * (1.0 + 2.0 * PAD) * grown),
            tint=np.asarray(shade * SHADE_LEVEL, np.float32),
            glow=np.asarray(gold * LIT_LEVEL, np.float32),
            opacity=np.float32(min(level, 1.0)),
            lit=0.0,
            rim=0.0,
            yaw=np.float32(-sway(t, seed)),
            depth=z + 0.04,
        ),
        Dots(
            np.array([[x, y + 0.5 * tall, z]], np.float32),
            np.float32(HALO_WIDE * tall * max(1.0, 0.8 * cloud.width)),
            (gold * np.float32(HALO_LEVEL * level))[None],
            depth=z + 0.06,
            reflect=False,
        ),
    ]


def _as_stars(motes: Motes, bright: Array) -> Array:
    """No light falls on stars: all lines shine alike, bodies hardly."""
    n = len(bright)
    own = np.where(motes.cloud.edge[:n] > 0.5, 0.13, 0.008) * (0.4 + 1.2 * motes.phase[:, 0] ** 2)
    pulse = np.minimum(bright / np.maximum(motes.brightness, 0.02), 1.5)
    return np.asarray(0.12 * bright + own * pulse).astype(np.float32)


def _hue(tint: Colour) -> Array:
    """A colour with its brightest channel at 1."""
    hue = np.asarray(tint, np.float32)
    return np.asarray(hue / max(float(hue.max()), 1e-3), np.float32)


def _tinted(own: Array, hovering: Hovering) -> Array:
    """Colours of the motes: their gold, mostly the named colour where there is one, paler among the stars."""
    share, plus = np.float32(1.0), np.zeros(3, np.float32)
    if hovering.tint is not None:
        grey = (own @ _LUMA)[:, None]
        own = own * np.float32(0.32) + grey * (np.float32(0.13) + np.float32(0.82) * _hue(hovering.tint))
    else:
        own = own + (MOONLIGHT - own) * np.float32(COOLS * hovering.cool)
    if hovering.among_stars:
        share, plus = np.float32(0.45), STARLIGHT * np.float32(0.5)
    return own * share + plus


def _threads(
    cloud: PointCloud, now: Seen, hovering: Hovering, there: Array, scale: Array, seed: int, t: float
) -> list[Form]:
    """The bright stars of a constellation, and the lines between them."""
    stars, links = constellation(cloud)
    shown = float(smooth(now.gathered, 0.7, 1.0) * (1.0 - smooth(now.scattered, 0.0, 0.4))) * hovering.strength
    if shown < 0.01 or len(links) == 0:
        return []
    tall, z = np.float32(hovering.tall), hovering.foot[2]
    position = there + stars * scale
    along = np.linspace(0.08, 0.92, 5, dtype=np.float32)[None, :, None]
    lines = position[links[:, 0]][:, None] * (1 - along) + position[links[:, 1]][:, None] * along
    n = len(stars)
    beat = 0.85 + 0.15 * np.sin(t * (0.7 + 0.6 * uniform(seed, 60, n)) + 2 * np.pi * uniform(seed, 61, n))
    magnitude = ((0.35 + 0.65 * uniform(seed, 62, n) ** 2) * beat).astype(np.float32)
    colour = np.array([0.86, 0.88, 1.0], np.float32)[None] * (magnitude * np.float32(shown))[:, None]
    return [
        Ribbons(
            lines.astype(np.float32),
            np.float32(0.0011 * tall),
            (0.55, 0.55, 0.70),
            opacity=np.float32(0.42 * shown),
            grown=np.float32(smooth(now.gathered, 0.6, 1.0)),
            depth=z + 0.1,
        ),
        Dots(position, (0.020 + 0.034 * magnitude) * tall, colour * np.float32(1.5), glint=1.0, depth=z - 0.1),
        Dots(position, (0.05 + 0.05 * magnitude) * tall, colour * np.float32(0.06), depth=z - 0.05),
    ]
