"""What is chosen for one night."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.staging.notes.notes import NONE, Notes
from dreamplayer.timeline.sections import BED_MINUTES


@dataclass(frozen=True, slots=True)
class NightOptions:
    """What is chosen for one night: the settings that change its score, and the notes beside its text."""

    voice: str = "silent"
    seed: int = 0
    pace: float = 1.0
    bed_minutes: float = BED_MINUTES
    timer_minutes: float = 0.0
    gentle: bool = False
    calm: bool = False
    notes: Notes = NONE
