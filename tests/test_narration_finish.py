"""From what an engine gives to a clip fit to be mixed."""

from __future__ import annotations

import numpy as np
import pyloudnorm
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dreamplayer.kit.filters import resample
from dreamplayer.kit.loudness import loudness
from dreamplayer.model.audio import Speech, WordTime
from dreamplayer.narration.align import align
from dreamplayer.narration.clip import decode, encode
from dreamplayer.narration.finish import LEAD, TAIL, breaths, joined, render_speech, rested, silent_speech, trimmed
from dreamplayer.narration.loudness import CEILING, TARGET, levelled
from dreamplayer.narration.silence import edges, pauses
from dreamplayer.narration.speech_request import SpeechRequest
from dreamplayer.voices.silent import Silent

RATE = 48_000


def murmur(seconds: float, rate: int = RATE, level: float = 0.3) -> np.ndarray:
    """Something like a vowel: a low tone with overtones."""
    t = np.arange(round(seconds * rate)) / rate
    return (level * sum(np.sin(2 * np.pi * 120 * k * t) / k for k in range(1, 6)) / 2).astype(np.float32)


def silence(seconds: float, rate: int = RATE) -> np.ndarray:
    """Nothing."""
    return np.zeros(round(seconds * rate), np.float32)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100])
def test_resampling_keeps_tones_and_their_place(rate: int) -> None:
    """A tone in the middle of the band comes out the same, to -60 dB; a click stays where it was."""
    t = np.arange(rate) / rate
    shape = np.sin(np.pi * np.clip(t, 0, 1)) ** 2
    out = resample((shape * np.sin(2 * np.pi * 3000 * t)).astype(np.float32), rate, RATE)
    t = np.arange(RATE) / RATE
    assert out.size == RATE
    assert np.abs(out - np.sin(np.pi * t) ** 2 * np.sin(2 * np.pi * 3000 * t)).max() < 1e-3
    click = np.zeros(rate, np.float32)
    click[rate // 2] = 1.0
    assert abs(int(np.abs(resample(click, rate, RATE)).argmax()) - RATE // 2) <= 1


def test_resampling_makes_nothing_above_the_old_band() -> None:
    """No image of the voice in the treble: 80 dB down."""
    noise = np.random.default_rng(0).normal(size=24_000).astype(np.float32)
    spectrum = np.abs(np.fft.rfft(resample(noise, 24_000, RATE) * np.hanning(RATE)))
    assert spectrum[12_100:].max() < 1e-4 * spectrum.max()


@pytest.mark.parametrize("seconds", [0.8, 2.0, 7.3])
def test_loudness_agrees_with_a_meter(seconds: float) -> None:
    """Within 0.2 LU of an independent BS.1770 meter, rests gated out; in both ears 3 LU more than in one."""
    speech = np.concatenate([murmur(seconds), silence(1.0), murmur(seconds, level=0.1)])
    meter = pyloudnorm.Meter(RATE)
    assert loudness(speech) - 3.01 == pytest.approx(meter.integrated_loudness(speech.astype(np.float64)), abs=0.2)


@example(0.265625, 0.5)  # as loud as it should be from the start, and its peak over the ceiling
@given(st.floats(0.01, 0.99), st.floats(0.0, 0.9))
def test_clips_come_to_one_loudness_under_the_ceiling(level: float, spike: float) -> None:
    """Quiet or loud, with or without a plosive in it."""
    clip = murmur(1.5, level=level)
    clip[RATE // 2 : RATE // 2 + 40] += np.float32(spike)
    even = levelled(clip)
    assert np.abs(even).max() <= CEILING + 1e-6
    assert loudness(even) == pytest.approx(TARGET, abs=2.0)


def test_silence_is_not_brought_up() -> None:
    """Nothing stays nothing."""
    assert not levelled(silence(1.0)).any()


def test_trimming_keeps_a_known_lead_and_moves_the_words() -> None:
    """LEAD before the first sound, TAIL after the last, times moved by as much; nothing of the sound is lost."""
    sound = np.concatenate([silence(0.5), murmur(1.0), silence(0.7)])
    speech = trimmed(Speech(sound, (WordTime(0.5, 1.0), WordTime(1.0, 1.5))))
    found = edges(speech.samples, RATE)
    assert found is not None
    assert found[0] == pytest.approx(LEAD, abs=0.011)
    assert speech.duration == pytest.approx(LEAD + 1.0 + TAIL, abs=0.021)
    assert speech.words[0].start == pytest.approx(LEAD, abs=0.011)
    assert speech.words[1].end == pytest.approx(LEAD + 1.0, abs=0.011)
    assert np.sum(np.abs(speech.samples)) == pytest.approx(np.sum(np.abs(sound)), rel=1e-3)


def test_a_clip_that_begins_at_once_is_given_its_lead() -> None:
    """The first consonant is never under the fade."""
    speech = trimmed(Speech(murmur(0.5), (WordTime(0.0, 0.5),)))
    assert speech.words[0].start == pytest.approx(LEAD, abs=0.011)
    assert not speech.samples[: round((LEAD - 0.011) * RATE)].any()


def test_pauses_grow_to_what_their_mark_is_worth() -> None:
    """A comma's silence becomes as long as asked, later words move, earlier ones do not."""
    sound = np.concatenate([silence(0.1), murmur(0.6), silence(0.15), murmur(0.8), silence(0.1)])
    speech = Speech(sound, (WordTime(0.1, 0.75), WordTime(0.85, 1.65)))
    longer = rested(speech, ("one,", "two"), 0.4)
    (pause,) = pauses(longer.samples, RATE)
    assert pause[1] - pause[0] == pytest.approx(0.4, abs=0.025)
    assert longer.words[0].start == pytest.approx(0.1)
    assert longer.words[0].end == pytest.approx(0.7, abs=0.02)
    assert longer.words[1].start == pytest.approx(0.85 + 0.25, abs=0.03)


def test_no_pause_is_put_where_none_is_heard() -> None:
    """A mark the engine ran over stays run over; a pause without a mark stays as it is."""
    through = Speech(murmur(1.5), (WordTime(0.0, 0.7), WordTime(0.7, 1.5)))
    assert rested(through, ("one,", "two"), 0.5).samples.size == through.samples.size
    sound = np.concatenate([murmur(0.6), silence(0.2), murmur(0.6)])
    unmarked = Speech(sound, (WordTime(0.0, 0.6), WordTime(0.8, 1.4)))
    assert rested(unmarked, ("one", "two"), 0.5).samples.size == sound.size


@given(st.lists(st.sampled_from(["a", "word,", "and", "then;", "", "two words", "end."]), min_size=1, max_size=150))
def test_long_sentences_are_parted_where_one_would_breathe(forms: list[str]) -> None:
    """No form lost, none twice, no part much too long."""
    parts = breaths(forms)
    assert [form for part in parts for form in part] == forms
    assert all(sum(len(form.split()) for form in part) <= 43 for part in parts)


def test_a_breath_falls_on_a_clause() -> None:
    """Not in the middle of one."""
    first = tuple(["word"] * 24 + ["over;"])
    second = tuple(["more"] * 22 + ["done."])
    assert breaths([*first, *second]) == [first, second]


def test_parts_are_joined_with_a_rest_between_their_sounds() -> None:
    """The rest is heard from the last sound of one to the first of the next."""
    part = trimmed(Speech(murmur(0.5), (WordTime(0.0, 0.5),)))
    whole = joined([part, part], 0.7)
    (pause,) = pauses(whole.samples, RATE)
    assert pause[1] - pause[0] == pytest.approx(0.7, abs=0.025)
    assert whole.words[1].start - whole.words[0].end == pytest.approx(0.7, abs=0.025)


class Hummer:
    """A voice that hums each form for a fifth of a second, with a rest at commas; its times are exact or made up."""

    def __init__(self, estimated: bool, rate: int = 22_050) -> None:
        self.estimated, self.rate = estimated, rate

    def say(self, spoken: tuple[str, ...], pace: float) -> Speech:
        """Hum it."""
        sound, words, at = [silence(0.2, self.rate)], [], 0.2
        for form in spoken:
            length = 0.06 * len(form)
            words.append(WordTime(at, at + length))
            sound.append(murmur(length, self.rate))
            rest = 0.25 if form.endswith(",") else 0.0
            sound.append(silence(rest, self.rate))
            at += length + rest
        made = tuple(WordTime(0.0, at) for _ in words) if self.estimated else tuple(words)
        return Speech(np.concatenate(sound), made, self.rate, self.estimated)


def test_told_words_lie_on_their_sound() -> None:
    """Exact times stay exact through resampling, trimming, resting and levelling."""
    speech = render_speech(Hummer(False), SpeechRequest(("one,", "twenty,", "three"), 120.0, 0.25))
    sounds = pauses(speech.samples, RATE)
    assert speech.words[0].start == pytest.approx(LEAD, abs=0.015)
    assert speech.words[1].start == pytest.approx(sounds[0][1], abs=0.015)
    assert speech.words[2].start == pytest.approx(sounds[1][1], abs=0.015)
    assert loudness(speech.samples) == pytest.approx(TARGET, abs=0.5)


def test_estimated_times_find_the_pauses() -> None:
    """Where the engine tells nothing, the words after commas are within 20 ms of their sound."""
    told = render_speech(Hummer(True), SpeechRequest(("one,", "two", "three,", "four", "five"), 120.0, 0.25))
    truth = render_speech(Hummer(False), SpeechRequest(("one,", "two", "three,", "four", "five"), 120.0, 0.25))
    assert told.estimated
    for i in (0, 1, 3):
        assert told.words[i].start == pytest.approx(truth.words[i].start, abs=0.02)
    for a, b in zip(told.words, truth.words, strict=True):
        assert a.start == pytest.approx(b.start, abs=0.1)


@given(st.lists(st.sampled_from(["a", "word,", "", "then;", "long word", "…"]), max_size=12), st.integers(0, 3))
def test_an_estimate_is_always_in_order_and_inside(forms: list[str], kind: int) -> None:
    """Whatever the sound, silence included."""
    sound = (silence(1.0), murmur(1.0), silence(0.0), np.concatenate([murmur(0.3), silence(0.2), murmur(0.3)]))[kind]
    words = align(forms, sound, RATE)
    assert len(words) == len(forms)
    times = [t for word in words for t in (word.start, word.end)]
    assert times == sorted(times)
    assert all(0.0 <= t <= sound.size / RATE + 1e-9 for t in times)


def test_an_address_names_all_that_is_heard() -> None:
    """Other words, pace, rest, voice or version: another clip."""
    base = SpeechRequest(("a", "b"), 120.0, 0.3)
    others = [
        SpeechRequest(("a b",), 120.0, 0.3).address("v", "1"),
        SpeechRequest(("a", "b"), 118.0, 0.3).address("v", "1"),
        SpeechRequest(("a", "b"), 120.0, 0.31).address("v", "1"),
        base.address("w", "1"),
        base.address("v", "2"),
    ]
    assert base.address("v", "1") == SpeechRequest.from_json(base.to_json() | {"spoken": ["a", "b"]}).address("v", "1")
    assert len({base.address("v", "1"), *others}) == 6


@given(
    st.lists(st.sampled_from(("a", "word,", "lantern;", "", "twenty one", "rest.", "under—")), min_size=1, max_size=90),
    st.sampled_from((92.0, 120.0)),
)
def test_silence_is_what_the_silent_voice_says(forms: list[str], pace: float) -> None:
    """Silence made without measuring it is the clip that telling it would give, and takes no memory."""
    request = SpeechRequest(tuple(forms), pace, 0.31)
    made, told = silent_speech(request), decode(encode(render_speech(Silent(), request)))
    assert (made.words, made.samples.size, made.estimated) == (told.words, told.samples.size, told.estimated)
    assert not made.samples.any()
    assert made.samples.strides == (0,)
