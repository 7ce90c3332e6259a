"""Whether the voice starves the night: the app itself plays a dream while it is told from an empty cache.

    SDL_AUDIODRIVER=dummy xvfb-run -s "-screen 0 1280x720x24" python tests/bench/slack.py DREAM [--voice kokoro]

The slack is how many seconds of the night lie ready ahead of the listener; under 12 s a rest is put in. It ends when
the last sentence is told. Pictures a second say how much of the machine the picture got. Nothing else should run.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from threading import Event, Thread

EVERY = 0.25
"""Seconds between two looks at the slack."""


class Watch:
    """What is seen of one night while it is told."""

    def __init__(self) -> None:
        self.begun = time.perf_counter()
        self.slack: list[tuple[float, float]] = []
        """(seconds since the beginning, seconds that lie ready)"""
        self.complete = Event()
        self.pictures = 0
        self.notices: list[str] = []
        self.first = 0.0
        """Seconds until there was a score with words."""
        self.told = 0.0
        self.lines: list[tuple[float, float]] = []

    def now(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self.begun

    def look(self, near: Callable[[], float | None]) -> None:
        """Note the slack until all is told."""
        while not self.complete.wait(EVERY):
            left = near()
            if left is not None:
                self.slack.append((self.now(), left))


def main() -> int:
    """Play, watch, print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("dream")
    asked.add_argument("--voice", default="kokoro")
    args = asked.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ.update(DREAMPLAYER_HOME=home, PYGAME_HIDE_SUPPORT_PROMPT="1")
        watch = _play(args.dream, args.voice)
    return _report(args, watch)


def _play(name: str, voice: str) -> Watch:
    import pygame

    from dreamplayer.app import main as app
    from dreamplayer.app.growing_score import ScoreSource
    from dreamplayer.model.score import Score
    from dreamplayer.model.text import Dream
    from dreamplayer.settings import Settings

    watch = Watch()

    class PictureSamples(ScoreSource):
        def scores(
            self, dream: Dream, settings: Settings, near: Callable[[], float | None], notice: Callable[[str], None]
        ) -> Iterator[Score]:
            Thread(target=watch.look, args=(near,), daemon=True).start()
            watch.begun = time.perf_counter()
            for score in super().scores(dream, settings, near, watch.notices.append):
                if score.lines and not watch.first:
                    watch.first = watch.now()
                watch.lines = [(line.span.start, line.span.length) for line in score.lines]
                if score.complete:
                    watch.told = watch.now()
                    watch.complete.set()
                    pygame.event.post(pygame.event.Event(pygame.QUIT))
                yield score

    flip = pygame.display.flip

    def counted() -> None:
        watch.pictures += not watch.complete.is_set()
        flip()

    pygame.display.flip = counted
    setattr(app, "ScoreSource", PictureSamples)  # noqa: B010
    app.play([name], Settings(voice=voice))
    return watch


def _report(args: argparse.Namespace, watch: Watch) -> int:
    from dreamplayer.timeline.sections import WIND_IN

    if not watch.lines:
        print("nothing was told", *watch.notices)
        return 1
    speech = sum(length for _, length in watch.lines)
    waits = [slack for at, slack in watch.slack if at >= WIND_IN]
    least = min(watch.slack, key=lambda one: one[1])
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    print(f"{args.dream}, {args.voice}, {os.cpu_count()} cores, load at the end {load}")
    print(f"told: {speech:.0f} s of speech in {watch.told:.0f} s, {watch.told / speech:.2f} s a second")
    print(f"first words ready after {watch.first:.1f} s; heard at {watch.lines[0][0]:.1f} s, wind-in {WIND_IN:.0f} s")
    print(f"slack: least {least[1]:.1f} s at {least[0]:.0f} s; after the wind-in {min(waits, default=0.0):.1f} s")
    print(f"pictures a second: {watch.pictures / watch.told:.1f}")
    for notice in watch.notices:
        print("   ", notice)
    return 0


if __name__ == "__main__":
    sys.exit(main())
