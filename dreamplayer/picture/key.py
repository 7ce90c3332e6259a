"""Key pictures, and what lies between two of them: as in drawn film, where one draws the keys and another the rest.

Without a graphics card a whole picture takes longer than a screen's refresh. A dream moves slowly: it is drawn some
fifteen times a second, a little ahead, and the window blends from one picture to the next as often as it shows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dreamplayer.picture.frame import Frame


@dataclass(frozen=True, eq=False)
class Key:
    """A picture of the night without words, graded and under the night's cap."""

    t: float
    """Second of the night it shows."""
    width: int
    height: int
    rgba: bytes
    """sRGB, rows from the top; alpha says nothing."""
    light: float = 1.0
    """The exposure asked for beside the score's own: what a person's brightness makes of it."""


class DrawsKeys(Protocol):
    """A painter that gives what it draws."""

    def key(self, frame: Frame) -> Key:
        """The frame, without words."""
        ...

    def resize(self, width: int, height: int) -> None:
        """Draw at another size from now on."""
        ...

    def close(self) -> None:
        """Let go of everything held."""
        ...


@dataclass(frozen=True, slots=True)
class Between:
    """What is shown at a moment: two keys, and how far from the first to the second."""

    first: Key
    second: Key
    share: float
    """0 the first .. 1 the second."""


def between(keys: Sequence[Key], t: float) -> Between | None:
    """What is shown at t, of keys in order of time; the last stays where none is newer. None without any."""
    if not keys:
        return None
    after = bisect_right(keys, t, key=lambda key: key.t)
    first, second = keys[max(after - 1, 0)], keys[min(after, len(keys) - 1)]
    span = second.t - first.t
    return Between(first, second, 0.0 if span <= 0.0 else min(max((t - first.t) / span, 0.0), 1.0))


def gain(key: Key, wanted: float) -> float:
    """Factor on a key's encoded values that nearly gives another exposure: exact in the dark, where nights live."""
    return (max(wanted, 0.0) / key.light) ** (1.0 / 2.2) if key.light > 0.0 else 0.0
