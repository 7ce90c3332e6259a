"""A child: standing, pointing, walking up, sitting, asleep; with a lantern when the notes say `lantern = 1`."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.people.poses import POSES
from dreamplayer.drawing.primitives import Dots, Form
from dreamplayer.elements.people._shared.modelled_people import (
    Figure,
    adapted,
    asleep,
    heading,
    on_foot,
    posed,
    seat_height,
    seated,
    sleeping,
    stand,
    walk_frames,
    way,
)
from dreamplayer.elements.people._shared.wardrobe import PEOPLE, nearest_cloth, nightclothes, somebody
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import normal, uniform, uniform_one
from dreamplayer.model.moment import Moment

_KIND = "child"
_RIGHT, _DEEP, _POSE, _AWAY = 60, 80, 90, 30
"""First random lanes of several children, one lane for each: where it stands (right, deep) and its pose; whether one
walks past or away.
"""
_CHOSEN, _FLY_PACE, _FLY_START = 20, 26, 27
"""Random lanes: the pose; of a fly in the lantern how quickly it turns, and from where."""
_ALONE = ("gaze", "walk", "wait", "point", "walk", "look up")
"""What a child alone may be doing, where the words do not say."""
_TOGETHER = ("gaze", "wait", "point", "gaze", "look up")
_BY_NUMBER = ("lamp", "gaze", "wait", "point", "walk")
"""What notes mean by the number of a pose."""
_MOVING = ("walk", "walk away", "sleep", "curl up")
_MOST = 12
_WALK_AWAY, _WALK_AWAY_IN_PLACE = 0.35, 0.75
"""How often a child that walks goes away from the eye: on an empty stage, and on the paths of a place."""


@element("hero", 1.12)
def child(moment: Moment) -> tuple[Form, ...]:
    """A child: standing, pointing, walking up, sitting, asleep; with a lantern when the notes say `lantern = 1`.

    `manner` says what it does: a pose of `poses.POSES`, or walk, walk away, sleep, curl up.
    """
    if moment.count > 1:
        return _children(moment)
    look = way(moment)
    pose = _said(moment)
    kind = next((part for part in (moment.manner or "").split("/") if part in PEOPLE), _KIND)
    who = somebody(kind, moment.seed, moment.tint)
    if pose in ("sleep", "curl up", "doze"):
        how = sleeping(moment, pose)
        if how != "doze" or moment.surface == "bed":
            bed = how == "in bed"
            return stand(moment, asleep(nightclothes(kind), bed=bed), look=look, wide=0.0 if bed else 0.4)
        pose = how
    if pose in ("walk", "walk away") and not (seated(moment) and moment.surface is not None):
        left, frame = walk_frames(moment, who, pace=1.6)
        away = _WALK_AWAY if moment.surface is None else _WALK_AWAY_IN_PLACE
        if pose == "walk away" or uniform_one(moment.seed, _AWAY) < away:
            figure, frame = on_foot(who, 2.75, frame)
            return stand(moment, figure, look=look, frame=frame, z=-min(left, 0.45 * moment.place.z))
        figure, frame = on_foot(who, 1.75, frame)
        return stand(moment, figure, look=look, frame=frame, x=-look * left)
    if pose == "lamp" and not seated(moment):
        # Always the same child, half turned away: the light falls on its face.
        keeper = PEOPLE[_KIND][0]
        if moment.tint is not None:
            keeper = keeper.dyed(nearest_cloth(moment.tint))
        figure = posed(keeper, pose, heading(moment, 2.2))
        return (*stand(moment, figure, look=look), *_flies(moment, figure, look))
    pose = adapted(moment, pose if pose in POSES else "stand")
    high = seat_height(moment)
    stool = moment.surface is None and not seated(moment)
    figure = posed(who, pose, heading(moment, POSES[pose].yaw), stool=stool, high=high)
    return stand(moment, figure, look=look, wide=0.26)


def _said(moment: Moment) -> str:
    """What it does: as the notes say, or the words, or at random."""
    number = moment.param("pose", -1.0)
    if moment.param("lantern", 0.0) > 0.5:
        return "lamp"
    if number >= 0:
        return _BY_NUMBER[int(number) % len(_BY_NUMBER)]
    poses = [part for part in (moment.manner or "").split("/") if part in POSES or part in _MOVING]
    return poses[0] if poses else _ALONE[int(uniform_one(moment.seed, _CHOSEN) * len(_ALONE))]


def _children(moment: Moment) -> tuple[Form, ...]:
    n = int(min(moment.count, _MOST))
    out: list[Form] = []
    for k in range(n):
        x = (k - (n - 1) / 2) * 0.75 + 0.25 * float(normal(moment.seed, _RIGHT + k, 1)[0])
        z = moment.place.z + 0.7 * float(normal(moment.seed, _DEEP + k, 1)[0])
        pose = _TOGETHER[int(uniform_one(moment.seed, _POSE + k) * len(_TOGETHER))]
        where = replace(moment.place, x=moment.place.x + x * moment.place.spread, z=max(2.0, z))
        one = moment.replace(seed=moment.seed + 17 * k, place=where)
        # Few of them, cast once each, in all the crowd: a child, and the one beside it in another coat.
        who = PEOPLE[_KIND][(moment.seed + k) % len(PEOPLE[_KIND])]
        out += stand(one, posed(who, pose), look=1.0 if x < 0 else -1.0, wide=0.26, count=900 // n)
    return tuple(out)


def _flies(moment: Moment, figure: Figure, look: float) -> tuple[Form, ...]:
    """A few fireflies that turn inside the lantern."""
    if figure.lamp is None:
        return ()
    unit = moment.place.size
    told = max(moment.event("dim"), moment.event("hush"))
    burn = float(smooth(moment.presence, 0.3, 1.0)) * (1.0 - 0.85 * told)
    n = 14
    pace = 0.6 + 0.8 * uniform(moment.seed, _FLY_PACE, n)
    angle = 0.5 * moment.t * pace + 6.28 * uniform(moment.seed, _FLY_START, n)
    x, y, z = figure.lamp
    flies = np.stack(
        [
            moment.place.x + unit * (look * x + 0.024 * np.cos(angle)),
            moment.place.y + unit * (y + 0.034 * np.sin(1.3 * angle + 1.0)),
            np.full(n, moment.place.z + unit * z - 0.08),
        ],
        1,
    )
    warm = np.asarray(moment.palette.key, np.float32)
    return (Dots(flies.astype(np.float32), np.float32(0.018 * unit), warm * np.float32(0.8 * burn), reflect=False),)
