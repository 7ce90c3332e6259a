"""A sheet of one dream: two pictures a passage, then its coda and its bed, for an eye to judge.

python tests/bench/passages.py DREAM OUT.png [--painter gl|surface] [--size 480x270]
"""

from __future__ import annotations

import argparse
from dataclasses import replace

import numpy as np
import pygame

from dreamplayer.app.compose_night import night
from dreamplayer.app.storage.library import find
from dreamplayer.model.score import Score
from dreamplayer.picture.picture import picture
from dreamplayer.settings import Settings

COLUMNS = 3


def moments(score: Score) -> list[float]:
    """Seconds of the night that are drawn."""
    found = [score.section("wind-in").end - 8.0]
    starts = [scene.span.start for scene in score.scenes]
    for start, end in zip(starts, [*starts[1:], score.section("story").end], strict=True):
        if end - start > 6.0:
            found += [start + 0.55 * (end - start), end - 1.5]
    return [*found, score.section("coda").end - 5.0, score.section("bed").start + 300.0]


def main() -> None:
    """Draw and write."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("dream")
    ask.add_argument("out")
    ask.add_argument("--painter", default="gl", choices=("gl", "surface"))
    ask.add_argument("--size", default="480x270")
    opt = ask.parse_args()
    width, height = (int(part) for part in opt.size.split("x"))
    if opt.painter == "gl":
        from dreamplayer.picture.gl.painter import offscreen

        painter = offscreen(width, height)
    else:
        from dreamplayer.picture.surface.painter import SurfacePainter

        painter = SurfacePainter(width, height)  # type: ignore[assignment]
    score = night(find(opt.dream), replace(Settings(), voice="silent")).score
    cells = []
    for t in moments(score):
        painter.paint(picture(score, t, strict=True))
        cells.append(np.frombuffer(painter.pixels(), np.uint8).reshape(height, width, 3))
    while len(cells) % COLUMNS:
        cells.append(np.zeros_like(cells[0]))
    rows = [np.concatenate(cells[i : i + COLUMNS], 1) for i in range(0, len(cells), COLUMNS)]
    sheet = np.ascontiguousarray(np.concatenate(rows, 0))
    pygame.image.save(pygame.image.frombuffer(sheet.tobytes(), sheet.shape[1::-1], "RGB"), opt.out)


if __name__ == "__main__":
    main()
