"""Diagnostics: what works on this machine, what does not, and what to do about it; all an issue report needs.

What can be repaired without loss is repaired at once: invalid lines of the settings become comments, damaged state
files are set aside, half-written files are removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dreamplayer.app.doctor import person_files, system
from dreamplayer.app.doctor.finding import Finding

CHECKS: tuple[tuple[str, Callable[[], Finding]], ...] = (
    ("program", system.program),
    ("computer", system.computer),
    ("desktop", system.desktop),
    ("screen", system.screen),
    ("graphics", system.graphics),
    ("sound", system.sound),
    ("gamepads", system.gamepads),
    ("voices", system.voices),
    ("telling", system.telling),
    ("languages", system.languages),
    ("video files", system.video),
    ("dreams", person_files.dreams),
    ("own dreams", person_files.own_dreams),
    ("own sounds", person_files.own_sounds),
    ("settings", person_files.settings),
    ("memory", person_files.memory),
    ("private", person_files.privacy),
    ("network", system.network),
    ("leftovers", person_files.leftovers),
    *((f"{name} folder", look) for name, look in person_files.folders()),
    ("last night", person_files.last_night),
)
"""Name of each check, and the check."""


def examine() -> Iterator[Finding]:
    """Run every check, one after the other; a check that fails is a finding too."""
    for name, look in CHECKS:
        try:
            yield look()
        except Exception as error:  # one failing check must not hide the others
            yield Finding(
                name, "less", f"could not be looked at: {type(error).__name__}: {error}", "Please report this line."
            )


_SIGNS = {"ok": "ok    ", "mended": "mended", "less": "less  ", "fails": "FAILS "}


def to_text(findings: list[Finding]) -> str:
    """A line for each finding, and below it what to do."""
    lines = []
    for found in findings:
        lines.append(f"{_SIGNS[found.state]}  {found.name:16} {found.what}")
        if found.todo:
            lines.append(f"{'':8}{'':16} {found.todo}")
    return "\n".join(lines) + "\n"
