"""Events that notes start by themselves, a given number of seconds after a thing has entered."""

from __future__ import annotations

from dreamplayer.kit.curves import smooth
from dreamplayer.model.moment import Moment


def started_by_notes(moment: Moment, event: str, param: str, seconds: float = 6.0) -> Moment:
    """The moment with `event` under way where the notes give `param`, the seconds from its entry to the beginning.

    It is complete `seconds` later and stays so. An event that the words call keeps its own time if it is further on.

    Args:
        moment: when, where, and whose seed.
        event: which event.
        param: the parameter of notes that gives its beginning, in seconds from entry.
        seconds: how long it takes.
    """
    after = moment.param(param, -1.0)
    age = moment.t - after
    if after < 0.0 or age <= 0.0:
        return moment
    state = max(moment.event(event), float(smooth(age, 0.0, seconds)))
    return moment.replace(
        events={**moment.events, event: state}, ages={**moment.ages, event: max(age, moment.ages.get(event, 0.0))}
    )
