"""What is kept on disk: whole or not at all, the person's own text never changed, damage never fatal."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from dreamplayer.app.storage import library
from dreamplayer.app.storage.atomic import read_json, write_json
from dreamplayer.app.storage.history import Mark, PlayHistory
from dreamplayer.errors import DreamError, TextError
from dreamplayer.reading.ingest import formats


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test."""
    monkeypatch.setenv("DREAMPLAYER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    """A half-written file is renamed, an empty one is read in its place, and the next write works."""
    path = tmp_path / "x.json"
    path.write_text('{"played": [')
    assert read_json(path) == {}
    assert (tmp_path / "x.json.damaged").exists()
    assert write_json(path, {"a": 1})
    assert read_json(path) == {"a": 1}


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """What cannot be written whole is not written at all, and no scraps are left behind."""
    path = tmp_path / "x.json"
    write_json(path, {"a": 1})
    with pytest.raises(TypeError):
        write_json(path, {"a": object()})
    assert not write_json(tmp_path / "x.json" / "below", {"a": 2})
    assert read_json(path) == {"a": 1}
    assert [p.name for p in tmp_path.iterdir()] == ["x.json"]


def test_the_journal_remembers(home: Path) -> None:
    """Place, drift, history and favourites come back from another history on the same folders."""
    history = PlayHistory()
    history.leave("abc", Mark(7, 123.456), Mark(3, 60.0))
    history.played("abc", "one", when=1.0)
    history.played("def", "two", when=2.0)
    history.set_favourite("abc", True)
    again = PlayHistory()
    assert again.resume("abc") == Mark(7, 123.46)
    assert again.last_awake("abc") == Mark(3, 60.0)
    assert again.last_played() == {"def": 0, "abc": 1}
    assert again.favourites() == {"abc"}
    again.finish("abc")
    assert again.resume("abc") is None
    assert again.last_awake("abc") == Mark(3, 60.0)
    again.set_favourite("abc", False)
    assert again.favourites() == frozenset()


def test_a_journal_of_nonsense_is_an_empty_journal(home: Path) -> None:
    """Well-formed JSON of the wrong shape neither raises nor is believed."""
    for name in ("history.json", "places.json", "app.json"):
        (home / "state").mkdir(parents=True, exist_ok=True)
        (home / "state" / name).write_text(json.dumps({"played": 3, "abc": {"here": {"sentence": "x"}}}))
    history = PlayHistory()
    assert history.last_played() == {}
    assert history.resume("abc") is None
    history.played("abc", "one")
    assert history.last_played() == {"abc": 0}


def test_the_shelf_has_the_five_and_ones_own() -> None:
    """A file put into the dreams folder stands beside the five; one that cannot be read is passed over."""
    folder = library.dreams_folder()
    folder.mkdir(parents=True)
    (folder / "A Boat.txt").write_text("You are in a boat on a quiet lake.")
    (folder / "broken.epub").write_bytes(b"no book")
    entries = list(library.shelf())
    assert [e.name for e in entries if e.own] == ["a-boat"]
    assert sum(not e.own for e in entries) == 5
    assert all(len(e.first_line.split()) > 3 for e in entries)
    assert library.find("a-boat").title == "A Boat"


def test_adding_copies_and_never_changes(tmp_path: Path) -> None:
    """The original keeps its bytes; the same dream twice is one, another of the same name stands beside it."""
    source = tmp_path / "dream.txt"
    data = "\ufeffA “curly” dream…\r\n".encode("utf-16")
    source.write_bytes(data)
    first = library.add(str(source))
    assert library.add(str(source)) == first
    source.write_text("Another dream.")
    second = library.add(str(source))
    assert first != second
    assert first.read_bytes() == data
    assert library.add("-", text="You walk through snow. It is quiet.").exists()


def test_an_unknown_dream_is_said_with_what_there_is() -> None:
    """The message names the dreams one could have meant."""
    with pytest.raises(TextError, match="the-cracked-lantern"):
        library.find("the cracked lamppost")


def archive(path: Path, files: dict[str, str]) -> Path:
    """A zip of small texts."""
    with zipfile.ZipFile(path, "w") as file:
        for name, text in files.items():
            file.writestr(name, text)
    return path


def test_epub_is_read_in_the_order_of_its_spine(tmp_path: Path) -> None:
    """Chapters follow the spine, not the archive; scripts and navigation are not told."""
    book = archive(
        tmp_path / "b.epub",
        {
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>',
            "o/p.opf": '<package><manifest><item id="b" href="b.xhtml"/><item id="a" href="a%20a.xhtml"/></manifest>'
            '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
            "o/b.xhtml": "<html><head><title>no</title></head><body><p>Second &amp; last.</p></body></html>",
            "o/a a.xhtml": "<html><body><nav>no</nav><h1>One</h1><p>First <em>soft</em>\n line.</p></body></html>",
        },
    )
    assert formats.read_text(book) == "One\n\nFirst soft line.\n\nSecond & last."


def test_docx_and_odt_give_their_paragraphs(tmp_path: Path) -> None:
    """Paragraphs come apart by blank lines, notes are left out."""
    docx = archive(
        tmp_path / "d.docx",
        {
            "word/document.xml": '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>You </w:t></w:r><w:r><w:t>float.</w:t>'
            "</w:r></w:p><w:p/><w:p><w:r><w:t>Softly.</w:t><w:br/></w:r></w:p></w:body></w:document>"
        },
    )
    assert formats.read_text(docx) == "You float.\n\nSoftly."
    odt = archive(
        tmp_path / "d.odt",
        {
            "content.xml": '<o xmlns:t="t"><t:h>Night</t:h><t:p>You <t:span>sink</t:span><t:note>no</t:note> '
            "down.<t:s/></t:p></o>"
        },
    )
    assert formats.read_text(odt) == "Night\n\nYou sink down."


@pytest.mark.parametrize("name", ["x.epub", "x.docx", "x.odt"])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not really", b"plain words"])
def test_a_broken_book_is_one_clear_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    """Whatever stands in a book's file, a person meets a DreamError with advice."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(DreamError, match="Save it again"):
        library.read_dream(path)
