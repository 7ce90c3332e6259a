"""Lines rendered ahead of time, a step at a time, so that no block of the mix pays for a whole line."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator

from dreamplayer.model.audio import Samples
from dreamplayer.model.score import Line, Score
from dreamplayer.sound.room import size_of
from dreamplayer.sound.voice_line import ClipSource, spoken_steps

AHEAD = 12.0
"""Seconds before its start at which a line or strike begins to be prepared."""
SHORT, LONG = 4.0, 1.5
"""Seconds of a line that ends before it has grown to its loudness, and of a rest after which a line has to grow."""


class PreparedLines:
    """The lines of a score as `voice_line.spoken` renders them; the last few are kept.

    Args:
        score: any score, complete or not.
        clips: the clips of its lines.
    """

    def __init__(self, score: Score, clips: ClipSource) -> None:
        self._score, self._clips = score, clips
        self._made: OrderedDict[int, Samples] = OrderedDict()
        self._making: OrderedDict[int, Iterator[Samples | None]] = OrderedDict()

    def line(self, i: int) -> Samples:
        """The samples of a line; what is left of rendering it is done now.

        Args:
            i: index of the line.

        Returns:
            (n + tail, 2) float32; the first sample is that of the clip.
        """
        while i not in self._made:
            self._step(i)
        return self._made[i]

    def step(self, t: float) -> bool:
        """Render one step of the next line, if it starts soon.

        Args:
            t: second of the night; the first line after it is meant.

        Returns:
            Whether there was a step to do.
        """
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
            self._making[i] = spoken_steps(self._clips.speech(line.clip), size, rest)
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
    """Seconds before a line in which no voice was heard at full loudness.

    A short line after a long rest ends before it has grown: what follows is then eased in as after the rest itself.

    Args:
        lines: the lines of the score, in order.
        i: index of the line.
    """
    rest = lines[i].span.start - (lines[i - 1].span.end if i else 0.0)
    if i and lines[i - 1].span.length < SHORT and rest_before(lines, i - 1) > LONG:
        rest += lines[i - 1].span.length
    return rest
