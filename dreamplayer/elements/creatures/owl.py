"""An owl on its branch; now and then it closes its golden eyes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.glow import halo
from dreamplayer.drawing.particles import gathered
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.drawing.standing import cloth_tint
from dreamplayer.elements.creatures._shared.small_creatures import edge_shine
from dreamplayer.elements.creatures._shared.tiny import OWL_CYCLE
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment


@element("air", 1.2, family="creature", answers=("close",), several=1)
def owl(moment: Moment) -> tuple[Form, ...]:
    """An owl on its branch; now and then it closes its golden eyes."""
    size = moment.size(1.5)
    where = np.array([[moment.place.x, moment.place.y + 0.12 * size, moment.place.z]], np.float32)
    u = (moment.t / 9.0 + uniform_one(moment.seed, 61)) % 1.0
    frame = 8.0 * u if 0.25 <= u <= 0.75 else 2.0
    frame = frame + (4.0 - frame) * smooth(moment.event("close"), 0.0, 1.0)
    body = Sprites(
        OWL_CYCLE.shape, where, np.float32(size * OWL_CYCLE.height), tint=cloth_tint(moment),
        glow=edge_shine(moment, moment.palette.key, 0.50), frame=frame, turn=0.010 * float(np.sin(0.5 * moment.t)),
    )  # fmt: skip
    behind = halo(
        where + np.array([0.0, 0.5 * size, 0.3], np.float32), 2.6 * size,
        edge_shine(moment, moment.palette.glow, 0.30), opacity=smooth(moment.presence, 0.1, 1.0), reflect=False,
    )  # fmt: skip
    return (behind, *gathered(moment, body, count=900))
