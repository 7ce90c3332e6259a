"""The nearest lamp breathes with the voice: a function of t, slow, and nothing at all where nobody speaks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from dreamplayer.app.compose_night import night
from dreamplayer.model.score import Score
from dreamplayer.model.stage import Light
from dreamplayer.picture.picture import picture
from dreamplayer.picture.voice_light import CALM_DEPTH, DEPTH, SMOOTHED, answer, answering, envelope
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings

TALE = "A lamp burns on the kitchen table. The kettle is warm.\n\nOutside it rains on the fields, and nobody is there."


@cache
def silent() -> Score:
    """A night of captions alone."""
    return night(parse(TALE, name="kitchen"), Settings(voice="silent", bed_minutes=1.0)).score


def spoken(**changes: object) -> Score:
    """The same night, told by a voice."""
    return replace(silent(), voice="somebody", **{"voice_light": True, **changes})  # type: ignore[arg-type]


def test_the_envelope_follows_the_words_and_is_slow() -> None:
    """1 within a sentence, 0 in a rest, and never faster than its smoothing."""
    score = spoken()
    words = score.words
    assert envelope(score, words[2].span.start) > 0.9
    assert envelope(score, words[0].span.start - SMOOTHED) == 0.0
    assert envelope(score, words[-1].span.end + SMOOTHED) == 0.0
    t = np.arange(words[0].span.start - 2.0, words[-1].span.end + 2.0, 0.02)
    found = np.array([envelope(score, x) for x in t])
    assert found.min() >= 0.0
    assert found.max() <= 1.0
    assert np.abs(np.diff(found)).max() < 2.0 * 0.02 / SMOOTHED
    assert envelope(silent(), words[2].span.start) == 0.0


def test_what_is_known_below_the_horizon_does_not_change() -> None:
    """A longer score breathes the same where the shorter one is known."""
    whole = spoken()
    cut = whole.words[len(whole.words) // 2].span.start
    short = replace(whole, words=tuple(word for word in whole.words if word.span.start < cut))
    for t in np.arange(whole.words[0].span.start, cut - SMOOTHED, 0.37):
        assert envelope(short, t) == envelope(whole, t)


def test_only_the_nearest_lamp_answers_and_only_a_little() -> None:
    """One group of the kitchen's lamps is lighter while somebody speaks; without voice or wish nothing is."""
    t = silent().words[3].span.start
    plain, told = picture(silent(), t), picture(spoken(), t)
    assert plain.backdrop is not None
    assert told.backdrop is not None
    before, after = dict(plain.backdrop.strengths), dict(told.backdrop.strengths)
    changed = [group for group in before if after[group] != before[group]]
    assert len(changed) == 1
    ratio = sum(after[changed[0]]) / sum(before[changed[0]])
    assert 1.0 < ratio <= 1.0 + DEPTH + 1e-6
    assert picture(spoken(voice_light=False), t).backdrop == plain.backdrop
    assert answer(spoken(calm=True), t) <= 1.0 + CALM_DEPTH


def test_on_a_bare_stage_the_nearest_light_answers() -> None:
    """One behind the eye, or out, does not."""
    lights = [
        Light((0.0, 1.0, -2.0), (1.0, 0.5, 0.1)),
        Light((0.0, 1.0, 1.0), (0.0, 0.0, 0.0)),
        Light((1.0, 1.0, 4.0), (1.0, 0.5, 0.1)),
        Light((0.0, 1.0, 9.0), (1.0, 0.5, 0.1)),
    ]
    found = answering(lights, 1.1)
    assert [light.colour[0] for light in found] == pytest.approx([1.0, 0.0, 1.1, 1.0])
    assert answering(lights, 1.0) == lights
