"""The mix of a night as a function of the sample index: layers, voice, levels, fades, limiter.

    mix(score, n0, n1, clips)      samples n0 .. n1 - 1 of the night, stereo, 48 kHz

Made in blocks of 4096 samples on a grid fixed to the night, each a pure function of its number, so that any cut of
the night is the same to the bit. A `Mixer` keeps the latest blocks and clips; that changes what the next call costs,
not what it returns.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from dreamplayer.kit.curves import swell
from dreamplayer.model.audio import RATE, Samples
from dreamplayer.model.score import Score
from dreamplayer.sound import night_levels
from dreamplayer.sound.duck import ducked
from dreamplayer.sound.layers import SoundLayer, layers
from dreamplayer.sound.limit import limit
from dreamplayer.sound.prerender import AHEAD, PreparedLines
from dreamplayer.sound.voice_line import SOFTEST, ClipSource

BLOCK = 4096
"""Samples of one block: 85 ms."""
_STEP = 256
"""Samples between the points at which gain curves are computed; linear in between."""
_GRID = np.arange(BLOCK // _STEP + 1) * _STEP
_SAMPLES = np.arange(BLOCK)
_log = logging.getLogger(__name__)
T = TypeVar("T")


class Mixer:
    """The sound of one score: any samples, in any order.

    Args:
        score: any score, complete or not.
        clips: the clips of its lines.
        strict: whether a failing sound raises; otherwise it is left out and logged once.
    """

    def __init__(self, score: Score, clips: ClipSource, strict: bool = False) -> None:
        self.score = score
        self.clips = clips
        self.strict = strict
        self._layers = layers(score)
        self._strikes = tuple(layer for layer in self._layers if layer.sound.part == "strike")
        self._silences = tuple(cue for cue in score.cues if cue.kind == "sound" and cue.name == "silence")
        self._kept: OrderedDict[tuple[str, int], Samples] = OrderedDict()
        self._lines = PreparedLines(score, clips)
        self._struck = -1.0
        self._failed: set[str] = set()

    def render(
        self, n0: int, n1: int, voice_gain: float = 1.0, world_gain: float = 1.0, music_gain: float | None = None
    ) -> Samples:
        """Samples of the night; silence before its beginning and after its end.

        Args:
            n0: first sample index.
            n1: one past the last.
            voice_gain: the listener's fader of the voice, a factor 0..2, applied before the limiter.
            world_gain: the listener's fader of everything else, likewise.
            music_gain: the listener's fader of the music alone; None leaves it with the world.

        Returns:
            (n1 - n0, 2) float32.

        Raises:
            Exception: with `strict`, whatever a failing sound raises.
        """
        out = np.zeros((max(n1 - n0, 0), 2), np.float32)
        for k in range(max(n0, 0) // BLOCK, -(-max(n1, 0) // BLOCK)):
            self._prepare(k * BLOCK / RATE)
            low, high = max(n0, k * BLOCK), min(n1, (k + 1) * BLOCK)
            if high > low:
                block = self._limited(k, voice_gain, world_gain, world_gain if music_gain is None else music_gain)
                out[low - n0 : high - n0] = block[low - k * BLOCK : high - k * BLOCK]
        return out

    def world(self, k: int) -> Samples:
        """A block of everything but the voice, at its level, ducked and faded, before the limiter.

        Args:
            k: number of the block; it starts at sample k * BLOCK.

        Returns:
            (BLOCK, 2) float32.
        """
        return self._keep("world", k, self._world)

    def music(self, k: int) -> Samples:
        """A block of the music alone, which `world` holds too, likewise.

        Args:
            k: number of the block; it starts at sample k * BLOCK.

        Returns:
            (BLOCK, 2) float32.
        """
        return self._keep("music", k, lambda block: self._world(block, "music"))

    def voice(self, k: int) -> Samples:
        """A block of the voice, at its level and faded, before the limiter.

        Args:
            k: number of the block; it starts at sample k * BLOCK.

        Returns:
            (BLOCK, 2) float32.
        """
        return self._keep("voice", k, self._voice)

    def _keep(self, name: str, k: int, make: Callable[[int], Samples]) -> Samples:
        found = self._kept.get((name, k))
        if found is None:
            found = make(k)
            self._kept[name, k] = found
            while len(self._kept) > 18:
                self._kept.popitem(last=False)
        return found

    def _limited(self, k: int, voice_gain: float, world_gain: float, music_gain: float) -> Samples:
        here, before, after = (self._mixed(j, voice_gain, world_gain, music_gain) for j in (k, k - 1, k + 1))
        return limit(before, here, after)

    def _mixed(self, k: int, voice_gain: float, world_gain: float, music_gain: float) -> Samples:
        mixed = self.voice(k) * np.float32(voice_gain) + self.world(k) * np.float32(world_gain)
        if music_gain != world_gain:
            mixed += self.music(k) * np.float32(music_gain - world_gain)
        return mixed

    def _times(self, k: int) -> NDArray[np.float64]:
        return (k * BLOCK + _GRID) / RATE

    def _world(self, k: int, part: str = "") -> Samples:
        """A block of the world, or of one part of it."""
        out = np.zeros((BLOCK, 2), np.float32)
        t = self._times(k)
        if k < 0 or t[0] >= self._end:
            return out
        for layer in self._layers:
            if layer.start >= t[-1]:
                break
            if layer.gone > t[0] and part in ("", layer.sound.part):
                self._add(out, layer, k, t)
        level = (
            night_levels.settling(self.score, t)
            + night_levels.following(self.score, t)
            + night_levels.sinking(self.score, t)
        )
        level += ducked(self.score.lines, self._silences, t)
        return self._shaped(out, night_levels.decibels(level), k, t)

    def _voice(self, k: int) -> Samples:
        out = np.zeros((BLOCK, 2), np.float32)
        t = self._times(k)
        if k < 0 or t[0] >= self._end:
            return out
        for i, line in enumerate(self.score.lines):
            start = round(line.span.start * RATE)
            if start >= (k + 1) * BLOCK:
                break
            if round(line.span.end * RATE) + 2 * RATE <= k * BLOCK:
                continue
            x = self._lines.line(i)
            low, high = max(start, k * BLOCK), min(start + len(x), (k + 1) * BLOCK)
            if high > low:
                soft = np.float32(10 ** (-SOFTEST * line.softness / 20))
                out[low - k * BLOCK : high - k * BLOCK] += x[low - start : high - start] * soft
        if not out.any():
            return out
        return self._shaped(out, night_levels.decibels(night_levels.settling(self.score, t)), k, t)

    def _shaped(self, x: Samples, level: night_levels.Curve, k: int, t: night_levels.Times) -> Samples:
        """Samples `x` with a gain and the fades of the night applied."""
        gain = np.interp(_SAMPLES, _GRID, level * night_levels.fading(self.score, t)).astype(np.float32)
        end = round(self._end * RATE) - k * BLOCK
        if end < BLOCK:
            gain[max(end - 1, 0) :] = 0.0
        return x * gain[:, None]

    def _add(self, out: Samples, layer: SoundLayer, k: int, t: night_levels.Times) -> None:
        """Add one layer to block k, in place."""
        first = k * BLOCK - layer.origin
        x = self._played(layer, first, first + BLOCK)
        if x is None:
            return
        gain = np.full(len(t), layer.gain)
        if layer.full > t[0]:
            gain *= swell((t - layer.start) / max(layer.full - layer.start, 1e-6))
        if layer.going < t[-1] and layer.going < layer.gone:
            gain *= 1.0 - swell((t - layer.going) / (layer.gone - layer.going))
        out += x * np.interp(_SAMPLES, _GRID, gain).astype(np.float32)[:, None]

    def _played(self, layer: SoundLayer, first: int, last: int) -> Samples | None:
        """Samples of a layer, counted from its origin; None if it failed."""
        if layer.sound.name in self._failed:
            return None
        try:
            return layer.sound(replace(layer.stretch, first=first, last=last))
        except Exception:
            if self.strict:
                raise
            self._failed.add(layer.sound.name)
            _log.exception("the sound %s is left out", layer.sound.name)
            return None

    def _prepare(self, t: float) -> None:
        """Prepare one step of what starts in the seconds after t."""
        if self._lines.step(t):
            return
        if not t <= self._struck <= t + AHEAD:
            self._struck = t
        i = bisect_right(self._strikes, self._struck, key=lambda layer: layer.start)
        if i < len(self._strikes) and self._strikes[i].start <= t + AHEAD:
            self._struck = self._strikes[i].start
            self._played(self._strikes[i], 0, 1)

    @property
    def _end(self) -> float:
        """Second after which everything is silent: the end of the fade, or of the score as far as it is known."""
        for part in self.score.sections:
            if part.name == "fade":
                return part.span.end
        return self.score.duration


_last: list[Mixer] = []


def mix(score: Score, n0: int, n1: int, clips: ClipSource, voice_gain: float = 1.0, world_gain: float = 1.0) -> Samples:
    """Samples of the night, independent of what was requested before.

    Args:
        score: any score, complete or not.
        n0: first sample index.
        n1: one past the last.
        clips: the clips of its lines.
        voice_gain: fader of the voice, a factor 0..2.
        world_gain: fader of everything else, a factor 0..2.

    Returns:
        (n1 - n0, 2) float32 at 48 kHz.
    """
    if not _last or _last[0].score is not score or _last[0].clips is not clips:
        _last[:] = [Mixer(score, clips)]
    return _last[0].render(n0, n1, voice_gain, world_gain)
