"""One thing on stage while its chain of cues is being written."""

from __future__ import annotations

from dataclasses import dataclass, field

from dreamplayer.model.score import EventResponse


@dataclass(eq=False)
class Entity:
    """One thing on stage while its chain of cues is being written."""

    name: str
    """Of the element."""
    many: bool
    """Whether there are several."""
    seed: int
    """Its own: all that is random about it."""
    since: float
    """Seconds of the night at which it arrived."""
    passage: int
    """In which it was named last."""
    turn: int
    """The scene in which that was."""
    who: str = ""
    """Kind of person or animal, by which two of one name are told apart in a place."""
    sentence: int = -1
    """In which it was named last."""
    cues: list[int] = field(default_factory=list)
    """Numbers of its cues, in order."""
    responses: list[EventResponse] = field(default_factory=list)
    """To all events that happened to it, in order."""
    gone: float | None = None
    """Seconds of the night at which it is wholly gone, once that is known."""
    leave: float = 0.0
    """Seconds of withdrawing before that."""
    taken: bool = False
    """True once an event has taken it."""

    def is_on_stage(self, time: float) -> bool:
        """Whether it is on stage and not withdrawing.

        Args:
            time: seconds of the night.
        """
        return self.gone is None or self.gone - self.leave > time
