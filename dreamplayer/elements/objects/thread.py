"""A thread of light that unwinds from its spool and wanders in loops through the air."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.mesh import ViewAngle, stuff, turned
from dreamplayer.drawing.primitives import Dots, Form, Ribbons
from dreamplayer.drawing.props import Look, event_progress, mesh_prop, place_prop
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment

_LOOP = 2
"""Random lane of the form of a loop; its number is added."""


def _loop(t: float, m: int, seed: float) -> np.ndarray:
    """A line that wanders in loops through the air, (m, 3), about 2 wide and 1 high."""
    along = np.linspace(0, 1, m)
    turn = 2 * np.pi * (3.6 * along) + 0.12 * t + 6.28 * seed
    x = 2.3 * (along - 0.5) + 0.24 * np.sin(turn) * np.clip(np.sin(np.pi * along), 0, 1) ** 0.5 - 0.04
    y = 0.55 * along**0.7 + 0.20 * np.cos(turn) * np.sin(np.pi * along) + 0.05 * np.sin(7 * along + 0.3 * t)
    return np.stack([x, y, 0.30 * np.sin(turn + 0.7) * np.sin(np.pi * along)], -1)


_SPOOL = mesh_prop(
    "object/spool",
    (-0.42, -0.05, 0.42, 0.86),
    lambda: [
        *turned([(0.30, 0.0), (0.30, 0.09), (0.13, 0.13)], stuff((0.30, 0.17, 0.09), edge=0.25, wide=0.02)),
        *turned([(0.22, 0.13), (0.24, 0.40), (0.22, 0.67)], stuff((0.5, 0.25, 0.1), edge=0, glow=0.32)),
        *turned(
            [(0.13, 0.67), (0.30, 0.71), (0.30, 0.80)],
            stuff((0.30, 0.17, 0.09), edge=0.25, wide=0.02),
            lid=stuff((0.24, 0.14, 0.08), edge=0.3, wide=0.03),
        ),
    ],
    ViewAngle(yaw=0.0, eye=1.2, away=5.0),
    rows=160,
)
_GOLD = (1.0, 0.60, 0.22)
"""Linear colour of the thread."""


@element("air", 1.4, handles=("grow", "wrap", "mend"))
def thread(moment: Moment) -> tuple[Form, ...]:
    """A thread of light that unwinds from its spool and wanders in loops through the air."""
    size = moment.size(1.4)
    warm = np.asarray(moment.tint or _GOLD, np.float32)
    told = 1 + 0.3 * event_progress(moment, "mend", "wrap", "grow")
    here = float(smooth(moment.presence, 0.0, 1.0)) * (1 - 0.3 * moment.calm) * told
    m, x, y, z = 160, moment.place.x, moment.place.y, moment.place.z
    n = int(min(max(moment.count, 1), 4))
    forms: list[Form] = []
    u = np.linspace(0, 1, m)
    for i in range(n):
        line = (
            _loop(moment.t, m, uniform_one(moment.seed, _LOOP + i) * 0.3 + 0.25 * i)
            * np.array([0.62, 1.15, 0.8])
            * size
        )
        line += np.array([x + 0.22 * size, y + (0.42 + 0.05 * i) * size, z])
        glint = 0.45 + 0.9 * np.exp(-(((np.mod(u - 0.05 * moment.t + 0.3 * i, 1.0) - 0.5) / 0.06) ** 2))
        forms.append(
            Ribbons(
                line[None].astype(np.float32),
                0.008 * size,
                (warm[None, None, :] * glint[None, :, None]).astype(np.float32),
                opacity=here,
                grown=1.1 * smooth(moment.presence, 0.2, 1.0),
            )
        )
        spark = line[::8]
        forms.append(Dots(spark.astype(np.float32), 0.05 * size, warm * np.float32(0.5 * here), glint=0.6))
    spool = moment.replace(place=moment.place.__class__(x - 0.62 * size, y, z, moment.place.size, 1.0), count=1)
    forms += place_prop(spool, _SPOOL, Look(glow=0.8, back=0.03, lamp=0.3, mirror=False), n=1)
    return tuple(forms)
