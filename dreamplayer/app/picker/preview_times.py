"""Which moment of each dream on the shelf is seen: its richest passage, over and over, through black."""

from __future__ import annotations

from dataclasses import dataclass

from dreamplayer.kit.curves import smooth
from dreamplayer.model.score import Score

EDGE = 1.6
"""Seconds a passage takes out of black and back."""


@dataclass(frozen=True, slots=True)
class PreviewTime:
    """What is seen of a dream now."""

    score: Score
    t: float
    black: float
    """0 shown .. 1 true black."""


@dataclass(frozen=True, slots=True)
class PreviewLoop:
    """One showing of a dream's passage."""

    since: float
    length: float
    stands: bool
    """Its first moment only: the rest is not painted yet."""
    from_black: bool


class PreviewSchedule:
    """The rounds of all dreams that are ready."""

    def __init__(self) -> None:
        self._scores: dict[str, tuple[Score, float, float]] = {}
        self._loops: dict[str, PreviewLoop] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._scores

    def take(self, name: str, score: Score, start: float, end: float) -> None:
        """A dream is ready: it is shown from start to end seconds."""
        self._scores[name] = (score, start, end)

    def moment(self, name: str, room: float) -> PreviewTime | None:
        """What is seen of it at that second of the room; None while it is not ready."""
        found = self._scores.get(name)
        if found is None:
            return None
        score, start, end = found
        turn = self._loops.get(name)
        if turn is None or room - turn.since >= turn.length:
            # What was painted meanwhile is taken over between two rounds.
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
