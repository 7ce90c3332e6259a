"""How often the window shows a picture, and how often a new one is drawn: the five dreams, in a real window.

    python tests/bench/frames.py [--size 1280x720] [--painter gl|surface] [--seconds 6] [--dream NAME]

Plays some seconds in the middle of every passage in real time, as the player does, and looks on. `shown` is pictures
a second on the screen, `gap` the longest time one stood, `keys` how many a second were drawn anew (the window blends
between them; with a graphics card every picture is), `size` that of the keys. Give it a display of its own (Xvfb).
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import time
from dataclasses import replace

import numpy as np
import pygame

from dreamplayer.app.compose_night import night
from dreamplayer.app.player.player_state import PlayerState
from dreamplayer.app.player.presenter import Presenter
from dreamplayer.app.render_worker import sprite_cache
from dreamplayer.app.storage.library import find
from dreamplayer.app.window import window
from dreamplayer.model.score import Score
from dreamplayer.paths import seeds
from dreamplayer.picture.key import Between
from dreamplayer.picture.picture import picture
from dreamplayer.settings import Settings

_NUMBERS = np.linspace(0, 1, 1_000_000, dtype=np.float32)
_SETTLE = 2.0
"""Seconds after a jump that are not counted: a listener sees them through a fade."""


def reference() -> float:
    """Milliseconds for a million square roots: how fast and how busy the machine is."""
    found = []
    for _ in range(7):
        began = time.perf_counter()
        np.sqrt(_NUMBERS).sum()
        found.append((time.perf_counter() - began) * 1e3)
    return statistics.median(found)


class Watch:
    """Notes when pictures were shown and which keys were in them."""

    def __init__(self, screen: window.Window) -> None:
        self.at: list[float] = []
        self.keys: dict[int, tuple[int, int]] = {}
        blend, show = screen.blend, screen.show

        def watched(pair: Between | None, frame: object, light: float) -> None:
            blend(pair, frame, light)  # type: ignore[arg-type]
            self.at.append(time.perf_counter())
            if pair is not None:
                self.keys[id(pair.second)] = (pair.second.width, pair.second.height)

        def drawn(frame: object) -> None:
            show(frame)  # type: ignore[arg-type]
            self.at.append(time.perf_counter())

        screen.blend, screen.show = watched, drawn  # type: ignore[method-assign]


def passage(
    score: Score, begin: float, seconds: float, showing: Presenter, screen: window.Window, watch: Watch, room: float
) -> tuple[float, float, float, tuple[int, int]]:
    """(shown a second, longest gap, keys a second, size of the keys)."""
    state = PlayerState(score=score, settings=Settings())
    opened = time.perf_counter()

    def draw(t: float) -> None:
        screen.events()
        showing.draw(replace(state, t=t, room=room + time.perf_counter() - opened), t, (), {})

    # A listener has the wind-in for what is rehearsed here, standing still.
    watch.at.clear()
    while not watch.at or not showing.rehearsed:
        draw(begin)
    started = time.perf_counter()
    counting = False
    while (passed := time.perf_counter() - started) < _SETTLE + seconds:
        if not counting and passed > _SETTLE:
            watch.at.clear()
            watch.keys.clear()
            counting = True
        draw(begin + passed)
    gaps = np.diff(watch.at)
    size = next(iter(watch.keys.values()), screen.size)
    return len(gaps) / float(gaps.sum()), float(gaps.max()), len(watch.keys) / seconds, size


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--size", default="1280x720")
    ask.add_argument("--painter", default=None)
    ask.add_argument("--seconds", type=float, default=6.0)
    ask.add_argument("--dream", default="")
    opt = ask.parse_args()
    width, height = (int(part) for part in opt.size.split("x"))
    window._SMALL = (width, height)
    sprite_cache.use()
    screen = window.Window(replace(Settings(), fullscreen=False, **({"painter": opt.painter} if opt.painter else {})))
    watch, showing = Watch(screen), Presenter(screen, lambda score, t, aspect: picture(score, t, aspect=aspect))
    print(f"{opt.size}, {screen.renderer or 'surfaces'}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    room = 0.0
    for path in sorted(seeds().glob("*.txt")):
        if opt.dream not in path.stem:
            continue
        score = night(find(path.stem), replace(Settings(), voice="silent")).score
        rows, refs = [], [reference()]
        for scene in score.scenes:
            # The first half minute is all but black.
            end = min(scene.span.end, score.section("story").end)
            begin = max(scene.span.start, end - opt.seconds - _SETTLE - 1.0, 30.0)
            rows.append(passage(score, begin, opt.seconds, showing, screen, watch, room))
            # The keys still ordered would be drawn beside it.
            time.sleep(0.5)
            refs.append(reference())
            room += 1000.0
        shown, gap, keys, sizes = zip(*rows, strict=True)
        print(
            f"{path.stem:20} shown {statistics.median(shown):5.1f} least {min(shown):5.1f}  "
            f"gap {max(gap) * 1e3:4.0f} ms  keys {statistics.median(keys):4.1f} least {min(keys):4.1f}  "
            f"size {min(sizes)[0]}x{min(sizes)[1]} to {max(sizes)[0]}x{max(sizes)[1]}  "
            f"reference {statistics.median(refs):.2f} ms",
            flush=True,
        )
    print(f"memory of the window's process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    showing.close()
    screen.close()
    pygame.quit()


if __name__ == "__main__":
    main()
