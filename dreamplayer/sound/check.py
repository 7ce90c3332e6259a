"""Measurements of a night's whole sound against limits that are safe for sleep, each with its worst second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dreamplayer.model.audio import RATE
from dreamplayer.model.score import Score
from dreamplayer.sound.duck import DEPTH, duck_amount
from dreamplayer.sound.measure import CELL, CELLS, Array, Measured, Meter
from dreamplayer.sound.mix import BLOCK, Mixer
from dreamplayer.sound.night_levels import LANDING, decibels
from dreamplayer.sound.voice_line import ClipSource

LONG_BED = 300.0
"""Shortest bed, in seconds, whose fall in level and loudness range are measured."""
SETTLED = 14.0
"""Second after which the fade-in no longer counts as a rise."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """One measured value of a night against its limits."""

    name: str
    """What is measured, with its unit."""
    value: float
    low: float
    """Lowest value allowed; -inf for none."""
    high: float
    """Highest value allowed; inf for none."""
    second: float
    """Second of the night at which it is worst; 0 where it is about the whole night."""

    @property
    def ok(self) -> bool:
        """Whether it lies within its limits."""
        return self.low <= self.value <= self.high

    @property
    def limit(self) -> str:
        """The limit in words: `<= 2.5`, `-25 .. -23`."""
        if self.low == -np.inf:
            return f"<= {self.high:g}"
        return f">= {self.low:g}" if self.high == np.inf else f"{self.low:g} .. {self.high:g}"


@dataclass(frozen=True, eq=False)
class NightSound:
    """A night's sound as measured: the mix and its two stems."""

    mix: Measured
    """The output, after the limiter."""
    world: Measured
    """Everything but the voice, ducked and faded, before the limiter."""
    voice: Measured
    """The voice, faded, before the limiter."""


def measure_night(
    score: Score, clips: ClipSource, progress: Callable[[float], None] | None = None, strict: bool = False
) -> NightSound:
    """Render the whole night once and measure it: takes minutes for a long night.

    Args:
        score: a complete score.
        clips: the clips of its lines.
        progress: called now and then with the share done, 0..1.
        strict: whether a failing sound raises; otherwise it is left out and logged.
    """
    mixer = Mixer(score, clips, strict)
    whole = Meter()
    # Where nobody speaks the night is the world.
    meters = whole, Meter(twin=whole), Meter()
    total = round(score.duration * RATE)
    for n in range(0, total, BLOCK):
        count = min(BLOCK, total - n)
        k = n // BLOCK
        parts = mixer.render(n, n + count), mixer.world(k)[:count], mixer.voice(k)[:count]
        for meter, part in zip(meters, parts, strict=True):
            meter.feed(part)
        if progress is not None and k % 64 == 0:
            progress(n / total)
    mix, world, voice = (meter.done() for meter in meters)
    return NightSound(mix, world, voice)


def check_sound(
    score: Score, clips: ClipSource, progress: Callable[[float], None] | None = None, strict: bool = False
) -> list[Measurement]:
    """Render the whole night, and measure it against its limits.

    Args:
        score: a complete score.
        clips: the clips of its lines.
        progress: called now and then with the share done, 0..1.
        strict: whether a failing sound raises; otherwise it is left out and logged.

    Returns:
        Every measurement, in the order of the night.
    """
    return against_limits(score, measure_night(score, clips, progress, strict))


def against_limits(score: Score, heard: NightSound) -> list[Measurement]:
    """The measurements of a night that has been rendered, against their limits.

    Args:
        score: the score that was rendered.
        heard: what `measure_night` returned for it.

    Returns:
        Every measurement, in the order of the night: peaks and offset, narration, world, timbre and width, fade.
    """
    spans = {part.name: part.span for part in score.sections}
    out = [_at_most("true peak, dBTP", *_peak(heard.mix), -6.0)]
    out += [Measurement("direct current", abs(heard.mix.mean), -np.inf, 1e-4, 0.0)]
    spoken = _speech_cells(score, len(heard.mix.power))
    if heard.voice.power[spoken].sum() > 1e-9:
        out += _narrated(score, heard, spoken)
    out += _world(score, heard)
    out += _colour(heard)
    fade = spans.get("fade")
    if fade is not None:
        out += _end(score, heard)
    return out


