"""Readers of files, notes, settings and texts on made inputs. `tests/bench/fuzz.py` runs ten thousand of them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings

from dreamplayer.app.file_reading import dream_pickle, worker
from dreamplayer.errors import DreamError, NotesError, TextError
from dreamplayer.narration import pronunciation
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.reading.semantics.extract_mentions import read
from dreamplayer.settings import Settings, examine, examine_text, updated
from dreamplayer.staging.notes import notes_file

from . import inputs

pytestmark = pytest.mark.slow

fuzzed = settings(max_examples=150, derandomize=True, deadline=None, database=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files lie."""
    return tmp_path_factory.mktemp("fuzz")


@settings(fuzzed, max_examples=400)
@given(made=inputs.files())
def test_any_file_is_a_dream_or_a_sentence_about_it(folder: Path, made: tuple[str, bytes]) -> None:
    """A dream comes out whole; TextError otherwise, and never anything else."""
    suffix, data = made
    path = folder / f"file{suffix}"
    path.write_bytes(data)
    try:
        dream, _ = worker.dream_in(path)
    except TextError:
        return
    assert dream.passages
    assert all(0 <= word.start < word.end <= len(dream.text) for word in dream.words)
    assert dream_pickle.from_bytes(dream_pickle.to_bytes(dream)) == dream


@settings(fuzzed)
@given(text=inputs.texts)
def test_any_text_is_read(text: str) -> None:
    """Its images are found, or it has no words."""
    with contextlib.suppress(TextError):
        dream = parse(text, name="made")
        assert len(read(dream).moods) == len(dream.passages)


@settings(fuzzed)
@given(text=inputs.notes)
def test_any_notes_are_notes_or_an_error_with_its_line(folder: Path, text: str) -> None:
    """NotesError and nothing else."""
    path = folder / "notes.toml"
    path.write_bytes(inputs.raw(text))
    try:
        found = notes_file.load(path)
    except NotesError:
        return
    for element in (element for passage in found.passages for element in passage.elements):
        assert all(abs(value) <= 10_000 for value in element.where.values())


@settings(fuzzed)
@given(text=inputs.settings_files)
def test_any_settings_begin_the_app(folder: Path, text: str) -> None:
    """What is wrong is listed, what is right holds, and a change in the app can be written and read back."""
    path = folder / "settings.toml"
    path.write_bytes(inputs.raw(text))
    found = examine(path)
    assert all(str(problem) for problem in found.problems)
    changed = updated(path.read_text(encoding="utf-8-sig"), Settings(), Settings(volume=0.25))
    assert examine_text(changed, path, Settings()).settings.volume == 0.25


@settings(fuzzed)
@given(text=inputs.pronunciations)
def test_any_pronunciations_are_read(folder: Path, text: str) -> None:
    """Each that comes out can be said."""
    path = folder / "say.toml"
    path.write_bytes(inputs.raw(text))
    told: list[DreamError] = []
    assert all(pronunciation.is_said(said) for said in pronunciation.merged(path, {}, told.append).values())
