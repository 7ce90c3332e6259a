"""The picture of a night at any moment: a function of the score and t, and of nothing else."""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import replace
from functools import cache

from dreamplayer.catalogue import elements
from dreamplayer.drawing.element import Element
from dreamplayer.drawing.primitives import Form
from dreamplayer.errors import CatalogueError
from dreamplayer.model.moment import Moment
from dreamplayer.model.score import Score
from dreamplayer.model.stage import GroundKind, Light
from dreamplayer.picture.ambience import motes
from dreamplayer.picture.captions import Group, caption, groups
from dreamplayer.picture.events import apply_events
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.light import grade
from dreamplayer.picture.presence import moment
from dreamplayer.picture.scene_blend import Setting, ground_at, setting
from dreamplayer.timeline.depth import depth

_log = logging.getLogger(__name__)
LAMPS = 8
"""Lights a frame holds: shaders have room for so many."""
_kept: OrderedDict[int, tuple[Score, tuple[Group, ...]]] = OrderedDict()
"""Cache of the captions of recent scores: they depend on the score alone, and line breaking is slow."""


def picture(score: Score, t: float, *, aspect: float = 16 / 9, strict: bool = False) -> Frame:
    """The frame at t: everything that is seen.

    Args:
        score: the night.
        t: seconds of the night.
        aspect: width of the picture over its height.
        strict: raise where an element fails, for tests; otherwise it is left out and logged once.

    Raises:
        CatalogueError: an element failed and `strict` is on.
    """
    deep = depth(score, t)
    scenery = setting(score, t)
    known = elements()
    grounds: dict[float, GroundKind] = {}
    forms: list[Form] = [motes(score.seed + 17, t % 36_000.0, scenery.stage, scenery.palette, deep, aspect)]
    for cue in score.cues:
        if cue.span.start > t:
            break
        if cue.kind == "element" and cue.staged and t < cue.span.end and cue.mode != "negated":
            if cue.since not in grounds:
                grounds[cue.since] = ground_at(score, cue.since)
            now = moment(cue, t, scenery.stage, scenery.palette, deep, aspect, grounds[cue.since])
            forms += _drawn(known.get(cue.name), now, strict)
    lights = sorted((form for form in forms if isinstance(form, Light)), key=_weight, reverse=True)
    return replace(
        _empty(score, t, scenery, deep, aspect),
        forms=tuple(form for form in forms if not isinstance(form, Light)),
        lights=tuple(lights[:LAMPS]),
    )


def outline(score: Score, t: float, *, aspect: float = 16 / 9) -> Frame:
    """The frame without its forms: stage, caption and grade alone, at next to no cost.

    Args:
        score: the night.
        t: seconds of the night.
        aspect: width of the picture over its height.
    """
    return _empty(score, t, setting(score, t), depth(score, t), aspect)


def _empty(score: Score, t: float, scenery: Setting, deep: float, aspect: float) -> Frame:
    """The frame of an empty stage; `scenery` and `deep` are those of t."""
    return Frame(
        t=t,
        stage=scenery.stage,
        grounds=scenery.grounds,
        palette=scenery.palette,
        forms=(),
        lights=(),
        clock=t % 3600.0,
        caption=caption(_groups(score), score, t),
        grade=grade(score, t, deep),
        aspect=aspect,
    )


def _drawn(element: Element | None, moment: Moment, strict: bool) -> tuple[Form, ...]:
    """The element's forms at the moment; none where there is no such element, or it is absent, or it fails."""
    if element is None or moment.presence <= 0.0:
        return ()
    try:
        return apply_events(element, moment)
    except Exception as error:
        if strict:
            raise CatalogueError(
                f"the element {element.name} failed at {moment.t:.1f} s of its own", todo=str(error)
            ) from error
        # A broken part is dropped and the night goes on.
        _warn_once(element.name, repr(error))
        return ()


@cache
def _warn_once(name: str, error: str) -> None:
    """Log a failing element: sixty times a second would fill a disk by morning."""
    _log.warning("the element %s is left out: %s", name, error)


def _weight(light: Light) -> float:
    """Importance of a light for the picture: brightness by reach over distance."""
    return sum(light.colour) * light.reach / (2.0 + light.position[2])


def _groups(score: Score) -> tuple[Group, ...]:
    found = _kept.get(id(score))
    if found is None or found[0] is not score:
        found = (score, groups(score))
        _kept[id(score)] = found
        while len(_kept) > 6:
            _kept.popitem(last=False)
    return found[1]
