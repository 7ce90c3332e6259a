"""The first breath of light: an ember's glow that is there at once and gives way to the first picture of the night.

Reading the text, loading the voice and drawing the first place take their time on a cold start; who has pressed
Enter sees within a second that the night has begun.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from dreamplayer.app.player.display_adjustments import breath
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.key import Between, Key

RISES = 2.4
"""Seconds in which the glow comes in."""
GIVES_WAY = 4.0
"""Seconds in which it gives way to the picture."""
_SEEN = 0.35
"""How far the picture has to have come out of the black before the glow gives way to it, 0..1."""
_SIZE = (480, 270)
_EMBER = (0.060, 0.020, 0.0045)
"""Linear light at its heart."""
_HEART, _WIDE, _HIGH = 0.64, 0.42, 0.22
"""Height of its heart from the top, and how far it reaches, in heights of the picture."""


class FirstLight:
    """The glow of one night; `over` once a picture has taken its place."""

    def __init__(self, *, over: bool = False) -> None:
        """Begin dark. `over`: a night that goes on where it was left has no glow."""
        self.over = over
        self._waited = 0.0
        self._since: float | None = None
        """Since when it gives way, seconds."""

    def waiting(self, seconds: float, frame: Frame) -> tuple[Between, Frame]:
        """The glow while there is no score yet.

        Args:
            seconds: since the night was begun.
            frame: an empty one.
        """
        self._waited = seconds
        return _pair(None, 0.0), _lit(frame, _level(seconds))

    def under(self, pair: Between | None, frame: Frame, room: float) -> tuple[Between | None, Frame]:
        """What is shown: the glow, the picture, or both while one gives way to the other.

        Args:
            pair: keys of the picture; None before the first.
            frame: as the score has it, before the person's adjustments.
            room: seconds since the night's clock began.
        """
        if self.over:
            return pair, frame
        age = self._waited + room
        shown = 1.0 - frame.grade.black
        if self._since is None and pair is not None and shown > _SEEN:
            self._since = age
        share = 0.0 if self._since is None else float(smooth(age - self._since, 0.0, GIVES_WAY))
        if share >= 1.0:
            self.over = True
            return pair, frame
        return _pair(pair, share), _lit(frame, (1.0 - share) * _level(age) + share * shown)


def _pair(pair: Between | None, share: float) -> Between:
    glow = _glow()
    if pair is None or share <= 0.0:
        return Between(glow, glow, 0.0)
    return Between(glow, pair.second, share)


def _level(age: float) -> float:
    """How much of the glow is seen, 0..1: it comes in and breathes."""
    return float(smooth(age, 0.0, RISES)) * (0.8 + 4.0 * (breath(age, True) - 1.0))


def _lit(frame: Frame, shown: float) -> Frame:
    return replace(frame, grade=replace(frame.grade, black=1.0 - shown))


@cache
def _glow() -> Key:
    width, height = _SIZE
    y, x = np.mgrid[0:height, 0:width] / height
    across, down = (x - 0.5 * width / height) / _WIDE, (y - _HEART) / _HIGH
    falls = 1.0 / (1.0 + across**2 + down**2) ** 2
    edge = (1.0 - (2.0 * x * height / width - 1.0) ** 2) * (1.0 - (2.0 * y - 1.0) ** 2)
    light = (falls * edge)[..., None] * np.asarray(_EMBER)
    # A grain of less than a step, so that the dark has no bands.
    grain = uniform(7, 11, width * height * 3).reshape(height, width, 3) - 0.5
    pixels = np.clip(np.rint(255.0 * light ** (1.0 / 2.2) + grain), 0, 255)
    rgbx = np.dstack([pixels, np.full((height, width), 255.0)]).astype(np.uint8)
    return Key(0.0, width, height, rgbx.tobytes())
