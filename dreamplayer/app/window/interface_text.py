"""The text of the interface in the person's language: English from one file, the others from gettext catalogues."""

from __future__ import annotations

import gettext
import locale
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dreamplayer import paths
from dreamplayer.settings import DOCS

DOMAIN = "dreamplayer"
"""Name of the catalogues: `assets/locale/<language>/LC_MESSAGES/dreamplayer.mo`."""
_PLURAL = " | "
"""Between the singular and the plural of an English message."""
_IN_WORDS = re.compile(r"[a-z]{3}")
"""Begins what stands for keys in a help page and is no name on a keyboard ("arrows"): it is translated too."""


@dataclass(frozen=True, slots=True)
class SourceMessage:
    """An English message as the catalogues know it."""

    context: str
    """Where it is from: `section.key` of the English file."""
    text: str
    plural: str = ""
    """For more than one; empty where nothing is counted."""

    @property
    def ids(self) -> str | tuple[str, str]:
        """What gettext looks it up by."""
        return (self.text, self.plural) if self.plural else self.text


class _Choice:
    """The setting `language` of this run."""

    setting = "auto"


def use(setting: str) -> None:
    """Take the language from the setting of this name: auto for the system's, or a two-letter code."""
    _Choice.setting = setting


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages the interface speaks, English first."""
    made = (paths.assets() / "locale").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return ("en", *sorted(path.parent.parent.name for path in made))


def language() -> str:
    """Two-letter code of the interface's language: the setting, else the system's; en where that is none of ours.

    Of the system's variables LANGUAGE, a list, comes first, then LC_ALL, LC_MESSAGES and LANG, as gettext has it.
    """
    if _Choice.setting != "auto":
        wanted = [_Choice.setting]
    else:
        names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
        given = next((value for name in names if (value := os.environ.get(name))), locale.getlocale()[0] or "en")
        wanted = given.split(":")
    codes = (re.split(r"[_.@-]", name.strip().lower())[0] for name in wanted)
    return next((code for code in codes if code in languages() and _can_be_drawn(code)), "en")


def own_name(code: str) -> str:
    """A language's name in itself: Deutsch."""
    return str(catalogue(code)["language"]["itself"])


@cache
def _can_be_drawn(code: str) -> bool:
    """Whether this machine has a typeface for a language."""
    from dreamplayer.picture.typefaces import missing_script

    words = own_name(code) + catalogue(code)["picker"]["keys"]
    return code == "en" or not any(missing_script(letter) for letter in sorted(set(words)))


@cache
def _english() -> dict[str, dict[str, Any]]:
    return tomllib.loads((paths.assets() / "words" / "en.toml").read_text(encoding="utf-8"))


@cache
def _translations(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, paths.assets() / "locale", [code], fallback=True)


def sources() -> Iterator[SourceMessage]:
    """Everything there is to translate: the English file, and the sentence on each setting."""
    for part, words in _english().items():
        for key, text in words.items():
            if key != "rows":
                one, _, many = text.partition(_PLURAL)
                yield SourceMessage(f"{part}.{key}", one, many)
                continue
            for keys, meaning in text:
                if _IN_WORDS.match(keys):
                    yield SourceMessage(f"{part}.keys", keys)
                yield SourceMessage(f"{part}.rows.{keys}", meaning)
    for name, sentence in DOCS.items():
        yield SourceMessage(f"settings.about.{name}", sentence)


@cache
def catalogue(code: str) -> dict[str, dict[str, Any]]:
    """The messages of a language, by section and key; what is not translated is English, and so is what is counted."""
    say = _translations(code).pgettext
    found: dict[str, dict[str, Any]] = {}
    for part, words in _english().items():
        found[part] = {key: say(f"{part}.{key}", text) for key, text in words.items() if key != "rows"}
        if "rows" in words:
            found[part]["rows"] = [
                (say(f"{part}.keys", keys), say(f"{part}.rows.{keys}", text)) for keys, text in words["rows"]
            ]
    return found


def message(part: str, key: str, value: object = "") -> str:
    """A message of the catalogue: `message("toast", "more", 10)`. An unknown key is returned as it is.

    Args:
        part: section of the catalogue.
        key: within the section.
        value: replaces `{value}`; a whole number chooses between singular and plural.
    """
    code = language()
    found = str(catalogue(code).get(part, {}).get(key, key))
    if isinstance(value, int) and _PLURAL in found:
        one, _, many = found.partition(_PLURAL)
        found = _translations(code).npgettext(f"{part}.{key}", one, many, value)
    return found.replace("{value}", str(value))


def about_setting(name: str) -> str:
    """The sentence on a setting that its page shows."""
    return _translations(language()).pgettext(f"settings.about.{name}", DOCS[name])


def rows(part: str) -> list[tuple[str, str]]:
    """The (key, meaning) pairs of a help page."""
    return [(str(key), str(meaning)) for key, meaning in catalogue(language()).get(part, {}).get("rows", [])]
