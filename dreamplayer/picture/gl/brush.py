"""Shared drawing state of all passes: current target, uniform block, and quads over parts of the screen."""

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
    """The programs of one context, and the target being drawn into."""

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
        """Make a target current and upload the frame's uniform block.

        Args:
            where: the target.
            frame: whose stage is uploaded.
            mirrored: for the reflection in the ground.
        """
        self.where = where
        self.aspect = frame.aspect
        self.use(where.buffer, where.size)
        self.tell(frame, where.size[1], mirrored=mirrored)

    def tell(self, frame: Frame, height: int, *, mirrored: bool = False) -> None:
        """Upload the frame's uniform block for all shaders.

        Args:
            frame: whose stage is uploaded.
            height: of the target, pixels.
            mirrored: for the reflection in the ground.
        """
        data = scene_block(frame, height, mirrored=mirrored, detail=self.detail)
        self._block.write(np.ascontiguousarray(data))
        # Another painter of this context (the picker's small pictures) may have bound its own since.
        self._block.bind_to_uniform_block(0)

    def use(self, buffer: moderngl.Framebuffer, size: tuple[int, int]) -> None:
        """Make a framebuffer of `size` pixels current; the uniform block stays.

        Args:
            buffer: to draw on from now on.
            size: its width and height in pixels.
        """
        buffer.use()
        self.ctx.viewport = (0, 0, *size)

    def blend(self, on: bool) -> None:
        """Blend premultiplied colours over what is there, or replace it.

        Args:
            on: False replaces what is there.
        """
        if on:
            self.ctx.enable(moderngl.BLEND)
            self.ctx.blend_func = moderngl.ONE, moderngl.ONE_MINUS_SRC_ALPHA
        else:
            self.ctx.disable(moderngl.BLEND)

    def quad(
        self, program: moderngl.Program, patch: tuple[float, ...] | None = None, depth: float = 0.0, **values: Any
    ) -> None:
        """Draw a quad.

        Args:
            program: to draw it with.
            patch: left, bottom, right, top in half screens; None for the whole screen.
            depth: metres at which it hangs, where a place may hide it; 0 is before everything.
            values: uniforms.
        """
        put(program, patch_is=patch or (-self.aspect, -1.0, self.aspect, 1.0), quad_depth=depth, **values)
        self.bare(program).render(STRIP, vertices=4)

    def fill(self, frag: str, **values: Any) -> None:
        """Draw over the whole screen with a fragment shader of `picture/shaders`; `values` are its uniforms.

        Args:
            frag: file name of the shader.
            values: its uniforms by name.
        """
        self.quad(self.programs("quad.vert", frag), **values)

    def bare(self, program: moderngl.Program) -> moderngl.VertexArray:
        """A vertex array without attributes, for shaders that use gl_VertexID; cached.

        Args:
            program: whose vertex shader has no inputs.
        """
        if program.glo not in self._bare:
            self._bare[program.glo] = self.ctx.vertex_array(program, [])
        return self._bare[program.glo]
