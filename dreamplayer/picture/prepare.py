"""Precomputation: what a span of the night will show is painted before it is needed, so that no frame is late."""

from __future__ import annotations

from collections.abc import Iterator

from dreamplayer.catalogue import elements
from dreamplayer.drawing.modelled.shape import shadow_of
from dreamplayer.drawing.primitives import Field, Form, Instances, Shape, Sprites
from dreamplayer.kit.hashing import seed_of
from dreamplayer.model.moment import Moment
from dreamplayer.model.score import Cue, Score
from dreamplayer.picture.events import apply_events
from dreamplayer.picture.place_layers import place_of
from dreamplayer.picture.placing import build_lamps, setting_of, spot_of
from dreamplayer.picture.presence import moment
from dreamplayer.picture.scene_blend import ground_at, setting
from dreamplayer.picture.visions import cloud, is_vision


def shapes(forms: tuple[Form, ...]) -> Iterator[Shape]:
    """Every painted shape (sprite texture) the forms use, including those of stand-ins.

    Args:
        forms: what is drawn.
    """
    for form in forms:
        if isinstance(form, Sprites | Instances):
            yield form.shape
            if isinstance(form, Sprites) and form.shape.modelled and form.shadow > 0.0:
                yield shadow_of(form.shape)
        elif isinstance(form, Field):
            yield from form.maps.values()
            yield from shapes(form.standin)


def entering(score: Score, start: float, end: float) -> Iterator[Cue]:
    """Cues of elements that enter within a span of the night.

    Args:
        score: the night.
        start: seconds of the night, included.
        end: seconds of the night, excluded.
    """
    for cue in score.cues:
        if cue.kind == "element" and cue.staged and start <= cue.span.start < end:
            yield cue


def changed(cue: Cue) -> tuple[float, ...]:
    """Seconds of the night at which its look changes: when it has arrived, and when each event is almost complete.

    Args:
        cue: of an element.
    """
    return cue.since + cue.arrive, *(response.span.end - 0.1 for response in cue.responses)


def on_stage(cue: Cue, near: float) -> float:
    """The second nearest to `near` at which the element is on stage.

    Args:
        cue: of an element.
        near: seconds of the night.
    """
    return min(max(near, cue.span.start), cue.span.end - 0.05)


def _moment(cue: Cue, score: Score, t: float) -> Moment:
    """The moment a cue is drawn at: at its anchor where its scene plays in a place, as it is turned there."""
    scene = score.scenes[score.scene_index(t)]
    place = None if scene.place_id is None else place_of(scene.place_id)
    if place is None:
        scenery = setting(score, t)
        return moment(cue, t, scenery.stage, scenery.palette, 0.2, 16 / 9, ground_at(score, cue.since))
    there = setting_of(score, place, scene, None, t, 1.0, scene.span.start)
    spot = spot_of(cue, there, [other for other in score.cues if other.span.start <= t < other.span.end])
    light = there.light
    where, surface = (None, None) if spot is None else (spot.where, spot.surface)
    ground = light.stage.ground
    return moment(cue, t, light.stage, light.palette, 0.2, 16 / 9, ground, where=where, surface=surface)


def prepare(score: Score, start: float, end: float, done: set[str]) -> Iterator[str]:
    """Paint what enters within a span of the night; yields the name of each element as it is ready.

    Meant for a thread beside the player: painting fills the caches that drawing reads. A failing element is skipped.

    Args:
        score: the night.
        start: seconds of the night, included.
        end: seconds of the night, excluded.
        done: what has been prepared before (name, seed and time); added to.
    """
    known = elements()
    for scene in score.scenes:
        if scene.span.start < end and scene.span.end > start:
            build_lamps(score, scene)
    for cue in entering(score, start, end):
        if is_vision(cue):
            if (key := f"vision:{cue.name}") not in done:
                done.add(key)
                points = cloud(cue.name)
                if points.body is not None:
                    points.body.paint()
                yield cue.name
            continue
        element = known.get(cue.name)
        if element is None:
            continue
        for at in (cue.since + 0.8, *changed(cue)):
            key = f"{cue.name}:{cue.seed}:{seed_of(round(at, 1), cue.since)}"
            if key in done:
                continue
            done.add(key)
            t = on_stage(cue, at)
            try:
                now = _moment(cue, score, t)
                for shape in shapes(apply_events(element, now)):
                    shape.paint()
            except Exception:
                # The player meets the same failure, drops the element and logs it once.
                continue
        yield cue.name
