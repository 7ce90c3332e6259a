"""Measurement of a sound of any length, block by block: loudness, peaks, rises, spectrum, stereo width.

Loudness is that of ITU-R BS.1770-4 with the windows of EBU Tech 3341 and 3342; rises per second, onsets and the
spectral centroid follow research on sleep. Feed a `Meter`, then query its `Measured`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.fft_length import next_fast_len
from dreamplayer.kit.loudness import gated, k_taps, lufs
from dreamplayer.model.audio import RATE, Samples

Array = NDArray[np.float64]
CELL = 480
"""Samples per row of measurements: 10 ms."""
CELLS = 100
"""Cells in a second."""
CHUNK = 256 * CELL
"""Samples measured at once: 2.56 s."""
_PAST = 8192
_GUARD = 1024
SPECTRUM = 8192
"""Samples per spectrum."""
HERTZ: Array = np.asarray(np.fft.rfftfreq(SPECTRUM, 1 / RATE), dtype=np.float64)
"""Frequency of each bin of a spectrum, (4097,)."""


@dataclass(frozen=True, eq=False)
class Measured:
    """A measured sound: arrays with one value per 10 ms, (n,), unless stated otherwise."""

    power: Array
    """K-weighted mean square, added over both channels."""
    peak: Array
    """Largest absolute sample."""
    rough: Array
    """Largest second difference: a click stands out in a sound that is dark otherwise."""
    left: Array
    """Mean square of the left channel."""
    right: Array
    """Mean square of the right channel."""
    both: Array
    """Mean product of both channels."""
    spectra: NDArray[np.float32]
    """Power spectrum of the mid channel, one per chunk of 2.56 s, (chunks, 4097)."""
    true_peak: Array
    """True peak (four times oversampled), one per chunk, (chunks,)."""
    mean: float
    """Mean of all samples: the DC offset."""

    def window(self, seconds: float, hop: float) -> tuple[Array, Array]:
        """Loudness of a sliding window.

        Args:
            seconds: length of the window.
            hop: seconds between two windows.

        Returns:
            Second at which each window ends, (n,), and its loudness in LUFS, (n,).
        """
        n, step = round(seconds * CELLS), round(hop * CELLS)
        total = np.concatenate(([0.0], np.cumsum(self.power)))
        at = np.arange(n, len(total), step)
        return at / CELLS, lufs((total[at] - total[at - n]) / n)

    def momentary(self) -> tuple[Array, Array]:
        """Momentary loudness (400 ms windows) every 50 ms: end of each window in seconds, and LUFS."""
        return self.window(0.4, 0.05)

    def short_term(self) -> tuple[Array, Array]:
        """Short-term loudness (3 s windows) every 100 ms: end of each window in seconds, and LUFS."""
        return self.window(3.0, 0.1)

    def integrated(self, cells: NDArray[np.bool_] | None = None) -> float:
        """Integrated (gated) loudness in LUFS; -120 for less than 400 ms.

        Args:
            cells: (n,) mask of the cells to measure, as if the others were cut out; None measures all.
        """
        power = self.power if cells is None else self.power[cells[: len(self.power)]]
        tenths = power[: len(power) // 10 * 10].reshape(-1, 10).mean(axis=1)
        return gated(np.convolve(tenths, np.full(4, 0.25), "valid")) if len(tenths) >= 4 else -120.0

    def cut(self, start: float, end: float) -> Measured:
        """The piece between two times; its spectra are those of the chunks that lie wholly inside.

        Args:
            start: seconds.
            end: seconds.
        """
        a, b = round(start * CELLS), round(end * CELLS)
        p, q = -(-a * CELL // CHUNK), max(b * CELL // CHUNK, -(-a * CELL // CHUNK) + 1)
        rows = (self.power, self.peak, self.rough, self.left, self.right, self.both)
        power, peak, rough, left, right, both = (row[a:b] for row in rows)
        return Measured(power, peak, rough, left, right, both, self.spectra[p:q], self.true_peak[p:q], self.mean)

    def range(self) -> float:
        """Loudness range in LU (EBU Tech 3342): 10th to 95th percentile of short-term loudness, gated at -20 LU.

        Small values are an even night, above some 10 LU its loud moments stand out.
        """
        _, short = self.short_term()
        short = short[short > -70.0]
        if not len(short):
            return 0.0
        floor = float(lufs(float(np.mean(10 ** ((short + 0.691) / 10))))) - 20.0
        low, high = np.percentile(short[short > floor], (10, 95))
        return float(high - low)

    def rises(self, seconds: float, over: float, floor: float = -70.0) -> tuple[Array, Array]:
        """Increase of loudness over a time: large values are heard as a swell or a jump.

        Args:
            seconds: length of the windows compared.
            over: seconds from one window to the other.
            floor: LUFS; what is quieter counts as that.

        Returns:
            Second at which each later window ends, (n,), and by how many LU it is louder, (n,).
        """
        hop = 0.05 if seconds < 1.0 else 0.1
        at, loud = self.window(seconds, hop)
        lag = round(over / hop)
        loud = np.maximum(loud, floor)
        return at[lag:], loud[lag:] - loud[:-lag]

    def onsets(self, floor: float = -60.0) -> tuple[Array, Array]:
        """Level of each 50 ms over the mean of the second before it: above some 10 dB an onset startles.

        Args:
            floor: LUFS; a quieter second counts as that.

        Returns:
            Second at which each 50 ms end, (n,), and dB, (n,).
        """
        total = np.concatenate(([0.0], np.cumsum(self.power)))
        at = np.arange(CELLS + 5, len(total))
        here = (total[at] - total[at - 5]) / 5
        before = (total[at - 5] - total[at - 5 - CELLS]) / CELLS
        return at / CELLS, lufs(here) - np.maximum(lufs(before), floor)

    def spectrum(self) -> Array:
        """Mean power spectrum at `HERTZ`, (4097,), with a sum of 1."""
        total = self.spectra.sum(axis=0, dtype=np.float64)
        return np.asarray(total / max(total.sum(), 1e-30))

    def centroid(self) -> float:
        """Spectral centroid in Hz: a small one sounds dark, a large one bright."""
        return float((self.spectrum() * HERTZ).sum())

    def share_above(self, hertz: float) -> float:
        """Share of the power above a frequency, 0..1: large values sound bright or hissing.

        Args:
            hertz: Hz.
        """
        return float(self.spectrum()[hertz < HERTZ].sum())

    def slope(self) -> float:
        """Spectral slope from 62 Hz to 4 kHz in dB per octave: 0 is white, -3 pink, -9 very dark."""
        centres = 62.5 * 2.0 ** np.arange(7)
        spectrum = self.spectrum()
        level = [
            10 * np.log10(max(float(spectrum[(c / 2**0.5 <= HERTZ) & (c * 2**0.5 > HERTZ)].mean()), 1e-20))
            for c in centres
        ]
        return float(np.polyfit(np.arange(7), level, 1)[0])

    def correlation(self, seconds: float = 0.0) -> Array:
        """Correlation of the two channels: 1 is mono, 0 wide, below 0 out of phase.

        Args:
            seconds: length of the windows; 0 takes the whole sound.

        Returns:
            (n,), -1..1, one per window.
        """
        n = round(seconds * CELLS) or len(self.both)
        rows = [row[: len(row) // n * n].reshape(-1, n).sum(axis=1) for row in (self.left, self.right, self.both)]
        return np.asarray(rows[2] / np.sqrt(np.maximum(rows[0] * rows[1], 1e-30)))


Chunk = tuple[float, Array, NDArray[np.float32], float]
"""Measurements of one chunk: true peak, rows (6, cells), spectrum (4097,), sum of the mid channel."""


class Meter:
    """Takes a sound in blocks of any length and keeps what `Measured` needs: 64 bytes per 10 ms.

    Args:
        twin: a meter fed just before this one, block by block; where both get the same samples, they are measured once.
    """

    def __init__(self, twin: Meter | None = None) -> None:
        self._twin = twin
        self.latest: tuple[Samples, Chunk] | None = None
        """The last chunk with the samples before it, and its measurements."""
        self._size = next_fast_len(CHUNK + _PAST)
        self._k = np.fft.rfft(k_taps(_PAST), self._size).astype(np.complex64)
        self._past = np.zeros((_PAST, 2), np.float32)
        self._waiting: list[Samples] = []
        self._count = 0
        self._rows: list[Array] = []
        self._spectra: list[NDArray[np.float32]] = []
        self._peaks: list[float] = []
        self._sum = 0.0
        self._n = 0
        self._hann = np.hanning(SPECTRUM).astype(np.float32)

    def feed(self, x: Samples) -> None:
        """Add the next samples.

        Args:
            x: (n, 2).
        """
        self._waiting.append(x)
        self._count += len(x)
        self._n += len(x)
        while self._count >= CHUNK:
            everything = np.concatenate(self._waiting)
            self._chunk(everything[:CHUNK], CHUNK)
            self._waiting = [everything[CHUNK:]]
            self._count -= CHUNK

    def done(self) -> Measured:
        """The measurements of everything fed so far. Nothing may be fed afterwards."""
        if self._count:
            rest = np.concatenate(self._waiting)
            self._chunk(np.concatenate((rest, np.zeros((CHUNK - len(rest), 2), np.float32))), len(rest))
        self._chunk(np.zeros((CHUNK, 2), np.float32), 0)
        rows = np.concatenate(self._rows, axis=1) if self._rows else np.zeros((6, 0))
        spectra = np.stack(self._spectra) if self._spectra else np.zeros((0, len(HERTZ)), np.float32)
        power, peak, rough, left, right, both = rows
        mean = self._sum / max(self._n, 1)
        return Measured(power, peak, rough, left, right, both, spectra, np.array(self._peaks), mean)

    def _chunk(self, x: Samples, real: int) -> None:
        """One chunk; its last part may be padding."""
        wide = np.concatenate((self._past, x))
        known = self._twin.latest if self._twin else None
        chunk = known[1] if known and np.array_equal(known[0], wide) else self._measured(wide, x)
        self.latest = wide, chunk
        peak, rows, spectrum, total = chunk
        self._peaks.append(peak)
        cells = -(-real // CELL)
        if cells:
            self._rows.append(rows[:, :cells])
            self._spectra.append(spectrum)
            self._sum += total
        self._past = wide[-_PAST:]

    def _measured(self, wide: Samples, x: Samples) -> Chunk:
        if not wide.any():
            return 0.0, np.zeros((6, CHUNK // CELL)), np.zeros(len(HERTZ), np.float32), 0.0
        weighted = np.fft.irfft(np.fft.rfft(wide, self._size, axis=0) * self._k[:, None], self._size, axis=0)
        power = np.square(weighted[_PAST : _PAST + CHUNK]).sum(axis=1)
        rough = np.abs(np.diff(wide[_PAST - 2 :], 2, axis=0)).max(axis=1)
        left, right = x[:, 0].astype(np.float64), x[:, 1].astype(np.float64)
        by_cell = [
            row.reshape(-1, CELL)
            for row in (power, np.abs(x).max(axis=1), rough, left * left, right * right, left * right)
        ]
        rows = [by_cell[0].mean(axis=1), by_cell[1].max(axis=1), by_cell[2].max(axis=1)]
        rows += [row.mean(axis=1) for row in by_cell[3:]]
        middle = x.mean(axis=1)[: CHUNK // SPECTRUM * SPECTRUM].reshape(-1, SPECTRUM)
        spectrum = np.square(np.abs(np.fft.rfft(middle * self._hann, axis=1))).sum(axis=0).astype(np.float32)
        peak = _true_peak(wide[_PAST - 2 * _GUARD :])
        return peak, np.stack(rows).astype(np.float64), spectrum, float(x.sum(dtype=np.float64)) / 2.0


def _true_peak(x: Samples) -> float:
    """True peak of x without its outer guards: four times oversampled by its spectrum (BS.1770, annex 2)."""
    loudest = float(np.abs(x).max())
    if loudest < 0.2:
        # Between samples a band-limited sound is at most a few dB above them: far from any limit here.
        return loudest
    n = next_fast_len(len(x))
    fine = np.fft.irfft(np.fft.rfft(x, n, axis=0), 4 * n, axis=0) * 4.0
    return float(np.abs(fine[4 * _GUARD : 4 * (len(x) - _GUARD)]).max())


def measure(x: Samples) -> Measured:
    """Measure a whole sound at once.

    Args:
        x: (n, 2) samples at 48 kHz.
    """
    meter = Meter()
    meter.feed(np.asarray(x, np.float32))
    return meter.done()
