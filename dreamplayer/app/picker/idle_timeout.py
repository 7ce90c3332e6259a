"""Idle timeout: a picker nobody uses fades to black, since the person who left it open fell asleep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from dreamplayer.kit.curves import smooth

AFTER = 300.0
"""Seconds without input after which it fades to black."""
FALL, RISE = 10.0, 1.0
"""Duration in seconds of the fade to black, and back."""
SIGNS = frozenset({pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN, pygame.DROPFILE})
"""Deliberate input; a nudge of the mouse is none."""


@dataclass(frozen=True, slots=True)
class IdleTimeout:
    """When the picker was last used, and how dark it is since; times are seconds of the room."""

    since: float = 0.0
    before: float = 0.0
    """How dark it was at that input, 0..1."""

    def black(self, room: float) -> float:
        """How black it is at `room` seconds: 0 unchanged .. 1 black."""
        lifting = self.before * (1.0 - smooth(room, self.since, self.since + RISE))
        return max(lifting, smooth(room, self.since + AFTER, self.since + AFTER + FALL))

    def asleep(self, room: float) -> bool:
        """Whether it is entirely black."""
        return self.black(room) >= 1.0

    def touched(self, room: float) -> IdleTimeout:
        """After deliberate input: fades back."""
        return IdleTimeout(room, self.black(room))

    def filter_events(
        self, events: Sequence[pygame.event.Event], room: float
    ) -> tuple[IdleTimeout, list[pygame.event.Event]]:
        """Handle a frame's events.

        Args:
            events: of the window.
            room: seconds of the room.

        Returns:
            The timer, and the events that are left: while it is dark the first key only wakes it; dropped files pass.
        """
        if not any(event.type in SIGNS for event in events):
            return self, list(events)
        swallowed = SIGNS - {pygame.DROPFILE} if self.black(room) > 0.5 else frozenset()
        return self.touched(room), [event for event in events if event.type not in swallowed]
