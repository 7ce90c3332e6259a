"""The knobs after the score: brightness, captions, breath, veils. A function of the frame and what is wished."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from dreamplayer.app.player.player_state import Playing
from dreamplayer.kit.curves import smooth
from dreamplayer.picture.frame import Frame, Overlay
from dreamplayer.picture.light import Knobs, turned
from dreamplayer.settings import Settings

SEEK_OUT, SEEK_IN = 0.4, 1.0
"""Seconds a seek takes into black, and out of it: with the crossfade of the sound."""
LIDS = 1.5
"""Seconds in which the picture goes where eyes are to be shut, and comes back."""
OPEN = 4.5
"""Seconds in which a night that begins in its middle comes out of black."""


@dataclass(frozen=True, slots=True)
class Veil:
    """Black drawn before the picture, by the room's time."""

    since: float
    """When it began to fall."""
    fall: float = SEEK_OUT
    lift: float | None = None
    """When it began to lift; None while what lies behind is not ready."""
    rise: float = SEEK_IN
    depth: float = 1.0
    """How black it is when it is down."""

    def black(self, room: float) -> float:
        """0 not there .. 1 true black."""
        down = self.depth * (smooth(room, self.since, self.since + self.fall) if self.fall > 0 else 1.0)
        return down if self.lift is None else down * (1.0 - smooth(room, self.lift, self.lift + self.rise))

    def down(self, room: float) -> bool:
        """Whether it has fallen, so that what is behind may change."""
        return room >= self.since + self.fall

    def over(self, room: float) -> bool:
        """Whether it has gone."""
        return self.lift is not None and room >= self.lift + self.rise


def leaving(state: Playing) -> float:
    """How far the last fade has gone, 0..1."""
    return 0.0 if state.leaving is None else smooth(state.room, state.leaving, state.leaving + state.leave_seconds)


def lids(state: Playing) -> float:
    """How far eyes-shut has taken the picture, 0 all there .. 1 black."""
    gone = smooth(state.room, state.lids, state.lids + LIDS)
    return gone if state.settings.eyes_shut else 1.0 - gone


def breath(room: float, asked: bool) -> float:
    """Factor on the light, .95..1.05: six swells a minute, slowing to five over twenty minutes; 1 if not asked.

    The phase is the integral of a rate that sinks linearly, so that no swell is cut.
    """
    if not asked:
        return 1.0
    x = min(room, 1200.0)
    cycles = x / 10.0 - (1 / 10.0 - 1 / 12.0) * x * x / 2400.0 + max(0.0, room - 1200.0) / 12.0
    return 1.0 - 0.05 * math.cos(2 * math.pi * cycles)


def knobs(settings: Settings, glare: float = 0.0) -> Knobs:
    """What brightness and screen make of the light. `glare`: load of what the app writes over the picture."""
    share = min(settings.story_light() / 0.106, 1.5)
    return Knobs(exposure=settings.brightness**2.2, cap=share * settings.brightness, glare=glare)


def adjusted_frame(
    frame: Frame, state: Playing, veils: tuple[Veil, ...], overlay: Overlay | None, light: float = 0.0
) -> Frame:
    """The frame as this person wants it now. `light` is what the overlay itself adds to the load."""
    settings = state.settings
    set_ = knobs(settings, light)
    black = max([leaving(state), lids(state), *(veil.black(state.room) for veil in veils)])
    shown = 1.0 - (1.0 - frame.grade.black) * (1.0 - black)
    set_ = replace(set_, exposure=set_.exposure * breath(state.room, settings.breathing))
    grade = replace(turned(frame.grade, set_), black=shown)
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
