"""The six parts that tile a night, and how a timer shortens them."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.model.score import SECTIONS, Section, Span

WIND_IN = 60.0
"""Seconds of dark, slow swell before the first word."""
CODA = 45.0
"""Seconds after the last word in which the night lands, though the dream has woken."""
BED_MINUTES = 15.0
"""Minutes of wordless bed unless the person says otherwise."""
FADE = 540.0
"""Seconds of fade: nine minutes, at most 6 dB in each."""
DARK = 6.0
"""Seconds of silence and black at the very end, so that no buffer cuts the landing."""
SHORTEST_BED = 30.0
"""Seconds of bed a timer leaves, so that coda and fade do not run into each other."""
SHORTEST_FADE = 300.0
"""Seconds of fade a timer leaves: in the last five minutes of any night nothing rises any more, no word either."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Seconds of what follows the last word."""

    coda: float = CODA
    bed: float = BED_MINUTES * 60.0
    fade: float = FADE
    dark: float = DARK


def lengths(told: float, *, bed_minutes: float = BED_MINUTES, timer_minutes: float = 0.0) -> Lengths:
    """How long coda, bed, fade and dark last when the last word ends at `told` seconds of the night.

    A timer (0: none) sets the length of the whole. It shortens (or lengthens) the bed, then the fade, never the
    ramps; one too short even for that gives the shortest night that still lands gently.
    """
    if timer_minutes <= 0.0:
        return Lengths(bed=max(0.0, bed_minutes) * 60.0)
    left = timer_minutes * 60.0 - told - CODA - DARK
    bed = max(SHORTEST_BED, left - FADE)
    fade = min(FADE, max(SHORTEST_FADE, left - bed))
    return Lengths(bed=bed, fade=fade)


def tile(wind_in: float, told: float, after: Lengths) -> tuple[Section, ...]:
    """All six parts, each beginning where the one before ends: story from `wind_in` to `told` seconds."""
    cuts = [0.0, wind_in, told]
    for seconds in (after.coda, after.bed, after.fade, after.dark):
        cuts.append(round(cuts[-1] + seconds, 6))
    return tuple(
        Section(name, Span(start, end)) for name, start, end in zip(SECTIONS, cuts[:-1], cuts[1:], strict=True)
    )


def growing(wind_in: float, horizon: float) -> tuple[Section, ...]:
    """Wind-in and as much of the story as is known."""
    return (Section("wind-in", Span(0.0, wind_in)), Section("story", Span(wind_in, horizon)))
