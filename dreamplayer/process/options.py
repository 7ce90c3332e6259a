"""What a child process is told on its command line; loads little, for every child loads it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from dreamplayer.process.network import Sockets


@dataclass(frozen=True, slots=True)
class ChildOptions:
    """What a child process does to itself before it loads anything, as told on its command line."""

    parent: int
    """Process id it must not outlive."""
    sockets: Sockets = "any"
    may_write: bool = True
    """False for one that only computes: it may write in the app's cache folder and nowhere else."""
    nice: int = 0
    """Steps by which its priority is lowered, 0 to 19."""
    memory_bytes: int | None = None
    cpu_seconds: int | None = None
    read: int = -1
    """Handle of the pipe its messages come from; -1 without a channel."""
    write: int = -1

    def to_argument(self) -> str:
        """One word of a command line."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_argument(word: str) -> ChildOptions:
        """What `to_argument` wrote."""
        return ChildOptions(**json.loads(word))
