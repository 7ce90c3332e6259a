"""Streamed vertex data: buffers reused and refilled for each picture, one vertex array each."""

from __future__ import annotations

import moderngl
import numpy as np
from numpy.typing import NDArray


class Stream:
    """A pool of buffers for one program and vertex layout, handed out in turn until the next rewind.

    Attributes the program does not use are skipped in the layout.
    """

    def __init__(
        self,
        ctx: moderngl.Context,
        program: moderngl.Program,
        layout: str,
        names: tuple[str, ...],
        *,
        each: bool = False,
    ) -> None:
        parts, kept = [], []
        for part, name in zip(layout.split(), names, strict=True):
            if name in program:
                parts.append(part)
                kept.append(name)
            else:
                parts.append(f"{int(part[:-1]) * 4}x")
        self._layout = " ".join(parts) + (" /i" if each else "")
        self._names = kept
        self._ctx = ctx
        self.program = program
        self._slots: list[tuple[moderngl.Buffer, moderngl.Buffer | None, moderngl.VertexArray]] = []
        self._next = 0

    def rewind(self) -> None:
        """Start again with the first buffer."""
        self._next = 0

    def fill(self, data: NDArray[np.float32], order: NDArray[np.int32] | None = None) -> moderngl.VertexArray:
        """Upload vertices; the vertex array holds them until the next rewind.

        Args:
            data: (n, floats of the layout).
            order: index buffer, three vertices a triangle.
        """
        raw = np.ascontiguousarray(data, np.float32)
        size, places = raw.nbytes, 0 if order is None else order.nbytes
        if self._next == len(self._slots):
            self._slots.append(self._slot(size, places))
        buffer, index, array = self._slots[self._next]
        if buffer.size < size or (index is not None and index.size < places):
            self._drop(self._slots[self._next])
            buffer, index, array = self._slots[self._next] = self._slot(int(size * 1.5), int(places * 1.5))
        buffer.orphan()
        buffer.write(raw)
        if index is not None and order is not None:
            index.orphan()
            index.write(order)
        self._next += 1
        return array

    def _slot(self, size: int, places: int) -> tuple[moderngl.Buffer, moderngl.Buffer | None, moderngl.VertexArray]:
        buffer = self._ctx.buffer(reserve=max(size, 4096), dynamic=True)
        index = self._ctx.buffer(reserve=max(places, 1024), dynamic=True) if places else None
        array = self._ctx.vertex_array(self.program, [(buffer, self._layout, *self._names)], index_buffer=index)
        return buffer, index, array

    def _drop(self, slot: tuple[moderngl.Buffer, moderngl.Buffer | None, moderngl.VertexArray]) -> None:
        buffer, index, array = slot
        array.release()
        buffer.release()
        if index is not None:
            index.release()

    def fixed(self, data: NDArray[np.float32]) -> tuple[moderngl.Buffer, moderngl.VertexArray]:
        """A buffer and vertex array of its own, for data that never changes; the caller releases both.

        Args:
            data: (n, floats of the layout).
        """
        buffer = self._ctx.buffer(np.ascontiguousarray(data, np.float32))
        return buffer, self._ctx.vertex_array(self.program, [(buffer, self._layout, *self._names)])

    def release(self) -> None:
        """Free all memory."""
        for slot in self._slots:
            self._drop(slot)
        self._slots.clear()
