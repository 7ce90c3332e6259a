"""Renderers of the primitives, a small program each: dots, sprites, ribbons, instances, lettering."""

from __future__ import annotations

from collections.abc import Callable

import moderngl
import numpy as np

from dreamplayer.drawing.primitives import Dots, Instances, Ribbons, Sprites
from dreamplayer.picture.gl import pack
from dreamplayer.picture.gl.brush import STRIP, Brush
from dreamplayer.picture.gl.layers import PARTS, LayerTextures
from dreamplayer.picture.gl.programs import put
from dreamplayer.picture.gl.stream import Stream
from dreamplayer.picture.gl.textures import Textures

_PROFILES = {"light": 0, "body": 1, "veil": 2, "ink": 3}
_SPREAD = {"light": 4.5, "veil": 1.6}
"""How much wider than the line its light reaches."""
_SPRITE = "3f 1f 3f 3f 4f 3f", ("at", "size", "tint_in", "glow_in", "pose", "show")
_DOT = "3f 1f 4f 1f", ("at", "size", "colour_cover", "glint_in")
_MANY, _SEVERAL = 200, 6
"""From how many blades, and how many painted things that rest, a layer of their own is worth it."""
_STILL = 0.06
"""Metres a second below which a thing rests."""
_STRANDS = 120
"""Strands of one form that are never thinned."""
_SURFACE_UNIT = 5
"""Texture unit of the depth of a place, while shadows are laid on its surfaces."""
_KEEP = 48
"""Meadows and woods kept on the graphics card."""


