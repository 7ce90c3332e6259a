"""Memory over a whole night played fast: every sample mixed, a picture drawn every other second, from dark to dark.

    python tests/bench/memory.py [DREAM] [--size 1280x720] [--every 2]

Prints the resident memory of the process as the night goes by. Steady means: once every scene has been met, no more.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

from dreamplayer.app.compose_night import clips_for, night
from dreamplayer.app.storage.library import find
from dreamplayer.model.audio import RATE
from dreamplayer.picture.gl.painter import offscreen
from dreamplayer.picture.picture import picture
from dreamplayer.settings import Settings
from dreamplayer.sound.mix import Mixer

_LINE = 60.0


def resident() -> float:
    """Megabytes of memory held now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def main() -> None:
    """Play and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("dream", nargs="?", default="the-cracked-lantern")
    ask.add_argument("--size", default="1280x720")
    ask.add_argument("--every", type=float, default=2.0)
    ask.add_argument("--voice", default="system")
    opt = ask.parse_args()
    width, height = (int(part) for part in opt.size.split("x"))
    score = night(find(opt.dream), replace(Settings(), voice=opt.voice)).score
    mixer, painter = Mixer(score, clips_for(opt.voice)), offscreen(width, height, quality="lite")
    painter.timer = time.perf_counter
    painter.budget = 1e9
    t, line = 0.0, 0.0
    print(f"{score.dream.title}: {score.duration / 60:.0f} minutes; before the first picture {resident():.0f} MB")
    while t < score.duration:
        end = min(t + opt.every, score.duration)
        mixer.render(int(t * RATE), int(end * RATE))
        painter.key(picture(score, t))
        if t >= line:
            print(f"{t / 60:5.1f} min  {score.section_at(t):8}  {resident():6.0f} MB", flush=True)
            line += _LINE
        t = end
    print(f"{t / 60:5.1f} min  end       {resident():6.0f} MB")


if __name__ == "__main__":
    main()
