"""A growing score as a speaker asks for it."""

from __future__ import annotations

from dreamplayer.app.growing_score import Source
from dreamplayer.model.audio import Samples
from dreamplayer.model.score import Score
from dreamplayer.sound.mix import Mixer


class ScoreAudio:
    """The score as a speaker asks for it: a Mixer made anew when the score has grown."""

    def __init__(self, score: Score, source: Source) -> None:
        self.score = score
        self._source = source
        self._mixer: Mixer | None = None
        self.faders = (1.0, 1.0, 1.0)
        """Factors on voice, world and music, 0..2."""

    def render(self, n0: int, n1: int) -> Samples:
        """Samples of the night; called from the speaker's thread only."""
        score = self.score
        if self._mixer is None or self._mixer.score is not score:
            self._mixer = Mixer(score, self._source.clips)
        return self._mixer.render(n0, n1, *self.faders)

    def horizon(self) -> float | None:
        """How far may be asked; None without limit."""
        score = self.score
        return None if score.complete else score.horizon
