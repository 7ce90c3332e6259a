"""What places cost: seconds to cast a framing, milliseconds a frame, and their ratio to the dreams' heaviest scene.

    python tests/bench/places.py [--size 1280x720] [--quality lite] [--place NAME] [--still]

Frames of all places and of the heaviest scene of "The Cracked Lantern" are drawn in turn, so that a busy machine slows
all of them alike. `--still` draws everything in every frame, as for a file; otherwise slow layers are drawn in parts,
as in a window. A place is shown empty, with its small life, and with a person and a lantern in it.
"""

from __future__ import annotations

import argparse
import statistics
import time
from dataclasses import replace

from dreamplayer.app.compose_night import night
from dreamplayer.app.storage.library import find
from dreamplayer.catalogue import elements, places
from dreamplayer.drawing.place import Atmosphere
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light, Placement
from dreamplayer.picture.events import apply_events
from dreamplayer.picture.frame import Frame
from dreamplayer.picture.gl.painter import offscreen
from dreamplayer.picture.look import place_frame
from dreamplayer.picture.picture import picture
from dreamplayer.picture.place_layers import CastAtOnce, LayersKey, cast_layers, use_store
from dreamplayer.settings import Settings

TURNS = 9


def peopled(frame: Frame, t: float) -> Frame:
    """The frame with a person and a lantern three metres before the eye."""
    forms, lights = list(frame.forms), list(frame.lights)
    for name, x in (("figure", -0.5), ("lantern", 0.4)):
        at = Moment(
            t=t, seed=3, stage=frame.stage, palette=frame.palette, place=Placement(x, 0.0, 3.2), surface="floor"
        )
        made = apply_events(elements()[name], at)
        forms += [form for form in made if not isinstance(form, Light)]
        lights = [*(form for form in made if isinstance(form, Light)), *lights][:6]
    return replace(frame, forms=tuple(forms), lights=tuple(lights))


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--size", default="1280x720")
    ask.add_argument("--quality", default="lite")
    ask.add_argument("--place", default="")
    ask.add_argument("--still", action="store_true")
    opt = ask.parse_args()
    width, height = (int(part) for part in opt.size.split("x"))
    painter = offscreen(width, height, quality=opt.quality)
    painter.timer = None if opt.still else time.perf_counter
    print(painter.renderer, opt.size, opt.quality, "as for a file" if opt.still else "as in a window")

    seconds: dict[str, float] = {}
    size: dict[str, float] = {}

    class Timed(CastAtOnce):
        def layers(self, key: LayersKey):  # type: ignore[no-untyped-def]
            if key not in self._kept:
                began = time.perf_counter()
                self._kept[key] = cast_layers(key)
                seconds[key.place] = time.perf_counter() - began
                size[key.place] = self._kept[key].memory / 2**20
            return self._kept[key]

    use_store(Timed())

    def draw(frame: Frame) -> float:
        began = time.perf_counter()
        with painter.ctx:
            painter._paint(frame)
            painter.ctx.finish()
        return (time.perf_counter() - began) * 1e3

    score = night(find("the-cracked-lantern"), replace(Settings(), voice="silent")).score
    ends = [scene.span.start - 1.0 for scene in score.scenes[1:]] + [score.section("story").end - 1.0]
    for t in ends:
        draw(picture(score, t))
    heaviest = max(ends, key=lambda t: min(draw(picture(score, t)) for _ in range(3)))
    for name in places():
        if opt.place not in name:
            continue

        def empty(t: float, name: str = name) -> Frame:
            return place_frame(places()[name], places()[name].framings[0].name, Atmosphere(), t=t)

        draw(peopled(empty(60.0), 60.0))
        costs: dict[str, list[float]] = {"dream": [], "empty": [], "peopled": []}
        for k in range(TURNS):
            t = 60.0 + k / 15
            costs["dream"].append(draw(picture(score, heaviest + k / 15)))
            draw(empty(t))
            costs["empty"].append(draw(empty(t + 0.02)))
            draw(peopled(empty(t), t))
            costs["peopled"].append(draw(peopled(empty(t + 0.02), t)))
        dream, bare, full = (statistics.median(costs[kind]) for kind in ("dream", "empty", "peopled"))
        print(
            f"{name:14} cast {seconds[name]:5.1f} s {size[name]:5.1f} MB   dream {dream:6.1f} ms   "
            f"empty {bare:6.1f} ms ({bare / dream:.2f})   peopled {full:6.1f} ms ({full / dream:.2f})",
            flush=True,
        )


if __name__ == "__main__":
    main()
