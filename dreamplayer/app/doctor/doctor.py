"""What works on this machine, what does not, and what to do about it: all one would ask in an issue.

What can be mended without losing anything is mended while one looks: settings that are not understood are made
comments, damaged memories are set aside, half-written files are removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dreamplayer.app.doctor import person_files, system
from dreamplayer.app.doctor.finding import Finding

LOOKS: tuple[tuple[str, Callable[[], Finding]], ...] = (
    ("program", system.program),
    ("computer", system.computer),
    ("desktop", system.desktop),
    ("screen", system.screen),
    ("graphics", system.graphics),
    ("sound", system.sound),
    ("gamepads", system.gamepads),
    ("voices", system.voices),
    ("telling", system.telling),
    ("video files", system.video),
    ("dreams", person_files.dreams),
    ("own dreams", person_files.own_dreams),
    ("settings", person_files.settings),
    ("memory", person_files.memory),
    ("private", person_files.privacy),
    ("network", system.network),
    ("leftovers", person_files.leftovers),
    *((f"{name} folder", look) for name, look in person_files.folders()),
    ("last night", person_files.last_night),
)
"""Name of each thing, and what looks at it."""


def examine() -> Iterator[Finding]:
    """Everything, one after the other; what goes wrong in looking is a finding too."""
    for name, look in LOOKS:
        try:
            yield look()
        except Exception as error:  # a doctor who faints helps no one
            yield Finding(
                name, "less", f"could not be looked at: {type(error).__name__}: {error}", "Please report this line."
            )


_SIGNS = {"ok": "ok    ", "mended": "mended", "less": "less  ", "fails": "FAILS "}


def to_text(findings: list[Finding]) -> str:
    """A line for each, and below it what to do."""
    lines = []
    for found in findings:
        lines.append(f"{_SIGNS[found.state]}  {found.name:16} {found.what}")
        if found.todo:
            lines.append(f"{'':8}{'':16} {found.todo}")
    return "\n".join(lines) + "\n"
