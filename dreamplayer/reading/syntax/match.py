"""A range of tokens in a passage that names something."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.reading.lexicon.vocabulary import Sense
from dreamplayer.reading.syntax.part_of_speech import PartOfSpeech


@dataclass(slots=True)
class Match:
    """Tokens that name something, and the sense they have there."""

    first: int
    """Index of its first token."""
    last: int
    """One past its last token."""
    element: Sense | None = None
    event: Sense | None = None
    second_event: str | None = None
    """What else the verb tells: what tumbles falls, and turns."""
    state: str | None = None
    """An event that has already happened to the noun after it: "the cracked lantern"."""
    sounds: tuple[str, ...] = ()
    colour: str | None = None
    time: str | None = None
    pos: PartOfSpeech = PartOfSpeech.OPEN
    is_modifier: bool = False
    """An element whose noun only modifies the noun after it: "glass corridor"."""
    is_inverted: bool = False
    """A verb before its subject: "out stepped a man"."""
    is_idiom: bool = False
