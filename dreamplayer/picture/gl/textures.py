"""Painted shapes as textures, uploaded once and cached (least recently used are dropped)."""

from __future__ import annotations

from dataclasses import dataclass

import moderngl
import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Shape

KEEP = 160
"""Shapes cached; the least recently used are dropped."""


@dataclass(frozen=True)
class Painted:
    """A shape as two texture arrays, one layer for each frame."""

    matter: moderngl.TextureArray
    """Albedo and alpha, premultiplied."""
    relief: moderngl.TextureArray
    """Normal x and y, thickness, luminous part."""
    frames: int

    def release(self) -> None:
        """Free its memory."""
        self.matter.release()
        self.relief.release()


def _bytes(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.asarray(np.clip(values * 255.0 + 0.5, 0, 255), np.uint8)


def packed(channels: NDArray[np.float32], *, modelled: bool = False) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """A shape's eight channels as two 8-bit images a frame; square roots keep dark tones apart.

    Args:
        channels: (frames, height, width, 8).
        modelled: the seventh channel is depth towards the eye and is kept as it is.

    Returns:
        (matter, relief), each (frames, height, width, 4).
    """
    x = np.nan_to_num(np.asarray(channels, np.float32))
    alpha = np.clip(x[..., 3:4], 0, 1)
    matter = np.concatenate([np.sqrt(np.clip(x[..., :3] * alpha, 0, 1)), alpha], -1)
    relief = np.concatenate(
        [
            x[..., 4:6] * 0.5 + 0.5,
            np.clip(x[..., 6:7], 0, 1) if modelled else np.sqrt(np.clip(x[..., 6:7] / 0.25, 0, 1)),
            np.sqrt(np.clip(x[..., 7:8], 0, 1)),
        ],
        -1,
    )
    return _bytes(matter), _bytes(relief)


class Textures:
    """Uploaded shapes by key."""

    def __init__(self, ctx: moderngl.Context, *, plain: bool = False) -> None:
        self.ctx = ctx
        # Without a graphics card every tap counts: one level of the mipmap instead of two.
        self._shrink = moderngl.LINEAR_MIPMAP_NEAREST if plain else moderngl.LINEAR_MIPMAP_LINEAR
        self._shapes: dict[str, Painted] = {}
        self._maps: dict[str, moderngl.Texture] = {}

    def shape(self, shape: Shape) -> Painted:
        """The shape's textures, painted and uploaded at first use.

        Args:
            shape: any.
        """
        found = self._shapes.pop(shape.key, None)
        if found is None:
            matter, relief = packed(shape.paint(), modelled=shape.modelled)
            found = Painted(self._array(matter), self._array(relief), matter.shape[0])
            while len(self._shapes) >= KEEP:
                self._shapes.pop(next(iter(self._shapes))).release()
        self._shapes[shape.key] = found
        return found

    def map(self, shape: Shape) -> moderngl.Texture:
        """The first four channels of a shape's first frame as a texture, for a distance field or shader.

        Args:
            shape: any.
        """
        if shape.key not in self._maps:
            data = np.ascontiguousarray(shape.paint()[0, ::-1, :, :4].astype("f2"))
            texture = self.ctx.texture((data.shape[1], data.shape[0]), 4, data.tobytes(), dtype="f2")
            texture.filter = (moderngl.LINEAR, moderngl.LINEAR)
            self._maps[shape.key] = texture
        return self._maps[shape.key]

    def _array(self, data: NDArray[np.uint8]) -> moderngl.TextureArray:
        frames, height, width, parts = data.shape
        texture = self.ctx.texture_array((width, height, frames), parts, np.ascontiguousarray(data).tobytes())
        texture.build_mipmaps()
        texture.filter = (self._shrink, moderngl.LINEAR)
        texture.repeat_x = texture.repeat_y = False
        return texture

    def release(self) -> None:
        """Free all memory."""
        for painted in self._shapes.values():
            painted.release()
        for texture in self._maps.values():
            texture.release()
        self._shapes.clear()
        self._maps.clear()
