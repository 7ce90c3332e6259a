"""A faceless figure of golden motes, holding out a hand, standing or kneeling (notes: `pose` 0, 1, 2)."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.elements.people._shared.light_bodies import of_light
from dreamplayer.kit.curves import smooth
from dreamplayer.kit.hashing import uniform_one
from dreamplayer.model.moment import Moment

_POSE = 20
"""Random lane of the pose."""

_GOLD = (1.0, 0.55, 0.17)
"""Colour of the motes in linear light where the words name none."""
_MOTES = 9000
"""How many motes hold the figure: with fewer it looks like a cloud, with more like a solid."""


@element("hero", 1.72, handles=("descend", "fall"))
def being(moment: Moment) -> tuple[Form, ...]:
    """A faceless figure of golden motes, holding out a hand, standing or kneeling (notes: `pose` 0, 1, 2).

    Told to come down, it kneels.
    """
    asked = moment.param("pose", -1.0)
    names = ("reach", "stand", "kneel")
    name = names[int(asked) % 3] if asked >= 0 else names[int(uniform_one(moment.seed, _POSE) * 2.4)]
    down = float(smooth(max(moment.event("descend"), moment.event("fall")), 0.0, 1.0))
    if down <= 0.0 or name == "kneel":
        return of_light(moment, name, _MOTES, _GOLD)
    forms: tuple[Form, ...] = ()
    if down < 1.0:
        forms += of_light(moment.replace(presence=moment.presence * (1.0 - down)), name, _MOTES, _GOLD)
    return (*forms, *of_light(moment.replace(presence=moment.presence * down), "kneel", _MOTES, _GOLD))
