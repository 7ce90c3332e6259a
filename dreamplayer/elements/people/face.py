"""A serene face in profile, eyes closed, drawn by the light on its edge; its hair runs out into motes."""

from __future__ import annotations

import numpy as np

from dreamplayer.drawing.element import element
from dreamplayer.drawing.particles import gathered, rgb
from dreamplayer.drawing.people.features import face_shape
from dreamplayer.drawing.people.standing import facing
from dreamplayer.drawing.primitives import Form, Sprites
from dreamplayer.elements.people._shared.features_in_light import motes, tone
from dreamplayer.model.moment import Moment
from dreamplayer.model.stage import Light


@element("hero", 2.6)
def face(moment: Moment) -> tuple[Form, ...]:
    """A serene face in profile, eyes closed, drawn by the light on its edge; its hair runs out into motes."""
    n = 1 if moment.count == 1 else 3
    base = tone(moment, (1.0, 0.60, 0.30))
    calm = 1 - 0.3 * moment.calm
    look = facing(moment)
    size = moment.size(2.3)
    out: list[Form] = []
    for k in reversed(range(n)):
        # Several are one face and its echoes, each a little behind the other and fainter.
        faint = 0.5**k
        breath = 0.012 * float(np.sin(0.55 * moment.t + k))
        aside = k * look * size * (0.30 + 0.04 * float(np.sin(0.23 * moment.t + k)))
        where = np.array(
            [moment.place.x - aside, moment.place.y + size * (0.55 + breath), moment.place.z + 0.3 * k], np.float32
        )
        body = Sprites(
            face_shape(),
            where[None],
            np.float32(size * (1 - 0.06 * k)),
            glow=rgb(base * np.float32(0.46 * calm * faint)),
            lit=0.0,
            cover=0.8,
            opacity=0.55 + 0.45 * faint,
            width=look,
            turn=0.012 * float(np.sin(0.37 * moment.t)),
        )
        some = moment.replace(seed=moment.seed + k)
        out += gathered(some, body, count=900 // (1 + k), colour=rgb(base))
        out.append(
            motes(some, face_shape(), where, size, base, n=1500 // (1 + k), look=look, drift=0.9, strength=0.42 * faint)
        )
    lamp = (moment.place.x, moment.place.y + moment.size(1.3), moment.place.z - 0.3)
    out.append(Light(lamp, rgb(base * np.float32(0.35 * moment.presence)), 3.0, 0.4))
    return tuple(out)
