"""Frames drawn with OpenGL: sky, mirror, scene far to near, bloom, the night's grade, captions at full size."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import moderngl
import numpy as np

from dreamplayer.errors import PictureError
from dreamplayer.forms.form import Dots, Field, Form, Instances, Ribbons, Sprites, Text
from dreamplayer.model.stage import GROUNDS, Light
from dreamplayer.picture.frame import Caption, Frame
from dreamplayer.picture.gl import pack
from dreamplayer.picture.gl.block import SIZE, scene_block
from dreamplayer.picture.gl.layers import PARTS, Layers
from dreamplayer.picture.gl.lettering import PAD, Lettering, caption_pixels
from dreamplayer.picture.gl.programs import Programs, put
from dreamplayer.picture.gl.stream import Stream
from dreamplayer.picture.gl.targets import Target, Targets
from dreamplayer.picture.gl.textures import Textures
from dreamplayer.picture.gl.words import paint_words
from dreamplayer.picture.quality import Pace, Tier, first_tier, step, tier
from dreamplayer.picture.ridges import heights

_MIRRORS = {"water", "glass", "floor", "wood", "street", "void"}
_PROFILES = {"light": 0, "body": 1, "veil": 2, "ink": 3}
_GROUND_DEPTH = 250.0
_RIDGE_DEPTH = 260.0
_STRIP = moderngl.TRIANGLE_STRIP
_MEASURE = 3
"""Pictures from one measured to the next."""
_MANY = 200
"""From how many on things are worth a layer of their own."""
_KEEP_FIELDS = 48
"""Meadows and woods kept on the graphics card."""
_EGL: dict[str, Any] = {"backend": "egl"}


class GLPainter:
    """Draws on the context's screen, or into memory when there is none to show on."""

    def __init__(
        self, ctx: moderngl.Context, width: int, height: int, *, quality: str | None = None, offscreen: bool = False
    ) -> None:
        self.ctx = ctx
        ctx.enable(moderngl.PROGRAM_POINT_SIZE | moderngl.BLEND)
        self.renderer = str(ctx.info["GL_RENDERER"])
        self.quality: Tier = tier(quality) if quality else first_tier(self.renderer)
        self._adapts = quality is None
        self._pace = Pace()
        self._programs = Programs(ctx)
        self._textures = Textures(ctx, plain=self.quality.scale < 1.0)
        self._lettering = Lettering(ctx)
        self._block = ctx.buffer(reserve=SIZE, dynamic=True)
        self._block.bind_to_uniform_block(0)
        self._bare: dict[int, moderngl.VertexArray] = {}
        self._instances: dict[str, list[tuple[moderngl.Buffer, moderngl.VertexArray, int]]] = {}
        self._layers = Layers(ctx)
        self._where: Target | None = None
        self._pictures = 0
        self._ridges = self._ridge_map(7)
        self._dots = Stream(
            ctx, self._programs("dots.vert", "dots.frag"), "3f 1f 4f 1f", ("at", "size", "colour_cover", "glint_in")
        )
        self._solid = Stream(
            ctx,
            self._programs("dots.vert", "dots.frag", "COVER"),
            "3f 1f 4f 1f",
            ("at", "size", "colour_cover", "glint_in"),
        )
        names = ("at", "size", "tint_in", "glow_in", "pose", "show")
        self._sprites = Stream(ctx, self._programs("sprite.vert", "sprite.frag"), "3f 1f 3f 3f 4f 3f", names, each=True)
        self._halos = Stream(ctx, self._programs("sprite.vert", "halo.frag"), "3f 1f 3f 3f 4f 3f", names, each=True)
        self._glows = Stream(
            ctx, self._programs("sprite.vert", "sprite.frag", "UNLIT"), "3f 1f 3f 3f 4f 3f", names, each=True
        )
        self._leaves = Stream(
            ctx,
            self._programs("sprite.vert", "instance.frag", "LIT_ONCE"),
            "3f 1f 3f 3f 4f 3f",
            names,
            each=True,
        )
        self._growing = Stream(
            ctx,
            self._programs("sprite.vert", "instance.frag", "GROWING", "LIT_ONCE"),
            "3f 1f 3f 3f 4f 3f 2f",
            (*names, "clock_in"),
            each=True,
        )
        self._strips = {
            name: Stream(
                ctx,
                self._programs("ribbon.vert", "ribbon.frag", f"PROFILE {number}"),
                "3f 3f 4f 4f 3f",
                ("at", "along_dir", "line", "tint_grown", "glow_in"),
            )
            for name, number in _PROFILES.items()
        }
        self._overlay: tuple[moderngl.Texture, object] | None = None
        self._out: Target | None = None
        self._offscreen = offscreen
        self._targets: Targets | None = None
        self.width = self.height = 0
        self.resize(width, height)

    # -- the outside ---------------------------------------------------------------------------------------

    def resize(self, width: int, height: int) -> None:
        """Draw at another size from now on."""
        if (width, height) == (self.width, self.height):
            return
        self.width, self.height = max(16, width), max(16, height)
        with self._current():
            self._retarget()

    def paint(self, frame: Frame) -> None:
        """Draw it; on a slow machine the next one is drawn more plainly."""
        with self._current():
            self._paint_in_time(frame)

    def _current(self) -> AbstractContextManager[object]:
        """Its own context, where other painters in memory may have put theirs in its place."""
        return self.ctx if self._offscreen else nullcontext()

    def _paint_in_time(self, frame: Frame) -> None:
        # Waiting for the picture to be done keeps the next one from being begun: now and then is enough to know.
        measured = self._adapts and self._pictures % _MEASURE == 0
        if measured:
            self.ctx.finish()
        began = time.perf_counter()
        self._paint(frame)
        if measured:
            self.ctx.finish()
            finer, self._pace = step(self.quality, self._pace, (time.perf_counter() - began) * 1e3)
            if finer is not self.quality:
                self.quality = finer
                self._retarget()

    def pixels(self) -> bytes:
        """The last picture, RGB rows from the top."""
        with self._current():
            data = self._screen().read(components=3, alignment=1, viewport=(0, 0, self.width, self.height))
        rows = np.frombuffer(data, np.uint8).reshape(self.height, self.width, 3)
        return rows[::-1].tobytes()

    def close(self) -> None:
        """Let go of everything on the graphics card."""
        with self._current():
            self._release()

    def _release(self) -> None:
        self._textures.release()
        self._lettering.release()
        for stream in self._streams:
            stream.release()
        for parts in self._instances.values():
            for buffer, array, _ in parts:
                array.release()
                buffer.release()
        self._layers.release()
        if self._targets:
            self._targets.release()
        if self._out:
            self._out.release()

    # -- one picture ---------------------------------------------------------------------------------------

    def _paint(self, frame: Frame) -> None:
        targets = self._targets
        assert targets is not None
        if frame.grade.black >= 0.9995:
            screen = self._screen()
            screen.use()
            screen.clear(0.0, 0.0, 0.0, 1.0)
            self._lay_over(frame)
            return
        for stream in self._streams:
            stream.rewind()
        self._layers.next_picture()
        drawn: list[Form] = [form for form in frame.forms if not isinstance(form, Light)]
        drawn += [light for light in frame.lights[:8] if light.haze > 0.01]
        drawn.sort(key=pack.depth_of, reverse=True)

        self._pictures += 1
        if not self._slow or self._pictures % 3 == 1:
            self._enter(targets.sky, frame)
            self._blend(False)
            self._field(self._programs("quad.vert", "sky.frag"), frame)
        if any(kind in _MIRRORS and share > 0.01 for kind, share in frame.grounds):
            self._enter(targets.mirror, frame, mirrored=True)
            self._sky(frame, flip=True)
            self._scene(frame, drawn, mirrored=True)
        self._enter(targets.scene, frame)
        self._sky(frame, flip=False)
        self._scene(frame, drawn, mirrored=False)
        self._finish(frame, targets)
        self._lay_over(frame)

    def _enter(self, where: Target, frame: Frame, *, mirrored: bool = False) -> None:
        self._where = where
        where.buffer.use()
        self.ctx.viewport = (0, 0, *where.size)
        data = scene_block(frame, where.size[1], mirrored=mirrored, detail=self.quality.detail)
        self._block.write(np.ascontiguousarray(data))
        # Another painter of this context (the picker's small pictures) may have bound its own since.
        self._block.bind_to_uniform_block(0)

    def _sky(self, frame: Frame, *, flip: bool) -> None:
        assert self._targets is not None
        self._blend(False)
        self._targets.sky.texture.use(0)
        self._field(self._programs("quad.vert", "copy.frag"), frame, source=0, flip=float(flip))
        self._blend(True)
        if frame.stage.stars > 0.01 and not flip:
            program = self._programs("stars.vert", "dots.frag")
            count = int(3600 * (0.5 + 0.5 * self.quality.detail))
            self._array(program).render(moderngl.POINTS, vertices=count)

    def _scene(self, frame: Frame, drawn: list[Form], *, mirrored: bool) -> None:
        ridges = ground = False
        for form in drawn:
            depth = pack.depth_of(form)
            if depth < _RIDGE_DEPTH and not ridges:
                ridges = True
                self._hills(frame)
            if depth < _GROUND_DEPTH and not ground:
                ground = True
                if not mirrored:
                    self._ground(frame)
            if mirrored and not getattr(form, "reflect", True):
                continue
            self._draw(form, frame, mirrored=mirrored)
        if not ridges:
            self._hills(frame)
        if not ground and not mirrored:
            self._ground(frame)

    def _hills(self, frame: Frame) -> None:
        if frame.stage.ridges < 0.01:
            return
        program = self._programs("quad.vert", "ridges.frag")
        self._ridges.use(0)
        self._blend(True)
        h = frame.stage.camera.horizon
        self._field(program, frame, patch=(-frame.aspect, h - 0.5, frame.aspect, h + 0.5), heights=0)

    def _ground(self, frame: Frame) -> None:
        assert self._targets is not None
        self._targets.mirror.texture.use(0)
        self._blend(True)
        patch = (-frame.aspect, -1.0, frame.aspect, min(1.0, frame.stage.camera.horizon + 0.002))
        first = True
        for kind, share in sorted(frame.grounds, key=lambda item: -item[1]):
            if share > 0.004:
                shown = 1.0 if first else share
                program = self._programs("quad.vert", "ground.frag", f"KIND {GROUNDS.index(kind)}")
                self._field(program, frame, patch=patch, mirror=0, share=shown)
                first = False

    def _draw(self, form: Form, frame: Frame, *, mirrored: bool) -> None:
        self._blend(True)
        if isinstance(form, Dots):
            if len(form.at):
                rows = pack.dots(form, self.quality.detail)
                stream = self._solid if np.any(rows[:, 7] > 0) else self._dots
                stream.fill(rows).render(moderngl.POINTS, vertices=len(rows))
        elif isinstance(form, Sprites):
            if len(form.at):
                self._sprite(form, mirrored=mirrored)
        elif isinstance(form, Instances):
            self._grow(form, mirrored=mirrored)
        elif isinstance(form, Ribbons):
            # A wood's worth of twigs upside down in the water would cost as much as the wood.
            if len(form.at) and not (mirrored and self._slow and len(form.at) > 80):
                self._ribbon(form)
        elif isinstance(form, Field):
            self._paint_field(form, frame, mirrored=mirrored)
        elif isinstance(form, Text):
            self._draw(paint_words(form), frame, mirrored=mirrored)
        else:
            self._glow(frame.lights.index(form))

    def _sprite(self, form: Sprites, *, mirrored: bool) -> None:
        if form.shape.radial:
            put(self._halos.program, shape_aspect=form.shape.aspect, foot=form.shape.foot)
            self._halos.fill(pack.sprites(form)).render(_STRIP, vertices=4, instances=len(form.at))
            return
        painted = self._textures.shape(form.shape)
        # Many at once are lit once each; few, and those between two frames, pixel by pixel.
        many = (
            len(form.at) > (3 if self._slow else 24)
            and form.lit > 0.01
            and bool(np.all(np.mod(form.frame, 1.0) == 0.0))
        )
        stream = self._leaves if many else self._sprites if form.lit > 0.01 else self._glows
        self._sprite_state(stream.program, form, painted.frames)
        rows = pack.sprites(form)
        pieces = np.array_split(rows, PARTS)

        def draw(part: int | None) -> None:
            some = rows if part is None else pieces[part]
            painted.matter.use(0)
            painted.relief.use(1)
            if len(some):
                stream.fill(some).render(_STRIP, vertices=4, instances=len(some))

        self._many(("leaves", form.shape.key, round(pack.depth_of(form), 1), len(rows), mirrored), len(rows), draw)

    def _sprite_state(self, program: moderngl.Program, form: Sprites | Instances, frames: int) -> None:
        put(
            program,
            matter=0,
            relief=1,
            shape_aspect=form.shape.aspect,
            foot=form.shape.foot,
            lit=form.lit,
            edge=form.rim,
            frames=float(frames),
        )

    def _grow(self, form: Instances, *, mirrored: bool) -> None:
        if form.opacity < 0.004 or not len(form.at):
            return
        key = f"{form.key}:{self.quality.name}"
        if key not in self._instances:
            rows = pack.instances(form, self.quality.detail)
            while len(self._instances) > _KEEP_FIELDS:
                for buffer, array, _ in self._instances.pop(next(iter(self._instances))):
                    array.release()
                    buffer.release()
            parts = [part for part in np.array_split(rows, PARTS) if len(part)]
            self._instances[key] = [(*self._growing.fixed(part), len(part)) for part in parts]
        parts_ = self._instances[key]
        painted = self._textures.shape(form.shape)
        program = self._programs("sprite.vert", "instance.frag", "GROWING", "LIT_ONCE")
        self._sprite_state(program, form, painted.frames)
        put(program, growth=(form.grown, form.sway, form.t, form.opacity), tone=form.tone, shine=form.shine)

        def draw(part: int | None) -> None:
            painted.matter.use(0)
            painted.relief.use(1)
            for _, array, count in parts_ if part is None else parts_[part : part + 1]:
                array.render(_STRIP, vertices=4, instances=count)

        total = sum(count for _, _, count in parts_)
        self._many(("field", form.key, mirrored), total, draw)

    def _many(self, key: tuple[object, ...], count: int, draw: Callable[[int | None], None]) -> None:
        """Draw many things: all at once, or a part a picture on a layer where every picture counts."""
        where = self._where
        if not self._slow or count < _MANY or where is None:
            draw(None)
            return
        layer = self._layers.layer(key, where.size)
        layer.back.buffer.use()
        self.ctx.viewport = (0, 0, *where.size)
        if layer.step == 0:
            layer.back.buffer.clear()
        self._blend(True)
        draw(layer.step)
        layer.turn()
        where.buffer.use()
        self.ctx.viewport = (0, 0, *where.size)
        if layer.ready:
            layer.front.texture.use(0)
            program = self._programs("quad.vert", "layer.frag")
            put(program, source=0, patch_is=(-self._aspect, -1.0, self._aspect, 1.0))
            self._array(program).render(_STRIP, vertices=4)

    def _ribbon(self, form: Ribbons) -> None:
        rows, strips = pack.ribbons(form)
        put(
            self._programs("ribbon.vert", "ribbon.frag", f"PROFILE {_PROFILES[form.profile]}"),
            spread={"light": 4.5, "veil": 1.6}.get(form.profile, 1.0),
        )
        self._strips[form.profile].fill(rows, strips).render(moderngl.TRIANGLES, vertices=len(strips))

    def _paint_field(self, form: Field, frame: Frame, *, mirrored: bool) -> None:
        assert self._targets is not None
        program = self._programs.field(form.shader)
        for unit, (name, shape) in enumerate(form.maps.items(), start=2):
            self._textures.map(shape).use(unit)
            put(program, **{name: unit})
        patch = form.patch
        if patch is not None and mirrored:
            h2 = 2 * frame.stage.camera.horizon
            patch = (patch[0], h2 - patch[3], patch[2], h2 - patch[1])
        if form.grain <= 1 or mirrored:
            self._field(program, frame, patch=patch, **form.params)
            return
        if self._slow:
            # Fog and its like change slowly: every third picture draws it, at a quarter, each its own.
            layer = self._layers.layer(("field", form.shader, form.depth), self._targets.quarter.size)
            small, fresh = layer.front, not layer.ready or self._pictures % 3 == hash(form.shader) % 3
            layer.ready = True
        else:
            small, fresh = (self._targets.half if form.grain == 2 else self._targets.quarter), True
        if fresh:
            self._enter(small, frame, mirrored=mirrored)
            small.buffer.clear()
            self._blend(False)
            self._field(program, frame, patch=patch, **form.params)
            self._enter(self._targets.scene, frame)
        self._blend(True)
        small.texture.use(0)
        self._field(self._programs("quad.vert", "copy.frag"), frame, patch=patch, source=0, flip=0.0)

    def _glow(self, lamp: int) -> None:
        program = self._programs("air_glow.vert", "air_glow.frag")
        put(program, lamp=lamp)
        self._array(program).render(_STRIP, vertices=4)

    # -- after the scene -----------------------------------------------------------------------------------

    def _finish(self, frame: Frame, targets: Targets) -> None:
        ctx, grade = self.ctx, frame.grade
        self._blend(False)
        source = targets.scene.texture
        for i, one in enumerate(targets.bloom):
            self._pass("down.frag", one, source, knee=0.45 if i == 0 else 0.0)
            source = one.texture
        self._blend(True)
        ctx.blend_func = moderngl.ONE, moderngl.ONE
        for i in range(len(targets.bloom) - 2, -1, -1):
            self._pass("up.frag", targets.bloom[i], targets.bloom[i + 1].texture)
        self._blend(False)
        targets.scene.texture.use(0)
        targets.bloom[0].texture.use(1)
        shared: dict[str, Any] = {
            "scene_is": 0,
            "bloom_is": 1,
            "grade_a": (grade.exposure, grade.warmth, grade.bloom, grade.vignette),
            "caption_shade": frame.caption.opacity if frame.caption else 0.0,
        }
        self._into(targets.meter, "meter.frag", **shared)
        targets.meter.texture.build_mipmaps()
        targets.meter.texture.use(2)
        seed = float(int(frame.t * 60) & 0xFFFF)
        limits = (grade.cap, grade.black, seed)
        if targets.shown:
            self._into(targets.shown, "compose.frag", meter_is=2, limits=limits, grain=1.0, **shared)
            targets.shown.texture.use(0)
            self._into(self._screen(), "finish.frag", source=0, limits=(grade.black, seed))
        else:
            self._into(self._screen(), "compose.frag", meter_is=2, limits=limits, grain=1.6, **shared)

    def _lay_over(self, frame: Frame) -> None:
        screen = self._screen()
        screen.use()
        self.ctx.viewport = (0, 0, self.width, self.height)
        self._blend(True)
        if frame.caption and frame.caption.opacity > 0.004:
            self._caption(frame.caption)
        overlay = getattr(frame, "overlay", None)
        if overlay is not None:
            self._lay(overlay)

    def _caption(self, caption: Caption) -> None:
        program = self._programs("caption.vert", "caption.frag")
        pixels = caption_pixels(caption, self.height)
        textures = [self._lettering.line(words, pixels, easy=caption.easy) for words in caption.lines]
        pad, y = int(PAD * pixels), int(self.height * 0.058)
        for words, texture in zip(reversed(caption.lines), reversed(textures), strict=True):
            width, height = texture.size
            texture.use(0)
            put(
                program,
                box=((self.width - width) // 2, y - pad, width, height),
                window=(self.width, self.height),
                line_is=0,
                spoken=caption.spoken - words[0].index,
                opacity=caption.opacity,
                by_phrase=int(caption.by_phrase),
            )
            self._array(program).render(_STRIP, vertices=4)
            y += height - 2 * pad

    def _lay(self, overlay: Any) -> None:
        if self._overlay is None or self._overlay[0].size != (overlay.width, overlay.height):
            if self._overlay:
                self._overlay[0].release()
            self._overlay = (self.ctx.texture((overlay.width, overlay.height), 4), None)
            self._overlay[0].filter = (moderngl.LINEAR, moderngl.LINEAR)
        texture, shown = self._overlay
        if shown is not overlay.rgba:
            texture.write(overlay.rgba)
            self._overlay = (texture, overlay.rgba)
        texture.use(0)
        program = self._programs("quad.vert", "overlay.frag")
        put(program, source=0, opacity=float(getattr(overlay, "opacity", 1.0)))
        # The scene block may still hold another target's aspect: a whole-window quad does not care.
        put(program, patch_is=(-self._aspect, -1.0, self._aspect, 1.0))
        self._array(program).render(_STRIP, vertices=4)

    # -- small tools ---------------------------------------------------------------------------------------

    def _screen(self) -> moderngl.Framebuffer:
        if self._out is not None:
            return self._out.buffer
        screen = self.ctx.screen
        if screen is None:
            raise PictureError("there is no screen to draw on", todo="Use `dreamplayer render`.")
        screen.viewport = (0, 0, self.width, self.height)
        return screen

    def _retarget(self) -> None:
        if self._targets:
            self._targets.release()
        self._targets = Targets(self.ctx, self.width, self.height, self.quality)
        if self._offscreen:
            if self._out:
                self._out.release()
            from dreamplayer.picture.gl.targets import target

            self._out = target(self.ctx, self.width, self.height, "f1")

    @property
    def _slow(self) -> bool:
        """True where every picture counts: live, and without a graphics card."""
        return self._adapts and self.quality.scale < 1.0

    @property
    def _streams(self) -> tuple[Stream, ...]:
        return (
            self._dots,
            self._solid,
            self._sprites,
            self._halos,
            self._glows,
            self._leaves,
            self._growing,
            *self._strips.values(),
        )

    @property
    def _aspect(self) -> float:
        return self.width / self.height

    def _blend(self, on: bool) -> None:
        if on:
            self.ctx.enable(moderngl.BLEND)
            self.ctx.blend_func = moderngl.ONE, moderngl.ONE_MINUS_SRC_ALPHA
        else:
            self.ctx.disable(moderngl.BLEND)

    def _array(self, program: moderngl.Program) -> moderngl.VertexArray:
        if program.glo not in self._bare:
            self._bare[program.glo] = self.ctx.vertex_array(program, [])
        return self._bare[program.glo]

    def _field(
        self, program: moderngl.Program, frame: Frame, patch: tuple[float, ...] | None = None, **values: Any
    ) -> None:
        put(program, patch_is=patch or (-frame.aspect, -1.0, frame.aspect, 1.0), **values)
        self._array(program).render(_STRIP, vertices=4)

    def _pass(self, frag: str, where: Target, source: moderngl.Texture, **values: Any) -> None:
        source.use(0)
        self._into(where, frag, source=0, texel=(0.5 / source.width, 0.5 / source.height), **values)

    def _into(self, where: Target | moderngl.Framebuffer, frag: str, **values: Any) -> None:
        if isinstance(where, Target):
            where.buffer.use()
            self.ctx.viewport = (0, 0, *where.size)
        else:
            where.use()
            self.ctx.viewport = (0, 0, self.width, self.height)
        program = self._programs("quad.vert", frag)
        put(program, patch_is=(-self._aspect, -1.0, self._aspect, 1.0), **values)
        self._array(program).render(_STRIP, vertices=4)

    def _ridge_map(self, seed: int) -> moderngl.Texture:
        data = heights(seed)
        texture = self.ctx.texture((len(data), 1), 4, data.tobytes(), dtype="f4")
        texture.filter = (moderngl.LINEAR, moderngl.LINEAR)
        texture.repeat_x = True
        return texture


def offscreen(width: int, height: int, *, quality: str = "high") -> GLPainter:
    """A painter without a window, through EGL; raises PictureError where there is no OpenGL 3.3."""
    try:
        ctx = moderngl.create_context(standalone=True, require=330, **_EGL)
    except Exception as error:
        try:
            ctx = moderngl.create_context(standalone=True, require=330)
        except Exception:
            raise PictureError("OpenGL 3.3 is not available here", todo="Use --painter surface.") from error
    return GLPainter(ctx, width, height, quality=quality, offscreen=True)
