"""Seek transition: the sound crossfades, the picture fades through black meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dreamplayer.app.player.display_adjustments import FadeThroughBlack
from dreamplayer.app.player.playback_clock import ClockSample

_ARRIVED = 3.0
"""Seconds past the target within which the clock has arrived."""
_OFF_COURSE = 1.0
"""Seconds off its old course from which the clock has jumped, however long it was not read."""
_LONGEST_WAIT = 5.0
"""Seconds after which the clock is trusted as it is."""
_NEVER = 1e12
"""Start of a fade back that never comes: for a long pause."""


class SeekTransition:
    """The fades over the picture, and what is shown behind them during a seek."""

    def __init__(self, fades: tuple[FadeThroughBlack, ...] = ()) -> None:
        self.fades = fades
        self._target: float | None = None
        """Target of the seek, until the clock is there."""
        self._earlier_targets: tuple[float, ...] = ()
        """Earlier targets, which the clock may still pass through."""
        self._clock_at_seek = ClockSample(0.0, 0.0)
        """The clock when the seek began: off that course, it has arrived."""
        self._from: tuple[float, float] | None = None
        """(night, room) seconds at the start of the seek: shown on until the picture is black."""
        self._when_black: Callable[[], None] | None = None
        self.ready: Callable[[], bool] = lambda: True
        """Whether the picture behind can be shown."""

    @property
    def waiting(self) -> bool:
        """Whether something is still to be done once the picture is black."""
        return self._when_black is not None

    def fade_out(
        self, now: ClockSample, target: float | None = None, when_black: Callable[[], None] | None = None
    ) -> None:
        """Begin to fade to black.

        Args:
            now: the clock.
            target: target of the seek, seconds of the night, or None.
            when_black: called once the picture is black.
        """
        if self._from is None:
            self._from = (now.night, now.room)
            self.fades = (*self.fades, FadeThroughBlack(now.room))
        if target is not None:
            self.aim(target, now)
        self._when_black = when_black or self._when_black

    def aim(self, t: float, now: ClockSample) -> None:
        """Set the target of the seek, t seconds of the night."""
        if self._target is not None:
            self._earlier_targets = (*self._earlier_targets, self._target)
        self._target, self._clock_at_seek = t, now

    def settle(self, now: ClockSample) -> ClockSample:
        """The clock with the target in place of the old position during a seek, so that repeated keys add up."""
        if self._target is None:
            return now
        passed, waited = now.night - self._clock_at_seek.night, now.room - self._clock_at_seek.room
        off_course = min(abs(passed), abs(passed - waited)) > _OFF_COURSE
        between = [stop for stop in self._earlier_targets if -0.5 < now.night - stop < _ARRIVED]
        if off_course and between and waited <= _LONGEST_WAIT:
            self._earlier_targets = self._earlier_targets[self._earlier_targets.index(between[-1]) + 1 :]
            self._clock_at_seek = now
            return ClockSample(self._target, now.room)
        if off_course or waited > _LONGEST_WAIT or -0.5 < now.night - self._target < _ARRIVED:
            self._target, self._earlier_targets = None, ()
            return now
        return ClockSample(self._target, now.room)

    def fade_back(self, room: float) -> None:
        """Fade back where the picture is ready, and drop the fades that are over."""
        kept = []
        for fade in self.fades:
            if fade.return_at is None and fade.is_black(room):
                if self._when_black is not None:
                    act, self._when_black = self._when_black, None
                    act()
                self._from = None
                if self._target is None and self.ready():
                    fade = replace(fade, return_at=room + 0.05)
            if not fade.is_over(room):
                kept.append(fade)
        self.fades = tuple(kept)

    def fade_in_from(self, room: float, black: float, seconds: float = 6.0) -> None:
        """Fade back from `black` (0..1) over seconds."""
        self.fades = (*self.fades, FadeThroughBlack(room, fade_out=0.0, return_at=room, fade_in=seconds, opacity=black))

    def rest(self, room: float) -> None:
        """Begin the long fade of a long pause, until `wake`."""
        if not any(fade.return_at == _NEVER for fade in self.fades):
            self.fades = (*self.fades, FadeThroughBlack(room, fade_out=8.0, return_at=_NEVER))

    def wake(self, room: float) -> None:
        """End a long pause."""
        self.fades = tuple(replace(fade, return_at=room) if fade.return_at == _NEVER else fade for fade in self.fades)

    def shown(self, now: ClockSample, playing: bool) -> float:
        """Seconds of the night that are shown."""
        if self._from is None:
            return now.night
        night, room = self._from
        return night + (now.room - room if playing else 0.0)
