"""People's files are read in a process of its own: whatever they do to it, the app hears a DreamError in time."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dreamplayer import paths
from dreamplayer.app.file_reading import dream_pickle, file_reader, worker
from dreamplayer.app.file_reading.file_reader import LIVES, FileReader
from dreamplayer.app.storage import library, shelf_memory
from dreamplayer.app.storage.library_thread import DreamAdded, LibraryFailure, LibraryThread, ShelfListing
from dreamplayer.app.storage.shelf_memory import LibraryEntry, ShelfMemory
from dreamplayer.errors import DreamError, TextError
from dreamplayer.reading.ingest.parse import parse

pytestmark = pytest.mark.slow

TEXT = "You lie in a small boat on a lake. “Sleep,” says *someone*, and it is night.\n\nStars stand over it."


def kept(name: str, text: str = TEXT) -> Path:
    """A file in the dreams folder."""
    folder = library.dreams_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


class Doings:
    """Stands for the reader of one file format in the process: does to it what a hostile file might."""

    MODULE = """
import os, time
from pathlib import Path
from dreamplayer.app.file_reading import worker
from dreamplayer.reading.ingest import formats

def parse_draft(draft, **options):
    word = draft.source.split()[0]
    if word == "hang":
        while True: pass
    if word == "crash":
        os.abort()
    if word == "eat":
        kept = [bytes(2**24) for _ in range(2**16)]
    if word == "raise":
        raise LookupError("an odd table")
    if word == "recurse":
        return parse_draft(draft)
    if word == "once" and not Path(os.environ["MARK"]).exists():
        Path(os.environ["MARK"]).mkdir()
        os.kill(os.getpid(), 9)
    return real(draft, **options)

real, worker.parse_draft = worker.parse_draft, parse_draft

def main(end):
    worker.main(end)
"""


@pytest.fixture
def doings(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileReader:
    """A reader whose process obeys the first word of a text; two seconds a file."""
    (tmp_path / "hostile_worker.py").write_text(Doings.MODULE)
    monkeypatch.syspath_prepend(str(tmp_path))
    # The process can write nowhere else.
    (home / "cache").mkdir(exist_ok=True)
    monkeypatch.setenv("MARK", str(home / "cache" / "mark"))
    return FileReader(seconds=2.0, module="hostile_worker")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("hang", "longer than 2 s"),
        ("crash", "ends what reads it"),
        ("eat", "memory"),
        ("raise", "LookupError an odd table"),
        ("recurse", "RecursionError"),
    ],
)
def test_whatever_a_file_does_is_a_sentence_about_it(doings: FileReader, tmp_path: Path, word: str, says: str) -> None:
    """It names the file and why; the next file is read as ever, in the same process or in a new one."""
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_text(f"{word} a text that should not be read.")
    good.write_text(TEXT)
    with doings:
        with pytest.raises(TextError, match=says) as caught:
            doings.read(bad)
        assert "bad.txt" in str(caught.value)
        assert doings.read(good).dream.passages


def test_a_process_killed_from_outside_is_replaced_and_the_file_read(doings: FileReader, tmp_path: Path) -> None:
    """A loss that is no fault of the file costs it nothing."""
    (tmp_path / "a.txt").write_text("once there was a boat on a lake.")
    with doings:
        assert doings.read(tmp_path / "a.txt").dream.title == "A"
        process = doings._channel.process if doings._channel else None
        assert process is not None
        process.kill()
        (tmp_path / "b.txt").write_text(TEXT)
        assert doings.read(tmp_path / "b.txt").dream.title == "B"
    assert doings._channel is None


def test_after_three_lost_processes_the_app_goes_on_without(tmp_path: Path) -> None:
    """A process that never begins is begun three times; files are refused, the five are still there."""
    (tmp_path / "a.txt").write_text(TEXT)
    with FileReader(module="no_such_module") as reader:
        for _ in range(LIVES):
            with pytest.raises(TextError, match=r"a\.txt|again and again"):
                reader.read(tmp_path / "a.txt")
        assert reader._lost == LIVES
        with pytest.raises(TextError, match="again and again"):
            reader.read(tmp_path / "a.txt")
        kept("mine.txt")
        found = list(library.survey(reader, ShelfMemory(tmp_path / "memory")))
    assert sum(isinstance(entry, LibraryEntry) for entry in found) == 5
    assert [type(error) for error in found if isinstance(error, DreamError)] == [TextError]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
@pytest.mark.parametrize("kind", ["pipe", "link to a device", "socket", "folder", "nothing", "long name"])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: str) -> None:
    """By every way in, without opening it."""
    path = tmp_path / "a.txt"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "link to a device":
        path.symlink_to("/dev/zero")
    elif kind == "socket":
        mine = socket.socket(socket.AF_UNIX)
        os.chdir(tmp_path)
        mine.bind("a.txt")
        mine.close()
    elif kind == "folder":
        path.mkdir()
    elif kind == "long name":
        path = tmp_path / ("a" * 5000)
    for way in (library.read_dream, lambda p: library.add(str(p)), lambda p: library.find(str(p))):
        with pytest.raises(TextError) as caught:
            way(path)
        assert len(str(caught.value)) < 6000


def test_the_shelf_lists_the_rest_and_reads_no_file_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Good or bad, what was found is remembered until the file changes; one only touched is hashed, not read."""
    good, bad = kept("good.txt"), kept("bad.epub", "no book")
    asked: list[str] = []
    real = FileReader._ask

    def counting(reader: FileReader, question: worker.ReadFile) -> worker.Answer:
        given = real(reader, question)
        asked.append(f"{Path(question.path).name} {type(given).__name__}")
        return given

    monkeypatch.setattr(FileReader, "_ask", counting)
    told: list[DreamError] = []
    for _ in range(2):
        entries = library.shelf(tell=told.append)
        assert [entry.name for entry in entries if entry.own] == ["good"]
        assert len(entries) == 6
    assert sorted(asked) == ["bad.epub FileRefused", "good.txt DreamRead"]
    assert str(told[0]) == str(told[1])
    assert "bad.epub" in str(told[0])
    dream = library.load(entries[0]).dream
    assert dream == library.read_dream(good)
    asked.clear()
    os.utime(good, ns=(1, 1))
    bad.write_text("still no book")
    library.shelf(tell=told.append)
    assert sorted(asked) == ["bad.epub FileRefused", "good.txt FileUnchanged"]
    bad.unlink()
    library.shelf(tell=told.append)
    assert "bad.epub" not in (paths.cache() / "shelf" / "index.json").read_text()


