"""The drawing state of one element at one instant: everything an element may know when it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from dreamplayer.model.place import Surface
from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import GroundKind, Palette, Placement, Stage

NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Moment:
    """The state of one element at one instant.

    Drawing is a pure function of it: the same moment gives the same shapes, and nothing else may be read.
    """

    t: float
    """Seconds since it entered, 0 or more."""
    life: float = 0.5
    """0..1, rising from its entry: .5 after 30 s. It doesn't depend on its end, which a night still being composed
    doesn't know."""
    presence: float = 1.0
    """0 absent .. 1 wholly there. As it rises a thing gathers out of motes of light."""
    seed: int = 0
    """Seed of its random choices."""
    count: int = 1
    """How many the words name or imply, 1 or more; elements cap it by their budget."""
    tint: Colour | None = None
    """Colour named by the words, in linear light; None leaves the element's usual colour."""
    place: Placement = Placement()
    """Where it stands and how large it is."""
    calm: float = 0.0
    """0 early in the story .. 1 deep in the night: the larger, the fewer, slower and dimmer."""
    strength: float = 1.0
    """0..1, its prominence: 1 the subject of the sentence, .3 an accent."""
    events: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    """Progress of its events, 0..1 each, by name: crack .4, rise 1."""
    ages: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    """Seconds since the word of each event, by name, for events that go on (rings, drifting)."""
    manner: str | None = None
    """Way of drawing it: "storm" for a storm of petals, "rain" for a rain of ash."""
    stage: Stage = Stage()
    palette: Palette = Palette()
    aspect: float = 16 / 9
    """Width of the picture over its height."""
    params: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    """Extra parameters from hand-written notes."""
    surface: Surface | None = None
    """What is at its anchor of a place: floor, top, seat ...; None outside places."""
    legroom: float | None = None
    """Metres from the seat at its anchor down to the floor before it; None where it is on no seat of a place."""
    home: GroundKind | None = None
    """Ground of the scene it entered in, which it keeps when the scene changes; None for the ground of the stage."""

    def event(self, name: str) -> float:
        """Progress of an event: 0 before it begins, 1 once it is complete.

        Args:
            name: an event of the vocabulary, such as `crack`.
        """
        return self.events.get(name, 0.0)

    def param(self, name: str, default: float) -> float:
        """A parameter set by hand-written notes.

        Args:
            name: the parameter's name in the notes.
            default: returned where the notes don't set it.

        Returns:
            As the notes give it, in the unit that the element declares for it.
        """
        return self.params.get(name, default)

    def size(self, natural: float) -> float:
        """Its size on this stage in metres.

        Args:
            natural: true size of the drawing in metres, which `place.size` multiplies.
        """
        return natural * self.place.size

    def replace(self, **changes: object) -> Moment:
        """A copy with some fields changed.

        Args:
            changes: new values by field name, as for `dataclasses.replace`.
        """
        return replace(self, **changes)  # type: ignore[arg-type]
