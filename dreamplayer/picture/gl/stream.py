"""Vertex data that changes every picture: buffers kept and refilled, one vertex array each."""

from __future__ import annotations

import moderngl
import numpy as np
from numpy.typing import NDArray


class Stream:
    """Buffers for one program and layout, handed out in turn and taken back at the start of each pass."""

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
        self._program = program
        self._slots: list[tuple[moderngl.Buffer, moderngl.VertexArray]] = []
        self._index: dict[tuple[int, int], moderngl.Buffer] = {}
        self._next = 0

    def rewind(self) -> None:
        """Use the buffers again from the first."""
        self._next = 0

    def fill(self, data: NDArray[np.float32]) -> moderngl.VertexArray:
        """A vertex array that holds this data until the next rewind."""
        raw = np.ascontiguousarray(data, np.float32)
        need = raw.nbytes
        if self._next == len(self._slots):
            self._slots.append(self._slot(need))
        buffer, array = self._slots[self._next]
        if buffer.size < need:
            array.release()
            buffer.release()
            buffer, array = self._slots[self._next] = self._slot(int(need * 1.5))
        buffer.orphan()
        buffer.write(raw)
        self._next += 1
        return array

    def _slot(self, size: int) -> tuple[moderngl.Buffer, moderngl.VertexArray]:
        buffer = self._ctx.buffer(reserve=max(size, 4096), dynamic=True)
        return buffer, self._ctx.vertex_array(self._program, [(buffer, self._layout, *self._names)])

    def fixed(self, data: NDArray[np.float32]) -> tuple[moderngl.Buffer, moderngl.VertexArray]:
        """A vertex array of its own, for data that never changes."""
        buffer = self._ctx.buffer(np.ascontiguousarray(data, np.float32))
        return buffer, self._ctx.vertex_array(self._program, [(buffer, self._layout, *self._names)])

    def release(self) -> None:
        """Give all memory back."""
        for buffer, array in self._slots:
            array.release()
            buffer.release()
        self._slots.clear()
