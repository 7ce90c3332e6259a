"""How things respond to events: how long a response takes, and whether it stays. Slow enough for a drowsy eye."""

from __future__ import annotations

from dreamplayer.kit.hashing import seed_of, uniform_one
from dreamplayer.model.score import EventResponse, Span
from dreamplayer.reading.lexicon.vocabulary import event_record

RISE = 1.2
"""Seconds an impulse takes to its crest; no light may change faster than over 0.8."""


def respond(event: str, start: float, *, seed: int, strength: float = 1.0, slowness: float = 0.0) -> EventResponse:
    """How a thing responds to an event, with a repeatable variation of +-12 % in its length.

    Args:
        event: id of the event.
        start: seconds of the night at which it begins.
        seed: of the thing or of the night.
        strength: 0..1, how much of it is seen.
        slowness: 0..1 makes it up to half as long again: the deeper in the night or the darker the passage, the slower.
    """
    vary = (0.88 + 0.24 * uniform_one(seed_of(seed, event), round(start * 10))) * (1.0 + 0.5 * slowness)
    record = event_record(event)
    seconds = (RISE + record.seconds if record.shape == "impulse" else record.seconds) * vary
    return EventResponse(event, Span(start, round(start + seconds, 6)), strength, record.shape)


def state(event: str, since: float) -> EventResponse:
    """The response of a thing that is so when it arrives (a cracked lantern): complete before it is seen.

    Args:
        event: id of the event.
        since: seconds of the night at which the thing arrives.
    """
    return EventResponse(event, Span(round(since - 10.0, 6), round(since - 9.0, 6)), 1.0, "state")
