"""The sound of a loudspeaker, recorded and judged by the limits that a night's own sound keeps."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from dreamplayer.model.audio import RATE, Samples
from dreamplayer.sound.measure import CELLS, Measured, measure

BED_RISE, VOICE_RISE = 2.5, 4.5
"""Most short-term rise in LU per second: of the bed alone, and where a voice sets in."""
BED_JUMP, BED_ONSET, CLICK = 4.0, 6.0, 0.02
"""Most momentary rise in LU per 0.4 s, most onset in dB, most bend between samples, as `sound.check` has them."""
FLOOR = -54.0
"""LUFS under which sound counts as silence: at the loudness of a bedtime voice a bedroom's own noise covers it."""
SILENT = -70.0
"""LUFS of a second of which nothing is heard."""
_CUT = 0.03
"""Seconds at either end of a recording in which it was cut out of the sound."""


class Recording:
    """What an ear has written down so far: 16 bits, two channels, 48 kHz."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.path.stat().st_size / 4 / RATE

    def samples(self) -> Samples:
        """(n, 2), full scale 1."""
        data = np.fromfile(self.path, np.int16)
        return (data[: len(data) // 2 * 2].reshape(-1, 2) / 32768.0).astype(np.float32)

    def measured(self) -> Measured:
        """The measurements of all of it."""
        return measure(self.samples())

    def wait(self, seconds: float) -> None:
        """Until it has become so much longer."""
        end = self.seconds + seconds
        while self.seconds < end:
            time.sleep(0.05)


def _largest(at: np.ndarray, values: np.ndarray, start: float, end: float) -> tuple[float, float]:
    """(value, second) of the largest between two times; zeros where there is none."""
    inside = (at >= start) & (at <= end)
    if not inside.any():
        return 0.0, 0.0
    i = int(np.argmax(np.where(inside, values, -np.inf)))
    return float(values[i]), float(at[i])


def largest_rises(sound: Measured, start: float, end: float) -> dict[str, tuple[float, float]]:
    """The largest rises between two times of a recording: name -> (value, second). Its own cuts are no clicks."""
    cells = np.arange(len(sound.rough)) / CELLS
    return {
        "short-term rise, LU/s": _largest(*sound.rises(3.0, 1.0, FLOOR), start, end),
        "momentary rise, LU/.4 s": _largest(*sound.rises(0.4, 0.4, FLOOR), start, end),
        "onset, dB": _largest(*sound.onsets(FLOOR), start, end),
        "click": _largest(cells, sound.rough, max(start, _CUT), min(end, cells[-1] - _CUT)),
    }


def jumps(sound: Measured, start: float, end: float, rise: float = BED_RISE) -> list[str]:
    """What rises too fast or clicks between two times, each in words; empty for a sound without a jump."""
    limits = (rise, BED_JUMP * rise / BED_RISE, BED_ONSET, CLICK)
    found = largest_rises(sound, start, end)
    return [
        f"{name} {value:.3g} at {second:.2f} s, at most {limit:g}"
        for (name, (value, second)), limit in zip(found.items(), limits, strict=True)
        if value > limit
    ]


def gaps(sound: Measured, start: float, end: float) -> list[float]:
    """Seconds of a recording at which 10 ms are digital silence."""
    cells = np.flatnonzero(sound.peak[round(start * CELLS) : round(end * CELLS)] == 0.0)
    return [float(start + cell / CELLS) for cell in cells]
