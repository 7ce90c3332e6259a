"""What works on this machine, what does not, and what to do about it: all one would ask in an issue.

What can be mended without losing anything is mended while one looks: settings that are not understood are made
comments, damaged memories are set aside, half-written files are removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dreamplayer.app import household, machine
from dreamplayer.app.finding import Finding

LOOKS: tuple[tuple[str, Callable[[], Finding]], ...] = (
    ("program", machine.program),
    ("computer", machine.computer),
    ("desktop", machine.desktop),
    ("screen", machine.screen),
    ("graphics", machine.graphics),
    ("sound", machine.sound),
    ("gamepads", machine.gamepads),
    ("voices", machine.voices),
    ("telling", machine.telling),
    ("video files", machine.video),
    ("dreams", household.dreams),
    ("own dreams", household.own_dreams),
    ("settings", household.settings),
    ("memory", household.memory),
    ("leftovers", household.leftovers),
    *((f"{name} folder", look) for name, look in household.folders()),
    ("last night", household.last_night),
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
