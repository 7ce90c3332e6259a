"""A shelf nobody chooses from goes dark by itself: whoever left it there fell asleep before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from dreamplayer.kit.curves import smooth

AFTER = 300.0
"""Seconds without a sign after which it goes dark."""
FALL, RISE = 10.0, 1.0
"""Seconds in which it goes, and comes back."""
SIGNS = frozenset({pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN, pygame.DROPFILE})
"""What a hand does on purpose; a nudge of the mouse is none."""


@dataclass(frozen=True, slots=True)
class IdleTimeout:
    """How dark a shelf is that was touched last at a moment, by the room's time."""

    since: float = 0.0
    before: float = 0.0
    """How dark it was when it was touched."""

    def black(self, room: float) -> float:
        """0 as ever .. 1 true black."""
        lifting = self.before * (1.0 - smooth(room, self.since, self.since + RISE))
        return max(lifting, smooth(room, self.since + AFTER, self.since + AFTER + FALL))

    def asleep(self, room: float) -> bool:
        """Whether nothing of it is seen."""
        return self.black(room) >= 1.0

    def touched(self, room: float) -> IdleTimeout:
        """Someone is there."""
        return IdleTimeout(room, self.black(room))

    def filter_events(
        self, events: Sequence[pygame.event.Event], room: float
    ) -> tuple[IdleTimeout, list[pygame.event.Event]]:
        """What is left of a frame's events: in the dark the first key wakes and does nothing else; files are taken."""
        if not any(event.type in SIGNS for event in events):
            return self, list(events)
        swallowed = SIGNS - {pygame.DROPFILE} if self.black(room) > 0.5 else frozenset()
        return self.touched(room), [event for event in events if event.type not in swallowed]
