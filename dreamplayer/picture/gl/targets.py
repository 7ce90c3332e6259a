"""Render targets: scene, reflection, sky, bloom and meter."""

from __future__ import annotations

from dataclasses import dataclass

import moderngl

from dreamplayer.picture.quality import Tier


@dataclass(frozen=True)
class Target:
    """A texture with its framebuffer."""

    texture: moderngl.Texture
    buffer: moderngl.Framebuffer
    depth: moderngl.Renderbuffer | None = None
    """Where it has one."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.texture.size

    def release(self) -> None:
        """Free its memory."""
        self.buffer.release()
        self.texture.release()
        if self.depth is not None:
            self.depth.release()


def target(
    ctx: moderngl.Context, width: float, height: float, kind: str = "f2", channels: int = 4, *, depth: bool = False
) -> Target:
    """A new target, linearly filtered, clamped at its edges.

    Args:
        ctx: the context.
        width: pixels.
        height: pixels.
        kind: f1 8 bits, f2 half floats.
        channels: 1..4.
        depth: with a depth buffer.
    """
    texture = ctx.texture((max(1, int(width)), max(1, int(height))), channels, dtype=kind)
    texture.filter = (moderngl.LINEAR, moderngl.LINEAR)
    texture.repeat_x = texture.repeat_y = False
    if not depth:
        return Target(texture, ctx.framebuffer([texture]))
    far = ctx.depth_renderbuffer(texture.size)
    return Target(texture, ctx.framebuffer([texture], far), far)


class Targets:
    """All render targets for one window size and quality tier."""

    def __init__(self, ctx: moderngl.Context, width: int, height: int, tier: Tier) -> None:
        w, h = max(16, int(width * tier.scale)), max(16, int(height * tier.scale))
        self.width, self.height = w, h
        self._ctx = ctx
        self.scene = target(ctx, w, h, depth=True)
        self.mirror = target(ctx, w / 2, h / 2, depth=True)
        self._held: Target | None = None
        self.sky = target(ctx, w / tier.sky, h / tier.sky)
        self.half = target(ctx, w / 2, h / 2)
        self.quarter = target(ctx, w / 4, h / 4)
        self.bloom = [target(ctx, w / (tier.bloom << i), h / (tier.bloom << i)) for i in range(tier.levels)]
        self.meter = target(ctx, 16, 16)
        self.meter.texture.filter = (moderngl.LINEAR_MIPMAP_LINEAR, moderngl.LINEAR)
        self.shown = target(ctx, w, h, "f1") if tier.scale < 1.0 else None

    @property
    def held(self) -> Target:
        """The picture that goes, while two dissolve; made at first use."""
        if self._held is None:
            self._held = target(self._ctx, self.width, self.height)
        return self._held

    def release(self) -> None:
        """Free all memory."""
        if self._held is not None:
            self._held.release()
        for one in (self.scene, self.mirror, self.sky, self.half, self.quarter, self.meter, *self.bloom):
            one.release()
        if self.shown:
            self.shown.release()
