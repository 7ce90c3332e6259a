"""What each sound sounds like, as numbers one can read: a change of any of them shows in review.

`GOLDEN=write pytest tests/test_sound_goldens.py` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from dreamplayer.catalogue import sounds
from dreamplayer.model.audio import RATE, Harmony, Samples, Stretch

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "golden" / "sounds"
BANDS = (63, 125, 250, 500, 1000, 2000, 4000)
FLOOR = -96.0
CLOSE = 1.5
"""dB a number may differ; twice that where it is so low that nobody hears it."""
KEY = Harmony(73.42, (0, 2, 4, 7, 9), 0.6)


def _levels(x: Samples, step: int) -> list[list[float]]:
    """Each octave in dB, in each `step` samples."""
    rows = []
    for n in range(0, len(x) - step + 1, step):
        power = np.square(np.abs(np.fft.rfft(x[n : n + step], axis=0))).sum(axis=1) * 2.0 / step**2
        f = np.fft.rfftfreq(step, 1 / RATE)
        bands = [power[(f >= b / 2**0.5) & (f < b * 2**0.5)].sum() for b in BANDS]
        rows.append([max(FLOOR, 10 * float(np.log10(max(band, 1e-12)))) for band in bands])
    return rows


def _page(name: str) -> tuple[str, list[list[float]]]:
    """The text of a golden, and the numbers in it."""
    sound = sounds()[name]
    if sound.part == "strike":
        first, seconds, step = 0, min(sound.length, 12.0), 0.5
    else:
        first, seconds, step = 60, 10.0, 1.0
    at = Stretch(first * RATE, round((first + seconds) * RATE), 5, KEY)
    rows = _levels(sound(at), round(step * RATE))
    lines = [f"# {name} ({sound.part}): {sound.doc.splitlines()[0]}", "# dB of each octave (Hz) by seconds"]
    lines.append("    s" + "".join(f"{band:>7}" for band in BANDS))
    for i, row in enumerate(rows):
        lines.append(f"{first + i * step:5.1f}" + "".join(f"{value:7.1f}" for value in row))
    return "\n".join(lines) + "\n", rows


@pytest.mark.parametrize("name", sorted(sounds()))
def test_a_sound_is_as_it_was_heard(name: str) -> None:
    """Each octave of each second is within 1.5 dB of what was agreed on."""
    text, rows = _page(name)
    path = FOLDER / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        FOLDER.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    agreed = [
        [float(cell) for cell in line.split()[1:]]
        for line in path.read_text().splitlines()
        if line and not line.startswith("#") and not line.lstrip().startswith("s")
    ]
    assert len(agreed) == len(rows)
    for was, now in zip(agreed, rows, strict=True):
        for a, b in zip(was, now, strict=True):
            near = CLOSE if max(a, b) > -70.0 else 2 * CLOSE if max(a, b) > -85.0 else 12.0
            assert abs(a - b) <= near, f"{name} differs; if it is meant to, write it anew with GOLDEN=write\n{text}"


def test_no_golden_is_left_over() -> None:
    """Every page belongs to a sound."""
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(sounds())
