"""How a place is declared: its cameras, anchors, solids, light by the hour, and the small life in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.solids.solid import Scenery
from dreamplayer.model.atmosphere import Atmosphere
from dreamplayer.model.place import Anchor, Framing
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import Palette, Stage


@dataclass(frozen=True)
class PlaceLight:
    """The light of a place at one hour: colours and strengths, none of which needs anything drawn anew."""

    tints: Mapping[str, Colour]
    """Linear colour times strength of each group of lamps. A group that is not named is dark."""
    palette: Palette
    """The sky behind openings, and the ambient light of what is put into the place."""
    stage: Stage = Stage()
    """Sky, air and clouds; its camera is replaced by the framing's."""


@dataclass(frozen=True)
class PlaceMoment:
    """What the small life of a place depends on: nothing else may be read."""

    t: float
    """Seconds since the place was first seen."""
    framing: Framing
    seed: int
    atmosphere: Atmosphere
    light: PlaceLight
    aspect: float = 16 / 9
    calm: float = 0.0
    """0 early in the story .. 1 deep in the night: the larger, the fewer, slower and dimmer."""


def _no_life(moment: PlaceMoment) -> tuple[Form, ...]:
    return ()


def _steady(group: str, t: float) -> float:
    return 1.0


@dataclass(frozen=True)
class Place:
    """A place: everything a picture of it is made from."""

    name: str
    """Its id, as its file is called."""
    framings: tuple[Framing, ...]
    """Three or more cameras; the first is the wide one by which the place is recognised."""
    anchors: tuple[Anchor, ...]
    solids: Callable[[int], Scenery]
    """Solids and lamps for a seed. Cast once a framing, so it may be rich."""
    light: Callable[[Atmosphere], PlaceLight]
    """Colours of its lamps and sky by hour and weather."""
    life: Callable[[PlaceMoment], tuple[Form, ...]] = _no_life
    """Steam, dust, fireflies, falling snow: forms in the coordinates of the stage (`Framing.view`)."""
    flicker: Callable[[str, float], float] = _steady
    """Factor of a group's strength at t seconds: about 1, slow (under half a beat a second for a fire)."""
    ground_at: Callable[[float, float], float] = field(default=lambda x, z: 0.0)
    """Height of its floor in metres at (x, z): where the shadow of what walks there falls."""

    def framing(self, name: str) -> Framing:
        """The camera of a name; the first where it has none of that name.

        Args:
            name: of a framing.
        """
        return next((f for f in self.framings if f.name == name), self.framings[0])

    def anchor(self, name: str) -> Anchor | None:
        """The anchor of a name.

        Args:
            name: of an anchor.

        Returns:
            None where there is none.
        """
        return next((a for a in self.anchors if a.name == name), None)
