"""Display adjustments after the score: brightness, captions, breathing, fades to black. Pure functions."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from dreamplayer.app.player.player_state import PlayerState
from dreamplayer.kit.curves import smooth
from dreamplayer.picture.frame import Frame, Overlay
from dreamplayer.picture.light import LightAdjustment, adjusted_grade
from dreamplayer.settings import Settings

SEEK_OUT, SEEK_IN = 0.4, 1.0
"""Seconds a seek takes into black, and out of it: with the crossfade of the sound."""
EYES_SHUT_SECONDS = 1.5
"""Duration in seconds of the eyes-shut fade, either way."""
OPEN = 4.5
"""Seconds of the fade in of a night that is resumed."""


@dataclass(frozen=True, slots=True)
class FadeThroughBlack:
    """A fade to black and back over the picture; times are seconds of the room."""

    since: float
    """When the fade to black began."""
    fade_out: float = SEEK_OUT
    """Seconds of the fade to black."""
    return_at: float | None = None
    """When the fade back began; None while the picture behind is not ready."""
    fade_in: float = SEEK_IN
    """Seconds of the fade back."""
    opacity: float = 1.0
    """Opacity of the black when the fade out is complete, 0..1."""

    def opacity_at(self, room: float) -> float:
        """Opacity of the black at `room` seconds: 0 clear .. 1 black."""
        covered = self.opacity * (smooth(room, self.since, self.since + self.fade_out) if self.fade_out > 0 else 1.0)
        if self.return_at is None:
            return covered
        return covered * (1.0 - smooth(room, self.return_at, self.return_at + self.fade_in))

    def is_black(self, room: float) -> bool:
        """Whether the fade to black is complete, so that the picture behind may change."""
        return room >= self.since + self.fade_out

    def is_over(self, room: float) -> bool:
        """Whether it has faded back entirely."""
        return self.return_at is not None and room >= self.return_at + self.fade_in


def leaving(state: PlayerState) -> float:
    """Progress of the fade when the person leaves, 0..1."""
    return 0.0 if state.leaving is None else smooth(state.room, state.leaving, state.leaving + state.leave_seconds)


def eyes_shut_fade(state: PlayerState) -> float:
    """Opacity of the eyes-shut fade, 0 clear .. 1 black."""
    gone = smooth(state.room, state.eyes_shut_changed, state.eyes_shut_changed + EYES_SHUT_SECONDS)
    return gone if state.settings.eyes_shut else 1.0 - gone


def breath(room: float, asked: bool) -> float:
    """Breathing guide: factor on the light, .95..1.05; six cycles a minute, slowing to five over twenty minutes.

    The phase is the integral of a rate that falls linearly, so that no cycle is cut.

    Args:
        room: seconds of the room.
        asked: whether it is switched on; otherwise 1.
    """
    if not asked:
        return 1.0
    x = min(room, 1200.0)
    cycles = x / 10.0 - (1 / 10.0 - 1 / 12.0) * x * x / 2400.0 + max(0.0, room - 1200.0) / 12.0
    return 1.0 - 0.05 * math.cos(2 * math.pi * cycles)


def light_adjustment(settings: Settings, glare: float = 0.0) -> LightAdjustment:
    """The adjustments of the light for the person's brightness and screen.

    Args:
        settings: of the person.
        glare: melanopic load of the interface over the picture, 0..1.
    """
    share = min(settings.story_light() / 0.106, 1.5)
    return LightAdjustment(exposure=settings.brightness**2.2, cap=share * settings.brightness, glare=glare)


def adjusted_frame(
    frame: Frame, state: PlayerState, fades: tuple[FadeThroughBlack, ...], overlay: Overlay | None, light: float = 0.0
) -> Frame:
    """The frame with the person's adjustments applied.

    Args:
        frame: of the score.
        state: of the player: settings, eyes shut, leaving.
        fades: fades over the picture.
        overlay: the interface, or None.
        light: melanopic load the overlay adds, 0..1.
    """
    settings = state.settings
    adjustment = light_adjustment(settings, light)
    black = max([leaving(state), eyes_shut_fade(state), *(fade.opacity_at(state.room) for fade in fades)])
    shown = 1.0 - (1.0 - frame.grade.black) * (1.0 - black)
    adjustment = replace(adjustment, exposure=adjustment.exposure * breath(state.room, settings.breathing))
    grade = replace(adjusted_grade(frame.grade, adjustment), black=shown)
    caption = frame.caption
    if caption is not None:
        if not settings.captions or black >= 1.0:
            caption = None
        else:
            caption = replace(
                caption,
                size=settings.caption_size,
                easy=settings.easy_reading,
                by_phrase=caption.by_phrase or not settings.highlight,
                # Less light on the picture is less on the letters, as long as they can be read.
                opacity=caption.opacity * (1.0 - black) * (0.35 + 0.65 * min(1.0, settings.brightness)),
            )
    return replace(frame, grade=grade, caption=caption, overlay=overlay)
