"""The person's pronunciation lexicon for all dreams: `say.toml` in the settings folder.

The notes of a dream override it: a name may be pronounced differently in one dream.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from dreamplayer.errors import SettingsError
from dreamplayer.toml_file import at_line, line_of, read_text, salvage

FILE = "say.toml"
LONGEST = 200
"""Most characters of a word, and of its pronunciation."""
_HOW = 'Write each word as: Siobhan = "shivawn"'


def merged(
    path: Path, of_the_dream: Mapping[str, str], tell: Callable[[SettingsError], object] | None = None
) -> dict[str, str]:
    """The person's lexicon, overridden by that of a dream.

    Args:
        path: the person's `say.toml`.
        of_the_dream: pronunciations by word, from the dream's notes.
        tell: called with each problem of the file; None raises the first.

    Returns:
        Pronunciations by word in lower case.

    Raises:
        SettingsError: see `read`.
    """
    personal = {_plain(word): said for word, said in read(path, tell).items()}
    return personal | {_plain(word): said for word, said in of_the_dream.items()}


def read(path: Path, tell: Callable[[SettingsError], object] | None = None) -> dict[str, str]:
    """The pronunciations in a file; none where there is no file.

    Args:
        path: a TOML file of lines like `Siobhan = "shivawn"`.
        tell: called with each line that is wrong, which is left out; None raises the first.

    Raises:
        SettingsError: without `tell`; it names the line.
    """
    found: dict[str, str] = {}
    for item in _entries(path):
        if not isinstance(item, SettingsError):
            found[item[0]] = item[1]
        elif tell is None:
            raise item
        else:
            tell(item)
    return found


def is_said(said: object) -> bool:
    """Whether a value can be a pronunciation: text with a letter or digit in it, of at most `LONGEST` characters.

    Args:
        said: any value of a TOML file.
    """
    return isinstance(said, str) and any(char.isalnum() for char in said) and len(said) <= LONGEST


def _entries(path: Path) -> Iterator[tuple[str, str] | SettingsError]:
    try:
        text = read_text(path, SettingsError, "this")
    except SettingsError as error:
        yield error
        return
    found, faults = salvage(text or "")
    for fault in faults:
        yield SettingsError(fault.what, where=at_line(path, fault.line), todo=_HOW)
    for word, said in found.items():
        if is_said(said) and len(word) <= LONGEST:
            yield word, said
        else:
            what = f"{word[:LONGEST]} should be said as text in quotes, of {LONGEST} letters at most"
            yield SettingsError(what, where=at_line(path, line_of(text or "", word)), todo=_HOW)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