def _at_most(name: str, value: float, second: float, high: float) -> Measurement:
    return Measurement(name, round(value, 3), -np.inf, high, round(second, 1))


def _worst(t: Array, values: Array, keep: NDArray[np.bool_] | None = None) -> tuple[float, float]:
    """Largest of the values where `keep` is True, and its time; zeros for none."""
    if keep is not None:
        t, values = t[keep], values[keep]
    if not len(values):
        return 0.0, 0.0
    i = int(np.argmax(values))
    return float(values[i]), float(t[i])


def _peak(sound: Measured) -> tuple[float, float]:
    i = int(np.argmax(sound.true_peak))
    return 20 * float(np.log10(max(sound.true_peak[i], 1e-9))), i * 2.56


def _speech_cells(score: Score, count: int) -> NDArray[np.bool_]:
    out = np.zeros(count, bool)
    for line in score.lines:
        out[round(line.span.start * CELLS) : round(line.span.end * CELLS)] = True
    return out


def _narrated(score: Score, heard: NightSound, spoken: NDArray[np.bool_]) -> list[Measurement]:
    """The narrated part: its loudness, the voice over the world, and how gently lines enter."""
    start, end = score.lines[0].span.start, score.lines[-1].span.end
    story = heard.mix.cut(start, end)
    voice = heard.voice.integrated(spoken)
    under = heard.world.integrated(spoken)
    free = _alone(score, heard.world).integrated(spoken)
    rise = heard.mix.rises(3.0, 1.0)
    jump = heard.mix.rises(0.4, 0.4)
    onset = heard.mix.onsets()
    return [
        Measurement("narrated loudness, LUFS", round(story.integrated(), 2), -25.0, -23.0, start),
        Measurement("narrated loudness range, LU", round(story.range(), 2), -np.inf, 9.0, start),
        Measurement("voice over the ducked world, LU", round(voice - under, 2), 10.0, 12.0, start),
        Measurement("voice over the world unducked, LU", round(voice - free, 2), 5.0, 7.0, start),
        Measurement("duck, dB", DEPTH, 3.0, 5.0, 0.0),
        _at_most("short-term rise with voice, LU/s", *_worst(*rise, (rise[0] > SETTLED) & (rise[0] < end)), 4.5),
        _at_most("momentary rise with voice, LU/.4 s", *_worst(*jump, (jump[0] > SETTLED) & (jump[0] < end)), 13.0),
        _at_most("onset with voice, dB", *_worst(*onset, (onset[0] > SETTLED) & (onset[0] < end)), 13.0),
    ]


def _alone(score: Score, world: Measured) -> Measured:
    """The world without ducking."""
    t = np.arange(0.0, score.duration + 0.1, 0.1)
    duck = np.interp(np.arange(len(world.power)) / CELLS, t, duck_amount(score.lines, t))
    return replace(world, power=world.power * decibels(DEPTH * duck) ** 2)


