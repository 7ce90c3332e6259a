"""What every pass draws with: where it draws, the scene block it reads, and quads over patches of the screen."""

from __future__ import annotations

from typing import Any

import moderngl
import numpy as np

from dreamplayer.picture.frame import Frame
from dreamplayer.picture.gl.block import SIZE, scene_block
from dreamplayer.picture.gl.programs import Programs, put
from dreamplayer.picture.gl.targets import Target

STRIP = moderngl.TRIANGLE_STRIP


class Brush:
    """One context's programs and the place being drawn into."""

    def __init__(self, ctx: moderngl.Context) -> None:
        self.ctx = ctx
        self.programs = Programs(ctx)
        self.where: Target | None = None
        """The target entered last."""
        self.aspect = 16 / 9
        self.detail = 1.0
        self._block = ctx.buffer(reserve=SIZE, dynamic=True)
        self._bare: dict[int, moderngl.VertexArray] = {}

    def enter(self, where: Target, frame: Frame, *, mirrored: bool = False) -> None:
        """Draw into a target from now on, with the frame's stage upright or mirrored in the ground."""
        self.where = where
        self.aspect = frame.aspect
        self.use(where.buffer, where.size)
        self.tell(frame, where.size[1], mirrored=mirrored)

    def tell(self, frame: Frame, height: int, *, mirrored: bool = False) -> None:
        """Give all shaders the frame's stage, for a target that high."""
        data = scene_block(frame, height, mirrored=mirrored, detail=self.detail)
        self._block.write(np.ascontiguousarray(data))
        # Another painter of this context (the picker's small pictures) may have bound its own since.
        self._block.bind_to_uniform_block(0)

    def use(self, buffer: moderngl.Framebuffer, size: tuple[int, int]) -> None:
        """Draw into a framebuffer, the stage staying as it was told."""
        buffer.use()
        self.ctx.viewport = (0, 0, *size)

    def blend(self, on: bool) -> None:
        """Premultiplied over what is there, or in its place."""
        if on:
            self.ctx.enable(moderngl.BLEND)
            self.ctx.blend_func = moderngl.ONE, moderngl.ONE_MINUS_SRC_ALPHA
        else:
            self.ctx.disable(moderngl.BLEND)

    def quad(self, program: moderngl.Program, patch: tuple[float, ...] | None = None, **values: Any) -> None:
        """A quad over a patch (left, bottom, right, top in screen units), or over everything."""
        put(program, patch_is=patch or (-self.aspect, -1.0, self.aspect, 1.0), **values)
        self.bare(program).render(STRIP, vertices=4)

    def fill(self, frag: str, **values: Any) -> None:
        """Everything, by a fragment shader of `picture/shaders`."""
        self.quad(self.programs("quad.vert", frag), **values)

    def bare(self, program: moderngl.Program) -> moderngl.VertexArray:
        """A vertex array without attributes: the shader counts vertices."""
        if program.glo not in self._bare:
            self._bare[program.glo] = self.ctx.vertex_array(program, [])
        return self._bare[program.glo]
