"""What a picture costs: milliseconds a frame of the five dreams, and as a ratio to a fixed reference.

    python tests/bench/picture.py [--size 1280x720] [--quality lite] [--painter gl|surface] [--each]

The reference is one fill of a million square roots in numpy, measured beside each frame: it says how busy and how
fast the machine was. `--each` lists the elements on stage that cost most.
"""

from __future__ import annotations

import argparse
import statistics
import time
from dataclasses import replace

import numpy as np

from dreamplayer.app.compose_night import night
from dreamplayer.app.storage.library import find
from dreamplayer.catalogue import elements
from dreamplayer.paths import seeds
from dreamplayer.picture.events import apply_events
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.picture import picture
from dreamplayer.picture.prepare import prepare
from dreamplayer.picture.presence import moment
from dreamplayer.picture.scene_blend import setting
from dreamplayer.settings import Settings

_NUMBERS = np.linspace(0, 1, 1_000_000, dtype=np.float32)


def reference() -> float:
    """Milliseconds of the reference kernel."""
    began = time.perf_counter()
    np.sqrt(_NUMBERS).sum()
    return (time.perf_counter() - began) * 1e3


def main() -> None:  # noqa: C901 - one option after the other
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--size", default="1280x720")
    ask.add_argument("--quality", default="lite")
    ask.add_argument("--painter", default="gl", choices=("gl", "surface"))
    ask.add_argument("--dream", default="")
    ask.add_argument("--each", action="store_true")
    ask.add_argument("--live", action="store_true", help="as in a window: slow layers drawn in parts")
    opt = ask.parse_args()
    width, height = (int(part) for part in opt.size.split("x"))
    if opt.painter == "gl":
        from dreamplayer.picture.gl.painter import offscreen

        painter = offscreen(width, height, quality=opt.quality)
        painter.timer = time.perf_counter if opt.live else None
        finish = painter.ctx.finish

        def draw(frame: Frame) -> None:
            # Past `paint`, which would change the tier when it is asked to adapt.
            with painter.ctx:
                painter._paint(frame)

        print(painter.renderer, opt.size, opt.quality)
    else:
        from dreamplayer.picture.surface.painter import SurfacePainter

        painter = SurfacePainter(width, height)  # type: ignore[assignment]
        finish = lambda: None  # noqa: E731
        draw = painter.paint
        print("surfaces", opt.size)
    worst = []
    for path in sorted(seeds().glob("*.txt")):
        if opt.dream not in path.stem:
            continue
        score = night(find(path.stem), replace(Settings(), voice="silent")).score
        list(prepare(score, 0.0, score.duration, set()))
        costs, refs, numpy_costs, slow = [], [], [], (0.0, 0.0)
        ends = [scene.span.start for scene in score.scenes[1:]] + [score.section("story").end]
        for end in ends:
            frame = picture(score, end - 1.0)
            draw(frame)
            found = []
            for k in range(-7, 7):
                refs.append(reference())
                began = time.perf_counter()
                frame = picture(score, end - 1.0 + k / 60)
                middle = time.perf_counter()
                draw(frame)
                finish()
                if k < 0:
                    continue
                found.append((time.perf_counter() - began) * 1e3)
                numpy_costs.append((middle - began) * 1e3)
            cost = statistics.median(found)
            costs.append(cost)
            slow = max(slow, (cost, end - 1.0))
        ref = statistics.median(refs)
        middle_cost = statistics.median(costs)
        print(
            f"{path.stem:22} median {middle_cost:6.1f} ms  worst {slow[0]:6.1f} ms at {slow[1]:6.1f} s"
            f"  numpy {statistics.median(numpy_costs):5.1f} ms  ({middle_cost / ref:.1f} x reference {ref:.2f} ms)"
        )
        worst.append((slow[0], slow[1], score))
    if opt.each:
        for _, t, score in worst:
            set_ = setting(score, t)
            rows = []
            for cue in score.cues:
                element = elements().get(cue.name)
                if cue.kind != "element" or not cue.staged or element is None or not cue.span.start <= t < cue.span.end:
                    continue
                at = moment(cue, t, set_.stage, set_.palette, 0.3, width / height)
                took = []
                for _ in range(5):
                    began = time.perf_counter()
                    forms = apply_events(element, at)
                    took.append((time.perf_counter() - began) * 1e3)
                base = picture(score, t)
                only = replace(base, forms=tuple(f for f in forms if hasattr(f, "depth")), caption=None)
                bare = replace(base, forms=(), caption=None)
                drawn = []
                for frame in (only, bare):
                    draw(frame)
                    began = time.perf_counter()
                    for _ in range(4):
                        draw(frame)
                        finish()
                    drawn.append((time.perf_counter() - began) / 4 * 1e3)
                rows.append((drawn[0] - drawn[1], statistics.median(took), cue.name, len(forms)))
            for cost, took_, name, count in sorted(rows, reverse=True)[:8]:
                print(f"   {score.dream.name:22} {name:12} draw {cost:6.1f} ms  numpy {took_:6.2f} ms  {count} forms")


if __name__ == "__main__":
    main()
