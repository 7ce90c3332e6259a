"""A person's own recording beside a dream."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest

from dreamplayer.kit.hashing import uniform_one
from dreamplayer.narration.clips import Clips
from dreamplayer.narration.narrate import narrate
from dreamplayer.narration.recording import beside, parted
from dreamplayer.narration.silence import edges
from dreamplayer.reading.ingest.parse import load

RATE = 48_000
TEXT = (
    "The lamp is low. Rain, softly, walks along the roof and stops. Yes. A door that was never there stands open, and "
    "behind it, slowly, the sea breathes in. You go.\n\nSomeone hums. It is the kettle, or the moon; nobody minds."
)


def read_aloud(sentences: list[list[str]], seed: int) -> tuple[np.ndarray, list[tuple[float, float]]]:
    """A hum for every word at an uneven pace, short rests at commas, long ones after sentences; and the truth."""
    sound, spans, at = [np.zeros(RATE // 2, np.float32)], [], 0.5
    for i, words in enumerate(sentences):
        start = at
        for j, word in enumerate(words):
            length = (0.05 + 0.055 * len(word)) * (0.8 + 0.4 * uniform_one(seed, 100 * i + j))
            t = np.arange(round(length * RATE)) / RATE
            sound.append((0.2 * np.sin(2 * np.pi * 140 * t)).astype(np.float32))
            rest = 0.28 if word[-1] in ",;" else 0.0
            if j + 1 < len(words) and rest:
                sound.append(np.zeros(round(rest * RATE), np.float32))
            at += len(t) / RATE + (round(rest * RATE) / RATE if j + 1 < len(words) else 0.0)
        spans.append((start, at))
        pause = round((0.5 + 0.6 * uniform_one(seed, 7000 + i)) * RATE)
        sound.append(np.zeros(pause, np.float32))
        at += pause / RATE
    return np.concatenate(sound), spans


@pytest.fixture
def dream_file(tmp_path: Path) -> Path:
    """A dream's text."""
    path = tmp_path / "low-lamp.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def recorded(path: Path, sound: np.ndarray) -> None:
    """A recording at another rate than ours."""
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE // 2, 0, "NONE", ""))
        file.writeframes(np.round(sound[::2] * 32767).astype("<i2").tobytes())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sentences_are_found_by_their_pauses(dream_file: Path, seed: int) -> None:
    """However unevenly it is read: each sentence from its first sound to its last."""
    sentences = [[word.text for word in sentence.words] for sentence in load(dream_file).sentences]
    sound, truth = read_aloud(sentences, seed)
    for (start, end), (a, b) in zip(parted(sentences, sound), truth, strict=True):
        assert start == pytest.approx(a - 0.09, abs=0.03)
        assert end == pytest.approx(b + 0.09, abs=0.03)


def test_a_recording_beside_a_dream_tells_it(dream_file: Path) -> None:
    """In its own sound, every sentence with a time for each word, marked as estimated."""
    dream = load(dream_file)
    sound, truth = read_aloud([[word.text for word in sentence.words] for sentence in dream.sentences], 1)
    recorded(dream_file.with_suffix(".wav"), sound)
    assert beside(dream.source) == dream_file.with_suffix(".wav")
    clips = Clips(None)
    told = list(narrate(dream, "auto", clips))
    assert [one.sentence for one in told] == [sentence.index for sentence in dream.sentences]
    for one_told, sentence, (a, b) in zip(told, dream.sentences, truth, strict=True):
        found = edges(clips.speech(one_told.clip).samples, RATE)
        assert found is not None
        assert found[1] - found[0] == pytest.approx(b - a, abs=0.05)
        assert len(one_told.words) == len(sentence.words)
        assert one_told.estimated


def test_a_recording_without_pauses_is_shared_out(dream_file: Path) -> None:
    """Nothing is lost and nothing raises where it was read in one breath."""
    forms = [["a", "word"], ["another"], ["end"]]
    hum = np.sin(np.arange(RATE) * 0.02).astype(np.float32)
    spans = parted(forms, hum)
    assert len(spans) == 3
    assert spans[0][0] == pytest.approx(0.0, abs=0.02)
    assert spans[-1][1] == pytest.approx(1.0, abs=0.02)


def test_a_silent_recording_gives_way_to_a_voice(dream_file: Path) -> None:
    """The night is told all the same, and the person hears why not by the recording."""
    recorded(dream_file.with_suffix(".wav"), np.zeros(RATE, np.float32))
    notices: list[str] = []
    told = narrate(load(dream_file), "system", Clips(None), notice=notices.append)
    assert len(next(told).words) == 4
    told.close()  # type: ignore[attr-defined]
    assert "silent" in notices[0]
