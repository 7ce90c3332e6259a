"""Backdrop passes: sky, stars, hills and ground, and the full-screen shaders (fields) of elements."""

from __future__ import annotations

from typing import Any
from zlib import crc32

import moderngl

from dreamplayer.drawing.primitives import Field
from dreamplayer.model.stage import GROUNDS
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.gl.brush import STRIP, Brush
from dreamplayer.picture.gl.primitives import Primitives
from dreamplayer.picture.gl.programs import put
from dreamplayer.picture.gl.targets import Targets
from dreamplayer.picture.ridges import heights

MIRRORS = frozenset({"water", "glass", "floor", "wood", "street", "void"})
"""Reflecting grounds."""
_TURNS = 2
"""Without a graphics card slow fields are redrawn in every second picture."""
_STARS = 3600


class BackdropPasses:
    """The backdrop passes of one painter."""

    def __init__(self, brush: Brush, primitives: Primitives) -> None:
        self.brush, self._primitives = brush, primitives
        self._pictures = 0
        self._sky_drawn_in: Targets | None = None
        data = heights(7)
        self._ridges = brush.ctx.texture((len(data), 1), 4, data.tobytes(), dtype="f4")
        self._ridges.filter = (moderngl.LINEAR, moderngl.LINEAR)
        self._ridges.repeat_x = True

    def next_picture(self) -> None:
        """Count a picture."""
        self._pictures += 1

    def begin(self, frame: Frame, targets: Targets, *, fresh: bool = False) -> None:
        """Draw the sky at low resolution, without a graphics card only in every second picture unless `fresh`.

        In new targets, after a change of size or tier, there is none yet.

        Args:
            frame: what is seen at one moment.
            targets: to draw in.
            fresh: True where the sky of the picture before will not do.
        """
        fresh = fresh or self._sky_drawn_in is not targets
        if fresh or not self._primitives.slow or self._pictures % _TURNS == 1:
            self._sky_drawn_in = targets
            self.brush.enter(targets.sky, frame)
            self.brush.blend(False)
            self.brush.fill("sky.frag")

    def sky(self, frame: Frame, targets: Targets, *, flip: bool) -> None:
        """Copy the sky into the current target, flipped for the reflection (without stars, which would smear there).

        Args:
            frame: what is seen at one moment.
            targets: with the sky drawn.
            flip: True while the reflection in water is drawn.
        """
        self.brush.blend(False)
        targets.sky.texture.use(0)
        self.brush.fill("copy.frag", source=0, flip=float(flip))
        self.brush.blend(True)
        if frame.stage.stars > 0.01 and not flip:
            program = self.brush.programs("stars.vert", "dots.frag")
            count = int(_STARS * (0.5 + 0.5 * self.brush.detail))
            self.brush.bare(program).render(moderngl.POINTS, vertices=count)

    def hills(self, frame: Frame) -> None:
        """Draw the ranges of hills along the horizon.

        Args:
            frame: what is seen at one moment.
        """
        if frame.stage.ridges >= 0.01:
            self._ridges.use(0)
            self.brush.blend(True)
            h = frame.stage.camera.horizon
            self.brush.fill("ridges.frag", patch=(-frame.aspect, h - 0.5, frame.aspect, h + 0.5), heights=0)

    def ground(self, frame: Frame, targets: Targets) -> None:
        """Draw the ground; two kinds during a crossfade.

        Args:
            frame: what is seen at one moment.
            targets: with the reflection drawn.
        """
        targets.mirror.texture.use(0)
        self.brush.blend(True)
        patch = (-frame.aspect, -1.0, frame.aspect, min(1.0, frame.stage.camera.horizon + 0.002))
        share_left = 1.0
        for kind, share in sorted(frame.grounds, key=lambda item: -item[1]):
            if share > 0.004:
                program = self.brush.programs("quad.vert", "ground.frag", f"KIND {GROUNDS.index(kind)}")
                self.brush.quad(program, patch, mirror=0, share=share_left)
                share_left = 1.0 - share

    def field(self, form: Field, frame: Frame, targets: Targets, *, mirrored: bool) -> None:
        """Draw the shader of an element; one of coarse grain at low resolution, scaled up.

        Args:
            form: shader, parameters and the part of the screen it covers.
            frame: whose stage is drawn.
            targets: for low resolutions.
            mirrored: for the reflection in the ground.
        """
        brush, program = self.brush, self.brush.programs.field(form.shader)
        for unit, (name, shape) in enumerate(form.maps.items(), start=2):
            self._primitives.textures.map(shape).use(unit)
            put(program, **{name: unit})
        patch = form.patch
        if patch is not None and mirrored:
            twice = 2 * frame.stage.camera.horizon
            patch = (patch[0], twice - patch[3], patch[2], twice - patch[1])
        if form.grain <= 1 or mirrored:
            brush.quad(program, patch, form.depth, **dict[str, Any](form.params))
            return
        small, fresh = (targets.half if form.grain == 2 else targets.quarter), True
        if self._primitives.slow:
            layer = self._primitives.layers.layer(("field", form.shader, form.depth), targets.quarter.size)
            turn = crc32(form.shader.encode()) % _TURNS
            small, fresh = layer.front, not layer.ready or self._pictures % _TURNS == turn
            layer.ready = True
        if fresh:
            brush.enter(small, frame)
            small.buffer.clear()
            brush.blend(False)
            brush.quad(program, patch, **dict[str, Any](form.params))
            brush.enter(targets.scene, frame)
        brush.blend(True)
        small.texture.use(0)
        brush.quad(brush.programs("quad.vert", "copy.frag"), patch, depth=form.depth, source=0, flip=0.0)

    def glow(self, lamp: int) -> None:
        """Draw the glow of a lamp in the air; `lamp` is its index in the frame.

        Args:
            lamp: index in the frame, 0 or more.
        """
        program = self.brush.programs("air_glow.vert", "air_glow.frag")
        put(program, lamp=lamp)
        self.brush.bare(program).render(STRIP, vertices=4)

    def release(self) -> None:
        """Free its memory."""
        self._ridges.release()
