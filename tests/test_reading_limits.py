"""What a file may cost while it is read: bytes as they come out, depth, entities, repetitions, text."""

from __future__ import annotations

import gc
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dreamplayer.app.file_reading import worker
from dreamplayer.errors import DreamError, TextError
from dreamplayer.reading.ingest import formats, limits
from dreamplayer.reading.ingest.parse import parse

pytestmark = pytest.mark.slow

DOCUMENT = '<w:document xmlns:w="w"><w:body>{}</w:body></w:document>'


def docx(path: Path, body: str, method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A word processor's file with this body."""
    with zipfile.ZipFile(path, "w", method) as file:
        file.writestr("word/document.xml", DOCUMENT.format(body))
    return path


def test_bytes_are_counted_as_they_are_decompressed(tmp_path: Path) -> None:
    """A part that declares ten bytes and holds a hundred megabytes is not unpacked beyond the limit."""
    path = docx(tmp_path / "a.docx", "")
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(bomb.compress(b" " * 2**20) for _ in range(100)) + bomb.flush()
    name = b"word/document.xml"
    local = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0) + name
    central = struct.pack(
        "<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0, 0, 0, 0, 0, 0
    )
    body = local + packed
    path.write_bytes(body + central + name + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, 63, len(body), 0))
    with pytest.raises(TextError, match="docx file cannot be read"):
        formats.read_text(path)
    with limits.opened(docx(tmp_path / "b.docx", "x" * 3_000_000)) as archive, pytest.raises(TextError, match="large"):
        limits.Archive(archive._archive, 1_000_000).read("word/document.xml")


def test_unusual_compression_is_refused(tmp_path: Path) -> None:
    """Methods whose one step may give gigabytes are not begun."""
    with pytest.raises(TextError, match="unusual"):
        formats.read_text(docx(tmp_path / "a.docx", "x", zipfile.ZIP_BZIP2))


def locked(data: bytes) -> bytes:
    """An archive of one part, with the flag of a part that a password opens."""
    local, central = data.index(b"PK\3\4") + 6, data.index(b"PK\1\2") + 8
    flagged = bytearray(data)
    flagged[local] |= 1
    flagged[central] |= 1
    return bytes(flagged)


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (locked, "it is protected by a password"),
        (lambda data: data[: len(data) // 2], "it is not whole"),
        (lambda data: data.replace(b"word/document.xml", b"word/nocument.xml"), "a part of it is missing"),
        (lambda data: data[:47] + b"\xff" * 20 + data[67:], "it is damaged inside"),
    ],
)
def test_a_damaged_archive_is_named_without_the_words_of_a_library(
    tmp_path: Path, damage: Callable[[bytes], bytes], reason: str
) -> None:
    """What a person reads says what is wrong with the file, and quotes no object or number of Python's."""
    path = docx(tmp_path / "a.docx", "x" * 500)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(TextError) as refused:
        formats.read_text(path)
    assert refused.value.what == f"this docx file cannot be read: {reason}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_wherever_they_are_declared(encoding: str) -> None:
    """Behind any padding and in any encoding."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>{" " * 5000}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(TextError, match="entities"):
        limits.parse_xml(text.encode(encoding), "part")


def test_depth_is_limited_and_tags_keep_their_namespace() -> None:
    """Two hundred elements inside one another are read, ten thousand are refused."""
    assert limits.parse_xml(b'<a xmlns="n" b="1"><c>d</c>e</a>', "part")[0].tag == "{n}c"
    limits.parse_xml(b"<p>" * 200 + b"</p>" * 200, "part")
    with pytest.raises(TextError, match="deeply"):
        limits.parse_xml(b"<p>" * 10_000, "part")


def test_a_chapter_repeated_in_the_spine_is_told_once() -> None:
    """Names keep their order."""
    assert limits.once(["b", "a", "b", "b", "c"]) == ["b", "a", "c"]


@pytest.mark.parametrize("damage", [b"\xff" * 40, b"", b"\0" * 40])
@pytest.mark.parametrize("at", [0, 40, 90])
def test_damage_anywhere_is_named(tmp_path: Path, damage: bytes, at: int) -> None:
    """Overwritten bytes in an archive: read all the same, or a DreamError that names the file."""
    path = docx(tmp_path / "a.docx", "<w:p><w:r><w:t>" + "You float. " * 40 + "</w:t></w:r></w:p>")
    data = path.read_bytes()
    path.write_bytes(data[:at] + damage + data[at + len(damage) :] if damage else data[: at + 20])
    try:
        said = formats.read_text(path)
    except DreamError as error:
        said = str(error)
    assert "float" in said or str(path) in said


def test_a_long_text_is_cut_at_a_paragraph_and_says_so() -> None:
    """Nothing is said of a text that is taken whole."""
    text = "A word.\n\n" * 1000
    assert limits.shortened(text) == (text, "")
    cut, said = limits.shortened(text, 5000)
    assert text.startswith(cut)
    assert cut.endswith("word.")
    assert 4000 < len(cut) <= 5000
    assert "55 %" in said or "54 %" in said
    assert len(limits.shortened("x" * 9000, 5000)[0]) == 5000


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>T</title><body><p>You float on a lake.</p>",
        "<head><meta charset=utf-8><p>You float on a lake.",
        "<title>T</title>You float on a lake.",
        "<html><head></html>You float on a lake.",
    ],
)
def test_a_page_whose_head_is_never_closed_keeps_its_words(tmp_path: Path, page: str) -> None:
    """The end of a head may be left out."""
    (tmp_path / "a.html").write_text(page)
    dream, _ = worker.dream_in(tmp_path / "a.html")
    assert " ".join(word.text for word in dream.words).endswith("You float on a lake.")


@pytest.mark.parametrize(
    "piece",
    [
        "moon\n",
        "A: b\n",
        '"a ',
        "“a ",
        "The moon, the sea\nand all of me\n",
        "*a ",
        "[a ",
        "a <!-- ",
        "moon\n\n",
        "1 ",
        "Lantern 7 floats by on the slow river.\n\n",
    ],
)
def test_reading_a_text_grows_with_its_length(piece: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of; where pairs are compared, sixteen."""

    def seconds(length: int) -> float:
        text = "A boat lies on the lake. " + piece * (length // len(piece))
        best = float("inf")
        # A collection walks whatever other tests have left in this process: that is not the reading's.
        gc.collect()
        gc.disable()
        try:
            for _ in range(3):
                begun = time.process_time()
                parse(text, name="made")
                best = min(best, time.process_time() - begun)
        finally:
            gc.enable()
        return best

    assert seconds(48_000) < 9.0 * seconds(12_000)
