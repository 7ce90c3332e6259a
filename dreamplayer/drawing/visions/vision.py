"""A vision as forms: the stardust of a thing that hovers, gathers, holds its shape for some seconds and scatters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dreamplayer.drawing.primitives import Array, Dots, Form, Ribbons
from dreamplayer.drawing.visions.constellation import constellation
from dreamplayer.drawing.visions.motes import GOLD, WHOLE, Motes, Origin, Seen, motes_of, seen
from dreamplayer.drawing.visions.point_cloud import PointCloud
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Camera, Light, Vec3

COUNT = 3200
"""Motes of a vision."""
SKY_COUNT = 1500
"""Motes of a constellation."""
_LUMA = np.array([0.30, 0.56, 0.14], np.float32)
STARLIGHT = np.array([0.80, 0.86, 1.0], np.float32)
LEVEL = 1.25
"""Brightness of all motes: bright enough to be told at 320x180, dim enough that contours stay gold (3 is white)."""
POWDER, THREAD = 0.070, 0.020
"""Diameters of the dust that fills the body and of that along the lines, heights of the form: .01 is grain, .1 a cloud
without a shape."""
POWDER_LEVEL, THREAD_LEVEL = 0.026, 0.14
"""Brightness of such dust where the light falls on it: it overlaps several times, and stays below the motes."""
DARK_SIDE = 0.42
"""Share of that brightness that the side away from the light keeps: less, and the body is hollow."""
SHADE = np.array([0.34, 0.20, 0.46], np.float32)
"""Colour of the dust on the side away from the light, linear: the violet of a far nebula."""
GLOW = 0.16
"""Light that the held form throws on what is around it."""


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
    strength: float = 1.0
    """Factor on its light, 0..1."""


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
    shrink = None if hovering.among_stars else ((camera.x - x) / tall, (camera.eye - y) / tall, tall / z)
    now = seen(motes, t, hovering.origin, shrink)
    depth = 0.35 if hovering.among_stars else 1.0
    scale = np.array([tall, tall, tall * depth], np.float32)
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
        Dots(position[motes.halo], size[motes.halo] * np.float32(6.5), colour[motes.halo] * np.float32(0.05), depth=z),
    ]
    if hovering.among_stars:
        forms += _threads(cloud, now, hovering, there, scale, seed, t)
    else:
        if held > 0.01:
            forms += _powder(motes, now, position, hovering, held)
        share = float(bright.mean() / max(float(motes.brightness.mean()) * hovering.strength * LEVEL, 1e-4))
        tone = GOLD if hovering.tint is None else GOLD * (0.4 + 0.6 * _hue(hovering.tint))
        r, g, b = (float(v) for v in tone * np.float32(GLOW * hovering.strength * min(share, 1.5)))
        forms.append(Light((x, y + 0.5 * tall, z), (r, g, b), max(1.0, 0.9 * tall), 0.35))
    return tuple(forms)


def _powder(motes: Motes, now: Seen, position: Array, hovering: Hovering, held: float) -> list[Dots]:
    """Dust too fine to be told apart: it fills body and lines, gold where the light falls, violet where it does not."""
    n = len(position)
    light, line = motes.cloud.light[:n], motes.cloud.edge[:n] > 0.5
    lit = smooth(light, 0.10, 0.70)[:, None]
    colour = SHADE + (_tinted(np.broadcast_to(GOLD, (n, 3)), hovering) - SHADE) * lit
    # The passing wave of light and the shimmer of each mote, without the grain of chance that sets motes apart.
    pulse = np.clip(now.brightness / np.maximum(motes.brightness, 1e-3), 0.0, 1.6)
    level = hovering.strength * held * pulse * (DARK_SIDE + (1.0 - DARK_SIDE) * light)
    found = []
    for which, size, bright in ((~line, POWDER, POWDER_LEVEL), (line, THREAD, THREAD_LEVEL)):
        found.append(
            Dots(
                position[which],
                np.float32(size * hovering.tall),
                (colour[which] * (np.float32(bright) * level[which])[:, None]).astype(np.float32),
                depth=hovering.foot[2] + 0.02,
                reflect=False,
            )
        )
    return found


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
