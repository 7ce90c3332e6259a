"""Schedule of the previews: each dream loops over its richest passage, through black."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.kit.curves import smooth
from dreamplayer.model.score import Score

EDGE = 1.6
"""Seconds of the fade in and of the fade out."""


@dataclass(frozen=True, slots=True)
class PreviewTime:
    """The moment of a dream that its preview shows."""

    score: Score
    t: float
    black: float
    """0 shown .. 1 true black."""


@dataclass(frozen=True, slots=True)
class PreviewLoop:
    """One run of a preview through its passage."""

    since: float
    """Seconds of the room at which it began."""
    length: float
    """Seconds."""
    stands: bool
    """Shows its first moment only: the rest is not painted yet."""
    from_black: bool


class PreviewSchedule:
    """The preview loops of all dreams that are ready."""

    def __init__(self) -> None:
        self._scores: dict[str, tuple[Score, float, float]] = {}
        self._loops: dict[str, PreviewLoop] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._scores

    def take(self, name: str, score: Score, start: float, end: float) -> None:
        """A dream is ready: its preview shows start to end seconds of its night."""
        self._scores[name] = (score, start, end)

    def moment(self, name: str, room: float) -> PreviewTime | None:
        """The moment shown at `room` seconds of the room; None while the dream is not ready."""
        found = self._scores.get(name)
        if found is None:
            return None
        score, start, end = found
        turn = self._loops.get(name)
        if turn is None or room - turn.since >= turn.length:
            # A longer span that was painted meanwhile is used from the next loop on.
            stands = end - start < 2.5 * EDGE
            turn = PreviewLoop(
                room, EDGE if stands else end - start, stands, from_black=turn is None or not turn.stands
            )
            self._loops[name] = turn
        x = room - turn.since
        lit = smooth(x, 0.0, EDGE) if turn.from_black else 1.0
        if turn.stands:
            return PreviewTime(score, start, 1.0 - lit)
        return PreviewTime(score, start + x, 1.0 - lit * (1.0 - smooth(x, turn.length - EDGE, turn.length)))
