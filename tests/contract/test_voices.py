"""What every voice promises, asked of each one that can speak here."""

from __future__ import annotations

import functools
import math

import numpy as np
import pytest

from dreamplayer import catalogue
from dreamplayer.kit.voice import Voice
from dreamplayer.narration.finish import render_speech
from dreamplayer.narration.speech_request import SpeechRequest

pytestmark = pytest.mark.slow

NAMES = list(catalogue.voices())
LIGHT = [name for name, card in catalogue.voices().items() if card.rank >= 200]
"""Voices that say a sentence in a blink; the large ones are asked for less."""
ODD = {
    "plain": ("The", "lantern", "hums,", "and", "you", "drift."),
    "one word": ("Oh.",),
    "a silent word": ("rise", "", "softly"),
    "nothing spoken": ("", ""),
    "many words in one": ("twenty one million dollars", "fell"),
    "letters of elsewhere": ("café", "東京", "naïve", "Ελλάδα"),
    "marks": ("wait…", "what—", "no:", "yes;", "so?", "go!"),
    "run together": ("of", "the", "in", "the", "to", "be", "it", "was", "on", "the"),
    "no vowels": ("shh", "hmm", "x", "q"),
    "one endless word": ("ab" * 20,),
}


ASKED = [(name, text) for name in NAMES for text in ODD if name in LIGHT or text in ("a silent word", "nothing spoken")]


@functools.cache
def awake(name: str) -> Voice:
    """The voice, or a skip that names what is missing."""
    card = catalogue.voices()[name]
    missing = card.missing()
    if missing is not None:
        pytest.skip(missing)
    return card.wake()


@pytest.mark.parametrize("name", NAMES)
def test_a_card_says_what_is_missing_and_how_to_bring_it(name: str) -> None:
    """One sentence with a command in it, or None; asking loads nothing heavy."""
    missing = catalogue.voices()[name].missing()
    assert missing is None or ("install" in missing and "\n" not in missing)


@pytest.mark.parametrize(("name", "text"), ASKED)
def test_a_word_time_for_each_form_rising_inside_the_clip(name: str, text: str) -> None:
    """However odd the text: as many times as forms, none before the one before it, none outside the clip."""
    speech = awake(name).say(ODD[text], 120.0)
    assert len(speech.words) == len(ODD[text])
    assert speech.samples.dtype == np.float32
    assert speech.samples.ndim == 1
    assert np.isfinite(speech.samples).all()
    assert all(math.isfinite(word.start) and word.start <= word.end for word in speech.words)
    assert all(a.start <= b.start for a, b in zip(speech.words, speech.words[1:], strict=False))
    assert all(word.start >= 0.0 and word.end <= speech.duration + 0.12 for word in speech.words)


@pytest.mark.parametrize("name", NAMES)
def test_a_slower_pace_takes_longer(name: str) -> None:
    """The pace asked for is heard, as far as the voice can follow it."""
    voice = awake(name)
    slow, quick = (voice.say(ODD["plain"], pace).duration for pace in (100.0, 170.0))
    assert slow > 1.08 * quick


@pytest.mark.parametrize("name", LIGHT)
def test_the_same_sentence_twice_is_as_long_and_as_loud(name: str) -> None:
    """A voice keeps nothing of the sentence before."""
    voice = awake(name)
    first = voice.say(ODD["plain"], 120.0)
    voice.say(ODD["marks"], 90.0)
    again = voice.say(ODD["plain"], 120.0)
    assert again.duration == pytest.approx(first.duration, rel=0.25)
    assert np.sqrt(np.mean(again.samples**2)) == pytest.approx(np.sqrt(np.mean(first.samples**2)), rel=0.5, abs=1e-6)


@pytest.mark.parametrize(("name", "text"), ASKED)
def test_every_finished_clip_can_be_mixed(name: str, text: str) -> None:
    """48 kHz, peaks under -3 dB, silent at both edges, words rising inside it."""
    speech = render_speech(awake(name), SpeechRequest(ODD[text], 120.0, 0.3))
    assert speech.rate == 48_000
    assert len(speech.words) == len(ODD[text])
    assert np.abs(speech.samples).max(initial=0.0) <= 10 ** (-3 / 20) + 1e-3
    if speech.samples.size:
        assert abs(float(speech.samples[0])) < 1e-4
        assert abs(float(speech.samples[-1])) < 1e-3
    starts = [word.start for word in speech.words]
    assert starts == sorted(starts)
    assert all(0.0 <= word.start <= word.end <= speech.duration for word in speech.words)
