"""Key pictures, and what is shown between two of them: keyframes and in-betweens, as in drawn animation.

Without a graphics card a whole picture takes longer than a screen's refresh. A dream moves slowly: it is drawn some
fifteen times a second, a little ahead, and the window interpolates between two pictures at each refresh.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dreamplayer.drawing.solids.cast import Layers
from dreamplayer.picture.frame import Frame


@dataclass(frozen=True, eq=False)
class Key:
    """A key picture (keyframe): a picture of the night without captions, graded and under the night's cap."""

    t: float
    """Second of the night it shows."""
    width: int
    height: int
    rgba: bytes
    """sRGB, rows from the top; the alpha channel is unused."""
    light: float = 1.0
    """Exposure it was drawn with beside the score's own: from the person's brightness setting."""


class DrawsKeys(Protocol):
    """A renderer that returns key pictures."""

    def key(self, frame: Frame) -> Key:
        """The frame as a key picture, without captions.

        Args:
            frame: what is seen at one moment.
        """
        ...

    def ahead(self, layers: Layers) -> bool:
        """Do a small part of what the layers of a place need before they are drawn; whether all is done.

        Args:
            layers: of the framing that comes.
        """
        ...

    def resize(self, width: int, height: int) -> None:
        """Draw at another size from now on, in pixels.

        Args:
            width: pixels.
            height: pixels.
        """
        ...

    def close(self) -> None:
        """Release everything held."""
        ...


@dataclass(frozen=True, slots=True)
class Between:
    """Two key pictures and the interpolation parameter between them."""

    first: Key
    second: Key
    share: float
    """0 the first .. 1 the second."""


def between(keys: Sequence[Key], t: float) -> Between | None:
    """What is shown at t: linear interpolation between the two nearest key pictures.

    Args:
        keys: in order of time.
        t: seconds of the night. Before the first key that one is shown, after the last the last.

    Returns:
        None without any keys.
    """
    if not keys:
        return None
    after = bisect_right(keys, t, key=lambda key: key.t)
    first, second = keys[max(after - 1, 0)], keys[min(after, len(keys) - 1)]
    span = second.t - first.t
    return Between(first, second, 0.0 if span <= 0.0 else min(max((t - first.t) / span, 0.0), 1.0))


def gain(key: Key, wanted: float) -> float:
    """Factor on a key's encoded (sRGB) values that approximates another exposure; close in the dark, where nights are.

    Args:
        key: with the exposure it was drawn at.
        wanted: exposure that is wanted now; 0 is black.
    """
    return (max(wanted, 0.0) / key.light) ** (1.0 / 2.2) if key.light > 0.0 else 0.0
