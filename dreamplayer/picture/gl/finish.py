"""Post-processing: bloom, grade, melanopic cap and dither; then captions and the interface."""

from __future__ import annotations

from typing import Any

import moderngl

from dreamplayer.picture.frame import Caption, Frame, Overlay
from dreamplayer.picture.gl.brush import STRIP, Brush
from dreamplayer.picture.gl.lettering import PAD, Lettering, caption_pixels
from dreamplayer.picture.gl.programs import put
from dreamplayer.picture.gl.targets import Target, Targets

_KNEE = 0.45
"""Linear light below which there is hardly any bloom."""


class PostProcessing:
    """The post-processing passes of one painter."""

    def __init__(self, brush: Brush) -> None:
        self.brush = brush
        self._lettering = Lettering(brush.ctx)
        self._overlay: tuple[moderngl.Texture, bytes | None] | None = None

    def show(self, frame: Frame, targets: Targets, screen: moderngl.Framebuffer, size: tuple[int, int]) -> None:
        """Grade the scene in `targets` and draw it on the screen, `size` pixels.

        Args:
            frame: its grade and captions count.
            targets: with the scene drawn.
            screen: to draw on.
            size: width and height of the screen in pixels.
        """
        if targets.shown is None:
            self.compose(frame, targets, screen, size, grain=1.6)
            return
        self.compose(frame, targets, targets.shown.buffer, targets.shown.size, grain=1.0)
        targets.shown.texture.use(0)
        self.brush.use(screen, size)
        self.brush.fill("finish.frag", source=0, limits=(frame.grade.black, _seed(frame)))

    def compose(
        self, frame: Frame, targets: Targets, onto: moderngl.Framebuffer, size: tuple[int, int], *, grain: float
    ) -> None:
        """Grade the scene in `targets` under the night's cap, in sRGB.

        Args:
            frame: its grade and caption.
            targets: with the scene drawn.
            onto: drawn into.
            size: of it, pixels.
            grain: strength of the dither in steps of 8 bits: below 1 dark gradients band, above 2 it is seen as noise.
        """
        self._bloom(targets)
        brush, grade = self.brush, frame.grade
        targets.scene.texture.use(0)
        targets.bloom[0].texture.use(1)
        shared: dict[str, Any] = {
            "scene_is": 0,
            "bloom_is": 1,
            "grade_a": (grade.exposure, grade.warmth, grade.bloom, grade.vignette),
            "caption_shade": frame.caption.opacity if frame.caption else 0.0,
        }
        brush.use(targets.meter.buffer, targets.meter.size)
        brush.fill("meter.frag", **shared)
        targets.meter.texture.build_mipmaps()
        targets.meter.texture.use(2)
        brush.use(onto, size)
        limits = (grade.cap, grade.black, _seed(frame))
        brush.fill("compose.frag", meter_is=2, limits=limits, grain=grain, **shared)

    def write(self, frame: Frame, screen: moderngl.Framebuffer, size: tuple[int, int]) -> None:
        """Draw the caption and, over it, the interface.

        Args:
            frame: its caption and interface count.
            screen: to draw on.
            size: width and height of the screen in pixels.
        """
        self.brush.use(screen, size)
        self.brush.blend(True)
        if frame.caption and frame.caption.opacity > 0.004:
            self._caption(frame.caption, size)
        if frame.overlay is not None and frame.overlay.opacity > 0.004:
            self._lay(frame.overlay)

    def release(self) -> None:
        """Free the memory on the graphics card."""
        self._lettering.release()
        if self._overlay:
            self._overlay[0].release()

    def _bloom(self, targets: Targets) -> None:
        self.brush.blend(False)
        source = targets.scene.texture
        for i, one in enumerate(targets.bloom):
            self._pass("down.frag", one, source, knee=_KNEE if i == 0 else 0.0)
            source = one.texture
        self.brush.blend(True)
        self.brush.ctx.blend_func = moderngl.ONE, moderngl.ONE
        for i in range(len(targets.bloom) - 2, -1, -1):
            self._pass("up.frag", targets.bloom[i], targets.bloom[i + 1].texture)
        self.brush.blend(False)

    def _pass(self, frag: str, where: Target, source: moderngl.Texture, **values: float) -> None:
        source.use(0)
        self.brush.use(where.buffer, where.size)
        self.brush.fill(frag, source=0, texel=(0.5 / source.width, 0.5 / source.height), **values)

    def _caption(self, caption: Caption, size: tuple[int, int]) -> None:
        program = self.brush.programs("caption.vert", "caption.frag")
        pixels = caption_pixels(caption, size[1])
        textures = [self._lettering.line(words, pixels, easy=caption.easy) for words in caption.lines]
        pad, y = int(PAD * pixels), int(size[1] * 0.058)
        for words, texture in zip(reversed(caption.lines), reversed(textures), strict=True):
            width, height = texture.size
            texture.use(0)
            put(
                program,
                box=((size[0] - width) // 2, y - pad, width, height),
                window=size,
                line_is=0,
                spoken=caption.spoken - words[0].index,
                opacity=caption.opacity,
                by_phrase=int(caption.by_phrase),
            )
            self.brush.bare(program).render(STRIP, vertices=4)
            y += height - 2 * pad

    def _lay(self, overlay: Overlay) -> None:
        if self._overlay is None or self._overlay[0].size != (overlay.width, overlay.height):
            if self._overlay:
                self._overlay[0].release()
            texture = self.brush.ctx.texture((overlay.width, overlay.height), 4)
            texture.filter = (moderngl.LINEAR, moderngl.LINEAR)
            self._overlay = (texture, None)
        texture, shown = self._overlay
        if shown is not overlay.rgba:
            texture.write(overlay.rgba)
            self._overlay = (texture, overlay.rgba)
        texture.use(0)
        self.brush.fill("overlay.frag", source=0, opacity=overlay.opacity)


def _seed(frame: Frame) -> float:
    """Seed of the dither: another one sixty times a second."""
    return float(int(frame.t * 60) & 0xFFFF)
