"""Seek transition: the sound crossfades, the picture fades through black meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dreamplayer.app.player.display_adjustments import Veil
from dreamplayer.app.player.playback_clock import ClockSample

_NEAR = 3.0
"""Seconds past the target within which the clock has arrived."""
_OFF = 1.0
"""Seconds off its old course from which the clock has jumped, however long it was not read."""
_PATIENCE = 5.0
"""Seconds after which the clock is trusted as it is."""
_REST = 1e12
"""Start of a fade back that never comes: for a long pause."""


class SeekTransition:
    """The fades over the picture, and what is shown behind them during a seek."""

    def __init__(self, veils: tuple[Veil, ...] = ()) -> None:
        self.veils = veils
        self._aimed: float | None = None
        """Target of the seek, until the clock is there."""
        self._stops: tuple[float, ...] = ()
        """Earlier targets, which the clock may still pass through."""
        self._course = ClockSample(0.0, 0.0)
        """The clock when the seek began: off that course, it has arrived."""
        self._from: tuple[float, float] | None = None
        """(night, room) seconds at the start of the seek: shown on until the picture is black."""
        self._when_down: Callable[[], None] | None = None
        self.ready: Callable[[], bool] = lambda: True
        """Whether the picture behind can be shown."""

    @property
    def waiting(self) -> bool:
        """Whether something is still to be done once the picture is black."""
        return self._when_down is not None

    def leave(self, now: ClockSample, aimed: float | None = None, when_down: Callable[[], None] | None = None) -> None:
        """Begin to fade to black.

        Args:
            now: the clock.
            aimed: target of the seek, seconds of the night, or None.
            when_down: called once the picture is black.
        """
        if self._from is None:
            self._from = (now.night, now.room)
            self.veils = (*self.veils, Veil(now.room))
        if aimed is not None:
            self.aim(aimed, now)
        self._when_down = when_down or self._when_down

    def aim(self, t: float, now: ClockSample) -> None:
        """Set the target of the seek, t seconds of the night."""
        if self._aimed is not None:
            self._stops = (*self._stops, self._aimed)
        self._aimed, self._course = t, now

    def settle(self, now: ClockSample) -> ClockSample:
        """The clock with the target in place of the old position during a seek, so that repeated keys add up."""
        if self._aimed is None:
            return now
        passed, waited = now.night - self._course.night, now.room - self._course.room
        off_course = min(abs(passed), abs(passed - waited)) > _OFF
        between = [stop for stop in self._stops if -0.5 < now.night - stop < _NEAR]
        if off_course and between and waited <= _PATIENCE:
            self._stops = self._stops[self._stops.index(between[-1]) + 1 :]
            self._course = now
            return ClockSample(self._aimed, now.room)
        if off_course or waited > _PATIENCE or -0.5 < now.night - self._aimed < _NEAR:
            self._aimed, self._stops = None, ()
            return now
        return ClockSample(self._aimed, now.room)

    def lift(self, room: float) -> None:
        """Fade back where the picture is ready, and drop the fades that are over."""
        kept = []
        for veil in self.veils:
            if veil.lift is None and veil.down(room):
                if self._when_down is not None:
                    act, self._when_down = self._when_down, None
                    act()
                self._from = None
                if self._aimed is None and self.ready():
                    veil = replace(veil, lift=room + 0.05)
            if not veil.over(room):
                kept.append(veil)
        self.veils = tuple(kept)

    def brighten(self, room: float, black: float, seconds: float = 6.0) -> None:
        """Fade back from `black` (0..1) over seconds."""
        self.veils = (*self.veils, Veil(room, fall=0.0, lift=room, rise=seconds, depth=black))

    def rest(self, room: float) -> None:
        """Begin the long fade of a long pause, until `wake`."""
        if not any(veil.lift == _REST for veil in self.veils):
            self.veils = (*self.veils, Veil(room, fall=8.0, lift=_REST))

    def wake(self, room: float) -> None:
        """End a long pause."""
        self.veils = tuple(replace(veil, lift=room) if veil.lift == _REST else veil for veil in self.veils)

    def shown(self, now: ClockSample, playing: bool) -> float:
        """Seconds of the night that are shown."""
        if self._from is None:
            return now.night
        night, room = self._from
        return night + (now.room - room if playing else 0.0)
