"""From a cue to the moment its element is drawn at: how present it is, and the states of its events."""

from __future__ import annotations

from types import MappingProxyType

from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment
from dreamplayer.model.place import Surface
from dreamplayer.model.score import Cue, EventResponse
from dreamplayer.model.stage import GroundKind, Palette, Placement, Stage

CREST = 1.2
"""Attack of an impulse: seconds until its peak."""

HALF_LIFE = 30.0
"""Seconds after which half a life is over. When a cue ends is not known while the night still grows, so life is
counted from its entry alone."""


def state(response: EventResponse, t: float) -> float:
    """The state of an event at t: 0 before its word, then rising and, for impulses, falling again.

    Never faster than light may change: .8 s at least.

    Args:
        response: its shape, span and strength.
        t: seconds of the night.
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
    cue: Cue,
    t: float,
    stage: Stage,
    palette: Palette,
    deep: float,
    aspect: float,
    home: GroundKind | None = None,
    *,
    where: Placement | None = None,
    surface: Surface | None = None,
    legroom: float | None = None,
) -> Moment:
    """The moment an element is drawn at: all that it may depend on.

    Args:
        cue: what is on stage, and since when.
        t: seconds of the night.
        stage: camera, air and sky at t.
        palette: of the scene at t.
        deep: depth of the night, 0..1.
        aspect: width of the picture over its height.
        home: the ground of the scene it entered in.
        where: its position at an anchor of a place; the cue's own where None.
        surface: what is at that anchor.
        legroom: metres from a seat there down to the floor before it.
    """
    entered = smooth(t - cue.since, 0.0, max(cue.arrive, 0.8))
    leaving = smooth(cue.span.end - t, 0.0, cue.leave) if cue.leave > 0 else 1.0
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
        presence=float(entered * leaving * faint),
        seed=cue.seed,
        count=cue.count,
        tint=cue.tint,
        place=where or cue.place or Placement(),
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
        surface=surface,
        legroom=legroom,
    )
