"""A night as a line of text: the settings that make its score, so that two people may have the same one.

    seed7_pace0.9_bed30_gentle

Only what differs from the defaults is written; `plain` is the night of the defaults.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dreamplayer.errors import SettingsError
from dreamplayer.settings import Settings, apply

FIELDS: Mapping[str, str] = {
    "seed": "seed",
    "pace": "pace",
    "intro": "intro_minutes",
    "bed": "bed_minutes",
    "timer": "timer_minutes",
    "gentle": "gentle",
    "calm": "calm",
}
"""What stands in a code, and the setting it is."""
PLAIN = "plain"
_PART = re.compile(r"([a-z]+)(\d{1,10}(?:\.\d{1,6})?)?")
_LINE = re.compile(r"dreamplayer play (\S{1,200}) --night (\S{1,200})\s*")


def encoded(settings: Settings) -> str:
    """The code of a night with these settings."""
    usual = Settings()
    parts = []
    for word, name in FIELDS.items():
        value = getattr(settings, name)
        if value != getattr(usual, name):
            # A seed has more digits than :g writes.
            number = f"{value:.6g}" if isinstance(value, float) else str(value)
            parts.append(word if isinstance(value, bool) else word + number)
    return "_".join(parts) or PLAIN


def changes(code: str) -> dict[str, object]:
    """The settings that a code stands for, those it does not name at their defaults.

    Args:
        code: as `encoded` writes it.

    Raises:
        SettingsError: it is none; it says what is wrong.
    """
    found: dict[str, object] = {name: getattr(Settings(), name) for name in FIELDS.values()}
    for part in [] if code.strip() == PLAIN else code.strip().split("_"):
        hit = _PART.fullmatch(part)
        name = FIELDS.get(hit[1]) if hit else None
        if hit is None or name is None:
            raise SettingsError(
                f"{code[:80]!r} is not the code of a night", todo="A code is like seed7_bed30_gentle, or plain."
            )
        usual = getattr(Settings(), name)
        if isinstance(usual, bool) == (hit[2] is not None):
            raise SettingsError(f"{part} is not part of a night's code", todo="A code is like seed7_bed30_gentle.")
        found[name] = True if hit[2] is None else type(usual)(float(hit[2]))
    apply(Settings(), found, "the code of a night")
    return found


def with_code(settings: Settings, code: str) -> Settings:
    """The settings of a person, for the night of a code. SettingsError where it is none."""
    return replace(settings, **changes(code))  # type: ignore[arg-type]


def line(name: str, settings: Settings) -> str:
    """The line that another person may type, or paste into the picker.

    Args:
        name: of the dream in the library.
        settings: of the night.
    """
    return f"dreamplayer play {name} --night {encoded(settings)}"


def parsed(text: str) -> tuple[str, str] | None:
    """Name of the dream and code of its night in a pasted line; None where it is no such line."""
    hit = _LINE.fullmatch(text.strip())
    if hit is None:
        return None
    try:
        changes(hit[2])
    except SettingsError:
        return None
    return hit[1], hit[2]
