"""From one place of the night to another: the sound crosses over, the picture goes through black meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dreamplayer.app.player.display_adjustments import Veil
from dreamplayer.app.player.playback_clock import ClockSample

_NEAR = 3.0
"""Seconds past the place aimed at within which the clock counts as there."""
_OFF = 1.0
"""Seconds beside its old course at which the clock has jumped, however long nobody looked."""
_PATIENCE = 5.0
"""Seconds after which the clock counts as it is."""
_REST = 1e12
"""A lift that never comes: the veil of a long rest."""


class SeekTransition:
    """The veils before the picture, and what is shown behind them while one goes elsewhere."""

    def __init__(self, veils: tuple[Veil, ...] = ()) -> None:
        self.veils = veils
        self._aimed: float | None = None
        """Where one goes, until the clock is there."""
        self._stops: tuple[float, ...] = ()
        """Places aimed at before, which the clock may still pass through on its way."""
        self._course = ClockSample(0.0, 0.0)
        """The clock when one set out: off that course, one has arrived."""
        self._from: tuple[float, float] | None = None
        """(night, room) where one left: shown on until the veil is down."""
        self._when_down: Callable[[], None] | None = None
        self.ready: Callable[[], bool] = lambda: True
        """Whether what lies behind can be shown."""

    @property
    def waiting(self) -> bool:
        """Whether something is still to be done behind the veil."""
        return self._when_down is not None

    def leave(self, now: ClockSample, aimed: float | None = None, when_down: Callable[[], None] | None = None) -> None:
        """Let the veil fall. `aimed`: the clock will be there; `when_down`: what is done once it is black."""
        if self._from is None:
            self._from = (now.night, now.room)
            self.veils = (*self.veils, Veil(now.room))
        if aimed is not None:
            self.aim(aimed, now)
        self._when_down = when_down or self._when_down

    def aim(self, t: float, now: ClockSample) -> None:
        """The clock is on its way to t."""
        if self._aimed is not None:
            self._stops = (*self._stops, self._aimed)
        self._aimed, self._course = t, now

    def settle(self, now: ClockSample) -> ClockSample:
        """While on the way, one already stands where one goes, so that keys add up."""
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
        """Draw up the veils behind which all is ready, forget those that are gone."""
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
        """What was as black as this may grow lighter again, over seconds."""
        self.veils = (*self.veils, Veil(room, fall=0.0, lift=room, rise=seconds, depth=black))

    def rest(self, room: float) -> None:
        """A long rest: dark over some seconds, until `wake`."""
        if not any(veil.lift == _REST for veil in self.veils):
            self.veils = (*self.veils, Veil(room, fall=8.0, lift=_REST))

    def wake(self, room: float) -> None:
        """End a long rest."""
        self.veils = tuple(replace(veil, lift=room) if veil.lift == _REST else veil for veil in self.veils)

    def shown(self, now: ClockSample, playing: bool) -> float:
        """Second of the night that is seen."""
        if self._from is None:
            return now.night
        night, room = self._from
        return night + (now.room - room if playing else 0.0)
