"""A night that is still growing looks and sounds, below its horizon, as it will when it is whole."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from itertools import pairwise

import numpy as np
import pytest

from dreamplayer.app.storage.library import find
from dreamplayer.model.audio import RATE
from dreamplayer.model.score import Score
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.picture.picture import picture
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.sound.mix import Mixer
from dreamplayer.staging.notes.notes_file import beside
from dreamplayer.timeline.compose import grow
from dreamplayer.timeline.night_options import NightOptions

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["the-blue-door", "the-bridge-of-light"])
def grown(request: pytest.FixtureRequest) -> tuple[list[Score], Clips]:
    """All scores of a dream, as they come."""
    dream, clips = find(request.param), Clips(None)
    options = NightOptions(notes=beside(dream.source))
    return list(grow(dream, read(dream), narrate(dream, "silent", clips), options)), clips


def same(a: object, b: object) -> bool:
    """Whether two pictures hold the same data, array by array."""
    if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
        return np.array_equal(np.asarray(a), np.asarray(b), equal_nan=True)
    if is_dataclass(a) and not isinstance(a, type):
        return type(a) is type(b) and all(
            same(getattr(a, f.name), getattr(b, f.name)) for f in fields(a) if f.name != "paint"
        )
    if isinstance(a, tuple) and isinstance(b, tuple):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    return bool(a == b)


def test_pictures_agree(grown: tuple[list[Score], Clips]) -> None:
    """The frame at a moment below the horizon is the same in every longer score, up to the whole one."""
    scores = grown[0]
    for shorter, longer in [*pairwise(scores), (scores[1], scores[-1])]:
        last = shorter.horizon
        for t in (last - 0.01, last - 3.0, last - 11.0, 0.6 * last, 30.0):
            assert same(picture(shorter, t, strict=True), picture(longer, t, strict=True)), f"at {t:.2f} s"


def test_sounds_agree(grown: tuple[list[Score], Clips]) -> None:
    """So are the samples."""
    scores, clips = grown
    for shorter, longer in pairwise(scores):
        n = round((shorter.horizon - 2.0) * RATE)
        a, b = Mixer(shorter, clips, strict=True), Mixer(longer, clips, strict=True)
        assert np.array_equal(a.render(n, n + 2 * RATE - 400), b.render(n, n + 2 * RATE - 400))
