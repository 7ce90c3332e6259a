"""The process that prepares the person's own loops: sound files in, joined and levelled samples in the cache out.

A damaged or malicious file can end no more than this process.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dreamplayer.kit.filters import resample
from dreamplayer.kit.loop import joined, levelled
from dreamplayer.model.audio import RATE, Samples
from dreamplayer.process.channel import WorkerEnd

SHORTEST, LONGEST = 2.0, 240.0
"""Seconds: what is shorter stutters, of what is longer the beginning is used."""
_RATES = (4000, 384_000)


@dataclass(frozen=True, slots=True)
class PrepareLoop:
    """Request: a sound file, and the file its loop is written to."""

    source: str
    out: str


@dataclass(frozen=True, slots=True)
class LoopPrepared:
    """Answer."""

    problem: str = ""
    """Why there is no loop, in a few words; "" where there is one."""


def prepare(source: Path, out: Path) -> None:
    """Make a loop of a sound file.

    Raises:
        ValueError: it is none, or nothing is heard in it; says why.
        OSError: the loop cannot be written.
    """
    loop = levelled(joined(_read(source)))
    handle, name = tempfile.mkstemp(dir=out.parent, suffix=".npy")
    try:
        with os.fdopen(handle, "wb") as file:
            np.save(file, np.clip(np.rint(loop * 32767.0), -32768, 32767).astype(np.int16), allow_pickle=False)
        Path(name).replace(out)
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)


def _read(source: Path) -> Samples:
    """Its beginning, (n, 2) at 48 kHz."""
    import soundfile

    try:
        with soundfile.SoundFile(str(source)) as file:
            rate = int(file.samplerate)
            if not _RATES[0] <= rate <= _RATES[1]:
                raise ValueError(f"its sampling rate is {rate} Hz")
            x = file.read(round(LONGEST * rate), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError, OSError) as error:
        raise ValueError("it is no sound file that can be read") from error
    if len(x) < SHORTEST * rate:
        raise ValueError(f"it is shorter than {SHORTEST:g} seconds")
    x = np.nan_to_num(x, nan=0.0, posinf=0.0, neginf=0.0)
    both = (x[:, 0], x[:, -1]) if x.shape[1] <= 2 else (x.mean(axis=1),) * 2
    return np.stack([resample(np.ascontiguousarray(side), rate, RATE) for side in both], axis=1)


def main(end: WorkerEnd) -> None:
    """Prepare what is asked for, one after the other."""
    while True:
        asked: PrepareLoop = end.receive()
        try:
            prepare(Path(asked.source), Path(asked.out))
        except ValueError as error:
            end.send(LoopPrepared(str(error)))
        except ImportError:
            end.send(LoopPrepared("soundfile is not installed (python -m pip install soundfile)"))
        except OSError as error:
            end.send(LoopPrepared(f"its loop cannot be kept: {error.strerror}"))
        else:
            end.send(LoopPrepared())
