"""Command line options of a child process; imports little, for every child loads it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from dreamplayer.process.network import Sockets


@dataclass(frozen=True, slots=True)
class ChildOptions:
    """What a child process does to itself before it loads anything, as passed on its command line."""

    parent: int
    """Process id it must not outlive."""
    sockets: Sockets = "any"
    """Which sockets it may make."""
    may_write: bool = True
    """False for one that only computes: it may write in the app's cache folder and nowhere else."""
    nice: int = 0
    """Steps by which its priority is lowered, 0 to 19."""
    memory_bytes: int | None = None
    """See `ResourceLimits`; None is unlimited."""
    cpu_seconds: int | None = None
    """See `ResourceLimits`; None is unlimited."""
    read: int = -1
    """Handle of the pipe its messages come from; -1 without a channel."""
    write: int = -1
    """Handle of the pipe its messages go to; -1 without a channel."""

    def to_argument(self) -> str:
        """The options as one word of a command line (JSON)."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_argument(word: str) -> ChildOptions:
        """Parse the options.

        Args:
            word: what `to_argument` returned.
        """
        return ChildOptions(**json.loads(word))
