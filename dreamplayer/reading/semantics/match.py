"""A place in a passage whose words call something up."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.reading.lexicon.vocabulary import Sense
from dreamplayer.reading.syntax.part_of_speech import Role


@dataclass(slots=True)
class Match:
    """Words that call something up."""

    first: int
    """Index of its first token."""
    last: int
    """One past its last token."""
    element: Sense | None = None
    event: Sense | None = None
    also: str | None = None
    """What else happens in the same doing: what tumbles falls, and turns."""
    state: str | None = None
    """An event that has already happened to the noun after it: "the cracked lantern"."""
    sounds: tuple[str, ...] = ()
    colour: str | None = None
    time: str | None = None
    role: Role = "open"
    modifier: bool = False
    """An element that only tells more of the noun after it: "glass corridor"."""
    turned: bool = False
    """A doing told before who does it: "out stepped a man"."""
    idiom: bool = False
