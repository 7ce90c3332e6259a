"""A voice that says nothing, in the time it would take to say it: for tests, and for captions alone."""

from __future__ import annotations

import numpy as np

from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import RATE, Speech, WordTime

_PAUSE = {",": 4.0, ";": 5.0, ":": 5.0, "—": 5.0, "…": 6.0}
"""Letters' worth of silence after a mark."""


class Silent:
    """Silence whose length and word times the text alone determines."""

    def say(self, spoken: tuple[str, ...], pace: float) -> Speech:
        """As long as its words would take at `pace` words a minute, each in proportion to its letters."""
        said = sum(len(form.split()) for form in spoken)
        letters = [_letters(form) for form in spoken]
        pauses = [_PAUSE.get(form[-1:], 0.0) for form in spoken]
        total = sum(letters) + sum(pauses)
        count = round(RATE * 60.0 * said / pace)
        unit = count / RATE / total if total else 0.0
        words = []
        at = 0.0
        for length, pause in zip(letters, pauses, strict=True):
            words.append(WordTime(at, at + length * unit))
            at += (length + pause) * unit
        return Speech(np.zeros(count, np.float32), tuple(words))


def _letters(form: str) -> float:
    """About how long a form takes, in letters, its gap included; nothing for one that is not spoken."""
    return sum(char.isalnum() for char in form) + 2.0 if form.strip() else 0.0


SILENT = VoiceCard(
    name="silent",
    rank=1000,
    version="1",
    exact=True,
    wake=Silent,
    missing=lambda: None,
    languages=None,
    doc="Captions alone: the words pass in their time, nothing is heard.",
)
