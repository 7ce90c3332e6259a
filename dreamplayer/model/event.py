"""The record of one event: how things respond to it.

It is written beside the words that tell the event, in `reading/lexicon/words/events.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EventShape = Literal["impulse", "ramp"]
"""How a response goes. impulse: to its crest and back to rest. ramp: to completion, and stays."""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """What is known of one event besides its words."""

    name: str
    """Its id in the vocabulary: `shatter`."""
    shape: EventShape = "ramp"
    seconds: float = 4.0
    """Of a ramp from the word to its completion, of an impulse from its crest to rest; no less than 2."""
    removes: bool = False
    """The thing it happens to is gone afterwards."""
    clears_stage: bool = False
    """Happening to the whole scene, it takes everything off the stage that does not stay with the place."""
