"""Crossfade of two scenes: camera, air, sky, ground and palette interpolated."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from dreamplayer.kit.curves import smooth
from dreamplayer.model.score import Scene, Score
from dreamplayer.model.stage import Camera, GroundKind, Palette, Stage

Thing = TypeVar("Thing")
SWAY = 0.30
"""Metres the camera drifts to each side: the slow parallax."""
_TILT, _ZOOM, _LIFT = 0.34, 1.34, 1.6
"""Change of the horizon in screen units, of the focal length as a factor, and of the eye in metres, up to which a
camera moves within a dissolve of some seconds without a rush."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The backdrop at one moment: stage, palette and grounds."""

    stage: Stage
    palette: Palette
    grounds: tuple[tuple[GroundKind, float], ...]
    """Kinds of ground and their shares, 1 in sum."""
    scene: Scene
    """The scene that began last."""


def blend(a: Thing, b: Thing, share: float) -> Thing:
    """Linear interpolation of two values of the same type, field by field; what is no number is taken from the nearer.

    Args:
        a: number, tuple or dataclass.
        b: of the same shape.
        share: 0 a .. 1 b.
    """
    if isinstance(a, float | int) and not isinstance(a, bool):
        return a + (b - a) * share  # type: ignore[return-value,operator]
    if isinstance(a, tuple):
        return tuple(blend(x, y, share) for x, y in zip(a, b, strict=True))  # type: ignore[return-value,call-overload]
    if is_dataclass(a) and not isinstance(a, type):
        mixed = {f.name: blend(getattr(a, f.name), getattr(b, f.name), share) for f in fields(a)}
        return replace(a, **mixed)
    return a if share < 0.5 else b


def ground_at(score: Score, t: float) -> GroundKind:
    """The ground of the scene that began last before t, however little of it has faded in.

    Args:
        score: the night.
        t: seconds of the night.
    """
    return score.scene_at(t).stage.ground


def is_cut(a: Camera, b: Camera) -> bool:
    """Whether two cameras of a bare stage are too far apart to move from one to the other: then the pictures dissolve.

    Args:
        a: of one scene.
        b: of the next.
    """
    return (
        abs(a.horizon - b.horizon) > _TILT
        or abs(math.log(a.focal / b.focal)) > math.log(_ZOOM)
        or abs(a.eye - b.eye) > _LIFT
        or abs(a.x - b.x) > _LIFT
    )


def setting(score: Score, t: float, index: int | None = None, *, alone: bool = False) -> Setting:
    """The backdrop at t, with the camera's slow drift in it (a quarter as far in a calm night).

    Args:
        score: the night.
        t: seconds of the night.
        index: of the scene; the one that began last where None.
        alone: as if no scene came before it: for a picture that dissolves into another.
    """
    i = score.scene_index(t) if index is None else index
    now = score.scenes[i]
    stage, palette = now.stage, now.palette
    grounds: tuple[tuple[GroundKind, float], ...] = ((stage.ground, 1.0),)
    if i > 0 and not alone and score.scenes[i - 1].place_id is None and now.place_id is None:
        share = smooth(t, now.span.start, now.span.start + max(now.crossfade, 1.0))
        if share < 1.0:
            before = score.scenes[i - 1]
            stage = blend(before.stage, now.stage, share)
            palette = blend(before.palette, now.palette, share)
            if before.stage.ground != now.stage.ground:
                grounds = ((before.stage.ground, 1.0 - share), (now.stage.ground, share))
    drift = SWAY * math.sin(t * math.tau / 127.0) + 0.4 * SWAY * math.sin(t * math.tau / 71.0 + 1.0)
    calm = 0.25 if score.calm else 1.0
    camera = replace(
        stage.camera,
        x=stage.camera.x + drift * calm,
        eye=stage.camera.eye * (1.0 + 0.012 * calm * math.sin(t * math.tau / 53.0)),
    )
    return Setting(replace(stage, camera=camera), palette, grounds, now)
