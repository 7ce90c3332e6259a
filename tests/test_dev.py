"""What contributors begin with works at once: new files draw, sound and speak, and nothing is ever overwritten."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from dreamplayer import catalogue
from dreamplayer.dev import loop, templates
from dreamplayer.drawing.element import Element
from dreamplayer.errors import CatalogueError
from dreamplayer.kit.sound import Sound
from dreamplayer.kit.voice import VoiceCard
from dreamplayer.model.audio import RATE, Stretch
from dreamplayer.model.moment import Moment
from dreamplayer.model.thing import Thing
from dreamplayer.reading.lexicon import compile as lexicon_compile
from dreamplayer.reading.lexicon.record_file import check_record, read_file


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with a family of elements and one of sounds, and nothing in them."""
    for folder in ("elements/objects", "sounds/weather", "voices"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(templates, "PACKAGE", tmp_path)
    return tmp_path


def module(path: Path) -> ModuleType:
    """A file as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_a_new_element_is_drawn(package: Path) -> None:
    """Its drawing is an element of its name that shows something, and nothing before it has come."""
    drawing, record = templates.write("element", "paper_boat", "objects")
    made = module(drawing).paper_boat
    assert isinstance(made, Element)
    assert made.name == "paper_boat"
    moment = Moment(t=3.0, seed=2)
    assert made(moment.replace(presence=1.0))
    assert made(moment.replace(presence=0.0)) == ()
    assert 'words = "paper boat' in record.read_text(encoding="utf-8")


def test_a_new_sound_is_heard_and_a_new_voice_tells(package: Path) -> None:
    """The bed gives samples that are not silence; the voice gives a time for each word."""
    sound, words = templates.write("sound", "far_mill", "weather")
    assert "far mill" in words.read_text(encoding="utf-8")
    made = module(sound).far_mill
    assert isinstance(made, Sound)
    samples = made(Stretch(0, RATE, seed=1))
    assert samples.shape == (RATE, 2)
    assert float(np.abs(samples).max()) > 1e-4
    (voice,) = templates.write("voice", "aunt", None)
    card = module(voice).AUNT
    assert isinstance(card, VoiceCard)
    assert card.missing() is None
    assert len(card.wake().say(("good", "night"), 120.0).words) == 2


@pytest.mark.parametrize(
    ("kind", "name", "family"),
    [
        ("element", "Kite", "objects"),
        ("element", "paper-boat", "objects"),
        ("element", "kite", "toys"),
        ("sound", "x", None),
    ],
)
def test_what_cannot_be_begun_is_said(package: Path, kind: str, name: str, family: str | None) -> None:
    """An id that is none and a family that does not exist are refused in a sentence."""
    with pytest.raises(CatalogueError, match=r"id|family"):
        templates.write(kind, name, family)


def test_nothing_is_overwritten(package: Path) -> None:
    """What exists stays as it is, in any family."""
    (package / "elements" / "plants").mkdir()
    drawing, _ = templates.write("element", "kite", "objects")
    drawing.write_text("mine", encoding="utf-8")
    for family in ("objects", "plants"):
        with pytest.raises(CatalogueError, match="exists"):
            templates.write("element", "kite", family)
    assert drawing.read_text(encoding="utf-8") == "mine"


def test_words_are_compiled_only_where_they_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A vocabulary that is current is left alone; one that is not is written anew."""
    target = tmp_path / "lexicon.json"
    monkeypatch.setattr(loop, "TARGET", target)
    assert loop.compile_words()
    assert not loop.compile_words()


def test_words_that_call_a_thing_are_found() -> None:
    """The words of a thing are those of its record; of nothing there are none."""
    words = loop.words_of("kite")
    assert "paper kite" in words
    assert loop.known_id("garden_night") == "garden-night"
    with pytest.raises(CatalogueError, match="nothing is named"):
        loop.words_of("no_such_thing")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("from dreamplayer.kit.curves import smoooth\n", 1),
        ("import numpy as np\n\nHALF = np.arange(3).midle()\n", 3),
        ("def kite(:\n", 1),
    ],
)
def test_a_drawing_that_cannot_be_imported_is_named_by_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, line: int
) -> None:
    """A name that does not exist, a fault on the way or no Python at all: file, line and what happened."""
    folder = tmp_path / f"faulty_drawings_{line}_{len(source)}"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "kite.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(CatalogueError, match=rf"cannot be imported: .*kite\.py, line {line}\)") as caught:
        catalogue._collect(folder.name, Element)
    assert "\n" not in str(caught.value)


def test_a_bed_called_by_nothing_that_exists_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """`@bed("gardn")` would never sound: it is refused, with what was meant."""
    mill = Sound("mill", lambda block: np.zeros((block.count, 2), np.float32), "bed", 0.0, ("gardn",), "A mill.")
    monkeypatch.setattr(catalogue, "_collect_one_a_file", lambda package, kind: {"mill": mill})
    with pytest.raises(CatalogueError, match=r"mill.*'gardn'.*Did you mean 'garden'"):
        catalogue.sounds.__wrapped__()


@pytest.mark.parametrize(
    ("written", "what", "line"),
    [
        ("siez = 1.0", "no key 'siez'.*Did you mean 'size'", 6),
        ('stays = "scenes"', "stays is 'scenes'. Did you mean 'scene'", 5),
        ('has = "window"', "has must be a list", 6),
        ("tops = { hight = 1.0, largest = 0.3 }", "tops has no key 'hight'. Did you mean 'height'", 6),
        ('lamp = "yes"', "lamp must be true or false", 6),
        ("", "the key 'stays' is missing", 0),
        ("many = [1", "this line is not TOML", 6),
    ],
)
def test_a_misspelt_record_is_named_by_its_line(tmp_path: Path, written: str, what: str, line: int) -> None:
    """A key or a value that no record has: file, line and the nearest there is."""
    rows = ['words = "kite"', 'family = "object"', "size = 1.0", 'rests = ["flies"]']
    rows += [written] if written.startswith("stays") or not written else ['stays = "passage"', written]
    path = tmp_path / "kite.toml"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")

    def check() -> None:
        text, row = read_file(path)
        check_record(row, Thing, path, text, words=lexicon_compile.LEXICAL)

    with pytest.raises(CatalogueError, match=what) as caught:
        check()
    assert str(path) in caught.value.where
    assert not line or f"line {line}" in caught.value.where


def test_the_word_of_a_new_sound_is_no_verb(package: Path) -> None:
    """The word that `new` writes calls the sound as it is written; one without a mark is a verb as well."""
    _, words = templates.write("sound", "brook", "weather")
    marked = read_file(words)[1]
    forms = [form for _, made in lexicon_compile._of_sounds({"brook": marked}, {}, {}, set()) for form in made]
    assert sorted(forms) == ["brook", "brooks"]
    forms = [
        form for _, made in lexicon_compile._of_sounds({"brook": {"words": "brook"}}, {}, {}, set()) for form in made
    ]
    assert "brooked" in forms