@pytest.mark.parametrize(
    "damage", ["{", '{"reader": 1}', '{"reader": "V", "files": {"P": {"stamp": [1], "entry": {"name": 3}}}}', "[]"]
)
def test_a_damaged_memory_is_forgetting(damage: str) -> None:
    """Whatever lies in its folder."""
    path = kept("good.txt")
    folder = paths.cache() / "shelf"
    folder.mkdir(parents=True)
    stamp = str(shelf_memory._stamp(path))
    text = damage.replace("V", shelf_memory._reader_version()).replace("P", str(path)).replace("[1]", stamp)
    (folder / "index.json").write_text(text)
    entry = next(entry for entry in library.shelf() if entry.own)
    assert entry.title == "Good"
    for packed in folder.glob("*.dream"):
        packed.write_bytes(b"\x80\x05cos\nsystem\n.")
    assert library.load(entry).dream.title == "Good"


def test_only_dreams_are_unpacked() -> None:
    """What is packed comes back the same; a pickle that names anything else is refused before it runs."""
    dream = parse(TEXT, name="boat")
    assert dream_pickle.from_bytes(dream_pickle.to_bytes(dream)) == dream
    for value in (print, Path("x"), parse):
        with pytest.raises(ValueError, match="not a dream"):
            dream_pickle.from_bytes(pickle.dumps(value))


def test_of_two_files_with_one_name_both_are_offered() -> None:
    """The second has a number, in the list and for `play`."""
    kept("My Lake.txt")
    kept("my-lake.md", "You walk through snow. It is quiet.")
    assert [entry.name for entry in library.shelf() if entry.own] == ["my-lake", "my-lake-2"]
    assert "snow" in library.find("my-lake-2").text


@pytest.mark.parametrize(
    ("name", "offered"), [("notes.log", ""), ("README", "readme"), (".diary", "diary"), (".lake.txt", "lake")]
)
def test_what_is_added_is_offered_or_refused(tmp_path: Path, name: str, offered: str) -> None:
    """A kind that is not understood is refused with those that are; a plain text without an ending gets one."""
    source = tmp_path / name
    source.write_text(TEXT)
    if not offered:
        with pytest.raises(TextError, match=r"ending in \.log.*\.epub"):
            library.add(str(source))
        assert not library.dreams_folder().exists()
        return
    target = library.add(str(source))
    assert [entry.name for entry in library.shelf() if entry.own] == [offered] == [library.name_on_shelf(target)]


