"""Painted shapes by key: the same thing is painted once a run."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from dreamplayer.drawing.primitives import Array, Shape
from dreamplayer.kit.sdf import Canvas
from dreamplayer.kit.shapes import Painting

Store = Callable[[str, Callable[[], NDArray[np.float16]]], NDArray[np.float16]]
"""Brings a painting back by its key, or has it made."""
_stores: list[Store] = [lambda _, made: made()]
HELD = 192 * 2**20
"""Bytes of paintings held in memory; the least recently used are dropped and brought back from the store."""
_most = [HELD]
_recent: OrderedDict[str, Array] = OrderedDict()


def keep_in(store: Store) -> None:
    """Ask this store before painting anything: the app keeps paintings on disk.

    Args:
        store: called with the key of a painting and what makes it; gives (frames, rows, columns, 8) float16.
    """
    _stores[-1] = store


def hold(most: int) -> None:
    """Hold so many bytes of paintings in memory from now on: a painter that uploads each once needs few.

    Args:
        most: bytes; the painting used last is held in any case.
    """
    _most[-1] = most


def shape(
    key: str, paint: Callable[[], Array | Painting], aspect: float, foot: float = 0.0, *, modelled: bool = False
) -> Shape:
    """A shape whose painting is kept: `paint` gives (rows, columns, 8) or (frames, rows, columns, 8).

    Args:
        key: its name: what has one key is painted once a run.
        paint: gives (rows, columns, 8) or (frames, rows, columns, 8), see `Shape.paint`.
        aspect: width over height of a frame.
        foot: where its anchor lies, in share of the height from the bottom.
        modelled: it is a body cast in three dimensions, see `Shape.modelled`.
    """

    def made() -> NDArray[np.float16]:
        image = np.ascontiguousarray(paint(), np.float16)
        return image if image.ndim == 4 else image[None]

    def fetched() -> Array:
        # Half precision either way, so that a painting brought back is the painting that was made.
        image = _stores[-1](key, made).astype(np.float32)
        image.setflags(write=False)
        return image

    return Shape(key, lambda: _lately(key, fetched), aspect, foot, modelled=modelled)


def _lately(key: str, fetched: Callable[[], Array]) -> Array:
    """A painting still in memory, or fetched; many large ones would not fit."""
    image = _recent.pop(key, None)
    if image is None:
        image = fetched()
    _recent[key] = image
    held = sum(other.nbytes for other in tuple(_recent.values()))
    while len(_recent) > 1 and held > _most[-1]:
        held -= _recent.popitem(last=False)[1].nbytes
    return image


def on(c: Canvas, key: str, paint: Callable[[], Array | Painting]) -> Shape:
    """A shape painted on this canvas, standing on its y = 0.

    Args:
        c: gives the frame: its aspect and where y = 0 lies; its pixels do not matter.
        key: its name: what has one key is painted once a run.
        paint: gives (rows, columns, 8) or (frames, rows, columns, 8), see `Shape.paint`.
    """
    return shape(key, paint, c.aspect, c.foot)
