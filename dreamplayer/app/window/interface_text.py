"""Message catalogue: the text of the interface, one file per language."""

from __future__ import annotations

import locale
import os
import tomllib
from functools import cache
from typing import Any

from dreamplayer import paths


def language() -> str:
    """Two-letter code of the person's language; en where there is none."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name][:2].lower()
    return (locale.getlocale()[0] or "en")[:2].lower()


@cache
def catalogue(code: str) -> dict[str, Any]:
    """The messages of a language; what is not translated is English."""
    folder = paths.assets() / "words"
    english = tomllib.loads((folder / "en.toml").read_text(encoding="utf-8"))
    path = folder / f"{code}.toml"
    if code == "en" or not path.is_file():
        return english
    own = tomllib.loads(path.read_text(encoding="utf-8"))
    return {part: {**words, **own.get(part, {})} for part, words in english.items()}


def message(part: str, key: str, value: object = "") -> str:
    """A message of the catalogue: `message("toast", "more", 10)`. An unknown key is returned as it is.

    Args:
        part: section of the catalogue.
        key: within the section.
        value: replaces `{value}`.
    """
    found = catalogue(language()).get(part, {}).get(key, key)
    return str(found).replace("{value}", str(value))


def rows(part: str) -> list[tuple[str, str]]:
    """The (key, meaning) pairs of a help page."""
    return [(str(key), str(meaning)) for key, meaning in catalogue(language()).get(part, {}).get("rows", [])]
