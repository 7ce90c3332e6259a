"""The place of a frame on the graphics card: its layers as textures, added each frame, and its depth."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import moderngl
import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.solids.cast import Layers
from dreamplayer.picture.frame import Frame, PlaceView
from dreamplayer.picture.gl.brush import Brush
from dreamplayer.picture.gl.targets import Targets
from dreamplayer.picture.place_layers import KEPT, layers_of
from dreamplayer.picture.place_shadows import shadows_in_place

_COVERED = 0.995
"""Cover from which on nothing of the sky is seen."""


@dataclass(frozen=True, eq=False)
class PlaceTextures:
    """The layers of one framing as textures."""

    layers: Layers
    light: tuple[moderngl.Texture, ...]
    """One for each group of lamps."""
    cover: moderngl.Texture
    depth: moderngl.Texture
    closed: bool
    """True where the place covers the whole picture: nothing is drawn behind it."""
    overscan: float
    reflection: PlaceTextures | None

    def lens(self, view: PlaceView) -> tuple[float, float, float]:
        """Scale with overscan, shift to the right and upwards, through which the layers are seen.

        Args:
            view: with the change of the lens.

        Returns:
            A factor, and two shifts in screen units.
        """
        return view.lens.scale * self.overscan, view.lens.x, view.lens.y

    def release(self) -> None:
        """Free its memory."""
        for texture in (*self.light, self.cover, self.depth):
            texture.release()
        if self.reflection is not None:
            self.reflection.release()


class PlacePass:
    """Uploads the layers of places, the last few kept, and draws them."""

    def __init__(self, brush: Brush) -> None:
        self.brush = brush
        self._kept: OrderedDict[int, PlaceTextures] = OrderedDict()
        self._coming: tuple[Layers, list[moderngl.Texture]] | None = None
        """Layers that are uploaded ahead, with the textures that are there already."""
        self._left: moderngl.Texture | None = None
        """Share of light that bodies leave."""

    def textures(self, frame: Frame, targets: Targets) -> PlaceTextures | None:
        """The textures of a frame's place; None where it has none, or it is not cast yet.

        Args:
            frame: with its place.
            targets: their size is that of the layers.
        """
        if frame.backdrop is None:
            return None
        layers = layers_of(frame.backdrop, targets.width, targets.height, frame.aspect)
        if layers is None:
            return None
        found = self._kept.pop(id(layers), None)
        while found is None:
            self.ahead(layers)
            found = self._kept.pop(id(layers), None)
        self._kept[id(layers)] = found
        return found

    def ahead(self, layers: Layers) -> bool:
        """Upload one more texture of layers that are drawn soon: all at once would hold up a picture.

        Args:
            layers: of the framing that comes.

        Returns:
            Whether they are all there.
        """
        if id(layers) in self._kept:
            return True
        if self._coming is None or self._coming[0] is not layers:
            self._drop_coming()
            self._coming = (layers, [])
        made, parts = self._coming[1], _parts(layers)
        made.append(self._texture(*parts[len(made)]))
        if len(made) < len(parts):
            return False
        self._coming = None
        self._kept[id(layers)] = _textures(layers, made, layers.overscan)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)[1].release()
        return True

    def _drop_coming(self) -> None:
        for texture in self._coming[1] if self._coming is not None else ():
            texture.release()
        self._coming = None

    def draw(self, frame: Frame, view: PlaceView, textures: PlaceTextures, where: moderngl.Framebuffer) -> None:
        """Draw the place over what is there, and write its depth.

        Args:
            frame: with its lights: those of the living light the place too.
            view: the frame's place.
            textures: of it.
            where: the framebuffer, with a depth buffer.
        """
        ctx, brush = self.brush.ctx, self.brush
        groups = textures.layers.groups
        lit = len(frame.lights) - view.own_lights
        program = brush.programs("quad.vert", "place.frag", f"GROUPS {len(groups)}", *(("LIVING",) if lit > 0 else ()))
        for unit, texture in enumerate((textures.cover, textures.depth, *textures.light)):
            texture.use(unit)
        values: dict[str, Any] = {f"light_{k}": 2 + k for k in range(len(groups))}
        values |= {f"strength_{k}": view.strength(group) for k, group in enumerate(groups)}
        lens = textures.lens(view)
        brush.blend(True)
        ctx.enable(moderngl.DEPTH_TEST)
        where.depth_mask = True
        ctx.depth_func = "1"
        brush.quad(program, cover_is=0, depth_is=1, lens=lens, mist=view.mist, living=lit, **values)
        ctx.depth_func = "<="
        where.depth_mask = False

    def shade(self, frame: Frame, view: PlaceView, textures: PlaceTextures) -> None:
        """Darken what lies in the shadow of bodies; nothing of the depth changes.

        Args:
            frame: with its shadows and lights.
            view: the frame's place.
            textures: of it.
        """
        left = shadows_in_place(frame, view, textures.layers)
        if left is None:
            return
        ctx, brush = self.brush.ctx, self.brush
        rows, columns = left.shape
        if self._left is None or self._left.size != (columns, rows):
            if self._left is not None:
                self._left.release()
            self._left = ctx.texture((columns, rows), 1, dtype="f1", alignment=1)
            self._left.repeat_x = self._left.repeat_y = False
        self._left.write(np.asarray(left * 255.0 + 0.5, np.uint8).tobytes())
        self._left.use(0)
        brush.blend(True)
        ctx.disable(moderngl.DEPTH_TEST)
        brush.quad(brush.programs("quad.vert", "cast_shadow.frag"), left_is=0, lens=textures.lens(view))
        ctx.enable(moderngl.DEPTH_TEST)

    def end(self) -> None:
        """No longer test against the depth of a place."""
        self.brush.ctx.disable(moderngl.DEPTH_TEST)

    def release(self) -> None:
        """Free all memory."""
        for textures in self._kept.values():
            textures.release()
        self._kept.clear()
        self._drop_coming()
        if self._left is not None:
            self._left.release()

    def _texture(self, data: NDArray[np.generic], channels: int, dtype: str) -> moderngl.Texture:
        rows, columns = data.shape[:2]
        texture = self.brush.ctx.texture((columns, rows), channels, np.ascontiguousarray(data), dtype=dtype)
        kind = moderngl.NEAREST if dtype == "f4" else moderngl.LINEAR
        texture.filter = (kind, kind)
        texture.repeat_x = texture.repeat_y = False
        return texture


def _parts(layers: Layers) -> list[tuple[NDArray[np.generic], int, str]]:
    """What is uploaded of layers, each array with its channels and type: light by group, cover, depth, reflection."""
    own: list[tuple[NDArray[np.generic], int, str]] = [(light, 3, "f2") for light in layers.light]
    own += [(layers.cover, 1, "f2"), (layers.depth, 1, "f4")]
    return own if layers.reflection is None else own + _parts(layers.reflection)


def _textures(layers: Layers, made: list[moderngl.Texture], overscan: float) -> PlaceTextures:
    """The textures of layers, in the order of `_parts`."""
    groups = len(layers.light)
    return PlaceTextures(
        layers,
        tuple(made[:groups]),
        made[groups],
        made[groups + 1],
        bool(np.asarray(layers.cover).min() > _COVERED),
        overscan,
        None if layers.reflection is None else _textures(layers.reflection, made[groups + 2 :], overscan),
    )