def _world(score: Score, heard: NightSound) -> list[Measurement]:
    """The world without the voice, from the fade-in to the end of the fade: level, rises, range, dropouts, clicks."""
    spans = {part.name: part.span for part in score.sections}
    last = spans["fade"].start if "fade" in spans else score.duration
    over = spans["fade"].end if "fade" in spans else score.duration
    world = heard.world
    rise, jump, onset = world.rises(3.0, 1.0), world.rises(0.4, 0.4), world.onsets()
    story = spans.get("story")
    told = story.end if story else last
    first = _alone(score, world).cut(SETTLED, max(told, SETTLED + 10.0)).integrated()
    final = world.cut(max(last - 60.0, SETTLED), last).integrated()
    bed = spans.get("bed")
    long = bed is None or bed.length >= LONG_BED
    whole = world.cut(bed.start, bed.end) if bed else world.cut(SETTLED, last)
    level, t = heard.mix.window(1.0, 0.25)[1], heard.mix.window(1.0, 0.25)[0]
    usual = float(np.median(level[(t > 12.0) & (t < 16.0)])) if t[-1] > 16.0 else level.max()
    entered = t[np.argmax(level > usual - 1.5)]
    cells = np.arange(len(world.power), dtype=np.float64) / CELLS
    inside = (cells > 1.0) & (cells < last)

    def within(t: Array) -> NDArray[np.bool_]:
        return np.asarray((t > SETTLED) & (t < over))

    out = [
        Measurement("fade in, s", float(entered), 8.0, np.inf, 0.0),
        Measurement("world alone while told, LUFS", round(first, 2), -32.0, -28.0, SETTLED),
        _at_most("short-term rise of the world, LU/s", *_worst(*rise, within(rise[0])), 2.5),
        _at_most("momentary rise of the world, LU/.4 s", *_worst(*jump, within(jump[0])), 4.0),
        _at_most("onset in the world, dB", *_worst(*onset, within(onset[0])), 6.0),
        _at_most("gaps of silence, 10 ms", *_worst(cells, np.where(inside & (heard.mix.peak == 0.0), 1.0, 0.0)), 0.0),
        _at_most("roughness of the world (clicks)", *_worst(cells, world.rough), 0.02),
    ]
    if long:
        out.append(Measurement("world sinks by, LU", round(first - final, 2), 6.0, 10.0, last))
        out.append(Measurement("loudness range of the bed, LU", round(whole.range(), 2), -np.inf, 7.0, last))
    return out


def _colour(heard: NightSound) -> list[Measurement]:
    """Timbre (spectral centroid, slope) and stereo width (correlation)."""
    width = heard.mix.correlation(10.0)
    audible = 10 * np.log10(np.maximum(heard.mix.left, 1e-12)) > -80
    n = 10 * CELLS
    kept = audible[: len(audible) // n * n].reshape(-1, n).mean(axis=1) > 0.5
    t = np.arange(len(width), dtype=np.float64) * 10.0 + 5.0
    narrow, when = _worst(t, -width, kept)
    return [
        Measurement("centroid of the world, Hz", round(heard.world.centroid()), 0.0, 600.0, 0.0),
        Measurement("centroid, Hz", round(heard.mix.centroid()), 0.0, 900.0, 0.0),
        Measurement("energy above 2 kHz, %", round(100 * heard.mix.share_above(2000.0), 2), -np.inf, 6.0, 0.0),
        Measurement("energy above 4 kHz, %", round(100 * heard.mix.share_above(4000.0), 3), -np.inf, 1.0, 0.0),
        Measurement("slope, dB/octave", round(heard.mix.slope(), 2), -9.0, -3.0, 0.0),
        Measurement("correlation of the ears", round(float(heard.mix.correlation()[0]), 2), 0.2, 0.9, 0.0),
        Measurement("least correlation in 10 s", round(-narrow, 2), 0.0, np.inf, when),
    ]


def _end(score: Score, heard: NightSound) -> list[Measurement]:
    """The fade and what follows it."""
    fade = score.section("fade")
    t, loud = heard.mix.window(1.0, 1.0)
    step = np.diff(loud)
    late = (t[1:] > fade.end - 300.0) & (loud[:-1] > -90.0)
    up, when = _worst(t[1:], step, late)
    out = [_at_most("rise in the last five minutes, LU/s", up, when, 0.5)]
    t, loud = heard.mix.window(10.0, 1.0)
    gone = (t[60:] < fade.end - LANDING) & (t[60:] > fade.start + 70.0)
    out.append(_at_most("fall in the fade, dB/min", *_worst(t[60:], loud[:-60] - loud[60:], gone), 6.0))
    after = heard.mix.peak[int(np.ceil(fade.end * RATE / CELL)) :]
    out.append(Measurement("after the fade", float(after.max()) if len(after) else 0.0, 0.0, 0.0, fade.end))
    return out
