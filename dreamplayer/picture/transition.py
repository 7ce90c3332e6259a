"""Which scenes are seen at a moment: one, or two while one picture dissolves into the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dreamplayer.kit.curves import smooth
from dreamplayer.model.score import Scene, Score

Openings = Mapping[float, float]
"""Scenes whose place was not cast in time, by the second at which they begin: the second at which they may be shown,
infinity while that is not known."""
_QUICKEST = 1.0
"""Seconds of the shortest dissolve: light may not change faster than in .8 s."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The scenes that are seen."""

    now: int
    """Index of the scene that is seen, or comes."""
    before: int | None
    """Index of the scene that goes; None where only one is seen. The same as `now` where its place was not ready."""
    share: float
    """0..1: how far the scene has come."""
    bare: bool = False
    """True where even this scene's place is not ready: its sky is shown alone."""


def opens_at(scene: Scene, openings: Openings) -> float:
    """Second at which a scene begins to be seen.

    Args:
        scene: of the score.
        openings: scenes that are late.
    """
    return max(scene.span.start, openings.get(scene.span.start, scene.span.start))


def same_picture(a: Scene, b: Scene) -> bool:
    """Whether two scenes are seen through one framing of one place in the same weather: then nothing dissolves.

    Args:
        a: a scene.
        b: another.
    """
    return _same_framing(a, b) and (a.place_id is None or a.atmosphere.weathering == b.atmosphere.weathering)


def _same_framing(a: Scene, b: Scene) -> bool:
    return a.place_id == b.place_id and (a.place_id is None or a.framing == b.framing)


def shown_at(score: Score, t: float, openings: Openings) -> Shown:
    """The scenes that are seen at a moment.

    Args:
        score: the night.
        t: seconds of the night.
        openings: scenes that are late.
    """
    late = score.scene_index(t)
    i = late
    while i > 0 and opens_at(score.scenes[i], openings) > t:
        i -= 1
    opened = opens_at(score.scenes[i], openings)
    if opened > t and opened > score.scenes[i].span.start:
        return Shown(i, None, 1.0, bare=True)
    share = smooth(t, opened, opened + fade_seconds(score, i))
    if i > 0:
        return Shown(i, i - 1 if share < 1.0 else None, float(share))
    if share < 1.0 and opened > score.scenes[0].span.start:
        # The first place of a night was late: it comes out of the dark.
        return Shown(0, 0, float(share))
    return Shown(0, None, 1.0)


def fade_seconds(score: Score, i: int) -> float:
    """Seconds over which a scene comes: as it asks, but over before the next begins.

    Args:
        score: the night.
        i: index of the scene.
    """
    scene = score.scenes[i]
    wished = max(scene.crossfade, _QUICKEST)
    if i + 1 < len(score.scenes):
        wished = min(wished, max(_QUICKEST, score.scenes[i + 1].span.start - scene.span.start))
    return wished


def seen_since(score: Score, i: int, openings: Openings) -> float:
    """Second from which on a scene's framing has been seen without a break: its move is counted from there.

    Args:
        score: the night.
        i: index of the scene.
        openings: scenes that are late.
    """
    while i > 0 and _same_framing(score.scenes[i - 1], score.scenes[i]):
        i -= 1
    return opens_at(score.scenes[i], openings)
