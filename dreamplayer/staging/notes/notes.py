"""Hand-written notes beside a dream: its title, how names are said, its bed, and passages set by hand.

The format is told in docs/notes.md; `notes_file` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from dreamplayer.model.reading import Colour, TimeOfDay

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class EventNotes:
    """An event of one thing, that begins at a word."""

    name: str
    """Id of the event: shatter, rise, mend."""
    phrase: str
    """Words of the passage; it begins as the first of them is said."""
    seconds: float | None = None
    """How long it takes; None for as long as such an event usually does."""
    strength: float = 1.0
    """0 a hint of it .. 1 its full course."""


@dataclass(frozen=True)
class ElementNotes:
    """One thing in a passage, placed by hand."""

    name: str
    phrase: str = ""
    """Words of the passage at which it appears; "" for all of its name, or from the start if the words name none."""
    where: Mapping[str, float] = field(default_factory=lambda: _NONE)
    """x, y, z, size, spread, turn: what is given overrides staging's choice."""
    anchor: str | None = None
    """Name of the anchor of the passage's place at which it is."""
    count: int | None = None
    """How many; None leaves it to the words, as all below."""
    tint: Colour | None = None
    """Linear light."""
    strength: float | None = None
    """0 hardly seen .. 1 the subject of the picture."""
    hide: bool = False
    """It is read and not shown."""
    params: Mapping[str, float] = field(default_factory=lambda: _NONE)
    """Numbers its own drawing asks for, by name."""
    events: tuple[EventNotes, ...] = ()
    """What happens to it, besides what the words say."""


@dataclass(frozen=True)
class PassageNotes:
    """One passage, set by hand as far as it says."""

    begins: str
    """Its first words."""
    title: str | None = None
    """Words for the caption of the scene; None for none."""
    time: TimeOfDay | None = None
    place: str | None = None
    """Id of the place it plays in, or of the element that sets the place of a bare stage."""
    framing: str | None = None
    """Name of the framing in which the place is seen."""
    ground: str | None = None
    """What one stands on, a `model.stage.GroundKind`."""
    camera: Mapping[str, float] = field(default_factory=lambda: _NONE)
    """eye, focal, horizon, x."""
    sky: Mapping[str, float] = field(default_factory=lambda: _NONE)
    """glow_x, clouds, nebula, stars, ridges."""
    air: Mapping[str, float] = field(default_factory=lambda: _NONE)
    """density, carry."""
    palette: Mapping[str, Colour] = field(default_factory=lambda: _NONE)
    """Linear light by the name of a field of `model.stage.Palette`."""
    elements: tuple[ElementNotes, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether they set a bare stage: its ground, camera, light, or where a thing stands in metres."""
        stage = self.ground or self.camera or self.sky or self.air or self.palette
        return bool(stage) or any({"x", "y", "z"} & set(element.where) for element in self.elements)


@dataclass(frozen=True)
class Notes:
    """What a person wrote about one dream, in `<name>.toml` beside it."""

    title: str | None = None
    say: Mapping[str, str] = field(default_factory=lambda: _NONE)
    """How a word is said: "Elowen" is "ell oh wen"."""
    bed_minutes: float | None = None
    bed_sounds: tuple[str, ...] = ()
    passages: tuple[PassageNotes, ...] = ()
    source: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether any passage is set on a bare stage by hand: then none plays in a place that they do not name."""
        return any(passage.by_hand for passage in self.passages)

    def of(self, passage_text: str) -> PassageNotes | None:
        """The notes on a passage.

        Args:
            passage_text: its whole text; the first notes count whose `begins` it begins with, compared by `plain`.

        Returns:
            None where there are none.
        """
        text = plain(passage_text)
        return next((notes for notes in self.passages if text.startswith(plain(notes.begins))), None)


NONE = Notes()


def plain(text: str) -> str:
    """Text as passages are compared by: lower case, no punctuation, single spaces.

    Args:
        text: any.
    """
    return " ".join(re.sub(r"[^\w]+", " ", text.lower()).split())
