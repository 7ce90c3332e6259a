"""Things of stone: a temple, a stair into light, a labyrinth, a wall."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import View
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.props import around, built, put
from dreamplayer.drawing.stone import doorway_above, maze, old_wall, steps
from dreamplayer.drawing.stone import temple as temple_faces
from dreamplayer.model.moment import Moment

_TEMPLE = built("stone/temple", (-6.4, -0.5, 6.4, 7.4), temple_faces, View(0.0, 1.9, 17.0), 300)
_STAIRS = built(
    "stone/stairs",
    (-2.6, -0.3, 2.6, 6.6),
    lambda: [*steps(), *doorway_above(15 * 0.24, 15 * 0.34 + 0.4)],
    View(0.0, 1.8, 8.0),
    300,
)
_MAZE = built("stone/maze", (-7.2, -4.5, 7.2, 3.2), maze, View(0.0, 6.4, 14.0), 300)
_WALL = built("stone/wall", (-5.9, -0.4, 5.9, 3.2), old_wall, View(0.22, 1.6, 10.0), 220)
LIGHT = np.array([1.0, 0.58, 0.24], np.float32)


@element("hero", 7.0, family="built", lamp=True, several=2)
def temple(moment: Moment) -> tuple[Form, ...]:
    """A columned temple on its steps, a fire burning quietly deep inside."""
    return put(
        moment,
        _TEMPLE,
        wide=12.0,
        cap=3,
        glow=0.9,
        back=0.025,
        lamp=0.8,
        lamp_at=0.28,
        reach=6.0,
        mirror=False,
        sparks=60,
    )


@element("hero", 5.6, family="built", answers=("grow", "rise"), lamp=True, several=1)
def stairs(moment: Moment) -> tuple[Form, ...]:
    """A broad flight of worn steps that rises to a doorway of light."""
    lift = moment.event("rise") + moment.event("grow")
    forms = put(
        moment, _STAIRS, n=1, glow=0.85 + 0.25 * lift, back=0.03, lamp=0.9, lamp_at=0.72, reach=5.0, mirror=False
    )
    p = moment.place
    fall = around(
        moment, (p.x, p.y + 3.4 * p.size, p.z), 2.0 * p.size, LIGHT * np.float32(moment.presence), 120, lane=20
    )
    return (*forms, fall)


@element("hero", 5.2, family="built", lamp=True, several=1)
def labyrinth(moment: Moment) -> tuple[Form, ...]:
    """A round labyrinth of hedges seen from a little above, light in its middle."""
    return put(moment, _MAZE, n=1, glow=0.9, back=0.02, lamp=0.8, lamp_at=0.5, reach=4.0, sparks=70, pool=0.0)


@element("prop", 2.6, family="built", several=3)
def wall(moment: Moment) -> tuple[Form, ...]:
    """An old garden wall grown with ivy, a small flame in its niche."""
    return put(moment, _WALL, wide=10.5, cap=3, glow=0.8, back=0.02, lamp=0.45, lamp_at=0.42, reach=2.2)
