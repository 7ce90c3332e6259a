"""Memory and stalls over a night with ten places, in a real window, as a listener has it.

    python tests/bench/places_night.py [--size 1280x720] [--seconds 4] [--patience 40] [--painter gl|surface] [--first]

Plays the first half minute, then some seconds of every place, in real time; between two places it stands still until
what comes is rehearsed, as it is when the night goes by slowly. Prints the proportional memory (PSS) of the window's
process and of each child, the longest time a picture stood, and the second at which the first place was seen. `--first`
stops after that. Give it a display of its own (Xvfb), and a cache folder of its own (XDG_CACHE_HOME) for a cold night.
"""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import replace
from pathlib import Path

import pygame

from dreamplayer.app.compose_night import night
from dreamplayer.app.main import _picture_in
from dreamplayer.app.player.player_state import PlayerState
from dreamplayer.app.player.presenter import Presenter
from dreamplayer.app.render_worker import layer_cache, sprite_cache
from dreamplayer.app.render_worker.layer_cache import live_rows
from dreamplayer.app.render_worker.messages import Setup
from dreamplayer.app.render_worker.place_gate import is_ready
from dreamplayer.app.window import window
from dreamplayer.model.score import Score
from dreamplayer.picture.key import Between
from dreamplayer.reading.ingest.parse import parse
from dreamplayer.settings import Settings

_TEXT = """
In the kitchen an old woman set the kettle on the stove, and a cat slept on the chair beside her.

In the library a man with a lantern walked along the shelves and took a book from the top.

They went out into the forest, and a fox looked at them from among the trees.

On the beach the waves came in slowly, and a child was gathering shells.

On the deck of the ship a sailor stood and looked up at the stars.

In the train compartment a girl leaned against the window, and the lamps of villages went by.

In the church somebody had lit the candles, and an owl sat in the roof beams.

In the meadow the horses stood in the grass, and the moon rose.

In the old town the lanterns were lit, and a dog trotted along the lane.

In the bedroom the lamp was turned down, and the child fell asleep.
"""


def memory(process: int) -> float:
    """Megabytes of a process, shared pages divided among those that share them; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def children(process: int) -> list[int]:
    """All processes below one."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in task.read_text().split():
            found += [int(child), *children(int(child))]
    return found


def kind_of(process: int) -> str:
    """What a child does, by its command line."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode().strip()[-12:]
    except OSError:
        return "gone"


class Watch:
    """Notes when pictures were shown, and which keys were in them."""

    def __init__(self, screen: window.Window) -> None:
        self.at: list[float] = []
        self.keys: set[float] = set()
        self.size = (0, 0)
        blend, show = screen.blend, screen.show

        def watched(pair: Between | None, frame: object, light: float) -> None:
            blend(pair, frame, light)  # type: ignore[arg-type]
            self.at.append(time.perf_counter())
            if pair is not None:
                self.keys.add(pair.second.t)
                self.size = pair.second.width, pair.second.height

        def drawn(frame: object) -> None:
            show(frame)  # type: ignore[arg-type]
            self.at.append(time.perf_counter())

        screen.blend, screen.show = watched, drawn  # type: ignore[method-assign]


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--size", default="1280x720")
    ask.add_argument("--painter", default=None)
    ask.add_argument("--seconds", type=float, default=4.0)
    ask.add_argument("--patience", type=float, default=40.0)
    ask.add_argument("--first", action="store_true")
    opt = ask.parse_args()
    width, height = (int(part) for part in opt.size.split("x"))
    window._SMALL = (width, height)
    sprite_cache.use()
    score: Score = night(parse(_TEXT, name="ten-places"), replace(Settings(), voice="silent")).score
    screen = window.Window(replace(Settings(), fullscreen=False, **({"painter": opt.painter} if opt.painter else {})))
    watch, showing = Watch(screen), Presenter(screen, _picture_in(screen))
    state, opened = PlayerState(score=score, settings=Settings()), time.perf_counter()
    print(f"{opt.size}, {screen.renderer or 'surfaces'}, load {os.getloadavg()[0]:.1f}, {len(score.scenes)} scenes")

    def draw(t: float) -> None:
        screen.events()
        showing.draw(replace(state, t=t, room=time.perf_counter() - opened), t, (), {})

    def report(name: str, seconds: float) -> float:
        parts = [("window", memory(os.getpid())), *((kind_of(p), memory(p)) for p in children(os.getpid()))]
        parts = [(kind, held) for kind, held in parts if held > 1.0]
        gaps = sorted((b - a for a, b in zip(watch.at, watch.at[1:], strict=False)), reverse=True) or [0.0]
        whole = sum(held for _, held in parts)
        listed = "  ".join(f"{kind} {held:4.0f}" for kind, held in parts)
        print(
            f"{name:32} {whole:5.0f} MB ({listed})  shown {len(gaps) / max(seconds, 0.1):4.1f}  "
            f"gaps {' '.join(f'{gap * 1e3:.0f}' for gap in gaps[:3])} ms  "
            f"keys {len(watch.keys) / max(seconds, 0.1):4.1f} {watch.size[0]}x{watch.size[1]}",
            flush=True,
        )
        watch.at.clear()
        watch.keys.clear()
        return whole

    card = screen.render_worker is None
    store = layer_cache.LayerCache(layer_cache.paths.cache() / "layers", casts=False, rows=live_rows(height, card=card))
    first = next(scene for scene in score.scenes if scene.place_id is not None)
    began, ready = time.perf_counter(), 0.0
    print(f"wind-in until {score.scenes[0].span.start:.1f} s, first place from {first.span.start:.1f} s")
    while (passed := time.perf_counter() - began) < 40.0:
        draw(passed)
        if not ready and is_ready(store, score, first, Setup(width, height, None), any_size=True):
            ready = passed
            if opt.first:
                break
    print(f"layers of the first place ready at {ready:.1f} s of the night; black there {showing.black:.2f}")
    most = report("the first half minute", passed)
    if opt.first:
        showing.close()
        screen.close()
        return
    for scene in score.scenes:
        end = min(scene.span.end, score.section("story").end)
        begin = max(scene.span.start, end - opt.seconds - 2.0)
        waits = time.perf_counter()
        while time.perf_counter() - waits < opt.patience and (
            time.perf_counter() - waits < 0.5 or not showing.rehearsed
        ):
            draw(begin)
        waited = time.perf_counter() - waits
        watch.at.clear()
        watch.keys.clear()
        started = time.perf_counter()
        while (passed := time.perf_counter() - started) < opt.seconds:
            draw(begin + passed)
        name = f"{scene.place_id}/{scene.framing} waited {waited:.0f} s"
        most = max(most, report(name, passed))
    print(f"most {most:.0f} MB")
    showing.close()
    screen.close()
    pygame.quit()


if __name__ == "__main__":
    main()
