"""The result of one diagnostic check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

State = Literal["ok", "mended", "less", "fails"]
"""mended: was wrong and is repaired. less: a night can be played without it. fails: it cannot."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check."""

    name: str
    state: State
    what: str
    """What was found."""
    todo: str = ""
    """What the person can do about it; "" for nothing."""

    def to_json(self) -> dict[str, Any]:
        """The result as a JSON object."""
        return {"name": self.name, "state": self.state, "what": self.what, "todo": self.todo}
