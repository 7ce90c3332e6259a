"""How things respond to events: how long a response takes, and whether it stays. Slow enough for a drowsy eye."""

from __future__ import annotations

from typing import Literal

from dreamplayer.kit.hashing import seed_of, uniform_one
from dreamplayer.model.score import EventResponse, Span

Shape = Literal["impulse", "ramp", "state"]

RISE = 1.2
"""Seconds an impulse takes to its crest; no light may change faster than over 0.8."""

_IMPULSES = {
    "pulse": 3.4, "flicker": 4.2, "ripple": 5.0, "tremble": 3.6, "shimmer": 4.4, "ring": 4.6, "echo": 4.6,
    "flash": 4.8, "explode": 5.0, "hum": 4.4, "hush": 4.0, "wake": 4.8, "beat": 3.4, "blink": 3.6, "sway": 4.8,
    "wave": 4.4, "sing": 4.6, "breathe": 4.8, "knock": 3.6, "splash": 4.6, "glint": 3.8, "sparkle": 4.2,
}  # fmt: skip
"""Seconds in which each comes to rest again after its crest."""
_RAMPS = {
    "rise": 6.0, "fall": 5.5, "descend": 6.0, "drift": 6.0, "swirl": 5.0, "gather": 4.5, "scatter": 4.0, "dim": 4.0,
    "ignite": 2.6, "crack": 2.6, "shatter": 3.2, "dissolve": 5.0, "melt": 5.0, "pour": 4.0, "part": 4.5, "open": 3.6,
    "close": 3.6, "bloom": 4.5, "grow": 5.0, "shrink": 4.5, "spread": 5.0, "wrap": 4.0, "twist": 4.0,
    "transform": 5.0, "freeze": 4.0, "soften": 4.0, "mend": 4.5, "emerge": 3.6, "vanish": 4.5, "burn": 3.6,
    "sink": 6.0, "float": 6.0, "fly": 6.0, "glow": 3.0, "brighten": 3.6, "fade": 5.0, "turn": 4.0, "fold": 4.0,
}  # fmt: skip
"""Seconds from the word to the moment each is complete."""
_USUAL = 4.0

LEAVES = frozenset({"dissolve", "vanish", "fade", "disappear", "evaporate"})
"""Events after which the thing is gone."""
BREAKS = LEAVES | {"shatter", "collapse"}
"""Events that, happening to the whole scene, clear the stage."""


def shape_of(event: str) -> Shape:
    """How a response goes.

    Args:
        event: id of the event.

    Returns:
        `impulse`: comes to its crest in `RISE` seconds and back to rest. `ramp`: becomes so, and stays; also for events
        that are not known here.
    """
    return "impulse" if event in _IMPULSES else "ramp"


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
    shape = shape_of(event)
    seconds = (RISE + _IMPULSES[event] if shape == "impulse" else _RAMPS.get(event, _USUAL)) * vary
    return EventResponse(event, Span(start, round(start + seconds, 6)), strength, shape)


def state(event: str, since: float) -> EventResponse:
    """The response of a thing that is so when it arrives (a cracked lantern): complete before it is seen.

    Args:
        event: id of the event.
        since: seconds of the night at which the thing arrives.
    """
    return EventResponse(event, Span(round(since - 10.0, 6), round(since - 9.0, 6)), 1.0, "state")
