"""Changes of a person's own dreams: their titles, and their removal to the system's trash."""

from __future__ import annotations

import logging
from pathlib import Path

from dreamplayer import paths
from dreamplayer.app.storage import atomic
from dreamplayer.app.storage.shelf_memory import LibraryEntry
from dreamplayer.errors import NotesError, TextError
from dreamplayer.toml_file import salvage

LONGEST = 200
"""Characters of a title."""
_BESIDE = (".toml", ".wav", ".flac", ".ogg", ".mp3")
"""What lies beside a text and goes with it: notes and recordings."""
_log = logging.getLogger(__name__)


def given_title(path: Path) -> str | None:
    """The title that the notes beside a text give it; None where they give none."""
    notes = path.with_suffix(".toml")
    try:
        if path.suffix.lower() == ".toml" or not notes.is_file():
            return None
        title = salvage(notes.read_text(encoding="utf-8"))[0].get("title")
    except (OSError, ValueError):
        return None
    return title[:LONGEST] if isinstance(title, str) and title.strip() else None


def rename(entry: LibraryEntry, title: str) -> str:
    """Give one of the person's own dreams another title: a line of the notes beside it. Its text stays as it is.

    Args:
        entry: of the library.
        title: what it is called from now on.

    Returns:
        The title.

    Raises:
        TextError: it is one of the five, the title is empty, or the notes cannot be written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    wanted = " ".join(title.split())[:LONGEST]
    if not wanted:
        raise TextError("a title needs a word", where=entry.title, todo="Give one.")
    notes = _own(entry).with_suffix(".toml")
    try:
        document = tomlkit.parse(notes.read_text(encoding="utf-8") if notes.is_file() else "")
    except (OSError, ValueError, TOMLKitError) as error:
        raise TextError(f"the notes cannot be read: {error}", where=str(notes), todo="Mend or remove them.") from error
    if "title" in document:
        document["title"] = wanted
        text = tomlkit.dumps(document)
    else:
        # Above every table, where TOML wants it.
        text = f"title = {tomlkit.item(wanted).as_string()}\n{tomlkit.dumps(document)}"
    if not atomic.write(notes, text):
        raise TextError("the title could not be kept", where=str(notes), todo="Make room there.")
    return wanted


def remove(entry: LibraryEntry) -> list[Path]:
    """Move one of the person's own dreams to the system's trash, with its notes and recording.

    Args:
        entry: of the library.

    Returns:
        What was moved.

    Raises:
        TextError: it is one of the five, or nothing takes it.
    """
    path = _own(entry)
    gone = [path, *(beside for ending in _BESIDE if (beside := path.with_suffix(ending)).is_file())]
    try:
        for file in gone:
            _to_trash(file)
    except OSError as error:
        raise TextError(f"it could not be removed: {error}", where=str(path)) from error
    return gone


def _to_trash(path: Path) -> None:
    """Into the system's trash; where it has none, into a folder of the app's own: nothing is deleted."""
    try:
        from send2trash import send2trash

        send2trash(str(path))
    except Exception as error:  # whatever a desktop's trash objects to
        _log.info("the trash does not take %s: %s", path.name, error)
    if path.exists():
        folder, count = paths.data() / "removed", 1
        paths.make_private_folder(folder)
        target = folder / path.name
        while target.exists():
            count += 1
            target = folder / f"{path.stem}-{count}{path.suffix}"
        path.replace(target)


def _own(entry: LibraryEntry) -> Path:
    if not entry.own:
        raise TextError(f"{entry.title} comes with the app", todo="Only your own dreams can be renamed or removed.")
    return entry.path


def adopt_notes(source: Path, target: Path) -> str:
    """Copy the notes beside a text to its copy on the shelf.

    Args:
        source: the text.
        target: its copy.

    Returns:
        A sentence where they are wrong and were left behind, else "".
    """
    from dreamplayer.app.compose_night import checked_notes
    from dreamplayer.app.storage.library import read_dream

    notes, kept = source.with_suffix(".toml"), target.with_suffix(".toml")
    if source.suffix.lower() == ".toml" or notes == kept or not notes.is_file():
        return ""
    try:
        checked_notes(read_dream(source))
    except NotesError as error:
        return f"its notes stay behind: {error.what} ({error.where})"
    if kept.is_file() and kept.read_bytes() != notes.read_bytes():
        # What was written there before is kept beside it.
        kept.replace(kept.with_suffix(".toml.before"))
    return "" if atomic.copy(notes, kept) else "its notes could not be kept"
