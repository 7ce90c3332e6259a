"""Loops of the person's own, as the app has prepared them in the cache: each is a bed like any other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from dreamplayer import paths
from dreamplayer.kit.hashing import seed_of
from dreamplayer.kit.loop import played
from dreamplayer.kit.sound import Sound
from dreamplayer.model.audio import Samples, Stretch

PREFIX = "own-"
"""What the names of one's own sounds begin with: none of them hides one of the app's."""


@dataclass(frozen=True, slots=True)
class OwnLoop:
    """A prepared loop."""

    name: str
    """As notes and settings name it: `own-rain-on-tent`."""
    title: str
    """Name of its file, without the ending."""
    file: str
    """Its samples, a file beside the index: (n, 2) 16-bit."""
    source: str
    """Path of the person's file."""
    stamp: str
    """Size and time of that file when it was prepared."""


def folder() -> Path:
    """Where the person puts loops."""
    return paths.data() / "sounds"


def prepared_folder() -> Path:
    """Where the app keeps them, joined and levelled."""
    return paths.cache() / "loops"


def own_loops() -> tuple[OwnLoop, ...]:
    """The loops that are prepared, by name. A missing or damaged index is none."""
    try:
        rows = json.loads((prepared_folder() / "index.json").read_text(encoding="utf-8"))
        return tuple(OwnLoop(**row) for row in rows)
    except (OSError, ValueError, TypeError):
        return ()


def own_sounds() -> Iterator[Sound]:
    """They as sounds."""
    for loop in own_loops():
        yield _sound(loop)


def _sound(loop: OwnLoop) -> Sound:
    path = str(prepared_folder() / loop.file)

    def play(block: Stretch) -> Samples:
        samples = _samples(path)
        # Another night begins elsewhere in it.
        return played(samples, block.first, block.last, seed_of(block.seed, loop.name) % len(samples))

    return Sound(loop.name, play, "bed", 0.0, (), f"{loop.title}, a sound of your own.")


@cache
def _samples(path: str) -> np.ndarray:
    """The samples of a loop: read from the disk as they are played."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))
