"""All an element may know when it is asked to draw itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from dreamplayer.model.reading import Colour
from dreamplayer.model.stage import GroundKind, Palette, Place, Stage

NOTHING: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class Moment:
    """One instant of one element. Same moment, same data: nothing else may be asked."""

    t: float
    """Seconds since it entered."""
    life: float = 0.5
    """0..1 from entry on, half of it after 30 s: never by its end, which a growing night does not know."""
    presence: float = 1.0
    """0..1: 0 not there, 1 wholly there. Things gather out of motes of light as it rises."""
    seed: int = 0
    count: int = 1
    """How many the words say or imply; elements cap it by their budget."""
    tint: Colour | None = None
    """The colour the words give it, linear light; None for its own."""
    place: Place = Place()
    calm: float = 0.0
    """0 early in the story .. 1 deep in the night: fewer, slower, dimmer."""
    strength: float = 1.0
    """1 the subject, .3 an accent."""
    events: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    """State of its events, 0..1 each: crack .4, rise 1."""
    ages: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    """Seconds since each event's word, for those that go on (rings, drifting)."""
    manner: str | None = None
    """ "storm" for a storm of petals, "rain" for a rain of ash."""
    stage: Stage = Stage()
    palette: Palette = Palette()
    aspect: float = 16 / 9
    params: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    """Extra parameters from hand-written notes."""
    home: GroundKind | None = None
    """The ground it came to, which stays its own when scenes change; None for the stage's."""

    def event(self, name: str) -> float:
        """How far an event has gone, 0 if it never began."""
        return self.events.get(name, 0.0)

    def param(self, name: str, default: float) -> float:
        """A parameter from hand-written notes, or the default."""
        return self.params.get(name, default)

    def size(self, natural: float) -> float:
        """Metres: its natural size times the place's."""
        return natural * self.place.size

    def replace(self, **changes: object) -> Moment:
        """The same moment with some things otherwise."""
        return replace(self, **changes)  # type: ignore[arg-type]
