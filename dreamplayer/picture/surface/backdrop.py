"""Sky, hills, air and ground, computed at low resolution and scaled up: they have no sharp edges."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pygame
from numpy.typing import ArrayLike, NDArray

from dreamplayer.kit.noise import fbm
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.ridges import heights
from dreamplayer.picture.tone import encoded, toned

ROWS = 135
"""Rows of the low resolution."""
Array = NDArray[np.float32]
_SHINY = {"water": 0.74, "glass": 0.46, "street": 0.26, "void": 0.34, "floor": 0.24, "wood": 0.10}
"""Reflectivity of each ground, 0..1."""


@lru_cache(maxsize=8)
def _noises(columns: int, rows: int) -> tuple[Array, Array]:
    """Clouds of the galaxy and of the ground, (rows, columns), 0..1."""
    x, y = np.meshgrid(np.linspace(-1.8, 1.8, columns), np.linspace(1, -1, rows))
    x, y = x.astype(np.float32), y.astype(np.float32)
    u, v = 0.8 * x * 0.5 + 0.6 * y * 0.6, -0.6 * x * 0.5 + 0.8 * y * 0.6
    warp = _fbm(u * 2.2 + 9, v * 3.2 + 9, 3)
    band = np.exp(-(((v - 0.18 + 0.12 * (warp - 0.5)) / 0.17) ** 2))
    galaxy = band * _fbm(u * 5.3 + warp * 1.7, v * 5.3 + 20, 5) ** 1.5
    return np.asarray(galaxy, np.float32), _fbm(x * 3.1 + 50, y * 7.0 + 50, 7)


def _fbm(x: ArrayLike, y: ArrayLike, seed: int) -> Array:
    return fbm(np.asarray(x, np.float32), np.asarray(y, np.float32), seed)


@lru_cache(maxsize=4)
def _ridges() -> Array:
    return heights(7)


@lru_cache(maxsize=4)
def _grain(width: int, height: int) -> pygame.Surface:
    """Dither of one level, which hides the banding of smooth dark gradients."""
    from dreamplayer.kit.hashing import bits

    speck = (bits(5, 1, np.arange(width * height)) & np.uint32(1)).astype(np.uint8).reshape(width, height)
    surface = pygame.Surface((width, height))
    pygame.surfarray.blit_array(surface, np.repeat(speck[..., None], 3, 2))
    return surface


def light(frame: Frame, columns: int, rows: int = ROWS) -> Array:
    """Scene light of everything behind the forms: sky, hills, ground and haze.

    Args:
        frame: its stage, palette, grounds and lights.
        columns: horizontal resolution.
        rows: vertical resolution.

    Returns:
        (rows, columns, 3) linear light.
    """
    stage, palette = frame.stage, frame.palette
    colour = {name: np.asarray(getattr(palette, name), np.float32) for name in ("zenith", "horizon", "glow", "ground")}
    body, air = np.asarray(palette.body, np.float32), np.asarray(stage.air.colour, np.float32)
    x = np.linspace(-frame.aspect, frame.aspect, columns, dtype=np.float32)[None, :]
    p = np.linspace(1, -1, rows, dtype=np.float32)[:, None]
    h = stage.camera.horizon
    galaxy, cloud = _noises(columns, rows)
    away = (x - stage.glow_x) ** 2

    def sky(y: Array) -> Array:
        v = np.clip(np.maximum(y - h, 0.0) / max(1.0 - h, 0.2), 0.0, 1.0)[..., None]
        c = colour["horizon"] + (colour["zenith"] - colour["horizon"]) * v**0.52
        lobe = (0.34 + 0.66 * np.exp(-away * 0.55))[..., None]
        near = np.exp(-away * 0.9)[..., None]
        gold, rose = np.array([1.05, 1.12, 0.80], np.float32), np.array([0.62, 0.40, 0.58], np.float32)
        low = gold * np.exp(-v * 10.0) * lobe
        high = rose * (0.55 * np.exp(-v * 4.2) * lobe + 0.26 * np.exp(-v * 2.0) * near)
        return np.asarray(c + colour["glow"] * (low + high), np.float32)

    above = sky(p)
    above += (stage.nebula * galaxy)[..., None] * (colour["zenith"] * 2.0 + 0.030) * (p > h)[..., None]
    veil = np.clip((cloud - 0.62 + 0.30 * stage.clouds) * 3.0, 0, 1) * stage.clouds * 0.5
    above = above * (1 - veil[..., None]) + (colour["horizon"] * 1.2 + colour["glow"] * 0.25) * veil[..., None]
    far = air + colour["glow"] * (0.12 + 0.44 * np.exp(-away * 0.8))[..., None]
    tops = _ridges()[(np.clip(x[0] * 0.23 + 0.5, 0, 0.999) * 2047).astype(int)] * stage.ridges
    for i in range(4):
        rise = p - h
        inside = np.clip((tops[None, :, i] - rise) * rows * 0.5 + 0.5, 0, 1) * (rise > 0)
        mist = np.clip(1 - rise / 0.13, 0, 1) ** 2 * (0.85 - 0.1 * i)
        hill = far * 0.55 * (1 - 0.28 * i) + body * 0.28 * i
        hill = hill + (far * (0.9 - 0.04 * i) - hill) * mist[..., None]
        above = above * (1 - inside[..., None]) + hill * inside[..., None]
    below = np.zeros_like(above)
    drop = np.maximum(h - p, 1e-3)
    reach = np.clip(drop / max(1 + h, 0.1), 0, 1)
    z = stage.camera.focal * stage.camera.eye / drop
    mist = (1 - np.exp(-stage.air.density * np.maximum(z - 1.5, 0)))[..., None]
    upside_down = np.clip(((1 - (2 * h - p[:, 0])) / 2 * rows).astype(int), 0, rows - 1)
    mirror = above[upside_down]
    sky_light = colour["horizon"] * 1.2 + colour["zenith"] * 0.8 + colour["glow"] * 0.30
    lamp = _lamplight(frame, x, z)
    for kind, share in frame.grounds:
        shiny = _SHINY.get(kind, 0.0)
        matt = colour["ground"] * (0.6 + 0.8 * cloud[..., None]) * (sky_light * 5.0 + lamp * 1.1) * 8.0
        ground = (
            matt * (0.15 if kind in ("water", "void", "glass") else 1.0) + mirror * shiny * (1 - 0.5 * reach)[..., None]
        )
        below += (ground + (far - ground) * mist * (0.55 if kind == "water" else 0.9)) * np.float32(share)
    return np.asarray(np.where((p > h)[..., None], above, below), np.float32)


def _lamplight(frame: Frame, x: Array, z: Array) -> Array:
    camera = frame.stage.camera
    total = np.zeros((z.shape[0], x.shape[1], 3), np.float32)
    world = x * z / camera.focal + camera.x
    for lamp in frame.lights[:4]:
        lx, ly, lz = lamp.position
        square = (world - lx) ** 2 + ly * ly + (z - lz) ** 2
        fall = (0.25 + ly / np.sqrt(square + 0.05)) / (1 + square / (lamp.reach**2) * 2.2)
        total += fall[..., None] * np.asarray(lamp.colour, np.float32)
    return total


def backdrop(frame: Frame, width: int, height: int) -> pygame.Surface:
    """The backdrop as a surface of width by height pixels, tone-mapped and dithered.

    Args:
        frame: what is seen at one moment.
        width: pixels.
        height: pixels.
    """
    columns = max(16, round(ROWS * width / height))
    shown = encoded(toned(light(frame, columns), frame.grade.exposure, frame.grade.warmth)) * 255.0
    small = pygame.Surface((columns, ROWS))
    pygame.surfarray.blit_array(small, np.asarray(shown + 0.5, np.uint8).swapaxes(0, 1))
    large = pygame.transform.smoothscale(small, (width, height))
    large.blit(_grain(width, height), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return large
