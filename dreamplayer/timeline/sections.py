"""The six sections that tile a night, and how the sleep timer shortens them."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.model.score import SECTIONS, Section, Span

WIND_IN = 60.0
"""Seconds of dark, slow swell before the first word, by default."""
CODA = 45.0
"""Seconds after the last word in which the night calms down, though the dream has woken."""
BED_MINUTES = 15.0
"""Minutes of wordless bed by default."""
FADE = 540.0
"""Seconds of fade: nine minutes, at most 6 dB a minute."""
DARK = 6.0
"""Seconds of silence and black at the very end, so that no buffer cuts the fade."""
SHORTEST_BED = 30.0
"""Seconds of bed a timer leaves, so that coda and fade do not run into each other."""
SHORTEST_FADE = 300.0
"""Seconds of fade a timer leaves: in the last five minutes of any night nothing gets louder, and no word is spoken."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Durations in seconds of the sections after the last word."""

    coda: float = CODA
    bed: float = BED_MINUTES * 60.0
    fade: float = FADE
    dark: float = DARK


def lengths(told: float, *, bed_minutes: float = BED_MINUTES, timer_minutes: float = 0.0) -> Lengths:
    """Durations of coda, bed, fade and dark.

    A timer shortens or lengthens the bed, then shortens the fade, never the ramps; one too short even for that makes
    the shortest night that still ends gently.

    Args:
        told: second of the night at which the last word ends.
        bed_minutes: minutes of bed without a timer; negative counts as 0.
        timer_minutes: length of the whole night in minutes; 0 or less for no timer.
    """
    if timer_minutes <= 0.0:
        return Lengths(bed=max(0.0, bed_minutes) * 60.0)
    left = timer_minutes * 60.0 - told - CODA - DARK
    bed = max(SHORTEST_BED, left - FADE)
    fade = min(FADE, max(SHORTEST_FADE, left - bed))
    return Lengths(bed=bed, fade=fade)


def tile(wind_in: float, told: float, after: Lengths) -> tuple[Section, ...]:
    """All six sections, each beginning where the previous one ends.

    Args:
        wind_in: second of the night at which the story begins.
        told: second at which the last word ends, and with it the story.
        after: durations of what follows.
    """
    cuts = [0.0, wind_in, told]
    for seconds in (after.coda, after.bed, after.fade, after.dark):
        cuts.append(round(cuts[-1] + seconds, 6))
    return tuple(
        Section(name, Span(start, end)) for name, start, end in zip(SECTIONS, cuts[:-1], cuts[1:], strict=True)
    )


def growing(wind_in: float, horizon: float) -> tuple[Section, ...]:
    """The sections of a score that is not complete: wind-in, and as much of the story as is known.

    Args:
        wind_in: second of the night at which the story begins.
        horizon: second up to which it is composed.
    """
    return (Section("wind-in", Span(0.0, wind_in)), Section("story", Span(wind_in, horizon)))
