"""OpenGL renderer: sky, reflection, forms far to near, then post-processing; quality adapts to the cost of pictures."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import moderngl
import numpy as np

from dreamplayer.drawing.primitives import Dots, Field, Form, Instances, Ribbons, Sprites, Text
from dreamplayer.drawing.solids.cast import Layers
from dreamplayer.errors import PictureError
from dreamplayer.model.atmosphere import Weathering
from dreamplayer.model.stage import Light
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.gl import pack
from dreamplayer.picture.gl.brush import Brush
from dreamplayer.picture.gl.finish import PostProcessing
from dreamplayer.picture.gl.place_pass import PlacePass, PlaceTextures
from dreamplayer.picture.gl.primitives import Primitives
from dreamplayer.picture.gl.scenery import MIRRORS, BackdropPasses
from dreamplayer.picture.gl.targets import Target, Targets, target
from dreamplayer.picture.gl.world_lettering import paint_words
from dreamplayer.picture.key import Key
from dreamplayer.picture.quality import TIERS, Pace, Tier, first_tier, saving_tier, step, tier

_GROUND_DEPTH, _RIDGE_DEPTH = 250.0, 260.0
"""Metres at which ground and hills come in between what is farther and what is nearer."""
_HELD = 4
"""Without a graphics card the picture that goes is drawn anew in every fourth picture of a dissolve."""
_RECENT = 0.5
"""Seconds after which a picture is too old to be the one that goes."""
_BLACK = 0.9995
_DEPTH_CLAMP = 0x864F
"""GL_DEPTH_CLAMP, core since OpenGL 3.2."""
_MEASURE = 3
"""Pictures from one measured to the next."""
_EGL: dict[str, Any] = {"backend": "egl"}
_Scene = tuple[str, str, Weathering]
"""Place, framing and weathering that a picture shows."""


class GLPainter:
    """Renders to the context's screen, or into memory with `offscreen`."""

    def __init__(
        self, ctx: moderngl.Context, width: int, height: int, *, quality: str | None = None, offscreen: bool = False
    ) -> None:
        self.ctx = ctx
        ctx.enable(moderngl.PROGRAM_POINT_SIZE | moderngl.BLEND)
        # What begins beside the eye is not cut off at the near plane.
        ctx.enable_direct(_DEPTH_CLAMP)
        self.renderer = str(ctx.info["GL_RENDERER"])
        self.quality: Tier = tier(quality) if quality else first_tier(self.renderer)
        self.timer: Callable[[], float] | None = None
        """Seconds of a monotonic clock: pictures are measured and the quality follows what they cost. None keeps the
        quality as asked and draws everything in every picture: exports, tests."""
        self._finest: Tier = TIERS[0]
        self.budget = 28.0
        """Milliseconds a picture may take before the next is drawn more plainly."""
        self._pace, self._pictures = Pace(), 0
        self._brush = Brush(ctx)
        self._primitives = Primitives(self._brush, plain=self.quality.scale < 1.0)
        self._scenery = BackdropPasses(self._brush, self._primitives)
        self._place = PlacePass(self._brush)
        self._finish = PostProcessing(self._brush)
        self._held_for = 0
        """Pictures for which the picture that goes has been held still, while two dissolve."""
        self._held: _Scene | None = None
        """What that picture shows."""
        self._last: tuple[float, _Scene | None] | None = None
        """Second of the picture in the scene's target, where it is whole, and what it shows."""
        self._offscreen = offscreen
        self._out: Target | None = None
        self._targets: Targets | None = None
        self.width = self.height = 0
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Draw at another size from now on, in pixels; 16 by 16 at least.

        Args:
            width: pixels.
            height: pixels.
        """
        if (width, height) != (self.width, self.height):
            self.width, self.height = max(16, width), max(16, height)
            with self._current():
                self._retarget()

    def paint(self, frame: Frame) -> None:
        """Draw it; on a slow machine the next picture may use a lower quality tier.

        Args:
            frame: what is seen at one moment.
        """
        with self._current():
            self._paint_in_time(frame)

    def key(self, frame: Frame) -> Key:
        """The frame as a key picture, without captions, at the tier's own resolution.

        Args:
            frame: what is seen at one moment.

        Raises:
            PictureError: this painter draws on a screen.
        """
        with self._current():
            targets = self._targets
            assert targets is not None
            began = self.timer() if self.timer else 0.0
            self._draw_world(frame, targets)
            onto = targets.shown or self._shown()
            self._finish.compose(frame, targets, onto.buffer, onto.size, grain=1.0)
            # Reading waits for the picture to be done.
            rows = np.frombuffer(onto.buffer.read(components=4), np.uint8).reshape(onto.size[1], -1)
            if self.timer:
                self._adapt((self.timer() - began) * 1e3)
            return Key(frame.t, *onto.size, rows[::-1].tobytes())

    def ahead(self, layers: Layers) -> bool:
        """Upload a part of the layers of a place that is drawn soon; whether they are all there.

        Args:
            layers: of the framing that comes.
        """
        with self._current():
            return self._place.ahead(layers)

    def pixels(self) -> bytes:
        """The picture painted last: RGB bytes, rows from the top."""
        with self._current():
            data = self._screen().read(components=3, alignment=1, viewport=(0, 0, self.width, self.height))
        rows = np.frombuffer(data, np.uint8).reshape(self.height, self.width, 3)
        return rows[::-1].tobytes()

    def close(self) -> None:
        """Free all memory on the graphics card."""
        with self._current():
            for part in (self._primitives, self._scenery, self._place, self._finish, self._targets, self._out):
                if part is not None:
                    part.release()

    def _current(self) -> AbstractContextManager[object]:
        """Its own context, where other painters in memory may have put theirs in its place."""
        return self.ctx if self._offscreen else nullcontext()

    def _paint_in_time(self, frame: Frame) -> None:
        # Waiting for the picture to be done keeps the next one from being begun: now and then is enough to know.
        self._pictures += 1
        if self.timer is None or self._pictures % _MEASURE:
            self._paint(frame)
            return
        self.ctx.finish()
        began = self.timer()
        self._paint(frame)
        self.ctx.finish()
        self._adapt((self.timer() - began) * 1e3)

    def save_power(self, saving: bool) -> None:
        """Draw a tier less from now on, or as finely as the machine can again.

        Args:
            saving: whether the machine runs on its battery.
        """
        self._finest = saving_tier(self.renderer) if saving else TIERS[0]
        if TIERS.index(self.quality) < TIERS.index(self._finest):
            with self._current():
                self.quality, self._pace = self._finest, Pace()
                self._retarget()

    def _adapt(self, cost: float) -> None:
        """Go over to another tier where the last pictures ask for it."""
        finer, self._pace = step(self.quality, self._pace, cost, budget=self.budget)
        if finer is not self.quality and TIERS.index(finer) >= TIERS.index(self._finest):
            self.quality = finer
            self._retarget()

    def _paint(self, frame: Frame) -> None:
        targets, brush = self._targets, self._brush
        assert targets is not None
        size = (self.width, self.height)
        if frame.grade.black >= _BLACK:
            self._screen().use()
            self._screen().clear(0.0, 0.0, 0.0, 1.0)
            brush.tell(frame, self.height)
            self._finish.write(frame, self._screen(), size)
            return
        self._draw_world(frame, targets)
        self._finish.show(frame, targets, self._screen(), size)
        self._finish.write(frame, self._screen(), size)

    def _draw_world(self, frame: Frame, targets: Targets) -> None:
        """What the frame holds, in linear light, in the scene's target; of two that dissolve, both."""
        brush = self._brush
        brush.detail, brush.aspect = self.quality.detail, frame.aspect
        self._primitives.slow = self.timer is not None and self.quality.scale < 1.0
        self._primitives.begin(frame.clock)
        self._scenery.next_picture()
        before = frame.before if frame.share < 1.0 else None
        if before is None:
            self._held_for = 0
            self._draw_picture(frame, targets)
            self._last = frame.t, _scene_of(frame)
            return
        if _scene_of(before) != self._held:
            # Where one dissolve follows another at once, what is held is still the picture before.
            self._held, self._held_for = _scene_of(before), 0
        if not self._primitives.slow or self._held_for % _HELD == 0:
            if not self._is_drawn(before):
                self._draw_picture(before, targets, fresh=True)
            targets.scene.texture.use(0)
            brush.use(targets.held.buffer, targets.held.size)
            brush.blend(False)
            brush.fill("layer.frag", source=0)
        self._held_for += 1
        self._draw_picture(frame, targets, fresh=True)
        targets.held.texture.use(0)
        brush.blend(True)
        brush.fill("dissolve.frag", source=0, shares=(frame.before_share, frame.share))
        for form in sorted(frame.veil, key=pack.depth_of, reverse=True):
            self._draw(form, frame, targets, mirrored=False)

    def _is_drawn(self, before: Frame) -> bool:
        """Whether the picture drawn last is that which begins to go: drawing two would make this one late."""
        last, self._last = self._last, None
        if not self._primitives.slow or last is None or last[1] is None:
            return False
        return last[1] == _scene_of(before) and 0.0 <= before.t - last[0] < _RECENT

    def _draw_picture(self, frame: Frame, targets: Targets, *, fresh: bool = False) -> None:
        """Draw one picture into the scene's target; `fresh` where its sky may not be that of the picture before."""
        brush = self._brush
        place = self._place.textures(frame, targets)
        drawn: list[Form] = [form for form in frame.forms if not isinstance(form, Light)]
        drawn += [light for light in frame.lights[:8] if light.haze > 0.01]
        drawn.sort(key=pack.depth_of, reverse=True)
        if place is None or not place.closed:
            self._scenery.begin(frame, targets, fresh=fresh)
        if frame.backdrop is not None:
            self._draw_in_place(frame, targets, drawn, place)
            return
        if any(kind in MIRRORS and share > 0.01 for kind, share in frame.grounds):
            brush.enter(targets.mirror, frame, mirrored=True)
            self._scene(frame, targets, drawn, mirrored=True)
        brush.enter(targets.scene, frame)
        self._scene(frame, targets, drawn, mirrored=False)

    def _draw_in_place(self, frame: Frame, targets: Targets, drawn: list[Form], place: PlaceTextures | None) -> None:
        """Draw a place and what is in it; the sky alone while the place is not cast yet."""
        brush = self._brush
        if place is None:
            brush.enter(targets.scene, frame)
            self._scenery.sky(frame, targets, flip=False)
            return
        if place.reflection is not None:
            brush.enter(targets.mirror, frame, mirrored=True)
            self._place_scene(frame, targets, drawn, place.reflection, mirrored=True)
        brush.enter(targets.scene, frame)
        self._place_scene(frame, targets, drawn, place, mirrored=False)

    def _place_scene(
        self, frame: Frame, targets: Targets, drawn: list[Form], place: PlaceTextures, *, mirrored: bool
    ) -> None:
        """The heavens, water, the place, then what is in it, tested against its depth."""
        where = (targets.mirror if mirrored else targets.scene).buffer
        shown = [form for form in drawn if not mirrored or getattr(form, "reflect", True)]
        if place.closed:
            where.clear()
        else:
            self._scenery.sky(frame, targets, flip=mirrored)
            for form in shown:
                if pack.depth_of(form) >= _RIDGE_DEPTH:
                    self._draw(form, frame, targets, mirrored=mirrored)
            self._scenery.hills(frame)
            if place.reflection is not None:
                self._scenery.ground(frame, targets)
        assert frame.backdrop is not None
        self._place.draw(frame, frame.backdrop, place, where)
        if not mirrored:
            self._place.shade(frame, frame.backdrop, place)
        self._primitives.surface = place.depth, place.lens(frame.backdrop)
        for form in shown:
            if pack.depth_of(form) < _RIDGE_DEPTH:
                self._draw(form, frame, targets, mirrored=mirrored)
        self._primitives.surface = None
        self._place.end()

    def _scene(self, frame: Frame, targets: Targets, drawn: list[Form], *, mirrored: bool) -> None:
        """Everything far to near, upright or as the ground mirrors it."""
        self._scenery.sky(frame, targets, flip=mirrored)
        hills = ground = False
        for form in drawn:
            depth = pack.depth_of(form)
            if depth < _RIDGE_DEPTH and not hills:
                hills = True
                self._scenery.hills(frame)
            if depth < _GROUND_DEPTH and not ground and not mirrored:
                ground = True
                self._scenery.ground(frame, targets)
            if not mirrored or getattr(form, "reflect", True):
                self._draw(form, frame, targets, mirrored=mirrored)
        if not hills:
            self._scenery.hills(frame)
        if not ground and not mirrored:
            self._scenery.ground(frame, targets)

    def _draw(self, form: Form, frame: Frame, targets: Targets, *, mirrored: bool) -> None:
        self._brush.blend(True)
        match form:
            case Dots():
                self._primitives.dots(form)
            case Sprites():
                self._primitives.sprites(form, mirrored=mirrored)
            case Instances():
                self._primitives.instances(form, mirrored=mirrored)
            case Ribbons():
                self._primitives.ribbons(form, mirrored=mirrored)
            case Field():
                self._scenery.field(form, frame, targets, mirrored=mirrored)
            case Text():
                self._primitives.sprites(paint_words(form), mirrored=mirrored)
            case Light():
                self._scenery.glow(frame.lights.index(form))

    def _shown(self) -> Target:
        """Where a key is composed at tiers that draw in the window's own size."""
        if self._out is None:
            raise PictureError("keys are drawn into memory only", todo="Make the painter with offscreen=True.")
        return self._out

    def _screen(self) -> moderngl.Framebuffer:
        if self._out is not None:
            return self._out.buffer
        if self.ctx.screen is None:
            raise PictureError("there is no screen to draw on", todo="Use `dreamplayer render`.")
        return self.ctx.screen

    def _retarget(self) -> None:
        """Targets of the present size and tier."""
        if self._targets:
            self._targets.release()
        self._targets = Targets(self.ctx, self.width, self.height, self.quality)
        self._held_for, self._last = 0, None
        if self._offscreen:
            if self._out:
                self._out.release()
            self._out = target(self.ctx, self.width, self.height, "f1")


def _scene_of(frame: Frame) -> _Scene | None:
    """What a picture shows; None without a place."""
    view = frame.backdrop
    return None if view is None else (view.place, view.framing, view.weathering)


def offscreen(width: int, height: int, *, quality: str = "high") -> GLPainter:
    """A painter without a window, through EGL.

    Args:
        width: pixels.
        height: pixels.
        quality: name of a tier.

    Raises:
        PictureError: there is no OpenGL 3.3.
    """
    try:
        ctx = moderngl.create_context(standalone=True, require=330, **_EGL)
    except Exception as error:
        try:
            ctx = moderngl.create_context(standalone=True, require=330)
        except Exception:
            raise PictureError("OpenGL 3.3 is not available here", todo="Use --painter surface.") from error
    return GLPainter(ctx, width, height, quality=quality, offscreen=True)
