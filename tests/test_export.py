"""Files are exact: the same span gives the same bytes, alone or cut from a longer one."""

from __future__ import annotations

import itertools
import os
import re
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from dreamplayer.app.compose_night import Night, night
from dreamplayer.app.export import ExportOptions, export, frame_at
from dreamplayer.app.window import offscreen
from dreamplayer.errors import ExportError, PictureError
from dreamplayer.model.audio import RATE
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings

pytestmark = pytest.mark.slow

SETTINGS = Settings(voice="silent", bed_minutes=1.0)
SMALL = (160, 90)


@pytest.fixture(scope="module")
def told() -> Night:
    """A short night."""
    text = "Lanterns float over a lake. One lantern cracks.\n\nThe moon rises and you wake."
    return night(parse(text, name="short"), SETTINGS)


@pytest.fixture(scope="module")
def gl() -> str:
    """What draws; the test is skipped where nothing does, but never in CI."""
    found = offscreen.renderer()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("software OpenGL is missing: libgl1-mesa-dri libegl1")
        pytest.skip("needs OpenGL 3.3 without a window (libgl1-mesa-dri, libegl1)")
    return found


def samples_of(path: Path) -> np.ndarray:
    """What a .wav file holds."""
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 2, 2)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2)


def test_sound_is_exact_at_any_cut(told: Night, tmp_path: Path) -> None:
    """A span written alone is, to the bit, the same span of a longer file; it has the samples it should."""
    export(told, tmp_path / "long.wav", ExportOptions(start=58.0, end=66.0), SETTINGS)
    export(told, tmp_path / "cut.wav", ExportOptions(start=61.3, end=63.7), SETTINGS)
    long, cut = samples_of(tmp_path / "long.wav"), samples_of(tmp_path / "cut.wav")
    assert len(long) == 8 * RATE
    first = round(61.3 * RATE) - 58 * RATE
    assert np.array_equal(cut, long[first : first + len(cut)])
    assert len(cut) == round(63.7 * RATE) - round(61.3 * RATE)
    assert np.abs(cut).max() > 50


def test_the_night_ends_in_silence(told: Night, tmp_path: Path) -> None:
    """The last samples of a night are zero; a span reaching beyond it ends with it."""
    export(told, tmp_path / "end.wav", ExportOptions(start=told.score.duration - 3.0, end=10**6), SETTINGS)
    end = samples_of(tmp_path / "end.wav")
    assert abs(len(end) - 3 * RATE) <= 1
    assert not end[-2 * RATE :].any()


def test_pictures_are_the_same_twice(told: Night, tmp_path: Path, gl: str) -> None:
    """The same second gives the same picture, drawn after another or alone, and black at the end."""
    for name, t in (("a", 70.0), ("b", 63.0), ("c", 70.0), ("end", told.score.duration - 0.01)):
        export(told, tmp_path / f"{name}.png", ExportOptions(frame_at=t, size=SMALL), SETTINGS)
    shown = {name: (tmp_path / f"{name}.png").read_bytes() for name in ("a", "b", "c", "end")}
    assert shown["a"] == shown["c"]
    assert shown["a"] != shown["b"]
    import pygame

    end = pygame.surfarray.array3d(pygame.image.load(str(tmp_path / "end.png")))
    assert end.shape == (160, 90, 3)
    assert not end.any()


def test_captions_can_be_left_out(told: Night, tmp_path: Path, gl: str) -> None:
    """Without captions the picture has none, and is otherwise there."""
    t = told.score.words[2].span.start + 0.1
    export(told, tmp_path / "with.png", ExportOptions(frame_at=t, size=(480, 270)), SETTINGS)
    export(
        told,
        tmp_path / "without.png",
        ExportOptions(frame_at=t, size=(480, 270)),
        Settings(voice="silent", captions=False),
    )
    assert (tmp_path / "with.png").read_bytes() != (tmp_path / "without.png").read_bytes()


def test_video_is_frame_exact(told: Night, tmp_path: Path, gl: str) -> None:
    """A video has every frame of its span and the sound beside it, and is the same file twice."""
    av = pytest.importorskip("av", reason="needs PyAV: pip install dreamplayer[export]")
    for name in ("one", "two"):
        export(told, tmp_path / f"{name}.mp4", ExportOptions(start=62.0, end=63.0, size=SMALL, fps=12.0), SETTINGS)
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()
    with av.open(str(tmp_path / "one.mp4")) as file:
        video, audio = file.streams.video[0], file.streams.audio[0]
        assert (video.codec_context.width, video.codec_context.height) == SMALL
        assert audio.codec_context.sample_rate == RATE
        pictures = [frame.to_ndarray(format="rgb24") for frame in file.decode(video)]
    assert len(pictures) == 12
    assert max(picture.max() for picture in pictures) > 30


