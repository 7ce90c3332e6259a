"""How slowly a dream is told."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dreamplayer import paths
from dreamplayer.model.text import Dream, Sentence
from dreamplayer.narration.pacing import SentenceLookup, asked_pauses, deliveries, last_before_waking, softened, speech
from dreamplayer.reading.ingest.parse import load, parse

SEEDS = sorted(paths.seeds().glob("*.txt"))


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem)
def dream(request: pytest.FixtureRequest) -> Dream:
    """Each of the five dreams."""
    return load(request.param)


def test_rests_are_as_long_as_they_should_be(dream: Dream) -> None:
    """0.8 to 1.2 s after a sentence, 3 to 5 s after a passage; longer towards the end."""
    told = deliveries(dream)
    ends = {passage.sentences[-1].index for passage in dream.passages}
    within = [one.rest for i, one in enumerate(told) if i not in ends]
    after = [one.rest for i, one in enumerate(told) if i in ends]
    assert all(0.8 <= rest <= 1.2 for rest in within)
    assert all(3.0 <= rest <= 5.0 for rest in after)
    half = len(within) // 2
    assert np.mean(within[half:]) > np.mean(within[:half]) + 0.06


def test_speech_slows_and_slows_late(dream: Dream) -> None:
    """Never quicker than before; the rests have grown before the voice has slowed."""
    told = deliveries(dream)
    paces = [one.pace for one in told]
    assert paces == sorted(paces, reverse=True)
    first, middle, last = speech(0.0), speech(0.45), speech(1.0)
    assert first - middle < 0.4 * (first - last)
    assert told[len(told) // 2].comma - told[0].comma > 0.6 * (told[-1].comma - told[0].comma)


def test_the_line_before_waking_is_the_softest(dream: Dream) -> None:
    """It alone has softness 1, and the voice has come down to it."""
    told = deliveries(dream)
    softest = last_before_waking(dream)
    assert told[softest].softness == 1.0
    assert sum(one.softness == 1.0 for one in told) == 1
    assert softest >= 0.75 * len(told)
    assert told[softest - 1].softness > told[len(told) // 2].softness


def test_the_cracked_lantern_is_softest_before_then_you_wake() -> None:
    """The sentence after the softest one wakes."""
    dream = load(paths.seeds() / "the-cracked-lantern.txt")
    after = list(dream.sentences)[last_before_waking(dream) + 1]
    assert after.text.startswith("Then you wake")


def test_dialogue_is_a_shade_softer() -> None:
    """The same words in quotation marks are softer by a shade, not by a step."""
    dream = parse(
        "You are here now my friend. “You are here now my friend.” You are here now my friend. " * 9, name="d"
    )
    told = deliveries(dream)
    sentences = list(dream.sentences)
    assert sentences[1].dialogue
    shade = told[1].softness - told[0].softness
    assert 0.1 < shade < 0.4


@given(st.floats(0.6, 1.4), st.integers(0, 2**31 - 1))
def test_a_pace_can_be_set_and_is_kept(pace: float, seed: int) -> None:
    """Half the pace takes twice the time, for speech and rests alike; the same seed tells the same night."""
    dream = parse("One small light. Another, then — slowly — a third.\n\nThen dawn, and nothing else.", name="d")
    told = deliveries(dream, pace, seed)
    assert told == deliveries(dream, pace, seed)
    for one, plain in zip(told, deliveries(dream, 1.0, seed), strict=True):
        assert one.pace == pytest.approx(pace * plain.pace, abs=2.5)
        assert one.rest == pytest.approx(plain.rest / pace)


def test_another_seed_rests_otherwise() -> None:
    """Rests have a little variation of their own, hashed from the seed."""
    dream = load(SEEDS[0])
    assert [one.rest for one in deliveries(dream, 1.0, 1)] != [one.rest for one in deliveries(dream, 1.0, 2)]


def test_a_lookup_finds_what_a_scan_from_the_start_finds(dream: Dream) -> None:
    """For every word, and beyond the last: the first sentence that begins with it or later, and its passage."""
    lookup = SentenceLookup(dream)
    for word in range(len(list(dream.words)) + 2):
        scanned = next((s for s in dream.sentences if s.words and s.words[0].index >= word), None)
        assert lookup.sentence_at(word) == (None if scanned is None else scanned.index)
        if scanned is not None:
            home = lookup.passage_of(scanned.index)
            assert home is not None
            assert scanned in home.sentences


def test_directions_of_a_script_do_not_scan_the_text_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times as many directions in a text of ten times the length take ten times the steps, not a hundred."""
    counted = 0
    sentences = Dream.sentences

    def counting(self: Dream) -> Iterator[Sentence]:
        nonlocal counted
        for sentence in sentences.fget(self):  # type: ignore[attr-defined]
            counted += 1
            yield sentence

    monkeypatch.setattr(Dream, "sentences", property(counting))
    steps = []
    for times in (4, 40):
        script = parse(
            "The tide goes out.\n\n[pause 5 seconds]\n\n[whisper]\n\nThe sand is warm.\n\n" * times, name="d"
        )
        counted = 0
        assert len(asked_pauses(script)) >= times
        assert len(softened(script)) >= times
        steps.append(counted)
    assert steps[0] > 0
    assert steps[1] <= 12 * steps[0]
