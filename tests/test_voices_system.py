"""The voices a machine has by itself, and how their sound and times are taken."""

from __future__ import annotations

import itertools
import os
import struct
import subprocess
import sys
import types
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dreamplayer.errors import VoiceError
from dreamplayer.voices import _espeak
from dreamplayer.voices._platform_voice import PlatformVoice
from dreamplayer.voices._soften import soften
from dreamplayer.voices._soundfile import read
from dreamplayer.voices._words import ranges, word_times

pytestmark = pytest.mark.slow

RATE = 22_050


@pytest.fixture(scope="module")
def espeak() -> Any:
    """Espeak through pyttsx3, once in this process."""
    missing = _espeak.missing()
    if missing:
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    from dreamplayer.voices._bundled import Bundled

    return Bundled()


def test_espeak_tells_when_each_word_begins(espeak: Any) -> None:
    """A word after a comma's silence begins where its sound does, whatever letters stand before it."""
    forms = ("naïve", "café,", "then", "stars", "beyond", "it,", "pulsing,", "go", "dim.")
    speech = espeak.say(forms, 110.0)
    level = np.abs(speech.samples)
    for i in (2, 6, 7):
        start = round(speech.words[i].start * RATE)
        quiet = level[start - RATE // 10 : start]
        assert quiet.max() < 0.02
        sound = np.flatnonzero(level[start:] > 0.02)[0] / RATE
        assert sound < 0.12


def test_words_run_together_still_have_a_time_each(espeak: Any) -> None:
    """Espeak says "of the" as one: both have a time, the second after the first."""
    forms = ("the", "light", "of", "the", "moon", "in", "the", "water")
    starts = [word.start for word in espeak.say(forms, 110.0).words]
    assert all(a < b for a, b in itertools.pairwise(starts))


def test_the_pace_asked_for_is_the_pace_of_that_very_sentence(espeak: Any) -> None:
    """A change of pace is never a sentence late."""
    forms = ("the", "moon", "lies", "down", "upon", "the", "water", "and", "the", "water", "lets", "it")
    lengths = [espeak.say(forms, pace).duration for pace in (100.0, 150.0, 100.0, 150.0)]
    assert lengths[0] == pytest.approx(lengths[2], rel=0.02)
    assert lengths[1] == pytest.approx(lengths[3], rel=0.02)
    assert lengths[0] > 1.3 * lengths[1]


def test_espeak_writes_no_file(espeak: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk cannot stop it."""
    monkeypatch.chdir(tmp_path)
    espeak.say(("quiet", "now"), 110.0)
    assert list(tmp_path.iterdir()) == []


def test_espeak_goes_without_a_word(espeak: Any) -> None:
    """Nothing is printed when the interpreter ends, whatever it takes down first."""
    code = (
        "from dreamplayer.voices._bundled import Bundled; import gc, pyttsx3.driver as module\n"
        "voice = Bundled(); module.contextlib = None; del voice; gc.collect()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""


def test_softening_takes_the_edge_off_and_moves_nothing() -> None:
    """Duller over 2.5 kHz, a little warmer below 180 Hz, the middle as it was, no delay."""
    noise = np.random.default_rng(1).normal(size=RATE * 2).astype(np.float32) * np.float32(0.1)
    before, after = (np.abs(np.fft.rfft(x)) for x in (noise, soften(noise, RATE)))

    def gain(low: int, high: int) -> float:
        return float(20 * np.log10(after[2 * low : 2 * high].mean() / before[2 * low : 2 * high].mean()))

    assert gain(80, 140) > 0.7
    assert abs(gain(700, 1500)) < 0.5
    assert gain(3500, 5000) < -2.0
    assert gain(10_000, 11_000) < -6.0
    click = np.zeros(RATE, np.float32)
    click[RATE // 2] = 1.0
    assert int(np.abs(soften(click, RATE)).argmax()) == RATE // 2


def test_word_times_fill_the_gaps_by_letters() -> None:
    """Known starts stay; unknown ones lie between; a silent form takes no time; one that would go back is dropped."""
    words = word_times([0.1, None, None, 0.9, 0.5], ("a", "", "bcd", "e", "f"), 0.0, 1.5)
    assert words[0].start == 0.1
    assert words[1].start == words[1].end
    assert words[3].start == 0.9
    assert words[4].start > 0.9
    assert words[-1].end == 1.5


def test_forms_are_one_text_with_known_places() -> None:
    """What stands at a form's place is the form."""
    text, places = ranges(["one ", "", "two  three,", "four"])
    assert text == "one two three, four"
    assert [text[a:b] for a, b in places] == ["one", "", "two three,", "four"]


def wav(path: Path, samples: np.ndarray, width: int = 2, channels: int = 1) -> None:
    """A WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setparams((channels, width, RATE, 0, "NONE", ""))
        scale = 2 ** (8 * width - 1)
        whole = np.round(np.repeat(samples, channels) * (scale - 1)).astype("<i4")
        file.writeframes((whole.view(np.uint8).reshape(-1, 4)[:, :width] ^ (0x80 if width == 1 else 0)).tobytes())


@pytest.mark.parametrize(("width", "channels"), [(1, 1), (2, 1), (2, 2), (3, 1), (4, 1)])
def test_wav_files_are_read(tmp_path: Path, width: int, channels: int) -> None:
    """Of any usual width, mixed to one channel."""
    samples = np.linspace(-0.9, 0.9, 300).astype(np.float32)
    wav(tmp_path / "a.wav", samples, width, channels)
    got, rate = read(tmp_path / "a.wav")
    assert rate == RATE
    assert np.abs(got - samples).max() < (0.02 if width == 1 else 1e-3)


@pytest.mark.parametrize("kind", [b"", b"NONE", b"sowt"])
def test_aiff_files_are_read(tmp_path: Path, kind: bytes) -> None:
    """What macOS writes, whatever the order of its bytes: aifc left the standard library."""
    samples = np.linspace(-0.9, 0.9, 300)
    body = np.round(samples * 32767).astype("<i2" if kind == b"sowt" else ">i2").tobytes()
    rate = struct.pack(">HQ", 16383 + 14, RATE << 49)
    comm = struct.pack(">hIh", 1, 300, 16) + rate + (kind + b"\0\0" if kind else b"")
    chunks = (
        b"COMM" + struct.pack(">I", len(comm)) + comm + b"SSND" + struct.pack(">I", 8 + len(body)) + bytes(8) + body
    )
    form = (b"AIFC" if kind else b"AIFF") + chunks
    (tmp_path / "a.aiff").write_bytes(b"FORM" + struct.pack(">I", len(form)) + form)
    got, found = read(tmp_path / "a.aiff")
    assert found == RATE
    assert np.abs(got - samples).max() < 1e-3


def test_a_file_that_is_no_sound_is_refused_with_advice(tmp_path: Path) -> None:
    """One sentence and what to do."""
    (tmp_path / "a.wav").write_bytes(b"RIFF....WAVEnothing")
    with pytest.raises(VoiceError) as told:
        read(tmp_path / "a.wav")
    assert told.value.todo


class Engine:
    """As pyttsx3's engine behaves on Windows and macOS: sound in a file, or nothing and an error."""

    def __init__(self, fails: bool) -> None:
        self.fails, self.asked, self.properties = fails, [], {}
        self.heard: Any = None

    def connect(self, topic: str, heard: Any) -> None:
        """Only errors are listened to."""
        self.heard = heard

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802
        """As pyttsx3 calls it."""
        self.properties[name] = value

    def save_to_file(self, text: str, path: str) -> None:
        """One slot."""
        self.asked = [text, path]

    def runAndWait(self) -> None:  # noqa: N802
        """Write the file, or fail as quietly as the real one."""
        if self.fails:
            self.heard(exception=RuntimeError("no voice"))
        else:
            wav(Path(self.asked[1]), np.sin(np.arange(RATE) * 0.1).astype(np.float32) * 0.5)


@pytest.mark.parametrize("platform", ["Windows", "Darwin"])
def test_the_person_s_own_voice_is_read_from_a_file_of_its_own(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence a file, an absolute path, the file gone afterwards, the times marked as estimated."""
    engine = Engine(fails=False)
    monkeypatch.setitem(sys.modules, "pyttsx3", types.SimpleNamespace(init=lambda: engine))
    monkeypatch.setitem(sys.modules, "pythoncom", types.SimpleNamespace(CoInitialize=lambda: None))
    speech = PlatformVoice(platform).say(("two", "words"), 112.0)
    assert speech.estimated
    assert (len(speech.words), speech.duration) == (2, 1.0)
    assert engine.properties["rate"] == 112
    assert Path(engine.asked[1]).is_absolute()
    assert not Path(engine.asked[1]).exists()


def test_a_voice_that_writes_nothing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver only notes its error; here it is raised, so that another voice takes over."""
    monkeypatch.setitem(sys.modules, "pyttsx3", types.SimpleNamespace(init=lambda: Engine(fails=True)))
    with pytest.raises(VoiceError, match="no voice"):
        PlatformVoice("Darwin").say(("two", "words"), 112.0)
