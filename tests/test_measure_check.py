"""Checking a night: a good one passes, one that would wake a sleeper does not, and it says which second."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dreamplayer.app.compose_night import Night, night
from dreamplayer.app.measure.caption_contrast import SIZE as LEGIBLE
from dreamplayer.app.measure.caption_contrast import contrast
from dreamplayer.app.measure.check import Measure, light, not_measured, to_text, words
from dreamplayer.app.measure.picture_samples import PictureSamples
from dreamplayer.cli import main
from dreamplayer.model.score import SECTIONS, Span
from dreamplayer.picture.captions import groups
from dreamplayer.picture.frame import Painter
from dreamplayer.picture.picture import picture
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings

pytestmark = pytest.mark.slow

SETTINGS = Settings(voice="silent", bed_minutes=1.0)


@pytest.fixture(scope="module")
def told() -> Night:
    """A short night."""
    return night(parse("Lanterns float over a lake.\n\nThe moon rises and you wake.", name="short"), SETTINGS)


def watched(
    told: Night, brightness: np.ndarray, colour: tuple[float, float, float] = (0.08, 0.03, 0.01)
) -> PictureSamples:
    """A night whose whole picture has this brightness, a tenth of a second after the other."""
    times = np.arange(len(brightness)) / 10.0
    cells = np.zeros((len(times), 9, 16, 3)) + brightness[:, None, None, None] * np.array(colour)
    load = cells.mean(axis=(1, 2)) @ np.array([0.01, 0.36, 0.63])
    return PictureSamples(times, cells, load, 0.0)


def failed(found: list[Measure]) -> set[str]:
    """Names of what is beyond its limits."""
    return {measure.name for measure in found if not measure.ok}


def test_a_composed_night_keeps_its_words(told: Night) -> None:
    """Sections, cues, pace and captions of a composed night are within their limits."""
    assert failed(words(told.score, SETTINGS)) == set()


def test_a_late_cue_is_found(told: Night) -> None:
    """A cue that begins a tenth of a second after its word fails, and so does a coda that is cut short."""
    score = told.score
    late = tuple(
        replace(cue, span=Span(cue.span.start + 0.1, cue.span.end + 0.1)) if cue.word is not None else cue
        for cue in score.cues
    )
    assert failed(words(replace(score, cues=late), SETTINGS)) == {"cue to its word, s"}
    coda = score.section("coda")
    sections = tuple(
        replace(part, span=Span(coda.start, coda.start + 5.0)) if part.name == "coda" else part
        for part in score.sections
    )
    assert "coda ends after the last word, s" in failed(words(replace(score, sections=sections), SETTINGS))


def test_light_that_would_wake(told: Night) -> None:
    """Slow warm light passes; a flash, a bright bed and a last frame that is not black each fail by their name."""
    count = int(told.score.duration * 10)
    slow = 0.6 + 0.2 * np.sin(np.arange(count) / 90.0)
    bed = int(told.score.section("bed").start * 10)
    slow[bed:] *= 0.2
    assert failed(light(told.score, watched(told, slow), SETTINGS)) == set()
    flash = slow.copy()
    for at in (650, 665, 680):
        flash[at : at + 3] = 12.0
    assert {"flashes in 5 s"} <= failed(light(told.score, watched(told, flash), SETTINGS))
    bright = slow.copy()
    bright[bed:] = 2.0
    assert "melanopic load, bed" in failed(light(told.score, watched(told, bright), SETTINGS))
    lit = replace(watched(told, slow), last=0.01)
    assert failed(light(told.score, lit, SETTINGS)) == {"melanopic load of the last frame"}


def test_every_part_of_the_night_is_looked_at(told: Night) -> None:
    """Each section has its own melanopic measure, at the second it is worst."""
    count = int(told.score.duration * 10)
    found = {m.name: m for m in light(told.score, watched(told, np.linspace(0.2, 0.5, count)), SETTINGS)}
    for name in SECTIONS:
        measure = found[f"melanopic load, {name}"]
        assert measure.second in told.score.section(name)


def test_the_table_names_what_failed(told: Night) -> None:
    """Failures are marked with their second; what nobody measured is said."""
    found = [Measure("light", "flashes in 5 s", 2.0, high=1.0, second=65.0), Measure("light", "red flashes", 0.0)]
    text = to_text("Short", found)
    assert "FAIL flashes in 5 s" in text
    assert "1:05" in text
    assert "1 of 2 are beyond their limits." in text
    assert all(line in text for line in not_measured(found))
    assert "the sound of this night" in not_measured(found)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --json` prints one document whose verdict is the exit code."""
    path = tmp_path / "short.txt"
    path.write_text("Lanterns float over a lake. You wake.")
    code = main(["check", str(path), "--voice", "silent", "--bed", "0.5", "--timer", "4", "--json", "--quick"])
    document = json.loads(capsys.readouterr().out)
    assert document["ok"] is (code == 0)
    assert all(row["ok"] is not None and row["part"] in ("words", "light") for row in document["measured"])
    assert document["ok"], [row for row in document["measured"] if not row["ok"]]


def test_captions_too_weak_to_read_are_found(told: Night, gl_painter: Painter) -> None:
    """As they are they stand out at 4.5 to 1 from whatever is behind; half as strong they do not; none is perfect."""
    gl_painter.resize(*LEGIBLE)
    frame = picture(told.score, (groups(told.score)[0].span.start + groups(told.score)[0].span.end) / 2, aspect=16 / 9)
    assert frame.caption is not None
    weak = replace(frame, caption=replace(frame.caption, opacity=0.5))
    assert contrast(gl_painter, frame) >= 4.5 > contrast(gl_painter, weak)
    assert contrast(gl_painter, replace(frame, caption=None)) == 21.0
