"""Layers of places for the painters: which ones a frame needs, and where they come from.

Casting takes seconds. Files, contact sheets and tests cast what they need at once and keep the last few in memory; the
app sets a store of its own, which loads what another process has cast.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from dreamplayer import catalogue
from dreamplayer.drawing.place import Place
from dreamplayer.drawing.solids.cast import Layers, cast
from dreamplayer.drawing.solids.solid import Scenery
from dreamplayer.model.atmosphere import BARE, Weathering
from dreamplayer.picture.frame import PlaceView

TALLEST = 720
"""Rows at most: for larger pictures the layers are scaled up."""
KEPT = 3
"""Framings kept in memory: two that dissolve, and one more."""


@dataclass(frozen=True, slots=True)
class LayersKey:
    """All that the layers of a framing depend on, besides the code of the place."""

    place: str
    framing: str
    seed: int
    width: int
    """Columns."""
    height: int
    """Rows."""
    aspect: float
    """Width of the picture over its height."""
    mirrored: bool = False
    """With what still water reflects."""
    weathering: Weathering = BARE
    """Snow, water or leaves that the season laid on it."""


class LayerStore(Protocol):
    """Where layers come from."""

    def layers(self, key: LayersKey) -> Layers | None:
        """The layers of a key, the same object each time; None while there are none.

        Args:
            key: place, framing, seed and size.
        """
        ...


class CastAtOnce:
    """A store that casts what is asked for and keeps the last few."""

    def __init__(self) -> None:
        self._kept: OrderedDict[LayersKey, Layers] = OrderedDict()

    def layers(self, key: LayersKey) -> Layers | None:
        """The layers of a key, cast where they are not kept.

        Args:
            key: place, framing, seed and size.
        """
        if key not in self._kept:
            self._kept[key] = cast_layers(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


_stores: list[LayerStore] = [CastAtOnce()]


def use_store(store: LayerStore) -> LayerStore:
    """Take layers from this store from now on, in this process; the one before is given back.

    Args:
        store: asked from now on.
    """
    before, _stores[-1] = _stores[-1], store
    return before


def layers_of(view: PlaceView, width: int, height: int, aspect: float) -> Layers | None:
    """The layers that a frame shows its place by.

    Args:
        view: of the frame.
        width: pixels of the picture.
        height: pixels of the picture.
        aspect: width of the picture over its height, as it is shown.

    Returns:
        None where they are not cast yet; the place is left dark then.
    """
    return _stores[-1].layers(key_of(view, width, height, aspect))


def key_of(view: PlaceView, width: int, height: int, aspect: float) -> LayersKey:
    """The key of the layers for a picture of so many pixels; arguments as for `layers_of`.

    Args:
        view: of the frame.
        width: pixels of the picture.
        height: pixels of the picture; layers are `TALLEST` rows at most.
        aspect: width of the picture over its height, as it is shown.
    """
    rows = min(height, TALLEST)
    columns = max(16, round(width * rows / height))
    return LayersKey(
        view.place, view.framing, view.seed, columns, rows, round(aspect, 4), view.mirrored, view.weathering
    )


def place_of(name: str) -> Place | None:
    """The place of a name; None where there is none.

    Args:
        name: id of the place.
    """
    return catalogue.places().get(name)


@lru_cache(maxsize=1)
def scenery(place: Place, seed: int) -> Scenery:
    """Solids and lamps of a place; the last is kept, for its other framings. A wood takes 60 MB.

    Args:
        place: the place.
        seed: of its solids.
    """
    return place.solids(seed)


def forget_solids() -> None:
    """Drop the solids of the last place: whoever only draws needs its lamps alone from then on."""
    scenery.cache_clear()


@lru_cache(maxsize=64)
def lamps(place: Place, seed: int) -> Scenery:
    """The lamps of a place without its solids: all that a frame asks for once it is cast.

    Args:
        place: the place.
        seed: of its solids.
    """
    return replace(scenery(place, seed), solids=())


def cast_layers(key: LayersKey) -> Layers:
    """Cast a framing: takes one to five seconds at 640x360.

    Args:
        key: which one.

    Raises:
        KeyError: there is no such place.
    """
    place = catalogue.places()[key.place]
    return cast(
        scenery(place, key.seed),
        place.framing(key.framing),
        key.width,
        key.height,
        aspect=key.aspect,
        mirrored=key.mirrored,
        weathering=key.weathering,
    )
