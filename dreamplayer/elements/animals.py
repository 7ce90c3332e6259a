"""Animals on four legs: each walks up, rests and lifts or lowers its head; several stand about as a herd."""

from __future__ import annotations

from dreamplayer.drawing.element import element
from dreamplayer.drawing.primitives import Form
from dreamplayer.drawing.roaming import beast
from dreamplayer.model.moment import Moment


@element("prop", 0.9, family="creature", several=3)
def animal(moment: Moment) -> tuple[Form, ...]:
    """A fox with a great brush, the shy animal one sees first in a dream; it lowers its nose to the ground."""
    return beast(moment, "fox", 0.62)


@element("prop", 0.95, family="creature", several=3)
def dog(moment: Moment) -> tuple[Form, ...]:
    """A friendly dog, ears hanging, tail up."""
    return beast(moment, "dog", 0.68)


@element("prop", 0.75, family="creature", several=3)
def cat(moment: Moment) -> tuple[Form, ...]:
    """A cat that walks with its tail held like a question mark."""
    return beast(moment, "cat", 0.48)


@element("prop", 2.5, family="creature", several=5)
def horse(moment: Moment) -> tuple[Form, ...]:
    """A horse with a full tail that lowers its head to graze; several are a quiet herd."""
    return beast(moment, "horse", 1.55)


@element("prop", 2.2, family="creature", several=5)
def deer(moment: Moment) -> tuple[Form, ...]:
    """A stag with wide antlers, listening."""
    return beast(moment, "deer", 1.12)


@element("prop", 1.2, family="creature", several=4)
def wolf(moment: Moment) -> tuple[Form, ...]:
    """A wolf, far more moon than menace: it stands, lifts its head and sings without a sound."""
    return beast(moment, "wolf", 0.88)


@element("prop", 1.5, family="creature", several=2)
def bear(moment: Moment) -> tuple[Form, ...]:
    """A large slow bear."""
    return beast(moment, "bear", 1.25)


@element("prop", 1.5, family="creature", several=3)
def lion(moment: Moment) -> tuple[Form, ...]:
    """A lion with a great mane, calm as a cushion."""
    return beast(moment, "lion", 1.15)


@element("prop", 3.4, family="creature", several=4)
def elephant(moment: Moment) -> tuple[Form, ...]:
    """An elephant, wide ears, hanging trunk; several are a family on the way."""
    return beast(moment, "elephant", 2.7)
