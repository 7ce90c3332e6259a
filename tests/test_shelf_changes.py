"""One's own tales: added with their notes, found by their own words, given another title, moved to the trash."""

from __future__ import annotations

import sys
import types
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from dreamplayer import paths
from dreamplayer.app.picker.dream_card import card_of
from dreamplayer.app.picker.picker_state import PickerAction, PickerCommand, PickerState, act, from_event
from dreamplayer.app.storage import library, shelf_changes
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.cli import main
from dreamplayer.errors import TextError

TALE = "The Kettle and the Light\n\nA kitchen at night. A red tractor sleeps in the yard.\n\nThe kettle sings softly."
NOTES = '[[passage]]\nbegins = "A kitchen"\nplace = "kitchen"\n'


@pytest.fixture
def tale(tmp_path: Path) -> Path:
    """A text on the desktop."""
    path = tmp_path / "kettle.txt"
    path.write_text(TALE)
    return path


@pytest.fixture(autouse=True)
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trash of the test's own."""
    folder = tmp_path / "trash"
    folder.mkdir()
    fake = types.ModuleType("send2trash")
    fake.send2trash = lambda path: Path(path).replace(folder / Path(path).name)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "send2trash", fake)
    return folder


def entry() -> LibraryEntry:
    """The tale on the shelf."""
    return library.entry_named("kettle")


def test_its_first_line_is_its_title_and_its_words_find_it(tale: Path) -> None:
    """On the shelf, in the search, and in what it is said to hold."""
    library.add(str(tale))
    card = card_of(entry())
    assert card.title == "The Kettle and the Light"
    for query, found in (("tractor", True), ("sings yard", True), ("lighthouse", False), ("tractors", True)):
        assert bool(PickerState((card,), query=query).shown) == found
    # What the search keeps survives the memory of the shelf.
    assert card_of(entry()).vocabulary == card.vocabulary


def test_notes_come_with_it(tale: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Good ones are copied, what was written on the shelf meanwhile is kept; wrong ones stay behind, and it is said."""
    tale.with_suffix(".toml").write_text(NOTES)
    assert main(["add", str(tale)]) == 0
    kept = entry().path.with_suffix(".toml")
    assert kept.read_text() == NOTES
    kept.write_text("# mine\n" + NOTES)
    library.add(str(tale))
    assert kept.read_text() == NOTES
    assert kept.with_suffix(".toml.before").read_text() == "# mine\n" + NOTES
    tale.with_suffix(".toml").write_text(NOTES.replace('"kitchen"', '"kitchn"'))
    capsys.readouterr()
    assert main(["add", str(tale)]) == 0
    said = capsys.readouterr()
    assert "notes stay behind" in said.err
    assert "line 3" in said.err
    assert kept.read_text() == NOTES


@pytest.mark.parametrize("notes", ["", NOTES, 'title = "Old" # a remark\n' + NOTES, "# only a remark\n"])
def test_another_title(tale: Path, notes: str) -> None:
    """It stands in the notes, above what is there; the text stays as it was."""
    library.add(str(tale))
    beside = entry().path.with_suffix(".toml")
    if notes:
        beside.write_text(notes)
    assert main(["rename", "kettle", '  A "quiet"  kitchen ']) == 0
    assert entry().title == 'A "quiet" kitchen'
    assert entry().path.read_text() == TALE
    assert all(line in beside.read_text() for line in notes.splitlines() if not line.startswith("title"))
    with pytest.raises(TextError, match="word"):
        shelf_changes.rename(entry(), " ")


def test_removed_is_in_the_trash(tale: Path, trash: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its notes; where the system has no trash, in a folder of the app's; the five stay."""
    tale.with_suffix(".toml").write_text(NOTES)
    library.add(str(tale))
    assert main(["remove", "kettle"]) == 0
    assert sorted(path.name for path in trash.iterdir()) == ["kettle.toml", "kettle.txt"]
    assert not list(library.dreams_folder().iterdir())
    monkeypatch.setitem(sys.modules, "send2trash", None)
    for _ in range(2):
        library.add(str(tale))
        shelf_changes.remove(entry())
    gone = sorted(path.name for path in (paths.data() / "removed").iterdir())
    assert gone == ["kettle-2.toml", "kettle-2.txt", "kettle.toml", "kettle.txt"]
    assert main(["remove", "the-blue-door"]) == 1
    assert main(["remove", "ketle"]) == 1


def test_names_nearly_right_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    """A dream or a command misspelt by a letter is answered with the right one."""
    assert main(["remove", "the-blu-door"]) == 1
    assert "the-blue-door" in capsys.readouterr().err
    assert main(["score", "the-blu-door"]) == 1
    assert "Did you mean the-blue-door?" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["ply"])
    assert "did you mean play?" in capsys.readouterr().err


def test_titles_and_removal_in_the_picker(tale: Path) -> None:
    """Ctrl R edits the title letter by letter, spaces and digits too; Delete asks once, another key forgets it."""
    library.add(str(tale))
    own, ours = card_of(entry()), card_of(library.entry_named("the-blue-door"))
    state = PickerState((own, ours), name=own.name)

    def press(state: PickerState, key: int, text: str = "", mod: int = 0) -> PickerState:
        event = pygame.event.Event(pygame.KEYDOWN, key=key, unicode=text, mod=mod)
        command = from_event(event, state.query, typing=state.renaming is not None)
        assert command is not None
        return act(state, command)

    typing = press(state, pygame.K_r, mod=pygame.KMOD_CTRL)
    assert typing.renaming == own.title
    for text in " 2?":
        typing = press(typing, ord(text), text)
    assert press(typing, pygame.K_BACKSPACE).renaming == own.title + " 2"
    assert press(typing, pygame.K_ESCAPE).renamed is None
    done = press(typing, pygame.K_RETURN)
    assert (done.renamed, done.renaming, done.picked) == ((own.name, own.title + " 2?"), None, None)
    once = press(state, pygame.K_DELETE)
    assert (once.removed, bool(once.notice)) == ("", True)
    assert press(once, pygame.K_DELETE).removed == own.name
    assert press(press(once, pygame.K_RIGHT), pygame.K_DELETE).removed == ""
    theirs = replace(state, name=ours.name)
    for action in (PickerAction.RENAME, PickerAction.REMOVE):
        after = act(theirs, PickerCommand(action))
        assert (after.renaming, after.doomed, bool(after.notice)) == (None, "", True)
