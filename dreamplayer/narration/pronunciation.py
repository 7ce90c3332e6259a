"""How a person wants words to be said, in all their dreams: `say.toml` in the folder of their settings.

A dream's own notes come before it: a name may be said otherwise in one dream.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from dreamplayer.errors import SettingsError
from dreamplayer.toml_file import at_line, line_of, read_text, salvage

FILE = "say.toml"
LONGEST = 200
"""Letters of a word, and of how it is said."""
_HOW = 'Write each word as: Siobhan = "shivawn"'


def merged(
    path: Path, of_the_dream: Mapping[str, str], tell: Callable[[SettingsError], object] | None = None
) -> dict[str, str]:
    """The person's words with the dream's own over them, whatever their capitals. `tell`: as in `read`."""
    own = {_plain(word): said for word, said in read(path, tell).items()}
    return own | {_plain(word): said for word, said in of_the_dream.items()}


def read(path: Path, tell: Callable[[SettingsError], object] | None = None) -> dict[str, str]:
    """Word to how it is said; nothing where there is no file.

    A line that is wrong is told and left out; without `tell` it is raised, a SettingsError that names it.
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
    """Whether this can be how a word is said: text with a letter in it, of a few words."""
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
