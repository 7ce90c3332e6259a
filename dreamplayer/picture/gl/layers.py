"""Cached layers for dense, slow content, drawn over several pictures and shown whole a few times a second.

Only where there is no graphics card and the picture is live: a third of a meadow is drawn with each key, so it sways
some six times a second. Exports and tests draw everything every time.
"""

from __future__ import annotations

from dataclasses import dataclass

import moderngl

from dreamplayer.picture.gl.targets import Target, target

PARTS = 3
"""Pictures in which a layer is redrawn, a part each."""
_FORGET = 90
"""Pictures after which an unused layer is freed."""


@dataclass(eq=False)
class CachedLayer:
    """A double-buffered layer: one target is shown while the other is drawn."""

    front: Target
    back: Target
    step: int = 0
    ready: bool = False
    used: int = 0

    def turn(self) -> None:
        """Count one part as drawn; after the last the buffers are swapped."""
        self.step += 1
        if self.step == PARTS:
            self.front, self.back = self.back, self.front
            self.step, self.ready = 0, True

    def release(self) -> None:
        """Free its memory."""
        self.front.release()
        self.back.release()


class LayerTextures:
    """All layers of the present size, by key."""

    def __init__(self, ctx: moderngl.Context) -> None:
        self._ctx = ctx
        self._layers: dict[tuple[object, ...], CachedLayer] = {}
        self._now = 0

    def layer(self, key: tuple[object, ...], size: tuple[int, int]) -> CachedLayer:
        """The layer of a key; created at first use, and anew at another size in pixels.

        Args:
            key: what the layer holds.
            size: width and height in pixels.
        """
        found = self._layers.get(key)
        if found is None or found.front.size != size:
            if found is not None:
                found.release()
            found = CachedLayer(target(self._ctx, *size), target(self._ctx, *size))
            self._layers[key] = found
        found.used = self._now
        return found

    def next_picture(self) -> None:
        """Count a picture, and free layers unused for a while."""
        self._now += 1
        if self._now % 30 == 0:
            for key in [key for key, layer in self._layers.items() if self._now - layer.used > _FORGET]:
                self._layers.pop(key).release()

    def release(self) -> None:
        """Free all memory."""
        for layer in self._layers.values():
            layer.release()
        self._layers.clear()
