"""The options of one night."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.staging.notes.notes import NONE, Notes
from dreamplayer.timeline.sections import BED_MINUTES, WIND_IN


@dataclass(frozen=True, slots=True)
class NightOptions:
    """Options of one night: the settings that change its score, and the notes beside its text."""

    voice: str = "silent"
    """Name of the voice that narrates."""
    seed: int = 0
    """Which of its many nights the dream becomes; 0 is always the same one."""
    pace: float = 1.0
    """Factor of the speaking rate, 0.6 (slow) .. 1.4 (quick)."""
    bed_minutes: float = BED_MINUTES
    """Minutes of wordless sound after the story, 0 or more."""
    bed_sounds: tuple[str, ...] = ()
    """Sounds of the bed; empty for those of the notes, or of the last place."""
    wind_in: float = WIND_IN
    """Seconds before the first word."""
    timer_minutes: float = 0.0
    """Length of the whole night in minutes; 0 for no timer."""
    gentle: bool = False
    """Whether the darkest lines are skipped, with a soft transition."""
    calm: bool = False
    """Whether nothing drifts or falls, and light changes only slowly."""
    voice_light: bool = False
    """Whether the nearest lamp breathes a little with the voice."""
    notes: Notes = NONE
    """Hand-written notes beside the text."""
