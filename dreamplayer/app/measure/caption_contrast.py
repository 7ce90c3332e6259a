"""Contrast of captions against the moving picture behind them (WCAG 2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dreamplayer.app.compose_night import Night
from dreamplayer.app.export import frame_at, pixels_of
from dreamplayer.app.window.offscreen import offscreen_painter
from dreamplayer.picture.captions import groups
from dreamplayer.picture.flashes import linear
from dreamplayer.picture.frame import Frame, Painter
from dreamplayer.settings import Settings

SIZE = (1280, 720)
"""Width and height of the picture, pixels: letters at the size of a small screen."""
_PIECE = 40
"""Width in pixels of a piece judged by itself, about three letters: one bright flower behind a word counts."""
_ENOUGH = 30
"""Fewest pixels of letters, and around letters, for a piece to be judged."""
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def legible(
    night: Night, settings: Settings, every: int = 1, progress: Callable[[float], None] = lambda _: None
) -> tuple[float, float]:
    """The least contrast of any caption and when it occurs.

    Each caption is judged in its middle with all its words still to come, which is when they are weakest.

    Args:
        night: the night.
        settings: captions and their look.
        every: 1 judges all captions, 3 each third.
        progress: called with 0..1.

    Returns:
        (contrast, seconds of the night); WCAG 2 contrast, 1..21, 4.5 is readable; 21 without captions.
    """
    worst, when = 21.0, 0.0
    written = groups(night.score)[::every]
    width, height = SIZE
    with offscreen_painter(width, height, settings.painter) as painter:
        for i, group in enumerate(written):
            t = (group.span.start + group.span.end) / 2.0
            frame = frame_at(night, t, width / height, settings)
            if frame.caption is not None:
                coming = replace(frame.caption, spoken=frame.caption.lines[0][0].index - 10.0, by_phrase=False)
                found = contrast(painter, replace(frame, caption=coming))
                if found < worst:
                    worst, when = found, t
            progress((i + 1) / len(written))
    return round(worst, 2), round(when, 2)


def contrast(painter: Painter, frame: Frame) -> float:
    """The least contrast among pieces of a frame's caption as it is drawn.

    Letters are the pixels to which the caption adds most light, measured at the cores of their strokes; behind them is
    what is 3 to 5 pixels away, including their shadow.

    Args:
        painter: that draws it, at `SIZE`.
        frame: with a caption.

    Returns:
        1 invisible .. 21; 4.5 is readable.
    """
    bare, shown = _below(painter, replace(frame, caption=None)), _below(painter, frame)
    gained = shown - bare
    if gained.max() < 0.01:
        return 21.0
    letters = gained > 0.7 * np.percentile(gained[gained > 0.02], 90) if (gained > 0.02).any() else gained > 0.005
    around = _grown(letters, 5) & ~_grown(letters, 2)
    worst = 21.0
    for x in range(0, shown.shape[1], _PIECE):
        piece = np.s_[:, x : x + _PIECE]
        if letters[piece].sum() < _ENOUGH or around[piece].sum() < _ENOUGH:
            continue
        light = float(np.percentile(shown[piece][letters[piece]], 85))
        behind = float(np.median(shown[piece][around[piece]]))
        worst = min(worst, (light + 0.05) / (behind + 0.05))
    return worst


def _below(painter: Painter, frame: Frame) -> NDArray[np.float64]:
    """Relative luminance of the lower half, (height / 2, width)."""
    painter.paint(frame)
    width, height = SIZE
    return np.asarray(linear(pixels_of(painter.pixels(), width, height)[height // 2 :]) @ _LUMINANCE, np.float64)


def _grown(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """Dilation of a mask by so many pixels on each side."""
    out = mask
    for axis in (0, 1):
        out = np.logical_or.reduce([np.roll(out, step, axis) for step in range(-by, by + 1)])
    return np.asarray(out, bool)
