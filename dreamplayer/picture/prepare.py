"""Painting ahead: what a stretch of the night will show is painted before it is needed, so that nothing stalls."""

from __future__ import annotations

from collections.abc import Iterator

from dreamplayer.catalogue import elements
from dreamplayer.drawing.primitives import Field, Form, Instances, Shape, Sprites
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.score import Cue, Score
from dreamplayer.picture.events import apply_events
from dreamplayer.picture.presence import moment
from dreamplayer.picture.scene_blend import ground_at, setting


def shapes(forms: tuple[Form, ...]) -> Iterator[Shape]:
    """Every painted shape the forms are made of, stand-ins included."""
    for form in forms:
        if isinstance(form, Sprites | Instances):
            yield form.shape
        elif isinstance(form, Field):
            yield from form.maps.values()
            yield from shapes(form.standin)


def entering(score: Score, start: float, end: float) -> Iterator[Cue]:
    """Elements that come on stage between two seconds of the night."""
    for cue in score.cues:
        if cue.kind == "element" and cue.staged and start <= cue.span.start < end:
            yield cue


def changed(cue: Cue) -> tuple[float, ...]:
    """Seconds at which it has arrived, and at which each thing that happens to it is all but complete."""
    return cue.since + cue.arrive, *(response.span.end - 0.1 for response in cue.responses)


def on_stage(cue: Cue, at: float) -> float:
    """The second nearest to `at` at which it is there."""
    return min(max(at, cue.span.start), cue.span.end - 0.05)


def prepare(score: Score, start: float, end: float, done: set[str]) -> Iterator[str]:
    """Paint what enters between start and end seconds; gives the name of each element as it is ready.

    Meant for a thread beside the player: painting fills the caches that drawing reads. `done` remembers what has
    been prepared already (names with what has happened to them).
    """
    known = elements()
    for cue in entering(score, start, end):
        element = known.get(cue.name)
        if element is None:
            continue
        for at in (cue.since + 0.8, *changed(cue)):
            key = f"{cue.name}:{cue.seed}:{seed_of(round(at, 1), cue.since)}"
            if key in done:
                continue
            done.add(key)
            t = on_stage(cue, at)
            set_ = setting(score, t)
            try:
                now = moment(cue, t, set_.stage, set_.palette, 0.2, 16 / 9, ground_at(score, cue.since))
                for shape in shapes(apply_events(element, now)):
                    shape.paint()
            except Exception:
                # The player meets the same failure, drops the element and says so once.
                continue
        yield cue.name