def test_names_of_any_length_are_kept(tmp_path: Path) -> None:
    """The longest name a disk takes, twice with another text."""
    source = tmp_path / ("é" * 125 + ".txt")
    for text in (TEXT, "You walk through snow. It is quiet."):
        source.write_text(text)
        library.add(str(source))
    assert sum(entry.own for entry in library.shelf()) == 2


def test_a_long_text_is_taken_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The words that are taken are those of the beginning; the hash is the whole file's."""
    monkeypatch.setattr(worker, "MOST_TEXT", 1000)
    path = tmp_path / "a.txt"
    path.write_text((TEXT + "\n\n") * 100)
    dream, notice = worker.dream_in(path)
    assert 700 < len(dream.text) <= 1000
    assert path.read_text().startswith(dream.text)
    assert "%" in notice


def test_the_window_waits_for_no_file() -> None:
    """Added, listed and refused in a thread: what goes wrong comes back as a sentence with the file's name."""
    folder = library.dreams_folder()
    kept("good.txt")
    mine = LibraryThread()
    try:
        mine.add(str(folder / "none.txt"))
        mine.add("-", "You walk through snow. It is quiet.")
        mine.survey(choose="good")
        found: list[object] = []
        end = time.monotonic() + 60
        while not any(isinstance(one, ShelfListing) and one.complete for one in found) and time.monotonic() < end:
            found += mine.results()
            time.sleep(0.02)
    finally:
        mine.close()
    failed = next(one for one in found if isinstance(one, LibraryFailure))
    assert failed.sentence == "none.txt: there is no such file"
    added = next(one for one in found if isinstance(one, DreamAdded))
    assert added.name == "you-walk-through-snow-it-is"
    listing = next(one for one in found if isinstance(one, ShelfListing) and one.complete)
    assert {"good", added.name} < {entry.name for entry in listing.entries}


def test_a_closed_reader_lets_go_at_once(doings: FileReader, tmp_path: Path) -> None:
    """Closing from another thread ends a file that hangs."""
    import threading

    (tmp_path / "a.txt").write_text("hang here.")
    doings._seconds = 60.0
    caught: list[DreamError] = []

    def read() -> None:
        try:
            doings.read(tmp_path / "a.txt")
        except DreamError as error:
            caught.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    while doings._channel is None:
        time.sleep(0.01)
    time.sleep(0.2)
    doings.close()
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert "closing" in str(caught[0])


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="POSIX limits")
def test_the_process_ends_itself_where_nobody_keeps_the_clock(
    tmp_path: Path, doings: FileReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its limit of work holds though the app's end waits for ever."""
    source = (tmp_path / "hostile_worker.py").read_text()
    (tmp_path / "hostile_worker.py").write_text(source.replace("def main", "worker.SECONDS = -1.0\n\ndef main"))
    (tmp_path / "a.txt").write_text("hang here.")
    doings._seconds = 120.0
    with doings, pytest.raises(TextError, match="longer than"):
        doings.read(tmp_path / "a.txt")


@pytest.mark.parametrize("program", ["while True: os.write(1, b'a dream ' * 8192)", "time.sleep(60)"])
def test_an_endless_standard_input_is_refused(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too much, or too slow."""
    command = [sys.executable, "-c", f"import os, time\n{program}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as source:
        monkeypatch.setattr(sys, "stdin", source.stdout)
        with pytest.raises(TextError, match="standard input"):
            library.standard_input(seconds=3.0, most=1_000_000)
        source.kill()


def test_what_ships_with_the_app_needs_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The five are read at once."""
    monkeypatch.setattr(file_reader, "ProcessChannel", None)
    assert library.find("the-cracked-lantern").passages


def test_a_text_whose_language_is_not_plain_is_read(tmp_path: Path) -> None:
    """What asks the statistical identifier is read by the locked process too, which may write no file."""
    path = tmp_path / "odd.txt"
    path.write_text("An “old” lantern — naïve — glows.\n\nA moon rises… twice.\n", encoding="utf-8")
    with FileReader() as reader:
        assert reader.read(path).dream.language == "en"
