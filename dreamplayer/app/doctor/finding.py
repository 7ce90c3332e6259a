"""What the doctor says of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

State = Literal["ok", "mended", "less", "fails"]
"""mended: it was not right and now is. less: a night can be had without it. fails: it cannot."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    state: State
    what: str
    todo: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain data."""
        return {"name": self.name, "state": self.state, "what": self.what, "todo": self.todo}
