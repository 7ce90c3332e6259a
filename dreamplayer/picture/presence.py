"""A cue as the moment its element is asked for: how far it has come, what has happened to it."""

from __future__ import annotations

from types import MappingProxyType

from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.score import Cue, EventResponse
from dreamplayer.model.stage import GroundKind, Palette, Place, Stage

CREST = 1.2
"""Seconds in which an impulse reaches its crest."""

HALF_LIFE = 30.0
"""Seconds after which half a life is over. When a cue ends is not known while the night still grows, so life is
counted from its entry alone."""


def state(response: EventResponse, t: float) -> float:
    """How far an event has gone at t: 0 before its word, then up and (impulses) down again.

    Never faster than light may change: .8 s at the least.
    """
    u = t - response.span.start
    if response.shape == "state":
        return response.strength
    if u <= 0.0:
        return 0.0
    if response.shape == "impulse":
        fall = max(response.span.length - CREST, 0.8)
        return response.strength * float(smooth(u, 0.0, CREST) * (1.0 - smooth(u, CREST, CREST + fall)))
    return response.strength * float(smooth(u, 0.0, max(response.span.length, 0.8)))


def moment(
    cue: Cue, t: float, stage: Stage, palette: Palette, deep: float, aspect: float, home: GroundKind | None = None
) -> Moment:
    """What the element of a cue may know at t; `home` is the ground it came to."""
    came = smooth(t - cue.since, 0.0, max(cue.arrive, 0.8))
    goes = smooth(cue.span.end - t, 0.0, cue.leave) if cue.leave > 0 else 1.0
    faint = 0.35 + 0.65 * cue.strength if cue.mode == "figurative" else 1.0
    events: dict[str, float] = {}
    ages: dict[str, float] = {}
    for response in cue.responses:
        now = state(response, t)
        if now > 0.0:
            events[response.event] = max(now, events.get(response.event, 0.0))
            ages[response.event] = max(t - response.span.start, 0.0)
    return Moment(
        t=t - cue.since,
        life=1.0 - 0.5 ** (max(t - cue.since, 0.0) / HALF_LIFE),
        presence=float(came * goes * faint),
        seed=cue.seed,
        count=cue.count,
        tint=cue.tint,
        place=cue.place or Place(),
        calm=deep,
        strength=cue.strength,
        events=MappingProxyType(events),
        ages=MappingProxyType(ages),
        manner=cue.manner,
        stage=stage,
        palette=palette,
        aspect=aspect,
        params=MappingProxyType(dict(cue.params)),
        home=home,
    )
