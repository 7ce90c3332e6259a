"""Samples a whole night at low resolution, a few times a second, and keeps what is measured of each picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dreamplayer.app.compose_night import Night
from dreamplayer.app.export import frame_at, pixels_of
from dreamplayer.app.window.offscreen import offscreen_painter
from dreamplayer.kit.colour import MELANOPIC
from dreamplayer.model.score import Span
from dreamplayer.picture.flashes import cells, linear
from dreamplayer.settings import Settings

SIZE = (192, 108)
"""Width and height of a sample, pixels: what disturbs sleep covers a good part of the screen."""
SLOWLY = 5.0
"""Seconds between frames in the bed and the fade, where nothing happens quickly."""


@dataclass(frozen=True, eq=False)
class PictureSamples:
    """Measurements of the pictures of a night."""

    times: NDArray[np.float64]
    """(n,) seconds of the night."""
    cells: NDArray[np.float64]
    """(n, 9, 16, 3) mean linear light of each cell of a grid."""
    load: NDArray[np.float64]
    """(n,) mean melanopic load."""
    last: float
    """Melanopic load of the very last frame: its brightest cell."""

    def most(self, span: Span) -> tuple[float, float]:
        """The highest melanopic load within a span, and the second at which it occurs."""
        inside = np.flatnonzero((self.times >= span.start) & (self.times < span.end))
        if not len(inside):
            return 0.0, span.start
        i = inside[int(np.argmax(self.load[inside]))]
        return round(float(self.load[i]), 5), round(float(self.times[i]), 2)

    def slew(self, after: float) -> tuple[float, float]:
        """The fastest change of the picture's mean luminance.

        Args:
            after: seconds of the night; what is before is ignored.

        Returns:
            (per cent of white in one second, second at which it occurs); 5 % is a slow dawn, 50 % a lamp switched on.
        """
        mean = self.cells.mean(axis=(1, 2)) @ np.array([0.2126, 0.7152, 0.0722])
        later = np.interp(self.times + 1.0, self.times, mean)
        change = np.where(self.times >= after, np.abs(later - mean), 0.0)
        i = int(np.argmax(change))
        return round(float(100.0 * change[i]), 3), round(float(self.times[i]), 2)


def watch(night: Night, settings: Settings, fps: float, progress: Callable[[float], None]) -> PictureSamples:
    """Sample a night: every 1 / fps seconds until the end of the coda, every `SLOWLY` from there, and the last frame.

    Args:
        night: the night.
        settings: captions and painter.
        fps: samples a second; flashes are found reliably from 5 on.
        progress: called with 0..1.
    """
    score = night.score
    lively, end = score.section("coda").end, score.duration
    times = [*np.arange(0.0, lively, 1.0 / fps), *np.arange(lively, end, SLOWLY)]
    width, height = SIZE
    seen = np.zeros((len(times), 9, 16, 3))
    load = np.zeros(len(times))
    with offscreen_painter(width, height, settings.painter) as painter:

        def light_at(t: float) -> NDArray[np.float64]:
            painter.paint(frame_at(night, t, width / height, settings))
            return linear(pixels_of(painter.pixels(), width, height))

        for i, t in enumerate(times):
            light = light_at(float(t))
            seen[i] = cells(light)
            load[i] = light.mean(axis=(0, 1)) @ MELANOPIC
            if i % 16 == 0:
                progress(i / len(times))
        last = float((light_at(np.nextafter(end, 0.0)) @ MELANOPIC).max())
    return PictureSamples(np.asarray(times, np.float64), seen, load, round(last, 6))
