"""Which scenes are seen at a moment: one, or two while one picture dissolves into the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dreamplayer.kit.curves import smooth
from dreamplayer.model.score import DARK, Scene, Score
from dreamplayer.picture.scene_blend import is_cut

Openings = Mapping[float, float]
"""Scenes whose place was not cast in time, by the second at which they begin: the second at which they may be shown,
infinity while that is not known."""
_DIP, _DIP_OF_DARK = 0.16, 0.36
"""Share of a dissolve by which the picture that comes waits, and by which the one that goes is gone earlier."""
_THICKEST = 0.6
"""Presence of a veil at its most: fog would be brighter than what it hides."""
_QUICKEST = 1.0
"""Seconds of the shortest dissolve: light may not change faster than in .8 s."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The scenes that are seen."""

    now: int
    """Index of the scene that is seen, or comes."""
    before: int | None
    """Index of the scene that goes; None where only one is seen. The same as `now` where that comes out of the dark."""
    share: float
    """0..1: how far the scene has come."""
    progress: float = 1.0
    """The same, at an even pace: 0 as it begins to come, 1 as it has come."""
    bare: bool = False
    """True where even this scene's place is not ready: its sky is shown alone."""


def weights(veil: str, progress: float) -> tuple[float, float]:
    """Shares of the picture that goes and of the one that comes; with a veil both are dimmed half way.

    Args:
        veil: between the two scenes (`Scene.veil`).
        progress: 0..1, at an even pace.

    Returns:
        The two shares, 1 in sum without a veil. Each moves over .6 of the dissolve at least: no light comes quickly.
    """
    gap = 0.0 if not veil else _DIP_OF_DARK if veil == DARK else _DIP
    going = 1.0 - float(smooth(progress, 0.0, 1.0 - gap))
    return going, float(smooth(progress, gap, 1.0))


def presence_of_veil(progress: float) -> float:
    """How much of what fills the air is there, 0..1, over a dissolve.

    Args:
        progress: 0..1, at an even pace.
    """
    return _THICKEST * float(smooth(progress, 0.0, 0.42) * (1.0 - smooth(progress, 0.55, 1.0)))


def opens_at(scene: Scene, openings: Openings) -> float:
    """Second at which a scene begins to be seen.

    Args:
        scene: of the score.
        openings: scenes that are late.
    """
    return max(scene.span.start, openings.get(scene.span.start, scene.span.start))


def same_picture(a: Scene, b: Scene) -> bool:
    """Whether two scenes are seen through one framing of one place in the same weather: then nothing dissolves.

    Nor does it on a bare stage, from one camera to another that is near.

    Args:
        a: a scene.
        b: another.
    """
    if a.place_id is None and b.place_id is None:
        return not is_cut(a.stage.camera, b.stage.camera)
    return same_framing(a, b) and a.atmosphere.weathering == b.atmosphere.weathering


def same_framing(a: Scene, b: Scene) -> bool:
    """Whether two scenes are seen through one framing of one place, or neither plays in a place.

    Args:
        a: a scene.
        b: another.
    """
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
    progress = min(max((t - opened) / fade_seconds(score, i), 0.0), 1.0)
    share = smooth(progress, 0.0, 1.0)
    if i > 0:
        # One whose place became ready no sooner than this one's was never seen: this one comes out of the dark too.
        unseen = opens_at(score.scenes[i - 1], openings) >= opened
        before = i if unseen else i - 1
        return Shown(i, before if share < 1.0 else None, float(share), progress)
    if share < 1.0 and opened > score.scenes[0].span.start:
        # The first place of a night was late: it comes out of the dark.
        return Shown(0, 0, float(share), progress)
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
    while i > 0 and same_framing(score.scenes[i - 1], score.scenes[i]):
        i -= 1
    return opens_at(score.scenes[i], openings)
