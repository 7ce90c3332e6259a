"""How a person wants words to be said, in all their dreams: `say.toml` in the folder of their settings.

A dream's own notes come before it: a name may be said otherwise in one dream.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from dreamplayer.errors import SettingsError

FILE = "say.toml"
_HOW = 'Write each word as: Siobhan = "shivawn"'


def merged(path: Path, of_the_dream: Mapping[str, str]) -> dict[str, str]:
    """The person's words with the dream's own over them, whatever their capitals."""
    own = {_plain(word): said for word, said in read(path).items()}
    return own | {_plain(word): said for word, said in of_the_dream.items()}


def read(path: Path) -> dict[str, str]:
    """Word to how it is said; nothing where there is no file. SettingsError names the line that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"this cannot be read: {error}", where=str(path), todo="Mend or remove it.") from error
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise SettingsError("this line is not TOML", where=_where(path, int(at[1]) if at else 0), todo=_HOW) from error
    for word, said in found.items():
        if not isinstance(said, str) or not any(char.isalnum() for char in said):
            raise SettingsError(
                f"{word} should be said as text in quotes", where=_where(path, _line(text, word)), todo=_HOW
            )
    return found


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _line(text: str, word: str) -> int:
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.lstrip().lstrip("\"'[").startswith(word)), 0)


def _where(path: Path, line: int) -> str:
    return f"{path}, line {line}" if line else str(path)
