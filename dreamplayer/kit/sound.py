"""How a thing that can be heard is declared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dreamplayer.model.audio import Samples, Stretch

Play = Callable[[Stretch], Samples]
Part = Literal["bed", "strike", "music"]


@dataclass(frozen=True)
class Sound:
    """A sound: calling it gives the samples of a stretch, the same however the stretch is cut."""

    name: str
    """Its id in the vocabulary."""
    play: Play
    """Gives the samples of a stretch, (n, 2), the same however it is cut."""
    part: Part
    """bed: goes on as long as its place does. strike: sounds once at its word. music: the harmony under all."""
    length: float
    """Seconds a strike lasts, tail included; 0 for a bed."""
    places: tuple[str, ...]
    """Beds: the elements that call it without being told (`forest`, `lake`)."""
    doc: str
    tuned: bool = False
    """True where it takes its notes from the harmony: it is crossfaded when the key moves."""
    trim: float = 0.0
    """Beds: the dB that bring it to -29 LUFS, so that all are alike before they are mixed."""

    def __call__(self, block: Stretch) -> Samples:
        """Samples of the stretch, shape (n, 2)."""
        x = self.play(block)
        return x if self.trim == 0.0 else (x * np.float32(10.0 ** (self.trim / 20.0))).astype(np.float32)


def bed(*places: str, name: str | None = None, tuned: bool = False, trim: float = 0.0) -> Callable[[Play], Sound]:
    """Declare a sound that goes on: -29 LUFS within 2 (see `trim`), true peak at most -6 dBTP, no audible loop.

    Args:
        places: ids of the elements that call it without being told.
        name: its id; the name of the function if None.
        tuned: True where it takes its notes from the harmony.
        trim: dB that bring it to -29 LUFS.

    Returns:
        A decorator that makes the function a `Sound`.
    """

    def wrap(play: Play) -> Sound:
        return Sound(name or _name(play), play, "bed", 0.0, places, (play.__doc__ or "").strip(), tuned, trim)

    return wrap


def strike(length: float, *, name: str | None = None) -> Callable[[Play], Sound]:
    """Declare a sound that happens once: attack of 30 ms or more, silent after `length` seconds.

    Args:
        length: seconds, tail included.
        name: its id; the name of the function if None.

    Returns:
        A decorator that makes the function a `Sound`.
    """

    def wrap(play: Play) -> Sound:
        return Sound(name or _name(play), play, "strike", length, (), (play.__doc__ or "").strip(), True)

    return wrap


def music(*, name: str | None = None) -> Callable[[Play], Sound]:
    """Declare music that plays under everything all night, within the same limits as a bed.

    Args:
        name: its id; the name of the function if None.

    Returns:
        A decorator that makes the function a `Sound`.
    """

    def wrap(play: Play) -> Sound:
        return Sound(name or _name(play), play, "music", 0.0, (), (play.__doc__ or "").strip(), True)

    return wrap


def _name(play: Play) -> str:
    return play.__name__.rstrip("_").replace("_", "-")
