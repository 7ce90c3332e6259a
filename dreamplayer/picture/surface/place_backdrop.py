"""A place without OpenGL: its layers added in numpy at a low resolution, and what its solids hide."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from dreamplayer.drawing.solids.cast import Layers
from dreamplayer.picture.frame import Frame, Lens, PlaceView
from dreamplayer.picture.place_layers import layers_of
from dreamplayer.picture.place_shadows import shadows_in_place
from dreamplayer.picture.surface.backdrop import light
from dreamplayer.picture.tone import encoded, toned

TALLEST = 270
"""Rows in which a place is added up; larger pictures are scaled up from there."""
_WATER = 0.74
"""Share of light that still water gives back."""
Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class PlaceBackdrop:
    """A place as a picture, with its depth."""

    surface: pygame.Surface
    """Tone-mapped, as large as the screen."""
    depth: Array
    """(rows, columns) metres; 1e6 where nothing is."""

    def hidden(self, x: Array, y: Array, z: Array) -> NDArray[np.bool_]:
        """Which points lie behind a solid.

        Args:
            x: columns of the screen.
            y: rows of the screen.
            z: metres from the eye, a little nearer than they are.

        Returns:
            Mask of the shape of `x`.
        """
        rows, columns = self.depth.shape
        width, height = self.surface.get_size()
        i = np.clip(x * columns / width, 0, columns - 1).astype(int)
        j = np.clip(y * rows / height, 0, rows - 1).astype(int)
        return np.asarray(self.depth[j, i] < z)

    def masked(self, stamp: pygame.Surface, left: float, top: float, z: float) -> pygame.Surface | None:
        """A stamp without what solids hide of it; None where nothing is left.

        Args:
            stamp: premultiplied.
            left: column of its left edge.
            top: row of its upper edge.
            z: metres from the eye, a little nearer than it is.
        """
        box = pygame.Rect(int(left), int(top), *stamp.get_size())
        nearer = self._nearer(box, z)
        if nearer is None:
            return stamp
        if nearer.all():
            return None
        free = np.where(nearer, np.uint8(0), np.uint8(255))
        mask = pygame.image.frombuffer(np.repeat(free[..., None], 4, 2).tobytes(), free.shape[::-1], "RGBA")
        seen = stamp.copy()
        seen.blit(pygame.transform.smoothscale(mask, stamp.get_size()), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return seen

    def restore(self, onto: pygame.Surface, box: pygame.Rect, z: float) -> None:
        """Lay the solids that are nearer over what has been drawn.

        Args:
            onto: the screen.
            box: the part of it that was drawn on.
            z: metres from the eye of what was drawn.
        """
        box = box.clip(onto.get_rect())
        if box.w < 1 or box.h < 1:
            return
        nearer = self._nearer(box, z)
        if nearer is None:
            return
        part = self.surface.subsurface(box)
        veil = np.where(nearer, np.uint8(255), np.uint8(0))
        white = np.full((*veil.shape, 3), 255, np.uint8)
        mask = pygame.image.frombuffer(np.concatenate([white, veil[..., None]], -1).tobytes(), veil.shape[::-1], "RGBA")
        cut = pygame.transform.smoothscale(mask, box.size)
        cut.blit(part, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        onto.blit(cut, box.topleft)

    def _nearer(self, box: pygame.Rect, z: float) -> NDArray[np.bool_] | None:
        """Where solids are nearer within a box of the screen, at the resolution of the place; None for nowhere."""
        rows, columns = self.depth.shape
        width, height = self.surface.get_size()
        i = np.clip((np.arange(max(1, round(box.w * columns / width))) + box.x * columns / width), 0, columns - 1)
        j = np.clip((np.arange(max(1, round(box.h * rows / height))) + box.y * rows / height), 0, rows - 1)
        nearer = self.depth[j.astype(int)[:, None], i.astype(int)[None, :]] < z
        return nearer if nearer.any() else None


def place_backdrop(frame: Frame, width: int, height: int) -> PlaceBackdrop | None:
    """The place of a frame as a picture of width by height pixels; None where it has none, or it is not cast yet.

    Args:
        frame: with its backdrop.
        width: pixels of the screen.
        height: pixels of the screen.
    """
    view = frame.backdrop
    if view is None:
        return None
    rows = min(height, TALLEST)
    layers = layers_of(view, round(width * rows / height), rows, frame.aspect)
    if layers is None:
        return None
    columns = max(16, round(rows * width / height))
    j, i = _through(view.lens, layers, rows, columns, frame.aspect)
    cover = np.asarray(layers.cover, np.float32)[j, i][..., None]
    scene = _added(layers, view)[j, i]
    left = shadows_in_place(frame, view, layers)
    if left is not None:
        tall, wide = layers.depth.shape
        scene = np.asarray(scene * left[j * left.shape[0] // tall, i * left.shape[1] // wide][..., None], np.float32)
    if view.mist > 0.0:
        scene = _veiled(scene, cover, np.asarray(layers.depth)[j, i], frame, view.mist)
    if cover.min() < 0.995:
        behind = light(frame, columns, rows)
        horizon = int(np.clip((1.0 - frame.stage.camera.horizon) / 2 * rows, 1, rows)) - 1
        if layers.reflection is None:
            # What the place leaves open below the horizon is the far air, and no ground.
            behind[horizon:] = behind[horizon]
        else:
            rj, ri = _through(view.lens, layers, rows, columns, frame.aspect, layers.reflection)
            over = np.asarray(layers.reflection.cover, np.float32)[rj, ri][..., None]
            mirrored = behind * (1 - over) + _added(layers.reflection, view)[rj, ri] * _WATER
            behind[horizon:] = mirrored[horizon:]
        scene = scene + behind * (1 - cover)
    shown = encoded(toned(scene, frame.grade.exposure, frame.grade.warmth)) * 255.0
    small = pygame.Surface((columns, rows))
    pygame.surfarray.blit_array(small, np.asarray(shown + 0.5, np.uint8).swapaxes(0, 1))
    large = small if (columns, rows) == (width, height) else pygame.transform.smoothscale(small, (width, height))
    return PlaceBackdrop(large, np.asarray(layers.depth)[j, i])


def _veiled(scene: Array, cover: Array, depth: Array, frame: Frame, mist: float) -> Array:
    """The place behind fog, rain or snow, as `shaders/place.frag` has it but for its drifting banks."""
    stage, palette = frame.stage, frame.palette
    x = np.linspace(-frame.aspect, frame.aspect, depth.shape[1], dtype=np.float32)
    around = (0.12 + 0.44 * np.exp(-((x - stage.glow_x) ** 2) * 0.8))[None, :, None]
    glow = np.asarray(palette.glow, np.float32) * np.array([0.95, 0.92, 0.80], np.float32)
    haze = np.asarray(stage.air.colour, np.float32) + glow * around
    veil = 1.0 - np.exp(-0.8 * mist * np.maximum(np.minimum(depth, 900.0) - 1.5, 0.0))[..., None]
    return np.asarray(scene + (haze * cover - scene) * veil, np.float32)


def _added(layers: Layers, view: PlaceView) -> Array:
    """The groups at their present strength, (rows, columns, 3) linear light."""
    total = np.zeros(layers.light.shape[1:], np.float32)
    for group, maps in zip(layers.groups, layers.light, strict=True):
        strength = np.asarray(view.strength(group), np.float32)
        if strength.any():
            total += np.asarray(maps, np.float32) * strength
    return total


def _through(
    lens: Lens, layers: Layers, rows: int, columns: int, aspect: float, of: Layers | None = None
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row and column of the layers that each pixel of the picture shows, to index them by."""
    tall, wide = (of or layers).depth.shape
    scale = lens.scale * layers.overscan
    x = (np.linspace(-1, 1, columns, endpoint=False) + 1 / columns - lens.x / aspect) / scale
    y = (np.linspace(1, -1, rows, endpoint=False) - 1 / rows - lens.y) / scale
    i = np.clip((x * 0.5 + 0.5) * wide, 0, wide - 1).astype(np.int64)
    j = np.clip((0.5 - y * 0.5) * tall, 0, tall - 1).astype(np.int64)
    return j[:, None], i[None, :]
