"""A picture of a night's sound: its spectrogram, and its loudness over time."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from dreamplayer.model.audio import RATE
from dreamplayer.model.score import Score
from dreamplayer.sound.check import NightSound
from dreamplayer.sound.measure import CHUNK, HERTZ

Picture = NDArray[np.uint8]
"""sRGB pixels, (height, width, 3)."""
LOW, HIGH = 40.0, 8000.0
"""Hz at the bottom and the top, on a logarithmic scale, with lines at 100, 300, 1000 and 3000."""
QUIET, LOUD = -115.0, -35.0
"""dB per Hz of black and of the brightest colour."""
FLOOR, TOP = -80.0, -15.0
"""LUFS at the lower and upper edge of the loudness plot, with lines at -70, -60 .. -20."""
_EMBER = np.array(((8, 6, 12), (44, 16, 44), (122, 38, 46), (214, 108, 40), (255, 214, 150)), dtype=np.float64)


def portrait(score: Score, heard: NightSound, width: int = 1400, height: int = 760) -> Picture:
    """The picture of a night's sound: the spectrogram above, loudness below, short-term bright and momentary dim.

    Vertical lines separate the sections; a bar between the two shows where the voice speaks.

    Args:
        score: the score that was rendered.
        heard: what `check.hear` returned for it.
        width: pixels.
        height: pixels, of which two thirds show the spectrogram.

    Returns:
        (height, width, 3) sRGB.
    """
    tall = height * 2 // 3
    top = _spectrum(heard, width, tall)
    below = _curves(heard, width, height - tall)
    bar = np.full((6, width, 3), 8.0)
    seconds = max(score.duration, 1.0)
    for line in score.lines:
        a, b = (int(t / seconds * width) for t in (line.span.start, line.span.end))
        bar[:, a : b + 1] = (120, 150, 170)
    out = np.concatenate((top, bar, below[6:]))
    for part in score.sections[1:]:
        x = min(int(part.span.start / seconds * width), width - 1)
        out[:, x] = out[:, x] * 0.6 + np.array((90, 90, 110)) * 0.4
    return np.asarray(np.clip(out, 0, 255), dtype=np.uint8)


def _spectrum(heard: NightSound, width: int, height: int) -> NDArray[np.float64]:
    """Spectrogram: columns are times, rows frequencies; ember colours."""
    rows = np.geomspace(HIGH, LOW, height)
    windows = CHUNK // 8192
    density = heard.mix.spectra.astype(np.float64) / (windows * RATE * 8192 * 0.375 / 2)
    db = 10 * np.log10(np.maximum(density, 1e-14))
    at = np.linspace(0, len(db) - 1, width)
    columns = db[np.round(at).astype(int)]
    by_row = np.stack([np.interp(rows, HERTZ, column) for column in columns], axis=1)
    shade = np.clip((by_row - QUIET) / (LOUD - QUIET), 0.0, 1.0) * (len(_EMBER) - 1)
    out = np.stack([np.interp(shade, np.arange(len(_EMBER)), _EMBER[:, c]) for c in range(3)], axis=2)
    for hertz in (100.0, 300.0, 1000.0, 3000.0):
        out[int(np.argmin(np.abs(rows - hertz)))] += 14.0
    return np.asarray(out)


def _curves(heard: NightSound, width: int, height: int) -> NDArray[np.float64]:
    """Plot of momentary and short-term loudness."""
    out = np.full((height, width, 3), 8.0)
    for level in range(-70, -15, 10):
        out[int((TOP - level) / (TOP - FLOOR) * (height - 1))] = 30.0
    for (at, loud), colour in ((heard.mix.momentary(), (110, 60, 40)), (heard.mix.short_term(), (255, 214, 150))):
        seconds = len(heard.mix.power) / 100.0
        column = np.minimum((at / seconds * width).astype(int), width - 1)
        row = np.clip((TOP - loud) / (TOP - FLOOR), 0.0, 1.0) * (height - 1)
        for x in range(width):
            here = row[column == x]
            if len(here):
                out[int(here.min()) : int(here.max()) + 1, x] = colour
    return out


def png(picture: Picture) -> bytes:
    """Encode a picture as a PNG file.

    Args:
        picture: (height, width, 3) sRGB.

    Returns:
        Bytes of the file.
    """
    height, width, _ = picture.shape
    rows = np.concatenate((np.zeros((height, 1), np.uint8), picture.reshape(height, -1)), axis=1).tobytes()

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
