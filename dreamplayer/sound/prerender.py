"""Lines made ready for the mix: some seconds ahead and a step at a time, so that no block pays for a whole one."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator

from dreamplayer.model.audio import Samples
from dreamplayer.model.score import Line, Score
from dreamplayer.sound.room import size_of
from dreamplayer.sound.voice_line import ClipSource, making

AHEAD = 12.0
"""Seconds before its start at which what sounds begins to be made ready."""
SHORT, LONG = 4.0, 1.5
"""Seconds of a line that is over before it has grown to its loudness, and of the rest after which it has to grow."""


class PreparedLines:
    """The lines of a score as `sound.voice` makes them; the last few are kept."""

    def __init__(self, score: Score, clips: ClipSource) -> None:
        self._score, self._clips = score, clips
        self._made: OrderedDict[int, Samples] = OrderedDict()
        self._making: OrderedDict[int, Iterator[Samples | None]] = OrderedDict()

    def line(self, i: int) -> Samples:
        """Line i: what is left of making it is done now."""
        while i not in self._made:
            self._step(i)
        return self._made[i]

    def step(self, t: float) -> bool:
        """One step towards the line that comes next after t, if it comes soon; False where there is none to do."""
        lines = self._score.lines
        i = bisect_right(lines, t, key=lambda line: line.span.start)
        if i == len(lines) or i in self._made or lines[i].span.start > t + AHEAD:
            return False
        self._step(i)
        return True

    def _step(self, i: int) -> None:
        if i not in self._making:
            line = self._score.lines[i]
            rest = rest_before(self._score.lines, i)
            size = size_of(self._score.scene_at(line.span.start))
            self._making[i] = making(self._clips.speech(line.clip), size, rest)
            while len(self._making) > 2:
                self._making.popitem(last=False)
            return
        found = next(self._making[i])
        if found is not None:
            del self._making[i]
            self._made[i] = found
            while len(self._made) > 4:
                self._made.popitem(last=False)


def rest_before(lines: tuple[Line, ...], i: int) -> float:
    """Seconds before line i in which no voice was heard at its loudness.

    A short line after a long rest is over before it has grown: what follows is then eased in as after the rest itself.
    """
    rest = lines[i].span.start - (lines[i - 1].span.end if i else 0.0)
    if i and lines[i - 1].span.length < SHORT and rest_before(lines, i - 1) > LONG:
        rest += lines[i - 1].span.length
    return rest