def stamps(text: str) -> Iterator[tuple[float, float]]:
    """Start and end of every caption in a file."""
    for found in re.finditer(r"(\d+):(\d+):(\d+)[.,](\d+) --> (\d+):(\d+):(\d+)[.,](\d+)", text):
        h, m, s, ms, *rest = map(int, found.groups())
        yield h * 3600 + m * 60 + s + ms / 1000, rest[0] * 3600 + rest[1] * 60 + rest[2] + rest[3] / 1000


@pytest.mark.parametrize("ending", ["srt", "vtt"])
def test_subtitles_hold_every_word(told: Night, tmp_path: Path, ending: str) -> None:
    """A caption file tells every word once, in order, at rising times that do not overlap."""
    path = tmp_path / f"told.{ending}"
    export(told, path, ExportOptions(), SETTINGS)
    text = path.read_text(encoding="utf-8")
    blocks = [line for line in text.split("\n") if line and "-->" not in line and not line.isdigit()]
    words = " ".join(blocks).removeprefix("WEBVTT ").split()
    assert words == [word.text for word in told.score.words]
    times = list(stamps(text))
    assert all(a < b for a, b in times)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(times))
    assert abs(times[0][0] - told.score.words[0].span.start) < 0.5
    assert text.startswith("WEBVTT\n") == (ending == "vtt")
    export(told, path, ExportOptions(start=60.0), SETTINGS)
    assert next(stamps(path.read_text(encoding="utf-8")))[0] == pytest.approx(times[0][0] - 60.0, abs=0.002)


def test_a_file_is_whole_or_absent(told: Night, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up leaves no half file, no rubbish, and the file that was there before."""
    path = tmp_path / "told.wav"
    path.write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(wave.Wave_write, "writeframes", full)
    with pytest.raises(ExportError, match="No space left"):
        export(told, path, ExportOptions(start=60.0, end=61.0), SETTINGS)
    assert [found.name for found in tmp_path.iterdir()] == ["told.wav"]
    assert path.read_bytes() == b"before"


def test_spans_outside_the_night(told: Night, tmp_path: Path) -> None:
    """What lies beyond the night is said, with where it ends."""
    for ending, wanted in (
        ("wav", ExportOptions(start=99_999.0)),
        ("png", ExportOptions(frame_at=99_999.0, size=SMALL)),
    ):
        with pytest.raises(ExportError, match="the night ends at"):
            export(told, tmp_path / f"x.{ending}", wanted, SETTINGS)


def test_without_opengl(told: Night, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without OpenGL a picture is drawn by surfaces; asked for OpenGL alone, it says that there is none."""
    monkeypatch.setattr(offscreen, "renderer", lambda: None)
    export(told, tmp_path / "plain.png", ExportOptions(frame_at=70.0, size=SMALL), SETTINGS)
    assert (tmp_path / "plain.png").stat().st_size > 500
    with pytest.raises(PictureError, match="does not work here"):
        export(told, tmp_path / "gl.png", ExportOptions(frame_at=70.0, size=SMALL, painter="gl"), SETTINGS)


def test_progress_is_for_people(told: Night, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How far it has come is told on standard error, rising to the end."""
    from dreamplayer.app.progress import Progress

    shown: list[float] = []
    export(told, tmp_path / "x.wav", ExportOptions(start=60.0, end=63.0), SETTINGS, shown.append)
    assert shown == sorted(shown)
    assert shown[-1] == 1.0
    progress = Progress("Writing")
    for share in shown:
        progress(share)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Writing: 100%" in err


def test_two_painters_keep_apart(told: Night, gl: str) -> None:
    """A painter in memory draws the same, whatever another drew or closed in between."""
    frame = frame_at(told, 70.0, 16 / 9, SETTINGS)
    with offscreen.offscreen_painter(*SMALL) as one:
        one.paint(frame)
        first = one.pixels()
        with offscreen.offscreen_painter(64, 36) as other:
            other.paint(frame)
        one.paint(frame)
        assert one.pixels() == first
