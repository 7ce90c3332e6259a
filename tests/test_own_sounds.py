"""Loops of one's own: no seam, the loudness of every other bed, and files that are none are named and left out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from dreamplayer import catalogue
from dreamplayer.app import own_sounds
from dreamplayer.app.compose_night import night
from dreamplayer.app.own_sounds_worker import prepare
from dreamplayer.app.picker.settings_form import SettingsForm, change, value_of
from dreamplayer.kit.hashing import normal
from dreamplayer.kit.loop import LEVEL, joined, levelled, played
from dreamplayer.kit.loudness import loudness
from dreamplayer.model.audio import RATE, Samples, Stretch
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings
from dreamplayer.sound.mix import Mixer
from dreamplayer.sounds._own_loops import folder, own_loops


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder of nobody."""
    monkeypatch.setenv("DREAMPLAYER_HOME", str(tmp_path / "home"))
    catalogue.sounds.cache_clear()


@pytest.fixture(autouse=True)
def _forget() -> object:
    """The sounds of other tests are those of the app."""
    yield None
    catalogue.sounds.cache_clear()


def hum(seconds: float, rate: int = RATE) -> Samples:
    """A tone that is cut in the middle of a period: laid end to end it clicks."""
    t = np.arange(round(seconds * rate)) / rate
    both = np.stack([np.sin(2 * np.pi * 90.21 * t), np.sin(2 * np.pi * 61.07 * t + 1.0)], axis=1)
    return np.asarray(0.2 * both, np.float32)


def steps(x: Samples) -> np.ndarray:
    """Largest change of curvature at each sample: what a click is heard by."""
    return np.abs(np.diff(x, 3, axis=0)).max(axis=1)


def test_a_loop_has_no_seam() -> None:
    """Where it begins again it is no rougher than anywhere else; laid end to end it would be."""
    plain = hum(5.0)
    loop = levelled(joined(plain))
    n = len(loop)
    around = played(loop, n - RATE, n + RATE)
    rough = steps(around)
    seam = slice(RATE - 400, RATE + 400)
    assert rough[seam].max() < 1.5 * np.delete(rough, np.r_[seam]).max()
    naive = steps(np.concatenate([plain[-RATE:], plain[:RATE]]))
    assert naive[seam].max() > 20.0 * np.delete(naive, np.r_[seam]).max()


def test_a_loop_is_the_same_however_it_is_cut() -> None:
    """It goes round for ever, before its beginning too."""
    loop = joined(hum(3.0))
    whole = played(loop, -7, 4 * len(loop), 12)
    parts = np.concatenate([played(loop, a, a + 5000, 12) for a in range(-7, 4 * len(loop) - 5000, 5000)])
    assert np.array_equal(whole[: len(parts)], parts)


@pytest.mark.parametrize("factor", [0.004, 0.05, 3.0])
def test_every_loop_is_as_loud_as_a_bed(factor: float) -> None:
    """Within 1 LU of -29 LUFS, whatever it was; a burst in it is held down."""
    noise = normal(5, 1, 8 * RATE).astype(np.float32)[:, None] * np.ones(2, np.float32) * np.float32(0.05 * factor)
    noise[3 * RATE : 4 * RATE] *= 6.0
    loop = levelled(joined(noise))
    assert loudness(np.concatenate([loop, loop])) == pytest.approx(LEVEL, abs=1.0)
    burst = loudness(loop[3 * RATE : 4 * RATE]) - loudness(loop[:RATE])
    assert burst < 20 * np.log10(6.0) - 5.0


def test_a_folder_of_loops_becomes_beds(tmp_path: Path) -> None:
    """Files of every kind are prepared once; what is none is named; what is gone is forgotten."""
    folder().mkdir(parents=True)
    soundfile.write(folder() / "Rain on tent.wav", hum(4.0, 44_100), 44_100)
    soundfile.write(folder() / "stream.flac", hum(3.0)[:, 0], RATE)
    soundfile.write(folder() / "fire.ogg", hum(3.0, 22_050), 22_050)
    soundfile.write(folder() / "sea.mp3", hum(3.0), RATE)
    (folder() / "broken.ogg").write_bytes(b"OggS" + bytes(range(256)) * 20)
    (folder() / "notes.txt").write_text("this is no sound")
    soundfile.write(folder() / "blip.wav", hum(0.5), RATE)
    soundfile.write(folder() / "nothing.wav", np.zeros((3 * RATE, 2)), RATE)
    said: list[str] = []
    own_sounds.prepare(said.append)
    assert [loop.name for loop in own_loops()] == ["own-rain-on-tent", "own-fire", "own-sea", "own-stream"]
    assert sorted(text.split(" is no loop: ")[0] for text in said) == [
        "blip.wav",
        "broken.ogg",
        "notes.txt",
        "nothing.wav",
    ]
    for name in ("own-rain-on-tent", "own-fire", "own-sea", "own-stream"):
        sound = catalogue.sounds()[name]
        assert sound.part == "bed"
        block = sound(Stretch(RATE, 11 * RATE, 3))
        assert loudness(block) == pytest.approx(LEVEL, abs=1.0)
    asked = own_sounds._worker
    own_sounds._worker = lambda: pytest.fail("nothing new is there")  # type: ignore[assignment]
    for path in folder().iterdir():
        if path.stem in ("broken", "notes", "blip", "nothing"):
            path.unlink()
    try:
        own_sounds.prepare(said.append)
        (folder() / "sea.mp3").unlink()
        own_sounds.prepare(said.append)
    finally:
        own_sounds._worker = asked
    assert "own-sea" not in catalogue.sounds()
    assert len(list((tmp_path / "home" / "cache" / "loops").glob("*.npy"))) == 3


def test_a_loop_is_the_sound_after_the_story() -> None:
    """The setting names it; it is heard in the bed and offered on the page; a name that is none changes nothing."""
    folder().mkdir(parents=True)
    soundfile.write(folder() / "stream.flac", hum(3.0), RATE)
    own_sounds.prepare(pytest.fail)
    dream = parse("A lamp burns in the kitchen. It is quiet.", name="kitchen")
    plain = night(dream, Settings(voice="silent", bed_minutes=1.0))
    mine = night(dream, Settings(voice="silent", bed_minutes=1.0, bed_sound="own-stream"))
    beds = {cue.name for cue in mine.score.cues if cue.kind == "sound" and cue.word is None}
    assert "own-stream" in beds
    assert "own-stream" not in {cue.name for cue in plain.score.cues}
    start = round((mine.score.section("bed").start + 12.0) * RATE)
    assert np.abs(Mixer(mine.score, mine.clips, strict=True).render(start, start + 9000)).max() > 1e-4
    other = night(dream, Settings(voice="silent", bed_minutes=1.0, bed_sound="own-gone"))
    assert other.score == plain.score
    form = change(SettingsForm(Settings(), ("bed_sound",)), 1)
    assert form.settings.bed_sound == "own-stream"
    assert value_of(form.settings, "bed_sound") == "stream"
    assert value_of(Settings(), "bed_sound") != ""


def test_a_loop_that_cannot_be_kept(tmp_path: Path) -> None:
    """Nothing half-written stays where the disk refuses."""
    source = tmp_path / "stream.wav"
    soundfile.write(source, hum(3.0), RATE)
    with pytest.raises(FileNotFoundError):
        prepare(source, tmp_path / "nowhere" / "loop.npy")
    prepare(source, tmp_path / "loop.npy")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["loop.npy", "stream.wav"]