class Primitives:
    """Vertex streams and textures of one painter."""

    def __init__(self, brush: Brush, *, plain: bool) -> None:
        self.brush = brush
        self.textures = Textures(brush.ctx, plain=plain)
        self.layers = LayerTextures(brush.ctx)
        self.slow = False
        """True where every picture counts: what is many is drawn in parts, and lit once each."""
        ctx, program = brush.ctx, brush.programs
        self._dots = Stream(ctx, program("dots.vert", "dots.frag"), *_DOT)
        self._solid = Stream(ctx, program("dots.vert", "dots.frag", "COVER"), *_DOT)
        self._sprites = Stream(ctx, program("sprite.vert", "sprite.frag"), *_SPRITE, each=True)
        self._unlit = Stream(ctx, program("sprite.vert", "sprite.frag", "UNLIT"), *_SPRITE, each=True)
        self._modelled = Stream(ctx, program("sprite.vert", "sprite.frag", "MODELLED"), *_SPRITE, each=True)
        self._decals = Stream(ctx, program("sprite.vert", "sprite.frag", "UNLIT", "DECAL"), *_SPRITE, each=True)
        self.surface: tuple[moderngl.Texture, tuple[float, float, float]] | None = None
        """Depth of the solids of the place that is drawn, and the lens they are seen through; None outside places."""
        self._halos = Stream(ctx, program("sprite.vert", "halo.frag", "HALO"), *_SPRITE, each=True)
        self._leaves = Stream(ctx, program("sprite.vert", "instance.frag", "LIT_ONCE"), *_SPRITE, each=True)
        growing = program("sprite.vert", "instance.frag", "GROWING", "LIT_ONCE")
        self._growing = Stream(ctx, growing, _SPRITE[0] + " 2f", (*_SPRITE[1], "clock_in"), each=True)
        self._strips = {
            name: Stream(
                ctx,
                program("ribbon.vert", "ribbon.frag", f"PROFILE {number}"),
                "3f 3f 4f 4f 3f",
                ("at", "along_dir", "line", "tint_grown", "glow_in"),
            )
            for name, number in _PROFILES.items()
        }
        self.clock = 0.0
        """Seconds of the frame, to tell how fast things move."""
        self._seen: dict[tuple[object, ...], tuple[float, pack.Rows]] = {}
        self._planted: dict[str, list[tuple[moderngl.Buffer, moderngl.VertexArray, int]]] = {}

    @property
    def _streams(self) -> tuple[Stream, ...]:
        flat = (self._dots, self._solid, self._sprites, self._unlit, self._decals, self._modelled, self._halos)
        return (*flat, self._leaves, self._growing, *self._strips.values())

    def begin(self, clock: float) -> None:
        """Begin a picture: rewind the buffers. `clock`: seconds, to tell how fast things move.

        Args:
            clock: seconds, to tell how fast things move.
        """
        self.clock = clock
        for stream in self._streams:
            stream.rewind()
        self.layers.next_picture()

    def release(self) -> None:
        """Free all memory."""
        self.textures.release()
        self.layers.release()
        for stream in self._streams:
            stream.release()
        for name in list(self._planted):
            self._uproot(name)

    def dots(self, form: Dots) -> None:
        """Draw soft particles.

        Args:
            form: the particles.
        """
        if len(form.position):
            rows = pack.dots(form, self.brush.detail)
            stream = self._solid if np.any(rows[:, 7] > 0) else self._dots
            stream.fill(rows).render(moderngl.POINTS, vertices=len(rows))

    def ribbons(self, form: Ribbons, *, mirrored: bool) -> None:
        """Draw ribbons; without a graphics card thinned, and large ones not reflected.

        Args:
            form: the strands.
            mirrored: True while the reflection in water is drawn.
        """
        # A wood's worth of twigs upside down in the water would cost as much as the wood.
        if not len(form.position) or (mirrored and self.slow and len(form.position) > 80):
            return
        keep = len(form.position)
        if self.slow and keep > _STRANDS:
            keep = max(_STRANDS, int(keep * self.brush.detail))
        rows, strips = pack.ribbons(form, keep)
        stream = self._strips[form.profile]
        put(stream.program, spread=_SPREAD.get(form.profile, 1.0))
        stream.fill(rows, strips).render(moderngl.TRIANGLES, vertices=len(strips))

    def sprites(self, form: Sprites, *, mirrored: bool) -> None:
        """Draw placed copies of a painted shape; dense resting ones on a cached layer without a graphics card.

        Args:
            form: the copies.
            mirrored: True while the reflection in water is drawn.
        """
        if not len(form.position):
            return
        rows = pack.sprites(form)
        if form.shape.radial:
            put(self._halos.program, shape_aspect=form.shape.aspect, foot=form.shape.foot)
            self._halos.fill(rows).render(STRIP, vertices=4, instances=len(rows))
            return
        # Many at once are lit once each; few, and those between two frames, pixel by pixel.
        several = len(rows) > (3 if self.slow else 24) and bool(np.all(np.mod(form.frame, 1.0) == 0.0))
        stream = self._unlit if form.lit <= 0.01 else self._leaves if several else self._sprites
        if form.shape.modelled and form.lit > 0.01:
            stream = self._modelled
        if self.surface is not None and form.lit <= 0.01 and bool(np.all(np.asarray(form.lie) == 1.0)):
            stream = self._decals
            self.surface[0].use(_SURFACE_UNIT)
            put(stream.program, surface_is=_SURFACE_UNIT, surface_lens=self.surface[1])
        bind = self._painted(form, stream.program)
        pieces = np.array_split(rows, PARTS)

        def draw(part: int | None) -> None:
            some = rows if part is None else pieces[part]
            bind()
            if len(some):
                stream.fill(some).render(STRIP, vertices=4, instances=len(some))

        key = ("leaves", form.shape.key, round(pack.depth_of(form), 1), len(rows), mirrored)
        if self.slow and len(rows) >= _SEVERAL and self._rests(key, rows):
            self._in_parts(key, draw, pack.depth_of(form))
        else:
            draw(None)

    def instances(self, form: Instances, *, mirrored: bool) -> None:
        """Draw thousands of swaying, growing copies of a shape, uploaded once.

        Args:
            form: the copies.
            mirrored: True while the reflection in water is drawn.
        """
        if form.opacity < 0.004 or not len(form.position):
            return
        beds = self._planted_as(form)
        program = self._growing.program
        bind = self._painted(form, program)
        put(program, growth=(form.grown, form.sway, form.t, form.opacity), tone=form.tone, shine=form.shine)

        def draw(part: int | None) -> None:
            bind()
            for _, array, count in beds if part is None else beds[part : part + 1]:
                array.render(STRIP, vertices=4, instances=count)

        if self.slow and sum(count for _, _, count in beds) >= _MANY:
            self._in_parts(("field", form.key, mirrored), draw, pack.depth_of(form))
        else:
            draw(None)

    def _painted(self, form: Sprites | Instances, program: moderngl.Program) -> Callable[[], None]:
        """Tell the program of the shape; what is given back binds its textures."""
        painted = self.textures.shape(form.shape)
        put(
            program,
            matter=0,
            relief=1,
            shape_aspect=form.shape.aspect,
            foot=form.shape.foot,
            lit=form.lit,
            edge=form.rim,
            frames=float(painted.frames),
        )

        def bind() -> None:
            painted.matter.use(0)
            painted.relief.use(1)

        return bind

    def _planted_as(self, form: Instances) -> list[tuple[moderngl.Buffer, moderngl.VertexArray, int]]:
        """The form's arrays on the graphics card, in parts far to near; sent at first use."""
        key = f"{form.key}:{self.brush.detail}"
        if key not in self._planted:
            while len(self._planted) > _KEEP:
                self._uproot(next(iter(self._planted)))
            parts = [part for part in np.array_split(pack.instances(form, self.brush.detail), PARTS) if len(part)]
            self._planted[key] = [(*self._growing.fixed(part), len(part)) for part in parts]
        return self._planted[key]

    def _uproot(self, key: str) -> None:
        for buffer, array, _ in self._planted.pop(key):
            array.release()
            buffer.release()

    def _rests(self, key: tuple[object, ...], rows: pack.Rows) -> bool:
        """True while nothing of it moves faster than a slow sway: what falls or flies is drawn in every picture."""
        before = self._seen.get(key)
        self._seen[key] = (self.clock, rows[:, :3].copy())
        if len(self._seen) > 200:
            self._seen.pop(next(iter(self._seen)))
        if before is None or before[1].shape != (len(rows), 3) or not 0.0 < self.clock - before[0] < 1.0:
            return False
        return float(np.abs(rows[:, :3] - before[1]).max()) < _STILL * (self.clock - before[0]) + 1e-4

    def _in_parts(self, key: tuple[object, ...], draw: Callable[[int | None], None], depth: float) -> None:
        """Draw a part of many things on their layer, and lay down what was drawn of them last, `depth` metres away."""
        where = self.brush.where
        if where is None:
            draw(None)
            return
        layer = self.layers.layer(key, where.size)
        self.brush.use(layer.back.buffer, where.size)
        if layer.step == 0:
            layer.back.buffer.clear()
        draw(layer.step)
        layer.turn()
        self.brush.use(where.buffer, where.size)
        if layer.ready:
            layer.front.texture.use(0)
            self.brush.fill("layer.frag", source=0, depth=depth)
        else:
            draw(None)
